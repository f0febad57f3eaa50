"""What there is to say on a topic: statements from the passages that speak of it, and from what goes on from them."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace

from bot.briefing.choose import Choice
from bot.briefing.figures.ledger import figures_in
from bot.briefing.leaning import adds, can_stand, leans
from bot.briefing.models import Figure
from bot.briefing.relevance import SPOKEN, merit
from bot.briefing.statements import MOST_BROUGHT, Unit, dangles, nobody_says, takes_up, unit
from bot.briefing.terms import terms
from bot.briefing.voices.attribution import said_in
from bot.corpus.document import Document, Paragraph, Passage
from bot.corpus.quotations import part
from bot.corpus.sentences import words_in
from bot.topics.catalogue import Place, Topic
from bot.topics.territories import country_of

GOES_ON = 0.6
"""What a passage that leans on one on the topic has of its relevance."""
SPEAKS_ON = 0.5
"""What a passage has of it in which the topic speaks on without its name."""
MEASURED = 1.6
"""How much more the merit of a statement is that gives a sum, a share or a large number."""
LARGE = 20
"""Count from which a number is large."""
CURT, CURT_WORDS = 0.6, 9
"""What is left of the merit of a statement of fewer words than this."""
LONG_WORDS = 50
"""Words from which a statement's merit falls as its length grows: it takes the place of others."""
AWAY = 0.25
"""How much less, by share, a sentence is about its topic for each word before the name."""
LEADING = 0.5
"""From which on a name leads its sentence so far that what a next paragraph says of “it” is of the topic."""
OF_THEIRS = 0.0
"""What is left of the merit of a statement on what is only a country's (“Chinese media”): evidence, but it sums up nothing."""
DANGLING = 0.4
"""What is left of the merit of a statement that cannot be understood without more than it brings."""
OLDEST = 0.6
"""What is left of the relevance of the oldest document on a topic; of those between in proportion."""
NEXT = 2
"""Paragraphs after one in which somebody speaks that are looked into for more of their words."""
READ_ON = 3
"""Sentences that are read on at most."""
READ_ON_WORDS = 110
"""Words of a statement up to which it is read on."""
RARE = 0.15
"""Share of a document's passages up to which one word that they have joins two of them."""
SELDOM = 3
"""Passages of a document that have a word up to which it joins two paragraphs."""
COMMON = 0.3
"""Likewise, where two neighbours have two such words."""

# “In July 2023, the Silk Road Fund …”: what only says when or where does not keep the name from leading the sentence.
_SETTING = re.compile(r"(?:[A-Z][^,;:“”\"]{0,70}, )?(?:[Tt]he |[Aa]n? )?")
# “Moscow has …”, where Moscow was not spoken of: something else begins.
_NEW_SUBJECT = re.compile(
    r"(?!The |This |That |These |A |An |In |On |At |By |For |As )(?:President |Mr |Mrs |Ms |Dr )?[A-Z][\w-]+(?:[’'][a-z])?(?: [A-Z][\w-]+)+|[A-Z][\w-]+(?=[’']s | (?:is|are|was|were|has|have|had|will|also)\b)"
)
_POINTS_BACK = re.compile(r"\b(?:[Tt]his|[Tt]hese|[Ss]uch|also|its|their)\b")


def gathered(topic: Topic, documents: Mapping[str, Document]) -> list[Choice]:
    """Every statement on the topic: from the passages that speak of it, and from those that go on from them."""
    order: dict[str, dict[int, int]] = {}
    choices: list[Choice] = []
    fresh = _freshness(topic, documents)
    told = {(place.passage.source, place.passage.start) for place in topic.places}
    for place in topic.places:
        document = documents[place.passage.source]
        if document.id not in order:
            order[document.id] = {passage.start: i for i, passage in enumerate(document.passages)}
        number = order[document.id][place.passage.start]
        worth = _relevance(place, document) * fresh[document.id]
        # A document's first sentence says what all of it is about, whatever it begins with.
        leads = _leads(place) if number else 1.0
        if _is_of_theirs(place):
            leads = OF_THEIRS
        reference = (place.end, place.named) if place.named else None
        made = unit(document, place.passage, reference)
        if made is not None and not nobody_says(document, made):
            choices.append(Choice(made, worth, leads * _merit(document, made, number)))
        for passage, share in _going_on(topic, place, document):
            if (passage.source, passage.start) in told:
                break
            told.add((passage.source, passage.start))
            spoken = share == SPEAKS_ON
            made = unit(document, passage, after=None if spoken else place.passage)
            if made is not None and not nobody_says(document, made):
                further = order[document.id][passage.start]
                choices.append(Choice(made, worth * share, leads * _merit(document, made, further)))
    return choices


def _merit(document: Document, made: Unit, number: int) -> float:
    """How fit a statement is to be quoted in a brief: what tells how much is worth more than what does not."""
    own = made.own
    fit = merit(made, number)
    if any(_tells(figure) for figure in figures_in(document, own)):
        fit *= MEASURED
    if made.words < CURT_WORDS:
        fit *= CURT
    fit *= min(1.0, LONG_WORDS / made.words)
    return fit * (DANGLING if dangles(document, made) else 1.0)


def _is_of_theirs(place: Place) -> bool:
    return place.named == "" and country_of(place.passage.text[place.start : place.end]) is not None


def _leads(place: Place) -> float:
    """How far a sentence is about the topic and does not only mention it: 1 where the name leads it, falling to 0.

    What a person picks on a topic has it near the beginning; “…, with loans to Kenya and Chad” is about other things.
    """
    text = place.passage.text
    setting = _SETTING.match(text, 0, place.start)
    return 1.0 / (1.0 + AWAY * text.count(" ", setting.end() if setting else 0, place.start))


def _tells(figure: Figure) -> bool:
    return figure.kind in ("money", "share") or (figure.amount or 0) >= LARGE


def _going_on(topic: Topic, named: Place, document: Document) -> Iterator[tuple[Passage, float]]:
    """What goes on from a passage on the topic without its name, with the share of its relevance that it has.

    Passages that lean on it, which bring it along, and what the topic, being somebody, says further.
    """
    passage = named.passage
    siblings = document.paragraphs[passage.paragraph - 1].passages
    place = siblings.index(passage)
    leaning = True
    names = {name.casefold() for name in topic.names}
    speaker = _speaks(names, document, passage)
    for step, other in enumerate(siblings[place + 1 :], start=1):
        leaning = leaning and step <= MOST_BROUGHT and leans(other)
        if leaning:
            yield other, GOES_ON**step
        elif speaker and _speaks(names, document, other):
            yield other, SPEAKS_ON
    if leaning and _leads(named) >= LEADING:
        yield from _over_paragraphs(passage, document)
    # “The expert named three reasons …”: who spoke here speaks on in the next paragraph.
    for paragraph in document.paragraphs[passage.paragraph : passage.paragraph + NEXT] if speaker else ():
        spoken = [other for other in paragraph.passages if _speaks(names, document, other)]
        yield from ((other, SPEAKS_ON) for other in spoken)
        if not spoken:
            break


def _over_paragraphs(passage: Passage, document: Document) -> Iterator[tuple[Passage, float]]:
    """What goes on from a paragraph's only or last passages in the next ones, as in news of a sentence a paragraph."""
    siblings = document.paragraphs[passage.paragraph - 1].passages
    step = len(siblings) - siblings.index(passage)
    for paragraph in document.paragraphs[passage.paragraph : passage.paragraph + MOST_BROUGHT + 1 - step]:
        if not paragraph.passages or not takes_up(document, paragraph.passages[0]):
            break
        yield paragraph.passages[0], GOES_ON**step
        step += 1
        if len(paragraph.passages) > 1:
            break


def read_on(made: Unit, document: Document, told: Container[tuple[str, int]]) -> Unit | None:
    """The statement with what follows it in the text, as long as that hangs together and is not told; None where nothing does."""
    further: list[Passage] = []
    for passage in _hanging_together(made.passages[-1], document, READ_ON_WORDS - made.words):
        if (passage.source, passage.start) in told:
            break
        further.append(passage)
    if not further:
        return None
    paragraphs = itertools.groupby((*made.runs[-1], *further), key=lambda passage: passage.paragraph)
    return replace(made, runs=(*made.runs[:-1], *(tuple(run) for _, run in paragraphs)))


def _hanging_together(passage: Passage, document: Document, words: int) -> Iterator[Passage]:
    """The passages after one that go on with what it says: they share rare words of the document, or point back.

    A paragraph's first sentence says what all of it is about. What begins with another name is about something else.
    Where a paragraph is a sentence, as in news, the next ones go on with it if they share a word that hardly stands elsewhere.
    """
    siblings = document.paragraphs[passage.paragraph - 1].passages
    place = siblings.index(passage)
    alone = len(siblings) == 1
    if alone:
        siblings = _of_a_sentence(document.paragraphs[passage.paragraph - 1 :][: READ_ON + 1])
    counts = _having(document)
    rare, common = (max(3, share * len(document.passages)) for share in (RARE, COMMON))
    said = last = set(terms(passage.text))
    for other in siblings[place + 1 : place + 1 + READ_ON]:
        words -= words_in(other.text)
        own = set(terms(other.text))
        joined = (
            any(counts[term] <= SELDOM for term in own & said)
            if alone
            else (
                place == 0
                or _POINTS_BACK.search(other.text)
                or any(counts[term] <= rare for term in own & said)
                or sum(counts[term] <= common for term in own & last) > 1
            )
        )
        subject = _NEW_SUBJECT.match(other.text)
        elsewhere = subject and not set(terms(subject[0])) & said
        if words < 0 or not joined or elsewhere or adds(other) or not can_stand(other):
            break
        said, last = said | own, own
        yield other


def _of_a_sentence(paragraphs: Iterable[Paragraph]) -> tuple[Passage, ...]:
    """The passages of paragraphs up to one that has more than one, or none."""
    alone = itertools.takewhile(lambda paragraph: len(paragraph.passages) == 1, paragraphs)
    return tuple(paragraph.passages[0] for paragraph in alone)


def _having(document: Document) -> Counter[str]:
    """In how many of a document's passages each term stands; remembered with it, for every statement asks."""
    return document.once(
        "having",
        lambda: Counter(term for passage in document.passages for term in set(terms(passage.text))),
    )


def _speaks(names: Container[str], document: Document, passage: Passage) -> bool:
    """Whether a passage reports the words of who has one of these names (case-folded)."""
    return any(said.name.casefold() in names for said in said_in(document, passage))


def _freshness(topic: Topic, documents: Mapping[str, Document]) -> dict[str, float]:
    """What each document's age leaves of its relevance: all of the newest one's, `OLDEST` of the oldest's."""
    days = {
        place.passage.source: documents[place.passage.source].metadata.published for place in topic.places
    }
    ranks = sorted({day for day in days.values() if day})
    steps = max(1, len(ranks) - 1)
    middle = (1.0 + OLDEST) / 2
    return {
        source: OLDEST + (1.0 - OLDEST) * ranks.index(day) / steps if day and len(ranks) > 1 else middle
        for source, day in days.items()
    }


def _relevance(place: Place, document: Document) -> float:
    """How much a passage is about the topic: named early, and more than once."""
    early = 1.0 - 0.5 * place.start / len(place.passage.text)
    named = 1.0 + 0.5 * min(place.count, 3) if place.count else 0.9
    return early * named * (SPOKEN if any(part(document, place.passage)) else 1.0)

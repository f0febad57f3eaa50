"""A topic's brief, compiled from the passages that speak of it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from bot.briefing.choose import Choice, choose, in_reading_order
from bot.briefing.figures.differences import differences
from bot.briefing.figures.ledger import figures_in, passages_on
from bot.briefing.models import Brief, Coverage, Source, Statement
from bot.briefing.relevance import SPOKEN, merit
from bot.briefing.statements import MOST_BROUGHT, inside_speech, leans, statement, unit
from bot.briefing.timeline import events_in, in_order
from bot.briefing.voices.attribution import attributed
from bot.briefing.voices.claims import Claims
from bot.corpus.document import Document, Passage
from bot.topics.catalogue import Place, Topic

SUMMARY_WORDS = 150
SUMMARY_STATEMENTS = 6
SPREAD = 1.0
"""How much more a document that is not heard yet gains: a summary is from all that speak of the topic."""
EASY_WORDS = 60
"""Words up to which a statement reads easily."""
GOES_ON = 0.6
"""What a passage that goes on from one on the topic has of its relevance."""
OLDEST = 0.6
"""What is left of the relevance of the oldest document on a topic; of those between in proportion."""


def compile_brief(topic: Topic, documents: Mapping[str, Document], related: Sequence[str]) -> Brief:
    """Everything the corpus says on a topic: a summary, the other statements, figures, dates, sources."""
    choices = _choices(topic, documents)
    ranked = choose(choices, SUMMARY_WORDS, SUMMARY_STATEMENTS, SPREAD)
    if not ranked and choices:
        # Every statement is longer than a summary may be: the best one is given whole all the same.
        ranked = [max(range(len(choices)), key=lambda i: (choices[i].relevance, -i))]
    summary = [_statement(choices[i], documents) for i in in_reading_order(choices, ranked)]
    told = {(p.source, p.start) for i in ranked for p in choices[i].unit.passages}
    rest = sorted((i for i in range(len(choices)) if i not in ranked), key=lambda i: (-_worth(choices[i]), i))
    evidence: list[Statement] = []
    said = {(own := choices[i].unit.passages[-1]).source + own.text for i in ranked}
    for i in rest:
        own = choices[i].unit.passages[-1]
        if (own.source, own.start) not in told and own.source + own.text not in said:
            told.add((own.source, own.start))
            said.add(own.source + own.text)
            evidence.append(_statement(choices[i], documents))
    places = passages_on(topic.places, documents)
    claims = Claims((passage for _, passage in places), documents)
    figures = [figure for document, passage in places for figure in figures_in(document, passage)]
    speaking = list(dict.fromkeys(place.passage.source for place in topic.places))
    days = sorted(day for source in speaking if (day := documents[source].metadata.published))
    return Brief(
        slug=topic.slug,
        title=topic.title,
        aliases=topic.names[1:],
        themes=topic.themes,
        summary=tuple(claims.supported(attributed(made, documents)) for made in summary),
        evidence=tuple(claims.supported(attributed(made, documents)) for made in evidence),
        figures=tuple(figures),
        timeline=tuple(
            in_order(event for document, passage in places for event in events_in(document, passage))
        ),
        differences=tuple(differences(figures, topic.names)),
        disputes=tuple(claims.disputes()),
        related=tuple(related),
        sources=tuple(source_of(documents[source]) for source in speaking),
        coverage=Coverage(
            documents=len(speaking),
            passages=len(topic.places),
            first=days[0] if days else None,
            last=days[-1] if days else None,
            publishers=claims.publishers(),
        ),
    )


def source_of(document: Document) -> Source:
    """A document as briefs name it."""
    known = document.metadata
    return Source(
        id=document.id,
        title=document.title,
        publisher=known.publisher,
        author=known.author,
        published=known.published,
        date_basis=known.date_basis,
        url=known.url,
        file=document.file,
    )


def _choices(topic: Topic, documents: Mapping[str, Document]) -> list[Choice]:
    """Every statement on the topic: from the passages that speak of it, and from those that go on from them."""
    order: dict[str, dict[int, int]] = {}
    choices: list[Choice] = []
    fresh = _freshness(topic, documents)
    named = {(place.passage.source, place.passage.start) for place in topic.places}
    for place in topic.places:
        document = documents[place.passage.source]
        if document.id not in order:
            order[document.id] = {passage.start: i for i, passage in enumerate(document.passages)}
        number = order[document.id][place.passage.start]
        worth = _relevance(place, document) * fresh[document.id]
        reference = (place.end, place.named) if place.named else None
        made = unit(document, place.passage, reference)
        if made is not None:
            choices.append(Choice(made, worth, merit(place.passage, number)))
        for step, passage in enumerate(_going_on(place.passage, document), start=1):
            if (passage.source, passage.start) in named:
                break
            named.add((passage.source, passage.start))
            if (made := unit(document, passage)) is not None:
                choices.append(Choice(made, worth * GOES_ON**step, merit(passage, number + step)))
    return choices


def _going_on(passage: Passage, document: Document) -> Iterator[Passage]:
    """The passages after one that lean on it: quoted, they bring it along, and with it the topic's name."""
    siblings = document.paragraphs[passage.paragraph - 1].passages
    place = siblings.index(passage)
    for other in siblings[place + 1 : place + 1 + MOST_BROUGHT]:
        if not leans(other):
            break
        yield other


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
    named = 1.0 + 0.25 * min(place.count, 3) if place.count else 0.9
    paragraph = document.paragraphs[place.passage.paragraph - 1]
    return early * named * (SPOKEN if inside_speech(paragraph, place.passage) else 1.0)


def _worth(choice: Choice) -> float:
    """A statement's place among the evidence: its relevance, less where it is long-winded."""
    return choice.relevance * math.sqrt(min(1.0, EASY_WORDS / choice.unit.words))


def _statement(choice: Choice, documents: Mapping[str, Document]) -> Statement:
    return statement(documents[choice.unit.passages[0].source], choice.unit)

"""A topic's brief, compiled from the passages that speak of it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from bot.briefing.choose import Choice, choose, in_reading_order
from bot.briefing.figures.differences import differences
from bot.briefing.figures.ledger import figures_in, passages_on
from bot.briefing.material import gathered, read_on
from bot.briefing.models import Brief, Coverage, Source, Statement
from bot.briefing.statements import EASY_WORDS, Unit, neighbours_joined, statement
from bot.briefing.terms import terms
from bot.briefing.timeline import events_in, in_order
from bot.briefing.voices.attribution import attributed
from bot.briefing.voices.claims import Claims
from bot.briefing.when import dates_put_in
from bot.corpus.document import Document
from bot.topics.catalogue import Topic

SUMMARY_WORDS = 150
SUMMARY_STATEMENTS = 6
SPREAD = 0.5
"""How much more a document that is not heard yet gains: a summary is from all that speak of the topic."""
NEW = 0.25
"""Share of a statement's words that none before it has, under which it says little new."""
FEW_PLACES = 12
"""Passages up to which a brief reads on after those it has: there is little of them, and what follows belongs to it."""


def compile_brief(topic: Topic, documents: Mapping[str, Document], related: Sequence[str]) -> Brief:
    """Everything the corpus says on a topic: a summary, the other statements, figures, dates, sources."""
    choices = gathered(topic, documents)
    ranked = choose(choices, SUMMARY_WORDS, SUMMARY_STATEMENTS, SPREAD, set(terms(topic.title)))
    if not ranked and choices:
        # Every statement is longer than a summary may be: the best one is given whole all the same.
        ranked = [max(range(len(choices)), key=lambda i: (choices[i].relevance, -i))]
    best = neighbours_joined((choices[i].unit for i in in_reading_order(choices, ranked)), documents)
    summary = [_statement(made, documents) for made in best]
    told = {(p.source, p.start) for i in ranked for p in choices[i].unit.passages}
    rest = sorted((i for i in range(len(choices)) if i not in ranked), key=lambda i: (-_worth(choices[i]), i))
    evidence = _evidence([choices[i].unit for i in rest], best, told)
    if len(topic.places) <= FEW_PLACES:
        evidence = _read_on(evidence, best, documents, told)
    evidence = _distinct(evidence)
    # Documents that repeat each other give the same words more than once.
    further: dict[str, Statement] = {}
    for made in evidence:
        stated = _statement(made, documents)
        further.setdefault(stated.text, stated)
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
        summary=tuple(claims.supported(made) for made in summary),
        evidence=tuple(claims.supported(made) for made in further.values()),
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


def _worth(choice: Choice) -> float:
    """A statement's place among the evidence: its relevance, less where it is long-winded."""
    return choice.relevance * math.sqrt(min(1.0, EASY_WORDS / choice.unit.words))


def _evidence(rest: Sequence[Unit], summary: Sequence[Unit], told: set[tuple[str, int]]) -> list[Unit]:
    """What is left to say, best first: nothing twice word for word, and what says little new after all the rest."""
    fresh: list[Unit] = []
    stale: list[Unit] = []
    texts = {_bare(made) for made in summary}
    heard = {term for made in summary for passage in made.passages for term in terms(passage.text)}
    for made in rest:
        own, bare = made.own, _bare(made)
        if (own.source, own.start) in told or bare in texts:
            continue
        told.add((own.source, own.start))
        texts.add(bare)
        words = set(terms(own.text))
        (fresh if len(words - heard) >= NEW * len(words) else stale).append(made)
        heard |= words
    return fresh + stale


def _bare(made: Unit) -> str:
    """What the statement's own sentence says, however it is set."""
    return " ".join(made.own.text.casefold().split()).rstrip(".!")


def _read_on(
    evidence: Sequence[Unit],
    summary: Sequence[Unit],
    documents: Mapping[str, Document],
    told: set[tuple[str, int]],
) -> list[Unit]:
    """The evidence with what follows each statement in the text, and the summary's statements where something does."""
    result: list[Unit] = []
    for made in (*evidence, *summary):
        longer = read_on(made, documents[made.passages[0].source], told)
        if longer is not None:
            told.update((passage.source, passage.start) for passage in longer.passages)
            result.append(longer)
        elif made not in summary:
            result.append(made)
    return result


def _distinct(units: Sequence[Unit]) -> list[Unit]:
    """Without statements that others hold whole, or that are the same as an earlier one."""
    parts = [{(passage.source, passage.start) for passage in made.passages} for made in units]
    holding: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for number, part in enumerate(parts):
        for place in part:
            holding[place].append(number)
    return [
        made
        for number, (made, part) in enumerate(zip(units, parts, strict=True))
        if not any(
            part < parts[other] or (part == parts[other] and other < number) for other in holding[min(part)]
        )
    ]


def _statement(made: Unit, documents: Mapping[str, Document]) -> Statement:
    """A unit as a statement, with who says it."""
    document = documents[made.own.source]
    return document.once(
        ("statement", tuple((run[0].start, run[-1].end) for run in made.runs), made.references),
        lambda: attributed(statement(document, made, dates_put_in(document, made)), documents),
    )

"""A topic's brief, compiled from the passages that speak of it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from bot.briefing.choose import SPOKEN, Choice, choose, in_reading_order
from bot.briefing.figures import differences, figures_in
from bot.briefing.models import Brief, Coverage, Source, Statement
from bot.briefing.statements import inside_speech, statement, unit
from bot.briefing.timeline import events_in, in_order
from bot.corpus.document import Document
from bot.topics.catalogue import Place, Topic

SUMMARY_WORDS = 150
SUMMARY_STATEMENTS = 6
EASY_WORDS = 60
"""Words up to which a statement reads easily."""
RELATED = 8
"""How many related topics a brief names."""


def compile_brief(topic: Topic, documents: Mapping[str, Document], related: Sequence[str]) -> Brief:
    """Everything the corpus says on a topic: a summary, the other statements, figures, dates, sources."""
    choices = _choices(topic, documents)
    ranked = choose(choices, SUMMARY_WORDS, SUMMARY_STATEMENTS)
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
    places = [(documents[place.passage.source], place.passage) for place in topic.places]
    figures = [figure for document, passage in places for figure in figures_in(document, passage)]
    cited = {citation.source for made in (*summary, *evidence) for citation in made.citations}
    cited |= {figure.citation.source for figure in figures}
    speaking = list(dict.fromkeys(place.passage.source for place in topic.places))
    days = sorted(day for source in speaking if (day := documents[source].metadata.published))
    return Brief(
        slug=topic.slug,
        title=topic.title,
        aliases=topic.names[1:],
        themes=topic.themes,
        summary=tuple(summary),
        evidence=tuple(evidence),
        figures=tuple(figures),
        timeline=tuple(
            in_order(event for document, passage in places for event in events_in(document, passage))
        ),
        differences=tuple(differences(figures)),
        related=tuple(related),
        sources=tuple(source_of(documents[source]) for source in speaking),
        coverage=Coverage(
            documents=len(speaking),
            passages=len(topic.places),
            first=days[0] if days else None,
            last=days[-1] if days else None,
        ),
    )


def related_topics(topics: Sequence[Topic]) -> dict[str, list[str]]:
    """For each topic the others it shares most passages with, by the cosine of their passages, best first."""
    by_passage: dict[tuple[str, int], list[int]] = {}
    for number, topic in enumerate(topics):
        for place in topic.places:
            by_passage.setdefault((place.passage.source, place.passage.start), []).append(number)
    shared: list[dict[int, int]] = [{} for _ in topics]
    for together in by_passage.values():
        for a in together:
            for b in together:
                if a != b:
                    shared[a][b] = shared[a].get(b, 0) + 1
    result: dict[str, list[str]] = {}
    for number, topic in enumerate(topics):
        size = len(topic.places)
        ranked = sorted(
            shared[number], key=lambda b: (-shared[number][b] / math.sqrt(size * len(topics[b].places)), b)
        )
        result[topic.slug] = [topics[b].slug for b in ranked[:RELATED]]
    return result


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
    choices: list[Choice] = []
    for place in topic.places:
        document = documents[place.passage.source]
        reference = (place.end, place.named) if place.named else None
        made = unit(document, place.passage, reference)
        if made is not None:
            choices.append(Choice(made, _relevance(place, document)))
    return choices


def _relevance(place: Place, document: Document) -> float:
    """How much a passage is about the topic: named early and more than once, in the passage and in the document."""
    length = len(place.passage.text)
    early = 1.0 - 0.5 * place.start / length
    named = 1.0 + 0.25 * min(place.count, 3) if place.count else 0.9
    opening = 1.15 if place.passage.paragraph <= document.passages[0].paragraph + 1 else 1.0
    paragraph = document.paragraphs[place.passage.paragraph - 1]
    spoken = SPOKEN if inside_speech(paragraph, place.passage) else 1.0
    return early * named * opening * spoken


def _worth(choice: Choice) -> float:
    """A statement's place among the evidence: its relevance, less where it is long-winded."""
    return choice.relevance * math.sqrt(min(1.0, EASY_WORDS / choice.unit.words))


def _statement(choice: Choice, documents: Mapping[str, Document]) -> Statement:
    return statement(documents[choice.unit.passages[0].source], choice.unit)

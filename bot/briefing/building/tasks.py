"""The files that a survey calls for, and what each of them is made from."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from bot.briefing.building.survey import Survey
from bot.briefing.files import DOCUMENTS
from bot.briefing.models import Coverage
from bot.corpus.formats import is_plain
from bot.topics.catalogue import Listed
from bot.topics.places import Row, Tally
from bot.topics.related import related

MOST_PLACES = 300
"""Passages that a brief is compiled from at most. Its coverage counts all that there are, but for `publishers`, which
is null then: who only repeats another is known of the passages read alone."""


@dataclass(frozen=True, slots=True)
class BriefPlan:
    """A brief that is called for."""

    name: str
    fingerprint: str
    """Of everything the brief is made from."""
    number: int
    """Which of the survey's topics it is on."""
    related: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BriefTask:
    """A brief to be made."""

    name: str
    fingerprint: str
    listed: Listed
    """The topic, without its places."""
    rows: tuple[Row, ...]
    """Those of its places that are considered."""
    related: tuple[str, ...]
    coverage: Coverage | None
    """Where not all places are considered, how much the corpus has on the topic all the same."""


@dataclass(frozen=True, slots=True)
class DocumentTask:
    """A document to be stored for reading citations in their place."""

    name: str
    fingerprint: str
    number: int


@dataclass(frozen=True, slots=True)
class TextTask:
    """The text of a document that is no plain text: what its citations' offsets count in."""

    name: str
    fingerprint: str
    number: int


Plan = BriefPlan | DocumentTask | TextTask
Task = BriefTask | DocumentTask | TextTask


def plan(survey: Survey) -> list[Plan]:
    """The files of a build: a brief of each topic, then every document."""
    return [*_brief_plans(survey), *_document_tasks(survey)]


def task(survey: Survey, planned: Plan) -> Task:
    """All that is needed to make a file."""
    if not isinstance(planned, BriefPlan):
        return planned
    listed = survey.topics[planned.number]
    rows = considered(listed.tally)
    bare = Listed(listed.slug, listed.title, listed.names, listed.themes, Tally())
    coverage = _coverage(listed.tally, len(rows), survey)
    return BriefTask(planned.name, planned.fingerprint, bare, rows, planned.related, coverage)


def _brief_plans(survey: Survey) -> Iterator[BriefPlan]:
    near = related([listed.tally for listed in survey.topics])
    slugs = [listed.slug for listed in survey.topics]
    for number, (listed, others) in enumerate(zip(survey.topics, near, strict=True)):
        rows = considered(listed.tally)
        coverage = _coverage(listed.tally, len(rows), survey)
        names = tuple(slugs[other] for other in others)
        inputs = (
            *(listed.slug, listed.title, listed.names, listed.themes, names),
            coverage.model_dump() if coverage else None,
            [(survey.keys[row[0]], *row[1:]) for row in rows],
        )
        yield BriefPlan(f"{listed.slug}.json", _hash(inputs), number, names)


def _document_tasks(survey: Survey) -> Iterator[DocumentTask | TextTask]:
    for number, (source, key) in enumerate(zip(survey.sources, survey.keys, strict=True)):
        yield DocumentTask(f"{DOCUMENTS}/{source.id}.json", key, number)
        if not is_plain(source.file):
            yield TextTask(f"{DOCUMENTS}/{source.id}.txt", key, number)


def considered(tally: Tally) -> tuple[Row, ...]:
    """The places that a brief is compiled from: all of them, or the MOST_PLACES that promise most.

    The best place of each document comes before any document's second best, so that no single document crowds
    out the others; between places of one rank those win that name the topic more often, and nearer the beginning.
    """
    if len(tally) <= MOST_PLACES:
        return tuple(tally)
    by_document: defaultdict[int, list[Row]] = defaultdict(list)
    for row in tally:
        by_document[row.document].append(row)
    ranked: list[tuple[int, int, int, int, Row]] = []
    for rows in by_document.values():
        rows.sort(key=_promise)
        ranked += [(rank, *_promise(row), row) for rank, row in enumerate(rows)]
    ranked.sort(key=lambda entry: (*entry[:-1], entry[-1][:2]))
    return tuple(sorted((entry[-1] for entry in ranked[:MOST_PLACES]), key=lambda row: row[:2]))


def _promise(row: Row) -> tuple[int, int, int]:
    """What puts a place before another, smaller first."""
    return -min(row.times, 3), row.passage, row.start


def _coverage(tally: Tally, read: int, survey: Survey) -> Coverage | None:
    """How much the corpus has on a topic, where not all its places are read."""
    if read == len(tally):
        return None
    sources = [survey.sources[number] for number in dict.fromkeys(row.document for row in tally)]
    days = sorted(source.published for source in sources if source.published)
    return Coverage(
        documents=tally.documents,
        passages=len(tally),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )


def first_document(task: Task) -> int:
    """The first of the documents that a file is made from."""
    return task.rows[0].document if isinstance(task, BriefTask) else task.number


def _hash(inputs: object) -> str:
    return hashlib.sha256(json.dumps(inputs, ensure_ascii=False).encode()).hexdigest()

"""Files of briefs and documents, made by as many processes as there are, and put in place once all are made."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from bot.briefing.building.cache import Cache, Made
from bot.briefing.building.crew import Crew
from bot.briefing.building.progress import Progress, counted
from bot.briefing.building.survey import Survey
from bot.briefing.building.tasks import BriefTask, DocumentTask, Task, TextTask, first_document, plan, task
from bot.briefing.compile import compile_brief, source_of
from bot.briefing.files import DOCUMENTS, flush, render
from bot.briefing.models import StoredDocument, StoredParagraph
from bot.briefing.verify import verify
from bot.corpus.document import Document, Kind
from bot.errors import BriefsError
from bot.topics.catalogue import place_of

SYNCING = 16
"""Files that are flushed to disk at the same time."""
MANY = 1_000
"""Files from which the whole disk is flushed at once, which is then quicker."""
STAGE = ".building-"
ABANDONED = 86_400.0
"""Seconds without a new file after which no build works in a stage any more."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """What all tasks share."""

    cache: Cache
    keys: tuple[str, ...]
    """Where the cache has each document."""
    briefs: Path
    stage: Path


@dataclass(frozen=True, slots=True)
class Result:
    """A file that stands, or waits in the stage to be put in place."""

    name: str
    made: Made
    staged: bool


def make_files(
    survey: Survey, cache: Cache, crew: Crew, briefs: Path, stage: Path, tell: Progress
) -> list[Result]:
    """Make every brief and every stored document that does not stand already; what is new waits in `stage`."""
    planned = plan(survey)
    known = cache.made()
    standing = crew.map(_standing, briefs, [one.name for one in planned])
    results: dict[str, Result] = {}
    stale: list[tuple[Task, str | None]] = []
    for one, sha in zip(planned, standing, strict=True):
        made = known.get(one.name)
        if made is not None and (made.fingerprint, made.sha) == (one.fingerprint, sha):
            results[one.name] = Result(one.name, made, staged=False)
        else:
            stale.append((task(survey, one), sha))
    # Topics that begin in the same document are made one after another: their documents are then at hand.
    stale.sort(key=lambda pair: first_document(pair[0]))
    anew = crew.map(_make, Workshop(cache, survey.keys, briefs, stage), stale)
    for result in counted("Writing briefs", anew, len(planned), len(results), tell):
        results[result.name] = result
    return [results[one.name] for one in planned]


@contextlib.contextmanager
def staging(briefs: Path) -> Iterator[Path]:
    """A folder inside the briefs folder for files that are not yet to be seen; gone afterwards."""
    with writes(briefs):
        briefs.mkdir(parents=True, exist_ok=True)
        _clear(briefs)
        stage = tempfile.TemporaryDirectory(dir=briefs, prefix=STAGE)
    with stage as path:
        yield Path(path)


def _clear(briefs: Path) -> None:
    """Remove what builds have left here that were killed; one that still runs is not that old."""
    for stage in briefs.glob(f"{STAGE}*"):
        if time.time() - stage.stat().st_mtime > ABANDONED:
            shutil.rmtree(stage, ignore_errors=True)


@contextlib.contextmanager
def writes(briefs: Path) -> Iterator[None]:
    """Say what to do where the briefs folder cannot be written."""
    try:
        yield
    except OSError as error:
        raise BriefsError(
            f"{briefs} cannot be written ({error.strerror}): mend its permissions or make room."
        ) from None


def put_in_place(results: Sequence[Result], stage: Path, briefs: Path, tell: Progress) -> int:
    """Flush what waits in the stage to disk, then move it over what stood before; how many files that were."""
    names = [result.name for result in results if result.staged]
    with writes(briefs), ThreadPoolExecutor(SYNCING) as threads:
        (briefs / DOCUMENTS).mkdir(exist_ok=True)
        if len(names) < MANY:
            flushed = threads.map(flush, (stage / name for name in names))
        else:
            os.sync()
            flushed = iter([None] * len(names))
        for _ in counted("Saving", flushed, len(names) + 1, 0, tell):
            pass
        for name in names:
            (stage / name).replace(briefs / name)
    return len(names)


def _make(workshop: Workshop, stale: tuple[Task, str | None]) -> Result:
    """Make a file where one with another hash stands, or none; it waits in the stage unless its bytes are the same."""
    task, standing = stale
    data = _text(workshop, task).encode()
    made = Made(task.fingerprint, hashlib.sha256(data).hexdigest())
    if made.sha != standing:
        with writes(workshop.briefs):
            path = workshop.stage / task.name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
            path.chmod(0o644)
    return Result(task.name, made, staged=made.sha != standing)


def _standing(briefs: Path, name: str) -> str | None:
    """The hash of a file that stands in the briefs folder."""
    try:
        return hashlib.sha256((briefs / name).read_bytes()).hexdigest()
    except OSError:
        return None


def _text(workshop: Workshop, task: Task) -> str:
    match task:
        case BriefTask():
            return _brief_text(workshop, task)
        case DocumentTask(number=number):
            return render(stored(workshop.cache.document(workshop.keys[number])))
        case TextTask(number=number):
            return workshop.cache.document(workshop.keys[number]).text


def _brief_text(workshop: Workshop, task: BriefTask) -> str:
    read = {n: workshop.cache.document(workshop.keys[n]) for n in {row.document for row in task.rows}}
    documents = {document.id: document for document in read.values()}
    passages = {number: document.passages for number, document in read.items()}
    topic = task.listed.topic(place_of(row, passages[row.document]) for row in task.rows)
    brief = compile_brief(topic, documents, task.related)
    if task.coverage is not None:
        brief = brief.model_copy(update={"coverage": task.coverage})
    verify(brief, documents)
    return render(brief)


def stored(document: Document) -> StoredDocument:
    """A document as serving needs it: its prose, for reading a citation in its place."""
    return StoredDocument(
        source=source_of(document),
        paragraphs=tuple(
            StoredParagraph(number=p.number, start=p.start, end=p.end, text=document.text[p.start : p.end])
            for p in document.paragraphs
            if p.kind is Kind.PROSE
        ),
    )

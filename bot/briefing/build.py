"""The build: seeds in, briefs out. Nothing is written before everything is made and verified."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bot.briefing.compile import compile_brief, related_topics, source_of
from bot.briefing.files import DOCUMENTS, FORMAT, MANIFEST, read_manifest, render, write_text
from bot.briefing.models import Manifest, StoredDocument, StoredParagraph, ThemeEntry, TopicEntry
from bot.briefing.verify import verify
from bot.corpus.document import Document, Kind
from bot.corpus.reader import DOCUMENTS as SEED_DOCUMENTS
from bot.corpus.reader import SOURCES, Corpus, read_corpus
from bot.errors import BriefsError, InputFaults
from bot.topics.catalogue import Catalogue, Topic, make_catalogue
from bot.topics.curator import read_notes

TOPICS = "topics.toml"
WORTH_PROCESSES = 2_000
"""Topic passages from which several processes are quicker than one."""

Progress = Callable[[str, int, int], None]
"""Called with the step's name, how much of it is done and how much there is."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    topics: int
    documents: int
    written: int
    removed: int
    warnings: tuple[str, ...]


def build(seeds: Path, briefs: Path, *, jobs: int | None = None, progress: Progress | None = None) -> Report:
    """Build the briefs of all topics of `seeds` into `briefs`.

    Faults in the input are raised together as InputFaults, a citation that is off as CitationError; either leaves
    `briefs` as it was. The same seeds give the same bytes.
    """
    tell = progress or (lambda step, done, total: None)
    tell("Reading documents", 0, 1)
    corpus, catalogue, inputs = _read(seeds)
    tell("Reading documents", 1, 1)
    files = dict(_brief_files(corpus, catalogue, jobs or os.cpu_count() or 1, tell))
    for document in corpus.documents:
        files[f"{DOCUMENTS}/{document.id}.json"] = render(_stored(document))
    manifest = _manifest(corpus, catalogue, inputs, files)
    written = _write(briefs, files, manifest, tell)
    removed = _remove_others(briefs, {*files, MANIFEST})
    return Report(
        len(catalogue.topics),
        len(corpus.documents),
        written,
        removed,
        (*corpus.warnings, *catalogue.warnings),
    )


def stale(seeds: Path, briefs: Path) -> list[str]:
    """What `briefs` no longer agrees with, a line each; empty where a build would change nothing."""
    try:
        manifest = read_manifest(briefs)
    except BriefsError as error:
        return [str(error)]
    lines: list[str] = []
    inputs = _hashes(seeds)
    if manifest.builder != builder_hash():
        lines.append("The code that builds the briefs has changed.")
    lines += [f"{seeds / name} is new." for name in inputs if name not in manifest.inputs]
    lines += [f"{seeds / name} is gone." for name in manifest.inputs if name not in inputs]
    lines += [
        f"{seeds / name} has changed."
        for name, value in inputs.items()
        if manifest.inputs.get(name, value) != value
    ]
    for name, value in manifest.outputs.items():
        path = briefs / name
        if not path.is_file():
            lines.append(f"{path} is missing.")
        elif _sha(path.read_bytes()) != value:
            lines.append(f"{path} was changed after the build.")
    return lines


def builder_hash() -> str:
    """Hash of the code that decides what briefs say."""
    root = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for package in ("briefing", "corpus", "topics"):
        for path in sorted((root / package).rglob("*.py")):
            digest.update(path.relative_to(root).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _read(seeds: Path) -> tuple[Corpus, Catalogue, dict[str, str]]:
    faults: list[str] = []
    if not seeds.is_dir():
        raise InputFaults([f"{seeds} is not a folder: name the one that holds `documents`, or make it."])
    notes = read_notes(seeds / TOPICS, faults)
    try:
        corpus = read_corpus(seeds)
    except InputFaults as error:
        raise InputFaults([*error.faults, *faults]) from None
    if faults:
        raise InputFaults(faults)
    return corpus, make_catalogue(corpus.documents, notes), _hashes(seeds)


def _brief_files(
    corpus: Corpus, catalogue: Catalogue, jobs: int, tell: Progress
) -> Iterator[tuple[str, str]]:
    """File name and text of every brief, each verified."""
    documents = {document.id: document for document in corpus.documents}
    related = related_topics(catalogue.topics)
    work = partial(_brief_text, documents)
    tasks = [(topic, related[topic.slug]) for topic in catalogue.topics]
    total = len(tasks)
    if jobs > 1 and sum(len(topic.places) for topic in catalogue.topics) >= WORTH_PROCESSES:
        with ProcessPoolExecutor(jobs, initializer=_share, initargs=(documents,)) as pool:
            texts = pool.map(_shared_brief_text, tasks, chunksize=max(1, min(64, total // (jobs * 4))))
            for done, ((topic, _), text) in enumerate(zip(tasks, texts, strict=True), start=1):
                tell("Writing briefs", done, total)
                yield f"{topic.slug}.json", text
        return
    for done, (topic, near) in enumerate(tasks, start=1):
        text = work((topic, near))
        tell("Writing briefs", done, total)
        yield f"{topic.slug}.json", text


def _brief_text(documents: dict[str, Document], task: tuple[Topic, Sequence[str]]) -> str:
    topic, related = task
    brief = compile_brief(topic, documents, related)
    verify(brief, documents)
    return render(brief)


_shared: dict[str, Document] = {}


def _share(documents: dict[str, Document]) -> None:
    _shared.update(documents)


def _shared_brief_text(task: tuple[Topic, Sequence[str]]) -> str:
    return _brief_text(_shared, task)


def _stored(document: Document) -> StoredDocument:
    return StoredDocument(
        source=source_of(document),
        paragraphs=tuple(
            StoredParagraph(number=p.number, start=p.start, end=p.end, text=document.text[p.start : p.end])
            for p in document.paragraphs
            if p.kind is Kind.PROSE
        ),
    )


def _manifest(
    corpus: Corpus, catalogue: Catalogue, inputs: dict[str, str], files: dict[str, str]
) -> Manifest:
    sources = [source_of(document) for document in corpus.documents]
    return Manifest(
        format=FORMAT,
        builder=builder_hash(),
        inputs=inputs,
        outputs={name: _sha(text.encode()) for name, text in sorted(files.items())},
        topics=tuple(
            TopicEntry(
                slug=topic.slug,
                title=topic.title,
                names=topic.names,
                themes=topic.themes,
                documents=len({place.passage.source for place in topic.places}),
                passages=len(topic.places),
            )
            for topic in catalogue.topics
        ),
        themes=tuple(
            ThemeEntry(
                slug=theme.slug, name=theme.name, names=(theme.name, *theme.aliases), words=theme.words
            )
            for theme in catalogue.themes
        ),
        sources=tuple(sorted(sources, key=lambda source: source.published or "", reverse=True)),
    )


def _write(briefs: Path, files: dict[str, str], manifest: Manifest, tell: Progress) -> int:
    written = 0
    try:
        for done, (name, text) in enumerate(files.items(), start=1):
            written += write_text(briefs / name, text)
            tell("Saving", done, len(files) + 1)
        written += write_text(briefs / MANIFEST, render(manifest))
    except OSError as error:
        raise BriefsError(
            f"{briefs} cannot be written ({error.strerror}): mend its permissions or make room."
        ) from None
    tell("Saving", len(files) + 1, len(files) + 1)
    return written


def _remove_others(briefs: Path, keep: set[str]) -> int:
    """Remove briefs of topics and documents that are no more; other people's files stay."""
    removed = 0
    for path in [*briefs.glob("*.json"), *(briefs / DOCUMENTS).glob("*.json")]:
        if path.relative_to(briefs).as_posix() not in keep:
            path.unlink()
            removed += 1
    return removed


def _hashes(seeds: Path) -> dict[str, str]:
    """SHA-256 of every file that a build reads, by its path below the seeds."""
    paths = [path for path in sorted((seeds / SEED_DOCUMENTS).rglob("*")) if path.is_file()]
    paths += [path for name in (SOURCES, TOPICS) if (path := seeds / name).is_file()]
    return {
        path.relative_to(seeds).as_posix(): _sha(path.read_bytes())
        for path in paths
        if not path.name.startswith(".")
    }


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

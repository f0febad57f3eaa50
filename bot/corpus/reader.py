"""From the seeds folder to documents: files read, faults named, what the curator knows laid over what the text states."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ftfy.badness import badness

from bot.corpus.document import Document, Kind, Paragraph, Passage
from bot.corpus.layout import Block, blocks, classify
from bot.corpus.metadata import find_metadata
from bot.corpus.sentences import split
from bot.corpus.sources import SourceNotes, read_sources
from bot.errors import InputFaults

DOCUMENTS = "documents"
SOURCES = "sources.toml"
SUFFIXES = (".txt",)


@dataclass(frozen=True, slots=True)
class Corpus:
    """All documents of a seeds folder, in the order of their file names."""

    documents: tuple[Document, ...]
    warnings: tuple[str, ...]
    """Doubts that stop nothing: text that looks wrongly decoded, files left aside."""
    hashes: dict[str, str] = field(default_factory=dict)
    """SHA-256 of every file read, by its path below the seeds folder."""


def read_corpus(seeds: Path) -> Corpus:
    """Read every document below `seeds/documents`; all faults of all files are raised together as InputFaults."""
    folder = seeds / DOCUMENTS
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith(".")]
    known = [path for path in paths if path.suffix.lower() in SUFFIXES]
    warnings = [
        f"{path}: files ending in {path.suffix or 'nothing'} are not read; use {' or '.join(SUFFIXES)}."
        for path in paths
        if path not in known
    ]
    if not known:
        raise InputFaults(
            [f"{folder} holds no document: put at least one {' or '.join(SUFFIXES)} file there."]
        )
    faults: list[str] = []
    documents: list[Document] = []
    hashes: dict[str, str] = {}
    notes = read_sources(seeds / SOURCES, {_below(folder, path) for path in known}, faults)
    taken: dict[str, Path] = {}
    for path in known:
        data = _bytes(path, faults)
        if data is None:
            continue
        hashes[f"{DOCUMENTS}/{_below(folder, path)}"] = hashlib.sha256(data).hexdigest()
        text = decode(data, path, faults)
        if text is None:
            continue
        file = _below(folder, path)
        document = make_document(path.stem, file, text, notes.get(file, SourceNotes()))
        if document.id in taken:
            faults.append(f"{path} and {taken[document.id]} have the same name: rename one of them.")
        taken[document.id] = path
        if not document.passages:
            faults.append(f"{path} holds no sentence: mend or remove it.")
        warnings += _mojibake(path, text)
        documents.append(document)
    if (seeds / SOURCES).is_file():
        hashes[SOURCES] = hashlib.sha256((seeds / SOURCES).read_bytes()).hexdigest()
    if faults:
        raise InputFaults(faults)
    return Corpus(tuple(documents), tuple(warnings), hashes)


def make_document(identity: str, file: str, text: str, notes: SourceNotes | None = None) -> Document:
    """Cut a text into paragraphs and passages, and find out what it says of itself."""
    notes = notes or SourceNotes()
    cut = classify(text, blocks(text), notes.leave_out)
    title, found = find_metadata(text, cut)
    metadata = notes.over(found)
    return Document(
        identity,
        file,
        text,
        metadata.title or title or identity,
        metadata,
        tuple(_paragraphs(identity, text, cut)),
    )


def decode(data: bytes, path: Path, faults: list[str]) -> str | None:
    """The text of a file, newlines as they are; a fault is added and None returned where it is no UTF-8 text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        faults.append(f"{path} is UTF-16 text: save it as UTF-8.")
        return None
    if b"\x00" in data:
        faults.append(
            f"{path} is not a text file (it holds a zero byte): remove it or save its text as UTF-8."
        )
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        faults.append(f"{path} is not UTF-8 (byte {error.start}, line {line}): save it as UTF-8.")
        return None


def _bytes(path: Path, faults: list[str]) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError as error:
        faults.append(f"{path} cannot be read ({error.strerror}): mend its permissions.")
        return None


def _below(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix()


def _paragraphs(identity: str, text: str, cut: Iterable[Block]) -> Iterable[Paragraph]:
    for number, block in enumerate(cut, start=1):
        passages: tuple[Passage, ...] = ()
        if block.kind is Kind.PROSE:
            passages = tuple(
                Passage(identity, number, start, end, text[start:end])
                for start, end in split(text[block.start : block.end], block.start)
            )
        yield Paragraph(number, block.start, block.end, block.kind, passages)


def _mojibake(path: Path, text: str) -> list[str]:
    """Lines that were decoded with a wrong encoding before they reached us: quoted as they are, but named."""
    return [
        f"{path}, line {number}, looks wrongly decoded: mend its letters, or it is quoted as it stands."
        for number, line in enumerate(text.split("\n"), start=1)
        if "\ufffd" in line or badness(line) > 1
    ]

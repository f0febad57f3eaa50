"""From the seeds folder to documents: files read, faults named, what the curator knows laid over what the text states."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ftfy.badness import badness

from bot.corpus.document import Document, Kind, Paragraph, Passage
from bot.corpus.formats import MAX_BYTES, SUFFIXES, TOO_LARGE, Extract, FormatFault, is_plain
from bot.corpus.formats import read as read_format
from bot.corpus.layout import Block, blocks, classify
from bot.corpus.metadata import find_metadata, settle
from bot.corpus.runins import parted
from bot.corpus.sentences import split
from bot.corpus.sources import SourceNotes, read_sources
from bot.errors import InputFaults

DOCUMENTS = "documents"
SOURCES = "sources.toml"
NOTHING = "holds no document with a sentence in it: put at least one there."
_NEWLINE = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Corpus:
    """All documents of a seeds folder, in the order of their file names."""

    documents: tuple[Document, ...]
    warnings: tuple[str, ...]
    """Doubts that stop nothing: text that looks wrongly decoded, files left aside."""


@dataclass(frozen=True, slots=True)
class Read:
    """What one file gave: a document, or the faults that stand against it; neither, where it says nothing."""

    document: Document | None = None
    hash: str | None = None
    """SHA-256 of the file, by which a build notices one that changes under it; None where it cannot be read."""
    faults: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of a seeds folder that are to be read, in the order of their names."""

    paths: tuple[Path, ...]
    notes: dict[str, SourceNotes]
    """What the curator knows of them, by their path below the documents folder."""
    warnings: tuple[str, ...]


def read_corpus(seeds: Path) -> Corpus:
    """Read every document below `seeds/documents`; all faults of all files are raised together as InputFaults."""
    faults: list[str] = []
    listing = list_documents(seeds, faults)
    folder = seeds / DOCUMENTS
    documents: list[Document] = []
    warnings = list(listing.warnings)
    for path in listing.paths:
        read = read_one(folder, path, listing.notes.get(below(folder, path)))
        faults += read.faults
        warnings += read.warnings
        if read.document:
            documents.append(read.document)
    if not documents and not faults:
        faults.append(f"{folder} {NOTHING}")
    if faults:
        raise InputFaults(faults)
    return Corpus(tuple(documents), tuple(warnings))


def list_documents(seeds: Path, faults: list[str]) -> Listing:
    """Which files there are to read and what is known of them; what is wrong with that is added to `faults`."""
    folder = seeds / DOCUMENTS
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith(".")]
    known = [path for path in paths if path.suffix.lower() in SUFFIXES]
    warnings = [
        f"{path}: files ending in {path.suffix or 'nothing'} are not read; use {' or '.join(SUFFIXES)}."
        for path in paths
        if path.suffix.lower() not in SUFFIXES
    ]
    if not known:
        raise InputFaults(
            [f"{folder} holds no document: put at least one {' or '.join(SUFFIXES)} file there."]
        )
    notes = read_sources(seeds / SOURCES, {below(folder, path) for path in known}, faults)
    taken: dict[str, Path] = {}
    for path in known:
        if path.stem in taken:
            faults.append(f"{path} and {taken[path.stem]} have the same name: rename one of them.")
        taken[path.stem] = path
    return Listing(tuple(known), notes, tuple(warnings))


def read_one(folder: Path, path: Path, notes: SourceNotes | None) -> Read:
    """Read one file of the documents folder; what it gives depends on nothing but its bytes, its path and the notes."""
    faults: list[str] = []
    data = _bytes(path, faults)
    if data is None:
        return Read(faults=tuple(faults))
    digest = hashlib.sha256(data).hexdigest()
    if not data.strip():
        return _left_out(path, digest)
    file = below(folder, path)
    try:
        extract = read_format(file, data)
    except FormatFault as fault:
        return Read(hash=digest, faults=(f"{path} {fault}",))
    document = make_document(path.stem, file, extract, notes)
    if not document.passages:
        return _left_out(path, digest)
    return Read(document, digest, warnings=tuple(_mojibake(path, extract.text)))


def _left_out(path: Path, digest: str) -> Read:
    """What a file without a sentence gives: no brief lacks anything without it, so it holds up no other."""
    return Read(hash=digest, warnings=(f"{path} holds no sentence and is left out: mend or remove it.",))


def make_document(
    identity: str, file: str, extract: Extract | str, notes: SourceNotes | None = None
) -> Document:
    """Cut a text into paragraphs and passages, and find out what it and its format say of it."""
    notes = notes or SourceNotes()
    extract = Extract(extract) if isinstance(extract, str) else extract
    text = extract.text
    cut = classify(text, blocks(text), notes.leave_out)
    metadata = notes.over(settle(extract, *find_metadata(text, cut)))
    return Document(
        identity,
        file,
        text,
        metadata.title or identity,
        metadata,
        tuple(_paragraphs(identity, text, cut)),
    )


def _bytes(path: Path, faults: list[str]) -> bytes | None:
    try:
        if path.stat().st_size > MAX_BYTES:
            faults.append(f"{path} {TOO_LARGE}")
            return None
        return path.read_bytes()
    except OSError as error:
        faults.append(f"{path} cannot be read ({error.strerror}): mend its permissions.")
        return None


def below(folder: Path, path: Path) -> str:
    """The path of a file below the documents folder, with forward slashes: what a document's `file` says."""
    return path.relative_to(folder).as_posix()


def _paragraphs(identity: str, text: str, cut: Iterable[Block]) -> Iterable[Paragraph]:
    for number, block in enumerate(cut, start=1):
        passages: tuple[Passage, ...] = ()
        if block.kind is Kind.PROSE:
            passages = tuple(
                Passage(
                    identity, number, start + a, start + b, text[start + a : start + b], b - a < end - start
                )
                for start, end in split(text[block.start : block.end], block.start)
                for a, b in parted(text[start:end])
            )
        yield Paragraph(number, block.start, block.end, block.kind, passages)


def _mojibake(path: Path, text: str) -> list[str]:
    """Lines that were decoded with a wrong encoding before they reached us: quoted as they are, but named."""
    of = "" if is_plain(path.name) else " of its text"
    return [
        f"{path}, line {number}{of}, looks wrongly decoded: mend its letters, or it is quoted as it stands."
        for number, line in enumerate(_NEWLINE.split(text), start=1)
        if not line.isascii() and ("\ufffd" in line or badness(line) > 1)
    ]

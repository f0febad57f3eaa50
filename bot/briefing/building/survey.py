"""The corpus surveyed: every document read, every topic found, in steps that processes share.

What can be said of a document without the others is read once and remembered in the cache; what takes all of them is
tallied here, one document at a time, so that the texts themselves are never all in memory.
"""

from __future__ import annotations

import hashlib
import itertools
from dataclasses import dataclass
from pathlib import Path

from bot.briefing.building.cache import Cache, Head, Step, encode
from bot.briefing.building.crew import Crew
from bot.briefing.building.finding import (
    TOGETHER,
    Names,
    Wordbook,
    find_names,
    find_places,
    remembered,
    sightings,
    spots,
)
from bot.briefing.building.progress import Progress, counted
from bot.briefing.compile import source_of
from bot.briefing.models import Source
from bot.corpus.reader import DOCUMENTS, NOTHING, below, list_documents, read_one
from bot.corpus.sources import SourceNotes
from bot.errors import InputFaults
from bot.topics.catalogue import Listed, Theme, assemble, make_drafts, make_spotter, themes_of
from bot.topics.curator import Notes, read_notes
from bot.topics.finder import collect, least_documents, usage_of
from bot.topics.gist import gist_of, words_of
from bot.topics.places import tally

TOPICS = "topics.toml"


@dataclass(frozen=True, slots=True)
class Survey:
    """What a corpus speaks of. Documents are numbered in the order of their file names."""

    keys: tuple[str, ...]
    """Where the cache has each document."""
    sources: tuple[Source, ...]
    topics: tuple[Listed, ...]
    """Weightiest first."""
    themes: tuple[Theme, ...]
    warnings: tuple[str, ...]


def survey(seeds: Path, hashes: dict[str, str], cache: Cache, crew: Crew, tell: Progress) -> Survey:
    """Read the documents of `seeds`, whose files have these hashes, and find their topics; InputFaults names all faults."""
    faults: list[str] = []
    if not seeds.is_dir():
        raise InputFaults([f"{seeds} is not a folder: name the one that holds `documents`, or make it."])
    notes = read_notes(seeds / TOPICS, faults)
    try:
        keys, listing_warnings = _read_all(seeds, hashes, cache, crew, tell, faults)
    except InputFaults as error:
        raise InputFaults([*error.faults, *faults]) from None
    if faults:
        raise InputFaults(faults)
    heads = [cache.head(key) for key in keys]
    listed, topic_warnings = _find(keys, [head.source.id for head in heads], notes, cache, crew, tell)
    warnings = itertools.chain(listing_warnings, *(head.warnings for head in heads), topic_warnings)
    sources = tuple(head.source for head in heads)
    return Survey(keys, sources, tuple(listed), themes_of(notes), tuple(warnings))


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    notes: SourceNotes | None
    hash: str
    key: str


def _read_all(
    seeds: Path, hashes: dict[str, str], cache: Cache, crew: Crew, tell: Progress, faults: list[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The keys of all documents, now in the cache, and what is worth a warning about the files as a whole."""
    folder = seeds / DOCUMENTS
    listing = list_documents(seeds, faults)
    files: list[_File] = []
    warnings = list(listing.warnings)
    for path in listing.paths:
        file = below(folder, path)
        notes = listing.notes.get(file)
        value = hashes.get(f"{DOCUMENTS}/{file}", "")
        files.append(_File(path, notes, value, _key(file, value, notes)))
    known = cache.keys()
    new = [file for file in files if file.key not in known]
    results = counted(
        "Reading documents", crew.map(_read, folder, new), len(files), len(files) - len(new), tell
    )
    pairs = zip(new, results, strict=True)
    while batch := list(itertools.islice(pairs, TOGETHER)):
        faults += (fault for _, given in batch for fault in given.faults)
        # What is in the cache keeps its own.
        warnings += (warning for _, given in batch if given.parts is None for warning in given.warnings)
        cache.put((file.key, given.parts) for file, given in batch if given.parts is not None)
        known |= {file.key for file, given in batch if given.parts is not None}
    keys = tuple(file.key for file in files if file.key in known)
    if not keys and not faults:
        faults.append(f"{folder} {NOTHING}")
    return keys, tuple(warnings)


@dataclass(frozen=True, slots=True)
class _Given:
    """What a file gave: a document as the cache keeps it, or why there is none."""

    parts: tuple[bytes, ...] | None = None
    faults: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def _read(folder: Path, file: _File) -> _Given:
    read = read_one(folder, file.path, file.notes)
    if read.faults:
        return _Given(faults=read.faults)
    if read.hash != file.hash:
        return _Given(faults=(f"{file.path} was changed while it was read: build again.",))
    if read.document is None:
        return _Given(warnings=read.warnings)
    words = words_of(read.document)
    head = Head(source_of(read.document), read.warnings)
    return _Given(encode(head, read.document, gist_of(read.document, words), words))


def _find(
    keys: tuple[str, ...], ids: list[str], notes: Notes, cache: Cache, crew: Crew, tell: Progress
) -> tuple[list[Listed], list[str]]:
    step, total = "Finding topics", 2 * len(keys)
    wordbook = Wordbook(usage_of(cache.gist(key) for key in keys))
    named = remembered(cache, Step.NAMES, keys, crew.map(find_names, (cache, wordbook), keys))
    names = counted(step, map(sightings, named), total, 0, tell)
    found = collect(
        zip(ids, names, strict=True), lambda: (cache.gist(key) for key in keys), least_documents(len(keys))
    )
    drafts = make_drafts(found, notes)
    del found
    spotter = make_spotter(drafts, notes)
    by_words = Names((name, number) for number, draft in enumerate(drafts) for name in draft.names)
    themes = notes.model_dump_json(include={"themes"})
    placed = remembered(
        cache, Step.PLACES, keys, crew.map(find_places, (cache, by_words, spotter, themes), keys)
    )
    tallies = tally(counted(step, map(spots, placed), total, len(keys), tell))
    return assemble(drafts, tallies, notes, spotter, len(keys))


def _key(file: str, value: str, notes: SourceNotes | None) -> str:
    """Of all that decides how a document is read."""
    said = notes.model_dump_json() if notes else ""
    return hashlib.sha256("\n".join([file, value, said]).encode()).hexdigest()

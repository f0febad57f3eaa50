"""Whether a build would go through, found without building anything."""

from __future__ import annotations

import hashlib
from pathlib import Path

from bot.briefing.building.survey import TOPICS
from bot.briefing.files import read_manifest
from bot.corpus.reader import DOCUMENTS, below, list_documents, read_one
from bot.errors import BriefsError, InputFaults
from bot.topics.curator import read_notes


def input_faults(seeds: Path, briefs: Path) -> list[str]:
    """What would stop a build of `seeds`, a sentence each: in the curator's files, and in documents that have changed.

    Documents that `briefs` was built from as they stand have passed already, and are not read again.
    """
    faults: list[str] = []
    if not seeds.is_dir():
        return [f"{seeds} is not a folder: name the one that holds `documents`, or make it."]
    read_notes(seeds / TOPICS, faults)
    try:
        listing = list_documents(seeds, faults)
    except InputFaults as error:
        return [*error.faults, *faults]
    folder = seeds / DOCUMENTS
    passed = _inputs(briefs)
    for path in listing.paths:
        file = below(folder, path)
        if passed.get(f"{DOCUMENTS}/{file}") != _sha(path):
            faults += read_one(folder, path, listing.notes.get(file)).faults
    return faults


def _inputs(briefs: Path) -> dict[str, str]:
    try:
        return read_manifest(briefs).inputs
    except BriefsError:
        return {}


def _sha(path: Path) -> str | None:
    """The hash of a file; None for one that cannot be read, which reading it names."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None

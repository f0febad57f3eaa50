"""Indexes kept in files: made once for what they are made of, and opened by every later start.

An index is a folder of files and a seal, which says what it was made of, by which code, and what each file holds. The
folder is put in place whole and never written to again, so that any number of processes may have it open; one whose
seal does not fit it, for whatever reason, is made anew. Removing the folders loses nothing but time.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import platform
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol, Self, TypeVar

from bot.briefing.files import flush
from bot.errors import BriefsError

log = logging.getLogger(__name__)

SEAL = "seal.json"
TABLES = "tables.sqlite3"
DRAFT = ".making-"
ABANDONED = 86_400.0
"""Seconds after which nobody works on a draft any more."""
KEPT = 3
"""Indexes of one name that are kept, those opened last: other briefs or another version may share the folder."""


class Index(Protocol):
    """What can be kept."""

    def save(self, folder: Path) -> None:
        """Write all of it into a folder."""

    @classmethod
    def open(cls, folder: Path) -> Self:
        """What `save` wrote; an OSError, sqlite3.Error or BriefsError where that cannot be read."""


class Tables:
    """What is kept as one SQLite database: filled by whoever makes it, and only read afterwards, by any number of threads."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect(":memory:", check_same_thread=False)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """What `save` wrote; sqlite3.Error where that cannot be opened."""
        tables = cls.__new__(cls)
        # Immutable: without locks, and without files beside it.
        place = f"{(folder / TABLES).absolute().as_uri()}?mode=ro&immutable=1"
        tables._connection = sqlite3.connect(place, uri=True, check_same_thread=False)
        return tables

    def save(self, folder: Path) -> None:
        """Write it to a folder; sqlite3.Error where that is not possible."""
        with closing(sqlite3.connect(folder / TABLES)) as file:
            self._connection.backup(file)

    def close(self) -> None:
        """Let go of it."""
        self._connection.close()


K = TypeVar("K", bound=Index)


def kept(folder: Path | None, name: str, kind: type[K], made_of: object, make: Callable[[], K]) -> K:
    """The index of this name that is made of `made_of` (as JSON has it): from its file in `folder`, or else made anew.

    What was made is put into the folder, whose parent must exist, and opened there; where that is not possible, it
    stays in memory.
    """
    if folder is None:
        return make()
    mark = hashlib.sha256(f"{name} {_version()} {json.dumps(made_of)}".encode()).hexdigest()
    place = folder / f"{name}-{mark[:16]}"
    index = _opened(place, mark, kind)
    if index is not None:
        return index
    made = make()
    why: Exception | None = None
    try:
        _put(made, place, mark)
        _tidy(folder, name)
    except (OSError, sqlite3.Error) as error:
        why = error  # or another process was quicker
    index = _opened(place, mark, kind)
    if index is None:
        log.info("The index of %s cannot be kept in %s and is made at every start: %s", name, folder, why)
    return made if index is None else index


def _opened(place: Path, mark: str, kind: type[K]) -> K | None:
    try:
        if (place / SEAL).read_bytes() != _seal(place, mark):
            return None
        index = kind.open(place)
    except (OSError, sqlite3.Error, BriefsError):
        return None
    with suppress(OSError):  # it may be another's
        os.utime(place)
    return index


def _put(made: Index, place: Path, mark: str) -> None:
    """Write an index beside its place, flush it to disk and move it there; what stood there is removed."""
    place.parent.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=place.parent, prefix=DRAFT, ignore_cleanup_errors=True) as draft:
        new = Path(draft) / "new"
        new.mkdir()
        made.save(new)
        (new / SEAL).write_bytes(_seal(new, mark))
        for path in (*new.iterdir(), new):
            flush(path)
        with suppress(FileNotFoundError):
            place.rename(Path(draft) / "old")
        new.rename(place)


def _seal(place: Path, mark: str) -> bytes:
    """The seal that fits the files in a folder."""
    files = {}
    for path in sorted(place.iterdir()):
        if path.name != SEAL:
            with path.open("rb") as file:
                files[path.name] = hashlib.file_digest(file, "sha256").hexdigest()
    return json.dumps({"mark": mark, "files": files}, indent=1).encode()


def _tidy(folder: Path, name: str) -> None:
    """Remove the indexes of a name that were not opened for longest, and what was left half made."""
    lately = sorted(folder.glob(f"{name}-*"), key=lambda place: place.stat().st_mtime, reverse=True)
    drafts = folder.glob(f"{DRAFT}*")
    for place in (
        *lately[KEPT:],
        *(draft for draft in drafts if time.time() - draft.stat().st_mtime > ABANDONED),
    ):
        shutil.rmtree(place, ignore_errors=True)


@cache
def _version() -> str:
    """What indexes depend on beside what they are made of: the code that makes them, and every library it may call."""
    root = Path(__file__).parents[1]
    digest = hashlib.sha256(platform.python_version().encode())
    for path in sorted((*root.glob("lookup/*.py"), *root.glob("topics/*.py"), root / "briefing/models.py")):
        digest.update(path.read_bytes())
    for library in sorted(path.name for place in sys.path for path in Path(place).glob("*.dist-info")):
        digest.update(library.encode())
    return digest.hexdigest()

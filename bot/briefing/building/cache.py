"""What a build remembers for the next one: each document as it was read, and what each file was made from.

An SQLite file in a folder beside the briefs. It is never needed: where it is missing, of another version or damaged,
everything is made anew, with the same bytes as result.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import platform
import shutil
import sqlite3
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bot.briefing import timeline
from bot.briefing.figures import ledger
from bot.briefing.models import Source
from bot.briefing.voices import attribution
from bot.corpus import quotations
from bot.corpus.document import Document
from bot.topics import anaphora
from bot.topics.gist import Gist, Words
from bot.topics.matcher import keys as keys_of
from bot.topics.territories import country_of
from bot.topics.tokens import pack, tokens, unpack

FILE = "build.sqlite3"
AT_HAND = 6_000
"""Documents that all processes together keep at hand: of news, a gigabyte and a half with all that is worked out of them."""


class CacheFault(Exception):  # noqa: N818  # it is mended by making everything anew
    """The cache is damaged, or cannot be read or written."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the build as a whole must know of a document."""

    source: Source
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A file that a build wrote: the hash of what it was made from, and of its bytes."""

    fingerprint: str
    sha: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a document, its title included, each once."""

    words: frozenset[str]
    """In lower case."""
    keys: frozenset[str]
    """As names are compared."""
    countries: frozenset[str]
    """The codes of the countries that words say something is of."""


class Step(StrEnum):
    """What is found in a document and depends on other documents too."""

    NAMES = "names"
    PLACES = "places"


_PARTS: dict[str, TypeAdapter[Any]] = {
    "head": TypeAdapter(Head),
    "document": TypeAdapter(Document),
    "gist": TypeAdapter(Gist),
    "words": TypeAdapter(list[list[int]]),
    "vocabulary": TypeAdapter(Vocabulary),
    anaphora.KEY: TypeAdapter(anaphora.Anaphors),
    quotations.KEY: TypeAdapter(quotations.View),
    attribution.KEY: TypeAdapter(attribution.Voices),
    timeline.KEY: TypeAdapter(timeline.Moments),
    ledger.KEY: TypeAdapter(ledger.Figures),
}
_WORKED_OUT = (anaphora.KEY, quotations.KEY, attribution.KEY, timeline.KEY, ledger.KEY)
"""What a document remembers: a process cannot keep all documents at hand, and these take longer than reading them."""


def encode(head: Head, document: Document, gist: Gist, words: Words) -> tuple[bytes, ...]:
    """A document as `put` takes it."""
    # What the title names a passage may take up.
    said = [*tokens(document.title), *(token for run in words for token in run)]
    small = frozenset(token.lower for token in said)
    values = {
        "head": head,
        "document": document,
        "gist": gist,
        "words": [pack(run) for run in words],
        "vocabulary": Vocabulary(
            small,
            frozenset(key for word in {token.text for token in said} for key in keys_of(word)),
            frozenset(code for word in small if (code := country_of(word))),
        ),
        # What comes first is asked for by what comes after.
        anaphora.KEY: anaphora.anaphors(document, words),
        quotations.KEY: quotations.view_of(document),
        attribution.KEY: attribution.voices_of(document),
        timeline.KEY: timeline.all_moments(document),
        ledger.KEY: ledger.figures_of(document),
    }
    return tuple(_sealed(adapter.dump_json(values[part])) for part, adapter in _PARTS.items())


class Cache:
    """An open cache. A document's key says what it was read from, so that what is found under it is never out of date."""

    def __init__(self, path: Path, at_hand: int = AT_HAND) -> None:
        """Open the file at `path`, or make it; CacheFault where that is not possible. `at_hand`: of each process."""
        self.path = path
        self._at_hand = at_hand
        with _faults():
            self._connection = sqlite3.connect(path, isolation_level=None)
        self.document = lru_cache(maxsize=at_hand)(self._document)
        """A document, by its key; from memory where it was read lately."""

    def __reduce__(self) -> tuple[type[Cache], tuple[Path, int]]:
        """Another process opens the file for itself."""
        return Cache, (self.path, self._at_hand)

    def prepare(self, version: str) -> None:
        """Make ready for writing; what another version has left is forgotten."""
        with _faults():
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = OFF")
            self._connection.execute("CREATE TABLE IF NOT EXISTS version (version TEXT)")
            if self._connection.execute("SELECT version FROM version").fetchall() != [(version,)]:
                self._make(version)

    def _make(self, version: str) -> None:
        parts = ", ".join(f"{part} BLOB" for part in _PARTS)
        for table, columns in (
            ("documents", f"key TEXT PRIMARY KEY, {parts}"),
            ("found", "step TEXT, key TEXT, mark TEXT, rows BLOB, PRIMARY KEY (step, key)"),
            ("made", "name TEXT PRIMARY KEY, fingerprint TEXT, sha TEXT"),
        ):
            self._connection.execute(f"DROP TABLE IF EXISTS {table}")
            self._connection.execute(f"CREATE TABLE {table} ({columns})")
        self._connection.execute("DELETE FROM version")
        self._connection.execute("INSERT INTO version VALUES (?)", (version,))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def keys(self) -> set[str]:
        """The keys of all documents it holds."""
        with _faults():
            return {key for (key,) in self._connection.execute("SELECT key FROM documents")}

    def put(self, documents: Iterable[tuple[str, tuple[bytes, ...]]]) -> None:
        """Keep documents under their keys, as `encode` gives them."""
        marks = ", ".join("?" for _ in _PARTS)
        insert = f"INSERT OR REPLACE INTO documents VALUES (?, {marks})"  # noqa: S608  # the marks are question marks
        with _faults():
            self._connection.execute("BEGIN")
            for key, parts in documents:
                self._connection.execute(insert, (key, *parts))
            self._connection.execute("COMMIT")

    def found(self, step: Step, key: str, mark: str) -> Any | None:
        """What a step found in a document, where it was found from what `mark` is the hash of."""
        with _faults():
            select = "SELECT rows FROM found WHERE step = ? AND key = ? AND mark = ?"
            row = self._connection.execute(select, (step, key, mark)).fetchone()
            return None if row is None else json.loads(_unsealed(row[0]))

    def put_found(self, step: Step, rows: Iterable[tuple[str, str, Any]]) -> None:
        """Keep what a step has found: `(key of the document, hash of what it was found from, rows of plain values)`."""
        with _faults():
            self._connection.execute("BEGIN")
            self._connection.executemany(
                "INSERT OR REPLACE INTO found VALUES (?, ?, ?, ?)",
                (
                    (step, key, mark, _sealed(json.dumps(value, ensure_ascii=False).encode()))
                    for key, mark, value in rows
                ),
            )
            self._connection.execute("COMMIT")

    def made(self) -> dict[str, Made]:
        """What is known of the files that the last build wrote, by name."""
        with _faults():
            rows = self._connection.execute("SELECT name, fingerprint, sha FROM made").fetchall()
            return {name: Made(fingerprint, sha) for name, fingerprint, sha in rows}

    def keep(self, keys: Iterable[str], made: dict[str, Made]) -> None:
        """Keep these documents and forget the others; `made` is what was written now."""
        with _faults():
            self._connection.execute("BEGIN")
            gone = self.keys() - set(keys)
            self._connection.executemany("DELETE FROM documents WHERE key = ?", [(key,) for key in gone])
            self._connection.executemany("DELETE FROM found WHERE key = ?", [(key,) for key in gone])
            self._connection.execute("DELETE FROM made")
            rows = [(name, one.fingerprint, one.sha) for name, one in made.items()]
            self._connection.executemany("INSERT INTO made VALUES (?, ?, ?)", rows)
            self._connection.execute("COMMIT")

    def head(self, key: str) -> Head:
        """What the build as a whole must know of a document."""
        return self._parts(key, "head")[0]  # type: ignore[no-any-return]  # the adapter of this part gives it

    def gist(self, key: str) -> Gist:
        """What finding topics must know of a document."""
        return self._parts(key, "gist")[0]  # type: ignore[no-any-return]  # likewise

    def vocabulary(self, key: str) -> Vocabulary:
        """The words of a document, each once."""
        return self._parts(key, "vocabulary")[0]  # type: ignore[no-any-return]  # likewise

    def _document(self, key: str) -> Document:
        document, *found = self._parts(key, "document", *_WORKED_OUT)
        document.remembered.update(zip(_WORKED_OUT, found, strict=True))
        return document  # type: ignore[no-any-return]  # the adapter of this part gives it

    def words(self, key: str) -> Words:
        """The words of a document's passages."""
        document = self.document(key)
        [runs] = self._parts(key, "words")
        with _faults():
            return [unpack(p.text, run) for p, run in zip(document.passages, runs, strict=True)]

    def _parts(self, key: str, *parts: str) -> list[Any]:
        with _faults():
            select = f"SELECT {', '.join(parts)} FROM documents WHERE key = ?"  # noqa: S608  # parts are ours
            row = self._connection.execute(select, (key,)).fetchone()
            if row is None:
                raise CacheFault(f"{key} is gone")
            return [
                _PARTS[part].validate_json(_unsealed(data)) for part, data in zip(parts, row, strict=True)
            ]


@contextlib.contextmanager
def opened(briefs: Path, builder: str, *, jobs: int = 1, anew: bool = False) -> Iterator[Cache]:
    """The cache beside a briefs folder, or, where none can be made there, one that is gone afterwards.

    `builder` says what code made what is remembered, `jobs` how many processes will read it; `anew` forgets it all.
    """
    place = briefs.resolve().parent / f".{briefs.resolve().name}-cache"
    with contextlib.ExitStack() as stack:
        try:
            if anew:
                shutil.rmtree(place, ignore_errors=True)
            place.mkdir(parents=True, exist_ok=True)
            (place / ".gitignore").write_text("*\n")
            cache = stack.enter_context(_prepared(place / FILE, builder, jobs))
        except (OSError, CacheFault):
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="briefbot-"))
            cache = stack.enter_context(_prepared(Path(folder) / FILE, builder, jobs))
        yield cache


@contextlib.contextmanager
def _prepared(path: Path, builder: str, jobs: int) -> Iterator[Cache]:
    cache = Cache(path, AT_HAND // jobs)
    try:
        cache.prepare(_version(builder))
        yield cache
    finally:
        cache.close()


def _version(builder: str) -> str:
    """What the cache depends on beside the documents: our code and every library it may call."""
    libraries = sorted(f"{one.name} {one.version}" for one in metadata.distributions())
    return hashlib.sha256("\n".join([builder, platform.python_version(), *libraries]).encode()).hexdigest()


def _sealed(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(4) + data


def _unsealed(data: bytes) -> bytes:
    if zlib.crc32(data[4:]).to_bytes(4) != data[:4]:
        raise CacheFault("a document in the cache is damaged")
    return data[4:]


@contextlib.contextmanager
def _faults() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, ValidationError, TypeError, ValueError) as error:
        raise CacheFault(str(error)) from error

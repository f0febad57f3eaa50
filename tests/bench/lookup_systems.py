"""What finds names: ours, and what others would use. Each is given `(name, slug)` pairs, and gives slugs with scores."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import ClassVar

import thefuzz.process  # type: ignore[import-untyped]
from anyascii import anyascii
from rapidfuzz import fuzz, process

from bot.lookup import NameIndex
from bot.lookup.answers import Found

LIMIT = 10
Names = Sequence[tuple[str, str]]
Rows = list[tuple[str, float]]


class System:
    """Something that finds names."""

    decides = False
    """Whether it answers only where it is sure; the others give whatever is nearest, with a score."""

    def __init__(self, names: Names) -> None:
        raise NotImplementedError

    def find(self, query: str) -> Rows:
        """Slugs and scores, best first, higher is surer."""
        raise NotImplementedError

    def complete(self, typed: str) -> Rows:
        """Likewise for a text that is still being typed."""
        return self.find(typed)

    def save(self, folder: Path) -> Callable[[], object] | None:
        """Write it to a folder; what opens it there and asks it something. None where nothing can be kept."""
        return None


class Search(System):
    """Our index, and whatever it finds nearest."""

    def __init__(self, names: Names) -> None:
        self._index = NameIndex(names)

    def find(self, query: str) -> Rows:
        return [(one.slug, one.score) for one in self._index.search(query, LIMIT)]

    def complete(self, typed: str) -> Rows:
        return [(one.slug, one.score) for one in self._index.suggest(typed)]

    def save(self, folder: Path) -> Callable[[], object]:
        self._index.save(folder)
        return lambda: NameIndex.open(folder).search("a name")


class Resolve(Search):
    """Our index, and what it answers with."""

    decides = True

    def find(self, query: str) -> Rows:
        answer = self._index.resolve(query)
        return [(answer.match.slug, answer.match.score)] if isinstance(answer, Found) else []


def fold(text: str) -> str:
    """Other scripts in Latin letters, small ones, words parted by one space: what peers are given to compare."""
    plain = anyascii(unicodedata.normalize("NFKC", text)).lower()
    return " ".join("".join(letter if letter.isalnum() else " " for letter in plain).split())


class Scan(System):
    """rapidfuzz over all names, each folded once."""

    scorer: ClassVar[Callable[..., float]]

    def __init__(self, names: Names) -> None:
        self._slugs = [slug for _, slug in names]
        self._folded = [fold(name) for name, _ in names]

    def find(self, query: str) -> Rows:
        found = process.extract(fold(query), self._folded, scorer=type(self).scorer, limit=LIMIT)
        return [(self._slugs[place], score) for _, score, place in found]


class TokenRatio(Scan):
    """By `token_ratio`."""

    scorer = fuzz.token_ratio


class WRatio(Scan):
    """By `WRatio`."""

    scorer = fuzz.WRatio


class TheFuzz(System):
    """thefuzz over all names as they are written: it folds by itself."""

    def __init__(self, names: Names) -> None:
        self._slugs = [slug for _, slug in names]
        self._names = dict(enumerate(name for name, _ in names))

    def find(self, query: str) -> Rows:
        found = thefuzz.process.extract(query, self._names, limit=LIMIT)
        return [(self._slugs[place], score) for _, score, place in found]


class Trigrams(System):
    """SQLite's full-text index over letter triples of the folded names, ranked by BM25."""

    def __init__(self, names: Names) -> None:
        self._slugs = [slug for _, slug in names]
        self._database = sqlite3.connect(":memory:")
        self._database.execute("create virtual table names using fts5(folded, tokenize='trigram')")
        rows = enumerate(fold(name) for name, _ in names)
        self._database.executemany("insert into names(rowid, folded) values (?, ?)", rows)
        self._database.commit()

    def find(self, query: str) -> Rows:
        return [(self._slugs[row], score) for row, score in _matches(self._database, query)]

    def save(self, folder: Path) -> Callable[[], object]:
        file = str(folder / "names.sqlite3")
        self._database.execute("vacuum into ?", (file,))

        def ask() -> Iterable[tuple[int, float]]:
            with closing(sqlite3.connect(file)) as database:
                return _matches(database, "a name")

        return ask


def _matches(database: sqlite3.Connection, query: str) -> list[tuple[int, float]]:
    folded = fold(query)
    triples = sorted({folded[start : start + 3] for start in range(len(folded) - 2)})
    if not triples:
        return []
    return database.execute(
        "select rowid, -rank from names where folded match ? order by rank limit ?",
        (" OR ".join(f'"{triple}"' for triple in triples), LIMIT),
    ).fetchall()


SYSTEMS: dict[str, type[System]] = {
    "resolve": Resolve,
    "search": Search,
    "token_ratio": TokenRatio,
    "WRatio": WRatio,
    "FTS5": Trigrams,
    "thefuzz": TheFuzz,
}

"""Full-text search over the passages of the corpus, by SQLite's FTS5.

FTS5 is given stems and parts them at spaces: what is a word, and which words are one, is decided in `stems` alone.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.briefing.models import Source, StoredDocument
from bot.lookup.answers import Hit
from bot.lookup.nearness import Held, held
from bot.lookup.stems import Asked, sought, stems

LONGEST_QUERY = 200
"""Characters read of a query."""
READ = 50
"""Paragraphs of the engine's ranking that are read, to rank those higher where the words stand near each other."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph that holds what was looked for, with where it does; `rank` is BM25, higher is better."""

    source: Source
    number: int
    start: int
    text: str
    rank: float
    held: Held

    @property
    def worth(self) -> float:
        """Its rank, up to twice as much where what was looked for stands together."""
        return self.rank * (1.0 + self.held.tightness)


class PassageIndex:
    """Every paragraph of the stored documents, searchable by its words in any inflection."""

    def __init__(self, documents: Iterable[StoredDocument], connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._sources: list[Source] = []
        connection.execute(
            "CREATE TABLE paragraph (source INTEGER, number INTEGER, start INTEGER, text TEXT)"
        )
        connection.execute("CREATE VIRTUAL TABLE passage USING fts5(stems, content = '', tokenize = 'ascii')")
        with connection:
            for document in documents:
                number = len(self._sources)
                self._sources.append(document.source)
                rows = [(number, p.number, p.start, p.text) for p in document.paragraphs]
                connection.executemany("INSERT INTO paragraph VALUES (?, ?, ?, ?)", rows)
            texts = connection.execute("SELECT rowid, text FROM paragraph")
            connection.executemany(
                "INSERT INTO passage (rowid, stems) VALUES (?, ?)",
                ((key, stems(text)) for key, text in texts),
            )
        (self._size,) = connection.execute("SELECT count(*) FROM paragraph").fetchone()

    def __len__(self) -> int:
        """How many paragraphs there are."""
        return int(self._size)

    def search(self, text: str, limit: int = 10) -> list[Hit]:
        """Paragraphs that hold all that `text` asks for, those first where it stands near each other.

        Words in quotation marks stand side by side. Where nothing has the last word, it may be the beginning of one.
        """
        wanted = sought(text[:LONGEST_QUERY])
        found = self.holding(wanted) or self.holding(wanted, unfinished=True)
        return [
            Hit(one.source, one.number, one.start, one.start + len(one.text), one.text)
            for one in found[:limit]
        ]

    def holding(self, wanted: Sequence[Asked], *, unfinished: bool = False) -> list[Paragraph]:
        """The best paragraphs that hold all that is wanted; `unfinished` takes the last word for a beginning of one."""
        if not wanted:
            return []
        parts = [_phrase(one) for one in wanted]
        if unfinished:
            parts[-1] += " *"
        rows = self._connection.execute(
            "SELECT paragraph.source, number, start, text, -rank FROM passage"
            " JOIN paragraph ON paragraph.rowid = passage.rowid"
            " WHERE passage MATCH ? ORDER BY rank, passage.rowid LIMIT ?",
            (" AND ".join(parts), READ),
        ).fetchall()
        found = [
            Paragraph(
                self._sources[source],
                number,
                start,
                text,
                rank,
                held(text, wanted[:-1] if unfinished else wanted),
            )
            for source, number, start, text, rank in rows
        ]
        return sorted(found, key=lambda one: -one.worth)

    def count(self, wanted: Asked) -> int:
        """How many paragraphs hold it."""
        query = "SELECT count(*) FROM passage WHERE passage MATCH ?"
        return int(self._connection.execute(query, (_phrase(wanted),)).fetchone()[0])

    def close(self) -> None:
        """Let go of the database."""
        self._connection.close()


def _phrase(one: Asked) -> str:
    """Stems side by side, for FTS5: what a person types is text to look for, never query syntax."""
    return '"' + " ".join(one.stems).replace('"', '""') + '"'

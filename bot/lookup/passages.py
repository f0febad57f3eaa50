"""Full-text search over the passages of the corpus, by SQLite's FTS5.

FTS5 is given stems and parts them at spaces: what is a word, and which words are one, is decided in `stems` alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.briefing.models import Source, StoredDocument
from bot.lookup.answers import Hit
from bot.lookup.kept import Tables
from bot.lookup.nearness import Held, held
from bot.lookup.stems import Asked, asked, sought, stems

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


class PassageIndex(Tables):
    """Every paragraph of the stored documents, searchable by its words in any inflection."""

    def __init__(self, documents: Iterable[StoredDocument]) -> None:
        super().__init__()
        self._connection.executescript(
            "CREATE TABLE source (number INTEGER PRIMARY KEY, data TEXT);"
            "CREATE TABLE paragraph (source INTEGER, number INTEGER, start INTEGER, text TEXT);"
            "CREATE VIRTUAL TABLE passage USING fts5(stems, content = '', tokenize = 'ascii');"
        )
        with self._connection as into:
            for number, document in enumerate(documents):
                into.execute("INSERT INTO source VALUES (?, ?)", (number, document.source.model_dump_json()))
                rows = [(number, p.number, p.start, p.text) for p in document.paragraphs]
                into.executemany("INSERT INTO paragraph VALUES (?, ?, ?, ?)", rows)
            texts = into.execute("SELECT rowid, text FROM paragraph")
            into.executemany(
                "INSERT INTO passage (rowid, stems) VALUES (?, ?)",
                ((key, stems(text)) for key, text in texts),
            )

    def __len__(self) -> int:
        """How many paragraphs there are."""
        # They are numbered from 1, and counting them would read them all.
        return int(self._connection.execute("SELECT ifnull(max(rowid), 0) FROM paragraph").fetchone()[0])

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
            "SELECT source.data, paragraph.number, start, text, -worth FROM"
            " (SELECT rowid AS key, rank AS worth FROM passage WHERE passage MATCH ? ORDER BY rank, rowid LIMIT ?)"
            " JOIN paragraph ON paragraph.rowid = key JOIN source ON source.number = paragraph.source"
            " ORDER BY worth, key",
            (" AND ".join(parts), READ),
        ).fetchall()
        found = [
            Paragraph(
                Source.model_validate_json(source),
                number,
                start,
                text,
                rank,
                held(text, wanted[:-1] if unfinished else wanted),
            )
            for source, number, start, text, rank in rows
        ]
        return sorted(found, key=lambda one: -one.worth)

    def writes(self, word: str) -> bool:
        """Whether one of the best paragraphs for a word has it as it is, in small letters."""
        small = re.compile(rf"(?<!\w){re.escape(word.lower())}(?!\w)")
        return any(small.search(one.text) for one in self.holding(asked(word[:LONGEST_QUERY])))

    def count(self, wanted: Asked) -> int:
        """How many paragraphs hold it."""
        query = "SELECT count(*) FROM passage WHERE passage MATCH ?"
        return int(self._connection.execute(query, (_phrase(wanted),)).fetchone()[0])


def _phrase(one: Asked) -> str:
    """Stems side by side, for FTS5: what a person types is text to look for, never query syntax."""
    return '"' + " ".join(one.stems).replace('"', '""') + '"'

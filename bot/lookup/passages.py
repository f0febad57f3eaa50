"""Full-text search over the passages of the corpus, by SQLite's FTS5."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable

from bot.briefing.models import Source, StoredDocument
from bot.lookup.answers import Hit

_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_WORD = re.compile(r"\w+", re.UNICODE)


class PassageIndex:
    """Every paragraph of the stored documents, searchable by its words in any inflection that Porter's stemmer joins."""

    def __init__(self, documents: Iterable[StoredDocument], connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._sources: dict[str, Source] = {}
        connection.execute(
            "CREATE VIRTUAL TABLE passage USING fts5("
            " text, source UNINDEXED, paragraph UNINDEXED, start UNINDEXED,"
            " tokenize = 'porter unicode61 remove_diacritics 2')"
        )
        with connection:
            for document in documents:
                self._sources[document.source.id] = document.source
                connection.executemany(
                    "INSERT INTO passage VALUES (?, ?, ?, ?)",
                    [(p.text, document.source.id, p.number, p.start) for p in document.paragraphs],
                )

    def search(self, text: str, limit: int = 10) -> list[Hit]:
        """Paragraphs that hold all words of `text`, the nearest to the words' own order first."""
        words = _WORD.findall(text[:200])
        if not words:
            return []
        # Each word is quoted: what a person types is text to look for, never query syntax.
        query = " ".join(f'"{word}"' for word in words)
        rows = self._connection.execute(
            "SELECT text, source, paragraph, start FROM passage WHERE passage MATCH ? ORDER BY rank, rowid LIMIT ?",
            (query, limit),
        ).fetchall()
        if not rows and _UNSPACED.search(text):
            # Scripts without spaces have no words that the tokenizer could part.
            rows = self._connection.execute(
                "SELECT text, source, paragraph, start FROM passage WHERE instr(text, ?) ORDER BY rowid LIMIT ?",
                (text.strip(), limit),
            ).fetchall()
        return [
            Hit(self._sources[source], paragraph, start, start + len(quote), quote)
            for quote, source, paragraph, start in rows
        ]

    def close(self) -> None:
        """Let go of the database."""
        self._connection.close()

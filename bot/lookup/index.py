"""Names, found as people type them: built, written to a folder and read from it; searched, decided and completed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from bot.lookup import table
from bot.lookup.answers import Ambiguous, Found, NotFound, Suggestion
from bot.lookup.deciding import Decider
from bot.lookup.searching import Searcher
from bot.lookup.suggesting import Suggester


class NameIndex:
    """An index over `(name or alias, topic slug)` pairs, the weightiest topic first. Reading it is thread-safe."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._read(table.build(names))

    @classmethod
    def open(cls, folder: Path) -> NameIndex:
        """The index that `save` wrote, by memory map; BriefsError says what is wrong with it."""
        index = cls.__new__(cls)
        index._read(table.load(folder))
        return index

    def save(self, folder: Path) -> None:
        """Write the index to a folder, to be opened in no time."""
        table.save(self._arrays, folder)

    def _read(self, arrays: table.Arrays) -> None:
        self._arrays = arrays
        self._searcher = Searcher(arrays)
        self._suggester = Suggester(arrays, self._searcher)
        self._decider = Decider(self._searcher, self._suggester)

    def resolve(self, query: str) -> Found | Ambiguous | NotFound:
        """Decide what a query means: one topic, one of a few, or none that is known. A name hit exactly is decided."""
        return self._decider.resolve(query)

    def search(self, query: str, limit: int = 10) -> list[Suggestion]:
        """Topics whose names are near the query, likeliest first, one entry a topic; scores: how likely, out of 100."""
        return self._searcher.suggestions(self._searcher.near(query, limit)[:limit])

    def suggest(
        self, typed: str, limit: int = 25, asked: Mapping[str, float] | None = None
    ) -> list[Suggestion]:
        """Topics for a text still being typed: names that go on from it first, then other words of names, then errors.

        `asked` says how much each topic is asked for, by its slug: of topics that what is typed fits as well, those
        asked for more come first.
        """
        return self._suggester.suggest(typed, limit, asked)

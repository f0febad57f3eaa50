"""Names by the first letters of their words: “sco” for the Shanghai Cooperation Organisation, if nothing is called so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.lookup.keys import is_small
from bot.lookup.likeness import word_hash
from bot.lookup.romanise import romanise
from bot.lookup.texts import Texts

FEWEST, MOST = 3, 8
"""Letters of an abbreviation: two are too many names'."""
LIKELY = 60.0
"""How likely, out of 100, a name is meant by its initials that no other has."""
BY_CHANCE = 10.0
"""How much of that each name takes away that would have them by chance."""
LETTERS = 26
Arrays = dict[str, npt.NDArray[Any]]


class Initials:
    """Names, by their rows, of three words and more that tell."""

    def __init__(self, arrays: Arrays, names: Texts) -> None:
        self._hashes = arrays["hashes"]
        self._rows = arrays["rows"]
        self._names = names

    @staticmethod
    def build(folded: Iterable[str]) -> Arrays:
        """The arrays of these names, in the order of their rows."""
        found = [(word_hash(short), row) for row, name in enumerate(folded) if (short := initials(name))]
        found.sort()
        return {
            "hashes": np.array([hash_ for hash_, _ in found], np.uint32),
            "rows": np.array([row for _, row in found], np.uint32),
        }

    def rows(self, word: str) -> list[int]:
        """The rows of the names that have these initials."""
        if not FEWEST <= len(word) <= MOST:
            return []
        wanted = np.uint32(word_hash(word))
        first, last = (int(np.searchsorted(self._hashes, wanted, side)) for side in ("left", "right"))
        rows: list[int] = self._rows[first:last].tolist()
        # Another word may have the same hash.
        return [row for row in rows if initials(romanise(self._names[row])) == word]

    def likely(self, word: str, bearers: int) -> float:
        """How likely, out of 100, one of so many names with these initials is meant by them."""
        by_chance = len(self._rows) / float(LETTERS ** len(word))
        return LIKELY / max(1.0, bearers + BY_CHANCE * by_chance)


def initials(folded: str) -> str:
    """The first letters of the words of a folded name, small ones left out; empty where there are too few or too many."""
    words = [word for word in folded.split() if not is_small(word)]
    return "".join(word[0] for word in words) if FEWEST <= len(words) <= MOST else ""

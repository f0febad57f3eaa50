"""The few of very many names that are worth measuring against a query: those that share letters or consonants with it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bot.lookup.bags import Bags
from bot.lookup.bones import bones
from bot.lookup.distinct import distinct
from bot.lookup.grams import Grams
from bot.lookup.table import Arrays, part
from bot.lookup.weights import tenfold

CANDIDATES, MORE, BY_BAG = 55, 25, 50
"""Names compared with a query letter by letter where there are ten times `weights.FEW` or less, and how many more for each ten
times as many: likewise by letters in a row in another script, by which letters they have in Latin letters …"""
SHARING_MOST = 0.8
"""… unless a name shares so much of the letters in a row, of the query's and of its own together."""
BY_BONES, TIMES = 40, 2.5
"""Names looked at for their consonants with a query in another script, which gives fewer letters to go by; and how many
times as many where there are ten times as many names."""
Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


class Some(NamedTuple):
    """Names (rows of the table), and what they and a query share."""

    rows: Numbers
    shares: Floats
    """Three rows: of the query's letters in a row, and of their own; of the query's consonants, 0 where not looked for."""

    @classmethod
    def by_letters(cls, rows: Numbers, asked: Floats, owned: Floats) -> Some:
        """Those of which consonants are not looked for."""
        return cls(rows, np.array((asked, owned, np.zeros(len(rows))), np.float32))

    def those(self, which: Flags) -> Some:
        """Some of them."""
        return Some(self.rows[which], self.shares[:, which])


class Candidates:
    """Finds them."""

    def __init__(self, arrays: Arrays) -> None:
        self._letters = Grams(part(arrays, "letters"))
        self._bones = Grams(part(arrays, "bones"))
        self._bags = Bags(part(arrays, "bags"))
        more = tenfold(len(arrays["topics"]))
        self._more, self._by_bag = (round(few * max(more - 1, 0)) for few in (MORE, BY_BAG))
        self._by_bones = round(BY_BONES * TIMES**more)

    def spelt(self, query: str) -> Some:
        """The names that a folded text in their own letters may be, with slips."""
        rows, asked, owned = self._letters.near(query, CANDIDATES)
        if self._by_bag and (asked + owned).max(initial=0.0) < SHARING_MOST:
            also = self._bags.near(query, self._by_bag)
            rows, asked, owned = self._letters.near(query, CANDIDATES, also)
        return Some.by_letters(rows, asked, owned)

    def heard(self, query: str, spelt: str) -> tuple[Some, Some]:
        """The names that a folded text may be in other letters, if it most likely spells `spelt`; and those in the same."""
        most = CANDIDATES + self._more
        rows, asked, owned = self._letters.near(query, most)
        also, also_asked, also_owned = self._letters.near(spelt, most)
        others, by_bones, _ = self._bones.near(bones(spelt) or "0", self._by_bones)
        every = distinct(np.concatenate((rows, also, others)))
        shares = np.zeros((3, len(every)), np.float32)
        shares[:2, every.searchsorted(rows)] = asked, owned
        two = every.searchsorted(also)
        shares[:2, two] = np.maximum(shares[:2, two], (also_asked, also_owned))
        shares[2, every.searchsorted(others)] = by_bones
        return Some(every, shares), Some.by_letters(rows, asked, owned)

    def ease(self, text: str) -> float:
        """How common among the names what a folded text has in a row is (`Grams.ease`)."""
        return self._letters.ease(text)

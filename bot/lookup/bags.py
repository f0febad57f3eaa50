"""Names by the letters they are made of, in whatever order: where two slips leave no three letters in a row as they were.

Of names that start with the same letter and are about as long, those are near that have nearly the same letters. Which
letters a name has is one number of 32 bits, so that ten thousand names are told in some microseconds.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.lookup.grams import CODES, LETTERS, TABLE
from bot.lookup.texts import Texts

LONGEST = 63
"""Letters of a text beyond which all count as so long."""
LONGER, OTHERS = 2, 4
"""By how many letters a name may be longer or shorter, and how many letters it may have that the other has not, or lack:
two slips do no more."""
_LENGTHS = LONGEST + 1
_BIT = [0, *(1 << number % 32 for number in range(len(LETTERS) - 1))]
"""The bit of each letter's code: a space has none, and some digits share one with a letter."""
_BITS = np.array(_BIT, np.uint32)
Numbers = npt.NDArray[np.int64]


class Bags:
    """Texts by their first letter, their length and the letters they have."""

    def __init__(self, parts: Mapping[str, npt.NDArray[Any]]) -> None:
        self._bags = parts["bags"]
        self._rows = parts["rows"]
        self._starts = parts["starts"]

    @staticmethod
    def build(texts: Texts) -> dict[str, npt.NDArray[Any]]:
        """The arrays for `Bags`, from folded texts.

        Keys: `bags` (which letters a text has) and `rows` (its number), by first letter and length; and `starts` (where
        the texts of each of these start).
        """
        bounds = texts.bounds.astype(np.int64)
        codes = CODES[texts.data]
        bags = np.bitwise_or.reduceat(_BITS[codes], bounds[:-1]) if len(texts) else np.zeros(0, np.uint32)
        groups = codes[bounds[:-1]] * np.int64(_LENGTHS) + np.minimum(np.diff(bounds), LONGEST)
        order = groups.argsort(kind="stable")
        counts = np.bincount(groups, minlength=len(LETTERS) * _LENGTHS)
        return {
            "bags": bags[order],
            "rows": order.astype(np.uint32),
            "starts": np.concatenate((np.zeros(1, np.int64), counts.cumsum())).astype(np.uint32),
        }

    def near(self, text: str, most: int) -> Numbers:
        """The texts (at most so many, in no order) that have most nearly the letters of a folded text."""
        codes = text.encode("ascii").translate(TABLE)
        group, bag = codes[0] * _LENGTHS, 0
        for code in set(codes):
            bag |= _BIT[code]
        first = group + min(max(len(text) - LONGER, 0), LONGEST)
        last = group + min(len(text) + LONGER, LONGEST)
        start, end = int(self._starts[first]), int(self._starts[last + 1])
        others = np.bitwise_count(self._bags[start:end] ^ np.uint32(bag))
        found = (others <= OTHERS).nonzero()[0]
        if len(found) > most:
            found = found[others[found].argpartition(most)[:most]]
        rows: Numbers = self._rows[start:end][found].astype(np.int64)
        return rows

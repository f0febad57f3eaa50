"""Which of very many texts share letters with a text: an inverted index of their grams, in flat arrays.

A gram is three letters in a row, or a word's first letter or last (a pair with the space beside it).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.lookup.distinct import distinct
from bot.lookup.texts import Texts

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]

LETTERS = b" abcdefghijklmnopqrstuvwxyz0123456789"
"""What folded text is made of; a letter's place here is its code, 0 to 36."""
CODES: Bytes = np.zeros(256, np.uint8)
CODES[np.frombuffer(LETTERS, np.uint8)] = np.arange(len(LETTERS), dtype=np.uint8)
TABLE = CODES.tobytes()

_BASE = len(LETTERS)
_PAIRS = _BASE**2
SIZE = _PAIRS + _BASE**3
"""How many pairs and triples there are: less than 2**16, so that sorting them takes two passes."""
KEEP, MOST = 0.1, 0.4
"""What a text must share of what the best one does, to be looked at, for each ten times as many texts beyond ten; and at
most. Among few it is no pain to look at all."""
BUDGET = 300_000
"""Entries read for one query: what bounds its time where there are a million names."""


@lru_cache(maxsize=64)
def _set(text: str) -> frozenset[int]:
    """The numbers of the grams of a folded text with a space at either end."""
    codes = f" {text} ".encode("ascii").translate(TABLE)
    grams = {
        _PAIRS + _BASE * (_BASE * one + two) + three
        for one, two, three in zip(codes, codes[1:], codes[2:], strict=False)
    }
    for word in codes.split(b"\0"):
        if word:
            grams.update((word[0], _BASE * word[-1]))
    return frozenset(grams)


def _grams(codes: Bytes) -> tuple[npt.NDArray[np.uint16], npt.NDArray[np.uint16]]:
    """The numbers of all pairs (one less than codes) and all triples (two less), in their order."""
    wide = codes.astype(np.uint16)
    pairs = wide[:-1] * np.uint16(_BASE) + wide[1:]
    return pairs, np.uint16(_PAIRS) + pairs[:-1] * np.uint16(_BASE) + wide[2:]


class Grams:
    """Texts by the grams in them; rare ones weigh more."""

    def __init__(self, parts: Mapping[str, npt.NDArray[Any]]) -> None:
        self._entries = parts["entries"]
        self._starts = parts["starts"]
        self._weights = parts["weights"]
        self._totals = parts["totals"]
        self._counts = np.diff(self._starts)
        self._keep = min(KEEP * math.log10(max(len(self._totals), 10) / 10), MOST)

    @staticmethod
    def build(texts: Texts) -> dict[str, npt.NDArray[Any]]:
        """The arrays for `Grams`, from folded texts.

        Keys: `entries` (the numbers of texts, for one gram after the other), `starts` (where a gram's entries start),
        `weights` (of each gram) and `totals` (of each text: the weights of its grams together).
        """
        count = len(texts)
        # Each text is laid out with a space before and after.
        bounds = texts.bounds.astype(np.int64)
        lengths = bounds[1:] - bounds[:-1] + 2
        owner = np.repeat(np.arange(count, dtype=np.uint32), lengths)
        codes = np.zeros(len(owner), np.uint8)
        inner = np.ones(len(owner), bool)
        last = np.cumsum(lengths) - 1
        inner[last] = False
        inner[last - lengths + 1] = False
        codes[inner] = CODES[texts.data]
        if len(codes) < 3:
            grams, owners = np.zeros(0, np.uint16), np.zeros(0, np.uint32)
        else:
            pairs, triples = _grams(codes)
            one = (owner[:-1] == owner[1:]) & ((codes[:-1] == 0) | (codes[1:] == 0))
            two = owner[:-2] == owner[2:]
            grams = np.concatenate((pairs[one], triples[two]))
            owners = np.concatenate((owner[:-1][one], owner[:-2][two]))
        order = np.argsort(grams, kind="stable")
        grams, owners = grams[order], owners[order]
        fresh = np.ones(len(grams), bool)
        fresh[1:] = (grams[1:] != grams[:-1]) | (owners[1:] != owners[:-1])
        grams, owners = grams[fresh], owners[fresh]
        counts = np.bincount(grams, minlength=SIZE)
        weights = np.log1p(count / (1.0 + counts)).astype(np.float32)
        totals = np.bincount(owners, weights=weights[grams], minlength=count).astype(np.float32)
        return {
            "entries": owners,
            "starts": np.concatenate((np.zeros(1, np.int64), np.cumsum(counts))).astype(np.uint32),
            "weights": weights,
            "totals": totals,
        }

    def ease(self, text: str) -> float:
        """How common the triples of a folded text are among the texts: the mean logarithm of how many have them."""
        counts = self._counts[[gram for gram in _set(text) if gram >= _PAIRS]].tolist()
        return math.log(math.prod(count + 1 for count in counts)) / len(counts) if counts else 0.0

    def near(self, text: str, most: int, also: Numbers | None = None) -> tuple[Numbers, Floats, Floats]:
        """The texts (at most so many, and also these; in no order) that share most with a folded text.

        With each: the share of the asked text's weight that it has, and the share of its own weight that was asked.
        """
        grams = np.array(sorted(_set(text)), np.int64)
        counts = self._counts[grams]
        weights = self._weights[grams]
        if counts.sum() <= BUDGET:
            read = np.arange(len(grams))
        else:
            # The rarest tell the most and are the shortest; one at least is read.
            order = counts.argsort(kind="stable")
            read = order[: max(int(counts[order].cumsum().searchsorted(BUDGET)), 1)]
        lengths = counts[read]
        lists = [
            self._entries[start : start + count]
            for start, count in zip(self._starts[grams[read]].tolist(), lengths.tolist(), strict=True)
        ]
        shared = np.zeros(len(self._totals), np.float32)
        np.add.at(shared, np.concatenate(lists), weights[read].repeat(lengths))
        every = weights.sum()
        highest = shared.max() if len(shared) else 0.0
        found = (shared > self._keep * highest).nonzero()[0]
        if len(found) > most:
            shares = shared[found]
            alike = shares / every + shares / self._totals[found]
            found = found[(-alike).argpartition(most)[:most]]
        if also is not None and len(also):
            found = distinct(np.concatenate((found, also)))
        shares = shared[found]
        return found, shares / every, shares / self._totals[found]

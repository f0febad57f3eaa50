"""How far two names are made of the same words: words that few names have tell more than those of many."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from bot.lookup.distinct import distinct

Floats = npt.NDArray[np.floating[Any]]
ALIKE = 0.6
"""Words less alike than this are other words."""
UNKNOWN = 0.35
"""What a word of a query that no name has weighs, as a share of the rarest word's weight."""
_STEP = 16.0


class WordWeights:
    """How much a word tells, by how many names have it: kept by hash, so in little memory for any number of words."""

    def __init__(self, counts: npt.NDArray[np.uint8], names: int) -> None:
        self._counts = counts
        self._last = len(counts) - 1
        by_count = np.log1p(names / np.maximum(np.exp2(np.arange(256) / _STEP) - 1.0, 1.0))
        by_count[0] *= UNKNOWN
        self._weights: list[float] = by_count.astype(np.float32).tolist()
        # Names near one query, and those of queries that follow, have many words in common.
        self._of_word = lru_cache(maxsize=2_000)(self._weight)

    @staticmethod
    def build(hashes: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint8]:
        """The array for `WordWeights`, from `word_hash` of every word of every name: the logarithms of their counts."""
        size = 1 << max(4, (4 * len(distinct(hashes))).bit_length())
        counts = np.bincount(hashes & np.uint32(size - 1), minlength=size)
        logarithms: npt.NDArray[np.float64] = np.minimum(_STEP * np.log2(1.0 + counts), 255)
        return np.round(logarithms).astype(np.uint8)

    def of(self, words: Sequence[str]) -> Floats:
        """The weight of each word."""
        return np.fromiter(map(self._of_word, words), np.float32, len(words))

    def _weight(self, word: str) -> float:
        count: int = self._counts[word_hash(word) & self._last]
        return self._weights[count]


def word_hash(word: str) -> int:
    """A number of 32 bits for a folded word, the same everywhere."""
    return zlib.crc32(word.encode("ascii"))


class Shared(NamedTuple):
    """For each name, how far it and a query have the same words: 0 to 1."""

    asked: Floats
    """The share of the query's words, by their weight, that the name has, each by the cube of its likeness …"""
    owned: Floats
    """… and of the name's that the query has …"""
    same: Floats
    """… and of the query's that the name has to the letter."""
    told: Floats
    """The weight of the name's words that the query has, each by the cube of its likeness …"""
    rarest: Floats
    """… and of the one of its words that tells most."""


def words_shared(asked: Sequence[str], names: Sequence[str], weights: WordWeights) -> Shared:
    """How far names, folded, are made of the same words as a query."""
    words = " ".join(names).split(" ")
    counts = np.array([name.count(" ") + 1 for name in names], np.int64)
    first = counts.cumsum() - counts
    of_words = weights.of(words)
    alike = cdist(asked, words, scorer=OSA.normalized_similarity, score_cutoff=ALIKE) ** 3
    named = np.add.reduceat(of_words * alike.max(axis=0), first) / np.add.reduceat(of_words, first)
    had = np.maximum.reduceat(alike * of_words, first, axis=1)
    worth = np.maximum.reduceat((alike > 0.0) * of_words, first, axis=1)
    unknown = weights.of(asked)[:, None]
    worths = np.where(worth > 0.0, worth, unknown)
    same = np.logical_or.reduceat(alike == 1.0, first, axis=1)
    of_asked = worths.sum(axis=0)
    told = had.sum(axis=0)
    rarest = np.maximum.reduceat(of_words, first)
    return Shared(told / of_asked, named, (worths * same).sum(axis=0) / of_asked, told, rarest)

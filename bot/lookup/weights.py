"""What each measure of a match counts, by the family of scripts of the query, and what the sum is worth.

What is typed in Latin or Cyrillic letters, or in the alphabet that the name is written in, may mean a name in two ways: it
has the name's letters but for slips, or its words among others. Each way has weights of its own; a sum is the logarithm of
what the ways add up to. The weights are fitted by tests/eval/lookup_weights.py to public tables of names and their
translations, and rounded; those of Arabic, Chinese and other scripts to a former making of the queries, which does as well
as the present one.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

OTHER = "othr"
Floats = npt.NDArray[np.float32]
Facts = tuple[float, float, float, float]
# Of each way a constant, and then in the order of `matching.MEASURES`.
_WEIGHTS = {
    "latn": (
        (1.2, -1.8, -1.4, 3.1, 3.1, 3.5, -2.1, 0.1, 1.7, 1.2, 0.8, -0.7, 2.6, 0.7, 1.6),
        (-1.2, -0.5, -0.4, -0.4, -0.4, 2.9, 1.5, 0.2, 2.8, 2.3, 3.2, 2.8, 5.1, 0.1, -0.9),
    ),
    "cyrl": (
        (2.1, -4.8, 1.9, 2.0, 5.3, 5.3, -3.8, 1.3, -0.6, -1.0, -2.5, 0.1, 2.2, 0.4, -1.0),
        (-2.1, 0.2, -3.0, 0.6, 1.3, 2.4, -2.1, 1.7, 2.2, 1.9, 2.3, 0.8, 2.2, 1.1, -1.6),
    ),
    "arab": ((0.0, -5.7, 2.7, 1.1, 6.4, 9.0, -5.0, 1.7, -1.6, 0.6, -0.8, 0.3, 0.0, 0.3, -1.1),),
    "hani": ((0.0, -5.1, 1.6, 3.2, 9.1, 6.6, -3.5, 1.8, 0.6, -1.0, -1.4, 1.1, 0.0, 0.5, -1.1),),
    OTHER: ((0.0, -4.4, 2.0, 1.3, 6.5, 6.1, -4.1, 2.6, 1.6, 0.1, -0.8, 0.0, 0.0, 0.5, -1.2),),
}
_WAYS = {family: np.array(ways, np.float32) for family, ways in _WEIGHTS.items()}
# How what `facts` says of a match becomes the odds of its being right: four slopes and a constant. Fitted by
# tests/eval/lookup_odds.py to indexes of many sizes: among more names more are near by chance, and near short ones most.
# They are a little flatter than what that prints, for among odds that say as much those were taken under which no floor of
# `make eval` falls; Arabic ones are of a fit without the tune half of the development set.
_ODDS = {
    "latn": (0.4, 0.56, -1.43, 0.38, -3.73),
    "cyrl": (0.14, 0.99, -0.07, 1.48, -3.56),
    "arab": (0.21, 0.91, -0.48, 1.56, -3.6),
    "hani": (0.17, 0.85, -0.81, 1.53, -3.91),
    OTHER: (0.14, 0.89, -0.45, 1.52, -3.45),
}
SHORT, LONG = 2, 24
"""Letters under which fewer, and beyond which more, say no more."""
FEW = 1_000
"""Names that an index is taken to have at least: the fewer there are, the more is asked for that is not there."""
_LOGS = [math.log(max(letters, SHORT)) for letters in range(LONG + 1)]
ENOUGH, LEAD = 13.0, 4.5
"""A sum beyond the one, and a lead or lag beyond the other, says no more …"""
NONE = 1e-6
"""… and so small a share of all is as good as none."""


def total(measures: Floats, family: str) -> Floats:
    """What speaks for each match, by its row of measures and the weights of a family."""
    return summed(measures, _WAYS.get(family, _WAYS[OTHER]))


def summed(measures: npt.NDArray[Any], ways: npt.NDArray[Any]) -> Floats:
    """The logarithm of the sum of what each way gives a match, by its row of weights, a constant first."""
    sums: Floats = measures @ ways[0, 1:] + ways[0, 0]
    for way in ways[1:]:
        sums = np.logaddexp(sums, measures @ way[1:] + way[0])
    return sums


@lru_cache(maxsize=64)
def tenfold(names: int) -> float:
    """How many times ten times as many as `FEW` so many names are."""
    return math.log10(max(names, FEW) / FEW)


class Kind(NamedTuple):
    """A kind of names in an index."""

    family: str
    """Whose weights and odds hold for matches with them."""
    names: int
    """How many there are of it."""


def facts(sums: Floats, letters: Sequence[int], kinds: Sequence[Kind]) -> Iterator[Facts]:
    """What the odds of matches follow from, for each: for so few of them plain numbers are faster than arrays.

    That is its sum; how far it is ahead of all others together; how many times as many names of its kind as `FEW` there
    are, beside the letters (logarithms, to the base of ten and the natural one), for that many are near by chance; and the
    letters themselves (likewise).

    sums: of all topics that are near, best first. letters: of the first so many, the fewer of those that the query has and the name.
    """
    every = float(np.exp(sums - sums[0]).sum())
    first, *_ = values = sums[: len(letters)].tolist()
    for value, count, (_, names) in zip(values, letters, kinds, strict=True):
        ahead = -LEAD
        if value > first - LEAD:  # else the first alone is so far ahead
            share = math.exp(value - first)
            ahead = min(max(math.log(share / max(every - share, NONE)), -LEAD), LEAD)
        log = _LOGS[min(count, LONG)]
        yield min(value, ENOUGH), ahead, tenfold(names) / log, log


def scores(sums: Floats, letters: Sequence[int], kinds: Sequence[Kind]) -> list[float]:
    """How often, out of 100, the first matches are right: of those and that many that `facts` is told of."""
    found = []
    for (family, _), (value, ahead, more, log) in zip(kinds, facts(sums, letters, kinds), strict=True):
        one, two, three, four, constant = _ODDS.get(family, _ODDS[OTHER])
        odds = one * value + two * ahead + three * more + four * log + constant
        # Odds of e to the 30 are as good as none.
        found.append(100.0 / (1.0 + math.exp(-max(odds, -30.0))))
    return found

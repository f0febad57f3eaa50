"""What each measure of a match counts, by the family of scripts of the query, and what the sum is worth.

What is typed in Latin letters, or in the alphabet that the name is written in, may mean a name in two ways: it has the
name's letters but for slips, or its words among others. Each way has weights of its own; a sum is the logarithm of what the
ways add up to. The weights are fitted by tests/eval/lookup_weights.py to public tables of names and their translations, and
rounded; those of other scripts to a former making of the queries, which does as well as the present one.
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
    "cyrl": ((0.0, -3.9, 2.0, 1.7, 4.2, 7.0, -3.7, 1.3, 1.2, 0.3, 1.3, 1.2, 0.0, 0.2, -0.6),),
    "arab": ((0.0, -5.7, 2.7, 1.1, 6.4, 9.0, -5.0, 1.7, -1.6, 0.6, -0.8, 0.3, 0.0, 0.3, -1.1),),
    "hani": ((0.0, -5.1, 1.6, 3.2, 9.1, 6.6, -3.5, 1.8, 0.6, -1.0, -1.4, 1.1, 0.0, 0.5, -1.1),),
    OTHER: ((0.0, -4.4, 2.0, 1.3, 6.5, 6.1, -4.1, 2.6, 1.6, 0.1, -0.8, 0.0, 0.0, 0.5, -1.2),),
}
_WAYS = {family: np.array(ways, np.float32) for family, ways in _WEIGHTS.items()}
# How what `facts` says of a match becomes the odds of its being right: four slopes and a constant. Fitted by
# tests/eval/lookup_odds.py to indexes of many sizes: among more names more are near by chance, and near short ones most.
# Those of other scripts than Latin are of a fit without the tune half of the development set; the constants of Cyrillic and
# Arabic are .1 and .2 higher than fitted, that of Chinese .04 lower, as that half asks for.
_ODDS = {
    "latn": (0.43, 0.58, -1.5, 0.37, -4.02),
    "cyrl": (0.17, 0.7, -0.49, 1.35, -3.0),
    "arab": (0.21, 0.91, -0.48, 1.56, -3.6),
    "hani": (0.19, 0.76, -0.77, 1.53, -3.85),
    OTHER: (0.16, 0.84, -0.6, 1.56, -3.42),
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
        share = math.exp(value - first)
        ahead = math.log(max(share, NONE) / max(every - share, NONE))
        log = _LOGS[min(count, LONG)]
        yield min(value, ENOUGH), min(max(ahead, -LEAD), LEAD), tenfold(names) / log, log


def scores(sums: Floats, letters: Sequence[int], kinds: Sequence[Kind]) -> list[float]:
    """How often, out of 100, the first matches are right: of those and that many that `facts` is told of."""
    found = []
    for (family, _), (value, ahead, more, log) in zip(kinds, facts(sums, letters, kinds), strict=True):
        one, two, three, four, constant = _ODDS.get(family, _ODDS[OTHER])
        odds = one * value + two * ahead + three * more + four * log + constant
        # Odds of e to the 30 are as good as none.
        found.append(100.0 / (1.0 + math.exp(-max(odds, -30.0))))
    return found

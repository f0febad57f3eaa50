"""What each measure of a match counts, by the family of scripts of the query, and what the sum is worth.

The weights are fitted by tests/eval/lookup_weights.py to public tables of names and their translations, and rounded.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

OTHER = "othr"
Floats = npt.NDArray[np.float32]
# In the order of `matching.MEASURES`.
_WEIGHTS = {
    "latn": (-1.3, 3.3, 4.9, 2.0, 0.0, 5.0, 1.3, 6.2, 0.5, 2.2),
    "cyrl": (-5.3, 4.8, 9.0, -3.3, 1.7, 1.9, -1.8, 0.4, 0.9, 0.3),
    "arab": (-4.3, 9.1, 8.2, -4.4, 2.5, 0.5, -0.6, 0.1, -0.1, 1.8),
    "hani": (-5.3, 10.2, 2.8, -1.1, 1.4, 0.1, -0.6, -2.3, 0.3, 5.3),
    OTHER: (-5.0, 5.9, 5.8, -2.8, 2.7, 1.6, 0.1, -2.3, 0.4, 3.3),
}
_VECTORS = {family: np.array(row, np.float32) for family, row in _WEIGHTS.items()}
# How a sum and its lead over the other topics' become the odds of being right, of so many names (their logarithm to the
# base of ten) and for a query of so many letters (the natural one): four slopes and a constant. Fitted by
# tests/eval/lookup_odds.py to indexes of many sizes: among more names more are near by chance, and near short ones most.
_ODDS = {
    "latn": (0.38, 0.56, -0.37, 0.67, -5.41),
    "cyrl": (0.30, 0.93, -0.37, 1.00, -2.69),
    "arab": (0.19, 0.99, -0.34, 1.31, -3.67),
    "hani": (0.35, 0.94, -0.79, 2.19, -5.93),
    OTHER: (0.23, 0.93, -0.25, 1.24, -4.10),
}
LONG = 24
"""Letters of a query beyond which more say no more."""
FEW = 1_000
"""Names that an index is taken to have at least: the fewer there are, the more is asked for that is not there."""
LEAD = 4.0
"""A lead or lag beyond this says no more."""


def total(measures: Floats, script: str) -> Floats:
    """The weighted sum of each row of measures."""
    result: Floats = measures @ _VECTORS.get(script, _VECTORS[OTHER])
    return result


def scores(sums: Floats, leads: Floats, names: int, letters: int, script: str) -> Floats:
    """How often, out of 100, matches with such sums are right, in an index of `names`, for a query of so many letters.

    leads: over the best other topic, negative where behind; as many as `sums`.
    """
    slope, of_lead, of_names, of_letters, constant = _ODDS.get(script, _ODDS[OTHER])
    constant += of_names * math.log10(max(names, FEW)) + of_letters * math.log(min(letters, LONG))
    odds = slope * sums + of_lead * np.clip(leads, -LEAD, LEAD) + constant
    result: Floats = (100.0 / (1.0 + np.exp(-np.clip(odds, -30.0, 30.0)))).astype(np.float32)
    return result

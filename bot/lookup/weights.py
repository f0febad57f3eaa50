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
    "latn": (-1.7, 0.9, 1.2, 1.2, 3.9, -0.7, 0.0, 4.0, 2.4, 6.4, 3.1, 0.4, 1.5),
    "cyrl": (-3.9, 2.0, 1.7, 4.2, 7.0, -3.7, 1.3, 1.2, 0.3, 1.3, 1.2, 0.2, -0.6),
    "arab": (-5.7, 2.7, 1.1, 6.4, 9.0, -5.0, 1.7, -1.6, 0.6, -0.8, 0.3, 0.3, -1.1),
    "hani": (-5.1, 1.6, 3.2, 9.1, 6.6, -3.5, 1.8, 0.6, -1.0, -1.4, 1.1, 0.5, -1.1),
    OTHER: (-4.4, 2.0, 1.3, 6.5, 6.1, -4.1, 2.6, 1.6, 0.1, -0.8, 0.0, 0.5, -1.2),
}
_VECTORS = {family: np.array(row, np.float32) for family, row in _WEIGHTS.items()}
# How a sum and its lead over the other topics' become the odds of being right, of so many names (their logarithm to the
# base of ten) and for a query of so many letters (the natural one): four slopes and a constant. Fitted by
# tests/eval/lookup_odds.py to indexes of many sizes: among more names more are near by chance, and near short ones most.
_ODDS = {
    "latn": (0.34, 0.66, -0.45, 0.41, -3.11),
    "cyrl": (0.2, 0.88, -0.12, 1.34, -4.34),
    "arab": (0.36, 1.12, -0.26, 0.24, -2.68),
    "hani": (0.33, 0.46, -0.45, 1.75, -4.49),
    OTHER: (0.34, 0.7, -0.27, 1.42, -4.21),
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
    odds = slope * sums + of_lead * np.minimum(np.maximum(leads, -LEAD), LEAD) + constant
    # Odds of e to the 30 are as good as none.
    result: Floats = (100.0 / (1.0 + np.exp(-np.maximum(odds, -30.0)))).astype(np.float32)
    return result

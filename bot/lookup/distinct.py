"""Numbers, each once."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt


def distinct(numbers: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """The numbers in their order, each once: as `np.unique`, which loads numpy's masked arrays for it, a megabyte."""
    ordered = np.sort(numbers)
    first = np.ones(len(ordered), bool)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return ordered[first]

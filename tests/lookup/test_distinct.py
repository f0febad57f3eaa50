"""Numbers, each once."""

import numpy as np
import pytest

from bot.lookup.distinct import distinct


@pytest.mark.parametrize("numbers", [[], [7], [3, 1, 3, 2, 1], [5, 5]])
def test_each_once_in_order(numbers: list[int]) -> None:
    """None, one or many; what kind of number they are stays."""
    found = distinct(np.array(numbers, np.uint32))
    assert found.tolist() == sorted(set(numbers))
    assert found.dtype == np.uint32

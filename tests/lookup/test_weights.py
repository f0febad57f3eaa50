"""How likely it is that a name is meant."""

import numpy as np
import pytest

from bot.lookup.weights import Kind, scores, summed

FAMILIES = ("latn", "cyrl", "arab", "hani", "grek")


def score(sums: list[float], names: int, letters: int, script: str = "latn") -> float:
    """Of the first of them."""
    return float(scores(np.array(sums, np.float32), [letters], [Kind(script, names)])[0])


@pytest.mark.parametrize("script", FAMILIES)
def test_the_same_sum_says_less_among_more_names_and_for_shorter_ones(script: str) -> None:
    """The more names there are, and the fewer letters, the more names are near by chance."""
    likely = score([8.0, 7.0], 10_000, 8, script)
    assert score([8.0, 7.0], 1_000_000, 8, script) < likely < score([8.0, 7.0], 10_000, 16, script)
    assert score([8.0, 7.5], 10_000, 8, script) < likely < score([9.0, 8.0], 10_000, 8, script)


@pytest.mark.parametrize("script", FAMILIES)
def test_many_that_are_near_are_as_good_as_one_that_is_nearer(script: str) -> None:
    """A name is weighed against all others together."""
    assert score([8.0, 6.0, 6.0, 6.0], 10_000, 8, script) < score([8.0, 6.0], 10_000, 8, script)
    assert score([8.0, *[6.0] * 4], 10_000, 8, script) == pytest.approx(
        score([8.0, 6.0 + np.log(4)], 10_000, 8, script), abs=0.01
    )


def test_only_the_first_are_scored_against_all() -> None:
    """As many as lengths are given; the first is likelier than the second."""
    found = scores(np.array([8.0, 7.0, 2.0], np.float32), [8, 8], [Kind("latn", 1_000)] * 2)
    assert len(found) == 2
    assert found[0] > found[1]


def test_of_few_names_as_of_a_thousand() -> None:
    """Where little is known more is asked for that is not: so few names make nothing surer."""
    assert score([8.0], 3, 8) == score([8.0], 1_000, 8)


def test_what_is_meant_in_either_of_two_ways_is_likelier() -> None:
    """The logarithm of what both ways add up to; with one way, its weighted sum."""
    measures = np.array([[1.0, 2.0]])
    one, other = np.array([[0.5, 1.0, 0.0]]), np.array([[-1.0, 0.0, 1.0]])
    assert summed(measures, one) == pytest.approx([1.5])
    assert summed(measures, np.concatenate((one, other))) == pytest.approx(np.log(np.exp(1.5) + np.exp(1.0)))

"""How likely it is that a name is meant."""

import numpy as np

from bot.lookup.weights import scores


def score(total: float, lead: float, names: int, letters: int, script: str) -> float:
    return float(
        scores(np.array([total], np.float32), np.array([lead], np.float32), names, letters, script)[0]
    )


def test_the_same_sum_says_less_among_more_names_and_for_shorter_queries() -> None:
    """The more names there are, and the fewer letters are typed, the more names are near by chance."""
    for script in ("latn", "cyrl", "arab", "hani", "grek"):
        likely = score(8.0, 1.0, 1_000, 8, script)
        assert score(8.0, 1.0, 1_000_000, 8, script) < likely < score(8.0, 1.0, 1_000, 16, script)
        assert score(8.0, 0.5, 1_000, 8, script) < likely < score(9.0, 1.0, 1_000, 8, script)


def test_of_few_names_as_of_a_thousand() -> None:
    """Where little is known more is asked for that is not: so few names make nothing surer."""
    assert score(8.0, 1.0, 3, 8, "latn") == score(8.0, 1.0, 1_000, 8, "latn")

"""How near each other words stand."""

import pytest

from bot.lookup.nearness import held
from bot.lookup.stems import asked


@pytest.mark.parametrize(
    ("query", "tightness"),
    [
        ("water level", 1.0), ("water low", 2 / 3), ("water fell", 2 / 3), ("bridge water", 2 / 8), ('"level fell"', 1.0),
        ('"fell level"', 0.0), ("water elephant", 0.0), ("level", 1.0),
    ],
)  # fmt: skip
def test_tightness(query: str, tightness: float) -> None:
    """The shortest stretch that has all of it counts; what is missing, or not side by side as it was quoted, leaves none."""
    text = "The level of water was low. The water level fell. Nobody crossed the old bridge."
    assert held(text, asked(query)).tightness == pytest.approx(tightness)


def test_places() -> None:
    """Each thing has its places, in order, as offsets into the text."""
    text = "Rivers rise, and the river falls."
    (places,) = held(text, asked("river")).places
    assert [text[start:end] for start, end in places] == ["Rivers", "river"]

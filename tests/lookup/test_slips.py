"""One word taken for another."""

import pytest

from bot.lookup.slips import SURE, word_likeness


@pytest.mark.parametrize(
    ("query", "word"),
    [("balkash", "balkhash"), ("kazakstan", "kazakhstan"), ("astnaa", "astana"), ("asrana", "astana"), ("astena", "astana"), ("nothern", "northern"), ("ruanda", "rwanda")],
)  # fmt: skip
def test_a_slip_of_finger_or_ear_is_the_same_word(query: str, word: str) -> None:
    """A letter left out, two in the other's place, one beside the right one or another vowel."""
    assert word_likeness(query, word) >= SURE


@pytest.mark.parametrize(
    ("query", "word"),
    [("asmana", "astana"), ("ore", "ora"), ("east", "yeast"), ("western", "eastern"), ("xii", "xi"), ("1991", "1992"), ("balkans", "balkhash"), ("slovenia", "slovakia"), ("strike", "stroke"), ("jordan", "gordan")],
)  # fmt: skip
def test_another_word_is_none(query: str, word: str) -> None:
    """A letter that nobody mistakes, a short word, what tells sisters apart, another number, the name of another place."""
    assert word_likeness(query, word) < SURE

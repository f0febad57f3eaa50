"""One word, written in several ways."""

import pytest

from bot.lookup.conventions import is_number, same


@pytest.mark.parametrize(
    "words",
    ["organisation organization organisations", "labour labor", "centre center centres", "programme program", "defence defense", "analyse analyze", "travelling traveling", "saint st", "ii 2 second 2nd", "xiv 14", "007 7", "woman women", "child children"],
)  # fmt: skip
def test_ways_of_writing_one_word(words: str) -> None:
    """British and American, short and in full, numbers of every kind, one and many become the same."""
    assert len({same(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    "words",
    ["hour horse", "four for", "ii iii", "central center", "list lizt", "xi si", "granado granados", "lucana lucanas"],
)  # fmt: skip
def test_other_words_stay_apart(words: str) -> None:
    """What only looks like one of these pairs is left alone."""
    first, second = words.split()
    assert same(first) != same(second)


def test_numbers() -> None:
    """Figures and Roman numerals in their right order are numbers."""
    assert all(is_number(word) for word in ("7", "1991", "ii", "xiv", "xc"))
    assert not any(is_number(word) for word in ("", "civil", "ili", "iiii", "vx", "7th"))

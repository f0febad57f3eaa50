"""Names by the letters they are made of."""

import random
import string

import numpy as np
import pytest
from rapidfuzz.distance import DamerauLevenshtein

from bot.lookup import NameIndex
from bot.lookup.bags import LONGEST, Bags
from bot.lookup.texts import Texts
from tests.eval.lookup_cases import invented


def near(texts: list[str], asked: str, most: int = 1_000) -> set[str]:
    """Which of these are near a text."""
    return {texts[row] for row in Bags(Bags.build(Texts.of(texts))).near(asked, most).tolist()}


def test_what_two_slips_make_of_a_name_is_near_it() -> None:
    """Wherever they are but on the first letter: letters left out, put in, swapped or changed."""
    rng = random.Random(5)  # noqa: S311 — the same every time
    texts = [name.lower() for name in invented(300)]
    bags = Bags(Bags.build(Texts.of(texts)))
    for text in texts:
        asked = text
        for _ in range(2):
            place = rng.randrange(1, len(asked) + 1)
            head, tail = asked[:place], asked[place:]
            letter = rng.choice(string.ascii_lowercase)
            asked = rng.choice(
                (
                    head + tail[1:],
                    head + letter + tail,
                    head + letter + tail[1:],
                    head + tail[1:2] + tail[:1] + tail[2:],
                )
            )
        assert DamerauLevenshtein.distance(text, asked) <= 2
        assert text in {texts[row] for row in bags.near(asked, 1_000).tolist()}


@pytest.mark.parametrize("asked", ["qatarac", "balkhashino", "bal", "salkhab", "1", "x" * 500])
def test_what_has_other_letters_is_not(asked: str) -> None:
    """Another start, much longer or shorter, or too many others."""
    assert near(["balkhab", "qalubur", "x" * 50], asked) == set()


def test_the_nearest_are_kept_and_spaces_do_not_count() -> None:
    """At most so many, those with the fewest other letters; digits are letters too."""
    assert near(["talgar", "talgat", "tolgar"], "t algar", 1) == {"talgar"}
    assert near(["area 51", "area 98"], "area 15", 1) == {"area 51"}


def test_very_long_ones_count_as_long() -> None:
    """Beyond so many letters all are as long."""
    long = "ab " * LONGEST
    assert near([long], long + "c") == {long}


def test_of_none_there_is_none() -> None:
    """Nothing is near in an empty index."""
    assert Bags(Bags.build(Texts.of(()))).near("balkhash", 5).dtype == np.int64
    assert near([], "balkhash") == set()


def test_slips_that_leave_no_three_letters_in_a_row_are_found_among_many() -> None:
    """“prlaunog” has none of Pralungo's."""
    index = NameIndex((name, name) for name in ["Pralungo", *invented(30_000)])
    assert "Pralungo" in [near.name for near in index.search("prlaunog", 25)]

"""What letters of other scripts stand for, by those beside them."""

import numpy as np
import pytest

from bot.lookup.chinese import as_written
from bot.lookup.letters import Signed, codes, signs
from bot.lookup.romanise import romanise
from bot.lookup.spelling import LONGEST, distances, letters_of, likeliest


def _distance(query: str, name: str, script: str) -> float:
    spelt = signs(name)
    lengths = np.array([len(spelt)])
    return float(distances(Signed.of(query), codes(spelt)[:LONGEST, None], lengths, script)[0])


@pytest.mark.parametrize(
    ("text", "script", "near", "far"),
    [
        ("boersitan", "hani", "bolstan", "boersitan"),
        ("manchesite", "hani", "manchester", "manjosito"),
        ("dzhordzhiya", "cyrl", "georgia", "dardanelia"),
        ("brshlwna", "arab", "barcelona", "brashov"),
    ],
)
def test_nearer(text: str, script: str, near: str, far: str) -> None:
    """A name that a text of this script is written for is nearer than one that has more of its letters."""
    assert _distance(text, near, script) < _distance(text, far, script)


def test_letters_beside() -> None:
    """In Chinese an i after s is mostly nothing; after another letter it is an i."""
    assert likeliest(Signed.of("boersi"), "hani").endswith("s")
    assert likeliest(Signed.of("lima"), "hani") == "lima"


@pytest.mark.parametrize(
    ("text", "spelt"), [("罗马", "roma"), ("洛马", "loma"), ("里加", "riga"), ("利马", "lima")]
)
def test_what_is_read_alike_is_told_by_what_it_is_written_with(text: str, spelt: str) -> None:
    """Of two letters that are read alike one writes an r, and the other an l."""
    assert likeliest(as_written(text, romanise(text)), "hani") == spelt


def test_nothing_spelt() -> None:
    """Where a text spells nothing, it stays."""
    assert likeliest(Signed.of(""), "hani") == ""
    assert _distance("", "a" * 60, "latn") > 0


def test_many_letters_added() -> None:
    """A long rest of a name costs what its letters cost, however many."""
    short, long = (
        _distance("akapulko", "acapulco", "cyrl"),
        _distance("akapulko", "acapulco de los benitos reyes", "cyrl"),
    )
    assert short < long
    assert long < _distance("akapulko", "zyx vwt of ghijk bdfhj qrs", "cyrl")


def test_an_alphabet_of_a_family_has_costs_of_its_own_where_enough_is_known() -> None:
    """Hebrew does and Syriac does not; alphabets of other families are none of theirs."""
    assert letters_of("arab", "hebrew") == "hebrew"
    assert letters_of("arab", "syriac") == letters_of("arab", "") == "arab"
    assert letters_of("hani", "latn") == "hani"
    assert letters_of("cyrl", "cyrl") == "cyrl"

"""Families of scripts, and the alphabets in them."""

import pytest

from bot.lookup.scripts import NUMBERS, RARE, alphabet, script


@pytest.mark.parametrize(
    ("text", "family", "own"),
    [
        ("Marandi", "latn", "latn"), ("", "latn", "latn"), ("Маранди", "cyrl", "cyrl"), ("ماراندي", "arab", "arabic"),
        ("מרנדי", "arab", "hebrew"), ("Μαράντι", "grek", "greek"), ("მარანდი", "grek", "georgian"), ("ᲛᲐᲠᲐᲜᲓᲘ", "grek", "georgian"), ("มารันดี", "thai", "thai"),
        ("ມະລັນດີ", "thai", "lao"), ("马兰迪", "hani", "hani"), ("マランディ", "kana", "kana"), ("마란디", "hang", "hang"),
        ("मरान्दी", "indc", "devanagari"), ("lake Маранди", "cyrl", "cyrl"),
    ],
)  # fmt: skip
def test_a_family_may_hold_several_alphabets(text: str, family: str, own: str) -> None:
    """Hebrew and Arabic are of one family, for both write consonants; who writes one does not write the other."""
    assert script(text) == family
    assert alphabet(text) == own
    assert own in NUMBERS


def test_each_alphabet_has_a_number_of_its_own() -> None:
    """Which is below that of all the rare ones."""
    assert sorted(NUMBERS.values()) == list(range(len(NUMBERS)))
    assert len(NUMBERS) < RARE

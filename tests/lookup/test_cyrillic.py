"""Russian letters in Latin ones."""

import pytest

from bot.lookup import Found
from bot.lookup.cyrillic import in_cyrillic
from bot.lookup.index import NameIndex


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Sin'czjan", "синьцзян"), ("Tszilin'", "цзилинь"), ("Ehl'-Paso", "эль-пасо"), ("N'ju-Jork", "нью-ёрк"), ("Lejton", "лейтон"),
        ("Bel’gija", "бельгия"),
    ],
)  # fmt: skip
def test_back(text: str, own: str) -> None:
    """A soft sign, vowels and consonants that are written with two letters are told."""
    assert in_cyrillic(text) == own


@pytest.mark.parametrize(
    "text",
    [
        "Milan",
        "Barbados",
        "Major",
        "Beijing",
        "Manchester's",
        "Ujwal",
        "Côte d'Azur",
        "can't",
        "T'ai-pei",
        "cat's eye",
        "",
    ],
)
def test_others(text: str) -> None:
    """Without their signs, or with letters that are never written for them, nothing is."""
    assert not in_cyrillic(text)


@pytest.mark.parametrize(
    ("query", "name"),
    [("Dzhel'nvil'-sjur-Mer", "Gelnville-sur-Mer"), ("Lejk Marlou", "Lake Marlow"), ("Ehl'-Tonso", "El Tonzo"), ("sa er bo er te", "Sarbolt")],
)  # fmt: skip
def test_found(query: str, name: str) -> None:
    """A name that went through Russian, or syllable by syllable through Chinese, is found by what its letters spelt there."""
    names = (
        "Gelnville-sur-Mer, Delville, Lake Marlow, Elton, El Tonzo, Mer, Sarbolt, Sabrata, Saar, Boert".split(
            ", "
        )
    )
    assert NameIndex((one, one) for one in names).search(query)[0].name == name


@pytest.mark.parametrize("query", ["Kostanskaya oblast'", "Kostanskaya oblast", "Костанская область"])
def test_another_kind(query: str) -> None:
    """A region is not the town that it is called by."""
    assert not isinstance(NameIndex([("Kostan", "kostan")]).resolve(query), Found)

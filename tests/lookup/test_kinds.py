"""Words for kinds of things, in many languages."""

import pytest

from bot.lookup.index import NameIndex
from bot.lookup.kinds import bare


@pytest.mark.parametrize(
    ("folded", "left"),
    [
        ("gorod tver", "tver"), ("el hammam", "hammam"), ("tverskaya oblast", "tverskaya"), ("lake", "lake"), ("al city", "al city"),
        ("los altos", "altos"), ("blue train", "blue train"),
    ],
)  # fmt: skip
def test_bare(folded: str, left: str) -> None:
    """They and articles go where anything else stays."""
    assert bare(folded) == left


def test_kinds_across_languages() -> None:
    """A place is found by its name with the word for its kind in another language."""
    names = [
        ("Chongzhou", "cz"),
        ("Alytus", "alytus"),
        ("Kazlu Ruda", "ruda"),
        ("Miestas Novas", "novas"),
        ("Damazan", "damazan"),
    ]
    index = NameIndex(names)
    assert index.search("miestas alytus")[0].slug == "alytus"
    assert index.search("El Damazan")[0].slug == "damazan"

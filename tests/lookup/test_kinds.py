"""Words for kinds of things, in many languages."""

import pytest

from bot.lookup import Found
from bot.lookup.index import NameIndex
from bot.lookup.kinds import bare
from tests.eval.lookup_cases import invented


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


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("Bieqiao Zhen", "bieqiao"), ("kota taisora", "taisora"), ("Hunmarn county", "hunmarn"), ("gotmark", "gotmark"),
        ("hunmarn village", None), ("Quan Taisora", None), ("Lan Bieqiao", None),
    ],
)  # fmt: skip
def test_what_a_place_is_governed_as_may_be_left_out_or_added(query: str, slug: str | None) -> None:
    """In any language, unless the word is as well one of a person's name, or tells another place."""
    index = NameIndex(
        [
            ("Bieqiao", "bieqiao"),
            ("Taisora", "taisora"),
            ("Hunmarn", "hunmarn"),
            ("Gotmark county", "gotmark"),
        ]
        + [(name, name) for name in invented(300)]
    )
    answer = index.resolve(query)
    assert (answer.match.slug if isinstance(answer, Found) else None) == slug

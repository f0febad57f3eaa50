"""Suggestions while a name is typed."""

import pytest

from bot.lookup import NameIndex

NAMES = [
    ("United States", "us"), ("USA", "us"), ("Ukraine", "ua"), ("Uruguay", "uy"), ("Kingdom of Tonga", "to"), ("United Kingdom", "uk"),
    ("Lake Victoria", "victoria"), ("Victoria Falls", "falls"), ("Vilnius", "vilnius"), ("Балхаш", "balkhash"), ("Lake Balkhash", "balkhash"),
    ("Barcelona", "barcelona"), ("World Trade Organization", "wto"),
]  # fmt: skip


@pytest.fixture(scope="module")
def index() -> NameIndex:
    """A few places."""
    return NameIndex(NAMES)


def slugs(index: NameIndex, typed: str, limit: int = 25) -> list[str]:
    """The suggested topics."""
    return [suggestion.slug for suggestion in index.suggest(typed, limit)]


def test_from_the_first_letter_the_weightiest_go_first(index: NameIndex) -> None:
    """Names that go on from the letter come in the order of weight."""
    assert slugs(index, "u") == ["us", "ua", "uy", "uk"]


def test_the_start_of_the_name_goes_before_other_words(index: NameIndex) -> None:
    """A later word of a name counts as well, after the first words of others."""
    assert slugs(index, "vi") == ["falls", "vilnius", "victoria"]
    assert slugs(index, "king")[:2] == ["to", "uk"]


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("bracel", "barcelona"), ("barxel", "barcelona"), ("bacel", "barcelona"), ("barcelo", "barcelona"), ("untied", "us"), ("балх", "balkhash"),
        ("balkha", "balkhash"), (",fk[fi", "balkhash"), ("барсел", "barcelona"), ("BARC", "barcelona"), ("lake b", "balkhash"), ("world trade organiz", "wto"),
        ("trade org", "wto"), ("world trade organisat", "wto"),
    ],
)  # fmt: skip
def test_slips_scripts_and_long_texts(index: NameIndex, typed: str, slug: str) -> None:
    """A slip, another script, the wrong layout, two words: the topic is among the first."""
    assert slug in slugs(index, typed)[:3]


def test_what_is_asked_most_goes_first() -> None:
    """Counts of questions weigh more than the order of the names; topics nobody asked for keep theirs."""
    index = NameIndex(NAMES)
    asked = {"uy": 7.0, "uk": 9.0, "gone": 3.0}
    assert [one.slug for one in index.suggest("u", asked=asked)] == ["uk", "uy", "us", "ua"]
    assert [one.slug for one in index.suggest("", 3, asked)] == ["uk", "uy", "us"]
    assert slugs(index, "u") == ["us", "ua", "uy", "uk"]


def test_limits_hold_and_topics_do_not_repeat() -> None:
    """At most so many, each topic once, though thousands of names go on from a letter."""
    index = NameIndex((f"Same {number % 700} name {number}", f"t{number % 700}") for number in range(5000))
    for limit in (0, 1, 25):
        found = slugs(index, "s", limit)
        assert len(found) == len(set(found)) == limit
    assert slugs(index, "same", 3) == ["t0", "t1", "t2"]


def test_initials_bring_up_the_name() -> None:
    """What is typed may be the first letters of a name's words; names that go on from it come first."""
    index = NameIndex([("Harbour Rescue Corps", "corps"), ("Hrcany", "town")])
    assert [one.slug for one in index.suggest("hrc")] == ["town", "corps"]

"""Suggestions while a name is typed."""

import pytest

from bot.lookup import NameIndex
from bot.lookup.suggesting import SLIPPED

NAMES = [
    ("United States", "us"), ("USA", "us"), ("Ukraine", "ua"), ("Uruguay", "uy"), ("Kingdom of Tonga", "to"), ("United Kingdom", "uk"),
    ("Lake Victoria", "victoria"), ("Victoria Falls", "falls"), ("Vilnius", "vilnius"), ("Балхаш", "balkhash"), ("Lake Balkhash", "balkhash"),
    ("Barcelona", "barcelona"), ("World Trade Organization", "wto"),
]  # fmt: skip


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


def test_a_question_is_no_hindrance() -> None:
    """What is said before a name takes nothing from its completion."""
    index = NameIndex([*NAMES, ("World Health Organization", "who")])
    assert slugs(index, "what about vic") == ["falls", "victoria"]
    assert slugs(index, "расскажи про балх") == ["balkhash"]
    assert slugs(index, "tell me about the worl")[:1] == ["wto"]


def test_names_in_the_script_that_is_typed_go_first() -> None:
    """Of names that fit as well, and of one topic's names, those in the same script come first."""
    index = NameIndex([("Средняя Азия", "asia"), ("Salt", "salt"), ("Соль", "salt"), ("Sand", "sand")])
    assert [one.name for one in index.suggest("s")] == ["Salt", "Sand", "Средняя Азия"]
    assert [one.name for one in index.suggest("с")] == ["Средняя Азия", "Соль", "Sand"]


def test_a_text_begun_in_the_wrong_layout_goes_on() -> None:
    """Three letters are enough where no name goes on from them as they are."""
    index = NameIndex([*NAMES, ("Китай", "cn"), ("Kiribati", "ki"), ("Әуезов", "au")])
    assert [one.name for one in index.suggest(",fk")] == ["Балхаш"]
    assert index.suggest("rbn")[0].name == "Китай"
    assert index.suggest("20") == []


def test_three_letters_that_begin_a_name_hold_no_slip(index: NameIndex) -> None:
    """With so few letters a slip makes half of all names fit: only where nothing else does."""
    assert slugs(index, "bar") == ["barcelona"]
    assert slugs(index, "usa") == ["us"]
    assert "barcelona" in slugs(index, "brc")


@pytest.mark.parametrize("typed", ["", "  ", "\u200b", "\ufeff"])
def test_what_does_not_show_is_nothing_typed(index: NameIndex, typed: str) -> None:
    """Invisible characters bring up the weightiest topics, as an empty text does."""
    assert slugs(index, typed, 3) == ["us", "ua", "uy"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("瑞士", "ch"), ("Швейц", "ch"), ("スイ", "ch"), ("Schw", "ch"), ("Япон", "jp"), ("일본", "jp"), ("Japó", "jp"), ("اليا", "jp"), ("Коста-Р", "cr"),
    ],
)  # fmt: skip
def test_a_place_is_suggested_by_what_it_is_called_elsewhere(typed: str, first: str) -> None:
    """From three letters on, or two that are syllables; what is shown is the topic's own name."""
    index = NameIndex([("Switzerland", "ch"), ("Japan", "jp"), ("Costa Rica", "cr")])
    found = index.suggest(typed)
    assert found[0].slug == first
    assert found[0].name in ("Switzerland", "Japan", "Costa Rica")
    assert index.suggest("Ш") == []
    assert all(one.score < SLIPPED for one in index.suggest("瑞"))


def test_names_that_go_on_from_what_is_typed_come_before_places_called_so() -> None:
    """In Latin letters; but a place that is called so in full is always among them."""
    villages = [(f"Maurice {number}", f"v{number}") for number in range(40)]
    index = NameIndex([*villages, ("Mauritius", "mu")])
    assert slugs(index, "Maurice", 5) == ["v0", "v1", "v2", "v3", "mu"]
    assert slugs(index, "maur", 5) == ["v0", "v1", "v2", "v3", "v4"]

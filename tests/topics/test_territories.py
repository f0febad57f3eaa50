"""Countries under their names in many languages."""

import pytest

from bot.topics.territories import country_of, territories_in, territory
from tests.topics.test_finder import topics


def test_a_country_is_one_in_every_script() -> None:
    """Russian in any case, Chinese and English name the same country."""
    assert {territory(name) for name in ("Iceland", "Исландией", "冰岛", "Исландия")} == {"IS"}
    assert territory("Tarnow") is None


def test_a_country_is_found_without_capitals_and_spaces() -> None:
    """Chinese and Arabic texts name countries; a longer word that begins so does not."""
    assert territories_in("他去过冰岛和挪威。冰岛很冷。") == {"冰岛": 2, "挪威": 1}
    assert territories_in("ذهب إلى العراق") == {"العراق": 1}
    assert territories_in("Iceland") == {}


def test_documents_of_several_languages_share_the_topic() -> None:
    """One topic, under its English name where one document is English."""
    found = topics(
        "She left Iceland in spring.", "Он уехал из Исландии. Они любят Исландию.", "他去过冰岛。这里很冷。"
    )
    assert {"Iceland", "冰岛", "Исландию"} <= set(found["Iceland"].names)
    assert len(found["Iceland"].places) == 4


def test_a_country_that_only_describes_is_a_topic() -> None:
    """A country named once before a noun is no adjective, and no surname of what stands before it."""
    found = topics("They met at an Iceland hotel. Yele Norway said so. In Norway it rains.")
    assert {"Iceland", "Norway"} <= set(found)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Icelandian", "Iceland"),
        ("Haitian", "Haiti"),
        ("Haitian-led", "Haiti"),
        ("Canadian", "Canada"),
        ("Chinese", "China"),
        ("Pakistani", "Pakistan"),
        # Formed by no rule, shared, or another word.
        ("French", None),
        ("Dominican", None),
        ("Roman", None),
        ("Georgi", None),
        ("Haiti", None),
    ],
)
def test_a_word_says_whose_something_is(word: str, name: str | None) -> None:
    """What English forms from a country's name by rule gives the country; whatever is unsure gives none."""
    assert country_of(word) == (territory(name) if name else None)

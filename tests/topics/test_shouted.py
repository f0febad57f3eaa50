"""Names in passages that are written all in capitals."""

import pytest

from bot.topics.runs import name_runs
from bot.topics.tokens import tokens
from bot.topics.usage import Usage
from tests.topics.test_finder import topics

NOTHING = Usage(frozenset(), frozenset(), frozenset())


def names(text: str) -> list[tuple[str, bool]]:
    """The names in a passage of which no other text is known, and whether each is a person's by a title."""
    words = tokens(text)
    return [
        (text[words[first].start : words[end - 1].end], role)
        for first, end, role in name_runs(text, words, NOTHING)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "PRESIDENT VERA TEASDALE MET FOREIGN MINISTER LEO BYRON OF SOUTH KOREA IN TARNOW ON MONDAY.",
            [("VERA TEASDALE", True), ("LEO BYRON", True), ("SOUTH KOREA", False)],
        ),
        ("THEY HEARD THAT MR PLUMLEY, WHO IS A SAILOR, WOULD LEAVE.", [("PLUMLEY", True)]),
        ("OFFICIALS SAID ON MONDAY THAT THE TALKS WITH CHINA HAD FAILED.", [("CHINA", False)]),
        ("THE PRESIDENT VOWS REVENGE OVER DEAD SAILORS, OFFICIALS SAY.", []),
        ("PRESIDENT VETOES HARBOUR DEAL AS THE WORLD LOOKS ON.", []),
        ("DR RAIN STOPS PLAY IN THE BAY FOR THE DAY.", []),
    ],
)
def test_capitals_alone_tell_no_name(text: str, found: list[tuple[str, bool]]) -> None:
    """Countries are names, and persons between their title and what they do; nothing else is sure."""
    assert names(text) == found


def test_no_word_of_a_bulletin_is_a_topic() -> None:
    """A corpus all in capitals has its countries for topics, and none of its verbs."""
    found = topics(
        "OFFICIALS SAID ON MONDAY THAT THE TALKS WITH CHINA HAD FAILED.",
        "CHINA TOLD THE OFFICIALS THAT THE TALKS WOULD GO ON.",
    )
    assert set(found) == {"CHINA"}


def test_who_has_a_title_in_a_bulletin_is_a_topic() -> None:
    """A person's title tells the name, by which the surname alone is found as well."""
    found = topics(
        "PRESIDENT VERA TEASDALE MET OFFICIALS OF SOUTH KOREA ON MONDAY.",
        "MRS TEASDALE TOLD THEM THAT THE TALKS WOULD GO ON.",
    )
    assert "TEASDALE" in found["VERA TEASDALE"].names


def test_a_bulletin_is_found_by_names_that_other_texts_have() -> None:
    """What another text names is named in capitals as well."""
    found = topics(
        "THE MAYOR OF TARNOW, VERA TEASDALE, SAID ON MONDAY THAT THE HARBOUR WOULD BE SHUT.",
        "They met Vera Teasdale in Tarnow, where she is mayor.",
    )
    assert {place.passage.source for place in found["Vera Teasdale"].places} == {"d0", "d1"}
    assert set(found) == {"Vera Teasdale", "Tarnow"}

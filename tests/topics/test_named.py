"""Names as a document gives them: whole, or not at all."""

import pytest

from bot.topics.named import names_in, runs_of
from bot.topics.persons import find_persons
from bot.topics.tokens import tokens


def given(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """`(name, kinds of thing that it says it is)` of all names in a text that say one."""
    words = tokens(text)
    persons = find_persons([words], [runs_of(words)])
    return [(name.text, name.heads) for name in names_in(text, words, runs_of(words), persons) if name.heads]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They signed the Ness Convention on Safe Harbours.",
            ("Ness Convention on Safe Harbours", ("convention",)),
        ),
        ("They saw the 12th Mounted Brigade there.", ("12th Mounted Brigade", ("brigade",))),
        ("They asked the 5th Harbour Court there.", ("5th Harbour Court", ("court",))),
        ("They asked the Bank of Ness.", ("Bank of Ness", ("bank",))),
        ("They asked the Ness-based Harbour Council.", ("Ness-based Harbour Council", ("council",))),
        ("They saw the Blue Sor dam.", ("Blue Sor dam", ("dam",))),
        ("They saw the Ann Lee trial.", ("Ann Lee trial", ("trial",))),
    ],
)
def test_names_are_whole(text: str, expected: tuple[str, tuple[str, ...]]) -> None:
    """What belongs to a name before and after its capitals belongs to it."""
    name, kinds = expected
    assert given(text) == [(name.removeprefix("Ness-based "), kinds)]


@pytest.mark.parametrize(
    "text",
    [
        # Where the name ends cannot be told.
        "They asked the Department of Health and Human Safety.",
        "They met at the Fountain of Hope Church.",
        # The next sentence begins inside what looks like a name; a company's place is no name of it.
        "Friday 21 October 2005 15.24 BST A bill was read.",
        "They asked the Ness-based company.",
        # The kind of thing is named after it, or one of many of a people.
        "They saw the northern Sor town of Ness.",
        "They asked an Egyptian company.",
        "They saw the Royal Navy ship Ness Light.",
        "What to do in a Harbour Crisis?",
        "They asked the Council on Tuesday.",
    ],
)
def test_what_is_no_whole_name_gives_nothing(text: str) -> None:
    """A part of a name, and what only looks like one, is not put in anywhere."""
    assert given(text) == []


def test_a_title_that_goes_with_a_first_name_stays() -> None:
    """“Sir Angus” is not called “Angus”, and “Mr Roe” is called “Roe”."""
    words = tokens("They met Sir Angus, and Mr Roe spoke.")
    runs = runs_of(words)
    found = names_in("They met Sir Angus, and Mr Roe spoke.", words, runs, find_persons([words], [runs]))
    assert [name.text for name in found if name.person] == ["Sir Angus", "Roe"]


def test_small_words_belong_to_last_names() -> None:
    """A person is called by the whole last name, without titles and without “Jr”."""
    words = tokens("President Omar bin Saled Jr met Mr von der Lind.")
    runs = runs_of(words)
    persons = find_persons([words], [runs])
    found = names_in("President Omar bin Saled Jr met Mr von der Lind.", words, runs, persons)
    assert [(name.text, name.person) for name in found if name.person] == [
        ("Omar bin Saled", "Saled"),
        ("von der Lind", "Lind"),
    ]

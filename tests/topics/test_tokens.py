"""Words of a passage, and what their capitals may tell."""

from bot.topics.tokens import tokens
from tests.topics.test_finder import topics


def test_a_prefix_is_apart_from_the_event_after_it() -> None:
    """“Pre-Tarnow War” names the war; what else is joined by a hyphen stays one word."""
    assert [token.text for token in tokens("the pre-Tarnow War years of pro-Tarnow men")] == [
        *["the", "pre", "Tarnow", "War", "years", "of", "pro-Tarnow", "men"]
    ]


def test_what_is_called_something_has_a_names_capitals() -> None:
    """In quotation marks after “a” or “the” a title begins, not a sentence."""
    found = topics(
        "They want a “Harbour Policy Council” for the harbour and its policy. He said: “Harbour men left.”"
    )
    assert set(found) == {"Harbour Policy Council"}

"""What a person typed, as a sentence repeats it."""

import pytest

from bot.errors import SAID_BACK, clip, said_back

FAMILY = "👨‍👩‍👧‍👦"
FLAG = "🇰🇿"


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        ("lake balkhash", 13, "lake balkhash"),
        ("the lake balkhash", 12, "the lake…"),
        ("balkhash", 5, "balk…"),
        ("北京天津上海", 4, "北京天…"),
        (FAMILY * 3, 15, FAMILY * 2 + "…"),
        (FLAG * 4, 6, FLAG * 2 + "…"),
        ("xx" + FLAG * 4, 6, "xx" + FLAG + "…"),
        ("e\u0301" * 6, 8, "e\u0301" * 3 + "…"),
        ("👍🏽" * 5, 6, "👍🏽" * 2 + "…"),
        ("a" + "\u0301" * 50, 10, "a" + "\u0301" * 4 + "…"),
    ],
)
def test_cut_at_a_word_and_never_inside_a_letter(text: str, limit: int, shown: str) -> None:
    """What is too long is cut at a word where one ends near, else between letters, flags and emoji as they are drawn."""
    assert clip(text, limit) == shown
    assert len(clip(text, limit)) <= limit


@pytest.mark.parametrize("length", [SAID_BACK - 1, SAID_BACK, SAID_BACK + 1, 6_000, 1_000_000])
def test_what_was_typed_is_said_back_in_short(length: int) -> None:
    """However much was typed, a sentence repeats a line of it."""
    assert len(said_back("x" * length)) == min(length, SAID_BACK)
    assert said_back(" lake\n\tbalkhash ") == "lake balkhash"

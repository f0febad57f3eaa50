"""Speeches in quotation marks."""

import pytest

from bot.briefing.voices.speech import missing_marks, speeches


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("“Five roads pass here.", ("", "”")),
        ("It is wide,” Lee said.", ("“", "")),
        ('He noted: "It is so', ("", '"')),
        ('It is hard to get out of this trap."', ('"', "")),
        ("«Мы победили.", ("", "»")),
        ("“It is wide,” Lee said. “It is long.", ("", "”")),
        ("It is “so” here.", ("", "")),
        ("They called it ” Can it be?” — “Can it", ("", "")),
        ("It costs 5“ more.", ("", "")),
    ],
)
def test_the_marks_that_a_piece_of_a_speech_lacks(text: str, missing: tuple[str, str]) -> None:
    """Where a speech begins or ends in it; marks anywhere else are left as they are."""
    assert missing_marks(text) == missing


def test_a_short_sentence_between_marks_is_a_speech() -> None:
    """A quoted term is none, nor one that only ends a sentence."""
    said = "“We tried everything,” Lee said. “Nothing worked.” It is called “the dry one.”"
    assert [said[s.start : s.end] for s in speeches(said)] == [
        "“We tried everything,”",
        "“Nothing worked.”",
        "“the dry one.”",
    ]

"""Where sentences begin and end."""

import pytest

from bot.corpus.sentences import split


def cut(text: str) -> list[str]:
    """The sentences of a text, sliced by their offsets."""
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The U.S. Navy came at 5 p.m. on Sept. 11, 2019.", "Dr. Smith of Acme Co. Ltd. did not."],
        ["It rose in 2023 (Akorda.kz, September 1).", "Others fell (see EDM, October 2)."],
        ["J. K. Rowling wrote it.", "A. S. Pushkin did not."],
        ["He lives in the U.S.", "He works there."],
        ["Prices rose 3.5 percent.", "No. 5 was first."],
        ["“Is it so?” he asked.", "“It is.”", "Nobody answered."],
        ["He said: “We won. They lost.”", "Then he left."],
        ["It has two names, “Can It Be?” — “Could it be?”, says the paper.", "So it has."],
        ["Москва – столица.", "А.С. Пушкин родился там."],
        ["这是第一句。", "这是第二句！"],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    """Abbreviations, initials, site names and quotations end no sentence."""
    joined = ("" if "。" in sentences[0] else " ").join(sentences)
    assert cut(joined) == sentences


def test_long_speech_is_cut_inside_its_marks() -> None:
    """A speech of many sentences does not become one sentence of a hundred words."""
    first = "“" + "We have built the road that our fathers wanted to build for so many years of their lives."
    second = (
        "It took four long years, all the money that we had, and the patience of every village on the way."
    )
    third = "Now the trains run on time and the harvest reaches the market before it spoils,” he noted."
    assert cut(f"{first} {second} {third} He left.") == [first, second, third, "He left."]


def test_offsets_are_moved_and_count_characters() -> None:
    """Offsets count characters, not bytes, from the beginning of the document."""
    text = "Ёлка «здесь». Қала – «там»."
    assert [(text + text)[a:b] for a, b in split(text, len(text))] == ["Ёлка «здесь».", "Қала – «там»."]

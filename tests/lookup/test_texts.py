"""Texts in flat arrays."""

import numpy as np
import pytest

from bot.lookup.texts import Gatherer, Texts

WORDS = ["lake", "Балхаш", "", "巴尔喀什", "lake", "zebra", "a", "Ä", "𐍈"]


def test_texts_are_as_they_were_given() -> None:
    """By their number, one or some, however they were gathered; the first begins where all do."""
    gatherer = Gatherer()
    for word in WORDS:
        gatherer.add(word)
    for texts in (Texts.of(WORDS), gatherer.texts()):
        assert [texts[number] for number in range(len(texts))] == WORDS
        assert texts.some(np.array([3, 0, 8, 0])) == [WORDS[3], WORDS[0], WORDS[8], WORDS[0]]


@pytest.mark.parametrize("lines", [[], ["a"], ["", ""], ["one", "", "two three", ""]])
def test_lines_are_texts(lines: list[str]) -> None:
    """Each line is one, empty ones too; no text has none."""
    texts = Texts.of_lines("\n".join(lines))
    assert [texts[number] for number in range(len(texts))] == lines


@pytest.mark.parametrize(
    "parts", [[], [[]], [[""]], [WORDS], [WORDS[:4], [], WORDS[4:]], [["b"], ["a", "b"], ["b"]]]
)
def test_texts_in_order(parts: list[list[str]]) -> None:
    """As Python sorts them, those that are the same in the order of their parts; with the number of each before."""
    texts, order = Texts.in_order([Texts.of(part) for part in parts])
    every = [text for part in parts for text in part]
    assert [texts[number] for number in range(len(texts))] == sorted(every)
    assert order.tolist() == sorted(range(len(every)), key=every.__getitem__)

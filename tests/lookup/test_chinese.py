"""Chinese names in the Latin letters of older maps."""

import pytest

from bot.lookup.chinese import pinyin
from bot.lookup.index import NameIndex
from bot.lookup.romanise import romanise


@pytest.mark.parametrize(
    ("name", "modern"),
    [
        ("Lo-yang", "luo yang"), ("T'ai-yüan", "tai yuan"), ("Ch'ung-ch'ing", "chong qing"), ("Hsi-an", "xi an"), ("Tzu-po", "zi bo"),
        ("Ho-pei", "he bei"), ("Kuang-chou-shih", "guang zhou shi"), ("Chiu-chiang", "jiu jiang"), ("Jih-chao", "ri zhao"),
    ],
)  # fmt: skip
def test_wade_giles(name: str, modern: str) -> None:
    """Signs of breath tell ch from zh, t from d; vowels and kinds of place are spelt as today."""
    assert pinyin(romanise(name)) == modern


@pytest.mark.parametrize("name", ["rio de janeiro", "trade union", "kunming", "", "ch", "p t k", "42 street"])
def test_other_names(name: str) -> None:
    """What is not syllables of Chinese throughout, or one word, stays as it is."""
    assert pinyin(name) == name


def test_found_in_pinyin() -> None:
    """A name on an old map finds the one in use, before one that shares a syllable."""
    index = NameIndex(
        [("Kaohsiung", "kao"), ("Yang-ch'ü", "yangqu"), ("Luoyang", "luoyang"), ("Loyal", "loyal")]
    )
    assert index.search("Lo-yang-shih")[0].slug == "luoyang"

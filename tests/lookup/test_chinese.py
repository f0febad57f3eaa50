"""Chinese names in the Latin letters of older maps."""

import pytest

from bot.lookup.answers import Found
from bot.lookup.chinese import as_written, pinyin
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


def test_letters_that_are_read_alike_find_the_name_that_each_is_written_for() -> None:
    """Of two letters that are read alike one writes an r, and the other an l: the names differ in nothing else."""
    index = NameIndex([("Roma", "r"), ("Loma", "l"), ("Riga", "riga"), ("Liga", "liga"), ("Ohm", "o")])
    firsts = [index.search(text)[0].slug for text in ("罗马", "洛马", "里加", "利加")]
    assert firsts == ["r", "l", "riga", "liga"]


def test_a_name_is_answered_for_what_its_letters_write() -> None:
    """Not only for how they are read: 奇 is read “qi”, 什 “shen”."""
    index = NameIndex([("Balkhash", "b"), ("Shymkent", "s"), ("Tashkent", "t"), ("Almaty", "a")])
    for text, slug in (("巴尔喀什", "b"), ("巴爾喀什湖", "b"), ("奇姆肯特", "s")):
        answer = index.resolve(text)
        assert isinstance(answer, Found)
        assert answer.match.slug == slug


@pytest.mark.parametrize("name", ["托卡耶夫", "Tokayev"])
def test_an_office_beside_a_name_says_of_what_it_is(name: str) -> None:
    """“The president of Kazakhstan Tokayev” is Tokayev; the president of what is no place is not, and no place is its office."""
    index = NameIndex([(name, "tokayev"), ("哈萨克斯坦", "kazakhstan"), ("总统选举", "election")])
    for text in (
        "哈萨克斯坦总统托卡耶夫",
        "哈薩克前總統托卡耶夫",
        "哈萨克斯坦 国家主席 托卡耶夫",
        "总统托卡耶夫",
        "托卡耶夫总统",
    ):
        answer = index.resolve(text)
        assert isinstance(answer, Found)
        assert answer.match.slug == "tokayev"
    for text in ("石油总统托卡耶夫", "哈萨克斯坦总统", "总统"):
        assert not isinstance(index.resolve(text), Found)


def test_what_is_there_but_for_the_kind_of_place_is_meant_before_what_is_like_it() -> None:
    """海阳镇 is Haiyang, and not another town of which the name says that it is one."""
    index = NameIndex([("Heyan Zhen", "other"), ("Haiyang", "meant"), ("Haimen", "third")])
    answer = index.resolve("海阳镇")
    assert isinstance(answer, Found)
    assert answer.match.slug == "meant"


@pytest.mark.parametrize(
    ("text", "folded", "signs", "written"),
    [
        ("罗马", "luoma", "luoma", ("罗0", "罗1", "罗2", "马0", "马1")),
        ("班格", "bange", "bange", ("班0", "班1", "班2", "格0", "格1")),
        ("加州·Co", "jiazhou co", "jiaCO co", ("加0", "加1", "加2", "州0", "州1", "", "C0", "o0")),
        ("罗马", "rome", "rome", ()),
        ("", "", "", ()),
    ],
)
def test_signs_are_told_by_the_letters_that_they_belong_to(
    text: str, folded: str, signs: str, written: tuple[str, ...]
) -> None:
    """No sign is of two letters; what is not how a text is read has none."""
    found = as_written(text, folded)
    assert found.folded == folded
    assert found.signs == signs
    assert found.written == written

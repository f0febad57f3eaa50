"""Chinese names by the rules of Russian."""

from collections.abc import Iterable

import pytest

from bot.lookup import Found, NameIndex
from bot.lookup.chinese import syllables
from bot.lookup.palladius import pinyin


@pytest.mark.parametrize(
    ("name", "modern"),
    [
        ("Лоян", "luoyang"), ("Аньцин", "anqing"), ("Аньцін", "anqing"), ("Сиань", "xi an"), ("Чунцин", "chongqing"), ("Гуанчжоу", "guangzhou"),
        ("Цзилинь", "jilin"), ("Синьцзян", "xinjiang"), ("Хэфэй", "hefei"), ("Хефей", "hefei"), ("Чанъань", "changan"), ("Синин", "xining"),
        ("Люйшунь", "lushun"), ("Сычуань", "sichuan"), ("Цицикаэр", "qiqika er"), ("Лоян шаары", "luoyang"), ("район Хуэйчжоу", "huizhou"), ("Жэнь Чжэнфэй", "renzhengfei"),
    ],
)  # fmt: skip
def test_cyrillic(name: str, modern: str) -> None:
    """Hard and soft syllables, n and ng, where one ends, Ukrainian letters, kinds of places beside them."""
    assert pinyin(name) == modern


@pytest.mark.parametrize("name", ["Лондон", "Париж", "Хух-Хото", "Лоян и Тверь", "", "ь", "а" * 200 + "щ"])
def test_other_names(name: str) -> None:
    """What is not such syllables throughout is not read so."""
    assert not pinyin(name)


def test_all_syllables() -> None:
    """Every syllable that has a vowel of its own in the standard language has a spelling of its own."""
    spelt = {pinyin(word) for word in _every_spelling()}
    unread = set(syllables()) - spelt
    assert unread <= set("m hm ng lo yo gaa sap baak lung gwaan".split())


def _every_spelling() -> Iterable[str]:
    hard = "а ай ао ань ан э эй энь эн эр о оу у уа уай уань уан уй унь ун ы".split()
    soft = "и инь ин я яо янь ян е ю юй юань юнь юн юэ".split()
    firsts = "б п м ф в д т н л г к х цз ц с чж ч ш ж".split()
    return (first + final for first in ["", *firsts] for final in (*hard, *soft, "уэй"))


def test_found() -> None:
    """The name is answered with, not one that is nearer letter by letter; its exact letters win still."""
    names = [
        ("Loan", "loan"),
        ("Logan", "logan"),
        ("Luoyang", "luoyang"),
        ("Milan", "milan"),
        ("Milang", "milang"),
    ]
    index = NameIndex([*names, ("Jilin", "jilin"), ("Tsilinna", "tsilinna")])
    for query, slug in (
        ("Лоян", "luoyang"),
        ("Лоян шаары", "luoyang"),
        ("Tszilin'", "jilin"),
        ("Милан", "milan"),
    ):
        answer = index.resolve(query)
        assert isinstance(answer, Found)
        assert answer.match.slug == slug

"""Names whose ordinary words are translated."""

import pytest

from bot.lookup import Found, NameIndex
from bot.lookup.translated import translated

NAMES = [
    "New Harwick", "Harwick", "Harwich", "Nowa Brzeza", "East Tolmar", "Tolmar", "West Tolmar", "Saint-Lorent", "Fort Garland",
    "Garland", "Ludenshaven", "Salmon Bay", "Salmoni", "Duncan City", "Dunkan", "Moreno Islands", "Moreno", "Lake Winslow", "Great Barton",
]  # fmt: skip


@pytest.fixture(scope="module")
def index() -> NameIndex:
    """Places of which some differ in such a word alone."""
    return NameIndex((name, name) for name in NAMES)


@pytest.mark.parametrize(
    ("text", "script", "first"),
    [
        ("新德里", "hani", ("new deli", "deli")), ("聖克魯斯", "hani", ("saint kelusi", "kelusi")), ("库珀市", "hani", ("kupo city", "kupo")),
        ("圣多加和普林", "hani", ("saint duojia and pulin", "duojia and pulin")), ("北马里群岛", "hani", ("north mali", "mali")), ("Новый Орлеан", "cyrl", ("new orlean", "orlean")),
        ("Северные острова Кука", "cyrl", ("north kuka", "kuka")), ("Дарницький район", "cyrl", ("darnits district", "darnits")),
        ("Коморски острови", "cyrl", ("komor", "komor")), ("كوريا الشمالية", "arab", ("north kwrya", "kwrya")), ("جزر القمر", "arab", ("qmr", "qmr")), ("lejk khavasu", "latn", ("khavasu lake", "khavasu")),
    ],
)  # fmt: skip
def test_into_english(text: str, script: str, first: tuple[str, str]) -> None:
    """Words at either end go where English has them; what says only which kind of place it is goes, but a district is not its town."""
    assert next(translated(text, script))[:2] == first


@pytest.mark.parametrize(
    ("text", "script"),
    [("德里", "hani"), ("新德", "hani"), ("北市", "hani"), ("Орлеан", "cyrl"), ("Остров", "cyrl"), ("maria monte", "latn"), ("blue train", "latn"), ("", "latn")],
)  # fmt: skip
def test_nothing_to_put(text: str, script: str) -> None:
    """A text without such words, or of nothing else, has no such reading; nor one where the word stands out of place."""
    assert not list(translated(text, script))


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("新哈里克", "New Harwick"), ("新布热扎", "Nowa Brzeza"), ("東托爾馬", "East Tolmar"), ("圣洛朗特", "Saint-Lorent"), ("加兰堡", "Fort Garland"),
        ("卢登斯港", "Ludenshaven"), ("薩爾蒙灣", "Salmon Bay"), ("邓肯市", "Duncan City"), ("温斯洛湖", "Lake Winslow"),
        ("Новый Харвик", "New Harwick"), ("Восточный Толмар", "East Tolmar"), ("Західний Толмар", "West Tolmar"), ("Винслоу көлі", "Lake Winslow"),
        ("Великий Бартон", "Great Barton"), ("تولمار الشرقية", "East Tolmar"), ("خليج سالمون", "Salmon Bay"), ("دریاچه وینزلو", "Lake Winslow"),
        ("nju kharvik", "New Harwick"), ("uehst tolmar", "West Tolmar"),
    ],
)  # fmt: skip
def test_found(index: NameIndex, query: str, name: str) -> None:
    """The name is found before those that have only its sounds."""
    assert index.search(query)[0].name == name


def test_another_name(index: NameIndex) -> None:
    """What is left to be heard must be the name's own: two that share only such words are not the same."""
    assert not isinstance(index.resolve("大卡登"), Found)
    assert not isinstance(index.resolve("Сент-Дорен"), Found)

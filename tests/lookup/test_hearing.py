"""What sounds like a name in another script."""

import pytest

from bot.lookup import readings
from bot.lookup.chinese import as_written
from bot.lookup.hearing import sounds_so
from bot.lookup.romanise import romanise
from bot.lookup.spelling import likeliest


@pytest.mark.parametrize(
    ("query", "name", "so"),
    [
        ("Гётенбург", "Goethenburg", True), ("Хиллари Моррисон", "Hillary Morrison", True), ("туризм", "tourism", True),
        ("брексит", "Brexit", True), ("Башар Морад", "Bashar al-Morad", True), ("Кютахья", "Kutahya", True),
        ("Брест", "Brexit", False), ("Интер", "Intel", False), ("федерализм", "Feudalism", False), ("Морроу", "Morrow II", False), ("尼日尔河", "Nile River", False),
        ("Барселонета", "Barcelona", False), ("Андрей Ельцин", "Andrey Jensen", False), ("Коттон", "cotton", False),
        ("中国电信", "中国银行", False), ("Goethenburg", "Гётенбург", False),
    ],
)  # fmt: skip
def test_a_name_sounds_so(query: str, name: str, so: bool) -> None:
    """All consonants of each word but a slip; no word that goes on, no short word for a thing, none of the same script."""
    reading = readings.typed(query)
    assert sounds_so(reading, reading.folded, name, romanise(name)) is so


@pytest.mark.parametrize(
    ("query", "name", "so"),
    [("奇姆肯特", "Shymkent", True), ("巴尔喀什", "Balkhash", True), ("奇姆肯特", "Tashkent", False)],
)  # fmt: skip
def test_a_chinese_name_sounds_as_what_it_spells(query: str, name: str, so: bool) -> None:
    """Not as it is read."""
    reading = readings.typed(query)
    spelt = likeliest(as_written(query, reading.folded), "hani")
    assert sounds_so(reading, spelt, name, romanise(name)) is so

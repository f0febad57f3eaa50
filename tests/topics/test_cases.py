"""Russian and Kazakh names over their cases."""

import pytest

from bot.topics.cases import plainest, without_kazakh_case
from bot.topics.names import without_case
from tests.topics.test_finder import topics


@pytest.mark.parametrize(
    "forms",
    [
        ("Россия", "России", "Россию", "Россией"),
        ("Китай", "Китая", "Китаю", "Китаем", "Китае"),
        ("Казахстан", "Казахстана", "Казахстаном", "Казахстане"),
        ("Москва", "Москвы", "Москве", "Москвой"),
        ("Корея", "Кореи", "Кореей", "Корее"),
    ],
)
def test_the_cases_of_a_name_have_one_stem(forms: tuple[str, ...]) -> None:
    """Whatever its case a name is compared as the same, and its nominative is the one to show."""
    assert len({without_case(form) for form in forms}) == 1
    assert plainest(reversed(forms)) == forms[0]


def test_a_russian_topic_is_shown_in_the_nominative() -> None:
    """All forms are one topic; a country before a person's name in the genitive is no part of it."""
    found = topics(
        "Сегодня министр Тарнова Виталий Савельев был в Тарнове. Он встретился с Виталием Савельевым и Тарновом доволен."
        " Говорят, что Тарнов ждёт."
    )
    assert {"Тарнов", "Виталий Савельев"} <= set(found)
    assert {"Тарнове", "Тарновом"} <= set(found["Тарнов"].names)
    assert not any("Тарнова Виталий" in name for topic in found.values() for name in topic.names)


def test_kazakh_cases_are_joined() -> None:
    """Endings of place and owner come off where the name stands without them as well."""
    found = topics("Ол Өскемен туралы айтты. Кеше Өскеменде жаңбыр жауды. Бұл Өскеменнің көшесі.")
    assert [(title, set(topic.names)) for title, topic in found.items()] == [
        ("Өскемен", {"Өскемен", "Өскеменде", "Өскеменнің"})
    ]
    assert without_kazakh_case("Lake") == "Lake"

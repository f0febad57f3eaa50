"""Somebody who is named with an office."""

import pytest

from bot.lookup import Found, NameIndex
from bot.lookup.answers import EXACT

NAMES = [
    ("Kay Moor", "moor"), ("Moor", "moor"), ("Кей Моор", "moor"), ("Моор", "moor"), ("Лутана", "lutana"), ("Lutana", "lutana"),
    ("Zhang Min", "zhang"), ("Қанат Серов", "serov"), ("Серов", "serov"), ("Kenya", "kenya"), ("Peru", "peru"), ("Китай", "china"),
    ("Казахстан", "kz"), ("МОК", "ioc"), ("Лига", "league"), ("budget", "budget"), ("Алматы", "almaty"), ("Сулеймани", "town"), ("Мурадов", "muradov"), ("مورادوف", "muradov"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("former president Moor", "moor"), ("Kenyan president Kay Moor", "moor"), ("French foreign minister Moor", "moor"),
        ("President of Kenya Moor", "moor"), ("President of South Korea Kay Moor", "moor"), ("president Moor of Peru", "moor"),
        ("head of state Moor", "moor"), ("FIFA director Zhang Min", "zhang"), ("who is the Kenyan president Moor?", "moor"),
        ("президент Моор", "moor"), ("бывший президент Моор", "moor"), ("экс-президент Моор", "moor"), ("глава государства Моор", "moor"),
        ("президент Казахстана Кей Моор", "moor"), ("президент РК Моор", "moor"), ("китайский лидер Моор", "moor"),
        ("кто такой президент Моор", "moor"), ("ПРЕЗИДЕНТ МООР", "moor"), ("министр Лутана", "lutana"),
        ("президент Серов", "serov"), ("Қазақстан президенті Қанат Серов", "serov"), ("Серов мырза", "serov"),
        ("الرئيس مورادوف", "muradov"), ("президент Мурадев", "muradov"),
    ],
)  # fmt: skip
def test_an_office_and_a_name_are_one_person(index: NameIndex, query: str, slug: str) -> None:
    """Whoever has the name is meant, wherever and whenever the office is held, in the languages of readers."""
    answer = index.resolve(query)
    assert isinstance(answer, Found)
    assert (answer.query, answer.match.slug) == (query, slug)


@pytest.mark.parametrize(
    ("query", "slug"),
    [("Kenyan president", "sane"), ("kenya president", "sane"), ("the president of Kenya", "sane"), ("Spanish king", "ines"),
     ("King of Spain", "ines"), ("who is the Spanish king?", "ines")],
)  # fmt: skip
def test_who_holds_an_office_is_found_by_the_land(query: str, slug: str) -> None:
    """Where that is a name of theirs, however it is said; a score below that of the name itself tells that it was read so."""
    names = [
        ("president of Kenya", "sane"),
        ("King of Spain", "ines"),
        ("Kenya", "kenya"),
        ("Spain", "spain"),
    ]
    answer = NameIndex(names).resolve(query)
    assert isinstance(answer, Found)
    assert (answer.query, answer.match.slug) == (query, slug)
    said = query.lower().removeprefix("the ") in {name.lower() for name, _ in names}
    assert (answer.match.score == EXACT) is said


@pytest.mark.parametrize(
    "query",
    [
        "Kenyan president", "mayor Peru", "Kenya expert", "Peru foreign minister",
        "президент Китая", "президент Казахстана", "премьер-министр Казахстана", "аким Алматы", "президент МОК", "президент Лиги",
        "президент Моора", "мэр Сулеймани", "رئيس كينيا", "former president", "минстр", "former minister budget",
        "meeting with president Moor", "assassination of president Moor", "president Moor visits Peru", "президент",
    ],
)  # fmt: skip
def test_an_office_of_something_is_not_that(index: NameIndex, query: str) -> None:
    """Who holds it is not said; nor is anything else that is asked answered with the person."""
    assert not isinstance(index.resolve(query), Found)

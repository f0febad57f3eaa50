"""Places by what they are called in other languages."""

import pytest

from bot.lookup import Ambiguous, Found, NameIndex, NotFound

NAMES = [
    ("China", "cn"), ("Switzerland", "ch"), ("Swiss Confederation", "ch"), ("Japan", "jp"), ("Cyprus", "cy"), ("Belarus", "by"), ("Georgia", "ge"),
    ("Sierra Leone", "sl"), ("Mauritius", "mu"), ("Hong Kong", "hk"), ("Warsaw", "waw"), ("Germany", "de"), ("Iceland", "is"), ("Finland", "fi"),
    ("Россия", "ru"), ("Türkiye", "tr"), ("Republic of Indonesia", "id"), ("Indonesia", "id"), ("Algeria", "dz"), ("Algiers", "alg"),
    ("Michael Jordan", "player"), ("Jordan", "player"), ("European Union", "eu"), ("Kyiv", "kyiv"), ("Saudi Arabia", "sa"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("瑞士", "ch"), ("Schweiz", "ch"), ("سويسرا", "ch"), ("اليابان", "jp"), ("Japón", "jp"), ("قبرس", "cy"), ("Λευκορωσία", "by"),
        ("ΛΕΥΚΟΡΩΣΙΑ", "by"), ("Грузія", "ge"), ("塞拉利昂", "sl"), ("Maurice", "mu"), ("モーリシャス", "mu"), ("香港", "hk"), ("Warschau", "waw"),
        ("ألمانيا", "de"), ("المانيا", "de"), ("독일", "de"), ("Tyskland", "de"), ("Russia", "ru"), ("Turkey", "tr"), ("Турция", "tr"),
        ("Индонезия", "id"), ("欧盟", "eu"), ("Швейцарии", "ch"), ("Киева", "kyiv"), ("沙地阿拉伯", "sa"), ("саудовская  аравия", "sa"),
        ("what about Швейцария?", "ch"), ("news on 瑞士", "ch"), ("瑞士国", "ch"), ("Schweiz news", "ch"),
    ],
)  # fmt: skip
def test_a_place_is_found_by_what_it_is_called_anywhere(index: NameIndex, query: str, slug: str) -> None:
    """In any language and script, without accents, with a question round it, in a Russian case."""
    answer = index.resolve(query)
    assert isinstance(answer, Found), answer
    assert answer.match.slug == slug
    assert answer.match.score >= 97


def test_what_is_shown_is_the_name_that_the_topic_has(index: NameIndex) -> None:
    """Not the name that was typed, nor another of the topic's."""
    assert [(one.name, one.score) for one in index.search("瑞士", 1)] == [("Switzerland", 98.0)]


@pytest.mark.parametrize(
    ("query", "slug"),
    [("Suomi", "fi"), ("Chine", "cn"), ("Rosja", "ru")],
)
def test_short_names_and_words_are_no_answer(index: NameIndex, query: str, slug: str) -> None:
    """In plain Latin letters they may be anything: the place is offered."""
    answer = index.resolve(query)
    assert isinstance(answer, NotFound)
    assert slug in [one.slug for one in answer.suggestions]


@pytest.mark.parametrize("query", ["Island", "Nga", "Ý", "Иордания", "швейцарский", "国", "ال"])
def test_what_names_no_place_here(index: NameIndex, query: str) -> None:
    """Two or three letters, adjectives, and a land that is only a person's surname."""
    assert not isinstance(index.resolve(query), Found)


def test_a_name_of_two_places_is_asked_back(index: NameIndex) -> None:
    """“Алжир” is the land and its capital."""
    answer = index.resolve("Алжир")
    assert isinstance(answer, Ambiguous)
    assert [one.slug for one in answer.suggestions] == ["dz", "alg"]


def test_two_topics_of_one_name_are_asked_back() -> None:
    """A country and a state are both called Georgia, and so in every language."""
    answer = NameIndex([("Georgia", "country"), ("Georgia", "state")]).resolve("格鲁吉亚")
    assert isinstance(answer, Ambiguous)
    assert [one.slug for one in answer.suggestions] == ["country", "state"]


def test_what_is_called_so_itself_comes_first() -> None:
    """A town that has that very name is answered before the land that others call so."""
    index = NameIndex([("Mauritius", "island"), ("Maurice", "town"), ("Japan", "jp"), ("日本", "school")])
    for query, slug in (("maurice", "town"), ("日本", "school")):
        answer = index.resolve(query)
        assert isinstance(answer, Found)
        assert answer.match.slug == slug


def test_a_land_is_only_offered_where_others_have_the_word_in_their_names() -> None:
    """Maurice is a composer's first name too, in Latin letters."""
    index = NameIndex([("Maurice Ravel", "composer"), ("Mauritius", "island")])
    answer = index.resolve("Maurice")
    assert isinstance(answer, NotFound)
    assert {one.slug for one in answer.suggestions} == {"composer", "island"}
    assert isinstance(index.resolve("毛里求斯"), Found)


def test_what_only_sounds_so_comes_after() -> None:
    """Rui Shi is how 瑞士 is read, but not what is meant for sure."""
    found = NameIndex([("Rui Shi", "village"), ("Switzerland", "ch")]).search("瑞士")
    assert [one.slug for one in found][:2] == ["ch", "village"]


@pytest.mark.parametrize(
    ("names", "query"),
    [
        ([("University of Georgia", "x"), ("Georgia", "x")], "Грузия"),
        ([("Republic of China", "x"), ("ROC", "x")], "中国"),
        ([("Maurice", "x")], "Mauritius"),
    ],
)
def test_a_topic_is_a_place_by_its_first_name(names: list[tuple[str, str]], query: str) -> None:
    """Not by what is short for something else there, nor by what another language calls a place."""
    assert not isinstance(NameIndex(names).resolve(query), Found)


def test_the_first_name_may_be_in_another_language_or_say_what_state_it_is() -> None:
    """“Suisse”, “Kingdom of Norway”: the alias is the place's name, and so is the first."""
    index = NameIndex(
        [("Suisse", "ch"), ("Switzerland", "ch"), ("Kingdom of Norway", "no"), ("Norway", "no")]
    )
    for query, slug in (("瑞士", "ch"), ("挪威", "no")):
        answer = index.resolve(query)
        assert isinstance(answer, Found)
        assert answer.match.slug == slug

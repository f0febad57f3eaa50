"""What is an English word."""

import pytest

from bot.lookup import Found, NameIndex, NotFound
from bot.lookup.dictionary import is_english, is_word
from bot.lookup.slips import has_one, is_own

NAMES = [
    "Turen",
    "Hørning",
    "Natore",
    "Tring",
    "Rwanda",
    "aluminium",
    "Pilot Rock",
    "Harwick Dam",
    "desalination",
]


@pytest.mark.parametrize(("word", "is_one"), [("honing", True), ("mice", True), ("harwyck", False), ("балхаш", False), ("", False)])  # fmt: skip
def test_words(word: str, is_one: bool) -> None:
    """In any of their forms."""
    assert is_word(word) is is_one


def test_words_in_use_and_words_of_lists() -> None:
    """Names and old words are in the dictionary, but not in use."""
    assert is_word("ruanda")
    assert not is_word("ruanda", usual=True)
    assert is_word("trying", usual=True)


@pytest.mark.parametrize(("text", "so"), [("these causes", True), ("harwick causes", False), ("", False)])
def test_a_text_of_words(text: str, so: bool) -> None:
    """All of its words, and at least one."""
    assert is_english(text) is so


@pytest.mark.parametrize(
    ("query", "word", "own"),
    [
        ("honing", "horning", True), ("strike", "stroke", True), ("trying", "tring", True), ("harwyck", "harwick", False),
        ("aluminum", "aluminium", False), ("judgement", "judgment", False), ("ruanda", "rwanda", False),
    ],
)  # fmt: skip
def test_a_word_of_its_own(query: str, word: str, own: bool) -> None:
    """Not what has the consonants of another and is long, or no word in use: it may be the same, spelt otherwise."""
    assert is_own(query, word) is own


@pytest.mark.parametrize(
    ("name", "query", "so"),
    [
        ("harwick dam", "dams", True), ("harwick dam", "news on dams", True), ("steelworks", "steel works", True),
        ("harwick dam", "steel works", False), ("horning", "honing", False),
    ],
)  # fmt: skip
def test_a_name_that_has_a_word(name: str, query: str, so: bool) -> None:
    """To the letter, in another form, or where spaces stand elsewhere."""
    assert has_one(name, query) is so


@pytest.fixture(scope="module")
def index() -> NameIndex:
    """Names that are a letter away from words."""
    return NameIndex((name, name) for name in NAMES)


@pytest.mark.parametrize("query", ["honing", "nature", "trying", "destination", "these nature"])
def test_a_word_is_no_slip(index: NameIndex, query: str) -> None:
    """Who writes a word means it: what is only near is not answered, and unlikely."""
    assert isinstance(index.resolve(query), NotFound)
    assert all(one.score <= 20 for one in index.search(query))


@pytest.mark.parametrize(
    ("query", "name"),
    [("horning", "Hørning"), ("Tring", "Tring"), ("aluminum", "aluminium"), ("pilet rock", "Pilot Rock"), ("rwnda", "Rwanda")],
)  # fmt: skip
def test_a_slip_is_still_one(index: NameIndex, query: str, name: str) -> None:
    """What is no word, or the same word in another spelling, finds the name."""
    answer = index.resolve(query)
    assert isinstance(answer, Found)
    assert answer.match.name == name

"""What is found in a document depends on its own words alone, so that it can be remembered."""

from collections.abc import Iterable

import pytest

from bot.briefing.building.finding import Names, Wordbook
from bot.corpus.document import Document
from bot.corpus.reader import make_document
from bot.topics.catalogue import make_drafts
from bot.topics.curator import Notes
from bot.topics.finder import Usage, find, names_in, usage_of
from bot.topics.gist import gist_of, words_of
from bot.topics.matcher import keys
from bot.topics.places import Spotter
from bot.topics.tokens import Token, tokens
from tests.bench.news import documents

THEMES = [("water", 0), ("Rail line", 1)]


@pytest.fixture(scope="module")
def corpus() -> list[Document]:
    """Made-up news."""
    return [make_document(name, name, text) for name, text in documents(30)]


def test_names_depend_on_the_use_of_the_documents_own_words(corpus: list[Document]) -> None:
    """With what the corpus says of its own words alone, a document has the names that it has with all of it."""
    usage = usage_of(gist_of(document, words_of(document)) for document in corpus)
    wordbook = Wordbook(usage)
    for document in corpus:
        words = words_of(document)
        own = frozenset(token.lower for run in words for token in run)
        about = wordbook.about(own)
        assert len(about.common) < len(usage.common)
        assert names_in(document, words, about) == names_in(document, words, usage)


def test_a_wordbook_knows_words_and_pairs() -> None:
    """What concerns a word that the document does not have is left out, and so is a pair of which it has one word."""
    usage = Usage(
        frozenset({"port", "may"}), frozenset({"bill"}), frozenset({("belt", "road"), ("may", "bill")})
    )
    about = Wordbook(usage).about(frozenset({"may", "belt", "bill", "sea"}))
    assert about == Usage(frozenset({"may"}), frozenset({"bill"}), frozenset({("may", "bill")}))


def test_places_depend_on_names_of_the_documents_own_words(corpus: list[Document]) -> None:
    """With the names alone that its words make, a document has the places that it has with all names."""
    drafts = make_drafts(find(corpus), Notes())
    names = [(name, number) for number, draft in enumerate(drafts) for name in draft.names]
    table = Names(names)
    everything = Spotter(names, THEMES)
    for document in corpus:
        words = words_of(document)
        within = _within(table, [*tokens(document.title), *(token for run in words for token in run)])
        assert len(within) < len(names) / 2
        assert Spotter(within, THEMES).spots(document, words) == everything.spots(document, words)


def _within(table: Names, words: Iterable[Token]) -> list[tuple[str, int]]:
    numbers = table.within(frozenset(key for token in words for key in keys(token.text)))
    return [(table.names[number], table.topics[number]) for number in numbers]


def test_names_are_found_by_their_words() -> None:
    """A name needs all its words, in whatever form; those of the same words keep their order, topic by topic."""
    table = Names(
        [("Silk Road", 4), ("Roads", 3), ("road", 1), ("Silk Road Fund", 2), ("The Silk-Road", 0), ("…", 5)]
    )
    assert _within(table, tokens("The roads, silk")) == [
        ("road", 1),
        ("Roads", 3),
        ("Silk Road", 4),
        ("The Silk-Road", 0),
    ]
    assert _within(table, tokens("silk")) == []
    assert ("Silk Road Fund", 2) in _within(table, tokens("A fund for roads and silk"))

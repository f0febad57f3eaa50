"""What large corpora need: words remembered, names found in tables of any size, topics that enough documents speak of."""

import pytest

from bot.corpus.reader import make_document
from bot.topics.catalogue import make_catalogue
from bot.topics.curator import Notes
from bot.topics.finder import least_documents
from bot.topics.matcher import Matcher
from bot.topics.places import Spot, Tally
from bot.topics.related import RELATED, related
from bot.topics.tokens import pack, tokens, unpack

TEXT = "Xi’an’s R&D (see NYT, May 3) – “The U.S. Navy” told us: multi-vector ties, Belt & Road. 5G’s here, workers’ 3.5 too."


def test_words_are_remembered_as_they_were() -> None:
    """Words unpacked are the words that were packed, to the last mark."""
    assert unpack(TEXT, pack(tokens(TEXT))) == tokens(TEXT)
    assert unpack("", pack(tokens(""))) == []


def test_the_longest_name_wins_up_to_the_end() -> None:
    """Of names that begin alike the longest that is all there is found, also where the passage ends within a longer one."""
    matcher = Matcher([("Silk Road Fund", 1), ("Silk Road", 2), ("Silk Road Fund of Bays", 3), ("Road", 4)])
    for text, topics in {
        "The Silk Road Fund of Bays": [3],
        "The Silk Road Fund of": [1],
        "The Silk Road": [2],
        "A Road, the Silk Road, Fund": [4, 2],
    }.items():
        assert [mention.topic for mention in matcher.find(text)] == topics


@pytest.mark.parametrize(
    ("documents", "least"), [(1, 1), (5, 1), (499, 1), (500, 2), (4_999, 2), (5_000, 3), (10_000, 3)]
)
def test_how_many_documents_a_topic_needs(documents: int, least: int) -> None:
    """One in a small corpus; one more with each tenfold."""
    assert least_documents(documents) == least


def test_in_a_large_corpus_one_document_makes_no_topic() -> None:
    """A name that one document of many has is no topic, unless the curator names it; it still hides what is inside it."""
    texts = [f"They met {person} in Port Mary." for person in ("Ada Byron", "Leo Byron") for _ in range(250)]
    texts[7] = "They met Vera Teasdale and the Port Mary Fund near Lake Tengiz."
    documents = [make_document(f"d{i}", f"d{i}.txt", text) for i, text in enumerate(texts)]
    notes = Notes.model_validate({"topics": [{"name": "Lake Tengiz"}]})
    found = {topic.title: topic for topic in make_catalogue(documents, notes).topics}
    assert {"Ada Byron", "Leo Byron", "Port Mary", "Lake Tengiz"} <= found.keys()
    assert not {"Vera Teasdale", "Port Mary Fund"} & found.keys()
    assert "d7" not in {place.passage.source for place in found["Port Mary"].places}


def test_related_topics_share_passages() -> None:
    """Best first is what shares most passages for its size; what shares none is not related."""
    tallies = [Tally() for _ in range(4)]
    for topic, passages in enumerate([range(4), range(4), range(3, 40), range(50, 60)]):
        for passage in passages:
            tallies[topic].add(0, Spot(topic, passage, 0, 1, 1, None), ())
    assert related(tallies) == [[1, 2], [0, 2], [0, 1], []]
    everything = [Tally() for _ in range(20)]
    for tally in everything:
        tally.add(0, Spot(0, 0, 0, 1, 1, None), ())
    assert all(len(others) == RELATED for others in related(everything))


def test_a_tally_gives_back_what_was_added() -> None:
    """Rows come as they were added, with references' names, and are counted by document, weight and theme."""
    tally = Tally()
    tally.add(3, Spot(0, 1, 5, 9, 2, None), (0,))
    tally.add(3, Spot(0, 2, 0, 8, 0, "Lake Tengiz"), (0, 1))
    tally.add(70_000, Spot(0, 0, 1, 2, 1, None), ())
    assert [tuple(row) for row in tally] == [
        (3, 1, 5, 9, 2, None),
        (3, 2, 0, 8, 0, "Lake Tengiz"),
        (70_000, 0, 1, 2, 1, None),
    ]
    assert (len(tally), tally.documents, tally.weight, dict(tally.themes)) == (3, 2, 3, {0: 2, 1: 1})

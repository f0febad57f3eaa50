"""Passages found by their words."""

import sqlite3
from collections.abc import Iterator

import pytest

from bot.briefing.models import Source, StoredDocument, StoredParagraph
from bot.lookup.passages import PassageIndex

TEXTS = ["The river falls by two metres.", "Rivers rise; the bay falls.", "巴尔喀什湖的水位下降了两米。"]


@pytest.fixture
def index() -> Iterator[PassageIndex]:
    """Three paragraphs, each a document of its own."""
    documents = [
        StoredDocument(
            source=Source(
                id=f"d{i}",
                title="T",
                publisher=None,
                author=None,
                published=None,
                date_basis=None,
                url=None,
                file="f",
            ),
            paragraphs=(StoredParagraph(number=1, start=7, end=7 + len(text), text=text),),
        )
        for i, text in enumerate(TEXTS)
    ]
    passages = PassageIndex(documents, sqlite3.connect(":memory:"))
    yield passages
    passages.close()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("river", {"d0", "d1"}),
        ("falling river", {"d0", "d1"}),
        ("river metres", {"d0"}),
        ("水位", {"d2"}),
        ("river elephant", set()),
        ("", set()),
        ('") OR 1=1 --', set()),
        ("text:river NOT bay*", set()),
    ],
)
def test_search(index: PassageIndex, text: str, found: set[str]) -> None:
    """All words must stand in a passage, in any inflection, in scripts without spaces too; query syntax is only text."""
    hits = index.search(text)
    assert {hit.source.id for hit in hits} == found
    assert all((hit.start, hit.end) == (7, 7 + len(hit.quote)) for hit in hits)

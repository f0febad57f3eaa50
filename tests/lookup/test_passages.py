"""Passages found by their words."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.briefing.models import Source, StoredDocument, StoredParagraph
from bot.lookup.passages import PassageIndex
from bot.lookup.stems import asked

TEXTS = [
    "The river falls by two metres.",
    "Rivers rise; the bay falls.",
    "巴尔喀什湖的水位下降了两米。",
    "Уровень воды в реке падает у границы.",
    "Metres away from the bridge, José saw the multi-storey centre fall. Nobody spoke of a river there.",
]


def stored(texts: list[str]) -> Iterator[StoredDocument]:
    """Documents of one paragraph each, which begins at the seventh character."""
    for number, text in enumerate(texts):
        source = Source(
            id=f"d{number}", title="T", publisher=None, author=None, published=None, date_basis=None, url=None, file="f",
        )  # fmt: skip
        yield StoredDocument(
            source=source, paragraphs=(StoredParagraph(number=1, start=7, end=7 + len(text), text=text),)
        )


@pytest.fixture
def index() -> Iterator[PassageIndex]:
    """A paragraph in each of five documents."""
    passages = PassageIndex(stored(TEXTS))
    yield passages
    passages.close()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("river", ["d1", "d0", "d4"]),
        ("falling river", ["d0", "d1", "d4"]),
        ("river metres", ["d0", "d4"]),
        ("the river of it", ["d1", "d0", "d4"]),
        ('"river falls"', ["d0"]),
        ('"falls river"', []),
        ("“by two metres”", ["d0"]),
        ("jose CENTER", ["d4"]),
        ("multi-storey", ["d4"]),
        ("storey-multi", []),
        ("水位", ["d2"]),
        ("水", ["d2"]),
        ("位水", []),
        ("реки воды", ["d3"]),
        ("граница", ["d3"]),
        ("brid", ["d4"]),
        ("river brid", ["d4"]),
        ("brid river", []),
        ("river elephant", []),
    ],
)  # fmt: skip
def test_search(index: PassageIndex, text: str, found: list[str]) -> None:
    """All that is asked must stand in a passage, in any inflection and script; the last word may be half typed, the
    nearer words stand to each other the better."""
    hits = index.search(text)
    assert [hit.source.id for hit in hits] == found
    assert all((hit.start, hit.end) == (7, 7 + len(hit.quote)) for hit in hits)


@pytest.mark.parametrize(
    "text",
    ["", '"', '""', '") OR 1=1 --', "text:river NOT bay*", "stems:river", "river AND NOT elephant", "NEAR(river elephant)", "^elephant", "river + elephant",
     "{a b} : c", "*", "''; DROP TABLE paragraph", "\x00", "\ud800", "\u202e", "(" * 6000, "x" * 6000, "?" * 6000, '"' * 199],
)  # fmt: skip
def test_what_is_typed_is_text(index: PassageIndex, text: str) -> None:
    """Query syntax, SQL, controls and endless strings find nothing, break nothing, and are not obeyed."""
    assert index.search(text) == []
    assert len(index) == len(TEXTS)


def test_a_long_query_is_quick(index: PassageIndex) -> None:
    """As many words as fit in what is read of a query are one look-up."""
    assert index.search("river " * 1000)
    assert index.search(" ".join(f"w{n}" for n in range(2000))) == []


def test_many_may_search_at_once(index: PassageIndex) -> None:
    """Commands look up in threads of their own; all of them get the right answer."""
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(index.search, ["river", "水位", "metres", "elephant"] * 25))
    assert found == [index.search(text) for text in ("river", "水位", "metres", "elephant")] * 25


def test_count(index: PassageIndex) -> None:
    """How many passages hold a word, or words side by side."""
    counts = [index.count(one) for one in asked('river "river falls" elephant')]
    assert counts == [3, 1, 0]


def test_what_is_written_in_small_letters(index: PassageIndex) -> None:
    """A word as it is, not another form of it nor the name that it may be."""
    assert [index.writes(word) for word in ("river", "River", "rivers", "elephant", "")] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_an_empty_corpus() -> None:
    """No documents, no passages, no failure."""
    assert PassageIndex([]).search("river") == []

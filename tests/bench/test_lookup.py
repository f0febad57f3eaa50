"""How fast answers are: Discord waits three seconds, a reader less."""

from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from bot.lookup.library import Library

BRIEFS = Path(__file__).parents[2] / "briefs"


@pytest.fixture(scope="module")
def library() -> Library:
    library = Library.open(BRIEFS)
    library.search("warm")
    return library


def test_open(benchmark: BenchmarkFixture) -> None:
    """Opening the briefs that we ship."""
    benchmark(Library.open, BRIEFS)


@pytest.mark.parametrize("query", ["China", "chnia", "Китай", "what is going on with china", "zzyzx"])
def test_ask(benchmark: BenchmarkFixture, library: Library, query: str) -> None:
    """Answering a query: a name, a misspelt one, one in another script, a question, nonsense."""
    benchmark(library.ask, query)


@pytest.mark.parametrize(
    "query",
    ["balkhash water level", "nuclear proliferation", "who is to blame for the falling price of rice"],
)
def test_ask_passages(benchmark: BenchmarkFixture, library: Library, query: str) -> None:
    """Answering what no topic is called: a name with more asked of it, words that passages hold, a question that none answers."""
    benchmark(library.ask, query)


def test_suggest(benchmark: BenchmarkFixture, library: Library) -> None:
    """Completing what is being typed."""
    benchmark(library.suggest, "kaz")


def test_search(benchmark: BenchmarkFixture, library: Library) -> None:
    """Finding passages by their words."""
    benchmark(library.search, "railway transit")

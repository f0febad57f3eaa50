"""What is shipped is a test case: every seed and every brief, all faults gathered."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from bot.briefing.building.build import stale
from bot.lookup import NotFound
from bot.lookup.answers import Answered
from bot.lookup.library import Library

ROOT = Path(__file__).parents[1]
SEEDS, BRIEFS = ROOT / "seeds", ROOT / "briefs"
# What the pages round the five documents say.
FURNITURE = (
    "LATEST",
    "ARTICLES",
    "Number of shows",
    "You might also like",
    "Back to Top",
    "简体 繁體",
    "Publication:",
    "Image:",
    "Table:",
)


@pytest.fixture(scope="module")
def library() -> Library:
    """The briefs in the repository."""
    return Library.open(BRIEFS)


def citations(value: Any) -> list[dict[str, Any]]:
    """Every citation anywhere in a brief's JSON."""
    if isinstance(value, list):
        return [found for item in value for found in citations(item)]
    if isinstance(value, dict):
        own = [value] if "quote" in value else []
        return own + [found for item in value.values() for found in citations(item)]
    return []


def test_the_briefs_are_what_the_seeds_give() -> None:
    """The committed briefs are fresh."""
    assert stale(SEEDS, BRIEFS) == []


def shipped() -> list[tuple[str, dict[str, Any]]]:
    """Every brief by file name, read without any of our code."""
    others = {"manifest.json", "schema.json"}
    return [
        (path.name, json.loads(path.read_bytes()))
        for path in sorted(BRIEFS.glob("*.json"))
        if path.name not in others
    ]


def test_every_citation_slices_out_of_its_file() -> None:
    """Each quote of each brief is the file's text, to the letter, and no page furniture; every document is cited."""
    files = {path.stem: path.read_bytes().decode() for path in (SEEDS / "documents").iterdir()}
    cited: set[str] = set()
    faults: list[str] = []
    for name, brief in shipped():
        for citation in citations(brief):
            cited.add(citation["source"])
            if files[citation["source"]][citation["start"] : citation["end"]] != citation["quote"]:
                faults.append(f"{name}: {citation}")
            if any(words in citation["quote"] for words in FURNITURE):
                faults.append(f"{name}: furniture in {citation['quote']}")
        if not brief["summary"]:
            faults.append(f"{name}: no summary")
        faults += [
            f"{name}: statement without citation"
            for s in brief["summary"] + brief["evidence"]
            if not s["citations"]
        ]
    assert faults == []
    assert cited == set(files)


def test_statements_are_their_quotes() -> None:
    """Without what stands in brackets of ours, a statement's text is its quotes; figures are slices of theirs."""
    for name, brief in shipped():
        for statement in brief["summary"] + brief["evidence"]:
            quotes = [citation["quote"] for citation in statement["citations"]]
            bare = re.sub(r"^\[.\]|\[.\]$| \[(?!…)[^\]]*\]", "", statement["text"])
            assert bare in (" ".join(quotes), " […] ".join(quotes)), (name, statement["text"])
        for figure in brief["figures"]:
            for part in ("value", "unit", "measure"):
                assert figure[part] in figure["citation"]["quote"], (name, figure)


def test_what_briefs_say_of_themselves_is_true() -> None:
    """Sources, coverage and related topics agree with what the brief holds and with the manifest."""
    manifest = json.loads((BRIEFS / "manifest.json").read_bytes())
    entries = {topic["slug"]: topic for topic in manifest["topics"]}
    dates = {source["id"]: source["published"] for source in manifest["sources"]}
    assert {f"{slug}.json" for slug in entries} == {name for name, _ in shipped()}
    for name, brief in shipped():
        entry, coverage = entries[brief["slug"]], brief["coverage"]
        sources = [source["id"] for source in brief["sources"]]
        assert {citation["source"] for citation in citations(brief)} <= set(sources), name
        assert len(sources) == len(set(sources)) == coverage["documents"] == entry["documents"], name
        assert coverage["passages"] == entry["passages"] > 0, name
        days = sorted(day for source in sources if (day := dates[source]))
        assert [coverage["first"], coverage["last"]] == [days[0], days[-1]] if days else True, name
        assert set(brief["related"]) <= set(entries) - {brief["slug"]}, name
        assert [brief["title"], *brief["aliases"]] == entry["names"], name


@pytest.mark.parametrize(
    "query", ["balkhash", "balkash", "lake balkhash", "Балхаш", "巴尔喀什湖", "balkhash lake"]
)
def test_balkhash_is_answered(library: Library, query: str) -> None:
    """However it is asked for, the lake's brief has the inflow, the falling level and its cause, and the fear, from two documents."""
    answer = library.ask(query)
    assert isinstance(answer, Answered)
    brief = answer.brief
    assert brief.slug == "lake-balkhash"
    text = " ".join(statement.text for statement in brief.summary)
    for words in (
        "about 70 percent of the water inflow",
        "water levels are dropping due to",
        "claim the eastern part of Lake Balkhash",
    ):
        assert words in text
    assert len({c.source for s in brief.summary for c in s.citations}) == 2


@pytest.mark.parametrize("query", ["pizza", "balkans", "", "@everyone", "kazan", "tokyo", "scooter"])
def test_nothing_is_claimed(library: Library, query: str) -> None:
    """What the corpus has no topic for is not answered."""
    assert isinstance(library.ask(query), NotFound)


@pytest.mark.parametrize(
    ("slug", "spellings"),
    [
        ("kassym-jomart-tokayev", ("Tokayev", "Tokaev", "Kassym-Zhomart Tokayev", "Токаев")),
        ("uyghurs", ("Uyghurs", "Uighur", "Uygur", "维吾尔族")),
        ("lake-balkhash", ("Balkhash Lake", "Lake Balkhash", "Balqash")),
        ("shanghai-cooperation-organization", ("SCO", "Shanghai Cooperation Organization", "ШОС")),
    ],
)
def test_spellings_are_one_topic(library: Library, slug: str, spellings: tuple[str, ...]) -> None:
    """Variant spellings lead to one topic, and no second topic bears one of them."""
    answers = [library.ask(name) for name in spellings]
    assert {answer.match.slug for answer in answers if isinstance(answer, Answered)} == {slug}
    assert all(isinstance(answer, Answered) for answer in answers)
    for name in spellings:
        assert sum(name in topic.names for topic in library.topics()) <= 1


def test_every_theme_has_topics_from_several_documents(library: Library) -> None:
    """Each theme of the curator can make a digest."""
    for theme in library.themes():
        assert len(library.topics(theme.slug)) >= 3, theme.slug


def test_names_fit_what_discord_shows(library: Library) -> None:
    """Titles and slugs are short enough for choices and controls."""
    assert all(len(topic.title) <= 100 and len(topic.slug) <= 60 for topic in library.topics())

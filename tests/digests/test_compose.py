"""What goes into a digest."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from pathlib import Path

import pytest

from bot.briefing import files
from bot.briefing.models import Brief, Citation, Coverage, Manifest, Source, Statement, ThemeEntry, TopicEntry
from bot.digests.compose import LIMIT, LONGEST, PER_TOPIC, TOPICS, cited, compose
from bot.digests.edition import Digest
from bot.errors import RequestError
from bot.lookup.library import Library
from tests.samples import FOUNDED, ILI, INVITE, LEVEL, NAMED, PROTOCOL, write_briefs

WATER = ThemeEntry(slug="water", name="Water", names=("Water",))
EMPTY = ThemeEntry(slug="empty", name="Empty", names=("Empty",))


def said(source: str, start: int, text: str) -> Statement:
    """A statement of one citation, from an offset of a source on."""
    citation = Citation(source=source, paragraph=1, start=start, end=start + len(text), quote=text)
    return Statement(text=text, citations=(citation,))


def sentences(source: str, number: int, topic: str = "") -> tuple[Statement, ...]:
    """So many statements of a source, none like another."""
    return tuple(
        said(source, 1_000 * n, f"{source} {chr(96 + n) * 30} {topic * 5} {chr(96 + n) * 10}.")
        for n in range(1, number + 1)
    )


def library_of(
    folder: Path, topics: Mapping[str, tuple[Statement, ...] | list[tuple[Statement, ...]]]
) -> Library:
    """Briefs on the theme of water, weightiest first: a topic's summary, or its summary and its evidence."""
    entries: list[TopicEntry] = []
    for slug, parts in topics.items():
        summary, evidence = parts if isinstance(parts, list) else (parts, ())
        used = sorted({citation.source for one in (*summary, *evidence) for citation in one.citations})
        brief = Brief(
            slug=slug,
            title=slug.title(),
            aliases=(),
            themes=("water",),
            summary=summary,
            evidence=evidence,
            figures=(),
            timeline=(),
            differences=(),
            related=(),
            sources=tuple(_source(source) for source in used),
            coverage=Coverage(
                documents=len(used), passages=len(summary) + len(evidence), first=None, last=None
            ),
        )
        files.write_text(folder / f"{slug}.json", files.render(brief))
        entries.append(
            TopicEntry(
                slug=slug, title=slug.title(), names=(slug,), themes=("water",), documents=1, passages=1
            )
        )
    manifest = Manifest(
        format=files.FORMAT,
        builder="",
        inputs={},
        outputs={},
        topics=tuple(entries),
        themes=(WATER, EMPTY),
        sources=(),
    )
    files.write_text(folder / files.MANIFEST, files.render(manifest))
    return Library.open(folder)


def _source(name: str) -> Source:
    return Source(
        id=name, title=name, publisher=None, author=None, published=None, date_basis=None, url=None, file=name
    )


def texts(digest: Digest) -> list[str]:
    return [statement.text for item in digest.items for statement in item.statements]


def test_the_samples_make_a_digest(tmp_path: Path) -> None:
    """Topics by weight, two statements each as their briefs order them, and every source that is cited, once."""
    library = Library.open(write_briefs(tmp_path))
    digest = compose(library.themes()[0], library)
    assert [item.slug for item in digest.items] == ["lake-balkhash", "shanghai-cooperation-organization"]
    assert texts(digest) == [LEVEL, f"{ILI} […] {PROTOCOL}", FOUNDED, NAMED]
    assert [source.id for source in digest.sources] == ["balkhash-levels", "corridors", "undated-note"]


def test_the_same_briefs_give_the_same_digest(tmp_path: Path) -> None:
    """Nothing is left to chance."""
    library = Library.open(write_briefs(tmp_path))
    assert compose(library.themes()[0], library) == compose(library.themes()[0], library)


def test_a_digest_has_bounds(tmp_path: Path) -> None:
    """Of nine topics the five weightiest, each first with one statement, then with a second up to the limit."""
    letters = "ABCDEFGHI"
    library = library_of(tmp_path, {f"t{i}": sentences(f"s{i}", 4, letters[i]) for i in range(9)})
    digest = compose(WATER, library)
    assert [item.slug for item in digest.items] == ["t0", "t1", "t2", "t3", "t4"][:TOPICS]
    assert [len(item.statements) for item in digest.items] == [2, 2, 2, 1, 1]
    assert len(texts(digest)) == LIMIT
    assert all(len(item.statements) <= PER_TOPIC for item in digest.items)
    assert len(texts(compose(WATER, library, limit=3))) == 3
    assert len(texts(compose(WATER, library, limit=1))) == 1


def test_one_citation_in_two_briefs_counts_once(tmp_path: Path) -> None:
    """The second topic says something else; a topic with nothing of its own to say stays away."""
    shared, own = said("s", 0, "The lake fell."), said("s", 900, "Rice grows where reeds once stood.")
    library = library_of(tmp_path, {"lake": (shared,), "river": (shared, own), "reeds": (shared,)})
    digest = compose(WATER, library)
    assert {item.slug: item.statements for item in digest.items} == {"lake": (shared,), "river": (own,)}


def test_overlapping_sentences_count_once(tmp_path: Path) -> None:
    """Words in common at the edge are too much; sentences that only meet are two."""
    first = said("s", 0, "The lake fell by two metres.")
    overlapping = said("s", 20, "two metres. Then it rose.")
    touching = said("s", 28, "Nobody knows why, though many ask.")
    assert texts(compose(WATER, library_of(tmp_path, {"a": (first,), "b": (overlapping, touching)}))) == [
        first.text,
        touching.text,
    ]


def test_the_same_words_from_two_documents_count_once(tmp_path: Path) -> None:
    """A text printed twice is said once, also with a letter's difference."""
    first = said("s", 0, "The lake fell by two metres between 1970 and 1987.")
    again = said("t", 5_000, "The Lake fell by two metres between 1970 and 1987!")
    other = said("t", 9_000, "Fishermen left for the cities.")
    digest = compose(WATER, library_of(tmp_path, {"a": (first,), "b": (again, other)}))
    assert texts(digest) == [first.text, other.text]


def test_a_source_not_yet_cited_is_preferred(tmp_path: Path) -> None:
    """The second topic's second statement is taken before its first, because another source makes it."""
    same, other = said("s", 900, "Reeds are cut each winter."), said("t", 0, "Two ports were closed.")
    library = library_of(tmp_path, {"a": (said("s", 0, "The lake fell."),), "b": (same, other)})
    assert compose(WATER, library, limit=2).items[1].statements == (other,)
    # With room for both, the brief's own order is kept.
    assert compose(WATER, library).items[1].statements == (same, other)


def test_a_digest_keeps_to_its_theme(tmp_path: Path) -> None:
    """Only what speaks of the theme, and briefly, is taken; a topic that is mainly of another theme comes last."""
    wet, dry = said("s", 0, "The river floods its banks."), said("t", 0, "The opera opened late.")
    own, long = said("u", 0, "Rivers are cold each winter."), said("u", 900, "A river " + "winds " * LONGEST)
    library_of(tmp_path, {"art": (dry, wet), "lake": (long, own)})
    manifest = files.read_manifest(tmp_path)
    theme = WATER.model_copy(update={"words": ("river",)})
    art, lake = manifest.topics
    topics = (art.model_copy(update={"themes": ("art", "water")}), lake)
    brief = files.read_brief(tmp_path, "art").model_copy(update={"themes": ("art", "water")})
    files.write_text(tmp_path / "art.json", files.render(brief))
    files.write_text(tmp_path / files.MANIFEST, files.render(manifest.model_copy(update={"topics": topics})))
    assert texts(compose(theme, Library.open(tmp_path))) == [own.text, wet.text]


def test_what_was_posted_is_left_out_until_all_was(tmp_path: Path) -> None:
    """Editions go through the summaries of all topics, then the evidence, and only then begin anew."""
    topics = {f"t{i}": [sentences(f"s{i}", 2, "AB"[i]), sentences(f"e{i}", 1, "CD"[i])] for i in range(2)}
    library = library_of(tmp_path, topics)
    posted: list[str] = []
    editions: list[list[str]] = []
    for _ in range(5):
        digest = compose(WATER, library, limit=2, posted=posted)
        posted += cited(digest, library)
        editions.append(texts(digest))
    assert len(set(chain.from_iterable(editions[:3]))) == 6
    assert all(text.startswith("e") for text in editions[2])
    assert editions[3] == editions[0]
    assert editions[4] != editions[3]


def test_a_theme_with_one_statement_repeats_it(tmp_path: Path) -> None:
    """Better the same again than nothing; the end of the memory is always reached."""
    library = library_of(tmp_path, {"a": sentences("s", 1)})
    digest = compose(WATER, library)
    assert compose(WATER, library, posted=cited(digest, library) * 3) == digest


def test_a_theme_without_topics_is_refused(tmp_path: Path) -> None:
    """The sentence names the theme; so does the one for topics that say nothing."""
    with pytest.raises(RequestError, match="no topic of the theme “Empty”"):
        compose(EMPTY, library_of(tmp_path, {"a": sentences("s", 1)}))
    with pytest.raises(RequestError, match="say nothing yet on the theme “Water”"):
        compose(WATER, library_of(tmp_path, {"a": ()}), posted=["x"])


def test_what_is_cited_can_be_read_again(tmp_path: Path) -> None:
    """The references kept of an edition lead to its passages."""
    library = Library.open(write_briefs(tmp_path))
    references = cited(compose(library.themes()[1], library), library)
    readings = [library.read(reference) for reference in references]
    assert {FOUNDED, NAMED} <= {reading.quote for reading in readings if reading}
    assert None not in readings
    assert INVITE not in references

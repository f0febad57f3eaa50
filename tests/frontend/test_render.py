"""Messages at Discord's limits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from discord import ui

from bot.briefing.models import Brief, Citation, Statement
from bot.digests.edition import Digest, Item
from bot.frontend.controls import Listing, key, picks, slug_of
from bot.frontend.leafing import listing_layout
from bot.frontend.render import about_layout, brief_layout, digest_layout, notice, spoken_layout
from bot.frontend.sheets import CHARACTERS, Answer, Sheet, longest
from bot.lookup.answers import Spoken, Suggestion
from bot.lookup.library import Library
from tests.discord_server.markdown import render
from tests.samples import FOUNDED, HOSTILE, ILI, LEVEL, NAMED, SOURCES, THEMES, briefs, said


def texts(view: ui.LayoutView) -> list[str]:
    return [item.content for item in view.walk_children() if isinstance(item, ui.TextDisplay)]


def options(view: ui.LayoutView, custom_id: str) -> list[str]:
    """The values of the menu with this custom_id."""
    menus = [
        item for item in view.walk_children() if isinstance(item, ui.Select) and item.custom_id == custom_id
    ]
    return [option.value for menu in menus for option in menu.options]


def buttons(view: ui.LayoutView) -> Iterator[ui.Button[ui.LayoutView]]:
    return (item for item in view.walk_children() if isinstance(item, ui.Button))


def long(number: int, size: int, character: str = "x") -> Statement:
    """A made-up statement of so many characters, distinct by its number."""
    quote = f"{number} ".ljust(size, character)
    return Statement(
        text=quote,
        citations=(
            Citation(source="balkhash-levels", paragraph=1, start=number, end=number + size, quote=quote),
        ),
    )


def with_summary(*statements: Statement) -> Brief:
    return briefs()[0].model_copy(update={"summary": statements})


def fits(view: ui.LayoutView) -> bool:
    return view.content_length() <= 4_000 and view.total_children_count <= 40


@pytest.mark.parametrize(("beyond", "whole"), [(-1, True), (0, True), (1, False)])
def test_a_brief_at_the_limit_of_characters(library: Library, beyond: int, whole: bool) -> None:
    """At 3,999 and 4,000 characters all is shown; at 4,001 the last statement goes whole, and that is said."""
    room = CHARACTERS - brief_layout(with_summary(long(1, 1_500), long(2, 1_500)), library).content_length()
    view = brief_layout(with_summary(long(1, 1_500), long(2, 1_500 + room + beyond)), library)

    assert view.content_length() == CHARACTERS + beyond if whole else fits(view)
    assert ("\n".join(texts(view)).count("**2** ") == 1) is whole
    assert ("… and 1 more statement of the summary, below" in "\n".join(texts(view))) is not whole
    assert len(options(view, "read")) == (2 if whole else 1)


def test_what_a_brief_leaves_out_is_a_press_away(library: Library) -> None:
    """The button for more begins with the first statement that did not fit."""
    view = brief_layout(with_summary(*(long(n, 1_000) for n in range(6))), library)
    more = next(buttons(view))
    assert (more.label, more.custom_id) == ("6 more statements", "open:evidence:3:lake-balkhash")


def test_a_statement_longer_than_a_message(library: Library) -> None:
    """It is not cut: a line stands for it, and its citation can still be chosen and read."""
    view = brief_layout(with_summary(long(1, 9_000, "*")), library)
    assert fits(view)
    assert "Too long for one message" in "\n".join(texts(view))
    assert len(options(view, "read")) == 1


@pytest.mark.parametrize("size", [10, 1_000, 3_200, 3_900, 9_000])
def test_passages_fit_a_message(library: Library, size: int) -> None:
    """However long passages are, a message holds some of them whole, or a line for one, and says how many it leaves out."""
    made = with_summary(*(long(n, size) for n in range(6))).model_copy(
        update={"title": "*" * 80, "evidence": (long(9, 10),) * 20}
    )
    near = tuple(Suggestion(topic.slug, topic.title, 80.0) for topic in library.topics())
    view = spoken_layout(Spoken("x", made, near), library)
    assert fits(view)
    shown = "\n".join(texts(view))
    assert "There is no brief by this name." in shown
    assert (
        f"and {26 - max(1, len(options(view, 'read')))} more passages: `/search` looks for the words" in shown
    )
    assert ("Too long for one message" in shown) is (size > 3_500)
    assert [button.label for button in buttons(view)] == [topic.title for topic in library.topics()]


@pytest.mark.parametrize(("citations", "shown"), [(24, 24), (25, 25), (26, 24)])
def test_a_menu_holds_25_citations(library: Library, citations: int, shown: int) -> None:
    """Statements whose citations would not all fit the menu are left for the next page."""
    statements = [
        Statement(text="said", citations=tuple(long(10 * n + i, 20).citations[0] for i in range(2)))
        for n in range(citations // 2)
    ]
    if citations % 2:
        statements.append(long(5_000, 20))
    view = brief_layout(with_summary(*statements), library)
    assert len(options(view, "read")) == shown


def test_the_worst_brief_fits(library: Library) -> None:
    """The longest titles, most citations and most related topics, all of them to be escaped, make a message."""
    source = SOURCES["corridors"].model_copy(
        update=dict.fromkeys(("title", "publisher", "author"), "*_" * 400)
    )
    sources = tuple(source.model_copy(update={"id": f"s{n}"}) for n in range(60))
    cited = tuple(
        Citation(source=s.id, paragraph=1, start=n, end=n + 800, quote="[]" * 400)
        for n, s in enumerate(sources)
    )
    brief = briefs()[0].model_copy(
        update={
            "title": "||" * 300,
            "slug": "ы" * 250,
            "sources": sources,
            "summary": (Statement(text="()" * 3_000, citations=cited),),
        }
    )
    view = brief_layout(brief, library)
    assert fits(view)
    assert len(options(view, "read")) == 25


def test_every_page_fits_and_none_is_missed(library: Library, briefs_of: dict[str, Brief]) -> None:
    """Leafing on from the first page shows every passage once, in order, each page within the limits."""
    statements = tuple(long(n, 40 + 37 * n % 900) for n in range(120))
    brief = briefs()[0].model_copy(update={"summary": statements[:3], "evidence": statements[3:]})
    briefs_of["lake-balkhash"] = brief
    start: int | None = 0
    seen: list[str] = []
    starts: list[int] = []
    while start is not None:
        view = listing_layout(Listing.EVIDENCE, "lake-balkhash", start, library)
        assert view is not None
        assert fits(view)
        starts.append(start)
        seen += [text for text in texts(view) if text.startswith("**") and "Sources" not in text]
        on = next(button for button in buttons(view) if button.label == "Next")
        start = None if on.disabled else int((on.custom_id or "").split(":")[2])
    assert [text.split("**")[1] for text in seen] == [str(n) for n in range(1, 121)]
    last = listing_layout(Listing.EVIDENCE, "lake-balkhash", starts[-1], library)
    assert last is not None
    assert int((next(buttons(last)).custom_id or "").split(":")[2]) <= starts[-2]


def test_a_page_beyond_the_end_is_the_last(library: Library) -> None:
    """Where a rebuild made a list shorter, its last item is shown; where the topic is gone, nothing is."""
    view = listing_layout(Listing.TIMELINE, "lake-balkhash", 99, library)
    assert view is not None
    assert "2–2 of 2 dated events" in texts(view)[0]
    assert listing_layout(Listing.TIMELINE, "aral-sea", 0, library) is None
    assert listing_layout(Listing.TOPICS, "aral-sea", 0, library) is None


@pytest.mark.parametrize("components", [39, 40, 41])
def test_a_sheet_counts_as_discord_does(components: int) -> None:
    """What a sheet says of itself is what discord.py counts; 40 components fit and 41 do not."""
    sheet = Sheet(["x"] * (components - 4), rows=picks([("a", "A"), ("b", "B")]))
    assert sheet.components == components
    assert sheet.fits is (components <= 40)
    if sheet.fits:
        assert sheet.answer(0).total_children_count == components


def test_as_many_as_fit() -> None:
    """The most items that fit are taken, even where fewer would not: the last page needs no “more”."""
    sheets = {1: "x" * 5_000, 2: "x" * 4_000, 3: "x" * 4_001}
    assert longest([0, 0, 0], lambda some: Sheet([sheets[len(some)]]), 3) == 2
    assert longest([0], lambda some: Sheet(["x" * 4_001]), 3) == 0


def digest(*items: Item) -> Digest:
    return Digest(theme=THEMES[0], items=items, sources=tuple(SOURCES.values()))


def test_a_digest(library: Library) -> None:
    """Theme, topics, statements numbered through, sources in order of citation; hostile words stay words."""
    view = digest_layout(
        digest(
            Item("lake-balkhash", "Lake Balkhash", (said(LEVEL), said(HOSTILE))),
            Item("shanghai-cooperation-organization", "Shanghai Cooperation Organization", (said(FOUNDED),)),
        ),
        library,
        key="digest:12:1760000000",
        late_since=dt.datetime(2025, 10, 9, 8, 53, 20, tzinfo=dt.UTC),
    )
    shown = render("\n".join(texts(view)))
    assert shown.headings == ["Water", "Lake Balkhash", "Shanghai Cooperation Organization"]
    assert "Digest · 2 topics\nLate: due <t:1760000000:f>" in shown.text
    assert f"2 {HOSTILE} [1]" in shown.text
    assert f"3 {FOUNDED} [2]" in shown.text
    assert shown.links == []
    assert len(options(view, "digest:12:1760000000")) == 3
    assert options(view, "topics") == ["lake-balkhash", "shanghai-cooperation-organization"]


def test_a_digest_cut_at_a_statement(library: Library) -> None:
    """What does not fit is left out whole, counted, and a topic's brief is a choice away."""
    items = [Item(f"t{n}", f"Topic {n}", (long(2 * n, 700), long(2 * n + 1, 700))) for n in range(5)]
    view = digest_layout(digest(*items), library, key=None, late_since=None)
    assert fits(view)
    assert "… and 5 more statements: open a topic’s brief below" in "\n".join(texts(view))
    assert len(options(view, "read")) == 5
    assert len(options(view, "topics")) == 5


def test_a_digest_on_which_nothing_is_said(library: Library) -> None:
    """It says so."""
    view = digest_layout(digest(), library, key=None, late_since=None)
    assert "The documents say nothing on this theme." in texts(view)


def test_two_statements_of_one_source_share_its_number(library: Library) -> None:
    """Sources are numbered by their first citation, and listed once."""
    view = brief_layout(with_summary(said(ILI), said(NAMED), said(LEVEL)), library)
    assert [text.split("\n")[0][-3:] for text in texts(view)[1:4]] == ["[1]", "[2]", "[1]"]
    assert texts(view)[-1].count("\n") == 2


def test_a_long_slug_leads_back_to_itself() -> None:
    """A key is short enough for a control and tells slugs apart that begin alike."""
    slugs = ["x" * 200 + end for end in ("a", "b")] + ["short"]
    assert all(len(key(slug)) <= 64 for slug in slugs)
    assert [slug_of(key(slug), slugs) for slug in slugs] == slugs
    assert slug_of("gone", slugs) is None


def test_notices_and_about(library: Library) -> None:
    """Short messages of our own; what the bot is, with how much it knows."""
    assert texts(notice("**Done.**")) == ["**Done.**"]
    about = "\n".join(texts(about_layout(library)))
    assert "3 topics in 2 themes, from 3 documents · 12 Sep 2019 – c. Mar 2020" in about


def test_discord_py_keeps_nothing_of_a_message() -> None:
    """A posted message takes no memory: its controls are answered from what they carry."""
    assert Answer().is_finished()


@pytest.fixture
def briefs_of(monkeypatch: pytest.MonkeyPatch, library: Library) -> dict[str, Brief]:
    """Briefs put here are the library's."""
    made = {brief.slug: brief for brief in briefs()}
    monkeypatch.setattr(library, "brief", made.__getitem__)
    return made

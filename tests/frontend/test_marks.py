"""What is shown of how a thing is known: whose words, how many publishers, which dates were filled in, who disagrees."""

import io

import pytest
from discord import ui
from rich.console import Console

from bot.briefing.models import Brief, Dispute, Event, Statement, Voice
from bot.frontend import citing, console_pages
from bot.frontend.citing import Line
from bot.frontend.console_pages import Page
from bot.frontend.controls import Listing
from bot.frontend.leafing import listing_layout
from bot.frontend.render import brief_heading
from bot.frontend.wording import basis, origin, standing, when
from bot.lookup.library import Library
from tests.samples import ILI, LEVEL, OTHER_SURFACE, PROTOCOL, briefs, cite, said

BRIEF = briefs()[0]


def voiced(how: str, publishers: int | None = None) -> Statement:
    """A statement that a visitor is told to have made."""
    voice = Voice.model_validate(
        {
            "name": "visitor",
            "words": "a visitor was told",
            "basis": how,
            "of": 0,
            "citation": cite(OTHER_SURFACE),
        }
    )
    return said(OTHER_SURFACE).model_copy(update={"said_by": (voice,), "publishers": publishers})


def dated(**update: object) -> Event:
    event = Event(date="2019-09-12", text=PROTOCOL, citation=cite(PROTOCOL), words="On 12 September")
    return event.model_copy(update=update)


def printed(page: Page) -> str:
    screen = Console(file=io.StringIO(), width=300, highlight=False)
    with screen.capture() as captured:
        screen.print(page.body)
    return captured.get()


def written(line: Line) -> str:
    return "\n".join(f"{part.text} {part.note}" for part in line.parts)


@pytest.mark.parametrize(
    ("statement", "shown"),
    [
        (voiced("stated"), ""),
        (voiced("reference"), ""),
        (voiced("resolved"), "words of visitor"),
        (voiced("continued", 3), "words of visitor · 3 publishers"),
        (said(LEVEL).model_copy(update={"publishers": 1}), ""),
    ],
)
def test_whose_words_are_shown_where_the_text_does_not_say(statement: Statement, shown: str) -> None:
    """A speaker from another sentence is named; one in the text is not named twice; several publishers are counted."""
    assert origin(statement) == shown
    assert (shown in written(citing.statement(1, statement))) is True
    page = console_pages.brief(BRIEF.model_copy(update={"summary": (statement,)}))
    assert ("words of" in printed(page)) is ("words of" in shown)


@pytest.mark.parametrize(
    ("event", "date", "known"),
    [
        (dated(), "12 Sep 2019", ""),
        (dated(date_basis="resolved"), "12 Sep 2019", "“On 12 September”, dated by the document"),
        (
            dated(date_basis="inferred"),
            "c. 12 Sep 2019",
            "“On 12 September”, dated by the document’s inferred date",
        ),
        (dated(end="2019-09-14", planned=True), "12 Sep 2019 – 14 Sep 2019", "planned"),
    ],
)
def test_how_a_date_is_known_is_shown(event: Event, date: str, known: str) -> None:
    """What was filled in is marked with the words it was filled in for; plans are marked, stretches have two ends."""
    assert (when(event), basis(event)) == (date, known)
    assert citing.event(event).mark == f"**{date}** "
    page = printed(console_pages.timeline(BRIEF.model_copy(update={"timeline": (event,)})))
    assert date in page
    assert known in page


def test_an_event_told_twice_shows_all_its_citations() -> None:
    """Both sources of one event can be read."""
    event = dated(citations=(cite(PROTOCOL), cite(ILI)))
    assert citing.event(event).citations == (cite(PROTOCOL), cite(ILI))
    assert (
        console_pages.timeline(BRIEF.model_copy(update={"timeline": (event,)})).citations == event.citations
    )


def test_sources_that_contradict_each_other_stand_side_by_side(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both claims with their citations, also where there is no figure; no side is taken."""
    dispute = Dispute(claims=(said(LEVEL), said(OTHER_SURFACE)))
    brief = BRIEF.model_copy(update={"disputes": (dispute,), "figures": (), "differences": ()})
    page = console_pages.figures(brief)
    assert page.citations == (cite(LEVEL), cite(OTHER_SURFACE))
    assert "The sources contradict each other" in printed(page)

    def only(slug: str) -> Brief:
        return brief

    monkeypatch.setattr(library, "brief", only)
    view = listing_layout(Listing.FIGURES, brief.slug, 0, library)
    assert view is not None
    texts = [item.content for item in view.walk_children() if isinstance(item, ui.TextDisplay)]
    assert "1 entry" in texts[0]
    assert "Sources contradict each other" in texts[1]


def test_publishers_are_counted_where_they_are_fewer_than_documents() -> None:
    """The heading says how many publishers stand behind the documents."""
    coverage = BRIEF.coverage.model_copy(update={"publishers": 2})
    assert "6 passages in 3 documents of 2 publishers" in brief_heading(
        BRIEF.model_copy(update={"coverage": coverage})
    )
    assert "publisher" not in brief_heading(BRIEF)


def test_of_when_a_document_is_stands_beside_its_citation() -> None:
    """In the terminal each number is followed by its document's day, as sure as it is; neighbours share it."""
    brief = BRIEF.model_copy(update={"summary": (said(ILI, PROTOCOL), said(LEVEL, OTHER_SURFACE))})
    shown = printed(console_pages.brief(brief))
    assert f"{PROTOCOL} [1][2] 12 Sep 2019" in shown
    assert f"{OTHER_SURFACE} [3] 12 Sep 2019 [4] c. Mar 2020" in shown


@pytest.mark.parametrize(
    ("update", "inferred", "shown"),
    [
        ({}, False, ""),
        ({"as_of": "2019-07", "as_of_basis": "stated"}, True, " (as of Jul 2019)"),
        ({"as_of": "2019-07", "as_of_basis": "resolved"}, False, " (as of Jul 2019)"),
        ({"as_of": "2019-07", "as_of_basis": "resolved"}, True, " (as of c. Jul 2019)"),
        ({"as_of": "2019-07", "as_of_basis": "document"}, True, ""),
        ({"planned": True}, False, " (planned)"),
        ({"planned": True, "as_of": "2030", "as_of_basis": "stated"}, False, " (planned for 2030)"),
    ],
)
def test_a_figure_says_when_it_is_of_and_whether_it_is_yet_to_come(
    update: dict[str, object], inferred: bool, shown: str
) -> None:
    """What is planned is not read as what is, nor a date as surer than it is, in the list or where figures differ."""
    first, second = BRIEF.figures
    figure = first.model_copy(update={"as_of": None, **update})
    brief = BRIEF.model_copy(update={"figures": (figure, second)})
    if inferred:
        sources = (source.model_copy(update={"date_basis": "inferred"}) for source in BRIEF.sources)
        brief = brief.model_copy(update={"sources": tuple(sources)})
    source = next(source for source in brief.sources if source.id == figure.citation.source)
    assert standing(figure, source) == shown
    assert printed(console_pages.figures(brief)).count(f"{shown} [1]") == 2
    assert f"**{shown} " in written(citing.lines_of_figures(brief)[0])

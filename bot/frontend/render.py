"""Values to messages, purely: briefs, their lists, digests and notices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from discord import ui

from bot.briefing.models import Brief
from bot.digests.edition import Digest
from bot.frontend import citing
from bot.frontend.citing import Line, by_id, cited, fitted
from bot.frontend.controls import Listing, key, opens, picks, titles, topic_menu
from bot.frontend.markup import neutral
from bot.frontend.sheets import BRIEF, DIGEST, NOTICE, OPTIONS, Answer, Sheet, longest
from bot.frontend.wording import asks, count, extent, period
from bot.lookup.answers import Ambiguous, NotFound, Spoken
from bot.lookup.library import Library

NEAR = 5
"""Names offered below passages."""


def notice(text: str, rows: Sequence[Sequence[ui.Item[Any]]] = ()) -> Answer:
    """A short message of our own; `text` is Markdown, with what comes from elsewhere made `neutral`."""
    return Sheet([text], rows=rows).answer(NOTICE)


def brief_layout(brief: Brief, library: Library, read_as: str = "") -> Answer:
    """What `/brief` shows: the summary, its sources, and the ways on to the rest.

    `read_as` is the name that what was asked is taken for, where that has to be said.
    """
    sources = by_id(brief.sources)
    opening = brief.summary or brief.evidence
    summary = [citing.statement(number, said) for number, said in enumerate(opening, 1)]
    every = len(brief.summary) + len(brief.evidence)

    def make(shown: Sequence[Line]) -> Sheet:
        left = len(brief.summary) - len(shown)
        tail = f"-# … and {count(left, 'more statement')} of the summary, below" if left > 0 else None
        sheet = cited([brief_heading(brief, read_as), None], shown, sources, library, tail)
        return Sheet(sheet.texts, sheet.options, rows=_ways_on(brief, library, len(shown), every))

    return fitted(summary, make).answer(BRIEF)


def brief_heading(brief: Brief, read_as: str = "") -> str:
    """The title, and below it how much of the corpus the brief rests on."""
    documents, passages = extent(brief.coverage)
    taken = f" · read as “{neutral(read_as, 100)}”" if read_as else ""
    return f"## {neutral(brief.title, 200)}\n-# {passages} in {documents} · {period(brief.sources)}{taken}"


def _ways_on(brief: Brief, library: Library, shown: int, every: int) -> list[Sequence[ui.Item[Any]]]:
    argument = key(brief.slug)
    ways = (
        (every - shown, "more statement", Listing.EVIDENCE, shown),
        (len(brief.figures), "figure", Listing.FIGURES, 0)
        if brief.figures
        else (len(brief.disputes), "contradiction", Listing.FIGURES, 0),
        (len(brief.timeline), "dated event", Listing.TIMELINE, 0),
    )
    buttons = [
        opens(count(number, noun), listing, start, argument)
        for number, noun, listing, start in ways
        if number
    ]
    known = titles(library)
    related = [(slug, known[slug], None) for slug in brief.related if slug in known]
    return [row for row in (buttons, topic_menu("Related topics", related)) if row]


def question_layout(answer: Ambiguous | NotFound, library: Library) -> Answer:
    """A private question where no topic is sure: the nearest names as buttons, and nothing claimed."""
    known = titles(library)
    near = [(match.slug, known[match.slug]) for match in answer.suggestions if match.slug in known]
    asked = f"“{neutral(answer.query, 100)}”"
    match answer:
        case NotFound() if not asks(answer.query):
            near = []
            text = "**That names no topic.** Write a name; `/topics` lists what there are briefs on."
        case Ambiguous():
            text = f"**Which one?**\n{asked} may mean any of these."
        case NotFound() if near:
            text = f"**No topic is called {asked}.** `/search` looks for the words in the documents.\nThe nearest names:"
        case _:
            text = f"**No topic is called {asked}**, and none has a name near it. `/search` looks for the words in the documents; `/topics` lists what there are briefs on."
    return notice(text, picks(near))


def spoken_layout(answer: Spoken, library: Library) -> Answer:
    """Passages that speak of what has no brief, said to be that; below them the nearest names as buttons."""
    brief, known = answer.brief, titles(library)
    near = [(match.slug, known[match.slug]) for match in answer.suggestions if match.slug in known][:NEAR]
    said = "**There is no brief by this name.** These passages of the documents speak of it."
    lines = [citing.statement(number, one) for number, one in enumerate(brief.summary, 1)]
    every = len(brief.summary) + len(brief.evidence)

    def make(shown: Sequence[Line]) -> Sheet:
        left = every - len(shown)
        tail = f"-# … and {count(left, 'more passage')}: `/search` looks for the words" if left else None
        sheet = cited([brief_heading(brief), said, None], shown, by_id(brief.sources), library, tail)
        texts = [*sheet.texts, "-# The nearest names that there are briefs on:"] if near else sheet.texts
        return Sheet(texts, sheet.options, rows=picks(near))

    return fitted(lines, make).answer(NOTICE)


def digest_layout(
    digest: Digest, library: Library, *, key: str | None, late_since: dt.datetime | None
) -> Answer:
    """An edition of a digest: a few cited statements on each topic of the theme.

    `key` becomes the custom_id of the menu that reads citations, so a posted edition can be told by it;
    `late_since` (aware) is when it should have been posted, where that is worth saying.
    """
    sources = by_id(digest.sources)
    flat: list[tuple[int, Line]] = []
    for place, item in enumerate(digest.items):
        flat += [(place, citing.statement(len(flat) + n, said)) for n, said in enumerate(item.statements, 1)]
    late = f"\n-# Late: due <t:{int(late_since.timestamp())}:f>" if late_since else ""
    heading = f"## {neutral(digest.theme.name, 200)}\n-# Digest · {count(len(digest.items), 'topic')}{late}"
    topics = [(item.slug, item.title, None) for item in digest.items]

    def make(shown: Sequence[tuple[int, Line]]) -> Sheet:
        lines: list[Line | str] = []
        for number, (place, line) in enumerate(shown):
            if number == 0 or place != shown[number - 1][0]:
                lines.append(f"### {neutral(digest.items[place].title, 200)}")
            lines.append(line)
        left = len(flat) - len(shown)
        tail = f"-# … and {count(left, 'more statement')}: open a topic’s brief below" if left else None
        if not flat:
            tail = "The documents say nothing on this theme."
        sheet = cited([heading, None], lines, sources, library, tail)
        menu = topic_menu("Open a topic’s brief", topics)
        return Sheet(sheet.texts, sheet.options, rows=[menu] if menu else [])

    shown = longest(flat, make, OPTIONS)
    sheet = make(flat[:shown]) if shown or not flat else make([(flat[0][0], flat[0][1].stand_in())])
    return sheet.answer(DIGEST, reading=key or "read")


def about_layout(library: Library) -> Answer:
    """What the bot is, how much it knows and how to read what it shows."""
    facts = (
        f"{count(len(library.topics()), 'topic')} in {count(len(library.themes()), 'theme')}, from"
        f" {count(len(library.sources()), 'document')} · {period(library.sources())}"
    )
    commands = "\n".join(
        (
            "**`/brief`** what the documents say on a topic",
            "**`/search`** passages that hold your words",
            "**`/topics`** what there are briefs on",
            "**`/sources`** the documents",
            "**`/digest`** a theme’s statements, posted here at set times",
        )
    )
    return Sheet([f"## About this bot\n-# {facts}", _CREED, None, commands]).answer(BRIEF)


_CREED = (
    "Every sentence in a brief is quoted from a document, word for word: […] marks words left out, [brackets] words"
    " put in. The briefs are made in advance; nothing is written or looked up when you ask."
    " Below a statement stand the publisher and the date of the document that it is quoted from: what it says held then."
    " Choose a citation below a brief to read it in its paragraph, privately."
    "\n\nA date with *c.* was inferred from the document’s text; *undated* means that it gives none."
    " Where documents disagree, their figures and claims stand side by side: the bot takes no side and adds nothing."
    " What several publishers say in words of their own says so; every other statement rests on a single one."
    "\n\nA server’s most opened briefs are suggested first: which topic was opened is counted, never who asked or what was typed."
)

"""Lists too long for one message, leafed through with buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.briefing.models import Brief, Source, TopicEntry
from bot.frontend import citing
from bot.frontend.citing import LINES, Line, Part, by_id, cited, describe
from bot.frontend.controls import Listing, key, slug_of, topic_menu, turns
from bot.frontend.markup import neutral
from bot.frontend.sheets import BRIEF, Answer, Sheet, longest
from bot.frontend.wording import count
from bot.lookup.library import Library


def listing_layout(listing: Listing, argument: str, start: int, library: Library) -> Answer | None:
    """A list from its item `start` (from 0) on; None where its topic or theme is no longer there."""
    if listing is Listing.SOURCES:
        return sources_layout(library, start)
    if listing is Listing.TOPICS:
        theme = slug_of(argument, (theme.slug for theme in library.themes())) if argument else None
        return topics_layout(library, theme, start) if theme or not argument else None
    slug = slug_of(argument, (topic.slug for topic in library.topics()))
    return None if slug is None else _of_brief(listing, library.brief(slug), library, start)


def topics_layout(library: Library, theme: str | None, start: int = 0) -> Answer:
    """All topics, or those of the theme with this slug, with a menu that posts the brief of one."""
    topics = library.topics(theme)
    name = next((entry.name for entry in library.themes() if entry.slug == theme), None)
    title = f"Topics · {neutral(name, 100)}" if name else "Topics"

    def sheet(first: int, shown: Sequence[Line]) -> Sheet:
        page = topics[first : first + len(shown)]
        menu = topic_menu("Post a topic’s brief", [(topic.slug, topic.title, None) for topic in page])
        texts = cited(
            [_head(title, first, len(shown), len(topics), ("topic", "topics")), None], shown, {}, library
        ).texts
        return Sheet(texts, rows=[menu] if menu else [])

    lines = [_plain_line(_topic(topic)) for topic in topics]
    return _leaf(Listing.TOPICS, key(theme) if theme else "", start, lines, sheet)


def sources_layout(library: Library, start: int = 0) -> Answer:
    """Every document, newest first, with what is known of it."""
    sources = library.sources()

    def sheet(first: int, shown: Sequence[Line]) -> Sheet:
        return cited(
            [_head("Sources", first, len(shown), len(sources), ("document", "documents")), None],
            shown,
            {},
            library,
        )

    return _leaf(Listing.SOURCES, "", start, [_plain_line(_source(source)) for source in sources], sheet)


def _of_brief(listing: Listing, brief: Brief, library: Library, start: int) -> Answer:
    match listing:
        case Listing.FIGURES:
            lines = citing.lines_of_figures(brief)
            noun = ("entry", "entries") if brief.differences or brief.disputes else ("figure", "figures")
        case Listing.TIMELINE:
            lines = [citing.event(happened) for happened in brief.timeline]
            noun = ("dated event", "dated events")
        case _:
            every = (*brief.summary, *brief.evidence)
            lines = [citing.statement(number, said) for number, said in enumerate(every, 1)]
            noun = ("statement", "statements")
    sources = by_id(brief.sources)

    def sheet(first: int, shown: Sequence[Line]) -> Sheet:
        return cited(
            [_head(neutral(brief.title, 200), first, len(shown), len(lines), noun), None],
            shown,
            sources,
            library,
        )

    return _leaf(listing, key(brief.slug), start, lines, sheet)


def _leaf(
    listing: Listing,
    argument: str,
    start: int,
    lines: Sequence[Line],
    sheet: Callable[[int, Sequence[Line]], Sheet],
) -> Answer:
    """The page of `lines` that begins at `start`, as long as a message holds, with buttons to its neighbours."""

    def make(first: int, shown: Sequence[Line], before: int | None = None) -> Sheet:
        after = first + len(shown)
        made = sheet(first, shown)
        row = turns(
            listing,
            argument,
            before=(first - 1 if before is None else before) if first else None,
            after=after if after < len(lines) else None,
        )
        return replace(made, rows=[*made.rows, *row])

    def preceding(first: int) -> int:
        """Where the page that ends before `first` begins."""
        starts = range(max(0, first - LINES), first)
        return next((at for at in starts if make(at, lines[at:first]).fits), first - 1)

    start = max(0, min(start, len(lines) - 1))
    before = preceding(start) if start else None
    shown = longest(lines[start:], lambda some: make(start, some, before), LINES)
    page = lines[start : start + shown] if shown or not lines else [lines[start].stand_in()]
    return make(start, page, before).answer(BRIEF)


def _head(title: str, first: int, shown: int, every: int, noun: tuple[str, str]) -> str:
    if shown >= every:
        return f"## {title}\n-# {count(every, *noun)}"
    return f"## {title}\n-# {first + 1:,}–{first + shown:,} of {count(every, *noun)}"


def _plain_line(text: str) -> Line:
    return Line("", (Part(text, (), attributed=False),))


def _topic(topic: TopicEntry) -> str:
    also = ", ".join(topic.names[1:4])
    known = f" · also {neutral(also, 120)}" if also else ""
    return f"**{neutral(topic.title, 150)}**\n-# {count(topic.passages, 'passage')} in {count(topic.documents, 'document')}{known}"


def _source(source: Source) -> str:
    title, _, rest = describe(source).partition(" — ")
    return f"**{title}**\n-# {rest}"

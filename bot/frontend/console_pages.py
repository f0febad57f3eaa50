"""What the terminal shows, as pages: pure functions from values to something rich can print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.briefing.models import Brief, Citation, Figure, Source, Statement, ThemeEntry, TopicEntry
from bot.digests.edition import Digest
from bot.errors import said_back
from bot.frontend import console_text as words
from bot.frontend.wording import (
    asks,
    basis,
    count,
    extent,
    is_within,
    origin,
    period,
    published,
    standing,
    when,
)
from bot.lookup.answers import Ambiguous, Hit, NotFound, Reading, Spoken

NO_BREAK = "\u00a0"
TITLE, NUMBER, MARK, ASIDE, QUOTE, COMMAND = "bold", "cyan", "cyan", "dim", "bold yellow", "green"


@dataclass(frozen=True, slots=True)
class Page:
    """A screenful, and what the numbers on it mean."""

    body: RenderableType
    citations: tuple[Citation, ...] = ()
    """What `/passage N` reads, N counted from 1."""
    choices: tuple[str, ...] = ()
    """Slugs of topics that a typed number chooses, counted from 1."""


@dataclass(slots=True)
class Numbering:
    """Gives each citation of these sources its number, in the order in which they are met."""

    sources: Sequence[Source]
    citations: list[Citation] = field(default_factory=list)

    def cited(self, citations: Iterable[Citation]) -> Text:
        """`[1][2] 12 Sep 2019 [3] 1 Mar 2012`: the numbers, and of when the documents are that they lead to."""
        text = Text()
        dates = {source.id: published(source, explain=False) for source in self.sources}
        for date, some in groupby(citations, lambda citation: dates[citation.source]):
            text.append(" " if text else "").append(self.marks(some), MARK).append(f" {date}", ASIDE)
        return text

    def marks(self, citations: Iterable[Citation]) -> str:
        """`[1][2]`: the numbers of these citations."""
        marks = []
        for citation in citations:
            if citation not in self.citations:
                self.citations.append(citation)
            marks.append(f"[{self.citations.index(citation) + 1}]")
        return "".join(marks)

    def of(self, source: str) -> str:
        """`[1][4–6]`: the numbers that cite this source."""
        runs: list[list[int]] = []
        for number, citation in enumerate(self.citations, 1):
            if citation.source != source:
                continue
            if runs and runs[-1][-1] == number - 1:
                runs[-1].append(number)
            else:
                runs.append([number])
        return "".join(f"[{run[0]}–{run[-1]}]" if len(run) > 1 else f"[{run[0]}]" for run in runs)


def brief(value: Brief, *, related: Sequence[str] = (), hints: bool = False, read_as: str = "") -> Page:
    """The summary of a brief with its sources, and the titles of related topics.

    `hints` adds what the chat can show beside it; `read_as` is the name that what was asked is taken for, where that
    has to be said.
    """
    numbers = Numbering(value.sources)
    taken = f" · read as “{words.one_line(read_as)}”" if read_as else ""
    parts = [_heading(value, _coverage(value) + taken), _statements(value.summary, numbers)]
    parts.append(_sources(numbers))
    if related:
        parts.append(Text.assemble(("See also ", TITLE), words.one_line(" · ".join(related))))
    if hints:
        offers = [
            (f"/more {count(len(value.evidence), 'further statement')}", value.evidence),
            (f"/figures {len(value.figures)}", value.figures),
            (f"/timeline {len(value.timeline)}", value.timeline),
            ("/passage N", value.summary),
        ]
        parts.append(_offers([offer for offer, there in offers if there]))
    return Page(_stack(parts), tuple(numbers.citations))


def spoken(answer: Spoken, titles: Sequence[str]) -> Page:
    """Passages that speak of what has no brief, said to be that; `titles` are those of the answer's suggestions."""
    value = answer.brief
    numbers = Numbering(value.sources)
    said = "There is no brief by this name. These passages of the documents speak of it:"
    parts = [Group(_heading(value, _coverage(value)), Text(said)), _statements(value.summary, numbers)]
    if value.evidence:
        parts.append(
            Text(f"… and {count(len(value.evidence), 'more passage')}: search looks for the words.", ASIDE)
        )
    parts.append(_sources(numbers))
    if titles:
        parts.append(Text.assemble(("The nearest names: ", TITLE), words.one_line(" · ".join(titles))))
    return Page(_stack(parts), tuple(numbers.citations))


def evidence(value: Brief) -> Page:
    """Every further statement on the topic, best first."""
    if not value.evidence:
        return note(f"The brief on {value.title} already shows every statement on it.")
    numbers = Numbering(value.sources)
    parts = [
        _heading(value, "further statements"),
        _statements(value.evidence, numbers),
        _sources(numbers),
    ]
    return Page(_stack(parts), tuple(numbers.citations))


def figures(value: Brief) -> Page:
    """The numbers that the sources state, and where they differ."""
    if not value.figures and not value.disputes:
        return note(f"No source states a figure on {value.title}.")
    numbers = Numbering(value.sources)
    grid = Table.grid(padding=(0, 2))
    grid.add_column(overflow="fold", justify="right", style=TITLE)
    grid.add_column(overflow="fold", ratio=1)
    sources = {source.id: source for source in value.sources}

    def known(figure: Figure) -> Text:
        stands = standing(figure, sources[figure.citation.source])
        return Text.assemble((stands, ASIDE), " ", numbers.cited([figure.citation]))

    for figure in value.figures:
        grid.add_row(_amount(figure), Text(words.one_line(figure.measure)) + known(figure))
    parts: list[RenderableType] = [_heading(value, "figures"), grid]
    if value.differences:
        lines: list[RenderableType] = [Text("Where figures differ", TITLE)]
        for difference in value.differences:
            there = (value.figures[index] for index in difference.figures)
            amounts = Text("\n").join(Text(_amount(figure)) + known(figure) for figure in there)
            lines += [Text(words.one_line(difference.measure)), Padding(amounts, (0, 0, 0, 2))]
        parts.append(Group(*lines))
    if value.disputes:
        parts += [
            Group(Text("The sources contradict each other", TITLE), _statements(dispute.claims, numbers))
            for dispute in value.disputes
        ]
    parts.append(_sources(numbers))
    return Page(_stack(parts), tuple(numbers.citations))


def timeline(value: Brief) -> Page:
    """What the sources say happened, by date."""
    if not value.timeline:
        return note(f"No source dates an event on {value.title}.")
    numbers = Numbering(value.sources)
    grid = Table.grid(padding=(0, 2))
    grid.add_column(overflow="fold", justify="right", style=NUMBER, no_wrap=True)
    grid.add_column(overflow="fold", ratio=1)
    for event in value.timeline:
        cited = numbers.cited(event.citations or (event.citation,))
        known = basis(event)
        aside = f" ({words.one_line(known)})" if known else ""
        grid.add_row(when(event), Text.assemble(words.one_line(event.text), (aside, ASIDE), " ", cited))
    parts = [_heading(value, "timeline"), grid, _sources(numbers)]
    return Page(_stack(parts), tuple(numbers.citations))


def choices(answer: Ambiguous | NotFound, titles: Sequence[str]) -> Page:
    """Names to choose from by number; `titles` are those of the answer's suggestions."""
    query = words.one_line(said_back(answer.query))
    if not asks(query):
        return note("That names nothing: type a topic, or /topics for all of them.")
    if isinstance(answer, Ambiguous):
        head = Text(f"“{query}” may mean several topics. Type a number:")
    elif titles:
        head = Text(f"No topic goes by “{query}”. The nearest are these; type a number, or try /search:")
    else:
        return note(f"No topic goes by “{query}”, and none is near. Try /search with its words, or /topics.")
    grid = Table.grid(padding=(0, 2))
    grid.add_column(overflow="fold", justify="right", style=NUMBER)
    grid.add_column(overflow="fold", ratio=1)
    for number, (suggestion, title) in enumerate(zip(answer.suggestions, titles, strict=True), 1):
        also = "" if is_within(suggestion.name, title) else f"  {words.one_line(suggestion.name)}"
        grid.add_row(str(number), Text.assemble((words.one_line(title), TITLE), (also, ASIDE)))
    slugs = tuple(suggestion.slug for suggestion in answer.suggestions)
    return Page(_stack([head, Padding(grid, (0, 0, 0, 2))]), choices=slugs)


def passage(number: int, reading: Reading | None) -> Page:
    """A citation in its paragraph, the quote set off."""
    if reading is None:
        return note("The documents no longer hold that passage: ask for the brief again.")
    text = Text.assemble(
        words.clean(reading.before), (words.clean(reading.quote), QUOTE), words.clean(reading.after)
    )
    head = Text.assemble((f"[{number}] ", MARK), (words.one_line(reading.source.title), TITLE))
    place = f"{words.origin(reading.source)} · paragraph {reading.paragraph} of {words.one_line(reading.source.file)}"
    return Page(
        _stack([Group(head, Text(place, ASIDE)), Padding(text, (0, 0, 0, 2)), *_link(reading.source)])
    )


def hits(text: str, found: Sequence[Hit]) -> Page:
    """Passages that hold the words searched for."""
    if not found and not asks(text):
        return note("There is no word to look for: type /search and words as they stand in the documents.")
    if not found:
        return note(f"No passage holds all the words of “{said_back(text)}”: try fewer of them, or /topics.")
    numbers = Numbering([hit.source for hit in found])
    grid = Table.grid(padding=(0, 2))
    grid.add_column(overflow="fold", justify="right", style=MARK)
    grid.add_column(overflow="fold", ratio=1)
    for hit in found:
        citation = Citation(
            source=hit.source.id, paragraph=hit.paragraph, start=hit.start, end=hit.end, quote=hit.quote
        )
        shown, places = words.excerpt(hit.quote, text)
        line = Text(shown)
        for start, end in places:
            line.stylize(QUOTE, start, end)
        place = f"{words.one_line(hit.source.title)} — {words.origin(hit.source)}"
        above = [Text()] if len(grid.rows) else []
        grid.add_row(Group(*above, Text(numbers.marks([citation]))), Group(*above, line, Text(place, ASIDE)))
    return Page(grid, tuple(numbers.citations))


def topics(entries: Sequence[TopicEntry], themes: Sequence[ThemeEntry]) -> Page:
    """Topics, weightiest first, with how much there is on each."""
    names = {theme.slug: theme.name for theme in themes}
    grid = Table.grid(padding=(0, 2))
    grid.add_column(overflow="fold", ratio=1, style=TITLE)
    grid.add_column(overflow="fold", ratio=1, style=ASIDE)
    grid.add_column(overflow="fold", justify="right", style=ASIDE, no_wrap=True)
    for entry in entries:
        belongs = ", ".join(names.get(slug, slug) for slug in entry.themes)
        size = f"{count(entry.documents, 'document')}, {count(entry.passages, 'passage')}"
        grid.add_row(words.one_line(entry.title), words.one_line(belongs), size)
    return Page(grid)


def sources(values: Sequence[Source]) -> Page:
    """Every document of the corpus."""
    lines = [
        Group(Text(words.one_line(value.title), TITLE), _aside(value), *_link(value)) for value in values
    ]
    return Page(_stack(lines))


def digest(value: Digest) -> Page:
    """A digest as it would be posted now."""
    if not value.items:
        return note(f"A digest on {value.theme.name} would be empty now.")
    numbers = Numbering(value.sources)
    parts: list[RenderableType] = [Text(f"Digest: {words.one_line(value.theme.name)}", f"{TITLE} underline")]
    parts += [
        Group(Text(words.one_line(item.title), TITLE), _statements(item.statements, numbers))
        for item in value.items
    ]
    parts.append(_sources(numbers))
    return Page(_stack(parts), tuple(numbers.citations))


def note(text: str) -> Page:
    """One sentence, nothing to choose."""
    return Page(Text(words.one_line(text)))


def _heading(value: Brief, aside: str) -> RenderableType:
    return Group(Text(words.one_line(value.title), f"{TITLE} underline"), Text(aside, ASIDE))


def _coverage(value: Brief) -> str:
    """How much of the corpus speaks of the topic, and from when it is."""
    return " · ".join((*extent(value.coverage), period(value.sources)))


def _statements(statements: Sequence[Statement], numbers: Numbering) -> RenderableType:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(overflow="fold", style=ASIDE)
    grid.add_column(overflow="fold", ratio=1)
    for statement in statements:
        cited = numbers.cited(statement.citations)
        known = origin(statement)
        aside = f" ({words.one_line(known)})" if known else ""
        grid.add_row("•", Text.assemble(words.one_line(statement.text), (aside, ASIDE), " ", cited))
    return grid


def _sources(numbers: Numbering) -> RenderableType:
    by_id = {value.id: value for value in numbers.sources}
    grid = Table.grid(padding=(0, 1))
    grid.add_column(overflow="fold", style=MARK, max_width=16)
    grid.add_column(overflow="fold", ratio=1)
    for source in dict.fromkeys(citation.source for citation in numbers.citations):
        value = by_id[source]
        grid.add_row(
            numbers.of(source), Group(Text(words.one_line(value.title)), _aside(value), *_link(value))
        )
    return Group(Text("Sources", TITLE), grid)


def _aside(value: Source) -> Text:
    return Text(
        words.origin(value) if value.url else f"{words.origin(value)} · {words.one_line(value.file)}", ASIDE
    )


def _link(value: Source) -> list[RenderableType]:
    return [Text(words.one_line(value.url), f"{ASIDE} underline", overflow="fold")] if value.url else []


def _offers(offers: Sequence[str]) -> Text:
    line = Text(style=ASIDE)
    for number, offer in enumerate(offers):
        command, _, rest = offer.partition(" ")
        # No line ends between a command and what it would show.
        line.append("   " if number else "").append(command.replace(" ", NO_BREAK), COMMAND)
        line.append(f" {rest}".rstrip().replace(" ", NO_BREAK))
    return line


def _amount(figure: Figure) -> str:
    """The value as written; it holds its unit in most languages."""
    unit = "" if figure.unit.casefold() in figure.value.casefold() else figure.unit
    return words.one_line(f"{figure.value} {unit}")


def _stack(parts: Iterable[RenderableType]) -> Group:
    """The parts one below the other with an empty line between."""
    lines: list[RenderableType] = []
    for part in parts:
        lines += [Text(), part] if lines else [part]
    return Group(*lines)

"""Lines that cite: their markers, who says so, the list of sources, and the menu that reads a citation in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import discord

from bot.briefing.models import Brief, Citation, Difference, Dispute, Event, Figure, Source, Statement
from bot.frontend.markup import neutral, plain
from bot.frontend.sheets import OPTION_TEXT, OPTIONS, Sheet, listed, longest
from bot.frontend.wording import basis, count, origin, published, standing, when
from bot.lookup.library import Library

LINES = 20
"""Lines on a sheet at most: more would not leave components for its controls."""
_NAME = 80
_SOURCES = 1_800
"""Characters that the list of sources may take of a message."""


@dataclass(frozen=True, slots=True)
class Part:
    """Markdown followed by its citations' markers; `attributed` adds a line that names who says so."""

    text: str
    citations: tuple[Citation, ...]
    attributed: bool = True
    note: str = ""
    """What is added to that line, such as whose words are reported."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is shown whole or not at all: a statement, a figure, an event, a difference."""

    mark: str
    parts: tuple[Part, ...]

    @property
    def citations(self) -> tuple[Citation, ...]:
        return tuple(citation for part in self.parts for citation in part.citations)

    def stand_in(self) -> Line:
        """What is shown where the line alone is more than a message holds: its words stay a choice away."""
        size = sum(len(part.text) for part in self.parts)
        text = f"*Too long for one message ({count(size, 'character')}): choose its citation below to read it in its place.*"
        return Line(self.mark, (Part(text, self.citations[:OPTIONS]),))


def statement(number: int, said: Statement) -> Line:
    return Line(
        f"**{number}** ", (Part(neutral(said.text), said.citations, note=neutral(origin(said), 300)),)
    )


def event(happened: Event) -> Line:
    """What happened; below it how its date is known, where the text does not give it in full."""
    text = Part(
        neutral(happened.text), happened.citations or (happened.citation,), note=neutral(basis(happened), 200)
    )
    return Line(f"**{when(happened)}** ", (text,))


def figure(stated: Figure, source: Source) -> Line:
    return Line("", (Part(f"{_amount(stated, source)} — {neutral(stated.measure)}", (stated.citation,)),))


def difference(found: Difference, figures: Sequence[Figure], sources: Mapping[str, Source]) -> Line:
    """Figures for one measure that differ, from one source or several, side by side."""
    heading = Part(f"**Figures differ:** {neutral(found.measure)}", (), attributed=False)
    values = [(figures[index], sources[figures[index].citation.source]) for index in found.figures]
    amounts = (
        Part(f"- {_amount(value, source)} {_by(source)}", (value.citation,), attributed=False)
        for value, source in values
    )
    return Line("", (heading, *amounts))


def dispute(found: Dispute) -> Line:
    """Claims that say the opposite of each other, side by side."""
    heading = Part("**Sources contradict each other:**", (), attributed=False)
    claims = (
        Part(f"- {neutral(claim.text)}", claim.citations, note=neutral(origin(claim), 300))
        for claim in found.claims
    )
    return Line("", (heading, *claims))


def lines_of_figures(brief: Brief) -> list[Line]:
    """Where sources contradict each other or differ first, side by side, then every other figure."""
    sources = by_id(brief.sources)
    differing = {index for found in brief.differences for index in found.figures}
    return [
        *(dispute(found) for found in brief.disputes),
        *(difference(found, brief.figures, sources) for found in brief.differences),
        *(
            figure(stated, sources[stated.citation.source])
            for index, stated in enumerate(brief.figures)
            if index not in differing
        ),
    ]


def by_id(sources: Iterable[Source]) -> dict[str, Source]:
    return {source.id: source for source in sources}


def cited(
    head: Sequence[str | None],
    lines: Sequence[Line | str],
    sources: Mapping[str, Source],
    library: Library,
    tail: str | None = None,
) -> Sheet:
    """A sheet of lines with their sources, numbered from 1 in the order of their first citation.

    A line that is a string stands as it is, such as a heading between statements.
    """
    numbers: dict[str, int] = {}
    options: dict[str, discord.SelectOption] = {}
    texts: list[str | None] = list(head)
    for line in lines:
        if isinstance(line, str):
            texts.append(line)
            continue
        for citation in line.citations:
            number = numbers.setdefault(citation.source, len(numbers) + 1)
            reference = library.reference(citation)
            options[reference] = discord.SelectOption(
                label=plain(f"[{number}] {sources[citation.source].title}", OPTION_TEXT),
                description=plain(citation.quote, OPTION_TEXT),
                value=reference,
            )
        texts.append(line.mark + "\n".join(_written(part, numbers, sources) for part in line.parts))
    if tail:
        texts.append(tail)
    if numbers:
        entries = [f"-# [{number}] {describe(sources[source])}" for source, number in numbers.items()]
        entries = listed(entries, _SOURCES, lambda left: f"-# … and {count(left, 'more source')}")
        texts += [None, "\n".join(["**Sources**", *entries])]
    return Sheet(texts, tuple(options.values()))


def fitted(lines: Sequence[Line], make: Callable[[Sequence[Line]], Sheet]) -> Sheet:
    """The sheet with as many of the first lines as fit, and at least one."""
    shown = longest(lines, make, LINES)
    return make(lines[:shown]) if shown or not lines else make([lines[0].stand_in()])


def describe(source: Source) -> str:
    """Title, publisher, author and date of a source, as far as they are known."""
    who = [neutral(name, _NAME) for name in (source.publisher, source.author) if name]
    return f"{neutral(source.title, 120)} — {', '.join([*who, published(source)])}"


def _written(part: Part, numbers: Mapping[str, int], sources: Mapping[str, Source]) -> str:
    markers = dict.fromkeys(numbers[citation.source] for citation in part.citations)
    text = f"{part.text} {''.join(f'[{number}]' for number in markers)}".rstrip()
    if not part.attributed:
        return text
    names = dict.fromkeys(_by(sources[citation.source]) for citation in part.citations)
    by = "; ".join(listed(list(names), 3 * _NAME, lambda left: f"{left} more"))
    return f"{text}\n-# {by}{f' · {part.note}' if part.note else ''}"


def _by(source: Source) -> str:
    """Who says it and when, in short; a source without a publisher goes by its author or its title."""
    name = source.publisher or source.author or source.title
    return f"{neutral(name, _NAME)}, {published(source, explain=False)}"


def _amount(stated: Figure, source: Source) -> str:
    """The value, with its unit where it does not hold it already, and what it must not be read without."""
    amount = stated.value if stated.unit in stated.value else f"{stated.value} {stated.unit}"
    return f"**{neutral(amount)}**{standing(stated, source)}"

"""A brief made of passages, for what no topic is called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.briefing.models import Brief, Citation, Coverage, Source, Statement
from bot.errors import said_back
from bot.lookup.answers import Hit, Suggestion
from bot.lookup.speaking import holding, telling
from bot.lookup.stems import Asked, terms
from bot.topics.names import slugify

SHOWN = 6
"""Passages that stand first, as a summary does."""
MARK = "passages~"
"""What such a brief's slug begins with; no topic's slug has the last of these characters."""
_LONGEST_NAME = 5
_MOST_WORDS = 12
# What no name goes on over, and what parts names in a row without a space.
_AGAINST = re.compile(r"\b(?:vs|versus)\b", re.IGNORECASE)
_APART = re.compile(r"[/|,;+–—、，；]")


class Part(NamedTuple):
    """A stretch of a query that may be a name, and what is asked of it."""

    name: str
    rest: Sequence[Asked]
    words: range = range(0)
    """Which of the query's words the name is, from 0."""


def parts(query: str) -> Iterator[Part]:
    """Ways to read a query as a name and something asked of it, longer names first; none of a long query."""
    words = _APART.sub(" ", query).split()
    if not 1 < len(words) <= _MOST_WORDS:
        return
    for size in range(min(_LONGEST_NAME, len(words) - 1), 0, -1):
        for start in range(len(words) - size + 1):
            name = " ".join(words[start : start + size])
            rest = telling(" ".join(words[:start] + words[start + size :]))
            if not rest or _AGAINST.search(name):
                continue
            if telling(name) and telling(words[start]) and telling(words[start + size - 1]):
                yield Part(name, rest, range(start, start + size))


def of_topic(brief: Brief, part: Part) -> list[Statement]:
    """The statements of a topic's brief that speak of the rest of a query, those with the name itself first."""
    name = telling(part.name)
    found = [one for one in (*brief.summary, *brief.evidence) if holding(part.rest, one.text)]
    return _distinct(sorted(found, key=lambda one: not holding(name, one.text)))


def is_part(query: str, suggestions: Iterable[Suggestion]) -> bool:
    """Whether all that a query tells stands in one of the names suggested for it."""
    wanted = {stem for one in telling(query) for stem in one.stems}
    return any(wanted <= {term.stem for term in terms(one.name)} for one in suggestions)


def quoted(hits: Iterable[Hit]) -> list[Statement]:
    """Passages as statements, each a quote with its citation."""
    return _distinct(Statement(text=hit.quote, citations=(_citation(hit),)) for hit in hits)


def brief(query: str, statements: Sequence[Statement], sources: Iterable[Source]) -> Brief:
    """The brief that these statements make, best first; its title is the query, with nothing in it that does not show."""
    title = said_back("".join(letter for letter in query if letter.isprintable() or letter.isspace()))
    cited = {citation.source for statement in statements for citation in statement.citations}
    own = tuple(source for source in sources if source.id in cited)
    days = sorted(source.published for source in own if source.published)
    return Brief(
        slug=MARK + slugify(title),
        title=title,
        aliases=(),
        themes=(),
        summary=tuple(statements[:SHOWN]),
        evidence=tuple(statements[SHOWN:]),
        figures=(),
        timeline=(),
        differences=(),
        related=(),
        sources=own,
        coverage=Coverage(
            documents=len(own),
            passages=len(statements),
            first=days[0] if days else None,
            last=days[-1] if days else None,
        ),
    )


def _citation(hit: Hit) -> Citation:
    return Citation(
        source=hit.source.id, paragraph=hit.paragraph, start=hit.start, end=hit.end, quote=hit.quote
    )


def _distinct(statements: Iterable[Statement]) -> list[Statement]:
    """Each sentence once: in a brief it may come again beside what leans on it, and other documents may repeat it."""
    kept: list[Statement] = []
    for statement in statements:
        if not any(_repeats(statement, other) for other in kept):
            kept.append(statement)
    return kept


def _repeats(one: Statement, other: Statement) -> bool:
    return one.text.split() == other.text.split() or any(
        a.source == b.source and a.start < b.end and b.start < a.end
        for a in one.citations
        for b in other.citations
    )

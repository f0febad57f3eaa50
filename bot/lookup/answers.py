"""What a look-up returns: a type that the front end words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from bot.briefing.models import Brief, Source

EXACT = 100.0
"""The score of a name that is written as it is known."""


class Suggestion(NamedTuple):
    """A topic that a query may mean: the name that matched, and how sure that is (0 to 100)."""

    slug: str
    name: str
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """The query means this topic."""

    query: str
    match: Suggestion


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The query means one of these topics, best first; none is sure."""

    query: str
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class NotFound:
    """No topic has such a name; the nearest names, if any is near at all."""

    query: str
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """A query answered with a brief."""

    query: str
    match: Suggestion
    brief: Brief


@dataclass(frozen=True, slots=True)
class Spoken:
    """No topic has such a name, but passages speak of it: a brief made of them, and the nearest names."""

    query: str
    brief: Brief
    """Its slug is no topic's; its title is what was asked."""
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A citation read in its place: the paragraph, cut into what stands before, in and after the quote."""

    source: Source
    paragraph: int
    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that holds the words searched for: a paragraph, or sentences of one."""

    source: Source
    paragraph: int
    start: int
    end: int
    quote: str

"""The topics that parts of a query name, where the whole of it names none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from bot.lookup.answers import EXACT, Ambiguous, Found, NotFound, Suggestion
from bot.lookup.keys import is_han
from bot.lookup.speaking import telling
from bot.lookup.spoken import Part, parts

Resolve = Callable[[str], Found | Ambiguous | NotFound]
SURE = 90.0
"""The score from which on a part of a query is taken for a name."""
OFFERED = 5
"""Names offered where nothing is answered."""
_COMMA = re.compile(r"[,،、，;；]")
# What joins names in Chinese.
_HAN_JOINS = re.compile(
    r"(?:[和与與跟及同或比的\W_]|以及|还是|還是|对比|對比|比较|比較|之间|之間|关系|關係|vs)*", re.IGNORECASE
)


class Named(NamedTuple):
    """A topic that a part of a query names, and what is asked of it."""

    match: Suggestion
    part: Part


class Naming(NamedTuple):
    """The topics that parts of a query name."""

    named: Sequence[Named]
    """Those that words of it name, longest names first."""
    matches: Sequence[Suggestion]
    """All, each once, in the order of the query."""
    all_said: bool
    """Whether the query says nothing else."""
    placed: bool = False
    """Whether it is two names with a comma between them, as a place and its country are written."""

    def offered(self, near: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
        """These topics, and then the nearest ones that are not among them."""
        return _distinct((*self.matches, *near))

    def beside(self, match: Suggestion) -> bool:
        """Whether this topic is only one of those that the query names to the letter, and its country not the other."""
        exact = {one.match.name: one.match.slug for one in self.named if one.match.score == EXACT}
        return match.name in exact and len(set(exact.values())) > 1 and not self.placed

    def answer(self, query: str, near: Iterable[Suggestion]) -> Ambiguous | NotFound:
        """What a query means that asks for no one topic, but may name several."""
        if self.all_said and len(self.matches) > 1:
            return Ambiguous(query, tuple(self.matches))
        return NotFound(query, self.offered(near)[:OFFERED])


def naming(query: str, resolve: Resolve, han: Sequence[tuple[str, str]]) -> Naming:
    """What the words of a query name, or where no space parts them, which of the Chinese names (see `han_names`) are in it."""
    # A hyphen may be a part of a name, or stand between two.
    named = _named(parts(query), resolve)
    if not named and "-" in query:
        named = _named(parts(query.replace("-", " ")), resolve)
    if not named and is_han(query):
        return _within(query, han)
    matches = _distinct(one.match for one in sorted(named, key=lambda one: one.part.words.start))
    left = max((one.part.rest for one in named), key=len, default=())
    covered = {stem for one in named for asked in telling(one.part.name) for stem in asked.stems}
    placed = len(matches) == 2 and len(_COMMA.findall(query)) == 1
    return Naming(named, matches, all(set(asked.stems) <= covered for asked in left), placed)


def han_names(names: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Of names with their topics those in Chinese letters that can be told in a text, the longest first."""
    return sorted((one for one in names if len(one[0]) > 1 and is_han(one[0])), key=lambda one: -len(one[0]))


def _named(found: Iterable[Part], resolve: Resolve) -> list[Named]:
    taken: set[int] = set()
    kept: list[Named] = []
    for part in found:
        if not taken.isdisjoint(part.words):
            continue
        answer = resolve(part.name)
        if isinstance(answer, Found) and answer.match.score >= SURE:
            taken.update(part.words)
            kept.append(Named(answer.match, part))
    return kept


def _within(query: str, names: Iterable[tuple[str, str]]) -> Naming:
    rest, found = query, []
    for name, slug in names:
        if name in rest:
            found.append((query.index(name), Suggestion(slug, name, SURE)))
            rest = rest.replace(name, " ")
    matches = _distinct(match for _, match in sorted(found, key=lambda one: one[0]))
    return Naming((), matches, bool(_HAN_JOINS.fullmatch(rest)))


def _distinct(matches: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    first: dict[str, Suggestion] = {}
    for match in matches:
        first.setdefault(match.slug, match)
    return tuple(first.values())

"""How near each other things stand in a text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.lookup.stems import Asked, Term, terms


class Held(NamedTuple):
    """Where a text holds things that are looked for."""

    places: tuple[tuple[tuple[int, int], ...], ...]
    """For each thing its places, as `(start, end)` offsets into the text, in order."""
    tightness: float
    """0 to 1: their own number of terms for that of the shortest stretch that holds all; 0 where one is missing."""


def held(text: str, wanted: Sequence[Asked]) -> Held:
    """Where `text` holds each thing, and how near each other."""
    words = list(terms(text))
    runs = [_runs(words, one.stems) for one in wanted]
    places = tuple(tuple((words[a].start, words[b].end) for a, b in found) for found in runs)
    return Held(places, _tightness(runs, sum(len(one.stems) for one in wanted)))


def _runs(words: Sequence[Term], stems: Sequence[str]) -> list[tuple[int, int]]:
    """The first and last word of each stretch that is the stems side by side."""
    size = len(stems)
    return [
        (at, at + size - 1)
        for at in range(len(words) - size + 1)
        if words[at].stem == stems[0] and all(words[at + n].stem == stems[n] for n in range(size))
    ]


def _tightness(runs: Sequence[Sequence[tuple[int, int]]], own: int) -> float:
    if not runs or not all(runs):
        return 0.0
    marks = sorted((first, last, thing) for thing, found in enumerate(runs) for first, last in found)
    latest: dict[int, tuple[int, int]] = {}
    shortest = marks[-1][1] + 1
    for first, last, thing in marks:
        latest[thing] = (first, last)
        if len(latest) == len(runs):
            begin = min(first for first, _ in latest.values())
            shortest = min(shortest, max(last for _, last in latest.values()) - begin + 1)
    return min(1.0, own / shortest)

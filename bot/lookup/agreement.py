"""Whether a query may be taken for a name: rules that a person can check, where sums only say how likely it is."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from bot.lookup.keys import FILLERS, is_han, is_kind, is_small, is_title, keys, telling
from bot.lookup.slips import NEAR, SURE, UNSURE, word_likeness
from bot.topics.names import compact

FOR_A_SLIP = 6
"""Letters of a query of several words for each slip that it may hold."""


class Agreement(NamedTuple):
    """How far a query may be taken for a name."""

    worth: float
    """0 to 100: SURE or more only where a person would say that the query is the name."""
    paired: bool = False
    """Whether it is of several words that tell, and all is there but for a slip or two in all of it."""


def agreement(typed: str, query: str, name: str, folded: str) -> Agreement:
    """How far a query may be taken for a name. Each as written, and folded."""
    if query == folded:
        return Agreement(100.0)
    asked = _asked(typed, query)
    best = max((score for key, score in keys(name, folded).items() if key in asked), default=0.0)
    if is_han(name):
        # A Chinese name spelt out by its sounds is like many words that are nothing like it.
        return Agreement(max(best, _within_han(typed, name)) if is_han(typed) else best)
    words, others = query.split(), folded.split()
    own = telling(query) or words
    if len(own) < len(words) and " ".join(own) == folded:
        best = max(best, 97.0)
    alike = _likeness(words, others)
    return Agreement(
        max(best, _part(own, folded, others), _unfinished(query, folded), alike.worth), alike.paired
    )


@lru_cache(maxsize=64)
def _asked(typed: str, query: str) -> dict[str, float]:
    return keys(typed, query, asked=True)


def _within_han(typed: str, name: str) -> float:
    """A name in Chinese letters inside the query, where no space parts it from the rest."""
    if len(name) < 2 or name not in typed:
        return 0.0
    before, _, after = typed.partition(name)
    return 97.0 if all(not rest or is_title(rest) for rest in (before.strip(), after.strip())) else UNSURE


def _part(own: list[str], name: str, others: list[str]) -> float:
    """A name that holds every word of the query; one word of several is no name: “shanghai” is not the organisation."""
    words = set(own)  # one said twice is one
    if len(words) < 2 or not words <= set(others):
        return 0.0
    return 82.0 + 15.0 * min(1.0, sum(map(len, words)) / max(len(name.replace(" ", "")), 1))


def _unfinished(query: str, name: str) -> float:
    """A name that goes on from a query of four letters or more; most of the name must be there."""
    if len(query) < 4 or not name.startswith(query):
        return 0.0
    return 66.0 + 24.0 * len(query) / len(name)


def _likeness(words: list[str], others: list[str]) -> Agreement:
    if len(words) == len(others) == 1:
        return Agreement(word_likeness(words[0], others[0]))
    # Where a space is missing or too many, the words do not pair, the letters do.
    whole = (
        word_likeness(compact(" ".join(words)), compact(" ".join(others)))
        if len(words) != len(others)
        else 0.0
    )
    left = list(others)
    total, weight, slips, sure = 0.0, 0, 0, True
    for word in words:
        if word in FILLERS and word not in left:
            continue
        score, place = max(
            ((word_likeness(word, other), -i) for i, other in enumerate(left)), default=(0.0, 0)
        )
        slips += OSA.distance(word, left[-place]) if score >= NEAR else len(word)
        if score >= NEAR:
            left.pop(-place)
        sure &= score >= SURE
        total += score * len(word)
        weight += len(word)
    if not weight:
        return Agreement(whole)
    unread = sum(len(word) for word in left if not is_small(word))
    worded = total / weight - 14.0 * unread / (unread + weight)
    several = sum(not (is_kind(word) or is_small(word)) for word in words) > 1
    paired = several and not unread and slips * FOR_A_SLIP <= sum(map(len, words))
    return Agreement(max(whole, worded if sure and not unread else min(worded, UNSURE)), paired)

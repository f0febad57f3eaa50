"""Whether a query may be taken for a name: rules that a person can check, where sums only say how likely it is."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from bot.lookup.keys import FILLERS, is_han, is_small, keys, telling
from bot.topics.names import compact

SURE, UNSURE = 85.0, 84.0
"""From SURE on a name may be answered; one that is hit in part or with too many errors is worth UNSURE at most."""
NEAR = 60.0


def agreement(typed: str, query: str, name: str, folded: str) -> float:
    """0 to 100: SURE or more only where a person would say that the query is the name. Each as written, and folded."""
    if query == folded:
        return 100.0
    asked = _asked(typed, query)
    best = max((score for key, score in keys(name, folded).items() if key in asked), default=0.0)
    if is_han(name):
        # A Chinese name spelt out by its sounds is like many words that are nothing like it.
        return max(best, _within_han(typed, name)) if is_han(typed) else best
    words, others = query.split(), folded.split()
    own = telling(query) or words
    if len(own) < len(words) and " ".join(own) == folded:
        best = max(best, 97.0)
    return max(best, _part(own, folded, others), _unfinished(query, folded), _likeness(words, others))


@lru_cache(maxsize=64)
def _asked(typed: str, query: str) -> dict[str, float]:
    return keys(typed, query, asked=True)


def _within_han(typed: str, name: str) -> float:
    """A name in Chinese letters inside the query, where no space parts it from the rest."""
    if len(name) < 2 or name not in typed:
        return 0.0
    return 97.0 if len(typed) <= 2 * len(name) else UNSURE


def _part(own: list[str], name: str, others: list[str]) -> float:
    """A name that holds every word of the query; one word of several is no name: “shanghai” is not the organisation."""
    if len(own) < 2 or not set(own) <= set(others):
        return 0.0
    return 82.0 + 15.0 * min(1.0, sum(map(len, own)) / max(len(name.replace(" ", "")), 1))


def _unfinished(query: str, name: str) -> float:
    """A name that goes on from a query of four letters or more; most of the name must be there."""
    if len(query) < 4 or not name.startswith(query):
        return 0.0
    return 66.0 + 24.0 * len(query) / len(name)


def _allowed(length: int) -> int:
    """How many typing errors a word of this length may hold and still be taken for the name."""
    return 0 if length < 4 else 1 if length < 8 else 2


def _likeness(words: list[str], others: list[str]) -> float:
    if len(words) == len(others) == 1:
        return _word(words[0], others[0])
    # Where a space is missing or too many, the words do not pair, the letters do.
    whole = _word(compact(" ".join(words)), compact(" ".join(others))) if len(words) != len(others) else 0.0
    left = list(others)
    total, weight, sure = 0.0, 0, True
    for word in words:
        if word in FILLERS and word not in left:
            continue
        score, place = max(((_word(word, other), -i) for i, other in enumerate(left)), default=(0.0, 0))
        if score >= NEAR:
            left.pop(-place)
        sure &= score >= SURE
        total += score * len(word)
        weight += len(word)
    if not weight:
        return whole
    unread = sum(len(word) for word in left if not is_small(word))
    worded = total / weight - 14.0 * unread / (unread + weight)
    return max(whole, worded if sure and not unread else min(worded, UNSURE))


def _word(query: str, word: str) -> float:
    if query == word:
        return 98.0
    errors = OSA.distance(query, word, score_cutoff=3)
    longest = max(len(query), len(word))
    if errors <= _allowed(min(len(query), len(word))):
        # A slip in a short word or on its first letter is as often another word.
        doubt = 8.0 if query[:1] != word[:1] or longest < 6 else 0.0
        return 96.0 - 40.0 * errors / longest - doubt
    return min(UNSURE, ratio(query, word))

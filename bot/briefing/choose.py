"""Choosing: which statements answer “what should I know about this topic” in a given number of words.

What is worth saying is what the topic's own passages say most: a term weighs by the relevance of the statements that
have it. The topic's own words weigh less, the more documents have them: what all of them repeat is known to who asks,
what only a few have tells which story is meant. A choice covers terms with falling returns (the square root of how
often it has each), so that it is both central and not repetitive. That is a monotone submodular function, which greedy
choice by gain for length serves well (Lin and Bilmes, ACL 2011); gains only fall as statements are added, so a heap
finds the best without trying all.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.briefing.statements import Unit
from bot.briefing.terms import features

LENGTH_POWER = 0.5
"""How much a statement's length counts against its gain; 0 not at all, 1 in full."""
WEIGHT_POWER = 1.7
"""Over 1, what many relevant statements say counts more than what a few do."""
RELEVANCE_POWER = 0.3
"""How much a statement's own relevance counts beside the weight of its terms, which holds it already."""
TOO_ALIKE = 0.5
"""Share of a statement's terms that one chosen statement already has, from which it says nothing new."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A statement that may be chosen."""

    unit: Unit
    relevance: float
    """How much it is about the topic: 0 or more, only the ratio to others counts; 0 is never chosen."""
    merit: float = 1.0
    """How fit it is to be quoted whatever it is about: its place in the document, its wording."""


def choose(
    choices: Sequence[Choice],
    max_words: int,
    most: int | None = None,
    spread: float = 0.0,
    topic: Collection[str] = (),
) -> list[int]:
    """Indices of the chosen statements in the order chosen: together `max_words` words or fewer, `most` at most.

    `spread` is how much more a statement gains, as a share, by being the first of its document. `topic` are the stems
    of the topic's own words.
    """
    counted = [Counter(features(" ".join(p.text for p in choice.unit.passages))) for choice in choices]
    weights = _weights(choices, counted, _known(choices, counted, topic))
    worth = [
        math.pow(choice.relevance, RELEVANCE_POWER) * choice.merit / math.pow(choice.unit.words, LENGTH_POWER)
        for choice in choices
    ]
    covered: defaultdict[str, float] = defaultdict(float)
    chosen: list[int] = []
    told: set[tuple[str, int]] = set()
    heard: set[str] = set()
    left = max_words

    def gain(i: int) -> float:
        fresh = 1.0 + spread * (choices[i].unit.passages[0].source not in heard)
        return worth[i] * fresh * _gain(counted[i], weights, covered)

    # Each entry holds a gain that may be out of date, and how many were chosen when it was reckoned.
    heap = [(-gain(i), i, 0) for i in range(len(choices)) if choices[i].relevance]
    heapq.heapify(heap)
    while heap and (most is None or len(chosen) < most):
        loss, i, reckoned = heapq.heappop(heap)
        if not loss or choices[i].unit.words > left:
            continue
        if reckoned < len(chosen):
            heapq.heappush(heap, (-gain(i), i, len(chosen)))
            continue
        mine = {(p.source, p.start) for p in choices[i].unit.passages}
        if mine & told or any(_alike(counted[i], counted[other]) for other in chosen):
            continue
        chosen.append(i)
        told |= mine
        heard.add(choices[i].unit.passages[0].source)
        left -= choices[i].unit.words
        for term, count in counted[i].items():
            covered[term] += count
    return chosen


def in_reading_order(choices: Sequence[Choice], chosen: Sequence[int]) -> list[int]:
    """Document by document, the most relevant document first; within one, as its text goes."""
    best: dict[str, int] = {}
    for rank, i in enumerate(chosen):
        best.setdefault(choices[i].unit.passages[0].source, rank)
    return sorted(chosen, key=lambda i: (best[(p := choices[i].unit.own).source], p.start))


def _known(
    choices: Sequence[Choice], counted: Sequence[Mapping[str, int]], topic: Collection[str]
) -> dict[str, float]:
    """How much each word of the topic is known already, from 0 to under 1: by the share of the documents that have it."""
    having: dict[str, set[str]] = {word: set() for word in topic}
    sources: set[str] = set()
    for choice, counts in zip(choices, counted, strict=True):
        source = choice.unit.passages[0].source
        sources.add(source)
        for word in having.keys() & counts.keys():
            having[word].add(source)
    return {word: len(those) / (len(sources) + 1) for word, those in having.items()}


def _weights(
    choices: Sequence[Choice], counted: Sequence[Mapping[str, int]], known: Mapping[str, float]
) -> dict[str, float]:
    """A term's weight: the share of all relevance that the statements with it have, less where it is known."""
    weights: defaultdict[str, float] = defaultdict(float)
    for choice, counts in zip(choices, counted, strict=True):
        if choice.relevance:
            for term in counts:
                weights[term] += choice.relevance
    total = sum(choice.relevance for choice in choices) or 1.0
    powered = {term: (weight / total) ** WEIGHT_POWER for term, weight in weights.items()}
    for term in powered:
        if told := [known[word] for word in term.split(" ") if word in known]:
            powered[term] *= 1.0 - max(told)
    return powered


def _gain(counts: Mapping[str, int], weights: Mapping[str, float], covered: Mapping[str, float]) -> float:
    gain = 0.0
    for term, count in counts.items():
        had = covered.get(term, 0.0)
        gain += weights[term] * (math.sqrt(had + count) - math.sqrt(had))
    return gain


def _alike(a: Mapping[str, int], b: Mapping[str, int]) -> bool:
    return len(a.keys() & b.keys()) >= TOO_ALIKE * min(len(a), len(b)) > 0

"""Which topics belong together: those that the same passages speak of."""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from bot.topics.places import Tally

RELATED = 8
"""How many related topics a brief names."""


def related(tallies: Sequence[Tally]) -> list[list[int]]:
    """For each topic the numbers of those it shares most passages with, by the cosine of their passages, best first."""
    together: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for number, tally in enumerate(tallies):
        for place in tally.passages():
            together[place].append(number)
    found: list[list[int]] = []
    for number, tally in enumerate(tallies):
        shared: Counter[int] = Counter()
        for place in tally.passages():
            shared.update(together[place])
        del shared[number]
        ranks = ((-n / math.sqrt(len(tally) * len(tallies[other])), other) for other, n in shared.items())
        found.append([other for _, other in heapq.nsmallest(RELATED, ranks)])
    return found

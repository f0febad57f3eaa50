"""Which topics belong together: those that the same passages speak of."""

from __future__ import annotations

import itertools
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
    sizes = [len(tally) for tally in tallies]
    found: list[list[int]] = []
    for number, tally in enumerate(tallies):
        shared = Counter(itertools.chain.from_iterable(map(together.__getitem__, tally.passages())))
        del shared[number]
        ranks = [(-n / math.sqrt(sizes[number] * sizes[other]), other) for other, n in shared.items()]
        found.append([other for _, other in sorted(ranks)[:RELATED]])
    return found

"""A name near a query: how likely it is meant, and whether it may be answered with."""

from __future__ import annotations

from typing import NamedTuple

from bot.lookup.slips import SURE, UNSURE

WHOLE = 97.0
"""What a name is worth that is there as a whole, only written in another way."""
DOUBT = 90.0
"""A name less likely than this is not answered with, though the rules would allow it, unless it is there as a whole."""
MISTAKEN = 20.0
"""How likely at most what is only like a place's name is meant by it."""
OF_WORDS = 0.2
"""How often, beside what the odds say, a name is meant by English words of which it has none."""
NAMED = 10.0
"""Where the likeliest name is below this, none is named: hardly ever is one meant."""
JUDGED = 4
"""Names that the rules look at where one is to be chosen."""


class Near(NamedTuple):
    """A name near a query."""

    likely: float
    """How likely it is meant, out of 100."""
    worth: float
    """Where the rules allow to answer with it, SURE or more, by them; else how near it is at most, by either."""
    topic: int
    row: int

    @property
    def answers(self) -> bool:
        """Whether it may be answered with: met as a whole, or well and likely."""
        return self.worth >= WHOLE or (self.worth >= SURE and self.likely >= DOUBT)

    def less_sure(self) -> Near:
        """The same for a query that is not quite what was typed."""
        return self._replace(likely=min(self.likely, WHOLE), worth=min(self.worth, WHOLE))

    def mistaken(self) -> Near:
        """The same for a query that is another's name."""
        return self._replace(likely=min(self.likely, MISTAKEN), worth=min(self.worth, UNSURE))

    def of_words(self) -> Near:
        """The same for a query of words that the name has none of."""
        likely = OF_WORDS * self.likely
        return self._replace(likely=likely, worth=min(self.worth, likely))


def sure(found: list[Near]) -> bool:
    """Whether one of the likeliest may be answered with."""
    return any(near.answers for near in found[:JUDGED])


def joined(found: list[Near], others: list[Near]) -> list[Near]:
    """What two readings found, likeliest first: each topic as likely as by either, by the one that may be answered with."""
    best: dict[int, Near] = {}
    for near in sorted(found + others, key=lambda near: (-near.likely, near.topic)):
        first = best.setdefault(near.topic, near)
        if near.answers and not first.answers:
            best[near.topic] = near._replace(likely=first.likely)
    return list(best.values())

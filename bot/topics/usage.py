"""How a corpus writes its words: which of them are common, and so no names even where they have a capital."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bot.topics.gist import Gist
from bot.topics.names import kin


@dataclass(frozen=True, slots=True)
class Usage:
    """How the corpus as a whole writes its words: what must be known of it to tell a name in one document."""

    common: frozenset[str]
    """Words that stand in small letters at least as often as with a capital."""
    both: frozenset[str]
    """Words that stand in small letters, but more often with a capital."""
    pairs: frozenset[tuple[str, str]]
    """Words that are one name: together more than once, and seldom apart (Belt and Road, New York); and what “for” joins
    more than once, as (“bread for”, “all”)."""
    akin: frozenset[str] = frozenset()
    """Words of which another form stands in small letters more often (Speaking: speak, Warriors: warrior), and
    those that do themselves every third time."""

    def mostly_name(self, word: str) -> bool:
        """Whether a word is seldom or never in small letters."""
        return word not in self.common

    def only_name(self, word: str) -> bool:
        """Whether a word is never in small letters, nor another form of it more often."""
        return word not in self.common and word not in self.both and word not in self.akin

    def is_plain(self, word: str) -> bool:
        """Whether a word with a capital says nothing of a name: it or its kin stand in small letters as well."""
        return word in self.common or word in self.akin


def usage_of(gists: Iterable[Gist]) -> Usage:
    """How a corpus writes its words, from what each document says of its own."""
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    capitals: set[str] = set()
    pairs: Counter[tuple[str, str]] = Counter()
    for gist in gists:
        lower.update(gist.lower)
        upper.update(gist.upper)
        capitals.update(gist.opening)
        for before, after, count in gist.pairs:
            pairs[before, after] += count
    # Whether a word is a name is asked only of words that have a capital somewhere.
    capitals |= upper.keys()
    asked = [word for word in capitals if lower[word]]
    return Usage(
        frozenset(word for word in asked if lower[word] >= upper[word]),
        frozenset(word for word in asked if lower[word] < upper[word]),
        frozenset(
            pair
            for pair, count in pairs.items()
            if count > 1 and count >= 0.6 * min(upper[pair[0]], upper[pair[1]])
        ),
        frozenset(
            word
            for word in capitals
            if 3 * lower[word] > upper[word] or sum(lower[other] for other in kin(word)) > upper[word]
        ),
    )

"""What each document names and speaks of, found anew only where something that it depends on has changed.

The names in a document depend on how the corpus writes the document's own words, and its places on which names are made
of them. Both are found from that part of the corpus alone, and remembered beside a hash of it: when another document
changes, whatever it says of other words is of no consequence here.
"""

from __future__ import annotations

import hashlib
import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from bot.briefing.building.cache import Cache, Step
from bot.topics.finder import Sighting, Usage, names_in
from bot.topics.matcher import keys
from bot.topics.places import Spot, Spots, Spotter

TOGETHER = 200
"""Documents that are put into the cache at once."""

_Others = list[tuple[int, frozenset[str]]]


@dataclass(frozen=True, slots=True)
class Noted:
    """What a step has found in a document, as plain rows."""

    rows: Any
    fresh: tuple[str, Any] | None = None
    """What it was found from, as a hash, and what is to be remembered; None where that was remembered."""


class Wordbook:
    """How the corpus writes its words, to be looked up by the words of one document."""

    def __init__(self, usage: Usage) -> None:
        self._usage = usage
        self._pairs: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for pair in usage.pairs:
            self._pairs[pair[0]].append(pair)

    def about(self, words: frozenset[str]) -> Usage:
        """The part of it that concerns these words (in lower case)."""
        parts = {
            field.name: getattr(self._usage, field.name) & words
            for field in fields(self._usage)
            if field.name != "pairs"
        }
        pairs = (pair for word in words & self._pairs.keys() for pair in self._pairs[word])
        return replace(self._usage, pairs=frozenset(pair for pair in pairs if pair[1] in words), **parts)


class Names:
    """The names of all topics, to be looked up by the words of one document."""

    def __init__(self, names: Iterable[tuple[str, int]]) -> None:
        known = ((words, topic, name) for name, topic in names if (words := keys(name)))
        # Of names that are compared as the same words the first one counts: their order is kept.
        ordered = sorted(known, key=lambda entry: entry[:2])
        often = Counter(word for words, _, _ in ordered for word in words)
        self.names = [name for _, _, name in ordered]
        self.topics = [topic for _, topic, _ in ordered]
        """The topic of each name."""
        self.marks = [int.from_bytes(hashlib.sha256(name.encode()).digest()[:8]) for name in self.names]
        """64 bits that tell each name from the others."""
        self._single: defaultdict[str, list[int]] = defaultdict(list)
        """The names of one word."""
        self._several: defaultdict[str, defaultdict[str, _Others]] = defaultdict(_by_word)
        """Those of several: by their rarest word and the next rarest, with what other words they have."""
        for number, (words, _, _) in enumerate(ordered):
            first, *others = sorted(set(words), key=lambda word: (often[word], word))
            if others:
                self._several[first][others[0]].append((number, frozenset(others[1:])))
            else:
                self._single[first].append(number)

    def within(self, words: frozenset[str]) -> list[int]:
        """The numbers of the names that are made of these words (as `keys` gives them) alone, in order."""
        found = [number for word in words & self._single.keys() for number in self._single[word]]
        for first in words & self._several.keys():
            seconds = self._several[first]
            for second in words & seconds.keys():
                for number, others in seconds[second]:
                    if others <= words:
                        found.append(number)
        found.sort()
        return found


def _by_word() -> defaultdict[str, _Others]:
    return defaultdict(list)


def find_names(shared: tuple[Cache, Wordbook], key: str) -> Noted:
    """The names in a document: rows of Sighting."""
    cache, wordbook = shared
    usage = wordbook.about(cache.vocabulary(key).words)
    mark = _mark([sorted(getattr(usage, field.name)) for field in fields(usage)])
    known = cache.found(Step.NAMES, key, mark)
    if known is not None:
        return Noted(known)
    rows = [tuple(seen) for seen in names_in(cache.document(key), cache.words(key), usage)]
    return Noted(rows, (mark, rows))


def find_places(shared: tuple[Cache, Names, Spotter, str], key: str) -> Noted:
    """What a document speaks of: rows of Spot, and the themes of each passage.

    What is remembered counts the topics that the document may speak of from 0: it stays true when topics that it
    does not name come, go, or change their places.
    """
    cache, names, spotter, themes = shared
    vocabulary = cache.vocabulary(key)
    within = names.within(vocabulary.keys)
    countries = spotter.countries_in(vocabulary.countries)
    own: dict[int, int] = {}
    numbers = [own.setdefault(names.topics[name], len(own)) for name in within]
    numbers += [own.setdefault(topic, len(own)) for _, topic in countries]
    mark = hashlib.sha256(themes.encode())
    mark.update(array("Q", [names.marks[name] for name in within]).tobytes())
    mark.update(array("Q", numbers).tobytes())
    mark.update(" ".join(code for code, _ in countries).encode())
    known = cache.found(Step.PLACES, key, mark.hexdigest())
    if known is not None:
        topics = list(own)
        rows, of_passages = known
        return Noted(([(topics[row[0]], *row[1:]) for row in rows], of_passages))
    spots = spotter.spots(cache.document(key), cache.words(key))
    rows = [(own[spot.topic], *spot[1:]) for spot in spots.spots]
    return Noted(
        ([tuple(spot) for spot in spots.spots], spots.themes), (mark.hexdigest(), (rows, spots.themes))
    )


def remembered(cache: Cache, step: Step, documents: Sequence[str], found: Iterable[Noted]) -> Iterator[Any]:
    """The rows of each document, what is fresh among them put into the cache on the way."""
    fresh: list[tuple[str, str, Any]] = []
    for key, noted in zip(documents, found, strict=True):
        if noted.fresh is not None:
            fresh.append((key, *noted.fresh))
        if len(fresh) >= TOGETHER:
            cache.put_found(step, fresh)
            fresh = []
        yield noted.rows
    cache.put_found(step, fresh)


def sightings(rows: Iterable[Sequence[Any]]) -> list[Sighting]:
    """The names in a document, from their rows."""
    return [Sighting._make(row) for row in rows]


def spots(rows: tuple[Iterable[Sequence[Any]], Iterable[Sequence[int]]]) -> Spots:
    """What a document speaks of, from the rows."""
    return Spots([Spot._make(row) for row in rows[0]], [tuple(themes) for themes in rows[1]])


def _mark(value: object) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()

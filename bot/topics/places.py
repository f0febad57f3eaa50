"""Where documents speak of topics: spots found in one document at a time, tallied over all of them."""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.corpus.document import Document, Passage
from bot.topics.gist import Words
from bot.topics.matcher import Matcher, Mention

REACH = 3
"""Passages after a name in which “the lake” still takes it up."""


class Spot(NamedTuple):
    """A passage that speaks of a topic; offsets count from the passage's own beginning."""

    topic: int
    passage: int
    """Which of the document's passages, from 0."""
    start: int
    """Where it first names the topic, or refers to it."""
    end: int
    times: int
    """How often it names the topic; 0 where it only refers to it (“the lake”)."""
    named: str | None
    """For a reference: the name as the passages just before have it."""


class Spots(NamedTuple):
    """All spots of a document."""

    spots: list[Spot]
    """By passage."""
    themes: list[tuple[int, ...]]
    """The themes that each passage speaks of."""


class Spotter:
    """Finds what a document speaks of; knows the names of all topics and the words of all themes by number."""

    def __init__(self, names: Iterable[tuple[str, int]], themes: Iterable[tuple[str, int]]) -> None:
        self._names = Matcher(names)
        self._themes = Matcher(themes)

    def themes_of(self, name: str) -> set[int]:
        """The themes that a name has a word of."""
        return {mention.topic for mention in self._themes.find(name)}

    def spots(self, document: Document, words: Words) -> Spots:
        """What a document whose words these are speaks of, passage by passage."""
        spots: list[Spot] = []
        number = 0
        for paragraph in document.paragraphs:
            lately: dict[int, tuple[str, int]] = {}
            for passage in paragraph.passages:
                first: dict[int, Mention] = {}
                counts: Counter[int] = Counter()
                for mention in self._names.find_in(words[number]):
                    first.setdefault(mention.topic, mention)
                    counts[mention.topic] += 1
                for spot in _references(passage, number, lately, first):
                    spots.append(spot)
                    lately[spot.topic] = (lately[spot.topic][0], number)
                for topic, mention in first.items():
                    spots.append(Spot(topic, number, mention.start, mention.end, counts[topic], None))
                    lately[topic] = (passage.text[mention.start : mention.end], number)
                number += 1
        themes = [tuple(sorted({m.topic for m in self._themes.find_in(run)})) for run in words]
        return Spots(spots, themes)


class Row(NamedTuple):
    """A spot of one topic in the whole corpus; `document` counts the corpus's documents from 0."""

    document: int
    passage: int
    start: int
    end: int
    times: int
    named: str | None


class Tally:
    """All spots of one topic, in order of document and text, in 20 bytes each."""

    def __init__(self) -> None:
        self._rows = array("I")
        self._named: dict[int, str] = {}
        self.weight = 0
        """How often the topic is named."""
        self.documents = 0
        """How many documents speak of it."""
        self.themes: Counter[int] = Counter()
        """How many of its passages speak of each theme."""

    def __len__(self) -> int:
        return len(self._rows) // 5

    def __iter__(self) -> Iterator[Row]:
        numbers = iter(self._rows)
        rows = zip(numbers, numbers, numbers, numbers, numbers, strict=True)
        for i, (document, passage, start, end, count) in enumerate(rows):
            yield Row(document, passage, start, end, count, self._named.get(i))

    def add(self, document: int, spot: Spot, themes: Sequence[int]) -> None:
        """Add a spot; documents come in order."""
        if not self._rows or self._rows[-5] != document:
            self.documents += 1
        if spot.named is not None:
            self._named[len(self)] = spot.named
        self._rows.extend((document, spot.passage, spot.start, spot.end, spot.times))
        self.weight += spot.times
        self.themes.update(themes)

    def passages(self) -> Iterator[tuple[int, int]]:
        """`(document, passage)` of each spot."""
        return zip(self._rows[::5], self._rows[1::5], strict=True)


def tally(spots: Iterable[Spots]) -> dict[int, Tally]:
    """The spots of every document of a corpus, in order, by topic."""
    tallies: defaultdict[int, Tally] = defaultdict(Tally)
    for document, found in enumerate(spots):
        for spot in found.spots:
            tallies[spot.topic].add(document, spot, found.themes[spot.passage])
    return dict(tallies)


def _references(
    passage: Passage, number: int, lately: dict[int, tuple[str, int]], named: Container[int]
) -> list[Spot]:
    """Topics that the passage speaks of as “the lake” after “Balkhash Lake”; none where two may be meant."""
    if not lately or not _THE.search(passage.text):
        return []
    meant: dict[str, list[int]] = defaultdict(list)
    for topic, (name, seen) in lately.items():
        if number - seen <= REACH:
            for head in _heads(name):
                meant[head].append(topic)
    found: list[Spot] = []
    for head, topics in meant.items():
        if len(topics) != 1 or topics[0] in named or any(topics[0] == spot.topic for spot in found):
            continue
        if match := _taken_up(head).search(passage.text):
            name = lately[topics[0]][0]
            found.append(Spot(topics[0], number, match.start(), match.end(), 0, name))
    return found


_THE = re.compile(r"\b[Tt]he\s")


@lru_cache(maxsize=10_000)
def _taken_up(head: str) -> re.Pattern[str]:
    return re.compile(rf"\b[Tt]he\s+{re.escape(head)}\b(?:['’]s)?")


@lru_cache(maxsize=10_000)
def _heads(name: str) -> tuple[str, ...]:
    """The words by which a text takes up a name of several: its first and its last, where they are words."""
    words = name.split()
    if len(words) < 2:
        return ()
    heads = (w.lower() for w in (words[0], words[-1]) if w.isalpha() and len(w) > 3 and w.istitle())
    return tuple(dict.fromkeys(heads))

"""Where documents speak of topics: spots found in one document at a time, tallied over all of them."""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.corpus.document import Document, Passage
from bot.topics.anaphora import REACH, Anaphor, anaphors
from bot.topics.gist import Words
from bot.topics.matcher import Matcher, Mention
from bot.topics.persons import STYLED
from bot.topics.territories import country_of, territory
from bot.topics.tokens import Token
from bot.topics.words import NUMBERS

_MONEY = ("$", " dollar", "-dollar", " Dollar")
"""What follows a country's name in that of its money: “US dollars” are no mention of the country."""
LEADS = 3
"""Words of a passage within which what it is about stands."""


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
    """For a reference: the name as the passages just before have it; empty where it is not quite the same thing."""


class Spots(NamedTuple):
    """All spots of a document."""

    spots: list[Spot]
    """By passage."""
    themes: list[tuple[int, ...]]
    """The themes that each passage speaks of."""


class Spotter:
    """Finds what a document speaks of; knows the names of all topics and the words of all themes by number."""

    def __init__(self, names: Iterable[tuple[str, int]], themes: Iterable[tuple[str, int]]) -> None:
        known = list(names)
        self._names = Matcher(known)
        self._countries = {code: topic for name, topic in known if (code := territory(name))}
        self._themes = Matcher(themes)

    def themes_of(self, name: str) -> set[int]:
        """The themes that a name has a word of."""
        return {mention.topic for mention in self._themes.find(name)}

    def spots(self, document: Document, words: Words) -> Spots:
        """What a document whose words these are speaks of, passage by passage."""
        spots: list[Spot] = []
        taken_up = anaphors(document, words)
        number = 0
        for paragraph in document.paragraphs:
            described: dict[int, _Described] = {}
            for passage in paragraph.passages:
                first: dict[int, Mention] = {}
                counts: Counter[int] = Counter()
                for mention in self._names.find_in(words[number]):
                    if passage.text.startswith(_MONEY, mention.end):
                        continue
                    first.setdefault(mention.topic, mention)
                    counts[mention.topic] += 1
                references = [
                    *self._names_taken_up(taken_up.get(passage.start, ()), number),
                    *_descriptions_taken_up(passage, number, described),
                ]
                for spot in references:
                    if spot.topic not in first:
                        spots.append(spot)
                        first[spot.topic] = Mention(spot.topic, spot.start, spot.end)
                spots += self._whose(words[number], first, number)
                for topic, mention in first.items():
                    if counts[topic]:
                        spots.append(Spot(topic, number, mention.start, mention.end, counts[topic], None))
                        name = passage.text[mention.start : mention.end]
                        described[topic] = _Described(
                            name,
                            _last_word(name),
                            number,
                            not _OF_A_CLASS.search(passage.text, 0, mention.start),
                        )
                number += 1
        themes = [tuple(sorted({m.topic for m in self._themes.find_in(run)})) for run in words]
        return Spots(spots, themes)

    def countries_in(self, codes: frozenset[str]) -> list[tuple[str, int]]:
        """`(code, topic)` of those countries that are topics, in order of their codes."""
        return [(code, self._countries[code]) for code in sorted(codes & self._countries.keys())]

    def _whose(self, words: Sequence[Token], named: Mapping[int, Mention], number: int) -> Iterator[Spot]:
        """The country that a passage begins with something of, without naming it: “Haitian officials say …”.

        In the middle of a sentence such a word says of which kind something else is.
        """
        for token in words[:LEADS]:
            if not token.capital or any(m.start <= token.start < m.end for m in named.values()):
                continue
            topic = self._countries.get(country_of(token.text) or "")
            if topic is not None and topic not in named:
                yield Spot(topic, number, token.start, token.end, 0, "")

    def _names_taken_up(self, here: Iterable[Anaphor], number: int) -> Iterator[Spot]:
        for anaphor in here:
            for mention in self._names.find(anaphor.name):
                # A topic “Roe” is meant by “Lord Roe” too.
                before = anaphor.name[: mention.start].strip().lower()
                if mention.end == len(anaphor.name) and (not before or before in STYLED):
                    yield Spot(mention.topic, number, anaphor.start, anaphor.end, 0, anaphor.name)


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
        if themes:
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


class _Described(NamedTuple):
    """A topic as passages before described it: “the joint projects”."""

    name: str
    kind: str
    """What it is described as, in small letters; empty for a proper name."""
    seen: int
    """The passage that last named it or took it up."""
    exact: bool = True
    """Whether it is one thing: “the bone disease”, not “a bone disease”, which any other may be."""


def _descriptions_taken_up(passage: Passage, number: int, described: dict[int, _Described]) -> Iterator[Spot]:
    """Topics that the passage speaks of as “these projects” after “joint projects”; none where two may be meant."""
    meant: dict[str, list[int]] = defaultdict(list)
    for topic, one in described.items():
        if one.kind and number - one.seen <= REACH:
            meant[one.kind].append(topic)
    for kind, topics in meant.items():
        if any(_others(passage.text, kind, described[topic].name) for topic in topics):
            for topic in topics:
                del described[topic]
            continue
        if len(topics) == 1 and (match := _taken_up(kind).search(passage.text)):
            topic = topics[0]
            name = described[topic].name
            # Eleven of them are not all of them.
            exact = (
                described[topic].exact
                and not match["others"]
                and not NUMBERS & set(name.lower().split())
                and not _DIGIT.search(name)
            )
            yield Spot(topic, number, match.start(), match.end(), 0, name if exact else "")
            described[topic] = described[topic]._replace(seen=number)


_DIGIT = re.compile(r"\d")
_OF_A_CLASS = re.compile(
    r"\b(?:is|are|was|were|be|as|like|type of|kind of|form of)\s(?:an?\s)?(?:[a-z]+\s)?$"
)
_THE_SAME = frozenset(
    "the this these those that both all same said such remaining another other of in on for and or".split()
)


def _others(text: str, kind: str, name: str) -> bool:
    """Whether a passage speaks of another thing of the kind: “your skin”, “lymphatic vessels” beside “blood vessels”."""
    mine = {*name.lower().split(), *_THE_SAME, *NUMBERS}
    return any(
        match[1].lower() not in mine and not match[1].isdigit() for match in _of_kind(kind).finditer(text)
    )


@lru_cache(maxsize=10_000)
def _of_kind(kind: str) -> re.Pattern[str]:
    return re.compile(rf"([\w’'-]+)\s{re.escape(kind)}\b")


@lru_cache(maxsize=10_000)
def _taken_up(kind: str) -> re.Pattern[str]:
    """“The plant”, “all these projects”; and, not quite the same ones, “another 11 projects”, “the remaining projects”."""
    return re.compile(
        rf"\b(?:(?:[Bb]oth )?(?:[Tt]he|[Tt]his|That|(?<=\bin )that|(?<=\bof )that|[Tt]hese|[Tt]hose)(?:\s+(?:same|said))?"
        rf"|(?P<others>[Aa]ll(?:\s+(?:the|these|those))?|[Aa]nother|[Oo]ther|[Ss]uch|[Tt]he\s+(?:remaining|other|\d+))(?:\s+\d+)?)"
        rf"\s+{re.escape(kind)}\b(?!-)(?:['’]s?\b)?"
    )


@lru_cache(maxsize=10_000)
def _last_word(name: str) -> str:
    """What a name of several words says in small letters that its thing is."""
    words = name.split()
    return words[-1] if len(words) > 1 and len(words[-1]) > 3 and words[-1].islower() else ""

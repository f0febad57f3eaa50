"""The topics of a corpus: what was found in it, joined with what the curator knows."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from bot.corpus.document import Document, Passage
from bot.topics.curator import Notes, TopicNotes
from bot.topics.finder import Found, find
from bot.topics.matcher import Matcher, Mention
from bot.topics.names import compact, fold, slugify
from bot.topics.variants import groups, title_of

RESERVED = frozenset({"manifest", "documents", "schema"})
"""Slugs that are names of other files in the briefs folder."""
REACH = 3
"""Passages after a name in which “the lake” still takes it up."""
THEME_SHARE = 0.5
"""A topic has a theme where its name has one of the theme's words, or this share of its passages."""


@dataclass(frozen=True, slots=True)
class Place:
    """A passage that speaks of a topic; offsets count from the passage's own beginning."""

    passage: Passage
    start: int
    """Where it first names the topic, or refers to it."""
    end: int
    count: int
    """How often it names the topic; 0 where it only refers to it (“the lake”)."""
    named: str | None = None
    """For a reference: the name as the passages just before have it."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A thing the corpus speaks of, under all its names."""

    slug: str
    title: str
    names: tuple[str, ...]
    """The title first; spellings found, then the curator's aliases."""
    themes: tuple[str, ...]
    """The main one first."""
    places: tuple[Place, ...]
    """In order of document and text."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What a digest can be made on."""

    slug: str
    name: str
    aliases: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All topics, the weightiest first, and all themes in the curator's order."""

    topics: tuple[Topic, ...]
    themes: tuple[Theme, ...]
    warnings: tuple[str, ...]


@dataclass(slots=True)
class _Draft:
    title: str
    names: list[str]
    asked: list[str]
    themes: tuple[str, ...]
    curated: bool


def make_catalogue(documents: Sequence[Document], notes: Notes) -> Catalogue:
    """Find the topics of the documents; the same documents and notes give the same catalogue."""
    drafts = _drafts(find(documents), notes)
    matcher = Matcher((name, number) for number, draft in enumerate(drafts) for name in draft.names)
    places = _places(documents, matcher)
    themed = _Themes(notes, documents)
    warnings = [
        f"topics.toml names {draft.title!r}, which no document mentions."
        for number, draft in enumerate(drafts)
        if draft.curated and number not in places
    ]
    order = sorted(places, key=lambda n: (-sum(p.count for p in places[n]), -len(places[n]), drafts[n].title))
    topics: list[Topic] = []
    taken = set(RESERVED)
    for number in order:
        draft = drafts[number]
        slug = _free(slugify(draft.title), taken)
        names = _distinct([draft.title, *draft.names, *draft.asked])
        themes = draft.themes or themed.of(names, places[number])
        topics.append(Topic(slug, draft.title, names, themes, tuple(places[number])))
    themes_out = tuple(
        Theme(slug, theme.name, theme.aliases, theme.words) for slug, theme in notes.themes.items()
    )
    return Catalogue(tuple(topics), themes_out, tuple(warnings))


def _drafts(found: Found, notes: Notes) -> list[_Draft]:
    """The curator's topics, with the found names that are theirs, then what was found beside them."""
    drafts = [_curated(topic) for topic in notes.topics]
    owner: dict[str, int] = {}
    for number, draft in enumerate(drafts):
        for name in draft.names:
            owner.setdefault(_key(name), number)
    dropped = {_key(name) for name in notes.drop}
    for group in groups(found):
        left = [c for c in group if _key(c.name) not in dropped]
        owners = Counter(owner[_key(c.name)] for c in group if _key(c.name) in owner)
        if owners:
            mine = owners.most_common(1)[0][0]
            drafts[mine].names += [c.name for c in left if owner.get(_key(c.name), mine) == mine]
        elif left:
            names = [c.name for c in left]
            drafts.append(_Draft(title_of(left, found.expansions), names, [], (), curated=False))
    return drafts


def _curated(topic: TopicNotes) -> _Draft:
    return _Draft(
        topic.name, [topic.name, *topic.aliases], list(topic.only_asked), topic.themes, curated=True
    )


def _places(documents: Sequence[Document], matcher: Matcher) -> dict[int, list[Place]]:
    places: defaultdict[int, list[Place]] = defaultdict(list)
    for document in documents:
        for paragraph in document.paragraphs:
            lately: dict[int, tuple[str, int]] = {}
            for number, passage in enumerate(paragraph.passages):
                first: dict[int, Mention] = {}
                counts: Counter[int] = Counter()
                for mention in matcher.find(passage.text):
                    first.setdefault(mention.topic, mention)
                    counts[mention.topic] += 1
                for topic, place in _references(passage, number, lately, first):
                    places[topic].append(place)
                    lately[topic] = (lately[topic][0], number)
                for topic, mention in first.items():
                    places[topic].append(Place(passage, mention.start, mention.end, counts[topic]))
                    lately[topic] = (passage.text[mention.start : mention.end], number)
    return dict(places)


def _references(
    passage: Passage, number: int, lately: dict[int, tuple[str, int]], named: Container[int]
) -> list[tuple[int, Place]]:
    """Topics that the passage speaks of as “the lake” after “Balkhash Lake”; none where two may be meant."""
    meant: dict[str, list[int]] = defaultdict(list)
    for topic, (name, seen) in lately.items():
        if number - seen <= REACH:
            for head in _heads(name):
                meant[head].append(topic)
    found: list[tuple[int, Place]] = []
    for head, topics in meant.items():
        match = re.search(rf"\b[Tt]he\s+{re.escape(head)}\b(?:['’]s)?", passage.text)
        if (
            match
            and len(topics) == 1
            and topics[0] not in named
            and all(topics[0] != topic for topic, _ in found)
        ):
            found.append((topics[0], Place(passage, match.start(), match.end(), 0, lately[topics[0]][0])))
    return found


def _heads(name: str) -> set[str]:
    """The words by which a text takes up a name of several: its first and its last, where they are words."""
    words = name.split()
    if len(words) < 2:
        return set()
    return {
        word.lower() for word in (words[0], words[-1]) if word.isalpha() and len(word) > 3 and word.istitle()
    }


class _Themes:
    """Which passages speak of which theme."""

    def __init__(self, notes: Notes, documents: Sequence[Document]) -> None:
        self._slugs = list(notes.themes)
        self._matcher = Matcher(
            (word, number) for number, slug in enumerate(self._slugs) for word in notes.themes[slug].words
        )
        self._of: dict[tuple[str, int], set[int]] = {
            (passage.source, passage.start): {mention.topic for mention in self._matcher.find(passage.text)}
            for document in documents
            for passage in document.passages
        }

    def of(self, names: Iterable[str], places: Sequence[Place]) -> tuple[str, ...]:
        """The themes of a topic, by its names and the passages it stands in; the one that most speak of first."""
        named = {mention.topic for name in names for mention in self._matcher.find(name)}
        counts = Counter(t for place in places for t in self._of[place.passage.source, place.passage.start])
        themes = named | {theme for theme, count in counts.items() if count >= THEME_SHARE * len(places)}
        order = sorted(themes, key=lambda theme: (theme not in named, -counts[theme], theme))
        return tuple(self._slugs[theme] for theme in order)


def _free(slug: str, taken: set[str]) -> str:
    free, number = slug, 2
    while free in taken:
        free, number = f"{slug}-{number}", number + 1
    taken.add(free)
    return free


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    """The names, those that differ only in capitals, white space or plural left out."""
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(" ".join(name.split()).casefold(), name)
    return tuple(seen.values())


def _key(name: str) -> str:
    return compact(fold(name)) or name.casefold()

"""The topics of a corpus: what was found in it, joined with what the curator knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.corpus.document import Document, Passage
from bot.topics.curator import Notes, TopicNotes
from bot.topics.finder import Found, find, least_documents
from bot.topics.gist import words_of
from bot.topics.names import compact, fold, slugify
from bot.topics.places import Row, Spotter, Tally, tally
from bot.topics.variants import groups, title_of

RESERVED = frozenset({"manifest", "documents", "schema"})
"""Slugs that are names of other files in the briefs folder."""
THEME_SHARE = 0.5
"""A topic has a theme where its name has one of the theme's words, or this share of its passages, two at least."""


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
    """For a reference: the name as the passages just before have it; empty where it is not quite the same thing."""


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
class Draft:
    """A topic that the corpus may speak of: the number of a draft is what its spots carry."""

    title: str
    names: list[str]
    """By these a text names it."""
    asked: list[str]
    """By these it is only asked for."""
    themes: tuple[str, ...]
    curated: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """A topic with where it stands, but without the passages themselves: a large corpus is not held in memory."""

    slug: str
    title: str
    names: tuple[str, ...]
    themes: tuple[str, ...]
    tally: Tally

    def topic(self, places: Iterable[Place]) -> Topic:
        """The topic with these of its places."""
        return Topic(self.slug, self.title, self.names, self.themes, tuple(places))


def make_catalogue(documents: Sequence[Document], notes: Notes) -> Catalogue:
    """Find the topics of the documents; the same documents and notes give the same catalogue."""
    drafts = make_drafts(find(documents), notes)
    spotter = make_spotter(drafts, notes)
    tallies = tally(spotter.spots(document, words_of(document)) for document in documents)
    listed, warnings = assemble(drafts, tallies, notes, spotter, len(documents))
    passages = [document.passages for document in documents]
    topics = tuple(one.topic(place_of(row, passages[row.document]) for row in one.tally) for one in listed)
    return Catalogue(topics, themes_of(notes), tuple(warnings))


def place_of(row: Row, passages: Sequence[Passage]) -> Place:
    """A place from its row and its document's passages."""
    return Place(passages[row.passage], row.start, row.end, row.times, row.named)


def make_spotter(drafts: Sequence[Draft], notes: Notes) -> Spotter:
    """What finds the drafts and the curator's themes in documents."""
    return Spotter(
        ((name, number) for number, draft in enumerate(drafts) for name in draft.names),
        ((word, number) for number, theme in enumerate(notes.themes.values()) for word in theme.words),
    )


def assemble(
    drafts: Sequence[Draft], tallies: Mapping[int, Tally], notes: Notes, spotter: Spotter, documents: int
) -> tuple[list[Listed], list[str]]:
    """The topics that enough of the corpus's documents speak of, weightiest first, and what is worth a warning."""
    warnings = [
        f"topics.toml names {draft.title!r}, which no document mentions."
        for number, draft in enumerate(drafts)
        if draft.curated and number not in tallies
    ]
    least = least_documents(documents)
    kept = [n for n, found in tallies.items() if drafts[n].curated or found.documents >= least]
    listed: list[Listed] = []
    taken = set(RESERVED)
    for number in sorted(kept, key=lambda n: (-tallies[n].weight, -len(tallies[n]), drafts[n].title)):
        draft, found = drafts[number], tallies[number]
        slug = _free(slugify(draft.title), taken)
        names = _distinct([draft.title, *draft.names, *draft.asked])
        themes = draft.themes or _themes(names, found, list(notes.themes), spotter)
        listed.append(Listed(slug, draft.title, names, themes, found))
    return listed, warnings


def themes_of(notes: Notes) -> tuple[Theme, ...]:
    """The curator's themes."""
    return tuple(Theme(slug, theme.name, theme.aliases, theme.words) for slug, theme in notes.themes.items())


def make_drafts(found: Found, notes: Notes) -> list[Draft]:
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
            drafts.append(Draft(title_of(left, found.expansions), names, [], (), curated=False))
    return drafts


def _curated(topic: TopicNotes) -> Draft:
    return Draft(topic.name, [topic.name, *topic.aliases], list(topic.only_asked), topic.themes, curated=True)


def _themes(names: Iterable[str], found: Tally, slugs: Sequence[str], spotter: Spotter) -> tuple[str, ...]:
    """The themes of a topic, by its names and the passages it stands in; the one that most speak of first."""
    named = {theme for name in names for theme in spotter.themes_of(name)}
    counts = found.themes
    themes = named | {theme for theme, count in counts.items() if count >= max(2, THEME_SHARE * len(found))}
    order = sorted(themes, key=lambda theme: (theme not in named, -counts[theme], theme))
    return tuple(slugs[theme] for theme in order)


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

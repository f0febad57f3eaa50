"""What goes into a digest: the best statements of a theme's topics, none twice, none lately posted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from rapidfuzz import fuzz

from bot.briefing.models import Brief, Citation, Source, Statement, ThemeEntry
from bot.digests.edition import Digest, Item
from bot.errors import RequestError
from bot.lookup.library import Library
from bot.topics.matcher import Matcher

LIMIT = 8
"""Statements in a digest."""
TOPICS = 5
"""Topics in a digest."""
PER_TOPIC = 2
"""Statements on one topic."""
LONGEST = 100
"""Words of a statement; a longer one is for the brief."""
SAME_WORDING = 90
"""From this likeness on (0 to 100), two statements say the same thing in two documents."""


def compose(theme: ThemeEntry, library: Library, *, limit: int = LIMIT, posted: Sequence[str] = ()) -> Digest:
    """Choose at most `limit` statements on a theme: first one a topic, then a second.

    Topics of which it is the main theme come first, the weightiest of them first. Where the theme has words, only
    statements that have one of them are taken.

    `posted` are the references that earlier editions cited (see `cited`), oldest first: what they say is left
    out as long as there is anything else, then the longest posted comes again. The same briefs and the same
    `posted` give the same digest. RequestError where the briefs hold nothing on the theme.
    """
    topics = library.topics(theme.slug)
    if not topics:
        raise RequestError(f"The briefs hold no topic of the theme “{theme.name}”: choose another theme.")
    topics = sorted(topics, key=lambda topic: topic.themes[0] != theme.slug)
    choice = _Choice(library, limit, frozenset(posted), theme)
    briefs: dict[str, Brief] = {}

    # A topic's summary is its best; evidence is turned to when every topic's summary has been posted.
    for evidence in (False, True):
        for topic in topics:
            if len(choice.items) == TOPICS:
                break
            if topic.slug not in choice.items:
                brief = briefs.setdefault(topic.slug, library.brief(topic.slug))
                choice.add(brief, brief.evidence if evidence else brief.summary)
    for _ in range(PER_TOPIC - 1):
        for slug in [topic.slug for topic in topics if topic.slug in choice.items]:
            brief = briefs[slug]
            if not choice.add(brief, brief.summary):
                choice.add(brief, brief.evidence)

    if choice.items:
        return Digest(
            theme, *_ordered([briefs[topic.slug] for topic in topics if topic.slug in choice.items], choice)
        )
    if posted:
        return compose(theme, library, limit=limit, posted=posted[(len(posted) + 1) // 2 :])
    raise RequestError(f"The briefs say nothing yet on the theme “{theme.name}”: choose another theme.")


def cited(digest: Digest, library: Library) -> list[str]:
    """The references of all that a digest cites, to be kept for `compose`'s `posted`."""
    statements = chain.from_iterable(item.statements for item in digest.items)
    return [library.reference(citation) for statement in statements for citation in statement.citations]


class _Choice:
    """The statements chosen so far, by topic."""

    def __init__(self, library: Library, limit: int, avoid: frozenset[str], theme: ThemeEntry) -> None:
        self.items: dict[str, list[Statement]] = {}
        self._library = library
        self._room = limit
        self._avoid = avoid
        self._theme = theme
        self._words = Matcher((word, 0) for word in theme.words)
        self._sources: set[str] = set()

    def add(self, brief: Brief, statements: Sequence[Statement]) -> bool:
        """Take the first statement that is new, of a source not cited yet if there is one."""
        fresh = [one for one in statements if self._is_fit(one) and self._is_fresh(one)]
        if not fresh or not self._room:
            return False
        chosen = next((one for one in fresh if self._sources.isdisjoint(_sources(one))), fresh[0])
        self.items.setdefault(brief.slug, []).append(chosen)
        self._sources |= _sources(chosen)
        self._room -= 1
        return True

    def _is_fit(self, statement: Statement) -> bool:
        """Whether a statement speaks of the theme, and briefly enough for a digest."""
        on_theme = not self._theme.words or bool(self._words.find(statement.text))
        return on_theme and len(statement.text.split()) <= LONGEST

    def _is_fresh(self, statement: Statement) -> bool:
        if any(self._library.reference(citation) in self._avoid for citation in statement.citations):
            return False
        taken = chain.from_iterable(self.items.values())
        return not any(_repeats(statement, other) for other in taken)


def _ordered(briefs: Sequence[Brief], choice: _Choice) -> tuple[tuple[Item, ...], tuple[Source, ...]]:
    """The items in the order of the briefs, their statements as the brief has them; and the sources they cite."""
    items: list[Item] = []
    sources: dict[str, Source] = {}
    for brief in briefs:
        order = [*brief.summary, *brief.evidence]
        statements = sorted(choice.items[brief.slug], key=order.index)
        items.append(Item(brief.slug, brief.title, tuple(statements)))
        by_id = {source.id: source for source in brief.sources}
        for citation in chain.from_iterable(statement.citations for statement in statements):
            sources.setdefault(citation.source, by_id[citation.source])
    return tuple(items), tuple(sources.values())


def _sources(statement: Statement) -> set[str]:
    return {citation.source for citation in statement.citations}


def _repeats(one: Statement, other: Statement) -> bool:
    """Whether two statements say the same: words in common in their source, or (nearly) the same wording."""
    shared = any(_overlap(a, b) for a in one.citations for b in other.citations)
    return shared or fuzz.ratio(one.text.casefold(), other.text.casefold()) >= SAME_WORDING


def _overlap(a: Citation, b: Citation) -> bool:
    return a.source == b.source and a.start < b.end and b.start < a.end

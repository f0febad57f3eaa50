"""Where a corpus speaks of a name: a table of names, walked word by word."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from bot.topics.han import IS_HAN, SCRIPTS
from bot.topics.names import fold, singular
from bot.topics.tokens import Token, tokens
from bot.topics.words import FUNCTION


@dataclass(frozen=True, slots=True)
class Mention:
    """A topic named in a passage, from `start` to `end` of the passage's own text."""

    topic: int
    start: int
    end: int


class _Form(Enum):
    """How a text must write the first word of a name for it to be the name."""

    ANY = 1
    CAPITAL = 2
    PLURAL = 3
    ALL_CAPITALS = 4


@dataclass(frozen=True, slots=True)
class _Entry:
    topic: int
    form: _Form
    describes: bool
    owned: bool
    """Whether the name itself has a possessive in it."""


class Matcher:
    """All names of all topics, found in one walk over a passage; of names that overlap the longest wins.

    Inside a proper name no other name counts (“Silk Road Fund” is not the Silk Road); inside a description it does
    (“Russia’s war against Ukraine” is about Russia too).
    """

    def __init__(self, names: Iterable[tuple[str, int]]) -> None:
        self._entries: dict[tuple[str, ...], list[_Entry]] = {}
        lengths: dict[str, set[int]] = {}
        for name, topic in names:
            words = keys(name)
            if words:
                owned = "’" in name or "'" in name
                entry = _Entry(topic, _form(name, len(words)), _describes(name), owned)
                self._entries.setdefault(words, []).append(entry)
                lengths.setdefault(words[0], set()).add(len(words))
        for entries in self._entries.values():
            entries.sort(key=lambda entry: entry.topic)
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}
        """How many words the names have that begin with a word, the longest first."""

    def find(self, text: str) -> list[Mention]:
        """The names in a passage, in order of where they begin."""
        return self.find_in(tokens(text))

    def find_in(self, words: Sequence[Token]) -> list[Mention]:
        """The names in a passage that has these words, in order of where they begin."""
        parts = [(key, token) for token in words for key in keys(token.text)]
        found: list[Mention] = []
        closed = 0  # up to here the words belong to a proper name
        within: tuple[int, int] = (0, -1)  # up to here they belong to a description, and of which topic
        for i, (key, first) in enumerate(parts):
            if i < closed or key not in self._lengths:
                continue
            entry, end = self._at(parts, i)
            if entry is None or (i < within[0] and entry.topic == within[1]):
                continue
            found.append(Mention(entry.topic, first.start, parts[end - 1][1].end))
            if not entry.describes:
                closed = end
                continue
            within = (end, entry.topic)
            # A description may begin with a name: “China’s investments”.
            inner, end = self._at(parts, i, end - i)
            if inner is not None and inner.topic != entry.topic:
                found.append(Mention(inner.topic, first.start, parts[end - 1][1].end))
                closed = end
        return found

    def _at(
        self, parts: Sequence[tuple[str, Token]], i: int, under: int | None = None
    ) -> tuple[_Entry | None, int]:
        """The longest name that begins at a word, of fewer than `under` words, and where it ends."""
        for length in self._lengths[parts[i][0]]:
            if under is not None and length >= under:
                continue
            run = parts[i : i + length]
            # At the end of a passage a shorter name would be tried twice.
            names = self._entries.get(tuple([key for key, _ in run]), ()) if len(run) == length else ()
            for entry in names:
                if _has_form(run[0][1], entry.form) and all(
                    _goes_on(before, token, entry.owned)
                    for (_, before), (_, token) in itertools.pairwise(run)
                ):
                    return entry, i + length
        return None, i


@lru_cache(maxsize=100_000)
def keys(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: folded, without plural, parted at hyphens; Han characters as they are."""
    if not name.isascii() and IS_HAN.search(name):
        return tuple(
            key for part in SCRIPTS.findall(name) for key in ((part,) if IS_HAN.match(part) else keys(part))
        )
    return tuple(singular(word) for word in fold(name).split())


def _goes_on(before: Token, token: Token, owned: bool) -> bool:
    return token is before or (token.joined and (owned or not before.possessive))


def _describes(name: str) -> bool:
    """Whether a name of several words is a description: it has a word in small letters that says something."""
    words = name.split()
    return len(words) > 1 and any(
        word.replace("-", "").isalpha() and word.islower() and word not in FUNCTION for word in words
    )


def _form(name: str, length: int) -> _Form:
    """A name with a capital is not the common word: “Belt” is not “belt”, “US” not “us”; others match in any case,
    and so do a title that has a capital only at its beginning (“Human rights”) and a name that begins without one
    (“ethnic Kazakhs”).

    A people (“Kazakhs”) is not the adjective (“Kazakh”) that comes before anything of theirs.
    """
    if name[:1].islower() or not any(c.isupper() for c in name) or (length > 1 and name[1:].islower()):
        return _Form.ANY
    if length == 1 and name.endswith("s") and name[:1].isupper() and singular(fold(name)) != fold(name):
        return _Form.PLURAL
    if length == 1 and name.isupper() and len(name) <= 5:
        return _Form.ALL_CAPITALS
    return _Form.CAPITAL


def _has_form(token: Token, form: _Form) -> bool:
    if form is _Form.PLURAL:
        return token.capital and token.lower.endswith("s")
    if form is _Form.ALL_CAPITALS:
        return token.text.isupper() or token.text.rstrip("s").isupper()
    return token.capital or form is _Form.ANY

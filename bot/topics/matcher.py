"""Where a corpus speaks of a name: a table of names, walked word by word."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.topics.names import fold, singular
from bot.topics.tokens import Token, tokens
from bot.topics.words import FUNCTION


@dataclass(frozen=True, slots=True)
class Mention:
    """A topic named in a passage, from `start` to `end` of the passage's own text."""

    topic: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]
    name: str
    topic: int
    describes: bool


class Matcher:
    """All names of all topics, found in one walk over a passage; of names that overlap the longest wins.

    Inside a proper name no other name counts (“Silk Road Fund” is not the Silk Road); inside a description it does
    (“Russia’s war against Ukraine” is about Russia too).
    """

    def __init__(self, names: Iterable[tuple[str, int]]) -> None:
        self._first: dict[str, list[_Entry]] = {}
        for name, topic in names:
            words = keys(name)
            if words:
                self._first.setdefault(words[0], []).append(_Entry(words, name, topic, _describes(name)))
        for entries in self._first.values():
            entries.sort(key=lambda entry: (-len(entry.words), entry.topic))

    def find(self, text: str) -> list[Mention]:
        """The names in a passage, in order of where they begin."""
        parts = [(key, token) for token in tokens(text) for key in keys(token.text)]
        found: list[Mention] = []
        closed = 0  # up to here the words belong to a proper name
        within: tuple[int, int] = (0, -1)  # up to here they belong to a description, and of which topic
        for i in range(len(parts)):
            if i < closed:
                continue
            entry = self._at(parts, i)
            if entry is None or (i < within[0] and entry.topic == within[1]):
                continue
            end = i + len(entry.words)
            found.append(Mention(entry.topic, parts[i][1].start, parts[end - 1][1].end))
            if entry.describes:
                within = (end, entry.topic)
            else:
                closed = end
        return found

    def _at(self, parts: Sequence[tuple[str, Token]], i: int) -> _Entry | None:
        for entry in self._first.get(parts[i][0], ()):
            run = parts[i : i + len(entry.words)]
            if tuple(key for key, _ in run) != entry.words or not _same_form(
                entry.name, run[0][1], len(entry.words)
            ):
                continue
            owned = "’" in entry.name or "'" in entry.name
            if all(
                token is before or (token.joined and (owned or not before.possessive))
                for (_, before), (_, token) in itertools.pairwise(run)
            ):
                return entry
        return None


def keys(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: folded, without plural, parted at hyphens."""
    return tuple(singular(word) for word in fold(name).split())


def _describes(name: str) -> bool:
    """Whether a name of several words is a description: it has a word in small letters that says something."""
    words = name.split()
    return len(words) > 1 and any(
        word.isalpha() and word.islower() and word not in FUNCTION for word in words
    )


def _same_form(name: str, token: Token, length: int) -> bool:
    """A name with a capital is not the common word: “Belt” is not “belt”, “US” not “us”; others match in any case,
    and so does a title that has a capital only at its beginning (“Human rights”).

    A people (“Kazakhs”) is not the adjective (“Kazakh”) that comes before anything of theirs.
    """
    if not any(c.isupper() for c in name) or (length > 1 and name[1:].islower()):
        return True
    if length == 1 and name.endswith("s") and name[:1].isupper() and singular(fold(name)) != fold(name):
        return token.capital and token.lower.endswith("s")
    if length == 1 and name.isupper() and len(name) <= 5:
        return token.text.isupper() or token.text.rstrip("s").isupper()
    return token.capital

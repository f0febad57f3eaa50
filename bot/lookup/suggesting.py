"""Topics for a text still being typed: names that go on from it first, then what else it may mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bot.lookup import readings
from bot.lookup.answers import EXACT, Suggestion
from bot.lookup.exonyms import Exonyms
from bot.lookup.initials import Initials
from bot.lookup.near import Near
from bot.lookup.prefixes import Flags, Numbers, Prefixes
from bot.lookup.readings import Reading
from bot.lookup.scripts import LATIN, script
from bot.lookup.searching import Searcher
from bot.lookup.slips import NEAR
from bot.lookup.table import Arrays, part, texts
from bot.lookup.texts import Texts
from bot.lookup.wrapping import unwrapped

SLIPPED = 70.0
"""The score of a suggestion that goes on from what is typed but for one letter, or has it as its initials."""
INSIDE = 10.0
"""What a name loses where one of its later words goes on from what is typed …"""
ONLY_NEAR = 10.0
"""… and how far below SLIPPED, at least, one stands that is only near it."""
LIKELY = 30.0
"""Where no name goes on from what is typed, those at least so likely are suggested."""
REACH = 8
"""How many times as many topics as are wanted are weighed by how much they are asked for."""
BEGUN, LETTERS = 3, 3
"""Where no name is near, so many that go on from what was typed are offered, if that has so many letters."""
Topics = npt.NDArray[np.uint32]
_LATER = np.int64(1 << 32)
"""Ranks the later words of names after the first words of all topics."""


class Suggester:
    """Completes what is typed, by the words of names and by what else leads to them. Reading it is thread-safe."""

    def __init__(self, arrays: Arrays, searcher: Searcher) -> None:
        self._topics = arrays["topics"]
        self._slugs = texts(arrays, "slugs")
        self._names = texts(arrays, "names")
        self._prefixes = Prefixes(part(arrays, "prefixes"), texts(arrays, "signs"))
        self._initials = Initials(part(arrays, "initials"), self._names)
        self._exonyms = Exonyms(part(arrays, "exonyms"))
        self._searcher = searcher

    def suggest(self, typed: str, limit: int, asked: Mapping[str, float] | None = None) -> list[Suggestion]:
        """At most so many topics, best first, each under the name that fits; the weightiest where nothing is typed.

        What is only near is looked for where no name goes on from the text; `asked` is `NameIndex.suggest`'s.
        """
        if asked:
            found = self.suggest(typed, REACH * limit)
            return sorted(found, key=lambda one: (-one.score, -asked.get(one.slug, 0.0)))[:limit]
        reading = readings.typed(typed)
        if not reading.folded:
            seen = any(letter.isprintable() and not letter.isspace() for letter in typed)
            return [] if seen else self._heaviest(limit)
        taken = self._going_on(reading, limit)
        if not taken:
            # The last word is still being typed, but may be the end of a question as well.
            for bare in (unwrapped(typed, unfinished=True), unwrapped(typed)):
                if bare not in ("", typed) and (found := self.suggest(bare, limit)):
                    return found
        if not taken and len(reading.folded) > LETTERS:
            for name in self._searcher.near(typed, limit):
                if name.likely >= LIKELY:
                    taken.add(name.row, min(name.likely, SLIPPED - ONLY_NEAR))
        fitting = [(fit, self._names[fit.row]) for fit in taken.fits.values()]
        # Of those that fit as well, places that are called so, and names in the script that is typed.
        fitting.sort(key=lambda one: (-one[0].worth, not one[0].called, script(one[1]) != taken.script))
        return [Suggestion(self._slugs[fit.topic], name, fit.worth) for fit, name in fitting]

    def begun(self, query: str) -> list[Near]:
        """A few names, weightiest first, that go on from a text of some letters: it may not be written out."""
        taken = _Taken(self._topics, self._names, BEGUN)
        reading = readings.typed(query)
        if len(reading.folded) >= LETTERS and len(reading.text) > 1:
            taken.add_all(*self._prefixes.after(reading.folded), EXACT)
        return [Near(LIKELY, NEAR, fit.topic, fit.row) for fit in taken.fits.values() if fit.worth == EXACT]

    def _heaviest(self, limit: int) -> list[Suggestion]:
        topics, firsts = np.unique(self._topics, return_index=True)
        return [
            Suggestion(self._slugs[topic], self._names[row], EXACT)
            for topic, row in zip(topics[:limit].tolist(), firsts[:limit].tolist(), strict=True)
        ]

    def _going_on(self, reading: Reading, limit: int) -> _Taken:
        """The topics that go on from a text by any of their names, by their initials, in another layout or but for a slip."""
        taken = _Taken(self._topics, self._names, limit, reading.script)
        own, called = self._prefixes.after(reading.folded), self._exonyms.rows(reading.text)[0]
        if len(called) and reading.script == LATIN:
            # Elsewhere what is spelt so by chance is less likely.
            taken.add_all(*own, EXACT, reading.script, spare=1)
        taken.add_all(called, None, EXACT, called=reading.script != LATIN)
        taken.add_all(*own, EXACT, reading.script)
        if not taken.full:
            for row in self._initials.rows(reading.folded):
                taken.add(row, SLIPPED)
            taken.add_all(self._exonyms.begun(reading.text), None, SLIPPED)
        if not taken and any(letter.isalpha() for letter in reading.text):
            for other in readings.mislaid(reading):
                if self._searcher.matcher.easier(other.folded, reading.folded):
                    taken.script = other.script
                    taken.add_all(*self._prefixes.after(other.folded), SLIPPED, other.script)
        # A slip makes too much of three letters that a name begins with.
        if not taken.full and len(reading.folded) > (LETTERS if taken else LETTERS - 1):
            taken.add_all(*self._prefixes.nearly_after(reading.folded), SLIPPED, taken.script)
        return taken


class _Fit(NamedTuple):
    """How well what is typed fits a name of a topic, and whether that is a place that is called so elsewhere."""

    topic: int
    row: int
    worth: float
    called: bool = False


class _Taken:
    """Topics taken for what is typed in one script: each by the first name that fits, no more than a limit of them."""

    def __init__(self, topics: Topics, names: Texts, limit: int, family: str = LATIN) -> None:
        self._topics = topics
        self._names = names
        self._limit = limit
        self.script = family
        self.fits: dict[int, _Fit] = {}
        """By the numbers of their topics, as they were taken."""

    def __len__(self) -> int:
        return len(self.fits)

    @property
    def full(self) -> bool:
        """Whether there are enough."""
        return len(self.fits) >= self._limit

    def add(self, row: int, worth: float) -> None:
        """Take the topic of a name, unless it is taken already or there are enough."""
        topic = int(self._topics[row])
        if not self.full and topic not in self.fits:
            self.fits[topic] = _Fit(topic, row, worth)

    def add_all(
        self,
        rows: Numbers,
        inside: Flags | None,
        worth: float,
        family: str = LATIN,
        *,
        called: bool = False,
        spare: int = 0,
    ) -> None:
        """Take the topics of names, heavy before light, until only so many are `spare`.

        Those that fit at the name's own start go before those that do `inside`, by a later word. Each is taken by its
        first name, in another script than Latin by the first that is written in it.
        """
        most = self._limit - spare
        if not len(rows) or len(self.fits) >= most:
            return
        if inside is None:
            inside = np.zeros(len(rows), np.bool_)
        ranks = self._topics[rows].astype(np.int64) + inside * _LATER
        wanted = 8 * most
        while True:
            places = np.argpartition(ranks, wanted)[:wanted] if wanted < len(ranks) else np.arange(len(ranks))
            other = np.array(
                [family != LATIN and script(self._names[row]) != family for row in rows[places].tolist()]
            )
            order = places[np.lexsort((rows[places], other, ranks[places]))]
            best = rows[order]
            columns = (best.tolist(), self._topics[best].tolist(), inside[order].tolist())
            for row, topic, later in zip(*columns, strict=True):
                if len(self.fits) >= most:
                    return
                if topic not in self.fits:
                    self.fits[topic] = _Fit(topic, row, worth - INSIDE * later, called)
            if wanted >= len(ranks):
                return
            wanted *= 8

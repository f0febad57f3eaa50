"""Names near a text as people type it: exact, re-ordered, in part, with extra words, in another script, with errors.

Letters in a row bring in a few names out of any number; what speaks for each is measured and summed; rules say
whether the first few may be answered with.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

import numpy as np

from bot.lookup import readings
from bot.lookup.agreement import Agreement, agreement
from bot.lookup.answers import EXACT, Suggestion
from bot.lookup.dictionary import is_english
from bot.lookup.exonyms import Exonyms, is_doubtful
from bot.lookup.hearing import sounds_so
from bot.lookup.initials import Initials
from bot.lookup.keys import unasked
from bot.lookup.matching import Matcher, Matches
from bot.lookup.near import DOUBT, JUDGED, NAMED, WHOLE, Near, joined, sure
from bot.lookup.places import may_be_place, places_of, plain
from bot.lookup.readings import Reading
from bot.lookup.romanise import romanise
from bot.lookup.scripts import LATIN, script
from bot.lookup.slips import SURE, UNSURE, has_one
from bot.lookup.table import Arrays, part, texts
from bot.lookup.weights import scores

FIRST = 20.0
"""Added to the sum of a name that is there to the letter."""
CALLED = 98.0
"""How likely a place is meant by what it is called somewhere, out of 100 …"""
SHARED = 10.0
"""… at least, where several are called so …"""
MAYBE = 80.0
"""… and by a short name in plain Latin letters, or one that others have in theirs: it is offered."""
CERTAIN = 95.0
"""From here on a Chinese name is taken for what the rules of Russian spell so."""
HARDLY = 1.0
"""Below it the rules do not look at a name."""
MORE = 4
"""Names of a topic that the rules look at, until they allow to answer with one."""
TIE = 0.2
"""How much less a name's sum may be than another's of the topic to be met as well."""
LOOKED_AT = 25
"""Topics at least that are told how likely they are: which is likeliest does not hang on how many are asked for."""


class Searcher:
    """Finds them. Reading it is thread-safe."""

    def __init__(self, arrays: Arrays) -> None:
        self._topics = arrays["topics"]
        self._slugs = texts(arrays, "slugs")
        self.names = texts(arrays, "names")
        self.matcher = Matcher(arrays)
        self._initials = Initials(part(arrays, "initials"), self.names)
        self._exonyms = Exonyms(part(arrays, "exonyms"))

    def near(self, query: str, limit: int = LOOKED_AT, judged: int = 1) -> list[Near]:
        """The names that some reading of the query is near, likeliest first, one a topic; the rules look at the first few."""
        reading = readings.typed(query)
        found = self._called(reading.text, self._read_as(reading, limit, judged))
        for other in readings.chinese(reading):
            if spelt_so := [near for near in self._read_as(other, limit, judged) if near.worth >= CERTAIN]:
                # What is only like it is no likelier.
                found = [near if near.answers else near.less_sure() for near in found]
                found = joined(found, [near.less_sure() for near in spelt_so])
        if reading.script == "hani" and sure(found) and all(near.worth < WHOLE for near in found):
            # What is there to the letter but for the kind of place is rather meant than what is like all of it.
            for other in readings.shorter(reading):
                exact = [near for near in self._read_as(other, limit, judged) if near.worth == EXACT]
                found = joined(found, [near.less_sure() for near in exact])
        if not sure(found):
            for other in readings.others(reading):
                also = self._called(unasked(other.text), self._read_as(other, limit, judged))
                found = joined(found, [near.less_sure() for near in also])
                if sure(found):
                    break
        if not sure(found):
            if abbreviated := self._abbreviated(reading.folded):
                found = joined(found, abbreviated)
            for other in readings.mislaid(reading):
                if self.matcher.easier(other.folded, reading.folded):
                    found = joined(
                        found, [near for near in self._read_as(other, limit, judged) if near.worth >= SURE]
                    )
        return sorted(found, key=lambda near: -near.likely)

    def suggestions(self, found: Sequence[Near]) -> list[Suggestion]:
        """Likeliest first."""
        found = sorted(found, key=lambda near: -near.likely)
        slugs = self._slugs.some(np.array([near.topic for near in found], np.int64))
        names = self.names.some(np.array([near.row for near in found], np.int64))
        return [
            Suggestion(slug, name, round(near.likely, 1))
            for slug, name, near in zip(slugs, names, found, strict=True)
        ]

    def _read_as(self, reading: Reading, limit: int, judged: int) -> list[Near]:
        if not reading.folded:
            return []
        matches = self.matcher.matches(reading)
        if not len(matches.rows):
            return []
        totals = matches.sums
        if reading.folded in matches.names:
            totals = totals + FIRST * np.array([name == reading.folded for name in matches.names], np.float32)
        topics, rows = self._topics[matches.rows].tolist(), matches.rows.tolist()
        order = np.lexsort((matches.rows, -totals)).tolist()
        best: dict[int, int] = {}  # of each topic, best first
        for place in order:
            best.setdefault(topics[place], place)
        sums = totals[list(best.values())]
        firsts = list(islice(best.values(), max(limit, LOOKED_AT)))
        letters = [min(len(reading.folded), len(matches.names[place])) for place in firsts]
        odds = scores(sums, letters, [matches.kinds[place] for place in firsts])
        found = [
            Near(likely, min(likely, UNSURE), topic, rows[place])
            for (topic, place), likely in zip(best.items(), odds, strict=False)
        ]
        if reading.script == LATIN and is_english(reading.folded):
            found = [
                near.of_words()
                if near.likely >= HARDLY and not has_one(matches.names[best[near.topic]], reading.folded)
                else near
                for near in found
            ]
        for rank, near in enumerate(found[:judged]):
            if near.likely >= HARDLY or not rank:
                # Another name of the topic may be the one that was written.
                names = [place for place in order if topics[place] == near.topic]
                # Of those that are met as well, the one that is written as the query is.
                alike = [place for place in names if totals[place] > totals[names[0]] - TIE]
                if len(alike) > 1:
                    alike.sort(key=lambda place: script(self.names[rows[place]]) != reading.script)
                    names[: len(alike)] = alike
                most = MORE if near.likely >= NAMED else 1
                found[rank] = self._judged(reading, matches, names[:most], near)
        return found

    def _judged(self, reading: Reading, matches: Matches, places: Sequence[int], near: Near) -> Near:
        """A topic as the rules have it that look at these matches with its names."""
        (rule, paired), place = self._agreed(reading, matches, places)
        row, likely = int(matches.rows[place]), near.likely
        if rule == EXACT:
            likely = EXACT
        elif likely >= DOUBT and rule < SURE and (paired or self._sounds_so(reading, matches, places)):
            rule = SURE
        # How well a name is met decides; how likely it is does not make up for a half that is missing.
        worth = rule if rule >= SURE and reading.sure else min(max(rule, likely), UNSURE)
        return Near(likely, worth, near.topic, row)

    def _sounds_so(self, reading: Reading, matches: Matches, places: Iterable[int]) -> bool:
        """Whether the text sounds like the name of some of these matches."""
        return any(
            sounds_so(reading, matches.spelt, self.names[int(matches.rows[place])], matches.names[place])
            for place in places
        )

    def _agreed(self, reading: Reading, matches: Matches, places: Iterable[int]) -> tuple[Agreement, int]:
        """How far the text may be taken for the first of some matches that the rules allow, else for the first; which it is.

        What is there as a whole goes before what is only sure, and that before what is all there but for slips.
        """
        agreed: list[tuple[Agreement, int]] = []
        for place in places:
            name = self.names[int(matches.rows[place])]
            agreed.append((agreement(reading.text, reading.folded, name, matches.names[place]), place))
            if agreed[-1][0].worth >= WHOLE:
                return agreed[-1]
        paired = next((one for one in agreed if one[0].paired), agreed[0])
        return next((one for one in agreed if one[0].worth >= SURE), paired)

    def _called(self, text: str, found: list[Near]) -> list[Near]:
        """What was found, and the places that are called so somewhere: before what only sounds so or is spelt alike."""
        rows, certain = self._exonyms.rows(text)
        if may_be_place(text) and (meant := places_of(text)):
            # What the tongues of topics call another place is no slip for what is here, nor another tongue's name of it.
            words = set(romanise(text).split())
            others = [near for near in found if _is_other(self.names[near.row], words, meant)]
            found = joined(
                [near for near in found if near not in others], [near.mistaken() for near in others]
            )
            rows = rows[[not _is_other(self.names[row], words, meant) for row in rows.tolist()]]
        if not len(rows):
            return found
        places = {int(self._topics[row]): int(row) for row in rows[::-1]}
        others = [near for near in found if near.topic not in places]
        certain = certain and not is_doubtful(
            text,
            (self.names[row] for row in places.values()),
            (self.names[near.row] for near in others[: JUDGED + 1]),
        )
        likely, worth = (CALLED, WHOLE) if certain else (MAYBE, UNSURE)
        # One of several is meant; that some are many makes none of them unlikely.
        likely = max(likely / len(places), SHARED)
        if certain:
            asked, less = plain(text), 0.99 * likely
            others = [
                near
                if plain(self.names[near.row]) == asked
                else near.less_sure()._replace(likely=min(near.likely, less))
                for near in others
            ]
        called = {topic: Near(likely, worth, topic, row) for topic, row in places.items()}
        for near in found:
            # Which of several is meant, letters do not tell, unless it is there to the letter.
            if near.topic in called and near.likely > likely and (len(places) == 1 or near.worth == EXACT):
                called[near.topic] = near._replace(worth=max(near.worth, worth))
        return joined(list(called.values()), others)

    def _abbreviated(self, word: str) -> list[Near]:
        """The names that have these initials: offered, for nobody says that they are called so."""
        rows = self._initials.rows(word)
        likely = self._initials.likely(word, len(rows))
        return [Near(likely, UNSURE, int(self._topics[row]), row) for row in rows]


def _is_other(name: str, words: set[str], meant: frozenset[str]) -> bool:
    """Whether a name is none of the places that some words mean, and has not all the words in it. Words are folded."""
    if words <= set(romanise(name).split()):
        return False
    if own := places_of(name):
        return meant.isdisjoint(own)
    spelt = plain(name)
    return not any(place.startswith(spelt) or spelt.startswith(place) for place in meant)

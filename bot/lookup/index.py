"""Names, found as people type them: exact, re-ordered, in part, with extra words, in another script, with errors.

Letters in a row bring in a few names out of any number; what speaks for each is measured and summed; rules say
whether the best may be answered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np

from bot.lookup import readings, table, titles
from bot.lookup.agreement import PARTICLE, Agreement, agreement
from bot.lookup.answers import EXACT, Ambiguous, Found, NotFound, Suggestion
from bot.lookup.dictionary import is_english
from bot.lookup.exonyms import Exonyms, is_doubtful
from bot.lookup.hearing import sounds_so
from bot.lookup.initials import Initials
from bot.lookup.keys import is_small, office, says_nothing, telling, unasked
from bot.lookup.matching import Matcher, Matches
from bot.lookup.near import DOUBT, JUDGED, WHOLE, Near, joined, sure
from bot.lookup.places import may_be_place, places_of, plain
from bot.lookup.readings import Reading
from bot.lookup.romanise import romanise
from bot.lookup.scripts import LATIN, script
from bot.lookup.slips import NEAR, SURE, UNSURE, has_one
from bot.lookup.suggesting import LIKELY, Suggester
from bot.lookup.weights import scores
from bot.lookup.wrapping import unwrapped

MARGIN = 6.0
"""How far the best topic must stand above the next to be given as found …"""
NARROW = 2.5
"""… and how far where the whole name is there, only written in another way."""
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
"""Below it the rules do not look at a name …"""
AT_ALL = 5.0
"""… below this it is not worth naming beside others …"""
NAMED = 10.0
"""… and where the likeliest is below this, none is: hardly ever is one meant."""
MORE = 4
"""Names of a topic that the rules look at, until they allow to answer with one."""
TIE = 0.2
"""How much less a name's sum may be than another's of the topic to be met as well."""
ASKED_BACK = 5
"""Topics at most of which one is asked back."""
LOOKED_AT = 25
"""Topics at least that are told how likely they are: which is likeliest does not hang on how many are asked for."""
_SHORT = re.compile(rf"(?<!\w)[^\W\d_]{{1,{PARTICLE}}}(?!\w)")


class NameIndex:
    """An index over `(name or alias, topic slug)` pairs, the weightiest topic first. Reading it is thread-safe."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._read(table.build(names))

    @classmethod
    def open(cls, folder: Path) -> NameIndex:
        """The index that `save` wrote, by memory map; BriefsError says what is wrong with it."""
        index = cls.__new__(cls)
        index._read(table.load(folder))
        return index

    def save(self, folder: Path) -> None:
        """Write the index to a folder, to be opened in no time."""
        table.save(self._arrays, folder)

    def _read(self, arrays: table.Arrays) -> None:
        self._arrays = arrays
        self._topics = arrays["topics"]
        self._slugs = table.texts(arrays, "slugs")
        self._names = table.texts(arrays, "names")
        self._matcher = Matcher(arrays)
        self._initials = Initials(table.part(arrays, "initials"), self._names)
        self._exonyms = Exonyms(table.part(arrays, "exonyms"))
        self._suggester = Suggester(arrays, self._matcher)

    def resolve(self, query: str) -> Found | Ambiguous | NotFound:
        """Decide what a query means: one topic, one of a few, or none that is known. A name hit exactly is decided."""
        bare = unwrapped(query)
        answer = self._asked(query, bare)
        if (post := titles.post(bare)) and not (isinstance(answer, Found) and answer.match.score == EXACT):
            named = self._decided(post)
            if isinstance(named, Found) and named.match.score == EXACT:
                return Found(query, named.match._replace(score=WHOLE))
            if isinstance(answer, Found) and titles.is_somewhere(answer.match.name):
                # Who holds it is asked, not where.
                return NotFound(query, (answer.match,))
        return answer if isinstance(answer, Found) else self._bearer(query, bare) or answer

    def _bearer(self, query: str, bare: str) -> Found | None:
        """Who is called by an office and a name, if that is all that a query says without what is wrapped round it."""
        for name in titles.bearers(bare):
            answer = self._decided(name)
            if isinstance(answer, Found) and titles.is_called(name, answer.match.score == EXACT):
                own = answer.match.name
                # An office beside a place is of it, and words for things hold none.
                return None if own.islower() or places_of(own) else replace(answer, query=query)
        return None

    def _asked(self, query: str, bare: str) -> Found | Ambiguous | NotFound:
        """What a query means by itself, or without what is wrapped round it."""
        answer = self._decided(query)
        if bare in ("", query) or (isinstance(answer, Found) and answer.match.score == EXACT):
            return answer
        again = self._decided(bare)
        found = again.match if isinstance(again, Found) else None
        match answer:
            case Found(match=match):
                # A name to the letter in a question is rather meant than one that is like the whole question.
                whole = set(romanise(query).split()) <= set(romanise(match.name).split())
                better = found is not None and found.score == EXACT and not whole
            case Ambiguous(suggestions=(first, *_)):
                better = found is not None and found.slug == first.slug
            case _:
                better = found is not None or not answer.suggestions
        return replace(again, query=query) if better else answer

    def _decided(self, query: str) -> Found | Ambiguous | NotFound:
        ranked = sorted(self._near(query, judged=JUDGED), key=lambda near: -near.worth)
        folded = romanise(query)
        idle = says_nothing(folded)
        if idle:
            ranked = [near for near in ranked if near.worth == EXACT]
        sure = [near for near in ranked if near.answers]
        if not sure:
            nearest = [near for near in ranked if near.worth >= NEAR and near.likely >= AT_ALL]
            if all(near.likely < NAMED for near in nearest):
                nearest = []
            if not idle and all(near.likely < DOUBT for near in nearest):
                nearest = joined(nearest, self._begun(query))
            return NotFound(query, tuple(self._suggestions(nearest)))
        margin = 0.5 if sure[0].worth == EXACT else NARROW if sure[0].worth >= WHOLE else MARGIN
        # Another that the words fit as well may be meant though it is less likely, if it is likely at all.
        close = [
            near
            for near in ranked
            if near.worth >= SURE and near.worth > sure[0].worth - margin and near.likely >= AT_ALL
        ]
        asked = _telling(query)
        if sure[0].worth < WHOLE and len(self._proper(sure[0])) > len(asked):
            # “China trade” is a part of one name, and has the whole of another in it.
            close += [near for near in ranked if near not in close and self._holds(near, asked)]
        if any(not is_small(word) for word in asked - self._telling(sure[0])):
            # It is in doubt where the letters are rather for another.
            least = max(sure[0].likely, sure[0].worth, DOUBT)
            close += [near for near in ranked if near not in close and near.likely > least]
        if len(close) > 1:
            return Ambiguous(query, tuple(self._suggestions(close[:ASKED_BACK])))
        if (held := office(folded)) and held not in romanise(self._names[sure[0].row]).split():
            return NotFound(query, tuple(self._suggestions(sure[:1])))
        found = sure[0]
        if found.worth >= WHOLE:
            # What is there as a whole is meant, however many others share its words.
            found = found._replace(likely=max(found.likely, found.worth))
        return Found(query, self._suggestions([found])[0])

    def search(self, query: str, limit: int = 10) -> list[Suggestion]:
        """Topics whose names are near the query, likeliest first, one entry a topic; scores: how likely, out of 100."""
        return self._suggestions(self._near(query, limit)[:limit])

    def _near(self, query: str, limit: int = LOOKED_AT, judged: int = 1) -> list[Near]:
        """The names that some reading of the query is near, likeliest first, one a topic; the rules look at the first few."""
        reading = readings.typed(query)
        found = self._called(reading.text, self._read_as(reading, limit, judged))
        for other in readings.chinese(reading):
            spelt_so = [near for near in self._read_as(other, limit, judged) if near.worth >= CERTAIN]
            found = joined(found, [near.less_sure() for near in spelt_so])
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
                if self._matcher.easier(other.folded, reading.folded):
                    found = joined(
                        found, [near for near in self._read_as(other, limit, judged) if near.worth >= SURE]
                    )
        return sorted(found, key=lambda near: -near.likely)

    def _read_as(self, reading: Reading, limit: int, judged: int) -> list[Near]:
        if not reading.folded:
            return []
        matches = self._matcher.matches(reading.folded, reading.script, reading.alphabet)
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
                    alike.sort(key=lambda place: script(self._names[rows[place]]) != reading.script)
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
            sounds_so(reading, self._names[int(matches.rows[place])], matches.names[place])
            for place in places
        )

    def _agreed(self, reading: Reading, matches: Matches, places: Iterable[int]) -> tuple[Agreement, int]:
        """How far the text may be taken for the first of some matches that the rules allow, else for the first; which it is.

        What is there as a whole goes before what is only sure, and that before what is all there but for slips.
        """
        agreed: list[tuple[Agreement, int]] = []
        for place in places:
            name = self._names[int(matches.rows[place])]
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
            others = [near for near in found if _is_other(self._names[near.row], words, meant)]
            found = joined(
                [near for near in found if near not in others], [near.mistaken() for near in others]
            )
            rows = rows[[not _is_other(self._names[row], words, meant) for row in rows.tolist()]]
        if not len(rows):
            return found
        places = {int(self._topics[row]): int(row) for row in rows[::-1]}
        others = [near for near in found if near.topic not in places]
        certain = certain and not is_doubtful(
            text,
            (self._names[row] for row in places.values()),
            (self._names[near.row] for near in others[: JUDGED + 1]),
        )
        likely, worth = (CALLED, WHOLE) if certain else (MAYBE, UNSURE)
        # One of several is meant; that some are many makes none of them unlikely.
        likely = max(likely / len(places), SHARED)
        if certain:
            asked, less = plain(text), 0.99 * likely
            others = [
                near
                if plain(self._names[near.row]) == asked
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

    def _begun(self, query: str) -> list[Near]:
        """The weightiest names that go on from a text: it may not be written out."""
        return [Near(LIKELY, NEAR, int(self._topics[row]), row) for row in self._suggester.begun(query)]

    def _holds(self, near: Near, words: set[str]) -> bool:
        """Whether a name that may be meant has all these words, or is all in them."""
        name = self._telling(near)
        return near.likely >= AT_ALL and (words <= name or name <= words)

    def _telling(self, near: Near) -> set[str]:
        return _telling(self._names[near.row])

    def _proper(self, near: Near) -> set[str]:
        """The words of a name that tell, without those that only join them: “di” in Piano di Sorrento."""
        name = self._names[near.row]
        if name.islower():
            return _telling(name)
        return _telling(name) - {romanise(word) for word in _SHORT.findall(name) if word.islower()}

    def _suggestions(self, found: Sequence[Near]) -> list[Suggestion]:
        """Likeliest first."""
        found = sorted(found, key=lambda near: -near.likely)
        slugs = self._slugs.some(np.array([near.topic for near in found], np.int64))
        names = self._names.some(np.array([near.row for near in found], np.int64))
        return [
            Suggestion(slug, name, round(near.likely, 1))
            for slug, name, near in zip(slugs, names, found, strict=True)
        ]

    def suggest(
        self, typed: str, limit: int = 25, asked: Mapping[str, float] | None = None
    ) -> list[Suggestion]:
        """Topics for a text still being typed: names that go on from it first, then other words of names, then errors.

        `asked` says how much each topic is asked for, by its slug: of topics that what is typed fits as well, those
        asked for more come first.
        """
        return self._suggester.suggest(typed, limit, self._near, asked)


def _telling(text: str) -> set[str]:
    """The words of a text that say what it is about."""
    return set(telling(romanise(text)))


def _is_other(name: str, words: set[str], meant: frozenset[str]) -> bool:
    """Whether a name is none of the places that some words mean, and has not all the words in it. Words are folded."""
    if words <= set(romanise(name).split()):
        return False
    if own := places_of(name):
        return meant.isdisjoint(own)
    spelt = plain(name)
    return not any(place.startswith(spelt) or spelt.startswith(place) for place in meant)

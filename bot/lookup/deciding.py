"""What a query means: one topic, one of a few, or none that is known."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.lookup import titles
from bot.lookup.agreement import PARTICLE
from bot.lookup.answers import EXACT, Ambiguous, Found, NotFound
from bot.lookup.keys import is_small, office, says_nothing, telling
from bot.lookup.near import DOUBT, JUDGED, NAMED, WHOLE, Near, joined
from bot.lookup.places import places_of
from bot.lookup.romanise import romanise
from bot.lookup.searching import Searcher
from bot.lookup.slips import NEAR, SURE
from bot.lookup.suggesting import Suggester
from bot.lookup.wrapping import unwrapped

MARGIN = 6.0
"""How far the best topic must stand above the next to be given as found …"""
NARROW = 2.5
"""… and how far where the whole name is there, only written in another way."""
AT_ALL = 5.0
"""How likely a name must be to be worth naming beside others."""
ASKED_BACK = 5
"""Topics at most of which one is asked back."""
_SHORT = re.compile(rf"(?<!\w)[^\W\d_]{{1,{PARTICLE}}}(?!\w)")


class Decider:
    """Decides by the names that are near, and by the rules that allow to answer with one. Reading it is thread-safe."""

    def __init__(self, searcher: Searcher, suggester: Suggester) -> None:
        self._searcher = searcher
        self._suggester = suggester

    def resolve(self, query: str) -> Found | Ambiguous | NotFound:
        """As `NameIndex.resolve`."""
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
        ranked = sorted(self._searcher.near(query, judged=JUDGED), key=lambda near: -near.worth)
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
                nearest = joined(nearest, self._suggester.begun(query))
            return NotFound(query, tuple(self._searcher.suggestions(nearest)))
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
            return Ambiguous(query, tuple(self._searcher.suggestions(close[:ASKED_BACK])))
        if (held := office(folded)) and held not in romanise(self._searcher.names[sure[0].row]).split():
            return NotFound(query, tuple(self._searcher.suggestions(sure[:1])))
        found = sure[0]
        if found.worth >= WHOLE:
            # What is there as a whole is meant, however many others share its words.
            found = found._replace(likely=max(found.likely, found.worth))
        return Found(query, self._searcher.suggestions([found])[0])

    def _holds(self, near: Near, words: set[str]) -> bool:
        """Whether a name that may be meant has all these words, or is all in them."""
        name = self._telling(near)
        return near.likely >= AT_ALL and (words <= name or name <= words)

    def _telling(self, near: Near) -> set[str]:
        return _telling(self._searcher.names[near.row])

    def _proper(self, near: Near) -> set[str]:
        """The words of a name that tell, without those that only join them: “di” in Piano di Sorrento."""
        name = self._searcher.names[near.row]
        if name.islower():
            return _telling(name)
        return _telling(name) - {romanise(word) for word in _SHORT.findall(name) if word.islower()}


def _telling(text: str) -> set[str]:
    """The words of a text that say what it is about."""
    return set(telling(romanise(text)))

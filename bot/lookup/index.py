"""Names, found as people type them: exact, re-ordered, in part, with extra words, in another script, with errors.

A name is compared in its folded form (`bot.topics.names.fold`). A query first goes through look-ups that cost one
dictionary access each, then through the names that share the most letter triples with it; rapidfuzz scores those.
"""

from __future__ import annotations

import heapq
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from bot.lookup.answers import Ambiguous, Found, NotFound, Suggestion
from bot.lookup.keys import FILLERS, is_han, is_small, keys, stretches, triples
from bot.topics.names import compact, fold

EXACT = 100.0
"""The score of a name that is written as it is known."""
UNSURE = 84.0
"""The most that a name scores that is hit in part or with too many errors."""
SURE = 85.0
"""The floor: below it no answer is given as found."""
MARGIN = 6.0
"""How far the best topic must stand above the next to be given as found …"""
NARROW, WHOLE = 2.5, 97.0
"""… and how far where the whole name is there, only written in another way."""
NEAR = 60.0
"""Below it a name is not worth suggesting."""
LONGEST_QUERY = 200
"""Characters read of a query; no name is longer."""
CANDIDATES = 60
"""Names scored in full for one query."""


class NameIndex:
    """An index over `(name or alias, topic slug)` pairs, the weightiest topic first."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._slugs: list[str] = []
        self._names: list[str] = []
        self._folded: list[str] = []
        self._topic = array("I")
        self._exact: dict[str, list[int]] = {}
        self._han: dict[str, list[int]] = {}
        self._keys: dict[str, list[int]] = {}
        self._words: dict[str, array[int]] = {}
        self._triples: dict[str, array[int]] = {}
        numbers: dict[str, int] = {}
        seen: set[tuple[str, int]] = set()
        for name, slug in names:
            folded = fold(name[:LONGEST_QUERY])
            if slug not in numbers:
                numbers[slug] = len(self._slugs)
                self._slugs.append(slug)
            if folded and (folded, numbers[slug]) not in seen:
                seen.add((folded, numbers[slug]))
                self._add(name, folded, numbers[slug])
        self._sorted = sorted(range(len(self._folded)), key=self._folded.__getitem__)
        self._vocabulary = sorted(self._words)

    def _add(self, name: str, folded: str, topic: int) -> None:
        number = len(self._names)
        self._names.append(name)
        self._folded.append(folded)
        self._topic.append(topic)
        self._exact.setdefault(folded, []).append(number)
        if is_han(name):
            self._han.setdefault(name, []).append(number)
        for key in keys(name, folded):
            self._keys.setdefault(key, []).append(number)
        for word in set(folded.split()):
            self._words.setdefault(word, array("I")).append(number)
        for triple in triples(folded):
            self._triples.setdefault(triple, array("I")).append(number)

    def resolve(self, query: str) -> Found | Ambiguous | NotFound:
        """Decide what a query means: one topic, one of a few, or none that is known. A name hit exactly is decided."""
        ranked = self.search(query, 5)
        sure = [suggestion for suggestion in ranked if suggestion.score >= SURE]
        if not sure:
            return NotFound(query, tuple(ranked))
        margin = 0.5 if sure[0].score == EXACT else NARROW if sure[0].score >= WHOLE else MARGIN
        close = [one for one in sure if one.score > sure[0].score - margin]
        if len(close) > 1:
            return Ambiguous(query, tuple(close))
        return Found(query, sure[0])

    def search(self, query: str, limit: int = 10) -> list[Suggestion]:
        """Topics whose names are near the query, best first, one entry a topic; all scores are `NEAR` or more."""
        folded = fold(query[:LONGEST_QUERY])
        if not folded:
            return []
        best: dict[int, tuple[float, int]] = {}
        for number, score in self._scored(folded, query[:LONGEST_QUERY]):
            topic = self._topic[number]
            if score >= NEAR and score > best.get(topic, (0.0, 0))[0]:
                best[topic] = (score, number)
        ranked = heapq.nsmallest(limit, ((-score, topic, number) for topic, (score, number) in best.items()))
        return [self._suggestion(number, -score) for score, _, number in ranked]

    def suggest(self, typed: str, limit: int = 25) -> list[Suggestion]:
        """Topics for a text still being typed: names that go on from it first, then other words of names, then errors."""
        folded = fold(typed[:LONGEST_QUERY])
        taken: dict[int, tuple[float, int]] = {}
        stages = (
            (100.0, self._continuing(folded)),
            (90.0, self._word_continuing(folded)),
        )
        for score, numbers in stages:
            for number in sorted(numbers, key=lambda n: (self._topic[n], n)):
                if len(taken) == limit:
                    break
                taken.setdefault(self._topic[number], (score, number))
        ranked = [self._suggestion(number, score) for score, number in taken.values()]
        if not ranked and folded:
            ranked = self.search(typed, limit)
            shown = {suggestion.slug for suggestion in ranked}
            ranked += [s for s in self._mistyped(folded, limit) if s.slug not in shown]
        return ranked[:limit]

    def _suggestion(self, number: int, score: float) -> Suggestion:
        return Suggestion(self._slugs[self._topic[number]], self._names[number], round(score, 1))

    def _scored(self, folded: str, query: str) -> Iterator[tuple[int, float]]:
        """Every name worth a thought with its score; a name may come more than once."""
        for number in self._exact.get(folded, ()):
            yield number, EXACT
        for key, score in keys(query, folded, asked=True).items():
            for number in self._keys.get(key, ()):
                yield number, score
        words = folded.split()
        core = [word for word in words if word not in FILLERS]
        if core and len(core) < len(words):
            bare = " ".join(core)
            for number, score in self._scored(bare, bare):
                yield number, min(score, 97.0)
        yield from self._within(words)
        yield from self._within_han(query)
        yield from self._part(core or words)
        yield from self._unfinished(folded)
        latin = not is_han(query)
        for number in self._candidates(folded):
            # A Chinese name spelt out by its sounds is like many words that are nothing like it.
            if not (latin and is_han(self._names[number])):
                yield number, _likeness(folded, self._folded[number])

    def _within(self, words: list[str]) -> Iterator[tuple[int, float]]:
        """Names that stand whole inside the query; each word left over that says something costs."""
        for start, end in stretches(len(words)):
            left = [w for w in words[:start] + words[end:] if w not in FILLERS]
            for number in self._exact.get(" ".join(words[start:end]), ()):
                yield number, 97.0 if not left else UNSURE - min(24, 6 * (len(left) - 1))

    def _within_han(self, query: str) -> Iterator[tuple[int, float]]:
        """Names in Chinese letters inside the query, where no space parts them from the rest."""
        if self._han and is_han(query):
            for start, end in stretches(len(query)):
                if end - start > 1:
                    for number in self._han.get(query[start:end], ()):
                        left = len(query) - (end - start)
                        yield number, 97.0 if left <= (end - start) else UNSURE

    def _part(self, words: list[str]) -> Iterator[tuple[int, float]]:
        """Names that hold every word of the query; one word of several is no name: “shanghai” is not the organisation."""
        postings = [self._words.get(word) for word in words]
        if not postings or any(p is None for p in postings):
            return
        lists = sorted((p for p in postings if p is not None), key=len)
        numbers = set(lists[0]).intersection(*lists[1:])
        length = sum(len(word) for word in words)
        if length < 3:
            return
        for number in numbers:
            share = min(1.0, length / max(len(self._folded[number].replace(" ", "")), 1))
            yield number, (82.0 if len(words) > 1 else 68.0) + 15.0 * share

    def _unfinished(self, folded: str) -> Iterator[tuple[int, float]]:
        """Names that go on from a query of four letters or more; most of the name must be there."""
        if len(folded) < 4:
            return
        for number in self._continuing(folded, 200):
            share = len(folded) / len(self._folded[number])
            yield number, 66.0 + 24.0 * share
        for number in self._word_continuing(folded, 200):
            *finished, last = folded.split()
            word = next(w for w in self._folded[number].split() if w.startswith(last))
            share = len(folded) / len(self._folded[number])
            yield number, (76.0 if finished else 60.0) + 10.0 * len(last) / len(word) + 8.0 * min(share, 1.0)

    def _continuing(self, folded: str, most: int = 5000) -> list[int]:
        position = bisect_left(self._sorted, folded, key=self._folded.__getitem__)
        found: list[int] = []
        while position < len(self._sorted) and len(found) < most:
            number = self._sorted[position]
            if not self._folded[number].startswith(folded):
                break
            found.append(number)
            position += 1
        return found

    def _word_continuing(self, folded: str, most: int = 5000) -> list[int]:
        """Names with all finished words of the text, and a word that goes on from its last."""
        *finished, last = folded.split() or [""]
        if not last:
            return []
        position = bisect_left(self._vocabulary, last)
        numbers: set[int] = set()
        while position < len(self._vocabulary) and len(numbers) < most:
            if not self._vocabulary[position].startswith(last):
                break
            numbers.update(self._words[self._vocabulary[position]])
            position += 1
        for word in finished:
            numbers.intersection_update(self._words.get(word, ()))
        return sorted(numbers)

    def _mistyped(self, folded: str, limit: int) -> list[Suggestion]:
        """Names whose beginning is the typed text with an error."""
        if len(folded) < 3:
            return []
        best: dict[int, tuple[float, int]] = {}
        for number in self._candidates(folded):
            name = self._folded[number]
            starts = [name, *(name[i + 1 :] for i, c in enumerate(name) if c == " ")]
            score = max(ratio(folded, start[: len(folded)]) for start in starts)
            topic = self._topic[number]
            if score >= 70.0 and score > best.get(topic, (0.0, 0))[0]:
                best[topic] = (score, number)
        ranked = heapq.nsmallest(limit, ((-score, topic, number) for topic, (score, number) in best.items()))
        return [self._suggestion(number, -score * 0.8) for score, _, number in ranked]

    def _candidates(self, folded: str) -> list[int]:
        """The names that share the most letter triples with the query, rare triples first."""
        postings = sorted((self._triples[t] for t in triples(folded) if t in self._triples), key=len)
        counts: Counter[int] = Counter()
        read = 0
        for posting in postings:
            if counts and read + len(posting) > 50_000:
                break
            counts.update(posting)
            read += len(posting)
        length = len(folded)
        return heapq.nsmallest(
            CANDIDATES, counts, key=lambda n: (-counts[n], abs(len(self._folded[n]) - length), self._topic[n])
        )


def _allowed(length: int) -> int:
    """How many typing errors a word of this length may hold and still be taken for the name."""
    return 0 if length < 4 else 1 if length < 8 else 2


def _likeness(query: str, name: str) -> float:
    """0 to 100: SURE or more only where each word differs by no more errors than its length allows."""
    query_words, name_words = query.split(), name.split()
    if len(query_words) == len(name_words) == 1:
        return _word_likeness(query, name)
    # Where a space is missing or too many, the words do not pair, the letters do.
    whole = _word_likeness(compact(query), compact(name)) if len(query_words) != len(name_words) else 0.0
    left = list(name_words)
    total, weight = 0.0, 0
    sure = True
    for word in query_words:
        if word in FILLERS and word not in left:
            continue
        score, place = max(
            ((_word_likeness(word, other), -i) for i, other in enumerate(left)), default=(0.0, 0)
        )
        if score >= NEAR:
            left.pop(-place)
        sure &= score >= SURE
        total += score * len(word)
        weight += len(word)
    if not weight:
        return whole
    unread = sum(len(word) for word in left if not is_small(word))
    worded = total / weight - 14.0 * unread / (unread + weight)
    return max(whole, worded if sure and not unread else min(worded, UNSURE))


def _word_likeness(query: str, word: str) -> float:
    if query == word:
        return 98.0
    errors = OSA.distance(query, word, score_cutoff=3)
    longest = max(len(query), len(word))
    if errors <= _allowed(min(len(query), len(word))):
        # A slip in a short word or on its first letter is as often another word.
        doubt = 8.0 if query[:1] != word[:1] or longest < 6 else 0.0
        return 96.0 - 40.0 * errors / longest - doubt
    return min(UNSURE, ratio(query, word))

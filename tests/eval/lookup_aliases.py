"""Topics that have a name in another script beside their English one, and what is typed for them in that script.

Names and translations are those of the tables that `lookup_queries` takes its own from.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from rapidfuzz.distance import Indel

from bot.lookup.romanise import romanise
from bot.lookup.scripts import LATIN, script
from bot.topics.names import skeleton
from tests.eval.lookup_cases import HELD_OUT, MADE, NOTHING, Cases
from tests.eval.lookup_costs import plain_name, translations
from tests.eval.lookup_queries import ALIKE, INSIDE, RUSSIAN_KEYS, Query, slip

LANGUAGES = ("ar", "el", "fa", "he", "hi", "hy", "ja", "ka", "kk", "ko", "ru", "ta", "th", "uk")
KEYS = dict.fromkeys(("kk", "ru", "uk"), RUSSIAN_KEYS)
SLIPS = {"one slip": 1, "two slips": 2}
MOST = 120
"""Queries of a kind in each family of scripts."""
COMMON = 4
"""Names that have a word, from which on it is one that may stand beside any."""
Name = tuple[str, str]
"""A language and a name in it."""


def aliased(share: float, most: int = MOST) -> Cases:
    """Topics of which this share has a name in each family of scripts; and at most so many queries of a kind in each."""
    rng = random.Random(f"{HELD_OUT} {share}")  # noqa: S311 — the same every time
    names: list[tuple[str, str]] = []
    own, others, lacking = list[tuple[str, Name]](), list[tuple[str, str]](), list[tuple[str, str]]()
    for topic, called in _topics():
        chosen = [(language, rng.choice(called[language])) for language in _one_of_a_family(called, rng)]
        if rng.random() > INSIDE:
            lacking += [(topic, name) for _, name in chosen]
            continue
        names.append((topic, topic))
        for language, name in chosen:
            if rng.random() < share:
                names.append((name, topic))
                own.append((topic, (language, name)))
            else:
                others.append((topic, name))
    for some in (own, others, lacking):
        rng.shuffle(some)
    held = _Held(names)
    asked = chain(_misspelt(own, held, rng), _translated(others), _lacking(lacking, held, rng))
    counts: Counter[tuple[str, str]] = Counter()
    queries: list[Query] = []
    for query in asked:
        # What is a name to the letter, or what something is called in one of the tongues, means that.
        meant = held.called.get(romanise(query.text), query.meant)
        kind = (query.kind, family := script(query.text))
        if (
            family != LATIN
            and bool(meant) == (query.kind not in NOTHING)
            and counts[kind] < (most if meant else most // 2)
        ):
            counts[kind] += 1
            queries.append(Query(query.kind, query.text, frozenset(meant)))
    return Cases("topics with names in several scripts", names, queries, [])


class _Held:
    """What topics are held by."""

    def __init__(self, names: list[tuple[str, str]]) -> None:
        self.called: dict[str, set[str]] = defaultdict(set)
        """The topics of each name, folded, in whatever tongue."""
        self.words: dict[str, set[str]] = defaultdict(set)
        """Those that have a word in one of their own names, folded."""
        for name, topic in names:
            self.called[romanise(name)].add(topic)
            for word in romanise(name).split():
                self.words[word].add(topic)
        topics = {topic for _, topic in names}
        for topic, called in _topics():
            for name in chain.from_iterable(called.values()) if topic in topics else ():
                self.called[romanise(name)].add(topic)

    def all_in(self, text: str) -> set[str]:
        """The topics that have all words of a text."""
        return set.intersection(*(self.words.get(word, set()) for word in romanise(text).split()))


def _misspelt(own: list[tuple[str, Name]], held: _Held, rng: random.Random) -> Iterator[Query]:
    """What may be typed for names that are held."""
    names = [name for _, name in own]
    alphabets, common = _alphabets(names), _common(names)
    for topic, (language, name) in own:
        text = name.lower()
        words = text.split()
        meant = frozenset((topic,))
        kind = rng.choice(("exact", *SLIPS, "word more", *(("word order", "part") if len(words) > 1 else ())))
        match kind:
            case "one slip" | "two slips" if len(romanise(name)) > 4:
                for _ in range(SLIPS[kind]):
                    text = slip(text, rng, KEYS.get(language, ()), alphabets[language])
            case "word more" if common[language]:
                more = rng.choice(common[language])
                text = rng.choice((f"{more} {text}", f"{text} {more}"))
            case "word order":
                text = " ".join(rng.sample(words, len(words)))
            case "part":
                text = " ".join(rng.sample(words, rng.choice((1, len(words) - 1))))
                if len(text) > 2:
                    meant |= held.all_in(text)
                else:
                    kind, text = "exact", name.lower()
            case _:
                kind = "exact"
        if romanise(text):
            yield Query(kind, text, meant)


def _translated(others: list[tuple[str, str]]) -> Iterator[Query]:
    """What those are called of which that is not held, where it sounds as the English name."""
    for topic, name in others:
        sound, own = (skeleton(romanise(text)).replace(" ", "") for text in (name, topic))
        if Indel.normalized_similarity(sound, own) >= ALIKE:
            yield Query(MADE[script(name)], name, frozenset((topic,)))


def _lacking(lacking: list[tuple[str, str]], held: _Held, rng: random.Random) -> Iterator[Query]:
    """Names, and words of names, of what is not held."""
    for topic, name in lacking:
        if not held.all_in(topic):  # Tables have some things under two names, one of which may be held.
            yield Query("no name", name, frozenset())
            words = [word for word in name.lower().split()[1:] if len(word) > 2 and romanise(word)]
            if unheld := [word for word in words if held.words.keys().isdisjoint(romanise(word).split())]:
                yield Query("no word", rng.choice(unheld), frozenset())


@cache
def _topics() -> list[tuple[str, dict[str, list[str]]]]:
    """English names, each with its translations by language."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for _, language, name, other in translations():
        own, name = plain_name(other), plain_name(name)
        if language in LANGUAGES and 3 <= len(name) <= 60 and script(own) != LATIN and romanise(own):
            found[name][language].append(own)
    return sorted((name, dict(others)) for name, others in found.items())


def _one_of_a_family(others: dict[str, list[str]], rng: random.Random) -> Iterator[str]:
    families: dict[str, list[str]] = defaultdict(list)
    for language, names in sorted(others.items()):
        families[script(names[0])].append(language)
    for _, some in sorted(families.items()):
        yield rng.choice(some)


def _alphabets(every: Iterable[Name]) -> dict[str, str]:
    """The letters that names of each language are written with."""
    letters: dict[str, set[str]] = defaultdict(set)
    for language, name in every:
        letters[language].update(letter for letter in name.lower() if letter.isalpha())
    return {language: "".join(sorted(some)) for language, some in letters.items()}


def _common(every: Iterable[Name]) -> dict[str, list[str]]:
    """The words that several names of each language have."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for language, name in every:
        counts[language].update({word for word in name.lower().split() if len(word) > 2})
    return {
        language: sorted(word for word, count in some.items() if count >= COMMON)
        for language, some in counts.items()
    }

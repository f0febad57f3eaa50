"""Names and what people may type for them, made from public tables: what the look-up's weights are fitted to.

The names are those of countries, regions, languages and currencies that pycountry carries (Debian's iso-codes) and of
the cities that CLDR names time zones after, the queries their translations and what slips, shuffling and other words make of them. Nothing here is of the sets that the
look-up is measured on.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from bot.lookup.romanise import romanise
from bot.lookup.scripts import script
from bot.topics.names import skeleton
from bot.topics.words import FUNCTION, NOT_TERMS, SPEECH
from tests.eval.lookup_costs import plain_name, translations

ALIKE = 0.65
"""How alike in sound a translation must be to be the same name spelt otherwise."""
INSIDE = 0.8
"""The share of the names that the index holds; the others must find nothing."""
MOST = 400
"""Queries of a kind."""
LATIN_KEYS, RUSSIAN_KEYS = (
    ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
    ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"),
)
_ENGLISH = sorted(word for word in FUNCTION | NOT_TERMS | SPEECH if word.isascii() and len(word) > 3)
# What people who write by ear mistake for each other.
_BY_EAR = [
    pair.split("-")
    for pair in (
        "ei-ie ie-ei ance-ence ence-ance ent-ant tion-sion c-k ph-f ll-l ss-s mm-m nn-n a-e e-a i-y y-i o-u er-or ar-er"
        " th-t s-c z-s l-ll r-rr n-nn"
    ).split()
]


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, of which kind, and the names that it means: none where it must find nothing."""

    kind: str
    text: str
    meant: frozenset[str]


def _near_keys(letter: str, keys: Sequence[str], other: str) -> str:
    for number, row in enumerate(keys):
        if letter in row:
            place = row.index(letter)
            beside = row[max(place - 1, 0) : place] + row[place + 1 : place + 2]
            return beside + "".join(
                keys[near][place : place + 1] for near in (number - 1, number + 1) if 0 <= near < len(keys)
            )
    return other


def slip(text: str, rng: random.Random, keys: Sequence[str] = LATIN_KEYS, other: str = "aeiou") -> str:
    """One slip of the finger: a letter left out, added, changed to one beside it, or in the other's place.

    keys: the rows of the keyboard. other: what may be typed for what is not on it.
    """
    place = rng.randrange(len(text))
    head, letter, tail = text[:place], text[place], text[place + 1 :]
    kind = rng.random()
    if kind < 0.3:
        return head + tail
    if kind < 0.5:
        return head + rng.choice(_near_keys(letter, keys, other)) + letter + tail
    if kind < 0.8 or not tail:
        return head + rng.choice(_near_keys(letter, keys, other)) + tail
    return head + tail[0] + letter + tail[1:]


def by_ear(text: str, rng: random.Random) -> str:
    """A misspelling of one who knows the name by its sound."""
    pairs = [(one, other) for one, other in _BY_EAR if one in text[1:]]
    if not pairs:
        return slip(text, rng)
    one, other = rng.choice(pairs)
    place = rng.choice([i for i in range(1, len(text)) if text.startswith(one, i)])
    return text[:place] + other + text[place + len(one) :]


def make(seed: int) -> tuple[list[str], list[Query]]:
    """The names to index, and queries."""
    rng = random.Random(seed)  # noqa: S311 — the same every time
    other_names: dict[str, set[str]] = defaultdict(set)
    named: dict[str, set[str]] = defaultdict(set)
    for _, _, name, other in translations():
        if 3 <= len(plain_name(name)) <= 60:
            other_names[plain_name(name)].add(plain_name(other))
            # Tables have some things under two names: what both are called means either.
            named[plain_name(other)].add(plain_name(name))
    pool = sorted(other_names)
    rng.shuffle(pool)
    names, outside = pool[: int(INSIDE * len(pool))], pool[int(INSIDE * len(pool)) :]
    folded = {name: romanise(name) for name in names}
    holders: dict[str, set[str]] = defaultdict(set)
    for name, key in folded.items():
        holders[key].add(name)
    counts: dict[str, int] = defaultdict(int)
    for key in folded.values():
        for word in set(key.split()):
            counts[word] += len(word) > 3
    common = sorted(word for word, count in counts.items() if count >= 4)
    made: dict[str, list[Query]] = defaultdict(list)

    def add(kind: str, text: str, meant: set[str]) -> None:
        made[kind].append(Query(kind, text, frozenset(meant)))

    def with_words(words: set[str]) -> set[str]:
        return {name for name, key in folded.items() if words <= set(key.split())}

    for name in names:
        key = folded[name]
        words = key.split()
        kind = rng.randrange(7)
        extra = rng.choice(common if rng.random() < 0.7 else _ENGLISH)
        if kind == 0:
            add("exact", key, holders[key])
        elif kind == 1 and len(key) > 4:
            add("slip", slip(key, rng), {name})
        elif kind == 2 and len(key) > 4:
            add("two slips", slip(slip(key, rng), rng), {name})
        elif kind == 3 and len(key) > 4:
            add("by ear", by_ear(key, rng), {name})
        elif kind == 4:
            add("extra", f"{extra} {key}" if rng.random() < 0.5 else f"{key} {extra}", {name})
        elif kind == 5 and len(words) > 1:
            mixed = rng.sample(words, len(words))
            add("order", " ".join(mixed), holders[key] | {name})
        elif kind == 6 and len(words) > 1:
            kept = rng.sample(words, rng.choice([1, len(words) - 1]))
            if max(map(len, kept)) > 2 and len(made["part"]) < MOST:
                add("part", " ".join(kept), with_words(set(kept)))
        if len(words) > 2 and len(made["mixture"]) < MOST:
            kept = rng.sample(words, len(words) - 1)
            add("mixture", " ".join(rng.sample([*kept, extra], len(words))), with_words(set(kept)) | {name})
        for other in sorted(other_names[name]):
            family, typed = script(other), romanise(other)
            sound, own = skeleton(typed).replace(" ", ""), skeleton(key).replace(" ", "")
            if typed and typed not in holders and Indel.normalized_similarity(sound, own) >= ALIKE:
                add(family, other, named[other] & folded.keys())
    for name in outside:
        if romanise(name) not in holders:
            add("no name", name, set())
    for word in _ENGLISH:
        if word not in holders:
            add("no word", word, set())
        add("no phrase", f"{word} {rng.choice(_ENGLISH)}", set())
    chosen = []
    for _, some in sorted(made.items()):
        rng.shuffle(some)
        chosen += some[:MOST]
    return names, chosen

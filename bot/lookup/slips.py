"""Whether one word is another with a slip of the finger or the ear in it."""

from __future__ import annotations

from itertools import chain, product

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from bot.lookup.bones import bones
from bot.lookup.conventions import is_number, same
from bot.lookup.dictionary import is_word
from bot.lookup.keys import telling
from bot.lookup.places import are_other_places

SURE, UNSURE = 85.0, 84.0
"""From SURE on a name may be answered; one that is hit in part or with too many errors is worth UNSURE at most."""
NEAR = 60.0
LONG, FOR_A_LAPSE = 8, 6
"""Letters of a word from which it may differ in a consonant from one in another script; and where that is only left out,
put in or in another's place."""
FOR_A_VARIANT = 8
"""Letters of a word from which it may be another that has the same consonants: “judgement”, but not “strike” and stroke."""
# Letters of which one is often written for another: vowels, those spoken alike, those beside each other on a keyboard.
_ALIKE = (
    "aeiouy", "ckqgx", "sczxj", "fvpbw", "uvw", "dt", "mn", "lr", "hk", "gj",
    "qwas", "wesd", "erdf", "rtfg", "tygh", "yuhj", "uijk", "iokl", "opl", "aszx", "sdzxc", "dfxcv", "fgcvb", "ghvbn",
    "hjbnm", "jknm",
)  # fmt: skip
# What tells a name from its sisters is never a slip of the other: “West Timor” is not East Timor.
_SISTERS = frozenset(
    "north south east west northern southern eastern western upper lower inner outer new old great greater little lesser"
    " big small male female".split()
)


def word_likeness(query: str, word: str, *, heard: bool = False) -> float:
    """0 to 100: SURE or more only where one word may be taken for the other. Both folded.

    heard: they are of different scripts, so that what differs is no slip of the finger.
    """
    if query == word or same(query) == same(word):
        return 98.0
    if query in _SISTERS or (is_number(same(query)) and is_number(same(word))):
        return 0.0
    errors = OSA.distance(query, word, score_cutoff=3)
    longest = max(len(query), len(word))
    if errors <= _allowed(min(len(query), len(word))) and not (
        heard and longest < LONG and _sound(query) != _sound(word) and not _is_lapse(query, word)
    ):
        # A slip in a short word or on its first letter is as often another word.
        doubt = 8.0 if query[:1] != word[:1] or longest < 6 else 0.0
        if errors == 1 and _is_odd(query, word):
            doubt = max(doubt, 6.0)
        # What is a word or a place of its own is no slip for another.
        if not ((is_own(query, word) and not heard) or are_other_places(query, word)):
            return 96.0 - 40.0 * errors / longest - doubt
    return min(UNSURE, ratio(query, word))


def has_one(name: str, query: str) -> bool:
    """Whether a folded name has one of a query's words, or what may be taken for it; or all, where spaces stand elsewhere."""
    words, others = telling(query) or query.split(), name.split()
    if not set(words).isdisjoint(others):
        return True
    pairs = chain(product(words, others), [(query.replace(" ", ""), name.replace(" ", ""))])
    return any(word_likeness(word, other) >= SURE for word, other in pairs)


def is_own(query: str, word: str) -> bool:
    """Whether a word is one of its own, and not another way to write a word, as “aluminum” is to write aluminium."""
    if query[0] == word[0] and bones(query) == bones(word):
        return len(query) < FOR_A_VARIANT and is_word(query, usual=True)
    return is_word(query)


def _sound(word: str) -> str:
    """The consonants of a word; what Russian writes as “kh” is mostly an h."""
    return bones(word.replace("kh", "h"))


def _is_lapse(query: str, word: str) -> bool:
    """Whether a word of some letters lacks one, has one too many or two in each other's place."""
    return max(len(query), len(word)) >= FOR_A_LAPSE and (
        len(query) != len(word) or sorted(query) == sorted(word)
    )


def _allowed(length: int) -> int:
    """How many typing errors a word of this length may hold and still be taken for the name."""
    return 0 if length < 4 else 1 if length < 8 else 2


def _is_odd(query: str, word: str) -> bool:
    """Whether the one slip between two words is a letter for another that is neither beside it nor sounds like it."""
    if len(query) != len(word):
        return False
    swapped = [(one, other) for one, other in zip(query, word, strict=True) if one != other]
    return len(swapped) == 1 and not any(
        swapped[0][0] in alike and swapped[0][1] in alike for alike in _ALIKE
    )

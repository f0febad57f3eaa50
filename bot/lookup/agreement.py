"""Whether a query may be taken for a name: rules that a person can check, where sums only say how likely it is."""

from __future__ import annotations

from functools import lru_cache
from string import ascii_lowercase
from typing import NamedTuple

from rapidfuzz.distance import OSA

from bot.lookup.bones import bones
from bot.lookup.conventions import is_number
from bot.lookup.keys import FILLERS, INITIAL, is_han, is_kind, is_small, is_title, keys, owners, telling
from bot.lookup.places import are_other_places, is_land, is_of_place, is_water, places_of
from bot.lookup.romanise import romanise
from bot.lookup.scripts import script
from bot.lookup.slips import NEAR, SURE, UNSURE, is_own, word_likeness
from bot.topics.names import compact, fold

FOR_A_SLIP = 5
"""Letters of a query of several words for each slip that it may hold; one more, of one in another script than the name."""
FOR_A_HAN_SLIP = 4
"""Letters of a Chinese name that may hold one."""
FOR_TWO = 5
"""Letters of a word of several that may hold two."""
HALF = 0.5
"""The share of a name's letters that a part of it must have, or more than this of its words."""
PARTICLE = 3
"""Letters of a word in small letters that may belong to a name in capitals, as “von der” does."""
JOINING = "aeiouy"
"""Letters that are words for “and”; others that are put into a name are initials of someone else's."""


class Agreement(NamedTuple):
    """How far a query may be taken for a name."""

    worth: float
    """0 to 100: SURE or more only where a person would say that the query is the name."""
    paired: bool = False
    """Whether it is of several words that tell, and all is there but for a slip or two in all of it; or a misspelt part that
    would do as a name if it were spelt right."""


def agreement(typed: str, query: str, name: str, folded: str) -> Agreement:
    """How far a query may be taken for a name. Each as written, and folded."""
    asked, whose, initials = _asked(typed, query)
    if whose and not whose <= set(folded.split()):
        return Agreement(0.0)
    if any(f" {letter}" not in f" {folded}" for letter in initials & FILLERS):
        return Agreement(UNSURE)  # “A. Moor” is no Kay Moor
    if query == folded:
        return Agreement(100.0)
    if is_water(query, folded) or is_land(query, folded):
        return Agreement(UNSURE)
    best = max((score for key, score in keys(name, folded).items() if key in asked), default=0.0)
    if is_han(name):
        # A Chinese name spelt out by its sounds is like many words that are nothing like it.
        return Agreement(max(best, _within_han(typed, name), _slipped_han(typed, name)))
    words, others = _spelt_out(initials, query.split(), folded.split()), folded.split()
    own = telling(" ".join(words)) or words
    if len(own) < len(words) and " ".join(own) == folded:
        best = max(best, 97.0)
    alike = _likeness(words, others, name, script(typed) != script(name))
    if is_han(typed) and len(typed) < 3:
        # One of two syllables is another.
        alike = Agreement(min(alike.worth, UNSURE))
    return Agreement(
        max(best, _part(own, name, others), _unfinished(query, folded), alike.worth), alike.paired
    )


@lru_cache(maxsize=64)
def _asked(typed: str, query: str) -> tuple[dict[str, float], set[str], set[str]]:
    """The keys of a query, whose it says that something is, and its initials, folded."""
    initials = {romanise(letter) for letter in INITIAL.findall(typed)}
    return keys(typed, query, asked=True), owners(typed), initials


def _within_han(typed: str, name: str) -> float:
    """A name in Chinese letters inside the query, where no space parts it from the rest."""
    if len(name) < 2 or name not in typed:
        return 0.0
    before, _, after = typed.partition(name)
    beside = [rest.strip() for rest in (before, after) if rest.strip()]
    # Who holds an office is asked, not where.
    return 97.0 if all(map(is_title, beside)) and not (beside and places_of(name)) else UNSURE


def _slipped_han(typed: str, name: str) -> float:
    """A longer name in Chinese letters with two of them in each other's place, or with one left out or put in between."""
    if len(name) < FOR_A_HAN_SLIP or typed[:1] != name[0] or OSA.distance(typed, name) != 1:
        return 0.0
    same = sorted(typed) == sorted(name) if len(typed) == len(name) else typed[-1] == name[-1]
    return 90.0 if same else 0.0


def _spelt_out(initials: set[str], words: list[str], others: list[str]) -> list[str]:
    """The words of a query, its initials (“K. Moor”) spelt out as the words of the name that they begin."""
    if initials.isdisjoint(words) or initials.issuperset(words):
        return words
    return [
        next((other for other in others if other.startswith(word)), word) if word in initials else word
        for word in words
    ]


def _part(own: list[str], name: str, others: list[str]) -> float:
    """A name that holds every word of the query, which is half of it or more; one word of several is no name:
    “shanghai” is not the organisation."""
    words = set(own)  # one said twice is one
    if len(words) < 2 or not words <= set(others):
        return 0.0
    whole = [word for word in others if not is_small(word)] or others
    if len(words) == 2 and others[0] not in words and is_kind(others[-1]):
        return UNSURE  # “central bank” may be any
    letters = sum(map(len, words)) / sum(map(len, whole))
    if (len(words) <= HALF * len(whole) and letters < HALF) or not _is_named(name, words):
        return UNSURE
    return 82.0 + 15.0 * min(1.0, max(letters, len(words) / len(whole)))


def _is_named(name: str, said: set[str]) -> bool:
    """Whether folded words have what is proper in a name: “nuclear power plant” may be any, not that of Harwick."""
    words = name.split()
    plain = any(word.islower() and len(word) > PARTICLE for word in words)
    return not plain or all(word.islower() or not said.isdisjoint(fold(word).split()) for word in words)


def _unfinished(query: str, name: str) -> float:
    """A name that goes on from a query of four letters or more, but not from a number; most of it must be there."""
    if len(query) < 4 or not name.startswith(query) or is_number(query.split()[-1]):
        return 0.0
    return 66.0 + 24.0 * len(query) / len(name)


def _likeness(words: list[str], others: list[str], name: str, heard: bool) -> Agreement:
    if len(words) == len(others) == 1:
        return Agreement(word_likeness(words[0], others[0], heard=heard))
    # Where a space is missing or too many, the words do not pair, the letters do.
    whole = 0.0
    if len(words) != len(others):
        whole = word_likeness(compact(" ".join(words)), compact(" ".join(others)), heard=heard)
        if whole >= SURE and (_is_more(words, others, JOINING) or _is_more(others, words, ascii_lowercase)):
            whole = min(whole, UNSURE)
    pairs, left = _pairs(words, others, heard)
    if not pairs:
        return Agreement(whole)
    letters = sum(len(pair.word) for pair in pairs)
    unread = sum(len(word) for word in left if not is_small(word))
    worth = sum(pair.likeness * len(pair.word) for pair in pairs) / letters
    worth -= 14.0 * unread / (unread + letters)
    doubtful = [pair for pair in pairs if pair.likeness < SURE]
    if doubtful or unread:
        worth = min(worth, UNSURE)
    slips = sum(OSA.distance(pair.word, pair.other) for pair in pairs)
    several = sum(not (is_kind(word) or is_small(word)) for word in words) > 1
    paired = several and not unread and slips * (FOR_A_SLIP + heard) <= sum(map(len, words))
    paired = paired and all(pair.other and _is_close(pair.word, pair.other) for pair in doubtful)
    if unread and not (doubtful or heard):
        # “Kasym tokayev” is a part of the name, misspelt.
        paired = _part([pair.other for pair in pairs], name, others) >= SURE
    return Agreement(max(whole, worth), paired)


class _Pair(NamedTuple):
    """A word of a query and the word of a name that is most like it, empty where none is near."""

    word: str
    other: str
    likeness: float


def _pairs(words: list[str], others: list[str], heard: bool) -> tuple[list[_Pair], list[str]]:
    """The words of a query that tell, each with its own of a name, and what is left of the name."""
    left, pairs = list(others), list[_Pair]()
    for word in words:
        if word in FILLERS and word not in left:
            continue
        likely = (_Pair(word, other, _word_likeness(word, other, heard)) for other in left)
        best = max(likely, key=lambda pair: pair.likeness, default=_Pair(word, "", 0.0))
        if best.likeness < NEAR:
            best = best._replace(other="")
        else:
            left.remove(best.other)
        pairs.append(best)
    return pairs, left


def _word_likeness(word: str, other: str, heard: bool) -> float:
    """`word_likeness`, but that a word which tells nothing may have its letters turned: “fo”."""
    if is_small(other) and word == other[::-1]:
        return NEAR
    return word_likeness(word, other, heard=heard)


def _is_close(word: str, other: str) -> bool:
    """Whether a word may be misspelt for another: what has more than one slip still sounds so, or is no word of its own."""
    if word != other and are_other_places(word, other):
        return False
    slips = OSA.distance(word, other)
    if slips <= 1 or bones(word) == bones(other):
        return True
    own = is_own(word, other) or is_of_place(word) or is_of_place(other)
    return slips == 2 and len(word) >= FOR_TWO and not own


def _is_more(words: list[str], others: list[str], letters: str) -> bool:
    """Whether words have all the others and more, which is no slip; but one of these letters between them may be."""
    more = [word for word in words if word not in others]
    return set(others) < set(words) and (words[-1] in more or any(word not in letters for word in more))

"""Words that are one word, written by another convention: British or American, in full or short, as a number or a word."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.lookup.dictionary import is_word
from bot.topics.names import singular

# Each stands for the word after it; what it does to words that have no other spelling is done to them on both sides.
_ENDINGS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<=..)is(e|ed|er|ing|ation)$", r"iz\1"),
        (r"(?<=..)ys(e|ed|er|ing)$", r"yz\1"),
        (r"(?<=[a-z]{3})our(|ed|ing|able|ful|ite)$", r"or\1"),
        (r"(?<=[a-z]{2})tre$", "ter"),
        (r"ogue$", "og"),
        (r"gramme$", "gram"),
        (r"ll(ed|er|ing)$", r"l\1"),
        (r"(?<=[a-z]{3})ence$", "ense"),
        (r"(?<=[a-z]{4})men$", "man"),
    )
)
_SAME = {
    short: word
    for word, others in {
        # Abbreviations of names.
        "saint": "st sankt sainte",
        "mount": "mt",
        "mountain": "mtn",
        "fort": "ft",
        "international": "intl",
        "government": "govt",
        "department": "dept",
        "university": "univ",
        "and": "n",
        # Plurals that do not end in s.
        "man": "men",
        "woman": "women",
        "child": "children",
        "person": "people",
        "foot": "feet",
        "tooth": "teeth",
        "wolf": "wolve",
        "half": "halve",
        "life": "live",
        "leaf": "leave",
        "thief": "thieve",
        "knife": "knive",
        "grey": "gray",
        # Numbers in a row of things, by what they count.
        "1": "first 1st one",
        "2": "second 2nd two",
        "3": "third 3rd three",
        "4": "fourth 4th four",
        "5": "fifth 5th five",
        "6": "sixth 6th six",
        "7": "seventh 7th seven",
        "8": "eighth 8th eight",
        "9": "ninth 9th nine",
        "10": "tenth 10th ten",
    }.items()
    for short in others.split()
}
_ROMAN = re.compile(r"(?=[clxvi])c{0,3}(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})")
_VALUES = {"c": 100, "l": 50, "x": 10, "v": 5, "i": 1}


@lru_cache(maxsize=50_000)
def same(word: str) -> str:
    """What all ways of writing a folded word become; for comparing only: both sides go through it."""
    if is_number(word):
        return str(_value(word)) if word.isalpha() else word.lstrip("0") or "0"
    one = singular(word)
    # What is only a name has no plural: Granados is not Granado.
    return _usual(one if one == word or is_word(one) or is_word(_usual(one)) else word)


def _usual(word: str) -> str:
    """The spelling of a word that stands for all of its spellings."""
    word = _SAME.get(word, word)
    for pattern, replacement in _ENDINGS:
        word = pattern.sub(replacement, word)
    return word


def is_number(word: str) -> bool:
    """Whether a folded word is a number in figures, Roman ones too."""
    return word.isdecimal() or bool(_ROMAN.fullmatch(word))


def _value(roman: str) -> int:
    values = [_VALUES[letter] for letter in roman]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))

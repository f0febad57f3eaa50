"""The families of scripts that a query may be written in, each with its own way of being romanised."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right

LATIN = "latn"
# First letter of each stretch of Unicode that belongs to one family; up to the next, letters are of that family.
_STRETCHES = (
    (0x0000, "latn"), (0x0370, "grek"), (0x0400, "cyrl"), (0x0530, "grek"), (0x0590, "arab"), (0x0780, "indc"),
    (0x08A0, "arab"), (0x0900, "indc"), (0x0E00, "thai"), (0x0F00, "indc"), (0x1000, "thai"), (0x10A0, "grek"), (0x1100, "hang"), (0x1200, "indc"),
    (0x13A0, "latn"), (0x1780, "thai"), (0x1800, "indc"), (0x1C80, "cyrl"), (0x1C90, "grek"), (0x1CC0, "latn"), (0x1F00, "grek"), (0x2000, "latn"),
    (0x2C00, "grek"), (0x2C60, "latn"), (0x2DE0, "cyrl"), (0x2E00, "latn"), (0x2E80, "hani"), (0x3040, "kana"),
    (0x3100, "hani"), (0x3130, "hang"), (0x3190, "hani"), (0x31F0, "kana"), (0x3200, "hani"), (0xA000, "latn"),
    (0xA640, "cyrl"), (0xA6A0, "latn"), (0xAC00, "hang"), (0xD7B0, "hang"), (0xD800, "latn"), (0xF900, "hani"),
    (0xFB00, "latn"), (0xFB1D, "arab"), (0xFE00, "latn"), (0xFE70, "arab"), (0xFF00, "latn"), (0xFF66, "kana"),
    (0xFFA0, "hang"), (0xFFE0, "latn"), (0x20000, "hani"),
)  # fmt: skip
_FIRSTS = [first for first, _ in _STRETCHES]
SEVERAL = frozenset(("arab", "grek", "indc", "thai"))
"""Families that hold several alphabets, of which hardly anybody reads more than one."""
# Each is called as its family is, or where that holds several as Unicode calls it.
_ALPHABETS = (
    "latn cyrl hani kana hang arabic hebrew syriac greek armenian georgian devanagari bengali gurmukhi gujarati oriya tamil"
    " telugu kannada malayalam sinhala thaana nko tibetan ethiopic mongolian thai lao myanmar khmer"
).split()
NUMBERS = {alphabet: number for number, alphabet in enumerate(_ALPHABETS)}
"""A number for each alphabet that some write names in …"""
RARE = 255
"""… and for all others."""


def script(text: str) -> str:
    """The family of the first letter that is not Latin; Latin where there is none."""
    return _first(text)[1]


def alphabet(text: str) -> str:
    """The alphabet of that letter: its family, or which of those that this holds."""
    letter, family = _first(text)
    return unicodedata.name(letter, "").partition(" ")[0].lower() if family in SEVERAL else family


def _first(text: str) -> tuple[str, str]:
    """The first letter that is not Latin, and its family."""
    if not text.isascii():
        for letter in text:
            if letter > "\u036f" and letter.isalpha():
                family = _STRETCHES[bisect_right(_FIRSTS, ord(letter)) - 1][1]
                if family == "hani" and any("\u3040" <= other <= "\u30ff" for other in text):
                    return letter, "kana"
                if family != LATIN:
                    return letter, family
    return "", LATIN

"""Whether a text in one script sounds like a name in another."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from bot.lookup.bones import bones
from bot.lookup.conventions import is_number
from bot.lookup.readings import Reading
from bot.lookup.scripts import LATIN, script

BONES, FOR_A_SLIP = 3, 6
"""Consonants from which those of a text in another script tell which name it is, and for each slip that it may hold."""


_SYLLABLES = frozenset(("hani", "kana", "hang", "thai"))
"""Families that write syllables: their languages have one sound for l and r, or read both so."""
_ARTICLE = re.compile(r"\b[aei]l ")
_NO_LIQUID = re.compile(r"[^lr]+")
_TWICE = re.compile(r"(.)\1+")
_X = re.compile(r"(?<=[aeiou])x")


def sounds_so(reading: Reading, spelt: str, name: str, folded: str) -> bool:
    """Whether a text has the consonants of a name (as written, and folded) in another script, and enough of them.

    In Chinese also if what it most likely spells has: 奇 is read “qi”, and mostly writes “chi”.
    """
    if reading.script in (LATIN, script(name)) or _numbers(reading.folded) != _numbers(folded):
        return False
    texts = (reading.folded, spelt) if reading.script == "hani" else (reading.folded,)
    return any(_has_consonants(text, reading, name, folded) for text in texts)


def _has_consonants(text: str, reading: Reading, name: str, folded: str) -> bool:
    """Whether a reading, as this text, has those of a name."""
    heard, own = _X.sub("ks", text), _X.sub("ks", folded)
    room = len(bones(reading.heard or heard))
    slips = room // FOR_A_SLIP
    # Words for things are rarely the same in two tongues, names are.
    if room < BONES + name.islower():
        return False
    if reading.script not in _SYLLABLES and OSA.distance(_liquids(heard), _liquids(own)) > slips:
        return False
    # What Russian writes as “kh” is mostly an h.
    return _alike(heard, own, slips) or _alike(heard.replace("kh", "h"), own.replace("kh", "h"), slips)


def _alike(text: str, other: str, slips: int) -> bool:
    """Whether two folded texts have the same consonants but for so many slips, word by word."""
    heard, own = bones(text), bones(other)
    if heard == own:
        return True
    # What goes on is another name, and one word does not make up for another.
    if OSA.distance(heard, own) > slips or heard.startswith(own):
        return False
    words, others = text.split(), other.split()
    return len(words) != len(others) or all(
        OSA.distance(bones(word), bones(one)) <= 1 for word, one in zip(words, others, strict=True)
    )


def _numbers(folded: str) -> list[str]:
    return [word for word in folded.split() if len(word) > 1 and is_number(word)]


def _liquids(folded: str) -> str:
    """Its l and r in order, each once in a row; the article of Arabic is often left out."""
    return _TWICE.sub(r"\1", _NO_LIQUID.sub("", _ARTICLE.sub("", folded)))

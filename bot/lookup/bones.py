"""The consonants of a name by where they are spoken: what is left of it in every script and spelling."""

from __future__ import annotations

import re

_CLUSTERS = (
    (re.compile(r"shch|tsch|sch|tch|dzh|tzh|zh|sh|ch|ts|tz|dz|dj|c(?=[eiy])|x"), "s"),
    (re.compile(r"ph"), "p"),
    (re.compile(r"ng(?![aeiou])"), "n"),
    (re.compile(r"kh|gh|ck|q"), "k"),
    (re.compile(r"th|dh"), "t"),
)
_CLASSES = str.maketrans("bdgcjzrvf", "ptkksslpp", "aeiouywh ")
_TWICE = re.compile(r"([^\n])\1+")


def bones(folded: str) -> str:
    """The classes of the consonants, without spaces; texts on lines of their own are done in one go."""
    for pattern, mark in _CLUSTERS:
        folded = pattern.sub(mark, folded)
    return _TWICE.sub(r"\1", folded.translate(_CLASSES))

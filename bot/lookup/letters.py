"""The alphabet in which spellings are compared: letters, digits, and pairs of letters that mostly write one sound."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

PLAIN = " abcdefghijklmnopqrstuvwxyz0123456789"
PAIRS = "sh ch zh kh gh ph th dh ts tz dz dj ck qu ou oo ee oe ae ue ie ng".split()
SIGNS = PLAIN + "".join(chr(ord("A") + number) for number in range(len(PAIRS)))
"""A pair is one sign, a capital letter; a sign's place here is its code."""
NOTHING = len(SIGNS)
"""The code of no sign at all."""
CODES: npt.NDArray[np.uint8] = np.zeros(256, np.uint8)
CODES[np.frombuffer(SIGNS.encode(), np.uint8)] = np.arange(len(SIGNS), dtype=np.uint8)
_JOINED = [(pair, SIGNS[len(PLAIN) + number]) for number, pair in enumerate(PAIRS)]
_APART = str.maketrans({sign: pair for pair, sign in _JOINED})


def signs(folded: str) -> str:
    """Folded text in this alphabet."""
    for pair, sign in _JOINED:
        folded = folded.replace(pair, sign)
    return folded


def plain(text: str) -> str:
    """The folded text that `signs` made this of."""
    return text.translate(_APART)


class Signed(NamedTuple):
    """A folded text, and it in this alphabet."""

    folded: str
    signs: str
    written: tuple[str, ...] = ()
    """What each sign is written with, if that tells more of what it stands for than how it is read; empty if for none."""

    @classmethod
    def of(cls, folded: str) -> Signed:
        """A text of which nothing more is known."""
        return cls(folded, signs(folded))


def codes(text: str) -> npt.NDArray[np.uint8]:
    """The codes of a text in this alphabet."""
    return CODES[np.frombuffer(text.encode("ascii"), np.uint8)]

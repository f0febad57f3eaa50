"""Whether a word is English: who writes one means it, and has hardly made a slip in a name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from zlib import crc32

import numpy as np
import numpy.typing as npt
from spellchecker import SpellChecker

USUAL = 50
"""How often the dictionary says that a word was seen which it has only from a list, names and old words among them."""


@lru_cache(maxsize=10_000)
def is_word(word: str, *, usual: bool = False) -> bool:
    """Whether a spelling dictionary of English has a word in small letters, in any of its forms; seen in use, if `usual`."""
    checksums = _checksums()[usual]
    checksum = np.uint32(crc32(word.encode()))
    place = int(checksums.searchsorted(checksum))
    return place < len(checksums) and bool(checksums[place] == checksum)


def is_english(folded: str) -> bool:
    """Whether all words of a folded text are English, and it has any."""
    return bool(folded) and all(map(is_word, folded.split()))


@cache
def _checksums() -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.uint32]]:
    """Of all words, and of those seen in use. Words would take twenty times the memory; one of 25,000 others passes for one."""
    seen = dict(SpellChecker("en").word_frequency.items())
    return _of(seen), _of(word for word, times in seen.items() if times > USUAL)


def _of(words: Iterable[str]) -> npt.NDArray[np.uint32]:
    return np.unique(np.fromiter((crc32(word.encode()) for word in words), np.uint32))

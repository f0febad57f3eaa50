"""Text as weighable terms: stems, without function words."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from snowballstemmer import stemmer

from bot.corpus.sentences import UNSPACED
from bot.topics.names import fold
from bot.topics.words import FUNCTION

_WORD = re.compile(r"[^\W_]+")
_ENGLISH = stemmer("english")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The English stem of a lower-case word; words of other scripts as they are."""
    return str(_ENGLISH.stemWord(word)) if word.isascii() else word


def terms(text: str) -> list[str]:
    """The content words of a text, stemmed, in order; in Chinese and Japanese each pair of letters is a word."""
    return list(_terms(text))


@lru_cache(maxsize=60_000)
def _terms(text: str) -> tuple[str, ...]:
    """One passage is weighed in the brief of each topic that it speaks of."""
    return tuple(term for word in _WORD.findall(text.lower()) for term in _terms_of(word))


@lru_cache(maxsize=200_000)
def _terms_of(word: str) -> tuple[str, ...]:
    if UNSPACED.search(word):
        return tuple(word[i : i + 2] for i in range(max(1, len(word) - 1)))
    if word in FUNCTION or len(word) < 2:
        return ()
    return (stem(word if word.isascii() else fold(word) or word),)


def features(text: str) -> list[str]:
    """The terms of a text and each two that stand next to each other."""
    words = terms(text)
    return words + [f"{a} {b}" for a, b in itertools.pairwise(words)]

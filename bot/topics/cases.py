"""Russian and Kazakh names over their cases: which forms are one name, and which of them is the one to show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_KAZAKH = re.compile(r"[әғқңөұүһі]", re.IGNORECASE)
_KAZAKH_CASE = re.compile(
    r"(?:[ндт][ыі]ң|[дт]а[ғн]ы?|[дт]е[гн]і?|н[ае]н|[ғқ]а|[гк]е|[ндт][ыі]|[дт][ае]|[мбп]ен)$", re.IGNORECASE
)
_OBLIQUE = re.compile(r"(?:[оеыиая]м|[аяыи]х|[ое][йю]|[ая]ми|[оеы]го|[оеы]му)$", re.IGNORECASE)
_LEAST = 4
"""Letters that a name keeps when its case is taken off."""
_RANKS = {"а": 1, "я": 1, "о": 1, "ё": 1, "ы": 2, "и": 2, "е": 3, "у": 3, "ю": 3}


def without_kazakh_case(name: str) -> str:
    """A name whose last word has lost the ending of a Kazakh case: “Алматыда”, “Алматыға”; other names as they are."""
    word = name.rpartition(" ")[2]
    if not CYRILLIC.search(word):
        return name
    ending = _KAZAKH_CASE.search(word)
    return name[: ending.start() - len(word)] if ending and ending.start() >= _LEAST else name


def is_kazakh(name: str) -> bool:
    """Whether it has a letter that Russian has not."""
    return bool(_KAZAKH.search(name))


def plainest(names: Iterable[str]) -> str:
    """Of the forms of one name, the most frequent first, the one that is likeliest its nominative."""
    forms = list(names)
    words = {word for name in forms for word in name.split()}
    return min(forms, key=lambda name: sum(_rank(word, words) for word in name.split()))


def _rank(word: str, forms: Set[str]) -> int:
    """How far a word is from a nominative, by its ending and by what other forms there are."""
    if without_kazakh_case(word) in forms - {word}:
        return 4
    if not is_kazakh(word):
        if any(word + ending in forms for ending in ("а", "у", "е", "ом", "ым")):
            return 0
        if word.endswith("й") and word[:-1] + "я" in forms:
            return 0
        if _OBLIQUE.search(word):
            return 4
    return _RANKS.get(word[-1:], 0)

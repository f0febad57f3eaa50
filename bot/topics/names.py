"""Names as keys: what makes two spellings the same name. Pure functions on text, no table of names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from anyascii import anyascii

_CONTROL = {"Cc", "Cf", "Co", "Cs", "Cn"}
_PICTURES = {"So", "Sk"}
_POSSESSIVE = re.compile(r"(?<=\w)['’`´]s\b|(?<=s)['’](?=\s|$)", re.IGNORECASE)
_APART = re.compile(r"[^0-9a-z]+")

# Spellings that romanisations of one sound differ in, applied in this order to lower-case ASCII.
# (The right side is a class mark, not a spelling. Letters come before what looks back from them: few texts have them.)
_SOUNDS = (
    (re.compile(r"shch|sch"), "s"),
    (re.compile(r"dzh|zh|dj"), "j"),
    (re.compile(r"kh|ck|q"), "k"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"sh"), "s"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"th"), "t"),
    (re.compile(r"tch|ch|ts|tz"), "c"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ou"), "u"),
    (re.compile(r"y(?<=[aeiou]y)(?=[aeiou])"), ""),
    (re.compile(r"y|j(?![aeiou])"), "i"),
    (re.compile(r"f(?<=[aeo]f)f*\b"), "v"),
    (re.compile(r"(.)\1+"), r"\1"),
)


def fold(text: str) -> str:
    """Lower-case ASCII words with single spaces: width, accents, decoration, script, punctuation and possessives gone.

    Other scripts are romanised letter by letter. The result is empty where nothing can be read; emoji cannot, whatever
    they are called.
    """
    if text.isascii() and text.isprintable():
        # What follows would change nothing but possessives and capitals.
        return _APART.sub(
            " ", (_POSSESSIVE.sub("", text) if "'" in text or "`" in text else text).lower()
        ).strip()
    text = unicodedata.normalize("NFKC", text)
    kinds = ((c, unicodedata.category(c)) for c in text)
    text = "".join(
        " " if c in "\t\n\r" or kind in _PICTURES else c
        for c, kind in kinds
        if c in "\t\n\r" or kind not in _CONTROL
    )
    text = _POSSESSIVE.sub("", text)
    return _APART.sub(" ", anyascii(text).lower()).strip()


def singular(word: str) -> str:
    """The folded word without an English plural ending, for comparing only: both sides go through it."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def kin(word: str) -> Iterator[str]:
    """What other forms an English word may have, most of them none: speaking – speak, speaks; warriors – warrior."""
    for ending in ("s", "es", "ed", "ing"):
        yield word + ending
    if word.endswith("s"):
        yield word[:-1]
    if word.endswith("e"):
        yield word + "d"
        yield word[:-1] + "ing"
    for ending in ("ing", "ed", "es"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            stem = word[: -len(ending)]
            if stem[-1] == stem[-2]:  # stopping
                yield stem[:-1]
                yield stem[:-1] + "s"
            for other in ("", "e", "s", "ed", "ing"):
                yield stem + other


_RUSSIAN_CASE = re.compile(
    r"(?:(?<=[сц]к|.н)(?:ая|ую)|[оеы]го|[оеы]му|ыми|ими|ами|ями|[оеёыи]м|[оеё]й|[ое]ю|[аяыи]х|[ая]м|[ои]е|[ыи]й|[аяуюыиеоьй])$"
)


def without_case(word: str) -> str:
    """A Russian word without the ending of its case, for comparing only; other words as they are."""
    if word.isascii() or len(word) < 5:
        return word
    return _RUSSIAN_CASE.sub("", word)


def with_plurals(words: Iterable[str]) -> frozenset[str]:
    """The words and what `singular` makes them of, so that one look-up does for both."""
    forms = set(words)
    for word in tuple(forms):
        forms.add(word + "s")
        if word.endswith("y"):
            forms.add(word[:-1] + "ies")
    return frozenset(forms)


@lru_cache(maxsize=100_000)
def form(word: str) -> str:
    """A word as phrases are compared: folded, without plural."""
    return singular(fold(word))


def compact(folded: str) -> str:
    """The folded name without spaces and plural, so that `trans-boundary`, `trans boundary` and `transboundary` agree."""
    *words, last = folded.split() or [""]
    return "".join(words) + singular(last)


@lru_cache(maxsize=100_000)
def skeleton(folded: str) -> str:
    """The sound of a folded name, the same for the spellings that romanisations of it differ in.

    `tokaev` and `tokayev`, `uighur`, `uyghur` and `uygur`, `jomart` and `zhomart` agree; words stay apart.
    """
    return skeletons(folded)


def skeletons(folded: str) -> str:
    """Likewise of many names at once, each on a line of its own."""
    for pattern, mark in _SOUNDS:
        folded = pattern.sub(mark, folded)
    return folded


def slugify(title: str, limit: int = 60) -> str:
    """A file name for a topic: folded words joined by hyphens, cut at a word."""
    slug = fold(title).replace(" ", "-")
    if len(slug) > limit:
        slug = slug[: limit + 1].rsplit("-", 1)[0][:limit]
    return slug or "topic"

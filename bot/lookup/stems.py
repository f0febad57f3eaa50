"""Text as terms that can be looked for: stems in English and Russian, letters without accents, pairs of letters where
words are written without spaces. What a document says and what a person asks go through the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii
from snowballstemmer import stemmer

from bot.topics.words import FUNCTION

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963\u0966-\u0dff"
"""Vowel signs and accents that belong to the letter before them."""
_RUN = re.compile(f"[{_UNSPACED}]+")
_WORD = re.compile(
    rf"[{_UNSPACED}]+|(?:(?![{_UNSPACED}])[^\W_])(?:(?![{_UNSPACED}])[^\W_]|[{_MARKS}])*",
)
_PECULIAR = re.compile(f"[{_UNSPACED}{_MARKS}]")
_PLAIN = re.compile(r"[^\W_]+")
_OWNERS = re.compile(r"['’][sS](?![^\W_])")
# What a person sets apart: a stretch in quotation marks, else what stands between white space or punctuation.
_ASKED = re.compile(
    r"[\"“”„«]([^\"“”„«»]+)[\"“”„»]|([^\s\"“”„«»,;:!?()\[\]{}<>|/\\…、。，；：！？（）「」《》]+)"
)
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_APART = re.compile(r"[^0-9a-z]+")
# British and American spelling of one word: the same on both sides, whether or not it is a word then.
_SPELLINGS = (
    (re.compile(r"(?<=\w{3})is(?=(?:e|ed|er|ers|es|ing|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=\w\w)our(?=$|s$|ed$|ing$|er$|ers$|able$|ite$|ites$|hood$)"), "or"),
    (re.compile(r"(?<=\w\w)tre(?=s?$)"), "ter"),
    (re.compile(r"^(def|off|pret|lic)ence"), r"\1ense"),
    (re.compile(r"^programme(?=s?$)"), "program"),
)
FORM = 5
"""Letters of a stem that tells a word: “Maine” has that of “main”."""
_ENGLISH = stemmer("english")
_RUSSIAN = stemmer("russian")


class Term(NamedTuple):
    """A term, and where in its text it stands."""

    stem: str
    start: int
    end: int


class Asked(NamedTuple):
    """Something to look for: terms that stand side by side in this order."""

    words: str
    """As it was written."""
    stems: tuple[str, ...]
    quoted: bool
    """Whether it was set in quotation marks."""


def terms(text: str) -> Iterator[Term]:
    """The terms of a text in order; of letters without spaces each pair of neighbours, and the last letter alone."""
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match.group()
        if _RUN.match(word):
            yield from (Term(text[at : at + 2][: end - at], at, min(at + 2, end)) for at in range(start, end))
        elif not (word in "sS" and start and text[start - 1] in "'’"):
            yield Term(stem(word), start, end)


def stems(text: str) -> str:
    """The stems of `terms`, a space between two: the quick way through a whole corpus."""
    if _PECULIAR.search(text):
        return " ".join(term.stem for term in terms(text))
    return " ".join(map(stem, _PLAIN.findall(_OWNERS.sub("", text))))


def asked(query: str) -> list[Asked]:
    """What a query looks for, each thing once: its words, those in quotation marks or joined by a hyphen together."""
    found: dict[tuple[str, ...], Asked] = {}
    for match in _ASKED.finditer(query):
        words = match[1] or match[2]
        stems = [term.stem for term in terms(words)]
        if len(stems) > 1 and _RUN.fullmatch(stems[-1]) and len(stems[-1]) == 1:
            # In the text asked for, other letters may follow the last one; it is in the pair before it.
            stems.pop()
        if stems:
            found.setdefault(tuple(stems), Asked(words, tuple(stems), match[1] is not None))
    return list(found.values())


def sought(query: str) -> list[Asked]:
    """What a search looks for: all that is asked but “the” and its like, unless there is nothing else."""
    every = asked(query)
    return [one for one in every if one.quoted or one.words.lower() not in FUNCTION] or every


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a word: its letters without case, width and accents, its ending without inflection."""
    word = unicodedata.normalize("NFKC", word).lower()
    if _CYRILLIC.search(word):
        return str(_RUSSIAN.stemWord(word.replace("ё", "е")))
    if not word.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
        latin = all(ord(c) < 0x250 for c in bare)
        word = (_APART.sub("", anyascii(bare).lower()) if latin else bare) or word
    if not word.isascii():
        return word
    for pattern, other in _SPELLINGS:
        word = pattern.sub(other, word)
    return str(_ENGLISH.stemWord(word))


def are_forms(one: str, other: str) -> bool:
    """Whether two stems are of words of one origin: “environment” and “environmental”; short ones are too often not."""
    short, long = sorted((one, other), key=len)
    return len(short) >= (FORM if short == long else FORM + 1) and long.startswith(short)

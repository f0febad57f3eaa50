"""Sentences, by the `sentencex` library, with the offsets that citations need."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sentencex import get_sentence_boundaries

Span = tuple[int, int]

LONG = 45
"""Words from which a sentence that holds a whole speech is cut inside its quotation marks too."""

CLOSES = 60
"""Characters after a cut within which a bracket must close for the cut to be inside it."""

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_QUOTE_MARKS = re.compile(r"[\"“”„«»]")
_INITIALS = re.compile(r"(?:^|[\s(\"“«-])((?:[^\W\d_]\.)+)$")
_DANGLING = re.compile(r"(?:(?<=\S)\s+[\"“„«])?$")
_STARTER = re.compile(
    r"(?:A|An|And|But|He|Her|His|However|I|If|In|It|Its|On|She|That|The|Their|These|They|This|We|When|You)\b"
)
_OPENS_SENTENCE = re.compile(r"[\"“”„«»'‘’(\[—–-]*\s*[^\W_]")
_JOINS_ON = re.compile(r"[—–]|-\s|[\"“”„«»'‘’)\]]*\s*[a-zа-яё]")


def split(text: str, start: int = 0) -> Iterator[Span]:
    """The sentences of one paragraph as `(start, end)` offsets, each moved by `start`; white space round them is left out.

    Abbreviations, initials, decimal points and site names such as `Akorda.kz` end no sentence.
    """
    spans = _merge(text, list(_cut(text)))
    for first, last in spans:
        pieces = [(first, last)]
        if len(text[first:last].split()) > LONG and _QUOTE_MARKS.search(text[first:last]):
            # Without its quotation marks a long speech is cut like any other text.
            bare = _QUOTE_MARKS.sub(" ", text[first:last])
            pieces = [(first + a, first + b) for a, b in _merge(bare, list(_cut(bare)))]
            pieces = _with_marks(text, pieces, first, last)
        for a, b in pieces:
            yield start + a, start + b


def language(text: str) -> str:
    """The language whose abbreviations hold in a text, as far as its script tells it."""
    letters = len(text) or 1
    if len(_CYRILLIC.findall(text)) * 3 > letters:
        return "ru"
    if len(_HAN.findall(text)) * 4 > letters:
        return "zh"
    if len(_ARABIC.findall(text)) * 3 > letters:
        return "ar"
    return "en"


def _cut(text: str) -> Iterator[Span]:
    for boundary in get_sentence_boundaries(language(text), text):
        first, last = int(boundary["start_index"]), int(boundary["end_index"])
        piece = text[first:last]
        first += len(piece) - len(piece.lstrip())
        last -= len(piece) - len(piece.rstrip())
        if first < last:
            yield first, last


def _merge(text: str, spans: list[Span]) -> list[Span]:
    """Join what is cut after initials, before a small letter, a dash or a list's point, and marks without a word.

    A quotation mark that opens the next sentence goes there.
    """
    merged: list[Span] = []
    for first, last in spans:
        piece = text[first:last]
        if merged and (
            _ends_in_initials(text[merged[-1][0] : merged[-1][1]], piece)
            or _JOINS_ON.match(piece)
            or _inside_bracket(text[merged[-1][0] : merged[-1][1]], piece)
            or not _OPENS_SENTENCE.search(piece)
        ):
            merged[-1] = (merged[-1][0], last)
        else:
            merged.append((first, last))
    return [(first, last - len(_DANGLING.search(text[first:last]).group())) for first, last in merged]  # type: ignore[union-attr]  # it always matches


def _inside_bracket(before: str, after: str) -> bool:
    """Whether a bracket that is opened before the cut is closed soon after it: `London-based BP (BP. | L) said`."""
    opened = before.rfind("(")
    closed = after.find(")")
    return opened > before.rfind(")") and 0 <= closed < CLOSES and "(" not in after[:closed]


def _ends_in_initials(before: str, after: str) -> bool:
    """Whether the full stop belongs to a name: `J. | K. Rowling`, but not `in the U.S. | He works.`"""
    initials = _INITIALS.search(before[-8:])
    return bool(initials) and not _STARTER.match(after)


def _with_marks(text: str, pieces: list[Span], first: int, last: int) -> list[Span]:
    """Give each piece back the quotation marks that touch it."""
    widened: list[Span] = []
    previous = first
    for number, (a, b) in enumerate(pieces):
        limit = pieces[number + 1][0] if number + 1 < len(pieces) else last
        while b < limit and _QUOTE_MARKS.match(text[b]):
            b += 1
        while a > previous and _QUOTE_MARKS.match(text[a - 1]):
            a -= 1
        widened.append((a, b))
        previous = b
    return widened

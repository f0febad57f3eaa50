"""Sentences, by the `sentencex` library, with the offsets that citations need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sentencex import get_sentence_boundaries

from bot.corpus.breaks import joined, missed

Span = tuple[int, int]

LONG = 45
"""Words from which a sentence that holds a whole speech is cut inside its quotation marks too."""
OVERLONG = 1000
"""Characters from which what has no full stop in it, a transcript or a clause of a law, is no sentence to be quoted whole."""
PIECE = 400
"""Characters of the pieces that it is cut into, at most."""

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
"""A Chinese or Japanese letter: no spaces part their words."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_QUOTE_MARKS = re.compile(r"[\"“”„«»]")
_BULLET = re.compile(r"(?:[•*▪◦‣●·■□►-]\s+)?")
"""Also where several points of a list are printed in one line."""
_FOOTNOTES = re.compile(r"(?<=[.!?”\"])(?:\[\d{1,3}\])+$")
"""Marks of a text's own footnotes would be taken for ours."""
_LIST = re.compile(r"[:：](?=\s*\n\s*(?:[•*▪◦‣●·■□►–—-]|\(?(?:\d{1,2}|[a-z])[.)])\s)")
_ITEM_ENDS = re.compile(r"[.!?][\"”’»)]*[ \t]*\n")
_BREAKS = tuple(re.compile(breaks) for breaks in (r"[;；]\s*|\s*\n\s*", r"[,，、]\s*", r"\s+"))
"""Where that may be: better places first."""
_DANGLING = re.compile(r"(?<=\S)\s+[\"“”„«]$")


def split(text: str, start: int = 0) -> Iterator[Span]:
    """The sentences of one paragraph as `(start, end)` offsets, each moved by `start`; white space round them is left out.

    Abbreviations, initials, decimal points and site names such as `Akorda.kz` end no sentence. A bullet is no
    part of the sentence that it opens.
    """
    listed = _LIST.search(text)
    if listed and _ITEM_ENDS.search(text, listed.end()):
        listed = None
    spans = _merge(text, _cut(text[: listed.end()] if listed else text))
    if listed and spans:
        # Items that are no sentences belong to the one that leads to them.
        spans[-1] = (spans[-1][0], len(text.rstrip()))
    for first, last in spans:
        pieces = [(first, last)]
        if len(text[first:last].split()) > LONG and _QUOTE_MARKS.search(text[first:last]):
            # Without its quotation marks a long speech is cut like any other text.
            bare = _QUOTE_MARKS.sub(" ", text[first:last])
            pieces = [(first + a, first + b) for a, b in _merge(bare, _cut(bare))]
            pieces = _with_marks(text, pieces, first, last)
        for a, b in (short for piece in pieces for short in _shortened(text, *piece)):
            a = _BULLET.match(text, a).end()  # type: ignore[union-attr]  # it always matches
            if marks := _FOOTNOTES.search(text, a, b):
                b = marks.start()
            yield start + a, start + b


def words_in(text: str) -> int:
    """How long a text is in words; two letters of a script that sets no spaces are about one."""
    return len(text.split()) + len(UNSPACED.findall(text)) // 2


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


def _merge(text: str, spans: Iterable[Span]) -> list[Span]:
    """Join what is no two sentences, part what is no one; a quotation mark that opens the next sentence goes there."""
    merged: list[Span] = []
    for first, last in spans:
        if merged and joined(text[merged[-1][0] : merged[-1][1]], text[first:last]):
            merged[-1] = (merged[-1][0], last)
        else:
            if merged and (mark := _DANGLING.search(text, *merged[-1])) and mark.end() == first:
                merged[-1], first = (merged[-1][0], mark.start()), mark.end() - 1
            merged.append((first, last))
    return [part for span in merged for part in _parted(text, *span)]


def _parted(text: str, first: int, last: int) -> Iterator[Span]:
    """A stretch of text, cut where another sentence begins in it."""
    begin = first
    for place in missed(text[first:last]):
        end = begin + len(text[begin : first + place].rstrip())
        yield begin, end
        begin = first + place
    yield begin, last


def _shortened(text: str, first: int, last: int) -> Iterator[Span]:
    """An overlong stretch of text in pieces, cut at the best places that there are; any other as it is."""
    if last - first < OVERLONG:
        yield first, last
        return
    while last - first > PIECE:
        window = first + PIECE // 4, first + PIECE
        cuts = (list(breaks.finditer(text, *window)) for breaks in _BREAKS)
        best = next((found[-1] for found in cuts if found), None)
        if best is None:
            break
        yield first, first + len(text[first : best.start()].rstrip())
        first = best.end()
    yield first, last


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

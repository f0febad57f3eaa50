"""Speeches in quotation marks, told from quoted terms; marks that texts set the wrong way round are read by their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPENER = {"”": "“", "“": "„", "»": "«", '"': '"'}
"""Which mark opens what one closes; “ closes where „ opened."""
_CLOSER = {"“": "”", "„": "“", "«": "»", '"': '"'}
WORDS = 5
"""Words from which what stands in quotation marks is a speech and no quoted term."""
FEW = 3
"""Likewise, where it ends as a sentence or clause does."""

_BEGINS = re.compile(r"(?:^|[.!?…][\"”»]?)\s*$")
"""What stands before quotation marks that hold a sentence of their own, however short."""
_MARK = re.compile(r"[\"“”„«»]")


@dataclass(frozen=True, slots=True)
class Span:
    """A speech, its marks included."""

    start: int
    end: int


def speeches(text: str) -> list[Span]:
    """The speeches of a paragraph, in order; one that is never closed goes on to its end."""
    found: list[Span] = []
    opened: int | None = None
    for place, opens in _marks(text):
        if opened is None:
            if opens:
                opened = place
        elif not opens:
            _add(found, text, opened, place + 1)
            opened = None
    if opened is not None:
        _add(found, text, opened, len(text))
    return found


def missing_marks(text: str) -> tuple[str, str]:
    """The marks that a piece of a speech lacks, before it and after it, each empty where none is lacking.

    Of `“It is long.` the second is `”`, of `It is wide,” Lee said.` the first is `“`. Marks that stand anywhere else
    than where a speech begins or ends are left as they are.
    """
    opened: int | None = None
    before = ""
    for place, opens in _marks(text):
        if opens:
            opened = place if opened is None else opened
        elif opened is not None:
            opened = None
        elif not before and text[:place].rstrip()[-1:] in tuple(",.!?…"):
            before = _OPENER.get(text[place], "“")
        else:
            return "", ""
    if opened is None:
        return before, ""
    if before or text[:opened].rstrip()[-1:] not in ("", *":,—–.?!"):
        return "", ""
    return "", _CLOSER.get(text[opened], "”")


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    said = text[start:end]
    words = len(said.split())
    ended = said[-2:-1] in tuple(",.!?…")
    if words >= WORDS or (ended and (words >= FEW or _BEGINS.search(text, 0, start))):
        found.append(Span(start, end))


def _marks(text: str) -> Iterator[tuple[int, bool]]:
    """Each quotation mark, and whether it opens: by the white space beside it, then by its shape."""
    for match in _MARK.finditer(text):
        place = match.start()
        before = text[place - 1] if place else " "
        after = text[place + 1] if place + 1 < len(text) else " "
        left, right = before.isspace() or before in "([—–-", after.isspace() or after in ".,;:!?)]—–"
        if left != right:
            yield place, left
        else:
            yield place, match.group() in "“„«"

"""Speeches in quotation marks, told from quoted terms; marks that texts set the wrong way round are read by their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

WORDS = 5
"""Words from which what stands in quotation marks is a speech and no quoted term."""
FEW = 3
"""Likewise, where it ends as a sentence or clause does."""

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


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    said = text[start:end]
    words = len(said.split())
    if words >= WORDS or (words >= FEW and said[-2:-1] in tuple(",.!?…")):
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

"""Words for the terminal: text of sources made harmless, sources and dates as a reader would name them."""

from __future__ import annotations

import re

from bot.briefing.models import Source
from bot.frontend.wording import published
from bot.lookup.stems import sought, terms

# Controls, and marks that turn the direction of text: shown, never obeyed. Line ends and tabs become spaces where
# a text is laid out anew, so they may pass.
_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def clean(text: str) -> str:
    """`text` with nothing in it that a terminal would obey; each such character becomes a visible one."""
    return _CONTROLS.sub(lambda found: _picture(ord(found[0])), text)


def _picture(code: int) -> str:
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def one_line(text: str) -> str:
    """`text` made harmless and laid on one line."""
    return " ".join(clean(text).split())


def origin(source: Source) -> str:
    """Who published a source and when, on one line."""
    parts = (source.author, source.publisher, published(source))
    return one_line(", ".join(part for part in parts if part))


def listed(names: list[str]) -> str:
    """`A`, `A or B`, `A, B or C`."""
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def excerpt(text: str, words: str, limit: int = 360) -> tuple[str, list[tuple[int, int]]]:
    """A stretch of `text` round the first of `words`, at most `limit` characters, and where words stand in it.

    Cut ends show as `…`; the places are (start, end) offsets into the stretch.
    """
    text = one_line(text)
    if len(text) > limit:
        first = next(iter(_places(text, words)), (0, 0))[0]
        start = max(0, min(first - limit // 3 if first else 0, len(text) - limit))
        start = text.rfind(" ", 0, start) + 1 if start else 0
        end = text.rfind(" ", start, start + limit + 1) if start + limit < len(text) else len(text)
        end = end if end > start else start + limit
        text = ("… " if start else "") + text[start:end] + (" …" if end < len(text) else "")
    return text, _places(text, words)


def _places(text: str, words: str) -> list[tuple[int, int]]:
    """Where a text has the words in any inflection, as they are searched for; the last may be the beginning of one."""
    wanted = [stem for one in sought(words) for stem in one.stems]
    places: list[tuple[int, int]] = []
    for stem, start, end in terms(text) if wanted else ():
        if stem not in wanted and not stem.startswith(wanted[-1]):
            continue
        if places and start <= places[-1][1]:  # letters without spaces are found in pairs
            places[-1] = (places[-1][0], end)
        else:
            places.append((start, end))
    return places

"""A list inside a sentence: what leads to it, and the item in which a number stands."""

from __future__ import annotations

import re

_ITEM = re.compile(r"\n[ \t]*(?:[•*▪◦‣●·■□►–—-]|\(?(?:\d{1,2}|[a-z])[.)])\s+")
_REFUSES = re.compile(
    r"\b(?:not|no|never|neither|nor|without|cannot|den(?:y|ies|ied)|reject(?:s|ed)?|refus(?:e[sd]?)|rul(?:es|ed) out|against|instead of|abandon(?:s|ed)?|oppos(?:es|ed))\b|n['’]t\b",
    re.IGNORECASE,
)


def item(text: str, place: int) -> tuple[int, int, int]:
    """Where what leads to a list ends, and where the item that holds `place` begins and ends; `0, 0, len(text)` without a list."""
    marks = [(match.start(), match.end()) for match in _ITEM.finditer(text)]
    if not marks:
        return 0, 0, len(text)
    head = marks[0][0]
    begin = max((end for _, end in marks if end <= place), default=0)
    end = min((start for start, _ in marks if start >= place), default=len(text))
    return head, begin, end


def is_refused(text: str, place: int) -> bool:
    """Whether `place` is in a list of what is not, or is not to be: “The council rejected: …”."""
    head, begin, _ = item(text, place)
    return 0 < head < begin and _REFUSES.search(text, 0, head) is not None

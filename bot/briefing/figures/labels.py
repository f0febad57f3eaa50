"""Numbers that count nothing: parts of names, labels, codes, versions and addresses."""

from __future__ import annotations

import re

_NAME_BEFORE = re.compile(r"(?:^|[\s(“\"‘])(?P<name>[A-Z][\w’'&.-]*)[ \u00a0]$")
_NOT_NAMES = frozenset(
    "in on at by since from until after before over under about around nearly almost some more less only just with for of to and"
    " but or the a an as when while than up another additionally also however there monday tuesday wednesday thursday friday"
    " saturday sunday january february march april may june july august september october november december between its their"
    " all most roughly approximately exactly estimated another these those if where that which last this next meanwhile today"
    " yesterday now then thus so yet still officially killing".split()
)
_STREET = re.compile(
    r"\s(?:[A-Z][\w’'-]+\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Square|Boulevard|Drive|Place)\b"
)
_LABELS = re.compile(
    r"\b(?:article|articles|chapter|section|page|pages|pp?\.|no\.|number|volume|vol\.?|issue|figure|fig\.|table|paragraph|para\.?|room|channel|route|highway|flight|version|phase|grade|class|type|level|stage|size|group|part|step|round|lesson|resolution|act|bill|line|gate|unit|elements?|category)\s$",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"\s?(?:%|percent|per cent|million|billion|thousand)")
_TITLED = re.compile(r"[A-Z][a-z]+(?:-[a-z]+)?\s[A-Z][a-z]")
_MARKS = tuple("\"“”‘’'«»")


def is_part(text: str, start: int) -> bool:
    """Whether the number that begins at `start` is part of something else: a version, a code, a name, a label, an address."""
    if start == 0:
        return bool(_STREET.match(text, len(text) - len(text.lstrip("0123456789"))))
    before = text[start - 1]
    if text[start].isdigit():
        if (
            before.isalnum()
            or before in "./#:[,"
            or (
                before in "-–,"
                and start > 1
                and text[start - 2].isalnum()
                and not text[max(0, start - 12) : start - 1].isalpha()
            )
        ):
            return True
        if before in "-–" and start > 1 and text[start - 2].isupper():
            return True
        if _LABELS.search(text, 0, start):
            return True
        end = start
        while end < len(text) and text[end].isdigit():
            end += 1
        if _STREET.match(text, end) or (end < len(text) and text[end] == "]"):
            return True
        if (text[end : end + 1] in (",", ".", "%") and text[end + 1 : end + 2].isdigit()) or _PERCENT.match(
            text, end
        ):
            return False
        named = _NAME_BEFORE.search(text, 0, start)
        return named is not None and named.start("name") > 0 and named["name"].lower() not in _NOT_NAMES
    if (
        text[start].isupper()
        and _TITLED.match(text, start)
        and text[start - 1].isspace()
        and text[:start].rstrip()[-1:].isalnum()
    ):
        return True  # “Ten Thousand Turks”
    return before.isalnum() or before == "-"


def is_name(text: str, start: int, end: int) -> bool:
    """Whether a number and its unit, from `start` to `end`, are all that quotation marks hold: a name such as the “three evils”."""
    return text[:start].rstrip()[-1:] in _MARKS and text[end:].lstrip()[:1] in _MARKS

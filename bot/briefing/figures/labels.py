"""Numbers that count nothing: parts of names, labels, codes, versions and addresses."""

from __future__ import annotations

import re

from bot.topics.words import FUNCTION

_NAME_BEFORE = re.compile(r"(?:^|[\s(“\"‘])(?P<name>[A-Z][\w’'&.-]*|[a-z]{1,2}[A-Z]\w*)[ \u00a0]$")
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
    r"\b(?:article|articles|chapter|section|page|pages|pp?\.|no\.|number|volume|vol\.?|issue|figure|fig\.|table|paragraph|para\.?|room|channel|route|highway|interstate|nos\.|season|episode|proposition|amendment|sector|exit|terminal|platform|flight|version|phase|grade|class|type|level|stage|size|group|part|step|round|lesson|resolution|act|bill|line|gate|unit|elements?|category)\s$",
    re.IGNORECASE,
)
_PLACED = re.compile(r"(?:In|At|Near|Across|Around|Throughout|Outside|Inside|From|Of)\s(?:[\w’'-]+\s){1,7}")
"""“In the port of Ness 52 people …”: the place ends before the number."""
_TIMES = re.compile(r"\d\s?[x×]\s?$")
TAKEN = "\x00"
"""What stands in place of letters that belong to a date or a reference."""
_HAN = re.compile(r"[\u3400-\u9fff]")
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
            (before.isalnum() and not _HAN.match(before))
            or before in "./#:[,"
            or (
                before in "-–,"
                and start > 1
                and (text[start - 2].isalnum() or text[start - 2] == TAKEN)
                and not text[max(0, start - 12) : start - 1].isalpha()
            )
        ):
            return True
        if before in "-–" and start > 1 and text[start - 2].isupper():
            return True
        if _LABELS.search(text, 0, start) or _TIMES.search(text, 0, start):
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
        if end - start >= 2 and _named_elsewhere(text, text[start:end]):
            return True
        named = _NAME_BEFORE.search(text, 0, start)
        if (
            named is None
            or _PLACED.fullmatch(text, 0, start)
            or (name := named["name"].lower()) in _NOT_NAMES
        ):
            return False
        # What opens a sentence has its capital for that, unless it can be nothing but a name.
        return named.start("name") > 0 or not (
            name in FUNCTION or name.endswith(("ly", "ed", "s")) or (name.endswith("ing") and len(name) > 6)
        )
    if (
        text[start].isupper()
        and _TITLED.match(text, start)
        and text[start - 1].isspace()
        and text[:start].rstrip()[-1:].isalnum()
    ):
        return True  # “Ten Thousand Turks”
    return (before.isalnum() and not _HAN.match(before)) or before == "-"


def _named_elsewhere(text: str, number: str) -> bool:
    """Whether a number is part of a name in the same sentence: “42 Boeing 787 airplanes and 58 other 787 planes”."""
    return text.count(number) > 1 and any(
        match["name"].lower() not in _NOT_NAMES and match.start() > 0
        for match in re.finditer(rf"(?<=[\s(])(?P<name>[A-Z][a-z]+)\s{number}(?=\s[a-z])", text)
    )


def is_name(text: str, start: int, end: int) -> bool:
    """Whether a number and its unit, from `start` to `end`, are all that quotation marks hold: a name such as the “three evils”."""
    return text[:start].rstrip()[-1:] in _MARKS and text[end:].lstrip()[:1] in _MARKS

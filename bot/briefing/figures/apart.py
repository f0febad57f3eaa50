"""What keeps two figures apart though their words agree: parts of a whole, changes of different days, other magnitudes."""

from __future__ import annotations

import datetime as dt
import re

from bot.briefing.models import Figure

MAGNITUDES = {"money": 25.0, "count": 100.0}
"""How many times one amount may be the other, by kind, for both to be of the same thing."""
ONE_EVENT = 3
"""Days between two tellings of one rise or fall."""
_FURTHER = re.compile(
    r"\b(?:another|an? (?:extra|additional|further)|(?:some|about) (?:further|additional))\s*$", re.IGNORECASE
)
_OF_WHOLE = re.compile(r"\bof (?:the|its|their|our|these|those)\s", re.IGNORECASE)
_WHERE = re.compile(r"\b(?:in|across|throughout|among)\s(?:(?:the|these|those|all)\s)?$", re.IGNORECASE)
_OUTSIDE = re.compile(r"(?:\s[a-z’'-]+){0,7}?\s(?:outside|beyond|except|besides|excluding)\s")
_UNNAMED = re.compile(
    r"(?:it|they|he|she)\s(?:now\s|already\s|also\s|still\s)?(?:has|have|had|is|are|was|were|confirmed|reported|counted|said)\b",
    re.IGNORECASE,
)
_SUBJECT_UNNAMED = re.compile(
    r"\b(?:it|they|he|she)\s(?:now\s|already\s|also\s|still\s)?(?:has|have|had)(?:\s(?:confirmed|reported|recorded))?\s$",
    re.IGNORECASE,
)
_LIVES_SAVED = re.compile(r"\bsav(?:ed?|es|ing)\b.{0,20}\blives\b|\blives\b.{0,30}\bsaved\b")
_RATE = re.compile(
    r"\)?(?:\s\([^)]*\))?(?:\s(?!and\b|but\b|which\b|who\b)[a-z]+){0,7}?\s(?:(?:an?|per|each|every)\s(?P<time>second|minute|hour|day|week|month|year)\b(?!\s(?:ago|earlier|later|before|after|old))|(?P<daily>daily|annually))"
)
_RATE_BEFORE = re.compile(r"\b[Ee](?:ach|very)\s(?P<time>second|minute|hour|day|week|month|year)\b[^,;.]*$")
NEAR_RATE = 60
"""Characters before a number within which “each year” is about it."""
_RISE = re.compile(
    r"\b(?:ris\w+|rose|gr[eo]w\w*|increas\w+|climb\w+|jump\w+|surg\w+|soar\w+|gain\w*|up|higher|advanc\w+|add\w*)\b"
)
_FALL = re.compile(
    r"\b(?:f[ae]ll\w*|decreas\w+|declin\w+|drop\w*|plung\w+|slump\w*|shr[aiu]nk\w*|los[et]\w*|down|lower\w*|cut\w*|slid\w*|tumbl\w+|plummet\w*|slip\w*)\b"
)
NEAR = 30
"""Characters before a number within which its rise or fall is told."""


def is_part(kind: str | None, value: str, measure: str, quote: str, start: int) -> bool:
    """Whether a figure that begins at `start` counts only a part, or places of something: it is compared with none.

    “Five more”, “20 of the 149”, “in 15 countries”, “100 cases outside Ruvia”; and “it has two cases”, of which nobody
    can tell from the sentence alone where they are.
    """
    before = quote[:start]
    if _FURTHER.search(before):
        return True
    if kind != "count":
        return False
    return bool(
        _OF_WHOLE.search(value)
        or _WHERE.search(before)
        or _OUTSIDE.match(quote, start + len(value))
        or _UNNAMED.match(measure)
        or _SUBJECT_UNNAMED.search(before)
        or _LIVES_SAVED.search(quote, max(0, start - 30), start + len(value) + 60)
    )


def rate_of(quote: str, start: int, end: int) -> str:
    """The time by which a number's clause counts: “12,000 barrels (504,000 gallons) were leaking every day”."""
    if match := _RATE.match(quote, end):
        return match["time"] or {"daily": "day", "annually": "year"}[match["daily"]]
    before = _RATE_BEFORE.search(quote, max(0, start - NEAR_RATE), start)
    return before["time"].lower() if before else ""


def are_apart(a: Figure, b: Figure) -> bool:
    """Whether the amounts of two figures are of different magnitudes, or each one's sentence states the other's too."""
    if _states_both(a, b):
        return True
    most = MAGNITUDES.get(a.kind or "")
    if most is None or not a.amount or not b.amount:
        return False
    low, high = sorted((abs(a.amount), abs(b.amount)))
    return high > most * low


def _states_both(a: Figure, b: Figure) -> bool:
    """Whether the sentences of both state both numbers: what one sentence tells apart is not the same thing."""
    mine, other = a.value.lower(), b.value.lower()
    return mine != other and mine in b.citation.quote.lower() and other in a.citation.quote.lower()


def of_two_changes(a: Figure, b: Figure) -> bool:
    """Whether two rises or falls are of different days, or one a rise and one a fall: “up 6%” and “down 0.6%” of a share.

    Changes of stated months and years make a series.
    """
    if a.as_of is None or b.as_of is None:
        return True
    if max(len(a.as_of), len(b.as_of)) < len("2019-09-12"):
        return False
    if len(a.as_of) != len(b.as_of) or _direction(a) != _direction(b):
        return True
    return abs((dt.date.fromisoformat(a.as_of) - dt.date.fromisoformat(b.as_of)).days) > ONE_EVENT


def _direction(figure: Figure) -> int:
    """1 for a rise, -1 for a fall, 0 where the words before the number tell of none."""
    quote = figure.citation.quote
    place = quote.find(figure.value)
    before = quote[max(0, place - NEAR) : place]
    up = [match.start() for match in _RISE.finditer(before)]
    down = [match.start() for match in _FALL.finditer(before)]
    return (max(up, default=-1) > max(down, default=-1)) - (max(up, default=-1) < max(down, default=-1))

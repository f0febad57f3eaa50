"""What the opening of a running text states of itself: time stamps, datelines and bylines that stand in its sentences.

“… Tuesday 19 April 2005 00.01 BST The port …”, “NESS, May 5, 2010 (Agency) - The port …”, “By Ann Lee, The Daily
Bay, 5 May 2010”. Only what no sentence of a story would say counts: a day with its weekday and a clock time, a day
that a label or a dateline gives. What is read here stays in the text, and in its quotes.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.corpus.dates import MONTHS, mentions

OPENING = 1_500
"""Characters from a text's beginning within which it is stamped."""
BEFORE = 130
"""Characters before a stamp or dateline within which a byline stands."""

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = r"(?P<weekday>(?i:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun))(?i:day)?\.?,?\s+"
_MONTH = "|".join(sorted((name for name in MONTHS if name.isascii()), key=len, reverse=True))
_DATE = rf"(?P<date>(?i:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTH})\.?,?\s+|(?:{_MONTH})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+)\d{{4}}|\d{{4}}-\d\d-\d\d)"
_ZONE = r"(?:[A-Z]{2,4}(?![A-Za-z])|UK time|local time)"
_CLOCK = rf"(?:[01]?\d|2[0-3])[:.][0-5]\d(?i:\s?[ap]\.?m\b\.?)?(?P<zone>\s?{_ZONE})?"
_GAP = r"\s?(?P<mark>[;|·T–—-])?,?\s?"
_LABEL = (
    r"(?P<label>(?:(?:First |Originally )[Pp]|P)ublished|PUBLISHED|Posted|POSTED|Released|Issued"
    r"|[Ll]ast (?i:updated|modified|revised)|Updated|UPDATED|Modified|Revised)(?:\s(?:on|at))?\s?:?\s+"
)
_UPDATED = re.compile(r"updated|modified|revised", re.IGNORECASE)

_WITH_TIME = re.compile(rf"\b{_WEEKDAY}{_DATE}{_GAP}{_CLOCK}")
_STAMPS = (
    _WITH_TIME,
    re.compile(rf"\b{_CLOCK},?\s{_WEEKDAY}{_DATE}"),
    re.compile(rf"^(?:{_WEEKDAY})?{_DATE}(?:{_GAP}|,?\sat\s){_CLOCK}", re.MULTILINE),
    re.compile(rf"(?:^|(?<=[\s(|])){_DATE}\s?[|·-]?\s?(?P<label>[Ll]ast [Uu]pdated)\b"),
    re.compile(rf"(?:^|(?<=[\s(|])){_LABEL}(?:{_CLOCK},?\s)?(?:{_WEEKDAY})?{_DATE}(?=\s?$|\s?[|()\n;·–—-]|,?\s\d\d?[:.]\d\d|\.?\s+[A-Z])"),
)  # fmt: skip
_DATE_FIRST = _STAMPS[3]
# “The gallery was opened on Tuesday 4 May 2010”, “on the night of Tuesday 12 January 2010”: a sentence's, not a stamp.
_IN_A_SENTENCE = re.compile(
    r"\b(?:on|of|at|by|since|until|till|from|to|before|after|and|or|for|in|was|were|is|been|be|which|had|has|have|the|a|an|this|last|next"
    r"|held|set|due|scheduled|place|beg[aiu]ns?|start(?:s|ed)?|open(?:s|ed)?|end(?:s|ed)?|occurred|happened|died|arrived|released|published|posted)[\s,]\s?$",
    re.IGNORECASE,
)
_IN_SMALL = re.compile(r"[a-z]\s$")
_PLACE = r"(?:[A-Z][A-Z.’'-]+(?:[ /][A-Z][A-Z.’'-]+){0,4})(?:,\s[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+)?)?"
_DAY_ALONE = rf"(?i:(?:{_MONTH})\.?\s+\d{{1,2}}|\d{{1,2}}\s+(?:{_MONTH})\.?)"
_DATELINE = re.compile(
    rf"(?:^|(?<=[\s.|])){_PLACE}(?:,?\s(?:{_DATE}|{_DAY_ALONE}))?\s\((?P<agency>[A-Z][\w.&’'-]*(?:\s[A-Z][\w.&’'-]*){{0,3}})\)\s?(?:--?|[–—])\s?(?=[\"“‘']?\w)"
)
_STAMPED_AGENCY = re.compile(r"\s\((?P<agency>[A-Z][\w.&’'-]*)\)\s(?:--?|[–—])\s")
_DATED_PLACE = re.compile(rf"^{_PLACE},\s{_DATE}\s?(?:--?|[–—])\s?(?=[\"“‘']?[A-Z])", re.MULTILINE)
_PERSON = r"[A-Z][\w.’'-]+(?:\s(?:(?:de|van|von|der|bin|al|la|da)\s)?(?!\w+day\b)[A-Z][\w.’'-]*){1,3}"
_BYLINE = re.compile(
    rf"^By:?\s(?P<author>{_PERSON}(?:\sand\s{_PERSON})?)(?:,\s(?P<publisher>[^,\n.]{{3,60}}))?\s?[,|·]\s?(?:{_WEEKDAY})?{_DATE}",
    re.MULTILINE,
)
_BY_BEFORE = re.compile(
    rf"(?:^|(?<=[\s.|)]))By:?\s(?P<author>{_PERSON}(?:\sand\s{_PERSON})?)(?:,\s[A-Z][^.,\n]{{2,50}})?[,|]?\s$"
)
_YEAR = re.compile(r"\d{4}")
_BRACKET = re.compile(r"\)\s?[-–—]")
_PUBLISHER = re.compile(
    r"The\s(?!(?:Hague|Gambia|Bahamas|Netherlands|Philippines)\b)[A-Z][\w’'&-]+(?:\s[A-Z&][\w’'&-]*){0,3}"
    r"|(?:[A-Z][\w’'&-]+\s){1,4}(?:News|Times|Post|Press|Journal|Herald|Gazette|Tribune|Agency|Magazine|Review|Chronicle|Bulletin)"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """What an opening states; None for what it does not, or says in two ways."""

    published: dt.date | None = None
    publisher: str | None = None
    author: str | None = None


def read_opening(text: str) -> Opening:
    """What the first `OPENING` characters of a text state; its paragraphs are its lines."""
    text = text[:OPENING]
    stamps = list(_stamps(text)) if _YEAR.search(text) else []
    lines = list(_DATELINE.finditer(text)) if _BRACKET.search(text) else []
    days = [_days(stamps, rank) for rank in _RANKS]
    days[1] |= {
        day
        for match in (*lines, *_DATED_PLACE.finditer(text), *_BYLINE.finditer(text))
        if match["date"] and (day := _of(match))
    }
    stated = next(filter(None, days), set())
    author, publisher = _by(text, [match.start() for match, _, _ in stamps] + [m.start() for m in lines])
    return Opening(
        next(iter(stated)) if len(stated) == 1 else None,
        publisher or _agency(text, lines, [match.end() for match, _, _ in stamps]),
        author,
    )


_RANKS = ("published", "", "updated")
"""What a stamp's label says, the surest first."""


def _stamps(text: str) -> Iterator[tuple[re.Match[str], dt.date, str]]:
    """The stamps of a text with their days, and what their labels say."""
    for pattern in _STAMPS:
        for match in pattern.finditer(text):
            day = _of(match)
            if day is None or _IN_A_SENTENCE.search(text, max(0, match.start() - 12), match.start()):
                continue
            if (
                pattern is _WITH_TIME
                and _IN_SMALL.search(text, 0, match.start())
                and not (match["zone"] or match["mark"])
            ):
                continue  # “the talks resumed Tuesday, May 4, 2010, 2.00 p.m.”
            label = match.groupdict().get("label")
            # “5 May 2010 Last updated at …”: the day itself is that of the page.
            changed = label and _UPDATED.search(label) and pattern is not _DATE_FIRST
            yield match, day, "updated" if changed else "published" if label else ""


def _days(stamps: Sequence[tuple[re.Match[str], dt.date, str]], rank: str) -> set[dt.date]:
    return {day for _, day, said in stamps if said == rank}


def _of(match: re.Match[str]) -> dt.date | None:
    """The day that a stamp gives; None where there is no such day, or it is another day of the week."""
    day = next((found for mention in mentions(match["date"]) if (found := mention.as_date())), None)
    weekday = match.groupdict().get("weekday")
    if day is None or (weekday and not _WEEKDAYS[day.weekday()].startswith(weekday.lower()[:3])):
        return None
    return day


def _by(text: str, stamped: Sequence[int]) -> tuple[str | None, str | None]:
    """Author and publisher of the byline that stands before a stamp, or with its day on a line's beginning."""
    if by := _BYLINE.search(text):
        publisher = by["publisher"]
        return by["author"], publisher if publisher and _PUBLISHER.fullmatch(publisher) else None
    before = (_BY_BEFORE.search(text, max(0, start - BEFORE), start) for start in sorted(stamped))
    return next((match["author"] for match in before if match), None), None


def _agency(text: str, lines: Sequence[re.Match[str]], stamped: Sequence[int]) -> str | None:
    """The one agency in the datelines of an opening, as in “NESS (Agency) - The port …”."""
    found = {match["agency"] for match in lines}
    found |= {match["agency"] for end in stamped if (match := _STAMPED_AGENCY.match(text, end))}
    return found.pop() if len(found) == 1 else None

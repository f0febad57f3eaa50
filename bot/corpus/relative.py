"""Dates that only the day of publication tells: “in June”, “last year”, “two days ago”, “yesterday”, “on Wednesday”.

Read only where one reading is left: a weekday, by whether the words say that it was or will be; “tomorrow” in somebody's
speech, by the day on which the sentence says it was held, and else not at all.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from bot.corpus.dates import MONTHS
from bot.corpus.quotations import quoted
from bot.corpus.tenses import Tense, tense_of_date


class Relative(NamedTuple):
    """A date in a text, at the precision that its words have; `future` as the words round it say."""

    start: int
    end: int
    date: str
    future: bool


NEAR_MONTHS = 4
"""Up to this a month without its year is the one meant, where the words do not say whether it was or will be."""
AHEAD = 3
"""Days up to which a weekday that was to come is the one that comes."""

_MONTH = "|".join(sorted((name.title() for name in MONTHS if name.isascii()), key=len, reverse=True))
_BARE_MONTH = re.compile(
    rf"\b(?P<mark>(?:[Ll]ast|[Nn]ext|[Tt]his|[Tt]his past|[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring|[Ll]ate|[Ee]arly|[Mm]id-?|[Bb]y|[Ff]rom)[\s-]?(?:late |early |mid-)?)"
    rf"(?P<month>{_MONTH})\b(?!\.?,?\s*\d)(?!\s+[A-Z])(?!['’]s)(?!\s+(?:and|or)\s+(?:{_MONTH})\b)(?:,?\s+(?:of\s+)?(?P<year>this|last|next) year)?"
)
_YEAR_WORDS = re.compile(
    r"(?<![Tt]he )(?<!than )(?<!over )(?<!from )\b(?P<which>[Tt]his|[Ll]ast|[Nn]ext) (?P<unit>year|month|week)\b"
)
_AGO = re.compile(
    r"(?<!than )(?<!about )(?<!some )(?<!around )(?<!over )(?<!nearly )(?<!almost )(?<!least )"
    r"\b(?P<many>[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|\d{1,2}) (?P<unit>day|week|month|year)s? ago\b"
)
_NAMED_DAY = re.compile(
    r"\b(?P<day>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Tt]his (?:morning|afternoon|evening)|[Ll]ast night)\b(?: (?:morning|afternoon|evening|night)\b)?"
)
_WEEKDAY = re.compile(
    r"(?:\b(?P<mark>[Oo]n|[Ll]ast|[Nn]ext|[Tt]his|[Bb]y(?!\s\w+[’']s)|[Uu]ntil|[Ss]ince)\s+)?"
    r"\b(?P<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?:\s+(?:morning|afternoon|evening|night))?"
)
_ANY = re.compile(rf"[Yy]ear|[Mm]onth|[Ww]eek|ago\b|day\b|[Tt]o(?:morrow|night)|[Tt]his |[Ll]ast |{_MONTH}")
_SHORT = ("day", "week", "month")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PAST = re.compile(
    r"\b(?:said|says|told|was|were|had|has|have|met|went|came|took|began|rose|fell|won|held|made|gave|\w{2,}ed)\b"
)
_REPORTED = re.compile(
    r"\b(?:said|says|told(?: [A-Z]\w+){1,3}|\w{2,}ed)\s+(?:late |early |earlier )?(?:on|in)?\s*$"
)
_DONE_BY = re.compile(r"\s\w+\sby\b")
_STILL = re.compile(r"\b(?:is|are|has|remains?|needs?|have|do|does)\b")
# “Black Friday”; “one Saturday”, “every Sunday”; “the Sunday Echo”, “its Monday Club”.
_NAMED_DAY_OF = re.compile(
    r"(?:^|[\s(“\"])(?!(?:On|Early|Late|Last|This|By|Until|Since|But|And|Then)\s)[A-Z][\w’'-]+\s$"
)
_ANY_SUCH_DAY = re.compile(
    r"\b(?:an?|one|every|each|any|some|another|most|many|consecutive|straight)\s$", re.IGNORECASE
)
_SUNDAY_PAPER = re.compile(r"\b[Tt]he\s[A-Z]\w+\s$")
_OPENS = re.compile(r"(?:^|[.:;?!“\"‘(–—-]\s?)$")
_COUNTS_ON = re.compile(r"\b(?:days?|weeks?|months?|years?)\sfrom\s$")
_THE = re.compile(r"\b(?:the|its|their|a)\s$", re.IGNORECASE)
_LISTED = re.compile(r"(?:\band|\bor|,)\s$")
_NAMES_MORE = re.compile(r"\s[A-Z]")
_WHOSE = re.compile(r"['’]s?\b")
_AFTER = re.compile(r"\b(?:after|since|following|from|in|at|during|by|of)\s$", re.IGNORECASE)
_AHEAD_OF = re.compile(
    r"\b(?:ahead of|in advance of|prior to|in the run-up to|beginning|starting|effective)\s(?:the\s)?$",
    re.IGNORECASE,
)
_LAST_WEEK = re.compile(r"(?:\s(?:to|and|or|until|through)\s[A-Z][a-z]+day)?,?\s(?:of\s)?last week\b")
_MARK = re.compile(r"[\"“”„«»]")
_EARLIER, _LATER = re.compile(r"\bearlier\s$", re.IGNORECASE), re.compile(r"\blater\s$", re.IGNORECASE)

_Read = Callable[[re.Match[str], dt.date, Tense | None], str | None]


def relative_dates(text: str, day: dt.date, *, rough: bool, inside: bool) -> Iterator[Relative]:
    """The dates of a text of that day, in no order; `rough` and `inside` as in `moments`."""
    if not _ANY.search(text):
        return
    found = [
        (match, read)
        for pattern, read in _PATTERNS
        for match in pattern.finditer(text)
        if not (rough and (read in (_named_day, _weekday) or match.groupdict().get("unit") in _SHORT))
    ]
    spoken = _spoken(text, inside=inside) if found else []
    said: set[str] = set()
    later: list[tuple[re.Match[str], _Read]] = []
    for match, read in found:
        if any(start <= match.start() < end for start, end in spoken):
            later.append((match, read))
        elif made := _made(match, read, day):
            if len(made.date) == len("2019-09-12") and _REPORTED.search(text, 0, made.start):
                said.add(made.date)
            yield made
    held = dt.date.fromisoformat(said.pop()) if len(said) == 1 else None
    for match, read in later:
        # Whoever says “tomorrow” may have said it yesterday.
        if (held or read is not _named_day) and (made := _made(match, read, held or day)):
            yield made


def _spoken(text: str, *, inside: bool) -> list[tuple[int, int]]:
    """What is said by somebody in a text, in quotation marks, or up to the first one where it begins inside a speech."""
    first = 0
    if inside:
        mark = _MARK.search(text)
        if mark is None:
            return [(0, len(text))]
        first = mark.end()
    return [(0, first), *((first + span.start, first + span.end) for span in quoted(text[first:]))]


def _made(match: re.Match[str], read: _Read, day: dt.date) -> Relative | None:
    told = tense_of_date(match.string, *match.span())
    if _EARLIER.search(match.string, 0, match.start()):
        told = Tense.PAST
    elif _LATER.search(match.string, 0, match.start()):
        told = Tense.FUTURE
    date = read(match, day, told)
    return Relative(*match.span(), date, told in (Tense.FUTURE, Tense.OPEN)) if date else None


def _month(match: re.Match[str], day: dt.date, told: Tense | None) -> str | None:
    """“in April this year”, “last May”, “in June”."""
    month, mark = MONTHS[match["month"].lower()], match["mark"].lower().split()[0].strip("-")
    if match["month"] == "May" and mark in ("by", "from") and not match["year"]:
        return None  # somebody's name as likely
    if match["year"]:
        year = day.year + {"this": 0, "last": -1, "next": 1}[match["year"]]
    elif mark == "next":
        year = day.year + (month <= day.month)
    elif mark == "last":
        year = day.year - (month >= day.month)
    elif mark == "this":
        year = day.year
    else:
        ahead, back = (month - day.month) % 12, (day.month - month) % 12
        match told:
            case Tense.HABIT:
                return None
            case Tense.FUTURE | Tense.MAY:
                step = ahead
            case Tense.PAST:
                step = -back
            case Tense.OPEN:
                step = ahead if ahead < back else -back
            case _:
                step = -back
        if abs(step) > (10 if told in (Tense.PAST, Tense.FUTURE, Tense.MAY) else NEAR_MONTHS):
            return None
        year = day.year + (day.month - 1 + step) // 12
    return f"{year:04}-{month:02}"


def _year(match: re.Match[str], day: dt.date, told: Tense | None) -> str | None:
    """“last year”, “this month”; a week where it lies within one month."""
    step = {"this": 0, "last": -1, "next": 1}[match["which"].lower()]
    if match["unit"] == "year":
        return f"{day.year + step:04}"
    if match["unit"] == "month":
        months = day.year * 12 + day.month - 1 + step
        return f"{months // 12:04}-{months % 12 + 1:02}"
    monday = day - dt.timedelta(days=day.weekday()) + dt.timedelta(weeks=step)
    return _one_month(monday - dt.timedelta(days=1), monday + dt.timedelta(days=6))


def _ago(match: re.Match[str], day: dt.date, told: Tense | None) -> str | None:
    word = match["many"].lower()
    many = int(word) if word.isdigit() else 1 if word in ("a", "an") else _NUMBERS.index(word)
    match match["unit"]:
        case "day":
            return (day - dt.timedelta(days=many)).isoformat()
        case "week":
            middle = day - dt.timedelta(weeks=many)
            return _one_month(middle - dt.timedelta(days=3), middle + dt.timedelta(days=3))
        case "month":
            months = day.year * 12 + day.month - 1 - many
            return f"{months // 12:04}-{months % 12 + 1:02}"
        case _:
            # “Ten years ago” may be eleven.
            return f"{day.year - many:04}" if many < 5 else None


def _named_day(match: re.Match[str], day: dt.date, told: Tense | None) -> str | None:
    word = match["day"].lower()
    if match["day"][0].isupper() and not _OPENS.search(match.string, 0, match.start()):
        return None  # somebody's programme or newspaper
    if word == "today" and _DONE_BY.match(match.string, match.end()):
        return None  # “a right today held by the crown”
    if word == "today" and not _is_this_day(match.string, match.start(), match.end()):
        return None  # “today” as in “nowadays”
    step = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(word, 0)
    return (day + dt.timedelta(days=step)).isoformat()


def _is_this_day(text: str, start: int, end: int) -> bool:
    """Whether “today” is the day and not “nowadays”: it stands beside a verb in the past, or opens a sentence in the past."""
    if _REPORTED.search(text[:start]) or _PAST.match(text, end + 1):
        return True
    return start <= 1 and not _STILL.search(text) and bool(_PAST.search(text))


def _weekday(match: re.Match[str], day: dt.date, told: Tense | None) -> str | None:
    text, start = match.string, match.start("day")
    mark = (match["mark"] or "").lower()
    back = (day.weekday() - _WEEKDAYS.index(match["day"])) % 7
    ahead = (7 - back) % 7
    if mark == "next":
        return None  # it may be this week's or the one after
    if mark == "last":
        return (day - dt.timedelta(days=back)).isoformat() if back > 2 else None
    if not mark and (
        _COUNTS_ON.search(text, 0, start)
        or _NAMED_DAY_OF.search(text, 0, start)
        or _ANY_SUCH_DAY.search(text, 0, start)
    ):
        return None
    if _THE.search(text, 0, start) and _NAMES_MORE.match(text, match.end()):
        return None
    if not mark and _LISTED.search(text, 0, start) and _NAMES_MORE.match(text, match.end()):
        return None  # “by the Sunday Echo and Sunday Post”
    if mark == "on" and _SUNDAY_PAPER.search(text, 0, match.start()):
        return None
    if _LAST_WEEK.match(text, match.end()):
        return (day - dt.timedelta(days=day.weekday() + 7 - _WEEKDAYS.index(match["day"]))).isoformat()
    if told is Tense.PAST and _AHEAD_OF.search(text, 0, match.start()):
        return None  # “sold ahead of Saturday's show”: it may be over or not
    if mark == "since":
        told = Tense.PAST
    elif mark == "this" and not back:
        return day.isoformat()
    elif (
        told is Tense.PAST and start and _WHOSE.match(text, match.end()) and not _AFTER.search(text, 0, start)
    ):
        return None  # “prepared for Friday's game”: before it or after?
    match told:
        case Tense.PAST:
            step = -back
        case Tense.FUTURE | Tense.MAY:
            step = ahead
        case Tense.OPEN if ahead <= AHEAD:
            step = ahead
        case _:
            return None
    return (day + dt.timedelta(days=step)).isoformat()


def _one_month(first: dt.date, last: dt.date) -> str | None:
    same = (first.year, first.month) == (last.year, last.month)
    return f"{first.year:04}-{first.month:02}" if same else None


_PATTERNS: tuple[tuple[re.Pattern[str], _Read], ...] = (
    (_BARE_MONTH, _month),
    (_YEAR_WORDS, _year),
    (_AGO, _ago),
    (_NAMED_DAY, _named_day),
    (_WEEKDAY, _weekday),
)

"""When a sentence says something was, is or will be: dates and stretches of time, at the precision of its words.

What the words leave out (“September 11”, “on Wednesday”, “last year”) is filled in from the day on which the document
was published, only where that leaves one reading; without that day nothing is filled in.
"""

from __future__ import annotations

import calendar
import datetime as dt
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.corpus.dates import MONTHS, DateMention, mentions


@dataclass(frozen=True, slots=True)
class Moment:
    """A date in a text, at the precision of its words: `2019-09-12`, `2019-09` or `2019`."""

    start: int
    end: int
    """Where its words stand in the text."""
    date: str
    until: str | None = None
    """The last day, month or year, where the words name a stretch of time."""
    resolved: bool = False
    """Whether the document's day was needed to read it."""
    future: bool = False
    """Whether the words round it speak of what is still to come."""


_FAR = dt.timedelta(days=300)
"""Beyond this a day without its year may be of another year."""
_SPAN = re.compile(
    r"\s*(?:[-–—]|(?:up )?to|until|till|through)\s+(?:(?:the )?(?:end|beginning|middle|start) of\s+)?",
    re.IGNORECASE,
)
_TIGHT = re.compile(r"[-–—]")
_BETWEEN = re.compile(r"\bbetween\s+(?:the (?:end|beginning) of\s+)?$", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?:the (?:end|beginning) of\s+)?", re.IGNORECASE)
_MONTH = "|".join(sorted((name.title() for name in MONTHS if name.isascii()), key=len, reverse=True))
_DAYS_OF_MONTH = re.compile(
    rf"\b(?:(?P<month>{_MONTH})\.?\s+(?P<a>\d{{1,2}})(?:\s?[-–—]\s?|\s+to\s+)(?P<b>\d{{1,2}})"
    rf"|(?P<c>\d{{1,2}})(?:\s?[-–—]\s?|\s+to\s+)(?P<d>\d{{1,2}})\s+(?P<month2>{_MONTH}))\b(?:,?\s+(?P<year>(?:1[5-9]|20)\d\d)\b)?"
)
_PART_OF_YEAR = re.compile(
    r"\b(?:Q(?P<q>[1-4])|H(?P<h>[12])|(?P<which>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast)[ -](?P<part>quarter|half))"
    r",?\s(?:of\s)?(?:the year\s)?(?P<year>(?:1[5-9]|20)\d\d)\b"
)
_DECADE = re.compile(r"\b(?:(?:[Ee]arly|[Ll]ate|[Mm]id)[\s-])?(?P<decade>(?:1[5-9]|20)\d0)[’']?s\b")
_SEASON = re.compile(r"(?<![\d.,$€£#/-])\b(?P<year>(?:1[5-9]|20)\d\d)[-–/](?P<last>\d\d)\b(?![-–/.,]?\d)")
_BARE_MONTH = re.compile(
    rf"\b(?P<mark>(?:[Ll]ast|[Nn]ext|[Tt]his|[Tt]his past|[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring|[Ll]ate|[Ee]arly|[Mm]id-?|[Bb]y|[Ff]rom)[\s-]?(?:late |early |mid-)?)"
    rf"(?P<month>{_MONTH})\b(?!\.?,?\s*\d)(?!\s+[A-Z])(?!['’]s)(?:,?\s+(?:of\s+)?(?P<year>this|last|next) year)?"
)
_YEAR_WORDS = re.compile(
    r"(?<![Tt]he )(?<!than )(?<!over )(?<!from )\b(?P<which>[Tt]his|[Ll]ast|[Nn]ext) (?P<unit>year|month|week)\b"
)
_AGO = re.compile(
    r"(?<!than )(?<!about )(?<!some )(?<!around )(?<!over )(?<!nearly )(?<!almost )(?<!least )"
    r"\b(?P<many>[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|\d{1,2}) (?P<unit>day|week|month|year)s? ago\b"
)
_NAMED_DAY = re.compile(
    r"\b(?P<day>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Tt]his (?:morning|afternoon|evening)|[Ll]ast night)\b"
)
_WEEKDAY = re.compile(
    r"(?:\b(?P<mark>[Oo]n|[Ll]ast|[Nn]ext|[Tt]his|[Bb]y(?!\s\w+[’']s)|[Uu]ntil|[Ss]ince)\s+)?"
    r"\b(?P<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?:\s+(?:morning|afternoon|evening|night))?"
)
_ANY_RELATIVE = re.compile(
    rf"[Yy]ear|[Mm]onth|[Ww]eek|ago\b|day\b|[Tt]o(?:morrow|night)|[Tt]his |[Ll]ast |{_MONTH}"
)
_SHORT = ("day", "week", "month")
_PARTS = ("first", "second", "third", "fourth", "last")
_DIGITS = re.compile(r"\d\d")
_GAP = re.compile(r"(?:,?\s+(?:the\s+)?|\s\()")
_EXPLAINED = re.compile(r"\s*[\[(][^\])]*\d")
"""“last year (2019)”: the text says itself which it was."""
_FRAME = re.compile(
    r"^[\"“(\s]*(?:Back )?(?:[Ii]n|[Oo]n|[Dd]uring|[Bb]y|[Aa]s of)\s+(?:the\s)?(?:(?:early|late|mid)[\s-])?$"
    r"|\b(?:sa(?:id|ys)|told|wrote|reported|announced|warned|stated|added|recalled|predicted)\s+(?:(?:back |early |late )?(?:in|on)\s+)?(?:an?\s|the\s)?$"
    r"|\b(?:report|statement|interview|speech|article|letter|memoir|diary|book|study|survey)s?\s+(?:in|from|of|about|for)\s+$"
)
_OLD = dt.timedelta(days=31)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_CLAUSE_ENDS = re.compile(
    r"[;:]\s|,\s(?=(?:and|but|while|although|though|which|who|where|whereas)\b)|\s[–—]\s|[\"“”]"
)
_FUTURE = re.compile(
    r"\b(?:will|shall|would|plans? to|plan(?:ned|ning) (?:to|for)|plans for|expect(?:s|ed)?(?: to)?|scheduled|slated|set to|due (?:to (?:be|begin|start|open|take)|in|on|by|next)"
    r"|hop(?:es?|ed|ing) to|aim(?:s|ed|ing)? to|intend(?:s|ed)? to|(?:is|are) to|upcoming|until at least|no later than|pledged to|vowed to|target of)\b|\b\w+(?:['’]ll)\b|\bwon['’]t\b"
)
_PAST = re.compile(
    r"\b(?:said|says|told|was|were|had|has|have|met|went|came|took|began|rose|fell|won|held|made|gave|\w{2,}ed)\b"
)
_REPORTED = re.compile(
    r"\b(?:said|says|told(?: [A-Z]\w+){1,3}|\w{2,}ed)\s+(?:late |early |earlier )?(?:on|in)?\s*$"
)
_STILL = re.compile(r"\b(?:is|are|has become|remains?|needs?|have|do|does)\b")
_NAMED_DAY_OF = re.compile(
    r"(?:^|[\s(“\"])(?!(?:On|Early|Late|Last|This|By|Until|Since|Every|But|And|Then)\s)[A-Z][\w’'-]+\s$"
)
_NAMED_BY = re.compile(r"(?<=[\s(“\"])(?:[A-Z][\w’'-]*)\s$")


def moments(
    text: str, day: dt.date | None, skipped: Sequence[tuple[int, int]] = (), *, rough: bool = False
) -> list[Moment]:
    """Every date and stretch of time in a text, in order, none inside another.

    `day` is when the text was published; `skipped` are stretches of it (source references) whose dates do not count.
    A `rough` day may be weeks off: “on Wednesday” and “this month” are then not filled in, “last year” is.
    """
    found: list[Moment] = []
    written = _written(text, day)
    taken = [*skipped, *((m.start, m.end) for m in written)]
    framed = day is not None and any(_frames(text, one, day) for one in written)
    relative = _relative(text, day, rough=rough) if day and not framed else ()
    for moment in [*written, *(one for one in relative if not _EXPLAINED.match(text, one.end))]:
        inside = skipped if not moment.resolved or moment in written else taken
        if not any(a < moment.end and moment.start < b for a, b in inside) and not _names_day(
            text, moment, written
        ):
            found.append(moment)
    found.sort(key=lambda m: (m.start, -m.end))
    return [m for i, m in enumerate(found) if i == 0 or m.start >= max(o.end for o in found[:i])]


def _frames(text: str, moment: Moment, day: dt.date) -> bool:
    """Whether a date of long before says from when a sentence speaks: “In 2012 it said that last year …”."""
    return (
        not moment.resolved
        and day - last_day(moment.until or moment.date) > _OLD
        and bool(
            _FRAME.search(text[: moment.start])
            or re.match(
                r"\s(?:report|statement|interview|speech|article|letter|memoir|book|study|survey)\b",
                text[moment.end :],
            )
        )
    )


def _names_day(text: str, moment: Moment, written: Sequence[Moment]) -> bool:
    """Whether a weekday only stands before the date that it is: “Friday, 3 June 2005”."""
    return text[moment.start : moment.end].split()[-1] in _WEEKDAYS and any(
        moment.end < other.start <= moment.end + len(" (the ")
        and _GAP.fullmatch(text, moment.end, other.start)
        for other in written
    )


def last_day(date: str) -> dt.date:
    """The last day of a date at any precision."""
    year, month, day = [*(int(part) for part in date.split("-")), 0, 0][:3]
    month = month or 12
    return dt.date(year, month, day or calendar.monthrange(year, month)[1])


def first_day(date: str) -> dt.date:
    """The first day of a date at any precision."""
    year, month, day = [*(int(part) for part in date.split("-")), 1, 1][:3]
    return dt.date(year, month, day)


def _written(text: str, day: dt.date | None) -> list[Moment]:
    """Dates with a month or a year, those that stand as a stretch joined."""
    spans = [*_spans_of_days(text, day), *_spans_of_years(text)]
    found = [span for span in spans if span.date]
    taken = [(span.start, span.end) for span in spans]
    dated = _with_years(text)
    # Beside a full date a day without its year is of that year, or left.
    years = {mention.year for mention in dated if mention.year and mention.day}
    single = [
        (mention, iso, mention.year is None)
        for mention in dated
        if not any(a < mention.end and mention.start < b for a, b in taken)
        and not (mention.month is None and _in_a_name(text, mention.start))
        and (iso := mention.iso() or (_nearest(mention, day, text) if day else None))
        and (mention.year or not years or int(iso[:4]) in years)
    ]
    i = 0
    while i < len(single):
        mention, iso, resolved = single[i]
        made = Moment(
            mention.start, mention.end, iso, None, resolved, looks_ahead(text, mention.start, mention.end)
        )
        if i + 1 < len(single) and single[i + 1][1] > iso and _is_span(text, mention, single[i + 1][0]):
            last, until, also = single[i + 1]
            made = replace(made, end=last.end, until=until, resolved=resolved or also)
            i += 1
        found.append(made)
        i += 1
    return found


def _with_years(text: str) -> list[DateMention]:
    """The dates written; in “May 3 to June 5, 2018” the year is that of both."""
    found = mentions(text)
    for number, (first, last) in enumerate(itertools.pairwise(found)):
        if first.year is None and last.year and last.month and _is_span(text, first, last):
            found[number] = replace(first, year=last.year)
    return found


def _spans_of_days(text: str, day: dt.date | None) -> Iterator[Moment]:
    """“September 10-12”; one that cannot be read has no date."""
    for match in _DAYS_OF_MONTH.finditer(text):
        month = MONTHS[(match["month"] or match["month2"]).lower()]
        a, b = int(match["a"] or match["c"]), int(match["b"] or match["d"])
        future = looks_ahead(text, match.start(), match.end())
        year = int(match["year"]) if match["year"] else None
        first = DateMention(match.start(), match.end(), year, month, a)
        iso = first.iso() or (_nearest(first, day, text) if day else None)
        until = replace(first, day=b).iso(int(iso[:4])) if iso else None
        if iso is None or until is None or until <= iso:
            yield Moment(match.start(), match.end(), "")
        else:
            yield Moment(match.start(), match.end(), iso, until, year is None, future)


def _spans_of_years(text: str) -> Iterator[Moment]:
    """Parts of a year, decades, and years such as 2015–16."""
    if not _DIGITS.search(text):
        return
    for match in _PART_OF_YEAR.finditer(text):
        half = bool(match["h"]) or match["part"] == "half"
        number = int(match["q"] or match["h"] or 0) or _PARTS.index(match["which"].lower()) + 1
        months, parts = (6, 2) if half else (3, 4)
        if number == len(_PARTS):
            number = parts
        if number <= parts:
            first, year = (number - 1) * months + 1, match["year"]
            future = looks_ahead(text, match.start(), match.end())
            yield Moment(
                *match.span(), f"{year}-{first:02}", f"{year}-{first + months - 1:02}", future=future
            )
    for match in _DECADE.finditer(text):
        first = int(match["decade"])
        yield Moment(
            *match.span(), str(first), str(first + 9), future=looks_ahead(text, match.start(), match.end())
        )
    for match in _SEASON.finditer(text):
        year, last = match["year"], match["year"][:2] + match["last"]
        if 12 < int(match["last"]) == int(year[2:]) + 1:
            yield Moment(*match.span(), year, last, future=looks_ahead(text, match.start(), match.end()))


def _is_span(text: str, first: DateMention, last: DateMention) -> bool:
    between = text[first.end : last.start]
    if _SPAN.fullmatch(between) or _TIGHT.fullmatch(between):
        return True
    return bool(_AND.fullmatch(between) and _BETWEEN.search(text[: first.start]))


def _in_a_name(text: str, start: int) -> bool:
    """Whether a year belongs to a name, such as `Vision 2030`: a word with a capital stands before it in mid-sentence."""
    return bool(_NAMED_BY.search(text, 0, start))


def _nearest(mention: DateMention, day: dt.date, text: str) -> str | None:
    """The day meant by month and day alone: the last such day, or the next one where the text looks ahead."""
    if mention.month is None or mention.day is None:
        return None
    days = [d for year in (day.year - 1, day.year, day.year + 1) if (d := mention.as_date(year))]
    if looks_ahead(text, mention.start, mention.end):
        meant = min((d for d in days if d >= day), default=None)
        return meant.isoformat() if meant and meant - day <= _FAR else None
    meant = max((d for d in days if d <= day), default=None)
    return meant.isoformat() if meant and day - meant <= _FAR else None


def _relative(text: str, day: dt.date, *, rough: bool) -> Iterator[Moment]:
    if not _ANY_RELATIVE.search(text):
        return
    for pattern, read in (
        (_BARE_MONTH, _month),
        (_YEAR_WORDS, _year),
        (_AGO, _ago),
        (_NAMED_DAY, _named_day),
        (_WEEKDAY, _weekday),
    ):
        for match in pattern.finditer(text):
            if rough and (pattern in (_NAMED_DAY, _WEEKDAY) or match.groupdict().get("unit") in _SHORT):
                continue
            future = looks_ahead(text, match.start(), match.end())
            if date := read(match, day, future):
                yield Moment(match.start(), match.end(), date, None, True, future)


def _month(match: re.Match[str], day: dt.date, future: bool) -> str | None:
    """“in April this year”, “last May”, “in June”."""
    month, mark = MONTHS[match["month"].lower()], match["mark"].lower().split()[0].strip("-")
    if match["month"] == "May" and mark in ("by", "from") and not match["year"]:
        return None  # somebody's name as likely
    if match["year"]:
        year = day.year + {"this": 0, "last": -1, "next": 1}[match["year"]]
    elif mark == "next" or (future and mark != "last"):
        year = day.year + (month < day.month or (mark == "next" and month == day.month))
    elif mark == "this":
        year = day.year
    else:
        year = day.year - (month > day.month or (mark == "last" and month == day.month))
        if (day.year - year) * 12 + day.month - month > 10:
            return None
    return f"{year:04}-{month:02}"


def _year(match: re.Match[str], day: dt.date, future: bool) -> str | None:
    """“last year”, “this month”; a week where it lies within one month."""
    step = {"this": 0, "last": -1, "next": 1}[match["which"].lower()]
    if match["unit"] == "year":
        return f"{day.year + step:04}"
    if match["unit"] == "month":
        months = day.year * 12 + day.month - 1 + step
        return f"{months // 12:04}-{months % 12 + 1:02}"
    monday = day - dt.timedelta(days=day.weekday()) + dt.timedelta(weeks=step)
    return _one_month(monday - dt.timedelta(days=1), monday + dt.timedelta(days=6))


def _ago(match: re.Match[str], day: dt.date, future: bool) -> str | None:
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


def _named_day(match: re.Match[str], day: dt.date, future: bool) -> str | None:
    word = match["day"].lower()
    if word == "today" and not _is_this_day(match.string, match.start(), match.end()):
        return None  # “today” as in “nowadays”
    step = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(word, 0)
    return (day + dt.timedelta(days=step)).isoformat()


def _is_this_day(text: str, start: int, end: int) -> bool:
    """Whether “today” is the day and not “nowadays”: it stands beside a verb in the past, or opens a sentence in the past."""
    if _REPORTED.search(text[:start]) or _PAST.match(text, end + 1):
        return True
    return start <= 1 and not _STILL.search(text) and bool(_PAST.search(text))


def _weekday(match: re.Match[str], day: dt.date, future: bool) -> str | None:
    mark = (match["mark"] or "").lower()
    number = _WEEKDAYS.index(match["day"])
    back = (day.weekday() - number) % 7
    if mark == "next" or (not mark and _NAMED_DAY_OF.search(match.string, 0, match.start("day"))):
        return None  # “next Monday” may be this week's or the one after; “Black Friday” is a name
    if mark == "last":
        return (day - dt.timedelta(days=back)).isoformat() if back > 2 else None
    if future:
        return (day + dt.timedelta(days=7 - back)).isoformat() if back else None
    return (day - dt.timedelta(days=back)).isoformat()


def _one_month(first: dt.date, last: dt.date) -> str | None:
    same = (first.year, first.month) == (last.year, last.month)
    return f"{first.year:04}-{first.month:02}" if same else None


def looks_ahead(text: str, start: int, end: int, reach: int = 10_000) -> bool:
    """Whether the clause round a date or number looks ahead: “On Thursday he will visit”, not “said on Thursday it will”.

    Words that do so count up to `reach` characters after it.
    """
    first, last = 0, len(text)
    for match in _CLAUSE_ENDS.finditer(text):
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end:
            last = match.start()
            break
    for match in _FUTURE.finditer(text, first, min(last, end + reach)):
        if match.start() >= end:
            if not _PAST.search(text, end, match.start()) and not _REPORTED.search(text[:start]):
                return True
        elif match.end() <= start and not _REPORTED.search(text[match.end() : start]):
            return True
    return False

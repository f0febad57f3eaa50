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
from bot.corpus.relative import relative_dates
from bot.corpus.tenses import Tense, tense, tense_of_date


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


_FAR = dt.timedelta(days=270)
"""Beyond this a day without its year may be of another year."""
_NEAR = dt.timedelta(days=60)
"""Up to this a day without its year is the one meant, where the words do not say whether it was or will be."""
_SPAN = re.compile(
    r"\s*(?:[-–—]|(?:up )?to|until|till|through)\s+(?:(?:the )?(?:end|beginning|middle|start) of\s+)?",
    re.IGNORECASE,
)
_TIGHT = re.compile(r"[-–—]")
_BETWEEN = re.compile(r"\bbetween\s+(?:the (?:end|beginning) of\s+)?$", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?:the (?:end|beginning) of\s+)?", re.IGNORECASE)
_MONTH = "|".join(sorted((name.title() for name in MONTHS if name.isascii()), key=len, reverse=True))
_DAYS_OF_MONTH = re.compile(
    rf"\b(?:(?P<month>{_MONTH})\.?\s+(?P<a>\d{{1,2}})(?:\s?[-–—]\s?|\s+to\s+|(?P<and>\s+and\s+))(?P<b>\d{{1,2}})"
    rf"|(?P<c>\d{{1,2}})(?:\s?[-–—]\s?|\s+to\s+)(?P<d>\d{{1,2}})\s+(?P<month2>{_MONTH}))\b(?:,?\s+(?P<year>(?:1[5-9]|20)\d\d)\b)?"
)
_PART_OF_YEAR = re.compile(
    r"\b(?:Q(?P<q>[1-4])|H(?P<h>[12])|(?P<which>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast)[ -](?P<part>quarter|half))"
    r",?\s(?:of\s)?(?:the year\s)?(?P<year>(?:1[5-9]|20)\d\d)\b"
)
_DECADE = re.compile(r"\b(?:(?:[Ee]arly|[Ll]ate|[Mm]id)[\s-])?(?P<decade>(?:1[5-9]|20)\d0)[’']?s\b")
_SEASON = re.compile(r"(?<![\d.,$€£#/-])\b(?P<year>(?:1[5-9]|20)\d\d)[-–/](?P<last>\d\d)\b(?![-–/.,]?\d)")
_DIGITS = re.compile(r"\d\d")
_GAP = re.compile(r"(?:,?\s+(?:the\s+)?|\s\()")
_EXPLAINED = re.compile(r"\s*[\[(][^\])]*\d")
"""“last year (2019)”: the text says itself which it was."""
_WITH_YEAR = re.compile(r"\s?[\[(]\d{4}\b")
"""“on April 8 (2003)”"""
_OF_YEAR = re.compile(r",?\s(?:of\s)?(last|this|next) year\b")
"""“on 16 April last year”"""
_NAMES_EVENT = re.compile(
    r"\b(?:lessons?|attacks?|events?|victims?|horrors?|tragedy|memory|memories|legacy|wake|aftermath|shock|ruins|dead|heroes|anniversary) of\s$",
    re.IGNORECASE,
)
"""“The lessons of September 11”: a day that has become a name."""
_FRAME = re.compile(
    r"^[\"“(\s]*(?:Back )?(?:[Ii]n|[Oo]n|[Dd]uring|[Bb]y|[Aa]s of)\s+(?:the\s)?(?:(?:early|late|mid)[\s-])?$"
    r"|\b(?:sa(?:id|ys)|told|wrote|reported|announced|warned|stated|added|recalled|predicted)\s+(?:(?:back |early |late )?(?:in|on)\s+)?(?:an?\s|the\s)?$"
    r"|\b(?:report|statement|interview|speech|article|letter|memoir|diary|book|study|survey)s?\s+(?:in|from|of|about|for)\s+$"
)
_OLD = dt.timedelta(days=31)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PARTS = ("first", "second", "third", "fourth", "last")
_NAMED_BY = re.compile(r"(?<=[\s(“\"])(?:[A-Z][\w’'-]*)\s$")


def moments(
    text: str,
    day: dt.date | None,
    skipped: Sequence[tuple[int, int]] = (),
    *,
    rough: bool = False,
    inside: bool = False,
) -> list[Moment]:
    """Every date and stretch of time in a text, in order, none inside another.

    `day` is when the text was published; `skipped` are stretches of it (source references) whose dates do not count.
    A `rough` day may be weeks off: “on Wednesday” and “this month” are then not filled in, “last year” is.
    `inside` is whether the text begins inside a speech.
    """
    found: list[Moment] = []
    written = _written(text, day)
    taken = [*skipped, *((m.start, m.end) for m in written)]
    framed = day is not None and any(_frames(text, one, day) for one in written)
    relative: list[Moment] = []
    if day and not framed:
        relative = [
            Moment(start, end, date, None, True, future)
            for start, end, date, future in relative_dates(text, day, rough=rough, inside=inside)
            if not _EXPLAINED.match(text, end)
        ]
    for moment in [*written, *relative]:
        closed = skipped if not moment.resolved or moment in written else taken
        if not any(a < moment.end and moment.start < b for a, b in closed) and not _names_day(
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
        year = None if mention.year or not mention.day else _OF_YEAR.match(text, mention.end)
        made = Moment(
            mention.start,
            year.end() if year else mention.end,
            iso,
            None,
            resolved,
            looks_ahead(text, mention.start, mention.end),
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
        if iso and until and match["and"] and not _BETWEEN.search(text, 0, match.start()):
            yield Moment(match.start(), match.end("a"), iso, None, year is None, future)
            yield Moment(match.start("b"), match.end(), until, None, year is None, future)
            continue
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
    if mention.month is None or mention.day is None or _WITH_YEAR.match(text, mention.end):
        return None
    if said := _OF_YEAR.match(text, mention.end):
        return mention.iso(day.year + {"last": -1, "this": 0, "next": 1}[said[1]])
    days = [d for year in (day.year - 1, day.year, day.year + 1) if (d := mention.as_date(year))]
    match tense_of_date(text, mention.start, mention.end):
        case Tense.PAST:
            meant = max((d for d in days if d <= day), default=None)
            reach = _FAR
        case Tense.FUTURE | Tense.MAY:
            meant = min((d for d in days if d >= day), default=None)
            reach = _FAR
        case Tense.HABIT:
            return None
        case told:
            near = (d for d in days if told is Tense.OPEN or d <= day)
            meant = min(near, key=lambda d: abs(d - day), default=None)
            reach = _NEAR
    if meant and _NAMES_EVENT.search(text, 0, mention.start) and not day - _NEAR <= meant <= day:
        return None  # of which year, everybody knows but us
    return meant.isoformat() if meant and abs(meant - day) <= reach else None


def looks_ahead(text: str, start: int, end: int, reach: int = 10_000) -> bool:
    """Whether the clause round a date or number looks ahead: “On Thursday he will visit”, not “said on Thursday it will”.

    Words that do so count up to `reach` characters after it.
    """
    return tense(text, start, end, reach) in (Tense.FUTURE, Tense.OPEN)

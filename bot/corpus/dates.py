"""Dates as texts write them. A date that can be read two ways is not read at all."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan января январь январе", "february feb февраля февраль феврале", "march mar марта март марте", "april apr апреля апрель апреле",
            "may мая май мае", "june jun июня июнь июне", "july jul июля июль июле", "august aug августа август августе",
            "september sept sep сентября сентябрь сентябре", "october oct октября октябрь октябре", "november nov ноября ноябрь ноябре",
            "december dec декабря декабрь декабре",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b(?:\.(?=,|\s+[a-z\d]))?"
_HAS_MONTH = re.compile("|".join(MONTHS))
"""What a text in small letters has at least where a month is written: looking for that is some times faster."""
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)\b"

_WRITTEN = (
    re.compile(rf"\b{_MONTH}\s+(?:the\s+(?=\d+[a-z]))?{_DAY}\b(?:\s*,?\s+{_YEAR})?", re.IGNORECASE),
    re.compile(rf"\b{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?", re.IGNORECASE),
    re.compile(rf"\b{_MONTH},?\s+(?:of\s+)?{_YEAR}", re.IGNORECASE),
)
_ISO = re.compile(rf"\b{_YEAR}-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b")
_HAN = re.compile(r"(?P<year>\d{4})年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})[日号])?)?")
_NUMBERS = re.compile(r"\b(?P<a>\d{1,2})(?P<mark>[./-])(?P<b>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)\b")
_ANY_YEAR = re.compile(r"(?<![\d.,$€£#])(?P<year>(?:1[5-9]|20)\d\d)(?![\d%]|[.,]\d)\b")
_ABOUT = re.compile(
    r"\b(?:about|around|some|over|than|nearly|almost|(?<!until at )least|most|roughly|approximately|exactly)\s$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s(?:dollars?|euros?|pounds?|yuan|tenge|rubles?|people|persons|men|women|children|soldiers|troops|workers|percent|per cent|kilomet(?:er|re)s|km|miles|met(?:er|re)s|tonnes|tons|barrels|homes|houses"
    r"|jobs|copies|employees|residents|seats|units|megawatts|feet|years|hours|times|GMT|BST|UTC|hrs)\b"
)
_PLURAL = re.compile(r"\s[a-z]{3,}(?<!s)s\b")
# A word with which a year may go on: “the 2010 elections”, “in 2010 prices rose”; after another word “2000 soldiers” are soldiers.
_BEFORE_YEAR = re.compile(
    r"(?:^|[^\w\s]|\b(?:in|of|since|by|from|until|till|the|an?|before|after|during|early|late|for|this|that|these|those|its|their|his|her|our|my|your|between|through|throughout|per|until"
    r"|year|fiscal|[A-Z]\w*|\d+(?:\s(?:and|or|to))?))\s*$"
)
_DIGIT = re.compile(r"\d")
_LATER = dt.timedelta(days=75)
_YEAR_LONG = dt.timedelta(days=366)
_REFERENCE = re.compile(r"\(([^()]{2,120})\)")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written: `year` is None where the text leaves it out, `month` and `day` likewise."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None

    def as_date(self, year: int | None = None) -> dt.date | None:
        """The calendar day, with `year` for one left out; None where it is no whole date or no real one."""
        year = self.year or year
        if year is None or self.month is None or self.day is None:
            return None
        try:
            return dt.date(year, self.month, self.day)
        except ValueError:
            return None

    def iso(self, year: int | None = None) -> str | None:
        """`2019-09-12`, `2019-09` or `2019`, at the precision written; None without a year or where impossible."""
        year = self.year or year
        if year is None:
            return None
        if self.month is None:
            return f"{year:04}"
        if self.day is None:
            return f"{year:04}-{self.month:02}"
        day = self.as_date(year)
        return day.isoformat() if day else None


def mentions(text: str) -> list[DateMention]:
    """Every date written in a text, in order, none inside another."""
    return list(_all_mentions(text))


@lru_cache(maxsize=20_000)
def _all_mentions(text: str) -> tuple[DateMention, ...]:
    """One passage is read for its dates in the brief of each topic that it speaks of."""
    found: list[DateMention] = []
    if _DIGIT.search(text):
        for mention in sorted(_mentions(text), key=lambda m: (m.start, -m.end)):
            if not found or mention.start >= found[-1].end:
                found.append(mention)
    return tuple(found)


def date_of_line(line: str) -> dt.date | None:
    """The one whole date in a line; None where there is none, or where it could be two dates."""
    for mention in mentions(re.sub(r"\s+,", ",", line)):
        if day := mention.as_date():
            return day
    return None


def infer_date(paragraphs: Iterable[str]) -> dt.date | None:
    """The day before which a text that names its sources cannot have been written: the latest it speaks of as past.

    Read are whole dates, and the days of source references such as `(Xinhua, September 12)`, in the latest
    year that does not put them long after the latest month the text names. None where the text names no month with its
    year, where no dated reference is of the year before the latest – without them the dates of a story tell what it is
    about, not when it was written – and where only one date of that year stands in it.
    """
    texts = list(paragraphs)
    whole: list[dt.date] = []
    months: list[dt.date] = []
    for text in texts:
        for mention in mentions(text):
            if day := mention.as_date():
                whole.append(day)
            elif mention.year and mention.month:
                months.append(dt.date(mention.year, mention.month, 28))
    if not whole and not months:
        return None
    anchor = max(whole + months)
    cited = [
        day
        for text in texts
        for reference in _REFERENCE.finditer(text)
        for mention in mentions(reference.group(1))
        if (day := mention.as_date() or (None if mention.year else _nearest(mention, anchor)))
    ]
    whole += cited
    latest = max(whole, default=None)
    if latest is None or not any(latest - day < _YEAR_LONG for day in cited):
        return None
    return latest if sum(abs(latest - day) < _YEAR_LONG for day in {*whole, *months}) > 1 else None


def _nearest(mention: DateMention, anchor: dt.date) -> dt.date | None:
    days = [day for year in (anchor.year - 1, anchor.year, anchor.year + 1) if (day := mention.as_date(year))]
    # A reference may be somewhat later than the latest month that is named with its year, never by half a year.
    return max((day for day in days if day - anchor <= _LATER), default=None)


def _mentions(text: str) -> Iterator[DateMention]:
    for pattern in _WRITTEN if _HAS_MONTH.search(text.lower()) else ():
        for match in pattern.finditer(text):
            parts = match.groupdict()
            month = parts["month"]
            # “may” and “march” are words too; in English a month is written with a capital.
            if month.isascii() and not month[0].isupper():
                continue
            year, day = parts.get("year"), parts.get("day")
            yield DateMention(
                match.start(),
                match.end(),
                int(year) if year else None,
                MONTHS[month.lower()],
                int(day) if day else None,
            )
    for pattern in (_ISO, _HAN):
        for match in pattern.finditer(text):
            month, day = match["month"], match["day"]
            yield DateMention(
                match.start(),
                match.end(),
                int(match["year"]),
                int(month) if month else None,
                int(day) if day else None,
            )
    for match in _NUMBERS.finditer(text):
        a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
        # With dots the day comes first wherever dates are written with dots; otherwise only a day over 12 tells.
        if match["mark"] == "." or a > 12:
            yield DateMention(match.start(), match.end(), year, b, a)
        elif b > 12:
            yield DateMention(match.start(), match.end(), year, a, b)
    for match in _ANY_YEAR.finditer(text):
        # “some 2000 people” is a number.
        if _ABOUT.search(text, max(0, match.start() - 24), match.start()) or _COUNTED.match(
            text, match.end()
        ):
            continue
        if _PLURAL.match(text, match.end()) and not _BEFORE_YEAR.search(
            text, max(0, match.start() - 20), match.start()
        ):
            continue
        yield DateMention(match.start(), match.end(), int(match["year"]), None, None)

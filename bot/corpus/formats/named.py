"""Values that formats give for names and days, in the shapes they give them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from bot.corpus.dates import date_of_line
from bot.corpus.formats.extract import clean

_MOST = 100
"""Names that one list is read for; more is no list that a person wrote."""
_STAMP = re.compile(r"(\d{4})(?P<mark>[-/]?)(\d\d)(?P=mark)(\d\d)(?!\d)")


def names(value: object, depth: int = 3) -> Iterator[str]:
    """The names in a text, a table with a `name`, or a list of either; not those nested deeper than `depth`."""
    if isinstance(value, str):
        if name := clean(value):
            yield name
    elif depth and isinstance(value, list):
        for item in value[:_MOST]:
            yield from names(item, depth - 1)
    elif depth and isinstance(value, dict):
        yield from names(value.get("name"), depth - 1)


def day(value: object) -> str | None:
    """The calendar day, `2019-09-12`, of a date, a time stamp or a written date, in its own time zone.

    None where no whole day is given, where it can be read two ways, or where it is a clock's zero.
    """
    found: dt.date | None = None
    if isinstance(value, dt.datetime):
        found = value.date()
    elif isinstance(value, dt.date):
        found = value
    elif isinstance(value, str):
        found = _stamp(value.strip()) or date_of_line(value[:200])
    if found is None or found.year < 1500 or found == dt.date(1970, 1, 1):
        return None
    return found.isoformat()


def _stamp(text: str) -> dt.date | None:
    """The day that a time stamp begins with, hyphens or none."""
    if match := _STAMP.match(text):
        try:
            return dt.date(int(match[1]), int(match[3]), int(match[4]))
        except ValueError:
            return None
    return None

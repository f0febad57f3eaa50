"""What a person types about a schedule, read into values; every fault is one sentence (RequestError)."""

from __future__ import annotations

import datetime as dt
import re
import zoneinfo
from functools import cache

from rapidfuzz import fuzz, process

from bot.briefing.models import ThemeEntry
from bot.digests.models import WEEKDAYS
from bot.errors import RequestError, said_back
from bot.lookup.library import Library

DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAY_SETS = {
    "daily": WEEKDAYS,
    "every day": WEEKDAYS,
    "everyday": WEEKDAYS,
    "weekdays": WEEKDAYS[:5],
    "weekends": WEEKDAYS[5:],
}
DAY_EXAMPLES = ("daily", "weekdays", "weekends", "mon,wed,fri", *DAY_NAMES)
"""What is offered to a person who has typed no days yet."""
ZONE_EXAMPLES = ("UTC", "Asia/Almaty", "Asia/Bishkek", "Asia/Tashkent", "Asia/Dushanbe", "Asia/Ashgabat")
"""What is offered to a person who has typed no zone yet."""
AREAS = (
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
)
NOT_ZONES = {"localtime", "Factory"}
"""Names that some systems list, and which mean no place."""
NEAR = 75
"""From this likeness on (0 to 100), a zone is offered for what was typed."""

_TIME = re.compile(r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?\s*(?P<half>[ap]\.?m\.?)?", re.IGNORECASE)
_OFFSET = re.compile(r"(?:utc|gmt)?_?(?P<sign>[+−-])_?(?P<hours>\d{1,2})(?::?00)?", re.IGNORECASE)
_RANGE = re.compile(r"\s*[-–—]\s*")


def parse_theme(text: str, library: Library) -> ThemeEntry:
    """The theme that a person named, or chose from the list of themes (by its slug)."""
    chosen = next((theme for theme in library.themes() if theme.slug == text.strip()), None)
    theme = chosen or library.theme(text)
    if theme is not None:
        return theme
    near = [theme.name for theme in library.suggest_themes(text, 3) or library.themes()[:3]]
    names = " or ".join(part for part in (", ".join(near[:-1]), *near[-1:]) if part)
    hint = f"choose one, such as {names}." if names else "the briefs have no themes yet."
    raise RequestError(f"“{said_back(text)}” is not a theme: {hint}")


def parse_time(text: str) -> dt.time:
    """A wall-clock time, such as `08:00`, `8.30`, `8` or `8:30 pm`."""
    fault = RequestError(f"“{said_back(text)}” is not a time of day: write it like 08:00 or 8:30 pm.")
    match = _TIME.fullmatch(text.strip())
    if match is None:
        raise fault
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            raise fault
        hour = hour % 12 + (12 if match["half"].lower().startswith("p") else 0)
    if hour > 23 or minute > 59:
        raise fault
    return dt.time(hour, minute)


def parse_timezone(text: str) -> str:
    """The IANA name of a zone: given in any case, by its city alone, or as whole hours from UTC (`UTC+5`)."""
    zone = _zone(text)
    if zone is not None:
        return zone
    near = suggest_timezones(text, 1) if len(text.strip()) > 2 else []
    hint = f"did you mean {near[0]}?" if near else "choose one from the list, such as Asia/Almaty."
    raise RequestError(f"“{said_back(text)}” is not a time zone: {hint}")


def parse_days(text: str) -> tuple[str, ...]:
    """Days of the week in week order: `daily`, `weekdays`, `mon,wed`, `fri-mon`, `Tuesday and Thursday`."""
    typed = " ".join(text.casefold().split())
    if typed in DAY_SETS:
        return DAY_SETS[typed]
    days: set[str] = set()
    for part in re.split(r"[\s,;]+(?:and\s+)?", _RANGE.sub("-", typed).strip(" ,;")):
        first, dash, last = part.partition("-")
        if part in DAY_SETS:
            days.update(DAY_SETS[part])
        elif dash:
            start, end = _day(first, text), _day(last, text)
            days.update(WEEKDAYS[day % 7] for day in range(start, end + 1 if end >= start else end + 8))
        else:
            days.add(WEEKDAYS[_day(first, text)])
    return tuple(day for day in WEEKDAYS if day in days)


def days_text(days: tuple[str, ...]) -> str:
    """Days as they are shown to a person; `parse_days` reads them back."""
    named = {WEEKDAYS: "every day", WEEKDAYS[:5]: "weekdays", WEEKDAYS[5:]: "weekends"}
    return named.get(days) or ", ".join(day.title() for day in days)


def suggest_timezones(typed: str, limit: int = 25) -> list[str]:
    """Zones that a person still typing may mean, best first."""
    part = typed.strip().replace(" ", "_").casefold()
    if not part:
        return list(ZONE_EXAMPLES[:limit])
    exact = [zone for zone in (_zone(typed),) if zone is not None]
    starts = [name for name, city in _places().items() if city.startswith(part)]
    within = [name for name in _places() if part in name.casefold()]
    near = process.extract(part, _places(), scorer=fuzz.ratio, limit=limit, score_cutoff=NEAR)
    misspelt = [name for _, _, name in near] if not exact else []
    return list(dict.fromkeys([*exact, *starts, *within, *misspelt]))[:limit]


def suggest_days(typed: str, limit: int = 25) -> list[str]:
    """Days that a person still typing may mean: what was typed, if it can be read, then the usual ones."""
    query = typed.strip().casefold()
    try:
        read = [days_text(parse_days(query))] if query else []
    except RequestError:
        read = []
    usual = [example for example in DAY_EXAMPLES if query in example]
    return list(dict.fromkeys([*read, *usual] or DAY_EXAMPLES))[:limit]


def _day(text: str, typed: str) -> int:
    """The number of a day (Monday is 0) from two or more letters of its English name."""
    for number, name in enumerate(DAY_NAMES):
        if len(text) >= 2 and name.startswith(text):
            return number
    raise RequestError(
        f"“{said_back(typed)}” names no days: write them like mon,wed or mon-fri, weekdays or daily."
    )


def _zone(text: str) -> str | None:
    """The zone that a text names to the letter, but for case; None where it names none."""
    typed = text.strip().replace(" ", "_").casefold()
    if offset := _OFFSET.fullmatch(typed):
        # Etc names have their sign the wrong way round: Etc/GMT-5 is five hours ahead of UTC.
        hours = int(offset["hours"])
        typed = f"etc/gmt{'-' if offset['sign'] == '+' else '+'}{hours}" if hours else "utc"
    return _zones().get(typed)


@cache
def _zones() -> dict[str, str]:
    """Zone names by what may be typed for them: the name itself, or its city where only one zone has it."""
    cities: dict[str, list[str]] = {}
    for name, city in _places().items():
        cities.setdefault(city, []).append(name)
    by_city = {city: zones[0] for city, zones in cities.items() if len(zones) == 1}
    return by_city | {name.casefold(): name for name in zoneinfo.available_timezones() - NOT_ZONES}


@cache
def _places() -> dict[str, str]:
    """Cities, as one would type them, by zone: what a person means, without old and technical names; and UTC."""
    names = sorted(
        name for name in zoneinfo.available_timezones() if name.partition("/")[0] in AREAS and "/" in name
    )
    return {name: name.rpartition("/")[2].casefold() for name in ("UTC", *names)}

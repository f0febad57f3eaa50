"""What people type about a schedule."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.digests.models import WEEKDAYS
from bot.digests.parsing import (
    days_text,
    parse_days,
    parse_theme,
    parse_time,
    parse_timezone,
    suggest_days,
    suggest_timezones,
)
from bot.errors import RequestError
from bot.lookup.library import Library
from tests.samples import write_briefs


@pytest.mark.parametrize(
    ("typed", "hour", "minute"),
    [
        ("08:00", 8, 0),
        ("8:00", 8, 0),
        (" 8 ", 8, 0),
        ("8am", 8, 0),
        ("8:30 pm", 20, 30),
        ("8:30 P.M.", 20, 30),
        ("12am", 0, 0),
        ("12:15 pm", 12, 15),
        ("20.45", 20, 45),
        ("7h05", 7, 5),
        ("00:00", 0, 0),
        ("23:59", 23, 59),
    ],
)
def test_times_as_people_write_them(typed: str, hour: int, minute: int) -> None:
    """Twenty-four hours or twelve, with a colon, a point or alone."""
    assert parse_time(typed) == dt.time(hour, minute)


@pytest.mark.parametrize(
    "typed", ["", "24:00", "8:60", "13pm", "0am", "8:5", "noon", "-1", "8:00:00", "٨:٠٠x"]
)
def test_what_is_no_time_is_said_in_one_sentence(typed: str) -> None:
    """The sentence says how to write a time."""
    with pytest.raises(RequestError, match=r"is not a time of day: write it like 08:00 or 8:30 pm\.$"):
        parse_time(typed)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Asia/Almaty", "Asia/Almaty"),
        ("asia/almaty", "Asia/Almaty"),
        ("almaty", "Asia/Almaty"),
        ("New York", "America/New_York"),
        ("america/argentina/buenos aires", "America/Argentina/Buenos_Aires"),
        ("UTC", "UTC"),
        ("utc", "UTC"),
        ("UTC+5", "Etc/GMT-5"),
        ("GMT -3", "Etc/GMT+3"),
        ("+05:00", "Etc/GMT-5"),
        ("UTC−4", "Etc/GMT+4"),
        ("UTC+0", "UTC"),
        ("UTC+14", "Etc/GMT-14"),
    ],
)
def test_zones_as_people_write_them(typed: str, zone: str) -> None:
    """In any case, by the city alone, or by whole hours; the sign of an Etc name is the other way round."""
    assert parse_timezone(typed) == zone


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("Almati", "did you mean Asia/Almaty?"),
        ("Bishkk", "did you mean Asia/Bishkek?"),
        ("UTC+15", "choose one from the list"),
        ("UTC+5:30", "choose one from the list"),
        ("../../etc/passwd", "choose one from the list"),
        ("localtime", "choose one from the list"),
        ("", "choose one from the list"),
    ],
)
def test_what_is_no_zone_is_answered_with_the_nearest(typed: str, hint: str) -> None:
    """A misspelt city is offered; what is like none leads to the list."""
    with pytest.raises(RequestError) as caught:
        parse_timezone(typed)
    assert hint in str(caught.value)


def test_what_was_typed_is_said_back_short() -> None:
    """A text of any length becomes a sentence that fits."""
    with pytest.raises(RequestError) as caught:
        parse_timezone("x\n" * 3_000)
    assert len(str(caught.value)) < 150


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("daily", WEEKDAYS),
        ("Every  day", WEEKDAYS),
        ("weekdays", WEEKDAYS[:5]),
        ("weekends", WEEKDAYS[5:]),
        ("wed,mon", ("mon", "wed")),
        ("Monday", ("mon",)),
        ("tues; thurs", ("tue", "thu")),
        ("Tuesday and Thursday", ("tue", "thu")),
        ("mon-fri", WEEKDAYS[:5]),
        ("fri – mon", ("mon", "fri", "sat", "sun")),
        ("weekends, wed", ("wed", "sat", "sun")),
        ("sun-sun", ("sun",)),
    ],
)
def test_days_as_people_write_them(typed: str, days: tuple[str, ...]) -> None:
    """In any order, with ranges and sets, always kept in week order; and shown so that they can be read back."""
    assert parse_days(typed) == days
    assert parse_days(days_text(days)) == days


@pytest.mark.parametrize("typed", ["", "t", "never", "mon-", "-", "mon,someday", "mon..fri"])
def test_what_is_no_day_is_said_in_one_sentence(typed: str) -> None:
    """The sentence says how to write days; one wrong day spoils the whole."""
    with pytest.raises(
        RequestError, match=r"names no days: write them like mon,wed or mon-fri, weekdays or daily\.$"
    ):
        parse_days(typed)


def test_zones_are_suggested_while_typing() -> None:
    """Places near at hand first; then what begins so, what holds it, and what is spelt like it; at most 25."""
    assert suggest_timezones("")[0] == "UTC"
    assert suggest_timezones("alm")[0] == "Asia/Almaty"
    assert suggest_timezones("UTC+5") == ["Etc/GMT-5"]
    assert suggest_timezones("bishkk") == ["Asia/Bishkek"]
    assert suggest_timezones("a" * 6_000) == []
    assert len(suggest_timezones("a")) == 25
    assert all(parse_timezone(zone) == zone for zone in suggest_timezones("america/", 200))


def test_days_are_suggested_while_typing() -> None:
    """What can be read already comes first, as it will be shown."""
    assert suggest_days("")[0] == "daily"
    assert suggest_days("mon-fri")[0] == "weekdays"
    assert suggest_days("week") == ["weekdays", "weekends"]
    assert suggest_days("mon, w")
    assert all(parse_days(days) for days in suggest_days("xyz"))


def test_themes_are_named_or_chosen(tmp_path: Path) -> None:
    """A theme's slug is what the list of choices sends; its name and aliases are what people type."""
    library = Library.open(write_briefs(tmp_path))
    assert [parse_theme(typed, library).slug for typed in ("water", "Water", "вода")] == ["water"] * 3
    with pytest.raises(
        RequestError, match="“knitting” is not a theme: choose one, such as Water or Diplomacy"
    ):
        parse_theme("knitting", library)


@pytest.mark.parametrize("parse", [parse_time, parse_timezone, parse_days])
def test_what_was_typed_is_said_back_in_short(parse: Callable[[str], object]) -> None:
    """However long a wrong answer is, its fault is one short sentence."""
    with pytest.raises(RequestError) as caught:
        parse("👨‍👩‍👧‍👦" * 500)
    assert len(str(caught.value)) < 200

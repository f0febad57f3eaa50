"""Which schedules a guild may add."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from bot.digests.admission import GUILD_LIMIT, admit
from bot.digests.models import Schedule
from bot.errors import RequestError

SCHEDULE = Schedule(
    id=0,
    guild_id=1,
    channel_id=2,
    theme="water",
    time=dt.time(8, 0),
    timezone="Asia/Almaty",
    days=("mon",),
    created_by=3,
    created_at=dt.datetime(2026, 3, 1, tzinfo=dt.UTC),
)


def test_a_guild_has_a_limit() -> None:
    """One below the limit another may be added, at the limit none."""
    existing = [replace(SCHEDULE, id=number, channel_id=number + 10) for number in range(GUILD_LIMIT)]
    admit(SCHEDULE, existing[1:])
    with pytest.raises(RequestError, match="25 scheduled digests, the most there can be"):
        admit(SCHEDULE, existing)


def test_the_same_digest_twice_is_refused() -> None:
    """Whoever added it and when: theme, channel, time, zone and days make it the same."""
    with pytest.raises(RequestError, match="scheduled already"):
        admit(replace(SCHEDULE, created_by=9), [replace(SCHEDULE, id=4)])
    admit(replace(SCHEDULE, time=dt.time(9, 0)), [SCHEDULE])

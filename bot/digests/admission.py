"""Which schedules a guild may add."""

from __future__ import annotations

from collections.abc import Sequence

from bot.digests.models import Schedule
from bot.errors import RequestError

GUILD_LIMIT = 25
"""Schedules a guild may have: as many as one list of choices can offer for removal."""


def admit(schedule: Schedule, existing: Sequence[Schedule]) -> None:
    """RequestError where a guild that has the `existing` schedules cannot add this one."""
    if len(existing) >= GUILD_LIMIT:
        raise RequestError(
            f"This server has {GUILD_LIMIT} scheduled digests, the most there can be: remove one first."
        )
    if _what(schedule) in map(_what, existing):
        raise RequestError("This very digest is scheduled already: see /digest list.")


def _what(schedule: Schedule) -> tuple[object, ...]:
    """What makes two schedules the same to a reader."""
    return schedule.channel_id, schedule.theme, schedule.time, schedule.timezone, schedule.days

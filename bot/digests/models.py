"""A digest: what is posted, to whom and when, as values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""Days as they are written and stored, Monday first."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """A theme posted into a channel at a wall-clock time of a zone, on some days of the week."""

    id: int
    guild_id: int
    channel_id: int
    theme: str
    """The theme's slug."""
    time: dt.time
    """Wall-clock time in `timezone`, to the minute."""
    timezone: str
    """An IANA zone name, such as Asia/Almaty."""
    days: tuple[str, ...]
    """Members of WEEKDAYS, in week order."""
    created_by: int
    created_at: dt.datetime
    """Aware, in UTC; nothing is due before it."""


class DeliveryState(StrEnum):
    """What became of an edition."""

    CLAIMED = "claimed"
    """About to be posted, or interrupted while it was."""
    POSTED = "posted"
    MISSED = "missed"
    """Too late to post when the bot came back, or overtaken by a later edition."""
    FAILED = "failed"
    """Discord refuses it for good (channel gone, no right to write)."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """The record of one edition; unique per schedule and due time."""

    schedule_id: int
    due_at: dt.datetime
    """Aware, in UTC."""
    state: DeliveryState
    message_id: int | None = None
    detail: str | None = None
    """Why it failed, in one sentence."""

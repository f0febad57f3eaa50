"""Which editions are due: a pure function of the present moment, the schedules and what became of their editions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.digests.models import WEEKDAYS, Delivery, DeliveryState, Schedule

LATE_LIMIT = dt.timedelta(hours=12)
"""How long after its time an edition is still worth posting."""
LATE_AFTER = dt.timedelta(minutes=10)
"""How long after its time an edition says that it is late."""
HORIZON = dt.timedelta(days=8)
"""How far back editions are looked for: each schedule has one in any week."""

DAY = dt.timedelta(days=1)
MINUTE = dt.timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Edition:
    """A schedule's digest for one due time, to be posted or given up."""

    schedule: Schedule
    due_at: dt.datetime
    """Aware, in UTC."""
    resumed: bool
    """Claimed before and interrupted: it may stand in the channel already."""
    late: bool
    """Posted so much after its time that it should say so."""

    @property
    def key(self) -> str:
        """The text that marks this edition wherever it is seen: `digest:<schedule id>:<due time, Unix>`."""
        return f"digest:{self.schedule.id}:{int(self.due_at.timestamp())}"

    @property
    def nonce(self) -> str:
        """The same for the same edition and for no other: at most 25 characters."""
        return f"{self.schedule.id}-{int(self.due_at.timestamp())}"


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do about the editions whose time has come."""

    post: tuple[Edition, ...]
    """Longest due first, at most one a schedule."""
    miss: tuple[Edition, ...]
    """Too late, or overtaken by a later edition."""


def due(
    now: dt.datetime,
    schedules: Iterable[Schedule],
    deliveries: Iterable[Delivery],
    *,
    late_limit: dt.timedelta = LATE_LIMIT,
) -> Plan:
    """Decide on every edition due by `now` (aware) that is not settled yet.

    `deliveries` are those due since `now - HORIZON`, and every one still claimed. Of a schedule's open
    editions the latest is posted if it is no later than `late_limit`; the others are missed.
    """
    known = {(delivery.schedule_id, delivery.due_at): delivery.state for delivery in deliveries}
    claimed: dict[int, set[dt.datetime]] = {}
    for (schedule_id, due_at), state in known.items():
        if state is DeliveryState.CLAIMED:
            claimed.setdefault(schedule_id, set()).add(due_at)
    post: list[Edition] = []
    miss: list[Edition] = []
    for schedule in schedules:
        resumed = claimed.get(schedule.id, set())
        moments = set(_moments(schedule, now - HORIZON, now))
        latest = max(moments, default=now)
        for due_at in sorted({moment for moment in moments if (schedule.id, moment) not in known} | resumed):
            age = now - due_at
            edition = Edition(schedule, due_at, due_at in resumed, age >= LATE_AFTER)
            (post if due_at >= latest and age <= late_limit else miss).append(edition)
    return Plan(tuple(sorted(post, key=lambda edition: edition.due_at)), tuple(miss))


def next_due(schedule: Schedule, now: dt.datetime) -> dt.datetime:
    """The schedule's first due time after `now` (aware), in UTC."""
    return next(_moments(schedule, now, now + HORIZON))


def _moments(schedule: Schedule, after: dt.datetime, until: dt.datetime) -> Iterator[dt.datetime]:
    """The due times in (after, until], ascending, none before the schedule was made."""
    zone = ZoneInfo(schedule.timezone)
    after = max(after, schedule.created_at)
    # A day either side: where a zone crosses the date line, a date's moment falls on the next date.
    day = after.astimezone(zone).date() - DAY
    while day <= until.astimezone(zone).date():
        if WEEKDAYS[day.weekday()] in schedule.days:
            moment = _moment(dt.datetime.combine(day, schedule.time), zone)
            if after < moment <= until:
                yield moment
        day += DAY


def _moment(wall: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """When a zone's clocks show `wall`: of two such times the first; for a time left out, the clocks' jump."""
    first = wall.replace(tzinfo=zone).astimezone(dt.UTC)
    if first.astimezone(zone).replace(tzinfo=None) == wall:
        return first
    # Read with the offset before the jump, a time left out lies after it; with the offset after, before it.
    early, late = wall.replace(tzinfo=zone, fold=1).astimezone(dt.UTC), first
    offset = late.astimezone(zone).utcoffset()
    while late - early > MINUTE:
        middle = early + ((late - early) // 2 // MINUTE or 1) * MINUTE
        if middle.astimezone(zone).utcoffset() == offset:
            late = middle
        else:
            early = middle
    return late

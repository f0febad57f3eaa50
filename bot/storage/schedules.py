"""Schedules and deliveries in the database."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

import sqlalchemy as sa

from bot.digests.models import Delivery, DeliveryState, Schedule
from bot.storage.tables import deliveries, schedules
from bot.storage.transaction import transaction


class SqlScheduleStore:
    """A ScheduleStore in an SQL database at its newest revision."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def add(self, schedule: Schedule) -> Schedule:
        """Keep a new schedule; returns it with the id given to it."""
        row = {
            "guild_id": schedule.guild_id,
            "channel_id": schedule.channel_id,
            "theme": schedule.theme,
            "time": schedule.time,
            "timezone": schedule.timezone,
            "days": ",".join(schedule.days),
            "created_by": schedule.created_by,
            "created_at": schedule.created_at,
        }
        with transaction(self._engine) as connection:
            key = connection.execute(sa.insert(schedules).values(row).returning(schedules.c.id)).scalar_one()
        return replace(schedule, id=key)

    def remove(self, guild_id: int, schedule_id: int) -> Schedule | None:
        """Forget a schedule of this guild, and its deliveries; None where the guild has none with this id."""
        which = sa.and_(schedules.c.id == schedule_id, schedules.c.guild_id == guild_id)
        with transaction(self._engine) as connection:
            row = connection.execute(sa.select(schedules).where(which)).first()
            connection.execute(sa.delete(schedules).where(which))
        return None if row is None else _schedule(row)

    def schedules(self, guild_id: int | None = None) -> list[Schedule]:
        """The schedules of a guild, or all of them, oldest first."""
        query = sa.select(schedules).order_by(schedules.c.id)
        if guild_id is not None:
            query = query.where(schedules.c.guild_id == guild_id)
        with transaction(self._engine) as connection:
            return [_schedule(row) for row in connection.execute(query)]

    def claim(self, schedule_id: int, due_at: dt.datetime) -> bool:
        """Take an edition for posting; False where it was taken before, or the schedule is gone."""
        row = {"schedule_id": schedule_id, "due_at": due_at, "state": DeliveryState.CLAIMED.value}
        try:
            with transaction(self._engine) as connection:
                connection.execute(sa.insert(deliveries).values(row))
        except sa.exc.IntegrityError:
            return False
        return True

    def settle(self, delivery: Delivery, cited: Iterable[str] = ()) -> None:
        """Record what became of a claimed edition, and what it cited."""
        query = (
            sa.update(deliveries)
            .where(deliveries.c.schedule_id == delivery.schedule_id, deliveries.c.due_at == delivery.due_at)
            .values(
                state=delivery.state.value,
                message_id=delivery.message_id,
                detail=delivery.detail,
                cited=" ".join(cited),
            )
        )
        with transaction(self._engine) as connection:
            connection.execute(query)

    def deliveries(self, since: dt.datetime) -> list[Delivery]:
        """The editions due at `since` or later, and every one still claimed; by due time."""
        query = (
            sa.select(deliveries)
            .where(sa.or_(deliveries.c.due_at >= since, deliveries.c.state == DeliveryState.CLAIMED.value))
            .order_by(deliveries.c.due_at, deliveries.c.schedule_id)
        )
        with transaction(self._engine) as connection:
            return [_delivery(row) for row in connection.execute(query)]

    def cited(self, schedule_id: int, editions: int) -> list[str]:
        """What the last so many posted editions of a schedule cited, oldest first."""
        query = (
            sa.select(deliveries.c.cited)
            .where(deliveries.c.schedule_id == schedule_id, deliveries.c.state == DeliveryState.POSTED.value)
            .order_by(deliveries.c.due_at.desc())
            .limit(editions)
        )
        with transaction(self._engine) as connection:
            newest_first = connection.execute(query).scalars().all()
        return [reference for text in reversed(newest_first) for reference in text.split()]


def _schedule(row: sa.Row[tuple[object, ...]]) -> Schedule:
    values = row._asdict()
    return Schedule(**{**values, "days": tuple(values["days"].split(","))})


def _delivery(row: sa.Row[tuple[object, ...]]) -> Delivery:
    values = row._asdict()
    del values["cited"]
    return Delivery(**{**values, "state": DeliveryState(values["state"])})

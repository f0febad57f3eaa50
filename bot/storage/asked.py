"""How often each server's readers open a topic's brief. No person and no text is kept: a server, a topic and a number."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa

from bot.storage.tables import asked
from bot.storage.transaction import transaction

HALF_LIFE = dt.timedelta(days=30)
"""After so long without being asked for, a topic counts half."""
FORGOTTEN = dt.timedelta(days=365)
"""After so long it is counted no more, and its row is gone."""


class SqlAskedTopics:
    """Counts in an SQL database at its newest revision."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def count(self, guild_id: int, topic: str, now: dt.datetime) -> None:
        """Note that a topic, by its slug, was asked for; forget what was not for a year."""
        own = sa.and_(asked.c.guild_id == guild_id, asked.c.topic == topic)
        with transaction(self._engine) as connection:
            connection.execute(sa.delete(asked).where(asked.c.asked_at < now - FORGOTTEN))
            row = connection.execute(sa.select(asked.c.weight, asked.c.asked_at).where(own)).first()
            if row is None:
                values = {"guild_id": guild_id, "topic": topic, "weight": 1.0, "asked_at": now}
                connection.execute(sa.insert(asked).values(values))
            else:
                weight = 1.0 + _left(row.weight, row.asked_at, now)
                connection.execute(sa.update(asked).where(own).values(weight=weight, asked_at=now))

    def weights(self, guild_id: int, now: dt.datetime) -> dict[str, float]:
        """How much each topic is asked for, by its slug: each time counts one, and half of that a month later."""
        query = sa.select(asked.c.topic, asked.c.weight, asked.c.asked_at).where(asked.c.guild_id == guild_id)
        with transaction(self._engine) as connection:
            rows = connection.execute(query.where(asked.c.asked_at >= now - FORGOTTEN)).all()
        return {row.topic: _left(row.weight, row.asked_at, now) for row in rows}


def _left(weight: float, since: dt.datetime, now: dt.datetime) -> float:
    return float(weight * 0.5 ** (max(now - since, dt.timedelta()) / HALF_LIFE))

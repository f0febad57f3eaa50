"""The database's tables, as the code reads and writes them; `migrations/` brings a database to this form."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


class Moment(sa.TypeDecorator[dt.datetime]):
    """An aware moment, kept in UTC; a database that keeps no zone is given and read as UTC."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: sa.Dialect) -> dt.datetime | None:
        """UTC for the database; ValueError for a moment without a zone, which would be a bug."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return value.astimezone(dt.UTC)

    def process_result_value(self, value: dt.datetime | None, dialect: sa.Dialect) -> dt.datetime | None:
        """Aware, in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


schedules = sa.Table(
    "schedules",
    metadata,
    # Never given out again (see `sqlite_autoincrement`): an id marks messages that outlive their schedule.
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("guild_id", sa.BigInteger, nullable=False, index=True),
    sa.Column("channel_id", sa.BigInteger, nullable=False),
    sa.Column("theme", sa.String(100), nullable=False),
    sa.Column("time", sa.Time, nullable=False),
    sa.Column("timezone", sa.String(64), nullable=False),
    sa.Column("days", sa.String(27), nullable=False),
    sa.Column("created_by", sa.BigInteger, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sqlite_autoincrement=True,
)

deliveries = sa.Table(
    "deliveries",
    metadata,
    sa.Column("schedule_id", sa.ForeignKey(schedules.c.id, ondelete="CASCADE"), primary_key=True),
    sa.Column("due_at", Moment, primary_key=True, index=True),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("message_id", sa.BigInteger),
    sa.Column("detail", sa.Text),
    # References of what the edition cited (see bot.digests.compose.cited), a space between them.
    sa.Column("cited", sa.Text, nullable=False, server_default=""),
)

asked = sa.Table(
    "asked",
    metadata,
    sa.Column("guild_id", sa.BigInteger, primary_key=True, autoincrement=False),
    # A topic's slug: never what somebody typed.
    sa.Column("topic", sa.String(100), primary_key=True),
    # How often it was asked for, each time worth less the longer ago, as of `asked_at`.
    sa.Column("weight", sa.Float, nullable=False),
    sa.Column("asked_at", Moment, nullable=False, index=True),
)

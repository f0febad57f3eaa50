"""The database: opened, checked and brought to the form that this version reads."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.util import CommandError

from bot.errors import StorageError
from bot.storage import sqlite
from bot.storage.asked import SqlAskedTopics
from bot.storage.schedules import SqlScheduleStore

MIGRATIONS = Path(__file__).parent / "migrations"


class Database:
    """An open database at its newest revision."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self.schedules = SqlScheduleStore(engine)
        self.asked = SqlAskedTopics(engine)

    @classmethod
    def open(cls, url: str) -> Database:
        """Open the database at an SQLAlchemy URL, made or brought up to date where needed.

        An upgrade happens whole or not at all. StorageError says what is wrong with the place, the file or
        its version; nothing is changed then.
        """
        engine = _engine(url)
        try:
            upgrade(engine)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine)

    def close(self) -> None:
        """Let go of the file; the database cannot be used any more."""
        self._engine.dispose()


def upgrade(engine: sa.Engine, revision: str = "head", migrations: Path = MIGRATIONS) -> None:
    """Bring a database to a revision in one transaction; a newer or damaged one is left as it is."""
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    name = engine.url.database
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
    except CommandError:
        raise StorageError(
            f"The database {name} was made by a newer version of briefbot: update briefbot, or name another database."
        ) from None
    except sa.exc.DBAPIError as error:
        raise StorageError(
            f"{name} cannot be used as the database ({error.orig}): name another one, or restore it."
        ) from None


def _engine(url: str) -> sa.Engine:
    try:
        engine = sa.create_engine(url)
    except (sa.exc.ArgumentError, ImportError):
        # The text of the fault may hold the URL, and that a password.
        raise StorageError(
            "BRIEFBOT_DATABASE_URL cannot be read: write it like sqlite:////data/briefbot.sqlite3."
        ) from None
    if engine.dialect.name == "sqlite":
        sqlite.prepare(engine)
    return engine

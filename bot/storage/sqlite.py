"""All that is particular to SQLite; another database needs none of it."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import sqlalchemy as sa

from bot.errors import StorageError

BUSY_TIMEOUT = 5_000
"""How long to wait for another process's write, in milliseconds."""


def prepare(engine: sa.Engine) -> None:
    """Make an SQLite engine behave: foreign keys, a write-ahead log, and transactions that cover DDL too."""
    check_place(engine.url)
    sa.event.listen(engine, "connect", _on_connect)
    sa.event.listen(engine, "begin", _on_begin)


def check_place(url: sa.URL) -> None:
    """StorageError where the database's file cannot be made or written."""
    if not url.database or url.database == ":memory:":
        raise StorageError(
            "BRIEFBOT_DATABASE_URL names no file: write it like sqlite:////data/briefbot.sqlite3."
        )
    path = Path(url.database)
    if path.is_dir():
        raise StorageError(f"{path} is a folder: BRIEFBOT_DATABASE_URL must name a file in it.")
    if not path.parent.is_dir():
        raise StorageError(
            f"The folder {path.parent} of the database is missing: make it, or change BRIEFBOT_DATABASE_URL."
        )
    # SQLite makes files beside its own, so the folder must be writable too.
    for place in (path.parent, path):
        if place.exists() and not os.access(place, os.W_OK):
            raise StorageError(
                f"{place} cannot be written: let the bot's user write there, or change BRIEFBOT_DATABASE_URL."
            )


def _on_connect(connection: sqlite3.Connection, _record: object) -> None:
    # The driver's own transactions leave DDL out; ours are begun in _on_begin.
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA foreign_keys = ON")


def _on_begin(connection: sa.Connection) -> None:
    # A transaction that reads first and writes later would be refused, not kept waiting, if another wrote between.
    connection.exec_driver_sql("BEGIN IMMEDIATE")

"""One piece of work in the database: all of it is done or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from bot.errors import StorageError


@contextmanager
def transaction(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A connection within a transaction. StorageError says what is wrong with the database; broken rules pass as they are."""
    try:
        with engine.begin() as connection:
            yield connection
    except sa.exc.IntegrityError:
        raise
    except sa.exc.DBAPIError as error:
        raise StorageError(
            f"The database {engine.url.database} cannot be used now ({error.orig}): see that its disk has "
            "room and that the bot may write there."
        ) from error

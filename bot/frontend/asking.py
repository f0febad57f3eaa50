"""What a server's readers ask for: counted where a brief is opened, heeded where one is being named.

Only the topic is counted, for the server as a whole: who asked, and what was typed, is kept nowhere. Neither is worth
failing for, so a database in trouble is logged, and the answer goes out without.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping

from bot.errors import StorageError
from bot.frontend.services import Services

log = logging.getLogger(__name__)

PATIENCE = 1.0
"""Seconds that suggestions wait for the database: Discord waits three, and another process may be writing."""


async def count(services: Services, guild_id: int | None, slug: str) -> None:
    """Note that a topic's brief was opened in a server; direct conversations are not counted."""
    if guild_id is None:
        return
    try:
        await asyncio.to_thread(services.asked.count, guild_id, slug, services.clock())
    except StorageError as error:
        log.warning("What was asked for is not counted: %s", error)


async def weights(services: Services, guild_id: int | None) -> Mapping[str, float]:
    """How much each topic is asked for in a server, by its slug."""
    if guild_id is None:
        return {}
    try:
        async with asyncio.timeout(PATIENCE):
            return await asyncio.to_thread(services.asked.weights, guild_id, services.clock())
    except TimeoutError:
        log.warning("What is asked for most is not known now: the database is busy")
        return {}
    except StorageError as error:
        log.warning("What is asked for most is not known now: %s", error)
        return {}

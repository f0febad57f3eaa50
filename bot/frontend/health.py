"""Whether the bot is connected, told to a health check in another process by the age of a file."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # The health check runs every few seconds, in a process of its own that needs nothing of it.
    import discord

log = logging.getLogger(__name__)

EVERY = 10.0
"""Seconds between two signs of life."""
SOON = 1.0
"""Seconds between two looks at whether the bot is connected yet."""
FRESH = 35.0
"""Seconds after which silence counts: three signs missed."""


def is_connected(client: discord.AutoShardedClient) -> bool:
    """Whether Discord has greeted the bot and every shard's connection is open.

    discord.py closes a connection whose other end has gone silent (after its heartbeat timeout, 60 seconds),
    so an open one is one that answers.
    """
    shards = client.shards.values()
    return client.is_ready() and not client.is_closed() and not any(shard.is_closed() for shard in shards)


async def beat(
    client: discord.AutoShardedClient, path: Path, clock: Callable[[], dt.datetime], every: float = EVERY
) -> None:
    """Until cancelled, set the file's time to the clock's while connected; at the end there is no file.

    The first sign comes as soon as the bot is connected.

    It runs in the client's own event loop: a loop that is stuck gives no sign of life either.
    """
    try:
        while True:
            connected = is_connected(client)
            if connected:
                _touch(path, clock())
            await asyncio.sleep(every if connected else min(every, SOON))
    finally:
        with suppress(OSError):
            path.unlink()  # noqa: ASYNC240 - one system call, at the end


def is_healthy(path: Path, now: dt.datetime) -> bool:
    """Whether a bot has set the file's time within the last half minute."""
    try:
        age = now.timestamp() - path.stat().st_mtime
    except OSError:
        return False
    return abs(age) <= FRESH


def _touch(path: Path, now: dt.datetime) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        os.utime(path, (now.timestamp(), now.timestamp()))
    except OSError as error:
        log.warning("The health file %s cannot be written: %s", path, error.strerror)

"""Telling a connected bot from one that hangs."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.frontend.client import BriefbotClient
from bot.frontend.health import beat, is_connected, is_healthy
from bot.frontend.services import Services
from tests.discord_server import DiscordServer
from tests.frontend.conftest import NOW, running


@contextlib.asynccontextmanager
async def beating(client: BriefbotClient, path: Path) -> AsyncIterator[asyncio.Queue[dt.datetime]]:
    """The bot's signs of life, each of whose moments is put into the queue."""
    moments: asyncio.Queue[dt.datetime] = asyncio.Queue()

    def clock() -> dt.datetime:
        moments.put_nowait(NOW)
        return NOW

    task = asyncio.create_task(beat(client, path, clock, every=0.01))
    try:
        yield moments
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def test_a_connected_bot_is_healthy(client: BriefbotClient, tmp_path: Path) -> None:
    """It sets the file's time while it is connected, and leaves no file behind when it stops."""
    path = tmp_path / "state" / "alive"
    async with beating(client, path) as moments:
        await moments.get()
        await moments.get()
        assert is_healthy(path, NOW)
    assert not path.exists()


@pytest.mark.parametrize(("age", "healthy"), [(0, True), (35, True), (36, False), (-36, False)])
def test_an_old_sign_counts_no_more(tmp_path: Path, age: int, healthy: bool) -> None:
    """Half a minute without a sign of life is one of ill health, and so is a clock that was set back."""
    path = tmp_path / "alive"
    path.touch()
    stamp = NOW.timestamp()
    os.utime(path, (stamp, stamp))
    assert is_healthy(path, NOW + dt.timedelta(seconds=age)) is healthy


def test_no_sign_at_all(tmp_path: Path) -> None:
    """A bot that never connected, or has stopped, is not healthy."""
    assert not is_healthy(tmp_path / "alive", NOW)


async def test_a_file_that_cannot_be_written(
    client: BriefbotClient, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The bot runs on, and its log says what is wrong."""
    blocked = tmp_path / "file"
    blocked.touch()
    async with beating(client, blocked / "alive") as moments:
        await moments.get()
        await moments.get()
    assert "cannot be written" in caplog.text


async def test_before_discord_has_greeted_it(services: Services) -> None:
    """A bot that is not connected yet gives no sign of life."""
    assert not is_connected(BriefbotClient(services))


async def test_a_gateway_that_hangs(services: Services, discord: DiscordServer, tmp_path: Path) -> None:
    """An open connection on which nothing answers is given up, and then there are no signs of life."""
    discord.gateway.heartbeat_interval = 0.05
    async with (
        running(services, discord, heartbeat_timeout=0.2) as client,
        beating(client, tmp_path / "alive") as signs,
    ):
        await signs.get()
        assert is_connected(client)
        discord.gateway.acknowledging = False
        discord.gateway.accepting = False
        await discord.disconnected()
        assert not is_connected(client)
        while not signs.empty():
            signs.get_nowait()
        discord.gateway.accepting = discord.gateway.acknowledging = True
        await signs.get()
        assert is_connected(client)

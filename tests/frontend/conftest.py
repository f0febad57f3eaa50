"""A local Discord, and the bot connected to it, for every test that wants them."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.frontend.client import BriefbotClient
from bot.frontend.services import Services
from bot.lookup.library import Library
from bot.storage.database import Database
from tests.discord_server import DiscordServer, pointed_at
from tests.samples import write_briefs

NOW = dt.datetime(2026, 3, 2, 8, 0, tzinfo=dt.UTC)


@pytest.fixture
def briefs(tmp_path: Path) -> Path:
    """The folder of the sample briefs."""
    return write_briefs(tmp_path / "briefs")


@pytest.fixture
def library(briefs: Path) -> Library:
    return Library.open(briefs)


@pytest.fixture
def services(tmp_path: Path, library: Library) -> Iterator[Services]:
    """What the commands work with: the sample briefs and a database of their own."""

    async def unheard() -> None:
        """There is no timer to tell."""

    database = Database.open(f"sqlite:///{tmp_path}/briefbot.sqlite3")
    try:
        yield Services(
            library=lambda: library,
            store=database.schedules,
            asked=database.asked,
            clock=lambda: NOW,
            schedules_changed=unheard,
        )
    finally:
        database.close()


@pytest.fixture
async def discord() -> AsyncIterator[DiscordServer]:
    async with DiscordServer() as server:
        with pointed_at(server):
            yield server


@pytest.fixture
async def client(services: Services, discord: DiscordServer) -> AsyncIterator[BriefbotClient]:
    """The bot, connected."""
    async with running(services, discord) as client:
        yield client


@contextlib.asynccontextmanager
async def running(
    services: Services, discord: DiscordServer, **options: Any
) -> AsyncIterator[BriefbotClient]:
    """A bot that is connected until the end of the block."""
    # All guilds come at once here: there are none to wait two seconds for.
    client = BriefbotClient(services, guild_ready_timeout=0.0, **options)
    serving = asyncio.create_task(client.serve(discord.token))
    try:
        await discord.connected()
        await client.wait_until_ready()
        yield client
    finally:
        await client.close()
        await serving

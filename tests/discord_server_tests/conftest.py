"""A server and a bot on it, for every test that wants them."""

from collections.abc import AsyncIterator

import pytest

from tests.discord_server import DiscordServer, pointed_at, running

from .api import Api, calling
from .bot import Bot


@pytest.fixture
async def server() -> AsyncIterator[DiscordServer]:
    async with DiscordServer(timeout=5) as server:
        with pointed_at(server):
            yield server


@pytest.fixture
async def bot(server: DiscordServer) -> AsyncIterator[Bot]:
    async with running(server, Bot()) as bot:
        yield bot


@pytest.fixture
async def api(server: DiscordServer) -> AsyncIterator[Api]:
    async with calling(server) as api:
        yield api

"""Pointing discord.py at a local Discord, and back."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import TypeVar

import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from .server import DiscordServer

C = TypeVar("C", bound=discord.Client)


@contextmanager
def pointed_at(server: DiscordServer) -> Iterator[None]:
    """Let every client of discord.py in this process talk to *server*.

    The gateway has to be set as well: after an invalid session discord.py goes to its default gateway, not to the one
    the server named.
    """
    base, gateway = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    Route.BASE = server.api_url
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(server.gateway_url)
    try:
        yield
    finally:
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = base, gateway


@asynccontextmanager
async def running(server: DiscordServer, client: C) -> AsyncIterator[C]:
    """Run a client that is connected to the gateway until the end of the block.

    If it stops before it is connected, what stopped it is raised.
    """
    running = asyncio.create_task(client.start(server.token))
    connected = asyncio.create_task(server.connected())
    try:
        await asyncio.wait({running, connected}, return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            await running
        await connected
        yield client
    finally:
        connected.cancel()
        await client.close()
        await asyncio.gather(running, connected, return_exceptions=True)

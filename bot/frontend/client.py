"""The bot's connection to Discord."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
import yarl
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.errors import DiscordError
from bot.frontend import commands
from bot.frontend.failures import answer_failure
from bot.frontend.markup import plain
from bot.frontend.services import Services
from bot.frontend.views import CONTROLS
from bot.frontend.wording import count

if TYPE_CHECKING:
    from discord.types.gateway import SessionStartLimit

log = logging.getLogger(__name__)

# The bot has no voice: that its libraries are missing is nothing to warn an operator of.
discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False


def use_server(api: str | None, gateway: str | None) -> None:
    """Talk to another server than Discord's: `http://127.0.0.1:PORT/api/v10`, `ws://127.0.0.1:PORT/`.

    It holds for the whole process, as discord.py keeps its addresses on classes; None leaves an address as it is.
    """
    if api is not None:
        Route.BASE = api.rstrip("/")
    if gateway is not None:
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)


@contextmanager
def discord_faults() -> Iterator[None]:
    """Turns what goes wrong while logging in or being connected into a DiscordError that says what to do."""
    try:
        yield
    except discord.LoginFailure:
        raise DiscordError(
            "Discord refuses the token: copy it anew from the bot’s page in the Developer Portal into DISCORD_TOKEN."
        ) from None
    except discord.HTTPException as error:
        reason = plain(error.text, 200) or "no reason given"
        raise DiscordError(
            f"Discord refuses the bot at {Route.BASE} ({error.status}, {reason}): try again later."
        ) from error
    except discord.ConnectionClosed as error:
        raise DiscordError(
            f"Discord closed the connection for good (code {error.code}): check the bot’s page in the Developer Portal."
        ) from error
    except (aiohttp.ClientError, discord.GatewayNotFound, OSError, TimeoutError) as error:
        raise DiscordError(
            f"Discord cannot be reached at {Route.BASE}: {str(error) or type(error).__name__}."
        ) from error


class Tree(app_commands.CommandTree["BriefbotClient"]):
    """The commands, with the one place where their errors end up."""

    async def on_error(
        self, interaction: discord.Interaction[BriefbotClient], error: app_commands.AppCommandError, /
    ) -> None:
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        await answer_failure(interaction, cause)


class BriefbotClient(discord.AutoShardedClient):
    """A client that sees guilds and their channels, reads no messages and mentions no one."""

    def __init__(self, services: Services, gateway: str | None = None, **options: Any) -> None:
        """`gateway` is used in place of the address that Discord names."""
        intents = discord.Intents.none()
        intents.guilds = True
        super().__init__(intents=intents, allowed_mentions=discord.AllowedMentions.none(), **options)
        self.services = services
        self._running: asyncio.Task[None] | None = None
        if gateway is not None:
            self._named_gateway = self.http.get_bot_gateway
            # Shards ask for the address here and nowhere else; the class's default is for clients without shards.
            self.http.get_bot_gateway = partial(self._own_gateway, gateway)  # type: ignore[method-assign]
        self.tree = Tree(self, allowed_installs=app_commands.AppInstallationType(guild=True, user=False))

    async def _own_gateway(self, gateway: str) -> tuple[int, str, SessionStartLimit]:
        shards, _, limit = await self._named_gateway()
        return shards, gateway, limit

    async def setup_hook(self) -> None:
        for module in commands.MODULES:
            module.register(self.tree, self.services)
        self.add_dynamic_items(*CONTROLS)
        synced = await self.tree.sync()
        log.info("Registered the commands %s", ", ".join(f"/{command.name}" for command in synced))

    async def on_ready(self) -> None:
        log.info("Connected to Discord as %s, in %s", self.user, count(len(self.guilds), "guild"))

    async def close(self) -> None:
        """Leave Discord; `serve` returns."""
        await super().close()
        # While Discord cannot be reached, discord.py sleeps between two attempts, for minutes in the end.
        if self._running is not None and self._running is not asyncio.current_task():
            self._running.cancel()

    async def serve(self, token: str) -> None:
        """Log in and answer until `close` is called; DiscordError says why it cannot."""
        with discord_faults():
            async with self:
                self._running = asyncio.create_task(self.start(token))
                await asyncio.wait([self._running])
                if not self._running.cancelled():
                    self._running.result()

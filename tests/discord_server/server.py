"""The server itself: starts and stops, holds the parts together, and has the knobs for tests."""

import asyncio
import contextlib
import socket
from collections.abc import Callable
from types import TracebackType
from typing import Self, TypeVar

from aiohttp import web

from . import control, rest_account, rest_channels, rest_interactions, rest_messages, world
from .clock import Clock
from .driver import Reader
from .errors import DriverError
from .gateway import PRIVILEGED, Gateway
from .guilds import DIRECT, TEXT, Channel, Guild, Member, Overwrite, User
from .heard import ChannelView
from .openapi import Description, from_environment
from .permissions import Permission
from .rest import Request, Rest, Violation
from .state import State
from .troubles import Troubles

T = TypeVar("T")
TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.local.discord-server-test-token"  # made up


class DiscordServer:
    """A local Discord, to be entered as an asynchronous context.

    `state` outlives the bots that come and go. `timeout` bounds every wait of the driver, in seconds;
    `answer_within` is how long a bot may take for its first answer to an interaction.
    """

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        token: str = TOKEN,
        bot_name: str = "briefbot",
        privileged_intents: bool = False,
        answer_within: float = 3.0,
        timeout: float = 10.0,
        description: Description | None = None,
    ) -> None:
        self.host = host
        self.port = port
        self.token = token
        self.answer_within = answer_within
        self.timeout = timeout
        self.clock = Clock()
        self.state = State(self.clock)
        self._world = world.build(self.state, bot_name)
        self.bot: User = self._world.bot
        self.owner_id = self._world.owner.id
        self.application_id = self._world.application_id
        self.troubles = Troubles()
        self.violations: list[Violation] = []
        self.description = from_environment() if description is None else description
        self.failures: list[Exception] = []  # faults of this server itself; raised when it is left
        self.files: dict[str, bytes] = {}
        self.public_host: str | None = None
        self.gateway = Gateway(self.state, self.bot, self.application_id, self.gateway_for)
        self.gateway.token = token
        self.gateway.allowed_privileged = PRIVILEGED if privileged_intents else 0
        routes = rest_account.ROUTES + rest_messages.ROUTES + rest_channels.ROUTES + rest_interactions.ROUTES
        self._rest = Rest(self, routes)
        self._runner: web.AppRunner | None = None
        self.read_up_to: dict[int, int] = {}  # by channel, the last message `next_message` gave out

    # Life.

    async def start(self) -> None:
        """Listen; with port 0 a free one is taken."""
        app = web.Application(client_max_size=64 * 1024 * 1024)
        self._rest.add_to(app)
        control.add_to(app, self)
        app.router.add_get("/", self.gateway.serve)
        app.router.add_get("/attachments/{rest:.+}", self._attachment)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        listener = socket.create_server((self.host, self.port))
        self.port = listener.getsockname()[1]
        await web.SockSite(self._runner, listener).start()

    async def stop(self) -> None:
        """Close every connection and stop listening; the state stays."""
        self.troubles.clear()
        await self.gateway.close()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()
        if self.failures and error is None:
            raise ExceptionGroup("the local Discord itself failed", self.failures)

    async def _attachment(self, request: web.Request) -> web.Response:
        content = self.files.get(request.path)
        return web.Response(status=404) if content is None else web.Response(body=content)

    # Addresses.

    @property
    def api_url(self) -> str:
        """What discord.http.Route.BASE, or BRIEFBOT_DISCORD_API, has to be."""
        return f"http://{self.public_host or f'{self.host}:{self.port}'}/api/v10"

    @property
    def gateway_url(self) -> str:
        """What DiscordWebSocket.DEFAULT_GATEWAY, or BRIEFBOT_DISCORD_GATEWAY, has to be."""
        return f"ws://{self.public_host or f'{self.host}:{self.port}'}/"

    def gateway_for(self, host: str) -> str:
        """The gateway's address for a bot that reached the server as *host*, say from inside a container."""
        return f"ws://{self.public_host or host}/"

    @property
    def requests(self) -> list[Request]:
        """Every REST request so far, oldest first, without the token."""
        return self._rest.log

    # Looking and waiting.

    async def until(self, look: Callable[[], T | None], what: str, timeout: float | None = None) -> T:  # noqa: ASYNC109
        """Wait until *look* finds something; what was waited for is named when it does not come."""
        limit = self.timeout if timeout is None else timeout
        # The wait is bounded in real time, whatever the clock of this world says.
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(limit):
                while (found := look()) is None:
                    await self.clock.bell.rung(None)
                return found
        raise DriverError(f"{what}: not within {limit:g} s")

    async def connected(self, shards: int = 1) -> None:
        """Wait until so many shards of the bot are connected and identified."""
        await self.until(
            lambda: len(self.gateway.connected) >= shards or None, "the bot connects to the gateway"
        )

    async def disconnected(self) -> None:
        """Wait until no bot is connected."""
        await self.until(lambda: not self.gateway.connections or None, "the bot disconnects")

    async def registered(self, *names: str) -> None:
        """Wait until slash commands of these names are registered."""

        def look() -> bool | None:
            found = {c["name"] for commands in self.state.commands.values() for c in commands.values()}
            return True if found and found >= set(names) else None

        await self.until(look, f"the bot registers the commands {names or ''}")

    def guild(self, name: str | None = None) -> Guild:
        """The guild of this name, or the first."""
        for guild in self.state.guilds.values():
            if name is None or guild.name == name:
                return guild
        raise DriverError(f"there is no guild {name!r}")

    def find_channel(self, name: "str | int | Channel | ChannelView", guild: Guild | None = None) -> Channel:
        """A channel or thread by name, id, or anything that is one."""
        if isinstance(name, ChannelView):
            name = name.id
        if isinstance(name, Channel):
            name = name.id
        home = guild or self.guild()
        for channel in [*home.channels.values(), *self.state.all_channels()]:
            if name in (channel.name, channel.id, str(channel.id)):
                return channel
        raise DriverError(f"there is no channel {name!r}")

    def channel(self, name: "str | int", guild: Guild | None = None) -> ChannelView:
        """A channel as its readers see it."""
        return ChannelView(self, self.find_channel(name, guild))

    def user(
        self,
        name: str = "reader",
        *,
        guild: Guild | str | None = None,
        channel: "str | int | ChannelView" = "general",
        locale: str = "en-US",
    ) -> Reader:
        """A person sitting in a channel; in channel "dm" they talk to the bot alone."""
        user = next((u for u in self.state.users.values() if u.username == name), None)
        if user is None:
            raise DriverError(f"there is no user {name!r}")
        home = guild if isinstance(guild, Guild) else self.guild(guild)
        place = self.direct_channel(user) if channel == "dm" else self.find_channel(channel, home)
        return Reader(self, user, place, locale)

    # Changing the world.

    def direct_channel(self, user: User) -> Channel:
        """The conversation of a user with the bot."""
        return world.direct_channel(self.state, self._world, user)

    def add_user(self, name: str, guild: Guild | None = None) -> User:
        """A further person, in the guild without any role."""
        user = world.add_user(self.state, name)
        home = guild or self.guild()
        home.members[user.id] = Member(user)
        return user

    async def add_guild(self, name: str) -> Guild:
        """A further guild, which the bot joins."""
        guild = world.add_guild(self.state, self._world, name)
        await self.gateway.tell("GUILD_CREATE", guild.create_json(self.bot.id))
        return guild

    async def remove_guild(self, guild: Guild) -> None:
        """Throw the bot out of a guild."""
        guild.members.pop(self.bot.id, None)
        await self.gateway.tell("GUILD_DELETE", {"id": str(guild.id)})

    async def add_channel(self, name: str, kind: int = TEXT, guild: Guild | None = None) -> ChannelView:
        """A further channel."""
        channel = world.add_channel(self.state, guild or self.guild(), name, kind)
        await self.gateway.tell("CHANNEL_CREATE", channel.json(), channel)
        return ChannelView(self, channel)

    async def delete_channel(self, name: "str | int") -> None:
        """Delete a channel, with all in it."""
        channel = self.find_channel(name)
        guild = self.state.guild_of(channel)
        if guild is None or channel.type == DIRECT:
            raise DriverError("a direct conversation cannot be deleted")
        del guild.channels[channel.id]
        for message in self.state.messages.values():
            message.deleted = message.deleted or message.channel_id == channel.id
        event = "THREAD_DELETE" if channel.is_thread else "CHANNEL_DELETE"
        await self.gateway.tell(event, channel.json(), channel)

    async def deny(self, name: "str | int", *permissions: Permission) -> None:
        """Take permissions in a channel from the bot; without any, give all back."""
        channel = self.find_channel(name)
        channel.overwrites.pop(self.bot.id, None)
        if permissions:
            denied = sum(permissions)
            channel.overwrites[self.bot.id] = Overwrite(self.bot.id, 1, deny=denied)
        await self.gateway.tell("CHANNEL_UPDATE", channel.json(), channel)

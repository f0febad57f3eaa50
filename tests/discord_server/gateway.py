"""The gateway: the WebSocket through which Discord tells a bot what happens.

A session outlives its connection. What is sent while no connection is there is kept, and replayed on resume.
"""

import asyncio
import json
import secrets
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from .guilds import Channel, User
from .state import State

Body = dict[str, Any]

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, MEMBERS, INVALID, HELLO, ACK = 0, 1, 2, 6, 7, 8, 9, 10, 11
IGNORED = (3, 4)  # presence, voice state

GUILDS, GUILD_MEMBERS, GUILD_PRESENCES = 1 << 0, 1 << 1, 1 << 8
GUILD_MESSAGES, DIRECT_MESSAGES, MESSAGE_CONTENT = 1 << 9, 1 << 12, 1 << 15
PRIVILEGED = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT

UNKNOWN_OPCODE, NOT_AUTHENTICATED, WRONG_TOKEN, TWICE_AUTHENTICATED = 4001, 4003, 4004, 4005
INVALID_SHARD, DISALLOWED_INTENTS, GOING_AWAY = 4010, 4014, 1001
FAREWELLS = (1000, 1001)  # a client that closes with these ends its session


class Connection:
    """One WebSocket, compressed as the client asked in its address."""

    def __init__(self, socket: web.WebSocketResponse, request: web.Request) -> None:
        self.socket = socket
        self._request = request
        compressed = request.query.get("compress") == "zlib-stream"
        self._compressor = zlib.compressobj() if compressed else None
        self._sending = asyncio.Lock()
        self.closed_here = False
        self.host = request.host

    async def send(self, op: int, data: Any, event: str | None = None, seq: int | None = None) -> None:
        """Send one payload; if the client is gone, it is lost as it would be."""
        text = json.dumps({"op": op, "d": data, "s": seq, "t": event})
        async with self._sending:
            if self.socket.closed:
                return
            try:
                if self._compressor is None:
                    await self.socket.send_str(text)
                else:
                    packed = self._compressor.compress(text.encode())
                    await self.socket.send_bytes(packed + self._compressor.flush(zlib.Z_SYNC_FLUSH))
            except ConnectionError:
                return

    async def close(self, code: int) -> None:
        """Close with a code and without waiting long for the client's farewell."""
        self.closed_here = True
        await self.socket.close(code=code)

    def abort(self) -> None:
        """Break the connection without a word."""
        self.closed_here = True
        if self._request.transport is not None:
            self._request.transport.abort()


@dataclass
class Session:
    """What one identified shard of the bot has been told."""

    id: str
    intents: int
    shard: tuple[int, int]
    connection: Connection | None = None
    sent: list[tuple[int, str, Body]] = field(default_factory=list)
    seq: int = 0

    async def dispatch(self, event: str, data: Body) -> None:
        """Tell of an event, now or when the bot resumes."""
        self.seq += 1
        self.sent.append((self.seq, event, data))
        if self.connection is not None:
            await self.connection.send(DISPATCH, data, event, self.seq)


class Gateway:
    """All sessions of the bot, and what a test may do to them."""

    def __init__(self, state: State, bot: User, application_id: int, url: Callable[[str], str]) -> None:
        self._state = state
        self._bot = bot
        self._application_id = application_id
        self._url = url
        self.token = ""
        self.allowed_privileged = 0
        self.shards = 1
        self.heartbeat_interval = 41.25
        self.acknowledging = True
        self.accepting = True
        self.sessions: dict[str, Session] = {}
        self.connections: set[Connection] = set()
        self.identified = 0
        self.resumed = 0
        self.heartbeats = 0
        self.closed_with: list[int | None] = []

    @property
    def connected(self) -> list[Session]:
        """The sessions a bot is listening to now."""
        return [session for session in self.sessions.values() if session.connection is not None]

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Handle one connection from hello to close."""
        if not self.accepting:
            return web.Response(status=503)
        socket = web.WebSocketResponse(timeout=1.0, autoping=True)
        await socket.prepare(request)
        connection = Connection(socket, request)
        self.connections.add(connection)
        try:
            interval = int(self.heartbeat_interval * 1000)
            await connection.send(HELLO, {"heartbeat_interval": interval, "_trace": []})
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    await self._received(connection, json.loads(message.data))
        finally:
            self.connections.discard(connection)
            self.closed_with.append(socket.close_code)
            farewell = not connection.closed_here and socket.close_code in FAREWELLS
            for session in list(self.sessions.values()):
                if session.connection is connection:
                    session.connection = None
                    if farewell:
                        del self.sessions[session.id]
            self._state.changed()
        return socket

    async def _received(self, connection: Connection, payload: Body) -> None:
        op, data = payload.get("op"), payload.get("d")
        session = next((s for s in self.sessions.values() if s.connection is connection), None)
        if op == HEARTBEAT:
            self.heartbeats += 1
            if self.acknowledging:
                await connection.send(ACK, None)
        elif op == IDENTIFY:
            if session is not None:
                await connection.close(TWICE_AUTHENTICATED)
            else:
                await self._identify(connection, data or {})
        elif op == RESUME:
            await self._resume(connection, data or {})
        elif session is None:
            await connection.close(NOT_AUTHENTICATED)
        elif op == MEMBERS:
            await self._members(session, data or {})
        elif op not in IGNORED:
            await connection.close(UNKNOWN_OPCODE)

    async def _identify(self, connection: Connection, data: Body) -> None:
        if data.get("token") != self.token:
            await connection.close(WRONG_TOKEN)
            return
        intents = int(data.get("intents", 0))
        if intents & PRIVILEGED & ~self.allowed_privileged:
            await connection.close(DISALLOWED_INTENTS)
            return
        shard, count = data.get("shard") or (0, 1)
        if not 0 <= shard < count:
            await connection.close(INVALID_SHARD)
            return
        session = Session(secrets.token_hex(16), intents, (shard, count), connection)
        self.sessions[session.id] = session
        self.identified += 1
        guilds = [g for g in self._state.guilds.values() if _shard_of(g.id, count) == shard]
        ready = {
            "v": 10,
            "user": self._bot.json() | {"verified": True, "mfa_enabled": False, "email": None, "flags": 0},
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
            "session_id": session.id,
            "session_type": "normal",
            "resume_gateway_url": self._url(connection.host),
            "shard": [shard, count],
            "application": {"id": str(self._application_id), "flags": 0},
        }
        await session.dispatch("READY", ready)
        if intents & GUILDS:
            for guild in guilds:
                # Of a small guild, who may see presences is told all the members at once.
                everybody = bool(intents & GUILD_PRESENCES)
                await session.dispatch("GUILD_CREATE", guild.create_json(self._bot.id, everybody=everybody))
        self._state.changed()

    async def _resume(self, connection: Connection, data: Body) -> None:
        if data.get("token") != self.token:
            await connection.close(WRONG_TOKEN)
            return
        session = self.sessions.get(str(data.get("session_id")))
        if session is None:
            await connection.send(INVALID, False)
            return
        heard = int(data.get("seq") or 0)
        # Events that arise during the replay join the end of the list and so of this loop.
        for seq, event, body in session.sent:
            if seq > heard:
                await connection.send(DISPATCH, body, event, seq)
        session.connection = connection
        self.resumed += 1
        await session.dispatch("RESUMED", {"_trace": []})
        self._state.changed()

    async def _members(self, session: Session, data: Body) -> None:
        guild = self._state.guilds.get(int(data.get("guild_id", 0)))
        if guild is None:
            return
        wanted = {int(key) for key in data.get("user_ids") or guild.members}
        start = str(data.get("query") or "")
        found = [
            member.json()
            for key, member in guild.members.items()
            if key in wanted and member.user.username.startswith(start)
        ]
        chunk = {"guild_id": str(guild.id), "members": found, "chunk_index": 0, "chunk_count": 1}
        if "nonce" in data:
            chunk["nonce"] = data["nonce"]
        await session.dispatch("GUILD_MEMBERS_CHUNK", chunk)

    # What happens in the world.

    async def tell(self, event: str, data: Body, channel: Channel | None = None, needs: int = 0) -> bool:
        """Tell the sessions of the guild's shard that have all the intents it *needs*."""
        guild_id = channel.guild_id if channel else int(data.get("guild_id") or data.get("id") or 0)
        told = False
        for session in list(self.sessions.values()):
            shard, count = session.shard
            if _shard_of(guild_id or 0, count) == shard and session.intents & needs == needs:
                await session.dispatch(event, data)
                told = True
        return told

    async def interact(self, guild_id: int | None, data: Body) -> None:
        """Hand an interaction to one session of its shard: a connected one, or else one that may resume."""
        waiting = [session for session in self.sessions.values() if session.connection is None]
        for session in reversed(waiting + self.connected):
            shard, count = session.shard
            if _shard_of(guild_id or 0, count) == shard:
                await session.dispatch("INTERACTION_CREATE", data)
                return

    # What a test may do.

    def drop(self) -> None:
        """Break every connection without a word; the sessions can be resumed."""
        for connection in list(self.connections):
            connection.abort()

    async def ask_to_reconnect(self) -> None:
        """Ask every bot to connect again and resume (op 7)."""
        for session in self.connected:
            if session.connection is not None:
                await session.connection.send(RECONNECT, None)

    async def invalidate(self, *, resumable: bool = False) -> None:
        """Tell every bot that its session is not valid (op 9); unless resumable, forget it."""
        for session in self.connected:
            connection = session.connection
            if not resumable:
                del self.sessions[session.id]
            if connection is not None:
                await connection.send(INVALID, resumable)

    async def close(self, code: int = GOING_AWAY) -> None:
        """Close every connection with a code."""
        await asyncio.gather(*(connection.close(code) for connection in list(self.connections)))


def _shard_of(guild_id: int, count: int) -> int:
    return (guild_id >> 22) % count

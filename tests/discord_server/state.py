"""What the server remembers: messages, commands, interactions, and the guilds they belong to.

The state outlives every connection of a bot, so a bot may go and come back and find its old messages.
"""

from __future__ import annotations

import base64
import itertools
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from .clock import Clock
from .guilds import Channel, Guild, User, iso

Body = dict[str, Any]
EPOCH_MS = 1_420_070_400_000

# Message flags.
CROSSPOSTED = 1 << 0
SUPPRESS_EMBEDS = 1 << 2
EPHEMERAL = 1 << 6
LOADING = 1 << 7
SUPPRESS_NOTIFICATIONS = 1 << 12
VOICE_MESSAGE = 1 << 13
COMPONENTS_V2 = 1 << 15


@dataclass
class Message:
    """A message; one that only `owner_id` may see is ephemeral."""

    id: int
    channel_id: int
    guild_id: int | None
    author: User
    created: float
    content: str = ""
    embeds: list[Body] = field(default_factory=list)
    components: list[Body] = field(default_factory=list)
    attachments: list[Body] = field(default_factory=list)
    flags: int = 0
    nonce: str | int | None = None
    allowed_mentions: Body | None = None
    reference: Body | None = None
    interaction: Body | None = None
    application_id: int | None = None
    webhook_id: int | None = None
    owner_id: int | None = None
    edited: float | None = None
    pinned: bool = False
    deleted: bool = False
    edits: int = 0

    @property
    def loading(self) -> bool:
        """Whether it is the "thinking…" that stands in for a deferred answer."""
        return bool(self.flags & LOADING)

    def json(self) -> Body:
        body: Body = {
            "id": str(self.id),
            "channel_id": str(self.channel_id),
            "type": 20 if self.interaction and self.webhook_id else 0,
            "author": self.author.json(),
            "content": self.content,
            "timestamp": iso(self.created),
            "edited_timestamp": None if self.edited is None else iso(self.edited),
            "tts": False,
            "mention_everyone": False,
            "mentions": [],
            "mention_roles": [],
            "attachments": self.attachments,
            "embeds": self.embeds,
            "components": self.components,
            "pinned": self.pinned,
            "flags": self.flags,
        }
        if self.nonce is not None:
            body["nonce"] = self.nonce
        if self.reference is not None:
            body["message_reference"] = self.reference
        if self.application_id is not None:
            body["application_id"] = str(self.application_id)
        if self.webhook_id is not None:
            body["webhook_id"] = str(self.webhook_id)
        if self.interaction is not None:
            body["interaction_metadata"] = self.interaction
        return body


@dataclass
class Interaction:
    """One thing a user did with the bot, and what became of it."""

    id: int
    token: str
    type: int
    user: User
    channel: Channel
    created: float
    data: Body
    message: Message | None = None
    answered: int | None = None
    original: Message | None = None
    settled: bool = False
    followups: list[Message] = field(default_factory=list)
    choices: list[Body] | None = None
    modal: Body | None = None


class State:
    """Everything the server remembers, and the ids it gives out."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self._increment = itertools.count()
        self.guilds: dict[int, Guild] = {}
        self.users: dict[int, User] = {}
        self.direct: dict[int, Channel] = {}
        self.messages: dict[int, Message] = {}
        self.commands: dict[int | None, dict[int, Body]] = {None: {}}
        self.interactions: dict[int, Interaction] = {}

    def new_id(self) -> int:
        """A snowflake of this moment; later ones are greater."""
        now = int(self.clock.now() * 1000) - EPOCH_MS
        return now << 22 | next(self._increment) & 0x3FFFFF

    def new_token(self) -> str:
        """A token as long as an interaction's."""
        return base64.urlsafe_b64encode(secrets.token_bytes(96)).decode()

    def changed(self) -> None:
        """Wake whoever waits for something to happen."""
        self.clock.bell.ring()

    def channel(self, channel_id: int) -> Channel | None:
        for guild in self.guilds.values():
            if channel_id in guild.channels:
                return guild.channels[channel_id]
        return self.direct.get(channel_id)

    def all_channels(self) -> Iterator[Channel]:
        for guild in self.guilds.values():
            yield from guild.channels.values()
        yield from self.direct.values()

    def guild_of(self, channel: Channel) -> Guild | None:
        return None if channel.guild_id is None else self.guilds.get(channel.guild_id)

    def in_channel(self, channel_id: int) -> list[Message]:
        """The messages of a channel that everybody there sees, oldest first."""
        return [
            message
            for message in self.messages.values()
            if message.channel_id == channel_id
            and message.owner_id is None
            and not message.deleted
            and not message.loading
        ]

    def interaction(self, token: str) -> Interaction | None:
        return next((i for i in self.interactions.values() if i.token == token), None)

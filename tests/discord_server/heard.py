"""What comes back to people: suggestions, answers, and the messages of a channel."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .errors import DriverError
from .guilds import Channel, User
from .seen import Modal, Seen, see
from .state import Interaction

if TYPE_CHECKING:
    from .server import DiscordServer


@dataclass(frozen=True)
class Choice:
    """One suggestion of autocomplete."""

    name: str
    value: str | int | float


@dataclass(frozen=True)
class Answer:
    """What a user sees of the bot's answer once it is there.

    `message` is the message at that moment; `current()` looks again. `updated` says that an earlier message was
    changed, `deferred` that "thinking…" stood there first, `error` is Discord's own line where no answer came.
    """

    server: "DiscordServer"
    interaction: Interaction
    user: User
    message: Seen | None = None
    modal: Modal | None = None
    error: str | None = None
    deferred: bool = False
    updated: bool = False

    @property
    def ephemeral(self) -> bool:
        """Whether only this user sees it."""
        return self.message is not None and self.message.ephemeral

    @property
    def text(self) -> str:
        """The text of the message; empty if there is none."""
        return self.message.text if self.message else ""

    @property
    def seen(self) -> Seen:
        """The message, where there has to be one."""
        if self.message is None:
            raise DriverError(f"there is no message: {self.error or self.modal}")
        return self.message

    @property
    def followups(self) -> list[Seen]:
        """The further messages that are there now."""
        return [see(self.server.state, m) for m in self.interaction.followups if not m.deleted]

    def current(self) -> Seen | None:
        """The message as it is now; None if it is gone."""
        original = self.interaction.original
        return None if original is None or original.deleted else see(self.server.state, original)

    async def followup(self, number: int = 1) -> Seen:
        """Wait until there are so many further messages, and look at the last of them."""
        return await self.server.until(
            lambda: self.followups[number - 1] if len(self.followups) >= number else None,
            f"follow-up {number} arrives",
        )

    async def changed(self) -> Seen:
        """Wait until the message is edited after this answer was seen."""
        before = self.seen.edits

        def look() -> Seen | None:
            now = self.current()
            return now if now is not None and now.edits > before else None

        return await self.server.until(look, "the answer is edited")


@dataclass(frozen=True)
class ChannelView:
    """A channel as everybody in it sees it."""

    server: "DiscordServer"
    channel: Channel

    @property
    def id(self) -> int:
        return self.channel.id

    @property
    def name(self) -> str:
        return self.channel.name

    @property
    def messages(self) -> list[Seen]:
        """The messages everybody sees, oldest first."""
        return [see(self.server.state, message) for message in self.server.state.in_channel(self.id)]

    @property
    def threads(self) -> "list[ChannelView]":
        """The threads, or a forum's posts, oldest first."""
        every = self.server.state.all_channels()
        return [ChannelView(self.server, c) for c in every if c.is_thread and c.parent_id == self.id]

    async def next_message(self, timeout: float | None = None) -> Seen:  # noqa: ASYNC109
        """The first message that no earlier call gave out; waits for it if need be."""
        read = self.server.read_up_to

        def look() -> Seen | None:
            return next((m for m in self.messages if m.id > read.get(self.id, 0)), None)

        found = await self.server.until(look, f"a message in #{self.name}", timeout)
        read[self.id] = found.id
        return found

    async def until(self, look: Callable[[list[Seen]], bool], what: str = "the messages come") -> list[Seen]:
        """Wait until the messages are as *look* wants them."""
        return await self.server.until(lambda: self.messages if look(self.messages) else None, what)

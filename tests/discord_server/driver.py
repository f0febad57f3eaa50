"""The hands of people: typing, sending, pressing, choosing, filling in, and waiting for what they then see."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from . import commanding
from .check_components import CHANNEL_SELECT, ROLE_SELECT, STRING_SELECT, USER_SELECT
from .errors import DriverError
from .filling import filled, pick
from .guilds import Channel, Guild, User
from .heard import Answer, Choice
from .permissions import Permission, in_channel
from .rest_interactions import AUTOCOMPLETE, COMMAND, COMPONENT, DEFER, DEFER_UPDATE, MODAL_SUBMIT, UPDATE
from .seen import Modal, Seen, Select, see
from .state import Interaction, Message

if TYPE_CHECKING:
    from .server import DiscordServer

Body = dict[str, Any]
NO_RESPONSE = "The application did not respond"
FAILED = "This interaction failed"


@dataclass(frozen=True)
class Reader:
    """A person in a channel. What they do goes the way Discord's client would send it."""

    server: "DiscordServer"
    user: User
    channel: Channel
    locale: str = "en-US"

    @property
    def name(self) -> str:
        return self.user.username

    @property
    def guild(self) -> Guild | None:
        return self.server.state.guild_of(self.channel)

    @property
    def permissions(self) -> int:
        """What they may do in the channel."""
        return in_channel(self.guild, self.channel, self.user.id)

    # Doing.

    async def types(self, line: str, focused: str | None = None, /, **options: Any) -> list[Choice]:
        """Type a command up to an option and see what is suggested; the last option is the one being typed."""
        focused = options.pop("focused", focused) if "focused" in options else focused
        return await self.types_options(line, options, focused)

    async def types_options(self, line: str, options: Body, focused: str | None = None) -> list[Choice]:
        """As `types`, for options whose names are no Python names."""
        typed = commanding.find(self, line)
        if focused is None:
            if not options:
                raise DriverError("which option is being typed?")
            focused = list(options)[-1]
        data = typed.data(commanding.partial_options(typed, options, focused), {})
        interaction = await self._dispatch(AUTOCOMPLETE, data)
        choices = await self._until(interaction, lambda: interaction.choices)
        if choices is None:
            raise DriverError("Loading options failed")
        return [Choice(choice["name"], choice["value"]) for choice in choices]

    async def sends(self, line: str, /, **options: Any) -> Answer:
        """Send a command and wait for what the bot answers."""
        return await self.sends_options(line, options)

    async def sends_options(self, line: str, options: Body) -> Answer:
        """As `sends`, for options whose names are no Python names."""
        typed = commanding.find(self, line)
        data = typed.data(*commanding.options(self, typed, options))
        return await self._hear(await self._dispatch(COMMAND, data), NO_RESPONSE)

    async def presses(
        self, target: "Answer | Seen | Message", button: str | int = 0, *, settles: bool = True
    ) -> Answer:
        """Press a button by label, custom_id or number; with settles=False a bare acknowledgement is enough."""
        message = self._visible(target)
        seen = see(self.server.state, message)
        found = pick(seen.buttons, button, lambda b: (b.label, b.custom_id), "button")
        if found.disabled:
            raise DriverError(f"the button {found.label!r} is disabled")
        if found.custom_id is None:
            raise DriverError(f"the button {found.label!r} is a link to {found.url}")
        return await self._component(message, 2, found.custom_id, None, settles)

    async def chooses(
        self,
        target: "Answer | Seen | Message",
        *values: Any,
        select: str | int = 0,
        settles: bool = True,
    ) -> Answer:
        """Choose in a select menu, found by placeholder, custom_id or number."""
        message = self._visible(target)
        seen = see(self.server.state, message)
        menu: Select = pick(seen.selects, select, lambda s: (s.placeholder, s.custom_id), "select menu")
        if menu.disabled:
            raise DriverError("the select menu is disabled")
        if not menu.min_values <= len(values) <= menu.max_values:
            raise DriverError(f"choose {menu.min_values} to {menu.max_values}, not {len(values)}")
        resolved: Body = {}
        chosen = [self._chosen(menu, value, resolved) for value in values]
        return await self._component(message, menu.type, menu.custom_id, (chosen, resolved), settles)

    async def submits(self, answer: Answer, fields: Body | None = None, /, **more: Any) -> Answer:
        """Fill in the modal of an answer, its fields named by custom_id or label, and send it."""
        modal = answer.modal
        if modal is None:
            raise DriverError("there is no modal to submit")
        if answer.user is not self.user:
            raise DriverError(f"the modal is shown to {answer.user.username} alone")
        given = {**(fields or {}), **more}
        data = {"custom_id": modal.custom_id, "components": filled(modal, given)}
        interaction = await self._dispatch(MODAL_SUBMIT, data, answer.interaction.message)
        return await self._hear(interaction, FAILED)

    # How it goes.

    async def _component(
        self,
        message: Message,
        kind: int,
        custom_id: str,
        chosen: tuple[list[str], Body] | None,
        settles: bool,
    ) -> Answer:
        data: Body = {"component_type": kind, "custom_id": custom_id, "id": 0}
        if chosen is not None:
            data["values"] = chosen[0]
            if chosen[1]:
                data["resolved"] = chosen[1]
        interaction = await self._dispatch(COMPONENT, data, message)
        return await self._hear(interaction, FAILED, settles=settles)

    def _chosen(self, menu: Select, value: Any, resolved: Body) -> str:
        if menu.type == STRING_SELECT:
            return pick(menu.options, value, lambda o: (o.label, o.value), "option").value
        kind = {USER_SELECT: 6, CHANNEL_SELECT: 7, ROLE_SELECT: 8}.get(menu.type, 9)
        option = {"type": kind, "name": menu.placeholder or menu.custom_id}
        return commanding.resolve(self, option, value, resolved)

    def _visible(self, target: "Answer | Seen | Message") -> Message:
        """The message, if this user can see it now."""
        if isinstance(target, Answer):
            message = target.interaction.original
        elif isinstance(target, Seen):
            message = self.server.state.messages.get(target.id)
        else:
            message = target
        if message is None or message.deleted:
            raise DriverError("the message is not there")
        if message.owner_id is not None and message.owner_id != self.user.id:
            raise DriverError(f"the message is ephemeral; {self.name} does not see it")
        channel = self.server.state.channel(message.channel_id)
        if channel is None:
            raise DriverError("the channel is not there")
        guild = self.server.state.guild_of(channel)
        if not in_channel(guild, channel, self.user.id) & Permission.VIEW_CHANNEL:
            raise DriverError(f"{self.name} does not see #{channel.name}")
        return message

    async def _dispatch(self, kind: int, data: Body, message: Message | None = None) -> Interaction:
        state = self.server.state
        channel = self.channel
        if message is not None:
            channel = state.channel(message.channel_id) or channel
        interaction = Interaction(
            id=state.new_id(),
            token=state.new_token(),
            type=kind,
            user=self.user,
            channel=channel,
            created=state.clock.now(),
            data=data,
            message=message,
        )
        state.interactions[interaction.id] = interaction
        state.changed()
        guild = state.guild_of(channel)
        await self.server.gateway.interact(guild.id if guild else None, self._payload(interaction, guild))
        return interaction

    def _payload(self, interaction: Interaction, guild: Guild | None) -> Body:
        server, channel = self.server, interaction.channel
        payload: Body = {
            "id": str(interaction.id),
            "application_id": str(server.application_id),
            "type": interaction.type,
            "token": interaction.token,
            "version": 1,
            "data": interaction.data,
            "channel_id": str(channel.id),
            "channel": commanding.partial_channel(server, guild, channel, self.user.id),
            "locale": self.locale,
            "app_permissions": str(in_channel(guild, channel, server.bot.id)),
            "entitlements": [],
            "attachment_size_limit": 10 * 1024 * 1024,
        }
        if interaction.message is not None:
            payload["message"] = interaction.message.json()
        if guild is None:
            recipients = [server.state.users[key].json() for key in channel.recipients]
            payload["channel"] |= {"recipients": recipients}
            return payload | {
                "user": self.user.json(),
                "context": commanding.IN_BOT_DM,
                "authorizing_integration_owners": {"0": "0"},
            }
        member = guild.members[self.user.id].json()
        member["permissions"] = str(in_channel(guild, channel, self.user.id))
        return payload | {
            "guild_id": str(guild.id),
            "guild": {"id": str(guild.id), "locale": guild.locale, "features": []},
            "guild_locale": guild.locale,
            "member": member,
            "context": commanding.IN_GUILD,
            "authorizing_integration_owners": {"0": str(guild.id)},
        }

    async def _until(self, interaction: Interaction, look: Callable[[], Any]) -> Any:
        """What *look* finds before the time for a first answer is over."""
        return await self.server.clock.until(look, interaction.created + self.server.answer_within)

    async def _hear(self, interaction: Interaction, failure: str, *, settles: bool = True) -> Answer:
        """Wait for the first answer and, if it was deferred, for what it was deferred to."""
        server = self.server
        kind = await self._until(interaction, lambda: interaction.answered)
        if kind is None:
            return Answer(server, interaction, self.user, error=failure)
        if interaction.modal is not None:
            return Answer(server, interaction, self.user, modal=Modal.of(interaction.modal))
        deferred = kind in (DEFER, DEFER_UPDATE)
        if deferred and settles:
            await server.until(
                lambda: interaction.settled or bool(interaction.followups) or None,
                "the deferred answer arrives",
            )
        original = interaction.original
        gone = original is None or original.deleted
        message = None if gone or original is None else see(server.state, original)
        updated = kind in (UPDATE, DEFER_UPDATE)
        return Answer(server, interaction, self.user, message=message, deferred=deferred, updated=updated)

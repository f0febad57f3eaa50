"""From what a user types behind "/" to the data of an interaction, refusing what Discord's client refuses."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .check_commands import (
    BOOLEAN,
    CHANNEL,
    CHAT_INPUT,
    GROUP,
    INTEGER,
    MENTIONABLE,
    NUMBER,
    ROLE,
    STRING,
    SUBCOMMAND,
    USER,
)
from .errors import DriverError
from .guilds import Channel, Guild
from .permissions import ALL, Permission, in_channel

if TYPE_CHECKING:
    from .driver import Reader
    from .server import DiscordServer

Body = dict[str, Any]
IN_GUILD, IN_BOT_DM = 0, 1


@dataclass(frozen=True)
class Typed:
    """A command found among those registered, with the options of the subcommand that was typed."""

    command: Body
    path: list[Body]
    declared: list[Body]

    @property
    def name(self) -> str:
        return " ".join([self.command["name"], *(part["name"] for part in self.path)])

    def data(self, options: list[Body], resolved: Body) -> Body:
        """The data of the interaction, the options wrapped in their subcommands."""
        for part in reversed(self.path):
            options = [{"type": part["type"], "name": part["name"], "options": options}]
        data: Body = {
            "id": self.command["id"],
            "name": self.command["name"],
            "type": CHAT_INPUT,
            "options": options,
        }
        if "guild_id" in self.command:
            data["guild_id"] = self.command["guild_id"]
        if resolved:
            data["resolved"] = resolved
        return data


def find(reader: "Reader", line: str) -> Typed:
    """The command a user means by "digest add", if the client offers it to them here."""
    first, *rest = line.removeprefix("/").split()
    command = _registered(reader, first)
    _offered(reader, command)
    path: list[Body] = []
    declared: list[Body] = command["options"]
    for word in rest:
        part = next((o for o in declared if o["name"] == word and o["type"] in (SUBCOMMAND, GROUP)), None)
        if part is None:
            raise DriverError(f"/{first} has no subcommand {word!r}; it has {_names(declared)}")
        path.append(part)
        declared = part.get("options") or []
    if any(option["type"] in (SUBCOMMAND, GROUP) for option in declared):
        raise DriverError(f"/{line} needs a subcommand: {_names(declared)}")
    return Typed(command, path, declared)


def _registered(reader: "Reader", name: str) -> Body:
    state, guild = reader.server.state, reader.guild
    own = state.commands.get(guild.id, {}) if guild else {}
    offered = [c for c in [*own.values(), *state.commands[None].values()] if c["type"] == CHAT_INPUT]
    for command in offered:
        if command["name"] == name:
            return command
    raise DriverError(f"no command /{name} is registered; there are {_names(offered)}")


def _offered(reader: "Reader", command: Body) -> None:
    """Raise unless the client shows the command to this user in this channel."""
    name = command["name"]
    contexts = command.get("contexts")
    if contexts is None:
        contexts = [IN_GUILD, IN_BOT_DM] if command.get("dm_permission", True) else [IN_GUILD]
    if (IN_GUILD if reader.guild else IN_BOT_DM) not in contexts:
        raise DriverError(f"/{name} is not offered in this kind of channel (contexts {contexts})")
    has = reader.permissions
    if not has & Permission.VIEW_CHANNEL or not has & Permission.USE_APPLICATION_COMMANDS:
        raise DriverError(f"{reader.name} may not use commands in #{reader.channel.name}")
    bits = command.get("default_member_permissions")
    if bits is None or reader.guild is None or has == ALL:
        return
    needed = int(bits)
    if needed == 0 or needed & ~has:
        raise DriverError(
            f"/{name} is hidden from {reader.name}, who lacks the permissions it asks for ({needed})"
        )


def options(reader: "Reader", typed: Typed, given: dict[str, Any]) -> tuple[list[Body], Body]:
    """The options as the client sends them when the user presses Enter, and what they refer to."""
    for name in given:
        if name not in {option["name"] for option in typed.declared}:
            raise DriverError(f"/{typed.name} has no option {name!r}; it has {_names(typed.declared)}")
    resolved: Body = {}
    sent: list[Body] = []
    for option in typed.declared:
        value = given.get(option["name"])
        if value is None:
            if option.get("required"):
                raise DriverError(f"/{typed.name} needs the option {option['name']!r}")
            continue
        value = _value(reader, option, value, resolved)
        sent.append({"type": option["type"], "name": option["name"], "value": value})
    return sent, resolved


def partial_options(typed: Typed, given: dict[str, Any], focused: str) -> list[Body]:
    """The options as the client sends them while the user is still typing one of them."""
    declared = {option["name"]: option for option in typed.declared}
    for name in given:
        if name not in declared:
            raise DriverError(f"/{typed.name} has no option {name!r}; it has {_names(typed.declared)}")
    if not declared[focused].get("autocomplete"):
        raise DriverError(f"the option {focused!r} of /{typed.name} has no autocomplete")
    sent: list[Body] = []
    for name, option in declared.items():
        if name not in given:
            continue
        value = given[name]
        if not isinstance(value, str | int | float):
            value = str(value.id)
        entry: Body = {"type": option["type"], "name": name, "value": value}
        sent.append(entry | {"focused": True} if name == focused else entry)
    return sent


def _value(reader: "Reader", option: Body, value: Any, resolved: Body) -> Any:
    kind, name = option["type"], option["name"]
    choices = option.get("choices") or []
    if choices:
        for choice in choices:
            if value in (choice["name"], choice["value"]):
                return choice["value"]
        raise DriverError(f"{value!r} is no choice of {name!r}; there are {_names(choices)}")
    if kind == STRING:
        _is(value, str, option)
        _between(len(value), option, "min_length", "max_length")
        if not value or len(value) > 6000:
            raise DriverError(f"{name!r} takes 1 to 6000 characters")
    elif kind == BOOLEAN:
        _is(value, bool, option)
    elif kind in (INTEGER, NUMBER):
        if isinstance(value, bool):
            raise DriverError(f"{name!r} takes a number, not {value!r}")
        _is(value, int if kind == INTEGER else (int, float), option)
        _between(value, option, "min_value", "max_value")
    else:
        return resolve(reader, option, value, resolved)
    return value


def _is(value: object, kind: type | tuple[type, ...], option: Body) -> None:
    if not isinstance(value, kind):
        raise DriverError(f"{option['name']!r} does not take {value!r}")


def _between(value: float, option: Body, low: str, high: str) -> None:
    least, most = option.get(low), option.get(high)
    if (least is not None and value < least) or (most is not None and value > most):
        raise DriverError(f"{option['name']!r} takes {low} {least} to {high} {most}, not {value}")


def resolve(reader: "Reader", option: Body, value: Any, resolved: Body) -> str:
    """The id of a channel, user or role, its data put among what is resolved."""
    kind, server, guild = option["type"], reader.server, reader.guild
    if kind == CHANNEL:
        channel = server.find_channel(value, guild)
        types = option.get("channel_types")
        if types and channel.type not in types:
            raise DriverError(f"{option['name']!r} takes channels of the types {types}, not {channel.type}")
        resolved.setdefault("channels", {})[str(channel.id)] = partial_channel(
            server, guild, channel, reader.user.id
        )
        return str(channel.id)
    wanted = str(getattr(value, "id", value))
    if kind in (USER, MENTIONABLE):
        for user in server.state.users.values():
            if wanted in (user.username, str(user.id)):
                resolved.setdefault("users", {})[str(user.id)] = user.json()
                if guild and user.id in guild.members:
                    member = {k: v for k, v in guild.members[user.id].json().items() if k != "user"}
                    member["permissions"] = str(in_channel(guild, reader.channel, user.id))
                    resolved.setdefault("members", {})[str(user.id)] = member
                return str(user.id)
    if kind in (ROLE, MENTIONABLE) and guild:
        for role in guild.roles.values():
            if wanted in (role.name, str(role.id)):
                resolved.setdefault("roles", {})[str(role.id)] = role.json()
                return str(role.id)
    raise DriverError(f"{option['name']!r} does not take {value!r}")


def partial_channel(server: "DiscordServer", guild: Guild | None, channel: Channel, user_id: int) -> Body:
    """A channel as an interaction carries it, with what the user and the app may do there."""
    return channel.json() | {
        "permissions": str(in_channel(guild, channel, user_id)),
        "app_permissions": str(in_channel(guild, channel, server.bot.id)),
    }


def _names(things: list[Body]) -> str:
    return ", ".join(str(thing["name"]) for thing in things) or "none"

"""Who the bot is, and its commands."""

from typing import Any

from .check_commands import CHAT_INPUT, check_command, check_commands
from .refusals import Faults, RefusalError, missing_access, unknown
from .rest import Call, Route

Json = Any
Body = dict[str, Any]


async def gateway(call: Call) -> Json:
    return {"url": call.server.gateway_for(call.request.headers["Host"])}


async def gateway_bot(call: Call) -> Json:
    return {
        "url": call.server.gateway_for(call.request.headers["Host"]),
        "shards": call.server.gateway.shards,
        "session_start_limit": {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1},
    }


async def me(call: Call) -> Json:
    return call.server.bot.json() | {"verified": True, "mfa_enabled": False, "email": None, "flags": 0}


async def application(call: Call) -> Json:
    server = call.server
    owner = server.state.users[server.owner_id]
    return {
        "id": str(server.application_id),
        "name": server.bot.username,
        "icon": None,
        "description": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": 0,
        "owner": owner.json(),
        "bot": server.bot.json(),
        "team": None,
        "approximate_guild_count": len(server.state.guilds),
        "integration_types_config": {"0": {}, "1": {}},
    }


def _place(call: Call) -> int | None:
    """The guild whose commands are meant, or None for the global ones."""
    if call.id("application_id") != call.server.application_id:
        raise RefusalError(403, 20012, "You are not authorized to perform this action on this application")
    if "guild_id" not in call.ids:
        return None
    guild = call.server.state.guilds.get(call.id("guild_id"))
    if guild is None:
        raise unknown("Guild", 10004)
    if call.server.bot.id not in guild.members:
        raise missing_access()
    return guild.id


def _commands(call: Call) -> dict[int, Body]:
    return call.server.state.commands.setdefault(_place(call), {})


def _one(call: Call) -> Body:
    command = _commands(call).get(call.id("command_id"))
    if command is None:
        raise unknown("application command", 10063)
    return command


def _complete(call: Call, command: Body, command_id: int) -> Body:
    """The command as Discord gives it back, with every field filled."""
    place = _place(call)
    bits = command.get("default_member_permissions")
    full: Body = {
        "id": str(command_id),
        "application_id": str(call.server.application_id),
        "version": str(call.server.state.new_id()),
        "type": command.get("type") or CHAT_INPUT,
        "name": command["name"],
        "name_localizations": command.get("name_localizations"),
        "description": command.get("description") or "",
        "description_localizations": command.get("description_localizations"),
        "default_member_permissions": None if bits is None else str(bits),
        "nsfw": bool(command.get("nsfw")),
        "integration_types": command.get("integration_types") or [0],
        "options": command.get("options") or [],
    }
    if place is not None:
        return full | {"guild_id": str(place)}
    anywhere = command.get("dm_permission") is not False
    contexts = command.get("contexts")
    return full | {"dm_permission": anywhere, "contexts": contexts}


def _same(command: Body) -> tuple[int, str]:
    return command.get("type") or CHAT_INPUT, command["name"]


async def list_commands(call: Call) -> Json:
    return list(_commands(call).values())


async def overwrite(call: Call) -> Json:
    """Replace all commands; those of the same name and type keep their ids."""
    commands = _commands(call)
    if not isinstance(call.body, list):
        raise RefusalError(400, 50109, "The request body contains invalid JSON.")
    faults = Faults()
    check_commands(call.body, faults)
    call.refuse_if(faults)
    known = {_same(command): int(command["id"]) for command in commands.values()}
    ids = [known.get(_same(command)) or call.server.state.new_id() for command in call.body]
    complete = [_complete(call, command, key) for command, key in zip(call.body, ids, strict=True)]
    commands.clear()
    commands.update(zip(ids, complete, strict=True))
    return complete


async def create(call: Call) -> Json:
    """Add a command, or replace the one of the same name and type."""
    commands = _commands(call)
    faults = Faults()
    check_command(call.body, faults)
    call.refuse_if(faults)
    known = {_same(command): int(command["id"]) for command in commands.values()}
    command_id = known.get(_same(call.form)) or call.server.state.new_id()
    rest = [command for key, command in commands.items() if key != command_id]
    check_commands([*rest, call.form], faults)
    faults.refuse()
    commands[command_id] = _complete(call, call.form, command_id)
    return commands[command_id]


async def read(call: Call) -> Json:
    return _one(call)


async def change(call: Call) -> Json:
    command = _one(call)
    changed = command | call.form
    faults = Faults()
    check_command(changed, faults)
    call.refuse_if(faults)
    command.update(_complete(call, changed, int(command["id"])))
    return command


async def delete(call: Call) -> Json:
    command = _one(call)
    del _commands(call)[int(command["id"])]


_GLOBAL = "/applications/{application_id}/commands"
_GUILD = "/applications/{application_id}/guilds/{guild_id}/commands"
ROUTES = [
    Route("GET", "/gateway", gateway, open=True),
    Route("GET", "/gateway/bot", gateway_bot),
    Route("GET", "/users/@me", me),
    Route("GET", "/oauth2/applications/@me", application),
    Route("GET", "/applications/@me", application),
    *(
        Route(method, base + end, handler)
        for base in (_GLOBAL, _GUILD)
        for method, end, handler in (
            ("GET", "", list_commands),
            ("PUT", "", overwrite),
            ("POST", "", create),
            ("GET", "/{command_id}", read),
            ("PATCH", "/{command_id}", change),
            ("DELETE", "/{command_id}", delete),
        )
    ),
]

"""Messages in channels: reading, posting once, editing, deleting, publishing, pinning."""

from typing import Any

from .check_messages import check_message
from .gateway import DIRECT_MESSAGES, GUILD_MESSAGES
from .guilds import ANNOUNCEMENT, FORUM, Channel
from .permissions import Permission, in_channel
from .posting import edit, new_message, owned
from .refusals import Faults, RefusalError, missing_permissions, unknown
from .rest import Call, Route
from .state import CROSSPOSTED, Message

Json = Any
NONCE_SECONDS = 300  # "the past few minutes"


def _message(call: Call, channel: Channel) -> Message:
    message = call.server.state.messages.get(call.id("message_id"))
    hidden = message is None or message.deleted or message.channel_id != channel.id or message.owner_id
    if message is None or hidden:
        raise unknown("Message", 10008)
    return message


async def _tell(call: Call, event: str, channel: Channel, message: Message) -> None:
    body = message.json()
    if channel.guild_id is not None:
        body["guild_id"] = str(channel.guild_id)
        guild = call.server.state.guilds[channel.guild_id]
        if message.author.id in guild.members:
            body["member"] = {k: v for k, v in guild.members[message.author.id].json().items() if k != "user"}
    needs = DIRECT_MESSAGES if channel.guild_id is None else GUILD_MESSAGES
    await call.server.gateway.tell(event, body, channel, needs)


def may_write(call: Call, channel: Channel) -> None:
    """Refuse unless the bot may post in the channel."""
    if channel.type == FORUM:
        raise RefusalError(400, 50008, "Cannot send messages in a non-text channel")
    if channel.archived:
        raise RefusalError(400, 50083, "Thread is archived")
    has = in_channel(call.server.state.guild_of(channel), channel, call.server.bot.id)
    needed = Permission.SEND_MESSAGES_IN_THREADS if channel.is_thread else Permission.SEND_MESSAGES
    if not has & needed:
        raise missing_permissions()
    if call.request.files and not has & Permission.ATTACH_FILES:
        raise missing_permissions()


async def read(call: Call) -> Json:
    channel = call.channel(Permission.READ_MESSAGE_HISTORY)
    query = call.request.query
    messages = call.server.state.in_channel(channel.id)
    limit = int(query.get("limit", 50))
    if "after" in query:
        chosen = [m for m in messages if m.id > int(query["after"])][:limit]
    elif "around" in query:
        chosen = sorted(messages, key=lambda m: abs(m.id - int(query["around"])))[:limit]
        chosen.sort(key=lambda m: m.id)
    else:
        before = int(query.get("before", 1 << 63))
        chosen = [m for m in messages if m.id < before][-limit:]
    return [message.json() for message in reversed(chosen)]


async def read_one(call: Call) -> Json:
    return _message(call, call.channel(Permission.READ_MESSAGE_HISTORY)).json()


async def post(call: Call) -> Json:
    channel = call.channel()
    may_write(call, channel)
    faults, body = Faults(), call.form
    check_message(body, faults, files=call.request.files)
    call.refuse_if(faults)
    state, nonce = call.server.state, body.get("nonce")
    if nonce is not None and body.get("enforce_nonce"):
        since = state.clock.now() - NONCE_SECONDS
        for earlier in state.messages.values():
            same = earlier.author.id == call.server.bot.id and str(earlier.nonce) == str(nonce)
            if same and earlier.channel_id == channel.id and earlier.created >= since:
                return earlier.json()
    message = new_message(call.server, channel, call.server.bot, body, call.request.files)
    await _tell(call, "MESSAGE_CREATE", channel, message)
    return message.json()


async def change(call: Call) -> Json:
    channel = call.channel()
    message = owned(_message(call, channel), call.server.bot)
    if channel.archived:
        raise RefusalError(400, 50083, "Thread is archived")
    faults, body = Faults(), call.form
    check_message(body, faults, files=call.request.files, before=message)
    call.refuse_if(faults)
    edit(call.server, message, body, call.request.files)
    await _tell(call, "MESSAGE_UPDATE", channel, message)
    return message.json()


async def delete(call: Call) -> Json:
    channel = call.channel()
    message = _message(call, channel)
    server = call.server
    has = in_channel(server.state.guild_of(channel), channel, server.bot.id)
    if message.author.id != server.bot.id and not has & Permission.MANAGE_MESSAGES:
        raise missing_permissions()
    message.deleted = True
    body = {"id": str(message.id), "channel_id": str(channel.id), "guild_id": str(channel.guild_id)}
    if channel.guild_id is None:
        del body["guild_id"]
    await server.gateway.tell("MESSAGE_DELETE", body, channel, GUILD_MESSAGES)


async def crosspost(call: Call) -> Json:
    channel = call.channel(Permission.SEND_MESSAGES)
    message = _message(call, channel)
    if channel.type != ANNOUNCEMENT:
        raise RefusalError(400, 50024, "Cannot execute action on this channel type")
    if message.flags & CROSSPOSTED:
        raise RefusalError(400, 40033, "This message has already been crossposted")
    message.flags |= CROSSPOSTED
    await _tell(call, "MESSAGE_UPDATE", channel, message)
    return message.json()


async def typing(call: Call) -> Json:
    may_write(call, call.channel())


async def pin(call: Call) -> Json:
    message = _message(call, call.channel(Permission.PIN_MESSAGES))
    message.pinned = call.request.method == "PUT"


async def pins(call: Call) -> Json:
    channel = call.channel(Permission.READ_MESSAGE_HISTORY)
    pinned = [m for m in reversed(call.server.state.in_channel(channel.id)) if m.pinned]
    items = [{"pinned_at": m.json()["timestamp"], "message": m.json()} for m in pinned]
    return {"items": items, "has_more": False}


_ALL = "/channels/{channel_id}/messages"
_ONE = _ALL + "/{message_id}"
ROUTES = [
    Route("GET", _ALL + "/pins", pins),
    Route("PUT", _ALL + "/pins/{message_id}", pin),
    Route("DELETE", _ALL + "/pins/{message_id}", pin),
    Route("GET", _ALL, read),
    Route("POST", _ALL, post),
    Route("GET", _ONE, read_one),
    Route("PATCH", _ONE, change),
    Route("DELETE", _ONE, delete),
    Route("POST", _ONE + "/crosspost", crosspost),
    Route("POST", "/channels/{channel_id}/typing", typing),
]

"""Channels, threads, guilds and their members, as far as a bot reads and makes them."""

from typing import Any

from .check_messages import check_message
from .guilds import ANNOUNCEMENT, ANNOUNCEMENT_THREAD, DIRECT, FORUM, PUBLIC_THREAD, Channel, Guild
from .permissions import Permission
from .posting import new_message
from .refusals import Faults, RefusalError, missing_access, unknown
from .rest import Call, Route

Json = Any
ARCHIVE_AFTER = (60, 1440, 4320, 10080)


async def channel(call: Call) -> Json:
    return call.channel().json()


async def delete_channel(call: Call) -> Json:
    gone = call.channel(Permission.MANAGE_CHANNELS)
    await call.server.delete_channel(gone.id)
    return gone.json()


async def modify_channel(call: Call) -> Json:
    """Of a thread its name and whether it is archived; other channels are none of a bot's business here."""
    thread = call.channel()
    if not thread.is_thread:
        call.channel(Permission.MANAGE_CHANNELS)
    faults = Faults()
    faults.text(call.form, "name", 1, 100)
    call.refuse_if(faults)
    thread.name = call.form.get("name", thread.name)
    thread.archived = bool(call.form.get("archived", thread.archived))
    event = "THREAD_UPDATE" if thread.is_thread else "CHANNEL_UPDATE"
    await call.server.gateway.tell(event, thread.json(), thread)
    return thread.json()


def _thread(call: Call, parent: Channel, kind: int, thread_id: int) -> Channel:
    faults, form = Faults(), call.form
    faults.text(form, "name", 1, 100, required=True)
    after = form.get("auto_archive_duration")
    if after is not None:
        faults.at("auto_archive_duration").one_of(after, ARCHIVE_AFTER)
    tags: list[int] = []
    for index, tag in enumerate(faults.items(form, "applied_tags", 0, 5)):
        if str(tag).isdigit():
            tags.append(int(tag))
        else:
            faults.at("applied_tags", index).add("NUMBER_TYPE_COERCE", f'Value "{tag}" is not snowflake.')
    call.refuse_if(faults)
    if parent.tag_required and not tags:
        raise RefusalError(400, 40067, "A tag is required to create a forum post in this channel")
    return Channel(
        id=thread_id,
        type=kind,
        name=form["name"],
        guild_id=parent.guild_id,
        parent_id=parent.id,
        owner_id=call.server.bot.id,
        created=call.server.clock.now(),
        auto_archive=after or 1440,
        applied_tags=tags,
    )


async def _open(call: Call, thread: Channel) -> Json:
    guild = call.server.state.guild_of(thread)
    if guild is None:
        raise RefusalError(400, 50024, "Cannot execute action on this channel type")
    guild.channels[thread.id] = thread
    member = {
        "id": str(thread.id),
        "user_id": str(call.server.bot.id),
        "join_timestamp": thread.json()["thread_metadata"]["create_timestamp"],
        "flags": 0,
    }
    body = thread.json() | {"member": member}
    await call.server.gateway.tell("THREAD_CREATE", body | {"newly_created": True}, thread)
    return body


async def thread_from_message(call: Call) -> Json:
    parent = call.channel(Permission.CREATE_PUBLIC_THREADS)
    message = call.server.state.messages.get(call.id("message_id"))
    if message is None or message.channel_id != parent.id or message.deleted:
        raise unknown("Message", 10008)
    if call.server.state.channel(message.id) is not None:
        raise RefusalError(400, 160004, "A thread has already been created for this message")
    kind = ANNOUNCEMENT_THREAD if parent.type == ANNOUNCEMENT else PUBLIC_THREAD
    return await _open(call, _thread(call, parent, kind, message.id))


async def thread(call: Call) -> Json:
    """A post in a forum, with its first message, or a thread that hangs on no message."""
    parent = call.channel()
    form = call.form
    if parent.type != FORUM:
        call.channel(Permission.CREATE_PUBLIC_THREADS)
        return await _open(
            call, _thread(call, parent, int(form.get("type") or 12), call.server.state.new_id())
        )
    call.channel(Permission.SEND_MESSAGES)
    faults = Faults()
    if faults.required(form, "message"):
        check_message(form["message"], faults.at("message"), files=call.request.files)
    call.refuse_if(faults)
    post = _thread(call, parent, PUBLIC_THREAD, call.server.state.new_id())
    body = await _open(call, post)
    message = new_message(call.server, post, call.server.bot, form["message"], call.request.files)
    # The first message of a post has the post's own id.
    del call.server.state.messages[message.id]
    message.id = post.id
    call.server.state.messages[post.id] = message
    return body | {"message": message.json()}


def _guild(call: Call) -> Guild:
    guild = call.server.state.guilds.get(call.id("guild_id"))
    if guild is None:
        raise unknown("Guild", 10004)
    if call.server.bot.id not in guild.members:
        raise missing_access()
    return guild


async def guild(call: Call) -> Json:
    return _guild(call).json()


async def guild_channels(call: Call) -> Json:
    return [c.json() for c in _guild(call).channels.values() if not c.is_thread]


async def guild_roles(call: Call) -> Json:
    return [role.json() for role in _guild(call).roles.values()]


async def member(call: Call) -> Json:
    found = _guild(call).members.get(call.id("user_id"))
    if found is None:
        raise unknown("Member", 10007)
    return found.json()


async def user(call: Call) -> Json:
    found = call.server.state.users.get(call.id("user_id"))
    if found is None:
        raise unknown("User", 10013)
    return found.json()


async def direct_channel(call: Call) -> Json:
    call.refuse_if(Faults())
    found = call.server.state.users.get(int(call.form.get("recipient_id") or 0))
    if found is None:
        raise unknown("User", 10013)
    own = call.server.direct_channel(found)
    return direct_json(call, own)


def direct_json(call: Call, own: Channel) -> Json:
    """A direct conversation, as the bot sees it."""
    users = [call.server.state.users[key] for key in own.recipients if key != call.server.bot.id]
    return {
        "id": str(own.id),
        "type": DIRECT,
        "last_message_id": None,
        "recipients": [person.json() for person in users],
    }


ROUTES = [
    Route("GET", "/channels/{channel_id}", channel),
    Route("PATCH", "/channels/{channel_id}", modify_channel),
    Route("DELETE", "/channels/{channel_id}", delete_channel),
    Route("POST", "/channels/{channel_id}/threads", thread),
    Route("POST", "/channels/{channel_id}/messages/{message_id}/threads", thread_from_message),
    Route("GET", "/guilds/{guild_id}", guild),
    Route("GET", "/guilds/{guild_id}/channels", guild_channels),
    Route("GET", "/guilds/{guild_id}/roles", guild_roles),
    Route("GET", "/guilds/{guild_id}/members/{user_id}", member),
    Route("GET", "/users/{user_id}", user),
    Route("POST", "/users/@me/channels", direct_channel),
]

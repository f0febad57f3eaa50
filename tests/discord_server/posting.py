"""Turning the checked body of a request into a message, new or edited."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .check_components import BUTTON, nested
from .guilds import Channel, User
from .refusals import RefusalError
from .state import COMPONENTS_V2, CROSSPOSTED, EPHEMERAL, LOADING, Interaction, Message

if TYPE_CHECKING:
    from .server import DiscordServer

Body = dict[str, Any]


def new_message(
    server: "DiscordServer",
    channel: Channel,
    author: User,
    body: Body,
    files: Mapping[str, bytes],
    *,
    interaction: Interaction | None = None,
) -> Message:
    """A message as it stands after Discord took it; it is in the state, and told to nobody yet."""
    state = server.state
    message = Message(
        id=state.new_id(),
        channel_id=channel.id,
        guild_id=channel.guild_id,
        author=author,
        created=state.clock.now(),
        nonce=body.get("nonce"),
        reference=body.get("message_reference"),
    )
    if interaction is not None:
        message.application_id = message.webhook_id = server.application_id
        message.interaction = {
            "id": str(interaction.id),
            "type": interaction.type,
            "user": interaction.user.json(),
            "authorizing_integration_owners": {},
            "original_response_message_id": str(interaction.original.id) if interaction.original else None,
        }
        if not interaction.original:
            del message.interaction["original_response_message_id"]
        if int(body.get("flags") or 0) & EPHEMERAL:
            message.owner_id = interaction.user.id
    elif author.bot:
        message.application_id = server.application_id
    fill(server, message, body, files)
    state.messages[message.id] = message
    return message


def fill(server: "DiscordServer", message: Message, body: Body, files: Mapping[str, bytes]) -> None:
    """Put what *body* says into the message; what it does not mention stays."""
    if "content" in body:
        message.content = body["content"] or ""
    if "embeds" in body:
        message.embeds = [{"type": "rich", **embed} for embed in body["embeds"] or []]
    if "allowed_mentions" in body:
        message.allowed_mentions = body["allowed_mentions"]
    if "attachments" in body or files:
        _attach(server, message, body, files)
    if "components" in body:
        message.components = _numbered(server, message, body["components"] or [])
    kept = message.flags & (CROSSPOSTED | EPHEMERAL | COMPONENTS_V2)
    if "flags" in body:
        message.flags = int(body["flags"] or 0) | kept
    message.flags &= ~LOADING


def edit(server: "DiscordServer", message: Message, body: Body, files: Mapping[str, bytes]) -> None:
    """Change a message in place."""
    was_loading = message.loading
    fill(server, message, body, files)
    message.edits += 1
    if not was_loading:
        message.edited = server.clock.now()


def owned(message: Message | None, author: User) -> Message:
    """The message, if it is there and *author* wrote it."""
    if message is None or message.deleted:
        raise RefusalError(404, 10008, "Unknown Message")
    if message.author.id != author.id:
        raise RefusalError(403, 50005, "Cannot edit a message authored by another user")
    return message


def _attach(server: "DiscordServer", message: Message, body: Body, files: Mapping[str, bytes]) -> None:
    named: list[Body] = body.get("attachments") or []
    kept = [a for a in message.attachments if any(str(n.get("id")) == a["id"] for n in named)]
    if "attachments" not in body:
        kept = message.attachments
    base = f"http://{server.host}:{server.port}/attachments/{message.channel_id}"
    for index, (name, content) in enumerate(files.items()):
        described: Body = next((n for n in named if str(n.get("id")) == str(index)), {})
        attachment_id = server.state.new_id()
        url = f"{base}/{attachment_id}/{name}"
        server.files[f"/attachments/{message.channel_id}/{attachment_id}/{name}"] = content
        kept = [
            *kept,
            {
                "id": str(attachment_id),
                "filename": name,
                "description": described.get("description"),
                "size": len(content),
                "url": url,
                "proxy_url": url,
                "content_type": "application/octet-stream",
            },
        ]
    message.attachments = kept


def _numbered(server: "DiscordServer", message: Message, components: list[Body]) -> list[Body]:
    """The components as Discord gives them back: each with an id, media with addresses."""
    urls = {a["filename"]: a["url"] for a in message.attachments}
    used = {c["id"] for c in nested(components) if c.get("id")}
    free = (number for number in range(1, 1000) if number not in used)
    for component in nested(components):
        if not component.get("id"):
            component["id"] = next(free)
        if component["type"] == BUTTON:
            component.setdefault("disabled", False)
        holders = [component, *(component.get("items") or [])]
        for holder in holders:
            for key in ("media", "file"):
                media = holder.get(key)
                if isinstance(media, dict):
                    name = str(media["url"]).removeprefix("attachment://")
                    media["url"] = media["proxy_url"] = urls.get(name, media["url"])
    return components

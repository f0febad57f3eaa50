"""What Discord refuses in a message: its text, embeds, mentions, flags and attachments."""

from collections.abc import Mapping
from typing import Any

from .check_components import check_message_components, check_url
from .refusals import Faults, RefusalError
from .state import COMPONENTS_V2, EPHEMERAL, SUPPRESS_EMBEDS, SUPPRESS_NOTIFICATIONS, VOICE_MESSAGE, Message

Body = dict[str, Any]

SETTABLE = SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | VOICE_MESSAGE | COMPONENTS_V2
LEGACY = ("content", "embeds", "sticker_ids", "poll")
MOST_EMBED_TEXT = 6000
FILE_SIZE = 10 * 1024 * 1024


def check_message(
    body: Body,
    faults: Faults,
    *,
    files: Mapping[str, bytes],
    before: Message | None = None,
    in_interaction: bool = False,
) -> None:
    """Check the form of a new message, or of an edit of *before*.

    Faults of the form are noted in *faults*; a message with nothing in it is refused at once.
    """
    faults.text(body, "content", 0, 2000)
    _flags(body, faults, before, in_interaction)
    flags = _flags_after(body, before)
    v2 = bool(flags & COMPONENTS_V2)
    attachments = _attachments(body, faults, files, before)
    _embeds(body, faults)
    check_message_components(body, v2, attachments, faults)
    _mentions(body, faults)
    if isinstance(body.get("nonce"), str):
        faults.text(body, "nonce", 0, 25)
    if v2:
        _no_legacy(body, faults, before)
    if not faults and _is_empty(body, before, attachments):
        raise RefusalError(400, 50006, "Cannot send an empty message")


def _flags_after(body: Body, before: Message | None) -> int:
    kept = before.flags if before else 0
    flags = body.get("flags")
    return (flags if isinstance(flags, int) else 0) | kept & (EPHEMERAL | COMPONENTS_V2)


def _flags(body: Body, faults: Faults, before: Message | None, in_interaction: bool) -> None:
    flags = body.get("flags")
    if flags is None:
        return
    if not isinstance(flags, int):
        faults.at("flags").add("NUMBER_TYPE_COERCE", f'Value "{flags}" is not int.')
        return
    settable = SETTABLE | (EPHEMERAL if in_interaction or before else 0)
    if flags & ~settable:
        faults.at("flags").add(
            "MESSAGE_FLAGS_INVALID", f"These flags cannot be set here: {flags & ~settable:#x}"
        )
    if before is None:
        return
    if before.flags & COMPONENTS_V2 and not flags & COMPONENTS_V2:
        faults.at("flags").add(
            "MESSAGE_FLAGS_COMPONENTS_V2_CANNOT_BE_REMOVED", "The components v2 flag cannot be removed"
        )
    if flags & EPHEMERAL and not before.flags & EPHEMERAL:
        faults.at("flags").add("MESSAGE_FLAGS_EPHEMERAL_FIXED", "A message cannot become ephemeral")


def _no_legacy(body: Body, faults: Faults, before: Message | None) -> None:
    for key in LEGACY:
        kept = getattr(before, key, None) if before and key not in body else None
        if body.get(key) or kept:
            faults.at(key).add(
                "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                f"The '{key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2",
            )


def _is_empty(body: Body, before: Message | None, attachments: set[str]) -> bool:
    for key in ("content", "embeds", "components", "sticker_ids", "poll", "message_reference"):
        value = body[key] if key in body else getattr(before, key, None)
        if isinstance(value, str):
            value = value.strip()
        forwards = key != "message_reference" or (isinstance(value, dict) and value.get("type") == 1)
        if value and forwards:
            return False
    return not attachments


def _attachments(body: Body, faults: Faults, files: Mapping[str, bytes], before: Message | None) -> set[str]:
    """The names of the files the message has afterwards."""
    if len(files) > 10:
        faults.at("attachments").add("BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.")
    if any(len(content) > FILE_SIZE for content in files.values()):
        raise RefusalError(413, 40005, "Request entity too large")
    kept = {str(a["id"]): str(a["filename"]) for a in before.attachments} if before else {}
    named = faults.objects(body, "attachments", 0, 10)
    for here, attachment in named:
        here.text(attachment, "description", 0, 1024)
    if "attachments" in body:
        wanted = {str(attachment.get("id")) for _, attachment in named}
        kept = {key: name for key, name in kept.items() if key in wanted}
    return set(kept.values()) | set(files)


def _embeds(body: Body, faults: Faults) -> None:
    total = 0
    for here, embed in faults.objects(body, "embeds", 0, 10):
        here.text(embed, "title", 0, 256)
        here.text(embed, "description", 0, 4096)
        here.number(embed, "color", 0, 0xFFFFFF)
        footer, author = here.mapping(embed, "footer"), here.mapping(embed, "author")
        here.at("footer").text(footer, "text", 0, 2048)
        here.at("author").text(author, "name", 0, 256)
        fields = here.objects(embed, "fields", 0, 25)
        for place, field in fields:
            place.text(field, "name", 1, 256, required=True)
            place.text(field, "value", 1, 1024, required=True)
        if embed.get("url") is not None:
            check_url(embed, "url", here, ("http", "https"))
        texts = [embed.get("title"), embed.get("description"), footer.get("text"), author.get("name")]
        texts += [text for _, field in fields for text in (field.get("name"), field.get("value"))]
        total += sum(len(text) for text in texts if isinstance(text, str))
    if total > MOST_EMBED_TEXT:
        faults.at("embeds").add(
            "MAX_EMBED_SIZE_EXCEEDED", f"Embed size exceeds maximum size of {MOST_EMBED_TEXT}"
        )


def _mentions(body: Body, faults: Faults) -> None:
    mentions, here = faults.mapping(body, "allowed_mentions"), faults.at("allowed_mentions")
    parse = here.items(mentions, "parse", 0, 3)
    for index, kind in enumerate(parse):
        here.at("parse", index).one_of(kind, ("users", "roles", "everyone"))
    for kind in ("users", "roles"):
        here.items(mentions, kind, 0, 100)
        if kind in parse and mentions.get(kind):
            here.add(
                "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                f'parse:["{kind}"] and {kind}: [ids...] are mutually exclusive.',
            )

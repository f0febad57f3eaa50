"""A message as a person sees it."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from .check_components import BUTTON, LINK, SELECTS, TEXT_DISPLAY, nested
from .markdown import Link, Rendered, render
from .permissions import Permission, in_channel
from .state import EPHEMERAL, Message, State

Body = dict[str, Any]
STYLES = {1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "link", 6: "premium"}


@dataclass(frozen=True)
class Button:
    """A button below or beside a text."""

    label: str
    custom_id: str | None
    url: str | None
    disabled: bool
    style: str
    emoji: str | None = None


@dataclass(frozen=True)
class Option:
    """One thing to choose in a select menu."""

    label: str
    value: str
    description: str | None = None
    default: bool = False


@dataclass(frozen=True)
class Select:
    """A select menu; only one of strings (type 3) has options of its own."""

    type: int
    custom_id: str
    placeholder: str | None
    options: list[Option]
    min_values: int
    max_values: int
    disabled: bool


@dataclass(frozen=True)
class Field:
    """Something to fill in in a modal."""

    label: str
    custom_id: str
    type: int
    placeholder: str | None
    value: str | None
    required: bool
    min_length: int
    max_length: int
    options: list[Option]


@dataclass(frozen=True)
class Modal:
    """A dialogue a user has before them."""

    title: str
    custom_id: str
    fields: list[Field]
    components: list[Body]

    @classmethod
    def of(cls, data: Body) -> "Modal":
        fields: list[Field] = []
        for outer in data["components"]:
            inner = outer.get("component") or (outer.get("components") or [None])[0]
            if inner is None:
                continue
            fields.append(
                Field(
                    label=outer.get("label") or inner.get("label") or "",
                    custom_id=inner["custom_id"],
                    type=inner["type"],
                    placeholder=inner.get("placeholder"),
                    value=inner.get("value"),
                    required=inner.get("required") is not False,
                    min_length=inner.get("min_length") or 0,
                    max_length=inner.get("max_length") or 4000,
                    options=_options(inner),
                )
            )
        return cls(data["title"], data["custom_id"], fields, data["components"])


def _options(component: Body) -> list[Option]:
    return [
        Option(o["label"], o["value"], o.get("description"), bool(o.get("default")))
        for o in component.get("options") or []
    ]


@dataclass(frozen=True)
class Seen:
    """One message at one moment, as a person sees it. It does not change when the message does."""

    id: int
    channel_id: int
    author: str
    flags: int
    raw: str
    embeds: list[Body]
    components: list[Body]
    attachments: list[str]
    mentions: list[str]
    ephemeral: bool
    edits: int
    created: float
    rendered: Rendered = field(repr=False)

    @property
    def text(self) -> str:
        """Everything there is to read, without markup."""
        return self.rendered.text

    @property
    def bold(self) -> list[str]:
        """What is set in bold, in the order of reading."""
        return self.rendered.bold

    @property
    def headings(self) -> list[str]:
        """What is set as a heading."""
        return self.rendered.headings

    @property
    def links(self) -> list[Link]:
        """What can be clicked in the text, with what it says and where it leads."""
        return self.rendered.links

    @cached_property
    def buttons(self) -> list[Button]:
        """The buttons, in the order of reading."""
        return [
            Button(
                label=c.get("label") or "",
                custom_id=c.get("custom_id"),
                url=c.get("url") if c["style"] == LINK else None,
                disabled=bool(c.get("disabled")),
                style=STYLES[c["style"]],
                emoji=(c.get("emoji") or {}).get("name"),
            )
            for c in nested(self.components)
            if c["type"] == BUTTON
        ]

    @cached_property
    def selects(self) -> list[Select]:
        """The select menus, in the order of reading."""
        return [
            Select(
                type=c["type"],
                custom_id=c["custom_id"],
                placeholder=c.get("placeholder"),
                options=_options(c),
                min_values=1 if c.get("min_values") is None else c["min_values"],
                max_values=1 if c.get("max_values") is None else c["max_values"],
                disabled=bool(c.get("disabled")),
            )
            for c in nested(self.components)
            if c["type"] in SELECTS
        ]

    def json(self) -> Body:
        """The message for a reader in another process."""
        return {
            "id": str(self.id),
            "channel_id": str(self.channel_id),
            "author": self.author,
            "text": self.text,
            "raw": self.raw,
            "bold": self.bold,
            "links": [{"text": link.text, "url": link.url} for link in self.links],
            "buttons": [vars(button) for button in self.buttons],
            "selects": [vars(s) | {"options": [vars(o) for o in s.options]} for s in self.selects],
            "embeds": self.embeds,
            "components": self.components,
            "attachments": self.attachments,
            "mentions": self.mentions,
            "ephemeral": self.ephemeral,
            "flags": self.flags,
            "edits": self.edits,
        }


def see(state: State, message: Message) -> Seen:
    """What a person sees of a message now."""

    def name(kind: str, number: int) -> str:
        return _name(state, message, kind, number)

    parts = [message.content] if message.content else []
    parts += [text for embed in message.embeds for text in _embed_texts(embed)]
    parts += [c["content"] for c in nested(message.components) if c["type"] == TEXT_DISPLAY]
    whole, pinging = Rendered(), Rendered()
    for index, part in enumerate(parts):
        rendered = render(part, name)
        whole.text += "\n" if index else ""
        whole.take(rendered)
    own = [message.content, *(c["content"] for c in nested(message.components) if c["type"] == TEXT_DISPLAY)]
    for part in own:
        pinging.take(render(part, name))
    return Seen(
        id=message.id,
        channel_id=message.channel_id,
        author=message.author.username,
        flags=message.flags,
        raw="\n".join(parts),
        embeds=[dict(embed) for embed in message.embeds],
        components=[dict(component) for component in message.components],
        attachments=[attachment["filename"] for attachment in message.attachments],
        mentions=_pinged(state, message, pinging),
        ephemeral=bool(message.flags & EPHEMERAL),
        edits=message.edits,
        created=message.created,
        rendered=whole,
    )


def _embed_texts(embed: Body) -> list[str]:
    texts = [(embed.get("author") or {}).get("name"), embed.get("title"), embed.get("description")]
    texts += [text for each in embed.get("fields") or [] for text in (each["name"], each["value"])]
    texts.append((embed.get("footer") or {}).get("text"))
    return [text for text in texts if text]


def _name(state: State, message: Message, kind: str, number: int) -> str:
    guild = state.guilds.get(message.guild_id or 0)
    if kind == "@":
        return f"@{state.users[number].username}" if number in state.users else "@unknown-user"
    if kind == "@&":
        return f"@{guild.roles[number].name}" if guild and number in guild.roles else "@unknown-role"
    channel = state.channel(number)
    return f"#{channel.name}" if channel else "#unknown"


def _pinged(state: State, message: Message, rendered: Rendered) -> list[str]:
    """Who is told of the message: what the text mentions, as far as allowed_mentions lets it."""
    allowed = message.allowed_mentions
    parse = set((allowed or {}).get("parse") or []) if allowed is not None else {"users", "roles", "everyone"}
    listed = {kind: {int(key) for key in (allowed or {}).get(kind) or []} for kind in ("users", "roles")}
    pinged: list[str] = []
    guild = state.guilds.get(message.guild_id or 0)
    channel = state.channel(message.channel_id)
    rights = in_channel(guild, channel, message.author.id) if channel else 0
    pinged += [
        _name(state, message, "@", user)
        for user in rendered.users
        if user in state.users and ("users" in parse or user in listed["users"])
    ]
    for number in rendered.roles:
        role = guild.roles.get(number) if guild else None
        mentionable = role is not None and (role.mentionable or rights & Permission.MENTION_EVERYONE)
        if mentionable and ("roles" in parse or number in listed["roles"]):
            pinged.append(_name(state, message, "@&", number))
    if rendered.everyone and "everyone" in parse and rights & Permission.MENTION_EVERYONE:
        pinged.append("@everyone")
    return list(dict.fromkeys(pinged))

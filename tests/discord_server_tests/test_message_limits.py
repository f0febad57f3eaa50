"""Messages at the limit pass; one more is refused, with Discord's number and the place of the fault."""

from typing import Any

import pytest

from tests.discord_server import DiscordServer

from .api import Api

Body = dict[str, Any]
V2 = 1 << 15


def text(length: int = 1) -> Body:
    return {"type": 10, "content": "x" * length}


def row(*components: Body) -> Body:
    return {"type": 1, "components": list(components)}


def button(number: int = 0, **more: Any) -> Body:
    return {"type": 2, "style": 1, "label": "b", "custom_id": f"b{number}", **more}


def link(url: str = "https://example.org") -> Body:
    return {"type": 2, "style": 5, "label": "l", "url": url}


def select(*options: Body, **more: Any) -> Body:
    return {"type": 3, "custom_id": "s", "options": list(options) or [option(0)], **more}


def option(number: int, **more: Any) -> Body:
    return {"label": "o", "value": f"v{number}", **more}


def v2(*components: Body) -> Body:
    return {"flags": V2, "components": list(components)}


def gallery(count: int, **more: Any) -> Body:
    return {"type": 12, "items": [{"media": {"url": "https://example.org/a.png"}, **more}] * count}


def section(texts: int, **more: Any) -> Body:
    return {"type": 9, "components": [text()] * texts, "accessory": button(), **more}


def embed(**more: Any) -> Body:
    return {"embeds": [more]}


LONG_URL = "https://example.org/"

AT_THE_LIMIT: dict[str, tuple[Body, Body, str, str]] = {
    "content": ({"content": "x" * 2000}, {"content": "x" * 2001}, "content", "BASE_TYPE_MAX_LENGTH"),
    "embeds": (
        {"embeds": [{"title": "t"}] * 10},
        {"embeds": [{"title": "t"}] * 11},
        "embeds",
        "BASE_TYPE_MAX_LENGTH",
    ),
    "embed title": (
        embed(title="x" * 256),
        embed(title="x" * 257),
        "embeds.0.title",
        "BASE_TYPE_MAX_LENGTH",
    ),
    "embed description": (
        embed(description="x" * 4096),
        embed(description="x" * 4097),
        "embeds.0.description",
        "BASE_TYPE_MAX_LENGTH",
    ),
    "embed fields": (
        embed(fields=[{"name": "n", "value": "v"}] * 25),
        embed(fields=[{"name": "n", "value": "v"}] * 26),
        "embeds.0.fields",
        "BASE_TYPE_MAX_LENGTH",
    ),
    "embed field value": (
        embed(fields=[{"name": "n", "value": "v" * 1024}]),
        embed(fields=[{"name": "n", "value": "v" * 1025}]),
        "embeds.0.fields.0.value",
        "BASE_TYPE_MAX_LENGTH",
    ),
    "embeds together": (
        {"embeds": [{"description": "x" * 4000}, {"description": "x" * 2000}]},
        {"embeds": [{"description": "x" * 4000}, {"description": "x" * 2001}]},
        "embeds",
        "MAX_EMBED_SIZE_EXCEEDED",
    ),
    "components, nested ones counted": (
        v2({"type": 17, "components": [text()] * 39}),
        v2({"type": 17, "components": [text()] * 40}),
        "components",
        "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
    ),
    "text displays together": (
        v2(text(3000), text(1000)),
        v2(text(3000), text(1001)),
        "components",
        "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
    ),
    "section texts": (v2(section(3)), v2(section(4)), "components.0.components", "BASE_TYPE_MAX_LENGTH"),
    "gallery": (v2(gallery(10)), v2(gallery(11)), "components.0.items", "BASE_TYPE_MAX_LENGTH"),
    "alt text": (
        v2(gallery(1, description="x" * 1024)),
        v2(gallery(1, description="x" * 1025)),
        "components.0.items.0.description",
        "BASE_TYPE_MAX_LENGTH",
    ),
    "buttons in a row": (
        v2(row(*map(button, range(5)))),
        v2(row(*map(button, range(6)))),
        "components.0.components",
        "BASE_TYPE_MAX_LENGTH",
    ),
    "button label": (
        v2(row(button(label="x" * 80))),
        v2(row(button(label="x" * 81))),
        "components.0.components.0.label",
        "BASE_TYPE_MAX_LENGTH",
    ),
    "custom_id": (
        v2(row(button(custom_id="x" * 100))),
        v2(row(button(custom_id="x" * 101))),
        "components.0.components.0.custom_id",
        "BASE_TYPE_MAX_LENGTH",
    ),
    "link": (
        v2(row(link(LONG_URL.ljust(512, "x")))),
        v2(row(link(LONG_URL.ljust(513, "x")))),
        "components.0.components.0.url",
        "BASE_TYPE_MAX_LENGTH",
    ),
    "select options": (
        v2(row(select(*map(option, range(25))))),
        v2(row(select(*map(option, range(26))))),
        "components.0.components.0.options",
        "BASE_TYPE_MAX_LENGTH",
    ),
    "option label": (
        v2(row(select(option(0, label="x" * 100)))),
        v2(row(select(option(0, label="x" * 101)))),
        "components.0.components.0.options.0.label",
        "BASE_TYPE_MAX_LENGTH",
    ),
    "option description": (
        v2(row(select(option(0, description="x" * 100)))),
        v2(row(select(option(0, description="x" * 101)))),
        "components.0.components.0.options.0.description",
        "BASE_TYPE_MAX_LENGTH",
    ),
    "placeholder": (
        v2(row(select(placeholder="x" * 150))),
        v2(row(select(placeholder="x" * 151))),
        "components.0.components.0.placeholder",
        "BASE_TYPE_MAX_LENGTH",
    ),
    "rows of an older message": (
        {"components": [row(button(n)) for n in range(5)]},
        {"components": [row(button(n)) for n in range(6)]},
        "components",
        "BASE_TYPE_MAX_LENGTH",
    ),
    "nonce": (
        {"content": "x", "nonce": "n" * 25},
        {"content": "x", "nonce": "n" * 26},
        "nonce",
        "BASE_TYPE_MAX_LENGTH",
    ),
    "users that may be mentioned": (
        {"content": "x", "allowed_mentions": {"users": [str(n) for n in range(100)]}},
        {"content": "x", "allowed_mentions": {"users": [str(n) for n in range(101)]}},
        "allowed_mentions.users",
        "BASE_TYPE_MAX_LENGTH",
    ),
}


@pytest.mark.parametrize("name", AT_THE_LIMIT)
async def test_at_the_limit_and_one_more(api: Api, name: str) -> None:
    """What just fits is posted, and what is one too many is refused where it stands."""
    fits, too_much, place, code = AT_THE_LIMIT[name]
    await api.ok("POST", api.messages, fits)
    status, number, faults = await api.refusal("POST", api.messages, too_much)
    assert (status, number) == (400, 50035)
    assert faults[place] == [code]


REFUSED: dict[str, tuple[Body, str, str]] = {
    "content in the new kind of message": (
        v2(text()) | {"content": "x"},
        "content",
        "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    ),
    "embeds in the new kind of message": (
        v2(text()) | {"embeds": [{"title": "t"}]},
        "embeds",
        "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    ),
    "new components without the flag": (
        {"components": [text()]},
        "components.0.type",
        "BASE_TYPE_CHOICES",
    ),
    "no accessory": (v2({"type": 9, "components": [text()]}), "components.0.accessory", "BASE_TYPE_REQUIRED"),
    "no text in a section": (v2(section(0)), "components.0.components", "BASE_TYPE_REQUIRED"),
    "an empty text": (v2(text(0)), "components.0.content", "BASE_TYPE_REQUIRED"),
    "an empty gallery": (v2(gallery(0)), "components.0.items", "BASE_TYPE_REQUIRED"),
    "a button outside a row": (v2(button()), "components.0.type", "BASE_TYPE_CHOICES"),
    "a container in a container": (
        v2({"type": 17, "components": [{"type": 17, "components": [text()]}]}),
        "components.0.components.0.type",
        "BASE_TYPE_CHOICES",
    ),
    "the same custom_id twice": (
        v2(row(button()), row(button())),
        "components.1.components.0.custom_id",
        "COMPONENT_CUSTOM_ID_DUPLICATED",
    ),
    "the same value twice": (
        v2(row(select(option(1), option(1)))),
        "components.0.components.0.options.1.value",
        "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
    ),
    "no custom_id": (
        v2(row(button(custom_id=None))),
        "components.0.components.0.custom_id",
        "BASE_TYPE_REQUIRED",
    ),
    "a button that says nothing": (
        v2(row(button(label=None))),
        "components.0.components.0.label",
        "BUTTON_COMPONENT_INVALID_LABEL_OR_EMOJI",
    ),
    "a link of another scheme": (
        v2(row(link("ftp://example.org"))),
        "components.0.components.0.url",
        "URL_TYPE_INVALID_SCHEME",
    ),
    "a link that is none": (
        v2(row(link("example"))),
        "components.0.components.0.url",
        "URL_TYPE_INVALID_URL",
    ),
    "a file that is not attached": (
        v2({"type": 13, "file": {"url": "attachment://a.csv"}}),
        "components.0.file.url",
        "ATTACHMENT_NOT_FOUND",
    ),
    "more to choose than there is": (
        v2(row(select(max_values=2))),
        "components.0.components.0.max_values",
        "SELECT_COMPONENT_MAX_VALUES_OVER_OPTIONS",
    ),
    "ephemeral in a channel": ({"content": "x", "flags": 64}, "flags", "MESSAGE_FLAGS_INVALID"),
    "mentions parsed and listed": (
        {"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}},
        "allowed_mentions",
        "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
    ),
    "an unknown kind of mention": (
        {"content": "x", "allowed_mentions": {"parse": ["bots"]}},
        "allowed_mentions.parse.0",
        "BASE_TYPE_CHOICES",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
async def test_what_discord_refuses(api: Api, name: str) -> None:
    """Each is refused at its place, and nothing is posted."""
    body, place, code = REFUSED[name]
    status, number, faults = await api.refusal("POST", api.messages, body)
    assert (status, number) == (400, 50035)
    assert faults[place] == [code]
    assert await api.ok("GET", api.messages) == []


@pytest.mark.parametrize("body", [{}, {"content": ""}, {"content": " \n"}, {"components": []}, {"flags": V2}])
async def test_an_empty_message_is_refused(api: Api, body: Body) -> None:
    """White space alone is empty."""
    assert await api.refusal("POST", api.messages, body) == (400, 50006, {})


async def test_a_message_stays_of_the_new_kind(api: Api) -> None:
    """The flag cannot be taken off, nor content put in; without mention of flags an edit passes."""
    posted = await api.ok("POST", api.messages, v2(text()))
    path = f"{api.messages}/{posted['id']}"
    edited = await api.ok("PATCH", path, {"components": [text(5)]})
    assert edited["flags"] == V2
    _, _, faults = await api.refusal("PATCH", path, {"flags": 0})
    assert faults == {"flags": ["MESSAGE_FLAGS_COMPONENTS_V2_CANNOT_BE_REMOVED"]}
    _, _, faults = await api.refusal("PATCH", path, {"content": "x"})
    assert faults == {"content": ["MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"]}


async def test_an_older_message_becomes_a_new_one_without_its_content(api: Api) -> None:
    """A plain headline can be edited into the new kind if its content is taken out."""
    posted = await api.ok("POST", api.messages, {"content": "headline"})
    path = f"{api.messages}/{posted['id']}"
    _, _, faults = await api.refusal("PATCH", path, v2(text()))
    assert faults == {"content": ["MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"]}
    assert (await api.ok("PATCH", path, v2(text()) | {"content": None}))["flags"] == V2


async def test_bodies_of_the_wrong_shape_are_refused_not_broken(server: DiscordServer, api: Api) -> None:
    """Whatever is sent, the answer is a refusal."""
    wrong: list[Any] = [
        [],
        "x",
        {"content": 5},
        {"embeds": "x"},
        {"embeds": ["x"]},
        {"components": {}},
        v2("x"),  # type: ignore[arg-type]
        v2({"type": 1, "components": "x"}),
        v2(row(select("x"))),  # type: ignore[arg-type]
        v2({"type": 12, "items": ["x"]}),
        v2({"type": 13, "file": "x"}),
        {"flags": "x"},
        {"content": "x", "allowed_mentions": "x"},
        {"content": "x", "attachments": ["x"]},
        {"embeds": [{"footer": "x", "fields": ["x"]}]},
    ]
    for body in wrong:
        status, _ = await api.send("POST", api.messages, body)
        assert status == 400, body
    assert server.channel("general").messages == []

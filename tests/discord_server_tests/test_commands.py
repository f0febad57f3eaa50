"""Registering commands: what Discord takes, keeps and refuses."""

from typing import Any

import pytest

from tests.discord_server import DiscordServer
from tests.discord_server.check_commands import is_command_name

from .api import Api
from .bot import Bot

Body = dict[str, Any]


def command(**more: Any) -> Body:
    return {"name": "brief", "description": "d", **more}


def option(name: str = "topic", kind: int = 3, **more: Any) -> Body:
    return {"type": kind, "name": name, "description": "d", **more}


def choices(count: int, **more: Any) -> list[Body]:
    return [{"name": f"n{number}", "value": f"v{number}", **more} for number in range(count)]


def numbered(count: int) -> list[Body]:
    return [option(f"o{number}") for number in range(count)]


FULL = command(name="b" * 32, description="d" * 100)

AT_THE_LIMIT: dict[str, tuple[Body, Body, str, str]] = {
    "name": (FULL, command(name="b" * 33), "name", "BASE_TYPE_MAX_LENGTH"),
    "description": (FULL, command(description="d" * 101), "description", "BASE_TYPE_MAX_LENGTH"),
    "options": (
        command(options=numbered(25)),
        command(options=numbered(26)),
        "options",
        "BASE_TYPE_MAX_LENGTH",
    ),
    "choices": (
        command(options=[option(choices=choices(25))]),
        command(options=[option(choices=choices(26))]),
        "options.0.choices",
        "BASE_TYPE_MAX_LENGTH",
    ),
    "choice name": (
        command(options=[option(choices=choices(1, name="x" * 100))]),
        command(options=[option(choices=choices(1, name="x" * 101))]),
        "options.0.choices.0.name",
        "BASE_TYPE_MAX_LENGTH",
    ),
    "choice value": (
        command(options=[option(choices=choices(1, value="x" * 100))]),
        command(options=[option(choices=choices(1, value="x" * 101))]),
        "options.0.choices.0.value",
        "BASE_TYPE_MAX_LENGTH",
    ),
}


@pytest.mark.parametrize("name", AT_THE_LIMIT)
async def test_at_the_limit_and_one_more(api: Api, name: str) -> None:
    """What just fits is registered, one more is refused where it stands."""
    fits, too_much, place, code = AT_THE_LIMIT[name]
    await api.ok("POST", api.commands, fits)
    status, number, faults = await api.refusal("POST", api.commands, too_much)
    assert (status, number) == (400, 50035)
    assert faults[place] == [code]


async def test_a_command_has_8000_characters_at_most(api: Api) -> None:
    """Names, descriptions and values count together, of each the longest localisation."""
    # 25 options of 300 characters and what a last description fills up; 6 are the command's own.
    options = [option("o" * 30 + f"{n:02}", choices=choices(2, value="x" * 100)) for n in range(25)]
    for each in options:
        each["description"] = "d" * 64
        each["description_localizations"] = {"ru": "short"}
    body = command(name="brief", description="d", options=options)
    left = 8000 - 6 - 25 * (32 + 64 + 2 * 102)
    # The choices of one option are all that is long enough to take the rest.
    options[0]["choices"] = choices(2 + left // 102, value="x" * 100)
    rest = left % 102
    options[1]["description"] = "d" * 64 + "d" * min(rest, 36)
    options[2]["description"] = "d" * 64 + "d" * min(max(rest - 36, 0), 36)
    options[3]["description"] = "d" * 64 + "d" * max(rest - 72, 0)
    await api.ok("POST", api.commands, body)
    body["description_localizations"] = {"ru": "шш", "de": "d"}
    _, _, faults = await api.refusal("POST", api.commands, body)
    assert faults == {"": ["APPLICATION_COMMAND_TOO_LARGE"]}


REFUSED: dict[str, tuple[Body, str, str]] = {
    "capitals": (command(name="Brief"), "name", "APPLICATION_COMMAND_INVALID_NAME"),
    "a space": (command(name="the brief"), "name", "APPLICATION_COMMAND_INVALID_NAME"),
    "no description": ({"name": "brief"}, "description", "BASE_TYPE_REQUIRED"),
    "a locale Discord has not": (
        command(name_localizations={"kk": "шолу"}),
        "name_localizations.kk",
        "ENUM_TYPE_COERCE",
    ),
    "required behind optional": (
        command(options=[option("a"), option("b", required=True)]),
        "options.1",
        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
    ),
    "an option twice": (
        command(options=[option("a"), option("a")]),
        "options.1.name",
        "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
    ),
    "a subcommand beside an option": (
        command(options=[option("a", 1), option("b")]),
        "options",
        "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
    ),
    "a group in a group": (
        command(options=[option("a", 2, options=[option("b", 2)])]),
        "options.0.options.0.type",
        "BASE_TYPE_CHOICES",
    ),
    "a subcommand in a subcommand": (
        command(options=[option("a", 1, options=[option("b", 1)])]),
        "options.0.options.0.type",
        "BASE_TYPE_CHOICES",
    ),
    "choices and autocomplete": (
        command(options=[option(choices=choices(1), autocomplete=True)]),
        "options.0.autocomplete",
        "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE",
    ),
    "choices of a channel": (
        command(options=[option(kind=7, choices=choices(1))]),
        "options.0",
        "APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID",
    ),
    "an unknown context": (command(contexts=[3]), "contexts.0", "BASE_TYPE_CHOICES"),
    "a private channel without user install": (
        command(contexts=[2], integration_types=[0]),
        "contexts",
        "APPLICATION_COMMAND_CONTEXT_NEEDS_USER_INSTALL",
    ),
    "a context menu with a description": (
        command(type=3),
        "description",
        "APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
async def test_what_discord_refuses(server: DiscordServer, api: Api, name: str) -> None:
    """Each is refused at its place, and nothing is registered."""
    body, place, code = REFUSED[name]
    status, number, faults = await api.refusal("POST", api.commands, body)
    assert (status, number) == (400, 50035)
    assert code in faults[place]
    assert server.state.commands[None] == {}


@pytest.mark.parametrize("name", ["обзор", "概要", "सार", "ย่อ", "a-b_c'd", "42"])
def test_names_in_every_script(name: str) -> None:
    """Letters and digits of any script may be names."""
    assert is_command_name(name)


async def test_a_hundred_commands_at_most(api: Api) -> None:
    """The bulk overwrite takes a hundred slash commands; two of one name are refused."""
    hundred = [command(name=f"c{number}") for number in range(100)]
    assert len(await api.ok("PUT", api.commands, hundred)) == 100
    assert (await api.refusal("PUT", api.commands, [*hundred, command()]))[1] == 50035
    assert (await api.refusal("POST", api.commands, command()))[1] == 50035
    _, _, faults = await api.refusal("PUT", api.commands, [command(), command()])
    assert faults == {"1.name": ["APPLICATION_COMMANDS_DUPLICATE_NAME"]}


async def test_an_overwrite_keeps_ids_and_removes_the_rest(api: Api) -> None:
    """A command of the same name stays the same command."""
    first = await api.ok("PUT", api.commands, [command(), command(name="digest")])
    second = await api.ok("PUT", api.commands, [command(description="other")])
    assert [second[0]["id"], second[0]["description"]] == [first[0]["id"], "other"]
    assert len(await api.ok("GET", api.commands)) == 1
    path = f"{api.commands}/{first[0]['id']}"
    assert (await api.ok("PATCH", path, {"description": "third"}))["description"] == "third"
    await api.ok("DELETE", path)
    assert (await api.refusal("GET", path))[:2] == (404, 10063)


async def test_discord_py_reads_back_what_it_registered(server: DiscordServer, bot: Bot) -> None:
    """Its own commands come back as it sent them, and guild commands go before global ones."""
    fetched = {c.name: c for c in await bot.tree.fetch_commands()}
    assert set(fetched) == {"brief", "digest", "doings", "slow", "silent"}
    permissions = fetched["digest"].default_member_permissions
    assert permissions is not None
    assert permissions.manage_guild
    assert server.violations == []

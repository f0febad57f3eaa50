"""The second opinion: Discord's own description of its API, where it is at hand."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.discord_server import DiscordServer
from tests.discord_server.openapi import ACCEPTED_AS_INT, VARIABLE, NoDescription, OpenApi

from .api import Api, calling

PATH = os.environ.get(VARIABLE)
described = pytest.mark.skipif(PATH is None, reason=f"{VARIABLE} does not name the description")


@pytest.fixture
async def api() -> AsyncIterator[Api]:
    async with DiscordServer(description=OpenApi(Path(PATH or ""))) as server, calling(server) as api:
        yield api


@described
async def test_what_only_the_description_refuses_is_caught(api: Api) -> None:
    """It is answered 400 at its place, noted as a violation, and nothing is done."""
    body = {"content": "x", "tts": "perhaps", "attachments": [{"filename": "a.csv"}]}
    status, code, faults = await api.refusal("POST", api.messages, body)
    assert (status, code) == (400, 50035)
    assert faults == {"tts": ["OPENAPI_REFUSED"], "attachments.0": ["BASE_TYPE_REQUIRED"]}
    assert [violation.request.template for violation in api.server.violations] == [
        "/channels/{channel_id}/messages"
    ]
    assert "tts" in str(api.server.violations[0])
    assert api.server.channel("general").messages == []


@described
async def test_the_check_reaches_into_unions_and_commands(api: Api) -> None:
    """A fault deep in a component or an option is found by its type."""
    row = {"type": 1, "components": [{"type": 2, "style": 1, "custom_id": "a", "label": "l", "id": -1}]}
    _, _, faults = await api.refusal("POST", api.messages, {"components": [row]})
    assert list(faults)
    assert all(place.startswith("components.0") for place in faults)
    option = {"type": 7, "name": "channel", "description": "d", "channel_types": [99]}
    body = {"name": "brief", "description": "d", "options": [option]}
    _, _, faults = await api.refusal("PUT", api.commands, [body])
    assert all(place.startswith("0.options.0") for place in faults)


@described
@pytest.mark.parametrize("place", ACCEPTED_AS_INT)
def test_each_accepted_difference_is_one(place: tuple[str, ...]) -> None:
    """An entry of the table that the description no longer refuses has to go."""
    description = OpenApi(Path(PATH or ""))
    bodies: dict[tuple[str, ...], object] = {
        ("allowed_mentions", "users"): {"allowed_mentions": {"users": [1]}},
        ("allowed_mentions", "roles"): {"allowed_mentions": {"roles": [1]}},
        ("attachments", "id"): {"attachments": [{"id": 0}]},
        ("message_reference", "message_id"): {"message_reference": {"message_id": 1}},
        ("message_reference", "channel_id"): {"message_reference": {"message_id": "1", "channel_id": 1}},
        ("message_reference", "guild_id"): {"message_reference": {"message_id": "1", "guild_id": 1}},
        ("sticker_ids",): {"sticker_ids": [1]},
        ("default_values", "id"): {
            "components": [
                {
                    "type": 1,
                    "components": [
                        {"type": 8, "custom_id": "c", "default_values": [{"type": "channel", "id": 1}]}
                    ],
                }
            ]
        },
        ("emoji", "id"): {
            "components": [
                {
                    "type": 1,
                    "components": [
                        {"type": 2, "style": 1, "custom_id": "c", "emoji": {"name": "e", "id": 1}}
                    ],
                }
            ]
        },
        ("recipient_id",): {"recipient_id": 1},
    }
    direct = place == ("recipient_id",)
    route = ("POST", "/users/@me/channels" if direct else "/channels/{channel_id}/messages")
    assert not description.faults(*route, bodies[place])
    assert description.faults(*route, bodies[place], strictly=True)


async def test_without_the_description_nothing_is_checked() -> None:
    """The server works all the same."""
    async with DiscordServer(description=NoDescription()) as server, calling(server) as api:
        await api.ok("POST", api.messages, {"content": "x", "tts": "perhaps"})
        assert server.violations == []

"""The rules of answering an interaction, tried without discord.py."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from tests.discord_server import Answer, Choice, DiscordServer, DriverError
from tests.discord_server.state import Interaction

from .api import Api

Body = dict[str, Any]
COMMAND: Body = {
    "name": "brief",
    "description": "d",
    "options": [{"type": 3, "name": "topic", "description": "d", "autocomplete": True}],
}


class Waiting:
    """An interaction that waits for an answer, and the user who waits for it."""

    def __init__(
        self, server: DiscordServer, api: Api, answer: asyncio.Task[Answer], it: Interaction
    ) -> None:
        self.server, self.api, self.answer, self.it = server, api, answer, it
        self.callback = f"/interactions/{it.id}/{it.token}/callback"
        self.hook = f"/webhooks/{server.application_id}/{it.token}"
        self.original = f"{self.hook}/messages/@original"


@asynccontextmanager
async def waiting(server: DiscordServer, api: Api, doing: Any = None) -> AsyncIterator[Waiting]:
    """A user who just sent /brief, or did something else."""
    await api.ok("PUT", api.commands, [COMMAND])
    known = set(server.state.interactions)
    task = asyncio.ensure_future(doing or server.user("reader").sends("brief"))
    it = await server.until(
        lambda: next((i for key, i in server.state.interactions.items() if key not in known), None),
        "it is sent",
    )
    yield Waiting(server, api, task, it)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_an_interaction_is_answered_once(server: DiscordServer, api: Api) -> None:
    """The second answer is 40060."""
    async with waiting(server, api) as w:
        await api.ok("POST", w.callback, {"type": 4, "data": {"content": "one"}})
        assert (await w.answer).text == "one"
        assert (await api.refusal("POST", w.callback, {"type": 4, "data": {"content": "two"}}))[:2] == (
            400,
            40060,
        )


async def test_after_three_seconds_it_is_unknown(server: DiscordServer, api: Api) -> None:
    """The user was told already that the application did not respond."""
    async with waiting(server, api) as w:
        server.clock.advance(3.01)
        assert (await w.answer).error == "The application did not respond"
        assert (await api.refusal("POST", w.callback, {"type": 4, "data": {"content": "x"}}))[:2] == (
            404,
            10062,
        )


async def test_the_token_lives_fifteen_minutes(server: DiscordServer, api: Api) -> None:
    """Then editing and following up are 50027."""
    async with waiting(server, api) as w:
        await api.ok("POST", w.callback, {"type": 4, "data": {"content": "one"}})
        server.clock.advance(14 * 60)
        await api.ok("PATCH", w.original, {"content": "two"})
        server.clock.advance(61)
        assert (await api.refusal("PATCH", w.original, {"content": "three"}))[:2] == (401, 50027)
        assert (await api.refusal("POST", w.hook, {"content": "three"}))[:2] == (401, 50027)


async def test_the_answer_with_its_response(server: DiscordServer, api: Api) -> None:
    """with_response gives back the message."""
    async with waiting(server, api) as w:
        body = {"type": 4, "data": {"content": "one", "flags": 64}}
        answer = await api.ok("POST", f"{w.callback}?with_response=true", body)
        assert answer["interaction"]["response_message_ephemeral"] is True
        assert answer["resource"]["message"]["content"] == "one"


async def test_deferring_sets_ephemeral_and_nothing_else(server: DiscordServer, api: Api) -> None:
    """Other flags are refused, and what was public cannot turn ephemeral."""
    async with waiting(server, api) as w:
        _, _, faults = await api.refusal("POST", w.callback, {"type": 5, "data": {"flags": 64 | 1 << 15}})
        assert faults == {"data.flags": ["MESSAGE_FLAGS_INVALID"]}
        await api.ok("POST", w.callback, {"type": 5})
        assert server.channel("general").messages == []
        _, _, faults = await api.refusal("PATCH", w.original, {"content": "x", "flags": 64})
        assert faults == {"flags": ["MESSAGE_FLAGS_EPHEMERAL_FIXED"]}
        assert not w.answer.done()
        text = {"flags": 1 << 15, "components": [{"type": 10, "content": "here"}]}
        await api.ok("PATCH", w.original, text)
        answer = await w.answer
        assert (answer.text, answer.deferred, answer.ephemeral) == ("here", True, False)


async def test_the_first_follow_up_takes_the_place_of_thinking(server: DiscordServer, api: Api) -> None:
    """As Discord has it; the second one is a message of its own."""
    async with waiting(server, api) as w:
        await api.ok("POST", w.callback, {"type": 5, "data": {"flags": 64}})
        await api.ok("POST", w.hook, {"content": "one"})
        await api.ok("POST", w.hook, {"content": "two"})
        answer = await w.answer
        assert (answer.text, answer.ephemeral) == ("one", True)
        assert [seen.text for seen in answer.followups] == ["two"]


async def test_a_deleted_answer_is_gone(server: DiscordServer, api: Api) -> None:
    """Editing it is 10008."""
    async with waiting(server, api) as w:
        await api.ok("POST", w.callback, {"type": 4, "data": {"content": "one"}})
        await api.ok("DELETE", w.original)
        assert (await w.answer).current() is None
        assert (await api.refusal("PATCH", w.original, {"content": "x"}))[:2] == (404, 10008)


async def test_before_the_answer_there_is_no_webhook(server: DiscordServer, api: Api) -> None:
    """A follow-up cannot come first."""
    async with waiting(server, api) as w:
        assert (await api.refusal("POST", w.hook, {"content": "x"}))[:2] == (404, 10015)


async def test_faults_are_told_below_data(server: DiscordServer, api: Api) -> None:
    """And the interaction can still be answered afterwards."""
    async with waiting(server, api) as w:
        body = {"type": 4, "data": {"flags": 1 << 15, "components": [{"type": 10, "content": "x" * 4001}]}}
        _, _, faults = await api.refusal("POST", w.callback, body)
        assert faults["data.components.0.content"] == ["BASE_TYPE_MAX_LENGTH"]
        assert (await api.refusal("POST", w.callback, {"type": 7, "data": {"content": "x"}}))[1] == 50035
        await api.ok("POST", w.callback, {"type": 4, "data": {"content": "x"}})


@pytest.mark.parametrize(
    ("count", "name", "value", "taken"),
    [(25, 100, 100, True), (26, 1, 1, False), (1, 101, 1, False), (1, 1, 101, False)],
)
async def test_autocomplete_limits(
    server: DiscordServer, api: Api, count: int, name: int, value: int, taken: bool
) -> None:
    """25 choices, names and values of 100 characters."""
    await api.ok("PUT", api.commands, [COMMAND])
    choices = [
        {"name": f"{n:02}".ljust(name, "n")[: max(name, 2)], "value": f"{n:02}".ljust(value, "v")}
        for n in range(count)
    ]
    async with waiting(server, api, server.user("reader").types("brief", topic="x")) as w:
        status, _ = await api.send("POST", w.callback, {"type": 8, "data": {"choices": choices}})
        assert (status < 300) is taken
        if taken:
            seen: Any = await w.answer
            assert seen[0] == Choice(choices[0]["name"], choices[0]["value"])


async def test_autocomplete_takes_no_message(server: DiscordServer, api: Api) -> None:
    """And where nothing comes, the client says that loading failed."""
    await api.ok("PUT", api.commands, [COMMAND])
    async with waiting(server, api, server.user("reader").types("brief", topic="x")) as w:
        assert (await api.refusal("POST", w.callback, {"type": 4, "data": {"content": "x"}}))[1] == 50035
        server.clock.advance(3.01)
        with pytest.raises(DriverError, match="Loading options failed"):
            await w.answer


def modal(**more: Any) -> Body:
    text_input = {"type": 4, "custom_id": "note", "style": 1, **more.pop("input", {})}
    label = {"type": 18, "label": "l", "component": text_input, **more.pop("outer", {})}
    return {"type": 9, "data": {"title": "t", "custom_id": "m", "components": [label], **more}}


def labels(count: int) -> list[Body]:
    return [
        {"type": 18, "label": "l", "component": {"type": 4, "custom_id": f"c{n}", "style": 1}}
        for n in range(count)
    ]


@pytest.mark.parametrize(
    ("fits", "too_much", "place"),
    [
        (modal(title="x" * 45), modal(title="x" * 46), "data.title"),
        (modal(components=labels(5)), modal(components=labels(6)), "data.components"),
        (modal(outer={"label": "x" * 45}), modal(outer={"label": "x" * 46}), "data.components.0.label"),
        (
            modal(input={"value": "x" * 4000}),
            modal(input={"value": "x" * 4001}),
            "data.components.0.component.value",
        ),
        (
            modal(input={"placeholder": "x" * 100}),
            modal(input={"placeholder": "x" * 101}),
            "data.components.0.component.placeholder",
        ),
    ],
)
async def test_modal_limits(server: DiscordServer, api: Api, fits: Body, too_much: Body, place: str) -> None:
    """What is one too many is refused, what fits is shown."""
    async with waiting(server, api) as w:
        _, _, faults = await api.refusal("POST", w.callback, too_much)
        assert faults[place] == ["BASE_TYPE_MAX_LENGTH"]
        await api.ok("POST", w.callback, fits)
        assert (await w.answer).modal is not None

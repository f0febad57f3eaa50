"""The connection to Discord, and what happens when things fail."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace

import pytest

from bot.errors import DiscordError
from bot.frontend.client import BriefbotClient, use_server
from bot.frontend.services import Services
from bot.lookup.library import Library
from tests.discord_server import DiscordServer
from tests.frontend.conftest import running


async def test_asks_for_no_more_than_it_needs(discord: DiscordServer, client: BriefbotClient) -> None:
    """The bot sees guilds and nothing else, and registers its commands for servers and direct conversations."""
    [session] = discord.gateway.connected
    assert session.intents == 1
    commands = {command["name"]: command for command in discord.state.commands[None].values()}
    assert sorted(commands) == ["about", "brief", "digest", "search", "sources", "topics"]
    assert commands["brief"] | {"contexts": [0, 1], "integration_types": [0]} == commands["brief"]
    assert commands["digest"]["dm_permission"] is False


async def test_mentions_no_one(discord: DiscordServer, client: BriefbotClient) -> None:
    """Whatever is sent, Discord is told to notify nobody."""
    await discord.user("reader").sends("brief", topic="Lake Balkhash")
    sent = [request for request in discord.requests if request.path.endswith("/callback")]
    assert [request.body["data"]["allowed_mentions"] for request in sent] == [{"parse": []}]


async def test_a_wrong_token(services: Services, discord: DiscordServer) -> None:
    """Discord's refusal is a sentence that says what to do and does not hold the token."""
    with pytest.raises(DiscordError, match="Discord refuses the token: copy it anew") as refusal:
        await BriefbotClient(services).serve("not.the.token")
    assert "not.the.token" not in str(refusal.value)


async def test_an_unreachable_server(services: Services, discord: DiscordServer) -> None:
    """Where nobody answers at the address, the address is named."""
    await discord.stop()
    with pytest.raises(DiscordError, match=f"cannot be reached at {discord.api_url}: "):
        await BriefbotClient(services).serve(discord.token)


async def test_a_discord_that_is_down(services: Services, discord: DiscordServer) -> None:
    """An answer that is no login but no refusal of the token either is told apart."""
    discord.troubles.fail("GET /users/@me", status=418)
    with pytest.raises(DiscordError, match=r"refuses the bot at .* \(418"):
        await BriefbotClient(services).serve(discord.token)


def test_another_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """The addresses of another server are set where discord.py looks; what is not given stays."""
    from discord.gateway import DiscordWebSocket
    from discord.http import Route

    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", gateway := DiscordWebSocket.DEFAULT_GATEWAY)
    use_server("http://127.0.0.1:1/api/v10/", None)
    assert Route("GET", "/users/@me").url == "http://127.0.0.1:1/api/v10/users/@me"
    assert gateway is DiscordWebSocket.DEFAULT_GATEWAY
    use_server(None, "ws://127.0.0.1:1/")
    assert str(DiscordWebSocket.DEFAULT_GATEWAY) == "ws://127.0.0.1:1/"


async def test_another_gateway_than_the_one_named(services: Services, discord: DiscordServer) -> None:
    """A gateway that is set is the one connected to, whatever address Discord names."""
    async with DiscordServer(token=discord.token) as other:
        client = BriefbotClient(services, gateway=other.gateway_url, guild_ready_timeout=0.0)
        serving = asyncio.create_task(client.serve(discord.token))
        try:
            await other.connected()
            assert discord.gateway.identified == 0
        finally:
            await client.close()
            await serving


async def test_a_bug_in_a_command(
    services: Services, discord: DiscordServer, caplog: pytest.LogCaptureFixture
) -> None:
    """A bug gets a neutral private line with a reference, under which the log has the traceback."""

    def broken() -> Library:
        raise ZeroDivisionError("secret detail")

    async with running(replace(services, library=broken), discord):
        answer = await discord.user("reader").sends("brief", topic="x")
    assert answer.ephemeral
    assert "secret" not in answer.text
    [record] = [record for record in caplog.records if record.message.startswith("Failure ")]
    assert record.message.removeprefix("Failure ") in answer.text
    assert record.exc_info is not None
    assert record.exc_info[0] is ZeroDivisionError


async def test_a_bug_behind_a_button(
    services: Services, discord: DiscordServer, caplog: pytest.LogCaptureFixture
) -> None:
    """A control that fails is answered by the same place as a command."""
    libraries = [services.library()]
    async with running(replace(services, library=lambda: libraries[0]), discord):
        reader = discord.user("reader")
        answer = await reader.sends("brief", topic="SCO")
        libraries.clear()
        pressed = await reader.chooses(answer, 0, select="read")
    assert pressed.ephemeral
    assert "Something went wrong here." in pressed.text
    assert any(record.exc_info for record in caplog.records)


async def test_briefs_that_cannot_be_read(
    discord: DiscordServer, client: BriefbotClient, caplog: pytest.LogCaptureFixture
) -> None:
    """The person learns that it is not their doing; which file it is stands in the log alone."""
    folder = client.services.library().folder
    (folder / "lake-balkhash.json").unlink()
    answer = await discord.user("reader").sends("brief", topic="Lake Balkhash")
    assert answer.ephemeral
    assert answer.text == "That does not work right now. The bot’s log says why; please try again later."
    assert str(folder) in caplog.text


async def test_a_topic_that_is_gone(discord: DiscordServer, client: BriefbotClient) -> None:
    """A button of an old message, whose topic a rebuild has dropped, is answered privately."""
    reader = discord.user("reader")
    answer = await reader.sends("brief", topic="Lake Balkhash")
    library = client.services.library()
    manifest = library.manifest
    library.manifest = manifest.model_copy(update={"topics": manifest.topics[2:]})
    for pressed in (
        await reader.presses(answer, "2 figures"),
        await reader.chooses(answer, 0, select="topics"),
    ):
        assert pressed.ephemeral
        assert "no longer in the briefs" in pressed.text


async def test_an_answer_that_comes_too_late(
    services: Services, discord: DiscordServer, caplog: pytest.LogCaptureFixture
) -> None:
    """Where Discord takes no answer any more, that is a line in the log and no second attempt to answer."""
    caplog.set_level(logging.WARNING)
    discord.troubles.fail("POST /interactions/*", status=404, times=9)
    async with running(services, discord):
        discord.answer_within = 0.2
        answer = await discord.user("reader").sends("brief", topic="SCO")
    assert answer.error == "The application did not respond"
    assert "could not be answered" in caplog.text


async def test_stops_at_once_while_discord_is_away(services: Services, discord: DiscordServer) -> None:
    """A bot that waits for Discord to come back still leaves when it is told to."""
    async with running(services, discord):
        discord.gateway.accepting = False
        discord.gateway.drop()
        await discord.disconnected()
    assert len(asyncio.all_tasks()) <= 2


async def test_reconnects_after_a_break(discord: DiscordServer, client: BriefbotClient) -> None:
    """A broken connection is taken up again, and the bot answers as before."""
    discord.gateway.drop()
    await discord.until(lambda: discord.gateway.resumed or None, "the bot resumes")
    answer = await discord.user("reader").sends("brief", topic="SCO")
    assert answer.seen.headings == ["Shanghai Cooperation Organization"]

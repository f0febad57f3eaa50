"""Posting with discord.py: once, in order, with the rights it takes, through troubles."""

import asyncio
import io

import aiohttp
import discord
import pytest

from tests.discord_server import DiscordServer, Permission
from tests.discord_server.refusals import Faults

from .api import Api, calling
from .bot import Bot, Pages

POST = "POST /channels/{channel_id}/messages"


@pytest.fixture
async def briefings(server: DiscordServer, bot: Bot) -> discord.TextChannel:
    await bot.wait_until_ready()
    channel = bot.get_channel(server.channel("briefings").id)
    assert isinstance(channel, discord.TextChannel)
    return channel


async def test_the_same_nonce_posts_once(server: DiscordServer, briefings: discord.TextChannel) -> None:
    """A repeat returns the earlier message; after some minutes it is a new one."""
    first = await briefings.send("news", nonce="2026-01-01/water")
    again = await briefings.send("news", nonce="2026-01-01/water")
    assert first.id == again.id
    assert len(server.channel("briefings").messages) == 1
    server.clock.advance(301)
    assert (await briefings.send("news", nonce="2026-01-01/water")).id != first.id


async def test_a_post_whose_answer_is_lost_is_there(
    server: DiscordServer, briefings: discord.TextChannel
) -> None:
    """The connection breaks after the work is done; sending again with the nonce does not post twice."""
    server.troubles.drop(POST, carried_out=True)
    with pytest.raises(aiohttp.ClientError):
        await briefings.send("news", nonce="n")
    await briefings.send("news", nonce="n")
    assert [message.text for message in server.channel("briefings").messages] == ["news"]


async def test_a_post_that_does_not_arrive_is_not_there(
    server: DiscordServer, briefings: discord.TextChannel
) -> None:
    """The connection breaks before the work is done."""
    server.troubles.drop(POST, carried_out=False)
    with pytest.raises(aiohttp.ClientError):
        await briefings.send("news")
    assert server.channel("briefings").messages == []


@pytest.mark.parametrize("globally", [False, True])
async def test_a_rate_limit_is_waited_for(
    server: DiscordServer, briefings: discord.TextChannel, globally: bool
) -> None:
    """discord.py takes the 429 for what it is and tries again."""
    server.troubles.rate_limit(f"POST /channels/{briefings.id}/messages", times=2, globally=globally)
    await briefings.send("news")
    tries = [r.status for r in server.requests if r.template == "/channels/{channel_id}/messages"]
    assert tries == [429, 429, 200]


async def test_a_failing_server_is_seen(server: DiscordServer, briefings: discord.TextChannel) -> None:
    """An error that discord.py does not try again reaches the bot."""
    server.troubles.fail("POST *", status=503)
    with pytest.raises(discord.DiscordServerError):
        await briefings.send("news")


async def test_a_request_can_be_held(server: DiscordServer, briefings: discord.TextChannel) -> None:
    """Nothing is posted until it is let go."""
    held = server.troubles.hold(POST)
    sending = asyncio.create_task(briefings.send("news"))
    await server.until(lambda: server.requests[-1].method == "POST" or None, "the post arrives")
    assert server.channel("briefings").messages == []
    held.set()
    await sending
    assert (await server.channel("briefings").next_message()).text == "news"


async def test_missing_permissions(server: DiscordServer, briefings: discord.TextChannel) -> None:
    """Not seeing the channel is 50001, not being allowed to write 50013, a deleted channel 10003."""
    await server.deny("briefings", Permission.SEND_MESSAGES)
    with pytest.raises(discord.Forbidden) as caught:
        await briefings.send("news")
    assert caught.value.code == 50013
    await server.deny("briefings", Permission.VIEW_CHANNEL)
    with pytest.raises(discord.Forbidden) as caught:
        await briefings.send("news")
    assert caught.value.code == 50001
    await server.deny("briefings")
    await briefings.send("news")
    await server.delete_channel("briefings")
    with pytest.raises(discord.NotFound) as missing:
        await briefings.send("news")
    assert missing.value.code == 10003


async def test_reading_editing_deleting(server: DiscordServer, briefings: discord.TextChannel) -> None:
    """Newest first, as Discord gives them; a deleted message is unknown."""
    sent = [await briefings.send(text) for text in ("one", "two", "three")]
    assert [message.content async for message in briefings.history(limit=2)] == ["three", "two"]
    after = [m.content async for m in briefings.history(after=sent[0], oldest_first=True)]
    assert after == ["two", "three"]
    await sent[0].edit(content="first")
    await sent[1].delete()
    assert [message.text for message in server.channel("briefings").messages] == ["first", "three"]
    with pytest.raises(discord.NotFound) as caught:
        await briefings.fetch_message(sent[1].id)
    assert caught.value.code == 10008


async def test_only_whom_it_may_ping(server: DiscordServer, briefings: discord.TextChannel) -> None:
    """A mention in the text pings as far as allowed_mentions lets it, and @everyone only with the right."""
    reader = server.user("reader").user
    text = f"<@{reader.id}> @everyone"
    await briefings.send(text)
    await briefings.send(text, allowed_mentions=discord.AllowedMentions.none())
    await briefings.send(text, allowed_mentions=discord.AllowedMentions(users=[discord.Object(reader.id)]))
    pinged = [message.mentions for message in server.channel("briefings").messages]
    assert pinged == [["@reader"], [], ["@reader"]]
    assert server.violations == []


async def test_files_and_the_new_kind_of_message(
    server: DiscordServer, briefings: discord.TextChannel
) -> None:
    """A file is attached by name, and a component may show it."""
    view = discord.ui.LayoutView()
    view.add_item(discord.ui.File("attachment://a.csv"))
    message = await briefings.send(view=view, file=discord.File(io.BytesIO(b"a,b"), "a.csv"))
    assert await message.attachments[0].read() == b"a,b"
    assert server.channel("briefings").messages[0].attachments == ["a.csv"]


async def test_announcements_are_published_once(server: DiscordServer, bot: Bot) -> None:
    """A second time is 40033; elsewhere it cannot be done at all."""
    await bot.wait_until_ready()
    channel = bot.get_channel(server.channel("announcements").id)
    assert isinstance(channel, discord.TextChannel)
    message = await channel.send(view=Pages())
    await message.publish()
    with pytest.raises(discord.HTTPException) as caught:
        await message.publish()
    assert caught.value.code == 40033


async def test_threads_and_forum_posts(server: DiscordServer, briefings: discord.TextChannel) -> None:
    """A thread hangs on a message, a forum's post brings its own, and a forum itself takes none."""
    message = await briefings.send("news")
    thread = await message.create_thread(name="talk")
    await thread.send("in the thread")
    assert [view.name for view in server.channel("briefings").threads] == ["talk"]
    assert server.channel("talk").messages[0].text == "in the thread"
    forum = briefings.guild.get_channel(server.channel("forum").id)
    assert isinstance(forum, discord.ForumChannel)
    post = await forum.create_thread(name="Balkhash", view=Pages())
    assert post.thread.id == post.message.id
    assert "page 1" in server.channel("Balkhash").messages[0].text
    assert "page 2" in (await server.user("reader").presses(server.channel("Balkhash").messages[0])).text


async def test_a_forum_takes_no_message_and_may_want_a_tag(server: DiscordServer, api: Api) -> None:
    """50008 and 40067."""
    forum = server.find_channel("forum")
    body = {"content": "x"}
    assert (await api.refusal("POST", f"/channels/{forum.id}/messages", body))[1] == 50008
    forum.tag_required = True
    post = {"name": "n", "message": body}
    assert (await api.refusal("POST", f"/channels/{forum.id}/threads", post))[1] == 40067


async def test_headers_of_rate_limits_are_on_every_answer(server: DiscordServer) -> None:
    """Even on a refusal; and the log of requests keeps no token."""
    async with aiohttp.ClientSession() as session, session.get(f"{server.api_url}/gateway/bot") as response:
        assert (response.status, await response.json(content_type=None)) == (
            401,
            {"message": "401: Unauthorized", "code": 0},
        )
        assert {"X-RateLimit-Limit", "X-RateLimit-Bucket", "X-RateLimit-Reset-After"} <= set(response.headers)
    assert "Authorization" not in server.requests[-1].headers


async def test_the_gateway_is_named_as_the_bot_reached_the_server(server: DiscordServer) -> None:
    """A bot in a container that knows the server by another name is sent back by that name."""
    headers = {"Authorization": f"Bot {server.token}", "Host": "host.internal:8080"}
    url = f"{server.api_url}/gateway/bot"
    async with aiohttp.ClientSession(headers=headers) as session, session.get(url) as response:
        assert (await response.json(content_type=None))["url"] == "ws://host.internal:8080/"


async def test_a_fault_of_the_server_itself_is_not_taken_for_discords() -> None:
    """The request is answered 500, and leaving the server raises what went wrong."""

    class Broken:
        def faults(self, method: str, template: str, body: object) -> Faults:
            raise ZeroDivisionError

    with pytest.raises(ExceptionGroup) as caught:
        async with DiscordServer(description=Broken()) as server, calling(server) as api:
            assert (await api.send("POST", api.messages, {"content": "x"}))[0] == 500
    assert caught.group_contains(ZeroDivisionError)


async def test_pins_and_direct_messages(
    server: DiscordServer, briefings: discord.TextChannel, bot: Bot
) -> None:
    """Pinning takes its own permission; a direct message reaches its reader."""
    message = await briefings.send("news")
    with pytest.raises(discord.Forbidden):
        await message.pin()
    server.guild().roles[server.guild().id].permissions |= Permission.PIN_MESSAGES
    await message.pin()
    assert [pin.id async for pin in briefings.pins()] == [message.id]
    user = await bot.fetch_user(server.user("reader").user.id)
    await user.send("hello")
    conversation = server.direct_channel(server.user("reader").user)
    assert [m.text for m in server.channel(conversation.id).messages] == ["hello"]

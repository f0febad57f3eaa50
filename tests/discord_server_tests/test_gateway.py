"""Connecting, resuming and being turned away, with discord.py's own client."""

import asyncio

import discord
import pytest

from tests.discord_server import DiscordServer, pointed_at, running

from .bot import Bot


async def test_a_bot_connects_and_sees_its_guild(server: DiscordServer, bot: Bot) -> None:
    """READY, then the guild with its channels and roles, and of the members itself."""
    await bot.wait_until_ready()
    guild = bot.guilds[0]
    assert guild.name == "Library"
    assert {channel.name for channel in guild.channels} == {"general", "briefings", "announcements", "forum"}
    assert guild.me.guild_permissions.send_messages
    assert isinstance(guild.channels[-1], discord.ForumChannel)
    assert server.gateway.heartbeats >= 1


async def test_a_plain_client_connects(server: DiscordServer) -> None:
    """Not only an AutoShardedClient: a Client goes to the default gateway that was set."""
    client = discord.Client(intents=discord.Intents.default(), guild_ready_timeout=0.05)
    async with running(server, client):
        await client.wait_until_ready()
        assert client.application_id == server.application_id


async def test_several_shards_divide_the_guilds(server: DiscordServer) -> None:
    """Each guild is told to the shard its id falls to, and to no other."""
    server.gateway.shards = 2
    await server.add_guild("Archive")
    async with running(server, Bot()) as bot:
        await server.connected(2)
        await bot.wait_until_ready()
        assert {guild.shard_id for guild in bot.guilds} <= {0, 1}
        assert len(bot.guilds) == 2
        assert "page 1" in (await server.user("reader").sends("brief", topic="Balkhash")).text


async def test_a_wrong_token_is_a_login_failure(server: DiscordServer) -> None:
    """GET /users/@me answers 401, before any gateway."""
    client = Bot()
    with pytest.raises(discord.LoginFailure):
        await client.start("wrong")
    await client.close()


async def test_a_token_revoked_while_connecting_closes_the_gateway(server: DiscordServer) -> None:
    """The gateway itself closes with 4004."""
    server.gateway.token = "another"
    client = Bot()
    with pytest.raises(discord.ConnectionClosed) as caught:
        await client.start(server.token)
    assert caught.value.code == 4004
    await client.close()


async def test_privileged_intents_are_refused(server: DiscordServer) -> None:
    """Asking for the message content without the grant closes with 4014."""
    intents = discord.Intents.default()
    intents.message_content = True
    client = Bot(intents)
    with pytest.raises(discord.PrivilegedIntentsRequired):
        await client.start(server.token)
    await client.close()


@pytest.mark.parametrize("presences", [False, True])
async def test_privileged_intents_are_granted_where_the_server_says_so(presences: bool) -> None:
    """With the grant, the members come as well: with presences at once, without them when asked for."""
    intents = discord.Intents.default()
    intents.members, intents.presences = True, presences
    async with DiscordServer(privileged_intents=True) as server:
        with pointed_at(server):
            async with running(server, Bot(intents)) as bot:
                await bot.wait_until_ready()
                assert {member.name for member in bot.guilds[0].members} >= {"reader", "admin"}


async def test_a_dropped_connection_is_resumed(server: DiscordServer, bot: Bot) -> None:
    """What happened in between is replayed, in its order, and once."""
    await bot.wait_until_ready()
    created: asyncio.Queue[str] = asyncio.Queue()

    @bot.event
    async def on_guild_channel_create(channel: discord.abc.GuildChannel) -> None:
        created.put_nowait(channel.name)

    server.gateway.accepting = False
    server.gateway.drop()
    await server.disconnected()
    await server.add_channel("meanwhile")
    await server.add_channel("afterwards")
    server.gateway.accepting = True
    assert [await created.get(), await created.get()] == ["meanwhile", "afterwards"]
    assert (server.gateway.identified, server.gateway.resumed) == (1, 1)
    assert "page 1" in (await server.user("reader").sends("brief", topic="Balkhash")).text
    assert created.empty()


async def test_a_bot_that_is_asked_to_reconnect_resumes(server: DiscordServer, bot: Bot) -> None:
    """Op 7."""
    await server.gateway.ask_to_reconnect()
    await server.until(lambda: server.gateway.resumed or None, "the bot resumes")
    assert server.gateway.identified == 1


async def test_an_invalid_session_is_identified_anew(server: DiscordServer, bot: Bot) -> None:
    """Op 9, not resumable: the session is gone, a new one works."""
    await server.gateway.invalidate()
    await server.until(lambda: server.gateway.identified == 2 or None, "the bot identifies again")
    assert server.gateway.resumed == 0
    assert "page 1" in (await server.user("reader").sends("brief", topic="Balkhash")).text


async def test_an_invalid_session_may_be_resumable(server: DiscordServer, bot: Bot) -> None:
    """Op 9, resumable."""
    await server.gateway.invalidate(resumable=True)
    await server.until(lambda: server.gateway.resumed or None, "the bot resumes")


async def test_a_forgotten_session_cannot_be_resumed(server: DiscordServer, bot: Bot) -> None:
    """Resuming what the server does not know leads to identifying anew."""
    server.gateway.sessions.clear()
    server.gateway.drop()
    await server.until(lambda: server.gateway.identified == 2 or None, "the bot identifies again")


async def test_a_hung_gateway_does_not_acknowledge(server: DiscordServer) -> None:
    """Heartbeats are counted and left unanswered, so the latency stays what it was: none."""
    server.gateway.acknowledging = False
    async with running(server, Bot()) as bot:
        assert server.gateway.heartbeats == 1
        assert bot.latency == float("inf")


async def test_a_bot_that_says_farewell_has_no_session_left(server: DiscordServer, bot: Bot) -> None:
    """Closing with 1000 ends the session."""
    await bot.close()
    await server.disconnected()
    assert server.gateway.sessions == {}


async def test_channels_come_and_go(server: DiscordServer, bot: Bot) -> None:
    """A bot is told of new guilds, of deleted channels and of being thrown out."""
    await bot.wait_until_ready()
    left: asyncio.Queue[str] = asyncio.Queue()

    @bot.event
    async def on_guild_remove(guild: discord.Guild) -> None:
        left.put_nowait(guild.name)

    guild = await server.add_guild("Archive")
    await server.delete_channel("briefings")
    await server.remove_guild(guild)
    assert await left.get() == "Archive"
    assert [g.name for g in bot.guilds] == ["Library"]
    assert "briefings" not in {channel.name for channel in bot.guilds[0].channels}

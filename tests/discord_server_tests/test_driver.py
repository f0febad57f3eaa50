"""A person and discord.py's client, talking through the server."""

import pytest

from tests.discord_server import Choice, DiscordServer, DriverError, running

from .bot import Bot

pytestmark = pytest.mark.usefixtures("bot")


async def test_autocomplete_shows_what_the_bot_suggests(server: DiscordServer) -> None:
    """The option being typed goes to the bot as focused, and its choices come back."""
    choices = await server.user("reader").types("brief", topic="bal")
    assert choices == [Choice("Balkhash", "Balkhash")]


async def test_a_command_is_answered_in_the_new_kind_of_message(server: DiscordServer) -> None:
    """The text is what a person reads: no markup, escapes resolved, links and bold apart."""
    answer = await server.user("reader").sends("brief", topic="Balkhash")
    assert answer.text == "Balkhash page 1 *1"
    assert answer.seen.bold == ["Balkhash"]
    assert [link.url for link in answer.seen.links] == ["https://example.org/a_b"]
    assert [button.label for button in answer.seen.buttons] == ["Next"]
    assert not answer.ephemeral
    assert server.channel("general").messages == [answer.message]


async def test_a_press_changes_the_message(server: DiscordServer) -> None:
    """Anybody may press under a public message, and it changes for everybody."""
    answer = await server.user("reader").sends("brief", topic="Balkhash")
    pressed = await server.user("admin").presses(answer, "Next")
    assert pressed.updated
    assert "page 2" in pressed.text
    assert "page 2" in server.channel("general").messages[0].text


async def test_an_ephemeral_answer_is_seen_by_one(server: DiscordServer) -> None:
    """Others neither see it in the channel nor press it."""
    answer = await server.user("reader").sends("brief", topic="Zaysan", quietly=True)
    assert answer.ephemeral
    assert server.channel("general").messages == []
    with pytest.raises(DriverError, match="ephemeral"):
        await server.user("admin").presses(answer, "Next")
    assert "page 2" in (await server.user("reader").presses(answer)).text


async def test_a_deferred_answer_is_followed_to_its_end(server: DiscordServer) -> None:
    """The answer is what stands there after "thinking…", and a follow-up comes behind it."""
    answer = await server.user("reader").sends("slow")
    assert answer.deferred
    assert answer.ephemeral
    assert "page 1" in answer.text
    followup = await answer.followup()
    assert followup.text == "and @unknown-user @everyone"
    assert followup.mentions == []


async def test_a_deferred_press_is_followed_to_its_edit(server: DiscordServer) -> None:
    """A button answered with a silent deferral shows what the message is edited to."""
    reader = server.user("reader")
    answer = await reader.presses(await reader.sends("doings"), "Later")
    assert answer.updated
    assert answer.text == "edited later"


async def test_a_modal_is_filled_in(server: DiscordServer) -> None:
    """Fields are named by custom_id or label; too long a text does not leave the client."""
    reader = server.user("reader")
    asked = await reader.presses(await reader.sends("doings"), "Note")
    assert asked.modal is not None
    assert asked.modal.title == "A note"
    with pytest.raises(DriverError, match="20 characters"):
        await reader.submits(asked, note="x" * 21)
    assert (await reader.submits(asked, {"Your note": "x" * 20})).text == f"noted: {'x' * 20}"


async def test_a_menu_is_chosen_from(server: DiscordServer) -> None:
    """Options go by label or value."""
    reader = server.user("reader")
    answer = await reader.chooses(await reader.sends("doings"), "Zaysan", select="Which lake")
    assert answer.text == "chosen: Zaysan"


async def test_no_answer_within_the_limit_is_an_error(server: DiscordServer) -> None:
    """The user reads Discord's own line."""
    server.answer_within = 0.05
    answer = await server.user("reader").sends("silent")
    assert answer.error == "The application did not respond"


async def test_the_client_lets_nobody_send_what_is_not_offered(server: DiscordServer) -> None:
    """Unknown commands and options, missing ones, wrong values, missing permissions, wrong places."""
    reader, admin = server.user("reader"), server.user("admin")
    with pytest.raises(DriverError, match="no command"):
        await reader.sends("unknown")
    with pytest.raises(DriverError, match="no option 'lake'"):
        await reader.sends("brief", lake="Zaysan")
    with pytest.raises(DriverError, match="needs the option"):
        await reader.sends("brief")
    with pytest.raises(DriverError, match="does not take"):
        await reader.sends("brief", topic="Zaysan", quietly="yes")
    with pytest.raises(DriverError, match="needs a subcommand: add"):
        await admin.sends("digest")
    with pytest.raises(DriverError, match="hidden from reader"):
        await reader.sends("digest add", theme="water", channel="briefings")
    with pytest.raises(DriverError, match="channels of the types"):
        await admin.sends("digest add", theme="water", channel="forum")
    with pytest.raises(DriverError, match="not offered"):
        await server.user("admin", channel="dm").sends("digest add", theme="water", channel="briefings")


async def test_a_subcommand_gets_its_channel(server: DiscordServer) -> None:
    """Options that name a channel arrive resolved."""
    answer = await server.user("admin").sends(
        "digest add", theme="water", channel=server.channel("briefings")
    )
    assert answer.text == "water goes to #briefings True"


async def test_a_command_works_in_a_direct_conversation(server: DiscordServer) -> None:
    """Without a guild there is a user instead of a member."""
    answer = await server.user("reader", channel="dm").sends("brief", topic="Balkhash")
    assert "page 1" in answer.text


async def test_messages_outlive_the_bot(server: DiscordServer, bot: Bot) -> None:
    """A button posted before a restart still works after it."""
    answer = await server.user("reader").sends("brief", topic="Balkhash")
    await bot.close()
    await server.disconnected()
    async with running(server, Bot()):
        assert "page 2" in (await server.user("reader").presses(answer, "Next")).text

"""`/digest`, through discord.py, on a local Discord."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from discord import ChannelType, TextChannel

from bot.digests.admission import GUILD_LIMIT
from bot.digests.models import WEEKDAYS, Delivery, DeliveryState, Schedule
from bot.frontend.client import BriefbotClient
from bot.frontend.services import Services
from tests.discord_server import Answer, DiscordServer, DriverError
from tests.discord_server.guilds import Overwrite
from tests.discord_server.permissions import Permission
from tests.frontend.conftest import NOW, running

pytestmark = pytest.mark.usefixtures("client")


async def add(discord: DiscordServer, channel: str | int = "briefings", **options: str) -> Answer:
    """An admin adds a digest on water at 08:00 in Almaty, but for the options given."""
    given = {"theme": "water", "time": "08:00", "timezone": "Asia/Almaty"} | options
    return await discord.user("admin").sends("digest add", channel=channel, **given)


def kept(discord: DiscordServer, **changes: object) -> Schedule:
    """A schedule as the store has it."""
    schedule = Schedule(
        id=0,
        guild_id=discord.guild().id,
        channel_id=discord.channel("briefings").id,
        theme="water",
        time=dt.time(8, 0),
        timezone="Asia/Almaty",
        days=WEEKDAYS,
        created_by=discord.user("admin").user.id,
        created_at=NOW,
    )
    return replace(schedule, **changes)  # type: ignore[arg-type]  # the names are given as keywords


async def test_add(discord: DiscordServer, services: Services) -> None:
    """The schedule is kept, and the answer tells its next time to the one who asked, in their own zone."""
    answer = await add(discord, days="mon,wed")
    assert answer.ephemeral
    # NOW is Monday, 13:00 in Almaty: next is Wednesday, 03:00 UTC.
    wednesday = int(dt.datetime(2026, 3, 4, 3, 0, tzinfo=dt.UTC).timestamp())
    assert f"<t:{wednesday}:F>" in answer.seen.raw
    assert "Water in #briefings, Mon, Wed at 08:00 (Asia/Almaty)" in answer.text
    (schedule,) = services.store.schedules()
    assert schedule == kept(discord, id=schedule.id, days=("mon", "wed"))


async def test_add_reads_what_people_type(discord: DiscordServer, services: Services) -> None:
    """A theme's alias, a twelve-hour time, a city; every day where no days are given."""
    await add(discord, theme="вода", time="8:30 pm", timezone="almaty")
    (schedule,) = services.store.schedules()
    assert schedule == kept(discord, id=schedule.id, time=dt.time(20, 30))


async def test_the_timer_is_told(discord: DiscordServer, client: BriefbotClient, services: Services) -> None:
    """Of a schedule added and of one removed."""
    await client.close()
    told: list[int] = []

    async def changed() -> None:
        told.append(len(services.store.schedules()))

    async with running(replace(services, schedules_changed=changed), discord):
        await add(discord)
        (schedule,) = services.store.schedules()
        await discord.user("admin").sends("digest remove", digest=str(schedule.id))
    assert told == [1, 0]


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        ({"theme": "alchemy"}, "“alchemy” is not a theme: choose one, such as Water or Diplomacy."),
        ({"time": "25:00"}, "“25:00” is not a time of day: write it like 08:00 or 8:30 pm."),
        ({"timezone": "Almati"}, "“Almati” is not a time zone: did you mean Asia/Almaty?"),
        ({"days": "someday"}, "“someday” names no days"),
        ({"time": "@everyone <@1> **x**"}, "“@everyone <@1> **x**” is not a time of day"),
    ],
)
async def test_a_fault_is_one_private_sentence(
    discord: DiscordServer, services: Services, options: dict[str, str], fault: str
) -> None:
    """It names what was typed, as text that does nothing, and nothing is kept."""
    answer = await add(discord, **options)
    assert answer.ephemeral
    assert fault in answer.text.replace("\u2060", "")
    assert answer.seen.mentions == []
    assert services.store.schedules() == []


@pytest.mark.parametrize(
    ("denied", "named"),
    [
        (Permission.SEND_MESSAGES, "“Send Messages”"),
        (Permission.READ_MESSAGE_HISTORY, "“Read Message History”"),
        (Permission.VIEW_CHANNEL, "“View Channel” and “Send Messages” and “Read Message History”"),
    ],
)
async def test_add_names_the_permissions_that_the_bot_lacks(
    discord: DiscordServer, services: Services, denied: Permission, named: str
) -> None:
    """Before the first digest fails, not when it does."""
    await discord.deny("briefings", denied)
    answer = await add(discord)
    assert answer.ephemeral
    assert f"The bot lacks {named} in #briefings: grant it there, or choose another channel." in answer.text
    assert services.store.schedules() == []


async def test_add_wants_the_rights_of_the_one_who_asks(discord: DiscordServer, services: Services) -> None:
    """Who may not write in a channel has no bot write there for them."""
    admin, channel = discord.user("admin").user, discord.channel("announcements")
    channel.channel.overwrites[admin.id] = Overwrite(admin.id, 1, deny=int(Permission.SEND_MESSAGES))
    answer = await add(discord, "announcements")
    assert "You lack “Send Messages” in #announcements yourself" in answer.text
    assert services.store.schedules() == []


async def test_announcement_channels_and_threads_are_fine(
    discord: DiscordServer, client: BriefbotClient, services: Services
) -> None:
    """A thread has the rights of its channel."""
    general = await client.fetch_channel(discord.channel("general").id)
    assert isinstance(general, TextChannel)
    thread = await general.create_thread(name="readings", type=ChannelType.public_thread)
    await add(discord, "announcements")
    answer = await add(discord, "readings")
    assert "in #readings" in answer.text
    assert [schedule.channel_id for schedule in services.store.schedules()] == [
        discord.channel("announcements").id,
        thread.id,
    ]


async def test_forums_are_refused(discord: DiscordServer, services: Services) -> None:
    """With what to choose instead."""
    answer = await add(discord, "forum")
    assert (
        "#forum is a forum, where digests cannot be posted: choose a text channel or a thread." in answer.text
    )
    assert services.store.schedules() == []


async def test_the_same_digest_twice_is_refused(discord: DiscordServer, services: Services) -> None:
    """Also when the second is written otherwise."""
    await add(discord)
    answer = await add(discord, theme="Water", time="8am", days="mon-sun")
    assert "scheduled already" in answer.text
    assert len(services.store.schedules()) == 1


async def test_a_server_has_a_limit(discord: DiscordServer, services: Services) -> None:
    """The list at the limit still is one message; another server's digests do not count."""
    for minute in range(GUILD_LIMIT):
        schedule = services.store.add(
            kept(discord, time=dt.time(9, minute), timezone="America/Argentina/Buenos_Aires")
        )
        services.store.claim(schedule.id, NOW)
        services.store.settle(Delivery(schedule.id, NOW, DeliveryState.FAILED, detail="**Gone** " * 50))
    answer = await add(discord)
    assert "This server has 25 scheduled digests" in answer.text
    listed = await discord.user("admin").sends("digest list")
    assert "25 scheduled digests" in listed.text
    assert "more digest" in listed.text
    other = await discord.add_guild("Other")
    added = await discord.user("admin", guild=other).sends(
        "digest add", theme="water", channel="general", time="08:00", timezone="UTC"
    )
    assert "Scheduled" in added.text


async def test_list_without_digests(discord: DiscordServer) -> None:
    """It says how to add one."""
    answer = await discord.user("admin").sends("digest list")
    assert answer.ephemeral
    assert "Add one with /digest add" in answer.text


async def test_list(discord: DiscordServer, services: Services) -> None:
    """A server's own digests with their next times, and what went wrong with the last edition."""
    first = services.store.add(kept(discord, days=("mon", "fri")))
    services.store.add(kept(discord, theme="gone", time=dt.time(21, 0)))
    services.store.add(kept(discord, guild_id=5, theme="diplomacy"))
    services.store.claim(first.id, NOW)
    detail = "The bot may not write in the channel."
    services.store.settle(Delivery(first.id, NOW, DeliveryState.FAILED, detail=detail))
    answer = await discord.user("admin").sends("digest list")
    assert answer.ephemeral
    assert "2 scheduled digests of at most 25" in answer.text
    assert "Water in #briefings, Mon, Fri at 08:00 (Asia/Almaty) · next" in answer.text
    assert "failed: The bot may not write in the channel." in answer.text
    assert "gone in #briefings, every day at 21:00" in answer.text
    assert "Diplomacy" not in answer.text


async def test_remove(discord: DiscordServer, services: Services) -> None:
    """One is chosen from the server's own, by any part of its line."""
    first = services.store.add(kept(discord))
    second = services.store.add(kept(discord, theme="diplomacy", channel_id=404))
    services.store.add(kept(discord, guild_id=5))
    admin = discord.user("admin")
    choices = await admin.types("digest remove", digest="")
    assert [(choice.name, choice.value) for choice in choices] == [
        ("Water in #briefings, every day at 08:00 (Asia/Almaty)", str(first.id)),
        ("Diplomacy in a channel that is gone, every day at 08:00 (Asia/Almaty)", str(second.id)),
    ]
    assert [choice.value for choice in await admin.types("digest remove", digest="DIPLO")] == [str(second.id)]
    answer = await admin.sends("digest remove", digest=str(second.id))
    assert answer.ephemeral
    assert "Removed: Diplomacy in" in answer.text
    assert second not in services.store.schedules()
    assert len(services.store.schedules()) == 2


@pytest.mark.parametrize("digest", ["water", "0", "-1", "9" * 400, "1; DROP TABLE schedules"])
async def test_remove_what_is_not_there(discord: DiscordServer, services: Services, digest: str) -> None:
    """Another server's digest, a name, a number: the same sentence, and nothing is lost."""
    other = services.store.add(kept(discord, guild_id=5))
    for typed in (digest, str(other.id)):
        answer = await discord.user("admin").sends("digest remove", digest=typed)
        assert "This server has no such digest" in answer.text
    assert services.store.schedules() == [other]


async def test_preview(discord: DiscordServer, services: Services) -> None:
    """The digest that would be posted, for the one who asked; nothing is kept of it."""
    answer = await discord.user("admin").sends("digest preview", theme="Water")
    assert answer.ephemeral
    assert "Lake Balkhash lost two metres" in answer.text
    assert answer.seen.mentions == []
    assert discord.channel("general").messages == []
    assert services.store.schedules() == []


async def test_a_preview_without_a_theme_is_refused(discord: DiscordServer) -> None:
    """With the themes there are."""
    answer = await discord.user("admin").sends("digest preview", theme="alchemy")
    assert answer.ephemeral
    assert "“alchemy” is not a theme" in answer.text


async def test_options_are_suggested(discord: DiscordServer) -> None:
    """Themes, zones and days, while they are being typed; nothing fits is an empty list."""
    admin = discord.user("admin")
    assert [choice.value for choice in await admin.types("digest add", theme="wat")] == ["water"]
    assert [choice.value for choice in await admin.types("digest preview", theme="")] == [
        "water",
        "diplomacy",
    ]
    zones = await admin.types("digest add", timezone="bish")
    assert [choice.value for choice in zones] == ["Asia/Bishkek"]
    assert [choice.value for choice in await admin.types("digest add", days="sat,sun")] == ["weekends"]
    assert await admin.types("digest add", timezone="\u200b" * 500) == []


async def test_the_commands_are_for_those_who_manage_the_server(discord: DiscordServer) -> None:
    """Discord shows them to nobody else, and not in private."""
    with pytest.raises(DriverError):
        await discord.user("reader").sends("digest list")
    with pytest.raises(DriverError):
        await discord.user("admin", channel="dm").sends("digest list")

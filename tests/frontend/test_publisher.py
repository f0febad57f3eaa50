"""Editions posted once, through discord.py, to a local Discord."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import discord
import pytest

from bot.digests.due import Edition
from bot.digests.edition import Digest
from bot.digests.models import WEEKDAYS, Delivery, DeliveryState, Schedule
from bot.errors import StorageError
from bot.frontend import publisher as publishing_module
from bot.frontend.poster import DiscordPoster
from bot.frontend.publisher import Publisher
from bot.lookup.library import Library
from bot.storage.database import Database
from bot.storage.schedules import SqlScheduleStore
from tests.discord_server import DiscordServer, pointed_at
from tests.discord_server.permissions import Permission
from tests.discord_server.seen import Seen

DUE = dt.datetime(2031, 3, 10, 3, 0, tzinfo=dt.UTC)
"""Monday, 08:00 in Almaty."""
DAY = dt.timedelta(days=1)
MINUTE = dt.timedelta(minutes=1)
SECOND = dt.timedelta(seconds=1)
POST = "POST /channels/*/messages"
READ = "GET /channels/*/messages"


@pytest.fixture
async def server() -> AsyncIterator[DiscordServer]:
    """A local Discord where it is Monday, 08:00 in Almaty."""
    async with DiscordServer() as server:
        server.clock.advance(DUE.timestamp() - time.time())
        with pointed_at(server):
            yield server


@pytest.fixture
async def client(server: DiscordServer) -> AsyncIterator[discord.Client]:
    """discord.py, logged in; posting needs no gateway."""
    client = discord.Client(intents=discord.Intents.none())
    await client.login(server.token)
    yield client
    await client.close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlScheduleStore]:
    """The real store, empty."""
    database = Database.open(f"sqlite:///{tmp_path}/briefbot.sqlite3")
    yield database.schedules
    database.close()


@dataclass(frozen=True)
class Desk:
    """All that posting needs, real but for Discord."""

    server: DiscordServer
    client: discord.Client
    store: SqlScheduleStore
    library: Library
    publisher: Publisher

    def schedule(self, channel: str = "briefings", theme: str = "water") -> Schedule:
        """Every day at 08:00 in Almaty, since yesterday."""
        return Schedule(
            id=0,
            guild_id=self.server.guild().id,
            channel_id=self.server.channel(channel).id,
            theme=theme,
            time=dt.time(8, 0),
            timezone="Asia/Almaty",
            days=WEEKDAYS,
            created_by=1,
            created_at=DUE - DAY,
        )

    def messages(self, channel: str = "briefings") -> list[Seen]:
        return self.server.channel(channel).messages

    @property
    def states(self) -> list[DeliveryState]:
        return [delivery.state for delivery in self.store.deliveries(DUE - 30 * DAY)]

    @property
    def posts(self) -> int:
        """The requests to post so far, whatever came of them."""
        return sum(one.method == "POST" and one.path.endswith("/messages") for one in self.server.requests)


@pytest.fixture
def desk(server: DiscordServer, client: discord.Client, store: SqlScheduleStore, library: Library) -> Desk:
    """What the bot puts together."""
    publisher = Publisher(DiscordPoster(client, lambda: library), store, lambda: library)
    return Desk(server, client, store, library, publisher)


class HeldPoster(DiscordPoster):
    """The real poster, held up before it posts until the test lets it go on."""

    def __init__(self, client: discord.Client, library: Callable[[], Library]) -> None:
        super().__init__(client, library)
        self.arrived = asyncio.Event()
        self.go_on = asyncio.Event()

    async def post(self, edition: Edition, digest: Digest) -> int:
        self.arrived.set()
        await self.go_on.wait()
        return await super().post(edition, digest)


async def test_an_edition_is_posted_when_it_is_due(desk: Desk) -> None:
    """Not a second before; with statements, its mark and no mention; recorded with its message and citations."""
    kept = desk.store.add(desk.schedule())
    await desk.publisher.publish_due(DUE - SECOND)
    assert desk.messages() == []
    await desk.publisher.publish_due(DUE)
    (message,) = desk.messages()
    assert "Lake Balkhash lost two metres" in message.text
    assert "Late" not in message.text
    assert f"digest:{kept.id}:{int(DUE.timestamp())}" in [select.custom_id for select in message.selects]
    assert message.mentions == []
    assert desk.store.deliveries(DUE) == [Delivery(kept.id, DUE, DeliveryState.POSTED, message.id)]
    assert len(desk.store.cited(kept.id, 1)) == 5
    await desk.publisher.publish_due(DUE + 5 * MINUTE)
    assert len(desk.messages()) == 1


async def test_the_next_edition_says_something_else(desk: Desk) -> None:
    """What Monday's edition cited, Tuesday's leaves out."""
    desk.store.add(desk.schedule())
    await desk.publisher.publish_due(DUE)
    await desk.publisher.publish_due(DUE + DAY)
    first, second = desk.messages()
    assert "lost two metres" in first.text
    assert "lost two metres" not in second.text


async def test_after_an_absence_one_late_edition_is_posted(desk: Desk) -> None:
    """Two days away: the latest edition says that it is late, the earlier one is recorded as missed."""
    desk.store.add(desk.schedule())
    await desk.publisher.publish_due(DUE + DAY + dt.timedelta(hours=2))
    (message,) = desk.messages()
    assert "Late" in message.text
    assert desk.states == [DeliveryState.MISSED, DeliveryState.POSTED]


async def test_a_connection_lost_after_the_post_posts_once(desk: Desk) -> None:
    """Discord took the message, its answer was lost: the next round finds it and records it."""
    kept = desk.store.add(desk.schedule())
    desk.server.troubles.drop(POST, carried_out=True)
    await desk.publisher.publish_due(DUE)
    assert desk.states == [DeliveryState.CLAIMED]
    await desk.publisher.publish_due(DUE + 5 * MINUTE)
    (message,) = desk.messages()
    assert desk.store.deliveries(DUE) == [Delivery(kept.id, DUE, DeliveryState.POSTED, message.id)]
    assert desk.posts == 1


async def test_a_connection_lost_before_the_post_posts_at_the_next_round(desk: Desk) -> None:
    """Nothing stands in the channel: it is posted, five minutes later and not yet called late."""
    desk.store.add(desk.schedule())
    desk.server.troubles.drop(POST, carried_out=False)
    await desk.publisher.publish_due(DUE)
    assert desk.messages() == []
    await desk.publisher.publish_due(DUE + 5 * MINUTE)
    assert len(desk.messages()) == 1
    assert desk.states == [DeliveryState.POSTED]


async def test_a_repeat_within_minutes_is_the_same_message(desk: Desk) -> None:
    """Also where the channel's history does not show the message: the nonce is the edition's own."""
    edition = Edition(desk.store.add(desk.schedule()), DUE, resumed=True, late=False)
    digest = Digest(desk.library.themes()[0], (), ())
    poster = DiscordPoster(desk.client, lambda: desk.library)
    first = await poster.post(edition, digest)
    assert await poster.post(edition, digest) == first
    other = replace(edition, due_at=DUE + DAY)
    assert await poster.post(other, digest) != first


async def test_a_restart_between_claim_and_post(desk: Desk) -> None:
    """Claimed by a bot that died before it posted: the next one posts."""
    kept = desk.store.add(desk.schedule())
    desk.store.claim(kept.id, DUE)
    await desk.publisher.publish_due(DUE + MINUTE)
    assert len(desk.messages()) == 1
    assert desk.states == [DeliveryState.POSTED]


async def test_a_restart_between_post_and_record(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Posted, but never written down; hours and a hundred messages later it is found, not repeated."""
    kept = desk.store.add(desk.schedule())

    def full(*_: object) -> None:
        raise StorageError("The disk is full.")

    with monkeypatch.context() as trouble:
        trouble.setattr(desk.store, "settle", full)
        await desk.publisher.publish_due(DUE)
    (message,) = desk.messages()
    assert desk.states == [DeliveryState.CLAIMED]
    for number in range(110):
        await desk.client.get_partial_messageable(kept.channel_id).send(f"chatter {number}")
    desk.server.clock.advance(7_200)
    await desk.publisher.publish_due(DUE + dt.timedelta(hours=2))
    assert desk.store.deliveries(DUE) == [Delivery(kept.id, DUE, DeliveryState.POSTED, message.id)]
    assert len(desk.messages()) == 111


async def test_one_edition_is_not_taken_for_another(desk: Desk) -> None:
    """In the look through the channel: neither another schedule's at the same time, nor a copy by someone else."""
    desk.store.add(desk.schedule())
    await desk.publisher.publish_due(DUE)
    interrupted = desk.store.add(desk.schedule())
    desk.store.claim(interrupted.id, DUE)
    key = Edition(interrupted, DUE, resumed=True, late=False).key
    button = {"type": 2, "id": 2, "style": 1, "label": "x", "custom_id": key}
    copy = replace(
        desk.server.state.in_channel(interrupted.channel_id)[0],
        id=desk.server.state.new_id(),
        author=desk.server.user("reader").user,
        components=[{"type": 1, "id": 1, "components": [button]}],
    )
    desk.server.state.messages[copy.id] = copy
    await desk.publisher.publish_due(DUE + MINUTE)
    assert desk.posts == 2
    assert [delivery.message_id for delivery in desk.store.deliveries(DUE)] == [
        message.id for message in desk.messages() if message.author == "briefbot"
    ]


async def test_trouble_at_discord_leaves_the_edition_for_the_next_round(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    """A 503 is logged in a sentence, without traceback; the next round posts."""
    desk.store.add(desk.schedule())
    desk.server.troubles.fail(POST, status=503)
    await desk.publisher.publish_due(DUE)
    assert desk.states == [DeliveryState.CLAIMED]
    assert [record.exc_info for record in caplog.records if record.levelno >= logging.WARNING] == [None]
    await desk.publisher.publish_due(DUE + 5 * MINUTE)
    assert desk.states == [DeliveryState.POSTED]
    assert len(desk.messages()) == 1


async def test_trouble_for_half_a_day_is_missed(desk: Desk) -> None:
    """Beyond the limit a claimed edition is looked for once more, then given up; a look that fails waits."""
    desk.store.add(desk.schedule())
    desk.server.troubles.fail(POST, status=503)
    await desk.publisher.publish_due(DUE)
    desk.server.troubles.fail(READ, status=503)
    await desk.publisher.publish_due(DUE + dt.timedelta(hours=13))
    assert desk.states == [DeliveryState.CLAIMED]
    await desk.publisher.publish_due(DUE + dt.timedelta(hours=14))
    assert desk.states == [DeliveryState.MISSED]
    assert desk.messages() == []


async def test_a_post_found_after_half_a_day_counts_as_posted(desk: Desk) -> None:
    """The record tells the truth, however late it is made."""
    desk.store.add(desk.schedule())
    desk.server.troubles.drop(POST, carried_out=True)
    await desk.publisher.publish_due(DUE)
    await desk.publisher.publish_due(DUE + dt.timedelta(hours=13))
    assert desk.states == [DeliveryState.POSTED]


@pytest.mark.parametrize(
    ("denied", "detail"),
    [
        (Permission.SEND_MESSAGES, "The bot may not write in the channel."),
        (Permission.VIEW_CHANNEL, "The bot cannot see the channel."),
    ],
)
async def test_a_missing_permission_is_final(desk: Desk, denied: Permission, detail: str) -> None:
    """Recorded with the reason, and not tried again; the next edition is."""
    kept = desk.store.add(desk.schedule())
    await desk.server.deny("briefings", denied)
    await desk.publisher.publish_due(DUE)
    assert desk.store.deliveries(DUE) == [Delivery(kept.id, DUE, DeliveryState.FAILED, detail=detail)]
    await desk.publisher.publish_due(DUE + 5 * MINUTE)
    assert desk.posts == 1
    await desk.server.deny("briefings")
    await desk.publisher.publish_due(DUE + DAY)
    assert desk.states == [DeliveryState.FAILED, DeliveryState.POSTED]


async def test_one_schedule_in_trouble_holds_up_no_other(desk: Desk) -> None:
    """A channel that is gone, a theme that is gone, a broken connection: the fourth digest is posted."""
    await desk.server.add_channel("passing")
    desk.store.add(desk.schedule("passing"))
    desk.store.add(desk.schedule(theme="alchemy"))
    desk.store.add(desk.schedule("announcements"))
    desk.store.add(desk.schedule("general"))
    await desk.server.delete_channel("passing")
    desk.server.troubles.drop(
        f"POST /channels/{desk.server.channel('announcements').id}/messages", carried_out=False
    )
    await desk.publisher.publish_due(DUE)
    found = desk.store.deliveries(DUE)
    assert [delivery.state for delivery in found] == [
        DeliveryState.FAILED,
        DeliveryState.FAILED,
        DeliveryState.CLAIMED,
        DeliveryState.POSTED,
    ]
    assert found[0].detail == "The channel is gone."
    assert "no longer have the theme “alchemy”" in (found[1].detail or "")
    assert len(desk.messages("general")) == 1


async def test_a_damaged_brief_holds_up_no_other(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    """Its edition stays open, in case the briefs are mended in time; the log says what is wrong."""
    desk.store.add(desk.schedule(theme="diplomacy"))
    desk.store.add(desk.schedule())
    desk.library.folder.joinpath("belt-and-road-initiative.json").write_text("{")
    await desk.publisher.publish_due(DUE)
    assert desk.states == [DeliveryState.CLAIMED, DeliveryState.POSTED]
    assert "is damaged" in caplog.text


async def test_rounds_that_overlap_post_once(desk: Desk) -> None:
    """A second round waits for the first, and finds nothing left."""
    desk.store.add(desk.schedule())
    poster = HeldPoster(desk.client, lambda: desk.library)
    publisher = Publisher(poster, desk.store, lambda: desk.library)
    first = asyncio.create_task(publisher.publish_due(DUE))
    await poster.arrived.wait()
    second = asyncio.create_task(publisher.publish_due(DUE + SECOND))
    for _ in range(20):
        # Time enough for the second round to read the store, if it did not wait.
        await asyncio.to_thread(desk.store.schedules)
    poster.go_on.set()
    await asyncio.gather(first, second)
    assert len(desk.messages()) == 1
    assert desk.posts == 1


async def test_two_bots_on_one_database_post_once(desk: Desk) -> None:
    """As in a rolling restart: one gets the claim; the other, if it takes that for interrupted, repeats the nonce."""
    desk.store.add(desk.schedule())
    bots = [
        Publisher(DiscordPoster(desk.client, lambda: desk.library), desk.store, lambda: desk.library)
        for _ in range(2)
    ]
    await asyncio.gather(*(bot.publish_due(DUE) for bot in bots))
    assert len(desk.messages()) == 1


async def test_a_schedule_removed_meanwhile_is_no_trouble(desk: Desk) -> None:
    """Its last edition is posted, and nothing is left of it in the store."""
    kept = desk.store.add(desk.schedule())
    poster = HeldPoster(desk.client, lambda: desk.library)
    publishing = asyncio.create_task(Publisher(poster, desk.store, lambda: desk.library).publish_due(DUE))
    await poster.arrived.wait()
    desk.store.remove(kept.guild_id, kept.id)
    poster.go_on.set()
    await publishing
    assert len(desk.messages()) == 1
    assert desk.store.deliveries(DUE) == []


async def test_an_edition_that_takes_too_long_is_left_for_the_next_round(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A post that hangs, as behind a long rate limit, does not hold up the rounds for ever."""
    monkeypatch.setattr(publishing_module, "PATIENCE", 0.1)
    desk.store.add(desk.schedule())
    poster = HeldPoster(desk.client, lambda: desk.library)
    publisher = Publisher(poster, desk.store, lambda: desk.library)
    await publisher.publish_due(DUE)
    assert desk.states == [DeliveryState.CLAIMED]
    poster.go_on.set()
    monkeypatch.undo()
    await publisher.publish_due(DUE + 5 * MINUTE)
    assert desk.states == [DeliveryState.POSTED]


async def test_a_thread_is_posted_to_as_a_channel(desk: Desk) -> None:
    """The same call, with the thread's own right."""
    general = await desk.client.fetch_channel(desk.server.channel("general").id)
    assert isinstance(general, discord.TextChannel)
    thread = await general.create_thread(name="readings", type=discord.ChannelType.public_thread)
    desk.store.add(replace(desk.schedule(), channel_id=thread.id))
    await desk.publisher.publish_due(DUE)
    assert len(desk.messages("readings")) == 1

"""When the publisher is woken."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.digests.models import WEEKDAYS, Schedule
from bot.errors import DiscordError
from bot.frontend.timer import Timer
from bot.storage.database import Database
from bot.storage.schedules import SqlScheduleStore

NOW = dt.datetime(2026, 3, 9, 3, 0, tzinfo=dt.UTC)
SCHEDULE = Schedule(
    id=0,
    guild_id=1,
    channel_id=2,
    theme="water",
    time=dt.time(8, 0),
    timezone="Asia/Almaty",
    days=WEEKDAYS,
    created_by=3,
    created_at=NOW,
)


class Rounds:
    """Stands where the publisher does: keeps the moments it was called at, and can be held up or made to fail."""

    def __init__(self) -> None:
        self.moments: asyncio.Queue[dt.datetime] = asyncio.Queue()
        self.go_on = asyncio.Event()
        self.go_on.set()
        self.faults: list[Exception] = []
        self.ended = 0
        self.at_once = 0

    async def publish(self, now: dt.datetime) -> None:
        self.at_once += 1
        assert self.at_once == 1
        self.moments.put_nowait(now)
        try:
            await self.go_on.wait()
            if self.faults:
                raise self.faults.pop()
            self.ended += 1
        finally:
            self.at_once -= 1


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlScheduleStore]:
    """The real store, empty."""
    database = Database.open(f"sqlite:///{tmp_path}/briefbot.sqlite3")
    yield database.schedules
    database.close()


@pytest.fixture
async def timer(store: SqlScheduleStore) -> AsyncIterator[Timer]:
    """A timer, to be started by the test."""
    timer = Timer(store, lambda: NOW)
    yield timer
    await timer.stop()


async def test_a_start_looks_for_what_came_due_meanwhile(timer: Timer) -> None:
    """At once, with the clock's moment."""
    rounds = Rounds()
    await timer.start(rounds.publish)
    assert await rounds.moments.get() == NOW


async def test_waking_during_a_round_makes_one_more(timer: Timer) -> None:
    """However often it is woken meanwhile; two rounds never overlap."""
    rounds = Rounds()
    rounds.go_on.clear()
    await timer.start(rounds.publish)
    await rounds.moments.get()
    for _ in range(3):
        await timer.wake()
    rounds.go_on.set()
    await rounds.moments.get()
    await timer.stop()
    assert rounds.ended == 2
    assert rounds.moments.empty()


@pytest.mark.parametrize("fault", [DiscordError("Discord is away."), ZeroDivisionError("a bug")])
async def test_a_round_that_fails_is_logged_and_the_next_one_comes(
    timer: Timer, fault: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    """A fault of the place in one sentence, a bug with its traceback."""
    rounds = Rounds()
    rounds.faults.append(fault)
    await timer.start(rounds.publish)
    await rounds.moments.get()
    await timer.wake()
    await rounds.moments.get()
    (record,) = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert bool(record.exc_info) == isinstance(fault, ZeroDivisionError)


async def test_each_schedule_has_its_time(timer: Timer, store: SqlScheduleStore) -> None:
    """By its own clocks; what is added and removed is taken up, also by refreshes that overlap."""
    kept = store.add(SCHEDULE)
    await timer.start(Rounds().publish)
    (time,) = timer.times().values()
    assert time > dt.datetime.now(dt.UTC)
    assert f"{time:%H:%M:%S}" == "03:00:00"

    other = store.add(replace(SCHEDULE, time=dt.time(9, 30)))
    store.remove(kept.guild_id, kept.id)
    await asyncio.gather(timer.refresh(), timer.refresh())
    assert [(number, f"{time:%H:%M}") for number, time in timer.times().items()] == [(other.id, "04:30")]


async def test_its_time_wakes_the_publisher(timer: Timer, store: SqlScheduleStore) -> None:
    """A schedule whose time comes in a moment is looked at then, by the real scheduler."""
    rounds = Rounds()
    await timer.start(rounds.publish)
    await rounds.moments.get()
    soon = dt.datetime.now(dt.UTC) + dt.timedelta(milliseconds=300)
    kept = store.add(replace(SCHEDULE, time=soon.time(), timezone="UTC"))
    await timer.refresh()
    assert timer.times() == {kept.id: soon}
    async with asyncio.timeout(10):
        await rounds.moments.get()


async def test_stopping_waits_for_a_round_under_way(timer: Timer) -> None:
    """A post that has begun is ended and recorded; no other round begins."""
    rounds = Rounds()
    rounds.go_on.clear()
    await timer.start(rounds.publish)
    await rounds.moments.get()
    await timer.wake()
    stopping = asyncio.create_task(timer.stop())
    await asyncio.sleep(0)
    assert not stopping.done()
    rounds.go_on.set()
    await stopping
    assert rounds.ended == 1
    assert rounds.moments.empty()


async def test_stopping_can_be_cut_short(timer: Timer, caplog: pytest.LogCaptureFixture) -> None:
    """Who cannot wait for a round that hangs ends it; its edition is taken up at the next start."""
    rounds = Rounds()
    rounds.go_on.clear()
    await timer.start(rounds.publish)
    await rounds.moments.get()
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01):
            await timer.stop()
    assert (rounds.at_once, rounds.ended) == (0, 0)
    assert "taken up again at the next start" in caplog.text


async def test_stopping_before_the_start_does_nothing(timer: Timer) -> None:
    """A bot that never connected has nothing to stop; stopping twice is once."""
    await timer.stop()
    await timer.stop()

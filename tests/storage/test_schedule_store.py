"""The contract of a ScheduleStore; every implementation passes it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from bot.digests.models import WEEKDAYS, Delivery, DeliveryState, Schedule
from bot.digests.ports import ScheduleStore
from bot.storage.database import Database

SCHEDULE = Schedule(
    id=0,
    guild_id=1_400_000_000_000_000_001,
    channel_id=1_400_000_000_000_000_002,
    theme="water",
    time=dt.time(8, 30),
    timezone="Asia/Almaty",
    days=("mon", "fri"),
    created_by=1_400_000_000_000_000_003,
    created_at=dt.datetime(2026, 3, 1, 12, 0, 0, 123_456, tzinfo=dt.UTC),
)
DUE = dt.datetime(2026, 3, 9, 3, 0, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


@pytest.fixture(params=["sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ScheduleStore]:
    """An empty store of each kind there is."""
    database = Database.open(f"{request.param}:///{tmp_path}/briefbot.sqlite3")
    yield database.schedules
    database.close()


def test_a_schedule_comes_back_as_it_was_kept(store: ScheduleStore) -> None:
    """All of it, with an id; snowflakes whole, moments to the microsecond and in UTC."""
    kept = store.add(SCHEDULE)
    assert kept == replace(SCHEDULE, id=kept.id)
    assert store.schedules() == [kept]
    assert store.schedules()[0].created_at.tzinfo is dt.UTC


def test_moments_of_any_zone_are_kept_in_utc(store: ScheduleStore) -> None:
    """The same moment in another zone is the same edition; a moment without a zone is a bug."""
    schedule = store.add(replace(SCHEDULE, days=WEEKDAYS))
    almaty = DUE.astimezone(dt.timezone(dt.timedelta(hours=5)))
    assert store.claim(schedule.id, almaty)
    assert not store.claim(schedule.id, DUE)
    assert [delivery.due_at for delivery in store.deliveries(almaty)] == [DUE]
    with pytest.raises(Exception, match="no time zone"):
        store.claim(schedule.id, DUE.replace(tzinfo=None))


def test_schedules_belong_to_their_guild(store: ScheduleStore) -> None:
    """A guild sees its own, oldest first, and removes only its own."""
    first, other, second = (store.add(replace(SCHEDULE, guild_id=guild)) for guild in (1, 2, 1))
    assert store.schedules(1) == [first, second]
    assert store.schedules() == [first, other, second]
    assert store.remove(2, first.id) is None
    assert store.remove(1, first.id) == first
    assert store.remove(1, first.id) is None
    assert store.schedules() == [other, second]


def test_an_id_is_never_given_again(store: ScheduleStore) -> None:
    """Messages in channels carry the ids of schedules that are gone."""
    gone = store.add(SCHEDULE)
    store.remove(gone.guild_id, gone.id)
    assert store.add(SCHEDULE).id > gone.id


def test_an_edition_is_claimed_once(store: ScheduleStore) -> None:
    """By whoever comes first; other times and other schedules are other editions."""
    one, two = store.add(SCHEDULE), store.add(SCHEDULE)
    assert store.claim(one.id, DUE)
    assert not store.claim(one.id, DUE)
    assert store.claim(one.id, DUE + DAY)
    assert store.claim(two.id, DUE)


def test_of_many_at_once_one_gets_the_claim(store: ScheduleStore) -> None:
    """Eight threads claim the same edition at the same time."""
    schedule = store.add(SCHEDULE)
    with ThreadPoolExecutor(8) as threads:
        claims = list(threads.map(lambda _: store.claim(schedule.id, DUE), range(8)))
    assert sorted(claims) == [False] * 7 + [True]


def test_a_removed_schedule_takes_its_deliveries_along(store: ScheduleStore) -> None:
    """Nothing of it can be claimed or settled any more, and that is no error."""
    schedule = store.add(SCHEDULE)
    store.claim(schedule.id, DUE)
    store.remove(schedule.guild_id, schedule.id)
    assert store.deliveries(DUE) == []
    assert not store.claim(schedule.id, DUE + DAY)
    store.settle(Delivery(schedule.id, DUE, DeliveryState.POSTED, 5), ["a"])
    assert store.deliveries(DUE) == []


@pytest.mark.parametrize(
    "delivery",
    [
        Delivery(1, DUE, DeliveryState.POSTED, message_id=1_400_000_000_000_000_009),
        Delivery(1, DUE, DeliveryState.MISSED, detail="Too late."),
        Delivery(1, DUE, DeliveryState.FAILED, detail="The channel is gone."),
    ],
)
def test_an_edition_is_settled(store: ScheduleStore, delivery: Delivery) -> None:
    """A claimed edition becomes what came of it."""
    schedule = store.add(SCHEDULE)
    store.claim(schedule.id, DUE)
    assert store.deliveries(DUE) == [Delivery(schedule.id, DUE, DeliveryState.CLAIMED)]
    store.settle(replace(delivery, schedule_id=schedule.id))
    assert store.deliveries(DUE) == [replace(delivery, schedule_id=schedule.id)]


def test_deliveries_are_those_since_a_moment_and_the_open_ones(store: ScheduleStore) -> None:
    """The moment itself counts; an older edition is told of only while it is claimed."""
    schedule = store.add(SCHEDULE)
    for days in range(4):
        store.claim(schedule.id, DUE - days * DAY)
    for days in (0, 1, 2):
        store.settle(Delivery(schedule.id, DUE - days * DAY, DeliveryState.POSTED, days))
    told = [(delivery.due_at, delivery.state) for delivery in store.deliveries(DUE - DAY)]
    assert told == [
        (DUE - 3 * DAY, DeliveryState.CLAIMED),
        (DUE - DAY, DeliveryState.POSTED),
        (DUE, DeliveryState.POSTED),
    ]


def test_what_editions_cited_comes_back_oldest_first(store: ScheduleStore) -> None:
    """Of the last posted ones of this schedule only."""
    schedule, other = store.add(SCHEDULE), store.add(SCHEDULE)
    for days, references in enumerate((["a.1", "b.2"], ["c.3"], ["d.4"])):
        store.claim(schedule.id, DUE + days * DAY)
        store.settle(Delivery(schedule.id, DUE + days * DAY, DeliveryState.POSTED, days), references)
    store.claim(other.id, DUE)
    store.settle(Delivery(other.id, DUE, DeliveryState.POSTED, 9), ["x.9"])
    store.claim(schedule.id, DUE + 5 * DAY)
    assert store.cited(schedule.id, 10) == ["a.1", "b.2", "c.3", "d.4"]
    assert store.cited(schedule.id, 2) == ["c.3", "d.4"]
    assert store.cited(99, 2) == []


def test_hostile_texts_are_data(store: ScheduleStore) -> None:
    """Quotes and statements of SQL are kept as they are."""
    schedule = store.add(replace(SCHEDULE, theme="x'); DROP TABLE schedules; --"))
    assert store.schedules() == [schedule]

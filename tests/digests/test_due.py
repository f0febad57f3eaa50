"""What is due, decided on literals."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from bot.digests.due import Edition, due, next_due
from bot.digests.models import WEEKDAYS, Delivery, DeliveryState, Schedule

ALMATY = Schedule(
    id=7,
    guild_id=1,
    channel_id=2,
    theme="water",
    time=dt.time(8, 0),
    timezone="Asia/Almaty",
    days=WEEKDAYS,
    created_by=3,
    created_at=dt.datetime(2026, 3, 1, tzinfo=dt.UTC),
)
MONDAY = dt.datetime(2026, 3, 9, 3, 0, tzinfo=dt.UTC)
"""Monday, 08:00 in Almaty (UTC+5)."""
DAY = dt.timedelta(days=1)
MINUTE = dt.timedelta(minutes=1)
SECOND = dt.timedelta(seconds=1)


def utc(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


def at(schedule: Schedule, text: str) -> list[str]:
    """The next few times of a schedule after a moment, as UTC texts."""
    times: list[dt.datetime] = []
    for _ in range(3):
        times.append(next_due(schedule, times[-1] if times else utc(text)))
    return [f"{time:%a %m-%d %H:%M}" for time in times]


def settled(*days_before: int, state: DeliveryState = DeliveryState.POSTED) -> list[Delivery]:
    return [Delivery(7, MONDAY - days * DAY, state) for days in days_before]


def test_an_edition_is_due_at_its_time_and_not_before() -> None:
    """A second before, nothing is; at the very moment, the edition is, on time and never claimed before."""
    schedule = replace(ALMATY, created_at=MONDAY - DAY)
    assert due(MONDAY - SECOND, [schedule], []).post == ()
    assert due(MONDAY, [schedule], []).post == (Edition(schedule, MONDAY, resumed=False, late=False),)


def test_the_edition_of_the_hour_it_was_made_in_is_left_out() -> None:
    """Nothing is due at or before the moment a schedule was made, and `next_due` agrees."""
    schedule = replace(ALMATY, created_at=MONDAY)
    assert due(MONDAY, [schedule], []) == due(MONDAY - DAY, [], [])
    assert next_due(schedule, MONDAY) == MONDAY + DAY
    assert next_due(schedule, MONDAY - 3 * DAY) == MONDAY + DAY


@pytest.mark.parametrize("state", [DeliveryState.POSTED, DeliveryState.MISSED, DeliveryState.FAILED])
def test_what_is_settled_is_done(state: DeliveryState) -> None:
    """Posted, missed or refused: the edition is not due again."""
    schedule = replace(ALMATY, created_at=MONDAY - DAY)
    plan = due(MONDAY + MINUTE, [schedule], settled(0, state=state))
    assert (plan.post, plan.miss) == ((), ())


def test_a_claimed_edition_is_taken_up_again() -> None:
    """An interrupted post is posted, known as one that may stand in the channel already."""
    schedule = replace(ALMATY, created_at=MONDAY - DAY)
    plan = due(MONDAY + MINUTE, [schedule], settled(0, state=DeliveryState.CLAIMED))
    assert plan.post == (Edition(schedule, MONDAY, resumed=True, late=False),)


def test_after_an_absence_the_latest_is_posted_late_and_the_others_are_missed() -> None:
    """Three days away: Monday's edition comes two hours late, Saturday's and Sunday's are given up."""
    schedule = replace(ALMATY, created_at=MONDAY - 3 * DAY)
    plan = due(MONDAY + dt.timedelta(hours=2), [schedule], [])
    assert [(edition.due_at, edition.late) for edition in plan.post] == [(MONDAY, True)]
    assert [edition.due_at for edition in plan.miss] == [MONDAY - 2 * DAY, MONDAY - DAY]


def test_too_late_is_missed() -> None:
    """Twelve hours late is still posted; a second more is missed, also if it was claimed."""
    schedule = replace(ALMATY, created_at=MONDAY - DAY)
    limit = MONDAY + dt.timedelta(hours=12)
    assert due(limit, [schedule], []).post
    assert due(limit + SECOND, [schedule], []).post == ()
    claimed = due(limit + SECOND, [schedule], settled(0, state=DeliveryState.CLAIMED))
    assert claimed.miss == (Edition(schedule, MONDAY, resumed=True, late=True),)


def test_a_claimed_edition_that_a_later_one_overtook_is_missed() -> None:
    """However much later the limit is, one schedule posts one edition at a time: the latest."""
    schedule = replace(ALMATY, created_at=MONDAY - 2 * DAY)
    deliveries = settled(1, state=DeliveryState.CLAIMED)
    plan = due(MONDAY, [schedule], deliveries, late_limit=3 * DAY)
    assert [edition.due_at for edition in plan.post] == [MONDAY]
    assert plan.miss == (Edition(schedule, MONDAY - DAY, resumed=True, late=True),)
    posted = [*deliveries, *settled(0)]
    assert [edition.resumed for edition in due(MONDAY, [schedule], posted, late_limit=3 * DAY).miss] == [True]


def test_a_claim_left_from_long_ago_is_settled_too() -> None:
    """A month away: the claimed edition is missed with those of the last days, and the backlog is bounded."""
    schedule = replace(ALMATY, created_at=MONDAY - 90 * DAY)
    plan = due(MONDAY, [schedule], settled(30, state=DeliveryState.CLAIMED))
    assert plan.miss[0] == Edition(schedule, MONDAY - 30 * DAY, resumed=True, late=True)
    assert len(plan.miss) == 8


def test_deliveries_of_one_schedule_say_nothing_of_another() -> None:
    """Two schedules at the same time are both posted, the longest due first."""
    other = replace(ALMATY, id=8, time=dt.time(7, 50), created_at=MONDAY - DAY)
    first = replace(ALMATY, created_at=MONDAY - DAY)
    plan = due(MONDAY, [first, other], settled(0))
    assert [edition.schedule.id for edition in plan.post] == [8]
    assert [edition.schedule.id for edition in due(MONDAY, [first, other], []).post] == [8, 7]


def test_only_the_days_asked_for() -> None:
    """Mondays and Thursdays by the clocks of the place: 01:00 in Almaty is still the evening before in UTC."""
    schedule = replace(ALMATY, time=dt.time(1, 0), days=("mon", "thu"))
    assert at(schedule, "2026-03-06 12:00") == ["Sun 03-08 20:00", "Wed 03-11 20:00", "Sun 03-15 20:00"]


def test_the_wall_clock_keeps_its_time_over_the_change_to_summer_time() -> None:
    """08:00 in Berlin is 07:00 UTC in winter and 06:00 UTC in summer."""
    schedule = replace(ALMATY, timezone="Europe/Berlin")
    assert at(schedule, "2026-03-27 12:00") == ["Sat 03-28 07:00", "Sun 03-29 06:00", "Mon 03-30 06:00"]


def test_a_time_that_the_clocks_skip_is_due_when_they_jump() -> None:
    """02:30 does not exist in New York on 8 March 2026: it is due once, at 03:00 summer time (07:00 UTC)."""
    schedule = replace(ALMATY, timezone="America/New_York", time=dt.time(2, 30))
    assert at(schedule, "2026-03-07 00:00") == ["Sat 03-07 07:30", "Sun 03-08 07:00", "Mon 03-09 06:30"]
    plan = due(utc("2026-03-08 07:30"), [replace(schedule, created_at=utc("2026-03-08 00:00"))], [])
    assert [edition.due_at for edition in plan.post] == [utc("2026-03-08 07:00")]


def test_a_time_that_comes_twice_is_due_the_first_time() -> None:
    """01:30 comes twice in New York on 1 November 2026: due at 05:30 UTC, and not again at 06:30."""
    schedule = replace(ALMATY, timezone="America/New_York", time=dt.time(1, 30))
    assert at(schedule, "2026-10-31 12:00") == ["Sun 11-01 05:30", "Mon 11-02 06:30", "Tue 11-03 06:30"]


def test_a_jump_of_half_an_hour() -> None:
    """Lord Howe's clocks jump from 02:00 to 02:30: 02:15 is due at the jump, 15:30 UTC."""
    schedule = replace(ALMATY, timezone="Australia/Lord_Howe", time=dt.time(2, 15))
    assert next_due(schedule, utc("2026-10-03 12:00")) == utc("2026-10-03 15:30")


def test_a_day_that_a_place_skipped_is_due_once() -> None:
    """Samoa had no 30 December 2011: its two midnights are one moment, posted once and due once."""
    schedule = replace(
        ALMATY, timezone="Pacific/Apia", time=dt.time(0, 0), created_at=utc("2011-12-30 00:00")
    )
    moment = utc("2011-12-30 10:00")
    assert [edition.due_at for edition in due(moment, [schedule], []).post] == [moment]
    assert next_due(schedule, moment) == utc("2011-12-31 10:00")


def test_an_edition_is_marked_by_its_schedule_and_time() -> None:
    """The key is what the posted message carries; the nonce fits into Discord's 25 characters for long."""
    edition = Edition(replace(ALMATY, id=99_999_999_999_999), MONDAY, resumed=False, late=False)
    assert edition.key == "digest:99999999999999:1773025200"
    assert len(edition.nonce) == 25

"""Wakes the publisher: at each schedule's time, at once when the bot is back, and every few minutes for retries.

The scheduler's jobs live in memory and are made from the schedules that are kept: they only say *look now*.
What is due is decided from the rows (bot.digests.due), so a job that fires late, early or not at all loses
nothing but minutes.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import Awaitable, Callable

# APScheduler 3 carries no types.
from apscheduler.schedulers.asyncio import AsyncIOScheduler  # type: ignore[import-untyped]
from apscheduler.triggers.base import BaseTrigger  # type: ignore[import-untyped]

from bot.digests.due import next_due
from bot.digests.models import Schedule
from bot.digests.ports import ScheduleStore
from bot.errors import BriefbotError

log = logging.getLogger(__name__)

RETRY_MINUTES = 5
RETRY = "retry"
"""The id of the job that looks every few minutes."""


class Timer:
    """Calls a publisher when something may be due; never twice at the same time.

    Every method belongs to the event loop that `start` was called in.
    """

    def __init__(self, store: ScheduleStore, clock: Callable[[], dt.datetime]) -> None:
        self._store = store
        self._clock = clock
        self._scheduler = AsyncIOScheduler(
            timezone=dt.UTC,
            # The default grace is one second, after which a job is dropped; ours only looks, so late is fine.
            job_defaults={"misfire_grace_time": None, "coalesce": True},
        )
        self._refreshing = asyncio.Lock()
        self._look = asyncio.Event()
        self._stopping = False
        self._worker: asyncio.Task[None] | None = None

    async def start(self, publish: Callable[[dt.datetime], Awaitable[None]]) -> None:
        """Begin, with a look at what came due while the bot was away; call it when Discord can be posted to."""
        self._scheduler.start()
        self._scheduler.add_job(self.wake, "interval", minutes=RETRY_MINUTES, id=RETRY, replace_existing=True)
        self._worker = asyncio.create_task(self._work(publish), name="briefbot-timer")
        await self.refresh()
        await self.wake()

    async def wake(self) -> None:
        """Have the publisher look now; a look that is under way is followed by one more."""
        self._look.set()

    async def refresh(self) -> None:
        """Take up the schedules that were added, and let go of those that were removed."""
        async with self._refreshing:
            schedules = {str(one.id): one for one in await asyncio.to_thread(self._store.schedules)}
            known = {job.id for job in self._scheduler.get_jobs()} - {RETRY}
            for job in known - schedules.keys():
                self._scheduler.remove_job(job)
            # A schedule never changes, so a job that stands is right; made anew at its very minute it would skip it.
            for job in schedules.keys() - known:
                self._scheduler.add_job(self.wake, _At(schedules[job]), id=job, replace_existing=True)

    def times(self) -> dict[int, dt.datetime]:
        """When each schedule is next looked at, by its id: aware, in UTC."""
        jobs = [job for job in self._scheduler.get_jobs() if job.id != RETRY]
        return {int(job.id): job.next_run_time for job in jobs}

    async def stop(self) -> None:
        """End; a publish under way is waited for, and cut off where this call is cancelled."""
        if self._worker is None:
            return
        worker, self._worker = self._worker, None
        # Ends the jobs, which only wake; the scheduler would cancel a publish that ran as its job.
        self._scheduler.shutdown(wait=False)
        self._stopping = True
        self._look.set()
        try:
            await asyncio.wait({worker})
        finally:
            if worker.cancel():
                log.warning("A digest was still being posted: it is taken up again at the next start.")
                await asyncio.wait({worker})

    async def _work(self, publish: Callable[[dt.datetime], Awaitable[None]]) -> None:
        while True:
            await self._look.wait()
            if self._stopping:
                return
            self._look.clear()
            try:
                await publish(self._clock())
            except BriefbotError as error:
                log.error("Digests could not be looked after, and will be again in minutes: %s", error)
            except Exception:
                log.exception("Digests could not be looked after, for a fault that is a bug")


class _At(BaseTrigger):  # type: ignore[misc]  # its base carries no types
    """Fires at a schedule's due times, by the same rule that decides what is due."""

    def __init__(self, schedule: Schedule) -> None:
        self._schedule = schedule

    def get_next_fire_time(self, previous_fire_time: dt.datetime | None, now: dt.datetime) -> dt.datetime:
        """The first due time after the previous one, or after `now`."""
        return next_due(self._schedule, previous_fire_time or now)

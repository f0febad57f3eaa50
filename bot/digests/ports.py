"""What digests need from the outside: a place to keep schedules, and a way to post."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Protocol

from bot.digests.due import Edition
from bot.digests.edition import Digest
from bot.digests.models import Delivery, Schedule
from bot.errors import DiscordError


class ScheduleStore(Protocol):
    """Keeps schedules and what became of their editions.

    Every call is one transaction, safe from any thread, and raises StorageError where the store cannot be
    read or written. Moments are aware, to the second; they come back in UTC.
    """

    def add(self, schedule: Schedule) -> Schedule:
        """Keep a new schedule; returns it with the id given to it (the id that came in says nothing)."""

    def remove(self, guild_id: int, schedule_id: int) -> Schedule | None:
        """Forget a schedule of this guild, and its deliveries; None where the guild has none with this id."""

    def schedules(self, guild_id: int | None = None) -> list[Schedule]:
        """The schedules of a guild, or all of them, oldest first."""

    def claim(self, schedule_id: int, due_at: dt.datetime) -> bool:
        """Take an edition for posting; False where it was taken before, or the schedule is gone."""

    def settle(self, delivery: Delivery, cited: Iterable[str] = ()) -> None:
        """Record what became of a claimed edition, and what it cited (see `compose`)."""

    def deliveries(self, since: dt.datetime) -> list[Delivery]:
        """The editions due at `since` or later, and every one still claimed; by due time."""

    def cited(self, schedule_id: int, editions: int) -> list[str]:
        """What the last so many posted editions of a schedule cited, oldest first."""


class PostRefusedError(DiscordError):
    """The edition will never be accepted as it is: the channel is gone, or the bot may not write in it."""


class Poster(Protocol):
    """Puts editions into channels.

    Both methods raise PostRefusedError where trying again is useless, and DiscordError where it is not.
    """

    async def post(self, edition: Edition, digest: Digest) -> int:
        """Post an edition and return its message id; repeated within a few minutes, the same message's id."""

    async def find(self, edition: Edition) -> int | None:
        """The message id of the edition if it already stands in its channel."""

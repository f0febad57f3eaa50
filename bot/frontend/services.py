"""What the commands are given to work with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from bot.digests.ports import ScheduleStore
from bot.lookup.library import Library


class AskedTopics(Protocol):
    """How often a server's readers open each topic's brief; what is long ago counts less."""

    def count(self, guild_id: int, topic: str, now: dt.datetime) -> None:
        """Note that a topic, by its slug, was asked for."""

    def weights(self, guild_id: int, now: dt.datetime) -> Mapping[str, float]:
        """How much each topic is asked for, by its slug; those never asked for are not named."""


@dataclass(frozen=True, slots=True)
class Services:
    """The parts that a command may call on; made once, where the bot is put together."""

    library: Callable[[], Library]
    """The briefs in service now: ask anew in each command, since a rebuild swaps them."""
    store: ScheduleStore
    """Called off the event loop: `await asyncio.to_thread(services.store.schedules, guild_id)`."""
    asked: AskedTopics
    """Likewise off the event loop."""
    clock: Callable[[], dt.datetime]
    """The present moment, aware, in UTC: called once an interaction."""
    schedules_changed: Callable[[], Awaitable[None]]
    """Tells the timer that schedules were added or removed."""

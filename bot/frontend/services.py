"""What the commands are given to work with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.digests.ports import ScheduleStore
from bot.lookup.library import Library


@dataclass(frozen=True, slots=True)
class Services:
    """The parts that a command may call on; made once, where the bot is put together."""

    library: Callable[[], Library]
    """The briefs in service now: ask anew in each command, since a rebuild swaps them."""
    store: ScheduleStore
    """Called off the event loop: `await asyncio.to_thread(services.store.schedules, guild_id)`."""
    clock: Callable[[], dt.datetime]
    """The present moment, aware, in UTC: called once an interaction."""
    schedules_changed: Callable[[], Awaitable[None]]
    """Tells the timer that schedules were added or removed."""

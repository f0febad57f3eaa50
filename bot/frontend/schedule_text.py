"""Schedules in words, purely: for the list, for the choices of `/digest remove`, and when one is added."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from bot.digests.admission import GUILD_LIMIT
from bot.digests.due import next_due
from bot.digests.models import Delivery, DeliveryState, Schedule
from bot.digests.parsing import days_text
from bot.frontend.markup import neutral, plain
from bot.frontend.sheets import CHARACTERS, OPTION_TEXT, listed
from bot.frontend.wording import count
from bot.lookup.library import Library

HEADING = 200
"""Characters kept for the heading of the list and the line that says what is left out."""


def added(schedule: Schedule, library: Library, now: dt.datetime) -> str:
    """What is said when a schedule is added, with its first posting time."""
    return f"Scheduled: {_where(schedule, library)}, {_when(schedule)}.\nNext: {_next(schedule, now)}."


def removed(schedule: Schedule, library: Library) -> str:
    """What is said when a schedule is removed."""
    return f"Removed: {_where(schedule, library)}, {_when(schedule)}."


def schedule_list(
    schedules: Sequence[Schedule], deliveries: Iterable[Delivery], library: Library, now: dt.datetime
) -> str:
    """A guild's schedules, each with its next posting time and with what went wrong last, if anything did."""
    if not schedules:
        return "No digest is scheduled in this server. Add one with `/digest add`."
    last: Mapping[int, Delivery] = {delivery.schedule_id: delivery for delivery in deliveries}
    lines = [_line(schedule, last.get(schedule.id), library, now) for schedule in schedules]
    shown = listed(lines, CHARACTERS - HEADING, lambda left: f"… and {count(left, 'more digest')}")
    heading = f"**{count(len(schedules), 'scheduled digest')}** of at most {GUILD_LIMIT}"
    return "\n".join([heading, *shown])


def choice_label(schedule: Schedule, library: Library, channel: str | None) -> str:
    """A schedule as one line of a menu; `channel` is its channel's name, where that is known."""
    place = f"#{channel}" if channel else "a channel that is gone"
    return plain(f"{_theme(schedule, library)} in {place}, {_when(schedule)}", OPTION_TEXT)


def _line(schedule: Schedule, last: Delivery | None, library: Library, now: dt.datetime) -> str:
    line = f"- {_where(schedule, library)}, {_when(schedule)} · next {_next(schedule, now)}"
    if last is None or last.state is DeliveryState.POSTED:
        return line
    happened = "is still to be posted" if last.state is DeliveryState.CLAIMED else last.state.value
    detail = f": {neutral(last.detail, 120)}" if last.detail else ""
    return f"{line}\n  -# <t:{int(last.due_at.timestamp())}:f> {happened}{detail}"


def _where(schedule: Schedule, library: Library) -> str:
    return f"**{neutral(_theme(schedule, library), 80)}** in <#{schedule.channel_id}>"


def _when(schedule: Schedule) -> str:
    return f"{days_text(schedule.days)} at {schedule.time:%H:%M} ({schedule.timezone})"


def _next(schedule: Schedule, now: dt.datetime) -> str:
    return f"<t:{int(next_due(schedule, now).timestamp())}:F>"


def _theme(schedule: Schedule, library: Library) -> str:
    """The theme's name; its slug, where the briefs in service no longer have it."""
    return next((theme.name for theme in library.themes() if theme.slug == schedule.theme), schedule.theme)

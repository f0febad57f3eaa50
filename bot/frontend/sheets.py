"""Sheets: what fits into one Discord message.

Here, and only here, Discord's limits on a message are kept: 4,000 characters over all text displays, 40 components
with the nested ones counted, 25 options in a select menu. A sheet is cut between lines, never inside one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

import discord
from discord import ui

T = TypeVar("T")

CHARACTERS = 4_000
"""Over all text displays of a message together."""
COMPONENTS = 40
"""In a message, nested ones counted."""
OPTIONS = 25
"""In a select menu."""
LABEL = 80
"""Characters on a button."""
OPTION_TEXT = 100
"""Characters in an option's label, value or description."""
LINK = 512
"""Characters of a link button's address."""

BRIEF = 0x2A7F9E
"""The colour along a brief's edge."""
DIGEST = 0xC98A2B
NOTICE = 0x8A8F98


class Answer(ui.LayoutView):
    """A message's components. Their presses are answered from their custom_id (see views), even after a restart."""

    def __init__(self) -> None:
        super().__init__(timeout=None)

    def is_finished(self) -> bool:
        """True: discord.py need not keep this message in memory to answer its controls."""
        return True


@dataclass(frozen=True, slots=True)
class Sheet:
    """The parts of one message, in order, before they become components.

    `texts` are text displays, None a dividing line; `options` are the citations to read; `rows` are further controls.
    """

    texts: Sequence[str | None]
    options: Sequence[discord.SelectOption] = ()
    rows: Sequence[Sequence[ui.Item[Any]]] = field(default=())

    @property
    def characters(self) -> int:
        return sum(len(text) for text in self.texts if text is not None)

    @property
    def components(self) -> int:
        menu = 2 if self.options else 0
        return 1 + len(self.texts) + menu + sum(1 + len(row) for row in self.rows)

    @property
    def fits(self) -> bool:
        """Whether Discord takes it as one message."""
        return (
            self.characters <= CHARACTERS and self.components <= COMPONENTS and len(self.options) <= OPTIONS
        )

    def answer(self, colour: int, reading: str = "read") -> Answer:
        """The components; `reading` is the custom_id of the menu that reads a citation in its place."""
        items: list[ui.Item[Any]] = [
            ui.Separator() if text is None else ui.TextDisplay(text) for text in self.texts
        ]
        if self.options:
            menu: ui.Select[Any] = ui.Select(
                custom_id=reading,
                placeholder="Read a citation in its paragraph",
                options=list(self.options),
            )
            items.append(ui.ActionRow(menu))
        items += [ui.ActionRow(*row) for row in self.rows]
        return Answer().add_item(ui.Container(*items, accent_colour=colour))


def longest(items: Sequence[T], make: Callable[[Sequence[T]], Sheet], most: int) -> int:
    """How many of the first items, up to `most`, `make` puts on a sheet that fits; 0 where not even one does."""
    return next((n for n in range(min(len(items), most), 0, -1) if make(items[:n]).fits), 0)


def listed(lines: Sequence[str], budget: int, more: Callable[[int], str]) -> list[str]:
    """The first lines that take up to `budget` characters, line ends counted, and `more` where any are left."""
    shown: list[str] = []
    used = 0
    for line in lines:
        used += len(line) + 1
        if used > budget:
            return [*shown, more(len(lines) - len(shown))]
        shown.append(line)
    return shown

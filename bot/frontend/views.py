"""What happens when a button is pressed or a menu used: the custom_id says it all (see controls)."""

from __future__ import annotations

import re
from abc import abstractmethod
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.briefing.models import Brief
from bot.errors import RequestError
from bot.frontend import asking
from bot.frontend.controls import Listing, slug_of
from bot.frontend.failures import answer_failure
from bot.frontend.leafing import listing_layout
from bot.frontend.markup import neutral
from bot.frontend.passages import passage_layout
from bot.frontend.render import brief_layout, notice
from bot.frontend.sheets import Answer
from bot.lookup.library import Library

if TYPE_CHECKING:
    from bot.frontend.client import BriefbotClient

GONE = "That is no longer in the briefs: they were built anew since. `/brief` shows what there is now."


class Control(ui.DynamicItem[ui.Item[Any]], template=r"(?!)"):
    """A control of a posted message: parsed from its custom_id, answered from the briefs in service."""

    def __init__(self, item: ui.Item[Any], match: re.Match[str]) -> None:
        super().__init__(item)
        self.match = match

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Control:
        return cls(item, match)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        try:
            await self.press(interaction, interaction.client.services.library())
        except Exception as error:
            await answer_failure(interaction, error)

    @abstractmethod
    async def press(self, interaction: discord.Interaction[BriefbotClient], library: Library) -> None:
        """Answer the press."""

    def chosen(self) -> str:
        """The value chosen in a menu."""
        if not isinstance(self.item, ui.Select):
            raise TypeError(f"{self.custom_id} is not a menu")
        return str(self.item.values[0])


class Read(Control, template=r"read|digest:\d+:\d+"):
    """The menu that reads a citation in its paragraph, for the person who chose it alone."""

    async def press(self, interaction: discord.Interaction[BriefbotClient], library: Library) -> None:
        reference = self.chosen()
        reading = library.read(reference)
        if reading is None:
            raise RequestError(
                "That passage is no longer in the documents: they were changed since this was posted."
            )
        await interaction.response.send_message(view=passage_layout(reading, reference), ephemeral=True)


class Topics(Control, template=r"topics"):
    """The menu that posts a topic's brief into the channel."""

    async def press(self, interaction: discord.Interaction[BriefbotClient], library: Library) -> None:
        brief = _brief(library, self.chosen())
        await interaction.response.send_message(view=brief_layout(brief, library))
        await asking.count(interaction.client.services, interaction.guild_id, brief.slug)


class Pick(Control, template=r"pick:(?P<key>.+)"):
    """A button of the private “which one?”: closes the question and posts the brief into the channel."""

    async def press(self, interaction: discord.Interaction[BriefbotClient], library: Library) -> None:
        brief = _brief(library, self.match["key"])
        await interaction.response.edit_message(
            view=notice(f"Posted the brief on **{neutral(brief.title)}**.")
        )
        await interaction.followup.send(view=brief_layout(brief, library))
        await asking.count(interaction.client.services, interaction.guild_id, brief.slug)


class Leaf(Control, template=r"(?P<verb>open|turn):(?P<listing>[a-z]+):(?P<start>\d+):(?P<argument>.*)"):
    """A button that opens a list privately, or leafs through it in place."""

    async def press(self, interaction: discord.Interaction[BriefbotClient], library: Library) -> None:
        view = _page(
            library, Listing(self.match["listing"]), int(self.match["start"]), self.match["argument"]
        )
        if self.match["verb"] == "open":
            await interaction.response.send_message(view=view, ephemeral=True)
        else:
            await interaction.response.edit_message(view=view)


CONTROLS: tuple[type[Control], ...] = (Read, Topics, Pick, Leaf)


def _brief(library: Library, key: str) -> Brief:
    slug = slug_of(key, (topic.slug for topic in library.topics()))
    if slug is None:
        raise RequestError(GONE)
    return library.brief(slug)


def _page(library: Library, listing: Listing, start: int, argument: str) -> Answer:
    if listing is Listing.PASSAGE:
        reading = library.read(argument)
        view = passage_layout(reading, argument, start) if reading else None
    else:
        view = listing_layout(listing, argument, start, library)
    if view is None:
        raise RequestError(GONE)
    return view

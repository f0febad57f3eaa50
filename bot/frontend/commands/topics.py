"""`/topics`: what there are briefs on."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.errors import RequestError, clip, said_back
from bot.frontend.commands.places import everywhere
from bot.frontend.leafing import topics_layout
from bot.frontend.markup import plain
from bot.frontend.services import Services
from bot.frontend.sheets import OPTION_TEXT, OPTIONS

THEMES = 500
"""Characters of the themes' names in one sentence."""


def register(tree: app_commands.CommandTree[Any], services: Services) -> None:
    """Add `/topics`."""

    @tree.command(description="The topics that there are briefs on")
    @app_commands.describe(theme="Only the topics of this theme")
    @everywhere
    async def topics(
        interaction: discord.Interaction[Any], theme: app_commands.Range[str, 1, 100] | None = None
    ) -> None:
        library = services.library()
        theme = theme and theme.strip()
        wanted = library.theme(theme) if theme else None
        if theme and wanted is None:
            names = clip(", ".join(entry.name for entry in library.themes()), THEMES) or "none so far"
            raise RequestError(f"No theme is called “{said_back(theme)}”; the themes are: {names}.")
        view = topics_layout(library, wanted.slug if wanted else None)
        await interaction.response.send_message(view=view, ephemeral=True)

    @topics.autocomplete("theme")
    async def suggest(_: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        return [
            app_commands.Choice(name=plain(theme.name, OPTION_TEXT), value=plain(theme.name, OPTION_TEXT))
            for theme in services.library().suggest_themes(typed, OPTIONS)
        ]

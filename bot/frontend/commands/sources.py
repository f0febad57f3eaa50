"""`/sources`: the documents that everything is quoted from."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.frontend.commands.places import everywhere
from bot.frontend.leafing import sources_layout
from bot.frontend.services import Services


def register(tree: app_commands.CommandTree[Any], services: Services) -> None:
    """Add `/sources`."""

    @tree.command(description="The documents that the briefs quote")
    @everywhere
    async def sources(interaction: discord.Interaction[Any]) -> None:
        await interaction.response.send_message(view=sources_layout(services.library()), ephemeral=True)

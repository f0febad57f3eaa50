"""`/about`: what this bot is, and what its answers rest on."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.frontend.commands.places import everywhere
from bot.frontend.render import about_layout
from bot.frontend.services import Services


def register(tree: app_commands.CommandTree[Any], services: Services) -> None:
    """Add `/about`."""

    @tree.command(description="What this bot is, and what its answers rest on")
    @everywhere
    async def about(interaction: discord.Interaction[Any]) -> None:
        await interaction.response.send_message(view=about_layout(services.library()), ephemeral=True)

"""`/search`: passages that hold the words, where no topic is wanted."""

from __future__ import annotations

import asyncio
from typing import Any

import discord
from discord import app_commands

from bot.frontend.commands.places import everywhere
from bot.frontend.passages import hits_layout
from bot.frontend.services import Services


def register(tree: app_commands.CommandTree[Any], services: Services) -> None:
    """Add `/search`."""

    @tree.command(description="Passages of the documents that hold your words")
    @app_commands.describe(words="All of them must be in the passage, in any inflection")
    @everywhere
    async def search(interaction: discord.Interaction[Any], words: app_commands.Range[str, 1, 200]) -> None:
        library = services.library()
        hits = await asyncio.to_thread(library.search, words)
        await interaction.response.send_message(view=hits_layout(words, hits, library), ephemeral=True)

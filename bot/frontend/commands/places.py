"""Where commands are offered."""

from __future__ import annotations

from discord import app_commands

everywhere = app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
"""Marks a command that is offered in servers and in direct conversations with the bot."""

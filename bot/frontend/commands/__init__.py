"""The slash commands. Each module's `register` adds its own; one that fails to load stops the start."""

from __future__ import annotations

from bot.frontend.commands import about, brief, digest, search, sources, topics

MODULES = (brief, search, topics, sources, digest, about)
"""Every command module, named here or not part of the bot."""

"""Whether Discord takes the token: logs in and asks for the gateway, registers and posts nothing."""

from __future__ import annotations

import asyncio

import discord

from bot.frontend.client import discord_faults

PATIENCE = 15.0
"""Seconds that Discord is given to answer."""


async def probe(token: str) -> str:
    """A sentence on the bot that this token is for; DiscordError where Discord refuses it or cannot be reached."""
    client = discord.Client(intents=discord.Intents.none())
    with discord_faults():
        async with asyncio.timeout(PATIENCE), client:
            await client.login(token)
            _, gateway, starts = await client.http.get_bot_gateway()
    return (
        f"logged in as {client.user}; the gateway is {gateway}, {starts['remaining']} starts are left today."
    )

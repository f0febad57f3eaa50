"""`/digest`: what is posted where and when; for those who manage the server."""

from __future__ import annotations

import asyncio
from typing import Any

import discord
from discord import app_commands

from bot.digests.admission import admit
from bot.digests.compose import compose
from bot.digests.due import HORIZON
from bot.digests.models import Schedule
from bot.digests.parsing import (
    parse_days,
    parse_theme,
    parse_time,
    parse_timezone,
    suggest_days,
    suggest_timezones,
)
from bot.errors import RequestError
from bot.frontend import schedule_text
from bot.frontend.channels import ChannelOption, Picked, check_channel
from bot.frontend.markup import plain
from bot.frontend.render import digest_layout, notice
from bot.frontend.services import Services
from bot.frontend.sheets import OPTION_TEXT, OPTIONS

Choices = list[app_commands.Choice[str]]
Pick = app_commands.Transform[Picked, ChannelOption]


def register(tree: app_commands.CommandTree[Any], services: Services) -> None:
    """Add `/digest` to the tree."""
    tree.add_command(DigestCommands(services))


class DigestCommands(app_commands.Group):
    """The subcommands; every answer is private."""

    def __init__(self, services: Services) -> None:
        super().__init__(
            name="digest",
            description="Post digests on a theme, at the times you choose",
            guild_only=True,
            default_permissions=discord.Permissions(manage_guild=True),
        )
        self._services = services

    @app_commands.command(description="Post a digest regularly")
    @app_commands.describe(
        theme="What it is about",
        channel="Where it is posted",
        time="The time of day there, such as 08:00 or 8:30 pm",
        timezone="The place whose clocks count, such as Asia/Almaty",
        days="On which days: every day if left out",
    )
    async def add(
        self,
        interaction: discord.Interaction,
        theme: str,
        channel: Pick,
        time: str,
        timezone: str,
        days: str = "daily",
    ) -> None:
        """Schedule a digest and say when it is first posted."""
        now, library, store = self._services.clock(), self._services.library(), self._services.store
        guild_id, entry = _guild(interaction), parse_theme(theme, library)
        at, zone, on = parse_time(time), parse_timezone(timezone), parse_days(days)
        check_channel(interaction.guild, channel)
        wanted = Schedule(0, guild_id, channel.id, entry.slug, at, zone, on, interaction.user.id, now)
        admit(wanted, await asyncio.to_thread(store.schedules, guild_id))
        schedule = await asyncio.to_thread(store.add, wanted)
        await self._services.schedules_changed()
        await _say(interaction, schedule_text.added(schedule, library, now))

    @app_commands.command(name="list", description="See what is posted in this server, and when")
    async def show(self, interaction: discord.Interaction) -> None:
        """List the server's schedules."""
        now, store = self._services.clock(), self._services.store
        schedules = await asyncio.to_thread(store.schedules, _guild(interaction))
        deliveries = await asyncio.to_thread(store.deliveries, now - HORIZON)
        text = schedule_text.schedule_list(schedules, deliveries, self._services.library(), now)
        await _say(interaction, text)

    @app_commands.command(description="Stop posting a digest")
    @app_commands.describe(digest="Which one")
    async def remove(self, interaction: discord.Interaction, digest: str) -> None:
        """Forget one of the server's schedules."""
        number = int(digest) if digest.isdecimal() and len(digest) < 10 else 0
        schedule = await asyncio.to_thread(self._services.store.remove, _guild(interaction), number)
        if schedule is None:
            raise RequestError(
                "This server has no such digest: choose one from the list that appears as you type."
            )
        await self._services.schedules_changed()
        await _say(interaction, schedule_text.removed(schedule, self._services.library()))

    @app_commands.command(description="See what a digest would say now; only you see it")
    @app_commands.describe(theme="What it is about")
    async def preview(self, interaction: discord.Interaction, theme: str) -> None:
        """Show the digest that a new schedule would post."""
        library = self._services.library()
        digest = await asyncio.to_thread(compose, parse_theme(theme, library), library)
        view = digest_layout(digest, library, key=None, late_since=None)
        await interaction.response.send_message(view=view, ephemeral=True)

    @add.autocomplete("theme")
    @preview.autocomplete("theme")
    async def _themes(self, interaction: discord.Interaction, typed: str) -> Choices:
        themes = self._services.library().suggest_themes(typed)
        return [
            app_commands.Choice(name=plain(theme.name, OPTION_TEXT), value=theme.slug) for theme in themes
        ]

    @add.autocomplete("timezone")
    async def _timezones(self, interaction: discord.Interaction, typed: str) -> Choices:
        return [app_commands.Choice(name=zone, value=zone) for zone in suggest_timezones(typed)]

    @add.autocomplete("days")
    async def _days(self, interaction: discord.Interaction, typed: str) -> Choices:
        return [app_commands.Choice(name=days, value=days) for days in suggest_days(typed)]

    @remove.autocomplete("digest")
    async def _digests(self, interaction: discord.Interaction, typed: str) -> Choices:
        library, guild = self._services.library(), interaction.guild
        choices: Choices = []
        for schedule in await asyncio.to_thread(self._services.store.schedules, _guild(interaction)):
            channel = guild.get_channel_or_thread(schedule.channel_id) if guild else None
            label = schedule_text.choice_label(schedule, library, channel.name if channel else None)
            choices.append(app_commands.Choice(name=label, value=str(schedule.id)))
        return [choice for choice in choices if typed.casefold() in choice.name.casefold()][:OPTIONS]


def _guild(interaction: discord.Interaction) -> int:
    """The server's id; Discord offers these commands nowhere else."""
    if interaction.guild_id is None:
        raise RequestError("Digests are posted in servers: use this command in one.")
    return interaction.guild_id


async def _say(interaction: discord.Interaction, text: str) -> None:
    await interaction.response.send_message(view=notice(text), ephemeral=True)

"""`/brief`: what the documents say on a topic."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands

from bot.frontend import asking
from bot.frontend.commands.places import everywhere
from bot.frontend.controls import titles
from bot.frontend.markup import plain
from bot.frontend.render import brief_layout, question_layout, spoken_layout
from bot.frontend.services import Services
from bot.frontend.sheets import OPTION_TEXT, OPTIONS
from bot.frontend.wording import is_within, read_as
from bot.lookup.answers import Ambiguous, Answered, NotFound, Spoken, Suggestion
from bot.lookup.library import Library


def register(tree: app_commands.CommandTree[Any], services: Services) -> None:
    """Add `/brief`."""

    @tree.command(description="What the documents say on a topic, every sentence quoted")
    @app_commands.describe(topic="A place, an organisation, a subject: in any spelling or script")
    @everywhere
    async def brief(interaction: discord.Interaction[Any], topic: app_commands.Range[str, 1, 200]) -> None:
        library = services.library()
        match await asyncio.to_thread(ask, library, topic):
            case Answered(brief=found) as answer:
                view = brief_layout(found, library, read_as(answer))
                await interaction.response.send_message(view=view)
                await asking.count(services, interaction.guild_id, found.slug)
            case Spoken() as passages:
                await interaction.response.send_message(view=spoken_layout(passages, library), ephemeral=True)
            case Ambiguous() | NotFound() as open_question:
                view = question_layout(open_question, library)
                await interaction.response.send_message(view=view, ephemeral=True)

    @brief.autocomplete("topic")
    async def suggest(interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        asked = await asking.weights(services, interaction.guild_id)
        return choices(services.library(), typed, asked)


def choices(library: Library, typed: str, asked: Mapping[str, float]) -> list[app_commands.Choice[str]]:
    """What autocomplete offers: the name that matched and the topic's title; the title is what is sent.

    `asked` says how much each topic is asked for where it is offered.
    """
    known = titles(library)
    return [
        app_commands.Choice(
            name=plain(label(match, known[match.slug]), OPTION_TEXT), value=_value(known[match.slug])
        )
        for match in library.suggest(typed, OPTIONS, asked)
    ]


def ask(library: Library, query: str) -> Answered | Ambiguous | Spoken | NotFound:
    """The answer to a query; a choice of autocomplete's means its own topic, whatever else has a like name."""
    for slug, title in titles(library).items():
        if query == _value(title):
            return Answered(query, Suggestion(slug, title, 100.0), library.brief(slug))
    return library.ask(query)


def label(match: Suggestion, title: str) -> str:
    """The name that matched before the title, or the title alone: where the name tells nothing, or there is no room."""
    both = f"{match.name} · {title}"
    return title if is_within(match.name, title) or len(both) > OPTION_TEXT else both


def _value(title: str) -> str:
    return plain(title, OPTION_TEXT)

"""The one place that answers when a command or a control fails."""

from __future__ import annotations

import logging
import secrets
from typing import Any

import discord

from bot.errors import BriefbotError, BriefsError, StorageError
from bot.frontend.markup import neutral
from bot.frontend.render import notice

log = logging.getLogger(__name__)

LONGEST = 1_000
"""Characters of a sentence that is answered."""


async def private(interaction: discord.Interaction[Any], text: str) -> None:
    """Say `text` (Markdown of our own) to the person alone, as the first answer or after one."""
    if interaction.response.is_done():
        await interaction.followup.send(view=notice(text), ephemeral=True)
    else:
        await interaction.response.send_message(view=notice(text), ephemeral=True)


async def answer_failure(interaction: discord.Interaction[Any], error: Exception) -> None:
    """One private sentence for the person; the log keeps what the operator needs to mend it."""
    try:
        await private(interaction, _sentence(error))
    except discord.HTTPException as refusal:
        # The person is gone, or three seconds are over: there is no one to tell any more.
        log.warning("A failure could not be answered: %s", refusal)


def _sentence(error: Exception) -> str:
    match error:
        case BriefsError() | StorageError():
            # Theirs to read is that it is not their doing; paths and addresses are the operator's to read.
            log.error("%s", error)
            return "That does not work right now. The bot’s log says why; please try again later."
        case BriefbotError():
            return neutral(str(error), LONGEST)
        case _:
            reference = secrets.token_hex(4)
            log.error("Failure %s", reference, exc_info=error)
            return f"Something went wrong here. If it happens again, give the bot’s operator this reference: `{reference}`"

"""Editions as messages in Discord's channels: posted, and found again by the mark that they carry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import aiohttp
import discord

from bot.digests.due import Edition
from bot.digests.edition import Digest
from bot.digests.ports import PostRefusedError
from bot.errors import DiscordError
from bot.frontend.render import digest_layout
from bot.lookup.library import Library

SKEW = dt.timedelta(minutes=1)
"""How far this machine's clock may be ahead of Discord's."""
LOOK_THROUGH = 1_000
"""Messages read in a channel, from the edition's time on, in search of it."""
REFUSALS = {
    10003: "The channel is gone.",
    50001: "The bot cannot see the channel.",
    50008: "Digests cannot be posted in a channel of this kind.",
    50013: "The bot may not write in the channel.",
    50083: "The thread is archived.",
    160005: "The thread is locked.",
}
"""Discord's error codes for what someone who manages the server can mend."""


class DiscordPoster:
    """A Poster that writes as the bot, in any channel or thread that it may write in."""

    def __init__(self, client: discord.Client, library: Callable[[], Library]) -> None:
        self._client = client
        self._library = library

    async def post(self, edition: Edition, digest: Digest) -> int:
        """Post an edition and return its message id; repeated within a few minutes, the same message's id."""
        view = digest_layout(
            digest,
            self._library(),
            key=edition.key,
            late_since=edition.due_at if edition.late else None,
        )
        with _faults():
            message = await self._channel(edition).send(
                view=view, nonce=edition.nonce, allowed_mentions=discord.AllowedMentions.none()
            )
        return message.id

    async def find(self, edition: Edition) -> int | None:
        """The message id of the edition if it already stands in its channel."""
        after = edition.due_at - SKEW
        with _faults():
            async for message in self._channel(edition).history(limit=LOOK_THROUGH, after=after):
                own = self._client.user is not None and message.author.id == self._client.user.id
                if own and edition.key in _custom_ids(message.components):
                    return message.id
        return None

    def _channel(self, edition: Edition) -> discord.PartialMessageable:
        # Needs no cache: the gateway may be away while the REST side works.
        return self._client.get_partial_messageable(
            edition.schedule.channel_id, guild_id=edition.schedule.guild_id
        )


def _custom_ids(components: Iterable[object]) -> Iterator[str]:
    """The custom_ids of a message's components, nested ones too."""
    for component in components:
        if custom_id := getattr(component, "custom_id", None):
            yield custom_id
        yield from _custom_ids(getattr(component, "children", ()))


@contextmanager
def _faults() -> Iterator[None]:
    """Discord's faults as the Poster's: PostRefusedError for what stays refused, DiscordError for the rest."""
    try:
        yield
    except discord.HTTPException as error:
        # An answer without a code of Discord's comes from something before it, and a limit passes.
        if 400 <= error.status < 500 and error.status not in (401, 429) and error.code:
            sentence = REFUSALS.get(error.code, f"Discord refused it: {error.text} (code {error.code}).")
            raise PostRefusedError(sentence) from error
        raise DiscordError(
            f"Discord answered with status {error.status}: wait, it is tried again."
        ) from error
    except (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError) as error:
        raise DiscordError("Discord could not be reached: wait, it is tried again.") from error

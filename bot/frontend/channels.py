"""Whether digests can be posted in a channel: its kind, and the rights of the bot and of the one who asks."""

from __future__ import annotations

import discord
from discord import AppCommandOptionType, ChannelType, app_commands

from bot.errors import RequestError

Picked = app_commands.AppCommandChannel | app_commands.AppCommandThread
THREADS = [ChannelType.public_thread, ChannelType.private_thread, ChannelType.news_thread]


class ChannelOption(app_commands.Transformer):
    """A channel as it was picked, without need of a cache; forums can be picked, to be told that they cannot be."""

    @property
    def type(self) -> AppCommandOptionType:
        """A channel."""
        return AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[ChannelType]:
        """What Discord offers."""
        return [ChannelType.text, ChannelType.news, ChannelType.forum, *THREADS]

    async def transform(self, interaction: discord.Interaction, value: Picked, /) -> Picked:
        """The channel itself."""
        return value


def check_channel(guild: discord.Guild | None, channel: Picked) -> None:
    """RequestError where a digest could not be posted in the channel, or the one who asks may not write there."""
    where = f"#{channel.name}"
    if channel.type is ChannelType.forum:
        raise RequestError(
            f"{where} is a forum, where digests cannot be posted: choose a text channel or a thread."
        )
    if guild is None or guild.me is None:
        raise RequestError(
            "The bot itself is not in this server: invite it, with the scope “bot”, to post digests."
        )
    # A thread has the rights of the channel that it hangs on.
    thread = isinstance(channel, app_commands.AppCommandThread)
    holder = guild.get_channel(
        channel.parent_id if isinstance(channel, app_commands.AppCommandThread) else channel.id
    )
    hidden = channel.type is ChannelType.private_thread and guild.get_thread(channel.id) is None
    granted = discord.Permissions.none() if holder is None or hidden else holder.permissions_for(guild.me)
    if missing := _missing(granted, thread=thread):
        raise RequestError(f"The bot lacks {missing} in {where}: grant it there, or choose another channel.")
    if missing := _missing(channel.permissions, thread=thread):
        raise RequestError(f"You lack {missing} in {where} yourself: choose a channel that you may write in.")


def _missing(granted: discord.Permissions, *, thread: bool) -> str:
    """The permissions that posting needs and that are not granted, by the names Discord shows."""
    needed = {
        "View Channel": granted.view_channel,
        "Send Messages in Threads" if thread else "Send Messages": (
            granted.send_messages_in_threads if thread else granted.send_messages
        ),
        "Read Message History": granted.read_message_history,
    }
    names = [name for name, has in needed.items() if not has]
    return " and ".join(f"“{name}”" for name in names)

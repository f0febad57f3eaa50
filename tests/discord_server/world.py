"""The world a server starts with: one guild, its channels, an owner, an admin, a reader and the bot."""

from dataclasses import dataclass

from .guilds import ANNOUNCEMENT, DIRECT, FORUM, TEXT, Channel, Guild, Member, Role, User
from .permissions import EVERYONE, Permission
from .state import State

CHANNELS = {"general": TEXT, "briefings": TEXT, "announcements": ANNOUNCEMENT, "forum": FORUM}


@dataclass(frozen=True)
class World:
    """What was made, and the ids that have a part in everything."""

    bot: User
    owner: User
    application_id: int


def build(state: State, bot_name: str) -> World:
    """Make the people and the first guild."""
    owner = add_user(state, "owner")
    add_user(state, "admin")
    add_user(state, "reader")
    bot = add_user(state, bot_name, bot=True)
    world = World(bot, owner, bot.id)
    add_guild(state, world, "Library")
    return world


def add_user(state: State, name: str, *, bot: bool = False) -> User:
    """Make a person or a bot, who is in no guild yet."""
    user = User(state.new_id(), name, bot)
    state.users[user.id] = user
    return user


def add_guild(state: State, world: World, name: str) -> Guild:
    """Make a guild with the usual channels; everybody made so far is in it, "admin" with Manage Server."""
    guild = Guild(state.new_id(), name, world.owner.id)
    guild.roles[guild.id] = Role(guild.id, "@everyone", int(EVERYONE))
    managers = Role(state.new_id(), "managers", int(Permission.MANAGE_GUILD), 1)
    own = Role(state.new_id(), world.bot.username, int(EVERYONE), 2, managed=True)
    guild.roles |= {managers.id: managers, own.id: own}
    for user in state.users.values():
        roles = [own.id] if user is world.bot else [managers.id] if user.username == "admin" else []
        guild.members[user.id] = Member(user, roles)
    for channel_name, kind in CHANNELS.items():
        add_channel(state, guild, channel_name, kind)
    state.guilds[guild.id] = guild
    return guild


def add_channel(state: State, guild: Guild, name: str, kind: int = TEXT) -> Channel:
    """Make a channel in a guild."""
    channel = Channel(state.new_id(), kind, name, guild.id, position=len(guild.channels))
    guild.channels[channel.id] = channel
    return channel


def direct_channel(state: State, world: World, user: User) -> Channel:
    """The conversation of a user with the bot, made when it is first wanted."""
    for channel in state.direct.values():
        if user.id in channel.recipients:
            return channel
    channel = Channel(state.new_id(), DIRECT, "", None, recipients=[user.id, world.bot.id])
    state.direct[channel.id] = channel
    return channel

"""Who may do what where: Discord's permission bits and how roles and overwrites add up to them."""

from enum import IntFlag

from .guilds import Channel, Guild


class Permission(IntFlag):
    """The permissions that matter to a bot which posts, answers and publishes."""

    CREATE_INSTANT_INVITE = 1 << 0
    ADMINISTRATOR = 1 << 3
    MANAGE_CHANNELS = 1 << 4
    MANAGE_GUILD = 1 << 5
    ADD_REACTIONS = 1 << 6
    VIEW_CHANNEL = 1 << 10
    SEND_MESSAGES = 1 << 11
    MANAGE_MESSAGES = 1 << 13
    EMBED_LINKS = 1 << 14
    ATTACH_FILES = 1 << 15
    READ_MESSAGE_HISTORY = 1 << 16
    MENTION_EVERYONE = 1 << 17
    MANAGE_ROLES = 1 << 28
    USE_APPLICATION_COMMANDS = 1 << 31
    MANAGE_THREADS = 1 << 34
    CREATE_PUBLIC_THREADS = 1 << 35
    SEND_MESSAGES_IN_THREADS = 1 << 38
    USE_EXTERNAL_APPS = 1 << 50
    PIN_MESSAGES = 1 << 51


ALL = sum(Permission)
EVERYONE = (
    Permission.CREATE_INSTANT_INVITE
    | Permission.ADD_REACTIONS
    | Permission.VIEW_CHANNEL
    | Permission.SEND_MESSAGES
    | Permission.EMBED_LINKS
    | Permission.ATTACH_FILES
    | Permission.READ_MESSAGE_HISTORY
    | Permission.USE_APPLICATION_COMMANDS
    | Permission.CREATE_PUBLIC_THREADS
    | Permission.SEND_MESSAGES_IN_THREADS
    | Permission.USE_EXTERNAL_APPS
)
DIRECT = EVERYONE


def in_guild(guild: Guild, user_id: int) -> int:
    """What a member may do in the guild as a whole."""
    if user_id == guild.owner_id:
        return ALL
    member = guild.members.get(user_id)
    if member is None:
        return 0
    allowed = guild.roles[guild.id].permissions
    for role_id in member.roles:
        allowed |= guild.roles[role_id].permissions
    return ALL if allowed & Permission.ADMINISTRATOR else allowed


def in_channel(guild: Guild | None, channel: Channel, user_id: int) -> int:
    """What a user may do in a channel; a thread has the permissions of the channel it hangs on."""
    if guild is None:
        return int(DIRECT) if user_id in channel.recipients else 0
    allowed = in_guild(guild, user_id)
    member = guild.members.get(user_id)
    if member is None or allowed == ALL:
        return allowed
    home = guild.channels.get(channel.parent_id or 0, channel) if channel.is_thread else channel
    own = home.overwrites
    steps = [[guild.id], member.roles, [user_id]]
    for step in steps:
        deny = allow = 0
        for target in step:
            if target in own:
                deny |= own[target].deny
                allow |= own[target].allow
        allowed = allowed & ~deny | allow
    # Who cannot see a channel can do nothing in it, whatever else is allowed.
    return allowed if allowed & Permission.VIEW_CHANNEL else 0

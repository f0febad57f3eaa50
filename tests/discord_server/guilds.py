"""What a guild is made of: people, roles, channels and their permission overwrites."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

Body = dict[str, Any]

TEXT, DIRECT, ANNOUNCEMENT, ANNOUNCEMENT_THREAD, PUBLIC_THREAD, FORUM = 0, 1, 5, 10, 11, 15
THREADS = (ANNOUNCEMENT_THREAD, PUBLIC_THREAD, 12)


def iso(seconds: float) -> str:
    """A moment as Discord writes it."""
    return dt.datetime.fromtimestamp(seconds, dt.UTC).isoformat()


@dataclass
class User:
    """A person or a bot."""

    id: int
    username: str
    bot: bool = False
    locale: str = "en-US"

    def json(self) -> Body:
        return {
            "id": str(self.id),
            "username": self.username,
            "global_name": None if self.bot else self.username.capitalize(),
            "discriminator": "0000" if self.bot else "0",
            "avatar": None,
            "bot": self.bot,
            "public_flags": 0,
        }


@dataclass
class Role:
    """A role of a guild; the one whose id is the guild's is @everyone."""

    id: int
    name: str
    permissions: int = 0
    position: int = 0
    mentionable: bool = False
    managed: bool = False

    def json(self) -> Body:
        return {
            "id": str(self.id),
            "name": self.name,
            "permissions": str(self.permissions),
            "position": self.position,
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            "hoist": False,
            "managed": self.managed,
            "mentionable": self.mentionable,
            "flags": 0,
        }


@dataclass
class Overwrite:
    """What a role (type 0) or a member (type 1) is allowed and denied in one channel."""

    id: int
    type: int
    allow: int = 0
    deny: int = 0


@dataclass
class Channel:
    """A channel, a thread or a direct conversation."""

    id: int
    type: int
    name: str
    guild_id: int | None = None
    position: int = 0
    topic: str | None = None
    parent_id: int | None = None
    overwrites: dict[int, Overwrite] = field(default_factory=dict)
    recipients: list[int] = field(default_factory=list)
    owner_id: int | None = None
    created: float = 0.0
    archived: bool = False
    auto_archive: int = 1440
    applied_tags: list[int] = field(default_factory=list)
    tags: list[Body] = field(default_factory=list)
    tag_required: bool = False

    @property
    def is_thread(self) -> bool:
        return self.type in THREADS

    def json(self) -> Body:
        body: Body = {
            "id": str(self.id),
            "type": self.type,
            "name": self.name,
            "guild_id": str(self.guild_id),
            "parent_id": None if self.parent_id is None else str(self.parent_id),
            "last_message_id": None,
            "rate_limit_per_user": 0,
            "flags": 0,
        }
        if self.is_thread:
            return body | {
                "owner_id": str(self.owner_id),
                "message_count": 0,
                "member_count": 1,
                "applied_tags": [str(tag) for tag in self.applied_tags],
                "thread_metadata": {
                    "archived": self.archived,
                    "auto_archive_duration": self.auto_archive,
                    "archive_timestamp": iso(self.created),
                    "create_timestamp": iso(self.created),
                    "locked": False,
                },
            }
        body |= {
            "position": self.position,
            "topic": self.topic,
            "nsfw": False,
            "permission_overwrites": [
                {"id": str(o.id), "type": o.type, "allow": str(o.allow), "deny": str(o.deny)}
                for o in self.overwrites.values()
            ],
        }
        if self.type == FORUM:
            body |= {
                "flags": (1 << 4) if self.tag_required else 0,
                "available_tags": self.tags,
                "default_sort_order": None,
                "default_reaction_emoji": None,
                "default_forum_layout": 0,
            }
        return body


@dataclass
class Member:
    """A user in a guild."""

    user: User
    roles: list[int] = field(default_factory=list)

    def json(self) -> Body:
        return {
            "user": self.user.json(),
            "roles": [str(role) for role in self.roles],
            "nick": None,
            "avatar": None,
            "joined_at": "2020-01-01T00:00:00+00:00",
            "deaf": False,
            "mute": False,
            "pending": False,
            "flags": 0,
        }


@dataclass
class Guild:
    """A server of Discord, in its own word a guild."""

    id: int
    name: str
    owner_id: int
    locale: str = "en-US"
    roles: dict[int, Role] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)

    def json(self) -> Body:
        """What GET /guilds/{id} answers."""
        return {
            "id": str(self.id),
            "name": self.name,
            "owner_id": str(self.owner_id),
            "icon": None,
            "splash": None,
            "description": None,
            "features": ["COMMUNITY", "NEWS"],
            "emojis": [],
            "stickers": [],
            "roles": [role.json() for role in self.roles.values()],
            "preferred_locale": self.locale,
            "verification_level": 0,
            "default_message_notifications": 0,
            "explicit_content_filter": 0,
            "mfa_level": 0,
            "nsfw_level": 0,
            "premium_tier": 0,
            "afk_timeout": 300,
            "afk_channel_id": None,
            "system_channel_id": None,
            "system_channel_flags": 0,
        }

    def create_json(self, me: int, *, everybody: bool = False) -> Body:
        """What GUILD_CREATE tells a bot; of the members only itself, unless *everybody* is to be told."""
        channels = self.channels.values()
        return self.json() | {
            "unavailable": False,
            "large": False,
            "joined_at": "2020-01-01T00:00:00+00:00",
            "member_count": len(self.members),
            "members": [member.json() for key, member in self.members.items() if everybody or key == me],
            "channels": [channel.json() for channel in channels if not channel.is_thread],
            "threads": [channel.json() for channel in channels if channel.is_thread],
            "presences": [],
            "voice_states": [],
            "stage_instances": [],
            "guild_scheduled_events": [],
            "soundboard_sounds": [],
        }

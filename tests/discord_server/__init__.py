"""A local Discord: a REST API and a gateway that the unchanged discord.py connects to, and people to talk to it.

In a test:

    async with DiscordServer() as discord:
        with pointed_at(discord):
            ... start the bot with discord.token, or `async with running(discord, client)` ...
            await discord.registered("brief")
            reader = discord.user("reader", channel="general")
            choices = await reader.types("brief", topic="bal")
            answer = await reader.sends("brief", topic=choices[0].value)
            assert "Balkhash" in answer.seen.text
            answer = await reader.presses(answer, "Sources")

As a process, for a bot in a container or another process:

    python -m tests.discord_server --host 0.0.0.0 --port 8080

It prints the three settings of the bot. It is driven with JSON under /_control, as `control` describes:

    curl localhost:8080/_control/wait -d '{"commands": ["brief"]}'
    curl localhost:8080/_control/send -d '{"user": "reader", "command": "brief", "options": {"topic": "balkhash"}}'
    curl localhost:8080/_control/press -d '{"answer": "…", "button": "Sources"}'

With the environment variable DISCORD_OPENAPI, the path of Discord's OpenAPI description, every request body is checked
against it too; what it refuses is answered 400 and collected in `DiscordServer.violations`.

The parts: `server` holds everything; `gateway` is the WebSocket; `rest` and `rest_*` are the resources; `check_*` refuse
what Discord refuses; `openapi` is the second opinion; `state` and `guilds` are what is remembered; `troubles` stand in
the way; `driver` is what people do, `heard`, `seen` and `markdown` what they see; `control` is the same for another
process.
"""

from .driver import Reader
from .errors import DriverError
from .heard import Answer, ChannelView, Choice
from .markdown import Link
from .permissions import Permission
from .pointing import pointed_at, running
from .seen import Button, Modal, Seen, Select
from .server import TOKEN, DiscordServer

__all__ = [
    "TOKEN",
    "Answer",
    "Button",
    "ChannelView",
    "Choice",
    "DiscordServer",
    "DriverError",
    "Link",
    "Modal",
    "Permission",
    "Reader",
    "Seen",
    "Select",
    "pointed_at",
    "running",
]

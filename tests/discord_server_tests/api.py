"""Requests to the server without discord.py, to send what discord.py would not."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from tests.discord_server import DiscordServer

Body = dict[str, Any]


class Api:
    """A bot's bare HTTP client; `refusal` gives status, code and the fault codes by path."""

    def __init__(self, server: DiscordServer, session: aiohttp.ClientSession) -> None:
        self.server = server
        self._session = session
        self.general = server.channel("general").id
        self.messages = f"/channels/{self.general}/messages"
        self.commands = f"/applications/{server.application_id}/commands"

    async def send(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        """Status and JSON body of the answer."""
        headers = {"Authorization": f"Bot {self.server.token}"}
        async with self._session.request(
            method, self.server.api_url + path, json=body, headers=headers
        ) as response:
            return response.status, None if response.status == 204 else await response.json(content_type=None)

    async def ok(self, method: str, path: str, body: Any = None) -> Any:
        """The body of an answer that must be a success."""
        status, answer = await self.send(method, path, body)
        assert status < 300, answer
        return answer

    async def refusal(
        self, method: str, path: str, body: Any = None
    ) -> tuple[int, int, dict[str, list[str]]]:
        """Status, code and, by the path of the field, the codes of its faults."""
        status, answer = await self.send(method, path, body)
        assert status >= 400, answer
        return status, answer["code"], dict(_flat(answer.get("errors") or {}))


def _flat(errors: Body, path: str = "") -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for key, value in errors.items():
        if key == "_errors":
            found.append((path, [fault["code"] for fault in value]))
        else:
            found += _flat(value, f"{path}.{key}".lstrip("."))
    return found


@asynccontextmanager
async def calling(server: DiscordServer) -> AsyncIterator[Api]:
    """A bare client until the end of the block."""
    async with aiohttp.ClientSession() as session:
        yield Api(server, session)

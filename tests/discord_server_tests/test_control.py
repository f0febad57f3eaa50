"""The server as a process of its own, driven by another one over HTTP."""

import asyncio
import os
import sys
from pathlib import Path
from typing import Any

import aiohttp
import yarl

from tests.discord_server import DiscordServer

from .bot import Bot

Body = dict[str, Any]
ROOT = Path(__file__).resolve().parents[2]


async def test_the_driver_over_http(server: DiscordServer, bot: Bot) -> None:
    """Typing, sending, pressing, choosing, filling in and looking, as JSON."""
    async with aiohttp.ClientSession(server.api_url.removesuffix("api/v10")) as session:

        async def do(name: str, **body: Any) -> Any:
            async with session.post(f"/_control/{name}", json=body) as response:
                return (
                    await response.json() | {"status": response.status}
                    if name != "messages"
                    else await response.json()
                )

        await do("wait", commands=["brief"])
        typed = await do("type", command="brief", options={"topic": "bal"})
        assert typed["choices"] == [{"name": "Balkhash", "value": "Balkhash"}]
        answer = await do("send", command="brief", options={"topic": "Balkhash"})
        assert "page 1" in answer["message"]["text"]
        pressed = await do("press", user="admin", answer=answer["answer"], button="Next")
        assert "page 2" in pressed["message"]["text"]
        assert "page 2" in (await do("look", answer=answer["answer"]))["message"]["text"]
        again = await do("press", message=(await do("messages", channel="general"))[0]["id"])
        assert "page 2" in again["message"]["text"] or "page 3" in again["message"]["text"]
        doings = await do("send", command="doings")
        chosen = await do("choose", answer=doings["answer"], values=["Zaysan"])
        assert chosen["message"]["text"] == "chosen: Zaysan"
        asked = await do("press", answer=doings["answer"], button="Note")
        noted = await do("submit", answer=asked["answer"], fields={"note": "n"})
        assert noted["message"]["text"] == "noted: n"
        assert (await do("send", command="unknown"))["status"] == 409
        assert (await do("press"))["status"] == 400
        await do("gateway", do="reconnect")
        await server.until(lambda: server.gateway.resumed or None, "the bot resumes")
        await do("trouble", kind="rate_limit", route="POST *", retry_after=0.01)
        state = await do("state")
        assert (state["connected"], state["resumed"]) == (1, 1)
        assert "general" in state["channels"].values()


async def test_as_a_process() -> None:
    """It says where it listens, serves a bot of another process, and ends on SIGTERM with status 0."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.discord_server", "--port", "0", "--token", "made.up.token"),
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        lines = [(await process.stdout.readline()).decode().strip() for _ in range(3)]
        settings = dict(line.split("=", 1) for line in lines)
        assert settings["DISCORD_TOKEN"] == "made.up.token"
        base = yarl.URL(settings["BRIEFBOT_DISCORD_API"])
        headers = {"Authorization": "Bot made.up.token"}
        async with aiohttp.ClientSession(headers=headers) as session:
            async with session.get(base / "gateway/bot") as response:
                answer = await response.json(content_type=None)
            assert answer["url"] == settings["BRIEFBOT_DISCORD_GATEWAY"]
            async with session.get(base.with_path("/_control/state")) as response:
                assert (await response.json())["connected"] == 0
    finally:
        process.terminate()
        assert await process.wait() == 0

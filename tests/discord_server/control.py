"""Driving the server from another process: the driver's doings as JSON over HTTP, under /_control.

Every answer is JSON; a DriverError is answered 409 with {"error": …}. An answer of the bot is
{"answer": id, "error", "deferred", "updated", "ephemeral", "modal", "message", "followups"}, and its id is how a later
request presses or submits it; a message in a channel is named by its own id.
"""

import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from aiohttp import web

from .driver import Reader
from .errors import DriverError
from .heard import Answer
from .seen import Seen, see

if TYPE_CHECKING:
    from .server import DiscordServer

Body = dict[str, Any]
Doing = Callable[[Body], Awaitable[Any]]


def add_to(app: web.Application, server: "DiscordServer") -> None:
    """Add the control surface to the application."""
    control = Control(server)
    for name, doing in control.doings().items():
        app.router.add_route("*", f"/_control/{name}", _answering(doing))


def _answering(doing: Doing) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(http: web.Request) -> web.Response:
        raw = await http.text()
        try:
            body: Body = {**http.query, **(json.loads(raw) if raw else {})}
            return web.json_response(await doing(body))
        except DriverError as error:
            return web.json_response({"error": str(error)}, status=409)
        except (KeyError, TypeError, ValueError) as error:
            return web.json_response({"error": f"the request is not understood: {error!r}"}, status=400)

    return answer


class Control:
    """What another process can do; every doing takes one JSON object (or a query) and gives one back."""

    def __init__(self, server: "DiscordServer") -> None:
        self._server = server
        self._answers: dict[str, Answer] = {}

    def doings(self) -> dict[str, Doing]:
        return {
            "state": self.state,
            "messages": self.messages,
            "requests": self.requests,
            "wait": self.wait,
            "type": self.type,
            "send": self.send,
            "press": self.press,
            "choose": self.choose,
            "submit": self.submit,
            "look": self.look,
            "gateway": self.gateway,
            "trouble": self.trouble,
            "advance": self.advance,
        }

    async def state(self, body: Body) -> Body:
        """Sessions, commands, channels, people, violations."""
        server = self._server
        commands = [c for place in server.state.commands.values() for c in place.values()]
        return {
            "connected": len(server.gateway.connected),
            "sessions": [
                {"id": s.id, "shard": s.shard, "intents": s.intents, "connected": s.connection is not None}
                for s in server.gateway.sessions.values()
            ],
            "identified": server.gateway.identified,
            "resumed": server.gateway.resumed,
            "heartbeats": server.gateway.heartbeats,
            "commands": commands,
            "guilds": {str(g.id): g.name for g in server.state.guilds.values()},
            "channels": {str(c.id): c.name for c in server.state.all_channels()},
            "users": {str(u.id): u.username for u in server.state.users.values()},
            "violations": [str(violation) for violation in server.violations],
        }

    async def messages(self, body: Body) -> Any:
        """The messages of {"channel"}, oldest first."""
        return [seen.json() for seen in self._server.channel(body["channel"]).messages]

    async def requests(self, body: Body) -> Any:
        """Every REST request so far, without files and tokens."""
        return [
            {"method": r.method, "path": r.path, "body": r.body, "status": r.status, "at": r.at}
            for r in self._server.requests
        ]

    async def wait(self, body: Body) -> Body:
        """Wait until the bot is connected and {"commands": [names]} are registered, or a {"channel"} has a new message."""
        if "channel" in body:
            seen = await self._server.channel(body["channel"]).next_message(_seconds(body))
            return {"message": seen.json()}
        await self._server.connected()
        await self._server.registered(*body.get("commands", []))
        return {"connected": True}

    def _reader(self, body: Body) -> Reader:
        return self._server.user(
            body.get("user", "reader"),
            channel=body.get("channel", "general"),
            guild=body.get("guild"),
            locale=body.get("locale", "en-US"),
        )

    async def type(self, body: Body) -> Body:
        """Type {"command", "options", "focused"?} as {"user", "channel", "locale"?}; see the suggestions."""
        choices = await self._reader(body).types_options(
            body["command"], body.get("options", {}), body.get("focused")
        )
        return {"choices": [asdict(choice) for choice in choices]}

    async def send(self, body: Body) -> Body:
        """Send {"command", "options"} as {"user", "channel", "locale"?}."""
        return self._heard(await self._reader(body).sends_options(body["command"], body.get("options", {})))

    async def press(self, body: Body) -> Body:
        """Press {"button"} of {"answer"} or {"message"}."""
        return self._heard(await self._reader(body).presses(self._target(body), body.get("button", 0)))

    async def choose(self, body: Body) -> Body:
        """Choose {"values"} in {"select"} of {"answer"} or {"message"}."""
        chosen = await self._reader(body).chooses(
            self._target(body), *body["values"], select=body.get("select", 0)
        )
        return self._heard(chosen)

    async def submit(self, body: Body) -> Body:
        """Submit the modal of {"answer"} with {"fields"}."""
        answer = self._answers[body["answer"]]
        return self._heard(await self._reader(body).submits(answer, body.get("fields", {})))

    async def look(self, body: Body) -> Body:
        """Look again at {"answer"} or {"message"}."""
        target = self._target(body)
        seen = target.current() if isinstance(target, Answer) else target
        return {"message": None if seen is None else seen.json()}

    async def gateway(self, body: Body) -> Body:
        """Do one thing: {"do": "drop" | "reconnect" | "invalidate" | "hang" | "answer" | "refuse" | "accept"}."""
        gateway, wanted = self._server.gateway, body["do"]
        if wanted == "drop":
            gateway.drop()
        elif wanted == "reconnect":
            await gateway.ask_to_reconnect()
        elif wanted == "invalidate":
            await gateway.invalidate(resumable=bool(body.get("resumable")))
        elif wanted in ("hang", "answer"):
            gateway.acknowledging = wanted == "answer"
        elif wanted in ("refuse", "accept"):
            gateway.accepting = wanted == "accept"
        else:
            raise ValueError(wanted)
        return {"done": wanted}

    async def trouble(self, body: Body) -> Body:
        """Put {"kind": "rate_limit" | "fail" | "drop"} in the way of {"route"}, with that trouble's own settings."""
        kinds = {name: getattr(self._server.troubles, name) for name in ("rate_limit", "fail", "drop")}
        settings = {key: value for key, value in body.items() if key not in ("kind", "route")}
        kinds[body["kind"]](body["route"], **settings)
        return {"done": body["kind"]}

    async def advance(self, body: Body) -> Body:
        """Move the server's clock by {"seconds"}."""
        self._server.clock.advance(float(body["seconds"]))
        return {"now": self._server.clock.now()}

    def _target(self, body: Body) -> Answer | Seen:
        if "answer" in body:
            return self._answers[body["answer"]]
        message = self._server.state.messages[int(body["message"])]
        return see(self._server.state, message)

    def _heard(self, answer: Answer) -> Body:
        key = str(answer.interaction.id)
        self._answers[key] = answer
        return {
            "answer": key,
            "error": answer.error,
            "deferred": answer.deferred,
            "updated": answer.updated,
            "ephemeral": answer.ephemeral,
            "modal": None if answer.modal is None else asdict(answer.modal),
            "message": None if answer.message is None else answer.message.json(),
            "followups": [seen.json() for seen in answer.followups],
        }


def _seconds(body: Body) -> float | None:
    return float(body["timeout"]) if "timeout" in body else None

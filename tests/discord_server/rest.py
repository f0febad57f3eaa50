"""The REST side: what every request goes through before and after the handler of its resource."""

import json
import zlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import BodyPartReader, MultipartReader, web

from .guilds import Channel
from .permissions import Permission, in_channel
from .refusals import Body, Faults, RefusalError, missing_access, missing_permissions, unauthorized, unknown

if TYPE_CHECKING:
    from .server import DiscordServer

PREFIX = "/api/v10"
LIMIT = 50  # what the rate-limit headers grant; real limits differ by route and day


@dataclass
class Request:
    """One request a bot made, as the log keeps it. The token is not kept."""

    method: str
    path: str
    template: str
    query: dict[str, str]
    body: Any
    headers: dict[str, str]
    files: dict[str, bytes]
    at: float
    status: int | None = None
    answer: Any = None


@dataclass
class Call:
    """A request on its way through a handler."""

    server: "DiscordServer"
    request: Request
    ids: dict[str, str]
    described: Faults = field(default_factory=Faults)

    @property
    def body(self) -> Any:
        return self.request.body

    @property
    def form(self) -> Body:
        """The body as an object; refused if it is none."""
        if not isinstance(self.body, dict):
            raise RefusalError(400, 50109, "The request body contains invalid JSON.")
        return self.body

    def id(self, name: str) -> int:
        """An id from the path."""
        text = self.ids[name]
        if not text.isdigit():
            faults = Faults()
            faults.at(name).add("NUMBER_TYPE_COERCE", f'Value "{text}" is not snowflake.')
            faults.refuse()
        return int(text)

    def refuse_if(self, faults: Faults) -> None:
        """Refuse the request for its own faults, or else for what the description of the API finds."""
        faults.refuse()
        self.described.refuse()

    def channel(self, *needs: Permission, name: str = "channel_id") -> Channel:
        """The channel of the path, if the bot sees it and has there what it *needs*."""
        server = self.server
        channel = server.state.channel(self.id(name))
        if channel is None:
            raise unknown("Channel", 10003)
        has = in_channel(server.state.guild_of(channel), channel, server.bot.id)
        if not has & Permission.VIEW_CHANNEL:
            raise missing_access()
        if any(not has & need for need in needs):
            raise missing_permissions()
        return channel


Handler = Callable[[Call], Awaitable[Any]]


@dataclass(frozen=True)
class Route:
    """A method and a path template with what handles it; some need no bot's token."""

    method: str
    template: str
    handler: Handler
    open: bool = False


class Rest:
    """Runs every request through token, trouble, description and handler, and logs it."""

    def __init__(self, server: "DiscordServer", routes: list[Route]) -> None:
        self._server = server
        self.log: list[Request] = []
        self._routes = routes

    def add_to(self, app: web.Application) -> None:
        for route in self._routes:
            app.router.add_route(route.method, PREFIX + route.template, self._serving(route))
        app.router.add_route("*", PREFIX + "/{rest:.*}", self._not_found)

    async def _not_found(self, http: web.Request) -> web.Response:
        path = http.path.removeprefix(PREFIX)
        request = await self._read(http, path)
        return self._respond(request, 404, {"message": "404: Not Found", "code": 0})

    def _serving(self, route: Route) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def serve(http: web.Request) -> web.StreamResponse:
            request = await self._read(http, route.template)
            trouble = self._server.troubles.meet(route.method, route.template, request.path)
            if trouble is None:
                return await self._carry_out(route, request, http)
            if trouble.hold is not None:
                await trouble.hold.wait()
                return await self._carry_out(route, request, http)
            if trouble.carried_out:
                await self._carry_out(route, request, http)
            if trouble.break_connection and http.transport is not None:
                http.transport.abort()
            if trouble.status == 429:
                limited = {
                    "message": "You are being rate limited.",
                    "retry_after": trouble.retry_after,
                    "global": trouble.globally,
                }
                return self._respond(request, 429, limited, _limited(trouble.retry_after, trouble.globally))
            status = trouble.status or 500
            return self._respond(request, status, {"message": f"{status}: Server Error", "code": 0})

        return serve

    async def _carry_out(self, route: Route, request: Request, http: web.Request) -> web.StreamResponse:
        server = self._server
        call = Call(server, request, dict(http.match_info))
        try:
            if not route.open and http.headers.get("Authorization") != f"Bot {server.token}":
                raise unauthorized()
            if request.body is not None:
                call.described = server.description.faults(route.method, route.template, request.body)
                if call.described:
                    server.violations.append(Violation(request, call.described.form))
            answer = await route.handler(call)
        except RefusalError as refusal:
            return self._respond(request, refusal.status, refusal.body())
        except Exception as error:
            # The server's own fault, not the bot's: the test has to hear of it, see DiscordServer.failures.
            server.failures.append(error)
            return self._respond(request, 500, {"message": "500: Internal Server Error", "code": 0})
        finally:
            server.state.changed()
        return self._respond(request, 204 if answer is None else 200, answer)

    async def _read(self, http: web.Request, template: str) -> Request:
        body: Any = None
        files: dict[str, bytes] = {}
        if http.content_type.startswith("multipart/"):
            body, files = await _multipart(await http.multipart())
        elif http.can_read_body:
            raw = await http.read()
            try:
                body = json.loads(raw) if raw else None
            except ValueError:
                body = raw.decode(errors="replace")
        request = Request(
            http.method,
            http.path.removeprefix(PREFIX),
            template,
            dict(http.query),
            body,
            {key: value for key, value in http.headers.items() if key != "Authorization"},
            files,
            self._server.clock.now(),
        )
        self.log.append(request)
        self._server.state.changed()
        return request

    def _respond(
        self, request: Request, status: int, answer: Any, headers: dict[str, str] | None = None
    ) -> web.Response:
        request.status, request.answer = status, answer
        self._server.state.changed()
        bucket = f"{zlib.crc32(f'{request.method} {request.template}'.encode()):08x}"
        limits = {
            "X-RateLimit-Limit": str(LIMIT),
            "X-RateLimit-Remaining": str(LIMIT - 1),
            "X-RateLimit-Reset": f"{self._server.clock.now() + 1:.3f}",
            "X-RateLimit-Reset-After": "1.000",
            "X-RateLimit-Bucket": bucket,
        }
        # Discord's answers come through a proxy; discord.py takes a 429 without this header for a ban.
        limits["Via"] = "1.1 local"
        if status == 204:
            return web.Response(status=204, headers=limits | (headers or {}))
        # Without a charset, for discord.py compares the whole header.
        limits["Content-Type"] = "application/json"
        return web.Response(status=status, body=json.dumps(answer).encode(), headers=limits | (headers or {}))


@dataclass
class Violation:
    """A request body that Discord's description of its API refuses."""

    request: Request
    errors: Body

    def __str__(self) -> str:
        return f"{self.request.method} {self.request.template}: {json.dumps(self.errors, ensure_ascii=False)}"


def _limited(retry_after: float, globally: bool) -> dict[str, str]:
    headers = {
        "Retry-After": str(max(1, round(retry_after))),
        "X-RateLimit-Remaining": "0",
        "X-RateLimit-Reset-After": f"{retry_after:.3f}",
        "X-RateLimit-Scope": "global" if globally else "user",
    }
    return headers | ({"X-RateLimit-Global": "true"} if globally else {})


async def _multipart(reader: MultipartReader) -> tuple[Any, dict[str, bytes]]:
    """The JSON and the files, by file name, of a form."""
    body: Any = None
    files: dict[str, bytes] = {}
    while (part := await reader.next()) is not None:
        if not isinstance(part, BodyPartReader):
            continue
        content = bytes(await part.read(decode=True))
        if part.name == "payload_json":
            body = json.loads(content)
        elif part.name and part.name.startswith("files["):
            files[part.filename or part.name] = content
    return body, files

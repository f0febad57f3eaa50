"""Troubles a test can put in the way of requests: rate limits, errors, broken connections, waiting."""

import asyncio
from dataclasses import dataclass, field
from fnmatch import fnmatchcase


@dataclass
class Trouble:
    """What happens to the next *times* requests of the routes that match.

    A route reads "POST /channels/{channel_id}/messages", as a template or with real ids; "*" stands for anything.
    """

    route: str
    times: int = 1
    status: int | None = None
    retry_after: float = 0.0
    globally: bool = False
    break_connection: bool = False
    carried_out: bool = False
    hold: asyncio.Event | None = None
    met: int = field(default=0, init=False)

    def matches(self, method: str, template: str, path: str) -> bool:
        routes = (f"{method} {template}", f"{method} {path}")
        return any(route == self.route or fnmatchcase(route, self.route) for route in routes)


class Troubles:
    """The troubles that still lie ahead, first come, first met."""

    def __init__(self) -> None:
        self._ahead: list[Trouble] = []

    def rate_limit(
        self, route: str, *, retry_after: float = 0.01, globally: bool = False, times: int = 1
    ) -> Trouble:
        """Answer 429; the request is not carried out."""
        trouble = Trouble(route, times, status=429, retry_after=retry_after, globally=globally)
        return self._add(trouble)

    def fail(self, route: str, *, status: int = 500, times: int = 1, carried_out: bool = False) -> Trouble:
        """Answer with an error of the server, before or after the request is carried out."""
        return self._add(Trouble(route, times, status=status, carried_out=carried_out))

    def drop(self, route: str, *, carried_out: bool, times: int = 1) -> Trouble:
        """Break the connection instead of answering, before or after the request is carried out."""
        return self._add(Trouble(route, times, break_connection=True, carried_out=carried_out))

    def hold(self, route: str, *, times: int = 1) -> asyncio.Event:
        """Keep the request waiting until the event that is returned is set; then carry it out."""
        event = asyncio.Event()
        self._add(Trouble(route, times, hold=event))
        return event

    def clear(self) -> None:
        """Let everything pass again; what is held goes on."""
        for trouble in self._ahead:
            if trouble.hold is not None:
                trouble.hold.set()
        self._ahead.clear()

    def meet(self, method: str, template: str, path: str) -> Trouble | None:
        """The trouble in the way of this request, if there is one."""
        for trouble in self._ahead:
            if trouble.matches(method, template, path):
                trouble.met += 1
                if trouble.met >= trouble.times:
                    self._ahead.remove(trouble)
                return trouble
        return None

    def _add(self, trouble: Trouble) -> Trouble:
        self._ahead.append(trouble)
        return trouble

"""Time as the server sees it, and waiting for things to happen in it."""

import asyncio
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Bell:
    """Rings whenever something changed, and wakes everybody who waits for something."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        """Let every waiter look again."""
        for future in self._waiting:
            if not future.done():
                future.set_result(None)
        self._waiting.clear()

    async def rung(self, timeout: float | None) -> bool:  # noqa: ASYNC109  # the wait is the very subject
        """Wait for the next ring; False once *timeout* seconds went by without one."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            await asyncio.wait_for(future, timeout)
        except TimeoutError:
            return False
        finally:
            self._waiting.discard(future)
        return True


class Clock:
    """The time of day, which a test may move forward instead of waiting."""

    def __init__(self) -> None:
        self._ahead = 0.0
        self.bell = Bell()

    def now(self) -> float:
        """Seconds since 1970."""
        return time.time() + self._ahead

    def advance(self, seconds: float) -> None:
        """Move the time forward; whoever waits for a moment now past is woken."""
        self._ahead += seconds
        self.bell.ring()

    async def until(self, look: Callable[[], T | None], deadline: float) -> T | None:
        """Return what *look* finds as soon as it finds something, or None at *deadline*.

        Looks again at every ring of the bell, so nothing is polled.
        """
        while True:
            found = look()
            if found is not None:
                return found
            left = deadline - self.now()
            if left <= 0:
                return None
            await self.bell.rung(left)

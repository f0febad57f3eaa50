"""Posts the editions that are due: each once, or seen to be late, missed or refused.

An edition is claimed in the store before it is posted and settled after. What is interrupted in between
stays claimed, and whoever takes it up again first looks whether it stands in its channel already. Discord
helps with the rest: a post repeated within a few minutes, with the same nonce, is the same message.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import Awaitable, Callable, Iterable

from bot.digests.compose import cited, compose
from bot.digests.due import HORIZON, Edition, due
from bot.digests.edition import Digest
from bot.digests.models import Delivery, DeliveryState
from bot.digests.ports import Poster, PostRefusedError, ScheduleStore
from bot.errors import BriefbotError, RequestError
from bot.lookup.library import Library

log = logging.getLogger(__name__)

AT_ONCE = 4
"""Editions posted at the same time."""
PATIENCE = 120
"""Seconds that one edition may take, rate limits included; then it is left for the next call."""
MEMORY = 60
"""Earlier editions of a schedule whose statements a new one leaves out."""


class Publisher:
    """Carries out what `due` decides."""

    def __init__(self, poster: Poster, store: ScheduleStore, library: Callable[[], Library]) -> None:
        self._poster = poster
        self._store = store
        self._library = library
        self._lock = asyncio.Lock()

    async def publish_due(self, now: dt.datetime) -> None:
        """Post, or give up, every edition due by `now` (aware); one in trouble stays open for the next call.

        Calls that overlap take turns. StorageError where the store cannot be read.
        """
        async with self._lock:
            schedules = await asyncio.to_thread(self._store.schedules)
            deliveries = await asyncio.to_thread(self._store.deliveries, now - HORIZON)
            plan = due(now, schedules, deliveries)
            turn = asyncio.Semaphore(AT_ONCE)
            await asyncio.gather(
                *(_attempt(self._publish, edition, turn) for edition in plan.post),
                *(_attempt(self._give_up, edition, turn) for edition in plan.miss),
            )

    async def _publish(self, edition: Edition) -> None:
        if not await self._take(edition):
            return
        try:
            if await self._stands(edition):
                return
            library = self._library()
            earlier = await asyncio.to_thread(self._store.cited, edition.schedule.id, MEMORY)
            digest = await asyncio.to_thread(_compose, edition, library, earlier)
            message_id = await self._poster.post(edition, digest)
        except (PostRefusedError, RequestError) as error:
            log.warning("%s cannot be posted: %s", edition.key, error)
            await self._settle(edition, DeliveryState.FAILED, detail=str(error))
        else:
            await self._settle(edition, DeliveryState.POSTED, message_id, cites=cited(digest, library))
            log.info("%s is posted%s: message %d", edition.key, " late" if edition.late else "", message_id)

    async def _give_up(self, edition: Edition) -> None:
        if not await self._take(edition):
            return
        try:
            if await self._stands(edition):
                return
        except PostRefusedError as error:
            log.warning("%s cannot be looked for: %s", edition.key, error)
        await self._settle(edition, DeliveryState.MISSED, detail="The bot could not post it in time.")
        log.warning("%s is missed", edition.key)

    async def _take(self, edition: Edition) -> bool:
        """Claim the edition, unless that was done before; False where another has it, or its schedule is gone."""
        claim = self._store.claim
        return edition.resumed or await asyncio.to_thread(claim, edition.schedule.id, edition.due_at)

    async def _stands(self, edition: Edition) -> bool:
        """Whether an interrupted edition was posted after all; it is settled then."""
        message_id = await self._poster.find(edition) if edition.resumed else None
        if message_id is None:
            return False
        await self._settle(edition, DeliveryState.POSTED, message_id)
        log.info("%s stands already: message %d", edition.key, message_id)
        return True

    async def _settle(
        self,
        edition: Edition,
        state: DeliveryState,
        message_id: int | None = None,
        detail: str | None = None,
        cites: Iterable[str] = (),
    ) -> None:
        delivery = Delivery(edition.schedule.id, edition.due_at, state, message_id, detail)
        await asyncio.to_thread(self._store.settle, delivery, cites)


async def _attempt(
    work: Callable[[Edition], Awaitable[None]], edition: Edition, turn: asyncio.Semaphore
) -> None:
    """Do the work on one edition; its trouble is logged and holds up no other."""
    async with turn:
        try:
            async with asyncio.timeout(PATIENCE):
                await work(edition)
        except TimeoutError:
            log.warning("%s took more than %d seconds: it is tried again", edition.key, PATIENCE)
        except BriefbotError as error:
            log.warning("%s is tried again: %s", edition.key, error)
        except Exception:
            log.exception("%s is tried again, after a fault that is a bug", edition.key)


def _compose(edition: Edition, library: Library, earlier: list[str]) -> Digest:
    """The edition's digest; RequestError where the briefs in service no longer have its theme."""
    slug = edition.schedule.theme
    theme = next((theme for theme in library.themes() if theme.slug == slug), None)
    if theme is None:
        raise RequestError(
            f"The briefs no longer have the theme “{slug}”: remove this digest, or add the theme again."
        )
    return compose(theme, library, posted=earlier)

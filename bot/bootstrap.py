"""Puts the bot together and keeps it running: the only place where its parts are made and handed on."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import os
import signal
import threading
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot import logs
from bot.errors import BriefsError, SettingsError
from bot.frontend import health
from bot.frontend.client import BriefbotClient, use_server
from bot.frontend.poster import DiscordPoster
from bot.frontend.publisher import Publisher
from bot.frontend.services import Services
from bot.frontend.timer import Timer
from bot.lookup.library import Library
from bot.settings import Settings
from bot.storage.database import Database

log = logging.getLogger(__name__)

LOOK_EVERY = 10.0
"""Seconds between two looks at whether the briefs were built anew."""
LEAVE_WITHIN = 4.0
"""Seconds in which the bot ends: whoever stops it waits no longer than that."""
CUT_OFF = 4.5
"""Seconds after which it ends even if a thread is busy still, such as one that makes an index."""


class Shelf:
    """The briefs in service: swapped when they are built anew, kept when the new ones are damaged."""

    def __init__(self, folder: Path, indexes: Path | None = None) -> None:
        self._folder = folder
        self._indexes = indexes
        self._stamp = _stamp(folder)
        self._library = self._open()

    def _open(self) -> Library:
        return Library.open(self._folder, hold=True, indexes=self._indexes)

    def library(self) -> Library:
        """The briefs in service now."""
        return self._library

    async def refresh(self) -> None:
        """Take up the briefs if their manifest has changed; damaged ones are logged, and the last good ones kept."""
        stamp = _stamp(self._folder)
        if stamp == self._stamp:
            return
        self._stamp = stamp
        try:
            library = await asyncio.to_thread(self._open)
            await asyncio.to_thread(library.prepare)
            self._library = library
        except BriefsError as error:
            log.error("The last good briefs stay in service: %s", error)
        else:
            log.info("New briefs are in service: %d topics", len(self._library.topics()))

    async def watch(self) -> None:
        """Prepare the briefs for searches, then refresh every few seconds, until cancelled."""
        await asyncio.to_thread(self._library.prepare)
        while True:
            await asyncio.sleep(LOOK_EVERY)
            await self.refresh()


def serve(settings: Settings, token: SecretStr) -> None:
    """Connect to Discord and answer until SIGTERM or SIGINT.

    DiscordError, BriefsError, StorageError or SettingsError where the bot cannot start or go on.
    """
    logs.set_up(settings.log_level, settings.log_format, [token, settings.database_url])
    asyncio.run(_serve(settings, token.get_secret_value()))


def make_data_folder(settings: Settings) -> None:
    """Make the data folder where it is missing; SettingsError where that, or writing there, is not possible."""
    folder = settings.data_dir
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(
            f"BRIEFBOT_DATA_DIR: {folder} cannot be made ({error.strerror}): name another folder."
        ) from None
    if not os.access(folder, os.W_OK):
        raise SettingsError(
            f"BRIEFBOT_DATA_DIR: {folder} cannot be written: name another folder, or let the bot write there."
        )


async def _serve(settings: Settings, token: str) -> None:
    stopping = asyncio.Event()

    def stop() -> None:
        stopping.set()
        # Python waits for its threads. What they write is put in place whole or not at all.
        cut = threading.Timer(CUT_OFF, os._exit, (0,))
        cut.daemon = True
        cut.start()

    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop)
    make_data_folder(settings)
    shelf = await asyncio.to_thread(Shelf, settings.briefs_dir, settings.indexes_dir)
    database = await asyncio.to_thread(Database.open, settings.database)
    try:
        use_server(settings.discord_api, settings.discord_gateway)
        timer = Timer(database.schedules, _now)
        services = Services(shelf.library, database.schedules, database.asked, _now, timer.refresh)
        client = BriefbotClient(services, gateway=settings.discord_gateway)
        publisher = Publisher(DiscordPoster(client, shelf.library), database.schedules, shelf.library)

        async def post_digests() -> None:
            await client.wait_until_ready()
            await timer.start(publisher.publish_due)

        log.info("%d topics are in service; connecting to Discord", len(shelf.library().topics()))
        try:
            await _until(
                stopping.wait(),
                client.serve(token),
                shelf.watch(),
                post_digests(),
                health.beat(client, settings.health_file, _now),
                leaving=(timer.stop, client.close),
            )
        finally:
            log.info("Left Discord")
    finally:
        await asyncio.to_thread(database.close)


async def _until(
    stop: Coroutine[Any, Any, object],
    main: Coroutine[Any, Any, None],
    *others: Coroutine[Any, Any, None],
    leaving: Sequence[Callable[[], Coroutine[Any, Any, None]]],
) -> None:
    """Run all at once until `stop` or `main` ends or any of them fails, whose error is raised.

    Then the steps of `leaving` are taken, in LEAVE_WITHIN seconds together, and what still runs is cut off.
    """
    ends = {asyncio.create_task(stop), asyncio.create_task(main)}
    running = ends | {asyncio.create_task(other) for other in others}
    tasks = set(running)
    try:
        while ends <= running:
            done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
    finally:
        for step in leaving:
            with suppress(TimeoutError):
                async with asyncio.timeout(LEAVE_WITHIN / len(leaving)):
                    await step()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _stamp(folder: Path) -> tuple[int, int] | None:
    try:
        status = (folder / "manifest.json").stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_ino


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)

"""What a server's readers ask for most comes first while they type."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import sqlite3
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.frontend import asking
from bot.frontend.client import BriefbotClient
from bot.frontend.services import Services
from bot.storage import sqlite
from bot.storage.asked import SqlAskedTopics
from bot.storage.database import Database
from tests.discord_server import DiscordServer
from tests.frontend.conftest import NOW, running

PLAIN = ["Lake Balkhash", "Shanghai Cooperation Organization", "Belt and Road Initiative"]


class Announced(SqlAskedTopics):
    """The store of the database, which says when something was counted."""

    def __init__(self, engine: sa.Engine) -> None:
        super().__init__(engine)
        self._counted = threading.Semaphore(0)

    def count(self, guild_id: int, topic: str, now: dt.datetime) -> None:
        super().count(guild_id, topic, now)
        self._counted.release()

    async def counted(self) -> None:
        """Wait for one more to be counted."""
        assert await asyncio.to_thread(self._counted.acquire, timeout=10)


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[Announced]:
    Database.open(f"sqlite:///{tmp_path}/asked.sqlite3").close()
    engine = sa.create_engine(f"sqlite:///{tmp_path}/asked.sqlite3")
    sqlite.prepare(engine)
    yield Announced(engine)
    engine.dispose()


@pytest.fixture
async def client(
    services: Services, asked: Announced, discord: DiscordServer
) -> AsyncIterator[BriefbotClient]:
    """The bot, connected, with that store."""
    async with running(replace(services, asked=asked), discord) as client:
        yield client


async def suggested(discord: DiscordServer, typed: str, **options: str) -> list[str]:
    return [
        str(choice.value) for choice in await discord.user("reader", **options).types("brief", topic=typed)
    ]


@pytest.mark.usefixtures("client")
async def test_what_is_asked_for_comes_first(discord: DiscordServer, asked: Announced) -> None:
    """A brief that was asked for, picked or chosen counts for its server: its topic comes first, from no letter on."""
    reader = discord.user("reader")
    assert await suggested(discord, "") == PLAIN

    await reader.sends("brief", topic="BRI")
    await asked.counted()
    assert await suggested(discord, "") == [PLAIN[2], PLAIN[0], PLAIN[1]]

    question = await reader.sends("brief", topic="sco water")
    await reader.presses(question, PLAIN[1])
    await asked.counted()
    brief = await reader.sends("brief", topic="lake balkhash")
    await asked.counted()
    await reader.chooses(brief, PLAIN[1], select="topics")
    await asked.counted()
    assert await suggested(discord, "") == [PLAIN[1], PLAIN[0], PLAIN[2]]
    assert await suggested(discord, "ba") == [PLAIN[0]]


@pytest.mark.usefixtures("client")
async def test_what_was_not_opened_is_not_counted(discord: DiscordServer, asked: Announced) -> None:
    """Passages, questions back and what is said in a direct conversation leave no trace."""
    await discord.user("reader").sends("brief", topic="signed protocol")
    await discord.user("reader").sends("brief", topic="zyzzyva")
    await discord.user("reader", channel="dm").sends("brief", topic="BRI")
    await discord.user("reader").sends("brief", topic="SCO")
    await asked.counted()
    assert await suggested(discord, "") == [PLAIN[1], PLAIN[0], PLAIN[2]]
    assert await suggested(discord, "", channel="dm") == PLAIN


async def test_a_database_in_trouble_takes_no_answer_away(
    services: Services, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Nothing is counted or weighed then; the log says why."""
    with closing(sqlite3.connect(tmp_path / "briefbot.sqlite3")) as other:
        other.execute("DROP TABLE asked")
        other.commit()
    with caplog.at_level(logging.WARNING):
        await asking.count(services, 1, "lake-balkhash")
        assert await asking.weights(services, 1) == {}
    assert [record.message.count("no such table: asked") for record in caplog.records] == [1, 1]


async def test_direct_conversations_are_not_weighed(services: Services) -> None:
    """Without a server there is nothing to count for."""
    await asking.count(services, None, "lake-balkhash")
    assert await asking.weights(services, None) == {}
    assert services.asked.weights(0, NOW) == {}


async def test_a_busy_database_is_not_waited_for(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Suggestions go out unweighed while somebody else is writing for long."""
    monkeypatch.setattr(asking, "PATIENCE", 0.01)
    await asking.count(services, 1, "lake-balkhash")
    with closing(sqlite3.connect(tmp_path / "briefbot.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with caplog.at_level(logging.WARNING):
            assert await asking.weights(services, 1) == {}
        other.execute("ROLLBACK")
    assert "busy" in caplog.text
    monkeypatch.undo()
    assert await asking.weights(services, 1) == {"lake-balkhash": 1.0}

"""The contract of AskedTopics; every implementation passes it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.frontend.services import AskedTopics
from bot.storage.asked import FORGOTTEN, HALF_LIFE
from bot.storage.database import Database
from bot.storage.tables import asked as table

NOW = dt.datetime(2026, 3, 2, 8, 0, tzinfo=dt.UTC)
GUILD = 1_400_000_000_000_000_001


@pytest.fixture(params=["sqlite"])
def asked(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[AskedTopics]:
    """An empty store of each kind there is."""
    database = Database.open(f"{request.param}:///{tmp_path}/briefbot.sqlite3")
    yield database.asked
    database.close()


def test_each_time_counts_one(asked: AskedTopics) -> None:
    """For the topic and the server alone."""
    for topic in ("lake", "lake", "river"):
        asked.count(GUILD, topic, NOW)
    asked.count(GUILD + 1, "river", NOW)
    assert asked.weights(GUILD, NOW) == {"lake": 2.0, "river": 1.0}
    assert asked.weights(GUILD + 1, NOW) == {"river": 1.0}
    assert asked.weights(GUILD + 2, NOW) == {}


def test_what_is_long_ago_counts_less(asked: AskedTopics) -> None:
    """Half after a half-life, also of what is asked for again; a clock set back takes nothing away."""
    asked.count(GUILD, "lake", NOW)
    asked.count(GUILD, "lake", NOW)
    later = NOW + HALF_LIFE
    assert asked.weights(GUILD, later) == {"lake": pytest.approx(1.0)}
    asked.count(GUILD, "lake", later)
    assert asked.weights(GUILD, later) == {"lake": pytest.approx(2.0)}
    assert asked.weights(GUILD, NOW) == {"lake": pytest.approx(2.0)}


def test_after_a_year_it_is_forgotten(asked: AskedTopics) -> None:
    """It weighs nothing, and once anything is counted, nothing of it is kept."""
    asked.count(GUILD, "lake", NOW)
    later = NOW + FORGOTTEN + dt.timedelta(seconds=1)
    assert asked.weights(GUILD, later) == {}
    asked.count(GUILD + 1, "river", later)
    assert asked.weights(GUILD, NOW) == {}


def test_many_at_once_are_all_counted(asked: AskedTopics) -> None:
    """Eight threads ask for the same topic at the same time."""
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: asked.count(GUILD, "lake", NOW), range(24)))
    assert asked.weights(GUILD, NOW) == {"lake": 24.0}


def test_no_person_and_no_text_is_kept() -> None:
    """A row is a server, a topic, a weight and a moment, and has room for nothing else."""
    assert [(column.name, type(column.type)) for column in table.columns][:2] == [
        ("guild_id", sa.BigInteger), ("topic", sa.String),
    ]  # fmt: skip
    assert {column.name for column in table.columns} == {"guild_id", "topic", "weight", "asked_at"}

"""Opening, migrating and refusing databases."""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from bot.digests.models import Delivery, DeliveryState, Schedule
from bot.errors import StorageError
from bot.storage import sqlite
from bot.storage.database import MIGRATIONS, Database, upgrade
from bot.storage.tables import metadata

DUE = dt.datetime(2026, 3, 9, 3, 0, tzinfo=dt.UTC)
SCHEDULE = Schedule(1, 2, 3, "water", dt.time(8, 0), "Asia/Almaty", ("mon",), 4, DUE)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database shall be."""
    return tmp_path / "briefbot.sqlite3"


@pytest.fixture
def engine(path: Path) -> Iterator[sa.Engine]:
    """A bare engine on the same file."""
    engine = sa.create_engine(f"sqlite:///{path}")
    sqlite.prepare(engine)
    yield engine
    engine.dispose()


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_a_database_is_made_where_there_is_none(path: Path) -> None:
    """From nothing to the newest revision."""
    Database.open(f"sqlite:///{path}").close()
    assert rows(path, "SELECT count(*) FROM schedules") == [(0,)]


def test_the_migrations_lead_to_the_tables_that_the_code_uses(path: Path, engine: sa.Engine) -> None:
    """No table, column, index or key differs."""
    Database.open(f"sqlite:///{path}").close()
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, metadata) == []


def test_a_second_start_changes_nothing(path: Path) -> None:
    """The rows and the schema stay as they are."""
    first = Database.open(f"sqlite:///{path}")
    kept = first.schedules.add(SCHEDULE)
    first.close()
    before = rows(path, "SELECT sql FROM sqlite_master ORDER BY name")
    second = Database.open(f"sqlite:///{path}")
    assert second.schedules.schedules() == [kept]
    second.close()
    assert rows(path, "SELECT sql FROM sqlite_master ORDER BY name") == before


def test_an_older_database_is_brought_up_to_date_with_its_rows(path: Path, engine: sa.Engine) -> None:
    """A schedule and a posted edition of the first revision are still there after."""
    upgrade(engine, "0001")
    engine.dispose()
    with closing(sqlite3.connect(path)) as old:
        old.execute(
            "INSERT INTO schedules VALUES (1, 2, 3, 'water', '08:00:00.000000', 'Asia/Almaty', 'mon', 4, ?)",
            ["2026-03-09 03:00:00.000000"],
        )
        old.execute("INSERT INTO deliveries VALUES (1, '2026-03-09 03:00:00.000000', 'posted', 5, NULL)")
        old.commit()
    database = Database.open(f"sqlite:///{path}")
    assert database.schedules.schedules() == [SCHEDULE]
    assert database.schedules.deliveries(DUE) == [Delivery(1, DUE, DeliveryState.POSTED, 5)]
    assert database.schedules.cited(1, 10) == []
    database.close()


def test_an_upgrade_that_fails_leaves_the_database_as_it_was(
    path: Path, engine: sa.Engine, tmp_path: Path
) -> None:
    """A revision that breaks half-way takes back all that was done, its own tables too."""
    Database.open(f"sqlite:///{path}").close()
    before = rows(path, "SELECT name, sql FROM sqlite_master ORDER BY name")
    broken = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, broken)
    (broken / "versions" / "9999_broken.py").write_text(
        "from alembic import op\n"
        "import sqlalchemy as sa\n"
        "revision, down_revision = '9999', '0003'\n"
        "def upgrade():\n"
        "    op.create_table('half', sa.Column('id', sa.Integer))\n"
        "    op.execute('DELETE FROM schedules')\n"
        "    op.execute('SELECT 1 FROM nowhere')\n"
    )
    with pytest.raises(StorageError, match="no such table: nowhere"):
        upgrade(engine, migrations=broken)
    assert rows(path, "SELECT name, sql FROM sqlite_master ORDER BY name") == before
    Database.open(f"sqlite:///{path}").close()


def test_a_database_of_a_newer_version_is_left_alone(path: Path) -> None:
    """The sentence says to update; the rows are as they were."""
    database = Database.open(f"sqlite:///{path}")
    database.schedules.add(SCHEDULE)
    database.close()
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '2099'")
        newer.commit()
    with pytest.raises(StorageError, match=r"newer version of briefbot: update briefbot"):
        Database.open(f"sqlite:///{path}")
    assert rows(path, "SELECT version_num FROM alembic_version") == [("2099",)]
    assert rows(path, "SELECT count(*) FROM schedules") == [(1,)]


def test_a_file_that_is_no_database_is_left_alone(path: Path) -> None:
    """Somebody's text file is named, and not overwritten."""
    path.write_text("Dear diary, " * 100)
    with pytest.raises(StorageError, match="file is not a database"):
        Database.open(f"sqlite:///{path}")
    assert path.read_text() == "Dear diary, " * 100


def test_a_damaged_database_is_named(path: Path) -> None:
    """A file cut off in the middle is told in one sentence."""
    Database.open(f"sqlite:///{path}").close()
    path.write_bytes(path.read_bytes()[:5_000])
    with pytest.raises(StorageError, match="cannot be used as the database"):
        Database.open(f"sqlite:///{path}")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """It is not made silently: a mistyped path would lose the schedules."""
    with pytest.raises(StorageError, match="is missing: make it, or change BRIEFBOT_DATABASE_URL"):
        Database.open(f"sqlite:///{tmp_path}/nowhere/briefbot.sqlite3")
    assert list(tmp_path.iterdir()) == []


def test_an_unwritable_place_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder matters as well as the file, since SQLite writes beside it."""
    # Tests may run as root, to whom every place is writable: only the system's own answer is replaced.
    monkeypatch.setattr("os.access", lambda place, _mode: Path(place) != path.parent)
    with pytest.raises(StorageError, match="cannot be written: let the bot's user write there"):
        Database.open(f"sqlite:///{path}")
    assert not path.exists()


@pytest.mark.parametrize(
    "url", ["", "nonsense", "oracle+nothing://user:secret@host/x", "sqlite://", "sqlite:///:memory:"]
)
def test_an_address_that_cannot_be_read_is_named_without_its_password(url: str) -> None:
    """The sentence shows how an address is written, never the one given."""
    with pytest.raises(StorageError, match=r"write it like sqlite:////data/briefbot\.sqlite3") as caught:
        Database.open(url)
    assert "secret" not in str(caught.value)


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    """The sentence says that a file in it is wanted."""
    with pytest.raises(StorageError, match="is a folder"):
        Database.open(f"sqlite:///{tmp_path}")


def test_trouble_while_running_is_one_sentence(path: Path) -> None:
    """A file that vanished under the bot is a StorageError, not a driver's."""
    database = Database.open(f"sqlite:///{path}")
    with closing(sqlite3.connect(path)) as other:
        other.execute("DROP TABLE deliveries")
        other.commit()
    with pytest.raises(StorageError, match=r"cannot be used now \(no such table: deliveries\)"):
        database.schedules.deliveries(DUE)
    database.close()


def test_two_processes_may_start_at_once(path: Path) -> None:
    """The second waits for the first's migration and finds nothing left to do."""
    first, second = Database.open(f"sqlite:///{path}"), Database.open(f"sqlite:///{path}")
    kept = first.schedules.add(SCHEDULE)
    assert second.schedules.claim(kept.id, DUE)
    assert not first.schedules.claim(kept.id, DUE)
    first.close()
    second.close()

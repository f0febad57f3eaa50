"""Who may import whom: the table of the design notes, checked on what is really loaded."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

BOT = Path(__file__).parents[1] / "bot"

# Room → what it may import besides itself and bot.errors. What those import comes with them.
TABLE = {
    "corpus": (),
    "topics": ("corpus",),
    "briefing": ("topics", "corpus"),
    "lookup": ("topics", "briefing.models", "briefing.files"),
    "digests": ("briefing", "topics", "lookup"),
    "storage": ("digests",),
    "frontend": ("lookup", "briefing", "digests"),
}
ALONE = {"settings": (), "logs": (), "errors": ()}
"""Modules beside the rooms; they import no room."""
FRONT_END_ONLY = {"discord", "apscheduler", "rich", "prompt_toolkit"}


def allowed(room: str) -> set[str]:
    """Everything that may be loaded when the room is, by the table and what follows from it."""
    found = {room}
    for other in TABLE.get(room, ()):
        found |= allowed(other)
    return found


def modules(room: str) -> list[str]:
    """The modules of a room; migrations are run by alembic, never imported."""
    files = sorted((BOT / room).rglob("*.py")) if (BOT / room).is_dir() else [BOT / f"{room}.py"]
    names = [".".join(("bot", *file.relative_to(BOT).with_suffix("").parts)) for file in files]
    return [name.removesuffix(".__init__") for name in names if ".migrations." not in name]


def loaded(names: list[str]) -> set[str]:
    """What is loaded once these modules are, in an interpreter of their own."""
    code = (
        "import importlib, json, sys\n"
        "for name in json.loads(sys.argv[1]): importlib.import_module(name)\n"
        "print(json.dumps(list(sys.modules)))"
    )
    command = [sys.executable, "-c", code, json.dumps(names)]
    return set(json.loads(subprocess.run(command, check=True, capture_output=True, timeout=60).stdout))  # noqa: S603  # our own code


@pytest.mark.parametrize("room", [*TABLE, *ALONE])
def test_rooms_import_only_their_neighbours(room: str) -> None:
    """A room loads itself, its neighbours by the table and the errors; only the front end loads Discord or a terminal."""
    here = loaded(modules(room))
    may = allowed(room) | {"errors"}
    strangers = {
        name
        for name in here
        if name.startswith("bot.")
        and not any(
            name == f"bot.{place}"
            or name.startswith(f"bot.{place}.")
            or f"bot.{place}".startswith(f"{name}.")
            for place in may
        )
    }
    assert not strangers
    if room != "frontend":
        assert not here & FRONT_END_ONLY


def test_every_module_stands_in_a_room() -> None:
    """No part of the bot is outside the table, but for the command line and what puts the bot together."""
    names = {path.stem for path in BOT.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert names == {*TABLE, *ALONE, "__init__", "__main__", "bootstrap", "doctor"}


def test_importing_configures_nothing() -> None:
    """Importing the command line loads no part of the bot but the errors."""
    assert {name for name in loaded(["bot.__main__"]) if name.startswith("bot.")} == {
        "bot.__main__",
        "bot.errors",
    }


def test_only_the_timer_schedules() -> None:
    """In the front end, one module knows APScheduler."""
    users = [
        path.name
        for path in BOT.rglob("*.py")
        if "apscheduler" in path.read_text().replace('"apscheduler"', "")
    ]
    assert users == ["timer.py"]

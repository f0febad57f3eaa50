"""The bot put together: a process against a local Discord, from start to end."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from bot import settings
from bot.bootstrap import Shelf
from tests.discord_process import ROOT, Discord, discord_process
from tests.samples import write_briefs

SOON = 5.0
"""Seconds in which the bot ends once it is told to."""


@pytest.fixture(scope="module")
def discord() -> Iterator[Discord]:
    with discord_process() as discord:
        yield discord


@contextmanager
def running(place: Path, *arguments: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """A command of the bot with the sample briefs, its data beside them."""
    clean = {name: value for name, value in os.environ.items() if name not in settings.VARIABLES}
    write_briefs(place / "briefs")
    process = subprocess.Popen(  # noqa: S603  # our own program
        [sys.executable, "-m", "bot", *arguments],
        cwd=place,
        env={**clean, "PYTHONPATH": str(ROOT), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def ended(process: subprocess.Popen[str], number: signal.Signals) -> tuple[int, str]:
    """Tell the process to end; its status and log, if it ends in time."""
    began = time.monotonic()
    process.send_signal(number)
    _, log = process.communicate(timeout=60)
    assert time.monotonic() - began < SOON
    return process.returncode, log


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_answers_until_it_is_told_to_end(tmp_path: Path, discord: Discord, number: signal.Signals) -> None:
    """With a token `run` answers in Discord, and ends in time, with 0, its log without the token."""
    with running(tmp_path, "run", **discord.settings, BRIEFBOT_LOG_LEVEL="DEBUG") as bot:
        discord.control("wait", commands=["brief", "digest"])
        answer = discord.control("send", command="brief", options={"topic": "balqash"})
        assert "Lake Balkhash" in answer["message"]["text"]
        status, log = ended(bot, number)
    assert status == 0, log
    assert "Traceback" not in log
    assert discord.settings["DISCORD_TOKEN"] not in log
    assert (tmp_path / "data" / "briefbot.sqlite3").exists()
    assert {path.name.split("-")[0] for path in (tmp_path / "data" / "indexes").iterdir()} >= {
        "files",
        "names",
    }


def test_ends_while_discord_keeps_it_waiting(tmp_path: Path, discord: Discord) -> None:
    """A gateway that accepts nobody does not keep the bot from ending."""
    discord.control("gateway", do="refuse")
    try:
        with running(tmp_path, "run", **discord.settings) as bot:
            assert bot.stderr is not None
            while "Registered the commands" not in bot.stderr.readline():
                assert bot.poll() is None
            assert ended(bot, signal.SIGTERM)[0] == 0
    finally:
        discord.control("gateway", do="accept")


def test_ends_while_it_reads_the_briefs(tmp_path: Path, discord: Discord) -> None:
    """A thread that is busy, here with a file that never ends, does not keep the bot from ending."""
    with running(tmp_path, "run", **discord.settings, BRIEFBOT_BRIEFS_DIR="endless") as bot:
        brief = write_briefs(tmp_path / "endless") / "lake-balkhash.json"
        brief.unlink()
        os.mkfifo(brief)
        reached = None
        while reached is None:
            assert bot.poll() is None
            with suppress(OSError):  # nobody reads yet
                reached = os.open(brief, os.O_WRONLY | os.O_NONBLOCK)
        assert ended(bot, signal.SIGTERM)[0] == 0
        os.close(reached)


def test_a_token_that_discord_refuses(tmp_path: Path, discord: Discord) -> None:
    """A wrong token ends the bot with 1 and a sentence that does not hold it."""
    with running(tmp_path, "run", **{**discord.settings, "DISCORD_TOKEN": "MTIz.wrong.token"}) as bot:
        _, err = bot.communicate(timeout=60)
    assert bot.returncode == 1
    assert err.splitlines()[-1].startswith("briefbot: Discord refuses the token")
    assert "Traceback" not in err
    assert "MTIz.wrong.token" not in err


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("BRIEFBOT_DATA_DIR", "/proc/data", "/proc/data"),
        ("BRIEFBOT_DATABASE_URL", "sqlite:////nowhere/x.sqlite3", "/nowhere"),
        ("BRIEFBOT_BRIEFS_DIR", "none", "briefbot build"),
        ("BRIEFBOT_DISCORD_API", "http://127.0.0.1:9/api/v10", "cannot be reached"),
    ],
)
def test_what_keeps_it_from_starting(
    tmp_path: Path, discord: Discord, name: str, value: str, word: str
) -> None:
    """A folder, database, briefs or Discord that cannot be used ends the bot with 1 and a sentence on it."""
    with running(tmp_path, "run", **{**discord.settings, name: value}) as bot:
        _, err = bot.communicate(timeout=60)
    assert bot.returncode == 1
    assert word in err.splitlines()[-1]
    assert "Traceback" not in err


def test_doctor_visits_discord(tmp_path: Path, discord: Discord) -> None:
    """With a token the doctor logs in; a refused one is a ✗ and what to do."""
    with running(tmp_path, "doctor", **discord.settings) as doctor:
        out, _ = doctor.communicate(timeout=60)
    assert "✓ discord: logged in as briefbot" in out
    assert doctor.returncode == 0
    with running(tmp_path, "doctor", **{**discord.settings, "DISCORD_TOKEN": "MTIz.wrong.token"}) as doctor:
        out, err = doctor.communicate(timeout=60)
    assert "✗ discord: Discord refuses the token" in out
    assert (doctor.returncode, err) == (1, "")


@pytest.mark.parametrize("keeping", [False, True])
async def test_new_briefs_are_taken_up(tmp_path: Path, keeping: bool) -> None:
    """Briefs built anew go into service; damaged ones do not, and the last good ones stay."""
    manifest = write_briefs(tmp_path) / "manifest.json"
    shelf = Shelf(tmp_path, tmp_path / "indexes" if keeping else None)
    first = shelf.library()
    await shelf.refresh()
    assert shelf.library() is first
    good = manifest.read_text()
    for text in (good[:100], None):
        manifest.unlink() if text is None else manifest.write_text(text)
        await shelf.refresh()
        assert shelf.library() is first
    manifest.write_text(good.replace("Lake Balkhash", "Lake of Balkhash"))
    await shelf.refresh()
    assert shelf.library().title("lake-balkhash") == "Lake of Balkhash"

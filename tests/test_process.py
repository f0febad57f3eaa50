"""The command line as a process: what it loads, what it does with pipes, signals and terminals."""

import json
import os
import pty
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


pytestmark = pytest.mark.usefixtures("place")


def start(*arguments: str, **options: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "bot", *arguments]
    return subprocess.Popen(command, **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options})  # type: ignore[call-overload,no-any-return]  # noqa: S603  # our own program


def ran(*arguments: str, given: str = "") -> tuple[int, str, str]:
    process = start(*arguments, stdin=subprocess.PIPE)
    out, err = process.communicate(given.encode(), timeout=60)
    return process.returncode, out.decode(), err.decode()


def test_lookups_load_little() -> None:
    """`brief` starts without Discord, the database, or what builds the briefs."""
    code = (
        "import sys; from bot.__main__ import execute; assert execute(['brief', 'lake balkhash']) == 0;"
        "print([name for name in sys.modules if name.split('.')[0] in"
        " ('discord', 'aiohttp', 'sqlalchemy', 'alembic', 'apscheduler', 'prompt_toolkit', 'sentencex', 'ftfy')])"
    )
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, timeout=60).stdout  # noqa: S603  # our own code
    assert out.splitlines()[-1] == b"[]"


def test_a_reader_that_leaves(place: Path) -> None:
    """A pipe that is closed early (`briefbot topics | head -1`) is no fault."""
    reader, writer = os.pipe()
    os.close(reader)
    process = start("topics", stdout=writer)
    os.close(writer)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")


def test_interrupted() -> None:
    """SIGINT ends a command quietly, with 130."""
    process = start("chat", stdin=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b"/about\n")
    process.stdin.flush()
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err.strip()) == (130, b"")


def test_a_terminal_that_cannot_show_a_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Letters that the output's encoding lacks show as escapes."""
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    status, out, err = ran("brief", "Балхаш", "--json")
    assert (status, err) == (0, "")
    assert json.loads(out)["query"] == "Балхаш"


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_colour(monkeypatch: pytest.MonkeyPatch, no_color: str, coloured: bool) -> None:
    """On a terminal numbers are coloured, unless NO_COLOR asks for none."""
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setenv("TERM", "xterm-256color")
    ours, theirs = pty.openpty()
    process = start("brief", "SCO", stdout=theirs)
    os.close(theirs)
    out = b""
    while chunk := _read(ours):
        out += chunk
    os.close(ours)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")
    assert bool(re.search(rb"\x1b\[[\d;]*3\dm", out)) == coloured


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # Linux's way to say that the other side is gone
        return b""

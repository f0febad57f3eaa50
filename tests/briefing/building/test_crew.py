"""Processes that share work, and what becomes of them when something goes wrong."""

import os
import subprocess
import sys

import pytest

from bot.briefing.building.crew import Crew
from bot.errors import BriefsError, CitationError

WAITING = """
import os, signal
from bot.briefing.building.crew import Crew

def wait(shared, task):
    os.write(1, b"at work")  # at one go, as others write there too
    signal.pause()

with Crew(2) as crew:
    list(crew.map(wait, None, [1, 2]))
"""


def _dies(shared: None, task: int) -> None:
    os._exit(1)


def _raises(shared: str, task: int) -> None:
    raise CitationError(shared)


def _echoes(shared: str, task: int) -> str:
    return f"{shared} {task}"


def test_a_crew_works_in_order() -> None:
    """Results come in the order of the tasks; a fault in one is raised, a process that dies is named."""
    with Crew(2) as crew:
        assert list(crew.map(_echoes, "a", range(500))) == [f"a {i}" for i in range(500)]
        assert list(crew.map(_echoes, "b", [1, 2])) == ["b 1", "b 2"]
        with pytest.raises(CitationError, match="off"):
            list(crew.map(_raises, "off", range(9)))
        with pytest.raises(BriefsError, match="was killed"):
            list(crew.map(_dies, None, range(9)))


def test_a_crew_leaves_with_its_master() -> None:
    """When the process of the build is killed, those that work for it end too."""
    with subprocess.Popen([sys.executable, "-c", WAITING], stdout=subprocess.PIPE) as process:  # noqa: S603  # our own code
        assert process.stdout is not None
        try:
            assert process.stdout.read(7) == b"at work"
        finally:
            process.kill()
        process.communicate(timeout=60)  # ends once nobody is left who could still write

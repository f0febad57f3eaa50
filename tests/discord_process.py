"""The local Discord (tests.discord_server) in a process of its own, for a bot that is one, too."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Discord:
    """A running one."""

    port: int
    settings: dict[str, str]
    """What the bot's environment must hold to use it: its token and addresses."""

    def control(self, doing: str, **body: object) -> Any:
        """Do something in it (see tests.discord_server.control)."""
        url = f"http://127.0.0.1:{self.port}/_control/{doing}"
        request = urllib.request.Request(url, json.dumps(body).encode())  # our own server
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310  # our own server
            return json.load(answer)


@contextmanager
def discord_process(*options: str, port: int = 0) -> Iterator[Discord]:
    """Run it with these options of its command line; it is there at entry and gone at exit."""
    command = [sys.executable, "-m", "tests.discord_server", "--port", str(port), *options]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603  # our own program
        try:
            assert server.stdout is not None
            lines = [server.stdout.readline().strip() for _ in range(3)]
            settings = dict(line.split("=", 1) for line in lines)
            yield Discord(
                port or int(settings["BRIEFBOT_DISCORD_GATEWAY"].strip("/").rsplit(":")[-1]), settings
            )
        finally:
            server.terminate()

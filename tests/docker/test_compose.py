"""The image, for real: built, run by compose against a local Discord, hung, stopped.

The tests of the running bot stand in the order in which they must run: the last one stops it.
"""

import time

import pytest

from bot.briefing.files import read_manifest
from tests.discord_process import ROOT, Discord
from tests.docker.conftest import Bot, docker

LOCKED = ("--rm", "--read-only", "--cap-drop", "ALL", "--network", "none")
DEAD = 180.0
"""Seconds in which a dead connection must be found out: discord.py gives a silent gateway a minute."""


@pytest.fixture(scope="module")
def topic() -> str:
    """The weightiest topic of the briefs in the image."""
    return read_manifest(ROOT / "briefs").topics[0].title


def test_without_a_token(image: str) -> None:
    """Without a token the container ends with 2 and says what to do."""
    done = docker("run", *LOCKED, image, check=False)
    assert done.returncode == 2
    assert "DISCORD_TOKEN" in done.stderr


def test_lookups_need_nothing(image: str, topic: str) -> None:
    """The briefs are in the image: they are read without a network, a writable root or any right."""
    done = docker("run", *LOCKED, image, "brief", topic)
    assert done.stdout.startswith(topic)


def test_small(image: str) -> None:
    """The image is at most 250 MB larger than the one it stands on, readers of all formats and numpy included."""
    base = next(
        line for line in (ROOT / "Dockerfile").read_text().splitlines() if line.startswith("ARG BASE=")
    )
    sizes = [
        int(docker("image", "inspect", "--format", "{{.Size}}", name).stdout)
        for name in (image, base.partition("=")[2])
    ]
    assert sizes[0] - sizes[1] < 250_000_000


def test_healthy(bot: Bot) -> None:
    """`docker compose up --wait` ends with a healthy bot."""
    assert bot.inspect("{{.State.Health.Status}}") == "healthy"


def test_answers(bot: Bot, discord: Discord, topic: str) -> None:
    """A member of the channel gets a brief, and Discord finds nothing wrong with what the bot sent."""
    discord.control("wait", commands=["brief"])
    answer = discord.control("send", command="brief", options={"topic": topic})
    assert answer["error"] is None
    assert topic in answer["message"]["text"]
    assert discord.control("state")["violations"] == []


def test_locked_down(bot: Bot) -> None:
    """The bot is an ordinary user without rights, on a root that cannot be written."""
    assert bot.sh("id -u").stdout.strip() != "0"
    assert bot.sh("touch /x /app/x /venv/x", check=False).returncode != 0
    assert bot.inspect("{{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}}") == "true [ALL]"
    status = bot.sh("cat /proc/1/status").stdout
    assert "CapEff:\t0000000000000000" in status
    assert "NoNewPrivs:\t1" in status


def test_doctor(bot: Bot) -> None:
    """The doctor finds everything in order inside the container: briefs, database, Discord."""
    found = bot.sh("briefbot doctor").stdout.splitlines()
    assert [line.split(":")[0] for line in found] == ["✓ settings", "✓ briefs", "✓ database", "✓ discord"]


def test_the_token_is_not_shown(bot: Bot, discord: Discord) -> None:
    """Neither the log nor the container's description holds the token."""
    log = docker("logs", bot.container)
    assert discord.settings["DISCORD_TOKEN"] not in log.stdout + log.stderr + bot.inspect("{{json .}}")


def test_a_hung_gateway(bot: Bot, discord: Discord) -> None:
    """A gateway that falls silent turns the bot unhealthy; when it is back, so is the bot."""
    discord.control("gateway", do="hang")
    discord.control("gateway", do="refuse")
    bot.until_health("unhealthy", DEAD)
    discord.control("gateway", do="answer")
    discord.control("gateway", do="accept")
    bot.until_health("healthy", DEAD)


def test_stops_at_once(bot: Bot) -> None:
    """SIGTERM ends the bot in under five seconds, with 0."""
    began = time.monotonic()
    docker("stop", "--time", "30", bot.container)
    assert time.monotonic() - began < 5
    assert bot.inspect("{{.State.ExitCode}}") == "0"

"""The image under test, run by compose against a local Discord on this machine."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.discord_process import ROOT, Discord, discord_process

PROJECT = "briefbot-smoke"


def docker(*arguments: str, check: bool = True, timeout: float = 600) -> subprocess.CompletedProcess[str]:
    """Run docker from the project's folder; a failure shows what it said."""
    done = subprocess.run(  # noqa: S603  # the program is docker, the arguments are ours
        ["docker", *arguments],  # noqa: S607  # wherever this machine has it
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )
    if check and done.returncode:
        pytest.fail(
            f"docker {' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}"
        )
    return done


@dataclass(frozen=True)
class Bot:
    """The running container."""

    container: str

    def inspect(self, template: str) -> str:
        """What docker knows of it, by a Go template."""
        return docker("inspect", "--format", template, self.container).stdout.strip()

    def sh(self, script: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a script inside."""
        return docker("exec", self.container, "sh", "-c", script, check=check)

    def until_health(self, status: str, timeout: float) -> None:
        """Wait for docker to find it `status` (healthy, unhealthy); fails after `timeout` seconds."""
        command = ["docker", "events", "--filter", f"container={self.container}"]
        command += [
            "--filter",
            "event=health_status",
            "--format",
            "{{.Action}}",
            "--until",
            f"{time.time() + timeout:.0f}",
        ]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as events:  # noqa: S603  # as above
            try:
                # Events come from now on, so what was reached before the subscription is asked for.
                if self.inspect("{{.State.Health.Status}}") == status:
                    return
                assert events.stdout is not None
                for line in events.stdout:
                    if line.strip() == f"health_status: {status}":
                        return
            finally:
                events.terminate()
        log = docker("logs", self.container)
        pytest.fail(f"not {status} in {timeout:.0f} seconds:\n{log.stdout}\n{log.stderr}")


@pytest.fixture(scope="session")
def engine() -> None:
    """A Docker engine that answers; the tests are skipped where there is none."""
    try:
        reachable = docker("info", check=False, timeout=30).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        reachable = False
    if not reachable:
        pytest.skip("no Docker engine answers here")


@pytest.fixture(scope="session")
def image(engine: None) -> str:
    """The image, built from the project's folder."""
    docker("build", "--tag", "briefbot", ".", timeout=1200)
    return "briefbot"


@pytest.fixture(scope="module")
def discord(engine: None) -> Iterator[Discord]:
    """A local Discord that containers reach by the address of docker's bridge."""
    gateway = "{{(index .IPAM.Config 0).Gateway}}"
    host = docker("network", "inspect", "bridge", "--format", gateway).stdout.strip()
    with socket.create_server(("", 0)) as free:
        port = free.getsockname()[1]
    # Every address: the bridge's own exists only while something is on it.
    with discord_process("--host", "0.0.0.0", "--public-host", f"{host}:{port}", port=port) as discord:  # noqa: S104
        yield discord


@pytest.fixture(scope="module")
def bot(image: str, discord: Discord, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    """The bot as compose runs it, with its token in a secret; up and healthy."""
    secret = tmp_path_factory.mktemp("secret") / "token"
    secret.write_text(discord.settings["DISCORD_TOKEN"])
    secret.chmod(0o644)  # the container's user is another one
    compose = ("compose", "--project-name", PROJECT)
    with pytest.MonkeyPatch.context() as environment:
        for name, value in discord.settings.items():
            environment.setenv(name, value)
        environment.delenv("DISCORD_TOKEN")
        environment.setenv("DISCORD_TOKEN_FILE", str(secret))
        try:
            docker(*compose, "up", "--detach", "--no-build", "--wait", "--wait-timeout", "120")
            yield Bot(docker(*compose, "ps", "--all", "--quiet", "bot").stdout.strip())
        finally:
            docker(*compose, "down", "--volumes", "--timeout", "5", check=False)

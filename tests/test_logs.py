"""The log: one place, two formats, no secrets."""

import json
import logging
import warnings
from collections.abc import Iterator
from typing import Literal

import pytest
from pydantic import SecretStr

from bot import logs

TOKEN = "MTIz.made-up.token"


@pytest.fixture(autouse=True)
def root_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    level, handlers = root.level, root.handlers[:]
    quiet = {name: logging.getLogger(name).level for name in logs.QUIET}
    yield
    logging.captureWarnings(capture=False)
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, before in quiet.items():
        logging.getLogger(name).setLevel(before)


@pytest.mark.parametrize("form", ["console", "json"])
def test_the_token_is_redacted(capsys: pytest.CaptureFixture[str], form: Literal["console", "json"]) -> None:
    """Wherever the token would stand (message, arguments, extras, traceback), it does not."""
    logs.set_up("DEBUG", form, [SecretStr(TOKEN), None])
    log = logging.getLogger("test")
    log.info(f"in the message {TOKEN}")
    log.info("in the arguments %s %r", TOKEN, {"key": TOKEN}, extra={"more": TOKEN})
    try:
        raise ValueError(TOKEN)
    except ValueError:
        log.exception("in the traceback")
    err = capsys.readouterr().err
    assert TOKEN not in err
    assert err.count("[redacted]") >= 4


def test_tokens_of_interactions_are_redacted(capsys: pytest.CaptureFixture[str]) -> None:
    """The short-lived tokens that discord.py logs while debugging are taken out, too."""
    logs.set_up("DEBUG", "console")
    passing = "aW50ZXJhY3Rpb24" * 4
    log = logging.getLogger("discord.http")
    log.debug("PATCH https://discord.com/api/v10/webhooks/12/%s/messages/@original", passing)
    log.debug("POST https://discord.com/api/v10/interactions/12/%s/callback", passing)
    log.debug("WebSocket Event: %s", {"d": {"token": passing, "id": 1}})
    err = capsys.readouterr().err
    assert passing not in err
    assert "/messages/@original" in err


def test_json_lines(capsys: pytest.CaptureFixture[str]) -> None:
    """Each record is one line of JSON with time, level, logger and message; letters stay letters."""
    logs.set_up("INFO", "json")
    logging.getLogger("test").warning("Озеро\n%s", "Балхаш")
    (line,) = capsys.readouterr().err.splitlines()
    record = json.loads(line)
    assert (record["level"], record["logger"], record["message"]) == ("WARNING", "test", "Озеро\nБалхаш")
    assert record["time"].endswith("+00:00")
    assert "Озеро" in line


def test_levels(capsys: pytest.CaptureFixture[str]) -> None:
    """Below the level nothing is written; libraries' everyday notes only while debugging."""
    logs.set_up("INFO", "console")
    logging.getLogger("test").debug("unheard")
    logging.getLogger("apscheduler.scheduler").info("unheard")
    assert capsys.readouterr().err == ""
    logs.set_up("DEBUG", "console")
    logging.getLogger("apscheduler.scheduler").info("heard")
    assert "heard" in capsys.readouterr().err


def test_warnings_go_to_the_log(capsys: pytest.CaptureFixture[str]) -> None:
    """What Python warns about is a log record like any other."""
    logs.set_up("INFO", "json")
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn("old ways", DeprecationWarning, stacklevel=1)
    assert json.loads(capsys.readouterr().err)["logger"] == "py.warnings"

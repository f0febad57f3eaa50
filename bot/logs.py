"""The log: set up once, on standard error, with every secret taken out."""

from __future__ import annotations

import logging
import re
import sys
import time
from collections.abc import Sequence
from typing import Literal

from pydantic import SecretStr
from pythonjsonlogger.json import JsonFormatter

# What discord.py logs while debugging: the short-lived tokens of interactions, in addresses and in events.
PASSING = (
    re.compile(r"(/(?:webhooks|interactions)/\d+/)[\w.~-]{40,}"),
    re.compile(r"""(['"]token['"]: ['"])[^'"]+"""),
)
QUIET = ("apscheduler", "sqlalchemy", "alembic", "asyncio")
"""Libraries whose everyday notes are noise unless somebody is looking for a bug."""


class Redacting(logging.Formatter):
    """Another formatter's text with the secrets blacked out: in the message, its arguments and tracebacks."""

    def __init__(self, inner: logging.Formatter, secrets: Sequence[str]) -> None:
        super().__init__()
        self._inner = inner
        self._secrets = [secret for secret in secrets if secret]

    def format(self, record: logging.LogRecord) -> str:
        """The line that is written."""
        text = self._inner.format(record)
        for secret in self._secrets:
            text = text.replace(secret, "[redacted]")
        for pattern in PASSING:
            text = pattern.sub(r"\1[redacted]", text)
        return text


def set_up(level: str, form: Literal["console", "json"], secrets: Sequence[SecretStr | None] = ()) -> None:
    """Send every log record from `level` on to standard error, in one line of text or of JSON each."""
    inner: logging.Formatter
    if form == "json":
        inner = JsonFormatter(
            ["levelname", "name", "message"],
            rename_fields={"levelname": "level", "name": "logger"},
            timestamp="time",
            json_ensure_ascii=False,
        )
    else:
        inner = logging.Formatter("{asctime} {levelname:<7} {name}: {message}", "%Y-%m-%d %H:%M:%SZ", "{")
        inner.converter = time.gmtime
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        Redacting(inner, [secret.get_secret_value() for secret in secrets if secret is not None])
    )
    logging.captureWarnings(capture=True)
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.NOTSET if level == "DEBUG" else logging.WARNING)

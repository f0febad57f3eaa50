"""The settings: one frozen value, read once from the environment."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import SettingsError, said_back

PREFIX = "BRIEFBOT_"
TOKEN, TOKEN_FILE = "DISCORD_TOKEN", "DISCORD_TOKEN_FILE"  # names of variables, not secrets
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
FORMATS = ("console", "json")


def _secret(value: object) -> SecretStr:
    text = value.get_secret_value() if isinstance(value, SecretStr) else str(value)
    # Quotes and backslashes are left out so that a token looks the same inside JSON: the log can redact it there.
    if not re.fullmatch(r"[A-Za-z0-9._~+/=-]+", text.strip()):
        raise ValueError("holds characters that no token has: copy it again from Discord's developer portal")
    return SecretStr(text.strip())


def _level(value: object) -> object:
    if str(value).upper() not in LEVELS:
        raise ValueError(f"is {said_back(str(value))!r}: set it to one of {', '.join(LEVELS)}")
    return str(value).upper()


def _format(value: object) -> object:
    if str(value).lower() not in FORMATS:
        raise ValueError(f"is {said_back(str(value))!r}: set it to console or json")
    return str(value).lower()


def _address(value: object, *schemes: str) -> str:
    text = str(value)
    try:
        parts = urlsplit(text)
        sound = parts.scheme in schemes and parts.hostname and parts.port != 0
    except ValueError:
        sound = False
    if not sound:
        raise ValueError(
            f"is {said_back(text)!r}: set it to an address that begins with {' or '.join(s + '://' for s in schemes)}"
        )
    return text


def _api(value: object) -> str:
    return _address(value, "http", "https").rstrip("/")


def _gateway(value: object) -> str:
    return _address(value, "ws", "wss")


def _database(value: object) -> object:
    text = value.get_secret_value() if isinstance(value, SecretStr) else str(value)
    # The value is not repeated: it may hold a password.
    if not re.match(r"[a-z][a-z0-9+]*://", text):
        raise ValueError(
            "is not a database address: write it like sqlite:////data/briefbot.sqlite3, or unset it"
        )
    return SecretStr(text)


def _folder(value: object) -> Path:
    folder = Path(str(value)).expanduser()
    if folder.exists() and not folder.is_dir():
        raise ValueError(f"names {folder}, which is not a folder: name a folder")
    return folder


Folder = Annotated[Path, BeforeValidator(_folder)]


class Settings(BaseSettings):
    """What the environment says, checked; `load` makes it.

    The token and the database's address are secrets: no repr and no error shows them.
    """

    model_config = SettingsConfigDict(
        frozen=True,
        env_ignore_empty=True,  # compose passes a variable that nobody set as an empty text
        case_sensitive=True,
        validate_default=False,
        hide_input_in_errors=True,
        extra="ignore",
    )

    token: Annotated[SecretStr, BeforeValidator(_secret)] | None = Field(None, validation_alias=TOKEN)
    database_url: Annotated[SecretStr, BeforeValidator(_database)] | None = Field(
        None, validation_alias="BRIEFBOT_DATABASE_URL"
    )
    data_dir: Folder = Field(Path("data"), validation_alias="BRIEFBOT_DATA_DIR")
    """Where the database, the indexes and the sign of life stand; made when first needed."""
    briefs_dir: Folder = Field(Path("briefs"), validation_alias="BRIEFBOT_BRIEFS_DIR")
    seeds_dir: Folder = Field(Path("seeds"), validation_alias="BRIEFBOT_SEEDS_DIR")
    discord_api: Annotated[str, BeforeValidator(_api)] | None = Field(
        None, validation_alias="BRIEFBOT_DISCORD_API"
    )
    """Another server's REST address, up to and with its version: `http://127.0.0.1:PORT/api/v10`."""
    discord_gateway: Annotated[str, BeforeValidator(_gateway)] | None = Field(
        None, validation_alias="BRIEFBOT_DISCORD_GATEWAY"
    )
    """Another server's gateway address: `ws://127.0.0.1:PORT/`."""
    log_level: Annotated[
        Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"], BeforeValidator(_level)
    ] = Field("INFO", validation_alias="BRIEFBOT_LOG_LEVEL")
    log_format: Annotated[Literal["console", "json"], BeforeValidator(_format)] = Field(
        "console", validation_alias="BRIEFBOT_LOG_FORMAT"
    )

    @property
    def database(self) -> str:
        """The database's address: the one that was set, or an SQLite file in the data folder."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"sqlite:///{(self.data_dir / 'briefbot.sqlite3').absolute()}"

    @property
    def indexes_dir(self) -> Path:
        """Where what is made of the briefs is kept, so that the next start need not make it."""
        return self.data_dir / "indexes"

    @property
    def health_file(self) -> Path:
        """By its age, a running bot tells `briefbot health` that it is connected."""
        return self.data_dir / "health"


VARIABLES = (TOKEN_FILE, *(str(field.validation_alias) for field in Settings.model_fields.values()))
"""Every variable that is read."""


def load() -> Settings:
    """The settings that the environment gives; SettingsError names every fault, a sentence each, one a line."""
    faults: list[str] = []
    given: dict[str, object] = {}
    if os.environ.get(TOKEN_FILE):
        if os.environ.get(TOKEN):
            faults.append(f"{TOKEN} and {TOKEN_FILE} are both set: unset one of them.")
        else:
            try:
                given[TOKEN] = _token_in(Path(os.environ[TOKEN_FILE]).expanduser())
            except ValueError as error:
                faults.append(f"{TOKEN_FILE} {error}.")
    try:
        settings = Settings(**given)  # type: ignore[arg-type]  # taken for its own options; checked as they go in
    except ValidationError as error:
        for fault in error.errors(include_url=False, include_input=False):
            name, reason = str(fault["loc"][0]), fault["msg"].removeprefix("Value error, ")
            faults.append(f"{name} {reason}.")
    if faults:
        raise SettingsError("\n".join(faults))
    return settings


def unknown(environment: Mapping[str, str]) -> list[str]:
    """A sentence for every variable that looks like a setting and is none, with the nearest name."""
    sentences = []
    for name in sorted(environment):
        if name.startswith(PREFIX) and name not in VARIABLES:
            near = difflib.get_close_matches(name, VARIABLES, n=1, cutoff=0.0)
            sentences.append(f"{name} is not a setting and is ignored: did you mean {near[0]}?")
    return sentences


def _token_in(path: Path) -> SecretStr:
    try:
        text = path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise ValueError(
            f"names {path}, which cannot be read ({error.strerror}): put the token there, for the bot’s user to read"
        ) from None
    except UnicodeDecodeError:
        raise ValueError(
            f"names {path}, which is not a text file: put the token there, and nothing else"
        ) from None
    if not text:
        raise ValueError(f"names {path}, which is empty: put the token there")
    return _secret(text)

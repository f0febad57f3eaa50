"""A second opinion on every request body: Discord's own description of its API.

The description is an OpenAPI 3.1 document, so its schemas are JSON Schema 2020-12. The environment variable
DISCORD_OPENAPI names the file; without it nothing is checked here.
"""

import json
import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol, cast

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from .refusals import Faults

Body = dict[str, Any]
VARIABLE = "DISCORD_OPENAPI"

# Where the unchanged discord.py sends what the description refuses and Discord itself accepts. A place is the
# last field names of the path to the value, without list indexes; its value is first turned as said here.
# discord.py keeps snowflakes as int and puts them so into these lists; Discord reads both.
ACCEPTED_AS_INT = (
    ("allowed_mentions", "users"),
    ("allowed_mentions", "roles"),
    ("attachments", "id"),
    ("message_reference", "message_id"),
    ("message_reference", "channel_id"),
    ("message_reference", "guild_id"),
    ("sticker_ids",),
    ("default_values", "id"),
    ("emoji", "id"),
    ("recipient_id",),
)

_CODES = {
    "maxLength": "BASE_TYPE_MAX_LENGTH",
    "maxItems": "BASE_TYPE_MAX_LENGTH",
    "minLength": "BASE_TYPE_MIN_LENGTH",
    "minItems": "BASE_TYPE_MIN_LENGTH",
    "required": "BASE_TYPE_REQUIRED",
    "maximum": "NUMBER_TYPE_MAX",
    "minimum": "NUMBER_TYPE_MIN",
    "enum": "BASE_TYPE_CHOICES",
    "const": "BASE_TYPE_CHOICES",
    "uniqueItems": "SET_TYPE_ALREADY_CONTAINS_VALUE",
}


class Description(Protocol):
    """Whatever can say what is wrong with the body of a request."""

    def faults(self, method: str, template: str, body: Any) -> Faults: ...


class NoDescription:
    """Stands in where no description is at hand: nothing is wrong with anything."""

    def faults(self, method: str, template: str, body: Any) -> Faults:
        return Faults()


class OpenApi:
    """Discord's description of its API; reads and compiles only what is asked for, and that once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._validators: dict[tuple[str, str], Draft202012Validator | None] = {}

    @cached_property
    def _document(self) -> Body:
        return cast("Body", json.loads(self._path.read_text(encoding="utf-8")))

    @cached_property
    def _registry(self) -> Registry[Any]:
        registry: Registry[Any] = Registry().with_resource(
            "discord:", DRAFT202012.create_resource(self._document)
        )
        return registry

    def _validator(self, method: str, template: str) -> Draft202012Validator | None:
        key = (method.lower(), template)
        if key not in self._validators:
            operation = self._document["paths"].get(template, {}).get(key[0], {})
            schema = operation.get("requestBody", {}).get("content", {}).get("application/json")
            if schema is None:
                self._validators[key] = None
            else:
                pointer = "/".join(
                    part.replace("~", "~0").replace("/", "~1")
                    for part in (
                        "paths",
                        template,
                        key[0],
                        "requestBody",
                        "content",
                        "application/json",
                        "schema",
                    )
                )
                reference = {"$ref": f"discord:#/{pointer.replace('{', '%7B').replace('}', '%7D')}"}
                self._validators[key] = Draft202012Validator(reference, registry=self._registry)
        return self._validators[key]

    def faults(self, method: str, template: str, body: Any, *, strictly: bool = False) -> Faults:
        """Everything the description refuses in *body* as the body of this operation.

        What discord.py is known to send and Discord to accept passes, unless *strictly*.
        """
        found = Faults()
        validator = self._validator(method, template)
        if validator is None:
            return found
        for error in validator.iter_errors(body if strictly else _as_described(body)):
            innermost = best_match(iter([error]))
            code = _CODES.get(str(innermost.validator), "OPENAPI_REFUSED")
            found.at(*_path(innermost)).add(code, innermost.message[:300])
        return found


def from_environment() -> Description:
    """The description that DISCORD_OPENAPI names, or one that refuses nothing."""
    path = os.environ.get(VARIABLE)
    return OpenApi(Path(path)) if path else NoDescription()


def _path(error: ValidationError) -> Iterator[str | int]:
    yield from error.absolute_path


def _as_described(value: Any, names: tuple[str, ...] = ()) -> Any:
    """The body with the accepted differences taken out."""
    if isinstance(value, dict):
        return {key: _as_described(item, (*names, key)) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_described(item, names) for item in value]
    whole = isinstance(value, int) and not isinstance(value, bool)
    if whole and any(names[-len(place) :] == place for place in ACCEPTED_AS_INT):
        return str(value)
    return value

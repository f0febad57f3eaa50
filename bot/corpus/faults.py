"""What is wrong with an entry of a curator's file, in words that say what to write instead."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

Place = tuple[int | str, ...]


def sentences(
    path: Path, error: ValidationError, where: Callable[[Place], str], known: Collection[str]
) -> list[str]:
    """A sentence for each fault: file, place (`where` words its location) and remedy.

    `known` are the names of fields, for one that is misspelt.
    """
    return [
        f"{path}, {where(fault['loc'])} {_reason(fault, known)}." for fault in error.errors(include_url=False)
    ]


def _reason(fault: ErrorDetails, known: Collection[str]) -> str:
    context = fault.get("ctx", {})
    match fault["type"]:
        case "missing":
            return "is missing: add it"
        case "extra_forbidden":
            near = difflib.get_close_matches(str(fault["loc"][-1]), known, n=1)
            return f"is not known: {f'perhaps {near[0]!r} is meant' if near else 'remove it'}"
        case "string_type":
            return "is not a text: write it in quotes"
        case "string_too_long":
            return f"is longer than {context['max_length']} characters: shorten it"
        case "tuple_type" | "list_type":
            return "is not a list: write it in [brackets], a list of tables each under [[double ones]]"
        case "dict_type" | "model_type":
            return "is not a table: write its fields under a heading in [square brackets]"
        case "literal_error" | "enum":
            return f"is unknown: write {context['expected']}"
        case kind if kind.startswith("date"):
            return "is not a day: write it like 2019-09-12"
        case _:
            return fault["msg"].removeprefix("Value error, ").rstrip(".")

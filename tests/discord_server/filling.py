"""Picking one thing out of several by name or number, and filling in a modal."""

from collections.abc import Callable
from typing import Any, TypeVar

from .check_components import LABEL, ROW, TEXT_INPUT
from .errors import DriverError
from .seen import Modal

T = TypeVar("T")
Body = dict[str, Any]


def pick(things: list[T], wanted: Any, names: Callable[[T], tuple[Any, ...]], what: str) -> T:
    """The thing with this name or number."""
    for thing in things:
        if wanted in names(thing):
            return thing
    if isinstance(wanted, int) and -len(things) <= wanted < len(things):
        return things[wanted]
    shown = [names(thing)[0] for thing in things]
    raise DriverError(f"there is no {what} {wanted!r}; there are {shown}")


def filled(modal: Modal, given: Body) -> list[Body]:
    """The components of a modal as they are sent back."""
    known = {name for field in modal.fields for name in (field.custom_id, field.label)}
    for name in given:
        if name not in known:
            raise DriverError(f"the modal has no field {name!r}; it has {[f.label for f in modal.fields]}")
    sent: list[Body] = []
    for number, outer in enumerate(modal.components):
        inner = outer.get("component") or (outer.get("components") or [None])[0]
        if inner is None:
            sent.append({"type": outer["type"], "id": number + 1})
            continue
        field = next(f for f in modal.fields if f.custom_id == inner["custom_id"])
        value = given.get(field.custom_id, given.get(field.label, field.value))
        if field.required and value in (None, "", []):
            raise DriverError(f"the field {field.label!r} is required")
        reply: Body = {"type": inner["type"], "custom_id": inner["custom_id"], "id": 100 + number}
        if inner["type"] == TEXT_INPUT:
            text = "" if value is None else str(value)
            if text and not field.min_length <= len(text) <= field.max_length:
                raise DriverError(
                    f"{field.label!r} takes {field.min_length} to {field.max_length} characters"
                )
            reply["value"] = text
        else:
            values = value if isinstance(value, list | tuple) else [] if value is None else [value]
            if field.options:
                values = [
                    pick(field.options, v, lambda o: (o.label, o.value), "option").value for v in values
                ]
            reply["values"] = [str(getattr(v, "id", v)) for v in values]
        if outer["type"] == LABEL:
            sent.append({"type": LABEL, "id": number + 1, "component": reply})
        else:
            sent.append({"type": ROW, "id": number + 1, "components": [reply]})
    return sent

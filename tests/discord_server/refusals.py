"""How Discord says no: a status, a number, a sentence, and for a form the fault of every field."""

from collections.abc import Mapping, Sequence, Sized
from typing import Any

Body = dict[str, Any]
NOT_AN_OBJECT = ("MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")


class RefusalError(Exception):
    """A request that Discord would answer with an error."""

    def __init__(
        self, status: int, code: int, message: str, errors: Body | None = None, **extra: object
    ) -> None:
        super().__init__(f"{status} {code} {message} {errors or ''}".strip())
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors
        self.extra = extra

    def body(self) -> Body:
        """The JSON body of the answer."""
        body: Body = {"message": self.message, "code": self.code, **self.extra}
        if self.errors:
            body["errors"] = self.errors
        return body


def unauthorized() -> RefusalError:
    return RefusalError(401, 0, "401: Unauthorized")


def unknown(what: str, code: int) -> RefusalError:
    return RefusalError(404, code, f"Unknown {what}")


def missing_access() -> RefusalError:
    return RefusalError(403, 50001, "Missing Access")


def missing_permissions() -> RefusalError:
    return RefusalError(403, 50013, "Missing Permissions")


class Faults:
    """Everything wrong with one form, each fault at the place of its field.

    `at` gives a view of a nested field, so a check need not know where in the form it stands.
    """

    def __init__(self, root: Body | None = None, path: tuple[str, ...] = ()) -> None:
        self._root: Body = {} if root is None else root
        self._path = path

    def __bool__(self) -> bool:
        return bool(self._root)

    @property
    def form(self) -> Body:
        """All faults, nested as Discord nests them."""
        return self._root

    def at(self, *keys: str | int) -> "Faults":
        """The same faults, seen from a nested field."""
        return Faults(self._root, (*self._path, *map(str, keys)))

    def add(self, code: str, message: str) -> None:
        """Note one fault of the field this view stands at."""
        place = self._root
        for key in self._path:
            place = place.setdefault(key, {})
        place.setdefault("_errors", []).append({"code": code, "message": message})

    def refuse(self) -> None:
        """Raise the refusal, if there is any fault."""
        if self._root:
            raise RefusalError(400, 50035, "Invalid Form Body", self._root)

    # The checks that most forms share. Each says whether the value may be looked at further.

    def required(self, form: Mapping[str, Any], key: str) -> bool:
        """The field is there and is not null."""
        if form.get(key) is None:
            self.at(key).add("BASE_TYPE_REQUIRED", "This field is required")
            return False
        return True

    def length(self, form: Mapping[str, Any], key: str, low: int, high: int) -> bool:
        """The text or list, if there is one, has *low* to *high* characters or items."""
        value = form.get(key)
        if value is None:
            return False
        if not isinstance(value, Sized):
            self.at(key).add("BASE_TYPE_BAD_TYPE", "The value has the wrong type.")
            return False
        size = len(value)
        if low <= size <= high:
            return True
        if size > high:
            self.at(key).add("BASE_TYPE_MAX_LENGTH", f"Must be {high} or fewer in length.")
        elif size == 0:
            self.at(key).add("BASE_TYPE_REQUIRED", "This field is required")
        else:
            self.at(key).add("BASE_TYPE_MIN_LENGTH", f"Must be {low} or more in length.")
        return False

    def text(self, form: Mapping[str, Any], key: str, low: int, high: int, *, required: bool = False) -> bool:
        """The field is a text of *low* to *high* characters."""
        value = form.get(key)
        if value is None:
            return self.required(form, key) if required else False
        if not isinstance(value, str):
            self.at(key).add("STRING_TYPE_CONVERT", f'Could not convert "{value}" to a string.')
            return False
        return self.length(form, key, low, high)

    def items(self, form: Mapping[str, Any], key: str, low: int, high: int) -> Sequence[Any]:
        """The list at *key*, after checking how many items it has; empty if there is none."""
        value = form.get(key)
        if value is None:
            if low:
                self.required(form, key)
            return []
        if not isinstance(value, list):
            self.at(key).add("LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
            return []
        self.length(form, key, low, high)
        return value

    def objects(self, form: Mapping[str, Any], key: str, low: int, high: int) -> list[tuple["Faults", Body]]:
        """The objects in the list at *key*, each with the view of its place."""
        found: list[tuple[Faults, Body]] = []
        for index, item in enumerate(self.items(form, key, low, high)):
            here = self.at(key, index)
            if isinstance(item, dict):
                found.append((here, item))
            else:
                here.add(*NOT_AN_OBJECT)
        return found

    def mapping(self, form: Mapping[str, Any], key: str) -> Body:
        """The object at *key*, or an empty one."""
        value = form.get(key)
        if value is None or isinstance(value, dict):
            return value or {}
        self.at(key).add(*NOT_AN_OBJECT)
        return {}

    def number(self, form: Mapping[str, Any], key: str, low: int, high: int) -> bool:
        """The whole number, if there is one, lies between *low* and *high*."""
        value = form.get(key)
        if value is None:
            return False
        if not isinstance(value, int) or isinstance(value, bool):
            self.at(key).add("NUMBER_TYPE_COERCE", f'Value "{value}" is not int.')
            return False
        if value < low:
            self.at(key).add("NUMBER_TYPE_MIN", f"int value should be greater than or equal to {low}.")
            return False
        if value > high:
            self.at(key).add("NUMBER_TYPE_MAX", f"int value should be less than or equal to {high}.")
            return False
        return True

    def one_of(self, value: object, allowed: Sequence[object]) -> bool:
        """The value that stands here is one of *allowed*."""
        if value in allowed and not isinstance(value, bool):
            return True
        self.add("BASE_TYPE_CHOICES", f"Value must be one of {tuple(allowed)}.")
        return False

"""What Discord refuses in the components of a message or a modal."""

from collections.abc import Iterator
from typing import Any

from .refusals import NOT_AN_OBJECT, Faults

Body = dict[str, Any]

ROW, BUTTON, STRING_SELECT, TEXT_INPUT = 1, 2, 3, 4
USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT = 5, 6, 7, 8
SECTION, TEXT_DISPLAY, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER = 9, 10, 11, 12, 13, 14, 17
LABEL, FILE_UPLOAD, RADIO_GROUP, CHECKBOX_GROUP, CHECKBOX = 18, 19, 21, 22, 23
SELECTS = (STRING_SELECT, USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT)
LINK, PREMIUM = 5, 6

# What may stand where.
IN_ROW = (BUTTON, *SELECTS)
IN_CONTAINER = (ROW, SECTION, TEXT_DISPLAY, GALLERY, FILE, SEPARATOR)
AT_TOP = (*IN_CONTAINER, CONTAINER)
IN_LABEL = (*SELECTS, TEXT_INPUT, FILE_UPLOAD, RADIO_GROUP, CHECKBOX_GROUP, CHECKBOX)
IN_MODAL = (ROW, TEXT_DISPLAY, LABEL)

MOST_COMPONENTS = 40
MOST_TEXT = 4000


def nested(components: Any) -> Iterator[Body]:
    """Every component, those inside others included, in the order of reading; what is none is passed over."""
    for component in components if isinstance(components, list) else []:
        if not isinstance(component, dict):
            continue
        yield component
        yield from nested(component.get("components"))
        for key in ("accessory", "component"):
            if isinstance(component.get(key), dict):
                yield from nested([component[key]])


def check_message_components(body: Body, v2: bool, files: set[str], faults: Faults) -> None:
    """Check the components of a message; *files* are the names of its attachments."""
    components = faults.items(body, "components", 0, MOST_COMPONENTS if v2 else 5)
    here = faults.at("components")
    checker = _Components(files)
    for index, component in enumerate(components):
        checker.check(component, AT_TOP if v2 else (ROW,), here.at(index))
    if not v2:
        return
    every = list(nested(list(components)))
    if len(every) > MOST_COMPONENTS:
        here.add(
            "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
            f"The total number of components cannot exceed {MOST_COMPONENTS}",
        )
    shown = sum(len(str(c.get("content") or "")) for c in every if c.get("type") == TEXT_DISPLAY)
    if shown > MOST_TEXT:
        here.add(
            "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
            f"The total size of displayable text in components exceeds maximum size of {MOST_TEXT}",
        )


def check_modal(data: Body, faults: Faults) -> None:
    """Check the modal of an answer of type 9."""
    faults.text(data, "title", 1, 45, required=True)
    faults.text(data, "custom_id", 1, 100, required=True)
    checker = _Components(set(), modal=True)
    for index, component in enumerate(faults.items(data, "components", 1, 5)):
        checker.check(component, IN_MODAL, faults.at("components", index))


class _Components:
    """One walk over the components of one message, which must not repeat a custom_id."""

    def __init__(self, files: set[str], *, modal: bool = False) -> None:
        self._files = files
        self._modal = modal
        self._custom_ids: set[str] = set()

    def check(self, component: Any, allowed: tuple[int, ...], faults: Faults) -> None:
        """Check one component that may be of one of the *allowed* types, and all inside it."""
        if not isinstance(component, dict):
            faults.add(*NOT_AN_OBJECT)
            return
        if not faults.at("type").one_of(component.get("type"), allowed):
            return
        kind: int = component["type"]
        if kind == ROW:
            self._row(component, faults)
        elif kind == BUTTON:
            self._button(component, faults)
        elif kind in SELECTS:
            self._select(component, faults)
        elif kind == TEXT_INPUT:
            self._text_input(component, faults)
        elif kind == LABEL:
            faults.text(component, "label", 1, 45, required=True)
            faults.text(component, "description", 1, 100)
            if faults.required(component, "component"):
                self.check(component["component"], IN_LABEL, faults.at("component"))
        elif kind == SECTION:
            self._all(component, 1, 3, (TEXT_DISPLAY,), faults)
            if faults.required(component, "accessory"):
                self.check(component["accessory"], (BUTTON, THUMBNAIL), faults.at("accessory"))
        elif kind == CONTAINER:
            faults.number(component, "accent_color", 0, 0xFFFFFF)
            self._all(component, 1, MOST_COMPONENTS, IN_CONTAINER, faults)
        elif kind == TEXT_DISPLAY:
            faults.text(component, "content", 1, MOST_TEXT, required=True)
        elif kind == SEPARATOR:
            faults.number(component, "spacing", 1, 2)
        elif kind == THUMBNAIL:
            self._media(component, "media", faults)
        elif kind == FILE:
            self._media(component, "file", faults)
        elif kind == GALLERY:
            for here, item in faults.objects(component, "items", 1, 10):
                self._media(item, "media", here)
        else:
            self._custom_id(component, faults)

    def _all(self, parent: Body, low: int, high: int, allowed: tuple[int, ...], faults: Faults) -> None:
        for index, component in enumerate(faults.items(parent, "components", low, high)):
            self.check(component, allowed, faults.at("components", index))

    def _row(self, row: Body, faults: Faults) -> None:
        if self._modal:
            self._all(row, 1, 1, (TEXT_INPUT,), faults)
            return
        inner = list(nested(row.get("components")))
        if len(inner) > 1 and any(c.get("type") in SELECTS for c in inner):
            faults.at("components").add(
                "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "A select menu fills its row; nothing may stand beside it"
            )
        self._all(row, 1, 5, IN_ROW, faults)

    def _custom_id(self, component: Body, faults: Faults) -> None:
        if not faults.text(component, "custom_id", 1, 100, required=True):
            return
        custom_id = component["custom_id"]
        if custom_id in self._custom_ids:
            faults.at("custom_id").add(
                "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated"
            )
        self._custom_ids.add(custom_id)

    def _button(self, button: Body, faults: Faults) -> None:
        faults.text(button, "label", 0, 80)
        if not faults.at("style").one_of(button.get("style"), (1, 2, 3, 4, LINK, PREMIUM)):
            return
        if button["style"] == PREMIUM:
            faults.required(button, "sku_id")
            return
        if not button.get("label") and not button.get("emoji"):
            faults.at("label").add(
                "BUTTON_COMPONENT_INVALID_LABEL_OR_EMOJI", "A button must have a label or an emoji"
            )
        if button["style"] != LINK:
            self._custom_id(button, faults)
            if button.get("url") is not None:
                faults.add(
                    "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
                    "A custom id and url cannot both be specified",
                )
            return
        if button.get("custom_id") is not None:
            faults.add(
                "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
                "A custom id and url cannot both be specified",
            )
        if faults.text(button, "url", 1, 512, required=True):
            check_url(button, "url", faults, ("http", "https", "discord"))

    def _select(self, select: Body, faults: Faults) -> None:
        self._custom_id(select, faults)
        faults.text(select, "placeholder", 0, 150)
        faults.number(select, "min_values", 0, 25)
        faults.number(select, "max_values", 1, 25)
        least, most = select.get("min_values"), select.get("max_values")
        least, most = 1 if least is None else least, 1 if most is None else most
        if not isinstance(least, int) or not isinstance(most, int):
            return
        if least > most:
            faults.at("min_values").add(
                "SELECT_COMPONENT_MIN_VALUES_OVER_MAX", "min_values must not be greater than max_values"
            )
        if select["type"] != STRING_SELECT:
            return
        options = faults.objects(select, "options", 1, 25)
        values: set[str] = set()
        for here, option in options:
            value = str(option.get("value"))
            here.text(option, "label", 1, 100, required=True)
            here.text(option, "value", 1, 100, required=True)
            here.text(option, "description", 0, 100)
            if value in values:
                here.at("value").add(
                    "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used"
                )
            values.add(value)
        if options and most > len(options):
            faults.at("max_values").add(
                "SELECT_COMPONENT_MAX_VALUES_OVER_OPTIONS", "max_values is greater than the number of options"
            )
        if sum(bool(option.get("default")) for _, option in options) > most:
            faults.at("options").add(
                "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "Too many default values for the select"
            )

    def _text_input(self, text_input: Body, faults: Faults) -> None:
        self._custom_id(text_input, faults)
        faults.at("style").one_of(text_input.get("style"), (1, 2))
        faults.text(text_input, "label", 1, 45)
        faults.text(text_input, "placeholder", 0, 100)
        faults.text(text_input, "value", 0, 4000)
        faults.number(text_input, "min_length", 0, 4000)
        faults.number(text_input, "max_length", 1, 4000)

    def _media(self, holder: Body, key: str, faults: Faults) -> None:
        faults.text(holder, "description", 1, 1024)
        if not faults.required(holder, key):
            return
        here, media = faults.at(key), faults.mapping(holder, key)
        schemes = ("attachment",) if key == "file" else ("http", "https", "attachment")
        if here.text(media, "url", 1, 2048, required=True) and check_url(media, "url", here, schemes):
            name = str(media["url"]).removeprefix("attachment://")
            if name != media["url"] and name not in self._files:
                here.at("url").add("ATTACHMENT_NOT_FOUND", f"The referenced attachment {name} was not found.")


def check_url(form: Body, key: str, faults: Faults, schemes: tuple[str, ...]) -> bool:
    """The address begins with one of the *schemes* and names a host or a file."""
    scheme, mark, rest = str(form[key]).partition("://")
    if not mark or not rest or any(char.isspace() for char in rest):
        faults.at(key).add("URL_TYPE_INVALID_URL", "Not a well formed URL.")
        return False
    if scheme.lower() not in schemes:
        faults.at(key).add(
            "URL_TYPE_INVALID_SCHEME", f'Scheme "{scheme}" is not supported. Scheme must be one of {schemes}.'
        )
        return False
    return True

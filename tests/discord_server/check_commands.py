"""What Discord refuses when commands are registered, and when autocomplete answers."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any

from .refusals import NOT_AN_OBJECT, Faults

Body = dict[str, Any]

CHAT_INPUT, USER_COMMAND, MESSAGE_COMMAND, ENTRY_POINT = 1, 2, 3, 4
SUBCOMMAND, GROUP, STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, NUMBER, ATTACHMENT = range(
    1, 12
)
WITH_CHOICES = (STRING, INTEGER, NUMBER)
LOCALES = frozenset(
    [
        "ar",
        "bg",
        "cs",
        "da",
        "de",
        "el",
        "en-GB",
        "en-US",
        "es-419",
        "es-ES",
        "fi",
        "fr",
        "he",
        "hi",
        "hr",
        "hu",
        "id",
        "it",
        "ja",
        "ko",
        "lt",
        "nl",
        "no",
        "pl",
        "pt-BR",
        "ro",
        "ru",
        "sv-SE",
        "th",
        "tr",
        "uk",
        "vi",
        "zh-CN",
        "zh-TW",
    ]
)
MOST_BY_TYPE = {CHAT_INPUT: 100, USER_COMMAND: 15, MESSAGE_COMMAND: 15, ENTRY_POINT: 1}
MOST_TEXT = 8000
MOST_INTEGER = 2**53


def check_commands(commands: list[Any], faults: Faults) -> None:
    """Check the whole list of an application's commands, as a bulk overwrite sends it."""
    seen: set[tuple[int, str]] = set()
    for index, command in enumerate(commands):
        here = faults.at(index)
        check_command(command, here)
        if not isinstance(command, dict):
            continue
        key = (command.get("type") or CHAT_INPUT, str(command.get("name")))
        if key in seen:
            here.at("name").add(
                "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique"
            )
        seen.add(key)
    for kind, count in Counter(kind for kind, _ in seen).items():
        if count > MOST_BY_TYPE.get(kind, 0):
            faults.add(
                "APPLICATION_COMMAND_TOO_MANY", f"Must be {MOST_BY_TYPE.get(kind, 0)} or fewer in length."
            )


def check_command(command: Any, faults: Faults) -> None:
    """Check one command."""
    if not isinstance(command, dict):
        faults.add(*NOT_AN_OBJECT)
        return
    kind = command.get("type") or CHAT_INPUT
    if not faults.at("type").one_of(kind, tuple(MOST_BY_TYPE)):
        return
    if kind == CHAT_INPUT:
        _named(command, faults)
        _options(command, faults, depth=0)
        if _size(command) > MOST_TEXT:
            faults.add(
                "APPLICATION_COMMAND_TOO_LARGE", f"Command exceeds maximum size of {MOST_TEXT} characters"
            )
    else:
        faults.text(command, "name", 1, 32, required=True)
        if command.get("description"):
            faults.at("description").add(
                "APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED", "Context menu commands have no description"
            )
        if command.get("options"):
            faults.at("options").add(
                "APPLICATION_COMMAND_OPTIONS_NOT_ALLOWED", "Context menu commands have no options"
            )
    _places(command, faults)


def check_choices(data: Body, faults: Faults, option_type: int) -> None:
    """Check what autocomplete offers for an option of *option_type*."""
    _choices(data, faults, option_type)


def _places(command: Body, faults: Faults) -> None:
    for key, allowed in (("contexts", (0, 1, 2)), ("integration_types", (0, 1))):
        if command.get(key) is None:
            continue
        values = faults.items(command, key, 1, len(allowed))
        for index, value in enumerate(values):
            faults.at(key, index).one_of(value, allowed)
        if len({str(value) for value in values}) != len(values):
            faults.at(key).add("SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value.")
    if 2 in (command.get("contexts") or ()) and 1 not in (command.get("integration_types") or (0,)):
        faults.at("contexts").add(
            "APPLICATION_COMMAND_CONTEXT_NEEDS_USER_INSTALL",
            "The private channel context needs the user install integration type",
        )
    bits = command.get("default_member_permissions")
    if bits is not None and not str(bits).isdigit():
        faults.at("default_member_permissions").add("BITFIELD_TYPE_CONVERT", "Not a bitfield")


def is_command_name(name: str) -> bool:
    """Whether a slash command or an option may have this name."""
    return 1 <= len(name) <= 32 and name == name.lower() and all(map(_in_names, name))


def _in_names(char: str) -> bool:
    # Devanagari and Thai are allowed whole, with the marks that are no letters.
    whole = "\u0900" <= char <= "\u097f" or "\ua8e0" <= char <= "\ua8ff" or "\u0e01" <= char <= "\u0e5b"
    return char in "-_'" or whole or unicodedata.category(char)[0] in "LN"


def _named(thing: Body, faults: Faults) -> None:
    if faults.text(thing, "name", 1, 32, required=True) and not is_command_name(thing["name"]):
        faults.at("name").add("APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
    faults.text(thing, "description", 1, 100, required=True)
    for locale, name in _localised(thing, "name", faults):
        if not is_command_name(name):
            faults.at("name_localizations", locale).add(
                "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid"
            )
    for locale, text in _localised(thing, "description", faults):
        faults.at("description_localizations").length({locale: text}, locale, 1, 100)


def _localised(thing: Body, key: str, faults: Faults) -> Iterator[tuple[str, str]]:
    for locale, text in faults.mapping(thing, f"{key}_localizations").items():
        if locale not in LOCALES:
            faults.at(f"{key}_localizations", locale).add("ENUM_TYPE_COERCE", "Not a locale of Discord")
        elif isinstance(text, str):
            yield locale, text


def _options(parent: Body, faults: Faults, depth: int) -> None:
    options = faults.objects(parent, "options", 0, 25)
    here = faults.at("options")
    kinds = [option.get("type") for _, option in options]
    nests = [kind in (SUBCOMMAND, GROUP) for kind in kinds]
    if any(nests) and not all(nests):
        here.add(
            "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Subcommands and other options cannot stand together"
        )
    names: set[str] = set()
    optional = False
    for place, option in options:
        _option(option, place, depth)
        if option.get("name") in names:
            place.at("name").add(
                "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists"
            )
        names.add(str(option.get("name")))
        if option.get("required") and optional:
            place.add(
                "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                "Required options must be placed before non-required options",
            )
        optional = optional or not option.get("required")


def _option(option: Body, faults: Faults, depth: int) -> None:
    _named(option, faults)
    nesting = ((SUBCOMMAND, GROUP), (SUBCOMMAND,), ())[depth]
    # A group holds nothing but subcommands.
    plain = () if depth == 1 else range(STRING, ATTACHMENT + 1)
    if not faults.at("type").one_of(option.get("type"), (*nesting, *plain)):
        return
    kind = option["type"]
    if kind in (SUBCOMMAND, GROUP):
        _options(option, faults, depth + 1 if kind == GROUP else 2)
        return
    if kind in WITH_CHOICES:
        _choices(option, faults, kind)
        if option.get("autocomplete") and option.get("choices"):
            faults.at("autocomplete").add(
                "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE",
                "Choices and autocomplete exclude each other",
            )
    elif option.get("choices") or option.get("autocomplete"):
        faults.add("APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID", "Options of this type have no choices")
    if kind == STRING:
        faults.number(option, "min_length", 0, 6000)
        faults.number(option, "max_length", 1, 6000)


def _choices(holder: Body, faults: Faults, kind: int) -> None:
    names: set[str] = set()
    for here, choice in faults.objects(holder, "choices", 0, 25):
        here.text(choice, "name", 1, 100, required=True)
        if choice.get("name") in names:
            here.at("name").add(
                "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS", "Name already exists"
            )
        names.add(str(choice.get("name")))
        value = choice.get("value")
        if kind == STRING:
            here.text(choice, "value", 1, 100, required=True)
        elif here.required(choice, "value"):
            whole = isinstance(value, int) and not isinstance(value, bool)
            if not whole and not (kind == NUMBER and isinstance(value, float)):
                here.at("value").add("NUMBER_TYPE_COERCE", f'Value "{value}" is not a number.')
            elif isinstance(value, int | float) and abs(value) > MOST_INTEGER:
                here.at("value").add(
                    "NUMBER_TYPE_MAX", f"Must be between -{MOST_INTEGER} and {MOST_INTEGER}."
                )


def _size(thing: Body) -> int:
    """The characters of names, descriptions and values, of each the longest localisation."""
    size = 0
    for key in ("name", "description", "value"):
        texts = [thing.get(key), *(thing.get(f"{key}_localizations") or {}).values()]
        size += max((len(text) for text in texts if isinstance(text, str)), default=0)
    inner = [*(thing.get("options") or []), *(thing.get("choices") or [])]
    return size + sum(_size(item) for item in inner if isinstance(item, dict))

"""`seeds/topics.toml`: the curator's names, aliases, merges, drops and themes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from bot.corpus.faults import Place, sentences
from bot.corpus.sources import read_toml
from bot.errors import said_back


def _readable(name: str) -> str:
    if not any(character.isalnum() for character in name):
        raise ValueError("has no letter and no digit, so that nobody can ask for it: correct or remove it")
    return name


Name = Annotated[str, AfterValidator(_readable)]
Slug = Annotated[str, Field(max_length=60)]
ThemeName = Annotated[str, Field(max_length=60), AfterValidator(_readable)]
TopicName = Annotated[str, Field(max_length=100), AfterValidator(_readable)]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ThemeNotes(_Entry):
    """A theme: what digests are made on."""

    name: ThemeName
    aliases: tuple[Name, ...] = ()
    words: tuple[Name, ...] = ()
    """Words and phrases that make a topic belong to the theme where its passages speak of it with them."""


class TopicNotes(_Entry):
    """A topic that the curator names; found names that are among its own are folded into it."""

    name: TopicName
    aliases: tuple[Name, ...] = ()
    """Other names, in any script; each is looked up and, where a text has it, counts as a mention."""
    only_asked: tuple[Name, ...] = ()
    """Names that people ask by but that mean other things in a text, so that they are looked up only."""
    themes: tuple[str, ...] = ()


class Notes(_Entry):
    """The whole file."""

    themes: dict[Slug, ThemeNotes] = {}
    """By slug."""
    topics: tuple[TopicNotes, ...] = ()
    drop: tuple[str, ...] = ()
    """Found names that are no topic."""


_FIELDS = {**Notes.model_fields, **TopicNotes.model_fields, **ThemeNotes.model_fields}


def read_notes(path: Path, faults: list[str]) -> Notes:
    """The curator's notes; a missing file is none, and each fault is one sentence in `faults`."""
    table = read_toml(path, faults)
    try:
        notes = TypeAdapter(Notes).validate_python(table)
    except ValidationError as error:
        faults += sentences(path, error, lambda place: _where(table, place), _FIELDS)
        return Notes()
    for topic in notes.topics:
        faults += [
            f"{path}, topic {said_back(topic.name)!r}: there is no theme {said_back(theme)!r}; "
            "add it under [themes] or correct it."
            for theme in topic.themes
            if theme not in notes.themes
        ]
    for kind, entries in (("topic", notes.topics), ("theme", notes.themes.values())):
        faults += [
            f"{path} names the {kind} {said_back(name)!r} twice: join the two."
            for name in _repeated(entry.name for entry in entries)
        ]
    return notes


def _repeated(names: Iterable[str]) -> list[str]:
    """The names that come more than once, in capitals or not, as first written."""
    written: dict[str, str] = {}
    often: Counter[str] = Counter()
    for name in names:
        key = " ".join(name.casefold().split())
        written.setdefault(key, name)
        often[key] += 1
    return [name for key, name in written.items() if often[key] > 1]


def _where(table: dict[str, object], place: Place) -> str:
    """The place of a fault as the curator knows it: by the name of the topic or the theme, where it has one."""
    match place:
        case ["topics", int(number), *field]:
            return ", ".join([f"topic {_name_of(table.get('topics'), number)}", *_field(field)])
        case ["themes", slug, *field]:
            return ", ".join([f"theme {said_back(str(slug))!r}", *_field(field)])
        case _:
            return ", ".join(_field(place))


def _name_of(topics: object, number: int) -> str:
    """What a topic is called in its entry, or its number."""
    entry = topics[number] if isinstance(topics, list) else None
    name = entry.get("name") if isinstance(entry, dict) else None
    return repr(said_back(name)) if isinstance(name, str) and name.strip() else str(number + 1)


def _field(place: Sequence[int | str]) -> list[str]:
    """`field 'aliases'`, `entry 2`: entries of lists counted from 1."""
    return [
        f"entry {part + 1}" if isinstance(part, int) else f"field {said_back(part)!r}"
        for part in place
        if part != "[key]"  # that is the slug of a theme, which the place names already
    ]

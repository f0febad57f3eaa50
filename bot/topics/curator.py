"""`seeds/topics.toml`: the curator's names, aliases, merges, drops and themes."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from bot.corpus.sources import read_toml


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ThemeNotes(_Entry):
    """A theme: what digests are made on."""

    name: str = Field(min_length=1, max_length=60)
    aliases: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    """Words and phrases that make a topic belong to the theme where its passages speak of it with them."""


class TopicNotes(_Entry):
    """A topic that the curator names; found names that are among its own are folded into it."""

    name: str = Field(min_length=1, max_length=100)
    aliases: tuple[str, ...] = ()
    """Other names, in any script; each is looked up and, where a text has it, counts as a mention."""
    only_asked: tuple[str, ...] = ()
    """Names that people ask by but that mean other things in a text, so that they are looked up only."""
    themes: tuple[str, ...] = ()


class Notes(_Entry):
    """The whole file."""

    themes: dict[str, ThemeNotes] = {}
    """By slug."""
    topics: tuple[TopicNotes, ...] = ()
    drop: tuple[str, ...] = ()
    """Found names that are no topic."""


def read_notes(path: Path, faults: list[str]) -> Notes:
    """The curator's notes; a missing file is none, and each fault is one sentence in `faults`."""
    table = read_toml(path, faults)
    try:
        notes = TypeAdapter(Notes).validate_python(table)
    except ValidationError as error:
        faults += [f"{path}, {_where(table, e['loc'])}: {e['msg']}." for e in error.errors()]
        return Notes()
    for topic in notes.topics:
        faults += [
            f"{path}, topic {topic.name!r}: there is no theme {theme!r}; add [themes.{theme}] or correct it."
            for theme in topic.themes
            if theme not in notes.themes
        ]
    names = [topic.name for topic in notes.topics]
    faults += [
        f"{path} names the topic {name!r} twice: join the two."
        for name in {n for n in names if names.count(n) > 1}
    ]
    return notes


def _where(table: dict[str, object], location: tuple[int | str, ...]) -> str:
    """The place of a fault as the curator knows it: by the topic's name where it has one."""
    topics = table.get("topics")
    if (
        len(location) > 1
        and location[0] == "topics"
        and isinstance(location[1], int)
        and isinstance(topics, list)
    ):
        entry = topics[location[1]]
        name = entry.get("name") if isinstance(entry, dict) else None
        return f"topic {name or location[1] + 1!r}" + (
            f", field {location[2]!r}" if len(location) > 2 else ""
        )
    return f"field {'.'.join(str(part) for part in location)!r}"

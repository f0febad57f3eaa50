"""`seeds/sources.toml`: what the curator knows of a document that its text does not say, or says wrongly."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import replace
from functools import partial
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from bot.corpus.document import DateBasis, Metadata
from bot.corpus.faults import Place, sentences
from bot.errors import said_back


class SourceNotes(BaseModel):
    """The curator's notes on one document; what is not given stays as the text states it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: dt.date | None = None
    date_basis: DateBasis | None = None
    """How the date is known; `stated` unless the curator says `inferred`."""
    url: str | None = None
    leave_out: tuple[str, ...] = ()
    """Paragraphs, written out in full, that are page furniture though they do not look it."""

    def over(self, found: Metadata) -> Metadata:
        """The metadata found in the text, with the curator's in place of it where there is any."""
        given = {
            name: value
            for name in ("title", "publisher", "author", "url")
            if (value := getattr(self, name)) is not None
        }
        if self.published is not None:
            given |= {"published": self.published.isoformat(), "date_basis": self.date_basis or "stated"}
        return replace(found, **given)


def read_sources(path: Path, files: set[str], faults: list[str]) -> dict[str, SourceNotes]:
    """The notes by file name; a missing file is no notes, and each fault is one sentence in `faults`."""
    table = read_toml(path, faults)
    notes: dict[str, SourceNotes] = {}
    adapter = TypeAdapter(SourceNotes)
    for file, entry in table.items():
        if file not in files:
            faults.append(
                f"{path} speaks of {said_back(file)!r}, which is not in the documents folder: correct the name."
            )
            continue
        try:
            notes[file] = adapter.validate_python(entry)
        except ValidationError as error:
            faults += sentences(path, error, partial(_where, file), SourceNotes.model_fields)
    return notes


def read_toml(path: Path, faults: list[str]) -> dict[str, object]:
    """The table in a TOML file; empty where the file is missing, or broken and named in `faults`."""
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except FileNotFoundError:
        return {}
    except OSError as error:
        faults.append(f"{path} cannot be read ({error.strerror}): mend its permissions.")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        faults.append(f"{path} is not valid TOML ({error}): mend that place.")
    return {}


def _where(file: str, place: Place) -> str:
    """`'report.txt', field 'leave_out', entry 2`: entries of lists counted from 1."""
    parts = (f"entry {part + 1}" if isinstance(part, int) else f"field {said_back(part)!r}" for part in place)
    return ", ".join([repr(file), *parts])

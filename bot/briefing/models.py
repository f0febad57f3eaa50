"""What a brief is made of, as written to `briefs/` and as every front end reads it.

The shapes are public (see the README's data format): fields may be added, none may change its meaning.
Character offsets count Unicode code points in the document's file read as UTF-8, newlines as they are.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

DateText = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
"""A date at the precision that is known: `2019-09-12`, `2019-09` or `2019`."""
DayText = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
"""A calendar day, `2019-09-12`."""


class Model(BaseModel):
    """The common ground: immutable, and strict about what it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Citation(Model):
    """The very words of a source: `text[start:end] == quote` in the source's file, to the letter."""

    source: str
    paragraph: int
    """The paragraph's number in the file, from 1, page furniture included."""
    start: int
    end: int
    quote: str


class Statement(Model):
    """What a brief shows as one numbered line: its quotes, joined; […] where words are left out."""

    text: str
    citations: tuple[Citation, ...] = Field(min_length=1)


class Figure(Model):
    """A number that a source states: every part of it is sliced from the quote."""

    value: str
    unit: str
    measure: str
    as_of: DateText | None
    citation: Citation


class Event(Model):
    """What a source says happened at a date that it states."""

    date: DateText
    text: str
    citation: Citation


class Difference(Model):
    """Figures that measure the same thing, as indices into the brief's `figures`, oldest first."""

    measure: str
    figures: tuple[int, ...]


class Source(Model):
    """A document as a reader would name it; what the text does not state and no curator added is null."""

    id: str
    title: str
    publisher: str | None
    author: str | None
    published: DayText | None
    date_basis: Literal["stated", "inferred"] | None
    url: str | None
    file: str


class Coverage(Model):
    """How much of the corpus speaks of the topic, and over which days of publication."""

    documents: int
    passages: int
    first: DayText | None
    last: DayText | None


class Brief(Model):
    """All that the corpus says on one topic."""

    slug: str
    title: str
    aliases: tuple[str, ...]
    themes: tuple[str, ...]
    summary: tuple[Statement, ...]
    evidence: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    timeline: tuple[Event, ...]
    differences: tuple[Difference, ...]
    related: tuple[str, ...]
    sources: tuple[Source, ...]
    coverage: Coverage


class StoredParagraph(Model):
    """A paragraph of a document's own prose, for reading a citation in its place."""

    number: int
    start: int
    end: int
    text: str


class StoredDocument(Model):
    """What serving needs of a document, so that it never reads the seeds: `briefs/documents/<id>.json`."""

    source: Source
    paragraphs: tuple[StoredParagraph, ...]


class TopicEntry(Model):
    """A topic as the manifest lists it: enough to find it by name without opening its brief."""

    slug: str
    title: str
    names: tuple[str, ...]
    """The title first, then every alias and spelling variant, in every script."""
    themes: tuple[str, ...]
    """The main one first."""
    documents: int
    passages: int


class ThemeEntry(Model):
    """A theme that digests can be made on; `slug` is what topics carry in `themes`."""

    slug: str
    name: str
    names: tuple[str, ...]
    """The name first, then its aliases."""
    words: tuple[str, ...] = ()
    """Words by which a text speaks of the theme."""


class Manifest(Model):
    """The table of contents of `briefs/`, and what it was built from: `briefs/manifest.json`."""

    format: int
    builder: str
    """Hash of the code that built the briefs."""
    inputs: dict[str, str]
    """SHA-256 of every seed file, by its path below the seeds folder."""
    outputs: dict[str, str]
    """SHA-256 of every file that the build wrote, by its path below the briefs folder."""
    topics: tuple[TopicEntry, ...]
    """Weightiest first."""
    themes: tuple[ThemeEntry, ...]
    sources: tuple[Source, ...]

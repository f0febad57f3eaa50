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

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Citation(Model):
    """The very words of a source: `text[start:end] == quote` in the source's file, to the letter."""

    source: str
    paragraph: int
    """The paragraph's number in the file, from 1, page furniture included."""
    start: int
    end: int
    quote: str


class Voice(Model):
    """Whose words a statement reports, as the text names them."""

    name: str
    """Who, as the text has it: a slice of `citation`’s quote."""
    words: str
    """What says so: a slice of a quote of the statement, or of `citation`’s (“according to Kazakh Invest”)."""
    basis: Literal["stated", "continued", "resolved", "reference"]
    """`stated`: named in the statement itself; `continued`: the statement is part of a speech, and who speaks stands
    in another sentence; `resolved`: the statement says “he”, “the bank” or a short label, and `name` is whom that means;
    `reference`: a source named in brackets, such as `(RBC, July 28)`."""
    of: int
    """Which of the statement’s citations holds the words reported, counted from 0."""
    citation: Citation
    """Where the name stands."""


class Statement(Model):
    """What a brief shows as one numbered line: its quotes, joined; […] where words are left out."""

    text: str
    citations: tuple[Citation, ...] = Field(min_length=1)
    said_by: tuple[Voice, ...] | None = None
    """Whose words it reports; null where the document says it in its own name."""
    publishers: int | None = Field(default=None, ge=1)
    """How many publishers say it independently, those that repeat another’s words not counted, nor
    unknown ones beside another; 1: it stands alone."""


class Figure(Model):
    """A number that a source states: `value`, `unit` and `measure` are sliced from the quote, to the letter."""

    value: str
    """The number as written, with sign, scale and qualifier (“more than $50 billion”)."""
    unit: str
    """The part of it that says of what kind it is (“$”, “percent”, “oil tankers”); empty where the sentence states none."""
    measure: str
    """What it measures: the phrase or clause that says so."""
    as_of: DateText | None
    """The date it is of."""
    citation: Citation
    as_of_basis: Literal["stated", "resolved", "document"] | None = None
    """Whether the text gives that date in full, in words resolved by the document’s date (“last year”), or not at
    all, so that it is the document’s own; null where `as_of` is."""
    role: Literal["from", "to", "by"] | None = None
    """Its part in a change that is told: from this, to this, by this much."""
    planned: bool = False
    """Whether the text speaks of it as still to come (“planned to increase … to $40 billion”)."""
    kind: Literal["money", "share", "count", "duration", "ratio", "rank"] | None = None
    currency: str | None = None
    """ISO 4217 code of an amount of money, where its sign or word leaves no doubt."""
    amount: float | None = None
    """The value as a number (“27.7 billion” is 27700000000.0), computed for comparing, never shown in its place;
    null where the text gives none (“dozens”)."""
    amount_to: float | None = None
    """The upper end of a range (“two to three times”)."""


class Event(Model):
    """What a source says happened, or is to happen, at a date."""

    date: DateText
    """The date, or the first day, month or year of a stretch of time."""
    text: str
    citation: Citation
    end: DateText | None = None
    """The last day, month or year of a stretch of time."""
    date_basis: Literal["stated", "resolved", "inferred"] = "stated"
    """`stated`: the text gives the date with its year; `resolved`: what the text leaves out (“September 11”,
    “yesterday”) is filled in from the document’s date; `inferred`: likewise, and that date is itself inferred."""
    words: str | None = None
    """The date as the text has it, a slice of the quote."""
    planned: bool = False
    """Whether the text speaks of it as still to come when it was written."""
    citations: tuple[Citation, ...] = ()
    """Every passage that tells of it, `citation` first."""


class Difference(Model):
    """Figures that measure the same thing, as indices into the brief's `figures`, oldest first."""

    measure: str
    figures: tuple[int, ...]


class Dispute(Model):
    """Claims of different sources that say the opposite of each other, side by side, the older first."""

    claims: tuple[Statement, ...] = Field(min_length=2)


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
    publishers: int | None = None
    """How many publishers those documents have, each counted once, as are those that repeat another’s words; null where
    one is unknown."""


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
    disputes: tuple[Dispute, ...] = ()
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

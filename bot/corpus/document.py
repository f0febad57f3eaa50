"""A document, cut into paragraphs and passages that know where they stand in the file."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Literal, TypeVar, cast

T = TypeVar("T")
DateBasis = Literal["stated", "inferred"]


class Kind(StrEnum):
    """What a paragraph is; only PROSE is ever quoted."""

    PROSE = "prose"
    TITLE = "title"
    HEADING = "heading"
    CAPTION = "caption"
    CREDIT = "credit"
    """Who wrote and published it, and when: byline, publication line, date line, the author's biography."""
    FURNITURE = "furniture"
    """The page round the document: menus, counters, links to other pages, doubled titles."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a document's prose; `start` and `end` are character offsets into the document's text."""

    source: str
    paragraph: int
    start: int
    end: int
    text: str
    parted: bool = False
    """Whether no full stop parts it from a headline, a caption or another sentence, so that its bounds are inferred."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the file; `number` counts all of them from 1, whatever their kind."""

    number: int
    start: int
    end: int
    kind: Kind
    passages: tuple[Passage, ...] = ()
    """Its sentences, in order; empty for all kinds but PROSE."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a document: None where nobody states it."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    """A day, `2019-09-12`."""
    date_basis: DateBasis | None = None
    url: str | None = None


@dataclass(frozen=True)  # without slots, for what is remembered
class Document:
    """A document of the corpus. `text` is the file read as UTF-8 with its newlines as they are."""

    id: str
    file: str
    """Path below the documents folder, with forward slashes."""
    text: str
    title: str
    metadata: Metadata
    paragraphs: tuple[Paragraph, ...]

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All sentences of the document's prose, in order."""
        return tuple(passage for paragraph in self.paragraphs for passage in paragraph.passages)

    @cached_property
    def remembered(self) -> dict[Hashable, object]:
        """What other rooms have worked out of this document, so that it is done once; no part of its value."""
        return {}

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, worked out the first time that `key` is asked for and then remembered."""
        if key not in self.remembered:
            self.remembered[key] = make()
        return cast("T", self.remembered[key])

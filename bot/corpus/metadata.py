"""What a document says of itself: title, author, publisher, date. What it does not say stays None."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from bot.corpus.dates import date_of_line, infer_date
from bot.corpus.document import Kind, Metadata
from bot.corpus.layout import Block, is_biography, is_date_line

_LABELS = {
    "author": re.compile(r"(?:by|author|authors|written by|автор|作者)\s*[:：]\s*(.+)", re.IGNORECASE),
    "publisher": re.compile(
        r"(?:publication|publisher|published by|source|источник|来源)\s*[:：]\s*(.+)", re.IGNORECASE
    ),
}
_NEXT_LABEL = re.compile(r"\s+(?:volume|vol\.?|issue|no\.?|number|date|pages?)\s*[:：].*", re.IGNORECASE)
_BYLINE = re.compile(r"by\s+([A-Z].*?),?$", re.IGNORECASE)
_PUBLISHED_BY = re.compile(
    r"(?:re)?published\s+(?:originally\s+)?by\s+(?:the\s+)?(.+?)(?:\s+with\b|\s+on\b|\s+under\b|[.,;]|$)",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?:(?:Dr|Prof|Mr|Ms|Mrs)\.?\s+)?(.+?),?\s+(?:is|was|works|serves|teaches|writes|covers)\b"
)
_URL = re.compile(r"(?:[\w ]{1,20}:\s*)?(https?://\S+)", re.IGNORECASE)
_NAME_SHAPE = re.compile(r"[^\W\d_]")


def find_metadata(text: str, cut: Sequence[Block]) -> tuple[str | None, Metadata]:
    """The title and the rest of what the page states; a date that only its text implies is marked as inferred."""
    title: str | None = None
    found: dict[str, str] = {}
    published: dt.date | None = None
    for block in cut:
        line = " ".join(text[block.start : block.end].split())
        if block.kind is Kind.TITLE:
            title = line
        if block.kind is Kind.CREDIT and (url := _URL.fullmatch(line)):
            found.setdefault("url", url.group(1))
        if block.kind is not Kind.CREDIT:
            continue
        published = published or date_of_line(line)
        for name, value in _credits(line):
            found.setdefault(name, value)
    basis = "stated" if published else None
    if published is None:
        published = infer_date(text[b.start : b.end] for b in cut if b.kind in (Kind.PROSE, Kind.CAPTION))
        basis = "inferred" if published else None
    return title, Metadata(
        publisher=found.get("publisher"),
        author=found.get("author"),
        published=published.isoformat() if published else None,
        date_basis="stated" if basis == "stated" else "inferred" if basis else None,
        url=found.get("url"),
    )


def _credits(line: str) -> list[tuple[str, str]]:
    """Author and publisher as one credit line gives them."""
    if is_date_line(line):
        return []
    if is_biography(line) and (person := _PERSON.match(line)):
        return [("author", person.group(1))]
    for name, label in _LABELS.items():
        if match := label.fullmatch(line):
            value = _NEXT_LABEL.sub("", match.group(1)).strip(" .,;|")
            return [(name, value)] if _is_name(value) else []
    if match := _PUBLISHED_BY.match(line):
        return [("publisher", match.group(1).strip())]
    if (match := _BYLINE.fullmatch(line)) and _is_name(match.group(1)):
        return [("author", match.group(1))]
    return []


def _is_name(value: str) -> bool:
    return bool(_NAME_SHAPE.search(value)) and date_of_line(value) is None and not value.startswith("http")

"""What a document says of itself: title, author, publisher, date. What it does not say stays None."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.corpus.dates import date_of_line, infer_date
from bot.corpus.document import Kind, Metadata
from bot.corpus.formats.extract import Extract
from bot.corpus.formats.trust import believed
from bot.corpus.layout import Block, is_biography, is_date_line
from bot.corpus.stamps import OPENING, read_opening

_LABELS = {
    "author": re.compile(r"(?:by|author|authors|written by|автор|作者)\s*[:：]\s*(.+)", re.IGNORECASE),
    "publisher": re.compile(
        r"(?:publication|publisher|published by|source|источник|来源)\s*[:：]\s*(.+)", re.IGNORECASE
    ),
}
_NEXT_LABEL = re.compile(r"\s+(?:volume|vol\.?|issue|no\.?|number|date|pages?)\s*[:：].*", re.IGNORECASE)
_BYLINE = re.compile(r"(?i:by)\s+([A-Z].*?)(?:,|\s+[|·]\s.*|\s+(?:in|for|on|at)\s.*)?$")
_PUBLISHED_BY = re.compile(
    r"(?:re)?published\s+(?:originally\s+)?by\s+(?:the\s+)?(.+?)(?:\s+with\b|\s+on\b|\s+under\b|[.,;]|$)",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?:(?:Dr|Prof|Mr|Ms|Mrs)\.?\s+)?(.+?),?\s+(?:is|was|works|serves|teaches|writes|covers)\b"
)
_URL = re.compile(r"(?:[\w ]{1,20}:\s*)?(https?://\S+)", re.IGNORECASE)
_OPENING = 4_000
"""Characters from the beginning within which a document says its title and author."""
ENTRIES = 2
"""Headings with a day from which a document is a log or a diary, whose entries have days of their own."""
_SMALL = frozenset("and & de del der den di van von bin al la le da dos of the und et y и".split())
"""Words of names that are written small."""
_NAME_SHAPE = re.compile(r"[^\W\d_]")


def find_metadata(text: str, cut: Sequence[Block]) -> tuple[str | None, Metadata]:
    """The title and the rest of what the page states; a date that only its text implies is marked as inferred."""
    title: str | None = None
    found: dict[str, str] = {}
    published: dt.date | None = None
    prose = [block.start for block in cut if block.kind is Kind.PROSE]
    first, last = (prose[0], prose[-1]) if prose else (-1, -1)
    dated_headings = 0
    for block in cut:
        line = " ".join(text[block.start : block.end].split())
        if block.kind is Kind.HEADING and date_of_line(line):
            dated_headings += 1
        if block.kind is Kind.TITLE:
            title = line
        if block.kind is Kind.CREDIT and (url := _URL.fullmatch(line)) and not first <= block.start <= last:
            # Between its sentences a page gives the addresses of others.
            found.setdefault("url", url.group(1))
        if block.kind is not Kind.CREDIT:
            continue
        if not first < block.start < last or block.start - first <= OPENING:
            # Far between its sentences a page gives the days of others too.
            published = published or date_of_line(line)
        for name, value in _credits(line):
            found.setdefault(name, value)
    if dated_headings >= ENTRIES:
        published = None  # the day of a log's first entry is not that of the others
    opening = read_opening("\n".join(_own_lines(text, cut)))
    published = published or opening.published
    for name, said in (("publisher", opening.publisher), ("author", opening.author)):
        if said:
            found.setdefault(name, said)
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


def _own_lines(text: str, cut: Sequence[Block]) -> Iterator[str]:
    """The lines of a document without the page round it, as far as its opening goes."""
    length = 0
    for block in cut:
        if block.kind is not Kind.FURNITURE and length <= OPENING:
            line = " ".join(text[block.start : min(block.end, block.start + 2 * OPENING)].split())
            length += len(line)
            yield line


def settle(extract: Extract, title: str | None, found: Metadata) -> Metadata:
    """What the format declares laid over what is found in the text, and under both a file's properties.

    A property that the text bears out counts as declared: it is a title or name that stands there word for word.
    """
    declared, properties = believed(extract.declared), believed(extract.properties)
    opening = " ".join(extract.text[:_OPENING].split()).casefold()
    settled = replace(found, title=title, url=believed(Metadata(url=found.url)).url)
    for name in ("title", "publisher", "author", "url"):
        stale = getattr(properties, name)
        borne_out = stale if stale and stale.casefold() in opening else None
        value = getattr(declared, name) or borne_out or getattr(settled, name) or stale
        settled = replace(settled, **{name: value})
    if declared.published:
        settled = replace(settled, published=declared.published, date_basis="stated")
    return settled


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
    if (match := _PUBLISHED_BY.match(line)) and _is_name(match.group(1).strip()):
        return [("publisher", match.group(1).strip())]
    if (match := _BYLINE.fullmatch(line)) and _is_name(match.group(1)) and _has_capitals(match.group(1)):
        return [("author", match.group(1))]
    return []


def _is_name(value: str) -> bool:
    """Whether a credit names somebody: not a date, an address or a login."""
    login = value.isascii() and value == value.lower()
    return bool(_NAME_SHAPE.search(value)) and date_of_line(value) is None and not login


def _has_capitals(value: str) -> bool:
    """Whether every word could be one of a name: “Friday they had made it” is none."""
    return all(not word[0].islower() or word in _SMALL for word in value.split())

"""Markdown: CommonMark with tables, and the front matter that site generators read."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

import yaml
from lxml import html
from markdown_it import MarkdownIt

from bot.corpus.document import Metadata
from bot.corpus.formats.extract import Extract, FormatFault, clean, join
from bot.corpus.formats.named import day, names
from bot.corpus.formats.plain import decode
from bot.corpus.formats.tree import paragraphs

_FRONT = re.compile(
    r"\ufeff?(?P<mark>---|\+\+\+)[ \t]*\n(?P<table>.*?\n)??(?P=mark)[ \t]*(?:\n|$)", re.DOTALL
)
_UNCLOSED = re.compile(r"\ufeff?(?:---|\+\+\+)[ \t]*\n[\w-]+\s*[:=][ \t]*\S")
_KEY = re.compile(r"^[\w-]+\s*[:=]", re.MULTILINE)
_NOTE_MARK = re.compile(r"\[\^[^\]\s]+\](?!:)")
_NOTE = re.compile(r"^\[\^[^\]\s]+\]:[^\n]*(?:\n(?:[ \t]+[^\n]*)?)*", re.MULTILINE)
_TITLES = ("title",)
_AUTHORS = ("author", "authors", "by", "byline")
_PUBLISHERS = ("publisher", "publication", "source", "site", "site_name", "journal")
_DATES = ("published", "date", "publishdate", "pubdate", "published_at", "date_published", "publication_date")
_ADDRESSES = ("url", "canonical", "canonical_url", "source_url", "original_url", "link", "source")


def read(data: bytes) -> Extract:
    """The text without its marks; code, pictures and footnotes are left out."""
    source = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    table, body = _front_matter(source)
    parser = MarkdownIt("commonmark").enable("table")
    marked = _NOTE_MARK.sub("", _NOTE.sub("", body))
    tokens = [token for token in parser.parse(marked) if token.type not in {"fence", "code_block"}]
    rendered = str(parser.renderer.render(tokens, parser.options, {})).strip()
    if not rendered:
        return Extract("")
    tree = html.document_fromstring(rendered)
    titles = [clean(" ".join(paragraphs(heading))) for heading in tree.iter("h1")]
    return Extract(
        join(paragraphs(tree)),
        Metadata(
            title=_text(table, _TITLES) or (titles[0] if len(titles) == 1 else None),
            publisher=_text(table, _PUBLISHERS),
            author=_text(table, _AUTHORS),
            published=next((found for key in _DATES if (found := day(table.get(key)))), None),
            url=next((value for key in _ADDRESSES if (value := _address(table.get(key)))), None),
        ),
    )


def _front_matter(source: str) -> tuple[dict[str, object], str]:
    """The table above the text, its keys in small letters, and the text; a rule that stands first is no table."""
    match = _FRONT.match(source)
    if not match:
        if _UNCLOSED.match(source):
            raise FormatFault(
                f"has front matter that no {source.lstrip(chr(0xFEFF))[:3]} closes: close or remove it."
            )
        return _json(source.removeprefix("\ufeff"))
    written = match["table"] or ""
    try:
        table = tomllib.loads(written) if match["mark"] == "+++" else yaml.safe_load(written)
    except (tomllib.TOMLDecodeError, yaml.YAMLError, ValueError, RecursionError) as error:
        if not _KEY.match(written):
            return {}, source
        kind = "TOML" if match["mark"] == "+++" else "YAML"
        said = f" ({error})" if type(error) is ValueError else ""
        where = getattr(getattr(error, "problem_mark", None), "line", None)
        line = f", line {where + 2}" if isinstance(where, int) else ""
        raise FormatFault(
            f"has front matter that is not valid {kind}{line}{said}: mend or remove it."
        ) from None
    if not isinstance(table, dict):
        return {}, source if table is not None else source[match.end() :]
    return _keys(table), source[match.end() :]


def _json(source: str) -> tuple[dict[str, object], str]:
    """The JSON object that some site generators read above the text, and the text."""
    if not source.startswith("{"):
        return {}, source
    try:
        table, end = json.JSONDecoder().raw_decode(source)
    except (ValueError, RecursionError):
        return {}, source
    return _keys(table), source[end:]


def _keys(table: Mapping[Any, object]) -> dict[str, object]:
    return {str(key).lower().replace("-", "_"): value for key, value in table.items()}


def _text(table: dict[str, object], keys: tuple[str, ...]) -> str | None:
    return next((value for key in keys if (value := ", ".join(_names(table.get(key))))), None)


def _names(value: object) -> Iterator[str]:
    return (name for name in names(value) if not name.startswith(("http://", "https://")))


def _address(value: object) -> str | None:
    return value.strip() if isinstance(value, str) and value.strip().startswith("http") else None

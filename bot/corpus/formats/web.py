"""Web pages: the main text by trafilatura, without menus, banners, captions, tables, comments and links to other pages."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import html
from trafilatura import bare_extraction

from bot.corpus.document import Metadata
from bot.corpus.formats.extract import Extract, clean, ends_sentence, join, rejoin
from bot.corpus.formats.tree import UNREAD, paragraphs
from bot.corpus.formats.web_metadata import page_metadata, window_title
from bot.corpus.formats.web_tree import parse, prune, source
from bot.corpus.layout import is_credit

_NO_PROSE = UNREAD | {"figcaption", "head"}
_ABOVE = 8
"""Paragraphs before the first of the text among which its credits stand."""


def read(data: bytes) -> Extract:
    """The page's main text and what its head states; FormatFault for one whose letters or nesting cannot be read."""
    page = source(data)
    tree = parse(page)
    if tree is None:
        return Extract("")
    declared = page_metadata(tree, data)
    properties = Metadata(title=window_title(tree, declared.publisher))
    prune(tree)
    found = bare_extraction(tree, include_comments=False, include_tables=False, deduplicate=False)
    body = None if found is None or isinstance(found, dict) else found.body
    bare = [] if body is None else [line for text in body.itertext() for line in str(text).split("\n")]
    if body is None or any("\n" in str(text) for text in body.itertext()):
        # It finds no main part and gives the page's bare text, or what a script holds for it: better all that is
        # not plainly round the text, where there is any.
        return Extract(join(_whole(page)) or join(rejoin(bare)), declared, properties)
    main = [*map(clean, paragraphs(body))]
    if main and not (declared.published and declared.author):
        main = [*_credits_above(main, _whole(page)), *main]
    return Extract(join(main), declared, properties)


def _whole(page: str) -> list[str]:
    """All paragraphs of a page but those that are plainly round its text."""
    tree = parse(page)
    if tree is None:
        return []
    prune(tree)
    body: html.HtmlElement | None = tree.find("body")
    return [] if body is None else [*map(clean, paragraphs(body, _NO_PROSE))]


def _credits_above(main: Sequence[str], whole: Sequence[str]) -> list[str]:
    """Byline and date line above the text, which an extractor takes for the page's and leaves out."""
    known = set(main)
    first = next((at for at, line in enumerate(whole) if line in known and ends_sentence(line)), 0)
    return [line for line in whole[max(0, first - _ABOVE) : first] if line not in known and is_credit(line)]

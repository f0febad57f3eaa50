"""A web page as a tree: its letters decoded, and what stands round its article taken away."""

from __future__ import annotations

import codecs
import re

from lxml import etree, html

from bot.corpus.formats.extract import FormatFault
from bot.corpus.formats.plain import decode
from bot.corpus.formats.tree import UNREAD

_DECLARED = re.compile(
    rb"<(?:meta\b[^>]*?\bcharset\s*=\s*|\?xml\b[^>]*?\bencoding\s*=\s*)[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_HEAD = 4096
"""Bytes within which a page states its encoding."""
# What the web means by these names.
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
_ARTICLE = ("main", "article", "h1")
_NEVER = frozenset({"html", "head", "body", "main", "article"})
_ROUND_ELEMENTS = frozenset({"aside", "dialog", "footer", "form", "header", "menu", "nav"})
_CONTAINERS = frozenset({"div", "section", "ul", "ol", "table", "iframe"})
_ROUND_ROLES = frozenset(
    {"alert", "alertdialog", "banner", "complementary", "contentinfo", "dialog", "navigation", "search"}
)
# Words in the id or class of what sites put round, over and between their articles.
_ROUND_NAMES = re.compile(
    r"(?:^|\s)(?:(?:js|site|page|post|entry|article|main|global|block|widget|region|wp|has|the)[_-]+)*"
    r"(?:cookies?|gdpr|consent|(?:qc-)?cmp\d*|onetrust|didomi|usercentrics|comments?|disqus|related|recommended|popular|newsletter|subscri(?:be|ption)|sign-?up"
    r"|shar(?:e|ing)|social|sidebar|breadcrumbs?|promo|advert\w*|ads?|popup|modal|paywall|tags?|pagination|toolbar"
    r"|skip-link|footer|menu|nav)"
    r"(?:[_-]*(?:area|list|section|thread|banner|bar|box|notice|wrap(?:per)?|container|widget|block|form|popup|modal|posts?"
    r"|articles?|stories|news|links?|items?|buttons?|tools?|icons?|media|consent|policy|inner|\d+))*(?:$|\s)",
    re.IGNORECASE,
)


def source(data: bytes) -> str:
    """The page's characters, in the encoding that it states, else UTF-8."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        name = "utf-16"
    elif not data.startswith(codecs.BOM_UTF8) and (match := _DECLARED.search(data[:_HEAD])):
        try:
            name = codecs.lookup(match[1].decode("ascii")).name
        except LookupError:
            raise FormatFault(
                f"states the encoding {match[1].decode('ascii')!r}, which is unknown: save it as UTF-8."
            ) from None
        # A page that is read as ASCII-like bytes cannot be in UTF-16, whatever it says.
        name = "utf-8" if name.startswith(("utf-16", "utf-32")) else _MEANT.get(name, name)
    else:
        name = "utf-8"
    if name == "utf-8":
        return decode(data)
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise FormatFault(
            f"is not {name}, as it says it is (byte {error.start}): save it as UTF-8."
        ) from None
    except LookupError:
        raise FormatFault(f"states the encoding {name!r}, which is none of text: save it as UTF-8.") from None


def parse(page: str) -> html.HtmlElement | None:
    """The page as a tree, the raised numbers that lead to its notes and what it says to browsers without scripts left out; None for a page of nothing."""
    parser = html.HTMLParser(encoding="utf-8", remove_pis=True)
    try:
        tree = html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return None
    if any("depth" in str(entry.message).lower() for entry in parser.error_log):
        raise FormatFault("is nested too deeply to be a page that people read: save its text alone.")
    for unscripted in [*tree.iter("noscript")]:
        if isinstance(unscripted, html.HtmlElement):
            unscripted.drop_tree()
    for mark in [*tree.iter("sup")]:
        if isinstance(mark, html.HtmlElement) and any(
            (link.get("href") or "").startswith("#") for link in mark.iter("a")
        ):
            mark.drop_tree()
    return tree


def prune(tree: html.HtmlElement) -> None:
    """Remove what stands round an article by its element, role, id or class, unless the article is in it."""
    # Where a page marks its article, what is outside can be long; where it does not, the longest part may be it.
    most = _length(tree) * (0.9 if _holds_article(tree) else 0.3)
    for element in [*tree.iter()]:
        if not isinstance(element, html.HtmlElement) or element.tag in _NEVER or element.getparent() is None:
            continue
        names = (element.get("id") or "", element.get("class") or "")
        named = element.tag in _CONTAINERS and any(_ROUND_NAMES.search(name) for name in names)
        if not named and element.tag not in _ROUND_ELEMENTS and element.get("role") not in _ROUND_ROLES:
            continue
        if not _holds_article(element) and _length(element) < most:
            element.drop_tree()


def _holds_article(element: html.HtmlElement) -> bool:
    return next(element.iter(*_ARTICLE), None) is not None


def _length(element: html.HtmlElement) -> int:
    """Characters of text below an element."""
    return sum(
        len(part.text or "") * (part.tag not in UNREAD) + len(part.tail or "")
        for part in element.iter()
        if isinstance(part.tag, str)
    )

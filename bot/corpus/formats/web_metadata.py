"""What a web page states of itself for readers and search engines: JSON-LD, meta elements, links and marked-up bylines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from lxml import html

from bot.corpus.document import Metadata
from bot.corpus.formats.extract import clean
from bot.corpus.formats.named import day, names

# By name, property or itemprop, the surest first.
_TITLES = ("citation_title", "og:title", "twitter:title", "dc.title", "dcterms.title", "headline")
_AUTHORS = (
    "citation_author",
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
)
_PUBLISHERS = (
    "citation_journal_title",
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_publisher",
    "publisher",
)
_DATES = (
    "article:published_time", "og:published_time", "citation_publication_date", "citation_date", "datepublished", "dc.date.issued",
    "dcterms.issued", "dc.date", "dcterms.date", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date",
    "publish_date", "publication_date", "date",
)  # fmt: skip
_ADDRESSES = ("og:url", "citation_public_url", "twitter:url")
_ARTICLES = re.compile(
    r"(?:\w*Article|BlogPosting|SocialMediaPosting|Report|ReportageNewsArticle|CreativeWork|WebPage|Book|Chapter)$"
)
_GENERAL = frozenset({"CreativeWork", "WebPage"})
_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)(https?://\S+)\s*-->", re.IGNORECASE)
_BY = re.compile(r"(?:by|von|par|por|автор:?)\s+(.+)", re.IGNORECASE)
_DEEPEST = 12


def page_metadata(tree: html.HtmlElement, data: bytes) -> Metadata:
    """Title, publisher, author, day of publication and address as the page states them; None for what it does not."""
    meta = _meta(tree)
    item = _article(tree)
    saved = _SAVED_FROM.search(data[:4096])
    addresses = [
        link.get("href")
        for link in tree.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]
    addresses += [
        *meta.get("og:url", []),
        _address_of(item),
        *(meta.get(key, [None])[0] for key in _ADDRESSES),
    ]
    addresses.append(saved[1].decode("utf-8", "replace") if saved else None)
    publisher = _first(meta, _PUBLISHERS) or next(names(item.get("publisher")), None)
    dates = [item.get("datePublished"), *(meta.get(key, [None])[0] for key in _DATES), *_times(tree)]
    return Metadata(
        title=_title(tree, meta, item, publisher),
        publisher=publisher,
        author=_people(item.get("author")) or _authors(meta) or _byline(tree),
        published=next((found for value in dates if (found := day(value))), None),
        url=next(
            (address.strip() for address in addresses if address and address.strip().startswith("http")), None
        ),
    )


def _meta(tree: html.HtmlElement) -> dict[str, list[str]]:
    """The contents of meta elements and microdata by their name in small letters, in page order."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta", "span", "time", "a", "h1", "div", "p"):
        key = element.get("name") or element.get("property") if element.tag == "meta" else None
        key = key or element.get("itemprop")
        value = element.get("content") or element.get("datetime")
        if key and not value and element.tag != "meta":
            value = str(element.text_content())
        if key and value and (value := clean(value)):
            found.setdefault(key.lower(), []).append(value)
    return found


def _first(meta: dict[str, list[str]], keys: Iterable[str]) -> str | None:
    return next((meta[key][0] for key in keys if key in meta), None)


def _authors(meta: dict[str, list[str]]) -> str | None:
    for key in _AUTHORS:
        people = [name for name in dict.fromkeys(meta.get(key, [])) if not name.startswith("http")]
        if people:
            return ", ".join(people)
    return None


def window_title(tree: html.HtmlElement, publisher: str | None) -> str | None:
    """What the window is called: often the site's name, or the same on all its pages."""
    found = tree.find(".//title")
    title = "" if found is None else clean(str(found.text_content()))
    return _without_site(title, publisher) or None


def _title(
    tree: html.HtmlElement, meta: dict[str, list[str]], item: dict[str, object], publisher: str | None
) -> str | None:
    """The headline as stated; where the page states none, the longest heading that its window is called by, or its one h1."""
    headline = next(names(item.get("headline")), None) or _first(meta, _TITLES)
    if headline and headline != publisher:
        return _without_site(headline, publisher)
    window = window_title(tree, publisher) or ""
    headings = [(element.tag, clean(str(element.text_content()))) for element in tree.iter("h1", "h2", "h3")]
    in_window = [heading for _, heading in headings if heading and heading in window]
    first = [heading for tag, heading in headings if tag == "h1"]
    return max(in_window, key=len, default=None) or (first[0] if len(first) == 1 else None)


def _without_site(title: str, publisher: str | None) -> str:
    """A title without the name of the site before or behind it."""
    if publisher:
        for pattern in (
            rf"\s+[|·•»:–—-]+\s+{re.escape(publisher)}$",
            rf"^{re.escape(publisher)}\s*[|·•»:–—-]+\s+",
        ):
            title = re.sub(pattern, "", title, flags=re.IGNORECASE)
    return title


def _byline(tree: html.HtmlElement) -> str | None:
    """The people whom links with rel=author name, or a line that is marked up as the byline and begins with “By”."""
    linked = [
        clean(str(link.text_content()))
        for link in tree.iter("a")
        if "author" in (link.get("rel") or "").lower().split()
    ]
    if people := [name for name in dict.fromkeys(linked) if name]:
        return ", ".join(people)
    for element in tree.iter("p", "div", "span", "address"):
        if "byline" in (element.get("class") or "").lower() and (
            match := _BY.fullmatch(clean(str(element.text_content())))
        ):
            return match[1]
    return None


def _times(tree: html.HtmlElement) -> list[str]:
    """The one day of the page's time elements that is marked as publication, or that is the only one."""
    times = [(element, value) for element in tree.iter("time") if (value := element.get("datetime"))]
    marked = [v for e, v in times if "pubdate" in e.attrib or "publish" in (e.get("class") or "").lower()]
    values = marked[:1] or [value for _, value in times]
    return values[:1] if len({value[:10] for value in values}) == 1 else []


def _article(tree: html.HtmlElement) -> dict[str, object]:
    """The JSON-LD item that describes the page's article; empty where there is none, or several that differ."""
    items = [
        item
        for script in tree.iter("script")
        if "ld+json" in (script.get("type") or "")
        for item in _items(_json(script.text))
    ]
    kinds = [(item, [kind for kind in names(item.get("@type")) if _ARTICLES.match(kind)]) for item in items]
    exact = [item for item, found in kinds if set(found) - _GENERAL]
    if not exact:
        exact = [item for item, found in kinds if found]
    headings = {clean(str(heading.text_content())).casefold() for heading in tree.iter("h1")}
    own = [item for item in exact if any(name.casefold() in headings for name in names(item.get("headline")))]
    candidates = own or exact
    if not candidates or (len(candidates) > 1 and not own):
        return {}
    return candidates[0]


def _items(value: object, depth: int = 0) -> Iterator[dict[str, object]]:
    """Every table in a JSON-LD value, outermost first."""
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for inner in value.values():
            yield from _items(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _items(inner, depth + 1)


def _json(text: str | None) -> object:
    try:
        return json.loads(text or "null", strict=False)
    except (ValueError, RecursionError):
        return None


def _people(value: object) -> str | None:
    """Authors that are people; an organisation that calls itself the author is the publisher."""
    values = value if isinstance(value, list) else [value]
    people = [
        name
        for entry in values
        if not (isinstance(entry, dict) and "Organization" in str(entry.get("@type")))
        for name in names(entry)
        if not name.startswith("http")
    ]
    return ", ".join(dict.fromkeys(people)) or None


def _address_of(item: dict[str, object]) -> str | None:
    for value in (item.get("url"), item.get("mainEntityOfPage")):
        address = value.get("@id") if isinstance(value, dict) else value
        if isinstance(address, str):
            return address
    return None

"""What of a format's metadata can be believed: programs and templates fill such fields with much that nobody meant."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlsplit

from bot.corpus.document import Metadata
from bot.corpus.formats.extract import clean
from bot.corpus.formats.named import day

_FILE_NAME = re.compile(
    r".*\.(?:docx?|odt|rtf|pdf|indd|qxd|qxp|tex|dvi|ps|txt|md|html?|pptx?|xlsx?|pages|wpd|cdr|ai)$",
    re.IGNORECASE,
)
_MADE_BY = re.compile(
    r"^(?:microsoft (?:office )?(?:word|powerpoint|excel)|powerpoint|word)\s*[-–]\s*", re.IGNORECASE
)
_NO_TITLE = re.compile(
    r"(?:untitled|unnamed|no title|title|document|doc|new document|blank|draft|layout|slide|page|letterhead|template|presentation"
    r"|powerpoint presentation|word document|print|scan|test|article|report|index|home|home ?page|main page|welcome"
    r"|без названия|документ|презентация powerpoint|无标题|文档)[\s_-]*\d*",
    re.IGNORECASE,
)
_NO_PERSON = re.compile(
    r"(?:user|users?\d*|admin(?:istrator)?|owner|author|unknown|anonymous|guest|default|none|n/?a|null|root|test|me|home|pc|office|staff"
    r"|editors?|editorial(?: (?:staff|team|board))?|the editors?|newsroom|news ?desk|web ?master|web ?editor|redaction|redaktion|desk|staff (?:writer|reporter)s?"
    r"|microsoft(?: office)?(?: user)?|windows user|office user|office 365|ms office|python-docx|hp|dell|lenovo|acer|asus|toshiba|apple|macbook"
    r"|\(?unspecified\)?|\(?anonymous\)?|пользователь|администратор|админ|автор|редакция|редактор|user name|username|пк|用户|作者|管理员)\s*\d*",
    re.IGNORECASE,
)  # fmt: skip
_LETTER = re.compile(r"[^\W\d_]")
_BY = re.compile(r"(?:written\s+)?(?:by|автор)\s*:?\s+", re.IGNORECASE)
_LIST = re.compile(r"\s*(?:[;,]|\band\b|\s&\s)\s*")
_LOCAL = re.compile(r"(?:localhost|.*\.local|.*\.localhost|.*\.internal|[\d.]+|\[.*\])$", re.IGNORECASE)
_LONGEST_TITLE, _LONGEST_NAME = 300, 120


def believed(metadata: Metadata) -> Metadata:
    """The same metadata with None in place of what cannot be meant."""
    publisher = _publisher(metadata.publisher)
    title = _title(metadata.title)
    return replace(
        metadata,
        title=None if title and publisher and title.casefold() == publisher.casefold() else title,
        publisher=publisher,
        author=_author(metadata.author, publisher),
        published=day(metadata.published),
        date_basis="stated" if day(metadata.published) else None,
        url=_address(metadata.url),
    )


def _title(value: str | None) -> str | None:
    """A title that people would write; not a file's name, a template's, or a program's."""
    title = _MADE_BY.sub("", clean(value or ""))
    if not _LETTER.search(title) or len(title) > _LONGEST_TITLE or _FILE_NAME.fullmatch(title):
        return None
    if (
        _NO_TITLE.fullmatch(title)
        or ("_" in title and " " not in title)
        or title.startswith(("http://", "https://"))
    ):
        return None
    return title


def _publisher(value: str | None) -> str | None:
    name = clean(value or "")
    if not _LETTER.search(name) or len(name) > _LONGEST_NAME or name.startswith(("http://", "https://", "@")):
        return None
    return None if _NO_PERSON.fullmatch(name) or _NO_TITLE.fullmatch(name) else name


def _author(value: str | None, publisher: str | None) -> str | None:
    """People's names; not a login, a machine, an address, a desk, or the publisher again."""
    written = _BY.sub("", clean(value or ""), count=1)
    if len(written) > _LONGEST_NAME or not _LETTER.search(written):
        return None
    people = [part for part in _LIST.split(written) if part]
    if any(_NO_PERSON.fullmatch(part) or not _is_person(part) for part in people):
        return None
    return None if publisher and written.casefold() == publisher.casefold() else written


def _is_person(name: str) -> bool:
    if "@" in name or "/" in name or "_" in name or any(character.isdigit() for character in name):
        return False
    # In scripts that have capitals, a name has one.
    return name != name.lower() or name == name.upper()


def _address(value: str | None) -> str | None:
    """An address of a page on the web; a site's front page is where many pages stand, so it names none."""
    address = clean(value or "")
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or "." not in host or _LOCAL.match(host) or " " in address:
        return None
    return address if parts.path.strip("/") or parts.query else None

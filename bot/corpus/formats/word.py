"""Word files (.docx): paragraphs, headings and lists in order; contents, captions and deleted words are left out."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from bot.corpus.document import Metadata
from bot.corpus.formats.extract import Extract, FormatFault, clean, ends_sentence, join, rejoin

MAX_UNPACKED = 200 * 1024 * 1024
"""Bytes that a file may hold once unpacked, pictures included."""
MAX_XML = 50 * 1024 * 1024
"""Bytes that one of its parts of XML may have."""
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"

_P, _TEXT, _STYLE = qn("w:p"), qn("w:t"), qn("w:pStyle")
_CELL, _DELETED, _FALLBACK = (
    qn("w:tc"),
    {qn("w:del"), qn("w:moveFrom")},
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
)
_RUN, _VANISH = qn("w:r"), f"{qn('w:rPr')}/{qn('w:vanish')}"
_MARKS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_LEFT_OUT = re.compile(
    r"(?:toc|table of (?:contents|figures)|caption|index|header|footer|footnote)\b", re.IGNORECASE
)


def read(data: bytes) -> Extract:
    """The text, the title where one is styled as such, and the file's properties; FormatFault for a file that is none of Word's."""
    document = _open(data)
    styles = {style.style_id: style.name or "" for style in document.styles}
    lines: list[str] = []
    titles: list[str] = []
    for paragraph in document.element.body.iter(_P):
        style = _style(paragraph, styles)
        if _LEFT_OUT.match(style) or any(
            parent.tag in _DELETED or parent.tag == _FALLBACK for parent in paragraph.iterancestors()
        ):
            continue
        written = rejoin("".join(_pieces(paragraph)).split("\n"))
        if next(paragraph.iterancestors(_CELL), None) is not None:
            written = [line for line in written if ends_sentence(line)]
        if style == "Title" and written:
            titles.append(" ".join(written))
        lines += written
    core = document.core_properties
    return Extract(
        join(lines),
        Metadata(title=clean(" ".join(titles)) or None),
        Metadata(title=clean(core.title) or None, author=clean(core.author) or None),
    )


def _open(data: bytes) -> Document:
    if data.startswith(_OLD_OFFICE):
        raise FormatFault("is encrypted or of an old Word version: save it as .docx without a password.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
        if sum(part.file_size for part in parts) > MAX_UNPACKED or any(
            part.file_size > MAX_XML for part in parts if part.filename.endswith((".xml", ".rels"))
        ):
            raise FormatFault("unpacks to far more than a document holds: save its text as a new file.")
        return docx.Document(io.BytesIO(data))
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        PackageNotFoundError,
        KeyError,
        ValueError,
        NotImplementedError,
        RuntimeError,
        OSError,
        etree.LxmlError,
        zlib.error,
    ) as error:
        raise FormatFault(
            f"is no Word file that can be opened ({type(error).__name__}): save it anew as .docx."
        ) from None


def _style(paragraph: etree._Element, styles: dict[str, str]) -> str:
    properties = paragraph.find(qn("w:pPr"))
    style = None if properties is None else properties.find(_STYLE)
    return "" if style is None else styles.get(style.get(qn("w:val"), ""), "")


def _pieces(paragraph: etree._Element) -> Iterator[str]:
    """The letters of one paragraph; text boxes in it are paragraphs of their own."""
    walk = etree.iterwalk(paragraph, events=("start",))
    for _, element in walk:
        if element is not paragraph and (element.tag == _P or element.tag in _DELETED or _is_hidden(element)):
            walk.skip_subtree()
        elif element.tag == _TEXT:
            yield element.text or ""
        elif element.tag in _MARKS and element.getparent().tag == _RUN:
            yield _MARKS[element.tag]


def _is_hidden(element: etree._Element) -> bool:
    """Whether an element is a run that Word does not show."""
    mark = element.find(_VANISH) if element.tag == _RUN else None
    return mark is not None and mark.get(qn("w:val"), "true") not in ("0", "false", "off")

"""PDF files, by PDFium: its letters and where they stand, put back into paragraphs by `pdf_layout`."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium
from lxml import etree

from bot.corpus.document import Metadata
from bot.corpus.formats.extract import MAX_TEXT, Extract, FormatFault, clean, join
from bot.corpus.formats.named import day
from bot.corpus.formats.pdf_layout import Line, Word, largest, paragraphs

MAX_PAGES = 5_000
_TAIL = 4_096
"""Bytes at a file's end within which it says that it is whole."""
_PASSWORD = pdfium.FPDF_ERR_PASSWORD
_HYPHEN = "\x02"
"""What PDFium gives for a hyphen at a line's end, in place of the line break."""
_LINE = re.compile(r"[^\r\n\x02]+\x02?")
_WORD = re.compile(r"\S+")
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_UNREADABLE = re.compile(r"[\ue000-\uf8ff\ufffd\x01\x03-\x08\x0e-\x1f]")
_PACKET = re.compile(rb"<x:xmpmeta\b.*?</x:xmpmeta>", re.DOTALL)
_PDF_PACKET = b"http://ns.adobe.com/pdf/1.3/"
_DC, _PRISM = (
    "{http://purl.org/dc/elements/1.1/}",
    re.compile(r"\{http://prismstandard\.org/namespaces/basic/[\d.]+/\}(\w+)"),
)


def read(data: bytes) -> Extract:
    """The text in paragraphs, the title by its size, and the file's properties; FormatFault where there is no text to be had."""
    document = _open(data)
    try:
        if len(document) > MAX_PAGES:
            raise FormatFault(f"has more than {MAX_PAGES:,} pages: split it.")
        lines: list[Line] = []
        for number in range(len(document)):
            lines += _page_lines(document, number)
        properties = document.get_metadata_dict()
    except pypdfium2.PdfiumError:
        raise FormatFault("is a damaged PDF: save or print it anew as PDF.") from None
    finally:
        document.close()
    if not lines:
        raise FormatFault("holds no text, only pictures of it: put it through text recognition (OCR) first.")
    text = join(paragraphs(lines))
    if len(_UNREADABLE.findall(text)) * 5 > len(text):
        raise FormatFault(
            "has fonts that do not say which letters they draw: put it through text recognition (OCR) first."
        )
    stated = _packet(data)
    title = largest(lines)
    return Extract(
        text,
        Metadata(
            title=clean(title) if title else None,
            publisher=stated.publisher,
            published=stated.published,
            url=stated.url,
        ),
        Metadata(
            title=clean(properties.get("Title", "")) or None,
            author=clean(properties.get("Author", "")) or None,
        ),
    )


def _open(data: bytes) -> pypdfium2.PdfDocument:
    if data.startswith(b"%PDF") and b"startxref" not in data.rstrip(b"\x00\r\n\t ")[-_TAIL:]:
        # PDFium would give what there is of it, as if that were all.
        raise FormatFault("is a damaged PDF that ends before its end: copy or save it anew.")
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            raise FormatFault("is encrypted: save it without a password.") from None
        raise FormatFault("is a damaged PDF, or none: save or print it anew as PDF.") from None


def _page_lines(document: pypdfium2.PdfDocument, number: int) -> list[Line]:
    """The lines of one page in the order in which the file draws them, those turned against the page's others left out."""
    page = document[number]
    text = page.get_textpage()
    try:
        size = text.count_chars()
        if size > MAX_TEXT:
            raise FormatFault(f"holds more than {MAX_TEXT:,} characters: split it into several files.")
        letters = "".join(chr(pdfium.FPDFText_GetUnicode(text, at)) for at in range(size))
        found = [
            (Line(number, page.get_height(), words), round(pdfium.FPDFText_GetCharAngle(text, at), 1))
            for match in _LINE.finditer(letters)
            if (words := tuple(_words(text, match.group(), match.start())))
            for at in (match.start(),)
        ]
    finally:
        text.close()
        page.close()
    angles = Counter(angle for line, angle in found for _ in line.text)
    return [line for line, angle in found if angle == angles.most_common(1)[0][0]]


def _words(page: pypdfium2.PdfTextPage, line: str, start: int) -> Iterator[Word]:
    for match in _WORD.finditer(line):
        word = match.group().replace(_HYPHEN, "-").translate(_LIGATURES)
        first, last = start + match.start(), start + match.end() - 1
        left, bottom, _, _ = page.get_charbox(first, loose=True)
        _, _, right, _ = page.get_charbox(last, loose=True)
        yield Word(left, right, bottom, pdfium.FPDFText_GetFontSize(page, first), _font(page, first), word)


def _font(page: pypdfium2.PdfTextPage, at: int) -> str:
    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    size = pdfium.FPDFText_GetFontInfo(page, at, buffer, 128, ctypes.byref(flags))
    return buffer.value.decode("utf-8", "replace") if 0 < size <= 128 else ""


def _packet(data: bytes) -> Metadata:
    """Publication, day and address of the file's own XMP packet, where a publisher has filled it in.

    Packets stand uncompressed in a file so that they can be found in it; those of pictures are not PDF's.
    """
    for packet in _PACKET.findall(data):
        if _PDF_PACKET not in packet:
            continue
        try:
            root = etree.fromstring(packet, etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError:
            continue
        prism = {
            match[1]: clean(_inner(element))
            for element in root.iter()
            if isinstance(element.tag, str) and (match := _PRISM.match(element.tag))
        }
        publishers = [clean(_inner(element)) for element in root.iter(f"{_DC}publisher")]
        return Metadata(
            publisher=prism.get("publicationName") or next(iter(publishers), None) or None,
            published=day(prism.get("publicationDate") or prism.get("coverDate")),
            url=prism.get("url"),
        )
    return Metadata()


def _inner(element: etree._Element) -> str:
    return "".join(str(part) for part in element.itertext())

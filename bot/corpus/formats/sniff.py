"""What a file is by its first bytes, where that is not what its name says."""

from __future__ import annotations

import io
import re
import zipfile

from bot.corpus.formats.extract import FormatFault

_HEAD = 1024
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_SIGNATURES = (
    (b"%PDF-", "a PDF", ".pdf"),
    (b"{\\rtf", "RTF text", None),
    (b"\x1f\x8b", "packed (gzip)", None),
    (b"7z\xbc\xaf", "packed (7-Zip)", None),
    (b"Rar!", "packed (RAR)", None),
    (b"\x89PNG", "a picture", None),
    (b"\xff\xd8\xff", "a picture", None),
    (b"GIF8", "a picture", None),
    (b"\xd0\xcf\x11\xe0", "a file of an old Office version, or encrypted", None),
)  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_ZIP = b"PK\x03\x04"
_INSIDE = (
    ("word/", "a Word file", ".docx"),
    ("xl/", "an Excel workbook", None),
    ("ppt/", "a PowerPoint file", None),
)
_PACKED = ("packed (gzip)", "packed (7-Zip)", "packed (RAR)", "a zip archive")
_MOSTLY = 0.3
"""Share of zero bytes from which a text is one of two bytes a letter."""


def check(suffix: str, data: bytes) -> None:
    """FormatFault where the bytes are plainly of another format than a file's ending says; what is unclear passes."""
    found = _kind(data)
    if found is None and suffix in (".pdf", ".docx") and _is_text(data):
        found = "plain text", ".txt"
    if found is None:
        return
    what, right = found
    if right is not None and suffix in _ENDINGS[right]:
        return
    if suffix == ".docx" and what.startswith("a file of an old Office"):
        return  # Word's own reader says which
    if right is not None:
        raise FormatFault(f"is {what} by its contents: give it the ending {right}.")
    if what in _PACKED:
        raise FormatFault(f"is {what} by its contents: unpack it, and put the documents in it here.")
    if what == "a picture":
        raise FormatFault(
            "is a picture by its contents: put it through text recognition (OCR), and save the text."
        )
    raise FormatFault(f"is {what} by its contents: save its text as .txt, .docx or .pdf.")


_ENDINGS = {
    ".pdf": (".pdf",),
    ".docx": (".docx",),
    ".html": (".html", ".htm", ".xhtml"),
    ".txt": (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml"),
}


def is_wide(data: bytes) -> bool:
    """Whether bytes are text of two bytes a letter (UTF-16) that does not say so: most letters have a zero beside them."""
    head = data[: 4 * _HEAD]
    zeros = (head[0::2].count(0), head[1::2].count(0))
    return len(head) > 1 and max(zeros) > _MOSTLY * len(head) and min(zeros) < max(zeros) / 10


def _kind(data: bytes) -> tuple[str, str | None] | None:
    """What the bytes are, and the ending that a file of it has here; None for what has no mark."""
    head = data[:_HEAD]
    for mark, what, ending in _SIGNATURES:
        if head.startswith(mark):
            return what, ending
    if head.startswith(_ZIP):
        return _zipped(data)
    if b"%PDF-" in head and b"\x00" in data:
        return "a PDF", ".pdf"
    if _PAGE.match(head):
        return "a web page", ".html"
    return None


def _is_text(data: bytes) -> bool:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return bool(text.strip()) and not _CONTROL.search(text)


def _zipped(data: bytes) -> tuple[str, str | None] | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = packed.namelist()
            if (
                "mimetype" in names
                and packed.getinfo("mimetype").file_size < _HEAD
                and b"opendocument" in packed.read("mimetype")
            ):
                return "an OpenDocument file", None
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, OSError, ValueError):
        return None  # a damaged one: whoever reads it says so
    for folder, what, ending in _INSIDE:
        if any(name.startswith(folder) for name in names):
            return what, ending
    return "a zip archive", None

"""The formats that documents come in: one module each, loaded when the first such file is read."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import PurePath

from bot.corpus.formats.extract import MAX_BYTES, Extract, FormatFault
from bot.corpus.formats.sniff import check

__all__ = ["MAX_BYTES", "SUFFIXES", "TOO_LARGE", "Extract", "FormatFault", "is_plain", "read"]

_MODULES = {
    ".txt": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "web",
    ".htm": "web",
    ".xhtml": "web",
    ".pdf": "pdf",
    ".docx": "word",
}
SUFFIXES = tuple(_MODULES)
TOO_LARGE = f"is larger than {MAX_BYTES >> 20} MB: split it, or save its text alone."
# What libraries raise on files that they did not foresee; a person is helped by the name of the file.
_UNFORESEEN = (
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    OSError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
)


def read(file: str, data: bytes) -> Extract:
    """The text and metadata of a file of this name; FormatFault says what is wrong with it. The same bytes give the same."""
    if len(data) > MAX_BYTES:
        raise FormatFault(TOO_LARGE)
    suffix = PurePath(file).suffix.lower()
    check(suffix, data)
    reader: Callable[[bytes], Extract] = importlib.import_module(f"{__name__}.{_MODULES[suffix]}").read
    try:
        return reader(data)
    except FormatFault:
        raise
    except _UNFORESEEN as error:
        raise FormatFault(
            f"cannot be read ({type(error).__name__}: {error}): save it anew, or its text alone as .txt."
        ) from error


def is_plain(file: str) -> bool:
    """Whether the file's own letters are the document's text, so that offsets go into the file itself."""
    return _MODULES.get(PurePath(file).suffix.lower(), "plain") == "plain"

"""Plain text: UTF-8, its letters and newlines as they are."""

from __future__ import annotations

from bot.corpus.formats.extract import Extract, FormatFault
from bot.corpus.formats.sniff import is_wide


def read(data: bytes) -> Extract:
    """The file as it is."""
    return Extract(decode(data))


def decode(data: bytes) -> str:
    """UTF-8 bytes as text, newlines and a byte order mark as they are; FormatFault names another encoding."""
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        raise FormatFault("is UTF-32 text: save it as UTF-8.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise FormatFault("is UTF-16 text: save it as UTF-8.")
    if is_wide(data):
        raise FormatFault("is UTF-16 text without a mark that says so: save it as UTF-8.")
    if (zero := data.find(b"\x00")) >= 0:
        raise FormatFault(
            f"is not a text file (it holds a zero byte, {_place(data, zero)}): remove it or save its text as UTF-8."
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise FormatFault(f"is not UTF-8 ({_place(data, error.start)}): save it as UTF-8.") from None


def _place(data: bytes, byte: int) -> str:
    """Where a byte stands, for whoever is to mend it."""
    line = len(data[:byte].replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"))
    return f"byte {byte}, line {line}"

"""Plain text: UTF-8, its letters and newlines as they are."""

from __future__ import annotations

from bot.corpus.formats.extract import Extract, FormatFault


def read(data: bytes) -> Extract:
    """The file as it is."""
    return Extract(decode(data))


def decode(data: bytes) -> str:
    """UTF-8 bytes as text, newlines and a byte order mark as they are; FormatFault names another encoding."""
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        raise FormatFault("is UTF-32 text: save it as UTF-8.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise FormatFault("is UTF-16 text: save it as UTF-8.")
    if b"\x00" in data:
        raise FormatFault("is not a text file (it holds a zero byte): remove it or save its text as UTF-8.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = len(data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"))
        raise FormatFault(f"is not UTF-8 (byte {error.start}, line {line}): save it as UTF-8.") from None

"""What every reader of a format gives: text in lines that are paragraphs, and what the format says of the document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.corpus.document import Metadata

MAX_BYTES = 20 * 1024 * 1024
"""The largest file that is read."""
MAX_TEXT = 20_000_000
"""The most characters that one file may hold once it is unpacked."""

# Letters that are there for the printer or the screen: soft hyphens, joiners without width, direction marks.
_UNSEEN = re.compile(r"[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_ENDS = re.compile(r"[.!?…。！？۔][\"'”’»)\]]*$")


class FormatFault(Exception):  # noqa: N818  (it becomes one of InputFaults)
    """Why a file cannot be read: a predicate whose subject is the file's name, `is encrypted: save it …`."""


_NOTHING = Metadata()


@dataclass(frozen=True, slots=True)
class Extract:
    """A document as its format gives it."""

    text: str
    """For plain text the file to the letter; for any other format one line a paragraph, blank lines between."""
    declared: Metadata = _NOTHING
    """What is stated for readers: front matter, a page's metadata, a title set as one."""
    properties: Metadata = _NOTHING
    """What programs write into a file's properties, often stale: used where the text bears it out or says nothing."""


def clean(text: str) -> str:
    """A paragraph on one line: white space as single spaces, and nothing in it that cannot be seen."""
    return " ".join(_NO_TEXT.sub(" ", _UNSEEN.sub("", text)).split())


def join(paragraphs: Iterable[str]) -> str:
    """Paragraphs as the text of a document; FormatFault where they are too much for one."""
    text = "\n\n".join(line for paragraph in paragraphs if (line := clean(paragraph)))
    if len(text) > MAX_TEXT:
        raise FormatFault(f"holds more than {MAX_TEXT:,} characters: split it into several files.")
    return text + "\n" if text else ""


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    return bool(_ENDS.search(text.rstrip()))


def rejoin(lines: Iterable[str]) -> list[str]:
    """The paragraphs of text with line breaks in it: a break counts where a sentence ends or a line is empty."""
    paragraphs: list[str] = []
    broken = True
    for line in lines:
        if not line.strip():
            broken = True
        elif broken or ends_sentence(paragraphs[-1]):
            paragraphs.append(line.strip())
            broken = False
        else:
            paragraphs[-1] += " " + line.strip()
    return paragraphs

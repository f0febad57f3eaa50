"""Paragraphs of an HTML tree: what stands in one block is one paragraph, whatever is inside it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from lxml import etree

from bot.corpus.formats.extract import ends_sentence, rejoin

BLOCKS = frozenset(
    "address article aside blockquote body cell center dd details div dl dt fieldset figcaption figure footer form h1 h2"
    " h3 h4 h5 h6 head header hr html item li list main menu nav ol p pre quote row section summary table tbody td tfoot"
    " th thead tr ul".split()
)
"""Elements that begin and end a paragraph, in HTML and in trafilatura's own vocabulary."""
UNREAD = frozenset(
    "audio button canvas datalist embed graphic iframe input math noscript object option script select style svg"
    " template textarea video".split()
)
"""Elements that hold no text of the document."""
_CELLS = frozenset({"td", "th", "cell"})
_BREAKS = frozenset({"br", "lb"})
_SPACE = re.compile(r"\s+")


def paragraphs(root: etree._Element, leave_out: Collection[str] = UNREAD) -> Iterator[str]:
    """The paragraphs below an element, in order.

    A line break inside a block parts two paragraphs only where a sentence ends or a second one follows, as pages put
    them inside sentences too. Of a table those cells count that hold a sentence: figures without their heads say nothing.
    """
    buffer: list[str] = []
    cells = preformatted = 0

    def flush() -> Iterator[str]:
        for paragraph in rejoin("".join(buffer).split("\n")):
            if not cells or ends_sentence(paragraph):
                yield paragraph
        buffer.clear()

    def take(text: str | None) -> None:
        if text:
            buffer.append(text if preformatted else _SPACE.sub(" ", text))

    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in leave_out:
                walk.skip_subtree()
                continue
            if tag in BLOCKS:
                yield from flush()
            cells += tag in _CELLS
            preformatted += tag == "pre"
            if tag in _BREAKS:
                buffer.append("\n")
            take(element.text)
            continue
        if tag in BLOCKS and tag not in leave_out:
            yield from flush()
            cells -= tag in _CELLS
            preformatted -= tag == "pre"
        if element is not root:
            take(element.tail)
    yield from flush()

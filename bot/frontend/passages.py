"""Passages: a citation read in its place, with the quote in bold, and what a search finds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from discord import ui

from bot.briefing.models import Citation, Source
from bot.frontend.citing import Line, Part, by_id, cited, fitted
from bot.frontend.console_text import excerpt
from bot.frontend.controls import Listing, turns
from bot.frontend.markup import neutral
from bot.frontend.render import notice
from bot.frontend.sheets import BRIEF, LINK, Answer, Sheet
from bot.frontend.wording import asks, count, published
from bot.lookup.answers import Hit, Reading
from bot.lookup.library import Library

PIECE = 3_000
"""Characters of a paragraph's Markdown in one message; what is longer is leafed through."""
_WEB = re.compile(r"https?://[\w.-]+\.\w+(?::\d+)?(?:[/?#]\S*)?", re.ASCII)
EXCERPT = 280
"""Characters shown of a passage that was searched for."""
# A text without spaces (Chinese) is cut after so many characters.
_WORD = re.compile(r"\s*\S{1,200}\s*")

Piece = Sequence[tuple[str, bool]]
"""Stretches of a paragraph in order, each with whether it belongs to the quote."""


def passage_layout(reading: Reading, reference: str, start: int | None = None) -> Answer:
    """The paragraph that holds a citation; of a long one its piece `start`, or the one where the quote begins."""
    pieces = list(_pieces(reading))
    opening = next((n for n, piece in enumerate(pieces) if any(quoted for _, quoted in piece)), 0)
    at = opening if start is None else min(start, len(pieces) - 1)
    rows = [
        *_link(reading.source),
        *turns(
            Listing.PASSAGE,
            reference,
            before=at - 1 if at else None,
            after=at + 1 if at + 1 < len(pieces) else None,
        ),
    ]
    part = f" · part {at + 1} of {len(pieces)}" if len(pieces) > 1 else ""
    source = reading.source
    about = [neutral(known, 80) for known in (source.publisher, source.author) if known]
    about += [published(source), f"paragraph {reading.paragraph}"]
    head = f"### {neutral(source.title, 200)}\n-# {' · '.join(about)}{part}"
    return Sheet([head, None, f"> {_marked(pieces[at])}"], rows=rows).answer(BRIEF)


def hits_layout(words: str, hits: Sequence[Hit], library: Library) -> Answer:
    """The passages that hold the words searched for: where each begins to, and a menu that reads it whole."""
    asked = f"“{neutral(words, 100)}”"
    if not hits and not asks(words):
        return notice("**There is no word to look for.** Write one or more, as they stand in the documents.")
    if not hits:
        return notice(
            f"**No passage holds all the words of {asked}.** `/topics` lists what there are briefs on."
        )
    sources = by_id(hit.source for hit in hits)
    lines = [
        Line(f"**{number}** ", (Part(_excerpt(hit, words), (_citation(hit),)),))
        for number, hit in enumerate(hits, 1)
    ]
    head = f"## {asked}\n-# {count(len(hits), 'passage')}, the nearest first"
    return fitted(lines, lambda shown: cited([head, None], shown, sources, library)).answer(BRIEF)


def _citation(hit: Hit) -> Citation:
    return Citation(
        source=hit.source.id, paragraph=hit.paragraph, start=hit.start, end=hit.end, quote=hit.quote
    )


def _excerpt(hit: Hit, words: str) -> str:
    """The passage round the first of the words, the words in bold."""
    text, places = excerpt(hit.quote, words, EXCERPT)
    stretches: list[tuple[str, bool]] = []
    at = 0
    for start, end in places:
        stretches += [(text[at:start], False), (text[start:end], True)]
        at = end
    return _marked([*stretches, (text[at:], False)])


def _pieces(reading: Reading) -> Iterator[Piece]:
    stretches: list[tuple[str, bool]] = []
    size = 0
    for text, quoted in ((reading.before, False), (reading.quote, True), (reading.after, False)):
        for word in _WORD.findall(text):
            # Two more for the escape that a word may need where a line begins, and the space after it.
            length = len(neutral(word)) + 2
            if size + length > PIECE:
                yield stretches
                stretches, size = [], 0
            size += length
            if stretches and stretches[-1][1] is quoted:
                stretches[-1] = (stretches[-1][0] + word, quoted)
            else:
                stretches.append((word, quoted))
    if stretches:
        yield stretches


def _marked(piece: Piece) -> str:
    """The stretches as Markdown; the white space round a quote stays outside its asterisks, where bold needs it."""
    marked = ""
    for text, quoted in piece:
        words = neutral(text)
        if words and quoted:
            words = f"**{words}**"
        marked += f"{_space(text[:1])}{words}{_space(text[-1:])}"
    return re.sub(" +", " ", marked).strip()


def _space(character: str) -> str:
    return " " if character.isspace() else ""


def _link(source: Source) -> Sequence[Sequence[ui.Item[Any]]]:
    """A button to the document itself, where it has an address on the web."""
    if source.url is None or len(source.url) > LINK or not _WEB.fullmatch(source.url):
        return ()
    return ((ui.Button(label="Open the document", url=source.url),),)

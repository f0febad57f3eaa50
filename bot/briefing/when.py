"""When a statement's relative dates are: “this year [2019]”, filled in from its document's day and put in brackets."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from bot.briefing.models import Citation
from bot.briefing.statements import Unit
from bot.briefing.timeline import moments_of
from bot.corpus.dates import MONTHS
from bot.corpus.document import Document, Passage
from bot.corpus.moments import Moment

_MONTH = re.compile(r"\b(?:" + "|".join(MONTHS) + r")\b", re.IGNORECASE)
_WHOSE = re.compile(r"['’]s\b")


def dates_put_in(document: Document, made: Unit) -> list[tuple[int, str]]:
    """What is filled in, and after which offset of the document's text; nothing without the document's day."""
    return [
        (passage.start + _end(passage, moment), text)
        for passage in made.passages
        for moment, text in _filled_in(document, passage)
    ]


def _end(passage: Passage, moment: Moment) -> int:
    """Where the words of a date end with their “'s”: “Saturday's [8 October 2011] show”."""
    whose = _WHOSE.match(passage.text, moment.end)
    return whose.end() if whose else moment.end


def may_be_put_in(document: Document, citation: Citation) -> set[str]:
    """What may be filled in into a citation's quote."""
    return {
        text
        for passage in document.paragraphs[citation.paragraph - 1].passages
        if passage.start < citation.end and citation.start < passage.end
        for _, text in _filled_in(document, passage)
    }


def _filled_in(document: Document, passage: Passage) -> Iterator[tuple[Moment, str]]:
    known = document.metadata
    if known.published is None:
        return
    said: set[str] = set()
    for moment in moments_of(document, passage):
        if moment.resolved and moment.until is None and moment.date not in said:
            said.add(moment.date)
            about = "c. " if known.date_basis == "inferred" else ""
            yield moment, about + _missing(passage.text[moment.start : moment.end], moment.date)


def _missing(words: str, date: str) -> str:
    """What the words leave out of a date: “September 11” its year, “this year” the year, “on Wednesday” all of it."""
    year, *rest = date.split("-")
    if not rest or _MONTH.search(words):
        return year
    written = dt.date.fromisoformat(date if len(rest) == 2 else f"{date}-01")
    return f"{written.day} {written:%B} {year}" if len(rest) == 2 else f"{written:%B} {year}"

"""What passages say happened at a date whose year they state."""

from __future__ import annotations

from collections.abc import Iterable

from bot.briefing.models import Event
from bot.briefing.statements import cite
from bot.corpus.dates import mentions
from bot.corpus.document import Document, Passage
from bot.topics.tokens import references


def events_in(document: Document, passage: Passage) -> list[Event]:
    """One event a date, at the precision stated; dates of source references in brackets are none."""
    skipped = references(passage.text)
    citation = cite(document, [passage])
    dates = {
        iso: None
        for mention in mentions(passage.text)
        if not any(a <= mention.start < b for a, b in skipped) and (iso := mention.iso())
    }
    # “In September 2010, Peace Mission 2010” is one date: the year says nothing that the month does not.
    exact = [date for date in dates if not any(other != date and other.startswith(date) for other in dates)]
    return [Event(date=date, text=passage.text, citation=citation) for date in exact]


def in_order(events: Iterable[Event]) -> list[Event]:
    """Oldest first; a month comes before its days, a year before its months."""
    return sorted(events, key=lambda event: (event.date, event.citation.source, event.citation.start))

"""What passages say happened, or is to happen, at a date; what is told twice is one event with all its citations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache

from bot.briefing.models import Event
from bot.briefing.statements import cite
from bot.briefing.terms import terms
from bot.corpus.document import Document, Passage
from bot.corpus.moments import Moment, first_day, last_day, moments
from bot.topics.tokens import references

SAME = 0.5
"""Share of the shorter telling's content words that the longer one has, from which two tell of the same event."""
MOST_ALIKE = 40
"""Events of one date that a further telling is compared with at most."""


def events_in(document: Document, passage: Passage) -> list[Event]:
    """One event a date or stretch of time, at the precision of its words; dates of source references are none."""
    known = document.metadata
    day = dt.date.fromisoformat(known.published) if known.published else None
    inferred = known.date_basis == "inferred"
    citation = cite(document, [passage])
    return [
        Event(
            date=moment.date,
            text=passage.text,
            citation=citation,
            end=moment.until,
            date_basis="stated" if not moment.resolved else "inferred" if inferred else "resolved",
            words=passage.text[moment.start : moment.end],
            planned=is_planned(moment, day, inferred=inferred),
            citations=(citation,),
        )
        for moment in _distinct(moments_of(passage.text, day))
    ]


@lru_cache(maxsize=20_000)
def moments_of(text: str, day: dt.date | None) -> tuple[Moment, ...]:
    """The dates of a sentence published on `day`, those of source references left out."""
    return tuple(moments(text, day, references(text)))


def is_planned(moment: Moment, day: dt.date | None, *, inferred: bool) -> bool:
    """Whether what is told of was still to come on `day`; an inferred day may be too early by weeks."""
    if day is None:
        return moment.future
    if moment.future:
        return last_day(moment.until or moment.date) >= day
    first = first_day(moment.date)
    return first.year > day.year if inferred else first > day


def in_order(events: Iterable[Event]) -> list[Event]:
    """Oldest first; a month comes before its days, a year before its months. Tellings of one event are joined."""
    joined: dict[tuple[str, str | None], list[tuple[frozenset[str], Event]]] = {}
    for event in sorted(events, key=_place):
        mine = frozenset(terms(event.text))
        alike = joined.setdefault((event.date, event.end), [])
        for number, (words, first) in enumerate(alike[:MOST_ALIKE]):
            if event.citation in first.citations or _same(mine, words, event, first):
                more = () if event.citation in first.citations else (event.citation,)
                alike[number] = (
                    words,
                    first.model_copy(update={"citations": (*first.citations, *more)}),
                )
                break
        else:
            alike.append((mine, event))
    return sorted((event for alike in joined.values() for _, event in alike), key=_place)


def _same(a: frozenset[str], b: frozenset[str], one: Event, other: Event) -> bool:
    least = min(len(a), len(b))
    return one.planned == other.planned and least > 0 and len(a & b) >= SAME * least


def _place(event: Event) -> tuple[str, str, str, int]:
    return event.date, event.end or "", event.citation.source, event.citation.start


def _distinct(found: Iterable[Moment]) -> list[Moment]:
    """Each date once; “in September 2010, Peace Mission 2010” is one: the year says nothing that the month does not."""
    by_date: dict[tuple[str, str | None], Moment] = {}
    for moment in found:
        by_date.setdefault((moment.date, moment.until), moment)
    return [
        moment
        for moment in by_date.values()
        if not any(
            other is not moment
            and moment.until is None
            and other.date != moment.date
            and (other.date.startswith(moment.date) or (other.until or "").startswith(moment.date))
            for other in by_date.values()
        )
    ]

"""What passages say happened, or is to happen, at a date; what is told twice is one event with all its citations."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.briefing.models import Event
from bot.briefing.statements import cite, unit
from bot.briefing.terms import terms
from bot.corpus.dates import infer_date
from bot.corpus.document import Document, Kind, Passage
from bot.corpus.moments import Moment, first_day, last_day, moments
from bot.corpus.quotations import part
from bot.topics.tokens import references

SAME = 0.5
"""Share of the shorter telling's content words that the longer one has, from which two tell of the same event."""
SAME_CLAUSE = 0.6
"""Likewise, of the clauses that hold the date."""
TELLING = 3
"""Content words that two such clauses share at least."""
_STAMP = re.compile(
    r"(?:\b(?:[Pp]ublished|[Uu]pdated|[Pp]osted|[Rr]etrieved|[Aa]ccessed|[Aa]rchived|[Ll]ast (?:updated|modified|reviewed|edited|changed)|PUBLISHED|UPDATED|[Cc]opyright|[Ff]irst published|[Ss]ubmitted|[Rr]eceived"
    r"|[Dd]ate|[Ii]ssued|[Rr]evised)(?:\s(?:online|first|by [A-Z]\w+))?(?:\son|:|\s[-–—]|,)?(?:\s(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?)?|©|\([cC]\)|\|)\s$"
)
"""What stands before the day on which a page was published or read."""
_ZONE = r"(?:[ap]\.?m\.?|GMT|UTC|UK|[A-Z]{1,3}[SD]T)\b"
_ZONED = re.compile(rf"[,;]?\s(?:[-–—]\s)?\d{{1,2}}[:.]\d\d\s?{_ZONE}", re.IGNORECASE)
"""The clock time of a stamp that was run into a sentence: “Port shut Friday 3 June 2005 00.06 BST Faced with …”."""
_CLOCK_BEFORE = re.compile(
    rf"(?:\b(?:updated|published|posted|modified)\sat\s|(?<!\bat\s))\b\d{{1,2}}[:.]\d\d\s?{_ZONE},?\s(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s)?$",
    re.IGNORECASE,
)
_ON = re.compile(
    r"\b(?:on|of|since|until|before|after)\s(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s)?$", re.IGNORECASE
)
# “In the 1990s”, not “the music of the 1990s”, “a 1990s tune”.
_IN_A_DECADE = re.compile(
    r"\b(?:in|since|during|from|until|by|throughout|between|and|to)\s(?:the\s)?(?:(?:early|late|mid)[\s-])?$",
    re.IGNORECASE,
)
_STAMPED = re.compile(r"^.{0,40}[|]|^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s)?$")
_CLOCK = re.compile(r",?\s(?:at\s|[-–—]\s)?\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?\s?(?:[A-Z]{2,4}\b)?")
_UPDATED = re.compile(r"\s?\|?\s?(?:Last )?(?:[Uu]pdated|[Pp]ublished|[Pp]osted|[Mm]odified)\b")
_DATELINE = re.compile(
    r"^(?:.{0,80}\)\s)?[A-Z][A-Z .’'-]+,(?:\s[A-Z][\w.]+,)?\s(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)?[a-z]*,?\s?$"
)
_AGENCY = re.compile(r"\s\([A-Z][\w.&’' -]{1,30}\)\s?(?:--?|[–—])\s")
_DASHED = re.compile(r"\s?(?:--|[-–—]|\()")
_IN_REFERENCE = re.compile(r"(?:\bet al\.?,?\s\(?|\((?:[A-Z][\w’'-]+(?:,| and| &|;|\s[A-Z]\.)*\s)*)$")
_LEAVES_REFERENCE = re.compile(r"[a-z]?\)|[a-z]?[;,]\s?(?:[A-Z]|\d)|;")
# “in this May 3, 2010, handout photo”
_CAPTION = re.compile(r",?\s(?:\w+\s){0,3}?(?:photo(?:graph)?|image|picture|frame grab)\b")
# “under the Harbour Act of 1990”
_NAMED_OF = re.compile(r"\b(?:Act|Law|Code|Bill|Order|Ordinance|Constitution)s? of\s$")
_CLAUSE = re.compile(r"[.,;:–—“”\"()]\s?|\s(?:and|but|while|which|who|where|when|after|before|as)\s")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
MOST_ALIKE = 40
"""Events of one date that a further telling is compared with at most."""


def events_in(document: Document, passage: Passage) -> list[Event]:
    """One event a date or stretch of time, at the precision of its words; dates of source references are none.

    A sentence that leans on the one before it (“He left on 5 May.”) is told with it.
    """
    return document.once(("events", passage.start), lambda: _events(document, passage))


def _events(document: Document, passage: Passage) -> list[Event]:
    known = document.metadata
    day = dt.date.fromisoformat(known.published) if known.published else None
    inferred = known.date_basis == "inferred"
    told = [m for m in moments_of(document, passage) if is_told(passage.text, m)]
    if not told or passage.text.rstrip('"”’») ').endswith("?"):
        return []
    made = unit(document, passage)
    citation = cite(document, next(run for run in made.runs if passage in run) if made else [passage])
    return [
        Event(
            date=moment.date,
            text=citation.quote,
            citation=citation,
            end=moment.until,
            date_basis="stated" if not moment.resolved else "inferred" if inferred else "resolved",
            words=passage.text[moment.start : moment.end],
            planned=is_planned(moment, day, inferred=inferred),
            citations=(citation,),
        )
        for moment in _distinct(told)
    ]


Moments = dict[int, tuple[Moment, ...]]
"""The dates of a document's passages, by where these start."""
KEY = "moments"
"""What a document remembers them by."""


def moments_of(document: Document, passage: Passage) -> tuple[Moment, ...]:
    """The dates of a passage, those of source references left out; remembered with its document."""
    known: Moments = document.once(KEY, dict)
    found = known.get(passage.start)
    if found is None:
        published, text = document.metadata.published, passage.text
        day = dt.date.fromisoformat(published) if published else None
        rough, inside = is_rough(document), part(document, passage).before
        found = known[passage.start] = tuple(moments(text, day, references(text), rough=rough, inside=inside))
    return found


def all_moments(document: Document) -> Moments:
    """The dates of every passage of a document."""
    return {passage.start: moments_of(document, passage) for passage in document.passages}


def is_rough(document: Document) -> bool:
    """Whether a document's day is only the latest that its text speaks of, so that it may have been written weeks later.

    An inferred day that a curator gives is exact.
    """
    return document.metadata.date_basis == "inferred" and document.once("rough", lambda: _is_latest(document))


def _is_latest(document: Document) -> bool:
    """Whether a document's day is the one that would be inferred for it."""
    prose = (p for p in document.paragraphs if p.kind in (Kind.PROSE, Kind.CAPTION))
    day = infer_date(document.text[p.start : p.end] for p in prose)
    return day is not None and day.isoformat() == document.metadata.published


def is_told(text: str, moment: Moment) -> bool:
    """Whether something is said of a date: it is no stamp of publication or retrieval, and not the year of a reference."""
    before = text[: moment.start]
    if _STAMP.search(before):
        # “was published on 3 May” tells of something; “Published on 3 May” stamps a page.
        return bool(
            re.search(
                r"\b(?:was|were|been|is|be|and|had|has|have|he|she|they|it|who|which)\s+\w+(?:\s\w+)?\s$",
                before,
            )
        )
    if (
        _AGENCY.match(text, moment.end)
        or _UPDATED.match(text, moment.end)
        or (_DATELINE.search(before) and _DASHED.match(text, moment.end))
    ):
        return False
    if _STAMPED.search(before) and _CLOCK.match(text, moment.end):
        return False
    if _CLOCK_BEFORE.search(before) or (_ZONED.match(text, moment.end) and not _ON.search(before)):
        return False
    if moment.until and text[moment.start : moment.end].endswith("0s") and not _IN_A_DECADE.search(before):
        return False
    if _CAPTION.match(text, moment.end) or _NAMED_OF.search(before):
        return False
    year = len(moment.date) == len("2019") and moment.until is None
    return not (year and _IN_REFERENCE.search(before) and _LEAVES_REFERENCE.match(text, moment.end))


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
    by_date: defaultdict[tuple[str, str | None], list[Event]] = defaultdict(list)
    for event in sorted(events, key=_place):
        by_date[event.date, event.end].append(event)
    return sorted(itertools.chain.from_iterable(map(_joined, by_date.values())), key=_place)


def _joined(events: Sequence[Event]) -> Sequence[Event]:
    """Events of one date, tellings of the same one joined with the first of them."""
    if len(events) == 1:
        return events
    joined: list[tuple[_Telling, Event]] = []
    for event in events:
        mine = _telling(event)
        for number, (words, first) in enumerate(joined[:MOST_ALIKE]):
            if event.citation in first.citations or mine.same(words):
                more = () if event.citation in first.citations else (event.citation,)
                joined[number] = (words, first.model_copy(update={"citations": (*first.citations, *more)}))
                break
        else:
            joined.append((mine, event))
    return [event for _, event in joined]


class _Telling(NamedTuple):
    words: frozenset[str]
    """The content words of an event's text."""
    clause: frozenset[str]
    """Those of the clause that holds its date."""
    numbers: frozenset[str]
    """The numbers of an event's text, its date left out."""
    planned: bool

    def same(self, other: _Telling) -> bool:
        """Whether two tell of the same event."""
        if self.planned != other.planned:
            return False
        if self.numbers and other.numbers and not self.numbers & other.numbers:
            return False  # “cost $45 million” and “cost $54 million”: one does not bear out the other
        least = min(len(self.words), len(other.words))
        if least > 0 and len(self.words & other.words) >= SAME * least:
            return True
        least, both = min(len(self.clause), len(other.clause)), len(self.clause & other.clause)
        return both >= TELLING and both >= SAME_CLAUSE * least


def _telling(event: Event) -> _Telling:
    return _Telling(
        frozenset(terms(event.text)),
        frozenset(terms(_clause(event))),
        frozenset(_NUMBER.findall(event.text.replace(event.words or "", ""))),
        event.planned,
    )


def _clause(event: Event) -> str:
    """The clause of an event's text that holds the words of its date, without these."""
    before, words, after = event.text.partition(event.words or "\0")
    if not words:
        return ""
    cut = _CLAUSE.search(after)
    return _CLAUSE.split(before)[-1] + (after[: cut.start()] if cut else after)


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

"""The numbers that passages state. Each part of a figure is a slice of its quote; nothing is re-typed or converted."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from bot.briefing.figures.lists import is_refused, item
from bot.briefing.figures.measures import measure
from bot.briefing.figures.numerals import Quantity
from bot.briefing.figures.quantities import quantities
from bot.briefing.leaning import leans, of_the_two
from bot.briefing.models import Citation, Figure
from bot.briefing.timeline import is_told, moments_of
from bot.corpus.dates import mentions
from bot.corpus.document import Document, Passage
from bot.corpus.moments import Moment, looks_ahead
from bot.topics.catalogue import Place
from bot.topics.tokens import references

Basis = Literal["stated", "resolved", "document"]

AWAY = 60
"""What a comma between a number and a date counts for, in characters of distance."""
NEAR = 22
"""Characters after a number within which “are expected” and the like are about it."""
REACH = 2
"""Sentences after a name in which “the two countries” still speaks of it."""
_ROLE = re.compile(r"\b(from|to|by)\s+$", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|f[ae]ll(?:s|en|ing)?|gr[eo]w(?:n|s|ing|th)?|increas\w+|decreas\w+|reduc\w+|cut|cuts|drop\w*|climb\w*|rais\w+|lower\w*|expand\w*|declin\w+|jump\w*|doubl\w+|up|down"
    r"|boost\w*|shr[aiu]nk\w*|widen\w*|narrow\w*|slash\w*|surg\w+|slump\w*|soar\w*|chang\w+)\b",
    re.IGNORECASE,
)
_TO = re.compile(r".{0,40}?\bto\b")
_NO_CHANGE = re.compile(
    r"\b(?:amount\w*|came|comes?|equivalent|close|next|belong\w*|accord\w*|due|compared|equal|up)\s+$"
)
_SINCE = re.compile(
    r"\bsince\s(?:[\w’'-]+\s){1,8}(?:in|on)\s$"
    r"|\b(?:since|from|than(?: in)?|compared (?:with|to)(?: that of)?|(?:up|down) on|чем(?: в)?|по сравнению с|(?:above|below) (?:its |the )?\w*)\s+(?:the\s+)?(?:(?:late|early|mid|end of|beginning of|start of)[\s-])?$",
    re.IGNORECASE,
)
"""What stands before a date that a number is compared with, and is not of."""


def passages_on(places: Sequence[Place], documents: Mapping[str, Document]) -> list[tuple[Document, Passage]]:
    """The passages that name a topic, and those right after them that go on about it without its name, in order."""
    found: dict[tuple[str, int], tuple[Document, Passage]] = {}
    for place in places:
        document = documents[place.passage.source]
        siblings = document.paragraphs[place.passage.paragraph - 1].passages
        here = siblings.index(place.passage)
        found[place.passage.source, place.passage.start] = (document, place.passage)
        for further, passage in enumerate(siblings[here + 1 : here + 1 + REACH]):
            if of_the_two(passage) or (further == 0 and leans(passage)):
                found.setdefault((passage.source, passage.start), (document, passage))
    order = {
        document: number for number, document in enumerate(dict.fromkeys(p.passage.source for p in places))
    }
    return sorted(found.values(), key=lambda pair: (order[pair[0].id], pair[1].start))


_EARLIER = re.compile(
    r"\s(?:(?:the\s)?\w+\s)?(?:an?|one|two|three|the)\s(?:\w+\s)?(?:year|month|quarter|week|decade|season|day|weeks|months|years|decades)s?\s(?:earlier|before|previously|ago|prior)\b"
    r"|\s(?:in|during|for)\sthe\s(?:previous|prior|preceding|same)\s(?:year|month|quarter|period|week)"
)
"""What follows a number that is of an earlier time than its sentence, without saying which."""


Figures = dict[int, tuple[Figure, ...]]
"""The figures of a document's passages, by where these start; passages that state none are left out."""
KEY = "figures"
"""What a document remembers them by."""


def figures_of(document: Document) -> Figures:
    """The figures of each passage of a document; remembered with it."""
    return document.once(
        KEY, lambda: {p.start: made for p in document.passages if (made := _figures(document, p))}
    )


def figures_in(document: Document, passage: Passage) -> tuple[Figure, ...]:
    """The amounts, shares, counts, durations, ratios and ranks of a passage, in order.

    `as_of` is the date that the sentence gives the number, else the document's day.
    """
    return figures_of(document).get(passage.start, ())


def _figures(document: Document, passage: Passage) -> tuple[Figure, ...]:
    text = passage.text
    if text.rstrip('"”’») ').endswith("?"):
        return ()  # what is asked is not stated
    dated = [(m.start, m.end) for m in mentions(text)]
    found = quantities(text, [*references(text), *dated])
    if not found:
        return ()
    spans = [(q.start, q.end) for q in found]
    published = document.metadata.published
    days = [
        m
        for m in moments_of(document, passage)
        if is_told(text, m) and (m.until or not _SINCE.search(text, max(0, m.start - 80), m.start))
    ]
    citation = Citation(
        source=passage.source, paragraph=passage.paragraph, start=passage.start, end=passage.end, quote=text
    )
    made: list[Figure] = []
    for number, quantity in enumerate(found):
        if is_refused(text, quantity.start):
            continue
        begin, end = measure(text, quantity.start, quantity.end, spans)
        role = _role(text, quantity, found[:number])
        as_of, basis = _as_of(text, _of_its_sentence(text, days, quantity), quantity, found, published)
        if _EARLIER.match(text, quantity.end):
            as_of, basis = None, None
        made.append(
            Figure(
                value=text[quantity.start : quantity.end],
                unit=text[quantity.unit_start : quantity.unit_end].strip(),
                measure=text[begin:end],
                as_of=as_of,
                citation=citation,
                as_of_basis=basis,
                role=role,
                planned=role != "from" and looks_ahead(text, quantity.start, quantity.end, NEAR),
                kind=quantity.kind,
                currency=quantity.currency,
                amount=quantity.amount,
                amount_to=quantity.amount_to,
            )
        )
    return tuple(made)


def _role(text: str, quantity: Quantity, before: Sequence[Quantity]) -> Literal["from", "to", "by"] | None:
    """The part of a number in a change that its sentence tells; “from 10 to 12”, “cut by 3 percent”."""
    match = _ROLE.search(text, max(0, quantity.start - 6), quantity.start)
    if match is None:
        return None
    word = match[1].lower()
    if word == "from":
        return "from" if _TO.match(text, quantity.end) else None
    paired = any(
        _ROLE.search(text, max(0, q.start - 6), q.start) and q.kind == quantity.kind for q in before[-1:]
    )
    if not paired and not _CHANGE.search(text, max(0, quantity.start - 60), match.start()):
        return None
    return (
        "to"
        if word == "to" and not _NO_CHANGE.search(text, 0, match.start())
        else "by"
        if word == "by"
        else None
    )


def _of_its_sentence(text: str, days: Sequence[Moment], quantity: Quantity) -> list[Moment]:
    """The dates that no semicolon, and no other item of a list, parts from a number; what leads to a list holds for all of it."""
    first = text.rfind("; ", 0, quantity.start)
    last = text.find("; ", quantity.end)
    head, begin, end = item(text, quantity.start)
    return [
        day
        for day in days
        if (first < day.start and (last < 0 or day.end <= last) and begin <= day.start < end)
        or day.end <= head
    ]


def _as_of(
    text: str, days: Sequence[Moment], quantity: Quantity, others: Sequence[Quantity], published: str | None
) -> tuple[str | None, Basis | None]:
    """The date that follows a number (“4 percent in 2017”), else the nearest that follows no other, else the document's own."""
    own = next((day for day in days if _follows(text, quantity, day)), None)
    if own is None:
        free = [
            day
            for day in days
            if not _of_another_clause(text, quantity, day)
            and not (
                day.start > quantity.end
                and (_GOES_ON.search(text, quantity.end, day.start) or text.startswith(": ", day.end))
            )
            and (
                day.start < quantity.start
                or not _apart(text, quantity, day)
                or not any(other is not quantity and _follows(text, other, day) for other in others)
            )
        ]
        own = min(free, key=lambda day: _distance(text, quantity, day), default=None)
    if own is not None:
        return own.until or own.date, "resolved" if own.resolved else "stated"
    # “A decade ago”, “last summer”, “в прошлом году”: of another time than the document, and nobody knows of which day.
    return (published, "document") if published and not _OTHER_TIME.search(text) else (None, None)


def _of_another_clause(text: str, quantity: Quantity, day: Moment) -> bool:
    """Whether a date is when something else is or was: “opened in 2004 and now has 300 boats”, “will shut in June because it has 14 cracks”."""
    if day.end <= quantity.start and _NOW.search(text, day.end, quantity.start):
        return True
    if any(
        aside.start("aside") <= day.start < aside.end()
        and not aside.start("aside") <= quantity.start < aside.end()
        and not _SURVEY.search(text, 0, aside.start())
        for aside in _ASIDE.finditer(text)
    ):
        return True
    if not day.future:
        return False
    condition = _CONDITION.search(text, 0, quantity.start) if day.start > quantity.end else None
    return _WHY.search(text, *_between(quantity, day)) is not None or (
        condition is not None and ", " in text[quantity.end : day.start]
    )


def _follows(text: str, quantity: Quantity, day: Moment) -> bool:
    return (
        day.start >= quantity.end
        and not text.startswith(": ", day.end)
        and _NEXT.fullmatch(text, quantity.end, day.start) is not None
        and _GOES_ON.search(text, quantity.end, day.start) is None
    )


def _apart(text: str, quantity: Quantity, day: Moment) -> bool:
    """Whether a comma, or a number that is compared, parts a number from a date."""
    return _PARTED.search(text, *_between(quantity, day)) is not None


def _distance(text: str, quantity: Quantity, day: Moment) -> int:
    first, last = _between(quantity, day)
    return last - first + AWAY * len(_PARTED.findall(text, first, last))


def _between(quantity: Quantity, day: Moment) -> tuple[int, int]:
    first, last = min(quantity.end, day.end), max(quantity.start, day.start)
    return min(first, last), max(first, last)


_OTHER_TIME = re.compile(
    r"\b(?:ago|previously|formerly|by then|at the time|back then"
    r"|(?:last|next|previous|following|past|preceding|coming) (?:\w+ ){0,2}?(?:years?|months?|weeks?|quarter|spring|summer|autumn|fall|winter|decades?|century|season))\b"
    r"|прошл\w+|позапрошл\w+|следующ\w+ (?:год|месяц)\w*|\bназад\b|вчера|去年|前年|明年|上个?[月周年]|昨",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"(?:\s[a-zа-я’'-]+){0,7}?\s(?:(?:in|by|on|at|of|for|since|during|from|as of|until|в|с|к)\s)?(?:the\s)?(?:mid-|late |early |fiscal |end of )?|\s?\("
)
_GOES_ON = re.compile(r"\b(?:and|but)\s(?:\w+ly\s)?\w+ed\b|,\sbut\b|\b(?:while|whereas|although)\b")
"""What opens another clause, whose date is not that of a number before it."""
_NOW = re.compile(r"\b(?:now|today|currently|at present|these days)\b")
_ASIDE = re.compile(
    r",\s(?P<aside>(?:(?:who|which|whom|whose|where)\b|(?:an?\s(?:[\w’'-]+\s){1,6}?)?(?!according|compared|based|including)(?:\w{2,}ed|born|built|begun|set up|held|made)\s(?:by|in|on|at|to|from|with|after)\b)[^,;]*)(?=,\s)"
)
"""What is told of somebody in passing: “the bank, founded in 1990, has 300 desks”."""
_SURVEY = re.compile(
    r"\b(?:survey|study|poll|census|report|count|audit|review|estimates?|figures|data|statistics)$"
)
_WHY = re.compile(r"\b(?:because|unless|if|since)\b")
_CONDITION = re.compile(r"(?:^|[,;:]\s)(?:[Ii]f|[Uu]nless|[Bb]ecause|[Ss]ince|[Pp]rovided)\b[^,;:]*$")
_PARTED = re.compile(r"[,;:，。；—–]|\b(?:against|compared|from|than|versus|up|down)\b")

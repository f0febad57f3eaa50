"""The numbers that passages state. Each part of a figure is a slice of its quote; nothing is re-typed or converted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from bot.briefing.models import Difference, Figure
from bot.briefing.statements import cite
from bot.briefing.terms import terms
from bot.corpus.dates import DateMention, mentions
from bot.corpus.document import Document, Passage
from bot.topics.tokens import references

_SCALE = r"(?:hundred|thousand|million|billion|trillion|bn|mln|mn|tn)"
_NUMBER = r"\d+(?:[,\u202f\u00a0 ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_CURRENCY = r"(?:(?:US|U\.S\.|Canadian|Australian|Hong Kong)\s+)?(?:dollars?|euros?|pounds?|yuan|renminbi|RMB|tenge|rubles?|roubles?|yen|rupees?|lira|francs?|USD|EUR|KZT|CNY)"
_MARK = r"(?:US|A|C|HK)?[$€£¥₸₽₹]"
_ABOUT = r"(?:(?:about|around|roughly|approximately|nearly|almost|over|more than|less than|at least|up to|as many as|some|an estimated)\s+)?"

_MONEY_MARK = re.compile(
    rf"(?P<value>{_ABOUT}(?P<unit>{_MARK})\s?(?:{_NUMBER})(?:[\s-]?{_SCALE}\b)?)", re.IGNORECASE
)
_MONEY_WORD = re.compile(
    rf"(?P<value>{_ABOUT}(?:{_NUMBER})\s?(?:{_SCALE}\s+)?(?P<unit>{_CURRENCY})\b)", re.IGNORECASE
)
_SHARE = re.compile(
    rf"(?P<value>{_ABOUT}(?:{_NUMBER})\s?(?P<unit>percentage points?|percent|per cent|%))", re.IGNORECASE
)
_UNIT = r"(?:[^\W\d_][\w-]*\s){0,2}?[^\W\d_][\w-]*s"
_SCALED_COUNT = re.compile(
    rf"(?P<value>{_ABOUT}(?:{_NUMBER}|one|two|three|four|five|six|seven|eight|nine|ten)[\s-]{_SCALE}\s(?P<unit>{_UNIT}))\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"(?P<value>{_ABOUT}(?:{_NUMBER})(?:[ \u00a0](?P<unit>{_UNIT})|-(?P<unit2>[a-z]+)))\b", re.IGNORECASE
)
FOLLOWS = 24
"""Characters from a number's beginning within which a date is its own."""
_CLAUSE_ENDS = re.compile(
    r"[;:]\s|,\s(?=(?:and|but|while|which|who|where|though|although|accounting|rising|in|on|at|for|as)\b)|\s[–—]\s"
)
_NO_UNIT = frozenset(
    "and or of in on to the a an at by for from with as is was are were has have had but than that which"
    " who per this these those january february march april may june july august september october"
    " november december ad bc ce pm am".split()
)


def figures_in(document: Document, passage: Passage) -> list[Figure]:
    """The amounts, shares and counts of a passage, in order.

    `value` is the number with its sign and qualifier as written, `unit` the part of it that says of what kind it is,
    `measure` the clause that says what it measures, `as_of` a date in the passage, else the document's day.
    """
    citation = cite(document, [passage])
    dated = [m for m in mentions(passage.text) if not _inside(m.start, references(passage.text))]
    return [
        Figure(
            value=value,
            unit=unit,
            measure=_clause(passage.text, start, end),
            as_of=_as_of(dated, start) or document.metadata.published,
            citation=citation,
        )
        for start, end, value, unit in _numbers(passage.text, dated)
    ]


def differences(figures: Sequence[Figure]) -> list[Difference]:
    """Figures of one unit from different documents whose clauses share most of their words, oldest first.

    What does not clearly measure the same is not set side by side.
    """
    words = [frozenset(terms(f.measure)) - frozenset(terms(f.value)) for f in figures]
    groups: list[list[int]] = []
    for i, figure in enumerate(figures):
        for group in groups:
            first = figures[group[0]]
            alike = len(words[i] & words[group[0]])
            if (
                _kind(first.unit) == _kind(figure.unit)
                and alike >= 3
                and alike >= 0.6 * min(len(words[i]), len(words[group[0]]))
            ):
                group.append(i)
                break
        else:
            groups.append([i])
    found: list[Difference] = []
    for group in groups:
        values: defaultdict[str, set[str]] = defaultdict(set)
        for i in group:
            values[figures[i].citation.source].add(figures[i].value)
        if len(values) > 1 and len({figures[i].value for i in group}) > 1:
            order = sorted(group, key=lambda i: (figures[i].as_of or "9", i))
            found.append(Difference(measure=figures[order[0]].measure, figures=tuple(order)))
    return found


def _numbers(text: str, dated: Sequence[DateMention]) -> Iterator[tuple[int, int, str, str]]:
    taken: list[tuple[int, int]] = [*references(text), *((m.start, m.end) for m in dated)]
    found: list[tuple[int, int, str, str]] = []
    for pattern in (_MONEY_MARK, _MONEY_WORD, _SHARE, _SCALED_COUNT, _COUNT):
        for match in pattern.finditer(text):
            unit = match.groupdict().get("unit") or match.groupdict().get("unit2") or ""
            start, end = match.span("value")
            if pattern in (_SCALED_COUNT, _COUNT) and not _is_count(unit):
                continue
            if any(a < end and start < b for a, b in taken) or (
                text[start].isdigit() and _goes_on(text, start)
            ):
                continue
            taken.append((start, end))
            found.append((start, end, match.group("value"), unit))
    yield from sorted(found)


def _is_count(unit: str) -> bool:
    """A count says of what: “250 companies”, “30-day”; no word of its unit joins it to something else."""
    words = unit.lower().split()
    return bool(words) and not _NO_UNIT & set(words)


def _goes_on(text: str, start: int) -> bool:
    """Whether the number is the end of something else: a version, a code, a longer number."""
    return start > 0 and (text[start - 1].isalnum() or text[start - 1] in ".-–/,")


def _clause(text: str, start: int, end: int) -> str:
    """The clause round a number; the whole sentence where the clause would say too little."""
    first, last = 0, len(text)
    for match in _CLAUSE_ENDS.finditer(text):
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end:
            last = match.start()
            break
    clause = text[first:last].strip(" ,;:–—")
    return clause if len(clause.split()) >= 6 else text


def _as_of(dated: Sequence[DateMention], start: int) -> str | None:
    """The date that follows a number (“4 percent in 2017”), else the nearest; only dates that state their year."""
    stated = [m for m in dated if m.iso()]
    following = [m for m in stated if 0 < m.start - start <= FOLLOWS]
    if following:
        return following[0].iso()
    return min(stated, key=lambda m: abs(m.start - start)).iso() if stated else None


def _kind(unit: str) -> str:
    lowered = unit.lower()
    if "percent" in lowered or "per cent" in lowered or lowered == "%":
        return "share"
    if "$" in lowered or "dollar" in lowered or lowered == "usd":
        return "dollar"
    return " ".join(terms(lowered))


def _inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(a <= place < b for a, b in spans)

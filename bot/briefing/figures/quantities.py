"""Numbers in running English: where they stand, of what kind and how much they are. Everything is a slice of the text.

Years, dates, versions, codes, addresses, footnotes and numbers that belong to a name (“Apollo 11”) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.briefing.figures.labels import is_name, is_part
from bot.briefing.figures.numerals import (
    ABOUT,
    AND,
    ANY,
    DIGITS,
    MONEY,
    MONEY_WORD,
    MULTIPLES,
    NUMBER,
    ORDINALS,
    PARTS,
    PER,
    SIGN,
    SIGNS,
    SMALL,
    TO,
    WORDS,
    both_ends,
    plain,
)
from bot.topics.words import FUNCTION

Kind = Literal["money", "share", "count", "duration", "ratio", "rank"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written; offsets into the text it stands in."""

    start: int
    end: int
    unit_start: int
    unit_end: int
    kind: Kind
    amount: float | None
    """As a plain number (a share in percent); None where the words give none (“dozens”)."""
    amount_to: float | None = None
    """The upper end of a range."""
    currency: str | None = None
    """ISO 4217 code, where the sign or word leaves no doubt."""
    number: int = 0
    """Where the number itself begins, after “about” and the like."""
    second: int = 0
    """Where the second number of a range begins."""


_RATE = re.compile(rf"(?:\sof\s[a-z]+(?=\s(?:an?|per)\s))?(?=\s|/){PER}", re.IGNORECASE)

_BY_SIGN = re.compile(
    rf"(?P<between>between\s+)?(?P<unit>{SIGN})\s?(?P<a>{NUMBER})(?:(?(between){AND}|{TO})(?P<sign>{SIGN})?\s?(?P<b>{NUMBER})(?![\d%]))?{PER}",
    re.IGNORECASE,
)
_BY_WORD = re.compile(
    rf"(?P<between>between\s+)?(?P<a>{NUMBER})(?:(?(between){AND}|{TO})(?P<b>{NUMBER}))?[\s-](?:of\s+)?(?P<unit>{MONEY_WORD})\b{PER}",
    re.IGNORECASE,
)
_SHARE = re.compile(
    rf"(?P<between>between\s+)?(?P<a>{NUMBER})(?:\s?(?:%|percent|per cent))?(?:(?(between){AND}|{TO})(?P<b>{NUMBER}))?[\s-]?(?P<unit>percentage[\s-]points?|basis points|percent\b|per cent\b|pct\b|%)",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    rf"(?:\b(?P<n>an?|one|two|three|four|five|seven|nine)[\s-](?P<unit>half|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b(?!\s+(?:time|year|day|round|place|month|week|world|party|person|hour|century))"
    r"|(?P<unit2>\bhalf)(?=\s(?:of|the|a|an|its|their|his|her|all)\b)"
    rf"|\b(?P<x>{ANY})(?P<unit3>\s(?:in(?: every)?|out of(?: every)?)\s)(?P<y>{ANY})(?=\s[a-z]))",
    re.IGNORECASE,
)
_RATIO = re.compile(
    rf"(?:(?P<a>\b(?:{SMALL}|{DIGITS}))(?:{TO}(?P<b>\b(?:{SMALL}|{DIGITS})))?\s(?P<unit>times)\b(?=\s(?:as|more|less|larger|bigger|higher|greater|faster|the|that|its|longer|smaller|lower|their|what|over)\b)"
    r"|\b(?P<unit2>twice|double|triple|half)(?=\s(?:as|the|that|its|their|what|those)\s)"
    rf"|\b(?P<c>{SMALL}|{DIGITS})(?P<unit3>-?fold)\b)",
    re.IGNORECASE,
)
_RANK = re.compile(
    rf"\b(?P<n>{'|'.join(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))[\s-](?P<unit>(?:most|least)[\s-][a-z]+|[a-z]{{3,}}est|worst|best|biggest|top)\b(?P<head>(?:\s(?!{'|'.join(('of', 'in', 'since', 'and', 'by', 'on', 'for', 'after', 'to', 'at', 'as', 'with', 'from', 'that', 'is', 'was', 'has'))}\b)[a-z-]+){{0,3}})",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"(?P<between>between\s+)?(?P<a>{NUMBER})(?:(?(between){AND}|{TO})(?P<b>{NUMBER}))?(?P<gap>[ \u00a0-]|(?=(?:km|kg|ft|mw|gw|kwh|twh|mph|mm|cm|m|g|t|ha|°c)\b))",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?P<a>(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions)(?: of (?:thousands|millions|billions))?) of ",
    re.IGNORECASE,
)
_UNIT_WORD = re.compile(r"[^\W\d_][^\W_]*(?:[-’'][^\W_]+)*\.?")
SCALES = frozenset(
    "km kg ft mm cm m g t ha mw gw kwh mwh gwh twh mph kph °c feet miles tonnes tons barrels litres liters gallons acres"
    " hectares metres meters kilometres kilometers kilograms kilogrammes inches yards degrees megawatts gigawatts".split()
)
"""Units of length, weight and the like, as written."""
MEASURES = SCALES | frozenset(
    "people men women children police staff troops personnel cattle sheep fish aircraft species series media data mice lives"
    " wives".split()
)
_TIME = frozenset("second minute hour day night week month quarter year decade century".split())
_NO_UNIT = FUNCTION | frozenset(
    "january february march april may june july august september october november december ad bc ce pm am"
    " jan feb mar apr jun jul aug sept sep oct nov dec says does goes percent".split()
)
_VERBS = frozenset(
    "is was has does says reports shows gives takes makes needs wants comes goes runs plans means leads seems appears"
    " includes remains becomes continues allows helps keeps lies sits stands begins starts ends states voted died".split()
)
_DEFINITE = re.compile(
    r"\b(?:the|these|those|our|their|its|his|her|my|your|both|all|other|any|every|each|no|of|last|past|next|first|coming|recent|these)\s$",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b(?:past|last|next|recent|first|coming|previous|final|another|every|few)\s$", re.IGNORECASE
)
_BEFORE_AFTER = re.compile(r"\s(?:ago|earlier|later|before|after|prior|old)\b", re.IGNORECASE)


def quantities(text: str, taken: Sequence[tuple[int, int]]) -> list[Quantity]:
    """The numbers of a text in order, none where the `taken` stretches (dates, references) stand."""
    for a, b in taken:
        text = text[:a] + "\x00" * (b - a) + text[b:]
    used: list[tuple[int, int]] = []
    found: list[Quantity] = []
    for bare in _all(text):
        about = _ABOUT_BEFORE.search(text, max(0, bare.start - REACH), bare.start)
        made = replace(bare, start=about.start()) if about else bare
        if (
            any(a < made.end and made.start < b for a, b in used)
            or is_part(text, made.number)
            or is_name(text, made.start, made.end)
        ):
            continue
        used.append((made.start, made.end))
        found += _two(text, made)
    return sorted(found, key=lambda q: q.start)


def _all(text: str) -> Iterator[Quantity]:
    """Every reading of every number, the surest first; readings may overlap."""
    if not any(c.isdigit() for c in text) and not _ANY_WORD.search(text):
        return
    for match in _BY_SIGN.finditer(text) if _MONEY_SIGNS & set(text) else ():
        yield _made(text, match, "money", match.span("unit"), SIGNS.get(match["unit"].lower()))
    for match in _BY_WORD.finditer(text) if _HAS_CURRENCY.search(text) else ():
        word = match["unit"].lower()
        code = MONEY.get(word) or MONEY.get(word.removesuffix("s"))
        yield _made(text, match, "money", match.span("unit"), code)
    for match in _SHARE.finditer(text) if _HAS_SHARE.search(text) else ():
        yield _made(text, match, "share", match.span("unit"))
    for match in _RATIO.finditer(text) if _HAS_RATIO.search(text) else ():
        group = next(g for g in ("unit", "unit2", "unit3") if match[g])
        word = match[group].lower()
        amount = {"twice": 2.0, "double": 2.0, "triple": 3.0, "half": 0.5}.get(word) or plain(
            match["a"] or match["c"]
        )
        upper = plain(match["b"]) if match["b"] else None
        yield Quantity(
            *match.span(),
            *match.span(group),
            "ratio",
            amount,
            upper,
            number=match.start(group if group == "unit2" else "a" if match["a"] else "c"),
        )
    for match in _FRACTION.finditer(text) if _HAS_PART.search(text) else ():
        yield from _fraction(match)
    for match in _RANK.finditer(text) if _HAS_RANK.search(text) else ():
        word = match["n"].lower()
        rank = ORDINALS.index(word) + 1 if word in ORDINALS else int(re.sub(r"\D", "", word))
        if rank > 1:
            unit = match.span("head") if match["head"] else match.span("unit")
            yield Quantity(
                *match.span(),
                unit[0] + (1 if match["head"] else 0),
                unit[1],
                "rank",
                float(rank),
                number=match.start(),
            )
    yield from _counts(text)


REACH = 40
"""Characters before a number within which “about”, “as many as” and the like belong to it."""
_ABOUT_BEFORE = re.compile(rf"{ABOUT}$", re.IGNORECASE)
_MONEY_SIGNS = frozenset("$€£¥₸₽₹")
_HAS_CURRENCY = re.compile(MONEY_WORD, re.IGNORECASE)
_HAS_SHARE = re.compile(r"%|percent|per cent|pct|points?\b", re.IGNORECASE)
_HAS_RATIO = re.compile(r"times|twice|double|triple|half|fold", re.IGNORECASE)
_HAS_PART = re.compile(
    r"hal(?:f|ves)|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|\b(?:in|out of)\b", re.IGNORECASE
)
_HAS_RANK = re.compile(
    r"second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)
_ANY_WORD = re.compile(
    rf"\b(?:{SMALL}|dozens?|scores|tens|hundreds?|thousands?|millions?|billions?|trillions?|half|thirds?|quarters?|twice|double|triple"
    rf"|{'|'.join(ORDINALS)})\b|fold\b",
    re.IGNORECASE,
)


_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_TO_WORD = re.compile(r"\s+to\s+$", re.IGNORECASE)


def _two(text: str, made: Quantity) -> list[Quantity]:
    """“From A to B” is two numbers, of which the first may have its unit from the second; a range is one."""
    to = _TO_WORD.search(text, made.start, made.second) if made.second else None
    if to is None or not _FROM.search(text, max(0, made.start - 8), made.start):
        return [made]
    first = replace(made, end=to.start(), amount_to=None, second=0)
    return [
        first,
        replace(made, start=made.second, number=made.second, amount=made.amount_to, amount_to=None, second=0),
    ]


def _made(
    text: str, match: re.Match[str], kind: Kind, unit: tuple[int, int], currency: str | None = None
) -> Quantity:
    low, high = both_ends(match["a"], match["b"])
    start = match.start() + (len(match[0]) - len(match[0].lstrip()))
    second = match.start("b") if match["b"] else 0
    if "sign" in match.re.groupindex and match["sign"]:
        second = match.start("sign")
    return Quantity(
        start, match.end(), *unit, kind, low, high, currency, min(match.start("a"), unit[0]), second
    )


def _fraction(match: re.Match[str]) -> Iterator[Quantity]:
    if match["x"]:
        x, y = plain(match["x"]), plain(match["y"])
        if x and y and x < y and (y >= 3 or x == 1):
            yield Quantity(*match.span(), *match.span("unit3"), "share", 100 * x / y, number=match.start("x"))
        return
    group = "unit" if match["unit"] else "unit2"
    number = plain(match["n"]) or 1.0 if match["n"] else 1.0
    part = PARTS[match[group].lower().removesuffix("s")]
    yield Quantity(
        *match.span(),
        *match.span(group),
        "share",
        100 * number * part,
        number=match.start("n") if match["n"] else match.start(group),
    )


def _counts(text: str) -> Iterator[Quantity]:
    for match in _COUNT.finditer(text):
        unit = _unit(text, match.end(), tight=match["gap"] == "-")
        if unit is None:
            continue
        word = text[unit[0] : unit[1]].lower()
        spelt = match["a"].lower()
        time = word.split("-")[0].removesuffix("s") in _TIME
        low, high = both_ends(match["a"], match["b"])
        if low is None or (low == 1 and spelt in ("one", "1", "a", "an")) or (spelt in ("a", "an")):
            continue
        before = text[: match.start()]
        if spelt in WORDS and _DEFINITE.search(before) and not match["b"]:
            continue  # “the two countries” counts nothing anew
        if time and (_PERIOD.search(before) or _BEFORE_AFTER.match(text, unit[1])):
            continue
        if not match["gap"] and ((len(word) == 1 and text[unit[0]].isupper()) or not spelt[-1].isdigit()):
            continue  # “5G”
        end = unit[1]
        rate = _RATE.match(text, end)
        if rate:
            end = rate.end()
        yield Quantity(
            match.start(),
            end,
            unit[0],
            end,
            "duration" if time else "count",
            low,
            high,
            number=match.start("a"),
            second=match.start("b") if match["b"] else 0,
        )
    for match in _VAGUE.finditer(text):
        unit = _unit(text, match.end(), tight=False)
        if unit and text[unit[0] : unit[1]].lower() != "times":
            money = re.fullmatch(MONEY_WORD, text[unit[0] : unit[1]], re.IGNORECASE)
            kind: Kind = (
                "money"
                if money
                else "duration"
                if text[unit[0] : unit[1]].lower().removesuffix("s") in _TIME
                else "count"
            )
            yield Quantity(match.start(), unit[1], *unit, kind, None, number=match.start())


def _unit(text: str, start: int, *, tight: bool) -> tuple[int, int] | None:
    """What is counted from `start` on: up to four words of which the last is a plural; in “30-day” the next one."""
    if tight:
        match = _UNIT_WORD.match(text, start)
        if (
            match is None
            or match[0].lower() in _NO_UNIT
            or match[0][0].isupper()
            or match[0].lower() in MULTIPLES
        ):
            return None
        return start, match.end()
    place = start
    for _ in range(5):
        match = _UNIT_WORD.match(text, place)
        if match is None:
            return None
        word = match[0].rstrip(".")
        lower = word.lower()
        if (lower in _NO_UNIT and lower not in ("more", "new", "other", "such", "second")) or lower in _VERBS:
            return None
        if lower in MEASURES or (
            lower.endswith("s")
            and len(lower) > 2
            and not lower.endswith(("ss", "us", "is", "’s", "'s"))
            and not lower.endswith("ous")
        ):
            end = place + len(word)
            # “square kilometres”, “metric tons of coal” end here; “business leaders” go on.
            return start, end
        place = match.end()
        if place >= len(text) or text[place] != " ":
            return None
        place += 1
    return None

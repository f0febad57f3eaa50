"""Numbers in running English: where they stand, of what kind and how much they are. Everything is a slice of the text.

Numbers without a unit beside them are read by `bare`, Russian and Chinese ones by `scripts`. Years, dates, versions, codes, addresses, footnotes and numbers that belong to a name (“Apollo 11”) are none.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.briefing.figures.bare import REACH, bare, sizes
from bot.briefing.figures.counts import counts, matches_at
from bot.briefing.figures.labels import TAKEN, is_name, is_part
from bot.briefing.figures.numerals import (
    ABOUT,
    AND,
    ANY,
    CODES,
    DIGITS,
    ERROR,
    MONEY,
    MONEY_WORD,
    NUMBER,
    ORDINALS,
    PARTIAL,
    PARTS,
    PER,
    SCALE,
    SIGN,
    SIGN_AFTER,
    SIGNS,
    SMALL,
    SUM,
    TO,
    Kind,
    Quantity,
    both_ends,
    plain,
)
from bot.briefing.figures.scripts import other_scripts

PAGES = 30
"""From so many on “pp” are a book's pages, not percentage points."""

_BY_SIGN = re.compile(
    rf"(?P<between>between\s+)?(?P<unit>{SIGN})\s?(?P<a>{SUM}){ERROR}(?:(?(between){AND}|{TO})(?P<sign>(?P=unit))?\s?(?P<b>{SUM})(?![\d%]))?{PER}",
    re.IGNORECASE,
)
_BY_SIGN_AFTER = re.compile(
    rf"(?<![$€£¥])(?P<a>{SUM})(?:{TO}(?P<b>{SUM}))?\s?(?P<unit>{SIGN_AFTER})(?!\s?\d|\w){PER}", re.IGNORECASE
)
_BY_WORD = re.compile(
    rf"(?P<between>between\s+)?(?P<a>{NUMBER})(?:(?(between){AND}|{TO})(?P<b>{NUMBER}))?[\s-](?:of\s+)?(?P<unit>{MONEY_WORD})\b{PER}",
    re.IGNORECASE,
)
_SHARE = re.compile(
    rf"(?P<between>between\s+)?(?P<a>{NUMBER}){ERROR}(?:\s?(?:%|percent|per cent))?(?:(?(between){AND}|{TO})(?P<b>{NUMBER}))?[\s-]?(?P<unit>percentage[\s-]points?|basis points?|bps\b|pp\b|percent\b|per cent\b|pct\b|%)(?!\s(?:CI|confidence|credible)\b)",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    rf"(?:\b(?P<n>an?|one|two|three|four|five|seven|nine)[\s-](?P<unit>half|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b(?!\s+(?:time|year|day|round|place|month|week|world|party|person|hour|century|dozen|million|billion|trillion)|\s+of an? (?:dozen|million|billion|trillion)\b)"
    r"|(?<!first )(?<!second )(?<!latter )(?<!last )(?<!other )(?<!early )(?<!and a )(?P<unit2>\bhalf)(?=\s(?:of|the|its|their|his|her|all)\b)"
    r"|(?P<unit4>\b\d{1,2}/\d{1,3})(?=\sof\s)"
    rf"|\b(?P<x>{ANY})(?P<unit3>\s(?:in(?: every)?|out of(?: every)?)\s)(?P<y>{ANY})(?:{TO}(?P<z>{ANY}))?(?=\s[a-z]))",
    re.IGNORECASE,
)
_RATIO = re.compile(
    rf"(?:(?P<a>\b(?:{SMALL}|{DIGITS}))(?:{TO}(?P<b>\b(?:{SMALL}|{DIGITS})))?\s(?P<unit>times)\b(?=\s(?:as|more|less|worse|better|[a-z]{{2,}}er|the|that|its|their|what)\b)"
    r"|\b(?P<unit2>twice|double|triple|half(?=\s(?:as|that|what|those)\s|\s(?:the|its|their)\s(?:size|number|amount|price|cost|rate|level|length|weight|value|speed|total|average|figure|distance|time)\b))(?=\s(?:as|the|that|its|their|what|those)\s)"
    rf"|\b(?P<c>{SMALL}|{DIGITS})(?P<unit3>-?fold)\b|\b(?P<unit4>factor) of (?P<d>{SMALL}|{DIGITS})\b)",
    re.IGNORECASE,
)
_MULTIPLIED = re.compile(
    r"\b(?P<unit>doubl(?:ed|ing)|tripl(?:ed|ing)|trebl(?:ed|ing)|quadrupl(?:ed|ing)|halv(?:ed|ing))\b(?!\s(?:up|down|as|back|over|over)\b|-)",
)
_TIMES_AS_MUCH = {"doub": 2.0, "trip": 3.0, "treb": 3.0, "quad": 4.0, "halv": 0.5}
_RANK = re.compile(
    rf"\b(?P<n>{'|'.join(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))[\s-](?P<unit>(?:most|least)[\s-][a-z]+|[a-z]{{3,}}est|worst|best|biggest|top)\b(?P<head>(?:\s(?!{'|'.join(('of', 'in', 'since', 'and', 'by', 'on', 'for', 'after', 'to', 'at', 'as', 'with', 'from', 'that', 'is', 'was', 'has'))}\b)[a-z-]+){{0,3}})",
    re.IGNORECASE,
)
_RANKED = re.compile(
    rf"\b(?:(?P<unit>rank(?:s|ed|ing)?|finish(?:es|ed)|placed)\s(?:as\s)?(?:the\s)?)?(?P<n>{'|'.join(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))(?(unit)\b(?!\s(?:most|least|largest|biggest))|\s(?P<place>place)\b)",
    re.IGNORECASE,
)


def quantities(text: str, taken: Sequence[tuple[int, int]]) -> list[Quantity]:
    """The numbers of a text in order, none where the `taken` stretches (dates, references) stand."""
    for a, b in taken:
        text = text[:a] + TAKEN * (b - a) + text[b:]
    used: list[tuple[int, int]] = []
    found: list[Quantity] = []
    for read in _all(text):
        made = _below_zero(text, read)
        about = _ABOUT_BEFORE.search(text, max(0, made.start - REACH), made.start)
        if about and not _PARTICLE.search(text, max(0, about.start() - 12), about.start() + len("over ")):
            made = replace(made, start=about.start())
        if (
            any(a < made.end and made.start < b for a, b in used)
            or is_part(text, made.number)
            or is_name(text, made.start, made.end)
        ):
            continue
        used.append((made.start, made.end))
        found += _two(text, made)
    found.sort(key=lambda q: q.start)
    return [_like_before(text, quantity, found[:i]) for i, quantity in enumerate(found)]


_AGAINST = re.compile(r"\b(?:from|against|compared (?:with|to)|versus|than)\s$", re.IGNORECASE)


def _like_before(text: str, quantity: Quantity, before: Sequence[Quantity]) -> Quantity:
    """A bare number that is compared has the unit of the number before it: “3,150 people, against 2,870 in 2018”."""
    counted = [q for q in before if q.kind == "count" and q.unit_start < q.unit_end and (q.amount or 0) > 0]
    if quantity.kind != "count" or quantity.unit_start < quantity.unit_end or not counted:
        return quantity
    if not _AGAINST.search(text, 0, quantity.start):
        return quantity
    like = min(counted, key=lambda q: abs(math.log((q.amount or 1e-9) / (quantity.amount or 1e-9))))
    return replace(quantity, unit_start=like.unit_start, unit_end=like.unit_end)


def _all(text: str) -> Iterator[Quantity]:
    """Every reading of every number, the surest first; readings may overlap."""
    if not text.isascii():
        yield from other_scripts(text)
    lower = _lower(text)
    starts = _starts(lower)
    if not starts and not _HAS_NUMBER.search(lower):
        return
    signed = _SIGNS_AND_CODES.search(text)
    for match in _BY_SIGN.finditer(text) if signed else ():
        sign = match["unit"]
        code = {"RMB": "CNY"}.get(sign, sign) if sign in _CODES else SIGNS.get(sign.lower())
        yield _made(text, match, "money", match.span("unit"), code)
    for match in matches_at(_BY_SIGN_AFTER, text, starts) if signed else ():
        yield _made(text, match, "money", match.span("unit"), SIGNS.get(match["unit"].lower()))
    for match in matches_at(_BY_WORD, text, starts) if starts and _HAS_CURRENCY.search(lower) else ():
        word = match["unit"].lower()
        code = (
            MONEY.get(word)
            or MONEY.get(word.removesuffix("s"))
            or ({"RMB": "CNY"}.get(match["unit"], match["unit"]) if match["unit"] in _CODES else None)
        )
        yield _made(text, match, "money", match.span("unit"), code)
    for match in matches_at(_SHARE, text, starts) if starts and _HAS_SHARE.search(lower) else ():
        made = _made(text, match, "share", match.span("unit"))
        if match["unit"].lower() != "pp" or (made.amount or 0) < PAGES:
            yield made
    for match in _RATIO.finditer(text) if _HAS_RATIO.search(lower) else ():
        group = next(g for g in ("unit", "unit2", "unit3", "unit4") if match[g])
        word = match[group].lower()
        amount = {"twice": 2.0, "double": 2.0, "triple": 3.0, "half": 0.5}.get(word) or plain(
            match["a"] or match["c"] or match["d"]
        )
        upper = plain(match["b"]) if match["b"] else None
        yield Quantity(
            *match.span(),
            *match.span(group),
            "ratio",
            amount,
            upper,
            number=match.start(group if group in ("unit2", "unit4") else "a" if match["a"] else "c"),
        )
    for match in _MULTIPLIED.finditer(text) if _HAS_MULTIPLE.search(lower) else ():
        yield Quantity(
            *match.span(), *match.span("unit"), "ratio", _TIMES_AS_MUCH[match[0][:4]], number=match.start()
        )
    for match in matches_at(_FRACTION, text, starts) if starts and _HAS_PART.search(lower) else ():
        yield from _fraction(match)
    for match in _RANK.finditer(text) if _HAS_RANK.search(lower) else ():
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
    for match in _RANKED.finditer(text) if _HAS_RANK.search(lower) else ():
        word = match["n"].lower()
        rank = ORDINALS.index(word) + 1 if word in ORDINALS else int(re.sub(r"\D", "", word))
        yield Quantity(
            *match.span(),
            *match.span("unit" if match["unit"] else "place"),
            "rank",
            float(rank),
            number=match.start("n"),
        )
    yield from bare(text) if starts else ()
    yield from counts(text, starts)
    yield from sizes(text) if starts else ()


def _opening(words: str) -> str:
    """A pattern of whole words that begins with plain letters, which makes looking for it some times faster."""
    return "|".join(
        rf"{re.escape(word[0])}(?<!\w{re.escape(word[0])}){re.escape(word[1:])}" for word in words.split("|")
    )


_START = re.compile(
    rf"\d(?<![\w.,]\d)|[{''.join(PARTIAL)}]|(?:{_opening(f'{SMALL}|half')})\b"
    rf"|a(?<!\wa)n?(?=[ -](?:{SCALE}|half|{'|'.join(PARTS)})\b)"
)
_BETWEEN = re.compile(r"\bbetween\s+$")


def _starts(lower: str) -> list[int]:
    """Where numbers may begin in a text in small letters, and the “between” before them: patterns tried only there cost a tenth."""
    found: list[int] = []
    for match in _START.finditer(lower):
        if "between" in lower and (between := _BETWEEN.search(lower, 0, match.start())):
            found.append(between.start())
        found.append(match.start())
    return found


_PARTICLE = re.compile(
    r"\b(?:hand(?:s|ed|ing)?|tak(?:es?|en|ing)|took|turn(?:s|ed|ing)?|w[io]n|giv(?:es?|en|ing)|gave|pass(?:es|ed|ing)?|sign(?:s|ed|ing)?|knock(?:s|ed|ing)?|r[ua]n)\sover\s$"
)
"""A verb that “over” belongs to: “to hand over two men”."""
_ABOUT_BEFORE = re.compile(rf"{ABOUT}$", re.IGNORECASE)
_CODES = frozenset(CODES.split())
_SIGNS_AND_CODES = re.compile(rf"[$€£¥₸₽₹₩₪₴₺₦]|(?:{_opening(f'Rs {CODES}'.replace(' ', '|'))})\b")
# What else a text in small letters has at least where one of the patterns above finds something.
_HAS_CURRENCY = re.compile(
    r"dollar|euro|pound|yuan|renminbi|rmb|tenge|r(?:o?ubl|upee|iyal|and\b)|yen|lira|franc|won\b|peso|kr(?:on|\b)|zloty|zł"
    rf"|kč|hryvnia|shekel|dirham|{CODES.lower().replace(' ', '|')}"
)
_HAS_SHARE = re.compile(r"%|percent|per cent|pct|point|bps|pp\b")
_HAS_RATIO = re.compile(r"times|twice|double|triple|half|fold|factor")
_MULTIPLIES = "doubl|tripl|trebl|quadrupl|halv"
_HAS_MULTIPLE = re.compile(_MULTIPLIES)
_HAS_PART = re.compile(
    r"half|halves|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|in(?<!\win)\b|out of\b|\d/\d"
)
_HAS_RANK = re.compile(
    r"second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d(?:st|nd|rd|th)\b"
)
_VAGUE = (
    "dozen|dozens|scores|tens|hundred|hundreds|thousand|thousands|million|millions|billion|billions|trillion"
    "|trillions|third|thirds|quarter|quarters|several|twice"
)
_HAS_NUMBER = re.compile(rf"(?:{_opening('|'.join([*ORDINALS, _VAGUE]))})\b|{_MULTIPLIES}|fold\b")
"""What may be a number without one of the beginnings that `_starts` finds."""


def _lower(text: str) -> str:
    """A text in small letters, each where it stood."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(letter.lower()[:1] for letter in text)


_MINUS = re.compile(r"(?:(?:^|(?<=[\s(]))[-−]|\b(?:minus|negative)\s)$", re.IGNORECASE)
_BELOW = re.compile(r"\sbelow (?:zero|freezing)\b")


def _below_zero(text: str, bare: Quantity) -> Quantity:
    """A number with its sign: “-3.2%”, “minus 12 degrees”, “43 degrees below zero”."""
    minus = _MINUS.search(text, max(0, bare.start - 10), bare.start)
    below = (
        _BELOW.match(text, bare.end) if text[bare.unit_start : bare.end].startswith(("deg", "°")) else None
    )
    if minus is None and below is None and not text[bare.unit_start : bare.end].endswith("below zero"):
        return bare
    end = below.end() if below else bare.end
    if below and not below[0].endswith("zero"):
        return replace(bare, end=end)  # “10 degrees below freezing” is no temperature
    return replace(
        bare,
        start=minus.start() if minus else bare.start,
        end=end,
        amount=None if bare.amount is None else -bare.amount,
    )


_RISE = re.compile(
    r"\b(?:rose|rises?|fell|falls?|gained|gains?|lost|added|climbed|dropped|jumped|up|down|increased|decreased|advanced|slipped)\s+$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_TO_WORD = re.compile(r"\s+to\s+$", re.IGNORECASE)


def _two(text: str, made: Quantity) -> list[Quantity]:
    """“From A to B” is two numbers, of which the first may have its unit from the second, as is “rose $1 to $63”; a range is one."""
    to = _TO_WORD.search(text, made.start, made.second) if made.second else None
    rise = made.second and made.kind == "money" and _RISE.search(text, max(0, made.start - 12), made.start)
    if to is None or not (rise or _FROM.search(text, max(0, made.start - 8), made.start)):
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


_IS_PART = re.compile(
    r"\s*(?:[.,;:)—–“”\"]|$)|\s(?:of|more|less|fewer|[a-z]+er|as|in|to|from|by|on|at|for|over|since|and|or|but|than|that|who|which|is|are|was|were|has|have|had|said|say|do|did|will|would|could|the)\b"
)
"""What follows a part of something; a noun after “a third” makes it an ordinal."""


def _fraction(match: re.Match[str]) -> Iterator[Quantity]:
    if match["x"]:
        x, y = plain(match["x"]), plain(match["y"])
        if match["z"] and x and y:
            # “1 in 10 to 15,000” leaves open how much it is.
            z = plain(match["z"]) or 0.0
            low, high = (100 * x / z, 100 * x / y) if y < z < 10 * y else (None, None)
            yield Quantity(*match.span(), *match.span("unit3"), "share", low, high, number=match.start("x"))
        elif x and y and x < y and (y >= 3 or x == 1):
            yield Quantity(*match.span(), *match.span("unit3"), "share", 100 * x / y, number=match.start("x"))
        return
    if match["unit4"]:
        x, y = (float(n) for n in match["unit4"].split("/"))
        if 0 < x < y:
            yield Quantity(*match.span(), *match.span("unit4"), "share", 100 * x / y, number=match.start())
        return
    group = "unit" if match["unit"] else "unit2"
    one = (match["n"] or "").lower() in ("a", "an", "one") and match["unit"].lower() != "half"
    if one and not _IS_PART.match(match.string, match.end()):
        return  # “a third wave”
    number = plain(match["n"]) or 1.0 if match["n"] else 1.0
    part = PARTS[match[group].lower().removesuffix("s")]
    yield Quantity(
        *match.span(),
        *match.span(group),
        "share",
        100 * number * part,
        number=match.start("n") if match["n"] else match.start(group),
    )

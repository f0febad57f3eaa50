"""Numerals, currencies and units as English writes them: the tables and pieces of patterns that numbers are read with.

`Quantity` is what every reader of numbers gives.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["money", "share", "count", "duration", "ratio", "rank"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written; offsets into the text it stands in."""

    start: int
    end: int
    unit_start: int
    unit_end: int
    """Where its unit stands, as a rule within the number as written; an empty stretch where none is stated."""
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


WORDS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen".split()
    )
} | {
    w: n
    for n, w in zip(
        range(20, 100, 10), "twenty thirty forty fifty sixty seventy eighty ninety".split(), strict=True
    )
}
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
MULTIPLES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "k": 1e3, "m": 1e6, "mn": 1e6,
    "mln": 1e6, "mio": 1e6, "bn": 1e9, "bln": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12, "dozen": 12.0,
    "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
PARTS = {
    "half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fourth": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6, "seventh": 1 / 7,
    "eighth": 1 / 8, "ninth": 1 / 9, "tenth": 1 / 10,
}  # fmt: skip
SIGNS = {
    "$": "USD",
    "us$": "USD",
    "a$": "AUD",
    "c$": "CAD",
    "hk$": "HKD",
    "nz$": "NZD",
    "s$": "SGD",
    "r$": "BRL",
    "nt$": "TWD",
    "€": "EUR",
    "£": "GBP",
    "₸": "KZT",
    "₽": "RUB",
    "₹": "INR",
    "₩": "KRW",
    "₪": "ILS",
    "₴": "UAH",
    "₺": "TRY",
    "₦": "NGN",
}
MONEY = {
    "us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD", "dollar": "USD", "usd": "USD", "canadian dollar": "CAD",
    "australian dollar": "AUD", "hong kong dollar": "HKD", "euro": "EUR", "eur": "EUR", "pound": "GBP", "pounds sterling": "GBP",
    "gbp": "GBP", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "cny": "CNY", "tenge": "KZT", "kzt": "KZT", "ruble": "RUB",
    "rouble": "RUB", "yen": "JPY", "jpy": "JPY", "rupee": None, "franc": None, "swiss franc": "CHF", "lira": None, "won": "KRW",
    "peso": None, "rand": "ZAR", "krone": None, "krona": "SEK", "zloty": "PLN", "hryvnia": "UAH", "cent": None, "shekel": "ILS",
    "dirham": None, "riyal": None, "real": None, "zł": "PLN", "kr": None, "kč": "CZK",
}  # fmt: skip

CODES = (
    "USD EUR GBP JPY CNY RMB CHF AUD CAD NZD SEK NOK DKK PLN CZK HUF RON TRY RUB UAH KZT UZS INR PKR BDT IDR MYR PHP SGD THB VND KRW HKD TWD"
    " BRL MXN ARS CLP COP PEN ZAR NGN KES EGP ILS AED SAR QAR KWD IRR IQD"
)
"""Currency codes of ISO 4217 that stand before an amount, as in `EUR 3.4 million`."""

PARTIAL = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
_VULGAR = "[" + "".join(PARTIAL) + "]"
_GROUPED = (
    r"\d{1,3}(?:\.\d{3}){2,}(?:,\d{1,2})?(?![.,]?\d)|\d{1,3}(?:\.\d{3})+,\d{1,2}(?![.,]?\d)"
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!,?\d)(?:\.\d+)?|\d{1,3},\d{1,2}(?=\s?[%€£]|\s(?:percent|per cent|million|billion|trillion|bn|mln)\b)"
)
"""Digits as other lands group them, where that reads in one way only: `1.234.567,89`, `12,34,567`, `2,5 million`."""
DIGITS = rf"(?<![\d.,])(?:{_GROUPED})|(?<!\d )(?<![\d.,])\d{{1,3}}(?:(?:,\d{{3}})+|(?:[ \u202f\u00a0]\d{{3}})+)(?!\d)(?:\.\d+)?|\d+\s?{_VULGAR}|\d+\s1/[234]\b|\d+(?:\.\d+)?|{_VULGAR}"
SMALL = "|".join(sorted(WORDS, key=len, reverse=True))
_TENS = rf"(?:{SMALL})(?:(?:-|(?<=ty) )(?:one|two|three|four|five|six|seven|eight|nine))?"
_HUNDREDS = (
    rf"(?:(?:{_TENS}|an?)[ -]hundred(?:[ -]and[ -]{_TENS}|[ -]{_TENS}(?![ -](?:hundred|thousand)))?|{_TENS})"
)
_THOUSANDS = rf"(?:{_HUNDREDS}|an?)[ -]thousand(?:,? (?:and )?{_HUNDREDS})"
SCALE = r"(?:hundred|thousand|million|billion|trillion|dozen|lakh|crore|bn|bln|mln|mn|tn|trn)"
_BIG = r"(?:dozen|million|billion|trillion)"
_PARTS_OF = rf"(?:an?|one|three)[ -]quarters? of an?(?= {_BIG}\b)"
_AND_A_HALF = rf"(?:{_TENS}|an?|\d+) and a[ -](?:half|quarter)"
WORD_NUMBER = rf"(?:{_AND_A_HALF}|{_PARTS_OF}|half an?(?= {_BIG}\b)|a half(?=[ -]{_BIG}\b)|{_THOUSANDS}|{_HUNDREDS}|a dozen)"
TIGHT = r"(?:bn|bln|mln|mn|tn|trn|k|m|b)"
ANY = rf"(?:\b{_AND_A_HALF}|\b{_PARTS_OF}|{DIGITS}|\b{WORD_NUMBER}\b|\ban?(?=[ -]{SCALE}\b))"
NUMBER = rf"(?:(?:{DIGITS}){TIGHT}\b|(?:{DIGITS})\sk(?=\s[a-z]{{3}})|{ANY}(?:[ \u00a0-]{SCALE}\b)*)"
SUM = rf"(?:(?:{DIGITS})\s?(?:k|m|b|{SCALE})\b(?!-)|{NUMBER})"
"""A number beside a money sign, where “2.5 m” and “3 k” are no lengths."""
ERROR = r"(?:\s?(?:±|\+/[-−–])\s?\d+(?:\.\d+)?)?"
ABOUT = (
    r"(?:(?:\b(?:an estimated|about|around|roughly|approximately|nearly|almost|over|under|above|below|some|just (?:over|under)|close to|well over|as (?:many|much|few|little|high|low) as"
    r"|more than|less than|fewer than|no (?:more|less|fewer) than|at least|at most|up to|exactly|only|circa|(?:a )?(?:total|maximum|minimum) of)\s+|[~≈<>]\s?)*)"
)
TO = r"(?:\s?[–—-]\s?|\s+(?:to|or|through(?: to)?)\s+)"
AND = rf"(?:{TO}|\s+and\s+)"
SIGN = rf"(?:(?<![A-Za-z])(?:US|HK|NZ|NT|A|C|S|R))?[$€£¥₸₽₹₩₪₴₺₦]|\b(?-i:{'|'.join(CODES.split())})\b|\b(?-i:Rs\.?)(?=\s?\d)"
MONEY_WORD = (
    r"(?:(?:US|U\.S\.|American|Canadian|Australian|Hong Kong|Swiss)\s+)?(?:dollars?|euros?|pounds sterling|pounds?|yuan|renminbi|RMB|tenge|rubles?|roubles?|yen|rupees?|lira|francs?"
    rf"|won|pesos?|rand|krone|kronor|krona|zloty|hryvnias?|shekels?|dirhams?|riyals?|(?-i:{'|'.join(CODES.split())}|KZT|zł|kr|Kč))"
)
SIGN_AFTER = r"[€£₸₽₹₩₪₴₺₦]|(?:US|C|A)?\$"
"""Signs as many lands write them, after the number: `45€`, `30 $`."""
_PER_TIME = r"second|minute|hour|day|night|week|month|quarter|year"
_PER_ONE = (
    rf"(?:\s(?:an?|each|every)\s(?:{_PER_TIME}|person|head|barrel|ton|tonne|unit|household|share)\b(?!\s(?:earlier|ago|later|before|after|from|on)\b)"
    rf"|\sper\s(?:(?:{DIGITS}|thousand|million|hundred|square|cubic|live|full-time)\s)*(?!cent\b)[a-z]+|\s(?:annually|daily)\b|/(?:s|h|day|yr|year|km2|km²|m2|m²|kg|ha|l|L|ml|dL)\b|-an?-(?:{_PER_TIME}|head)\b)"
)
PER = rf"(?:{_PER_ONE}(?:\sper\s(?:{_PER_TIME})\b)?)?"


def plain(number: str) -> float | None:
    """A written number as a float: `27.7 billion`, `180,000`, `two dozen`, `two and a half`; None where it is none."""
    number = _one_way(number.lower().strip())
    total = 0.0
    part = 0.0
    seen = False
    for word in re.split(r"[\s\u00a0\u202f,-]+", re.sub(r"(?<=\d)(?=[½¼¾⅓⅔⅛])", " ", number)):
        tight = re.fullmatch(rf"(\d+(?:\.\d+)?)({TIGHT})", word)
        if tight:
            part += float(tight[1]) * MULTIPLES[tight[2]]
        elif re.fullmatch(r"\d+(?:\.\d+)?", word):
            part += float(word)
        elif re.fullmatch(r"1/[234]", word):
            part += 1 / int(word[2])
        elif word in WORDS or word in PARTIAL:
            part += WORDS.get(word) or PARTIAL.get(word, 0.0)
        elif word in ("half", "quarter"):
            part += PARTS[word]
        elif word == "thousand":
            total += (part if seen else 1.0) * MULTIPLES[word]  # “two thousand five hundred”
            part = 0.0
        elif word in MULTIPLES:
            part = (part if seen else 1.0) * MULTIPLES[word]
            if MULTIPLES[word] > 1000 and total:
                part, total = part + total * MULTIPLES[word], 0.0
        elif word in ("a", "an", "one", "and"):
            continue
        else:
            return None
        seen = True
    return round(total + part, 6) if seen else None


def _one_way(number: str) -> str:
    """A number with its digits ungrouped and a point before its decimals; “three quarters of a” as a decimal."""
    number = re.sub(
        r"^(an?|one|three)[ -]quarters? of an?", lambda m: "0.75" if m[1] == "three" else "0.25", number
    )
    if re.match(r"\d{1,3}(?:\.\d{3}){2}|\d{1,3}(?:\.\d{3})+,", number):
        number = number.replace(".", "")
    if re.match(r"\d{1,2}(?:,\d{2})+,\d{3}", number):
        number = number.replace(",", "")
    number = re.sub(r"^(\d+),(\d{1,2})(?!\d)", r"\1.\2", number)
    number = re.sub(r"^([\d.]+)\s([kmb])$", r"\1\2", number)
    return re.sub(r"(?<=\d)[, \u00a0\u202f](?=\d{3})", "", number)


def both_ends(a: str, b: str | None) -> tuple[float | None, float | None]:
    """Both ends as numbers; in “2 to 3 million” the scale is that of both."""
    low, high = plain(a), plain(b) if b else None
    if low is not None and high is not None and low < 1000 <= high and not re.search(r"[a-z]", a.lower()):
        scale = re.search(rf"({SCALE}|{TIGHT})$", (b or "").lower())
        if scale and scale[1] in MULTIPLES:
            low *= MULTIPLES[scale[1]]
    return low, high

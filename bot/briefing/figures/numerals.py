"""Numerals, currencies and units as English writes them: the tables and pieces of patterns that numbers are read with."""

from __future__ import annotations

import re

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
    "€": "EUR",
    "£": "GBP",
    "₸": "KZT",
    "₽": "RUB",
    "₹": "INR",
}
MONEY = {
    "us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD", "dollar": "USD", "usd": "USD", "canadian dollar": "CAD",
    "australian dollar": "AUD", "hong kong dollar": "HKD", "euro": "EUR", "eur": "EUR", "pound": "GBP", "pounds sterling": "GBP",
    "gbp": "GBP", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "cny": "CNY", "tenge": "KZT", "kzt": "KZT", "ruble": "RUB",
    "rouble": "RUB", "yen": "JPY", "jpy": "JPY", "rupee": None, "franc": None, "swiss franc": "CHF", "lira": None, "won": "KRW",
    "peso": None, "rand": "ZAR", "krone": None, "krona": "SEK", "zloty": "PLN", "hryvnia": "UAH", "cent": None, "shekel": "ILS",
    "dirham": None, "riyal": None, "real": None,
}  # fmt: skip

DIGITS = r"\d{1,3}(?:[,\u202f\u00a0]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
SMALL = "|".join(sorted(WORDS, key=len, reverse=True))
WORD_NUMBER = rf"(?:(?:{SMALL})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|a dozen|half a dozen)"
SCALE = r"(?:hundred|thousand|million|billion|trillion|dozen|bn|bln|mln|mn|tn|trn)"
TIGHT = r"(?:bn|bln|mln|mn|tn|trn|k|m|b)"
ANY = rf"(?:{DIGITS}|\b{WORD_NUMBER}\b|\ban?(?=[ -]{SCALE}\b))"
NUMBER = rf"(?:(?:{DIGITS}){TIGHT}\b|{ANY}(?:[ \u00a0-]{SCALE}\b)*)"
ABOUT = (
    r"(?:(?:\b(?:an estimated|about|around|roughly|approximately|nearly|almost|over|under|above|below|some|just (?:over|under)|close to|well over|as (?:many|much|few|little) as"
    r"|more than|less than|fewer than|no (?:more|less|fewer) than|at least|at most|up to|exactly|only|circa|(?:a )?(?:total|maximum|minimum) of)\s+|[~≈<>]\s?)*)"
)
TO = r"(?:\s?[–—-]\s?|\s+(?:to|or)\s+)"
AND = rf"(?:{TO}|\s+and\s+)"
SIGN = r"(?:(?<![A-Za-z])(?:US|HK|NZ|A|C))?[$€£¥₸₽₹]"
MONEY_WORD = (
    r"(?:(?:US|U\.S\.|American|Canadian|Australian|Hong Kong|Swiss)\s+)?(?:dollars?|euros?|pounds sterling|pounds?|yuan|renminbi|RMB|tenge|rubles?|roubles?|yen|rupees?|lira|francs?"
    r"|won|pesos?|rand|krone|kronor|krona|zloty|hryvnias?|shekels?|dirhams?|riyals?|USD|EUR|GBP|KZT|CNY|JPY)"
)
PER = r"(?:\s(?:an?|per|each|every)\s(?:second|minute|hour|day|night|week|month|quarter|year|person|head|capita|barrel|ton|tonne|unit|household|share)|\s(?:annually|daily)|/(?:s|h|day|year|km2))?"


def plain(number: str) -> float | None:
    """A written number as a float: `27.7 billion`, `180,000`, `two dozen`, `twenty-five`; None where it is none."""
    total: float | None = None
    for part in re.split(
        r"[\s\u00a0\u202f-]+", re.sub(r"(?<=\d)[,\u00a0\u202f](?=\d{3})", "", number.lower().strip())
    ):
        tight = re.fullmatch(rf"(\d+(?:\.\d+)?)({TIGHT})", part)
        if tight:
            total = float(tight[1]) * MULTIPLES[tight[2]]
        elif re.fullmatch(r"\d+(?:\.\d+)?", part):
            total = float(part)
        elif part in WORDS:
            total = (total or 0.0) + WORDS[part]
        elif part in MULTIPLES:
            total = (1.0 if total is None else total) * MULTIPLES[part]
        elif part in ("a", "an"):
            total = None
        elif part == "half":
            total = 0.5
        else:
            return None
    return total


def both_ends(a: str, b: str | None) -> tuple[float | None, float | None]:
    """Both ends as numbers; in “2 to 3 million” the scale is that of both."""
    low, high = plain(a), plain(b) if b else None
    if low is not None and high is not None and low < 1000 <= high and not re.search(r"[a-z]", a.lower()):
        scale = re.search(rf"({SCALE}|{TIGHT})$", (b or "").lower())
        if scale and scale[1] in MULTIPLES:
            low *= MULTIPLES[scale[1]]
    return low, high

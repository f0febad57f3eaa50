"""Units: what a number counts or measures, as it stands after the number."""

from __future__ import annotations

import re

from bot.briefing.figures.numerals import MULTIPLES, NUMBER
from bot.topics.words import FUNCTION, NUMBERS

SI = (
    r"(?:°\s?[CFK]?|degrees (?:Celsius|Fahrenheit|centigrade|below zero)|(?:sq|square|cubic)\s(?:km|m|ft|mi|miles?|metres?|meters?|kilometres?|kilometers?|feet|inches|yards?)"
    r"|(?:[µμnkcm]?m|ft|mi)(?:[²³]|[23](?!\d))?|[µμmk]?g|m?[lL]|ha|[kMGT]?Wh?|[MGTkK][Bb]|[kMG]?Hz|kph|mph|km/h|m/s|mAh|kcal|dB|ppm|ppb|hPa|kPa|kV|mm|t)"
    r"(?:/(?:s|h|l|L|d[lL]|m[lL]|kg|ha|day|yr|year|m[²³23]|km²|cm[²³]))?(?![\w²³])"
)
"""Units as science writes them."""
_UNIT_WORD = re.compile(r"[^\W\d_][^\W_]*(?:[-’'][^\W_]+)*\.?")
SCALES = frozenset(
    "km kg ft mm cm m g t ha mw gw kwh mwh gwh twh mph kph °c feet miles tonnes tons barrels litres liters gallons acres"
    " hectares metres meters kilometres kilometers kilograms kilogrammes inches yards degrees megawatts gigawatts".split()
)
"""Units of length, weight and the like, as written."""
MEASURES = SCALES | frozenset(
    "people men women children police staff troops personnel cattle sheep fish aircraft species series media data mice lives"
    " wives crew".split()
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
_SIGN_UNIT = re.compile(SI)
PEOPLE = re.compile(r"[A-Z][a-z]+(?:ese|ish|ench|utch|elsh|wiss)\b")
NAMED = re.compile(r"[A-Z][a-z]+\b(?!\s[A-Z])")
IN_SCALE = re.compile(r"(?<!\d[A-Z])(?<=[A-Za-z])$|,\d{3}$")
"""A number in a scale; “3M” with a capital is rather part of a name."""
_AMONG = re.compile(rf"of (?:the|its|their|our|his|her|those|these) (?:{NUMBER}\s)?", re.IGNORECASE)


def is_time(word: str) -> bool:
    """Whether a unit in lower case is one of time."""
    return word.removesuffix("s") in _TIME or word == "centuries"


def unit_at(text: str, start: int, *, tight: bool) -> tuple[int, int] | None:
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
    if (sign := _SIGN_UNIT.match(text, start)) and (start == 0 or not text[start - 1].isalpha()):
        return sign.span()
    if among := _AMONG.match(text, start):
        start = among.end()
    place = start
    for _ in range(5):
        match = _UNIT_WORD.match(text, place)
        if match is None:
            return None
        word = match[0].rstrip(".")
        lower = word.lower()
        if place == start and word[0].isupper() and word[1:].islower() and lower.endswith(("ed", "ing")):
            return None  # “… reaches 80 Suspected cases …”: another headline begins
        if (
            (lower in _NO_UNIT and lower not in ("more", "new", "other", "such", "second"))
            or (lower in _VERBS and not among)
            or (lower in NUMBERS and place > start and lower != "second")
        ):
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

"""Counts and durations: numbers with the things or the times that they count."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from bot.briefing.figures.numerals import (
    AND,
    ERROR,
    MONEY_WORD,
    NUMBER,
    PARTIAL,
    PER,
    TO,
    WORDS,
    Kind,
    Quantity,
    both_ends,
)
from bot.briefing.figures.units import IN_SCALE, MEASURES, NAMED, PEOPLE, SCALES, SI, is_time, unit_at

_RATE = re.compile(rf"(?:\sof\s[a-z]+(?=\s(?:an?|per)\s))?(?=\s|/){PER}", re.IGNORECASE)
_COUNT = re.compile(
    rf"(?P<between>between\s+)?(?P<a>{NUMBER}){ERROR}(?:-(?:odd|plus)(?=[ -]))?(?:(?(between){AND}|{TO})(?P<b>{NUMBER}))?(?P<gap>[ \u00a0-]|(?=(?-i:{SI})))",
    re.IGNORECASE,
)
_HUMAN_NEXT = re.compile(
    r"\s(?:people|men|women|children|users|customers|workers|jobs|homes|households|residents|inhabitants|voters)\b"
)
_VAGUE = re.compile(
    r"\b(?P<a>(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions)(?: of (?:thousands|millions|billions))?) of ",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:several|a few|many|a couple of|some) (?:dozen|hundred|thousand|million|billion)(?: (?:thousand|million|billion))? ",
    re.IGNORECASE,
)
_DEFINITE = re.compile(
    r"\b(?:the|these|those|our|their|its|his|her|my|your|both|all|other|any|every|each|no|of|last|past|next|first|coming|recent|these)\s$",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b(?:past|last|next|recent|first|coming|previous|final|another|every|few)\s$", re.IGNORECASE
)
_CHEMICAL = re.compile(
    r"^(?:alpha|beta|gamma|delta|omega)\b|hydro|oxy|methyl|ethyl|amino|phosph|keto|(?:yl|t|er|in|id)ase(?:s|\b)"
)
"""How the names of compounds and enzymes are made, which begin with a number."""
_THAN_THE = re.compile(r"\b(?:than|from|above|below|beat|beating|missed|with|to)\s(?:the\s|an?\s)?$")
_HAD_EXPECTED = re.compile(
    r"(?:\s(?:polled|surveyed|questioned|interviewed)(?:\sby\s(?:[A-Z][\w.&’'-]*\s?|the\s){1,5})?)?\s?(?:had\s|have\s)?(?:been\s)?(?:expected|predicted|forecast(?:ed)?|anticipated|estimated|projected|foreseen)\b"
)
_BEFORE_AFTER = re.compile(r"\s(?:ago|earlier|later|before|after|prior|old)\b", re.IGNORECASE)


def matches_at(pattern: re.Pattern[str], text: str, starts: Sequence[int]) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begin at one of some places, none inside another."""
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)):
            yield match
            end = match.end()


def counts(text: str, starts: Sequence[int]) -> Iterator[Quantity]:
    """The counts of a text whose numbers begin at `starts`."""
    for match in matches_at(_COUNT, text, starts):
        unit = unit_at(text, match.end(), tight=match["gap"] == "-")
        if unit is None and match["gap"] == " ":
            # “40 Chinese”, “1.3 million Rohingya”
            people = (NAMED if IN_SCALE.search(match["a"]) else PEOPLE).match(text, match.end())
            unit = people.span() if people else None
        if unit is None:
            continue
        word = text[unit[0] : unit[1]].lower()
        spelt = match["a"].lower()
        time = is_time(word.split("-")[0])
        if word.endswith(("-old", "-olds")):
            continue  # an age
        if (
            match["gap"] == "-"
            and spelt in WORDS
            and not time
            and word not in SCALES
            and word.removesuffix("s") + "s" not in SCALES
        ):
            continue  # “two-earner families” tells of what kind they are
        if word == "m" and _HUMAN_NEXT.match(text, unit[1]):
            continue  # “5 m people”: no metres, and nobody says what
        last = text[unit[0] : unit[1]].split()[-1]
        if last[0].isupper() and last[1:].islower() and (is_time(last.lower()) or last.lower() in MEASURES):
            continue  # “60 Minutes” and “12 Angry Men” are titles
        if match["gap"] == "-" and _CHEMICAL.search(word):
            continue  # “17-hydroxylase”
        if _THAN_THE.search(before := text[: match.start()]) and _HAD_EXPECTED.match(text, unit[1]):
            continue  # “more than the 8 million economists had expected” counts no economists
        low, high = both_ends(match["a"], match["b"])
        if low is None or (low == 1 and spelt in ("one", "1", "a", "an")) or (spelt in ("a", "an")):
            continue
        if spelt in WORDS and _DEFINITE.search(before) and not match["b"]:
            continue  # “the two countries” counts nothing anew
        if time and (_PERIOD.search(before) or _BEFORE_AFTER.match(text, unit[1])):
            continue
        if not match["gap"] and not spelt[-1].isdigit() and spelt[-1] not in PARTIAL:
            continue
        end = unit[1]
        rate = _RATE.match(text, end)
        if rate:
            end = rate.end()
        yield Quantity(
            match.start() if match["b"] else match.start("a"),
            end,
            unit[0],
            end,
            "duration" if time else "count",
            low,
            high,
            number=match.start("a"),
            second=match.start("b") if match["b"] else 0,
        )
    for match in itertools.chain(_VAGUE.finditer(text), _SEVERAL.finditer(text)):
        unit = unit_at(text, match.end(), tight=False)
        if unit and text[unit[0] : unit[1]].lower() != "times":
            money = re.fullmatch(MONEY_WORD, text[unit[0] : unit[1]], re.IGNORECASE)
            kind: Kind = (
                "money" if money else "duration" if is_time(text[unit[0] : unit[1]].lower()) else "count"
            )
            yield Quantity(match.start(), unit[1], *unit, kind, None, number=match.start())

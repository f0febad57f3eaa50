"""Persons as one document shows them, and where “he” and “she” take one up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from bot.topics.kinds import KINDS
from bot.topics.tokens import Token
from bot.topics.words import DATES, FUNCTION, NUMBERS, RANKS, ROLES, SPEECH, TRADES

Runs = Sequence[tuple[int, int]]
"""Where names may stand among the words of a passage: from and to which word."""

# “He …”, “In an interview, he …”, “Trade, she added, …”.
_PERSON_TAKEN_UP = re.compile(
    r"(?:(?:And|But|So|Yet|Then|Now|Still|However|Moreover|Furthermore|Instead|Meanwhile|Later|Also),?\s+"
    r"|(?:In|On|At|During|After|Before|With|Under|Since|Until|By|From|For|As|Despite|Following|Earlier|Last|This|Because)\s[^,;:“”\"]{2,90},\s+)?"
    r"(?P<first>[Hh]e|[Ss]he)\b(?!\s*/)"
)
_PERSON_ADDS = re.compile(r"^[^“”\"«»]{3,90},\s(?P<first>he|she)\s(?P<verb>[a-z]+)\b")
# Somebody who is not named but may be “he” or “she”.
_SOMEBODY = re.compile(
    r"\b(?:man|woman|boy|girl|mother|father|son|daughter|wife|husband|brother|sister|baby|child|widow|someone|somebody|everyone"
    r"|person|victim|suspect|resident|official|worker|student|teacher|farmer|driver|soldier|passenger|patient|neighbou?r|friend"
    r"|employee|owner|witness|lawyer|nurse|pilot|fisherman|captain|survivor|[a-z]+(?:man|woman|ist|ian))\b"
)
# Of ROLES these stand in offices and before other words more often than for somebody.
_NO_ROLE = frozenset(
    "acting chair chief defence defense deputy economic executive finance first foreign former general head interior justice"
    " major prime".split()
)
_ROLE = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Aa]nother)\s+(?:[a-z-]+\s+){0,2}?(?:"
    + "|".join(sorted((r for r in ROLES - _NO_ROLE if r.isascii()), key=len, reverse=True))
    + r"|prosecutor|rival|guard|chef|poet|nephew|uncle|aunt|cousin|predecessor|successor|deputy)\b(?!\s+(?:of\s+)?[A-Z]|-)"
)
_APPOSED = re.compile(
    r"(?:[A-Z][\w’'-]+,|\b(?:is|was|as|became|becomes|be|been|named|appointed|elected))\s+$"
)
_WORD = re.compile(r"[A-Z][\w’'-]*[a-z]$")
# “Northern Irish”, “United Haitians”: what begins with these, or ends so, is a people or a place.
_NO_FIRST_NAME = frozenset(
    "north south east west northern southern eastern western central upper lower greater united new old".split()
)
# “The Royal London”, “my Catholic upbringing”.
_NO_PERSON_AFTER = frozenset("the a an my our your his her its their this that".split())
_PEOPLE = re.compile(r"(?:ish|ese|[ai]ans)$")
PARTICLES = frozenset("bin ibn van von der den ter ten di del della dos das abu".split())
"""Small words within and before last names."""
_AFTER_NAMES = frozenset("jr sr ii iii iv".split())
STYLED = frozenset(
    "sir dame lord lady prince princess king queen pope emperor empress sultan emir sheikh baron baroness duke duchess".split()
)
"""Titles by which people are called with a first name, or a place."""
HE_TITLES = frozenset(
    "mr sir lord king prince emperor chairman spokesman congressman businessman baron count duke".split()
)
SHE_TITLES = frozenset(
    "mrs ms miss madam lady dame queen princess empress chairwoman spokeswoman congresswoman businesswoman baroness countess"
    " duchess".split()
)
HE = HE_TITLES | frozenset(
    "actor father husband brother son uncle grandfather man boy widower his he him himself".split()
)
"""Words that tell a man."""
SHE = SHE_TITLES | frozenset(
    "actress mother wife sister daughter aunt grandmother woman girl widow her she herself".split()
)
"""Words that tell a woman."""


_APPOSITION = 6
"""Words of an apposition within which somebody's role stands."""


class Persons(NamedTuple):
    last_names: frozenset[str]
    alone: frozenset[str]
    """Words with capitals that stand by themselves, so that they are no first names."""
    places: frozenset[str]
    """Last words of names that something is in."""


def find_persons(words: Sequence[Sequence[Token]], runs: Sequence[Runs]) -> Persons:
    """The last names of persons, as this document shows them: by their title, by speaking, by a full and a short name."""
    alone: set[str] = set()
    places: set[str] = set()
    full: list[tuple[str, str]] = []
    sure: set[str] = set()
    for here, spans in zip(words, runs, strict=True):
        for first, last in spans:
            described = last < len(here) and not here[last].joined and _is_apposed(here, last)
            if (
                first > 0
                and here[first - 1].lower == "in"
                and not here[last - 1].possessive
                and not described
            ):
                places.add(here[last - 1].text)
            name = bare(here[first:last])
            if not name or not all(may_be_person(token) for token in name):
                continue
            if first > 0 and here[first].joined and here[first - 1].lower in _NO_PERSON_AFTER:
                continue
            titled = len(name) < last - first or (first > 0 and _is_title(here[first - 1], here[first]))
            speaks = last < len(here) and here[last].joined and here[last].lower in SPEECH
            if len(name) == 1:
                alone.add(name[0].text)
            elif len(name) <= 4 and name[0].lower not in _NO_FIRST_NAME:
                full.append((name[0].text, name[-1].text))
                if described or speaks:
                    sure.add(name[-1].text)
            if titled and len(name) <= 4:
                sure.add(name[-1].text)
    sure.update(last for first, last in full if last in alone and first not in alone)
    last_names = frozenset(last for last in sure - places if not _PEOPLE.search(last))
    return Persons(last_names, frozenset(alone), frozenset(places))


def genders(words: Sequence[Sequence[Token]], runs: Sequence[Runs]) -> Counter[tuple[str, bool]]:
    """How often a last name stands after a man's title and after a woman's."""
    found: Counter[tuple[str, bool]] = Counter()
    for here, spans in zip(words, runs, strict=True):
        for first, last in spans:
            titles = {token.lower for token in here[max(0, first - 1) : last]}
            found[here[last - 1].text, False] += bool(titles & HE_TITLES)
            found[here[last - 1].text, True] += bool(titles & SHE_TITLES)
    return found


def bare(words: Sequence[Token]) -> Sequence[Token]:
    """A name without the titles before it and “Jr” after it."""
    first, last = 0, len(words)
    while first < last and (words[first].lower in ROLES or words[first].lower in RANKS):
        first += 1
    while last - first > 1 and words[last - 1].lower in _AFTER_NAMES:
        last -= 1
    return words[first:last]


def may_be_person(token: Token) -> bool:
    word = token.lower
    return word in PARTICLES or (
        bool(_WORD.match(token.text))
        and not (word in KINDS or word in FUNCTION or word in DATES or word in NUMBERS or word in ROLES)
    )


def _is_apposed(words: Sequence[Token], first: int) -> bool:
    """Whether what follows a name says what the person does: “Pearl, the Journal reporter killed …”."""
    for number in range(first, min(first + _APPOSITION, len(words))):
        word = words[number]
        if number > first and not word.joined:
            return False
        if word.lower in ROLES or word.lower in TRADES:
            after = words[number + 1] if number + 1 < len(words) else None
            # “In Los Angeles, director Ann Lee …”; “in Pass Bay, Miss.”
            return word.lower != "miss" and not (after and after.joined and after.capital)
    return False


def _is_title(before: Token, name: Token) -> bool:
    return name.joined and before.lower in ROLES and not before.possessive


def pronoun_in(text: str) -> tuple[int, int] | None:
    """Where a passage speaks of somebody as “he” or “she” before it describes anybody itself; inside a speech nobody knows."""
    match = _PERSON_TAKEN_UP.match(text)
    if match is None:
        match = _PERSON_ADDS.match(text)
        if match is None or match["verb"] not in SPEECH:
            return None
    before = text[: match.start("first")]
    if _SOMEBODY.search(before) or any(word in ROLES for word in re.findall(r"[a-z]+", before.lower())):
        return None
    return match.span("first")


def somebody_in(text: str) -> bool:
    """Whether a passage speaks of somebody without a name: “a farmer”, “the prosecutor”."""
    return bool(_SOMEBODY.search(text)) or any(
        not _APPOSED.search(text[: role.start()]) for role in _ROLE.finditer(text)
    )

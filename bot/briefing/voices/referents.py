"""Whom “he”, “she”, “they” and “the minister” mean: the last speaker named, where nobody else may be meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.briefing.voices.patterns import PERSON
from bot.briefing.voices.phrases import Span, opening
from bot.briefing.voices.vocabulary import (
    BODIES,
    DETERMINERS,
    FIRST_SIGHT,
    NOBODY,
    PEOPLE,
    PREPOSITIONS,
)
from bot.topics.persons import HE, SHE, somebody_in
from bot.topics.territories import territory
from bot.topics.words import DATES

NEAR = 60
"""Characters after a name within which an apposition may tell more of it."""

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’-]*[a-zà-ÿ]"
_FULL_NAME = re.compile(
    rf"(?<!\bthe )(?<!\bThe )(?<!\bin )(?<!\bIn )(?<!\bat )(?<!\bof )(?<!\bfrom )\b{_CAPITAL}\.?(?:\s(?:[A-Z]\.|(?:de|da|van|von|al|bin)\b|{_CAPITAL})){{1,3}}"
)
_KIN = re.compile(
    rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|Mr|Mrs|Ms|Dr|Miss)\.?\s(?:[a-z]+\s){{0,2}}(?P<name>{_CAPITAL})|^(?P<first>{_CAPITAL})(?=,?\s[a-z]+(?:s|ed)\b)"
)
_RELATIVE = re.compile(
    r"\b(?:[Hh]is|[Hh]er) (?:[a-z]+ )?(?:wife|husband|mother|father|sister|brother|son|daughter|aunt|uncle|lawyer|spokes\w+|colleague|deputy|boss|friend)\b"
)
_SUBORDINATE = re.compile(
    r"\b(?:when|what|which|that|as|because|if|while|where|but|although|though|whom|after|before)\s+$"
)
_NO_NAME = re.compile(r"(?:He|She|They|When\w*|How\w*|Wh\w+|If|As|[A-Z][a-z]+(?:ed|ing|ly))\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def means(
    pronoun: str, name: str, said_in: str, between: Sequence[str]
) -> bool:  # fmt: skip
    """Whether “he”, “she” or “they” is the speaker `name` of the sentence `said_in`; `between` is what stands between."""
    if pronoun.lower() == "they":
        words = _words(name)
        person = PERSON.match(" ".join(name.split()[-2:])) and not name.isupper()
        return not words & PEOPLE and (bool(words & BODIES) or not person)
    if not _may_be_person(name):
        return False
    own = gender(name, said_in)
    wanted = pronoun.lower()
    if own and own != wanted:
        return False
    if any(_others(text, name) for text in between):
        return False
    rivals = {gender(other, said_in) for other in _others(said_in, name)}
    # Who is named in the speaker's own sentence is meant only where they fit better.
    return bool(own) or wanted not in rivals


def is_the(role: str, name: str, said_in: str, between: Sequence[str]) -> bool:
    """Whether “the minister” or “the company” is the speaker `name`."""
    told = _words(said_in)
    if role in BODIES:
        return role in told and not gender(name, said_in)
    if not _may_be_person(name) or any(_others(text, name) for text in between):
        return False
    return role in told or role in FIRST_SIGHT


def same_name(one: str, other: str) -> bool:
    """Whether of two names one may be a shorter form of the other: “Lee” and “Ann Lee”, “Bay” and “Bay Bank”."""
    mine, theirs = _words(one), _words(other)
    return mine <= theirs or theirs <= mine


def names_somebody(text: str) -> bool:
    """Whether a text may speak of a person, by name or not."""
    return bool(_others(text, "")) or somebody_in(text)


def within(sentence: str, pronoun: int) -> Span | None:
    """The person that a sentence opens with, before a pronoun in a later clause of it: “Lee erred when he said”."""
    if not _SUBORDINATE.search(sentence, 0, pronoun):
        return None
    who = opening(sentence, pronoun)
    if who is None or not PERSON.match(name := sentence[slice(*who)]) or not _may_be_person(name):
        return None
    if _NO_NAME.match(name) or _others(sentence[who[1] : pronoun], name):
        return None
    return who


def gender(name: str, sentence: str) -> str:
    """“he” or “she” where the name, its title or its apposition tells; else nothing."""
    place = sentence.find(name)
    after = sentence[place + len(name) : place + len(name) + NEAR] if place >= 0 else ""
    apposed = after[1:].split(",")[0] if after.startswith(",") else ""
    before = sentence[max(0, place - 30) : place] if place >= 0 else ""
    lead = [word for word in before.split()[-2:] if word.lower() not in ("his", "her")]
    words = {w.lower() for w in (*_WORD.findall(name + " " + apposed), *(_WORD.findall(" ".join(lead))))}
    if words & SHE:
        return "" if words & HE else "she"
    return "he" if words & HE else ""


def _others(text: str, name: str) -> list[str]:
    """The persons that a text names beside one, as far as their names can be told from other names."""
    mine = _words(name)
    found = [
        match.group()
        for match in _FULL_NAME.finditer(text)
        if not _words(match.group()) & (mine | BODIES | DETERMINERS | PREPOSITIONS | DATES)
    ]
    for match in _KIN.finditer(text):
        other = match["name"] or match["first"]
        if other.lower() not in mine | NOBODY | DETERMINERS | PREPOSITIONS and other not in (
            "He",
            "She",
            "They",
        ):
            found.append(other)
    return found + [match.group() for match in _RELATIVE.finditer(text)]


def _may_be_person(name: str) -> bool:
    words = name.split()
    acronym = len(words) == 1 and name.isupper()
    return (
        not acronym
        and territory(name.removeprefix("the ").removeprefix("The ")) is None
        and not _words(name) & BODIES
        and words[0].lower() not in DETERMINERS - {"the", "its", "his", "her", "their"}
    )


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}

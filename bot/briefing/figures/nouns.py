"""Noun phrases of measures: their heads, what stands before a head, and which words are names."""

from __future__ import annotations

import re

from bot.briefing.figures.concepts import COMMON, GENERIC, concept
from bot.briefing.terms import stem
from bot.topics.tokens import Token, tokens
from bot.topics.words import DATES, FUNCTION

POSSESSIVE = re.compile(r"[’']s?$")
_INSIDE = frozenset("the all a an its their own new more".split())
_OPENS = frozenset("the a an its their his her".split())
_PREPOSITIONS = frozenset("of from in by for on with at between under over into among".split())


def noun(phrase: str, *, last: bool = False) -> tuple[frozenset[str], frozenset[str]]:
    """Head and modifiers of the first noun phrase (or the last one) that says more than “the total volume of”."""
    parts: list[list[str]] = [[]]
    below: list[bool] = [False]
    found = words_of(phrase)
    for number, token in enumerate(found):
        word = POSSESSIVE.sub("", token.lower)
        if token.possessive:
            continue
        if word in FUNCTION or word in DATES:
            if (word not in _INSIDE or (word in _OPENS and last)) and parts[-1]:
                parts.append([])
                below.append(False)
            below[-1] = below[-1] or word in _PREPOSITIONS
            continue
        if is_name(token) or word[0].isdigit():
            continue
        if word.endswith("ed") and parts[-1] and not last:
            # “the damage caused by”, but “the voters backed the law” are voters.
            if number + 1 < len(found) and found[number + 1].lower in _OPENS:
                parts.append([])
                below.append(True)
            continue
        parts[-1].append(concept(stem(word)))
    filled = [part for part in parts if part]
    if last:
        # “the damage from the storm at $2 billion” is about the damage.
        filled = [p for p, under in zip(parts, below, strict=True) if p and not under][::-1] or filled[::-1]
    for part in filled:
        if part[-1] not in GENERIC:
            return frozenset(part[-1:]), frozenset(part[:-1])
        if len(part) > 1 and any(word not in GENERIC for word in part):
            inner = [word for word in part if word not in GENERIC]
            return frozenset(inner[-1:]), frozenset(inner[:-1])
    return (frozenset(filled[0][-1:]), frozenset()) if filled else (frozenset(), frozenset())


def words_of(text: str) -> list[Token]:
    """The words of a text; what only opens a sentence with a capital is written small."""
    found = tokens(text)
    for number, token in enumerate(found):
        if (
            not token.initial
            or not token.capital
            or token.possessive
            or any(c.isupper() for c in token.text[1:])
        ):
            continue
        after = found[number + 1] if number + 1 < len(found) else None
        plural = token.lower.endswith("s") and len(token.text) > 4
        named = after is not None and after.joined and after.capital
        if (
            token.lower in FUNCTION
            or stem(token.lower) in COMMON
            or (not named and (plural or (after is not None and after.lower == "of")))
        ):
            found[number] = token._replace(text=token.lower, capital=False)
    return found


def is_name(token: Token) -> bool:
    """Whether a word has the capital of a name; months and weekdays are none."""
    return token.capital and token.lower not in DATES

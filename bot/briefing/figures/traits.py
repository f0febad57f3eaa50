"""What is compared of a figure: its kind, the head and the words of what it measures, the names in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.briefing.figures.concepts import COMMON, GENERIC, HUMAN, HUMAN_FATES, concept, same_name
from bot.briefing.figures.measures import without_speaker
from bot.briefing.figures.quantities import SCALES
from bot.briefing.models import Figure
from bot.briefing.terms import stem
from bot.topics.tokens import Token, tokens
from bot.topics.words import DATES, FUNCTION, NUMBERS

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"[’']s?$")
_OBJECT = re.compile(
    r"\s*(?:or\s|\([^)]*\)\s)?(?:in|of)\s+(?P<of>(?:(?:the|all|its|their|a|an|total|every)\s+)*(?:[\w’'&-]+\s?){1,8})"
)
_AFTER = re.compile(r"\s+(?P<of>(?:[\w’'&-]+\s?){1,6})")
_BEFORE_OF = re.compile(r"(?P<what>(?:[\w’'&-]+\s){1,6})of\s+$")
_BEFORE = re.compile(r"(?P<what>(?:[\w’'&-]+\s+){1,7})$")
_ROLE_WORD = re.compile(r"(?:from|to|by|at|for)\s*$", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:rose|rises?|risen|rising|fell|falls?|fallen|falling|grew|grows?|grown|growing|increas(?:ed|es|ing)|decreas(?:ed|es|ing)|declin(?:ed|es|ing)|dropp(?:ed|ing)|jump(?:ed|ing)|climb(?:ed|ing)"
    r"|surg(?:ed|ing)|shrank|slump(?:ed|ing)|up|down|cut|gain(?:ed|s)?|lost)(?:\s+by)?\s*$",
    re.IGNORECASE,
)
MUTUAL = concept(stem("bilateral"))
_BETWEEN_TWO = re.compile(r"\bbetween (?:the two|both)\b|\bbetween (?:the )?[A-Z][\w’'-]+ and (?:the )?[A-Z]")
# What stands before a head but is no part of its name.
_VERBS = frozenset(
    concept(stem(word))
    for word in "increase boost raise reduce cut expand sign double lower lift push bring bilateral mutual make take put help set plan get see".split()
)
_PER = re.compile(r"\s(?:per|an?|each|every)\s|/")
_OF = re.compile(r"\sof\s")
_EXTENTS = frozenset(
    "long wide deep high tall thick from away off north south east west above below across".split()
)
_INSIDE = frozenset("the all a an its their own new more".split())
_PREPOSITIONS = frozenset("of from in by for on with at between under over into among".split())
OTHERS = re.compile(r"\b(?:more|another|other|additional|further|extra)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Traits:
    """What is compared of a figure."""

    kind: tuple[str, ...]
    heads: frozenset[str]
    modifiers: frozenset[str]
    words: frozenset[str]
    names: tuple[str, ...]
    changed: bool
    partial: bool = field(default=False)
    """Whether it counts only what comes on top of something (“five more projects”)."""


def traits_of(figure: Figure, names: Sequence[str] = ()) -> Traits:
    """The kind, head, words and names of what a figure measures."""
    quote = figure.citation.quote
    start = _place(figure)
    end = start + len(figure.value)
    apart = figure.value not in figure.measure
    words = _tokens(without_speaker(figure.measure))
    heads, modifiers = _heads(figure, quote, start, end, apart)
    value = (
        {stem(match.lower()) for match in _WORD.findall(figure.value)} if figure.kind != "count" else set()
    )
    said = frozenset(
        concept(stem(w))
        for token in words
        if not _is_name(token)
        and (w := _POSSESSIVE.sub("", token.lower)) not in FUNCTION | DATES | NUMBERS
        and not w[0].isdigit()
        and len(w) > 1
        and stem(w) not in value
    )
    if _BETWEEN_TWO.search(figure.measure):
        said |= {MUTUAL}
    named = dict.fromkeys(_name(token.text, names) for token in words if _is_name(token))
    return Traits(
        _kind(figure),
        heads - GENERIC or heads,
        modifiers - GENERIC - heads - _VERBS,
        said - GENERIC - (_unit_words(figure) if _is_scale(figure) else frozenset()),
        tuple(named),
        bool(_CHANGED.search(quote, max(0, start - 24), start)) or figure.role == "by",
        bool(OTHERS.search(figure.unit))
        or bool(re.search(r"\b[Aa](?:nother|n extra|n additional)\s*$", quote[:start])),
    )


def _kind(figure: Figure) -> tuple[str, ...]:
    """What makes two figures comparable at all: money of one currency, shares, counts in one unit."""
    unit = figure.unit.lower()
    match figure.kind:
        case "money":
            per = figure.value.lower().split(" per ")[1:] or figure.value.lower().split(" a ")[1:]
            return ("money", figure.currency or unit, *per[:1])
        case "share":
            return ("points",) if "point" in unit else ("share",)
        case "count":
            thing, *per = _PER.split(unit)
            scale = stem(_OF.split(thing)[0].split()[-1]) if _is_scale(figure) else ""
            return ("count", scale, _extent(figure) if scale else "", *(stem(part) for part in per))
        case None:
            return ("other", unit)
        case kind:
            return (kind, stem(unit))


def _heads(
    figure: Figure, quote: str, start: int, end: int, apart: bool
) -> tuple[frozenset[str], frozenset[str]]:
    """The words that name what is measured, and those that stand before it."""
    if figure.kind == "count":
        return _count_heads(figure, quote)
    if figure.kind == "rank":
        return _noun(figure.unit)
    if apart:
        return _noun(figure.measure)
    if figure.kind == "share" and (match := _OBJECT.match(quote, end)):
        return _noun(match["of"])
    if (
        figure.kind == "money"
        and (match := _AFTER.match(quote, end))
        and match["of"].split()[0].lower() not in FUNCTION
    ):
        return _noun(match["of"])
    if match := _BEFORE_OF.search(quote, max(0, start - 80), start):
        return _noun(match["what"], last=True)
    before = quote[:start]
    if figure.role:
        before = (
            re.sub(r"(?:from|to)\s+\S+(?:\s\S+){0,4}\s+to\s*$", "", before) if figure.role == "to" else before
        )
        before = _ROLE_WORD.sub("", before)
    if match := _BEFORE.search(before, max(0, len(before) - 80)):
        return _noun(match["what"], last=True)
    return frozenset(), frozenset()


def _is_scale(figure: Figure) -> bool:
    """Whether the unit is one of length, weight and so on: what is measured is something else."""
    return figure.kind == "count" and _OF.split(_PER.split(figure.unit)[0])[0].split()[-1].lower() in SCALES


def _unit_words(figure: Figure) -> frozenset[str]:
    return frozenset(stem(word.lower()) for word in _WORD.findall(_OF.split(figure.unit)[0]))


def _extent(figure: Figure) -> str:
    """“45 miles long” and “12 miles from the coast” do not measure the same."""
    place = figure.citation.quote.find(figure.value) + len(figure.value)
    match = re.compile(r"\s(\w+)").match(figure.citation.quote, place)
    return match[1].lower() if match and match[1].lower() in _EXTENTS else ""


def _count_heads(figure: Figure, quote: str) -> tuple[frozenset[str], frozenset[str]]:
    """The things counted; of people, what befell them (“killed 11 workers” and “the deaths of 11 people” agree)."""
    unit = _PER.split(figure.unit)[0]
    if _is_scale(figure):
        of = _OF.split(unit)[1:] or [
            m["of"] for m in [_OBJECT.match(quote, quote.find(figure.value) + len(figure.value))] if m
        ]
        inside = _noun(of[0]) if of else (frozenset(), frozenset())
        return inside[0] | {stem(_OF.split(unit)[0].split()[-1])}, frozenset()
    heads, modifiers = _noun(unit)
    if heads & HUMAN:
        fates = {concept(stem(w.lower())) for w in _WORD.findall(figure.measure)} & HUMAN_FATES
        if fates:
            return frozenset(fates), frozenset()
        return frozenset({"person"}), modifiers
    return heads, modifiers


def _noun(phrase: str, *, last: bool = False) -> tuple[frozenset[str], frozenset[str]]:
    """Head and modifiers of the first noun phrase (or the last one) that says more than “the total volume of”."""
    parts: list[list[str]] = [[]]
    below: list[bool] = [False]
    for token in _tokens(phrase):
        word = _POSSESSIVE.sub("", token.lower)
        if token.possessive:
            continue
        if word in FUNCTION or word in DATES:
            if word not in _INSIDE and parts[-1]:
                parts.append([])
                below.append(False)
            below[-1] = below[-1] or word in _PREPOSITIONS
            continue
        if _is_name(token) or word[0].isdigit():
            continue
        if word.endswith("ed") and parts[-1] and not last:
            continue  # “the damage caused by”
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


def _tokens(text: str) -> list[Token]:
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


def _is_name(token: Token) -> bool:
    return token.capital and token.lower not in DATES


def _name(text: str, names: Sequence[str]) -> str:
    """A name as it is compared; all names of the topic are one."""
    bare = _POSSESSIVE.sub("", text)
    if names and any(same_name(bare, name) for name in names):
        return names[0]
    return bare


def _place(figure: Figure) -> int:
    """Where in its quote the value stands: as far on as its measure tells."""
    quote = figure.citation.quote
    inside = figure.measure.find(figure.value)
    if inside >= 0:
        return quote.find(figure.measure) + inside
    after = quote.find(figure.measure) + len(figure.measure)
    place = quote.find(figure.value, after)
    return place if place >= 0 else quote.find(figure.value)

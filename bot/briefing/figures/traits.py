"""What is compared of a figure: its kind, the head and the words of what it measures, the names in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from bot.briefing.figures.apart import is_part, rate_of
from bot.briefing.figures.concepts import GENERIC, HUMAN, HUMAN_FATES, concept, key_of, same_name
from bot.briefing.figures.context import act_of, rest, where_of
from bot.briefing.figures.measures import without_speaker
from bot.briefing.figures.nouns import POSSESSIVE, is_name, noun, words_of
from bot.briefing.figures.units import SCALES
from bot.briefing.models import Figure
from bot.briefing.terms import stem
from bot.topics.words import DATES, FUNCTION, NUMBERS

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_OBJECT = re.compile(
    r"\s*(?:or\s|\([^)]*\)\s)?(?:in|of)\s+(?P<of>(?:(?:the|all|its|their|a|an|total|every)\s+)*(?:[\w’'&-]+\s?){1,8})"
)
_AFTER = re.compile(r"\s+(?P<of>(?:[\w’'&-]+\s?){1,6})")
_BEFORE_OF = re.compile(r"(?P<what>(?:[\w’'&-]+\s){1,6})of\s+$")
_BEFORE = re.compile(r"(?P<what>(?:[\w’'&-]+\s+){1,7})$")
_COST_WHOM = re.compile(
    r"\b(?P<verb>costs?|costing|saves?|saved)\s(?:(?:the|its|their|an?|his|her)\s)?(?P<whom>(?:(?!(?:of|in|on|with|more|to|than|about|for|at)\b)[\w’'-]+\s){1,3})$"
)
_ROLE_WORD = re.compile(r"(?:from|to|by|at|for)\s*$", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:rose|rises?|risen|rising|fell|falls?|fallen|falling|grew|grows?|grown|growing|increas(?:ed|es|ing)|decreas(?:ed|es|ing)|declin(?:ed|es|ing)|dropp(?:ed|ing)|jump(?:ed|ing)|climb(?:ed|ing)"
    r"|surg(?:ed|ing)|shrank|slump(?:ed|ing)|up|down|cut|gain(?:ed|s)?|lost)(?:\s+by)?\s*$",
    re.IGNORECASE,
)
_ONE_IN = re.compile(r"\s(?:in|out of)\s")
_TIGHT = re.compile(r"-[a-z]+$")
NEAR = 60
"""Characters from a number within which what befell those counted stands."""
_POINTS = re.compile(r"(?:^|[\s-])points?$")
MUTUAL = concept(stem("bilateral"))
_BETWEEN_TWO = re.compile(r"\bbetween (?:the two|both)\b|\bbetween (?:the )?[A-Z][\w’'-]+ and (?:the )?[A-Z]")
# What stands before a head but is no part of its name.
_VERBS = frozenset(
    concept(stem(word))
    for word in "increase boost raise reduce cut expand sign double lower lift push bring bilateral mutual make take put help set plan get see".split()
)
_PER = re.compile(r"\s(?:per|an?|each|every)\s|/")
_OF = re.compile(r"\sof\s")
_EXTENTS = {
    word: line.split()[0]
    for line in (
        "long length",
        "wide width across broad",
        "deep depth",
        "high tall height",
        "from away off into inland north south east west above below distance",
    )
    for word in line.split()
}
"""What a length is the extent of; each line is one."""
_OF_EXTENT = frozenset(stem(word) for word in _EXTENTS)
_NOUNS_OF_EXTENT = frozenset("length width depth height distance".split())
OTHERS = re.compile(r"\b(?:more|another|other|additional|further|extra)\b", re.IGNORECASE)
_NO_THINGS = FUNCTION | DATES | NUMBERS


@dataclass(frozen=True, slots=True)
class Traits:
    """What is compared of a figure."""

    kind: tuple[str, ...]
    heads: frozenset[str]
    modifiers: frozenset[str]
    words: frozenset[str]
    names: tuple[str, ...]
    changed: bool
    partial: bool = False
    """Whether it counts only a part of something, or what comes on top of it (“five more projects”)."""
    act: str = ""
    """Of a count, what is done with the things counted, where that is more than to be there (“killed 12 tigers”)."""
    on: frozenset[str] = frozenset()
    """What a share or sum is spent on, lent for or paid to."""
    where: tuple[str, ...] = ()
    """The names, as they are compared, of the place where a count is made: “64 cases in the United States”."""
    opening: tuple[str, str] = ("", "")
    """The word that opens the measure, as a name and as a word, where its capital does not tell which it is."""
    keys: tuple[str, ...] = ()
    """The names as they are compared."""
    beginnings: frozenset[str] = frozenset()
    """Of the keys: names that begin otherwise are not the same."""


class _Told(NamedTuple):
    """What of a figure its traits come from: equal for the same sentence in any brief."""

    quote: str
    value: str
    unit: str
    measure: str
    kind: str | None
    currency: str | None
    role: str | None


def traits_of(figure: Figure, names: Sequence[str] = ()) -> Traits:
    """The kind, head, words and names of what a figure measures; all `names` of the topic are one."""
    own = _traits(
        _Told(
            figure.citation.quote,
            figure.value,
            figure.unit,
            figure.measure,
            figure.kind,
            figure.currency,
            figure.role,
        )
    )
    if not names or not own.names:
        return own
    renamed = tuple(dict.fromkeys(_name(name, tuple(names)) for name in own.names))
    return own if renamed == own.names else _named(own, renamed)


@lru_cache(maxsize=50_000)
def _traits(figure: _Told) -> Traits:
    quote = figure.quote
    start = _place(figure)
    end = start + len(figure.value)
    apart = figure.value not in figure.measure
    words = words_of(without_speaker(figure.measure))
    first = words[0] if words else None
    opening = ("", "")
    if first and first.initial and first.capital and not first.possessive and first.text[1:].islower():
        after = words[1] if len(words) > 1 else None
        if after is None or not (after.joined and after.capital):
            opening = (first.text, concept(stem(first.lower)))
    if apart:
        words += words_of(rest(quote, end))
    value = (
        {stem(match.lower()) for match in _WORD.findall(figure.value)} if figure.kind != "count" else set()
    )
    said = frozenset(
        concept(stem(w))
        for token in words
        if not is_name(token)
        and (w := POSSESSIVE.sub("", token.lower)) not in _NO_THINGS
        and not w[0].isdigit()
        and len(w) > 1
        and stem(w) not in value
    )
    if _BETWEEN_TWO.search(figure.measure):
        said |= {MUTUAL}
    named = tuple(dict.fromkeys(POSSESSIVE.sub("", token.text) for token in words if is_name(token)))
    heads, modifiers = _heads(figure, quote, start, end, apart, opening[1])
    if not heads and opening[1]:
        heads = frozenset(opening[1:])
    act = _act(figure, heads, start, end)
    made = Traits(
        _kind(figure),
        heads - GENERIC or heads,
        modifiers - GENERIC - heads - _VERBS,
        said - GENERIC - (_unit_words(figure) | _OF_EXTENT if _is_scale(figure) else frozenset()),
        (),
        bool(not act and _CHANGED.search(quote, max(0, start - 24), start))
        or figure.role == "by"
        or bool(_POINTS.search(figure.unit)),
        bool(OTHERS.search(figure.unit))
        or is_part(figure.kind, figure.value, without_speaker(figure.measure), quote, start),
        act,
        _on(quote, start, end) if figure.kind in ("share", "money") else frozenset(),
        tuple(key_of(token.text) for token in words_of(where_of(quote, end)) if is_name(token))
        if figure.kind == "count"
        else (),
        opening,
    )
    return _named(made, named)


_ON = re.compile(r"(?:\s[\w’'-]+){0,5}?\s(?:on|for|to)\s(?P<on>(?:[\w’'-]+\s?){1,4})")


def _on(quote: str, start: int, end: int) -> frozenset[str]:
    whom = _COST_WHOM.search(quote, max(0, start - 60), start)
    if whom:
        return noun(whom["whom"], last=True)[0]
    match = _ON.match(quote, end)
    return noun(match["on"])[0] if match else frozenset()


def _act(figure: _Told, heads: frozenset[str], start: int, end: int) -> str:
    if figure.kind != "count" or heads <= HUMAN_FATES:
        return ""
    if _is_scale(figure) and (_PER.search(figure.unit) or _extent(figure)):
        return ""
    if figure.unit and (fate := concept(stem(figure.unit.lower()))) in HUMAN_FATES:
        return fate
    return act_of(figure.quote, start, end)


def _kind(figure: _Told) -> tuple[str, ...]:
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
            if not per and _is_scale(figure):
                start = _place(figure)
                per = [rate] if (rate := rate_of(figure.quote, start, start + len(figure.value))) else []
            scale = stem(_OF.split(thing)[0].split()[-1]) if _is_scale(figure) else ""
            return ("count", scale, _extent(figure) if scale else "", *(stem(part) for part in per))
        case None:
            return ("other", unit)
        case kind:
            return (kind, stem(unit))


def _heads(
    figure: _Told, quote: str, start: int, end: int, apart: bool, opening: str
) -> tuple[frozenset[str], frozenset[str]]:
    """The words that name what is measured, and those that stand before it."""
    if figure.kind == "count":
        return _count_heads(figure, quote)
    if figure.kind == "rank":
        return noun(figure.unit)
    if apart and not (figure.kind == "share" and quote.startswith(" of ", end)):
        found, before = noun(figure.measure)
        if opening:  # “Waiting times for a place” is about the wait
            found |= noun(figure.measure[:1].lower() + figure.measure[1:])[0]
        return found, before
    if figure.kind == "share" and _ONE_IN.search(figure.value) and (match := _AFTER.match(quote, end)):
        return noun(match["of"])
    if figure.kind == "share" and (match := _OBJECT.match(quote, end)):
        return noun(match["of"])
    if (
        figure.kind == "money"
        and (match := _AFTER.match(quote, end))
        and match["of"].split()[0].lower() not in FUNCTION
    ):
        return noun(match["of"])
    if figure.kind == "money" and (match := _COST_WHOM.search(quote, max(0, start - 60), start)):
        return frozenset({concept(stem(match["verb"]))}), frozenset()
    if match := _BEFORE_OF.search(quote, max(0, start - 80), start):
        return noun(match["what"], last=True)
    lead = quote[:start]
    if figure.role:
        lead = re.sub(r"(?:from|to)\s+\S+(?:\s\S+){0,4}\s+to\s*$", "", lead) if figure.role == "to" else lead
        lead = _ROLE_WORD.sub("", lead)
    if match := _BEFORE.search(lead, max(0, len(lead) - 80)):
        return noun(match["what"], last=True)
    return frozenset(), frozenset()


def _is_scale(figure: _Told) -> bool:
    """Whether the unit is one of length, weight and so on: what is measured is something else."""
    words = _OF.split(_PER.split(figure.unit)[0])[0].split()
    return (
        figure.kind == "count"
        and bool(words)
        and (words[-1].lower() in SCALES or words[-1].lower() + "s" in SCALES)
    )


def _unit_words(figure: _Told) -> frozenset[str]:
    return frozenset(stem(word.lower()) for word in _WORD.findall(_OF.split(figure.unit)[0]))


def _extent(figure: _Told) -> str:
    """“45 miles long” and “12 miles from the coast” do not measure the same."""
    place = figure.quote.find(figure.value) + len(figure.value)
    match = re.compile(r"\s(\w+)").match(figure.quote, place)
    if match and match[1].lower() in _EXTENTS:
        return _EXTENTS[match[1].lower()]
    return next((_EXTENTS[w] for w in figure.measure.lower().split() if w in _NOUNS_OF_EXTENT), "")


def _count_heads(figure: _Told, quote: str) -> tuple[frozenset[str], frozenset[str]]:
    """The things counted; of people, what befell them (“killed 11 workers” and “the deaths of 11 people” agree)."""
    unit = _PER.split(figure.unit)[0]
    if not unit:
        fate = _fate(figure, quote)
        return (frozenset({fate}), frozenset()) if fate else _unstated(figure, quote)
    if _is_scale(figure):
        of = _OF.split(unit)[1:] or [
            m["of"] for m in [_OBJECT.match(quote, quote.find(figure.value) + len(figure.value))] if m
        ]
        if (
            not of
            and _TIGHT.search(figure.value)
            and (of_what := _AFTER.match(quote, _place(figure) + len(figure.value)))
        ):
            return noun(of_what["of"])  # “100-ton domes” tells of domes
        inside = noun(of[0]) if of else (frozenset(), frozenset())
        return inside[0] | {stem(_OF.split(unit)[0].split()[-1])}, frozenset()
    heads, modifiers = noun(unit)
    if heads & HUMAN:
        fate = _fate(figure, quote)
        return (frozenset({fate}), frozenset()) if fate else (heads, modifiers)
    return heads, modifiers


def _fate(figure: _Told, quote: str) -> str:
    """What befell those counted: of “infected 2,500 people and killed dozens” the word nearest to the number."""
    first = quote.find(figure.measure)
    start = _place(figure)
    end = start + len(figure.value)
    found = [
        (away, fate)
        for match in _WORD.finditer(figure.measure)
        if (fate := concept(stem(match[0].lower()))) in HUMAN_FATES
        and (away := max(start - (first + match.end()), first + match.start() - end)) <= NEAR
    ]
    return min(found)[1] if found else ""


def _unstated(figure: _Told, quote: str) -> tuple[frozenset[str], frozenset[str]]:
    """What a number without a unit counts: the noun of its measure, or the one that it stands behind (“a crowd of 300”)."""
    if figure.value not in figure.measure:
        return noun(figure.measure)
    start = _place(figure)
    sized = _BEFORE_OF.search(quote, max(0, start - 80), start)
    return noun(sized["what"], last=True) if sized else (frozenset(), frozenset())


@lru_cache(maxsize=50_000)
def _name(bare: str, names: tuple[str, ...]) -> str:
    """A name as it is compared."""
    return names[0] if any(same_name(bare, name) for name in names) else bare


def _named(own: Traits, names: tuple[str, ...]) -> Traits:
    keys = tuple(map(key_of, names))
    return replace(own, names=names, keys=keys, beginnings=frozenset(key[:4] for key in keys))


def _place(figure: _Told) -> int:
    """Where in its quote the value stands: as far on as its measure tells."""
    quote = figure.quote
    inside = figure.measure.find(figure.value)
    if inside >= 0:
        return quote.find(figure.measure) + inside
    after = quote.find(figure.measure) + len(figure.measure)
    place = quote.find(figure.value, after)
    return place if place >= 0 else quote.find(figure.value)

"""What the words round a number say of it beside its measure: what is done with the things counted, where, and of what."""

from __future__ import annotations

import re

from bot.briefing.figures.concepts import concept
from bot.briefing.terms import stem
from bot.topics.words import FUNCTION

_REST = re.compile(r"(?:\s[\w’'-]+){1,9}")
_STOPS = re.compile(
    r"\s(?:and|but|while|which|who|when|as|after|up|down|compared|from|so|because|with|than|according)\b"
)


def rest(quote: str, end: int) -> str:
    """What the clause says after a number: where and of what it is (“rose to 312 in the province of Hale”)."""
    match = _REST.match(quote, end)
    return _STOPS.split(match[0], maxsplit=1)[0] if match else ""


_WHERE = re.compile(
    r"(?:\s(?!(?:in|that|which|who|is|are)\b)[a-z’'-]+){0,7}?\s(?:in|at|near|across|outside|among)\s(?P<where>(?:[\w’'-]+\s?){1,5})"
)


def where_of(quote: str, end: int) -> str:
    """Where the things counted are: “64 cases in the United States”."""
    match = _WHERE.match(quote, end)
    return match["where"] if match else ""


_VERB_BEFORE = re.compile(
    r"(?P<aux>\b(?:to|will|would|may|can|could|must|should|might)\s)?\b(?P<verb>[a-z]+)(?:\s(?:off|out|up|down|away|back))?\s(?:(?:all|the|its|their|another|in)\s)?$"
)
_DONE_AFTER = re.compile(
    r"(?:\s(?!which|who|that|and|but|while)[\w’'-]+){0,6}?\s(?:were|was|are|is|been|be|being)\s(?:\w+ly\s)?(?P<done>\w{2,}ed|lost|won|sold|sent|built|taken|hit|held|shot|stolen|caught|cut|bought|brought|struck|thrown)\b"
)
_REDUCED = re.compile(
    r"\s(?:reported|confirmed|feared|believed|presumed|suspected|declared)\s(?:to be\s|as\s)?(?P<done>\w{2,}ed|dead|missing|ill|sick)\b"
)
"""Likewise without a verb of its own: “300 people reported infected”."""
_DID = re.compile(
    r"(?:\s(?!which|who|that|and|but|while)[\w’'-]+){0,3}?\s(?:have|has|had)\s(?:\w+ly\s|also\s|already\s|since\s)?(?P<done>\w{2,}ed|fled|left|gone|come)\b"
)
"""What those counted did: “70 inmates have escaped”."""
_PASTS = frozenset(
    "lost won shot sold sent built took cut hit left bought brought caught stole struck threw".split()
)
_STATIVE = frozenset(
    concept(stem(word))
    for word in "has had is was hold held count counted report reported confirm confirmed register registered record recorded employ number contain include"
    " cover comprise reach reached total estimate estimated need use own operate host attract draw this his less its covers totals exceed exceeded receive received find found see saw know show"
    " agreed supposed said used based expected believed planned set".split()
)
"""Verbs by which things are only there, or are counted."""


def act_of(quote: str, start: int, end: int) -> str:
    """What is done with the things counted, where that is more than to be there: “killed 12 tigers”, “40 trees were felled”."""
    before = _VERB_BEFORE.search(quote, max(0, start - 40), start)
    if before and (before["aux"] or before["verb"].endswith("ed") or before["verb"] in _PASTS):
        act = concept(stem(before["verb"]))
        if act not in _STATIVE and before["verb"] not in FUNCTION:
            return act
    if reduced := _REDUCED.match(quote, end):
        act = concept(stem(reduced["done"]))
    elif after := _DONE_AFTER.match(quote, end):
        act = concept(stem(after["done"]))
    else:
        did = _DID.match(quote, end)
        act = concept(stem(did["done"])) if did else ""
    return "" if act in _STATIVE else act

"""What a number measures, as a slice of the sentence that states it.

“The trade turnover between the two countries is 12 billion dollars” measures what stands before its verb; elsewhere the
clause round the number says it, with the subject it leaves out (“…, accounting for 15.7 percent of the total trade”).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.briefing.figures.lists import item
from bot.topics.tokens import references
from bot.topics.words import FUNCTION, NUMBERS

LONG = 32
"""Words up to which a clause reads as what is measured; a longer one is cut at the commas nearest to the number."""
SHORT = 5
"""Words from which a clause says enough."""

_OF_AMOUNT = re.compile(
    r"(?:(?<=\s)|^)(?:(?:has|have|had|will|would|could|may|might|already|now|still|currently|also|only|just|be|been|actually|officially|estimated|therefore|thus)\s+)*"
    r"(?:is|are|was|were|be|been|reach(?:es|ed)?|amount(?:s|ed)? to|exceed(?:s|ed)?|total(?:s|l?ed)?|(?:st(?:ands|ood)|clos(?:es|ed)|end(?:s|ed)|finish(?:es|ed)|open(?:s|ed)|peak(?:s|ed)) at|(?:rose|risen|rises|fell|fallen|falls|grew|grown|grows"
    r"|increased|decreased|dropped|climbed|jumped|slipped|declined|soared|slumped|surged|widened|narrowed|shrank|came|come|comes|doubled|tripled) (?:to|by|from)"
    r"|fell|rose|grew|hit|hits|equal(?:s|led)?|(?:estimated|put|valued|calculated|priced) (?:at|to be)|makes? up|made up|accounts? for|accounted for|surpass(?:es|ed)|topp?ed|averag(?:es|ed))"
    r"(?:\s+(?:now|already|still|only|just|also|currently|estimated at|at|expected to be|believed to be|thought to be|set at))*\s*$",
    re.IGNORECASE,
)
_PUT_AT = re.compile(
    r"\b(?:puts?|estimate[sd]?|sets?|values?|valued|prices?|priced|forecasts?|calculated)\s(?P<what>[a-z’'-]{3,}\s?[^,;:.]{0,90}?)\s(?:at|to be)(?:\s(?:only|just|about|around))*\s*$"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_HAN_ENDS = re.compile(r"[。；，！？;]|,(?!\d)")
_MAKES_UP = re.compile(r"\b(?:makes? up|made up|making up|account(?:s|ed|ing)? for)\s+$", re.IGNORECASE)
"""Verbs of which both ends say what is measured: “coal makes up 40 percent of the power”."""
_DASH = re.compile(r"(?P<what>\b(?:the|its|their|his|total|average|[A-Z])[^,;:–—-]{2,80}?)\s?[-–—:]\s?$")
_BREAKS = re.compile(r"[;:]\s|,\s|\s[–—-]\s|\s?[“”\"]\s?")
_ENDS = re.compile(
    r"[;:]\s|,[”\"’]\s|,\s(?=(?:and|but|while|which|who|whom|whose|where|though|although|when|because|since|as|so|with|in|on|at|for|after|before|including|according"
    r"|according to|compared|[a-z]{3,}ing|up|down|or|the|he|she|they|it|an?|its|their)\b)|\s[–—-]\s"
)
_ELIDED = re.compile(
    r"(?:and |but |or )?(?:[a-z]\w+ing|is|are|was|were|has|have|had|will|would|can|could|which|who|whom|whose|where|that|as|with|in|on|at|for|up|down|from|to|of|than|including|compared|while|when|after|before|because|since|or|so|by|\w{3,}ed)\b",
)
_LEAD = re.compile(
    r"(?:(?:In|By|At|Since|During|As of|For|On)\s(?:the\s)?(?:(?:end|beginning|start|middle|year|first half|second half)\s(?:of\s)?)?(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\s)?\d{4},?\s+"
    r"|(?:and|but|or|so|while|although|though|because|that|when|since|whereas|if|as|where|yet|then)\s+|(?:In addition|Additionally|Moreover|Furthermore|However|Meanwhile|At the same time|At the moment"
    r"|Also|Besides|Similarly|Therefore|Thus|Still|Yet|Overall|Indeed|In response|In turn|For example|For instance|In fact|As a result|In contrast|By contrast|In total|In all|Of these|Unfortunately|According to [^,]{2,60}),\s+"
    r"|said\s+(?:that\s+)?|(?:It|it) (?:is|was|should be|must be) (?:obvious|clear|noted|known|also noted|worth noting|estimated|believed|true|said|reported) that\s+|(?:It is|it is) (?:also )?worth noting (?:that\s+)?)+"
)
_DOUBT = re.compile(
    r"(?:^|[.;]\s)(?P<said>(?:according to|if)\s[^,;.]*\b(?:rumou?rs?|unconfirmed|unverified|speculation|hearsay|gossip)\b[^,;.]*,\s)$",
    re.IGNORECASE,
)
"""Who says it, where that takes half of it back: “According to a rumour, …”."""
_SAID_THAT = re.compile(
    r"\b(?:(?:say|says|said|believes?|claims?|argues?|thinks?|told \w+|adds?|added|noted|notes)\s+(?:that\s+)?|(?:reports?|reported|estimates?|estimated|shows?|showed|found|announced|confirmed|warned)\s+that\s+)(?=\S)"
)
_SAID_AFTER = re.compile(
    r",\s(?:[\w’'.-]+\s){0,6}?(?:said|says?|told\s\w+|added|noted|reported|estimated|believes?|found|showed)$"
)
_FOUND = re.compile(
    r"^(?:an?|the|one|its|their)\s(?:[\w’'-]+\s){0,2}?(?:survey|study|poll|report|count|census|inquiry|audit|review|analysis)\s(?:found|finds|shows|showed|says|said)\s(?:that\s)?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:\s+(?:is|was|are|were|be|been|could|can|may|might|would|will|should|to|have|has|had|likely|expected|estimated|easily|probably|possibly|thought|believed|said|set|means|already|now|still|also|even))+\s*$"
)
_EMPTY = re.compile(
    r"(?:it|this|that|these|those|they|he|she|which|who|there|we|you|i|one|some|others|the (?:figure|number|total|rate|share|value|amount|sum|rest|former|latter|answer|result|cost|price))\s*$",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"^(?:according to|not |rather than |like |unlike |as |including|by |with |in |on |at |up |down |however|though|the |an? |for |compared|after|when|which|who)",
    re.IGNORECASE,
)
_WORTH = re.compile(r"(?P<what>(?:[\w’'-]+\s){1,6})(?:worth|valued at|costing|totall?ing)\s*$")
_ABBREVIATED = re.compile(r"(?:^|[\s.])[A-Z]\.$|\b(?:Inc|Corp|Ltd|Co|Jr|Sr|etc|a\.m|p\.m)\.$")
_NO_NOUN = FUNCTION | NUMBERS
_TRIM = " ,;:–—-\t\n\u00a0"


def measure(text: str, start: int, end: int, numbers: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Where the text says what the number from `start` to `end` measures; `numbers` are all numbers of the text."""
    if _HAN.search(text):
        first = max((m.end() for m in _HAN_ENDS.finditer(text, 0, start)), default=0)
        stop = _HAN_ENDS.search(text, end)
        return _tidy(text, first, stop.start() if stop else len(text))
    first, last = _clause(text, start, end)
    named = subject(text, start)
    if named and not (_MAKES_UP.search(text, 0, start) and text.startswith(" of", end)):
        return named
    worth = _worth(text, first, start, numbers)
    if worth is not None:
        return _tidy(text, worth, end)
    return _whole_clause(text, first, last, start, end)


def without_speaker(clause: str) -> str:
    """A clause without “observers say that” or “a survey found” before it and “, observers say” after it."""
    clause = _SAID_AFTER.sub("", clause)
    clause = _FOUND.sub("", clause)
    said = _SAID_THAT.search(clause)
    return clause[said.end() :] if said and len(clause[: said.start()].split()) <= LONG // 4 else clause


def subject(text: str, start: int) -> tuple[int, int] | None:
    """What stands before a verb of amount that leads up to the number at `start`."""
    first = _sentence(text, start)
    dash = _DASH.search(text, max(first, start - 90), start)
    if dash:
        return dash.span("what")
    put = _PUT_AT.search(text, max(first, start - 130), start)
    if put:
        return put.span("what")
    verb = _OF_AMOUNT.search(text, max(first, start - 70), start)
    if verb is None:
        return None
    segments = _segments(text, first, verb.start())
    if not segments:
        return None
    aside = text[: verb.start()].rstrip().endswith(",")
    if aside and len(segments) > 1 and _ASIDE.match(text[slice(*segments[-1])]):
        segments.pop()
    begin, finish = segments[-1]
    if text[begin:finish].strip().lower() in ("which", "that") and len(segments) > 1:
        begin, finish = segments[-2]
    lead = _LEAD.match(text, begin, finish)
    begin = lead.end() if lead else begin
    for said in _SAID_THAT.finditer(text, begin, finish):
        begin = said.end()
    tail = _TAIL.search(text, begin, finish)
    finish = tail.start() if tail else finish
    begin, finish = _tidy(text, begin, finish)
    words = text[begin:finish].split()
    if (
        not 1 <= len(words) <= LONG
        or _EMPTY.match(text[begin:finish])
        or (len(words) == 1 and len(words[0]) < 5)
        or all(word.lower() in _NO_NOUN for word in words)
    ):
        return None
    if _ELIDED.match(text, begin, finish) or re.search(
        r"\b(?:he|she|they|it|who|which|there)$", text[begin:finish], re.IGNORECASE
    ):
        return None
    return begin, finish


def _worth(text: str, first: int, start: int, numbers: Sequence[tuple[int, int]]) -> int | None:
    """Where “55 objects worth” begins, before the number that says how much."""
    match = _WORTH.search(text, max(first, start - 80), start)
    if match is None:
        return None
    counted = [a for a, b in numbers if first <= a and b <= start and b >= match.start("what")]
    return counted[-1] if counted else None


def _whole_clause(text: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """The clause, widened to the left while it lacks its subject and on both sides while it says too little."""
    low, least = first, item(text, start)[1]
    while low > least and (
        _ELIDED.match(text, low) or len(text[low:last].split()) - len(text[start:end].split()) < SHORT
    ):
        wider = _begin(text, low - 1)
        if len(text[wider:last].split()) > 2 * LONG:
            break
        low = wider
    high = last
    while len(text[low:high].split()) - len(text[start:end].split()) < SHORT and high < _stop(text, end):
        high = _end(text, high + 1)
    if len(text[low:high].split()) > LONG:
        breaks = [m.end() for m in _BREAKS.finditer(text, low, start)]
        near = next(
            (
                b
                for b in breaks
                if SHORT + 3 <= len(text[b:high].split()) <= LONG and not _ELIDED.match(text, b)
            ),
            low,
        )
        low = near
    if doubt := _DOUBT.search(text, 0, low):
        return _tidy(text, doubt.start("said"), high)
    lead = _LEAD.match(text, low, start)
    return _tidy(text, lead.end() if lead else low, high)


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    return _begin(text, start), _end(text, end)


def _sentence(text: str, place: int) -> int:
    """Where the sentence that holds `place` begins, after a source reference or a semicolon."""
    first = max((b for _, b in references(text) if b <= place), default=0)
    return max(first, text.rfind("; ", first, place) + 1)


def _begin(text: str, place: int) -> int:
    """Where the clause that holds `place` begins."""
    first = item(text, place)[1]
    for _, b in references(text):
        if b <= place:
            first = max(first, b)
    for match in _ENDS.finditer(text, first, place):
        if match.end() <= place:
            first = match.end()
    return first


def _end(text: str, place: int) -> int:
    """Where the clause that holds `place` ends."""
    match = _ENDS.search(text, place)
    return min(match.start() if match else len(text), _stop(text, place))


def _stop(text: str, place: int) -> int:
    """Where the sentence's own words end: at the next source reference, or its end."""
    return min((a for a, _ in references(text) if a >= place), default=item(text, place)[2])


def _segments(text: str, first: int, last: int) -> list[tuple[int, int]]:
    """The stretches between commas, colons, dashes and quotation marks."""
    found: list[tuple[int, int]] = []
    begin = first
    for match in _BREAKS.finditer(text, first, last):
        found.append((begin, match.start()))
        begin = match.end()
    found.append((begin, last))
    return [(a, b) for a, b in found if text[a:b].strip(_TRIM)]


def _tidy(text: str, first: int, last: int) -> tuple[int, int]:
    """Without white space, commas and lone quotation marks at the ends."""
    while True:
        piece = text[first:last]
        bare = piece.strip(_TRIM)
        first += len(piece) - len(piece.lstrip(_TRIM))
        last = first + len(bare)
        if bare[:1] in '"“”' and bare.count('"') + bare.count("“") + bare.count("”") == 1 and len(bare) > 1:
            first += 1
        elif (bare[-1:] in '"“”' and len(bare) > 1 and sum(map(bare.count, '"“”')) == 1) or (
            bare[-1:] == "." and not _ABBREVIATED.search(bare)
        ):
            last -= 1
        else:
            return first, last

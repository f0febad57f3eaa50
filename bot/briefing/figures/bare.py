"""Numbers that stand without a unit: “more than 100 were killed”, “12 dead”, “the death toll rose to 1,650”, “a population of 48,000”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.briefing.figures.measures import subject
from bot.briefing.figures.numerals import ABOUT, NUMBER, TO, Quantity, both_ends
from bot.topics.words import FUNCTION

_VAGUE = r"(?:tens|dozens|scores|hundreds|thousands|millions)(?:\sof\s(?:thousands|millions))?"
_ADVERBS = r"(?:(?:still|also|now|reported(?:ly)?|being|believed|feared|thought|said|known|confirmed|already|later|\w+ly|to have|to be|been|have been|made|left|rendered)\s)*"
_PASSIVE = re.compile(
    rf"\b(?P<a>{NUMBER}|{_VAGUE})(?:{TO}(?P<b>{NUMBER}))?(?:\s(?:others|more))?\s"
    rf"(?:were|are|(?:have|had)(?: been)?|(?:may|might|could|must) (?:have|be)(?: been)?|will be|remain(?:ed)?|is)\s{_ADVERBS}(?P<unit>[a-z]{{2,}})\b",
    re.IGNORECASE,
)
_FATE = r"(?:dead|killed|died|injured|wounded|hurt|missing|homeless|arrested|detained|displaced|evacuated|infected|hospitali[sz]ed|rescued|survived|recovered|fled|attended|trapped|drowned|executed|sickened|unemployed)"
_STATE = re.compile(
    rf"\b(?P<a>{NUMBER}|{_VAGUE})(?:{TO}(?P<b>{NUMBER}))?(?:\s(?:others|more))?\s(?P<unit>{_FATE})\b(?!\s(?:people|men|women|children|by|in \d|workers|bodies))",
    re.IGNORECASE,
)
_AFTER_VERB = re.compile(
    rf"\b(?P<unit>kill(?:ed|ing|s)|injur(?:ed|ing|es)|wound(?:ed|ing|s)|arrest(?:ed|ing|s)|displac(?:ed|ing|es))\s(?:(?:more|fewer|less) than|at least|as many as|about|around|nearly|almost|over|some|up to|an estimated)?\s?"
    rf"(?P<a>{NUMBER}|{_VAGUE})(?:{TO}(?P<b>{NUMBER}))?(?=\s*[.,;:)](?!\d)|\s*$|\s(?:and|in|on|at|near|when|as|after|worldwide|nationwide|since|during|while|but|last|this)\b)",
    re.IGNORECASE,
)
_HAS_FATE = re.compile(rf"\b(?:{_FATE}|kill|injur|wound|arrest|displac)")
_HAS_VERB = re.compile(
    r"(?:\d|hundreds?|thousands?|millions?|billions?|dozens?|scores|tens|ty|teen|ten|eleven|twelve|one|two|three|four|five|six|seven|eight|nine)(?:\s(?:others|more))?"
    r"\s(?:were|are|have|had|may|might|could|must|will be|remain|is)"
)
_ENDS = r"(?=\s*[,;:)](?!\d)|\.?\s*$|\.\s|\s(?:and|but|in|by|at|from|after|since|on|for|as|this|last|while|when|with|during|according|before|who|compared|worldwide|to|up|down|or|so)\b)(?![-–—/:]\d)(?!\s[ap]\.?m\b)"
_AFTER_SUBJECT = re.compile(rf"(?<![\w.,/:#-])(?P<a>(?=\d|[a-z-]+ (?:million|billion)){NUMBER}){_ENDS}")
_SIZE = re.compile(
    rf"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]otal|[A-Z][\w’'-]+[’']s)\s(?:[a-z-]+\s){{0,3}}(?P<noun>[a-z]{{4,}})\sof\s(?:(?:about|around|some|nearly|almost|over|more than|at least|up to|just over|just under|roughly|approximately|an estimated)\s)?"
    rf"(?P<a>(?=\d){NUMBER})(?![\w%]|[.,:/-]\d|-\w|\s(?:percent|per cent|dollars|euros))"
)
_ABOUT = re.compile(rf"{ABOUT}$", re.IGNORECASE)
REACH = 40
"""Characters before a number within which “about”, “as many as” and the like belong to it."""
_COMPARED = re.compile(
    rf"\b(?:from|against|compared (?:with|to)|versus)\s(?:(?:about|around|just|only|some|nearly|almost)\s)?(?P<a>(?=\d){NUMBER})(?=\s(?:in|on|at|a|the|last|two|three|five|ten)\s|\s?\d{{4}}|[.,;)](?!\d)|\s*$)"
)
_LABEL_SUBJECT = re.compile(
    r"\b(?:numbers?|address|code|phone|telephone|line|id|date|time|year|age|version|vote|score|result|page|chapter|section|article|one|it|he|she|who|aged?|birthday|hour)$",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(r"\bnumbers? of (?P<of>(?:[\w’'-]+\s?){1,4})")
_YEARLIKE = re.compile(r"(?:1[5-9]|20)\d\d")
_DEFINITE = re.compile(r"\b(?:the|these|those|all|both|other|its|their|our)\s$", re.IGNORECASE)
_PLURAL = re.compile(r"[\w’'-]*[a-z]s\b")


def bare(text: str) -> Iterator[Quantity]:
    """Counts whose unit is left to the sentence; their unit is what befell those counted, what “number of” names, or empty."""
    for pattern, needed in ((_STATE, _HAS_FATE), (_PASSIVE, _HAS_VERB), (_AFTER_VERB, _HAS_FATE)):
        if not needed.search(text):
            continue
        for match in pattern.finditer(text):
            low, high = both_ends(match["a"], match["b"])
            if match["unit"].lower() in FUNCTION or _DEFINITE.search(text, 0, match.start("a")) or low == 1:
                continue
            if not match["a"][0].isdigit() and pattern is _PASSIVE and low is not None and low < 10:
                continue  # “two were late”: which two, another sentence says
            start, end = min(match.start("unit"), match.start("a")), match.end("unit")
            if pattern is _AFTER_VERB:
                start, end = match.start("a"), match.end()
            elif pattern is _PASSIVE:
                end = match.end("b") if match["b"] else match.end("a")
            yield Quantity(start, end, *match.span("unit"), "count", low, high, number=match.start("a"))
    for match in _COMPARED.finditer(text):
        if _large(match["a"]):
            yield _unitless(match, match.end("a"), match.end("a"))
    for match in _AFTER_SUBJECT.finditer(text):
        about = _ABOUT.search(text, max(0, match.start() - REACH), match.start())
        span = subject(text, about.start() if about else match.start())
        if span is None or not _worth_telling(match["a"]):
            continue
        named = _NUMBER_OF.search(text, *span)
        counted = _PLURAL.search(text, named.start("of"), named.end("of")) if named else None
        if counted:
            yield _unitless(match, *counted.span())
        elif not _LABEL_SUBJECT.search(text, *span) and not match["a"].endswith(("m", "b", "k")):
            yield _unitless(match, match.end("a"), match.end("a"))


def sizes(text: str) -> Iterator[Quantity]:
    """“A population of 48,000”, where no unit follows."""
    for match in _SIZE.finditer(text):
        if _large(match["a"]) and not match["noun"].endswith("ber"):
            yield _unitless(match, match.end("a"), match.end("a"))


def _unitless(match: re.Match[str], unit_start: int, unit_end: int) -> Quantity:
    low, _ = both_ends(match["a"], None)
    return Quantity(*match.span("a"), unit_start, unit_end, "count", low, number=match.start("a"))


def _large(number: str) -> bool:
    """Whether a number is written as a large one and not as a year: `48,000`, `3 million`, `640`."""
    return not _YEARLIKE.fullmatch(number) and len(number) >= 3 and "." not in number.split()[0][-2:-1]


def _worth_telling(number: str) -> bool:
    return not _YEARLIKE.fullmatch(number) and (len(number) >= 3 or not number.isdigit())

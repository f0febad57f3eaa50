"""Whether the words round a date say that something was, will be, or was still to come when it was said.

What tells is the verb nearest before the date in its clause; where none stands there, the first one after it.
"""

from __future__ import annotations

import re
from enum import Enum, auto


class Tense(Enum):
    """What the verb by a date says of it."""

    PAST = auto()
    FUTURE = auto()
    """“will”, “plans to”."""
    MAY = auto()
    """“could”, “should”: to come as well, but no plan."""
    OPEN = auto()
    """“would”, “was due to”: it was to come once; whether it has, the words do not say."""
    HABIT = auto()
    """“usually”: it was and will be."""


# Past forms that no ending tells. Those that are also present forms count where no “to” stands before them.
_PAST_FORMS = (
    "arose|ate|awoke|beat|became|began|begun|bent|bit|bled|blew|blown|bore|born|bought|bound|bred|broke|broken|brought|built|burnt|burst"
    "|came|cast|caught|chose|chosen|clung|crept|cut|dealt|did|died|done|dove|drank|drawn|drew|driven|drove|dug|eaten|fed|fell|fallen|felt|fled|flew|flown"
    "|forbade|forgot|forgotten|fought|found|froze|frozen|gave|given|gone|got|grew|grown|held|heard|hid|hidden|hit|hung|hurt|kept|knew|known|laid"
    "|lay|led|left|lent|lit|lost|made|meant|met|paid|put|quit|ran|rang|rode|rose|risen|said|sang|sank|sat|saw|seen|sent|set|shook|shaken|shot"
    "|shown|shrank|shut|slept|slid|sold|sought|spent|split|spoke|spoken|sprang|spread|sprung|spun|stole|stolen|stood|struck|stuck|sunk|swam|swept|swore|sworn"
    "|swung|taken|taught|thought|threw|thrown|told|took|tore|torn|understood|went|woke|won|wore|worn|wrote|written"
)
_PARTICIPLE = rf"(?:[a-z]{{2,}}ed|been|run|come|{_PAST_FORMS})"
_ADVERB = (
    r"(?:\s(?:not|also|now|then|still|just|already|soon|later|only|never|all|both|reportedly|[a-z]+ly))*"
)
_VERB = rf"(?:{_ADVERB}(?:\shave)?(?:\sbeen|\sbe)?{_ADVERB}\s[a-z]+\b)?"
_LATER = r"(?:(?:due|scheduled|slated|planned|expected|likely|set|supposed|meant|hoped|poised|about)\b(?:\sto\b)?|to\b)"
_WISHES = "plan|expect|hope|aim|intend|want|need|seek|promise|threaten|vow|pledge|prepare|wait"
_WISHED = "planned|expected|hoped|aimed|intended|wanted|needed|sought|promised|threatened|vowed|pledged|agreed|decided|prepared|offered|voted"
_ASKED = "asked|ordered|told|urged|invited|forced|allowed|called on"
_CUES = re.compile(
    rf"\b(?:(?P<past>(?:may|might|could|must|can(?:no)?t)(?:\snot)?\shave\s{_PARTICIPLE})"
    rf"|(?P<future>(?:will|shall|won['’]t|\w+['’]ll){_VERB}"
    rf"|(?:is|are|am|\w+['’](?:s|re)|(?:has|have)\sbeen){_ADVERB}\s{_LATER}{_VERB}"
    rf"|(?:(?:{_WISHES})s?|planning|hoping|aiming|preparing|waiting|wanting|seeking)\sto{_VERB}"
    r"|plan(?:s|ned|ning)?\sfor|upcoming|(?:has|have|given)\suntil|scheduled\sfor|slated\sfor|until\sat\sleast|no\slater\sthan|target\sof)"
    rf"|(?P<open>(?:would|\w+['’]d|couldn['’]t|could\snot){_VERB}|(?:was|were|been){_ADVERB}\s{_LATER}{_VERB})"
    rf"|(?P<asked>(?:(?:{_WISHED})|(?:{_ASKED})(?:\s\w+){{1,3}}?)\sto{_VERB})"
    rf"|(?P<may>(?:could|may|might|can|should|must){_VERB})"
    rf"|(?P<done>(?:has|have|['’]ve){_ADVERB}\s{_PARTICIPLE}|had|was|were|wasn['’]t|weren['’]t|did(?:n['’]t)?|hadn['’]t|since"
    rf"|(?<!to\s)(?:{_PAST_FORMS})|(?<!to\s)(?<![-‐‑])[a-z]{{2,}}ed))\b"
)
_AUXILIARIES = frozenset("had was were did since".split())
_NO_VERBS = re.compile(
    r"(?:(?!agr|fr|guarant|decr)\w*eed|hundred|sacred|naked|wicked|kindred|infrared|red|bed|shed|sled|wed)$"
)
_ADJECTIVAL = re.compile(
    r"\b(?:the|an?|its|his|her|their|our|my|your|this|these|those|some|any|no|of|newly|recently|[\w]+['’]s)\s$",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(
    r"[;:]\s|,\s(?=(?:and|but|while|although|though|which|who|where|whereas)\b)|\s(?:--|[–—])\s|[\"“”]"
)
_HABIT = re.compile(
    r"\b(?:normally|usually|typically|traditionally|annually|habitually|(?:every|each)\s(?:year|month|week|day|spring|summer|autumn|winter|season|morning|evening|[A-Z][a-z]+day)"
    r"|once an?\s(?:year|month|week)|most years)\b"
)
_UNTIL = re.compile(
    r"\b(?:until|till|through|by)\s(?:the\s)?(?:(?:late|early|mid|end of|middle of)[\s-])?$", re.IGNORECASE
)
_UNTIL_INSIDE = re.compile(r"(?:until|till|by)\b", re.IGNORECASE)
_HAD = re.compile(r"\bhad\b")
# “On Monday the board, which will meet again, left …”
_ASIDE = re.compile(r",\s(?:who|which|where)\s[^,;:“”\"]{3,150},\s")
_OPENS = 2
"""Words that may stand before a date that opens its clause: “Late on Monday, …”."""


def tense(text: str, start: int, end: int, reach: int = 10_000) -> Tense | None:
    """What the clause round a date or number says of it; None where no verb tells.

    Words after it count up to `reach` characters.
    """
    first, last = _clause(text, start, end)
    return _told_before(text, first, start) or _told_after(text, first, start, end, min(last, end + reach))


def tense_of_date(text: str, start: int, end: int) -> Tense | None:
    """What the clause round a date says of it; what was done by then, or until then, may have been still to come."""
    first, last = _clause(text, start, end)
    if _HABIT.search(text, first, last):
        return Tense.HABIT
    told = _told_before(text, first, start)
    if told is None or (
        told is Tense.PAST
        and (_UNTIL.search(text, first, start) or _UNTIL_INSIDE.match(text, start, end))
        and not _HAD.search(text, first, start)
    ):
        after = _told_after(text, first, start, end, last)
        # “Finished by Monday”: it may have been still to come; “by Monday it was over”.
        return after if told is None or after is Tense.PAST else None
    return told


def _told_before(text: str, first: int, start: int) -> Tense | None:
    cues = [cue for cue in _CUES.finditer(text, first, start) if _counts(text, cue)]
    if not cues:
        return None
    # “Agreed to leave on Monday” leaves open whether they did; “on Monday they agreed to leave” is past.
    return Tense.OPEN if cues[-1]["asked"] else _kind(cues[-1])


def _told_after(text: str, first: int, start: int, end: int, last: int) -> Tense | None:
    """What the first verb after a date says; what is to come only where the date opens its clause, or no comma parts them."""
    opens = len(text[first:start].split()) <= _OPENS
    for cue in _CUES.finditer(text, end, last):
        if _counts(text, cue):
            told = _kind(cue)
            return told if opens or told is Tense.PAST or "," not in text[end : cue.start()] else None
    aside = _ASIDE.match(text, last) if opens else None
    return (
        _told_after(text, first, start, aside.end(), _clause(text, aside.end(), aside.end())[1])
        if aside
        else None
    )


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    first, last = 0, len(text)
    for match in _CLAUSE_ENDS.finditer(text):
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end:
            return first, match.start()
    return first, last


def _counts(text: str, cue: re.Match[str]) -> bool:
    """Whether what looks like a verb is one: “the leaked oil” and “need” are none."""
    word = cue["done"]
    if word is None or " " in word or word.lower() in _AUXILIARIES:
        return True
    return not _NO_VERBS.match(word) and not _ADJECTIVAL.search(text, max(0, cue.start() - 30), cue.start())


def _kind(cue: re.Match[str]) -> Tense:
    if cue["future"]:
        return Tense.FUTURE
    if cue["open"]:
        return Tense.OPEN
    return Tense.MAY if cue["may"] else Tense.PAST

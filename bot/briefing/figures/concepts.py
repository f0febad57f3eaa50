"""Words of news and reports that mean the same when numbers are compared, and words that say nothing of what is measured.

General English only: nothing here is about any corpus. Each line is one concept; the first word stands for all.
"""

from __future__ import annotations

from functools import lru_cache

from bot.briefing.terms import stem
from bot.topics.names import fold

_SAME = """
trade turnover commerce trading
invest investment investments invested investor investors
die died dead death deaths killed kill killing toll fatality fatalities perished lives casualties
injured injure injury injuries hurt wounded wound
arrested arrest arrests detained detain detention
evacuated evacuate evacuation evacuees
displaced displacement displace homeless
missing unaccounted
infected infection infections
unemployed unemployment jobless joblessness
person people persons residents resident inhabitants individuals civilians humans
company companies firm firms corporation corporations
profit profits earnings
revenue revenues
export exports exported
import imports imported
vote votes ballots ballot
buy bought purchase purchased acquire acquired acquisition takeover
price prices
cost costs costing expense expenses spend spent spending spends
damage damages losses
loan loans lending lent
debt debts
emission emissions emit emitted emits
leak leaking leaked spill spilling spilled spewing gushing
pass passed approved approve
visit visitors visited tourists
attend attendance attended audience crowd spectators
harvest harvested crop
destroy destroyed destroying destruction ruin ruined wreck wrecked
weigh weighs weighed weight
fine fined fines
bilateral mutual two-way
produce production output produced
jobs job employment
salary wage wages pay salaries
home homes houses house dwellings
country countries nation nations
"""
_GENERIC = """
total volume amount number sum figure level rate share value size quantity inflow overall all direct annual gross net whole entire aggregate
combined current present average official new further additional approximately already joint significant major large rapidly growing economy republic
country countries state officially become became account accounted accounting amounted reach reached exceed exceeded estimate estimated
report reported said say says according show showed data year years month stand stood percent per cent billion million thousand dollar dollars euro euros pound pounds side sides two
worth today now part proportion percentage portion majority
"""
_PLAIN = """
turnout inflation support demand growth supply coal wind oil gas water power energy police unemployment poverty income wealth crime traffic tourism turnover spending funding aid capacity
consumption attendance membership enrolment enrollment participation approval opposition interest capital rainfall temperature weather food fuel steel wheat
"""
_HUMAN = (
    """
person people men women children workers soldiers officers troops passengers victims students migrants refugees villagers fighters militants protesters
demonstrators patients crew miners police hostages pupils journalists employees staff citizens activists suspects others rebels civilians
"""
    + " residents inhabitants individuals humans"
)
_FATES = "die injured arrested evacuated displaced missing infected"
_ACRONYMS = {
    "prc": "china", "us": "america", "usa": "america", "american": "america", "americans": "america", "uk": "britain", "british": "britain",
    "u s": "america", "u k": "britain", "dprk": "north korea", "uae": "emirates", "dutch": "netherlands", "french": "france", "welsh": "wales",
    "danish": "denmark", "spanish": "spain", "polish": "poland", "swedish": "sweden", "turkish": "turkey", "greek": "greece", "swiss": "switzerland",
    "irish": "ireland", "english": "england", "scottish": "scotland", "states": "america", "eu": "european",
}  # fmt: skip


def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _SAME.split("\n"):
        words = [stem(word) for word in line.split()]
        for word in words:
            table.setdefault(word, line.split()[0])
    return table


_CONCEPTS = _table()


def concept(stemmed: str) -> str:
    """What a stem means as far as comparing goes."""
    return _CONCEPTS.get(stemmed, stemmed)


GENERIC = frozenset(concept(stem(word)) for word in _GENERIC.split()) | {
    stem(word) for word in _GENERIC.split()
}
"""Stems that say of no figure what it measures."""
COMMON = frozenset(stem(word) for line in (_SAME, _GENERIC, _PLAIN) for word in line.split())
"""Stems of words that are no names though a sentence begins with them."""
HUMAN = frozenset(concept(stem(word)) for word in _HUMAN.split())
"""Stems of words for people."""
HUMAN_FATES = frozenset(_FATES.split())
"""What befalls people in the news, as concepts."""


@lru_cache(maxsize=100_000)
def key_of(name: str) -> str:
    """A name as `same_key` compares it."""
    folded = fold(name)
    return _ACRONYMS.get(folded, folded)


def same_key(a: str, b: str) -> bool:
    """Whether two keys are of one name; those that differ in their first four letters never are."""
    x, y = (a, b) if len(a) <= len(b) else (b, a)
    return x == y or (len(x) >= 4 and y.startswith(x[: max(4, len(x) - 1)]) and " " not in x + y)


def same_name(a: str, b: str) -> bool:
    """Whether two words of names mean the same: “China”, “Chinese”, “PRC”; “Kazakh”, “Kazakhstan”; “Austria” is not “Australia”."""
    return same_key(key_of(a), key_of(b))

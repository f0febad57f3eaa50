"""Whether passages speak of what a person asked, and which sentences of them do.

A passage speaks of it where all that the query tells stands within a few sentences of one paragraph. What is asked must
be telling: words that are everywhere, in the language or in this corpus, find much and answer nothing.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence

from bot.lookup.answers import Hit
from bot.lookup.asking import IN_PASSAGES
from bot.lookup.nearness import held
from bot.lookup.passages import LONGEST_QUERY, Paragraph, PassageIndex
from bot.lookup.stems import Asked, asked, stem
from bot.topics import plain, words

SENTENCES = 3
"""Sentences of one paragraph in which all that is asked must stand."""
FLOOR = math.log(4)
"""How telling a query must be: the sum of the logarithms of how rare in the corpus is what it asks for.

A single word must not be in more than about every fourth paragraph.
"""
TIGHT = (0.6, 0.25, 0.0)
"""How near each other two words must stand, by how many of them are not common ones: common words are a term only
together (“water level”, “rate of pay”), and meet by chance where they stand apart. More words do so less."""
GOOD = 0.4
"""What a passage must have of the best one's rank to be shown beside it."""
# Commonest nouns whose plural no rule makes.
_PLURALS = frozenset("women men children feet teeth wives lives knives leaves mice".split())
_IDLE = frozenset(map(stem, IN_PASSAGES))
_COMMON = frozenset(
    map(
        stem,
        plain.COMMON | _PLURALS | words.NOT_TERMS | words.DEGREES | words.DATES | words.NUMBERS | words.ROLES | words.BODIES
        | words.SPEECH | words.VERBS | words.PAGE_WORDS | words.UNITS | words.CODES | words.SITES
        | words.TRADES,
    )
)  # fmt: skip
# Of these, a passage may lack those that a question only frames what it asks with.
_FRAMES = frozenset(map(stem, words.NOT_TERMS | words.SPEECH | words.VERBS | words.DEGREES))
# Sentences that take up the one before them.
_LEANS = re.compile(
    r"[\"“«(]?(?:(?:he|she|it|they|his|her|its|their|this|that|these|those|such|however|yet|but|and|so|then|instead|also"
    r"|thus|therefore|hence|moreover|furthermore|additionally|similarly|likewise|nevertheless|nonetheless|meanwhile|still"
    r"|second|third|finally|otherwise|consequently|both|another|others?)\b"
    r"|(?:in (?:addition|response|contrast|turn|this|that)|as a result|for (?:example|instance)|on the other hand"
    r"|the (?:latter|former|two|same)|at the same time)\b"
    r"|(?:он|она|оно|они|его|её|ее|их|это|этот|эта|эти|такой|однако|но|также|поэтому|кроме того|при этом|в то же время)\b)",
    re.IGNORECASE,
)


def telling(query: str) -> list[Asked]:
    """What a query asks for without the words that every question has; what is in quotation marks stays, and “US” is no “us”."""
    shouted = query.isupper()
    return [
        one
        for one in asked(query[:LONGEST_QUERY])
        if not all(part in _IDLE for part in one.stems)
        or (one.quoted and len(one.stems) > 1)
        or (len(one.words) > 1 and one.words.isupper() and not shouted)
    ]


def told(query: str) -> str:
    """A query without the words that every question has, to be searched for."""
    return " ".join(f'"{one.words}"' if one.quoted else one.words for one in telling(query))


def speaking(query: str, index: PassageIndex) -> list[Hit]:
    """The sentences that speak of what was asked, best first; none where that is not sure."""
    wanted = telling(query)
    return _speaking(wanted, index) or _speaking(_unframed(wanted), index)


def in_names(query: str, hits: Sequence[Hit]) -> bool:
    """Whether the passages, or half of them, write all that was asked with capitals, as parts of names."""
    wanted = telling(query)
    named = sum(
        all(hit.quote[start].isupper() for places in held(hit.quote, wanted).places for start, _ in places)
        for hit in hits
    )
    return 2 * named >= len(hits)


def _unframed(wanted: Sequence[Asked]) -> Sequence[Asked]:
    """What is asked without verbs and adjectives that a passage may put otherwise; nothing where that leaves little."""
    kept = [one for one in wanted if one.quoted or not all(part in _FRAMES for part in one.stems)]
    return kept if 2 <= len(kept) < len(wanted) <= 2 * len(kept) else ()


def _speaking(wanted: Sequence[Asked], index: PassageIndex) -> list[Hit]:
    special = [one for one in wanted if one.quoted or not all(_is_common(part) for part in one.stems)]
    if not wanted or (not special and len(wanted) < 2):
        return []
    counts = [index.count(one) for one in wanted]
    if not all(counts) or sum(math.log((len(index) + 1) / count) for count in counts) < FLOOR:
        return []
    tight = TIGHT[min(len(special), 2)] * 2 / max(len(wanted), 2)
    near = (one for one in index.holding(wanted) if one.held.tightness >= tight)
    found = [(one, hit) for one in near for hit in _hits(one, wanted)]
    best = max((one.worth for one, _ in found), default=0.0)
    return [hit for one, hit in found if one.worth >= GOOD * best]


def _is_common(stem: str) -> bool:
    """Whether a stem by itself asks for nothing; a number of one or two digits counts anything."""
    return stem in _COMMON or (len(stem) < 3 and stem.isdecimal())


def holding(wanted: Sequence[Asked], text: str) -> bool:
    """Whether a text holds all of it."""
    return all(held(text, wanted).places)


def _hits(one: Paragraph, wanted: Sequence[Asked]) -> Iterator[Hit]:
    """The fewest sentences that hold all that is wanted, with the one that they lean on; none where too many are needed."""
    # Their libraries load slowly, and most questions do not need them.
    from bot.corpus.runins import parted
    from bot.corpus.sentences import split

    # As the build cuts them: a headline that runs into a sentence is none of it.
    sentences = [
        (start + a, start + b) for start, end in split(one.text) for a, b in parted(one.text[start:end])
    ]
    holders = [
        {n for n, (a, b) in enumerate(sentences) for start, end in places if a <= start and end <= b}
        for places in one.held.places
    ]
    if len(holders) < len(wanted) or not all(holders):
        return
    run = _shortest(holders)
    if len(run) > SENTENCES:
        return
    first = run[0]
    if first and _LEANS.match(one.text, sentences[first][0]):
        first -= 1
    start, end = sentences[first][0], sentences[run[-1]][1]
    yield Hit(one.source, one.number, one.start + start, one.start + end, one.text[start:end])


def _shortest(holders: Iterable[set[int]]) -> range:
    """The shortest run of numbers that has one of each set, the first of several."""
    sets = list(holders)
    runs = (
        range(first, max(min((n for n in some if n >= first), default=-1) for some in sets) + 1)
        for first in sorted(set().union(*sets))
        if all(any(n >= first for n in some) for some in sets)
    )
    return min(runs, key=len)

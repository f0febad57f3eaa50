"""Bodies, firms and waters under a part of their name: “Superior Court”, “House”, “Plumley”, “the Nile”."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from bot.topics.cuts import KINDS, TELLING
from bot.topics.finder import Candidate
from bot.topics.names import fold, singular
from bot.topics.territories import is_land, territory
from bot.topics.union import Union
from bot.topics.words import BODIES, FUNCTION, OPENERS
from bot.topics.worth import is_adjectival, is_full_name

_OWN = 3
"""Words of a name that is hardly another country’s as well."""
_WATERS = frozenset({"river", "sea", "ocean", "canal", "strait", "desert"})


def join_bodies(candidates: Sequence[Candidate], union: Union) -> None:
    """“Superior Court” with “Tarnow Superior Court”, where the texts that have the one have the other, and no third.

    Likewise “Silver Gull” with “RFS Silver Gull”, as ships and what belongs to a body are called.
    """
    place = {fold(c.name): i for i, c in enumerate(candidates)}
    longer: defaultdict[int, list[int]] = defaultdict(list)
    for number, candidate in enumerate(candidates):
        words = fold(candidate.name).split()
        if candidate.kind != "name":
            continue
        is_body = singular(words[-1] if words else "") in BODIES
        opening = candidate.name.split()[0]
        dressed = len(opening) > 1 and opening.isupper() and opening.isalpha()
        for cut in range(1, len(words) - 1 if is_body else min(2, len(words) - 1) * dressed):
            short = place.get(" ".join(words[cut:]))
            if short is not None and candidates[short].kind == "name":
                longer[short].append(number)
    for short, numbers in longer.items():
        mine, whole = candidates[short].documents, candidates[numbers[0]]
        of_country = is_land(whole.name.partition(" ")[0]) and 3 * len(whole.documents) >= len(mine)
        needed = (4 * len(mine) + 4) // 5
        if of_country:
            # No two countries have a “Sea Fish Safety Act”, while each has a supreme court.
            needed = len(candidates[short].name.split()) < _OWN
        if len(numbers) == 1 and len(mine & whole.documents) >= needed:
            union.join(short, numbers[0])


def join_cut(candidates: Sequence[Candidate], union: Union) -> None:
    """“House” with “House of Deputies”, “Centre for Tide Control” with “Centre for Tide Control and Prevention”.

    Where only one name goes on so, and it stands in one of the texts that have the short one: in half of them where it
    goes on by “and”.
    """
    place = {}
    for number, candidate in enumerate(candidates):
        country, _, rest = candidate.name.partition(" ")
        name = rest if rest and is_land(country) else candidate.name
        if candidate.kind == "name":
            place[" ".join(map(singular, fold(name).split()))] = number
    longer: defaultdict[int, set[int]] = defaultdict(set)
    for name, number in place.items():
        for link in (" of ", " and "):
            short = name.partition(link)[0]
            body = short in KINDS if link == " of " else (" for " in short or " of " in short)
            if body and short in place and short != name:
                longer[place[short]].add(number)
    for short_of, numbers in longer.items():
        mine, whole = candidates[short_of].documents, candidates[min(numbers)].documents
        enough = 1 if " " not in candidates[short_of].name else (len(mine) + 1) // 2
        if len(numbers) == 1 and len(mine & whole) >= enough:
            union.join(short_of, min(numbers))


def join_firms(candidates: Sequence[Candidate], union: Union) -> None:
    """“Plumley” with “Plumley Brothers”, where it begins no other name and most texts that have it have both."""
    begins: defaultdict[str, list[int]] = defaultdict(list)
    lasts: set[str] = set()
    for number, candidate in enumerate(candidates):
        words = fold(candidate.name).split()
        if len(words) > 1:
            begins[words[0]].append(number)
            lasts.add(words[-1])
    for number, candidate in enumerate(candidates):
        word = fold(candidate.name)
        mine = begins.get(word, [])
        if (
            candidate.kind != "name"
            or len(mine) != 1
            or word in lasts
            or is_adjectival(candidate.name)
            or candidate.placed
            or is_country(candidate)
        ):
            continue
        full = candidates[mine[0]]
        shared = len(candidate.documents & full.documents)
        if (
            full.kind == "name"
            and len(full.name.split()) == 2
            and is_full_name(full)
            and singular(fold(full.name).split()[1]) not in TELLING | OPENERS | FUNCTION
            and full.count > 1
            and candidate.count <= 3 * full.count
            and 2 * shared >= len(candidate.documents)
            and 2 * candidate.attributive < candidate.count
        ):
            union.join(number, mine[0])


def join_waters(candidates: Sequence[Candidate], union: Union) -> None:
    """“The Nile” with “Nile River”: a word alone that mostly has the article, as no land or person of that name has."""
    place = {fold(c.name): i for i, c in enumerate(candidates) if c.kind == "name"}
    for name, number in place.items():
        first, _, last = name.partition(" ")
        word = first if last in _WATERS else last if first == "river" else None
        alone = place.get(word) if word else None
        if alone is not None and 2 * candidates[alone].definite > candidates[alone].count:
            union.join(alone, number)


def is_country(candidate: Candidate) -> bool:
    """Whether a name is a country's and nobody's."""
    return not candidate.person and territory(candidate.name) is not None

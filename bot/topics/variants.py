"""Which candidates are the same thing under different names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import OSA

from bot.topics.bodies import is_country, join_bodies, join_cut, join_firms, join_waters
from bot.topics.cases import CYRILLIC, is_kazakh, plainest, without_kazakh_case
from bot.topics.cuts import KINDS, TELLING
from bot.topics.finder import Candidate, Found
from bot.topics.names import compact, fold, singular, skeleton, without_case
from bot.topics.territories import KNOWN, territory
from bot.topics.union import Union
from bot.topics.words import FUNCTION, LAWS, OPENERS
from bot.topics.worth import COMPANY_TAILS, GENERATIONS, ends_of, is_adjectival, is_full_name, worthy

# A name may lack its last word where that only says what kind of thing it is.
_GENERIC_TAILS = frozenset(["initiative", "program", "programme", "project", "process", "movement", "group"])

# Spellings of Britain and what America writes for them, within words.
_AMERICAN = {
    "isation": "ization", "ising": "izing", "centre": "center", "programme": "program", "defence": "defense",
    "labour": "labor", "harbour": "harbor", "theatre": "theater",
}  # fmt: skip
_BRITISH = re.compile("|".join(_AMERICAN))


def groups(found: Found) -> list[list[Candidate]]:
    """Candidates joined by spelling, word order, sound, acronym and surname; each group most frequent name first."""
    candidates = worthy(found)
    union = Union(len(candidates))
    by_key: defaultdict[str, list[int]] = defaultdict(list)
    for number, candidate in enumerate(candidates):
        for key in _keys(candidate.name):
            by_key[key].append(number)
    for key in [key for key in by_key if key.startswith("^?")]:
        # What may be a Kazakh case is one where the name stands without it as well.
        by_key["^" + key[2:]] += by_key.pop(key)
    for numbers in by_key.values():
        for other in numbers[1:]:
            union.join(numbers[0], other)
    _join_acronyms(candidates, found.expansions, union)
    _join_tails(candidates, by_key, union)
    join_bodies(candidates, union)
    join_cut(candidates, union)
    join_firms(candidates, union)
    _join_persons(candidates, found.expansions, union)
    _join_slips(candidates, union)
    join_waters(candidates, union)
    result = [[candidates[i] for i in group] for group in union.groups()]
    for group in result:
        group.sort(key=lambda c: (-c.count, c.name))
    return sorted(result, key=lambda group: (-sum(c.count for c in group), group[0].name))


def title_of(group: Sequence[Candidate], expansions: dict[str, str]) -> str:
    """The name to show: a person's full name, an acronym's long form, else the most frequent spelling."""
    for candidate in group:
        if long := expansions.get(candidate.name):
            return long[:1].upper() + long[1:]
    full = [c for c in group if is_full_name(c)]
    singles = {fold(c.name) for c in group if " " not in c.name}
    if full and (sum(c.person for c in group) or singles & set(ends_of(full[0]))):
        best = next((c for c in full if not c.name.isupper()), full[0])
        return plainest([best.name, *(c.name for c in full)]) if CYRILLIC.search(best.name) else best.name
    plain = {fold(c.name) for c in group if not c.name.isupper()}
    best = next((c for c in group if not _is_dressed(c.name, plain)), group[0])
    # The whole name of a body rather than what it is called in short.
    best = next((c for c in group if c.name.endswith(f" {best.name}") and 2 * c.count >= best.count), best)
    if best.name.lower() in KINDS:
        best = next((c for c in group if c.name.startswith(f"{best.name} of ")), best)
    if best.attributive and " " not in best.name:
        # A people rather than what is theirs: Kazakhs.
        best = next((c for c in group if c.name == best.name + "s"), best)
    if not best.name.isascii() and (
        latin := next((c for c in group if territory(c.name) and c.name.isascii()), None)
    ):
        return latin.name
    if CYRILLIC.search(best.name) and best.kind != "acronym":
        length = len(best.name.split())
        name = plainest([best.name, *(c.name for c in group if len(c.name.split()) == length)])
        return name[:1].upper() + name[1:]
    if best.kind == "acronym":
        letters = best.name.replace(".", "").upper()
        best = next((c for c in group if _initials(c.name) == letters), best)
    return best.name[:1].upper() + best.name[1:]


def _initials(name: str) -> str:
    """What an acronym of a name would be, without the form of a company; nothing for a name that has one in it."""
    if any(len(word) > 1 and word.isupper() for word in name.split()) and not name.isupper():
        return ""
    words = [word for word in fold(name).split() if word not in FUNCTION and word not in COMPANY_TAILS]
    return "".join(word[0] for word in words).upper() if len(words) > 1 and len(name) > 2 * len(words) else ""


def _is_dressed(name: str, plain: set[str]) -> bool:
    """Whether a name is written in capitals or with the form of a company: no title where a plainer one is known."""
    return (name.isupper() and fold(name) in plain) or fold(name).rpartition(" ")[2] in COMPANY_TAILS


def _keys(name: str) -> Iterable[str]:
    folded = fold(name)
    yield "=" + compact(KNOWN.get(folded.replace(" ", "") if len(folded) < 6 else folded, folded))
    if (code := territory(name)) is not None:
        yield "@" + code
    words = [
        singular(word) for word in folded.split() if word in OPENERS or word not in FUNCTION
    ] or folded.split()
    if not name.isascii():
        yield "^" + fold(" ".join(without_case(word) for word in name.split()))
        if CYRILLIC.search(name):
            # The plain form of the one may be the base of the other's.
            yield "^" + folded
            if (plain := without_kazakh_case(name)) != name:
                yield ("^" if is_kazakh(name) else "^?") + fold(plain)
    # The Americas are not America.
    yield "=" + (folded if len(words) == 1 and folded.endswith("as") else compact(folded))
    if (american := _BRITISH.sub(_american, folded)) != folded:
        yield "=" + compact(american)
    while len(words) > 2 and words[-1] in GENERATIONS:
        words.pop()
        yield "=" + compact(" ".join(words))
    if len(words) > 2 and words[-1].isdigit() and words[-2] in LAWS:
        yield "=" + compact(" ".join(words[:-1]))  # Sea Fish Act 2016
    if len(words) == 3 and _NICKNAME.search(name):
        yield "=" + compact(f"{words[0]} {words[2]}")
    if len(words) == 3 and len(words[1]) == 1 and words[0].isalpha():
        yield "=" + compact(f"{words[0]} {words[2]}")  # Elijah E. Cummings
    if len(words) > 1:
        yield "<" + " ".join(sorted(words))
    if not name.isupper() and all(len(word) >= 4 for word in words):
        sounds = [skeleton(word) for word in words]
        if sum(len(sound) for sound in sounds) >= 5:
            yield "~" + " ".join(sounds)


def _american(match: re.Match[str]) -> str:
    return _AMERICAN[match.group()]


def _join_acronyms(candidates: Sequence[Candidate], expansions: dict[str, str], union: Union) -> None:
    """SCO with the long form that a text gives for it; where none does, US with the only name of those initials,
    if one text has both."""
    place = {candidate.name: number for number, candidate in enumerate(candidates)}
    by_initials: defaultdict[str, list[int]] = defaultdict(list)
    for number, candidate in enumerate(candidates):
        if candidate.kind == "name" and (initials := _initials(candidate.name)):
            by_initials[initials].append(number)
    for acronym, number in place.items():
        long = expansions.get(acronym)
        if long is None:
            if candidates[number].kind == "acronym":
                alone = _outstanding(candidates, by_initials.get(acronym.replace(".", ""), ()))
                if alone is not None and _may_stand_for(candidates[number], candidates[alone]):
                    union.join(number, alone)
            continue
        union.join(number, place[long])
        for end, letter in enumerate(long):
            # A text that cuts the long form where “in” or “and” follows.
            if letter == " " and (cut := long[:end].rstrip(",")) in place and len(cut.split()) > 2:
                union.join(number, place[cut])


def _may_stand_for(acronym: Candidate, long: Candidate) -> bool:
    """Whether an acronym that no text explains may be short for a name of its initials.

    Two letters are the initials of many: only of a body or a place, that half of the texts with them have.
    """
    shared = len(acronym.documents & long.documents)
    if long.person or not shared:
        return False
    if len(acronym.name.replace(".", "")) > 2:
        return True
    of_kind = fold(long.name).rpartition(" ")[2] in TELLING or long.placed > 0 or acronym.placed > 0
    return of_kind and 2 * shared >= len(acronym.documents)


def _outstanding(candidates: Sequence[Candidate], numbers: Sequence[int]) -> int | None:
    """The only one of the candidates, or the one that is spoken of far more than all others."""
    best = max(numbers, key=lambda i: candidates[i].count, default=None)
    if best is None or 4 * candidates[best].count < 3 * sum(candidates[i].count for i in numbers):
        return None
    return best


_NICKNAME = re.compile(r" [“\"]\w+[”\"] ")
_SLIPPERY = 5


def _join_slips(candidates: Sequence[Candidate], union: Union) -> None:
    """A name of two words that is misspelt once, by a letter too many, too few or out of place within one of them."""
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    pairs = {i: fold(c.name).split() for i, c in enumerate(candidates) if c.kind == "name" and c.count > 1}
    for number, words in pairs.items():
        if len(words) == 2:
            for word in words:
                by_word[word].append(number)
    for number, candidate in enumerate(candidates):
        words = fold(candidate.name).split()
        if candidate.kind != "name" or candidate.count > 1 or len(words) != 2:
            continue
        meant = {
            other
            for place, word in enumerate(words)
            for other in by_word.get(word, ())
            if pairs[other][place] == word and _is_slip(words[1 - place], pairs[other][1 - place])
        }
        if len(meant) == 1:
            union.join(number, meant.pop())


def _is_slip(wrong: str, right: str) -> bool:
    """Whether two words of five letters or more differ by a slip of the pen; not by another letter, as Maria and Mario do."""
    if min(len(wrong), len(right)) < _SLIPPERY or wrong[0] != right[0] or wrong[-1] != right[-1]:
        return False
    if len(wrong) == len(right) and sorted(wrong) != sorted(right):
        return False
    return OSA.distance(wrong, right, score_cutoff=1) == 1


def _join_tails(candidates: Sequence[Candidate], by_key: dict[str, list[int]], union: Union) -> None:
    """“Belt and Road” with “Belt and Road Initiative”."""
    for number, candidate in enumerate(candidates):
        *head, tail = fold(candidate.name).split() or [""]
        if (len(head) >= 2 and tail in _GENERIC_TAILS) or (head and tail in COMPANY_TAILS):
            for other in by_key.get("=" + compact(" ".join(head)), ()):
                union.join(number, other)


def _join_persons(candidates: Sequence[Candidate], expansions: dict[str, str], union: Union) -> None:
    """A surname alone with the full name; where several share it, with the one spoken of most."""
    fulls = [i for i, c in enumerate(candidates) if is_full_name(c)]
    ends = {i: ends_of(candidates[i]) for i in fulls}
    spoken_of = {fold(without_case(c.name)) for c in candidates if c.person and " " not in c.name}
    known = {
        i
        for i in fulls
        if candidates[i].person
        or ends[i][-1] in spoken_of
        or (ends[i][0] in spoken_of and len(candidates[i].name.split()) == 2)
    }
    known |= _only_ones(candidates, fulls)
    surnames = {ends[i][-1] for i in known}
    known |= {i for i in fulls if ends[i][-1] in surnames}
    by_end: defaultdict[str, set[int]] = defaultdict(set)
    by_sound: defaultdict[str, set[int]] = defaultdict(set)
    for i in known:
        # The family name may stand first, but not before two others.
        for end in ends[i] if len(candidates[i].name.split()) == 2 else ends[i][-1:]:
            by_end[end].add(i)
            by_sound[skeleton(end)].add(i)
    for number, candidate in enumerate(candidates):
        word = fold(without_case(candidate.name))
        if candidate.kind != "name" and not (len(word) > 4 and candidate.name not in expansions):
            continue
        if " " in candidate.name or not word or is_country(candidate):
            continue
        there = by_end.get(word, set())
        matching = {
            i for i in there if _may_be(candidate, candidates[i], len(there) == 1, ends[i][-1] == word)
        }
        if word not in by_end and len(word) >= 5 and 5 * candidate.placed < candidate.count:
            matching = {i for i in by_sound.get(skeleton(word), ()) if candidates[i].person}
        if matching:
            union.join(max(matching, key=lambda i: (candidates[i].count, -i)), number)


def _only_ones(candidates: Sequence[Candidate], fulls: Sequence[int]) -> set[int]:
    """Full names whose last word stands alone only in texts that have the full name, and ends no other name."""
    last: defaultdict[str, list[int]] = defaultdict(list)
    for i in fulls:
        last[ends_of(candidates[i])[-1]].append(i)
    return {
        mine[0]
        for c in candidates
        if c.kind == "name"
        and len(mine := last.get(fold(without_case(c.name)), [])) == 1
        and c.documents <= candidates[mine[0]].documents
        and c.count <= 3 * candidates[mine[0]].count
        and not c.placed
    }


def _may_be(single: Candidate, full: Candidate, alone: bool, last: bool) -> bool:
    """Whether a word alone is the person: texts give the full name first, or treat the word as a person."""
    shared = len(single.documents & full.documents)
    if 5 * single.placed >= single.count:
        return False
    if not last:
        # A people is no first name: “Russian” beside the Russian Navy.
        somebody = full.person > 0 or not is_adjectival(single.name)
        return somebody and 5 * shared >= 4 * len(single.documents)
    if not shared:
        return alone and full.person > 0 and (len(single.name) >= 5 or single.person > 0)
    return 2 * shared >= len(single.documents) or 8 * single.person >= single.count

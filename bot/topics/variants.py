"""Which candidates are the same thing under different names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from bot.topics.finder import Candidate, Found
from bot.topics.names import compact, fold, singular, skeleton, without_case
from bot.topics.words import BODIES, FUNCTION, OPENERS

# A name may lack its last word where that only says what kind of thing it is.
_GENERIC_TAILS = frozenset(["initiative", "program", "programme", "project", "process", "movement", "group"])
# Nor the form of a company, even where only one word is left.
_COMPANY_TAILS = frozenset(
    "inc corp corporation co company ltd limited plc llc llp ag gmbh sa nv spa oyj pty".split()
)
_ONLY_ADJECTIVES = ("ese", "ish")
_ADJECTIVES = ("ian", "ean", "ern", "can", "ani", "ic", "adian", "raqi", "eli", "udi", "eni")
# What opens the name of a place rather than of a person.
_OF_PLACES = OPENERS | frozenset(
    "north south east west upper lower great greater little port lake mount fort cape gulf bay".split()
)
_RUSSIAN_ADJECTIVE = re.compile(r"[сц]к(?:[иоа]й|ая|ое|ие|ого|ому|ом|им|ими|их|ую)$")
_PEOPLES = frozenset(
    "French Dutch Greek Swiss Thai Czech Arab Welsh Slovak Serb Croat Kurd Afghan Uzbek Tajik Uyghur".split()
)
# Spellings of Britain and what America writes for them, within words.
_AMERICAN = {
    "isation": "ization", "ising": "izing", "centre": "center", "programme": "program", "defence": "defense",
    "labour": "labor", "harbour": "harbor", "theatre": "theater",
}  # fmt: skip
_BRITISH = re.compile("|".join(_AMERICAN))
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})


def groups(found: Found) -> list[list[Candidate]]:
    """Candidates joined by spelling, word order, sound, acronym and surname; each group most frequent name first."""
    candidates = _worthy(found)
    union = _Union(len(candidates))
    by_key: defaultdict[str, list[int]] = defaultdict(list)
    for number, candidate in enumerate(candidates):
        for key in _keys(candidate.name):
            by_key[key].append(number)
    for numbers in by_key.values():
        for other in numbers[1:]:
            union.join(numbers[0], other)
    _join_acronyms(candidates, found.expansions, union)
    _join_tails(candidates, by_key, union)
    _join_persons(candidates, union)
    result = [[candidates[i] for i in group] for group in union.groups()]
    for group in result:
        group.sort(key=lambda c: (-c.count, c.name))
    return sorted(result, key=lambda group: (-sum(c.count for c in group), group[0].name))


def title_of(group: Sequence[Candidate], expansions: dict[str, str]) -> str:
    """The name to show: a person's full name, an acronym's long form, else the most frequent spelling."""
    for candidate in group:
        if long := expansions.get(candidate.name):
            return long[:1].upper() + long[1:]
    full = [c for c in group if _is_full_name(c)]
    singles = {fold(c.name) for c in group if " " not in c.name}
    if full and (sum(c.person for c in group) or singles & set(_ends(full[0]))):
        return next((c for c in full if not c.name.isupper()), full[0]).name
    plain = {fold(c.name) for c in group if not c.name.isupper()}
    best = next((c for c in group if not _is_dressed(c.name, plain)), group[0])
    if best.kind == "acronym":
        letters = best.name.replace(".", "").upper()
        best = next((c for c in group if _initials(c.name) == letters), best)
    return best.name[:1].upper() + best.name[1:]


def _initials(name: str) -> str:
    words = [word for word in fold(name).split() if word not in FUNCTION and word not in _COMPANY_TAILS]
    return "".join(word[0] for word in words).upper() if len(words) > 1 and len(name) > 2 * len(words) else ""


def _is_dressed(name: str, plain: set[str]) -> bool:
    """Whether a name is written in capitals or with the form of a company: no title where a plainer one is known."""
    return (name.isupper() and fold(name) in plain) or fold(name).rpartition(" ")[2] in _COMPANY_TAILS


def _worthy(found: Found) -> list[Candidate]:
    """Candidates that can be topics: no adjectives of place, no names made of two others."""
    all_names = dict(found.candidates)
    for acronym, long in found.expansions.items():
        if acronym in all_names:
            all_names.setdefault(long, Candidate(long, "name", documents=set(all_names[acronym].documents)))
    explained = set(found.expansions.values())
    strong = {c.name for c in all_names.values() if c.count >= 2 and c.kind == "name"}
    persons = {c.name for c in all_names.values() if c.person}
    ends = {end for c in all_names.values() if _is_full_name(c) for end in _ends(c)}
    last_words = {_ends(c)[-1] for c in all_names.values() if _is_full_name(c)}
    adjectives = {
        c.name
        for c in all_names.values()
        if " " not in c.name
        and _is_adjective(c)
        and (_is_shaped(c.name) or c.count > 2 or fold(c.name) not in last_words)
    }
    full = {c.name: c.count for c in all_names.values() if _is_full_name(c)}
    longer = [c.name for c in all_names.values() if c.kind == "term"] + list(found.expansions.values())
    within = {part for name in longer for part in _parts(fold(name))}
    plain = {fold(c.name) for c in all_names.values() if not c.name.isupper()}
    kept = []
    for candidate in all_names.values():
        words = candidate.name.split()
        if candidate.name in explained:
            pass
        elif len(words) == 1:
            if candidate.name in adjectives or _is_compound(candidate, strong):
                continue
            if (
                candidate.kind == "name"
                and not candidate.inside
                and fold(without_case(candidate.name)) not in ends
            ):
                continue
            if candidate.count == 1 and candidate.kind == "name" and fold(candidate.name) in within:
                continue
        else:
            rest = " ".join(words[1:])
            if candidate.kind == "name" and not _stands(candidate, plain):
                continue
            if candidate.attributive == candidate.count and _is_shaped(candidate.name):
                continue  # “Latin American”
            if len(words) > 2 and candidate.count < full.get(rest, 0):
                continue  # “Rapper Vera Teasdale”
            composed = words[0] in strong and rest in strong | persons
            if candidate.count < 3 and (composed or (words[0] in adjectives and rest in all_names)):
                continue
        kept.append(candidate)
    return kept


def _stands(candidate: Candidate, plain: set[str]) -> bool:
    """Whether a name of several words is more than a headline's or a dateline's capitals."""
    if candidate.name.isupper():
        return fold(candidate.name) in plain
    return candidate.inside > 0 or len(candidate.documents) > 1


def _parts(folded: str) -> set[str]:
    """Every run of words of a folded name."""
    words = folded.split()
    return {" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}


def _is_adjective(candidate: Candidate) -> bool:
    """A single word mostly followed by a noun (“Chinese companies”), or seen once and shaped like such a one."""
    # The order of words that tells is that of English.
    if candidate.attributive and _RUSSIAN_ADJECTIVE.search(candidate.name):
        return True
    if candidate.kind != "name" or candidate.name.endswith("s") or not candidate.name.isascii():
        return False
    if candidate.name.endswith(_ONLY_ADJECTIVES) or candidate.name in _PEOPLES:
        return 5 * candidate.attributive >= candidate.count
    shaped = _is_shaped(candidate.name)
    if candidate.count >= 3:
        share = 0.5 if shaped else 0.7
        return candidate.attributive >= share * candidate.count and 8 * candidate.person < candidate.count
    return candidate.attributive == candidate.count or (shaped and candidate.attributive > 0)


def _is_shaped(name: str) -> bool:
    return name.endswith(_ADJECTIVES + _ONLY_ADJECTIVES)


def _is_compound(candidate: Candidate, strong: set[str]) -> bool:
    """Two names joined by a hyphen or a dash for the occasion: “US-China”."""
    parts = re.split(r"[-‐‑–]", candidate.name)
    return len(parts) > 1 and candidate.kind == "name" and any(part in strong for part in parts)


def _keys(name: str) -> Iterable[str]:
    folded = fold(name)
    words = [
        singular(word) for word in folded.split() if word in OPENERS or word not in FUNCTION
    ] or folded.split()
    if not name.isascii():
        yield "^" + fold(" ".join(without_case(word) for word in name.split()))
    # The Americas are not America.
    yield "=" + (folded if len(words) == 1 and folded.endswith("as") else compact(folded))
    if (american := _BRITISH.sub(_american, folded)) != folded:
        yield "=" + compact(american)
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


def _join_acronyms(candidates: Sequence[Candidate], expansions: dict[str, str], union: _Union) -> None:
    """SCO with the long form that a text gives for it; where none does, US with the only name of those initials,
    if one text has both."""
    place = {candidate.name: number for number, candidate in enumerate(candidates)}
    by_initials: defaultdict[str, list[int]] = defaultdict(list)
    for number, candidate in enumerate(candidates):
        if candidate.kind == "name" and (initials := _initials(candidate.name)):
            by_initials[initials].append(number)
    for acronym, number in place.items():
        if candidates[number].kind != "acronym":
            continue
        long = expansions.get(acronym)
        if long is None:
            alone = _outstanding(candidates, by_initials.get(acronym.replace(".", ""), ()))
            if alone is not None and not candidates[alone].documents.isdisjoint(candidates[number].documents):
                union.join(number, alone)
            continue
        union.join(number, place[long])
        for end, letter in enumerate(long):
            # A text that cuts the long form where “in” or “and” follows.
            if letter == " " and (cut := long[:end].rstrip(",")) in place and len(cut.split()) > 2:
                union.join(number, place[cut])


def _outstanding(candidates: Sequence[Candidate], numbers: Sequence[int]) -> int | None:
    """The only one of the candidates, or the one that is spoken of far more than all others."""
    best = max(numbers, key=lambda i: candidates[i].count, default=None)
    if best is None or 4 * candidates[best].count < 3 * sum(candidates[i].count for i in numbers):
        return None
    return best


def _join_tails(candidates: Sequence[Candidate], by_key: dict[str, list[int]], union: _Union) -> None:
    """“Belt and Road” with “Belt and Road Initiative”."""
    for number, candidate in enumerate(candidates):
        *head, tail = fold(candidate.name).split() or [""]
        if (len(head) >= 2 and tail in _GENERIC_TAILS) or (head and tail in _COMPANY_TAILS):
            for other in by_key.get("=" + compact(" ".join(head)), ()):
                union.join(number, other)


def _join_persons(candidates: Sequence[Candidate], union: _Union) -> None:
    """A surname alone with the full name; where several share it, with the one spoken of most."""
    fulls = [i for i, c in enumerate(candidates) if _is_full_name(c)]
    ends = {i: _ends(candidates[i]) for i in fulls}
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
        if candidate.kind != "name" or " " in candidate.name or not word:
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
        last[_ends(candidates[i])[-1]].append(i)
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
        return 5 * shared >= 4 * len(single.documents)
    if not shared:
        return alone and full.person > 0 and len(single.name) >= 5
    return 2 * shared >= len(single.documents) or 8 * single.person >= single.count


def _is_full_name(candidate: Candidate) -> bool:
    words = [word for word in candidate.name.split() if word.lower().strip(".") not in _GENERATIONS]
    return (
        candidate.kind == "name"
        and 2 <= len(words) <= 3
        and fold(words[0]) not in _OF_PLACES
        and all(word[:1].isupper() for word in words)
        and not any(singular(word.lower()) in BODIES or fold(word) in _COMPANY_TAILS for word in words)
        and (
            candidate.name.isupper()
            or not any(word.isupper() and word.isalpha() and len(word) > 1 for word in words)
        )
    )


def _ends(candidate: Candidate) -> tuple[str, str]:
    """First and last part of a full name: the family name stands first in some languages."""
    words = [
        word for part in candidate.name.split() if (word := fold(without_case(part))) not in _GENERATIONS
    ]
    return words[0], words[-1]


class _Union:
    """Disjoint sets over 0 … n-1."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, i: int) -> int:
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def join(self, a: int, b: int) -> None:
        first, second = sorted((self.find(a), self.find(b)))
        self._parent[second] = first

    def groups(self) -> list[list[int]]:
        members: defaultdict[int, list[int]] = defaultdict(list)
        for i in range(len(self._parent)):
            members[self.find(i)].append(i)
        return list(members.values())

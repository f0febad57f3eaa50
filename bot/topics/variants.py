"""Which candidates are the same thing under different names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from bot.topics.finder import Candidate, Found
from bot.topics.names import compact, fold, singular, skeleton
from bot.topics.words import BODIES, FUNCTION

# A name may lack its last word where that only says what kind of thing it is.
_GENERIC_TAILS = frozenset(["initiative", "program", "programme", "project", "process", "movement", "group"])


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
            return long
    full = [c for c in group if _is_full_name(c)]
    singles = {fold(c.name) for c in group if " " not in c.name}
    if full and (sum(c.person for c in group) or singles & set(_ends(full[0]))):
        return full[0].name
    best = group[0]
    return best.name[:1].upper() + best.name[1:]


def _worthy(found: Found) -> list[Candidate]:
    """Candidates that can be topics: no adjectives of place, no names made of two others."""
    all_names = dict(found.candidates)
    for acronym, long in found.expansions.items():
        if acronym in all_names:
            all_names.setdefault(long, Candidate(long, "name", documents=set(all_names[acronym].documents)))
    strong = {c.name for c in all_names.values() if c.count >= 2 and c.kind == "name"}
    persons = {c.name for c in all_names.values() if c.person}
    adjectives = {c.name for c in all_names.values() if " " not in c.name and _is_adjective(c)}
    ends = {end for c in all_names.values() if _is_full_name(c) for end in _ends(c)}
    quoted = {part for c in all_names.values() if c.kind == "term" for part in _parts(fold(c.name))}
    kept = []
    for candidate in all_names.values():
        words = candidate.name.split()
        if len(words) == 1:
            if candidate.name in adjectives or _is_compound(candidate, strong):
                continue
            if candidate.kind == "name" and not candidate.inside and fold(candidate.name) not in ends:
                continue
            if candidate.count == 1 and candidate.kind == "name" and fold(candidate.name) in quoted:
                continue
        else:
            rest = " ".join(words[1:])
            composed = words[0] in strong and rest in strong | persons
            if candidate.count < 3 and (composed or (words[0] in adjectives and rest in all_names)):
                continue
        kept.append(candidate)
    return kept


def _parts(folded: str) -> set[str]:
    """Every run of words of a folded name."""
    words = folded.split()
    return {" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}


def _is_adjective(candidate: Candidate) -> bool:
    """A single word mostly followed by a noun (“Chinese companies”), or seen once and shaped like such a one."""
    # The order of words that tells is that of English.
    if candidate.kind != "name" or candidate.name.endswith("s") or not candidate.name.isascii():
        return False
    if candidate.count >= 3:
        return candidate.attributive >= 0.5 * candidate.count and not candidate.person > candidate.count / 4
    shaped = candidate.name.endswith(("ian", "ean", "ese", "ish", "ern", "can", "ani", "ic"))
    return candidate.attributive == candidate.count or (shaped and candidate.attributive > 0)


def _is_compound(candidate: Candidate, strong: set[str]) -> bool:
    """Two names joined by a hyphen or a dash for the occasion: “US-China”."""
    parts = re.split(r"[-‐‑–]", candidate.name)
    return len(parts) > 1 and candidate.kind == "name" and any(part in strong for part in parts)


def _keys(name: str) -> Iterable[str]:
    folded = fold(name)
    words = [singular(word) for word in folded.split() if word not in FUNCTION] or folded.split()
    yield "=" + compact(folded)
    if len(words) > 1:
        yield "<" + " ".join(sorted(words))
    if not name.isupper() and all(len(word) >= 4 for word in words):
        sounds = [skeleton(word) for word in words]
        if sum(len(sound) for sound in sounds) >= 5:
            yield "~" + " ".join(sounds)


def _join_acronyms(candidates: Sequence[Candidate], expansions: dict[str, str], union: _Union) -> None:
    """SCO with the long form that a text gives for it; where none does, US with the only name of those initials,
    if one text has both."""
    place = {candidate.name: number for number, candidate in enumerate(candidates)}
    by_initials: defaultdict[str, list[int]] = defaultdict(list)
    for number, candidate in enumerate(candidates):
        words = [word for word in fold(candidate.name).split() if word not in FUNCTION]
        if candidate.kind == "name" and len(words) > 1:
            by_initials["".join(word[0] for word in words).upper()].append(number)
    for acronym, number in place.items():
        if candidates[number].kind != "acronym":
            continue
        long = expansions.get(acronym)
        if long is None:
            alone = by_initials.get(acronym, ())
            if len(alone) == 1 and not candidates[alone[0]].documents.isdisjoint(
                candidates[number].documents
            ):
                union.join(number, alone[0])
            continue
        union.join(number, place[long])
        for end, letter in enumerate(long):
            # A text that cuts the long form where “in” or “and” follows.
            if letter == " " and long[:end] in place and len(long[:end].split()) > 2:
                union.join(number, place[long[:end]])


def _join_tails(candidates: Sequence[Candidate], by_key: dict[str, list[int]], union: _Union) -> None:
    """“Belt and Road” with “Belt and Road Initiative”."""
    for number, candidate in enumerate(candidates):
        *head, tail = fold(candidate.name).split() or [""]
        if len(head) >= 2 and tail in _GENERIC_TAILS:
            for other in by_key.get("=" + compact(" ".join(head)), ()):
                union.join(number, other)


def _join_persons(candidates: Sequence[Candidate], union: _Union) -> None:
    """A surname alone with the full name; where several share it, with the one spoken of most."""
    fulls = [i for i, c in enumerate(candidates) if _is_full_name(c)]
    ends = {i: _ends(candidates[i]) for i in fulls}
    spoken_of = {fold(c.name) for c in candidates if c.person and " " not in c.name}
    known = {i for i in fulls if candidates[i].person or ends[i][-1] in spoken_of}
    surnames = {ends[i][-1] for i in known}
    known |= {i for i in fulls if ends[i][-1] in surnames}
    by_end: defaultdict[str, set[int]] = defaultdict(set)
    by_sound: defaultdict[str, set[int]] = defaultdict(set)
    for i in known:
        for end in ends[i]:
            by_end[end].add(i)
            by_sound[skeleton(end)].add(i)
    for number, candidate in enumerate(candidates):
        word = fold(candidate.name)
        if candidate.kind != "name" or " " in candidate.name or not word:
            continue
        matching = {
            i for i in by_end.get(word, ()) if not candidate.documents.isdisjoint(candidates[i].documents)
        }
        if not matching and len(word) >= 5:
            matching = by_sound.get(skeleton(word), set())
        if matching:
            union.join(max(matching, key=lambda i: (candidates[i].count, -i)), number)


def _is_full_name(candidate: Candidate) -> bool:
    words = candidate.name.split()
    return (
        candidate.kind == "name"
        and 2 <= len(words) <= 3
        and all(word[:1].isupper() for word in words)
        and not any(singular(word.lower()) in BODIES for word in words)
    )


def _ends(candidate: Candidate) -> tuple[str, str]:
    """First and last part of a full name: the family name stands first in some languages."""
    words = [fold(word) for word in candidate.name.split()]
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

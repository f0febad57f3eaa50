"""Which candidates can be topics at all, and which are only parts, adjectives or accidents of others."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.topics.cases import CYRILLIC
from bot.topics.cuts import KINDS, TELLING, is_mixed
from bot.topics.finder import Candidate, Found
from bot.topics.names import fold, singular, without_case
from bot.topics.persons import PARTICLES
from bot.topics.plain import COMMON
from bot.topics.territories import country_of, is_land, territory
from bot.topics.words import BODIES, OPENERS

# The form of a company: no part of what it is called.
COMPANY_TAILS = frozenset(
    "inc corp corporation co company ltd limited plc llc llp ag gmbh sa nv spa oyj pty".split()
)
_ONLY_ADJECTIVES = ("ese", "ish")
_ADJECTIVES = ("ian", "ean", "ern", "can", "ani", "ic", "adian", "raqi", "eli", "udi", "eni")
# What opens the name of a place rather than of a person.
_OF_PLACES = OPENERS | frozenset(
    "north south east west upper lower great greater little port lake mount fort cape gulf bay".split()
)
# Endings that places have and adjectives of place have not: “an Alabama track”.
_PLACES = (
    "a",
    "ah",
    "ii",
    "land",
    "stan",
    "ton",
    "town",
    "ville",
    "burg",
    "shire",
    "ford",
    "mouth",
    "pool",
    "go",
    "co",
)
_RUSSIAN_ADJECTIVE = re.compile(r"[сц]к(?:[иоа]й|ая|ое|ие|ого|ому|ом|им|ими|их|ую)$")
# Endings of other adjectives and of what is done, which a heading gives a capital.
_NO_NAME = re.compile(
    r"(?:an|ist|ite|al|ive|ary|ing|ed|\w{4}ate|able|ible|ous|ful|less|ly|\w{4}[ea]nt|[-‐‑][a-z]+)$"
)
_OFTEN = 3
_PEOPLES = frozenset(
    "French Dutch Greek Swiss Thai Czech Arab Welsh Slovak Serb Croat Kurd Afghan Uzbek Tajik Uyghur Latino".split()
)
# Ranks and parties that are other words as well: no part of the name of a person who is known without them.
_DRESS = re.compile(
    r"(?:(?:Major|Brigadier|Lieutenant|Attorney) )?General |(?:Specialist|Private|Major|Prime Minister|Republican|Tory"
    r"|(?:Liberal |Social |Christian )?Democrat|Labou?r|Conservative) (?=\S+ )"
)
_KINDS_ALONE = (KINDS | {"north", "south", "east"}) - {"congress", "parliament", "police", "alliance"}
_LONG = 6
"""Words with capitals, and none that joins them, that are a headline rather than a name."""
GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})


def worthy(found: Found) -> list[Candidate]:
    """Candidates that can be topics: no adjectives of place, no names made of two others."""
    all_names = dict(found.candidates)
    for acronym, long in found.expansions.items():
        if acronym in all_names:
            all_names.setdefault(long, Candidate(long, "name", documents=set(all_names[acronym].documents)))
    explained = set(found.expansions.values())
    _undress(all_names, explained)
    _without_participle(all_names)
    _part_cases(all_names, explained)
    forenames = _forenames(all_names.values())
    firsts = {ends_of(c)[0] for c in all_names.values() if c.person and is_full_name(c)}
    strong = {c.name for c in all_names.values() if c.count >= 2 and c.kind == "name"}
    persons = {c.name for c in all_names.values() if c.person}
    ends = {end for c in all_names.values() if is_full_name(c) for end in ends_of(c)}
    openings = {
        ends_of(c)[0]
        for c in all_names.values()
        if is_full_name(c) and ends_of(c)[1] not in TELLING and not ends_of(c)[1].endswith("s")
    }
    last_words = {ends_of(c)[-1] for c in all_names.values() if is_full_name(c)}
    adjectives = {
        c.name
        for c in all_names.values()
        if " " not in c.name
        and _is_adjective(c)
        and (is_adjectival(c.name) or c.count > 2 or fold(c.name) not in last_words)
    }
    full = {c.name: c.count for c in all_names.values() if is_full_name(c)}
    wholes = Counter(name.partition(" of ")[0] for name in all_names if " of " in name)
    longer = [c.name for c in all_names.values() if c.kind == "term"] + list(found.expansions.values())
    within = {part for name in longer for part in _parts(fold(name))}
    plain = {fold(c.name) for c in all_names.values() if not c.name.isupper()}
    kept = []
    for candidate in all_names.values():
        words = candidate.name.split()
        if candidate.name in explained or territory(candidate.name):
            pass
        elif _is_plain(candidate):
            continue
        elif candidate.kind == "event":
            # Once it may be any war; and what is a people's (“Freedonian elections”) is mostly more than one.
            if candidate.count < 2 or is_adjectival(candidate.name.rpartition(" ")[0]):
                continue
        elif len(words) == 1:
            if fold(candidate.name) in COMPANY_TAILS:
                continue
            if _is_kind(candidate) and wholes[candidate.name] != 1:
                continue
            if candidate.name in adjectives or _is_compound(candidate, strong):
                continue
            if (
                candidate.count == 1 == candidate.attributive
                and fold(candidate.name) in openings - last_words
            ):
                continue
            if fold(candidate.name) in forenames and 5 * candidate.placed < candidate.count:
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
            if candidate.kind == "name" and len(words) >= _LONG and all(word[0].isupper() for word in words):
                continue
            if candidate.attributive == candidate.count and is_adjectival(candidate.name):
                continue  # “Latin American”
            if len(words) > 2 and candidate.count < full.get(rest, 0):
                continue  # “Rapper Vera Teasdale”
            composed = (
                words[0] in strong
                and rest in strong | persons
                and not (candidate.person and is_full_name(candidate))
                and fold(words[0]) not in firsts
            ) or _is_composed(words, all_names)
            if candidate.count < 3 and (
                composed or (words[0] in adjectives and fold(words[0]) not in firsts and rest in all_names)
            ):
                continue
        kept.append(candidate)
    return kept


def _undress(names: dict[str, Candidate], explained: set[str]) -> None:
    """Call “General Vera Teasdale” by the name alone, where the texts speak of her, or of Teasdale, without the rank."""
    known = {fold(name) for name in names}
    dressed_names = [(name, _bare(name, names)) for name in names if name not in explained]
    for name, bare in [pair for pair in dressed_names if pair[1] != pair[0]]:
        last = fold(bare).rpartition(" ")[2]
        if names[name].kind != "name" or not bare or last in TELLING or not {fold(bare), last} & known:
            continue
        dressed = names.pop(name)
        one = names.get(bare) or Candidate(bare, "name")
        names[bare] = _merged(one, dressed)
        names[bare].person += dressed.count - dressed.person


def _without_participle(names: dict[str, Candidate]) -> None:
    """Call “Frustrated Tarnow” by the name alone, where the texts have that oftener and nothing else begins so."""
    begins = Counter(name.partition(" ")[0] for name in names)
    for name in [name for name in names if name.count(" ") == 1]:
        first, _, rest = name.partition(" ")
        known = names.get(rest)
        if not known or known.kind != "name" or names[name].count > known.count or territory(name):
            continue
        plain = rest.lower() in COMMON or rest.lower() in KINDS
        if first.endswith("ed") and len(first) > 6 and begins[first] == 1 and not plain:
            names[rest] = _merged(known, names.pop(name))


def _bare(name: str, names: Mapping[str, Candidate]) -> str:
    """A name of a person without a rank, a party or whose they are: “Tarnowan Vera Teasdale”, where there is a Tarnow."""
    first, _, rest = name.partition(" ")
    places = {first.removesuffix(ending) for ending in ("n", "an")} - {first}
    if rest.count(" ") == 1 and (country_of(first) or not places.isdisjoint(names)):
        return rest
    return _DRESS.sub("", name, count=1)


def _merged(one: Candidate, other: Candidate) -> Candidate:
    """A candidate with what the texts say of another added to it."""
    return replace(
        one,
        count=one.count + other.count,
        documents=one.documents | other.documents,
        person=one.person + other.person,
        attributive=one.attributive + other.attributive,
        inside=one.inside + other.inside,
        placed=one.placed + other.placed,
        definite=one.definite + other.definite,
    )


def _part_cases(names: dict[str, Candidate], explained: set[str]) -> None:
    """Part what a Russian text sets side by side: “президент Казахстана Касым-Жомарт Токаев” is two names."""
    single = {without_case(name) for name in names if " " not in name and not name.isascii()}
    for name in [name for name in names if not name.isascii() and CYRILLIC.search(name)]:
        first, _, rest = name.partition(" ")
        before, _, last = name.rpartition(" ")
        if name in explained or names[name].kind != "name":
            continue
        if " " in rest and without_case(first) in single:
            parts = [first, rest]
        elif before and " " not in before and territory(last):
            parts = [last]  # “Правительство Казахстана”
        else:
            continue
        whole = names.pop(name)
        for part in parts:
            names[part] = _merged(names.get(part) or Candidate(part, "name"), whole)


def _forenames(candidates: Iterable[Candidate]) -> set[str]:
    """Words that several persons have as their first name, and none as the last: alone they say nobody."""
    firsts: defaultdict[str, set[str]] = defaultdict(set)
    lasts: set[str] = set()
    for candidate in candidates:
        if candidate.person and is_full_name(candidate):
            first, last = ends_of(candidate)
            firsts[first].add(last)
            lasts.add(last)
    return {first for first, others in firsts.items() if len(others) > 1 and first not in lasts}


def _is_composed(words: Sequence[str], names: Mapping[str, Candidate]) -> bool:
    """Whether a name is two that only stand side by side, or that “of” or “and” joins: “Vera Teasdale Bay News”."""
    of_kind = words[-1].lower() in KINDS
    for i in range(1, len(words) - 1):
        before, after = " ".join(words[:i]), words[i:]
        if of_kind and (after[0] != "and" or words[i - 1].lower() != words[-1].lower()):
            continue  # “Bay Fish Act and Oil Act” is two
        if after[0] == "of":
            after = after[1 + (after[1] == "the") :]
            if words[i - 1].lower() not in KINDS and before in names and " ".join(after) in names:
                return True
        elif after[0] == "and":
            known = before in names or (is_land(words[0]) and " ".join(words[1:i]) in names)
            if known and (" ".join(after[1:]) in names or territory(before)):
                return True
        elif len(after) > 1 and before in names and " ".join(after) in names:
            return True
    return False


def _is_plain(candidate: Candidate) -> bool:
    """Whether a name that is written once or twice is of common words alone: “Trouble”, “Illegal Ballots”."""
    words = [word.lower() for word in candidate.name.split()]
    if candidate.kind != "name" or candidate.person or words[-1] in TELLING:
        return False
    few = candidate.count < 3 if len(words) == 1 else candidate.count == 1
    return few and all(word in COMMON or singular(word) in COMMON for word in words)


def _is_kind(candidate: Candidate) -> bool:
    """Whether a word alone is a kind of thing that the text has named before, or that says whose: “the Bill”."""
    said = candidate.definite + candidate.attributive
    return candidate.kind == "name" and candidate.name.lower() in _KINDS_ALONE and 2 * said >= candidate.count


def _stands(candidate: Candidate, plain: set[str]) -> bool:
    """Whether a name of several words is more than a headline's or a dateline's capitals."""
    if candidate.name.isupper():
        return candidate.person > 0 or fold(candidate.name) in plain
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
    if candidate.name.endswith(_ONLY_ADJECTIVES):
        return not candidate.person
    if candidate.name in _PEOPLES:
        return candidate.count < _OFTEN or 5 * candidate.attributive >= candidate.count
    shaped = is_adjectival(candidate.name)
    if not shaped and (candidate.name.endswith(_PLACES) or is_mixed(candidate.name)):
        return False
    if candidate.count >= 3:
        share = 0.5 if shaped else 0.7
        return candidate.attributive >= share * candidate.count and 8 * candidate.person < candidate.count
    if not shaped and country_of(candidate.name) is None and not _NO_NAME.search(candidate.name):
        return False  # “an Instagram account”
    return candidate.attributive == candidate.count or (shaped and candidate.attributive > 0)


def is_adjectival(name: str) -> bool:
    """Whether a name ends as adjectives of peoples and places do."""
    return name.endswith(_ADJECTIVES + _ONLY_ADJECTIVES)


def _is_compound(candidate: Candidate, strong: set[str]) -> bool:
    """Two names joined by a hyphen or a dash for the occasion: “US-China”."""
    parts = re.split(r"[-‐‑–]", candidate.name)
    return len(parts) > 1 and candidate.kind == "name" and any(part in strong for part in parts)


def is_full_name(candidate: Candidate) -> bool:
    words = [word for word in candidate.name.split() if word.lower().strip(".") not in GENERATIONS]
    words = words[:1] + [word for word in words[1:] if word not in PARTICLES]
    return (
        candidate.kind == "name"
        and 2 <= len(words) <= 3
        and fold(words[0]) not in _OF_PLACES
        and fold(words[-1]) not in OPENERS
        and all(word[:1].isupper() for word in words)
        and not any(singular(word.lower()) in BODIES or fold(word) in COMPANY_TAILS for word in words)
        and (
            candidate.name.isupper()
            or not any(word.isupper() and word.isalpha() and len(word) > 1 for word in words)
        )
    )


def ends_of(candidate: Candidate) -> tuple[str, str]:
    """First and last part of a full name: the family name stands first in some languages."""
    words = [word for part in candidate.name.split() if (word := fold(without_case(part))) not in GENERATIONS]
    return words[0], words[-1]

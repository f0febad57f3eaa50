"""Candidate topics of a corpus, by general means: names, acronyms with their expansions, key phrases, quoted terms."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.corpus.document import Document
from bot.topics.expansions import expansions_in
from bot.topics.gist import Gist, Words, gist_of, words_of
from bot.topics.names import singular
from bot.topics.tokens import Token
from bot.topics.words import BODIES, DATES, FUNCTION, NUMBERS, ROLE_HEADS, ROLES, SPEECH

__all__ = [
    "Candidate",
    "Found",
    "Sighting",
    "Usage",
    "collect",
    "expansions_in",
    "find",
    "names_in",
    "usage_of",
]

FEW = 50
"""Documents of a small corpus, where every name is a topic."""
MORE = 4
"""How many documents more a phrase needs wherever a name needs one more."""

_LINKS = frozenset(
    ["of", "the", "and", "for", "on", "de", "la", "du", "del", "al", "bin", "von", "van", "to", "with", "&"]
)
_TIGHT = frozenset({"of", "de", "la", "du", "del", "al", "bin", "von", "van", "&"})
_OWNED = frozenset(["people", "women", "children", "men", "workers", "veterans", "farmers", "teachers"])
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
_COMPOUND = re.compile(
    r"[-‐‑](?:[a-z]*ed|[a-z]*ing|led|born|driven|style|wide|run|made|owned|like|backed|speaking)$"
)
_ROLES_AND_LINKS = ROLES | _LINKS
_NO_NAMES = DATES | NUMBERS | ROLES
_SAID_BY = SPEECH - {"according"}
_NO_NOUNS = FUNCTION | SPEECH


@dataclass(slots=True)
class Candidate:
    """A name or phrase as the corpus writes it, with how often and in which documents."""

    name: str
    kind: str
    """`name`, `acronym`, `phrase` or `term` (put in quotation marks by a text)."""
    count: int = 0
    documents: set[str] = field(default_factory=set)
    person: int = 0
    """How often its surroundings treat it as a person."""
    attributive: int = 0
    """How often a noun follows directly, as after an adjective."""
    inside: int = 0
    """How often it stands where only a name has a capital: not at the beginning of a sentence."""


class Sighting(NamedTuple):
    """A name in one document; its numbers are those of Candidate."""

    name: str
    kind: str
    times: int
    person: int
    attributive: int
    inside: int


@dataclass(frozen=True, slots=True)
class Found:
    """What the corpus calls its topics, not yet joined."""

    candidates: dict[str, Candidate]
    expansions: dict[str, str]
    """Acronym → the long form that a text gives for it."""


@dataclass(frozen=True, slots=True)
class Usage:
    """How the corpus as a whole writes its words: what must be known of it to tell a name in one document."""

    common: frozenset[str]
    """Words that stand in small letters at least as often as with a capital."""
    both: frozenset[str]
    """Words that stand in small letters, but more often with a capital."""
    pairs: frozenset[tuple[str, str]]
    """Words that “and” joins into one name: together more than once, and seldom apart (Belt and Road)."""

    def mostly_name(self, word: str) -> bool:
        """Whether a word is seldom or never in small letters."""
        return word not in self.common

    def only_name(self, word: str) -> bool:
        """Whether a word is never in small letters."""
        return word not in self.common and word not in self.both


def find(documents: Sequence[Document]) -> Found:
    """Every candidate of a corpus: words are counted in all documents, then each is read knowing which are common."""
    words = [words_of(document) for document in documents]
    gists = [gist_of(document, cut) for document, cut in zip(documents, words, strict=True)]
    usage = usage_of(gists)
    names = [(d.id, names_in(d, cut, usage)) for d, cut in zip(documents, words, strict=True)]
    return collect(names, lambda: gists, least_documents(len(documents)))


def least_documents(number: int) -> int:
    """How many of a corpus's documents must speak of a topic that no curator named: 1 of 5 or 400, 2 of 500, 3 of 5,000.

    What a single article of thousands mentions is found by searching; a brief on it would only repeat that article.
    """
    return 1 + max(0, math.floor(math.log10(max(1, number / FEW))))


def usage_of(gists: Iterable[Gist]) -> Usage:
    """How a corpus writes its words, from what each document says of its own."""
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    capitals: set[str] = set()
    pairs: Counter[tuple[str, str]] = Counter()
    for gist in gists:
        lower.update(gist.lower)
        upper.update(gist.upper)
        capitals.update(gist.opening)
        for before, after, count in gist.pairs:
            pairs[before, after] += count
    # Whether a word is a name is asked only of words that have a capital somewhere.
    asked = [word for word in capitals | upper.keys() if lower[word]]
    return Usage(
        frozenset(word for word in asked if lower[word] >= upper[word]),
        frozenset(word for word in asked if lower[word] < upper[word]),
        frozenset(
            pair
            for pair, count in pairs.items()
            if count > 1 and count >= 0.6 * min(upper[pair[0]], upper[pair[1]])
        ),
    )


def collect(
    names: Iterable[tuple[str, Sequence[Sighting]]], gists: Callable[[], Iterable[Gist]], least: int
) -> Found:
    """The candidates of a corpus from what each document holds, `(document id, its names)` and the gists.

    `least` is in how many documents a topic must stand; names that stand in fewer are given all the same, because
    they hide the shorter names inside them, phrases are not.
    The gists are asked for more than once, so that a large corpus need not be held in memory.
    """
    candidates: dict[str, Candidate] = {}
    expansions: dict[str, str] = {}
    for source, sightings in names:
        for seen in sightings:
            candidate = candidates.setdefault(seen.name, Candidate(seen.name, seen.kind))
            candidate.count += seen.times
            candidate.documents.add(source)
            candidate.person += seen.person
            candidate.attributive += seen.attributive
            candidate.inside += seen.inside
    _phrases(gists, least, candidates)
    for gist in gists():
        for long, acronym in gist.expansions:
            expansions.setdefault(acronym, long)
        for name, count in gist.quoted:
            candidate = candidates.setdefault(name, Candidate(name, "term"))
            candidate.count += count
            candidate.documents.add(gist.source)
    return Found(candidates, expansions)


def names_in(document: Document, words: Words, usage: Usage) -> list[Sighting]:
    """The names in a document, in the order in which they first stand in it."""
    found: dict[str, Candidate] = {}
    for passage, tokens in zip(document.passages, words, strict=True):
        _names(passage.text, tokens, usage, found)
    return [Sighting(c.name, c.kind, c.count, c.person, c.attributive, c.inside) for c in found.values()]


def _names(text: str, words: Sequence[Token], usage: Usage, candidates: dict[str, Candidate]) -> None:
    for first, last in _runs(words, usage):
        for start, end, role in _without_roles(words, first, last):
            run = words[start:end]
            if not _is_name(run, usage):
                continue
            name = " ".join(text[run[0].start : run[-1].end].split())
            kind = "acronym" if len(run) == 1 and name.isupper() and name.isalpha() else "name"
            candidate = candidates.setdefault(name, Candidate(name, kind))
            candidate.count += 1
            after = words[end] if end < len(words) else None
            candidate.inside += not run[0].initial or len(run) > 1 or _mixed(run[0].text)
            candidate.person += role or bool(after and after.joined and after.lower in SPEECH)
            before = words[start - 1] if start else None
            candidate.person += bool(before and run[0].joined and before.lower in _SAID_BY)
            if (
                after
                and after.joined
                and not run[-1].possessive
                and (not after.capital or after.lower in ROLES)
            ):
                candidate.attributive += after.lower not in _NO_NOUNS


def _runs(words: Sequence[Token], usage: Usage) -> Iterator[tuple[int, int]]:
    """Runs of words with capitals, with the small words that join them."""
    i = 0
    while i < len(words):
        ordinal = (
            _ORDINAL.match(words[i].text)
            and i + 1 < len(words)
            and words[i + 1].capital
            and words[i + 1].joined
        )
        if not ordinal and not _counts_as_capital(words[i], usage):
            i += 1
            continue
        end = i + 1
        body = singular(words[i].lower) in BODIES
        while True:
            reach = end
            links: list[str] = []
            while (
                reach < len(words) and words[reach].joined and words[reach].lower in _LINKS and len(links) < 3
            ):
                links.append(words[reach].lower)
                reach += 1
            if reach >= len(words) or not words[reach].capital or _is_small(words[reach]):
                break
            if links and words[reach].lower in DATES:
                break
            joined = words[reach].joined and (not words[end - 1].possessive or words[end - 1].lower in _OWNED)
            if not joined or not (
                _may_join(links, body) or (links == ["and"] and _pair(words, end, reach) in usage.pairs)
            ):
                break
            body = body or singular(words[reach].lower) in BODIES
            end = reach + 1
        yield i, end
        i = end


def _may_join(links: Sequence[str], body: bool) -> bool:
    if not links or links[0] in _TIGHT:
        return True
    return body and links not in (["the"], ["and", "the"])


def _pair(words: Sequence[Token], end: int, reach: int) -> tuple[str, str]:
    return words[end - 1].lower, words[reach].lower


def _is_small(token: Token) -> bool:
    """A function word that only a headline's style gives a capital."""
    return token.lower in FUNCTION and not (token.text.isupper() and len(token.text) > 1)


def _counts_as_capital(token: Token, usage: Usage) -> bool:
    if not token.capital or not any(c.isalpha() for c in token.text):
        return False
    if _is_small(token) or _COMPOUND.search(token.text):
        return False
    if token.initial and not _mixed(token.text):
        return usage.mostly_name(token.lower)
    return True


def _mixed(text: str) -> bool:
    """Capitals that no sentence's beginning explains: SCO, McDonald, iPhone, Kassym-Jomart."""
    return any(c.isupper() for c in text[1:])


def _without_roles(words: Sequence[Token], first: int, last: int) -> Iterator[tuple[int, int, bool]]:
    """The parts of a run between titles of persons; the flag tells a part that follows one."""
    start = first
    role = False
    i = first
    while i < last:
        if words[i].lower in ROLE_HEADS:
            end = i
            while end > start and words[end - 1].lower in _ROLES_AND_LINKS:
                end -= 1
            if end > start:
                yield start, end, False
            start, role = i + 1, True
            while start < last and words[start].lower in _LINKS:
                start, role = start + 1, False
            i = start
        else:
            i += 1
    if start < last:
        yield start, last, role


def _is_name(run: Sequence[Token], usage: Usage) -> bool:
    if len(run) > 12 or all(_is_small(t) or t.lower in _NO_NAMES for t in run):
        return False
    if len(run) > 1:
        return True
    token = run[0]
    if len(token.text) < 2 or token.text.lower().rstrip("s") in DATES or "." in token.text.strip("."):
        return False
    if token.initial and not _mixed(token.text):
        return usage.only_name(token.lower)
    return usage.mostly_name(token.lower) or token.text.isupper()


def _phrases(gists: Callable[[], Iterable[Gist]], least: int, candidates: dict[str, Candidate]) -> None:
    """Words that stand together in several passages; a phrase inside a longer one needs a life of its own.

    In a small corpus two documents make a phrase, or one that insists on it; in a large one any two words meet
    by chance, so that it takes more documents than a name does: 4 of 500, 8 of 5,000.
    """
    documents: Counter[tuple[str, ...]] = Counter()
    often: set[tuple[str, ...]] = set()
    for gist in gists():
        for key, _, count in gist.phrases:
            documents[key] += 1
            if least == 1 and count >= (3 if len(key) == 2 else 2):
                often.add(key)
    often.update(key for key, number in documents.items() if number >= max(2, MORE * (least - 1)))
    del documents
    kept: dict[tuple[str, ...], Candidate] = {}
    for gist in gists():
        for key, written, count in gist.phrases:
            if key in often:
                candidate = kept.setdefault(key, Candidate(written, "phrase"))
                candidate.count += count
                candidate.documents.add(gist.source)
    inside: defaultdict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for key in kept:
        for size in range(2, len(key)):
            for i in range(len(key) - size + 1):
                inside[key[i : i + size]].add(key)
    for key, candidate in kept.items():
        if any(kept[longer].count >= candidate.count for longer in inside[key]):
            continue
        candidates.setdefault(candidate.name, candidate)

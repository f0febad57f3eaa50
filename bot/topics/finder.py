"""Candidate topics of a corpus, by general means: names, acronyms with their expansions, key phrases, quoted terms."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.corpus.document import Document
from bot.topics.expansions import expansions_in
from bot.topics.gist import Gist, Words, gist_of, words_of
from bot.topics.runs import name_runs, stands_out
from bot.topics.tokens import Token
from bot.topics.usage import Usage, usage_of
from bot.topics.words import FUNCTION, ROLES, SPEECH, VERBS

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

_SAID_BY = SPEECH - {"according"}
_NO_NOUNS = FUNCTION | SPEECH | VERBS


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
    placed: int = 0
    """How often “in” goes before, as before a place or a time and hardly before a person."""


class Sighting(NamedTuple):
    """A name in one document; its numbers are those of Candidate."""

    name: str
    kind: str
    times: int
    person: int
    attributive: int
    inside: int
    placed: int


@dataclass(frozen=True, slots=True)
class Found:
    """What the corpus calls its topics, not yet joined."""

    candidates: dict[str, Candidate]
    expansions: dict[str, str]
    """Acronym → the long form that a text gives for it."""


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
            candidate.placed += seen.placed
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
    return [
        Sighting(c.name, c.kind, c.count, c.person, c.attributive, c.inside, c.placed) for c in found.values()
    ]


def _names(text: str, words: Sequence[Token], usage: Usage, candidates: dict[str, Candidate]) -> None:
    for start, end, role in name_runs(text, words, usage):
        run = words[start:end]
        name = " ".join(text[run[0].start : run[-1].end].split())
        bare = name.replace(".", "")
        kind = "acronym" if len(run) == 1 and bare.isupper() and bare.isalpha() else "name"
        candidate = candidates.setdefault(name, Candidate(name, kind))
        candidate.count += 1
        after = words[end] if end < len(words) else None
        candidate.inside += stands_out(run, usage)
        candidate.person += role or bool(after and after.joined and after.lower in SPEECH)
        before = words[start - 1] if start else None
        if before and run[0].joined:
            candidate.person += before.lower in _SAID_BY
            candidate.placed += before.lower == "in" and not run[-1].possessive
        if after and after.joined and not run[-1].possessive and (not after.capital or after.lower in ROLES):
            candidate.attributive += after.lower not in _NO_NOUNS and not after.lower.endswith("ed")


def _phrases(gists: Callable[[], Iterable[Gist]], least: int, candidates: dict[str, Candidate]) -> None:
    """Words that stand together in several passages; a phrase inside a longer one needs a life of its own.

    In a small corpus two documents make a phrase, or one that insists on it; in a large one any two words meet
    by chance, so that it takes more documents than a name does: 4 of 500, 8 of 5,000.
    """
    documents: Counter[tuple[str, ...]] = Counter()
    verbal: Counter[str] = Counter()
    often: set[tuple[str, ...]] = set()
    for gist in gists():
        verbal.update(gist.verbal)
        for key, _, count in gist.phrases:
            documents[key] += 1
            if least == 1 and count >= (3 if len(key) == 2 else 2):
                often.add(key)
    often.update(key for key, number in documents.items() if number >= max(2, MORE * (least - 1)))
    del documents
    kept: dict[tuple[str, ...], Candidate] = {}
    for gist in gists():
        for key, written, count in gist.phrases:
            if key in often and not _has_verb(key, written, verbal):
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


def _has_verb(key: tuple[str, ...], written: str, verbal: Mapping[str, int]) -> bool:
    """Whether the corpus has one of a phrase's words, or its plain form, where verbs stand more often than nouns."""
    forms = zip(key, written.lower().split(), strict=False)
    return any(
        verbal.get(word, 0) + (verbal.get(plain, 0) if plain != word else 0) > 0 for plain, word in forms
    )

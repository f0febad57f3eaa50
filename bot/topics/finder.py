"""Candidate topics of a corpus, by general means: names, acronyms with their expansions, key phrases, quoted terms."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.corpus.document import Document
from bot.topics.cuts import HEADS
from bot.topics.expansions import expansions_in
from bot.topics.gist import MEASURED, Gist, Words, gist_of, is_learned, is_subject, line_of, words_of
from bot.topics.names import singular
from bot.topics.runs import name_runs, stands_out
from bot.topics.tokens import Token
from bot.topics.usage import Usage, usage_of
from bot.topics.words import EVENTS, FUNCTION, PORTFOLIOS, ROLES, SPEECH, VERBS

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
TINY = 3
"""Documents up to which nothing else can repeat what one of them says, so that saying it twice is insisting."""
SUBJECT_TIMES, SUBJECT_DOCUMENTS = 8, 3
"""How often, and in how many documents, a small corpus must write a single common noun that it is about."""
LEARNED_TIMES = 2
"""The same, in any number of documents, for a word of science."""
WHOLE = 4
"""How many times as often a phrase stands by itself as with one more noun, if that makes no other thing of it."""
MORE = 4
"""How many documents more a phrase needs wherever a name needs one more."""

_SAID_BY = SPEECH - {"according"}
_IN = frozenset({"in", "в", "во"})
_OF_FIRMS = frozenset({"chief", "ceo", "founder", "co-founder", "cofounder"})
"""Whose the firm before them is: “Bayfuel founder Vera Teasdale”."""
_NO_NOUNS = FUNCTION | SPEECH | VERBS | _OF_FIRMS


@dataclass(slots=True)
class Candidate:
    """A name or phrase as the corpus writes it, with how often and in which documents."""

    name: str
    kind: str
    """`name`, `acronym`, `phrase`, `term` (put in quotation marks by a text) or `event` (“Tarnow war”)."""
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
    definite: int = 0
    """How often “the” goes before."""
    line: int | None = None
    """The line that alone has it, as a hash, in whatever documents; 0 where there are more."""


class Sighting(NamedTuple):
    """A name in one document; its numbers are those of Candidate."""

    name: str
    kind: str
    times: int
    person: int
    attributive: int
    inside: int
    placed: int
    definite: int
    line: int
    """A hash of the passage that alone has it; 0 where more than one has, or it is a long one."""


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
    lines: list[set[int]] = []
    for source, sightings in names:
        lines.append({seen.line for seen in sightings} - {0})
        for seen in sightings:
            candidate = candidates.setdefault(seen.name, Candidate(seen.name, seen.kind))
            candidate.count += seen.times
            candidate.documents.add(source)
            candidate.person += seen.person
            candidate.attributive += seen.attributive
            candidate.inside += seen.inside
            candidate.placed += seen.placed
            candidate.definite += seen.definite
            candidate.line = seen.line if candidate.line in (None, seen.line) else 0
    furniture = _furniture(lines)
    candidates = {name: one for name, one in candidates.items() if one.line not in furniture}
    _phrases(gists, least, 2 if len(lines) <= TINY else 3, furniture, candidates)
    if least == 1:
        _subjects(gists, candidates)
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
        here: dict[str, Candidate] = {}
        _names(passage.text, tokens, usage, here)
        line = line_of(passage.text, tokens)
        for name, one in here.items():
            known = found.setdefault(name, one)
            if known is one:
                known.line = line
                continue
            known.count += one.count
            known.person += one.person
            known.attributive += one.attributive
            known.inside += one.inside
            known.placed += one.placed
            known.definite += one.definite
            known.line = 0
    return [
        Sighting(
            c.name, c.kind, c.count, c.person, c.attributive, c.inside, c.placed, c.definite, c.line or 0
        )
        for c in found.values()
    ]


def _furniture(lines: Sequence[set[int]]) -> set[int]:
    """Lines that several documents have which share little else: footers, requests, notices of the publisher.

    Of an article that is there twice every line is repeated, and none is furniture.
    """
    often = Counter(line for mine in lines for line in mine)
    own = [{line for line in mine if often[line] > 1} for mine in lines]
    copied = {
        line
        for mine, shared in zip(lines, own, strict=True)
        if 2 * len(shared) > len(mine)
        for line in shared
    }
    return {line for line, number in often.items() if number > 1} - copied


def _names(text: str, words: Sequence[Token], usage: Usage, candidates: dict[str, Candidate]) -> None:
    for start, end, role in name_runs(text, words, usage):
        run = words[start:end]
        name = " ".join(text[run[0].start : run[-1].end].split())
        bare = name.replace(".", "")
        kind = "acronym" if len(run) == 1 and bare.isupper() and bare.isalpha() else "name"
        candidate = candidates.setdefault(name, Candidate(name, kind))
        candidate.count += 1
        after = words[end] if end < len(words) else None
        candidate.inside += stands_out(run, usage) or (
            # “Tarnow Governor Vera Teasdale” at a sentence's beginning.
            bool(after and after.joined and after.capital and after.lower in HEADS)
            and usage.only_name(run[0].lower)
            and not run[0].lower.endswith("ed")
        )
        candidate.person += role or bool(after and after.joined and after.lower in SPEECH)
        before = words[start - 1] if start else None
        if before and run[0].joined:
            candidate.person += before.lower in _SAID_BY
            candidate.definite += before.lower == "the"
            candidate.placed += before.lower in _IN and not run[-1].possessive
        if after and after.joined and not run[-1].possessive and after.lower in EVENTS and not after.capital:
            event = f"{name} {after.text}"
            of_place = candidates.setdefault(event, Candidate(event, "event"))
            of_place.count += 1
            of_place.inside += 1
        if (
            after
            and after.joined
            and not run[-1].possessive
            and (not after.capital or after.lower in ROLES or after.lower in PORTFOLIOS)
        ):
            candidate.attributive += after.lower not in _NO_NOUNS and not after.lower.endswith("ed")


def _phrases(
    gists: Callable[[], Iterable[Gist]],
    least: int,
    insists: int,
    furniture: set[int],
    candidates: dict[str, Candidate],
) -> None:
    """Words that stand together in several passages; a phrase inside a longer one needs a life of its own.

    In a small corpus two documents make a phrase, or one that insists on it: has two words in `insists` passages; in a large one any two words meet
    by chance, so that it takes more documents than a name does: 4 of 500, 8 of 5,000.
    """
    documents: Counter[tuple[str, ...]] = Counter()
    verbal: Counter[str] = Counter()
    often: set[tuple[str, ...]] = set()
    for gist in gists():
        verbal.update(gist.verbal)
        for key, _, count, line in gist.phrases:
            if line in furniture:
                continue
            documents[key] += 1
            if least == 1 and key[-1] not in MEASURED and count >= (insists if len(key) == 2 else 2):
                often.add(key)
    for key, number in documents.items():
        enough = max(2, MORE * (least - 1))
        if number >= (enough + 1 if key[-1] in MEASURED else enough):
            often.add(key)
    del documents
    kept: dict[tuple[str, ...], Candidate] = {}
    for gist in gists():
        for key, written, count, _ in gist.phrases:
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
        if any(5 * kept[longer].count >= 4 * candidate.count for longer in inside[key]):
            continue
        if len(key) > 2 and (whole := kept.get(key[:-1])) and whole.count >= WHOLE * candidate.count:
            continue  # “sea trout patches” beside “sea trout”
        candidates.setdefault(candidate.name, candidate)


def _subjects(gists: Callable[[], Iterable[Gist]], candidates: dict[str, Candidate]) -> None:
    """Single words that a small corpus is about (“sarcoidosis”): nouns that several documents insist on.

    Not the commonest ones, nor those that say what is done, nor what a longer phrase is mostly there for, nor what
    mostly says of which kind others are (“civil penalties”, “civil lawsuit”).
    """
    times: Counter[str] = Counter()
    verbal: Counter[str] = Counter()
    documents: defaultdict[str, set[str]] = defaultdict(set)
    written: dict[str, str] = {}
    for gist in gists():
        for word, count in gist.verbal.items():
            verbal[singular(word)] += count
        for word, count in gist.lower.items():
            plain = singular(word)
            times[plain] += count
            documents[plain].add(gist.source)
            written.setdefault(plain, word)
    within: Counter[str] = Counter()
    before: Counter[str] = Counter()
    for candidate in candidates.values():
        if candidate.kind == "phrase":
            words = [singular(word) for word in candidate.name.lower().split()]
            for word in set(words):
                within[word] = max(within[word], candidate.count)
            before[words[0]] += candidate.count
    for word, count in times.items():
        learned = is_learned(word)
        if count < LEARNED_TIMES or (
            (not learned and (count < SUBJECT_TIMES or len(documents[word]) < SUBJECT_DOCUMENTS))
            or 2 * max(within[word], before[word]) >= count
        ):
            continue
        name = written[word]
        if (verbal[word] < 0 or learned) and is_subject(word) and name not in FUNCTION:
            candidates.setdefault(name, Candidate(name, "phrase", count, documents[word]))


def _has_verb(key: tuple[str, ...], written: str, verbal: Mapping[str, int]) -> bool:
    """Whether the corpus has one of a phrase's words, or its plain form, where verbs stand more often than nouns."""
    forms = zip(key, written.lower().split(), strict=False)
    return any(
        verbal.get(word, 0) + (verbal.get(plain, 0) if plain != word else 0) > 0 for plain, word in forms
    )

"""Candidate topics of a corpus, by general means: names, acronyms with their expansions, key phrases, quoted terms."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bot.corpus.document import Document, Passage
from bot.topics.names import fold, singular
from bot.topics.tokens import Token, references, tokens
from bot.topics.words import BODIES, DATES, FUNCTION, NOT_TERMS, NUMBERS, ROLE_HEADS, ROLES, SPEECH

_LINKS = frozenset(
    ["of", "the", "and", "for", "on", "de", "la", "du", "del", "al", "bin", "von", "van", "to", "with", "&"]
)
_TIGHT = frozenset({"of", "de", "la", "du", "del", "al", "bin", "von", "van", "&"})
_OWNED = frozenset(["people", "women", "children", "men", "workers", "veterans", "farmers", "teachers"])
_QUOTED = re.compile(r"[“\"„«]\s?([^“”\"„«»]{4,48}?)\s?[”\"“»]")
_ACRONYM = re.compile(r"\(\s?([^\W\d_][\w&-]{1,9})\s?[);,]")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
_COMPOUND = re.compile(
    r"[-‐‑](?:[a-z]*ed|[a-z]*ing|led|born|driven|style|wide|run|made|owned|like|backed|speaking)$"
)
_PLAIN = re.compile(r"[a-z][a-z-]*$")


@dataclass(slots=True)
class Candidate:
    """A name or phrase as the corpus writes it, with how often and in which passages."""

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


@dataclass(frozen=True, slots=True)
class Found:
    """What the corpus calls its topics, not yet joined."""

    candidates: dict[str, Candidate]
    expansions: dict[str, str]
    """Acronym → the long form that a text gives for it."""


def find(documents: Iterable[Document]) -> Found:
    """Every candidate of a corpus. One walk cuts the words, a second one reads them knowing which are common words."""
    passages = [passage for document in documents for passage in document.passages]
    cut = [(passage, tokens(passage.text)) for passage in passages]
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    for _, words in cut:
        for token in words:
            if not token.capital:
                lower[token.lower] += 1
            elif not token.initial:
                upper[token.lower] += 1
    candidates: dict[str, Candidate] = {}
    expansions: dict[str, str] = {}
    pairs = _pairs(cut, upper)
    for passage, words in cut:
        for long, acronym in expansions_in(passage.text):
            expansions.setdefault(acronym, long)
        _names(passage, words, lower, upper, pairs, candidates)
    _phrases(cut, candidates)
    _quoted(passages, candidates)
    return Found(candidates, expansions)


def _pairs(cut: Iterable[tuple[Passage, list[Token]]], upper: Counter[str]) -> frozenset[tuple[str, str]]:
    """Words that “and” joins into one name: together more than once, and seldom apart (Belt and Road)."""
    counts: Counter[tuple[str, str]] = Counter()
    for _, words in cut:
        for before, link, after in zip(words, words[1:], words[2:], strict=False):
            if link.lower == "and" and link.joined and after.joined and before.capital and after.capital:
                counts[before.lower, after.lower] += 1
    return frozenset(
        pair
        for pair, count in counts.items()
        if count > 1 and count >= 0.6 * min(upper[pair[0]], upper[pair[1]])
    )


def expansions_in(text: str) -> Iterator[tuple[str, str]]:
    """`(long form, acronym)` where a text explains one: “Shanghai Cooperation Organization (SCO)”.

    The long form is the shortest run of words whose initials hold the letters in order; where there is none,
    it is found as Schwartz and Hearst do (PSB 2003): from right to left, each letter of the acronym in turn
    anywhere in a word, the first one at the beginning of one.
    """
    for match in _ACRONYM.finditer(text):
        acronym = match.group(1)
        if sum(c.isupper() for c in acronym) < 2 or any(a <= match.start() < b for a, b in references(text)):
            continue
        words = list(re.finditer(r"[^\s()]+", text[: match.start()]))[
            -min(len(acronym) + 5, 2 * len(acronym)) :
        ]
        if words:
            before = text[words[0].start() : words[-1].end()]
            if long := _by_initials(acronym.lower(), before) or _long_form(acronym.lower(), before):
                yield long, acronym


def _by_initials(acronym: str, before: str) -> str | None:
    initials = list(re.finditer(r"(?<![^\W_])[^\W_]", before))
    number = len(acronym) - 1
    for place in range(len(initials) - 1, -1, -1):
        if initials[place].group().lower() == acronym[number]:
            number -= 1
        elif place == len(initials) - 1:
            return None
        if number < 0:
            return _as_long_form(before[initials[place].start() :])
    return None


def _long_form(acronym: str, before: str) -> str | None:
    place = len(before)
    for number in range(len(acronym) - 1, -1, -1):
        if not acronym[number].isalnum():
            continue
        place -= 1
        while place >= 0 and not (
            before[place].lower() == acronym[number]
            and (number > 0 or place == 0 or not before[place - 1].isalnum())
        ):
            place -= 1
        if place < 0:
            return None
    return _as_long_form(before[place:])


def _as_long_form(text: str) -> str | None:
    long = text.strip(" ,;\"“”’'")
    return long if len(long.split()) > 1 and long[0].isupper() else None


def _names(
    passage: Passage,
    words: Sequence[Token],
    lower: Counter[str],
    upper: Counter[str],
    pairs: frozenset[tuple[str, str]],
    candidates: dict[str, Candidate],
) -> None:
    for first, last in _runs(words, lower, upper, pairs):
        for start, end, role in _without_roles(words, first, last):
            run = words[start:end]
            if not _is_name(run, lower, upper):
                continue
            name = passage.text[run[0].start : run[-1].end]
            kind = "acronym" if len(run) == 1 and name.isupper() and name.isalpha() else "name"
            candidate = candidates.setdefault(" ".join(name.split()), Candidate(" ".join(name.split()), kind))
            candidate.count += 1
            candidate.documents.add(passage.source)
            after = words[end] if end < len(words) else None
            candidate.inside += not run[0].initial or len(run) > 1 or _mixed(run[0].text)
            candidate.person += role or bool(after and after.joined and after.lower in SPEECH)
            before = words[start - 1] if start else None
            candidate.person += bool(before and run[0].joined and before.lower in SPEECH - {"according"})
            if (
                after
                and after.joined
                and not run[-1].possessive
                and (not after.capital or after.lower in ROLES)
            ):
                candidate.attributive += after.lower not in FUNCTION | SPEECH


def _runs(
    words: Sequence[Token], lower: Counter[str], upper: Counter[str], pairs: frozenset[tuple[str, str]]
) -> Iterator[tuple[int, int]]:
    """Runs of words with capitals, with the small words that join them."""
    i = 0
    while i < len(words):
        ordinal = (
            _ORDINAL.match(words[i].text)
            and i + 1 < len(words)
            and words[i + 1].capital
            and words[i + 1].joined
        )
        if not ordinal and not _counts_as_capital(words[i], lower, upper):
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
                _may_join(links, body) or (links == ["and"] and _pair(words, end, reach) in pairs)
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


def _counts_as_capital(token: Token, lower: Counter[str], upper: Counter[str]) -> bool:
    if not token.capital or not any(c.isalpha() for c in token.text):
        return False
    if _is_small(token) or _COMPOUND.search(token.text):
        return False
    if token.initial and not _mixed(token.text):
        return upper[token.lower] > lower[token.lower] or lower[token.lower] == 0
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
            while end > start and words[end - 1].lower in ROLES | _LINKS:
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


def _is_name(run: Sequence[Token], lower: Counter[str], upper: Counter[str]) -> bool:
    if len(run) > 12 or all(_is_small(t) or t.lower in DATES | NUMBERS | ROLES for t in run):
        return False
    if len(run) > 1:
        return True
    token = run[0]
    if len(token.text) < 2 or token.text.lower().rstrip("s") in DATES or "." in token.text.strip("."):
        return False
    if token.initial and not _mixed(token.text):
        return lower[token.lower] == 0
    return lower[token.lower] < max(1, upper[token.lower]) or token.text.isupper()


def _phrases(cut: Sequence[tuple[Passage, list[Token]]], candidates: dict[str, Candidate]) -> None:
    """Two to four content words that stand together in several passages; one inside a longer one needs a life of its own."""
    counts: dict[tuple[str, ...], Candidate] = {}
    inside: defaultdict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for passage, words in cut:
        seen: set[tuple[str, ...]] = set()
        for run in _content_runs(words):
            for size in (4, 3, 2):
                for i in range(len(run) - size + 1):
                    part = run[i : i + size]
                    key = tuple(singular(fold(t.text)) for t in part)
                    if key in seen or not _is_phrase(part):
                        continue
                    seen.add(key)
                    surface = passage.text[part[0].start : part[-1].end]
                    candidate = counts.setdefault(key, Candidate(surface, "phrase"))
                    candidate.count += 1
                    candidate.documents.add(passage.source)
    kept = {
        key: c for key, c in counts.items() if len(c.documents) >= 2 or c.count >= (3 if len(key) == 2 else 2)
    }
    for key in kept:
        for size in range(2, len(key)):
            for i in range(len(key) - size + 1):
                inside[key[i : i + size]].add(key)
    for key, candidate in kept.items():
        if any(kept[longer].count >= candidate.count for longer in inside[key]):
            continue
        candidates.setdefault(candidate.name, candidate)


def _content_runs(words: Sequence[Token]) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in words:
        content = token.lower not in FUNCTION | DATES | NUMBERS | SPEECH and not token.text[0].isdigit()
        if content and token.joined and run and not run[-1].possessive:
            run.append(token)
        else:
            if len(run) > 1:
                yield run
            run = [token] if content else []
    if len(run) > 1:
        yield run


def _is_phrase(part: Sequence[Token]) -> bool:
    first, last = part[0], part[-1]
    if any(t.capital and not t.initial for t in part):
        return False
    if not _PLAIN.match(last.lower) or last.lower.endswith(
        ("ly", "ed", "ing", "ous", "ive", "al", "ic", "ful")
    ):
        return False
    if singular(last.lower) in NOT_TERMS or last.lower in NOT_TERMS:
        return False
    return first.lower not in NOT_TERMS and not first.lower.endswith(("ly", "ing"))


def _quoted(passages: Iterable[Passage], candidates: dict[str, Candidate]) -> None:
    """Terms that a text puts in quotation marks: short, of content words, no sentence and no single common word."""
    for passage in passages:
        for match in _QUOTED.finditer(passage.text):
            words = tokens(match.group(1))
            name = " ".join(match.group(1).split()).strip(" ,.;:!?")
            if not 2 <= len(words) <= 5 or not _is_term(words):
                continue
            candidate = candidates.setdefault(name, Candidate(name, "term"))
            candidate.count += 1
            candidate.documents.add(passage.source)


def _is_term(words: Sequence[Token]) -> bool:
    if words[0].lower in FUNCTION or words[-1].lower in FUNCTION:
        return False
    # Without knowing a language's verbs a term cannot be told from a saying.
    if not all(token.text.isascii() for token in words):
        return False
    verbs = {"is", "are", "was", "were", "has", "have", "will", "can", "be"}
    return not any(t.lower in verbs for t in words) and not words[-1].lower.endswith(
        ("ly", "ed", "ive", "ous", "ful", "ible", "able", "ient")
    )

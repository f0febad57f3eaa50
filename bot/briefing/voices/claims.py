"""What passages of one topic say together: who says it independently, and where they clearly contradict each other.

Independent are publishers that say the same in words of their own; a text that repeats another's word for word, on
however many pages, counts once. Claims oppose each other where nearly all their words agree and one of them negates,
or uses the opposite word; precision comes first.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.briefing.leaning import can_stand
from bot.briefing.models import Dispute, Statement
from bot.briefing.statements import Unit, statement
from bot.briefing.terms import stem, terms
from bot.briefing.voices.attribution import attributed
from bot.corpus.document import Document, Passage
from bot.topics.names import fold

ALIKE = 0.5
"""Share of all the words of two passages that both have, from which they say the same."""
OPPOSED = 0.75
"""Likewise, opposites and negations left out, from which one may contradict the other."""
LONGEST = 30
"""Words up to which a sentence makes one claim, so that a negation in it is about that claim."""
RAREST = 6
"""Of a passage's words those by which passages like it are looked for."""
MOST = 100
"""Passages that share a word, beyond which that word finds none."""
LEAST = 3
"""Words that two claims must share at least."""
AT_HAND = 10_000
"""Sentences that a process keeps ready for comparing: one stands in the briefs of all that it names."""

_NOT = re.compile(
    r"\b(?:not|never|no longer|neither|nor|cannot|without|denie[sd]|deny|denying|refus(?:e[sd]?|ing)|fail(?:s|ed)? to|rejects?|rejected|no)\b|n['’]t\b",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:den(?:y|ie[sd]|ying)|reject(?:s|ed|ing)?|not guilty)\b", re.IGNORECASE)
_ACCUSES = re.compile(
    r"\b(?:charge[sd]?|accus(?:e[sd]?|ations?)|alleg(?:e[sd]?|ations?|edly)|suspected|indict(?:ed|ments?)|on trial|sued|convicted)\b",
    re.IGNORECASE,
)
_NEGATIONS = frozenset(
    stem(word)
    for word in "not never neither nor cannot without denies denied deny denying refuse refuses refused refusing fail fails failed rejects rejected reject longer".split()
)
_OPPOSITES = """
rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb climbed higher raise raised up
| fall falls fell fallen falling decrease decreases decreased decreasing decline declined drop dropped shrink shrank lower lowered cut down
support supports supported supporting back backed approve approves approved accept accepts accepted | oppose opposes opposed opposing disapprove disapproved
confirm confirms confirmed | deny denies denied
gain gains gained win wins won earn earns earned | lose loses lost
safe harmless | unsafe dangerous harmful
legal lawful | illegal unlawful
guilty convicted | innocent acquitted
alive | dead
open opens opened | close closes closed shut
begin begins began start started | end ends ended stop stopped
strengthen strengthens strengthened stronger | weaken weakens weakened weaker
improve improves improved improving better | worsen worsens worsened worse deteriorate deteriorated
expand expands expanded | contract contracts contracted shrink shrank
allow allows allowed permit permits permitted | ban bans banned forbid forbidden prohibit prohibited
succeed succeeds succeeded success | fail fails failed failure
likely | unlikely
possible | impossible
agree agrees agreed | disagree disagrees disagreed
benefit benefits benefited beneficial | harm harms harmed
join joins joined | leave leaves left
effective | ineffective
sufficient enough adequate | insufficient inadequate
more | less fewer
faster | slower
"""
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[^\W\d_]+")


def _sides() -> dict[str, dict[int, int]]:
    """Each word that has opposites: the lines it stands in, and on which side."""
    sides: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for number, line in enumerate(_OPPOSITES.strip().replace("\n|", " |").split("\n")):
        for side, words in zip((1, -1), line.split("|"), strict=True):
            for word in words.split():
                sides[stem(word)][number] = side
    return dict(sides)


_SIDES = _sides()


class Claims:
    """The passages of one topic, to be compared. All of one brief; passages in the order of their documents."""

    def __init__(self, passages: Iterable[Passage], documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._passages = list(passages)
        self._words = [_words(passage.text) for passage in self._passages]
        self._bare = [_plain(passage.text) for passage in self._passages]
        publishers = {document.id: publisher_of(document) for document in documents.values()}
        self._known = frozenset(
            publisher_of(document) for document in documents.values() if document.metadata.publisher
        )
        self._publisher = [publishers[passage.source] for passage in self._passages]
        self._publishers = publishers
        having: defaultdict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(self._words):
            for word in words:
                having[word].append(number)
        rarest = sorted(having.items(), key=lambda pair: (len(pair[1]), pair[0]))
        self._with = {word: numbers for word, numbers in rarest if len(numbers) <= MOST}
        self._rank = {word: rank for rank, word in enumerate(self._with)}
        self._near_to: dict[frozenset[str], list[int]] = {}

    def publishers(self) -> int | None:
        """How many publishers the passages have, those whose passages all repeat another's left out; None where one is unknown."""
        if not self._known.issuperset(self._publisher):
            return None
        first: dict[str, str] = {}
        own: set[str] = set()
        for bare, publisher in zip(self._bare, self._publisher, strict=True):
            if first.setdefault(bare, publisher) == publisher:
                own.add(publisher)
        return len(own)

    def supported(self, made: Statement) -> Statement:
        """The statement with how many publishers say it independently; an unknown one may be any of the others, and supports none."""
        heard = {self._publishers[citation.source] for citation in made.citations}
        quote = made.citations[-1].quote
        words = _words(quote)
        told = {_plain(quote)}
        for number in self._near(words):
            publisher = self._publisher[number]
            if (
                publisher in heard
                or publisher not in self._known
                or any(self._bare[number] in one for one in told)
            ):
                continue
            if not _agree(quote, self._passages[number].text):
                continue
            if _share(words, self._words[number]) >= ALIKE:
                heard.add(publisher)
                told.add(self._bare[number])
        return made.model_copy(update={"publishers": max(1, len(heard & self._known))})

    def disputes(self) -> list[Dispute]:
        """Pairs of passages of different publishers that clearly contradict each other, the older first."""
        found: list[Dispute] = []
        told: set[tuple[str, str]] = set()
        for number, passage in enumerate(self._passages):
            near = [
                other
                for other in self._near(self._words[number])
                if other > number and self._publisher[other] != self._publisher[number]
            ]
            if not near or not can_stand(passage) or (mine := _claim(passage.text)) is None:
                continue
            for other in near:
                key = (self._bare[number], self._bare[other])
                its = None if key in told else _claim(self._passages[other].text)
                if its is not None and _opposed(mine, its):
                    told.add(key)
                    found.append(self._dispute(number, other))
        return found

    def _dispute(self, a: int, b: int) -> Dispute:
        first, second = sorted(
            (a, b), key=lambda n: (self._documents[self._passages[n].source].metadata.published or "9", n)
        )
        return Dispute(claims=tuple(self._stated(n) for n in (first, second)))

    def _stated(self, number: int) -> Statement:
        passage = self._passages[number]
        made = statement(self._documents[passage.source], Unit(((passage,),), passage))
        return attributed(made, self._documents)

    def _near(self, words: frozenset[str]) -> list[int]:
        """Passages that share some of the rarest of these words, in order."""
        near = self._near_to.get(words)
        if near is None:
            rarest = sorted(words & self._rank.keys(), key=self._rank.__getitem__)
            met = Counter(itertools.chain.from_iterable(self._with[word] for word in rarest[:RAREST]))
            near = sorted(number for number, count in met.items() if count >= 2)
            self._near_to[words] = near
        return near


@dataclass(frozen=True, slots=True)
class _Claim:
    """A sentence as claims are compared."""

    digits: frozenset[str]
    stems: frozenset[str]
    terms: frozenset[str]
    sided: frozenset[str]
    """Its stems that have opposites."""
    negations: int
    denies: bool
    accuses: bool


def opposed(a: str, b: str) -> bool:
    """Whether two sentences clearly say the opposite: the same words but for one negation or one pair of opposites."""
    mine, other = _claim(a), _claim(b)
    return mine is not None and other is not None and _opposed(mine, other)


@lru_cache(maxsize=AT_HAND)
def _claim(text: str) -> _Claim | None:
    """What a sentence claims; None where it is a question or makes more than one claim."""
    if text.rstrip('"”’» ').endswith("?") or len(text.split()) > LONGEST:
        return None
    stems = frozenset(stem(word.lower()) for word in _WORD.findall(text))
    return _Claim(
        frozenset(_DIGITS.findall(text)),
        stems,
        _words(text),
        stems & _SIDES.keys(),
        len(_NOT.findall(text)),
        _DENIES.search(text) is not None,
        _ACCUSES.search(text) is not None,
    )


def _opposed(a: _Claim, b: _Claim) -> bool:
    if a.digits != b.digits:
        return False
    x, y = a.sided - b.stems, b.sided - a.stems
    flips = {
        line
        for word in x
        for line, side in _SIDES[word].items()
        if any(_SIDES[w].get(line) == -side for w in y)
    }
    if (a.denies or b.denies) and (a.accuses or b.accuses):
        return False  # who denies a charge is charged all the same
    negated = (a.negations + b.negations) % 2 == 1
    if negated == bool(flips):
        return False
    drop = {word for word in x | y if flips & _SIDES[word].keys()} | _NEGATIONS
    mine, other = a.terms - drop, b.terms - drop
    return len(mine & other) >= LEAST + negated and _share(mine, other) >= OPPOSED


def _agree(quote: str, other: str) -> bool:
    """Whether nothing speaks against two tellings saying the same: a negation, an opposite word, other numbers."""
    if (len(_NOT.findall(quote)) + len(_NOT.findall(other))) % 2:
        return False
    mine, theirs = ({stem(word.lower()) for word in _WORD.findall(text)} for text in (quote, other))
    opposite = any(
        _SIDES[word].get(line) == -side
        for another in (theirs - mine) & _SIDES.keys()
        for line, side in _SIDES[another].items()
        for word in (mine - theirs) & _SIDES.keys()
    )
    numbers, others = set(_DIGITS.findall(quote)), set(_DIGITS.findall(other))
    return not opposite and (numbers <= others or others <= numbers)


def publisher_of(document: Document) -> str:
    """Under what one publisher's documents count as one voice: its name, else the author's, else the document's own."""
    known = document.metadata
    return fold(known.publisher or "") or fold(known.author or "") or document.id


@lru_cache(maxsize=AT_HAND)
def _words(text: str) -> frozenset[str]:
    return frozenset(terms(text))


@lru_cache(maxsize=AT_HAND)
def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a and b else 0.0

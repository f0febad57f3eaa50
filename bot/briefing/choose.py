"""Choosing: which statements answer “what should I know about this topic” in a given number of words.

What is worth saying is what the topic's own passages say most: each term weighs by how often it stands in relevant
statements. A choice covers terms with falling returns (the square root of how often it has each), which favours both
what is central and what is not yet said. Statements are added greedily by gain for length.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.briefing.models import Statement
from bot.briefing.statements import Unit, inside_speech, statement, unit
from bot.briefing.terms import features, terms
from bot.corpus.document import Document
from bot.corpus.reader import make_document

LENGTH_POWER = 0.4
"""How much a statement's length counts against its gain; 0 not at all, 1 in full."""
TOO_ALIKE = 0.5
"""Share of a statement's terms that one chosen statement already has, from which it says nothing new."""
SPOKEN = 0.6
"""What is left of the relevance of a sentence from the middle of somebody's speech: who speaks is not in it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A statement that may be chosen. `relevance` is 0 or more; only the ratio to others counts."""

    unit: Unit
    relevance: float


def choose(choices: Sequence[Choice], max_words: int, most: int | None = None) -> list[int]:
    """Indices of the chosen statements in the order chosen: together `max_words` words or fewer, `most` at most."""
    texts = [" ".join(passage.text for passage in choice.unit.passages) for choice in choices]
    counted = [Counter(features(text)) for text in texts]
    weights = _weights(choices, counted)
    lengths = [choice.unit.words for choice in choices]
    covered: defaultdict[str, float] = defaultdict(float)
    chosen: list[int] = []
    spoken: set[tuple[str, int]] = set()
    left = max_words
    open_ = [i for i, choice in enumerate(choices) if choice.relevance > 0]
    while open_ and (most is None or len(chosen) < most):
        best, best_gain = -1, 0.0
        for i in open_:
            if lengths[i] > left:
                continue
            gain = choices[i].relevance * _gain(counted[i], weights, covered) / lengths[i] ** LENGTH_POWER
            if gain > best_gain:
                best, best_gain = i, gain
        if best < 0:
            break
        open_.remove(best)
        mine = {(p.source, p.start) for p in choices[best].unit.passages}
        if mine & spoken or any(_alike(counted[best], counted[i]) for i in chosen):
            continue
        chosen.append(best)
        spoken |= mine
        left -= lengths[best]
        for term, count in counted[best].items():
            covered[term] += count
    return chosen


def in_reading_order(choices: Sequence[Choice], chosen: Sequence[int]) -> list[int]:
    """Document by document, the most relevant document first; within one, as its text goes."""
    best: dict[str, int] = {}
    for rank, i in enumerate(chosen):
        best.setdefault(choices[i].unit.passages[0].source, rank)
    return sorted(chosen, key=lambda i: (best[(p := choices[i].unit.passages[-1]).source], p.start))


def summarise(topic: str, documents: Sequence[tuple[str, str]], *, max_words: int) -> list[Statement]:
    """The statements that say most of `topic`, in reading order, cited by the documents' ids.

    `documents` are `(id, text)`; the statements have `max_words` words or fewer in all.
    """
    read = [make_document(identity, identity, text) for identity, text in documents]
    by_id = {document.id: document for document in read}
    choices = relevant(topic, read)
    chosen = in_reading_order(choices, choose(choices, max_words))
    return [statement(by_id[choices[i].unit.passages[0].source], choices[i].unit) for i in chosen]


def relevant(topic: str, documents: Sequence[Document]) -> list[Choice]:
    """Every statement of the documents with its relevance to a topic given in words: BM25 of its document and its own."""
    query = set(terms(topic))
    units = [
        (document, made)
        for document in documents
        for passage in document.passages
        if (made := unit(document, passage)) is not None
    ]
    of_document = _bm25(query, [terms(" ".join(p.text for p in document.passages)) for document in documents])
    of_unit = _bm25(query, [terms(" ".join(p.text for p in made.passages)) for _, made in units])
    by_document = {document.id: score for document, score in zip(documents, of_document, strict=True)}
    top_document, top_unit = max(of_document, default=0.0) or 1.0, max(of_unit, default=0.0) or 1.0
    choices: list[Choice] = []
    for (document, made), score in zip(units, of_unit, strict=True):
        place = made.passages[-1]
        early = 1.0 / (1.0 + 0.15 * (place.paragraph - 1))
        relevance = (
            (0.1 + by_document[document.id] / top_document) ** 2
            * (0.5 + score / top_unit)
            * (0.7 + 0.3 * early)
        )
        if inside_speech(document.paragraphs[place.paragraph - 1], place):
            relevance *= SPOKEN
        choices.append(Choice(made, relevance))
    return choices


def _weights(choices: Sequence[Choice], counted: Sequence[Mapping[str, int]]) -> dict[str, float]:
    """A term's weight: the relevance of the statements that have it; a term of a single statement tells little."""
    weights: defaultdict[str, float] = defaultdict(float)
    for choice, counts in zip(choices, counted, strict=True):
        for term in counts:
            weights[term] += choice.relevance
    total = sum(choice.relevance for choice in choices) or 1.0
    return {term: weight / total for term, weight in weights.items()}


def _gain(counts: Mapping[str, int], weights: Mapping[str, float], covered: Mapping[str, float]) -> float:
    gain = 0.0
    for term, count in counts.items():
        had = covered.get(term, 0.0)
        gain += weights[term] * (math.sqrt(had + count) - math.sqrt(had))
    return gain


def _alike(a: Mapping[str, int], b: Mapping[str, int]) -> bool:
    return len(a.keys() & b.keys()) >= TOO_ALIKE * min(len(a), len(b)) > 0


def _bm25(query: set[str], texts: Sequence[Sequence[str]], k: float = 1.2, b: float = 0.75) -> list[float]:
    """Okapi BM25 of each text for the query (Robertson and Zaragoza 2009), with idf over the texts given."""
    counts = [Counter(text) for text in texts]
    frequency = Counter(term for count in counts for term in query & count.keys())
    mean = sum(len(text) for text in texts) / (len(texts) or 1) or 1.0
    idf = {t: math.log(1 + (len(texts) - n + 0.5) / (n + 0.5)) for t, n in frequency.items()}
    return [
        sum(idf[t] * c[t] * (k + 1) / (c[t] + k * (1 - b + b * len(text) / mean)) for t in query & c.keys())
        for c, text in zip(counts, texts, strict=True)
    ]

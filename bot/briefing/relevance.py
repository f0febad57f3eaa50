"""How much the statements of some documents are about a topic that is given in words."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.briefing.choose import Choice, choose, in_reading_order
from bot.briefing.models import Statement
from bot.briefing.statements import Unit, neighbours_joined, nobody_says, statement, unit
from bot.briefing.terms import terms
from bot.briefing.when import dates_put_in
from bot.corpus.document import Document
from bot.corpus.quotations import part
from bot.corpus.reader import make_document

DOCUMENT_POWER = 4
"""How sharply the statements of documents that are less on the topic fall behind."""
FEWEST = 3
"""Documents that are read whatever their score."""
OFF_TOPIC = 0.5
"""Beside those, documents under this share of the best one's score are not read."""
KIN = 2.0
"""How much being like the documents on the topic counts for a document, beside its own words."""
KIN_POWER = 4
"""How much more the best documents on the topic say of what it is than the others."""
SPOKEN = 0.6
"""What is left of the relevance of a sentence from the middle of somebody's speech: who speaks is not in it."""
PERSONAL = 0.7
"""What is left of the merit of a sentence that speaks of us and you."""
LATE = 0.5
"""What is left of the merit of a sentence far down in its document."""
PARTED = 0.3
"""What is left of the merit of a statement with a sentence whose bounds are inferred: others are surely whole."""

_PERSONAL = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Oo]ur|[Mm]y|[Yy]our)\b")


def summarise(topic: str, documents: Sequence[tuple[str, str]], *, max_words: int) -> list[Statement]:
    """The statements that say most of `topic`, in reading order, cited by the documents' ids.

    `documents` are `(id, text)`; the statements have `max_words` words or fewer in all.
    """
    read = [make_document(identity, identity, text) for identity, text in documents]
    by_id = {document.id: document for document in read}
    choices = relevant(topic, read)
    while True:
        chosen = in_reading_order(choices, choose(choices, max_words, topic=set(terms(topic))))
        # Who speaks is looked for in what is chosen only: it takes reading the whole document.
        unsaid = [i for i in chosen if nobody_says(by_id[choices[i].unit.own.source], choices[i].unit)]
        if not unsaid:
            break
        for i in unsaid:
            choices[i] = replace(choices[i], relevance=0.0)
    made = neighbours_joined((choices[i].unit for i in chosen), by_id)
    return [statement(by_id[u.own.source], u, dates_put_in(by_id[u.own.source], u)) for u in made]


def relevant(topic: str, documents: Sequence[Document]) -> list[Choice]:
    """Every statement of the documents that are on the topic, with its relevance: its document's times its own BM25."""
    query = set(terms(topic))
    scores = document_scores(query, [terms(document.text) for document in documents])
    ranked = sorted(range(len(documents)), key=lambda i: (-scores[i], i))
    read = {i for rank, i in enumerate(ranked) if rank < FEWEST or scores[i] >= OFF_TOPIC}
    units = [
        (number, made, place)
        for number, document in enumerate(documents)
        for place, passage in enumerate(document.passages)
        # What is not read only tells how rare the words are.
        if (made := unit(document, passage) if number in read else Unit(((passage,),), passage)) is not None
    ]
    own = bm25(query, [terms(" ".join(p.text for p in made.passages)) for _, made, _ in units])
    top = max(own, default=0.0) or 1.0
    choices: list[Choice] = []
    for (number, made, place), score in zip(units, own, strict=True):
        passage = made.own
        relevance = 0.0
        if number in read:
            relevance = (0.1 + scores[number]) ** DOCUMENT_POWER * (0.5 + score / top)
            if any(part(documents[number], passage)):
                relevance *= SPOKEN
        choices.append(Choice(made, relevance, merit(made, place)))
    return choices


def merit(made: Unit, place: int) -> float:
    """How fit a statement is to be quoted: the sooner its document says it, the more; less where it speaks of us and you.

    Less, too, where it is not sure that its sentences are whole. `place` counts the document's passages from 0.
    """
    fit = LATE + (1.0 - LATE) / (1.0 + 0.15 * place)
    if _PERSONAL.search(made.own.text):
        fit *= PERSONAL
    return fit * (PARTED if any(passage.parted for passage in made.passages) else 1.0)


def document_scores(query: set[str], texts: Sequence[Sequence[str]]) -> list[float]:
    """How much each document is on the topic, from 0 to 1 for the best.

    A document's own BM25, and how like it is to the documents with the best: what they are about says more of the
    topic than its few words do.
    """
    own = bm25(query, texts)
    top = max(own, default=0.0) or 1.0
    own = [score / top for score in own]
    alike = _cosines(texts)
    most = max((max(row) for row in alike), default=0.0) or 1.0
    pull = [score**KIN_POWER for score in own]
    scores: list[float] = []
    for i, score in enumerate(own):
        others = sum(pull) - pull[i] or 1.0
        kin = sum(alike[i][j] * pull[j] for j in range(len(own)) if j != i) / others / most
        scores.append(score + KIN * kin)
    top = max(scores, default=0.0) or 1.0
    return [score / top for score in scores]


def bm25(query: set[str], texts: Sequence[Sequence[str]], k: float = 1.2, b: float = 0.75) -> list[float]:
    """Okapi BM25 of each text for the query (Robertson and Zaragoza 2009), with idf over the texts given."""
    counts = [Counter(text) for text in texts]
    frequency = Counter(term for count in counts for term in query & count.keys())
    mean = sum(len(text) for text in texts) / (len(texts) or 1) or 1.0
    idf = {t: math.log(1 + (len(texts) - n + 0.5) / (n + 0.5)) for t, n in frequency.items()}
    return [
        sum(idf[t] * c[t] * (k + 1) / (c[t] + k * (1 - b + b * len(text) / mean)) for t in query & c.keys())
        for c, text in zip(counts, texts, strict=True)
    ]


def _cosines(texts: Sequence[Sequence[str]]) -> list[list[float]]:
    """How like each two texts are, from 0 to 1, by their terms (tf-idf); 0 for a text with itself."""
    frequency = Counter(term for text in texts for term in set(text))
    vectors: list[dict[str, float]] = []
    for text in texts:
        vector = {
            t: (1 + math.log(n)) * math.log(1 + len(texts) / frequency[t]) for t, n in Counter(text).items()
        }
        length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
        vectors.append({term: value / length for term, value in vector.items()})
    alike = [[0.0] * len(texts) for _ in texts]
    for i, a in enumerate(vectors):
        for j, b in enumerate(vectors[:i]):
            few, many = (a, b) if len(a) < len(b) else (b, a)
            alike[i][j] = alike[j][i] = sum(value * many[term] for term, value in few.items() if term in many)
    return alike

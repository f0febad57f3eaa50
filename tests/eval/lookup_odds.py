"""`python -m tests.eval.lookup_odds`: print anew the odds in bot/lookup/weights.py, and how true the scores then are.

Fitted to what queries bring in from indexes of several sizes: parts of a public table of names, and most of it among
made-up names that are put together as the real ones are; and to the tune half of the development set, where
BRIEFBOT_EVAL_DIR (default `../shared/eval`) has it. A query whose name an index lacks must find nothing there; English
words that are no name are left out, for the index knows them. Fitted to some sets of queries and parts, tried on another,
in which a query counts as much as in the fit. Takes nine minutes.
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.lookup import readings, table
from bot.lookup.dictionary import is_english
from bot.lookup.exonyms import Exonyms
from bot.lookup.matching import Matcher
from bot.lookup.searching import FIRST
from bot.lookup.weights import facts
from tests.eval import sets
from tests.eval.lookup_cases import unseen
from tests.eval.lookup_queries import Query, make
from tests.eval.lookup_weights import FAMILIES, family_of

SIZES = (500, 3_000, 10_500, 100_000)
"""Names of an index."""
PRESENT, MISSING, LACKING = 0.85, 6, 0.1
"""The share of the names that an index has at most, queries for those for each whose name it lacks, and what such a one
counts beside others: among the other queries are some that must find nothing."""
MAKINGS, UNSEEN = (1, 4, 5, 6), 2
"""The queries that the odds are fitted to, and those that they are tried on."""
TUNE_SIZES, TUNE = (10_000, 100_000, 1_000_000), 3.0
"""Names of an index of the development set, and what a query of that counts: there are a tenth as many."""
BEFORE = 3
"""Letters that decide which may come next in a made-up name."""
LONGEST = 40
LIKE_ALL, HELD = np.array([0.3, 0.8, -0.3, 1.1, -3.9]), np.array([1000.0, 0.1, 20.0, 0.1, 0.1])
"""What the slopes of sum, lead, names, letters and the constant are like in most families, and how firmly each is held to
it: queries in some scripts are too few to tell what a sum and the number of names do, and let them do the opposite."""
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Best:
    """The best name for a query: what its odds follow from, and whether it is right."""

    family: str
    facts: Floats
    """As `weights.facts` gives them, and 1."""
    right: bool
    counts: float


def made_up(names: list[str], count: int, rng: random.Random) -> list[str]:
    """So many names, none of them among these, in which every few letters in a row are those of a real one."""
    after: dict[str, list[str]] = defaultdict(list)
    for name in names:
        text = " " * BEFORE + name.lower() + "\n"
        for i in range(BEFORE, len(text)):
            after[text[i - BEFORE : i]].append(text[i])
    known, found = {name.lower() for name in names}, set[str]()
    while len(found) < count:
        text = " " * BEFORE
        while len(text) < LONGEST and (letter := rng.choice(after[text[-BEFORE:]])) != "\n":
            text += letter
        if len(text) > 2 * BEFORE and text[BEFORE:] not in known:
            found.add(text[BEFORE:])
    return sorted(found)


def bests(seed: int, size: int) -> Iterator[Best]:
    """The best name of an index of this size, a part of the table or more than it, for each query."""
    names, queries = make(seed)
    rng = random.Random(seed + size)  # noqa: S311 — the same every time
    held = rng.sample(names, min(size, round(PRESENT * len(names))))
    every = [*held, *made_up(names, max(0, size - len(held)), rng)]
    known = set(held)
    for query, best in _of([(name, name) for name in every], _asked(queries, known, rng)):
        yield best if query.meant & known or not query.meant else replace(best, counts=LACKING)


def bests_of_tune(folder: Path, size: int) -> Iterator[Best]:
    """The best name of the development set's index of this size, for each query of its tune half."""
    if cases := unseen(folder, size, "tune"):
        for _, best in _of(cases.names, cases.queries):
            yield replace(best, counts=TUNE)


def _of(names: Sequence[tuple[str, str]], queries: Iterable[Query]) -> Iterator[tuple[Query, Best]]:
    arrays = table.build(names)
    matcher, slugs, topics = Matcher(arrays), table.texts(arrays, "slugs"), arrays["topics"]
    exonyms = Exonyms(table.part(arrays, "exonyms"))
    for query in queries:
        reading = readings.typed(query.text)
        if not reading.folded or len(exonyms.rows(query.text)[0]):
            continue  # what a place is called somewhere is known, not likely
        matches = matcher.matches(reading)
        if not len(matches.rows) or (is_english(reading.folded) and not query.meant):
            continue  # so is that words mean themselves
        sums = matches.sums.copy()
        best = int(np.argmax(sums))
        if matches.names[best] == reading.folded:
            continue  # the rules are sure of it
        sums[[name == reading.folded for name in matches.names]] += FIRST
        of_topics: dict[int, int] = {}  # the best of each, best first
        for place in np.argsort(-sums).tolist():
            of_topics.setdefault(int(topics[matches.rows[place]]), place)
        topic = int(topics[matches.rows[best]])
        places = list(of_topics.values())
        rank = list(of_topics).index(topic)
        letters = min(len(reading.folded), len(matches.names[best]))
        kinds = [matches.kinds[place] for place in places[: rank + 1]]
        *_, of_best = facts(sums[places], [letters] * (rank + 1), kinds)
        yield (
            query,
            Best(family_of(reading), np.array([*of_best, 1.0]), slugs[topic] in query.meant, 1.0),
        )


def _asked(queries: list[Query], held: set[str], rng: random.Random) -> list[Query]:
    """The queries for an index that holds these names, with a share of those that it has nothing for."""
    known = [query for query in queries if query.meant & held]
    lacking = [query for query in queries if query.meant and not query.meant & held]
    nothing = [query for query in queries if not query.meant]
    share = len(known) / max(1, len(known) + len(lacking))
    return [
        *known,
        *rng.sample(lacking, min(len(lacking), len(known) // MISSING)),
        *rng.sample(nothing, int(len(nothing) * share)),
    ]


def odds(some: list[Best]) -> Floats:
    """The slope of each fact: logistic regression by Newton's steps, held to what it is like in all families."""
    rows = np.array([best.facts for best in some])
    right = np.array([best.right for best in some])
    counts = np.array([best.counts for best in some])
    found = LIKE_ALL.copy()
    for _ in range(30):
        likely = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (counts * (right - likely)) - HELD * (found - LIKE_ALL)
        bend = (rows * (counts * likely * (1 - likely))[:, None]).T @ rows + np.diag(HELD)
        found = found + np.linalg.solve(bend, slope)
    return np.round(found, 2)


def main() -> None:
    """Fit, print, and try on queries and parts of another making."""
    known = [best for size in SIZES for making in MAKINGS for best in bests(making, size)]
    known += [best for size in TUNE_SIZES for best in bests_of_tune(sets.folder(), size)]
    fitted = {family: odds([best for best in known if best.family == family]) for family in FAMILIES}
    for family, slopes in fitted.items():
        print(f'    "{family}": {tuple(slopes.tolist())},')
    for size in SIZES:
        bands: dict[int, list[Best]] = defaultdict(list)
        for best in bests(UNSEEN, size):
            likely = 1 / (1 + math.exp(-float(np.dot(best.facts, fitted[best.family]))))
            bands[min(9, int(10 * likely))].append(best)
        print(f"{size:,} names")
        for tenth, some in sorted(bands.items()):
            right = sum(best.counts * best.right for best in some) / sum(best.counts for best in some)
            print(
                f"  said {10 * tenth:2} to {10 * tenth + 10:3} %: right {100 * right:5.1f} % of {len(some)}"
            )


if __name__ == "__main__":
    main()

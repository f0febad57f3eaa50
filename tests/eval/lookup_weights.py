"""`python -m tests.eval.lookup_weights`: print anew the weights in bot/lookup/weights.py, and how well they then do.

The weights are those under which, of the names that a query brings in, the right one is likeliest (a softmax over the
sums). Fitted to one set of made-up queries, tried on another. Takes a minute. The odds come after:
`python -m tests.eval.lookup_odds`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.lookup import readings, table
from bot.lookup.matching import MEASURES, Matcher
from bot.lookup.weights import OTHER, summed
from tests.eval.lookup_queries import make

FAMILIES = ("latn", "cyrl", "arab", "hani", OTHER)
SMALL = 0.0002
"""How much large weights are held against a fit."""
STEPS, RATE = 300, 0.15
WAYS = {"latn": 2, "cyrl": 2}
"""In how many ways a query may mean a name, each with weights of its own, where there is more than one."""
WORDS, DRAWN = ("words_asked", "words_owned", "words", "same", "told"), 0.5
"""The measures by which one of two ways begins by going more, and the other less, and by what share of their weights."""
COUNTS = {"extra": 3, "part": 3, "mixture": 2, "latn": 2, "slip": 2, "two slips": 2}
"""What a query of a kind counts when weights are fitted, where that is more than others."""
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """What one query brought in: a row of measures for each name, and which of them are right."""

    kind: str
    measures: Floats
    right: npt.NDArray[np.bool_]


def family_of(reading: readings.Reading) -> str:
    """The family whose weights and odds a query gets."""
    return reading.script if reading.script in FAMILIES else OTHER


def cases(seed: int) -> dict[str, list[Case]]:
    """Cases by family."""
    names, queries = make(seed)
    arrays = table.build((name, name) for name in names)
    matcher, held = Matcher(arrays), table.texts(arrays, "names")
    found: dict[str, list[Case]] = defaultdict(list)
    for query in queries:
        reading = readings.typed(query.text)
        if reading.folded:
            matches = matcher.matches(reading)
            right = np.array([held[row] in query.meant for row in matches.rows.tolist()], bool)
            found[family_of(reading)].append(Case(query.kind, matches.measures.astype(np.float64), right))
    return found


def fit(some: list[Case], ways: int = 1) -> Floats:
    """The weights of one family, a row for each way, a constant first: by gradient steps of sizes that adapt (Adam)."""
    some = [case for case in some if case.right.any() and not case.right.all()]
    measures = np.concatenate([case.measures for case in some])
    right = np.concatenate([case.right for case in some])
    lengths = np.array([len(case.right) for case in some])
    count = np.array([COUNTS.get(case.kind, 1) for case in some])
    share = np.repeat(count / count.sum(), lengths)
    first = np.cumsum(lengths) - lengths
    # Steps are taken in measures that vary alike.
    spread = np.concatenate(([1.0], measures.std(axis=0) + 1e-6))
    measures = np.column_stack((np.ones(len(measures)), measures)) / spread
    weights = np.zeros((1, measures.shape[1]))
    if ways > 1:
        # Ways that start alike would stay so: they are first drawn apart, one by the words and one by all else.
        apart = np.where(np.isin(("", *MEASURES), WORDS), DRAWN, -DRAWN)
        weights = fit(some)[0] * spread * (1.0 + np.stack((-apart, apart)))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        by_way = measures @ weights.T
        sums = np.logaddexp.reduce(by_way, axis=1)
        shares = np.exp(sums - np.repeat(np.maximum.reduceat(sums, first), lengths))
        of_right = shares * right
        shares /= np.repeat(np.add.reduceat(shares, first), lengths)
        of_right /= np.repeat(np.add.reduceat(of_right, first) + 1e-12, lengths)
        pull = ((shares - of_right) * share)[:, None] * np.exp(by_way - sums[:, None])
        slope = pull.T @ measures + 2 * SMALL * weights / spread**2
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        rate = RATE * (1 - step / (STEPS + 1))
        weights = weights - rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    weights /= spread
    weights[:, 0] -= weights[:, 0].mean()
    result: Floats = np.round(weights, 1)
    return result


def main() -> None:
    """Fit, print, and try on queries of another making."""
    known, unseen = cases(1), cases(2)
    hits: dict[str, list[bool]] = defaultdict(list)
    print("In the order of", ", ".join(MEASURES))
    for family in FAMILIES:
        weights = fit(known[family], WAYS.get(family, 1))
        print(
            f'    "{family}": ('
            + "".join(f"\n        {tuple(row)}," for row in weights.tolist())
            + "\n    ),"
        )
        for case in unseen[family]:
            if not case.kind.startswith("no "):
                found = len(case.right) and case.right[np.argmax(summed(case.measures, weights))]
                hits[case.kind].append(bool(found))
    print("Right, in %:", {kind: round(100 * sum(some) / len(some), 1) for kind, some in hits.items()})


if __name__ == "__main__":
    main()

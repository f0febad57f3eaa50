"""`python -m tests.eval.lookup_weights`: print anew the weights in bot/lookup/weights.py, and how well they then do.

The weights are those under which, of the names that a query brings in, the right one is likeliest (a softmax over the
weighted sums). Fitted to one set of made-up queries, tried on another. Takes a minute. The odds come after:
`python -m tests.eval.lookup_odds`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.lookup import readings, table
from bot.lookup.matching import MEASURES, Matcher
from bot.lookup.weights import OTHER
from tests.eval.lookup_queries import make

FAMILIES = ("latn", "cyrl", "arab", "hani", OTHER)
SMALL = 0.0002
"""How much large weights are held against a fit."""
STEPS, RATE = 300, 0.15
COUNTS = {"extra": 3, "mixture": 2, "latn": 2}
"""What a query of a kind counts when weights are fitted: slips are right anyhow, and would outvote the others."""
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
            matches = matcher.matches(reading.folded, reading.script)
            right = np.array([held[row] in query.meant for row in matches.rows.tolist()], bool)
            found[family_of(reading)].append(Case(query.kind, matches.measures.astype(np.float64), right))
    return found


def fit(some: list[Case]) -> Floats:
    """The weights of one family, by gradient steps of a size that adapts to each weight (Adam)."""
    some = [case for case in some if case.right.any() and not case.right.all()]
    measures = np.concatenate([case.measures for case in some]).astype(np.float32)
    right = np.concatenate([case.right for case in some])
    lengths = np.array([len(case.right) for case in some])
    count = np.array([COUNTS.get(case.kind, 1) for case in some], np.float32)
    share = np.repeat(count / count.sum(), lengths)
    first = np.cumsum(lengths) - lengths
    # Steps are taken in measures that vary alike.
    spread = measures.std(axis=0).astype(np.float64) + 1e-6
    measures = (measures / spread).astype(np.float32)
    weights = np.zeros(measures.shape[1])
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        sums = measures @ weights.astype(np.float32)
        shares = np.exp(sums - np.repeat(np.maximum.reduceat(sums, first), lengths))
        of_right = shares * right
        shares /= np.repeat(np.add.reduceat(shares, first), lengths)
        of_right /= np.repeat(np.add.reduceat(of_right, first) + 1e-12, lengths)
        slope = measures.T @ ((shares - of_right) * share) + 2 * SMALL * weights / spread**2
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        rate = RATE * (1 - step / (STEPS + 1))
        weights = weights - rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    result: Floats = np.round(weights / spread, 1)
    return result


def main() -> None:
    """Fit, print, and try on queries of another making."""
    known, unseen = cases(1), cases(2)
    hits: dict[str, list[bool]] = defaultdict(list)
    print("In the order of", ", ".join(MEASURES))
    for family in FAMILIES:
        weights = fit(known[family])
        print(f'    "{family}": {tuple(weights.tolist())},')
        for case in unseen[family]:
            if not case.kind.startswith("no "):
                found = len(case.right) and case.right[np.argmax(case.measures @ weights)]
                hits[case.kind].append(bool(found))
    print("Right, in %:", {kind: round(100 * sum(some) / len(some), 1) for kind, some in hits.items()})


if __name__ == "__main__":
    main()

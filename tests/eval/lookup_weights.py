"""`python -m tests.eval.lookup_weights`: print anew what bot/lookup/weights.py holds, and how well it then does.

The weights are those under which, of the names that a query brings in, the right one is likeliest (a softmax over the
weighted sums); the odds are those of the best name being right, given its sum and its lead, queries that must find
nothing included. Fitted to one set of made-up queries, tried on another. Takes a minute or two.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.lookup import readings, table
from bot.lookup.matching import MEASURES, Matcher
from bot.lookup.weights import LEAD, OTHER
from tests.eval.lookup_queries import make

FAMILIES = ("latn", "cyrl", "arab", "hani", OTHER)
SMALL = 0.0002
"""How much large weights are held against a fit."""
STEPS, RATE = 1500, 0.1
COUNTS = {"extra": 3, "mixture": 2, "latn": 2}
"""What a query of a kind counts when weights are fitted: slips are right anyhow, and would outvote the others."""
NOTHING_MEANT = 0.5
"""What a query that must find nothing counts beside others when odds are fitted."""
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """What one query brought in: a row of measures for each name, and which of them are right."""

    kind: str
    measures: Floats
    right: npt.NDArray[np.bool_]


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
            family = reading.script if reading.script in FAMILIES else OTHER
            found[family].append(Case(query.kind, matches.measures.astype(np.float64), right))
    return found


def fit(some: list[Case]) -> Floats:
    """The weights of one family, by gradient steps of a size that adapts to each weight (Adam)."""
    some = [case for case in some if case.right.any() and not case.right.all()]
    some = [case for case in some for _ in range(COUNTS.get(case.kind, 1))]
    measures = np.concatenate([case.measures for case in some])
    right = np.concatenate([case.right for case in some])
    lengths = np.array([len(case.right) for case in some])
    first = np.cumsum(lengths) - lengths
    weights = np.zeros(measures.shape[1])
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        sums = measures @ weights
        shares = np.exp(sums - np.repeat(np.maximum.reduceat(sums, first), lengths))
        of_right = shares * right
        shares /= np.repeat(np.add.reduceat(shares, first), lengths)
        of_right /= np.repeat(np.add.reduceat(of_right, first) + 1e-12, lengths)
        slope = measures.T @ (shares - of_right) / len(some) + 2 * SMALL * weights
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.99 * spread + 0.01 * slope**2
        rate = RATE * (1 - step / STEPS)
        weights = weights - rate * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
    return np.round(weights, 1)


def tops(some: list[Case], weights: Floats) -> tuple[Floats, npt.NDArray[np.bool_], Floats]:
    """For each case: the best sum, its lead and 1; whether the best is right; and what the case counts."""
    rows, right, counts = [], [], []
    for case in some:
        if len(case.right):
            sums = case.measures @ weights
            best = int(np.argmax(sums))
            others = np.delete(sums, best)
            rows.append((sums[best], min(LEAD, sums[best] - others.max()) if len(others) else LEAD, 1.0))
            right.append(bool(case.right[best]))
            counts.append(NOTHING_MEANT if case.kind.startswith("no ") else 1.0)
    return np.array(rows), np.array(right), np.array(counts)


def odds(rows: Floats, right: npt.NDArray[np.bool_], counts: Floats) -> Floats:
    """Slope, slope of the lead and constant: logistic regression by Newton's steps."""
    found = np.zeros(3)
    for _ in range(30):
        likely = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (counts * (right - likely)) - 0.1 * found
        bend = (rows * (counts * likely * (1 - likely))[:, None]).T @ rows + 0.1 * np.eye(3)
        found = found + np.linalg.solve(bend, slope)
    return np.round(found, 2)


def main() -> None:
    """Fit, print, and try on queries of another making."""
    known, unseen = cases(1), cases(2)
    hits: dict[str, list[bool]] = defaultdict(list)
    scored: list[tuple[float, bool]] = []
    print("In the order of", ", ".join(MEASURES))
    for family in FAMILIES:
        weights = fit(known[family])
        found = odds(*tops(known[family], weights))
        print(f'    "{family}": {tuple(weights.tolist())},   odds: {tuple(found.tolist())},')
        rows, right, _ = tops(unseen[family], weights)
        scored += zip((1 / (1 + np.exp(-rows @ found))).tolist(), right.tolist(), strict=True)
        for case in unseen[family]:
            hits[case.kind].append(
                bool(case.right[np.argmax(case.measures @ weights)]) if len(case.right) else False
            )
    print("Right, in %:", {kind: round(100 * sum(some) / len(some), 1) for kind, some in hits.items()})
    for tenth in range(10):
        some = [right for likely, right in scored if tenth <= 10 * likely < tenth + 1]
        print(
            f"said {10 * tenth:3} to {10 * tenth + 10:3} %: right {100 * sum(some) / max(len(some), 1):5.1f} % of {len(some)}"
        )


if __name__ == "__main__":
    main()

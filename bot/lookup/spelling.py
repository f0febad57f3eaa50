"""How much of one name is in another: a weighted edit distance, one for every family of scripts.

Costs say how often a letter of a romanised text stands for a letter of the name, so that “Krailskhaim”, which is
Крайльсхайм letter by letter, is near “Crailsheim” and far from “Kremlin”.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.lookup.letters import CODES, NOTHING, PAIRS, PLAIN

FILE = Path(__file__).with_name("costs.txt")
LONGEST = 48
"""Letters of a name that are compared."""
SPACE = 0.3
"""What a space too many or too few costs."""
TWICE = 0.5
"""What writing a letter twice costs, at most."""
DEAREST = 6.0
"""What everything costs that the file does not have."""
Costs = npt.NDArray[np.float32]


@cache
def _costs() -> dict[str, Costs]:
    """Costs by family and code; a space is added or left out at its own price and never swapped."""
    places = {sign: number for number, sign in enumerate([*PLAIN, *PAIRS, "-"])}
    tables: dict[str, Costs] = {}
    for line in FILE.read_text().splitlines():
        if line.startswith("#"):
            continue
        head, _, tail = line.partition(": ")
        family, sign = head.split()
        if family not in tables:
            tables[family] = np.full((NOTHING + 1, NOTHING + 1), DEAREST, np.float32)
            tables[family][0, 0] = 0.0
            tables[family][0, NOTHING] = tables[family][NOTHING, 0] = SPACE
        fields = tail.split()
        for other, cost in zip(fields[::2], fields[1::2], strict=True):
            tables[family][places[sign], places[other]] = float(cost)
    return tables


def columns(
    data: npt.NDArray[np.uint8], starts: npt.NDArray[np.int64], lengths: npt.NDArray[np.int64]
) -> npt.NDArray[np.uint8]:
    """The codes of texts, one a column, from where they stand end to end; what is past a text's end means nothing."""
    height = min(LONGEST, int(lengths.max()))
    places = starts + np.arange(height)[:, None]
    found: npt.NDArray[np.uint8] = CODES[data[np.minimum(places, len(data) - 1)]]
    return found


def distances(
    query: str, names: npt.NDArray[np.uint8], lengths: npt.NDArray[np.int64], script: str
) -> npt.NDArray[np.float32]:
    """What it costs to make each name (its codes a column, its length beside) of a query, both in signs."""
    costs = _costs()[script]
    added = costs[NOTHING][names]
    again = names[1:] == names[:-1]
    added[1:][again] = np.minimum(added[1:][again], TWICE)
    sofar = np.zeros((len(names) + 1, names.shape[1]), np.float32)
    np.cumsum(added, axis=0, out=sofar[1:])
    # Kept less what adding the letters so far costs: then a run of added letters is a running minimum.
    reached = np.zeros_like(sofar)
    swaps: dict[int, npt.NDArray[np.float32]] = {}
    before = -1
    for code in CODES[np.frombuffer(query[:LONGEST].encode("ascii"), np.uint8)].tolist():
        if code not in swaps:
            swaps[code] = costs[code][names] - added
        swapped = reached[:-1] + swaps[code]
        reached += min(costs[code, NOTHING], TWICE) if code == before else costs[code, NOTHING]
        before = code
        np.minimum(reached[1:], swapped, out=reached[1:])
        np.minimum.accumulate(reached, axis=0, out=reached)
    places = np.arange(names.shape[1])
    ends = np.minimum(lengths, len(names))
    result: npt.NDArray[np.float32] = reached[ends, places] + sofar[ends, places]
    return result

"""`python -m tests.eval.lookup_ceiling [SIZE …]`: how often letters alone can tell which name a typing error is of.

For each kind of typing error of the tune half of the development set: in how many queries the name that is meant is among those
that are nearest by slips (left out, added, changed or in the other's place), how many would be right if one of these were
drawn by lot, and how many ours finds first. Where another name is as near, only what kind of slip it is can tell. BRIEFBOT_EVAL_DIR
(default `../shared/eval`) says where the set is. Takes half a minute.
"""

from __future__ import annotations

import sys
from collections import defaultdict

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from bot.lookup import NameIndex
from bot.lookup.romanise import romanise
from tests.eval import sets
from tests.eval.lookup_cases import unseen

SIZES = (10_000, 100_000)
ERRORS = ("one slip", "two slips", "by ear")


def main(sizes: tuple[int, ...]) -> None:
    """Print a line for each size and kind."""
    for size in sizes:
        cases = unseen(sets.folder(), size, "tune")
        if not cases:
            print(f"{sets.folder()} has no set of {size:,} names.")
            continue
        index, names = NameIndex(cases.names), [romanise(name) for name, _ in cases.names]
        asked, nearest, by_lot, ours = (defaultdict[str, float](float) for _ in range(4))
        for query in cases.queries:
            if query.kind in ERRORS:
                slips = cdist([romanise(query.text)], names, scorer=OSA.distance, workers=-1)[0]
                near = {cases.names[row][1] for row in np.flatnonzero(slips == slips.min()).tolist()}
                found = index.search(query.text, 1)
                asked[query.kind] += 1
                nearest[query.kind] += bool(near & query.meant)
                by_lot[query.kind] += len(near & query.meant) / len(near)
                ours[query.kind] += bool(found) and found[0].slug in query.meant
        for kind in ERRORS:
            shares = (f"{100 * some[kind] / asked[kind]:5.1f} %" for some in (nearest, by_lot, ours))
            print(f"{size:9,} names, {kind:9}", *shares)


if __name__ == "__main__":
    print(f"{'':26} nearest  by lot    ours")
    main(tuple(map(int, sys.argv[1:])) or SIZES)

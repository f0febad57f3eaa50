"""How much of one name is in another: a weighted edit distance, one for every family of scripts.

Costs say how often a letter of a romanised text stands for a letter of the name, so that “Krailskhaim”, which is
Крайльсхайм letter by letter, is near “Crailsheim” and far from “Kremlin”. What a letter stands for is told by those
beside it: in Chinese the i of “si” is mostly nothing, and the r of “er” an l as often; and there by what it is written
with: 罗 and 洛 are both read “luo”, the one for an r and the other for an l.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bot.lookup.letters import CODES, NOTHING, PAIRS, PLAIN, SIGNS, Signed, plain
from bot.lookup.scripts import SEVERAL

FILE = Path(__file__).with_name("costs.txt")
LONGEST = 48
"""Letters of a name that are compared."""
SPACE = 0.3
"""What a space too many or too few costs."""
TWICE = 0.5
"""What writing a letter twice costs, at most."""
DEAREST = 6.0
"""What everything costs that the file does not have."""
EDGE = 0
"""The code of what stands beside the first and the last letter of a word: a space's."""
_SPELT = [*SIGNS, ""]
Costs = npt.NDArray[np.float32]


class Table(NamedTuple):
    """The costs of one family: of each code to stand for each, by itself, after another and before another."""

    alone: Costs
    after: dict[tuple[int, int], Costs]
    """By the code before and the code: a row of costs."""
    before: dict[tuple[int, int], Costs]
    """By the code and the code after it."""
    written: dict[str, Costs]
    """By what a code is written with (`letters.Signed`)."""

    def row(self, before: int, code: int, after: int, written: str = "") -> Costs:
        """What a letter between two others, written so, costs to stand for each code, the last of them nothing."""
        if (known := self.written.get(written)) is not None:
            return known
        one, two = self.after.get((before, code)), self.before.get((code, after))
        if one is None:
            return self.alone[code] if two is None else two
        if two is None:
            return one
        mean: Costs = (one + two) * np.float32(0.5)
        return mean


def blank() -> Costs:
    """A table in which only spaces are cheap: added or left out at their own price, and never swapped."""
    costs = np.full((NOTHING + 1, NOTHING + 1), DEAREST, np.float32)
    costs[0, 0] = 0.0
    costs[0, NOTHING] = costs[NOTHING, 0] = SPACE
    return costs


@cache
def _tables() -> dict[str, Table]:
    """Costs by family."""
    places = {sign: number for number, sign in enumerate(["_", *PLAIN[1:], *PAIRS, "-"])}
    tables: dict[str, Table] = {}
    for line in FILE.read_text().splitlines():
        if line.startswith("#"):
            continue
        head, _, tail = line.partition(": ")
        family, *between = head.split()
        table = tables.setdefault(family, Table(blank(), {}, {}, {}))
        row = np.full(NOTHING + 1, DEAREST, np.float32)
        match between:
            case [written]:
                table.written[written] = row
            case ["*", sign, "*"]:
                row = table.alone[places[sign]]
            case [before, sign, "*"]:
                table.after[places[before], places[sign]] = row
            case [_, sign, after]:
                table.before[places[sign], places[after]] = row
        fields = tail.split()
        for other, cost in zip(fields[::2], fields[1::2], strict=True):
            row[places[other]] = float(cost)
    return tables


def letters_of(script: str, alphabet: str) -> str:
    """Whose costs hold for a text in this alphabet of a family of scripts: its own where it has some, else the family's."""
    return alphabet if alphabet in _tables() and script in SEVERAL else script


def columns(
    data: npt.NDArray[np.uint8],
    starts: npt.NDArray[np.int64],
    lengths: npt.NDArray[np.int64],
    most: int = LONGEST,
) -> npt.NDArray[np.uint8]:
    """The codes of texts (at most so many of each), one a column, from where they stand end to end; what is past a
    text's end means nothing.
    """
    height = min(most, LONGEST, int(lengths.max()))
    places = starts + np.arange(height)[:, None]
    found: npt.NDArray[np.uint8] = CODES[data[np.minimum(places, len(data) - 1)]]
    return found


@lru_cache(maxsize=4096)
def _row(script: str, before: int, code: int, after: int, written: str) -> Costs:
    return _tables()[script].row(before, code, after, written)


@lru_cache(maxsize=64)
def _rows(query: Signed, script: str) -> tuple[Costs, Costs]:
    """For each sign of a query a row, what it costs where it stands; and what it costs to leave it out."""
    codes = CODES[np.frombuffer(query.signs[:LONGEST].encode("ascii"), np.uint8)].tolist()
    beside = [EDGE, *codes, EDGE]
    written = query.written or [""] * len(codes)
    rows = [
        _row(script, before, code, after, sign)
        for before, code, after, sign in zip(beside, codes, beside[2:], written, strict=False)
    ]
    costs = np.array(rows, np.float32).reshape(-1, NOTHING + 1)
    left = costs[:, NOTHING].copy()
    for place in range(1, len(codes)):
        if codes[place] == codes[place - 1]:
            left[place] = min(left[place], TWICE)
    return costs, left


@lru_cache(maxsize=64)
def likeliest(text: Signed, script: str) -> str:
    """What a text of this family most likely spells, letter by letter; the folded text where that is nothing."""
    rows, _ = _rows(text, script)
    spelt = "".join(_SPELT[code] for code in rows.argmin(axis=1).tolist())
    return plain(spelt).strip() or text.folded


def distances(
    query: Signed, names: npt.NDArray[np.uint8], lengths: npt.NDArray[np.int64], script: str
) -> npt.NDArray[np.float32]:
    """What it costs to make each name (its codes a column, its length beside) of a query."""
    rows, left = _rows(query, script)
    places = names.astype(np.intp)
    height, count = names.shape
    added = _tables()[script].alone[NOTHING].take(places)
    np.putmask(added[1:], (names[1:] == names[:-1]) & (added[1:] > TWICE), TWICE)
    # Costs are kept less what it costs to add all of the name so far and to leave out all of the query: then both are
    # to leave a cost as it is, and before the first letter of either it is nothing.
    swaps = rows.take(places, axis=1)
    swaps -= added
    swaps -= left[:, None, None]
    reached = np.zeros((height + 1, count), np.float32)
    for end, costs in _diagonals(swaps):
        reached[end] = costs
    ends = np.minimum(lengths, height)
    added *= np.arange(height)[:, None] < ends
    # What a name has more than that is taken to be like what was read.
    result: npt.NDArray[np.float32] = (
        reached[ends, np.arange(count)] + added.sum(axis=0) * (lengths / ends) + left.sum()
    )
    return result


def _diagonals(swaps: Costs) -> Iterator[tuple[int, Costs]]:
    """The least costs of a whole query, for so many letters of each name, from those of swapping each letter of it for
    each of theirs. What comes holds until the next.

    Worked out along diagonals, where no cost waits for another: of the letters of a query and of a name there are so many
    together.
    """
    letters, height, count = swaps.shape
    pairs, step = swaps.reshape(-1, count), max(height - 1, 1)
    # Of the diagonal before the last, of the last and of this one: a row for each number of the query's letters.
    older, old, new = np.zeros((3, letters + 1, count), np.float32)
    for together in range(2, letters + height + 1):
        low, high = max(together - height, 1), min(together - 1, letters)
        start = (low - 1) * height + together - low - 1
        own, above = new[low : high + 1], old[low - 1 : high]
        np.add(older[low - 1 : high], pairs[start : start + (high - low) * step + 1 : step], out=own)
        np.minimum(own, above, out=own)
        np.minimum(own, old[low : high + 1], out=own)
        if high == letters:
            yield together - letters, new[letters]
        older, old, new = old, new, older

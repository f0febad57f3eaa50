"""Names that go on from what is typed: every word's start, in the order of the alphabet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.lookup.letters import plain
from bot.lookup.texts import Texts

WIDTH = 10
"""Letters by which starts are sorted; what is typed beyond is compared with the names themselves."""
Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
_INSIDE = 1 << 31
"""Marks the row of a start that is not the name's first."""
_LETTERS = " abcdefghijklmnopqrstuvwxyz"


class Prefixes:
    """Where each word of each name starts, sorted by what follows."""

    def __init__(self, parts: Mapping[str, npt.NDArray[Any]], signs: Texts) -> None:
        self._keys = parts["keys"]
        self._rows = parts["rows"]
        self._signs = signs

    @staticmethod
    def build(names: Texts) -> dict[str, npt.NDArray[Any]]:
        """The arrays for `Prefixes`: `keys` (the first letters) and `rows` (of names, marked inside)."""
        data, bounds = names.data, names.bounds.astype(np.int64)
        first, ends = bounds[:-1], bounds[1:]
        later = np.flatnonzero(data == ord(" ")) + 1
        places = np.concatenate((first, later))
        rows = np.concatenate((np.arange(len(first)), np.searchsorted(ends, later, side="right")))
        letters = np.zeros((len(places), WIDTH), np.uint8)
        for column in range(WIDTH):
            there = places + column < ends[rows]
            letters[there, column] = data[places[there] + column]
        keys = letters.reshape(-1).view(f"S{WIDTH}") if len(places) else np.zeros(0, f"S{WIDTH}")
        # Names come weightiest first, and stay so among those that start alike.
        order = np.lexsort((rows, keys)) if len(keys) else np.zeros(0, np.int64)
        marked = rows + _INSIDE * (np.arange(len(places)) >= len(first))
        return {"keys": keys[order], "rows": marked[order].astype(np.uint32)}

    def after(self, typed: str) -> tuple[Numbers, Flags]:
        """The names with a word from which the folded text goes on, and whether that is not the name's first."""
        key = typed[:WIDTH].encode("ascii")
        low, high = np.searchsorted(self._keys, np.array([key, _last(key)], self._keys.dtype))
        rows, inside = _unmarked(self._rows[low:high])
        if len(typed) > WIDTH:
            told = [f" {typed}" in f" {plain(self._signs[row])}" for row in rows.tolist()]
            rows, inside = rows[told], inside[told]
        return rows, inside

    def nearly_after(self, typed: str) -> tuple[Numbers, Flags]:
        """Likewise where one letter of the text is wrong, missing, too many or has changed places with the next."""
        keys = [text.encode("ascii") for text in sorted({text[:WIDTH] for text in _slips(typed)})]
        lows = np.searchsorted(self._keys, np.array(keys, self._keys.dtype))
        firsts = self._keys[np.minimum(lows, len(self._keys) - 1)].tolist() if len(self._keys) else []
        held = [i for i, first in enumerate(firsts) if first.startswith(keys[i])]
        lasts = np.array([_last(keys[i]) for i in held], self._keys.dtype)
        highs = np.searchsorted(self._keys, lasts).tolist()
        lists = [self._rows[lows[i] : high] for i, high in zip(held, highs, strict=True)]
        return _unmarked(np.concatenate(lists) if lists else np.zeros(0, np.uint32))


def _last(key: bytes) -> bytes:
    """What sorts after everything that goes on from a key."""
    return key + b"\x7f" * (WIDTH - len(key))


def _unmarked(rows: npt.NDArray[np.uint32]) -> tuple[Numbers, Flags]:
    return (rows & np.uint32(_INSIDE - 1)).astype(np.int64), rows >= _INSIDE


def _slips(typed: str) -> Iterator[str]:
    """Texts from which a single slip makes the typed one; the first letter is mostly right, and stays unless swapped."""
    for i in range(len(typed)):
        head, tail = typed[:i], typed[i + 1 :]
        yield head + tail
        if i + 1 < len(typed):
            yield head + typed[i + 1] + typed[i] + typed[i + 2 :]
        for letter in _LETTERS:
            yield head + letter + tail
            if i:
                yield head + letter + typed[i:]

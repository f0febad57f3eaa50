"""Very many short texts in two flat arrays."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

_START = np.zeros(1, np.uint32)


class Gatherer:
    """Texts added one by one, without an object for each."""

    def __init__(self) -> None:
        self._data = bytearray()
        self._bounds = array("I", [0])

    def add(self, text: str) -> None:
        """Add one at the end."""
        self._data += text.encode()
        self._bounds.append(len(self._data))

    def texts(self) -> Texts:
        """What was added so far."""
        return Texts(np.array(self._data, np.uint8), np.array(self._bounds, np.uint32))


class Texts:
    """Texts by their number, held as UTF-8 end to end; each goes, in bytes, from its place in `bounds` to the next."""

    def __init__(self, data: npt.NDArray[np.uint8], bounds: npt.NDArray[np.uint32]) -> None:
        self.data = data
        self.bounds = bounds
        self._view = memoryview(data)  # type: ignore[arg-type]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Texts:
        """Hold these texts."""
        encoded = [text.encode() for text in texts]
        data = np.frombuffer(b"".join(encoded), np.uint8)
        lengths = np.fromiter(map(len, encoded), np.uint32, len(encoded))
        return cls(data, np.concatenate((_START, lengths.cumsum(dtype=np.uint32))))

    @classmethod
    def in_order(cls, parts: Sequence[Texts]) -> tuple[Texts, npt.NDArray[np.int64]]:
        """The texts of all parts, sorted as `sorted` does, and the number that each had among all; none has a NUL.

        Sorted as objects they would leave the memory in pieces.
        """
        parts = [cls.of(()), *parts]  # there may be none
        data = np.concatenate([part.data for part in parts])
        lengths = np.concatenate([np.diff(part.bounds) for part in parts])
        width = max(int(lengths.max(initial=0)), 1)
        letters = np.zeros((len(lengths), width), np.uint8)
        letters[np.arange(width) < lengths[:, None]] = data
        order = letters.view(f"S{width}").ravel().argsort(kind="stable")
        letters, lengths = letters[order], lengths[order]
        ends = lengths.cumsum(dtype=np.uint32)
        return cls(letters[np.arange(width) < lengths[:, None]], np.concatenate((_START, ends))), order

    @classmethod
    def of_lines(cls, text: str) -> Texts:
        """Hold the lines of an ASCII text; none of an empty one."""
        data = np.frombuffer(text.encode("ascii"), np.uint8)
        if not text:
            return cls(data, _START)
        ends = np.append(np.flatnonzero(data == ord("\n")), len(data))
        ends -= np.arange(len(ends))
        return cls(data[data != ord("\n")], np.concatenate((_START, ends.astype(np.uint32))))

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def __getitem__(self, number: int) -> str:
        return str(self._view[self.bounds[number] : self.bounds[number + 1]], "utf-8")

    def some(self, numbers: npt.NDArray[np.int64]) -> list[str]:
        """The texts of these numbers."""
        view = self._view
        spans = zip(self.bounds[numbers].tolist(), self.bounds[numbers + 1].tolist(), strict=True)
        return [str(view[start:end], "utf-8") for start, end in spans]

"""Very many short texts in two flat arrays."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt


class Gatherer:
    """Texts added one by one, without an object for each."""

    def __init__(self) -> None:
        self._data = bytearray()
        self._ends = array("I")

    def add(self, text: str) -> None:
        """Add one at the end."""
        self._data += text.encode()
        self._ends.append(len(self._data))

    def texts(self) -> Texts:
        """What was added so far."""
        return Texts(np.array(self._data, np.uint8), np.array(self._ends, np.uint32))


class Texts:
    """Texts by their number, held as UTF-8 end to end."""

    def __init__(self, data: npt.NDArray[np.uint8], ends: npt.NDArray[Any]) -> None:
        self.data = data
        self.ends = ends
        self._view = memoryview(data)  # type: ignore[arg-type]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Texts:
        """Hold these texts."""
        encoded = [text.encode() for text in texts]
        data = np.frombuffer(b"".join(encoded), np.uint8)
        return cls(data, np.cumsum(np.fromiter(map(len, encoded), np.uint32, len(encoded)), dtype=np.uint32))

    @classmethod
    def of_lines(cls, text: str) -> Texts:
        """Hold the lines of an ASCII text; none of an empty one."""
        data = np.frombuffer(text.encode("ascii"), np.uint8)
        breaks = np.flatnonzero(data == ord("\n"))
        ends = np.append(breaks, len(data))[: len(breaks) + bool(text)] - np.arange(len(breaks) + bool(text))
        return cls(data[data != ord("\n")], ends.astype(np.uint32))

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, number: int) -> str:
        start, end = self.span(number)
        return str(self._view[start:end], "utf-8")

    def some(self, numbers: npt.NDArray[np.int64]) -> list[str]:
        """The texts of these numbers."""
        view = self._view
        spans = zip(self.starts(numbers).tolist(), self.ends[numbers].tolist(), strict=True)
        return [str(view[start:end], "utf-8") for start, end in spans]

    def span(self, number: int) -> tuple[int, int]:
        """Where a text starts and ends, in bytes."""
        return (int(self.ends[number - 1]) if number else 0), int(self.ends[number])

    def starts(self, numbers: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Where the texts of these numbers start, in bytes."""
        return np.where(numbers > 0, self.ends[numbers - 1], 0).astype(np.int64)

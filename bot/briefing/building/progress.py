"""How far a build is, for whoever watches it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

Progress = Callable[[str, int, int], None]
"""Called with the step's name, how much of it is done and how much there is."""


def counted(step: str, results: Iterable[T], total: int, done: int, tell: Progress) -> Iterator[T]:
    """The results as they come, each told as one more done of `total`."""
    tell(step, done, total)
    for number, result in enumerate(results, start=done + 1):
        yield result
        tell(step, number, total)

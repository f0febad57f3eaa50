"""Processes that share work: the same results in the same order, however many there are."""

from __future__ import annotations

import gc
import itertools
import multiprocessing
import multiprocessing.connection
import os
import pickle
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from bot.errors import BriefsError

S = TypeVar("S")
T = TypeVar("T")
R = TypeVar("R")

AHEAD = 4
"""Batches a process that may wait to be worked on or fetched: what is under way stays small."""
SELDOM = 1_000_000
"""New objects after which garbage is looked for during a build: what it holds has no cycles, and looking costs time."""
MOST_BATCH = 64
"""Tasks in a batch at most."""


class Crew:
    """A number of processes, started before this one has read much, so that none of them carries the corpus along.

    What all tasks of a step share is written to a file once and read once by each process.
    """

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._folder = tempfile.TemporaryDirectory(prefix="briefbot-")
        self._steps = itertools.count()
        self._pool: ProcessPoolExecutor | None = None
        if jobs > 1:
            self._pool = ProcessPoolExecutor(jobs, initializer=_begin)
            self._pool.submit(int).result()  # forks them all, while this process is small

    def __enter__(self) -> Self:
        self._threshold = gc.get_threshold()
        gc.set_threshold(SELDOM)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
        self._folder.cleanup()
        gc.set_threshold(*self._threshold)

    def map(self, work: Callable[[S, T], R], shared: S, tasks: Sequence[T]) -> Iterator[R]:
        """`work(shared, task)` of every task, in their order. BriefsError where a process dies."""
        if self._pool is None or len(tasks) < 2:
            for task in tasks:
                yield work(shared, task)
            return
        path = Path(self._folder.name) / str(next(self._steps))
        path.write_bytes(pickle.dumps(shared, pickle.HIGHEST_PROTOCOL))
        size = max(1, min(MOST_BATCH, len(tasks) // (self._jobs * 4)))
        batches = iter([tasks[i : i + size] for i in range(0, len(tasks), size)])
        waiting: deque[Future[list[R]]] = deque()
        try:
            for batch in itertools.islice(batches, self._jobs * AHEAD):
                waiting.append(self._pool.submit(_batch, work, path, batch))
            while waiting:
                results = waiting.popleft().result()
                waiting.extend(
                    self._pool.submit(_batch, work, path, batch) for batch in itertools.islice(batches, 1)
                )
                yield from results
        except BrokenProcessPool:
            raise BriefsError(
                "A process of the build was killed, most likely for want of memory: try `--jobs 1`, or make room."
            ) from None
        finally:
            for future in waiting:
                future.cancel()
            path.unlink(missing_ok=True)


def _begin() -> None:
    """What a helper does before it works: look for garbage rarely, and go when the process it works for is killed."""
    gc.set_threshold(SELDOM)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_leave_after, args=(parent.sentinel,), daemon=True).start()


def _leave_after(sentinel: int) -> None:
    multiprocessing.connection.wait([sentinel])
    os._exit(1)


_shared: tuple[Path, Any] | None = None
"""What this process has read of the step it works for."""


def _batch(work: Callable[[S, T], R], path: Path, tasks: Sequence[T]) -> list[R]:
    global _shared
    if _shared is None or _shared[0] != path:
        _shared = None
        _shared = path, pickle.loads(path.read_bytes())  # noqa: S301  # our own file, in a folder only we can write
    return [work(_shared[1], task) for task in tasks]

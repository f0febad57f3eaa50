"""`python -m tests.bench.lookup [SIZE …]`: how right and how fast looking up names is, beside what others would do.

A table for each number of names, by default 1,000 to 1,000,000. `resolve` is what `/brief` answers with, `search` the
same index's nearest names; then rapidfuzz's `process.extract` by two scorers, SQLite's FTS5 with trigrams, and thefuzz.
Each runs in a process of its own and is asked the same questions in the same order, kind by kind in turn; a slow one is
stopped when its time is up: the table says how many it was asked, and marks with ~ what is of few. Times are CPU times but for those of getting
ready, so that what else a machine does says little.

Names and questions are the development set's where BRIEFBOT_EVAL_DIR (default `../shared/eval`) has a set of that size;
else public tables of names filled up with made-up ones, and what slips, shuffling and translation make of them.
"""

from __future__ import annotations

import gc
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

import click

from bot.lookup.table import give_back
from tests.bench.lookup_systems import SYSTEMS, Rows
from tests.eval import sets
from tests.eval.lookup_cases import KINDS, NOTHING, Cases, by_turns, made_up, unseen

SIZES = (1_000, 10_000, 100_000, 1_000_000)
SECONDS = 30.0
"""CPU time after which one is asked no more …"""
TURNS = 2
"""… though it has so many questions of each kind answered at least."""
KEPT = 0.9
"""The share of the right answers that a threshold on scores may not cost."""
FEW = 10
"""A share of fewer questions of a kind is marked as rough."""
WARM = 5
"""Questions asked beforehand, and completions asked for at least."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one system did on one set of cases."""

    right: Mapping[str, float]
    """Share of the questions of a kind whose first answer is right, in percent."""
    wrong: Mapping[str, float]
    """Share of those answered falsely, in percent: what is not held with any name, what is held with another."""
    times: Sequence[float]
    completions: Sequence[float]
    """CPU milliseconds of each question, and of each completion."""
    memory: float
    """Bytes a name, beside the names themselves."""
    ready: float
    opened: float | None
    """Seconds until it answers: from names, and from what it has saved."""

    @property
    def rough(self) -> bool:
        """Whether it was asked so little that its shares say little."""
        return len(self.times) < FEW * (len(self.right) + len(self.wrong) - 1)


def measure(system: str, cases: Cases, seconds: float) -> Measured:
    """Build it, open it again, and ask it; in the process that calls."""
    # What it loads once, whatever the number of names, is not counted.
    SYSTEMS[system](cases.names[:1]).find(cases.names[0][0])
    gc.collect()
    give_back()
    before, started = resident(), time.perf_counter()
    built = SYSTEMS[system](cases.names)
    built.find("a name")
    ready = time.perf_counter() - started
    gc.collect()
    memory = (resident() - before) / len(cases.names)
    opened = None
    with tempfile.TemporaryDirectory(prefix="briefbot-bench-") as folder:
        if ask := built.save(Path(folder)):
            started = time.perf_counter()
            ask()
            opened = time.perf_counter() - started
    gc.freeze()
    queries = list(by_turns(cases.queries))
    least = TURNS * len({query.kind for query in queries})
    for query in queries[:WARM]:
        built.find(query.text)
    found, times = timed(built.find, [query.text for query in queries], seconds, least)
    _, completions = timed(built.complete, cases.typed, seconds / 4, WARM)
    gc.unfreeze()
    right: dict[str, list[bool]] = {}
    firsts: list[tuple[str, bool, float]] = []
    for query, rows in zip(queries, found, strict=False):
        hit = bool(rows) and rows[0][0] in query.meant
        right.setdefault(query.kind, []).append(hit)
        firsts.append((query.kind, hit, rows[0][1] if rows else float("-inf")))
    least_score = 0.0 if built.decides else threshold(score for _, hit, score in firsts if hit)
    wrong: dict[str, list[bool]] = {}
    for kind, hit, score in firsts:
        wrong.setdefault(kind if kind in NOTHING else "another name", []).append(
            not hit and score >= least_score
        )
    return Measured(
        {kind: 100 * fmean(some) for kind, some in right.items() if kind not in NOTHING},
        {kind: 100 * fmean(some) for kind, some in wrong.items()},
        times,
        completions,
        memory,
        ready,
        opened,
    )


def timed(
    ask: Callable[[str], Rows], texts: Sequence[str], seconds: float, least: int
) -> tuple[list[Rows], list[float]]:
    """What is answered until the time is up, to so many texts at least, and the CPU milliseconds of each."""
    found: list[Rows] = []
    times: list[float] = []
    ends = time.process_time() + seconds
    for text in texts:
        if len(times) >= least and time.process_time() > ends:
            break
        started = time.process_time_ns()
        found.append(ask(text))
        times.append((time.process_time_ns() - started) / 1e6)
    return found, times


def threshold(scores: Iterable[float]) -> float:
    """The score that `KEPT` of these reach; beyond all where there are none."""
    ordered = sorted(scores, reverse=True)
    return ordered[int(KEPT * (len(ordered) - 1))] if ordered else float("inf")


def percentile(some: Sequence[float], share: float) -> float:
    """The value under which this share of them is."""
    return sorted(some)[min(int(len(some) * share), len(some) - 1)]


def resident() -> int:
    """Bytes of memory in use, 0 where the system does not say."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()
    except OSError:
        return 0


def table(found: Mapping[str, Measured]) -> Iterator[str]:
    """The lines of a table, a column for each system."""

    def row(title: str, cell: Callable[[Measured], str]) -> str:
        return f"{title:30}" + "".join(f"{cell(one):>12}" for one in found.values())

    def share(one: Measured, value: float | None) -> str:
        return "–" if value is None else f"{'~' * one.rough}{value:.1f}"

    yield f"{'':30}" + "".join(f"{system:>12}" for system in found)
    yield "right first, %"
    for kind in KINDS.values():
        if kind not in NOTHING:
            yield row(f"  {kind}", lambda one, kind=kind: share(one, one.right.get(kind)))  # type: ignore[misc]
    yield row("  all kinds", lambda one: share(one, fmean(one.right.values())))
    yield f"answered falsely, %: by resolve, and at the score that keeps {100 * KEPT:.0f} % of the right answers"
    for kind in (*NOTHING, "another name"):
        yield row(f"  {kind}", lambda one, kind=kind: share(one, one.wrong.get(kind)))  # type: ignore[misc]
    yield row("ms a question, p50", lambda one: f"{percentile(one.times, 0.5):.2f}")
    yield row("ms a question, p99", lambda one: f"{percentile(one.times, 0.99):.2f}")
    yield row("ms a completion, p99", lambda one: f"{percentile(one.completions, 0.99):.2f}")
    yield row("bytes a name", lambda one: f"{one.memory:.0f}")
    yield row("seconds until ready, built", lambda one: f"{one.ready:.2f}")
    yield row("seconds until ready, opened", lambda one: "–" if one.opened is None else f"{one.opened:.3f}")
    yield row("questions asked", lambda one: f"{len(one.times):,}")


@click.command(help=__doc__)
@click.argument("sizes", type=click.IntRange(min=100), nargs=-1)
@click.option("--seconds", default=SECONDS, show_default=True, help="CPU time for the questions to each.")
def main(sizes: Sequence[int], seconds: float) -> None:
    """A table for each size."""
    for size in sizes or SIZES:
        cases = unseen(sets.folder(), size) or made_up(size)
        click.echo(f"\n{len(cases.names):,} names of {cases.source}; {len(cases.queries):,} questions")
        found = {}
        # A process each, so that what one leaves behind is not counted as another's.
        for system in SYSTEMS:
            with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
                found[system] = pool.submit(measure, system, cases, seconds).result()
        click.echo("\n".join(table(found)))


if __name__ == "__main__":
    main()

"""How right look-ups are and how well they know it: `python -m tests.eval.lookup_answers` says it kind by kind.

The score of the first suggestion is to say how often such a suggestion is right, and `resolve` is to answer where it is
and only there: names that are held are asked for in many spellings, and words, phrases and names that are not.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from bot.lookup import NameIndex
from bot.lookup.answers import Ambiguous, Found
from tests.eval import sets
from tests.eval.lookup_aliases import aliased
from tests.eval.lookup_cases import KINDS, NOTHING, Cases, made_up, unseen

SIZES = (10_000, 100_000)
MOST = 400
"""Made-up queries of a kind: so many that one or two move no floor."""
ALIASED = 1 / 3
"""The share of topics that have a name in another script, where those are measured."""
AT_MOST = ("wrong", "words", "phrases", "names", "error")
"""Those of the figures that are the better the smaller they are."""
OUTCOMES = ("found", "wrong", "offered", "astray", "none")
"""What `resolve` does: Found the right one, another; Ambiguous with the right one in it, without; NotFound."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one query got."""

    kind: str
    score: float | None
    """Of the first suggestion, 0 to 100; None where there is none."""
    right: bool
    """Whether that is what was meant."""
    outcome: str
    """One of `OUTCOMES`."""


@dataclass(frozen=True, slots=True)
class Band:
    """What has a score in one band of ten."""

    count: int
    right: int
    said: float
    """Their mean score; 0 of none."""

    @property
    def share(self) -> float:
        """How many of them are right, in percent; 0 of none."""
        return 100 * self.right / self.count if self.count else 0.0


def answers(cases: Cases) -> list[Answer]:
    """What an index of the names answers to each query."""
    index = NameIndex(cases.names)
    given = []
    for query in cases.queries:
        first = next(iter(index.search(query.text)), None)
        match index.resolve(query.text):
            case Found(match=match):
                outcome = "found" if match.slug in query.meant else "wrong"
            case Ambiguous(suggestions=some):
                outcome = "offered" if any(one.slug in query.meant for one in some) else "astray"
            case _:
                outcome = "none"
        score, right = (first.score, first.slug in query.meant) if first else (None, False)
        given.append(Answer(query.kind, score, right, outcome))
    return given


def bands(scored: Iterable[tuple[float, bool]]) -> list[Band]:
    """Ten of them, from 0 up, of scores and whether what has them is right; 100 is in the last."""
    parted: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    for score, right in scored:
        parted[min(int(score // 10), 9)].append((score, right))
    return [
        Band(len(some), sum(right for _, right in some), fmean(score for score, _ in some) if some else 0.0)
        for some in parted
    ]


def calibration_error(some: Sequence[Band]) -> float:
    """How far, in points, what is said lies from what is right: the mean over all that has a score."""
    return sum(band.count * abs(band.said - band.share) for band in some) / max(
        1, sum(band.count for band in some)
    )


def first_right(given: Iterable[Answer]) -> float:
    """The share of queries whose first suggestion is right, in percent, each kind that means something counting the same."""
    kinds: dict[str, list[bool]] = {}
    for answer in given:
        if answer.kind not in NOTHING:
            kinds.setdefault(answer.kind, []).append(answer.right)
    return 100 * fmean(fmean(some) for some in kinds.values())


def share(given: Iterable[Answer], *outcomes: str) -> float:
    """The share of the answers that came out so, in percent; 0 of none."""
    came = [answer.outcome in outcomes for answer in given]
    return 100 * fmean(came) if came else 0.0


def figures(cases: Cases, by_kind: bool = False) -> Iterator[tuple[str, float]]:
    """`(measure, value)`, all in percent or points, after the tables behind them are printed."""
    given = answers(cases)
    meaning = [answer for answer in given if answer.kind not in NOTHING]
    nothing = [answer for answer in given if answer.kind in NOTHING]
    suggested = bands((one.score, one.right) for one in given if one.score is not None)
    answered = bands(
        (one.score, one.outcome == "found")
        for one in given
        if one.score is not None and one.outcome in {"found", "wrong"}
    )
    print(
        f"  {len(cases.names):,} names of {cases.source}: {len(meaning):,} queries for them, {len(nothing):,} for none"
    )
    print(f"  {'score of the first suggestion':33}{'given':>9}{'right':>11}{'answered':>11}{'right':>11}")
    for tenth, (one, sure) in enumerate(zip(suggested, answered, strict=True)):
        print(
            f"  {10 * tenth:>24} to {10 * tenth + 10:<5}"
            f"{one.count:9,}{_percent(one):>11}{sure.count:11,}{_percent(sure):>11}"
        )
    print(f"  {'resolve':31}" + "".join(f"{outcome:>9}" for outcome in OUTCOMES))
    kinds = [kind for kind in KINDS.values() if kind not in NOTHING] if by_kind else []
    rows = [(kind, [one for one in meaning if one.kind == kind]) for kind in kinds]
    rows += [("names that are held", meaning)]
    rows += [(f"{kind} that is held", [one for one in nothing if one.kind == kind]) for kind in NOTHING]
    for title, some in rows:
        print(f"  {title:31}" + "".join(f"{share(some, outcome):7.1f} %" for outcome in OUTCOMES))
    yield "hit@1", first_right(given)
    yield "found", share(meaning, "found")
    yield "wrong", share(meaning, "wrong")
    for kind in NOTHING:
        yield f"{kind.removeprefix('no ')}s", share((one for one in nothing if one.kind == kind), "wrong")
    yield "error", calibration_error(suggested)


def _percent(band: Band) -> str:
    return f"{band.share:.1f} %" if band.count else "–"


def parts(folder: Path, by_kind: bool = False) -> Iterator[tuple[str, Iterator[tuple[str, float]]]]:
    """`(section of floors.toml, its figures)`: made-up queries, then the development set's where a folder has it."""
    for size in SIZES:
        yield f"lookup-made-{size // 1000}k", figures(made_up(size, MOST), by_kind)
    yield "lookup-aliases", figures(aliased(ALIASED), by_kind)
    for size in SIZES:
        if cases := unseen(folder, size):
            yield f"lookup-{size // 1000}k", figures(cases, by_kind)


def main(folder: str = "") -> None:
    """Print the tables, kind by kind."""
    for section, found in parts(Path(folder) if folder else sets.folder(), by_kind=True):
        for name, value in found:
            print(f"{section:16} {name:10} {value:7.2f}")


if __name__ == "__main__":
    main(*sys.argv[1:])

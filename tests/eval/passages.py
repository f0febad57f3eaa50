"""How well passages answer what no topic is called: `python -m tests.eval.passages` says what is missed and what is claimed."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.lookup.answers import Spoken
from bot.lookup.library import Library
from tests.eval.picks import quoted

PASSAGES = Path(__file__).parent / "passages.toml"


def passages(briefs: Path) -> Iterator[tuple[str, float]]:
    """`(measure, value)`: the share of questions whose passage comes first, the mean reciprocal rank, for each half; and
    the share of what must stay unanswered that does."""
    library = Library.open(briefs)
    cases = labels(PASSAGES)
    for split in ("tune", "test"):
        places = [place(library, case) for case in cases["spoken"] if case["split"] == split]
        yield f"{split}_first", sum(at == 1 for at in places) / len(places)
        yield f"{split}_mrr", sum(1 / at for at in places if at) / len(places)
    quiet = [not isinstance(library.ask(query), Spoken) for query in cases["silent"]]
    yield "silent", sum(quiet) / len(quiet)


def place(library: Library, case: Mapping[str, Any]) -> int:
    """Which of the passages, from 1, holds what answers a question; 0 where none does."""
    answer = library.speak(case["ask"])
    said = (*answer.brief.summary, *answer.brief.evidence) if answer else ()
    return next((at for at, one in enumerate(said, 1) if case["holds"] in quoted(one)), 0)


def labels(path: Path) -> Mapping[str, Sequence[Any]]:
    """The `spoken` and the `silent` questions of a file such as passages.toml."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def main(briefs: str = "briefs") -> None:
    """Print what is not answered first, and what is though it should not be."""
    library = Library.open(Path(briefs))
    cases = labels(PASSAGES)
    for case in cases["spoken"]:
        if (at := place(library, case)) != 1:
            print(f"{case['split']} {case['ask']}: {at or 'not found'}")
    for query in cases["silent"]:
        if isinstance(answer := library.ask(query), Spoken):
            print(f"claimed: {query!r}: {answer.brief.summary[0].text}")
    for name, value in passages(Path(briefs)):
        print(f"{name:12} {value:.3f}")


if __name__ == "__main__":
    main(*sys.argv[1:])

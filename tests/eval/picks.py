"""How far the summaries say what a person picked who read the documents: `python -m tests.eval.picks` says it topic by topic."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.briefing.models import Statement
from bot.lookup.answers import Answered
from bot.lookup.library import Library

PICKS = Path(__file__).parent / "picks.toml"


@dataclass(frozen=True, slots=True)
class Reading:
    """One topic's summary beside what a person picked."""

    ask: str
    split: str
    found: float
    """Share of the picks that the summary has, by weight."""
    right: float
    """Share of its statements that are picked or would do; 0 of none."""
    missed: Sequence[str]
    doubtful: Sequence[str]
    """Statements that nobody picked or called fine."""


def picks(briefs: Path) -> Iterator[tuple[str, float]]:
    """`(measure, value)` for each half of the topics: what the briefs of a folder have found, and what of it is right."""
    library = Library.open(briefs)
    readings = [read(library, topic) for topic in labels(PICKS)]
    for split in ("tune", "test"):
        half = [reading for reading in readings if reading.split == split]
        yield f"{split}_found", sum(reading.found for reading in half) / len(half)
        yield f"{split}_right", sum(reading.right for reading in half) / len(half)


def read(library: Library, topic: Mapping[str, Any]) -> Reading:
    """What the answer to a topic of picks.toml says of its picks."""
    answer = library.ask(topic["ask"])
    summary = answer.brief.summary if isinstance(answer, Answered) else ()
    quotes = [quoted(statement) for statement in summary]
    missed = [(weight, words) for weight, *words in topic["picks"] if not _any(words, " ".join(quotes))]
    lost, total = sum(weight for weight, _ in missed), sum(weight for weight, *_ in topic["picks"])
    good = [words for _, *words in topic["picks"]] + [[words] for words in topic["fine"]]
    doubtful = [quote for quote in quotes if not any(_any(words, quote) for words in good)]
    return Reading(
        ask=topic["ask"],
        split=topic["split"],
        found=1 - lost / total,
        right=1 - len(doubtful) / len(quotes) if quotes else 0.0,
        missed=[f"({weight}) {words[0]}" for weight, words in missed],
        doubtful=doubtful,
    )


def labels(path: Path) -> Sequence[Mapping[str, Any]]:
    """The topics of a file such as picks.toml."""
    topics: Sequence[Mapping[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["topics"]
    return topics


def quoted(statement: Statement) -> str:
    """All that a statement quotes, each stretch of white space as one space."""
    return " ".join(" ".join(citation.quote for citation in statement.citations).split())


def _any(words: Sequence[str], text: str) -> bool:
    return any(phrase in text for phrase in words)


def main(briefs: str = "briefs") -> None:
    """Print what the summaries of a folder miss, and which of their statements nobody picked."""
    library = Library.open(Path(briefs))
    for reading in (read(library, topic) for topic in labels(PICKS)):
        print(f"{reading.split} {reading.ask}: {reading.found:.2f} found, {reading.right:.2f} right")
        for miss in reading.missed:
            print(f"    missed {miss}")
        for quote in reading.doubtful:
            print(f"    nobody picked: {quote}")
    for name, value in picks(Path(briefs)):
        print(f"{name:12} {value:.3f}")


if __name__ == "__main__":
    main(*sys.argv[1:])

"""`make eval`: how good the briefs and the lookup are, against floors that may only rise.

The repository's own cases run always; the development sets run where BRIEFBOT_EVAL_DIR (default `../shared/eval`) holds
them. Ends with 1 where anything is under its floor.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.lookup.answers import Answered
from bot.lookup.library import Library
from tests.eval import lookup_answers, passages, picks, sets, topics

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
AT_MOST = {"redundant", *lookup_answers.AT_MOST}


def facts() -> Iterator[tuple[str, float]]:
    """The share of the facts that the topic's brief holds: in a statement or in a figure."""
    library = Library.open(ROOT / "briefs")
    wanted = tomllib.loads((HERE / "facts.toml").read_text())
    found = total = 0
    for query, words in wanted.items():
        answer = library.ask(query)
        text = ""
        if isinstance(answer, Answered):
            brief = answer.brief
            text = " ".join(statement.text for statement in (*brief.summary, *brief.evidence))
            text += " ".join(figure.citation.quote for figure in brief.figures)
        for fact in words:
            total += 1
            found += fact in text
            if fact not in text:
                print(f"  not found: {query}: {fact}")
    yield "found", found / total


def briefs(sets: Path) -> Iterator[tuple[str, float]]:
    """The summaries on the development set, by its own evaluator."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "run.json"
        _evaluate(sets / "briefs", "--data", "dev.jsonl", "--callable", "project:brief", "--out", str(out))
        run: dict[str, Any] = json.loads(out.read_text())
    total = run["summary"]["ALL"]
    yield "score", 100 * total["score"][0]
    for name in ("gold", "gold_cov", "verbatim", "cited_ok", "whole", "redundant"):
        yield name, total[name]


def parts(folder: Path) -> Iterator[tuple[str, Iterator[tuple[str, float]]]]:
    """`(section of floors.toml, its figures)` of all that there is to measure on."""
    yield "facts", facts()
    yield "picks", picks.picks(ROOT / "briefs")
    yield "passages", passages.passages(ROOT / "briefs")
    yield "topics", topics.own()
    if folder.is_dir():
        yield "topics", topics.unseen(folder / "briefs")
        yield "briefs", briefs(folder)
    else:
        print(f"SKIPPED: no development sets in {folder}")
    yield from lookup_answers.parts(folder)


def main() -> int:
    """Run what there is; print each figure beside its floor."""
    floors = tomllib.loads((HERE / "floors.toml").read_text())
    under = 0
    for part, figures in parts(sets.folder()):
        for name, value in figures:
            floor = floors[part].get(name)
            fine = floor is None or (value <= floor if name in AT_MOST else value >= floor)
            under += not fine
            print(f"{part:16} {name:16} {value:7.3f}   floor {floor}{'' if fine else '   UNDER'}", flush=True)
    return 1 if under else 0


def _evaluate(folder: Path, *arguments: str) -> str:
    """Run an evaluator beside its data, with the project importable; what it prints."""
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{folder}", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "evaluate.py", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)  # noqa: S603  # our own interpreter on the set's own evaluator
    if done.returncode:
        sys.exit(f"{folder / 'evaluate.py'} failed:\n{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())

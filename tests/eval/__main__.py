"""`make eval`: how good the briefs and the lookup are, against floors that may only rise.

The repository's own cases run always; the development sets run where BRIEFBOT_EVAL_DIR (default `../shared/eval`) holds
them. Ends with 1 where anything is under its floor.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.lookup.answers import Answered
from bot.lookup.library import Library
from tests.eval import passages, picks, topics

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
AT_MOST = {"redundant"}


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


def lookup(sets: Path) -> Iterator[tuple[str, float]]:
    """The lookup of 10,000 names on the development set, by its own evaluator."""
    header, row = _evaluate(sets / "lookup", "--impl", "project:build", "--size", "10000").splitlines()[-2:]
    columns = [re.sub(r"\W", "", name) for name in header.replace("|", " ").split()]
    values = row.replace("|", " ").split()
    yield "hit@1", float(dict(zip(columns, values, strict=True))["all1"])


def main() -> int:
    """Run what there is; print each figure beside its floor."""
    floors = tomllib.loads((HERE / "floors.toml").read_text())
    sets = Path(os.environ.get("BRIEFBOT_EVAL_DIR") or ROOT.parent / "shared" / "eval").resolve()
    parts: list[tuple[str, Iterator[tuple[str, float]]]] = [
        ("facts", facts()),
        ("picks", picks.picks(ROOT / "briefs")),
        ("passages", passages.passages(ROOT / "briefs")),
        ("topics", topics.own()),
    ]
    if sets.is_dir():
        parts += [
            ("topics", topics.unseen(sets / "briefs")),
            ("briefs", briefs(sets)),
            ("lookup", lookup(sets)),
        ]
    else:
        print(f"SKIPPED: no development sets in {sets}")
    under = 0
    for part, figures in parts:
        for name, value in figures:
            floor = floors[part].get(name)
            fine = floor is None or (value <= floor if name in AT_MOST else value >= floor)
            under += not fine
            print(f"{part:8} {name:10} {value:7.3f}   floor {floor}{'' if fine else '   UNDER'}", flush=True)
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

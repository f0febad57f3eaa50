"""`python -m tests.bench.lookup [SIZE …]`: how right and how fast looking up names is, beside what others would do.

Names are made up (syllables put together as in many languages, one to four words), and so are the queries: the name as
it is, slips, other order, a part, a word more, Cyrillic letters, and what must find nothing. Where BRIEFBOT_EVAL_DIR
(default `../shared/eval`) holds the development sets, their own evaluator runs as well.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import click
from rapidfuzz import fuzz, process

from bot.lookup import NameIndex
from bot.topics.names import fold

ROOT = Path(__file__).parents[2]
SIZES = (1_000, 10_000, 100_000, 1_000_000)
QUERIES = 40
"""Queries of a kind."""
SECONDS = 60.0
"""After so long a slow one is asked no more; its figures are of what it answered."""
_STARTS = "b br ch d dr f g gr h j k kh kr l m n p pr r s sh st t tr v y z".split()
_VOWELS = "a e i o u ai au ei ou ya".split()
_ENDS = "n r l s t k m nd sk rg v".split() + [""] * 8
_CYRILLIC = dict(zip("abvgdezijklmnoprstufh", "абвгдезийклмнопрстуфх", strict=True))
Answer = Callable[[str], list[str]]


def names(size: int, rng: random.Random) -> list[str]:
    """So many different names."""
    words = sorted({_word(rng) for _ in range(max(200, size // 2))})
    made: dict[str, None] = {}
    while len(made) < size:
        made[" ".join(rng.choice(words) for _ in range(rng.choice((1, 1, 1, 2, 2, 3, 4)))) + _tail(rng)] = (
            None
        )
    return [name.title() for name in made]


def _word(rng: random.Random) -> str:
    syllables = rng.choice((1, 2, 2, 3, 3, 4))
    return "".join(rng.choice(_STARTS) + rng.choice(_VOWELS) + rng.choice(_ENDS) for _ in range(syllables))


def _tail(rng: random.Random) -> str:
    return " " + _word(rng) if rng.random() < 0.4 else ""


def slip(text: str, rng: random.Random) -> str:
    """A letter left out, doubled, changed or swapped with the next."""
    place = rng.randrange(len(text) - 1)
    head, letter, following, tail = text[:place], text[place], text[place + 1], text[place + 2 :]
    return (
        head
        + rng.choice(
            (following, letter * 2 + following, rng.choice("aeirst") + following, following + letter)
        )
        + tail
    )


def queries(held: list[str], others: list[str], rng: random.Random) -> dict[str, list[tuple[str, str]]]:
    """By kind: what is typed and the name that is meant, empty where none is."""
    by_kind: dict[str, list[tuple[str, str]]] = defaultdict(list)
    while min((len(by_kind[kind]) for kind in ("part", "slip")), default=0) < QUERIES:
        name = rng.choice(held)
        folded = name.lower()
        words = folded.split()
        by_kind["exact"].append((folded, name))
        if len(folded) > 6:
            by_kind["slip"].append((slip(folded, rng), name))
            by_kind["two slips"].append((slip(slip(folded, rng), rng), name))
            by_kind["cyrillic"].append(
                ("".join(_CYRILLIC.get(letter, "") if letter != " " else " " for letter in folded), name)
            )
        if len(words) > 2:
            by_kind["order"].append((" ".join(reversed(words)), name))
            by_kind["part"].append((" ".join(words[1:]), name))
        by_kind["extra"].append((f"{folded} region", name))
    by_kind["none"] = [(name.lower(), "") for name in others if name not in set(held)]
    return {kind: some[:QUERIES] for kind, some in by_kind.items()}


def peers(held: list[str]) -> dict[str, Answer]:
    """The same names, found by others: best first."""
    folded = [fold(name) for name in held]
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table names using fts5(folded, tokenize='trigram')")
    database.executemany("insert into names(rowid, folded) values (?, ?)", enumerate(folded))

    def scan(scorer: Callable[..., float]) -> Answer:
        def answer(query: str) -> list[str]:
            return [
                held[place] for _, _, place in process.extract(fold(query), folded, scorer=scorer, limit=10)
            ]

        return answer

    def trigrams(query: str) -> list[str]:
        text = fold(query)
        parts = {text[i : i + 3] for i in range(len(text) - 2)}
        if not parts:
            return []
        wanted = " OR ".join(f'"{part}"' for part in sorted(parts))
        rows = database.execute(
            "select rowid from names where folded match ? order by rank limit 10", (wanted,)
        )
        return [held[row] for (row,) in rows]

    found = {"token_ratio": scan(fuzz.token_ratio), "WRatio": scan(fuzz.WRatio), "FTS5 trigram": trigrams}
    try:
        thefuzz = importlib.import_module("thefuzz.process")
    except ImportError:
        return found
    return {**found, "thefuzz": lambda query: [row[0] for row in thefuzz.extract(query, held, limit=10)]}


def percentile(some: list[float], share: float) -> float:
    """The value under which this share of them is."""
    return sorted(some)[min(int(len(some) * share), len(some) - 1)]


def ask(answer: Answer, asked: dict[str, list[tuple[str, str]]]) -> tuple[dict[str, str], list[float]]:
    """Hit@1 by kind in percent, and milliseconds of every query."""
    ends = time.perf_counter() + SECONDS
    hits: dict[str, list[bool]] = defaultdict(list)
    times: list[float] = []
    # One of each kind in turn, so that a slow one has some of all when its time is up.
    for turn in zip(*(some for kind, some in asked.items() if kind != "none"), strict=False):
        for kind, (query, name) in zip((kind for kind in asked if kind != "none"), turn, strict=True):
            started = time.perf_counter()
            found = answer(query)
            times.append(1000 * (time.perf_counter() - started))
            hits[kind].append(found[:1] == [name])
        if time.perf_counter() > ends:
            break
    return {kind: f"{100 * sum(some) / len(some):.0f}" for kind, some in hits.items()}, times


def resident() -> int:
    """Bytes of memory in use."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()
    except OSError:
        return 0


def bench(size: int) -> None:
    """One table."""
    rng = random.Random(size)  # noqa: S311 — the same every time
    held, others = names(size, rng), names(200, random.Random(-size))  # noqa: S311 — likewise
    asked = queries(held, others, rng)
    kinds = [kind for kind in asked if kind != "none"]
    gc.collect()
    before = resident()
    started = time.perf_counter()
    index = NameIndex((name, name) for name in held)
    built = time.perf_counter() - started
    gc.collect()
    memory = (resident() - before) / size
    with tempfile.TemporaryDirectory() as folder:
        index.save(Path(folder))
        started = time.perf_counter()
        NameIndex.open(Path(folder)).resolve(held[0])
        loaded = time.perf_counter() - started
    wrong = sum(type(index.resolve(query)).__name__ == "Found" for query, _ in asked["none"])
    typing = []
    for name in rng.sample(held, 100):
        for length in range(1, min(len(name), 8)):
            started = time.perf_counter()
            index.suggest(name[:length])
            typing.append(1000 * (time.perf_counter() - started))
    click.echo(
        f"\n{size:,} names: built in {built:.1f} s, opened and asked in {loaded:.3f} s, {memory:.0f} bytes a name,"
        f" suggestions p99 {percentile(typing, 0.99):.2f} ms, {wrong} of {len(asked['none'])} other names answered"
    )
    click.echo(f"{'':14}" + "".join(f"{kind:>10}" for kind in kinds) + f"{'p50 ms':>10}{'p99 ms':>10}")
    ours: dict[str, Answer] = {"this": lambda query: [found.slug for found in index.search(query)]}
    for system, answer in (ours | peers(held)).items():
        hits, times = ask(answer, asked)
        click.echo(
            f"{system:14}"
            + "".join(f"{hits.get(kind, '-'):>10}" for kind in kinds)
            + f"{percentile(times, 0.5):10.2f}{percentile(times, 0.99):10.2f}"
        )


def evaluator(sets: Path, size: int) -> None:
    """The development set's own figures."""
    for system in (
        "project:build",
        "peers:token_ratio",
        "peers:wratio",
        "peers:fts5_trigram",
        "peers:thefuzz",
    ):
        run = subprocess.run(  # noqa: S603 — the project's own sets
            [sys.executable, "evaluate.py", "--impl", system, "--size", str(size), "--budget", str(SECONDS)],
            cwd=sets,
            env={**os.environ, "PYTHONPATH": f"{ROOT}:{sets}", "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        lines = run.stdout.splitlines()[0 if system.startswith("project") else 1 :]
        click.echo("\n".join(lines) if not run.returncode else f"{system}: {run.stderr.splitlines()[-1:]}")


def main() -> None:
    """A table for each size."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    sizes = parser.parse_args().sizes
    sets = Path(os.environ.get("BRIEFBOT_EVAL_DIR") or ROOT.parent / "shared" / "eval").resolve() / "lookup"
    for size in sizes:
        bench(size)
        if (sets / "evaluate.py").exists() and size in SIZES:
            evaluator(sets, size)


if __name__ == "__main__":
    main()

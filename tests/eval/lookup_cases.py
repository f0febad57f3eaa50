"""Names and what is typed for them, any number of names: those of the development set, and made-up ones."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.eval.lookup_queries import Query, make

HELD_OUT = 3
"""The making that `lookup_weights` neither fits to (1) nor is tried on (2)."""
KINDS = {
    "exact": "exact",
    "typo1": "one slip",
    "typo2": "two slips",
    "typo_human": "by ear",
    "alt_latin": "alternate",
    "script_cyrl": "Cyrillic",
    "script_arab": "Arabic",
    "script_hani": "Chinese",
    "script_other": "other script",
    "word_order": "word order",
    "word_partial": "part",
    "word_extra": "word more",
    "word_mix": "mixture",
    "neg_word": "no word",
    "neg_phrase": "no phrase",
    "neg_name": "no name",
}
"""What we call the development set's kinds."""
NOTHING = ("no word", "no phrase", "no name")
"""Those that must find nothing."""
MADE = {
    "slip": "one slip",
    "latn": "alternate",
    "cyrl": "Cyrillic",
    "arab": "Arabic",
    "hani": "Chinese",
    "order": "word order",
    "extra": "word more",
} | dict.fromkeys(("grek", "hang", "indc", "kana", "thai", "othr"), "other script")
"""And those of `lookup_queries`, where they are called otherwise."""
_STARTS = "b br ch d dr f g gr h j k kh kr l m n p pr r s sh st t tr v y z".split()
_VOWELS = "a e i o u ai au ei ou ya".split()
_ENDS = "n r l s t k m nd sk rg v".split() + [""] * 8


@dataclass(frozen=True, slots=True)
class Cases:
    """Names to index, each with its topic's slug, the weightiest first; and what is typed for them."""

    source: str
    names: Sequence[tuple[str, str]]
    queries: Sequence[Query]
    """Kinds are those of `KINDS`; what is meant are slugs."""
    typed: Sequence[str]
    """Texts that are still being typed."""


def unseen(sets: Path, size: int, half: str = "test") -> Cases | None:
    """A half of the development set in a folder, `test` or `tune`; None where that has none of this size."""
    folder = sets / "lookup" / "data" / half
    index, asked = folder / f"index_{size}.jsonl", folder / f"queries_{size}.jsonl"
    if not index.is_file() or not asked.is_file():
        return None
    names: list[tuple[str, str]] = []
    for topic in _lines(index):
        names += [(name, topic["id"]) for name in topic["names"]]
    rows = _lines(asked)
    queries = [
        Query(KINDS[row["cat"]], row["q"], frozenset(row["gold"])) for row in rows if row["cat"] in KINDS
    ]
    return Cases("the development set", names, queries, [row["q"] for row in rows if row["cat"] not in KINDS])


def _lines(file: Path) -> list[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def made_up(size: int, most: int = 400) -> Cases:
    """Names of public tables, filled up with made-up ones; at most so many queries of a kind."""
    known, asked = _tables()
    names = list(known[:size])
    held = frozenset(names)
    queries: list[Query] = []
    counts: Counter[str] = Counter()
    for query in asked:
        meant, kind = query.meant & held, MADE.get(query.kind, query.kind)
        if (meant or not query.meant) and counts[kind] < most:
            counts[kind] += 1
            queries.append(Query(kind, query.text, meant))
    names += [name for name in invented(size) if name not in held][: size - len(names)]
    typed = [name[:length].lower() for name in names[: most // 4] for length in range(1, min(len(name), 8))]
    return Cases("public tables and made-up names", [(name, name) for name in names], queries, typed)


@cache
def _tables() -> tuple[Sequence[str], Sequence[Query]]:
    """The names that pycountry carries, and queries for them, those of a kind shuffled."""
    names, queries = make(HELD_OUT)
    random.Random(HELD_OUT).shuffle(queries)  # noqa: S311 — the same every time
    return names, queries


def invented(size: int) -> list[str]:
    """So many different names: syllables put together as in many languages, one to five words."""
    rng = random.Random(size)  # noqa: S311 — the same every time
    words = sorted({_word(rng) for _ in range(max(200, size // 2))})
    made: dict[str, None] = {}
    while len(made) < size:
        some = [rng.choice(words) for _ in range(rng.choice((1, 1, 1, 2, 2, 3, 4)))]
        made[" ".join([*some, _word(rng)] if rng.random() < 0.4 else some).title()] = None
    return list(made)


def _word(rng: random.Random) -> str:
    syllables = rng.choice((1, 2, 2, 3, 3, 4))
    return "".join(rng.choice(_STARTS) + rng.choice(_VOWELS) + rng.choice(_ENDS) for _ in range(syllables))


def by_turns(queries: Iterable[Query]) -> Iterator[Query]:
    """One of each kind, then again one of each, so that whoever stops early has had some of all."""
    waiting: dict[str, list[Query]] = {}
    for query in queries:
        waiting.setdefault(query.kind, []).append(query)
    for turn in range(max(map(len, waiting.values()), default=0)):
        for some in waiting.values():
            yield from some[turn : turn + 1]

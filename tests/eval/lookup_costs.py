"""`python -m tests.eval.lookup_costs`: write bot/lookup/costs.txt anew, what letters of romanised names stand for.

Learnt from the public translations of country, region, language and currency names that pycountry carries (Debian's
iso-codes): only how often one letter stands for another is kept. Pairs are aligned with the costs so far, the costs
are counted anew from the alignments, and so on; the dearest pairs of each round, mostly translations by meaning, do
not count. Takes about half a minute; the same every time.
"""

from __future__ import annotations

import gettext
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import pycountry
from babel import Locale
from babel.localedata import locale_identifiers
from rapidfuzz.distance import Indel

from bot.lookup.chinese import as_written
from bot.lookup.letters import NOTHING, PAIRS, PLAIN, SIGNS, Signed, codes, signs
from bot.lookup.readings import without_kind
from bot.lookup.romanise import romanise
from bot.lookup.scripts import alphabet, script
from bot.lookup.spelling import DEAREST, EDGE, FILE, TWICE, Table, blank
from bot.topics.names import skeleton

TABLES = {"iso3166-1": "3166-1", "iso3166-2": "3166-2", "iso639-3": "639-3", "iso4217": "4217"}
# How alike in sound a translation must be to be the same name spelt otherwise.
ALIKE = {
    "latn": 0.65, "cyrl": 0.6, "arab": 0.5, "hani": 0.35, "kana": 0.5, "hang": 0.4, "indc": 0.5, "thai": 0.45, "grek": 0.55,
}  # fmt: skip
OF_ITS_OWN = 1000
"""Names from which on an alphabet has costs of its own beside those of its family."""
MOST, ROUNDS, KEPT = 10000, 7, 0.85
BESIDE = 3
"""The round from which letters are told by those beside them."""
SEEN = 12
"""How often two letters must stand side by side for that to be known of them …"""
PRIOR = 4.0
"""… and how often what they stand for elsewhere counts as seen."""
WORTH_WRITING = 4.1
_BRACKET = re.compile(r"\s*[\(（\[].*")
_VOWELS = "a e i o u y ou oo ee oe ae ue ie".split()
Costs = npt.NDArray[np.float64]
Key = TypeVar("Key", str, tuple[int, int])
Pair = tuple[Signed, str]
"""A name as it is romanised; and in English, in signs."""


def translations() -> Iterator[tuple[str, str, str, str]]:
    """Table, language, English name and its translation."""
    home = Path(pycountry.__file__).parent
    for table, key in TABLES.items():
        entries = json.loads((home / "databases" / f"{table}.json").read_text())[key]
        names = sorted(
            {
                entry[kind]
                for entry in entries
                for kind in ("name", "common_name", "official_name")
                if kind in entry
            }
        )
        for catalogue in sorted((home / "locales").glob(f"*/LC_MESSAGES/{table}.mo")):
            with catalogue.open("rb") as file:
                translated = gettext.GNUTranslations(file)
            for name in names:
                if (other := translated.gettext(name)) != name:
                    yield table, catalogue.parts[-3], name, other
    yield from _cities()


def _cities() -> Iterator[tuple[str, str, str, str]]:
    """Likewise the cities that time zones are named after, as the Unicode consortium writes them (CLDR)."""
    cities: dict[str, dict[str, str]] = defaultdict(dict)
    for language in locale_identifiers():
        for zone, words in Locale.parse(language).time_zones.items():
            if city := words.get("city"):
                cities[zone][language] = city
    for zone in sorted(cities):
        name = cities[zone].pop("en", zone.rpartition("/")[2].replace("_", " "))
        for language, other in sorted(cities[zone].items()):
            if other != name:
                yield "zones", language, name, other


def plain_name(name: str) -> str:
    """A name of the tables without what stands in brackets."""
    return _BRACKET.sub("", name).strip()


def pairs() -> dict[str, list[Pair]]:
    """By family of scripts, and by each alphabet of it that has enough."""
    found: dict[str, set[Pair]] = defaultdict(set)
    for table, _, name, other in translations():
        family = script(other)
        if table == "iso639-3" and family in ("hani", "kana", "hang"):
            continue  # There a language's name ends in the word for language.
        text = without_kind(plain_name(other))
        one = romanise(text)
        two = romanise(plain_name(name))
        if not one or not two or max(len(one), len(two)) > 24 or abs(len(one) - len(two)) > 9:
            continue
        alike = Indel.normalized_similarity(*(skeleton(text.replace(" ", "")) for text in (one, two)))
        if alike >= ALIKE[family] and (family != "latn" or alike < 0.97):
            # What is said of Chinese letters holds for them, and in some measure for how they are read.
            read_so = {Signed.of(one), as_written(text, one)} if family == "hani" else {Signed.of(one)}
            for kind in {family, alphabet(other)}:
                found[kind].update((asked, signs(two)) for asked in read_so)
    shuffled: dict[str, list[Pair]] = {}
    for kind, some in sorted(found.items()):
        if kind in ALIKE or len(some) >= OF_ITS_OWN:
            shuffled[kind] = sorted(some, key=lambda pair: (pair[0].signs, pair[1], pair[0].written))
            random.Random(0).shuffle(shuffled[kind])  # noqa: S311 — the same every time
    return {kind: some[:MOST] for kind, some in shuffled.items()}


def _first() -> Costs:
    """Costs to begin with: vowels are cheap to change, a pair is near its letters."""
    costs = np.full((NOTHING + 1, NOTHING + 1), 2.5)
    costs[:, NOTHING] = costs[NOTHING, :] = 1.8
    vowels = [SIGNS.index(signs(vowel)) for vowel in _VOWELS]
    costs[np.ix_([*vowels, NOTHING], [*vowels, NOTHING])] = 1.0
    for number, pair in enumerate(PAIRS):
        for letter in pair:
            sign, part = len(PLAIN) + number, PLAIN.index(letter)
            costs[sign, part] = costs[part, sign] = 0.8
    np.fill_diagonal(costs, 0.0)
    return _spaced(costs)


def _spaced(costs: Costs) -> Costs:
    """The costs, with those of spaces as they always are."""
    fixed = blank()
    costs[EDGE], costs[:, EDGE] = fixed[EDGE], fixed[:, EDGE]
    return costs


def _once(text: npt.NDArray[np.int64], costs: Costs) -> list[float]:
    """What each letter costs to leave out or add, less where it is written twice."""
    again = np.append([False], text[1:] == text[:-1])
    result: list[float] = np.where(again, np.minimum(costs, TWICE), costs).tolist()
    return result


def align(pair: Pair, table: Table) -> tuple[float, list[tuple[int, int, int]]]:
    """The cheapest way to make the second text of the first; what stands for what in it, and the place in the first."""
    asked, named = pair
    one, two = codes(asked.signs).astype(np.int64), codes(named).astype(np.int64)
    beside = [EDGE, *one.tolist(), EDGE]
    written = asked.written or [""] * len(one)
    rows = np.array(
        [
            table.row(before, code, after, sign)
            for before, code, after, sign in zip(beside, one.tolist(), beside[2:], written, strict=False)
        ]
    )
    left, added = _once(one, rows[:, NOTHING]), _once(two, table.alone[NOTHING, two])
    swap = rows[:, two].tolist()
    best = [[0.0] * (len(two) + 1) for _ in range(len(one) + 1)]
    for j, cost in enumerate(added):
        best[0][j + 1] = best[0][j] + cost
    for i in range(len(one)):
        best[i + 1][0] = best[i][0] + left[i]
        for j in range(len(two)):
            best[i + 1][j + 1] = min(
                best[i][j] + swap[i][j], best[i][j + 1] + left[i], best[i + 1][j] + added[j]
            )
    i, j = len(one), len(two)
    steps: list[tuple[int, int, int]] = []
    while i or j:
        if i and j and best[i][j] == best[i - 1][j - 1] + swap[i - 1][j - 1]:
            i, j = i - 1, j - 1
            steps.append((int(one[i]), int(two[j]), i))
        elif i and best[i][j] == best[i - 1][j] + left[i - 1]:
            i -= 1
            steps.append((int(one[i]), NOTHING, i))
        else:
            j -= 1
            steps.append((NOTHING, int(two[j]), i))
    return best[-1][-1], steps


def learn(known: list[Pair]) -> Table:
    """Costs for one family: minus the logarithm of how often a sign of the first text stands for one of the second."""
    table = Table(_first().astype(np.float32), {}, {}, {})
    for turn in range(ROUNDS):
        aligned = [align(pair, table) for pair in known]
        sizes = [len(asked.signs) + len(named) for asked, named in known]
        order = sorted(range(len(known)), key=lambda k: aligned[k][0] / sizes[k])
        counts = np.full((NOTHING + 1, NOTHING + 1), 0.05)
        np.fill_diagonal(counts[:NOTHING, :NOTHING], 3.05)
        after: dict[tuple[int, int], Counter[int]] = defaultdict(Counter)
        before: dict[tuple[int, int], Counter[int]] = defaultdict(Counter)
        written: dict[str, Counter[int]] = defaultdict(Counter)
        read: dict[str, int] = {}
        for k in order if not turn else order[: int(KEPT * len(order))]:
            text = known[k][0]
            beside = [EDGE, *codes(text.signs).tolist(), EDGE]
            for asked, named, place in aligned[k][1]:
                if EDGE in (asked, named):
                    continue
                counts[asked, named] += 1
                if asked != NOTHING:
                    after[beside[place], asked][named] += 1
                    before[asked, beside[place + 2]][named] += 1
                    if text.written:
                        written[text.written[place]][named] += 1
                        read[text.written[place]] = asked
        of_each = counts[:NOTHING].sum(axis=1, keepdims=True)
        shares = counts[:NOTHING] / of_each
        costs = np.full(counts.shape, DEAREST)
        costs[:NOTHING] = _dear(shares)
        costs[NOTHING] = np.minimum(-np.log(counts[NOTHING] / of_each.sum()), DEAREST)
        table = Table(_spaced(costs).astype(np.float32), {}, {}, {})
        if turn >= BESIDE:
            table.after.update(_known(after, {pair: shares[pair[1]] for pair in after}))
            table.before.update(_known(before, {pair: shares[pair[0]] for pair in before}))
            table.written.update(_known(written, {sign: shares[read[sign]] for sign in written}))
    return table


def _known(
    some: dict[Key, Counter[int]], elsewhere: dict[Key, Costs]
) -> Iterator[tuple[Key, npt.NDArray[np.float32]]]:
    """Rows of costs for what was seen often enough, by how often it stood for what, and what a sign read so stands for elsewhere."""
    for key, seen in sorted(some.items()):
        if (times := sum(seen.values())) >= SEEN:
            row = PRIOR * elsewhere[key]
            for named, often in seen.items():
                row[named] += often
            costs = _dear(row[None] / (times + PRIOR))[0]
            costs[EDGE] = DEAREST
            yield key, costs.astype(np.float32)


def _dear(shares: Costs) -> Costs:
    """What each sign costs to stand for another by how often it does; the likeliest nearly nothing."""
    costs = -np.log(shares)
    costs -= 0.9 * costs.min(axis=1, keepdims=True)
    return np.minimum(costs, DEAREST)


def main() -> None:
    """Write the table: a line for each family and sign, with what it may stand for, `-` for nothing.

    A sign stands between the one before and the one after it: `*` is any, `_` a word's start or end. In Chinese it may be told
    by the letter instead, and which sign of it it is.
    """
    spelt = ["_", *PLAIN[1:], *PAIRS, "-"]
    lines = [
        "# What a letter of a romanised name costs to stand for a letter of the name; what is not here costs most.",
        "# Family, sign before, sign, sign after: signs and costs. `*` is any sign, `_` a word's edge, `-` nothing.",
        "# Or family, the letter that is written and which sign of it (the first is 0): signs and costs.",
        "# Written by tests/eval/lookup_costs.py from the translations of the iso-codes tables and CLDR's cities.",
    ]
    known = pairs()
    with ProcessPoolExecutor() as workers:
        learnt = dict(zip(known, workers.map(learn, known.values()), strict=True))
    for family, table in learnt.items():
        rows = [(f"* {spelt[code]} *", row) for code, row in enumerate(table.alone) if code != EDGE]
        rows += [(f"{spelt[one]} {spelt[two]} *", row) for (one, two), row in table.after.items()]
        rows += [(f"* {spelt[one]} {spelt[two]}", row) for (one, two), row in table.before.items()]
        rows += table.written.items()
        for place, row in rows:
            some = [
                f"{other} {cost:.1f}"
                for other, cost in zip(spelt, row, strict=True)
                if cost < WORTH_WRITING and other != "_"
            ]
            if some:
                lines.append(f"{family} {place}: {' '.join(some)}")
    FILE.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()

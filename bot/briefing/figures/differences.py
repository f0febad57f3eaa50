"""Figures that measure the same thing, from different sources or of different times, side by side and oldest first.

Two figures measure the same where they are of one kind and unit, have the same head (what is invested, traded, killed),
share most of the words that say more, and name no different people, places or bodies. Precision comes first: what
does not clearly measure the same is left apart, and which figure is right is never decided here.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.briefing.figures.apart import are_apart, of_two_changes
from bot.briefing.figures.concepts import HUMAN, HUMAN_FATES, key_of, same_key
from bot.briefing.figures.traits import OTHERS, Traits, traits_of
from bot.briefing.models import Difference, Figure

MOST_COMPARED = 200
"""Earlier figures of one kind and head that a figure is compared with at most."""
SHARED = 0.34
"""Share of the shorter measure's words, from which two say the same of one head."""
COUNTS_SHARED = 0.5
"""Likewise for counts: many things are counted in one head."""
SOON = 45
"""Days between two tellings of one event: later counts of “killed” are of another one."""
TWINS = 0.1
"""Two documents that give the same count, and sums that differ by less than this share, speak of the same things."""
CLOSE = 0.75
"""Share of the pairs of two groups that must measure the same for the groups to be one."""
LINKED = 400
"""Characters after a count within which “such projects” takes it up."""


def differences(figures: Sequence[Figure], names: Sequence[str] = ()) -> list[Difference]:
    """Groups of figures that measure the same, as indices into `figures`; `names` are the topic's, all one thing."""
    traits = [traits_of(figure, names) for figure in figures]
    found: list[Difference] = []
    for together in _groups(figures, traits):
        once = _once(figures, together)
        if _differ([figures[i] for i in once]):
            order = sorted(once, key=lambda i: (figures[i].as_of or "9", i))
            found.append(Difference(measure=_clearest(figures, order), figures=tuple(order)))
    return found


def _groups(figures: Sequence[Figure], traits: Sequence[Traits]) -> list[list[int]]:
    """Figures that belong together: what a text itself links, and what measures the same as most of the others.

    A chain (a like b, b like c) makes no group: in a press archive everything is at last like everything.
    """
    group = list(range(len(figures)))
    for a, b in itertools.chain(_changes(figures), _taken_up(figures), _twins(figures)):
        first, second = sorted((_root(group, a), _root(group, b)))
        group[second] = first
    members: dict[int, list[int]] = {}
    for i in range(len(figures)):
        members.setdefault(_root(group, i), []).append(i)
    alike: defaultdict[int, set[int]] = defaultdict(set)
    for a, b in _pairs(figures, traits):
        alike[a].add(b)
        alike[b].add(a)
    for i in sorted(alike):
        own = _root(group, i)
        near = {_root(group, j) for j in alike[i]} - {own}
        close = {
            other: _closeness(figures, alike, members[own], members[other])
            for other in near
            if not _told_apart(figures, members[own], members[other])
        }
        best = max(close, key=lambda other: (close[other], -other), default=own)
        if best != own and close[best] >= CLOSE:
            first, second = sorted((own, best))
            group[second] = first
            members[first] = sorted(members[first] + members.pop(second))
    return list(members.values())


def _closeness(
    figures: Sequence[Figure], alike: Mapping[int, set[int]], some: Sequence[int], others: Sequence[int]
) -> float:
    """The share of the pairs of two groups, of different documents, that measure the same."""
    pairs = [
        b in alike[a]
        for a in some
        for b in others
        if figures[a].citation.source != figures[b].citation.source or b in alike[a]
    ]
    return sum(pairs) / len(pairs) if pairs else 0.0


def _told_apart(figures: Sequence[Figure], some: Sequence[int], others: Sequence[int]) -> bool:
    """Whether a sentence states figures of both groups, at no different times: it tells them apart."""
    return any(
        figures[a].citation.quote == figures[b].citation.quote
        and figures[a].value.lower() != figures[b].value.lower()
        and not (_dated(figures[a]) and _dated(figures[b]) and figures[a].as_of != figures[b].as_of)
        for a in some
        for b in others
    )


def same_measure(a: Figure, b: Figure, names: Sequence[str] = ()) -> bool:
    """Whether two figures of different passages clearly measure the same thing."""
    return _same(a, b, traits_of(a, names), traits_of(b, names))


def _pairs(figures: Sequence[Figure], traits: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    """Pairs of figures that measure the same."""
    by_head: defaultdict[tuple[tuple[str, ...], str], list[int]] = defaultdict(list)
    for i, figure in enumerate(figures):
        met: set[int] = set()
        for head in traits[i].heads:
            earlier = by_head[traits[i].kind, head]
            for j in earlier[-MOST_COMPARED:]:
                if j not in met and _same(figures[j], figure, traits[j], traits[i]):
                    yield j, i
                met.add(j)
            earlier.append(i)


def _same(a: Figure, b: Figure, x: Traits, y: Traits) -> bool:
    if a.citation.source == b.citation.source and not _of_two_times(a, b):
        return False
    if x.kind != y.kind or not x.heads & y.heads or x.changed != y.changed or x.partial or y.partial:
        return False
    if a.amount is None or b.amount is None:
        return False  # “dozens” and “thousands” differ from nothing
    if are_apart(a, b) or (x.changed and of_two_changes(a, b)):
        return False
    x, y = _as_words(x, y), _as_words(y, x)
    if not (_compatible(x, y) and _of_one_use(x, y)):
        return False
    met, back = _met(x, y), _met(y, x)
    if met < len(x.names) and back < len(y.names):
        return False  # each names something that the other does not
    if not (_elsewhere_named(x, y) and _elsewhere_named(y, x)):
        return False
    scaled = a.kind in ("count", "duration") and bool(x.kind[1])
    common = frozenset() if a.kind == "count" and scaled else x.heads & y.heads
    mine, other = x.words - common - HUMAN, y.words - common - HUMAN
    said = len(mine & other)
    shared = said + min(met, 2)
    alone = min(len(mine - other), len(other - mine))
    least = min(len(mine) + min(len(x.names), 2), len(other) + min(len(y.names), 2))
    if a.kind == "share":
        # What has the share is said in other words only: “coal” and “wind” are two things.
        return shared > alone or (alone == 0 and (shared > 0 or least == 0))
    if alone and not said:
        return False  # all they share is a name
    if a.kind not in ("count", "duration"):
        return shared >= max(alone, SHARED * least) and (shared > 0 or least == 0)
    if (x.heads | y.heads) & HUMAN_FATES and not _soon(a, b):
        return False
    if scaled:
        # Of lengths, weights and times there are too many to take one for another for a single word.
        exact = 1 if any(x.kind[2:]) else 2
        if said + (len(common) if a.kind == "duration" else 0) < exact or shared <= alone:
            return False
    return shared >= max(1, COUNTS_SHARED * least)


def _compatible(x: Traits, y: Traits) -> bool:
    """Whether what stands before the heads is said of both."""
    if x.modifiers & y.modifiers or not (x.modifiers or y.modifiers):
        return True
    return (x.modifiers | y.modifiers) <= x.words & y.words


def _of_one_use(x: Traits, y: Traits) -> bool:
    """Whether the same is done with both, on or for the same: trees planted and trees felled are two things."""
    acts = {x.act, y.act} - {""}
    if x.act != y.act and not acts <= (x.words | x.heads) & (y.words | y.heads):
        return False
    if x.kind[0] == "money" and (x.on or y.on):
        return bool(x.on & y.on) or (x.on <= y.words | y.heads and y.on <= x.words | x.heads)
    if not (x.on and y.on) or x.on & y.on:
        return True
    return x.on <= y.words | y.heads or y.on <= x.words | x.heads


def _elsewhere_named(x: Traits, y: Traits) -> bool:
    """Whether the place of one count is named by the other as well."""
    return not x.where or any(same_key(key, other) for key in x.where for other in y.keys)


def _as_words(x: Traits, y: Traits) -> Traits:
    """Traits whose opening word, which may be a name, is read as the word that the other measure has."""
    name, word = x.opening
    if not word or word not in y.words | y.heads:
        return x
    if key_of(name) not in x.keys:
        return replace(x, words=x.words | {word})
    number = x.keys.index(key_of(name))
    return replace(
        x,
        words=x.words | {word},
        names=x.names[:number] + x.names[number + 1 :],
        keys=x.keys[:number] + x.keys[number + 1 :],
    )


def _changes(figures: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    """“From A to B” in one sentence."""
    for i in range(1, len(figures)):
        a, b = figures[i - 1], figures[i]
        if (a.role, b.role) == ("from", "to") and a.citation == b.citation and a.kind == b.kind:
            yield i - 1, i


def _taken_up(figures: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    """“51 enterprises … At the moment, 55 such projects”: “such” takes up what was last counted in the paragraph."""
    if not any(figure.unit[:5].lower() == "such " for figure in figures):
        return
    counted: dict[tuple[str, int], int] = {}
    for i, figure in sorted(
        enumerate(figures), key=lambda pair: (pair[1].citation.source, pair[1].citation.start)
    ):
        if figure.kind != "count":
            continue
        place = (figure.citation.source, figure.citation.paragraph)
        before = counted.get(place)
        if (
            figure.unit.lower().startswith("such ")
            and before is not None
            and figure.citation.start - figures[before].citation.start > 0
            and figure.citation.start - figures[before].citation.end < LINKED
        ):
            yield before, i
        counted[place] = i


def _twins(figures: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    """Count and sum of two documents that give the same count of things and nearly the same sum for them."""
    sentences: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for i, figure in enumerate(figures):
        sentences[figure.citation.source, figure.citation.start].append(i)
    by_count: defaultdict[tuple[float, str | None], list[tuple[int, int]]] = defaultdict(list)
    for together in sentences.values():
        sums = [j for j in together if figures[j].kind == "money" and figures[j].amount]
        for i in together if sums else ():
            amount = figures[i].amount
            if figures[i].kind != "count" or amount is None or amount < 10 or OTHERS.match(figures[i].unit):
                continue
            for j in sums:
                alike = by_count[amount, figures[j].currency]
                for k, m in alike[-MOST_COMPARED:]:
                    if figures[k].citation.source != figures[i].citation.source and _near(
                        figures[j], figures[m]
                    ):
                        yield k, i
                        yield m, j
                alike.append((i, j))


def _near(a: Figure, b: Figure) -> bool:
    x, y = a.amount or 0.0, b.amount or 0.0
    return abs(x - y) <= TWINS * max(x, y)


def _met(x: Traits, y: Traits) -> int:
    """How many names of one the other has."""
    common = x.beginnings & y.beginnings
    if not common:
        return 0
    return sum(
        key in y.keys
        or (key[:4] in common and any(same_key(key, other) for other in y.keys if other[:4] == key[:4]))
        for key in x.keys
    )


def _soon(a: Figure, b: Figure) -> bool:
    """Whether two figures are of nearly one time: some days apart, or of one month where only that is known."""
    if a.as_of is None or b.as_of is None:
        return False
    if min(len(a.as_of), len(b.as_of)) < len("2019-09-12"):
        return a.as_of[:7] == b.as_of[:7]
    return abs((dt.date.fromisoformat(a.as_of) - dt.date.fromisoformat(b.as_of)).days) <= SOON


def _of_two_times(a: Figure, b: Figure) -> bool:
    """Whether one document gives both, each with its own date."""
    return _dated(a) and _dated(b) and a.as_of != b.as_of and a.citation != b.citation


def _dated(figure: Figure) -> bool:
    """Whether the text itself gives the figure's date."""
    return figure.as_of_basis in ("stated", "resolved")


def _once(figures: Sequence[Figure], together: Sequence[int]) -> list[int]:
    """The figures of a group, what one document repeats left out."""
    seen: dict[tuple[str, str, str | None], int] = {}
    for i in together:
        seen.setdefault((figures[i].citation.source, figures[i].value.lower(), figures[i].as_of), i)
    return list(seen.values())


def _differ(together: Sequence[Figure]) -> bool:
    """Whether the figures are of several sources or stated times, and not all the same."""
    sources = {figure.citation.source for figure in together}
    times = {figure.as_of for figure in together if figure.as_of_basis in ("stated", "resolved")}
    values = {
        (figure.amount, figure.amount_to) if figure.amount is not None else figure.value
        for figure in together
    }
    return (len(sources) > 1 or len(times) > 1) and len(values) > 1


def _clearest(figures: Sequence[Figure], order: Sequence[int]) -> str:
    """The longest measure that says in words, and without a number, what is measured; else the shortest that has words."""
    told = [i for i in order if any(w[0].islower() and len(w) > 3 for w in figures[i].measure.split())]
    pure = [figures[i].measure for i in told if figures[i].value not in figures[i].measure]
    return max(pure, key=len) if pure else min((figures[i].measure for i in told or order), key=len)


def _root(group: list[int], i: int) -> int:
    while group[i] != i:
        group[i] = group[group[i]]
        i = group[i]
    return i

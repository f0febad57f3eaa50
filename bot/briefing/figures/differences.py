"""Figures that measure the same thing, from different sources or of different times, side by side and oldest first.

Two figures measure the same where they are of one kind and unit, have the same head (what is invested, traded, killed),
share most of the words that say more, and name no different people, places or bodies. Precision comes first: what
does not clearly measure the same is left apart, and which figure is right is never decided here.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.briefing.figures.concepts import HUMAN, HUMAN_FATES, same_name
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
LINKED = 400
"""Characters after a count within which “such projects” takes it up."""


def differences(figures: Sequence[Figure], names: Sequence[str] = ()) -> list[Difference]:
    """Groups of figures that measure the same, as indices into `figures`; `names` are the topic's, all one thing."""
    traits = [traits_of(figure, names) for figure in figures]
    group = list(range(len(figures)))
    for a, b in _pairs(figures, traits):
        first, second = sorted((_root(group, a), _root(group, b)))
        group[second] = first
    members: defaultdict[int, list[int]] = defaultdict(list)
    for i in range(len(figures)):
        members[_root(group, i)].append(i)
    found: list[Difference] = []
    for together in members.values():
        once = _once(figures, together)
        if _differ([figures[i] for i in once]):
            order = sorted(once, key=lambda i: (figures[i].as_of or "9", i))
            found.append(Difference(measure=_clearest(figures, order), figures=tuple(order)))
    return found


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
    yield from _changes(figures)
    yield from _taken_up(figures)
    yield from _twins(figures)


def _same(a: Figure, b: Figure, x: Traits, y: Traits) -> bool:
    if a.citation.source == b.citation.source and not _of_two_times(a, b):
        return False
    if x.kind != y.kind or not x.heads & y.heads or x.changed != y.changed or x.partial or y.partial:
        return False
    if _conflict(x.names, y.names) or (_conflict(y.names, x.names) and not x.names):
        return False
    if (
        x.modifiers
        and y.modifiers
        and not x.modifiers & y.modifiers
        and not (x.modifiers | y.modifiers) <= x.words & y.words
    ):
        return False
    if bool(x.modifiers) != bool(y.modifiers) and not (x.modifiers | y.modifiers) <= x.words & y.words:
        return False
    mine, other = x.words - x.heads - HUMAN, y.words - y.heads - HUMAN
    shared = len(mine & other) + min(len(_met(x.names, y.names)), 2)
    least = min(len(mine) + min(len(x.names), 2), len(other) + min(len(y.names), 2))
    if a.kind == "share":
        # What has the share is said in other words only: “coal” and “wind” are two things.
        alone = min(len(mine - other), len(other - mine))
        return shared > alone or (alone == 0 and (shared > 0 or least == 0))
    if a.kind in ("count", "duration"):
        if (x.heads | y.heads) & HUMAN_FATES and not _soon(a, b):
            return False
        named = shared - len(mine & other)
        if x.kind[1] and (shared - named < 2 or shared <= min(len(mine - other), len(other - mine))):
            return False  # of lengths and weights there are too many
        if shared == named and mine - other and other - mine:
            return False  # all they share is a name
        return shared >= 1 and shared >= COUNTS_SHARED * least
    if shared < min(len(mine - other), len(other - mine)):
        return False
    return shared >= SHARED * least and (shared > 0 or least == 0)


def _changes(figures: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    """“From A to B” in one sentence."""
    for i in range(1, len(figures)):
        a, b = figures[i - 1], figures[i]
        if (a.role, b.role) == ("from", "to") and a.citation == b.citation and a.kind == b.kind:
            yield i - 1, i


def _taken_up(figures: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    """“51 enterprises … At the moment, 55 such projects”: “such” takes up what was last counted in the paragraph."""
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
    by_count: defaultdict[float, list[tuple[int, int]]] = defaultdict(list)
    for together in sentences.values():
        for i in together:
            amount = figures[i].amount
            if figures[i].kind != "count" or amount is None or amount < 10 or OTHERS.match(figures[i].unit):
                continue
            for j in together:
                if figures[j].kind != "money" or not figures[j].amount:
                    continue
                for k, m in by_count[amount][-MOST_COMPARED:]:
                    if figures[k].citation.source != figures[i].citation.source and _near(
                        figures[j], figures[m]
                    ):
                        yield k, i
                        yield m, j
                by_count[amount].append((i, j))


def _near(a: Figure, b: Figure) -> bool:
    x, y = a.amount or 0.0, b.amount or 0.0
    return a.currency == b.currency and abs(x - y) <= TWINS * max(x, y)


@lru_cache(maxsize=50_000)
def _met(x: tuple[str, ...], y: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in x if any(same_name(name, other) for other in y))


def _conflict(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    """Whether each names something that the other does not."""
    return bool(x and y) and len(_met(x, y)) < len(x) and len(_met(y, x)) < len(y)


def _soon(a: Figure, b: Figure) -> bool:
    """Whether two figures are of nearly one time: some days apart, or of one month where only that is known."""
    if a.as_of is None or b.as_of is None:
        return False
    if min(len(a.as_of), len(b.as_of)) < len("2019-09-12"):
        return a.as_of[:7] == b.as_of[:7]
    return abs((dt.date.fromisoformat(a.as_of) - dt.date.fromisoformat(b.as_of)).days) <= SOON


def _of_two_times(a: Figure, b: Figure) -> bool:
    """Whether one document gives both, each with its own date."""
    dated = a.as_of_basis in ("stated", "resolved") and b.as_of_basis in ("stated", "resolved")
    return dated and a.as_of != b.as_of and a.citation != b.citation


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
    """The measure that names what is measured without a number, else the shortest that is a phrase."""
    pure = [figures[i].measure for i in order if figures[i].value not in figures[i].measure]
    return max(pure, key=len) if pure else min((figures[i].measure for i in order), key=len)


def _root(group: list[int], i: int) -> int:
    while group[i] != i:
        group[i] = group[group[i]]
        i = group[i]
    return i

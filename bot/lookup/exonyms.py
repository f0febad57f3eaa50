"""Exonyms: the topics of an index that are places, by what they are called in every language.

瑞士 and Λευκορωσία share no sound with Switzerland and Belarus: that they are these is knowledge (`places`). It is looked
up when an index is built, and kept for those places only that have a topic in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.lookup.distinct import distinct
from bot.lookup.places import SURE, forms, is_slip, names_of, places_of, plain
from bot.lookup.romanise import romanise
from bot.lookup.scripts import LATIN, script
from bot.lookup.texts import Texts
from bot.topics.names import without_case

BEGUN = {LATIN: 4, "hani": 2, "kana": 2, "hang": 2}
"""Letters that begin a name, three in other scripts: of Latin letters, which most languages have, more are needed, of
those that are syllables or words fewer."""
_STATE = re.compile(
    r"(?:.* )?(?:republic|kingdom|states?|federation|union|duchy|principality|sultanate|emirate|commonwealth) of (?:the )?"
)
Arrays = dict[str, npt.NDArray[Any]]
Numbers = npt.NDArray[np.int64]
_NONE = np.zeros(0, np.int64)


class Exonyms:
    """Rows of the table by the names in other languages of what they name."""

    def __init__(self, arrays: Mapping[str, npt.NDArray[Any]]) -> None:
        self._names = Texts(arrays["data"], arrays["bounds"])
        self._means = arrays["means"]
        self._rows = arrays["rows"]
        self._places = arrays["places"]

    @staticmethod
    def build(names: Iterable[tuple[int, str, str]]) -> Arrays:
        """The arrays for `Exonyms`: `data`, `bounds` (names in any language, sorted) and `means` (the place that each is);
        `rows` (of the table) and `places` (that each names), in their order.

        names: row, name and first name of its topic, of those that `may_be_place`.
        """
        found = {(place, row) for row, name, first in names for place in _named(name, first)}
        known = {place: number for number, place in enumerate(sorted({place for place, _ in found}))}
        called = [Texts.of(names_of(place)) for place in known]
        texts, order = Texts.in_order(called)
        means = np.repeat(np.arange(len(known)), [len(names) for names in called])[order]
        rows = sorted((known[place], row) for place, row in found)
        return {
            "data": texts.data,
            "bounds": texts.bounds,
            "means": means.astype(np.uint16),
            "rows": np.array([row for _, row in rows], np.uint32),
            "places": np.array([number for number, _ in rows], np.uint16),
        }

    def rows(self, text: str) -> tuple[Numbers, bool]:
        """The rows of what is called so somewhere, and whether it can hardly be anything else."""
        for form in forms(text):
            if found := _span(self._names, form):
                return self._meant(found), not form.isascii() or len(form) >= SURE
        return self._meant(self._declined(text) if script(text) == "cyrl" else ()), True

    def begun(self, text: str) -> Numbers:
        """The rows of what is called by a name that begins so somewhere."""
        form = plain(text)
        enough = len(form) >= BEGUN.get(script(text), 3)
        return self._meant(_span(self._names, form, begun=True) if enough else ())

    def _declined(self, text: str) -> list[int]:
        """The names that a Russian word is in another case: “Швейцарии”."""
        form = plain(text)
        if (stem := without_case(form)) == form:
            return []
        return [i for i in _span(self._names, stem, begun=True) if without_case(self._names[i]) == stem]

    def _meant(self, names: Sequence[int]) -> Numbers:
        if not names:
            return _NONE
        meant = np.isin(self._places, self._means[list(names)])
        return distinct(self._rows[meant]).astype(np.int64)


def _named(name: str, first: str) -> frozenset[str]:
    """The places that a name is of a topic that is known first by another.

    “Georgia” may be short for a university, and “Jordan” for a person: the first name must be the place's as well.
    """
    own = places_of(name)
    if not own or name == first:
        return own
    also = places_of(first) | places_of(_STATE.sub("", first.lower()))
    return frozenset(place for place in own if place in also or not names_of(place).isdisjoint(forms(first)))


def _span(names: Texts, form: str, *, begun: bool = False) -> range:
    """The numbers of sorted names that are a form, or that begin with it."""
    first = bisect_left(names, form)
    if first == len(names) or not names[first].startswith(form):
        return range(0)
    return range(first, bisect_left(names, f"{form}\U0010ffff" if begun else f"{form}\0", first))


def is_doubtful(text: str, places: Iterable[str], others: Iterable[str]) -> bool:
    """Whether a text in Latin letters that some language calls these places by may as well be something else.

    “Maurice” is Mauritius, but not surely where others have it in their names; “Cameron” is a slip for Cameroon at most.
    """
    if script(text) != LATIN:
        return False
    words, asked = set(romanise(text).split()), plain(text)
    return any(words <= set(romanise(other).split()) for other in others) or (
        text.isascii() and any(is_slip(asked, plain(place)) for place in places)
    )

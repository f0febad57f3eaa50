"""The names that a folded text may mean, each with what speaks for it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from bot.lookup.bones import bones
from bot.lookup.grams import Grams
from bot.lookup.letters import plain, signs
from bot.lookup.likeness import WordWeights, words_shared
from bot.lookup.scripts import LATIN
from bot.lookup.spelling import columns, distances
from bot.lookup.table import Arrays, part, texts
from bot.topics.names import skeleton

CANDIDATES = 80
"""Names compared with a query by their letters …"""
FOREIGN = 200
"""… and with one in another script, which gives fewer letters to go by …"""
FINAL = 16
"""… and word by word."""
Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]
MEASURES = (
    "spelling",
    "sound",
    "asked",
    "owned",
    "bones",
    "words_asked",
    "words_owned",
    "words",
    "start",
    "short",
)
"""What is known of a match, in this order.

spelling: how unlikely the name is to be written so, a letter on average (`spelling.distances`); in Latin letters: how
    many slips there are, a letter on average
sound: how alike the sounds of both are, 0 to 1
asked, owned: the share of the query's grams (`grams.Grams`) that the name has, and of the name's that were asked for
bones: likewise of the query's consonants; 0 for queries in Latin letters
words_asked, words_owned, words: the same of words, with small slips, weighed by how much they tell; and their product
start: 1 where both start with the same letter
short: the length of the shorter over that of the longer
"""


@dataclass(frozen=True, slots=True)
class Matches:
    """Names (rows of the table) and what is known of each: the name, folded, and one row of `MEASURES`."""

    rows: Numbers
    names: list[str]
    measures: Floats


class Matcher:
    """Finds and measures."""

    def __init__(self, arrays: Arrays) -> None:
        self._signs = texts(arrays, "signs")
        self._letters = Grams(part(arrays, "letters"))
        self._bones = Grams(part(arrays, "bones"))
        self._weights = WordWeights(arrays["words"], len(self._signs))

    def matches(self, query: str, script: str) -> Matches:
        """The likeliest names for a folded text that was written in this family of scripts."""
        rows, shares = self._candidates(query, script)
        if not len(rows):
            return Matches(rows, [], np.zeros((0, len(MEASURES)), np.float32))
        asked = signs(query)
        if script == LATIN:
            texts = [self._signs[row] for row in rows.tolist()]
            spelling = cdist([asked], texts, scorer=OSA.normalized_distance, dtype=np.float32)[0]
        else:
            spelling = self._spelling(asked, rows, script)
        if len(rows) > 2 * FINAL:
            # Some are near by their spelling as a whole, others by words they share.
            best = np.union1d(
                np.argpartition(spelling, FINAL)[:FINAL],
                np.argpartition(-shares[0] - shares[1], FINAL)[:FINAL],
            )
            rows, shares, spelling = rows[best], shares[:, best], spelling[best]
        names = [plain(self._signs[row]) for row in rows.tolist()]
        bare = query.replace(" ", "")
        bares = [name.replace(" ", "") for name in names]
        sounds = skeleton("\n".join(bares)).split("\n")
        sounding = cdist([skeleton(bare)], sounds, scorer=OSA.normalized_similarity, dtype=np.float32)[0]
        lengths = np.array([len(other) for other in bares])
        words = words_shared(query.split(), names, self._weights)
        measures = np.column_stack(
            (
                spelling,
                sounding,
                shares.T,
                *words,
                words[0] * words[1],
                np.array([name[0] == query[0] for name in names], np.float32),
                np.minimum(lengths, len(bare)) / np.maximum(lengths, len(bare)),
            )
        ).astype(np.float32)
        return Matches(rows, names, measures)

    def easier(self, query: str, than: str) -> bool:
        """Whether a folded text is more like the names, by how many have its letters in a row, than another."""
        return self._letters.ease(query) > self._letters.ease(than)

    def _spelling(self, asked: str, rows: Numbers, script: str) -> Floats:
        starts = self._signs.starts(rows)
        lengths = self._signs.ends[rows].astype(np.int64) - starts
        cost = distances(asked, columns(self._signs.data, starts, lengths), lengths, script)
        result: Floats = (cost / (lengths + len(asked))).astype(np.float32)
        return result

    def _candidates(self, query: str, script: str) -> tuple[Numbers, Floats]:
        """Rows, and what they share: of the query's letters, of their own; likewise of consonants, 0 where not looked for."""
        rows, asked, owned = self._letters.near(query, CANDIDATES)
        if script == LATIN:
            return rows, np.stack((asked, owned, np.zeros_like(asked)))
        others, by_bones, _ = self._bones.near(bones(query) or "0", FOREIGN)
        every, places = np.unique(np.concatenate((rows, others)), return_inverse=True)
        shares = np.zeros((3, len(every)), np.float32)
        shares[0, places[: len(rows)]] = asked
        shares[1, places[: len(rows)]] = owned
        shares[2, places[len(rows) :]] = by_bones
        return every, shares

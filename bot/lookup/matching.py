"""The names that a folded text may mean, each with what speaks for it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from bot.lookup.bags import Bags
from bot.lookup.bones import bones
from bot.lookup.chinese import pinyin
from bot.lookup.distinct import distinct
from bot.lookup.grams import Grams
from bot.lookup.kinds import KINDS, bare
from bot.lookup.letters import plain, signs
from bot.lookup.likeness import ALIKE, WordWeights, words_shared
from bot.lookup.scripts import LATIN
from bot.lookup.spelling import columns, distances, likeliest
from bot.lookup.table import Arrays, part, texts
from bot.lookup.weights import FEW, total
from bot.topics.names import skeleton

CANDIDATES, MORE, BY_BAG = 55, 25, 50
"""Names compared with a query letter by letter where there are ten times `FEW` or less, and how many more for each ten
times as many: likewise by letters in a row in another script, by which letters they have in Latin letters …"""
SHARING_MOST = 0.8
"""… unless a name shares so much of the letters in a row, of the query's and of its own together …"""
BY_BONES, OF_WORDS, TIMES = 40, 6, 2.5
"""… and where one looks for more: with a query in another script, which gives fewer letters to go by, by the consonants;
word by word with one of several words. So many times as many where there are ten times as many names …"""
SHARING, SPELT_ALIKE = 12, (10, 8)
"""… and with any at least, word by word: those that share most letters, and those spelt most alike; these by queries in
another script, and in Latin letters."""
AHEAD, MARGIN = 1.5, 4
"""Letters that are read of a name, for each of the query's, and beyond."""
HOPELESS, WELL_MET, CLOSE = 4.0, 13.0, 1.5
"""In Latin letters, how likely a name is to be written so tells only where the best one's sum is between these two and
the next so close …"""
A_SLIP = 2.6
"""… elsewhere what a slip costs on the whole does for it."""
Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]
MEASURES = (
    "spelling",
    "slips",
    "sound",
    "read",
    "asked",
    "owned",
    "bones",
    "words_asked",
    "words_owned",
    "words",
    "same",
    "start",
    "short",
)
"""What is known of a match, in this order.

spelling: how unlikely the name is to be written so, a letter on average (`spelling.distances`)
slips: how many letters differ, a letter on average, 0 to 1
sound, read: how alike the sounds of both are, 0 to 1; and those of the query as it stands and the name
asked, owned: the share of the query's grams (`grams.Grams`) that the name has, and of the name's that were asked for
bones: likewise of the query's consonants; 0 for queries in Latin letters
words_asked, words_owned, words: the same of words, with small slips, weighed by how much they tell, or of all words
    as one, where spaces stand elsewhere; and their product
same: the share of the query's words, weighed so, that the name has to the letter
start: 1 where both start with the same letter
short: the length of the shorter over that of the longer

All but “spelling” and “read” are of what is most likely spelt: by a query in another script (`spelling.likeliest`), or
by a Chinese name in older Latin letters (`chinese.pinyin`).
"""


@dataclass(frozen=True, slots=True)
class Matches:
    """Names (rows of the table) and what is known of each: the name, folded, one row of `MEASURES`, and what they come to."""

    rows: Numbers
    names: list[str]
    measures: Floats
    sums: Floats


class Matcher:
    """Finds and measures."""

    def __init__(self, arrays: Arrays) -> None:
        self._signs = texts(arrays, "signs")
        self._letters = Grams(part(arrays, "letters"))
        self._bones = Grams(part(arrays, "bones"))
        self._bags = Bags(part(arrays, "bags"))
        more = math.log10(max(len(self._signs), FEW) / FEW)
        more_by_row, self._by_bag = (round(few * max(more - 1, 0)) for few in (MORE, BY_BAG))
        self._most = CANDIDATES + more_by_row
        self._by_bones, of_words = (round(few * TIMES**more) for few in (BY_BONES, OF_WORDS))
        self._of_words = max(of_words, SHARING)
        self._weights = WordWeights(arrays["words"], len(self._signs))

    def matches(self, query: str, script: str) -> Matches:
        """The likeliest names for a folded text that was written in this family of scripts."""
        spelt = pinyin(query) if script == LATIN else likeliest(query, script)
        rows, shares = self._candidates(query, spelt, script)
        if not len(rows):
            return Matches(rows, [], np.zeros((0, len(MEASURES)), np.float32), np.zeros(0, np.float32))
        latin = script == LATIN
        signed = self._signs.some(rows) if latin else []
        near = _slips(spelt, signed) if latin else self._spelling(query, rows, script)
        sharing, spelt_alike = self._of_words if " " in spelt else SHARING, SPELT_ALIKE[latin]
        if len(rows) > sharing + spelt_alike:
            likely = near.argpartition(spelt_alike)[:spelt_alike].tolist()
            likely += (-shares[0] - shares[1]).argpartition(sharing)[:sharing].tolist()
            best = sorted(set(likely))
            rows, shares, near = rows[best], shares[:, best], near[best]
            signed = [signed[place] for place in best] if latin else []
        signed = signed or self._signs.some(rows)
        whole = plain("\n".join(signed))
        names = told = whole.split("\n")
        if latin and spelt != query:
            # What is read in pinyin is compared with names read so.
            told = [pinyin(name) for name in names]
            whole = "\n".join(told)
        solid, own = _unspaced(whole), _unspaced(spelt)
        bares, sounds = solid.split("\n"), skeleton(solid).split("\n")
        sound = _alike(skeleton(own), sounds)
        words = words_shared(spelt.split(), told, self._weights)
        as_one = _as_one(spelt, told, own, bares) ** 3
        words_asked, words_owned = np.maximum(words.asked, as_one), np.maximum(words.owned, as_one)
        lengths = np.array(list(map(len, bares)), np.float32)
        measures = {
            "spelling": A_SLIP * near if latin else near,
            "slips": near if latin else _slips(spelt, signed),
            "sound": sound,
            "read": sound if spelt == query else _alike(skeleton(_unspaced(query)), sounds),
            "asked": shares[0],
            "owned": shares[1],
            "bones": shares[2],
            "words_asked": words_asked,
            "words_owned": words_owned,
            "words": words_asked * words_owned,
            "same": words.same,
            "start": [name[0] == spelt[0] for name in told],
            "short": np.minimum(lengths, len(own)) / np.maximum(lengths, len(own)),
        }
        values = np.array([measures[name] for name in MEASURES], np.float32).T
        sums = total(values, script)
        if latin and _is_open(sums):
            values[:, MEASURES.index("spelling")] = self._spelling(query, rows, script)
            sums = total(values, script)
        return Matches(rows, names, values, sums)

    def easier(self, query: str, than: str) -> bool:
        """Whether a folded text is more like the names, by how many have its letters in a row, than another."""
        return self._letters.ease(query) > self._letters.ease(than)

    def _spelling(self, query: str, rows: Numbers, script: str) -> Floats:
        asked = signs(query)
        starts = self._signs.bounds[rows].astype(np.int64)
        lengths = self._signs.bounds[rows + 1] - starts
        most = int(AHEAD * len(asked)) + MARGIN
        cost = distances(asked, columns(self._signs.data, starts, lengths, most), lengths, script)
        result: Floats = (cost / (lengths + len(asked))).astype(np.float32)
        return result

    def _candidates(self, query: str, spelt: str, script: str) -> tuple[Numbers, Floats]:
        """Rows, and what they share: of the query's letters, of their own; likewise of consonants, 0 where not looked for."""
        if spelt == query and script == LATIN:
            rows, asked, owned = self._letters.near(query, CANDIDATES)
            if self._by_bag and (asked + owned).max(initial=0.0) < SHARING_MOST:
                also = self._bags.near(query, self._by_bag)
                rows, asked, owned = self._letters.near(query, CANDIDATES, also)
            shares = np.zeros((3, len(rows)), np.float32)
            shares[0], shares[1] = asked, owned
            return rows, shares
        rows, asked, owned = self._letters.near(query, self._most)
        also, also_asked, also_owned = self._letters.near(spelt, self._most)
        others, by_bones, _ = self._bones.near(bones(spelt) or "0", self._by_bones)
        every = distinct(np.concatenate((rows, also, others)))
        shares = np.zeros((3, len(every)), np.float32)
        shares[:2, every.searchsorted(rows)] = asked, owned
        two = every.searchsorted(also)
        shares[:2, two] = np.maximum(shares[:2, two], (also_asked, also_owned))
        shares[2, every.searchsorted(others)] = by_bones
        return every, shares


def _is_open(sums: Floats) -> bool:
    """Whether the best of some sums is neither hopeless nor well met, and another is close."""
    if len(sums) < 2:
        return False
    second, first = np.partition(sums, -2)[-2:].tolist()
    return bool(HOPELESS < first < WELL_MET and first - second < CLOSE)


def _slips(query: str, signed: list[str]) -> Floats:
    result: Floats = cdist([signs(query)], signed, scorer=OSA.normalized_distance)[0]
    return result


def _unspaced(folded: str) -> str:
    return folded.replace(" ", "")


def _alike(text: str, others: list[str]) -> Floats:
    """How few slips make each of the others of a text, 0 to 1."""
    result: Floats = cdist([text], others, scorer=OSA.normalized_similarity)[0]
    return result


def _as_one(query: str, names: list[str], own: str, bares: list[str]) -> Floats:
    """How alike the query and each name (and both without spaces) are, 0 to 1, with words for kinds of things or without."""
    alike = _alike(own, bares)
    if not KINDS.isdisjoint(" ".join((query, *names)).split()):
        short, shorts = bare(query), [bare(name) for name in names]
        alike = np.maximum(alike, _alike(_unspaced(short), [_unspaced(name) for name in shorts]))
    alike[alike < ALIKE] = 0.0
    return alike

"""The names that a folded text may mean, each with what speaks for it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from bot.lookup.bones import bones
from bot.lookup.chinese import pinyin
from bot.lookup.grams import Grams
from bot.lookup.kinds import bare
from bot.lookup.letters import plain, signs
from bot.lookup.likeness import ALIKE, WordWeights, words_shared
from bot.lookup.scripts import LATIN
from bot.lookup.spelling import columns, distances, likeliest
from bot.lookup.table import Arrays, part, texts
from bot.topics.names import skeleton

CANDIDATES = 80
"""Names compared with a query by their letters …"""
FOREIGN = 120
"""… and with one in another script, which gives fewer letters to go by, by their consonants …"""
FINAL, ALSO = 16, 8
"""… and word by word: those that share most, or in another script those spelt most alike, and a few the other way."""
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
        spelt = pinyin(query) if script == LATIN else likeliest(query, script)
        rows, shares = self._candidates(query, spelt, script)
        if not len(rows):
            return Matches(rows, [], np.zeros((0, len(MEASURES)), np.float32))
        signed = self._signs.some(rows)
        near = _slips(spelt, signed) if script == LATIN else self._spelling(query, rows, script)
        if len(rows) > FINAL + ALSO:
            spelt_alike, sharing = (ALSO, FINAL) if script == LATIN else (FINAL, ALSO)
            likely = np.argpartition(near, spelt_alike)[:spelt_alike].tolist()
            likely += np.argpartition(-shares[0] - shares[1], sharing)[:sharing].tolist()
            best = sorted(set(likely))
            rows, shares, near = rows[best], shares[:, best], near[best]
            signed = [signed[place] for place in best]
        if script == LATIN:
            slips, spelling = near, self._spelling(query, rows, script)
        else:
            slips, spelling = _slips(spelt, signed), near
        names = [plain(text) for text in signed]
        # What is read in pinyin is compared with names read so.
        told = [pinyin(name) for name in names] if script == LATIN and spelt != query else names
        bares = [_unspaced(name) for name in told]
        own = _unspaced(spelt)
        sounds = skeleton("\n".join(bares)).split("\n")
        measures = np.empty((len(MEASURES), len(rows)), np.float32)
        measures[0], measures[1] = spelling, slips
        measures[2] = _alike(skeleton(own), sounds)
        measures[3] = measures[2] if spelt == query else _alike(skeleton(_unspaced(query)), sounds)
        measures[4:7] = shares
        words = words_shared(spelt.split(), told, self._weights)
        measures[7:9] = np.maximum(words[:2], _as_one(spelt, told, own, bares) ** 3)
        measures[9] = measures[7] * measures[8]
        measures[10] = words[2]
        measures[11] = [name[0] == spelt[0] for name in told]
        lengths = np.array(list(map(len, bares)), np.float32)
        measures[12] = np.minimum(lengths, len(own)) / np.maximum(lengths, len(own))
        return Matches(rows, names, measures.T)

    def easier(self, query: str, than: str) -> bool:
        """Whether a folded text is more like the names, by how many have its letters in a row, than another."""
        return self._letters.ease(query) > self._letters.ease(than)

    def _spelling(self, query: str, rows: Numbers, script: str) -> Floats:
        asked = signs(query)
        starts = self._signs.starts(rows)
        lengths = self._signs.ends[rows].astype(np.int64) - starts
        cost = distances(asked, columns(self._signs.data, starts, lengths), lengths, script)
        result: Floats = (cost / (lengths + len(asked))).astype(np.float32)
        return result

    def _candidates(self, query: str, spelt: str, script: str) -> tuple[Numbers, Floats]:
        """Rows, and what they share: of the query's letters, of their own; likewise of consonants, 0 where not looked for."""
        rows, asked, owned = self._letters.near(query, CANDIDATES)
        if spelt == query and script == LATIN:
            shares = np.zeros((3, len(rows)), np.float32)
            shares[0], shares[1] = asked, owned
            return rows, shares
        also, also_asked, also_owned = self._letters.near(spelt, CANDIDATES)
        others, by_bones, _ = self._bones.near(bones(spelt) or "0", FOREIGN)
        every, places = np.unique(np.concatenate((rows, also, others)), return_inverse=True)
        shares = np.zeros((3, len(every)), np.float32)
        one, two, three = np.split(places, (len(rows), len(rows) + len(also)))
        shares[0, one], shares[1, one], shares[2, three] = asked, owned, by_bones
        shares[0, two] = np.maximum(shares[0, two], also_asked)
        shares[1, two] = np.maximum(shares[1, two], also_owned)
        return every, shares


def _slips(query: str, signed: list[str]) -> Floats:
    result: Floats = cdist([signs(query)], signed, scorer=OSA.normalized_distance, dtype=np.float32)[0]
    return result


def _unspaced(folded: str) -> str:
    return folded.replace(" ", "")


def _alike(text: str, others: list[str]) -> Floats:
    """How few slips make each of the others of a text, 0 to 1."""
    result: Floats = cdist([text], others, scorer=OSA.normalized_similarity, dtype=np.float32)[0]
    return result


def _as_one(query: str, names: list[str], own: str, bares: list[str]) -> Floats:
    """How alike the query and each name (and both without spaces) are, 0 to 1, with words for kinds of things or without."""
    alike = _alike(own, bares)
    short, shorts = bare(query), [bare(name) for name in names]
    if short != query or shorts != names:
        alike = np.maximum(alike, _alike(_unspaced(short), [_unspaced(name) for name in shorts]))
    alike[alike < ALIKE] = 0.0
    return alike

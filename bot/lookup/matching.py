"""The names that a folded text may mean, each with what speaks for it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache, partial

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from bot.lookup.candidates import TIMES, Candidates, Some
from bot.lookup.chinese import as_written, pinyin
from bot.lookup.kinds import KINDS, bare
from bot.lookup.letters import Signed, plain, signs
from bot.lookup.likeness import ALIKE, WordWeights, words_shared
from bot.lookup.readings import Reading
from bot.lookup.scripts import LATIN, NUMBERS
from bot.lookup.spelling import columns, distances, letters_of, likeliest
from bot.lookup.table import Arrays, texts
from bot.lookup.weights import FEW, Kind, tenfold, total
from bot.topics.names import skeletons

SHARING, OF_WORDS, SPELT_ALIKE = 12, 6, (10, 8)
"""Names measured word by word: those that share most letters, and those spelt most alike (by queries in another script,
and in Latin letters). With a query of several words, of the former so many where there are few names, and `TIMES` as many
where there are ten times as many."""
AHEAD, MARGIN = 1.5, 4
"""Letters that are read of a name, for each of the query's, and beyond."""
HOPELESS, WELL_MET, CLOSE = 4.0, 13.0, 1.5
"""In Latin letters, how likely a name is to be written so tells only where the best one's sum is between these two and
the next so close …"""
A_SLIP = 2.6
"""… elsewhere what a slip costs on the whole does for it."""
SLIPPED = math.log(0.2)
"""What a name in the query's own alphabet loses: of ten that are meant two may be written otherwise, where a name in
another alphabet always is. What is there to the letter gains more elsewhere (`searching.FIRST`)."""
TENS = 10.0
"""The unit of what words tell (`likeness.WordWeights`), for a measure about as large as the others. Where there are fewer
names than `weights.FEW`, a word of one of them tells as much as it would among so many."""
FITTED = 10_000
"""Names, about, of the index that weights are fitted to."""
NOT_SPELT = ("hani",)
"""Families whose letters are read by rules of their own: how two of their names are read does not say how alike they are."""
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
    "told",
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
told: the weight itself of the words that both have, with small slips, in `TENS`: two rare words tell more than one, and
    one among a million names more than one among a hundred
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
    kinds: list[Kind]
    """Of what kind each is: of names in the query's own alphabet, or for the query's script of all."""
    spelt: str
    """What the query most likely spells in Latin letters."""


class Matcher:
    """Finds and measures."""

    def __init__(self, arrays: Arrays) -> None:
        self._candidates = Candidates(arrays)
        self._signs = texts(arrays, "signs")
        self._alphabets = arrays["alphabets"]
        self._counts: list[list[int]] = arrays["counts"].reshape(-1, 3).tolist()
        count = len(self._signs)
        self._of_words = max(round(OF_WORDS * TIMES ** tenfold(count)), SHARING)
        self._weights = cache(partial(WordWeights, arrays["words"]))
        self._unit = TENS * min(math.log1p(count) / math.log1p(FEW), 1.0)

    def matches(self, reading: Reading) -> Matches:
        """The likeliest names for a text that can be read.

        Names in the same alphabet are compared with the text as it is, all others with what it may spell; which of the
        two is likelier meant is told by how many topics have a name in it.
        """
        query, script, alphabet = reading.folded, reading.script, reading.alphabet
        as_it_is = Signed.of(query)
        all_names, unit = Kind(script, len(self._signs)), self._unit
        if script == LATIN:
            spelt = pinyin(query)
            some = (
                self._candidates.spelt(query) if spelt == query else self._candidates.heard(query, spelt)[0]
            )
            return self._measured(as_it_is, spelt, script, all_names, some, unit)
        letters = letters_of(script, alphabet)
        asked = as_written(reading.text, query) if script in NOT_SPELT else as_it_is
        spelt = likeliest(asked, letters)
        others, own = self._candidates.heard(query, spelt)
        number = NUMBERS.get(alphabet, -1)
        own = own.those(self._alphabets[own.rows] == number)
        if script in NOT_SPELT or not len(own.rows):
            return self._measured(asked, spelt, letters, all_names, others, unit)
        others = others.those(self._alphabets[others.rows] != number)
        heard = self._measured(asked, spelt, letters, all_names, others, unit)
        names, topics, all_topics = self._counts[number]
        # What is only heard tells no more among more names: what words tell is taken as among so many as weights are fitted to.
        unit = TENS * math.log1p(names) / math.log1p(FITTED)
        seen = self._measured(as_it_is, query, LATIN, Kind(LATIN, names), own, unit)
        more = math.log((topics + 1) / (all_topics - topics + 1)) + SLIPPED
        return Matches(
            np.concatenate((heard.rows, seen.rows)),
            [*heard.names, *seen.names],
            np.concatenate((heard.measures, seen.measures)),
            np.concatenate((heard.sums - max(more, 0.0), seen.sums + min(more, 0.0))),
            [*heard.kinds, *seen.kinds],
            spelt,
        )

    def _measured(
        self, asked: Signed, spelt: str, letters: str, kind: Kind, some: Some, unit: float
    ) -> Matches:
        """What speaks for each of some names, or of many for the likeliest, if a text in such letters spells `spelt`.

        unit: of what words tell (`TENS`).
        """
        query = asked.folded
        rows, shares = some
        if not len(rows):
            nothing = np.zeros((0, len(MEASURES)), np.float32)
            return Matches(rows, [], nothing, nothing[:, 0], [], spelt)
        latin = letters == LATIN
        signed = self._signs.some(rows) if latin else []
        near = _slips(spelt, signed) if latin else self._spelling(asked, rows, letters)
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
        bares = solid.split("\n")
        heard, read, *sounds = skeletons("\n".join((own, _unspaced(query), solid))).split("\n")
        sound = _alike(heard, sounds)
        words = words_shared(spelt.split(), told, self._weights(kind.names))
        as_one = _as_one(spelt, told, own, bares) ** 3
        words_asked, words_owned = np.maximum(words.asked, as_one), np.maximum(words.owned, as_one)
        lengths = np.array(list(map(len, bares)), np.float32)
        measures = {
            "spelling": A_SLIP * near if latin else near,
            "slips": near if latin else _slips(spelt, signed),
            "sound": sound,
            "read": sound if spelt == query else _alike(read, sounds),
            "asked": shares[0],
            "owned": shares[1],
            "bones": shares[2],
            "words_asked": words_asked,
            "words_owned": words_owned,
            "words": words_asked * words_owned,
            "same": words.same,
            "told": np.maximum(words.told, as_one * words.rarest) / unit,
            "start": [name[0] == spelt[0] for name in told],
            "short": np.minimum(lengths, len(own)) / np.maximum(lengths, len(own)),
        }
        values = np.array([measures[name] for name in MEASURES], np.float32).T
        sums = total(values, kind.family)
        if latin and _is_open(sums):
            values[:, MEASURES.index("spelling")] = self._spelling(asked, rows, letters)
            sums = total(values, kind.family)
        return Matches(rows, names, values, sums, [kind] * len(rows), spelt)

    def easier(self, query: str, than: str) -> bool:
        """Whether a folded text is more like the names, by how many have its letters in a row, than another."""
        return self._candidates.ease(query) > self._candidates.ease(than)

    def _spelling(self, asked: Signed, rows: Numbers, letters: str) -> Floats:
        starts = self._signs.bounds[rows].astype(np.int64)
        lengths = self._signs.bounds[rows + 1] - starts
        most = int(AHEAD * len(asked.signs)) + MARGIN
        cost = distances(asked, columns(self._signs.data, starts, lengths, most), lengths, letters)
        result: Floats = (cost / (lengths + len(asked.signs))).astype(np.float32)
        return result


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

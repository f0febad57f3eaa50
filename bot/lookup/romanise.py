"""Folded text of any script for the look-up: as `bot.topics.names.fold`, but what a script writes is not lost.

Letter by letter, signs that soften or carry a vowel would become apostrophes and part a word in two, and Japanese
small letters would be syllables of their own. Names and queries go through here alike.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from bot.topics.names import fold

_LETTERS = str.maketrans(
    {
        # Cyrillic: the soft sign is no letter, the hard one a vowel in Bulgarian and hardly there elsewhere.
        "ь": "", "Ь": "", "ъ": "a", "Ъ": "A",
        "ё": "yo", "Ё": "Yo",
        # Arabic and Hebrew: letters that carry a vowel, and the throat's.
        "ا": "a", "أ": "a", "آ": "a", "ٱ": "a", "إ": "i", "ة": "a", "ء": "", "ى": "y", "ئ": "y", "ؤ": "w", "ع": "a",
        "ە": "e", "ې": "e", "ۇ": "u", "ۆ": "o", "ۈ": "u", "ۋ": "v", "א": "a", "ע": "a", "׳": "", "״": "", "ʼ": "", "ʹ": "",
    }
)  # fmt: skip
# The article of Arabic is written with its word, and mostly apart in Latin letters.
_ARTICLE = re.compile(r"(?<!\w)ال(?=(?:\w[\u064b-\u0652]*){3})")
# At a word's end this letter carries an a; elsewhere it is a y without its dots.
_MAKSURA = re.compile(r"ى\b")
_KANA = re.compile(r"[\u3041-\u30fa]+")
_JOINED = {"ゃ": "ya", "ゅ": "yu", "ょ": "yo", "ャ": "ya", "ュ": "yu", "ョ": "yo"}
_SMALL = {
    "ぁ": "a",
    "ぃ": "i",
    "ぅ": "u",
    "ぇ": "e",
    "ぉ": "o",
    "ァ": "a",
    "ィ": "i",
    "ゥ": "u",
    "ェ": "e",
    "ォ": "o",
    "ヮ": "wa",
}


@lru_cache(maxsize=256)
def romanise(text: str) -> str:
    """The folded text. A query and the names near it are folded again and again."""
    if text.isascii():
        return fold(text)
    text = _MAKSURA.sub("a", _ARTICLE.sub("ال ", unicodedata.normalize("NFKC", text))).translate(_LETTERS)
    # Pictures are not read: they would become the English words for them.
    text = "".join(" " if unicodedata.category(letter) == "So" else letter for letter in text)
    return fold(_KANA.sub(_kana, text))


def _kana(match: re.Match[str]) -> str:
    """Japanese syllables with small letters joined to those before: シャ is sha, ファ fa, キャ kya, ッカ kka."""
    spelt = ""
    doubled = False
    for letter in match[0]:
        if letter in "っッ":
            doubled = True
            continue
        if letter in _JOINED and spelt.endswith("i"):
            joined = _JOINED[letter]
            spelt = spelt[:-1] + (joined[1:] if spelt.endswith(("shi", "chi", "ji")) else joined)
        elif letter in _SMALL and spelt:
            spelt = spelt.rstrip("aiueo") + _SMALL[letter]
        else:
            syllable = anyascii(letter)
            spelt += syllable[:1] * doubled + syllable
        doubled = False
    return spelt

"""Chinese names as Russian and its neighbours spell them (Palladius), in pinyin: Лоян is Luoyang, Аньцин Anqing.

Letter by letter they mislead: Сиань would be “sian”, and is Xi'an.
"""

from __future__ import annotations

import re
from functools import cache

from bot.lookup.chinese import syllables
from bot.lookup.kinds import KINDS
from bot.lookup.romanise import romanise

LONGEST = 6
"""Letters of a syllable."""
KIND = 4
"""Letters of a word for a kind of place, at least; shorter ones are syllables too."""
_INITIALS = {
    "b": "б", "p": "п", "m": "м", "f": "ф", "w": "в", "d": "д", "t": "т", "n": "н", "l": "л", "g": "г", "k": "к", "h": "х",
    "zh": "чж", "ch": "ч", "sh": "ш", "r": "ж", "z": "цз", "c": "ц", "s": "с", "j": "цз", "q": "ц", "x": "с", "y": "", "": "",
}  # fmt: skip
_FINALS = {
    "a": "а", "ai": "ай", "ao": "ао", "an": "ань", "ang": "ан", "e": "э", "ei": "эй", "en": "энь", "eng": "эн", "er": "эр",
    "o": "о", "uo": "о", "ou": "оу", "u": "у", "ua": "уа", "uai": "уай", "uan": "уань", "uang": "уан", "ui": "уй",
    "un": "унь", "ong": "ун",
    "i": "и", "in": "инь", "ing": "ин", "ia": "я", "iao": "яо", "ian": "янь", "iang": "ян", "ie": "е", "iu": "ю",
    "ü": "юй", "üan": "юань", "ün": "юнь", "iong": "юн", "üe": "юэ",
}  # fmt: skip
_IRREGULAR = {"wu": "у", "hui": "хуэй", "ci": "цы", "zi": "цзы", "si": "сы"}
_SYLLABLE = re.compile(r"([zcs]h|[bpmfwdtnlgkhzcsrjqxy]?)([aeiou][a-z]*)")
_N_BEFORE_VOWEL = re.compile(r"н[аеиоуыэюя]")
_WORD = re.compile(r"[^\W\d_]+")
_SAME = str.maketrans(
    {"ґ": "г", "є": "е", "ї": "и", "ң": "н", "қ": "к", "һ": "х", "ҳ": "х"} | dict.fromkeys("'’ʼ")
)
# Ukrainian writes the soft vowel with a letter of its own, and the hard one as Russian the soft one.
_UKRAINIAN = str.maketrans("иі", "ыи")


def pinyin(text: str) -> str:
    """The syllables of Chinese that a text in Cyrillic letters spells; empty where it spells any other.

    Spaces stand where the names have an apostrophe (xi an). Words for kinds of places are left out that spell none.
    """
    lower = text.lower().translate(_SAME)
    words = _WORD.findall(lower.translate(_UKRAINIAN) if "і" in lower else lower)
    if len(words) > 1:
        words = [word for word in words if len(word) < KIND or _divided(word) or romanise(word) not in KINDS]
    divided = [_divided(part) for word in words for part in word.split("ъ")]
    return "".join(divided) if all(divided) else ""


def _divided(word: str) -> str:
    """A word of such syllables in pinyin; empty where it is none."""
    # What follows each place, the longest syllable first.
    after = {len(word): ""}
    for place in reversed(range(len(word))):
        for end in range(min(place + LONGEST, len(word)), place, -1):
            spelt = _spellings().get(word[place:end])
            # An n before a vowel begins a syllable.
            if spelt and end in after and not _N_BEFORE_VOWEL.match(word, end - 1):
                after[place] = spelt + " " * after[end].startswith(("a", "e", "o")) + after[end]
                break
    return after.get(0, "")


@cache
def _spellings() -> dict[str, str]:
    """Each syllable by how it is spelt; as Ukrainian and others do it too, where that is not another."""
    found: dict[str, str] = {}
    for syllable in sorted(syllables()):
        for spelt in _spelt(syllable):
            found.setdefault(spelt, syllable)
    for spelt, syllable in list(found.items()):
        found.setdefault(spelt.replace("э", "е"), syllable)
        found.setdefault(spelt.replace("и", "ы"), syllable)
    return found


def _spelt(syllable: str) -> list[str]:
    if syllable in _IRREGULAR:
        return [_IRREGULAR[syllable]]
    match = _SYLLABLE.fullmatch(syllable)
    if not match:
        return []
    initial, final = match.groups()
    if final == "o" and initial not in "bpmfw":
        return []
    finals = [final]
    if initial == "y" and final[0] not in "iu":
        finals = ["iu" if final == "ou" else f"i{final}"]
    elif initial in ("y", "j", "q", "x") and final[0] == "u":
        finals = [final.replace("u", "ü")]
    elif initial in ("n", "l") and final in ("u", "ue"):
        finals.append(final.replace("u", "ü"))
    return [_INITIALS[initial] + _FINALS[one] for one in finals if one in _FINALS]

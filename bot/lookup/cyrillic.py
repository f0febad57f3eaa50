"""Russian letters that libraries and maps write in Latin ones, back in their own: Sin'czjan, Ehl'-Paso, N'ju-Jork.

What such a text spells is told by what Russian letters spell, not by the slips of those who type Latin ones.
"""

from __future__ import annotations

import re

_OWN = {
    "shch": "щ", "chzh": "чж", "tsz": "цз", "cz": "цз", "ch": "ч", "zh": "ж", "sh": "ш", "kh": "х", "ts": "ц", "eh": "э",
    "ya": "я", "ja": "я", "yu": "ю", "ju": "ю", "yo": "ё", "jo": "ё", "'": "ь", "’": "ь", "ʹ": "ь", "ʼ": "ь",
    "a": "а", "b": "б", "c": "ц", "d": "д", "e": "е", "f": "ф", "g": "г", "h": "х", "i": "и", "j": "й", "k": "к", "l": "л", "m": "м",
    "n": "н", "o": "о", "p": "п", "r": "р", "s": "с", "t": "т", "u": "у", "v": "в", "y": "ы", "z": "з", "ž": "ж", "č": "ч", "š": "ш",
}  # fmt: skip
_LETTER = re.compile("|".join(_OWN))
# Soft consonants, but for breathed ones, articles and what English leaves out; and what hardly any other way of writing has.
_SIGNS = re.compile(
    r"(?!\b[dl].\w)[bdfglmnrsvz]['’ʹʼ](?![st]\b)|t['’ʹʼ](?!\w)|chzh|tsz|cz[aeijuy]"
    r"|eh(?![aeiouy])|[aeou]j(?![aeiou])|[bcfgkmprstvz]ju"
)


def in_cyrillic(text: str) -> str:
    """The text in Russian letters; empty where nothing in it tells that it was."""
    lower = text.lower()
    if not _SIGNS.search(lower) or any(letter in "qwx" for letter in lower):
        return ""
    return _LETTER.sub(lambda match: _OWN[match[0]], lower)

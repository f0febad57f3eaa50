"""What a typed text may be read as: as it is, without what is said round a name, or typed in the wrong layout."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from bot.lookup.chinese import syllables
from bot.lookup.cyrillic import in_cyrillic
from bot.lookup.keys import telling
from bot.lookup.palladius import pinyin
from bot.lookup.romanise import romanise
from bot.lookup.scripts import LATIN, alphabet, script
from bot.lookup.translated import translated

LONGEST = 200
"""Letters read of a query; no name is longer."""
_RAW = 1000
"""Characters looked at: decoration may stand between the letters."""
_COMMA = re.compile(r"\s*[,،、，]\s*")
# What kind of place a Chinese name says it is, with or without which the name is the same.
_HAN_KINDS = re.compile(
    r"(?<=[\u3400-\u9fff]{2})(?:自治(?:区|區|州|县|縣)|特别行政区|特別行政區|共和国|共和國|群岛|群島|[市县縣镇鎮乡鄉区區省州郡岛島湖河江山港国國])$"
)
_QWERTY = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>"
_RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ"
_DIGITS = "234567890-="
_KAZAKH = "әіңғ,.үұқөһ"
_TO_RUSSIAN = str.maketrans(_QWERTY, _RUSSIAN)
_TO_KAZAKH = str.maketrans(_QWERTY + _DIGITS, _RUSSIAN + _KAZAKH)
_TO_LATIN = str.maketrans(_RUSSIAN, _QWERTY)


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, folded, and the family of scripts that it is written in."""

    text: str
    folded: str
    script: str
    heard: str = ""
    """Where words of it are translated: the rest, folded, which alone says how it sounds."""
    sure: bool = True
    """Whether a name that agrees with it may be answered."""

    @property
    def alphabet(self) -> str:
        """The one of those of its family that it is written in."""
        return alphabet(self.text)


def typed(query: str) -> Reading:
    """The text as it is; in other scripts than Latin, up to a comma. Empty where nothing in it can be read."""
    text = unicodedata.normalize("NFC", query[:_RAW]).strip()
    family = script(text)
    if family != LATIN:
        text = _before_comma(text) or text
    return Reading(text[:LONGEST], romanise(text)[:LONGEST].strip(), family)


def others(reading: Reading) -> Iterator[Reading]:
    """What else the text may be read as, likeliest first: shorter, or in another tongue."""
    # A Chinese name says what kind of place it is: of two that differ in it alone, it is the one that is of that kind.
    parts = (shorter, foreign) if reading.script != "hani" else (foreign, shorter)
    return chain.from_iterable(part(reading) for part in parts)


def shorter(reading: Reading) -> Iterator[Reading]:
    """The text without what may stand round a name: a question, what follows a comma, the kind of place."""
    text = _before_comma(reading.text)
    text = without_kind(text) if reading.script == "hani" else text
    folded = romanise(text)
    bare = " ".join(telling(folded))
    if bare and bare != reading.folded:
        yield Reading(text, bare, reading.script)


def chinese(reading: Reading) -> Iterator[Reading]:
    """A Chinese name that is spelt by the rules of Russian, as its own country spells it."""
    text = _before_comma(reading.text)
    if reading.script == LATIN:
        text = in_cyrillic(text)
    elif reading.script != "cyrl":
        return
    spelt = pinyin(text)
    if spelt and spelt != reading.folded:
        yield Reading(spelt, spelt, LATIN)


def foreign(reading: Reading) -> Iterator[Reading]:
    """What the text may be in another tongue: its ordinary words translated; Latin letters as another script's sounds."""
    text, family = _before_comma(reading.text), reading.script
    words = reading.folded.split()
    if family == LATIN and len(words) > 1 and syllables().issuperset(words):
        yield Reading(text, reading.folded, "hani")
    elif family == LATIN and (own := in_cyrillic(text)):
        text, family = own, "cyrl"
        yield Reading(text, romanise(text), family)
    # Two names in Latin letters that differ in the kind of place are hardly the same.
    for other in translated(text, family, bare=reading.script != LATIN):
        yield Reading(text, other.folded, family, other.heard, other.sure)


def _before_comma(text: str) -> str:
    return _COMMA.split(text, maxsplit=1)[0]


def without_kind(text: str) -> str:
    """A Chinese name without the word for the kind of place it is, where two letters or more are left."""
    return _HAN_KINDS.sub("", text)


def mislaid(reading: Reading) -> Iterator[Reading]:
    """The text as if the keyboard had been set to the other alphabet: Latin for Russian and Kazakh, and back."""
    text = reading.text
    tables = (_TO_RUSSIAN, _TO_KAZAKH) if text.isascii() else (_TO_LATIN,) if reading.script == "cyrl" else ()
    seen = {text}
    for table in tables:
        other = text.translate(table)
        if other not in seen:
            seen.add(other)
            folded = romanise(other)
            if folded:
                yield Reading(other, folded, script(other))

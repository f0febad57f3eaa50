"""Countries and their unions by their names in many languages, as the Unicode consortium gives them (CLDR)."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from babel import Locale

from bot.topics.han import IS_HAN
from bot.topics.names import fold, without_case

_LANGUAGES = ("en", "ru", "uk", "kk", "ky", "zh", "zh_Hant", "ja", "ar", "fa", "he")
_SHORT_STEM = 4
"""Letters that a country's name must have without the vowels at its end."""
_AFTER_NAMES = ("n", "i", "an", "ian")
_AFTER_STEMS = ("an", "ian", "ean", "ese", "ish")
_BELONGING = ("n", "i", "ese", "ish")
"""How all words end that these endings make."""
# What texts never explain, because every reader knows it.
KNOWN = {
    "us": "united states", "usa": "united states", "uk": "united kingdom", "un": "united nations",
    "eu": "european union", "united states of america": "united states",
}  # fmt: skip
_HYPHENS = re.compile("[-‐‑]")
_ASIDE = re.compile(r"\s*[(（][^()（）]*[)）]|\b SAR China$")
_CASELESS = re.compile("[\u0590-\u06ff]")
"""Letters of scripts that part words by spaces and have no capitals: Hebrew, Arabic."""


def territory(name: str) -> str | None:
    """The code of the country or union that a name is, in any case that Russian has; None where it is none."""
    return _codes().get(_key(name))


def is_land(word: str) -> bool:
    """Whether a word is a country, or short for one: “US”."""
    return fold(word).replace(" ", "") in KNOWN or territory(word) is not None


def country_of(word: str) -> str | None:
    """The code of the country that an English word says something is of, in any case; None for other words.

    “Haitian”, “Haitian-led”: only what English forms by rule from a country's name of one word, and so not “French”;
    nor what another country's name begins with (“Dominican”).
    """
    bare = _HYPHENS.split(word, maxsplit=1)[0].lower()
    if not bare.endswith(_BELONGING):
        return None
    if bare in _openings():
        return None
    for stems, endings in ((_whole(), _AFTER_NAMES), (_stems(), _AFTER_STEMS)):
        for ending in endings:
            if bare.endswith(ending) and (code := stems.get(bare[: -len(ending)])):
                return code
    return None


@cache
def _whole() -> dict[str, str]:
    """The names of countries that are one word of English."""
    return {name.lower(): code for code, name in _names("en") if name.isascii() and name.isalpha()}


@cache
def _stems() -> dict[str, str]:
    """What is left of them without the vowels at their end, where that is not short."""
    return {
        stem: code for name, code in _whole().items() if len(stem := name.rstrip("aeiouy")) >= _SHORT_STEM
    }


@cache
def _openings() -> frozenset[str]:
    """The words that names of several words begin with."""
    return frozenset(name.lower().partition(" ")[0] for _, name in _names("en") if " " in name)


def territories_in(text: str) -> Counter[str]:
    """The names of countries in a text whose script has no capitals, and how often each stands in it."""
    found: Counter[str] = Counter()
    if text.isascii():
        return found
    if IS_HAN.search(text):
        found.update(_pattern(han=True).findall(text))
    if _CASELESS.search(text):
        found.update(_pattern(han=False).findall(text))
    return found


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for language in _LANGUAGES:
        for code, name in _names(language):
            codes.setdefault(_key(name), code)
    return codes


@cache
def _pattern(*, han: bool) -> re.Pattern[str]:
    """Any name in Han characters, or else any whole word or words; the longest first."""
    names = {name for language in _LANGUAGES for _, name in _names(language)}
    wanted = [name for name in names if (IS_HAN if han else _CASELESS).search(name) and len(name) > 1]
    either = "|".join(re.escape(name) for name in sorted(wanted, key=lambda name: (-len(name), name)))
    return re.compile(either if han else rf"(?<!\w)(?:{either})(?!\w)")


@cache
def _names(language: str) -> tuple[tuple[str, str], ...]:
    """`(code, name)` of each country and union; continents, which have numbers, among them."""
    found = Locale.parse(language).territories
    return tuple((code, _ASIDE.sub("", name)) for code, name in found.items() if code != "ZZ")


def _key(name: str) -> str:
    # Other scripts than the Cyrillic are compared letter by letter.
    if IS_HAN.search(name) or _CASELESS.search(name):
        return name
    return fold(" ".join(without_case(word) for word in name.split()))

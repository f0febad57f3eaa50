"""Countries, unions, continents and great cities by their names in every language, as the Unicode consortium gives them
(CLDR)."""

from __future__ import annotations

import pickle
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from io import StringIO
from itertools import chain
from typing import Any
from zlib import compress, decompress

from babel import localedata
from rapidfuzz.distance import OSA

from bot.lookup.keys import FILLERS, is_kind
from bot.lookup.kinds import LANDS
from bot.lookup.romanise import romanise
from bot.lookup.scripts import LATIN, script
from bot.topics.names import fold, singular
from bot.topics.plain import COMMON
from bot.topics.territories import KNOWN
from bot.topics.words import FUNCTION

SHORT, SURE = 4, 6
"""Letters of a name in Latin letters that may be meant without its accents, and that is: shorter ones are too often a
word or a person's name somewhere else."""
LONG = 8
"""Letters of one in which two slips may be."""
ACCENTED = 3
"""Letters of one that is meant with its accents."""
_WATERS = frozenset("river lake sea bay valley desert mountain mountains mount peninsula".split())
_BELONGING = ("n", "an", "ian", "ean", "ese", "ish", "i")
_SPOKEN = ("ish", "ese", "ian")
_OWN = ("en", "ru", "uk", "kk", "ky", "zh", "zh_Hant", "ja", "ar", "fa", "he")
"""Languages by whose names a topic is known to be a place."""
_ZONED = "ru"
"""One that has to say what the city of each time zone is called; English does where it is not called as the zone is."""
_ALSO = {
    "turkey": "Türkiye", "burma": "Myanmar", "czech republic": "Czechia", "ivory coast": "Côte d’Ivoire",
    "swaziland": "Eswatini", "east timor": "Timor-Leste", "macedonia": "North Macedonia", "cabo verde": "Cape Verde",
    "palestine": "Palestinian Territories", "russian federation": "Russia", "great britain": "United Kingdom",
    "viet nam": "Vietnam", "holland": "Netherlands", "vatican": "Vatican City", "macau": "Macao",
    "democratic republic of the congo": "Congo - Kinshasa", "republic of the congo": "Congo - Brazzaville",
    "dr congo": "Congo - Kinshasa", "kiev": "Kyiv", "calcutta": "Kolkata", "saigon": "Ho Chi Minh City",
    "rangoon": "Yangon", "republic of korea": "South Korea", "korea, republic of": "South Korea",
    "democratic people's republic of korea": "North Korea", "korea, democratic people's republic of": "North Korea",
    "lao people's democratic republic": "Laos", "syrian arab republic": "Syria", "brunei darussalam": "Brunei", **KNOWN,
}  # fmt: skip
"""What English calls a place as well, or did until lately."""
_NOWHERE = frozenset("001 QO XA XB ZZ Etc/Unknown".split())
"""The world, what is left over, unknown or made up for tests."""
_BRACKETS = re.compile(r"\s*[(（].*| SAR China$")
_ASIDE = re.compile(rf"{_BRACKETS.pattern}|\s+[-–—]\s.*")
"""What CLDR adds to a name to tell it from another."""
_MARKS = re.compile("[\u0300-\u0305\u0307-\u036f\u0591-\u05c7\u064b-\u0655\u0670]")
"""Accents of Greek and Cyrillic letters, points of Hebrew and Arabic ones; й is a letter."""
_SAME = str.maketrans("یىکة", "ييكه")
"""Arabic letters as the keyboards of several languages have them."""


def may_be_place(name: str, folded: str = "") -> bool:
    """Whether a name, as written and, if that is known, folded, is like a place's; quick, for very many."""
    return _key(name, folded) in _known() or ("," in name and _key(turned(name)) in _known())


def places_of(name: str) -> frozenset[str]:
    """The places that a topic of this name is, by keys of this module."""
    return frozenset(
        place
        for spelt in (name, turned(name))
        for form, place in _pairs(_known().get(_key(spelt), ""))
        if form == plain(spelt)
    )


def are_other_places(word: str, other: str) -> bool:
    """Whether a folded word is a place's name in a language of topics, and the other is not the same place's."""
    own = {place for _, place in _pairs(_known().get(word, ""))}
    return bool(own) and own.isdisjoint(place for _, place in _pairs(_known().get(other, "")))


def is_of_place(word: str) -> bool:
    """Whether a folded word of English says where something is of: “African”."""
    return any(word.endswith(ending) and word.removesuffix(ending) in _known() for ending in _BELONGING)


def is_water(text: str, place: str) -> bool:
    """Whether a folded text is what is called by a place's name and is none: the river Niger is not Niger."""
    head, _, last = text.rpartition(" ")
    first, _, tail = text.partition(" ")
    called = (head == place and last in _WATERS) or (tail == place and first in _WATERS)
    return called and place in _known()


def is_land(text: str, name: str) -> bool:
    """Whether a folded text is a land by whose it is, and the name only says whose: the Swedish republic is not Swedish."""
    words = text.split()
    if name not in words or LANDS.isdisjoint(words):
        return False
    return name in _tongues() or (is_of_place(name) and name not in _known())


def names_of(place: str) -> set[str]:
    """All that a place is called, in the forms that tell."""
    names = set(decompress(_called()[place]).decode().split("\n"))
    return {form for name in names for form in _told(name, place)}


def turned(name: str) -> str:
    """“Virgin Islands, British” as it is spoken, “Iran, Islamic Republic of” without what it is; others as they are."""
    head, comma, rest = name.partition(", ")
    if not comma:
        return name
    return head if rest.endswith(" of") else f"{rest.removeprefix('The ')} {head}"


def forms(text: str) -> Iterator[str]:
    """How a text may stand among the names: without spaces, in small letters, and without accents; in Latin letters
    first with them."""
    if script(text) != LATIN:
        yield plain(text)
        return
    if not text.isascii():
        yield _letters(unicodedata.normalize("NFC", text.casefold()))
    yield plain(text)


def is_slip(form: str, other: str) -> bool:
    """Whether one plain form is another with a slip in it, or two in a long one: rules for slips judge that."""
    return 0 < OSA.distance(form, other) <= 1 + (len(form) >= LONG)


def plain(text: str) -> str:
    """A text without spaces and accents, in small letters."""
    if script(text) == LATIN:
        return fold(text).replace(" ", "")
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    return _letters(unicodedata.normalize("NFKC", bare)).translate(_SAME)


def _letters(text: str) -> str:
    """Letters, their signs and digits of a text."""
    return "".join(letter for letter in text if unicodedata.category(letter)[0] in "LMN")


@cache
def _known() -> Mapping[str, str]:
    """The names of places in the languages of topics, by their keys: the plain form and which place it is, as `_pairs`."""
    # As texts, first and last: small objects would lie scattered among what is read, and hold on to its memory.
    lines = StringIO("\n".join(f"{place}\t{name}" for place, name in _own_names()))
    found: dict[str, str] = {}
    for line in lines:
        place, _, name = line.rstrip("\n").partition("\t")
        for spelt in _spellings(name):
            key, pair = _key(spelt), (plain(spelt), place)
            if pair not in _pairs(found.get(key, "")):
                found[key] = found.get(key, "") + "\t".join(pair) + "\n"
    return found


def _pairs(lines: str) -> list[tuple[str, str]]:
    return [(form, place) for form, _, place in (line.partition("\t") for line in lines.splitlines())]


def _key(name: str, folded: str = "") -> str:
    """What places are known by: folded in alphabets that fold cheaply. The tables of the others would stay in memory."""
    return (folded or romanise(name)) if script(name) in (LATIN, "cyrl") else plain(name)


def _own_names() -> Iterator[tuple[str, str]]:
    for language in _OWN:
        yield from _names(language)
    for place, name in _names("en"):
        # As other English has it.
        yield place, name.replace("&", "and").replace("St.", "Saint")
    yield from _others()


def _others() -> Iterator[tuple[str, str]]:
    """The other names in English of the places that CLDR has."""
    known = {_place(name) for name in _english().values()}
    yield from ((place, name) for name, also in _ALSO.items() if (place := _place(also)) in known)


@cache
def _called() -> Mapping[str, bytes]:
    """The names of each place, a line each, packed. It takes half a second, and 0.6 MB to keep."""
    # As one text each: kept as they come, names lie scattered among what is read, and hold on to ten times that.
    named = {_place(name): bytearray() for name in _english().values()}
    each = (pair for language in localedata.locale_identifiers() for pair in _names(language))
    for place, name in chain(_others(), each):
        named[place] += f"{name}\n".encode()
    return {place: compress(names) for place, names in named.items()}


def _told(name: str, place: str) -> Iterator[str]:
    """The forms of a name of a place that tell what is meant by it."""
    for spelt in _spellings(name):
        *accented, bare = forms(spelt)
        if script(spelt) != LATIN:
            if len(bare) > 1:
                yield bare
            continue
        if len(bare) < SURE:
            yield from (form for form in accented if len(form) >= ACCENTED)
            if is_slip(bare, place):
                continue
        if len(bare) >= SHORT and not _is_word(bare):
            yield bare


def _is_word(bare: str) -> bool:
    """Whether a name is an English word: “Island” is Iceland in German."""
    return bare in FUNCTION or bare in FILLERS or is_kind(bare) or bare in COMMON or singular(bare) in COMMON


def _spellings(name: str) -> set[str]:
    return {name, _ASIDE.sub("", name)}


def _names(language: str) -> Iterator[tuple[str, str]]:
    """Each place that a language names by itself, and that name."""
    if language == "en":
        yield from ((_place(name), name) for name in _english().values())
    named = [
        (_place(_english()[code]), code, name) for code, name in _read(language).items() if code in _english()
    ]
    territories = {place: name for place, code, name in named if "/" not in code}
    for place, code, name in named:
        # A city that is called as its territory is may be another in this language: “Douglas” on the Isle of Man.
        if "/" not in code or place not in _lands() or name in territories.get(place, ""):
            yield place, name


@cache
def _english() -> Mapping[str, str]:
    """Names in English by the codes of places."""
    named = {**_read("root"), **_read("en")}
    cities = {zone: zone.rpartition("/")[2].replace("_", " ") for zone in _read(_ZONED) if "/" in zone}
    return {code: name for code, name in (cities | named).items() if code not in _NOWHERE}


@cache
def _tongues() -> frozenset[str]:
    """The languages that English calls by a word for where they are spoken: “Swedish”."""
    return frozenset(fold(name) for name in _data("en")["languages"].values() if name.endswith(_SPOKEN))


@cache
def _lands() -> frozenset[str]:
    return frozenset(_place(name) for code, name in _english().items() if "/" not in code)


def _read(language: str) -> dict[str, str]:
    """What a language calls territories and cities, by their codes and time zones."""
    data = _data(language)
    zones: dict[str, dict[str, str]] = data.get("time_zones", {})
    cities = {zone: about["city"] for zone, about in zones.items() if "city" in about}
    return {**data.get("territories", {}), **cities}


def _data(language: str) -> dict[str, Any]:
    """What is known of a language: babel itself would join each of 1,000 with others and keep that, in seconds and 200 MB."""
    with open(localedata.resolve_locale_filename(language), "rb") as file:  # noqa: PTH123 — a Path keeps its name for good
        data: dict[str, Any] = _Words(file).load()
    return data


class _Words(pickle.Unpickler):
    """Reads what is made of texts and numbers, and no objects, such as patterns of dates."""

    def find_class(self, module: str, name: str) -> type[_Unread]:
        return _Unread


class _Unread:
    def __init__(self, *_: object) -> None: ...

    def __setstate__(self, state: object) -> None: ...


@cache
def _place(english: str) -> str:
    return plain(_BRACKETS.sub("", english))

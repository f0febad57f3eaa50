"""What places are called in every language."""

import subprocess
import sys

import pytest

from bot.lookup import places
from bot.lookup.places import (
    _ALSO,
    _OWN,
    _ZONED,
    _read,
    is_slip,
    may_be_place,
    names_of,
    places_of,
    plain,
    turned,
)
from bot.lookup.romanise import romanise


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Switzerland", "switzerland"), ("Cote d'Ivoire", "cotedivoire"), ("Ivory Coast", "cotedivoire"), ("Turkey", "turkiye"),
        ("Bosnia and Herzegovina", "bosniaherzegovina"), ("Saint Lucia", "stlucia"), ("USA", "unitedstates"), ("Грузия", "georgia"),
        ("日本", "japan"), ("ألمانيا", "germany"), ("Virgin Islands, British", "britishvirginislands"),
        ("Iran, Islamic Republic of", "iran"), ("Hong Kong", "hongkong"), ("Central Asia", "centralasia"), ("Kiev", "kyiv"), ("Warsaw", "warsaw"),
        ("Korea, Republic of", "southkorea"), ("Korea, Democratic People's Republic of", "northkorea"),
    ],
)  # fmt: skip
def test_a_topic_is_a_place_by_its_name(name: str, place: str) -> None:
    """In the languages of topics, with other spellings of English and the order of lists."""
    assert places_of(name) == {place}
    assert may_be_place(name, romanise(name))


@pytest.mark.parametrize(
    "name", ["Maurice", "Suisse", "Republic of China", "Lake Balkhash", "world", "", "，"]
)
def test_other_names_are_none(name: str) -> None:
    """What only other languages call a place is a person's name as well, and a republic is not the land."""
    assert not places_of(name)


@pytest.mark.parametrize(
    ("place", "forms"),
    [
        ("switzerland", "瑞士 schweiz suisse szwajcaria ελβετια швейцария スイス 스위스 स्विट्ज़रलैंड"),
        ("saudiarabia", "沙地阿拉伯 саудовскаяаравия"), ("vietnam", "vietname"), ("hongkong", "香港 гонконг hongkong"),
        ("germany", "المانيا đức"), ("congokinshasa", "刚果 kongo"), ("turkiye", "turkey"),
    ],
)  # fmt: skip
def test_names_in_all_languages(place: str, forms: str) -> None:
    """Without spaces and accents, those of a region among them; short Latin ones with their accents."""
    assert set(forms.split()) <= {plain(form) if form != "đức" else form for form in names_of(place)}


@pytest.mark.parametrize(
    ("place", "form"),
    [("iceland", "island"), ("china", "chine"), ("russia", "nga"), ("italy", "y"), ("laos", "laws"), ("isleofman", "douglas")],
)  # fmt: skip
def test_what_tells_nothing_is_left_out(place: str, form: str) -> None:
    """A word of English, a short name that is a slip of the English one, two or three letters, a capital for a land."""
    assert form not in names_of(place)


def test_letters_of_other_keyboards_are_one() -> None:
    """Case, accents, spaces, hyphens and Arabic letters of other languages do not tell names apart; й is a letter."""
    assert plain("Коста-Рика") == plain("КОСТА РИКА")
    assert plain("ألمانیا") == plain("المانيا")
    assert plain("Ελβετία") == plain("ΕΛΒΕΤΙΑ")
    assert plain("Côte d’Ivoire") == "cotedivoire"
    assert plain("Йемен") == "йемен"


def test_every_other_name_in_english_is_of_a_place_that_is_known() -> None:
    """What CLDR calls a place may change: none of ours may be lost by that unseen."""
    assert [name for name in _ALSO if not places_of(name)] == []


def test_every_city_of_a_time_zone_is_known() -> None:
    """The language by which cities are listed names no fewer than the others that topics are known by."""
    assert {zone for language in _OWN for zone in _read(language) if "/" in zone} <= set(_read(_ZONED))


def test_slips() -> None:
    """One letter, or two of a long name; the name itself is none."""
    assert is_slip("cameron", "cameroon")
    assert is_slip("guadalupe", "guadeloupe")
    assert not is_slip("maurice", "mauritius")
    assert not is_slip("peru", "peru")


def test_the_order_of_lists() -> None:
    """What stands after a comma is put before, or left out where it says what the land is."""
    assert turned("Bahamas, The") == "The Bahamas"
    assert turned("Moldova, Republic of") == "Moldova"
    assert turned("Congo, The Democratic Republic of the") == "Democratic Republic of the Congo"


def test_nothing_is_read_until_it_is_needed() -> None:
    """An index without a place in it reads the languages of topics alone, and one without names none."""
    code = (
        "from bot.lookup import NameIndex, places\n"
        "NameIndex([])\n"
        "assert not places._known.cache_info().currsize\n"
        "NameIndex([('Old Mill', 'mill')])\n"
        "assert places._known.cache_info().currsize\n"
        "assert not places._called.cache_info().currsize\n"
        "NameIndex([('Norway', 'no')])\n"
        "assert places._called.cache_info().currsize\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)  # noqa: S603  # our own code


@pytest.mark.parametrize(
    ("word", "other", "others"),
    [("slovenia", "slovakia", True), ("sloveniya", "slovakia", True), ("harwick", "slovakia", False), ("kiev", "kyiv", False)],
)  # fmt: skip
def test_another_place_is_told_from_a_misspelt_one(word: str, other: str, others: bool) -> None:
    """A word that is a place's own name is another's only where that is not the same place."""
    assert places.are_other_places(word, other) is others


def test_a_river_is_not_the_country_of_its_name() -> None:
    """Land and water beside a place's name is something else; beside any other name it is the same thing."""
    assert places.is_water("niger river", "niger")
    assert places.is_water("river niger", "niger")
    assert not places.is_water("niger republic", "niger")
    assert not places.is_water("lake harwick", "harwick")


def test_words_that_say_where_something_is_of() -> None:
    """“Zambian” is such a word; “Harwickian” is of no place that is known."""
    assert places.is_of_place("zambian")
    assert not places.is_of_place("harwickian")


def test_a_land_is_not_the_tongue_that_is_spoken_there() -> None:
    """“Turkish” beside a word for a land is where it is spoken; what is no such word may stand beside one."""
    assert places.is_land("turkish republic", "turkish")
    assert places.is_land("of republic zambian", "zambian")
    assert not places.is_land("turkish verbs", "turkish")
    assert not places.is_land("shan province", "shan")
    assert not places.is_land("tallinn city", "tallinn")
    assert not places.is_land("turkish republic", "republic")
    assert not places.is_land("republic harwick", "harwick")

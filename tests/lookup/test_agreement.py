"""How far a query may be taken for a name."""

import pytest

from bot.lookup.agreement import agreement
from bot.lookup.romanise import romanise
from bot.lookup.slips import SURE


def worth(query: str, name: str) -> float:
    """What the rules say of a query and a name as they are written."""
    return agreement(query, romanise(query), name, romanise(name)).worth


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("harbour rescue", "Harbour Rescue Corps"), ("fishing rights", "Charter of Fishing Rights"),
        ("Ada Moor", "Ada M. Moor"), ("Andara et Borovia", "Andara & Borovia"), ("harbourrescue corps", "Harbour Rescue Corps"),
        ("harwick nuclear plant", "Harwick nuclear power plant"), ("Andara y Borovia", "Andara & Borovia"), ("Niger Republic", "Niger"),
        ("van der Moor", "Ada van der Moor"), ("A. Moor", "Ada Moor"), ("Moor A.-B.", "Ada-Beth Moor"), ("Ж. Моор", "Zhanna Moor"), ("president Morrow", "Morrow"), ("morrow", "Lake Morrow"), ("morrow", "lake Morrow"), ("Harrower Sea II", "Harrower Sea 2"),
    ],
)  # fmt: skip
def test_most_of_a_name_is_the_name(query: str, name: str) -> None:
    """More than half of its words or letters and all its capitals, “and” in another tongue, a kind or a title more or less,
    initials with their full stops."""
    assert worth(query, name) >= SURE


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("fishing rights", "Northern Council for Fishing Rights"), ("free ports", "Union of Free Ports and Harbours"),
        ("rescue party", "Harbour Rescue Party"), ("Harwick SC", "Harwick"), ("Harrower 1", "Harrower"), ("Section 4", "Section 40"), ("Harrower I", "Harrower II"),
        ("nuclear power plant", "Harwick nuclear power plant"), ("Queen Morrow", "Lake Morrow"), ("Niger River", "Niger"),
        ("People's Bank of Andara", "Bank of Andara"), ("Ada B Moor", "Ada Moor"), ("C. Moor", "Ada Moor"), ("vitamin c", "Vitamin Cold Store"), ("A.M.", "Ada Moor"), ("heating", "District heating"), ("rescue", "mountain rescue"),
    ],
)  # fmt: skip
def test_half_of_a_name_or_more_than_it_is_another(query: str, name: str) -> None:
    """Half of it or what is no name in it, a word, an initial or a number more, the start of a number, a title for a kind
    of place, a river for a country, a thing without what kind it is."""
    assert worth(query, name) < SURE


@pytest.mark.parametrize(
    ("query", "paired"), [("prass kouncel of the isles", True), ("African Press Council", False)]
)
def test_several_slips_in_a_word_still_sound_so(query: str, paired: bool) -> None:
    """Who writes by ear keeps the consonants; where they differ as well it is a sister."""
    name = "Press Council of the Isles" if paired else "American Press Council"
    assert agreement(query, query.lower(), name, name.lower()).paired is paired


@pytest.mark.parametrize(
    ("query", "name", "same"),
    [
        ("Балкаш", "Balkhash", True),
        ("Морроу", "Morrow", True),
        ("Модана", "Mordana", True),
        ("Модана", "Morana", False),
        ("小马", "Xiaomi", False),
    ],
)
def test_what_differs_in_another_script_is_no_slip(query: str, name: str, same: bool) -> None:
    """A short word has all the consonants of the name, or but for one left out; of two Chinese syllables none differs."""
    assert (worth(query, name) >= SURE) is same


@pytest.mark.parametrize(
    ("query", "name", "same"),
    [
        ("上港河湖联盟", "上海港河湖联盟", True),
        ("上港海河湖联盟", "上海港河湖联盟", True),
        ("上海港o河湖联盟", "上海港河湖联盟", True),
        ("上海港山湖联盟", "上海港河湖联盟", False),
        ("上海港河湖联盟会", "上海港河湖联盟", False),
        ("港湖", "港河湖", False),
    ],
)
def test_a_slip_in_a_chinese_name(query: str, name: str, same: bool) -> None:
    """One letter left out, put in between or in the next one's place is a slip; another letter, or one more, is another name."""
    assert (worth(query, name) >= SURE) is same


def test_a_small_word_turned_round() -> None:
    """“fo” is “of”; another short word is a word more."""
    assert agreement(
        "charter fo fishing", "charter fo fishing", "Charter of Fishing", "charter of fishing"
    ).paired
    assert not agreement(
        "charter eu fishing", "charter eu fishing", "Charter of Fishing", "charter of fishing"
    ).paired


@pytest.mark.parametrize(("query", "name"), [("Лоян", "loans"), ("Риян", "rains")])
def test_an_s_tells_in_a_short_name(query: str, name: str) -> None:
    """What sounds like the singular of a short word is not it."""
    assert worth(query, name) < SURE

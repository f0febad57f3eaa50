"""Topics that are named side by side, or with something asked of them."""

import pytest

from bot.lookup import Ambiguous, NameIndex, NotFound
from bot.lookup.naming import han_names, naming

NAMES = [
    ("Andara", "andara"), ("安达拉", "andara"), ("Borovia", "borovia"), ("博罗维亚", "borovia"), ("Lake Tengiz", "tengiz"), ("Tengiz", "tengiz"),
    ("Ada-Lee Moor", "moor"), ("拉", "la"),
]  # fmt: skip
INDEX = NameIndex(NAMES)
HAN = han_names(NAMES)


@pytest.mark.parametrize(
    "query",
    ["Andara vs Borovia", "Andara vs. Borovia", "andara versus borovia?", "Andara and Borovia", "compare andara with borovia", "Andara, Borovia", "andara/borovia",
     "Andara-Borovia", "Andara–Borovia", "andara & borovia", "安达拉和博罗维亚", "安达拉与博罗维亚的关系", "安达拉vs博罗维亚", "安达拉 博罗维亚"],
)  # fmt: skip
def test_topics_side_by_side_are_all_offered(query: str) -> None:
    """Where a query names several and says nothing else, each may be meant, in the order in which they were named."""
    answer = naming(query, INDEX.resolve, HAN).answer(query, ())
    assert isinstance(answer, Ambiguous)
    assert [one.slug for one in answer.suggestions] == ["andara", "borovia"]


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("how much does Andara owe Borovia?", ["andara", "borovia"]), ("tengiz and vesuvius", ["tengiz"]), ("lake tengiz pizza", ["tengiz"]),
        ("ada-lee moor pizza", ["moor"]), ("安达拉经济", ["andara"]), ("pizza and beer", []), ("and", []), ("", []), ("拉面", []), ("🦀 " * 400, []),
    ],
)  # fmt: skip
def test_names_with_more_asked_of_them(query: str, slugs: list[str]) -> None:
    """Where more is asked nothing is decided: the topics that are named are offered, the longest name of each place."""
    answer = naming(query, INDEX.resolve, HAN).answer(query, ())
    assert isinstance(answer, NotFound)
    assert [one.slug for one in answer.suggestions] == slugs


def test_no_name_goes_on_over_versus() -> None:
    """What stands on the other side belongs to another name, though it is a word of the first."""
    index = NameIndex([("Deep water", "deep"), ("Water supplies", "supplies")])
    answer = naming("deep water vs water supplies", index.resolve, ()).answer("", ())
    assert [one.slug for one in answer.suggestions] == ["deep", "supplies"]


def test_the_nearest_follow_once() -> None:
    """Near names come after those that are named, none twice, five at most."""
    near = [*INDEX.search("tengiz lake"), *INDEX.search("andara"), *INDEX.search("ada lee")]
    query = "borovia pizza"
    answer = naming(query, INDEX.resolve, HAN).answer(query, near)
    slugs = [one.slug for one in answer.suggestions]
    assert slugs[0] == "borovia"
    assert len(slugs) == len(set(slugs)) <= 5

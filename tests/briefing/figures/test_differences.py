"""Figures that measure the same thing stand together, and only those."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.briefing.figures.differences import differences, same_measure
from bot.briefing.figures.ledger import figures_in
from bot.briefing.models import Figure
from bot.corpus.reader import make_document

PAIRS: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "measured.toml").read_text())["pair"]
PRECISION, RECALL = 0.95, 0.75
"""Floors over the pairs that were only counted; they may only rise."""


def figures(**texts: str) -> list[Figure]:
    """The figures of some documents, each published on 5 May of the year its name ends in."""
    found: list[Figure] = []
    for name, text in texts.items():
        document = make_document(name, f"{name}.txt", f"A Title of Words\n5 May {name[-4:]}\n\n{text}")
        found += [figure for passage in document.passages for figure in figures_in(document, passage)]
    return found


def groups(found: list[Figure]) -> list[list[str]]:
    return [[found[i].value for i in difference.figures] for difference in differences(found)]


def judged(pair: dict[str, Any]) -> bool:
    """Whether the two figures of a pair are set side by side."""
    first = next(figure for figure in figures(a2022=pair["a"]) if figure.value == pair["x"])
    second = next(figure for figure in figures(b2022=pair["b"]) if figure.value == pair["y"])
    return same_measure(first, second)


def measured(name: str) -> tuple[float, float]:
    """Precision and recall over the pairs of a set."""
    results = [(pair["same"], judged(pair)) for pair in PAIRS if pair["set"] == name]
    right = sum(same and found for same, found in results)
    return right / (sum(found for _, found in results) or 1), right / sum(same for same, _ in results)


@pytest.mark.parametrize("name", ["tune", "test"])
def test_what_measures_the_same_is_told_from_what_does_not(name: str) -> None:
    """On labelled pairs of sentences from eleven fields, precision first, and recall, stay above their floors."""
    precision, recall = measured(name)
    assert precision >= PRECISION, precision
    assert recall >= RECALL, recall


def test_figures_of_the_same_measure_stand_together() -> None:
    """Two documents that state the same measure differently are set side by side, oldest first; others are not."""
    found = figures(
        new2023="The country’s share of the total trade is 19 percent.",
        old2019="The country’s share of the total trade is 15 percent.",
        else2019="The weight of the fish in the bay is 15 percent.",
    )
    assert groups(found) == [["15 percent", "19 percent"]]


def test_sources_that_agree_do_not_differ() -> None:
    """The same amount in other words is no difference."""
    assert (
        groups(
            figures(
                a2019="The bridge cost about $2 billion.", b2020="The bridge cost roughly 2 billion dollars."
            )
        )
        == []
    )


def test_one_document_differs_from_itself_only_over_time() -> None:
    """A change between two stated dates stands together; two numbers of one time do not."""
    text = "Support for the law rose from 40 percent in 2017 to 52 percent in 2021."
    assert groups(figures(a2022=text)) == [["40 percent", "52 percent"]]
    assert groups(figures(a2022="The bridge cost $2 billion. The bridge cost $3 billion, others say.")) == []


def test_such_takes_up_what_was_counted() -> None:
    """“70 such plants” counts the same as the sentence before it; with a like sum elsewhere both are set beside it."""
    found = figures(
        a2019="The ministers agreed on 64 new factories for the coast. Now 70 such plants are planned for 9.7 billion dollars.",
        b2022="The coast is to have 70 works worth $9.2 billion. Another 15 works are under way.",
    )
    assert sorted(groups(found)) == [
        ["64 new factories", "70 such plants", "70 works"],
        ["9.7 billion dollars", "$9.2 billion"],
    ]


def test_a_chain_of_likes_makes_no_group() -> None:
    """A count of no stated place does not bring together those of two places that are kept apart."""
    found = figures(
        a2019="Officials in Ruvia have confirmed 12 cases of the fever.",
        b2019="The agency has confirmed 40 cases of the fever.",
        c2019="Officials in Temar have confirmed 31 cases of the fever.",
    )
    assert not any({"12 cases", "31 cases"} <= set(group) for group in groups(found))


def test_each_count_has_its_own_fate() -> None:
    """In a sentence of several fates each number is of the one beside it."""
    found = figures(
        a2019="The fever has infected 2,500 people and killed 30 people in Temar.",
        b2019="In Temar the fever has killed 41 people.",
    )
    assert groups(found) == [["30 people", "41 people"]]

"""Figures and events: sliced, never re-typed."""

import pytest

from bot.briefing.figures import differences, figures_in
from bot.briefing.timeline import events_in
from bot.corpus.reader import make_document


def values(sentence: str) -> list[tuple[str, str]]:
    """Value and unit of each figure of a sentence."""
    document = make_document("d", "d.txt", sentence)
    found = figures_in(document, document.passages[0])
    for figure in found:
        assert figure.value in sentence
        assert figure.unit in figure.value
        assert figure.measure in sentence
    return [(figure.value, figure.unit) for figure in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The basin gives about 70 percent of the water of the lake.", [("about 70 percent", "percent")]),
        ("The inflow amounted to $13.9 billion in all these years.", [("$13.9 billion", "$")]),
        (
            "A capital of 100 billion US dollars was set aside for it.",
            [("100 billion US dollars", "US dollars")],
        ),
        (
            "They plan to raise trade from $31 billion to $40 billion soon.",
            [("$31 billion", "$"), ("$40 billion", "$")],
        ),
        (
            "It grew from 4 percent in 2017 to 19 percent in 2023.",
            [("4 percent", "percent"), ("19 percent", "percent")],
        ),
        (
            "About 180,000 ethnic Uighurs live in the east of it.",
            [("About 180,000 ethnic Uighurs", "ethnic Uighurs")],
        ),
        ("As many as one million people live there to this day.", []),
        (
            "More than 250 companies are already registered in the town.",
            [("More than 250 companies", "companies")],
        ),
        ("A 30-day visa was agreed between the two of them.", [("30-day", "day")]),
        ("In 2013 and on 5 May 2020 they met at the 5G fair.", []),
        ("It happened then (Xinhua Net, September 12), in version 4.0 of it.", []),
    ],
)
def test_numbers_with_their_units(sentence: str, expected: list[tuple[str, str]]) -> None:
    """Amounts, shares and counts are found; years, dates, versions and references are not."""
    assert values(sentence) == expected


def test_as_of_is_the_date_stated_or_the_documents() -> None:
    """A figure's date is the one that follows it, else one in its sentence, else the document's."""
    document = make_document(
        "d",
        "d.txt",
        "A Title of Words\n3 May 2021\n\nIt rose from 4 percent in 2017 to 19 percent in 2020. The rest is 9 percent of it all.",
    )
    found = [figure for passage in document.passages for figure in figures_in(document, passage)]
    assert [figure.as_of for figure in found] == ["2017", "2020", "2021-05-03"]


def test_figures_of_the_same_measure_stand_together() -> None:
    """Two documents that state the same measure differently are set side by side, oldest first; others are not."""
    texts = {
        "new": "T\n5 May 2023\n\nThe country’s share of the total trade is 19 percent.",
        "old": "T\n5 May 2019\n\nThe country’s share of the total trade is 15 percent.",
        "else": "T\n5 May 2019\n\nThe weight of the fish in the bay is 15 percent.",
    }
    figures = []
    for name, text in texts.items():
        document = make_document(name, f"{name}.txt", text)
        figures += [figure for passage in document.passages for figure in figures_in(document, passage)]
    assert [difference.figures for difference in differences(figures)] == [(1, 0)]


def test_events_keep_their_precision() -> None:
    """A stated date is an event at the precision stated; a reference in brackets is none."""
    document = make_document(
        "d",
        "d.txt",
        "In May 2023 and on 12 September 2019 they met again (Xinhua, May 18, 2018), as in 2013.",
    )
    assert [event.date for event in events_in(document, document.passages[0])] == [
        "2023-05",
        "2019-09-12",
        "2013",
    ]

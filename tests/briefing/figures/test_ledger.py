"""Figures: sliced, never re-typed."""

import pytest

from bot.briefing.figures.ledger import figures_in, passages_on
from bot.briefing.models import Figure
from bot.corpus.reader import make_document
from bot.topics.catalogue import Place

LEDGER = [
    ("The basin gives about 70 percent of the water of the lake.", [("about 70 percent", "percent", "share", 70)]),
    ("The inflow amounted to $13.9 billion in all these years.", [("$13.9 billion", "$", "money", 13.9e9)]),
    (
        "A capital of 100 billion US dollars was set aside for it.",
        [("100 billion US dollars", "US dollars", "money", 100e9)],
    ),
    (
        "They plan to raise trade from $31 billion to $40 billion soon.",
        [("$31 billion", "$", "money", 31e9), ("$40 billion", "$", "money", 40e9)],
    ),
    ("It rose from 10,000 to 12,000 people.", [("10,000", "people", "count", 1e4), ("12,000 people", "people", "count", 12e3)]),
    (
        "It grew from 4 percent in 2017 to 19 percent in 2023.",
        [("4 percent", "percent", "share", 4), ("19 percent", "percent", "share", 19)],
    ),
    (
        "About 180,000 ethnic Uighurs live in the east of it.",
        [("About 180,000 ethnic Uighurs", "ethnic Uighurs", "count", 180_000)],
    ),
    (
        "As many as one million people live there to this day.",
        [("As many as one million people", "people", "count", 1e6)],
    ),
    ("He bought two oil tankers for it.", [("two oil tankers", "oil tankers", "count", 2)]),
    ("Five railways pass through the town.", [("Five railways", "railways", "count", 5)]),
    ("A 30-day visa was agreed between the two of them.", [("30-day", "day", "duration", 30)]),
    ("Almost a third of the debt is theirs.", [("Almost a third", "third", "share", 100 / 3)]),
    ("One in five adults smokes there.", [("One in five", "in", "share", 20)]),
    ("It takes two to three times as much time.", [("two to three times", "times", "ratio", 2)]),
    ("It costs twice as much as before.", [("twice", "twice", "ratio", 2)]),
    ("It is the fourth largest source of wool.", [("fourth largest source", "source", "rank", 4)]),
    ("It is the second-largest trade partner of all.", [("second-largest trade partner", "trade partner", "rank", 2)]),
    (
        "Between 1,000 and 5,000 barrels a day are leaking.",
        [("Between 1,000 and 5,000 barrels a day", "barrels a day", "count", 1000)],
    ),
    ("The fund paid out €1.2bn and £10m.", [("€1.2bn", "€", "money", 1.2e9), ("£10m", "£", "money", 1e7)]),
    ("Dozens of people and billions of dollars were lost.", [("Dozens of people", "people", "count", None), ("billions of dollars", "dollars", "money", None)]),
]  # fmt: skip


def ledger(*sentences: str, head: str = "") -> list[Figure]:
    """The figures of some sentences; every part of each is a slice of its sentence."""
    document = make_document("d", "d.txt", head + " ".join(sentences))
    found = [figure for passage in document.passages for figure in figures_in(document, passage)]
    for figure in found:
        assert figure.value in figure.citation.quote
        assert figure.unit in figure.citation.quote
        assert figure.measure in figure.citation.quote
    return found


@pytest.mark.parametrize(("sentence", "expected"), LEDGER)
def test_numbers_with_their_units(sentence: str, expected: list[tuple[str, str, str, float | None]]) -> None:
    """Amounts, shares, counts, durations, ratios and ranks are found, in digits and in words, and computed."""
    assert [
        (f.value, f.unit, f.kind, f.amount and pytest.approx(f.amount)) for f in ledger(sentence)
    ] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2013 and on 5 May 2020 they met at the 5G fair.",
        "It happened then (Xinhua Net, September 12), in version 4.0 of it.",
        "The Apollo 11 crew read Article 5 at 10 Downing Street in the 1990s [12].",
        "The two countries spoke of the “three evils” with one another.",
        "It was over the past five years, two decades ago, in his 50s, on Channel 4.",
        "The first of them came second, and the third went home.",
        "World Cup 2014 and Vision 2030 were Boeing 737 jets.",
    ],
)
def test_what_is_no_figure(sentence: str) -> None:
    """Years, decades, dates, versions, codes, names, addresses, footnotes and references are none."""
    assert ledger(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("At the same time, the volume of loans to the port exceeded $42.8 billion.", "the volume of loans to the port"),
        ("The turnover of the two ports is 12 billion dollars.", "The turnover of the two ports"),
        ("In the bay, the share of cod today, according to some, reaches over 30%.", "the share of cod today"),
        ("It is obvious that the share of foreign debt, which is almost a third, is a risk.", "the share of foreign debt"),
        ("The port became the first of all, accounting for 19 percent of the trade (RBC, July 28).", "The port became the first of all, accounting for 19 percent of the trade"),
        ("It is an agreement of 2015 on the building of 55 works worth $ 27 billion.", "55 works worth $ 27 billion"),
        ('"The port has invested 20 million dollars in it," Ann Lee said in May.', "The port has invested 20 million dollars in it"),
    ],
)  # fmt: skip
def test_a_measure_reads_as_what_is_measured(sentence: str, measure: str) -> None:
    """What stands before a verb of amount, else the clause with its subject, without what only joins it on."""
    assert ledger(sentence)[-1].measure == measure


def test_as_of_is_the_date_stated_or_resolved_or_the_documents() -> None:
    """A figure's date is the one that follows it, else one in its sentence, else the document's; and how it is known."""
    found = ledger(
        "It rose from 4 percent in 2017 to 19 percent in 2020.",
        "Last year 12 ships sank.",
        "The rest is 9 percent of it all.",
        head="A Title of Words\n3 May 2021\n\n",
    )
    assert [(f.as_of, f.as_of_basis) for f in found] == [
        ("2017", "stated"),
        ("2020", "stated"),
        ("2020", "resolved"),
        ("2021-05-03", "document"),
    ]


def test_without_a_date_nothing_is_dated() -> None:
    """A document without a date dates no figure."""
    assert [(f.as_of, f.as_of_basis) for f in ledger("Last year 12 ships sank in the bay.")] == [(None, None)]


def test_each_part_of_a_change_has_its_role() -> None:
    """From, to and by; what is aimed at is marked as planned, what it starts from is not."""
    found = ledger(
        "They plan to raise trade from $31 billion to $40 billion.",
        "Prices fell by 3 percent.",
        "It amounted to $5 million.",
    )
    assert [(f.role, f.planned) for f in found] == [
        ("from", False),
        ("to", True),
        ("by", False),
        (None, False),
    ]


def test_the_sentence_after_a_name_belongs_to_it() -> None:
    """What goes on about a topic without its name, and “the two countries” soon after it, count as its passages."""
    text = "Aldoria and Calder met. Nothing came of it. The trade of the two countries is $2 billion. Rain fell on 40 towns."
    document = make_document("d", "d.txt", text)
    place = Place(document.passages[0], 0, 7, 1)
    assert [passage.text for _, passage in passages_on([place], {"d": document})] == [
        "Aldoria and Calder met.",
        "The trade of the two countries is $2 billion.",
    ]

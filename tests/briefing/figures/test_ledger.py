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
    ("In 30-plus years and 20-odd towns it rained.", [("30-plus years", "years", "duration", 30), ("20-odd towns", "towns", "count", 20)]),
    ("It had nine crew and lost a third more.", [("nine crew", "crew", "count", 9), ("a third", "third", "share", 100 / 3)]),
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
    ("A dozen ships and half a dozen boats sank.", [("A dozen ships", "ships", "count", 12), ("half a dozen boats", "boats", "count", 6)]),
    ("Some 2½ years and 3 1/2 hours on, 1/3 of it is left.", [("Some 2½ years", "years", "duration", 2.5), ("3 1/2 hours", "hours", "duration", 3.5), ("1/3", "1/3", "share", 100 / 3)]),
    ("One hundred and twenty tanks and two and a half million refugees came.", [("One hundred and twenty tanks", "tanks", "count", 120), ("two and a half million refugees", "refugees", "count", 2.5e6)]),
    ("It paid EUR 3.4 million, Rs 500 crore and US$ 3.2 trillion.", [("EUR 3.4 million", "EUR", "money", 3.4e6), ("Rs 500 crore", "Rs", "money", 5e9), ("US$ 3.2 trillion", "US$", "money", 3.2e12)]),
    ("Yields rose by 25 bps.", [("25 bps", "bps", "share", 25)]),
    ("The park of 1,200 km² had -12 °C, or minus 12 degrees Celsius.", [("1,200 km²", "km²", "count", 1200), ("-12 °C", "°C", "count", -12), ("minus 12 degrees Celsius", "degrees Celsius", "count", -12)]),
    ("It had a low of 43 degrees below zero and shrank by -3.2%.", [("43 degrees below zero", "degrees below zero", "count", -43), ("-3.2%", "%", "share", -3.2)]),
    ("The mass is 12.5 ± 0.3 kg.", [("12.5 ± 0.3 kg", "kg", "count", 12.5)]),
    ("There were 110 deaths per 100,000 people.", [("110 deaths per 100,000 people", "deaths per 100,000 people", "count", 110)]),
    ("The loss was $5.1 million a year earlier.", [("$5.1 million", "$", "money", 5.1e6)]),
    ("In İzmir between 30 and 40 ships and the İnci paid $5 million.", [("between 30 and 40 ships", "ships", "count", 30), ("$5 million", "$", "money", 5e6)]),
    ("About 45 of the 60 states and two of the workers signed.", [("About 45 of the 60 states", "states", "count", 45), ("two of the workers", "workers", "count", 2)]),
    ("More than 100 were killed and 300 injured.", [("More than 100", "killed", "count", 100), ("300 injured", "injured", "count", 300)]),
    ("A blast killed 12 and injured at least 40 in the town.", [("12", "killed", "count", 12), ("at least 40", "injured", "count", 40)]),
    ("The death toll could be as high as 1,650, officials said.", [("as high as 1,650", "", "count", 1650)]),
    ("The town has a population of 48,000.", [("48,000", "", "count", 48_000)]),
    ("The number of users reached 12m.", [("12m", "users", "count", 12e6)]),
    ("It employs 3,150 people in 12 lands, against 2,870 in May.", [("3,150 people", "people", "count", 3150), ("12 lands", "lands", "count", 12), ("2,870", "people", "count", 2870)]),
    ("Around 1.3 million Rohingya and 40 Chinese live there.", [("Around 1.3 million Rohingya", "Rohingya", "count", 1.3e6), ("40 Chinese", "Chinese", "count", 40)]),
    ("In the port of Ness 52 people and 2000 goats died.", [("52 people", "people", "count", 52), ("2000 goats", "goats", "count", 2000)]),
    ("Crude rose $1.20 to $63.10 a barrel.", [("$1.20", "$", "money", 1.2), ("$63.10 a barrel", "$", "money", 63.1)]),
    ("It grew by a factor of three and the team ranked third.", [("factor of three", "factor", "ratio", 3), ("ranked third", "ranked", "rank", 3)]),
    ("In all 8.3 million jobs and twenty six towns went.", [("8.3 million jobs", "jobs", "count", 8.3e6), ("twenty six towns", "towns", "count", 26)]),
    ("В порт вложено 1,5 млн рублей, работает более 5 тыс. человек.", [("1,5 млн рублей", "рублей", "money", 1.5e6), ("более 5 тыс. человек", "человек", "count", 5000)]),
    ("公司投资了30亿元人民币，约占12.5%。", [("30亿元人民币", "元人民币", "money", 3e9), ("12.5%", "%", "share", 12.5)]),
    ("It raised $2.5 m, €3 bn and $5 k for a boat of 5 m in length.", [("$2.5 m", "$", "money", 2.5e6), ("€3 bn", "€", "money", 3e9), ("$5 k", "$", "money", 5e3), ("5 m", "m", "count", 5)]),
    ("The firm has 12 k employees.", [("12 k employees", "employees", "count", 12e3)]),
    ("They had 5 through to 7 ships a day and lost between 5 and 7 million tonnes.", [("5 through to 7 ships a day", "ships a day", "count", 5), ("between 5 and 7 million tonnes", "tonnes", "count", 5e6)]),
    ("It cost 1.234.567,89 euros, or € 1.234.567, or 2,5 million euros.", [("1.234.567,89 euros", "euros", "money", 1234567.89), ("€ 1.234.567", "€", "money", 1234567), ("2,5 million euros", "euros", "money", 2.5e6)]),
    ("It has 12,34,567 ships and Rs 3,00,000.", [("12,34,567 ships", "ships", "count", 1234567), ("Rs 3,00,000", "Rs", "money", 3e5)]),
    ("The bill was 45€, 30 $, 20 zł and 30 CHF.", [("45€", "€", "money", 45), ("30 $", "$", "money", 30), ("20 zł", "zł", "money", 20), ("30 CHF", "CHF", "money", 30)]),
    ("The £1.5bn-a-year plan brings 3 litres of water per person per day.", [("£1.5bn-a-year", "£", "money", 1.5e9), ("3 litres of water per person per day", "litres of water per person per day", "count", 3)]),
    ("It gives 50 million m³/yr to the towns.", [("50 million m³/yr", "m³/yr", "count", 5e7)]),
    ("Three-quarters of a million people came.", [("Three-quarters of a million people", "people", "count", 750e3)]),
    ("Sales more than doubled and costs halved.", [("more than doubled", "doubled", "ratio", 2), ("halved", "halved", "ratio", 0.5)]),
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
        "Inside the Port by Bo Ray (220pp, Bay Press) is good.",
        "It was more than the 870,000 economists polled by Bay Data had expected.",
        "The gene makes 17-hydroxylase and 3-beta-hydroxysteroid dehydrogenase.",
        "It happened then (Xinhua Net, September 12), in version 4.0 of it.",
        "The Apollo 11 crew read Article 5 at 10 Downing Street in the 1990s [12].",
        "The two countries spoke of the “three evils” with one another.",
        "It was over the past five years, two decades ago, in his 50s, on Channel 4.",
        "The first of them came second, and the third went home.",
        "World Cup 2014 and Vision 2030 were Boeing 737 jets.",
        "They fly a Boeing 787 and call for other 787 planes.",
        "A third wave hit in the second week and most of the sick were over 60.",
        "Boeing 737 jets flew over Route 66 and an F-16 base.",
        "The iPhone 12 users had COVID-19 and lost 6-4, 7-6 in the second half of it.",
        "Call 0800 123 456, see pages 14-16, or ask the 45-year-old man at 3:30 p.m. (95% CI).",
        "He saw 60 Minutes and 12 Angry Men on Flight 370 of Area 51.",
        "3M Company and the G7 met two-earner families in Room 101.",
        "About 5 m people doubled as guards and doubled down, as tables 1,2 and 3,4 show.",
        "His address is 10, his number 555-1234, his score was 98 for half an hour.",
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
        ("Investors, not oil companies, make up about two thirds of all trade.", "Investors, not oil companies, make up about two thirds of all trade"),
        ("Police put the number of guests in the port at 48,000.", "the number of guests in the port"),
        ("尼斯港2018年投资了30亿元。2019年雇用了5万名员工。", "2019年雇用了5万名员工"),
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


@pytest.mark.parametrize(
    "sentence",
    ["Last summer the output fell by 7 percent.", "A decade ago the town sold 12 million tons of it."],
)
def test_another_time_that_nobody_dates_is_not_the_documents(sentence: str) -> None:
    """“Last summer” is another time than the document's day: the figure has no date."""
    document = make_document("d", "d.txt", f"May 5, 2022\n\n{sentence}")
    assert document.metadata.published == "2022-05-05"
    assert [figure.as_of for figure in figures_in(document, document.passages[0])] == [None]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In Q3 2019 it sold 14 ships, and in 2018 nine boats.", ["2019-09", "2018"]),
        ("The yield is 2.4 percent; the 2030 target is 40 percent.", ["2021-05-03", "2030"]),
        ("It has 3,150 people, against 2,870 in mid-2018.", ["2021-05-03", "2018"]),
        ("It was 7 percent, an increase of 2 percent from 2010.", ["2021-05-03", "2021-05-03"]),
        ("It earned $3 million, compared with $2 million a year earlier.", ["2021-05-03", None]),
        ("The firm today reported sales of $5 million for fiscal 2019.", ["2019"]),
        ("On Sunday 5 ships had sunk since the April 20 storm.", ["2021-05-02"]),
        ("It took 3 ships (Lee et al., 2004).", ["2021-05-03"]),
        ("It cut its costs by 8 percent and lowered its forecasts for 2022.", ["2021-05-03"]),
        (
            "It lost $5 million, compared to the $2 million in income the firm reported in 2019.",
            ["2021-05-03", "2019"],
        ),
    ],
)
def test_a_date_belongs_to_its_own_number(sentence: str, expected: list[str | None]) -> None:
    """A date beyond a semicolon, of another number, or only compared with is not a number's own; an unnamed earlier year is none."""
    assert [f.as_of for f in ledger(sentence, head="A Title of Words\n3 May 2021\n\n")] == expected


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


def test_items_of_a_list_stand_apart() -> None:
    """Neither date nor measure goes from one item of a list to another; what leads to the list holds for all."""
    found = ledger(
        "The board must do this in Ness:\n- sell it by 2022;\n- pay 300 sailors;\n- tell the court"
    )
    assert [(f.measure, f.as_of) for f in found] == [("pay 300 sailors", None)]
    found = ledger("In 2020 the board sold the following:\n- 30 boats\n- 12 mills for 4 million euros")
    assert [(f.value, f.as_of) for f in found] == [
        ("30 boats", "2020"),
        ("12 mills", "2020"),
        ("4 million euros", "2020"),
    ]


def test_what_is_asked_or_refused_is_no_figure() -> None:
    """A question states nothing, nor does an item of what was rejected."""
    assert ledger("Mr Ray, does your plan cost $4 billion?") == []
    text = (
        "The board rejected these plans for Ness:\n- raising fares by 20 percent\n- a loan of 9 million euros"
    )
    assert ledger("It rained. ", text) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The union was founded in June 2004 and now has 23,000 members.",
        "The board will close the port on 3 March 2021, because its quay has 14 cracks.",
        "The bank, founded in 1990, has 300 desks.",
        "The number of posts rose to 9.3 million, the highest since the board began to count in 2000.",
        "It has sunk at least 257 boats since late 2003.",
        "According to Bo Ray, an old seaman arrested in Ness in 2001, the guards asked him over 100 times.",
        "Unless the board pays 5 million crowns, the port will be closed in June 2022.",
        "Mills will need four years if a storm comes, but new ones could boost output by 2014.",
    ],
)
def test_a_date_of_another_clause_is_not_a_numbers(sentence: str) -> None:
    """What “now” is, and what is a condition or reason of what is to come, is not of that date."""
    assert [f.as_of for f in ledger(sentence)] == [None]


def test_the_date_of_a_survey_is_that_of_its_numbers() -> None:
    """Though it is told in passing, as is the date of what the number itself stands beside."""
    found = ledger(
        "The survey, made in 2019, found that 40 percent left.",
        "The mill, which made 300 carts in 2001, is shut.",
    )
    assert [f.as_of for f in found] == ["2019", "2001"]


def test_odds_may_be_a_range() -> None:
    """“1 in 10 to 15,000” is written in full, and computed only where it leaves nothing open."""
    found = ledger("About 1 in 10,000 to 15,000 people has it.", "About 1 in 10 to 15,000 people has it.")
    assert [(f.value, f.amount, f.amount_to) for f in found] == [
        ("About 1 in 10,000 to 15,000", pytest.approx(1 / 150), pytest.approx(0.01)),
        ("About 1 in 10 to 15,000", None, None),
    ]


def test_what_takes_it_back_stays_with_the_measure() -> None:
    """Who only passes on a rumour is part of what is measured."""
    (figure,) = ledger("According to a rumour, the port will be sold for 3 million euros.")
    assert figure.measure == "According to a rumour, the port will be sold for 3 million euros"


def test_a_unit_goes_over_no_other_number() -> None:
    """“The 151,000 case average two weeks ago” counts no weeks."""
    assert [f.value for f in ledger("It is down from the 151,000 case average two weeks ago.")] == []


def test_over_may_belong_to_the_verb() -> None:
    """Who hands over two men does not hand more than two."""
    found = ledger("Bay tried to hand over two men to Ness.", "Bay sold over 30 boats to Ness.")
    assert [f.value for f in found] == ["two men", "over 30 boats"]

"""When a sentence says something was or will be, read on a Thursday, 12 September 2019."""

import datetime as dt

import pytest

from bot.corpus.moments import moments

DAY = dt.date(2019, 9, 12)


def dated(text: str, day: dt.date | None = DAY) -> list[str]:
    """The dates of a text; stretches as `first/last`."""
    return [f"{m.date}/{m.until}" if m.until else m.date for m in moments(text, day)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left on September 11.", ["2019-09-11"]),
        ("He left on December 24.", ["2018-12-24"]),
        ("He left on October 2.", []),  # three weeks from now, or eleven months ago
        ("He will leave on October 2.", ["2019-10-02"]),
        ("He came on September 10-12, 2019.", ["2019-09-10/2019-09-12"]),
        ("He stayed from May 3 to June 5, 2018.", ["2018-05-03/2018-06-05"]),
        ("It lasted from the beginning of 2005 to February 1, 2017.", ["2005/2017-02-01"]),
        ("Between 1970 and 1987 it fell.", ["1970/1987"]),
        ("It grew from 4 in 2017 to 19 in 2018.", ["2017", "2018"]),
        ("He spoke on Wednesday.", ["2019-09-11"]),
        ("He spoke on Thursday.", ["2019-09-12"]),
        ("On Friday he will speak.", ["2019-09-13"]),
        ("It opens next Monday.", []),
        ("Black Friday came early.", []),
        ("It was held yesterday.", ["2019-09-11"]),
        ("Today, in the port, he signed it.", ["2019-09-12"]),
        ("The port today is what it was.", []),
        ("Today the port is large.", []),
        ("In April this year he confirmed it.", ["2019-04"]),
        ("He came in June.", ["2019-06"]),
        ("He came last November.", ["2018-11"]),
        ("In May they may march.", ["2019-05"]),
        ("It fell last year and last month.", ["2018", "2019-08"]),
        ("It will open next year.", ["2020"]),
        ("It fell over the last year.", []),
        ("Two years ago and three days ago it fell.", ["2017", "2019-09-09"]),
        ("Two decades ago, some three years ago, ten years ago.", []),
        ("The Vision 2030 plan cost 2000 dollars for some 2000 people.", []),
        ("It is put off until at least 2025.", ["2025"]),
    ],
)
def test_dates_are_resolved_where_one_reading_is_left(text: str, expected: list[str]) -> None:
    """Days, weekdays, months, years and stretches; what could mean two dates means none."""
    assert dated(text) == expected


def test_nothing_is_resolved_without_a_day() -> None:
    """Only what the text states in full is read."""
    text = (
        "Yesterday, on Wednesday, on September 11, last year, in April this year and in May 2018 it rained."
    )
    assert dated(text, None) == ["2018-05"]
    assert all(m.resolved for m in moments("On Wednesday, yesterday, on September 11.", DAY))

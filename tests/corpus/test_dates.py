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
        ("Between April 10 and 12 2003 it fell.", ["2003-04-10/2003-04-12"]),
        ("On April 10 and 12, 2003, it fell.", ["2003-04-10", "2003-04-12"]),
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
        ("In May they may march.", ["2020-05"]),
        ("It fell last year and last month.", ["2018", "2019-08"]),
        ("It will open next year.", ["2020"]),
        ("It fell over the last year.", []),
        ("Two years ago and three days ago it fell.", ["2017", "2019-09-09"]),
        ("Two decades ago, some three years ago, ten years ago.", []),
        ("The Vision 2030 plan cost 2000 dollars for some 2000 people.", []),
        ("It is put off until at least 2025.", ["2025"]),
        ("It fell in Q3 2018 and in the first half of 2017.", ["2018-07/2018-09", "2017-01/2017-06"]),
        ("It was lean in the 1990s and the early 1980s.", ["1990/1999", "1980/1989"]),
        ("They came third in 2015-16 and first in 2010-11.", ["2015/2016", "2010"]),
        ("He came on Friday, 6 September, and on September the 3rd.", ["2019-09-06", "2019-09-03"]),
        (
            "It rained from 1 January–3 March 2018, on 2018-05-20 and 12.11.2018.",
            ["2018-01-01/2018-03-03", "2018-05-20", "2018-11-12"],
        ),
        ("They killed 2000 goats and 1800 cows at 1945 GMT.", []),
        ("The 2010 elections and exports in 2012 prices.", ["2010", "2012"]),
        ("В сентябре 2018 года и 12 мая 2017 года.", ["2018-09", "2017-05-12"]),
        ("2018年9月公司成立，2017年5月3日，2016年。", ["2018-09", "2017-05-03", "2016"]),
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


def test_a_rough_day_fills_in_no_days() -> None:
    """What needs the very day or week is left where the day may be weeks off."""
    rough = moments(
        "Yesterday, on Wednesday, last week and last year, on September 11 and in June.", DAY, rough=True
    )
    assert [m.date for m in rough] == ["2018", "2019-09-11", "2019-06"]

"""Weekdays, months and “tomorrow”, read on a Thursday, 12 September 2019: only where one reading is left."""

import datetime as dt

import pytest

from bot.corpus.moments import moments

DAY = dt.date(2019, 9, 12)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A weekday that was, that will be, and that was to be: one that is near ahead, else either.
        ("Work on the dam, which will hold much water, began on Saturday.", ["2019-09-07"]),
        ("The dam was expected to open on Saturday.", ["2019-09-14"]),
        ("The dam had been expected to open on Wednesday.", []),
        ("Lee, who swims in Ness on Saturday, is fit.", []),
        ("They are making ready for Saturday's game.", []),
        ("They came to Ness for Saturday's game.", []),
        ("They met after Saturday's game.", ["2019-09-07"]),
        ("Ten boats were sold ahead of Saturday's game.", []),
        ("It is a right of the crown - today exercised by the mayor.", []),
        ("He told mills and private firms not crucial to trade to stop work beginning on Saturday.", []),
        ("She came on Wednesday to Friday last week.", ["2019-09-04", "2019-09-06", "2019-09"]),
        ("They met on Monday last week.", ["2019-09-02", "2019-09"]),
        ("It was told in the Sunday Echo and Sunday Post, which said so.", []),
        ("It rained one Saturday afternoon.", []),
        ("He read the Sunday Echo, and said so.", []),
        ("Lee told the Echo on Sunday that it rained.", []),
        ("She saw the Echo on Sunday and on Monday.", ["2019-09-09"]),
        ("He told Today that it rained, and Tonight that it snowed.", []),
        ("Today the port has ten ships.", []),
        ("It ends six months from Monday, he said.", []),
        ("This Thursday they rest.", ["2019-09-12"]),
        # A day or month without its year.
        ("It will be the first rain since the storm on 20 April.", ["2019-04-20"]),
        ("It was due to open on 13 July.", []),
        ("We may forget the lessons of October 11.", []),
        ("We will remember the victims of August 30.", []),
        ("They spoke of the victims of August 30.", ["2019-08-30"]),
        ("They spoke of the November 11 fire.", []),
        ("It rained in July and August of last year.", ["2018"]),
        ("It was due to open on 20 September.", ["2019-09-20"]),
        ("They met on 16 April last year.", ["2018-04-16"]),
        ("They met on April 8 (2003).", ["2003"]),
        ("They met on September 8 (Echo, 9).", ["2019-09-08"]),
        ("The board has until 15 December to answer.", ["2019-12-15"]),
        ("It could open by late October or early November.", ["2019-10", "2019-11"]),
        ("The rain usually ends in June.", []),
        ("It would open in October.", ["2019-10"]),
        ("They left earlier this month and will be back today.", ["2019-09"]),
        # Whoever says “tomorrow” may have said it yesterday, unless the sentence says when.
        ("“We shall know more tomorrow,” Lee said.", []),
        ("“We shall know more tomorrow,” Lee said on Tuesday.", ["2019-09-11", "2019-09-10"]),
        ("“We lost much last year,” Lee said.", ["2018"]),
        ("The board will meet tomorrow morning.", ["2019-09-13"]),
    ],
)
def test_one_reading_or_none(text: str, expected: list[str]) -> None:
    """What could mean two days means none."""
    assert [m.date for m in moments(text, DAY)] == expected


def test_a_text_may_begin_inside_a_speech() -> None:
    """Up to the mark that closes it somebody speaks."""
    text = "We shall know more tomorrow.” The board met yesterday."
    assert [m.date for m in moments(text, DAY, inside=True)] == ["2019-09-11"]
    assert moments("We shall know more tomorrow.", DAY, inside=True) == []


def test_the_words_go_to_their_end() -> None:
    """“16 April last year” and “yesterday morning” are one date each, so that what is filled in stands after them."""
    text = "They met on 16 April last year and yesterday morning."
    assert [text[m.start : m.end] for m in moments(text, DAY)] == ["16 April last year", "yesterday morning"]


def test_what_is_still_to_come_is_told_by_the_verb_beside() -> None:
    """A date is not to come because something else in the sentence is."""
    text = "Lee, who won the race in 1997, will retire; he left earlier this month."
    assert [m.future for m in moments(text, DAY)] == [False, False]

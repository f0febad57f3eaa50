"""What a document says of itself, and what it does not."""

import datetime as dt

import pytest

from bot.corpus.dates import date_of_line, infer_date, mentions
from bot.corpus.reader import make_document


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("12.09.2019", "2019-09-12"),
        ("Mar 01 , 2012", "2012-03-01"),
        ("Published: 3 May 2021", "2021-05-03"),
        ("Tuesday, September 3rd, 2019 14:05", "2019-09-03"),
        ("2019-09-12", "2019-09-12"),
        ("2019年9月12日", "2019-09-12"),
        ("25/12/2020", "2020-12-25"),
        ("12/25/2020", "2020-12-25"),
        ("04/05/2020", None),
        ("31.02.2020", None),
        ("September 2019", None),
        ("12 may come in 2020", None),
    ],
)
def test_dates_are_read_or_left(line: str, day: str | None) -> None:
    """A whole date is read in every common form; one that could be two dates, or is none, is not."""
    found = date_of_line(line)
    assert (found.isoformat() if found else None) == day


def test_mentions_keep_the_precision_written() -> None:
    """A month is a month, a year a year; prices and numbers are no years."""
    text = "In May 2023 and in 2019, on 5 June 2020, it cost $2020 or 1,999 and 2015 percent."
    assert [m.iso() for m in mentions(text)][:3] == ["2023-05", "2019", "2020-06-05"]
    assert mentions("Version 1.2019 costs $2020.") == []


def test_a_date_is_inferred_from_what_the_text_speaks_of_as_past() -> None:
    """The latest source reference dates a text that names its year; one that names none stays undated."""
    text = [
        "It began in September 2023 (Akorda, September 1).",
        "It went on (see EDM, October 2), until 2025.",
    ]
    assert infer_date(text) == dt.date(2023, 10, 2)
    assert infer_date(["It was said (Xinhua, February 21).", "On September 11, 2019 it ended."]) == dt.date(
        2019, 9, 11
    )
    assert infer_date(["Today, on Wednesday, he came (Xinhua, September 12)."]) is None


def test_the_dates_of_a_story_are_not_its_own() -> None:
    """Whole dates tell what a text is about; it takes the day of a source reference, and another date of its year, to date it."""
    assert (
        infer_date(["The storm of 12 May 2008 shut it.", "In April 2008 and on 3 May 2008 it was open."])
        is None
    )
    assert infer_date(["The storm of 12 May 2008 shut it (Bay News, May 14)."]) == dt.date(2008, 5, 14)
    assert infer_date(
        ["Since 12 May 1936 it is shut.", "In June 2008 it was open (Bay News, May 2, 2008)."]
    ) == dt.date(2008, 5, 2)
    assert infer_date(["It was built in June 1931 (Bay News, no day)."]) is None


def test_credits_are_found() -> None:
    """Title, author, publisher, date and address come from the lines that state them."""
    text = (
        "A Short Title Here\nPublication: Harbour Brief Volume: 2 Issue: 7\nBy: Ann Lee\n3 May 2021\n"
        "https://example.org/a\n\nThis is the first sentence of it.\n"
    )
    document = make_document("d", "d.txt", text)
    found = document.metadata
    assert (document.title, found.publisher, found.author) == (
        "A Short Title Here",
        "Harbour Brief",
        "Ann Lee",
    )
    assert (found.published, found.date_basis, found.url) == ("2021-05-03", "stated", "https://example.org/a")


def test_nothing_is_guessed() -> None:
    """An empty byline, a page without credits: null, not a guess; without a title the document goes by its id."""
    document = make_document("d", "d.txt", "By:\nThis is all there is to it, my friend.\n")
    found = document.metadata
    assert (found.publisher, found.author, found.published, found.date_basis, found.url) == (None,) * 5
    assert document.title == "d"


def test_an_author_is_read_from_the_biography() -> None:
    """The last paragraph that tells who the author is names the author, and is not prose."""
    text = "A Title of Words\n\nThe text is this one sentence.\n\nAnn B. Lee is a senior fellow at the Bay Institute."
    document = make_document("d", "d.txt", text)
    assert document.metadata.author == "Ann B. Lee"
    assert [p.text for p in document.passages] == ["The text is this one sentence."]


def test_a_log_has_no_day() -> None:
    """Where several headings have days, the day of the first entry is not that of the others."""
    text = "".join(
        f"## Version {n} - 2021-0{n}-12\n\nThe port of Ness has {n} new quays today.\n\n"
        for n in (5, 4, 3, 2)
    )
    assert make_document("d", "d.txt", "# Ness log\n\n" + text).metadata.published is None

"""What the opening of a running text states of itself, and what only its story says."""

import pytest

from bot.corpus.reader import make_document
from bot.corpus.stamps import OPENING, read_opening

STORY = "The port of Ness was shut on Monday, officials said, and 12 ships were sent away from it to the towns of the north, where there is room for them and for their crews."


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("Tuesday 19 April 2005 00.01 BST {}", "2005-04-19"),
        ("Port shut Ships are sent away Tuesday 19 April 2005 00.01 BST {}", "2005-04-19"),
        ("NESS | Wed Aug 4, 2010 11:17 am EDT NESS (Agency) - {}", "2010-08-04"),
        ("Wednesday, May 26, 2010; 4:26 PM {}", "2010-05-26"),
        ("29 September 2011 Last updated at 04:16 GMT {}", "2011-09-29"),
        ("Page last updated at 15:47 GMT, Friday, 22 January 2010 {}", "2010-01-22"),
        ("May 25, 2010 - 4:00 PM | by: Ann Lee {}", "2010-05-25"),
        ("Ann Lee | 10:57 UK time, Friday, 22 January 2010 {}", "2010-01-22"),
        ("Published: 5 May 2010 {}", "2010-05-05"),
        ("Published 5 May 2010, 15:33 GMT. Updated 7 May 2010, 10:00 GMT. {}", "2010-05-05"),
        ("Last updated: 14 January, 2010 - 17:26 GMT {}", "2010-01-14"),
        ("NESS, 3 May 2010 (Agency) — {}", "2010-05-03"),
        ("NESS, Hale, May 3, 2010 -- {}", "2010-05-03"),
        ("By Ann Lee, The Daily Bay, 5 May 2010 {}", "2010-05-05"),
        # What no stamp says, or not one day alone.
        ("NESS, 3 May (Agency) — {}", None),
        ("Monday 19 April 2005 00.01 BST {}", None),  # it was a Tuesday
        ("The storm came at 00.01 on Tuesday 19 April 2005. {}", None),
        ("The list was published on 5 May 2010 in Ness. {}", None),
        ("A study published 5 May 2010 in Ness says so. {}", None),
        ("Published on 5 May 2010, the list is long. {}", None),
        ("The feast will be held Saturday, May 8, 2010 at 2:00 p.m. there. {}", None),
        ("The feast was held Saturday, May 8, 2010, 2:00 p.m. EDT. {}", None),
        ("The talks resumed Tuesday, May 4, 2010, 2:00 p.m. {}", None),
        ("Saturday, May 8, 2010 at 2:00 p.m. {}", "2010-05-08"),
        ("Updated 5 May 2010 {}", "2010-05-05"),
        ("On the night of Tuesday 19 April 2005 at 10.00 it rained. {}", None),
        ("Tuesday 19 April 2005 was a day of rain. {}", None),
        ("Tuesday 19 April 2005 00.01 BST Thursday 21 April 2005 08.30 BST {}", None),
        ("The ship sank in the bay of Ness, May 3, 2010. {}", None),
    ],
)
def test_a_stamp_gives_the_day(opening: str, day: str | None) -> None:
    """Weekday with clock time, label, dateline or byline date a text; a date that its story tells does not, nor do two."""
    text = opening.format(STORY)
    found = make_document("d", "d.txt", text)
    assert (found.metadata.published, found.metadata.date_basis) == (day, "stated" if day else None)
    assert STORY in text
    assert any(passage.text.endswith(STORY[-40:]) for passage in found.passages)


@pytest.mark.parametrize(
    ("opening", "publisher", "author"),
    [
        ("NESS (Agency) - {}", "Agency", None),
        ("NEW NESS, Hale, April 29 (Bay Press) -- {}", "Bay Press", None),
        ("Thu May 6, 2010 1:40 pm EDT (Agency) - {}", "Agency", None),
        ("By Ann Lee and Bo Ek NESS, April 29 (Agency) - {}", "Agency", "Ann Lee and Bo Ek"),
        ("By Ann Lee, Science Editor NESS, April 29 (Agency) - {}", "Agency", "Ann Lee"),
        ("By Ann Lee Thursday, June 17, 2010; 5:11 PM {}", None, "Ann Lee"),
        ("By Ann Lee, The Daily Bay, 5 May 2010 {}", "The Daily Bay", "Ann Lee"),
        ("By Ann Lee, Hale City, 5 May 2010 {}", None, "Ann Lee"),
        ("By Ann Lee, The Hague, 5 May 2010 {}", None, "Ann Lee"),
        ("Port shut By Ann Lee The harbour is empty. {}", None, None),
        ("The ships of the BAY (Agency) are new. {}", None, None),
        ("NESS (Agency) - Rain fell. HALE (Other) - Snow fell. {}", None, None),
        ("By Friday they had made it. {}", None, None),
    ],
)
def test_datelines_and_bylines_name_who_wrote(
    opening: str, publisher: str | None, author: str | None
) -> None:
    """The agency of a dateline, and the author before a stamp; where a byline's place could be a town, no publisher."""
    found = make_document("d", "d.txt", opening.format(STORY)).metadata
    assert (found.publisher, found.author) == (publisher, author)


def test_a_credit_line_gives_all_it_says() -> None:
    """“By author, publisher, date” in a line of its own."""
    found = make_document(
        "d", "d.txt", f"More Ships for Ness\nBy Ann Lee, The Daily Bay, 5 May 2010\n\n{STORY}"
    )
    assert (found.title, found.metadata.author, found.metadata.publisher) == (
        "More Ships for Ness",
        "Ann Lee",
        "The Daily Bay",
    )
    assert (found.metadata.published, found.metadata.date_basis) == ("2010-05-05", "stated")


def test_a_sentence_that_begins_like_a_byline_names_nobody() -> None:
    """“By Friday they had made it” has no author."""
    assert (
        make_document(
            "d", "d.txt", f"{STORY}\nBy Friday they had left it.\n{STORY} It rained."
        ).metadata.author
        is None
    )


def test_what_stands_far_in_is_of_another_text() -> None:
    """A stamp beyond the opening, or a credit line far between the sentences, is not the document's."""
    far = "\n".join(f"{STORY} It was day {number} of it." for number in range(30))
    assert len(far) > OPENING
    text = f"{far}\nposted on Thursday, 28 May 2009\n{far}\nTuesday 19 April 2005 00.01 BST {STORY}"
    assert make_document("d", "d.txt", text).metadata.published is None
    assert read_opening(text).published is None

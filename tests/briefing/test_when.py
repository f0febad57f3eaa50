"""Relative dates of statements, filled in."""

from dataclasses import replace

import pytest

from bot.briefing.compile import compile_brief
from bot.briefing.models import Statement
from bot.briefing.statements import names_put_in, statement, unit
from bot.briefing.verify import verify
from bot.briefing.when import dates_put_in
from bot.corpus.document import DateBasis, Document
from bot.corpus.reader import make_document
from bot.errors import CitationError
from bot.topics.catalogue import make_catalogue
from bot.topics.curator import Notes


def published(text: str, day: str | None, *, inferred: bool = False) -> Document:
    """A document of this text and day."""
    document = make_document("d", "d.txt", text)
    basis: DateBasis | None = None if day is None else "inferred" if inferred else "stated"
    return replace(document, metadata=replace(document.metadata, published=day, date_basis=basis))


def stated(document: Document) -> Statement:
    """The statement of the document's first sentence."""
    made = unit(document, document.passages[0])
    assert made is not None
    return statement(document, made, dates_put_in(document, made))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam was opened last year by the mayor.", "The dam was opened last year [2018] by the mayor."),
        ("On Thursday the dam was opened.", "On Thursday [12 September 2019] the dam was opened."),
        ("The dam was opened on September 3 by Lee.", "The dam was opened on September 3 [2019] by Lee."),
        (
            "Lee spoke of the dam after Wednesday's meeting.",
            "Lee spoke of the dam after Wednesday's [11 September 2019] meeting.",
        ),
        ("The dam was opened in June 2011 by Lee.", "The dam was opened in June 2011 by Lee."),
        (
            "The dam was opened last month by the mayor.",
            "The dam was opened last month [August 2019] by the mayor.",
        ),
    ],
)
def test_relative_dates_say_when(text: str, expected: str) -> None:
    """What the words leave out of a date stands in brackets after them; the quote stays as it is."""
    made = stated(published(text, "2019-09-13"))
    assert made.text == expected
    assert made.citations[0].quote == text


@pytest.mark.parametrize(
    "text",
    [
        "“Last year I was poor,” Keller said in 2016.",
        "In 2012 the board reported that its profit had doubled since last year.",
        "The dam was opened last year (2015) by the mayor.",
    ],
)
def test_a_sentence_with_a_time_of_its_own_is_left(text: str) -> None:
    """What was “last year” to somebody who spoke long before, or what the text itself explains, is not filled in."""
    assert stated(published(text, "2019-09-13")).text == text


def test_an_inferred_day_is_marked() -> None:
    """Where the document's day is only inferred the date is about right."""
    made = stated(published("The dam was opened last year by the mayor.", "2019-09-13", inferred=True))
    assert made.text == "The dam was opened last year [c. 2018] by the mayor."


def test_without_a_day_nothing_is_filled_in() -> None:
    """Nobody knows which year the last one was."""
    assert stated(published("The dam was opened last year by the mayor.", None)).text.count("[") == 0


def test_only_what_the_day_gives_may_stand_in_brackets() -> None:
    """The build stops on a date in brackets that its document does not give."""
    document = published("The Silver Bridge was opened last year by the mayor.", "2019-09-13")
    topic = next(
        topic
        for topic in make_catalogue(
            [document], Notes.model_validate({"topics": [{"name": "Silver Bridge"}]})
        ).topics
        if topic.title == "Silver Bridge"
    )
    brief = compile_brief(topic, {"d": document}, ())
    assert names_put_in(brief.summary[0]) == ["2018"]
    verify(brief, {"d": document})
    wrong = brief.summary[0].model_copy(update={"text": brief.summary[0].text.replace("[2018]", "[2017]")})
    with pytest.raises(CitationError, match="in brackets"):
        verify(brief.model_copy(update={"summary": (wrong,)}), {"d": document})

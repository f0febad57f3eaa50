"""Events: dated as the text dates them, told once."""

import pytest

from bot.briefing.models import Event
from bot.briefing.timeline import events_in, in_order
from bot.corpus.document import Document
from bot.corpus.reader import make_document
from bot.corpus.sources import SourceNotes

HEAD = "A Title of Words\n12 September 2019\n\n"


def told(*documents: Document) -> list[Event]:
    return in_order(e for document in documents for p in document.passages for e in events_in(document, p))


def of(text: str, name: str = "d", head: str = HEAD, basis: str | None = None) -> Document:
    notes = SourceNotes.model_validate({"published": "2019-09-12", "date_basis": basis}) if basis else None
    return make_document(name, f"{name}.txt", head + text, notes)


def test_events_keep_their_precision() -> None:
    """A stated date is an event at the precision stated; a reference in brackets is none."""
    found = told(
        of("In May 2023 and on 12 September 2019 they met again (Xinhua, May 18, 2018), as in 2013.", head="")
    )
    assert [event.date for event in found] == ["2013", "2019-09-12", "2023-05"]


@pytest.mark.parametrize(
    ("head", "basis", "known"), [(HEAD, None, "resolved"), (HEAD, "inferred", "inferred"), ("", None, None)]
)
def test_what_is_left_out_is_filled_in_and_marked(head: str, basis: str | None, known: str | None) -> None:
    """A partial date is resolved by the document's date, by an inferred one as such, and not at all without one."""
    found = told(of("On September 10 the port was closed by a storm.", head=head, basis=basis))
    expected = [("2019-09-10", known, "September 10")] if known else []
    assert [(event.date, event.date_basis, event.words) for event in found] == expected


def test_stretches_have_an_end() -> None:
    """A visit of three days is one event."""
    found = told(of("He came on September 10-12. From 2005 to 2017 they paid."))
    assert [(event.date, event.end) for event in found] == [("2005", "2017"), ("2019-09-10", "2019-09-12")]


def test_what_is_still_to_come_is_marked() -> None:
    """Plans are planned, what was done is not, however much is said of the future."""
    text = "The opening was put off until at least 2025. On Friday he will visit the port. The board said on Monday that it will close."
    assert [(event.date, event.planned) for event in told(of(text))] == [
        ("2019-09-09", False),
        ("2019-09-13", True),
        ("2025", True),
    ]


def test_events_told_twice_are_one_with_all_citations() -> None:
    """Two documents that tell of the same thing on the same day are cited together; another thing of that day stands alone."""
    a = of("On 3 May 2019 a storm closed the port of Ness for a week.", "a")
    b = of("The port of Ness was closed by a storm on May 3. On May 3 the queen was crowned.", "b")
    found = told(a, b)
    assert [[c.source for c in event.citations] for event in found] == [["a", "b"], ["b"]]
    assert all(event.citation == event.citations[0] for event in found)


def test_tellings_with_other_numbers_stand_apart() -> None:
    """A source that gives another number does not bear out the first."""
    a = of("The board said on 3 May 2019 that the port of Ness would cost $45 million.", "a")
    b = of("The board said on 3 May 2019 that the port of Ness would cost $54 million.", "b")
    assert [len(event.citations) for event in told(a, b)] == [1, 1]


def test_events_told_within_other_sentences_are_one() -> None:
    """Two that say the same of a date, whatever else their sentences say, are joined; what they share with others is not enough."""
    a = of(
        "The fire at the old Ness harbour mill on 3 May 2019 killed two men, the first for many years.", "a"
    )
    b = of("Lee, who had owned boats and barges, was charged over the Ness harbour mill fire on May 3.", "b")
    c = of("Dunn bought the Ness harbour for his sons on May 3.", "c")
    assert [len(event.citations) for event in told(a, b, c)] == [2, 1]


@pytest.mark.parametrize(
    "text",
    [
        "Published on 12 May 2019.",
        "Retrieved 4 May 2018, from the archive of the port.",
        "12 October 2011 Last updated at 20:01 GMT Help The port of Ness is shut.",
        "(By Ann Lee) NESS, Sept. 5 -- While storms last, the port of Ness is shut.",
        "Copyright 2017 The Harbour Board of Ness.",
        "Storms near By Ann Lee, Sea Editor NESS, May 3 (Agency) - The port of Ness is shut.",
        "Friday 3 June 2005 00.06 BST Faced with storms, the port of Ness is shut.",
        "The port is shut Tuesday, 27 September 2011 12:24 UK Storms keep the port of Ness shut.",
        "Page last seen 05:27 GMT, Tuesday, 27 September 2011 Storms keep the port of Ness shut.",
        "Lifeboats leave the port of Ness in this May 3, 2010, handout photo.",
        "No port has been held liable under the Safe Harbour Act of 1990.",
        "Does the closing of the port in 2017 herald the end of Ness?",
        "They love the music of the 1940s and recycled 1960s tunes.",
        "As Lee et al. (2004) and others (Dunn, 2003) found, the port of Ness is deep.",
        "Lee A. Ports of the north. Journal of Ports 2004;12:33-41.",
    ],
)
def test_stamps_and_references_are_no_events(text: str) -> None:
    """The day a page was published, updated or read, and the year of a work that is cited, tell of nothing."""
    assert told(of(text)) == []


def test_a_report_that_was_published_is_an_event() -> None:
    """What is said to have been published on a day did happen then."""
    assert [e.date for e in told(of("The report was published on 12 May 2019 by the board."))] == [
        "2019-05-12"
    ]


def test_a_day_that_is_only_guessed_dates_no_weekday() -> None:
    """A document dated by the latest day it speaks of may be weeks younger: “on Wednesday” is left, “last year” is read."""
    text = "The port was opened in March 2014 and shut on 12 May 2014 (Bay News, May 12). On Wednesday a storm came, as last year."
    assert [(e.date, e.date_basis) for e in told(of(text, head=""))] == [
        ("2013", "inferred"),
        ("2014-03", "stated"),
        ("2014-05-12", "stated"),
    ]


def test_an_event_is_understood_by_itself() -> None:
    """A sentence that leans on the one before it is told with it, in one quote."""
    found = told(of("Ann Lee opened the new port of Ness. She left the town on 5 May 2018 for good."))
    assert [e.text for e in found] == [
        "Ann Lee opened the new port of Ness. She left the town on 5 May 2018 for good."
    ]

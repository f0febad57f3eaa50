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

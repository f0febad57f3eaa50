"""Who says the same independently, and who clearly says the opposite."""

import pytest

from bot.briefing.statements import Unit, statement
from bot.briefing.voices.claims import Claims, opposed
from bot.corpus.document import Document
from bot.corpus.reader import make_document
from bot.corpus.sources import SourceNotes


def documents(**texts: str) -> dict[str, Document]:
    """Documents by name; the name up to a number is their publisher."""
    return {
        name: make_document(
            name, f"{name}.txt", text, SourceNotes(publisher=name.rstrip("0123456789"), title=name)
        )
        for name, text in texts.items()
    }


def claims(read: dict[str, Document]) -> Claims:
    return Claims((passage for document in read.values() for passage in document.passages), read)


def test_publishers_that_say_it_in_their_own_words_count() -> None:
    """A second publisher counts once; its other pages, and a third that repeats a text word for word, do not."""
    said = "The harbour of Ness was closed for a week by the storm in May."
    read = documents(
        post=said,
        news1="For a week in May the storm closed the harbour of Ness.",
        news2="The storm closed Ness harbour for one week of May.",
        copy=said,
        other="Nobody in Calder knows what the queen had for dinner.",
    )
    made = statement(read["post"], Unit(((read["post"].passages[0],),), read["post"].passages[0]))
    assert claims(read).supported(made).publishers == 2
    alone = statement(read["other"], Unit(((read["other"].passages[0],),), read["other"].passages[0]))
    assert claims(read).supported(alone).publishers == 1
    assert claims(read).publishers() == 3


@pytest.mark.parametrize(
    "other",
    [
        "The Sento Canal will not open to all ships in June.",
        "In June the Sento Canal will close to all ships.",
        "The Sento Canal will open to all ships on 14 July, not in June.",
    ],
)
def test_who_says_the_opposite_does_not_support(other: str) -> None:
    """A negation, an opposite word or another number is no support, however alike the words are."""
    read = documents(post="The Sento Canal will open to all ships in June.", news=other)
    made = statement(read["post"], Unit(((read["post"].passages[0],),), read["post"].passages[0]))
    assert claims(read).supported(made).publishers == 1


@pytest.mark.parametrize(
    ("a", "b", "opposite"),
    [
        ("The harbour board will close the old bridge in May.", "The harbour board will not close the old bridge in May.", True),
        ("Exports of wool from Calder rose in the spring.", "Exports of wool from Calder fell in the spring.", True),
        ("The new law strengthened the courts of Aldoria.", "The new law weakened the courts of Aldoria.", True),
        ("Exports of wool from Calder rose in 2019.", "Exports of wool from Calder fell in 2020.", False),
        ("Exports of wool from Calder did not rise in the spring.", "Exports of wool from Calder fell in the spring.", False),
        ("The harbour board will close the old bridge in May.", "The queen will not open the new theatre in May.", False),
        ("The mayor denies a charge of fraud at the old harbour mill.", "The mayor is charged with fraud at the old harbour mill.", False),
        ("The mayor of Ness rejected claims that he was sued over the mill.", "The mayor of Ness claims that he was sued over the mill.", False),
        ("Will the harbour board close the old bridge in May?", "The harbour board will not close the old bridge in May.", False),
    ],
)  # fmt: skip
def test_only_what_clearly_contradicts_is_opposed(a: str, b: str, opposite: bool) -> None:
    """The same words but for one negation or one opposite; other years, two negations and questions are none."""
    assert opposed(a, b) is opposite
    assert opposed(b, a) is opposite


def test_opposed_claims_of_two_publishers_stand_together() -> None:
    """Side by side, each cited; one publisher does not dispute with itself."""
    a, b = (
        "The harbour board will close the old bridge in May.",
        "The harbour board will not close the old bridge in May.",
    )
    found = claims(documents(post=a, news=b)).disputes()
    assert [[claim.text for claim in dispute.claims] for dispute in found] == [[a, b]]
    assert claims(documents(post1=a, post2=b)).disputes() == []

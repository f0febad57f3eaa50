"""Words that take up a name: only where it is sure what they take up."""

import pytest

from bot.corpus.reader import make_document
from bot.topics.anaphora import KEY, anaphors, taken_up
from bot.topics.gist import words_of
from bot.topics.kinds import heads


def found(text: str) -> list[tuple[str, str]]:
    """`(words, name)` of everything that a text takes up."""
    document = make_document("d", "d.txt", text)
    return [
        (passage.text[one.start : one.end], one.name)
        for passage in document.passages
        for one in taken_up(document, passage)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The road ends at Lake Tengiz. Nobody swims in the lake’s water.", ("the lake’s", "Lake Tengiz")),
        ("They left the Ministry of Health. This ministry is old.", ("This ministry", "Ministry of Health")),
        ("Hurricane Ada came at night. The hurricane took two roofs.", ("The hurricane", "Hurricane Ada")),
        ("President Ann Lee came. He said that the hurricane is over.", ("He", "Ann Lee")),
        ("Dan Roe, director of the zoo, came. In an interview, he spoke of bears.", ("he", "Dan Roe")),
        (
            "They built the Blue Sor dam. It leaks.\n\nNobody there believes that the dam will hold.",
            ("the dam", "Blue Sor dam"),
        ),
        (
            "Water escapes from leaking Sor River dam\n\nIt leaks, and so the dam is of no use to them at all.",
            ("the dam", "Sor River dam"),
        ),
        # A document that names one lake alone means that one, in the next paragraph too.
        ("They saw Lake Tengiz. It rained.\n\nThey bathed. The lake is salt.", ("The lake", "Lake Tengiz")),
        (
            "They signed the Ness Convention on Safe Harbours. The convention is old.",
            ("The convention", "Ness Convention on Safe Harbours"),
        ),
        ("They asked Orlava Bank, in Ness. The bank is old.", ("The bank", "Orlava Bank")),
        ("Mr Roe left. Trade, he added, is slow.", ("he", "Roe")),
        ("It was Mary Lind. Lind likes tea. She sings to everybody.", ("She", "Lind")),
    ],
)
def test_a_name_is_taken_up(text: str, expected: tuple[str, str]) -> None:
    """A kind of thing by the name that says it is one, a person by the name just before."""
    assert expected in found(text)


@pytest.mark.parametrize(
    "text",
    [
        # Two may be meant.
        "Lake Tengiz is east of Lake Sasyk. The lake is salt.",
        "Mr Roe met Mr Lind. He laughed.",
        # It says itself which one.
        "They saw Lake Tengiz. The lake of his youth is far.",
        # Another one came between.
        "They saw Lake Tengiz. There is a lake in the park. The lake is small.",
        # Too far away, or in another paragraph.
        "Lake Sor is far. They saw Lake Tengiz. It rained. It snowed. It froze. It thawed. The lake is salt.",
        "They saw Lake Tengiz and Lake Sor.\n\nIt was Lake Tengiz.\n\nThe lake is salt.",
        # A word with a capital that opens a sentence is no name.
        "Oil company shares fell on Monday. The company is old.",
        # It is only the end of a name.
        "They asked the Oceanic and Atmospheric Agency. The agency is old.",
        # A name that is no kind of thing.
        "They went to Central Asia. The central bank has money.",
        "They went to South Korea. The south is warm.",
        # Somebody who is not named may be meant.
        "Mr Roe met a woman there. He laughed.",
        "A farmer met Mr Roe. A driver said he laughed.",
        # Who is “he” here and “she” there is two people.
        "Mr Roe spoke at length. She was taken away.",
        # The sentence is not about the one it names, or only labels who speaks, or names another in full.
        "Mr Roe is old. They asked congressmen such as Roe. He was away.",
        "Mr Roe is old. It rains. Roe: We are here. He was away.",
        "Mr Roe is old. Roe saw the work of Daniel Pearl there. He was away.",
        "Mr Roe is old. Roe slept. Gardner found a door. He was away.",
        # It is said which one, after a preposition too.
        "They met at the Geneva Summit. The summit at which it was agreed is over.",
        # Somebody by their office may be meant, or the other party of what was done.
        "Mr Roe is old. Roe was questioned by the prosecutor. He was away.",
        "Mr Roe is old. Roe wrote to the king. He was away.",
        "The Orlava Steel Company was bought by Nordsteel. The company paid for it.",
        # A speech goes on in the next paragraph.
        "Mr Roe said: “All is well here.\n\n“We stay as long as it takes.\n\nHe left us long ago, and nobody knows why.”",
        # Somebody else stands in an apposition.
        "Mr Roe is old. Roe found comfort in Ann Pearl, the Echo reporter killed at sea. Before her death, she wrote.",
        # One of the kind stands on the bank of a river, and another name may be a bank's.
        "They asked Orlava Bank. The mill is on the bank of the Ilva. The bank is steep.",
        "They asked Orlava Bank. It fears that Nordhal will fall. The bank is old.",
        # There was a trial before the one that is named.
        "The trial began. It is long, as the Ann Lee trial was. They hope that the trial ends.",
        # Two are described.
        "They saw the Ann Lee trial. It was like the Dan Roe trial. The trial was long.",
        # In somebody's speech only the speaker knows.
        "Mr Roe said: “All is well. He left us.”",
        # He names himself otherwise.
        "Mr Roe spoke. He ruled that Roe is wrong.",
        # Peoples and places are no persons.
        "They met Northern Irish voters. The Irish laughed. He laughed too.",
    ],
)
def test_what_is_not_sure_is_left(text: str) -> None:
    """Where another one may be meant nothing is taken up."""
    assert found(text) == []


def test_the_same_sentence_needs_a_name_once() -> None:
    """What takes a name up twice in one sentence is given it once."""
    text = "They saw Lake Tengiz. The lake is salt where the lake is deep."
    assert found(text) == [("The lake", "Lake Tengiz")]


def test_heads() -> None:
    """A name is taken up by the kind of thing that it says it is, never by a word that only belongs to it."""
    assert heads("Bank of China") == ("bank",)
    assert heads("Lake Tengiz") == ("lake",)
    assert heads("National Security Council") == ("council",)
    assert heads("Central Asia") == heads("Tengiz") == heads("White House") == ()


def test_what_was_found_is_remembered_with_the_document() -> None:
    """What is taken up is worked out once, from words at hand or not, and may be given back from elsewhere."""
    document = make_document("d", "d.txt", "They saw Lake Tengiz. The lake is salt.")
    first, second = document.passages
    assert taken_up(document, first) == ()
    assert [one.name for one in taken_up(document, second)] == ["Lake Tengiz"]
    other = make_document("d", "d.txt", document.text)
    assert anaphors(other, words_of(other)) == anaphors(document)
    other.remembered[KEY] = {}
    assert taken_up(other, second) == ()

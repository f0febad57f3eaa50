"""How fit statements are to be quoted, and how much documents are on a topic."""

from bot.briefing.relevance import document_scores, merit, summarise
from bot.briefing.statements import Unit
from bot.briefing.terms import terms
from bot.corpus.reader import make_document


def _merit(text: str, place: int = 0) -> float:
    passage = make_document("a", "a", text).passages[0]
    return merit(Unit(((passage,),), passage), place)


def test_what_is_said_soon_and_of_others_has_more_merit() -> None:
    """A sentence far down in its document, or one that speaks of us and you, has less merit."""
    told = "By September, nearly three thousand people had left the valley."
    assert _merit(told, 30) < _merit(told)
    assert _merit("By September, nearly three thousand of you had left our valley.") < _merit(told)


def test_a_sentence_whose_beginning_is_inferred_has_less_merit() -> None:
    """What was parted from a headline is quoted after what is surely whole."""
    told = "The people of the valley said on Monday that they would stay."
    assert _merit(f"Anger grows over old dam {told}") < _merit(told)


def test_a_document_is_on_the_topic_by_its_kin() -> None:
    """A document that tells the same story in other words comes before one that only shares a word of the topic."""
    texts = [
        "The River Bay dam cracked. Engineers opened three gates and farmers downstream left their villages.",
        "Farmers downstream left their villages when engineers opened the gates.",
        "The bay window of the opera house cracked. Singers were glad.",
    ]
    scores = document_scores(set(terms("River Bay dam")), [terms(text) for text in texts])
    assert min(scores[:2]) > scores[2]


def test_what_nobody_is_named_to_have_said_is_not_chosen() -> None:
    """A speech without a speaker is left out for the next best; with one it may be quoted."""
    speech = "“Lake Bay is dead and nobody near Lake Bay will ever say so to a stranger.”"
    text = f"{speech} The shore of Lake Bay has been dry since the dam was built."
    assert [made.text for made in summarise("Lake Bay", [("d", text)], max_words=20)] == [
        text[len(speech) + 1 :]
    ]

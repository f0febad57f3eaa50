"""Choosing statements on a topic."""

from collections.abc import Mapping, Sequence

from bot.briefing import summarise
from bot.briefing.choose import Choice, choose
from bot.briefing.statements import unit
from bot.briefing.terms import terms
from bot.corpus.reader import make_document

NEWS = [
    (
        "a",
        "Harbour Town Grows\n\nThe River Bay fell by two metres this year because of the new dam upstream. Farmers lost their rice.\n\nThe opera opened on Friday with a new piece.",
    ),
    (
        "b",
        "On Opera\n\nThe singers came from far away. They were glad.\n\nThe level of the River Bay fell by two metres this year, because of the new dam upstream.",
    ),
    (
        "c",
        "Of Dams\n\nEngineers of the dam say that the River Bay will rise again in spring, when the gates are opened.",
    ),
]


def test_statements_are_on_the_topic_and_not_said_twice() -> None:
    """What bears on the topic is chosen, once, from several documents, to the letter."""
    found = summarise("River Bay dam", NEWS, max_words=40)
    texts = dict(NEWS)
    assert found
    for statement in found:
        for citation in statement.citations:
            assert texts[citation.source][citation.start : citation.end] == citation.quote
    joined = " ".join(statement.text for statement in found)
    assert joined.count("fell by two metres") == 1
    assert "rise again in spring" in joined
    assert "opera" not in joined.lower()


def test_the_budget_holds() -> None:
    """The statements together have no more words than asked for."""
    for budget in (0, 5, 20, 40, 1000):
        assert sum(len(s.text.split()) for s in summarise("River Bay dam", NEWS, max_words=budget)) <= budget


def test_nothing_on_the_topic_is_no_harm() -> None:
    """Empty input and a topic of no words give an answer without failing."""
    assert summarise("dam", [], max_words=100) == []
    assert summarise("dam", [("a", "")], max_words=100) == []
    assert isinstance(summarise("", NEWS, max_words=50), list)


def test_the_same_input_gives_the_same_output() -> None:
    """Nothing is left to chance."""
    assert summarise("dam", NEWS, max_words=50) == summarise("dam", NEWS, max_words=50)


def _choices(told: Mapping[str, str]) -> list[Choice]:
    """Every sentence of the texts as a choice, each as relevant as the others."""
    documents = [make_document(name, name, text) for name, text in told.items()]
    made = [unit(document, passage) for document in documents for passage in document.passages]
    return [Choice(found, 1.0) for found in made if found]


def _first(choices: Sequence[Choice], topic: str) -> str:
    chosen = choose(choices, 12, topic=set(terms(topic)))
    return choices[chosen[0]].unit.passages[0].text


def test_the_topics_words_say_nothing_new_where_all_documents_have_them() -> None:
    """Of what all documents repeat of the topic and what they say besides, what they say besides is chosen first."""
    choices = _choices(
        {
            "a": "Of the River Bay dam people speak on every day. Engineers opened three gates for the farmers.",
            "b": "The River Bay dam is a dam that people know. Farmers got their water when gates were opened.",
            "c": "Nobody here forgets the River Bay dam. Three gates brought the farmers water.",
        }
    )
    assert "River Bay dam" in _first(choices, "")
    assert "gates" in _first(choices, "River Bay dam")


def test_a_word_of_the_topic_that_one_document_has_keeps_its_weight() -> None:
    """Where the topic's words tell its story from the others, what has them is still chosen first."""
    choices = _choices(
        {
            "a": "Water broke through the River Bay dam. The River Bay dam cracked long before.",
            "b": "The opera opened with singers from Rome. Critics praised the orchestra.",
            "c": "Markets stayed calm in the morning. Banks lowered their rates.",
        }
    )
    assert "River Bay dam" in _first(choices, "")
    assert "River Bay dam" in _first(choices, "River Bay dam")

"""Choosing statements on a topic."""

from bot.briefing import summarise

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

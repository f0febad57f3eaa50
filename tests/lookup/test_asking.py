"""Words that ask, and what they are left out of."""

from bot.lookup.asking import ANYWHERE, AT_ENDS, IN_PASSAGES
from bot.lookup.keys import office, says_nothing, telling, unasked


def test_each_use_leaves_out_its_own() -> None:
    """What asks beside a name opens a question too; what a text may speak of is looked for in it."""
    assert ANYWHERE < AT_ENDS
    assert {"known", "details", "people", "topic"} <= AT_ENDS - IN_PASSAGES
    assert {"tell", "summary", "расскажи", "спасибо"} <= AT_ENDS & IN_PASSAGES
    assert "overview" in IN_PASSAGES - AT_ENDS


def test_what_is_left_names_something() -> None:
    """Words that ask go, and offices with them; what is left stays as it is written."""
    assert telling("tell me about mayor moor") == ["moor"]
    assert unasked("Tell me about Lake Moor, please") == "Lake Moor,"
    assert unasked("Что с Озером?") == "Что с Озером?"


def test_what_a_query_of_small_words_and_offices_asks() -> None:
    """The bearer of an office is asked for by it; small words alone name nothing."""
    assert office("who is the mayor of moor") == "mayor"
    assert office("mayor moor") == ""
    assert says_nothing("what is it")
    assert not says_nothing("what is moor")

"""Statements that stand by themselves, to the letter."""

import pytest

from bot.briefing.models import Citation, Statement
from bot.briefing.statements import names_put_in, neighbours_joined, nobody_says, statement, unit
from bot.corpus.reader import make_document


def stated(text: str, number: int) -> str | None:
    """The statement that the passage of this number makes."""
    document = make_document("d", "d.txt", text)
    made = unit(document, document.passages[number])
    if made is None:
        return None
    result = statement(document, made)
    assert names_put_in(result) is not None
    for citation in result.citations:
        assert text[citation.start : citation.end] == citation.quote
    return result.text


@pytest.mark.parametrize(
    "second",
    [
        "The basin feeds the lake.",
        "These numbers fall every year.",
        "They then left the town.",
        "Nobody there sees a reason for this measure.",
        "However, the water falls.",
        "“It is late,” he said.",
    ],
)
def test_a_leaning_sentence_brings_its_neighbour(second: str) -> None:
    """What takes up the sentence before it is quoted with it."""
    first = "Mayor Lee opened the gates of the River Bay."
    assert stated(f"{first} {second}", 1) == f"{first} {second}"


@pytest.mark.parametrize(
    "second",
    [
        "The level of the lake falls.",
        "The River Bay feeds the lake.",
        "It is known that the water falls.",
        "There are two lakes here now.",
        "About 70 percent of it is salt.",
    ],
)
def test_a_sentence_that_stands_comes_alone(second: str) -> None:
    """What is understood by itself is quoted by itself."""
    assert stated(f"Mayor Lee opened the gates of the River Bay. {second}", 1) == second


def test_a_listed_point_comes_with_what_is_listed() -> None:
    """“Second, …” brings the sentence that opens the list; what is left out between shows."""
    text = "Three fears are common here. First, the air is bad. Second, the lake may be sold to others. It is so."
    assert stated(text, 2) == "Three fears are common here. […] Second, the lake may be sold to others."
    assert stated(text, 1) == "Three fears are common here. First, the air is bad."


def test_a_paragraph_that_takes_up_the_last_one_brings_its_end() -> None:
    """At a paragraph's beginning the neighbour is the last sentence before; nothing is left out between."""
    text = "The plan has a price. It will create jobs for many.\n\nExactly these plans caused a storm."
    assert stated(text, 2) == "It will create jobs for many. Exactly these plans caused a storm."


@pytest.mark.parametrize(
    "sentence", ["Why is the lake not loved by us?", "They gave these three reasons:", "So it is."]
)
def test_what_says_nothing_is_no_statement(sentence: str) -> None:
    """A question, a lead-in and a bare fragment make no statement."""
    assert stated(f"Mayor Lee opened the gates of the River Bay. {sentence}", 1) is None


def test_a_reference_gets_its_name_in_brackets() -> None:
    """“The lake’s” is followed by the name it stands for, and the quote stays as it is."""
    document = make_document("d", "d.txt", "They saw Lake Bay. The lake’s shore is dry.")
    made = unit(document, document.passages[1], (len("The lake’s"), "Lake Bay"))
    assert made is not None
    result = statement(document, made)
    assert result.text == "The lake’s [Lake Bay] shore is dry."
    assert result.citations[0].quote == "The lake’s shore is dry."
    assert names_put_in(result) is not None


def test_who_and_what_is_taken_up_is_named() -> None:
    """“He” and “the lake” get their names in any statement, whatever it is about, and then lean on nothing."""
    text = "Mayor Ann Lee went to Lake Bay. In the evening, she spoke at length of the lake’s fish."
    assert stated(text, 1) == "In the evening, she [Ann Lee] spoke at length of the lake’s [Lake Bay] fish."
    text = "Mayor Ann Lee opened the gates. She then left the town."
    assert stated(text, 1) == "She [Ann Lee] then left the town."


def test_a_name_that_stands_in_the_statement_is_not_put_in() -> None:
    """Where the sentence that gives the name is quoted as well it is not said again."""
    text = "Mayor Ann Lee went to Lake Bay. However, she spoke of the lake’s fish."
    assert stated(text, 1) == text


def test_a_statement_brings_what_it_is_about() -> None:
    """A passage may be quoted with an earlier one of its paragraph; what is left out between shows."""
    text = "Lake Bay is salt. Fish are rare here. Boats come from far away."
    document = make_document("d", "d.txt", text)
    first, second, third = document.passages
    made = unit(document, third, after=first)
    assert made is not None
    assert statement(document, made).text == f"{first.text} […] {third.text}"
    made = unit(document, second, after=first)
    assert made is not None
    assert statement(document, made).text == f"{first.text} {second.text}"


def test_brackets_of_the_source_stay_the_sources_own() -> None:
    """A quote may have brackets itself; only what it does not have was put in."""
    document = make_document("d", "d.txt", "They saw Lake Bay. The lake [sic] is said [by many] to be deep.")
    made = unit(document, document.passages[1], (len("The lake"), "Lake Bay"))
    assert made is not None
    result = statement(document, made)
    assert result.text == "The lake [Lake Bay] [sic] is said [by many] to be deep."
    assert names_put_in(result) == ["Lake Bay"]


def test_a_part_of_a_speech_is_closed() -> None:
    """The quotation mark that stands in another part of a speech is put in, in brackets; the quote stays as it is."""
    text = (
        "“Five roads pass through here every day of the long and dusty summer. "
        + "Goods of many lands are brought. " * 6
        + "Nobody pays,” Lee said."
    )
    assert stated(text, 0) == "“Five roads pass through here every day of the long and dusty summer.[”]"
    document = make_document("d", "d.txt", text)
    made = unit(document, document.passages[0])
    assert made is not None
    assert statement(document, made).citations[0].quote == document.passages[0].text


def test_the_middle_of_a_speech_is_marked_as_speech() -> None:
    """What stands inside quotation marks that are elsewhere is not shown as the document's own words."""
    text = (
        "“Five roads pass through here every day of the long and dusty summer. "
        + "Goods of many lands are brought. " * 6
        + "Nobody pays,” Lee said."
    )
    assert stated(text, 2) == "[“]Goods of many lands are brought.[”]"


@pytest.mark.parametrize("text", ["A b c.", "A b d", "A b d. e", "A [x b d."])
def test_a_statement_that_is_not_its_quotes_is_caught(text: str) -> None:
    """One letter off is off."""
    citation = Citation(source="d", paragraph=1, start=0, end=6, quote="A b d.")
    assert names_put_in(Statement(text="A b d.", citations=(citation,))) == []
    assert names_put_in(Statement(text=text, citations=(citation,))) is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The port of Lee was meant to become a hub.", "Yet, few ships have ever called there."),
        ("On the one hand, Mayor Lee praised the plan.", "On the other hand, he signed nothing."),
        ("In theory the gates of the River Bay open daily.", "In practice, nobody has a key."),
        ("Mayor Lee would sell the Old Ferry.", "That is false."),
        ("Consul Roe moved that the town spend 45 million crowns.", "The motion was lost."),
    ],
)
def test_what_is_taken_back_is_not_quoted_without_that(first: str, second: str) -> None:
    """What was only meant or seems to be comes with the sentence that turns it round."""
    assert stated(f"{first} {second} The town is old.", 0) == f"{first} {second}"


def test_what_is_not_taken_back_is_quoted_alone() -> None:
    """A plan that the next sentence goes on with, and a plain fact before “Yet”, bring nothing."""
    assert stated("The port was meant to grow. Ships call there daily.", 0) == "The port was meant to grow."
    assert stated("The port has grown much. Yet, few ships call.", 0) == "The port has grown much."


def joined(text: str, *numbers: int) -> list[str]:
    """The statements of the passages of these numbers, those that follow each other joined."""
    document = make_document("d", "d.txt", text)
    units = [made for number in numbers if (made := unit(document, document.passages[number]))]
    return [statement(document, made).text for made in neighbours_joined(units, {"d": document})]


def test_neighbours_become_one_statement() -> None:
    """What follows in the text without a gap is quoted as one; over a gap or a paragraph it is not."""
    text = "Lake Bay is salt. Fish are rare there. Boats come from far.\n\nTea is cheap in all the shops of the town."
    assert joined(text, 0, 1) == ["Lake Bay is salt. Fish are rare there."]
    assert joined(text, 0, 2) == ["Lake Bay is salt.", "Boats come from far."]
    assert joined(text, 2, 3) == ["Boats come from far.", "Tea is cheap in all the shops of the town."]


def test_a_name_is_not_put_in_where_the_neighbour_gives_it() -> None:
    """What is joined needs no name in brackets that it has itself."""
    text = "Mayor Ann Lee went to Lake Bay. In the evening, she spoke of the lake’s fish."
    assert joined(text, 1) == ["In the evening, she [Ann Lee] spoke of the lake’s [Lake Bay] fish."]
    assert joined(text, 0, 1) == [text]


def test_long_neighbours_stay_apart_unless_somebody_speaks_on() -> None:
    """A statement stays easy to read; one speech is one whatever its length."""
    long = "many goods of many lands are brought to and fro " * 4
    assert joined(f"Mayor Lee says {long}now. Consul Roe says {long}then.", 0, 1) == [
        f"Mayor Lee says {long}now.",
        f"Consul Roe says {long}then.",
    ]
    speech = f"“Today {long}here. Tomorrow {long}there,” Mayor Lee said."
    assert joined(speech, 0, 1) == [speech]


def test_words_that_nobody_is_named_to_have_said_are_known() -> None:
    """A speech without a speaker would be taken for the document's own words."""
    for said, unsaid in (("stranger.”", True), ("stranger,” Lee said.", False)):
        text = f"“The lake is dead and nobody here will ever say so to a {said} The town is old."
        document = make_document("d", "d.txt", text)
        made = unit(document, document.passages[0])
        assert made is not None
        assert nobody_says(document, made) is unsaid


def test_a_mark_set_the_wrong_way_is_put_in_the_right_way() -> None:
    """What is put in opens as a quotation does, whatever the text has there."""
    text = (
        "”Five roads pass through here every day of the long and dusty summer. "
        + "Goods of many lands are brought. " * 6
        + "Nobody pays,” Lee said."
    )
    assert stated(text, 2) == "[“]Goods of many lands are brought.[”]"


def test_what_needs_a_sentence_with_markup_is_no_statement() -> None:
    """A sentence that would bring one with a page's tags along is not quoted."""
    assert stated("<h2>Lakes</h2> The Bay Lake is deep. It fell in May by a foot.", 1) is None


def test_paragraphs_of_a_sentence_are_brought_up_to_what_they_speak_of() -> None:
    """“It …” after “It …” brings both paragraphs before it, each cited for itself."""
    text = (
        "The Bay Lake is deep and cold.\n\nIt fell in May by a foot.\n\nIt has never been so low in spring."
    )
    assert stated(text, 2) == text.replace("\n\n", " ")

"""What is one word, in a document and in a question."""

import pytest

from bot.lookup.stems import Asked, are_forms, asked, stem, stems, terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rivers", "River’s"), ("negotiating", "negotiated"), ("defence", "Defense"), ("mobilisation", "mobilization"),
        ("labour", "labor"), ("centres", "center"), ("programme", "programs"), ("Gómez", "GOMEZ"), ("Łódź", "lodz"),
        ("реки", "рекой"), ("ёлка", "елки"), ("границы", "граница"), ("Ｂｒｉｄｇｅ", "bridge"), ("ﬁnance", "finance"),
        ("العَرَبِيَّة", "العربية"), ("don't", "don’t"),
    ],
)  # fmt: skip
def test_two_ways_to_write_a_word_are_one(one: str, other: str) -> None:
    """Inflection, British and American spelling, accents, width, marks of vowels."""
    assert stems(one) == stems(other)


@pytest.mark.parametrize(
    ("one", "other"), [("four", "for"), ("policy", "police"), ("река", "рука"), ("水位", "位水")]
)
def test_two_words_are_two(one: str, other: str) -> None:
    """What only looks alike stays apart."""
    assert stems(one) != stems(other)


@pytest.mark.parametrize(
    ("one", "other", "related"),
    [("environment", "environmental", True), ("constitution", "constitutional", True), ("main", "Maine", False),
     ("politics", "Politico", False), ("timber", "Tiber", False)],
)  # fmt: skip
def test_forms_of_a_word(one: str, other: str, related: bool) -> None:
    """Words of one origin are told by stems that are long enough."""
    assert are_forms(stem(one), stem(other)) is related


@pytest.mark.parametrize(
    "text",
    [
        "The river’s level, and “its” ends.",
        "水位下降 by 2 m",
        "हिन्दी में",
        "Łódź – U.S. 3.5%",
        "",
        "\x00\u202e😀",
    ],
)
def test_the_quick_way_is_the_same(text: str) -> None:
    """What an index is filled with is what is looked for later, term by term."""
    assert stems(text).split() == [term.stem for term in terms(text)]


@pytest.mark.parametrize("text", ["The river’s level fell.", "水位 ниже ２ метров", "naïve Łódź"])
def test_terms_know_where_they_stand(text: str) -> None:
    """Offsets are those of the text as it is written."""
    for term in terms(text):
        assert stems(text[term.start : term.end]).split()[0] == term.stem


def test_letters_without_spaces_go_in_pairs() -> None:
    """So that any two neighbours can be found, and the last letter too."""
    assert [term.stem for term in terms("水位下降")] == ["水位", "位下", "下降", "降"]
    assert asked("水位下降")[0].stems == ("水位", "位下", "下降")


def test_what_is_asked_for_together() -> None:
    """Words in quotation marks, of whatever kind, and those joined by a hyphen stand side by side; each is asked for once."""
    assert asked("“water levels” trans-boundary river, river") == [
        Asked("water levels", ("water", "level"), True),
        Asked("trans-boundary", ("tran", "boundari"), False),
        Asked("river", ("river",), False),
    ]


@pytest.mark.parametrize("query", ["", "   ", '""', "((", "“”", "\x00", "😀", "-", "'"])
def test_nothing_is_asked_for(query: str) -> None:
    """Where there is no word, nothing is looked for."""
    assert asked(query) == []

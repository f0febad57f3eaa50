"""Whether passages speak of what was asked."""

import pytest

from bot.lookup.passages import PassageIndex
from bot.lookup.speaking import in_names, speaking, telling, told
from tests.lookup.test_passages import stored

DAM = (
    "The Upper Dam was closed in May. It has held back the floods since. Fishermen downstream complain that their"
    " catch has shrunk. The ministry in the capital answers them once a year. A ferry now carries grain past the locks."
)
TEXTS = [
    DAM,
    "Grain prices rose. The market was quiet.",
    "The Ferry Company of the north sold its last boat.",
    "Паром возит зерно через реку. Рыбаки недовольны.",
    "渡轮每天运送粮食。",
    "Anger grows over tolls The council raised them twice for the tunnel on Monday.",
    *(f"The government said in report {n} that people want a good life in the country." for n in range(12)),
]


@pytest.fixture(scope="module")
def index() -> PassageIndex:
    """Paragraphs on a dam, and many that say little."""
    return PassageIndex(stored(TEXTS))


@pytest.mark.parametrize(
    ("query", "quote"),
    [
        ("the catches of fishermen", "Fishermen downstream complain that their catch has shrunk."),
        ("what do fishermen complain about?", "Fishermen downstream complain that their catch has shrunk."),
        ("floods", "The Upper Dam was closed in May. It has held back the floods since."),
        ("grain ferries", "A ferry now carries grain past the locks."),
        ('"upper dam"', "The Upper Dam was closed in May."),
        ("grain price", "Grain prices rose."),
        ("зерна и реки", "Паром возит зерно через реку."),
        ("объясни подробнее, что известно о зерне и реке?", "Паром возит зерно через реку."),
        ("粮食", "渡轮每天运送粮食。"),
        ("tunnel", "The council raised them twice for the tunnel on Monday."),
    ],
)  # fmt: skip
def test_passages_speak_of_it(index: PassageIndex, query: str, quote: str) -> None:
    """The sentence that holds what is asked comes first, with the one that it leans on; questions and inflections alike."""
    hit = speaking(query, index)[0]
    assert hit.quote == quote
    (text,) = (text for text in TEXTS if quote in text)
    assert (hit.start, hit.end) == (7 + text.index(quote), 7 + text.index(quote) + len(quote))


@pytest.mark.parametrize(
    "query",
    [
        "pizza", "dam pizza", "ferry elephant", "паром пицца", "渡轮披萨", "", "the", "what is happening", "tell me about it", "news", "people", "women",
        "country", "good", "government", "want life", "price", "grain good", '"dam upper"', "upper locks", "@everyone", "😀", "dam OR pizza",
    ],
)  # fmt: skip
def test_nothing_is_said(index: PassageIndex, query: str) -> None:
    """What the corpus lacks, what is too far apart, what is everywhere in the language or in the corpus."""
    assert speaking(query, index) == []


@pytest.mark.parametrize(
    ("query", "said"),
    [("wood bridge", True), ("bridges of wood", True), ("bridge holidays", False), ("ferry bridge", True), ("ferry wood", False),
     ("ferry turbine", True)],
)  # fmt: skip
def test_the_commoner_the_nearer(query: str, said: bool) -> None:
    """Common words must stand together; with one that is not, near each other; two that are not, within a few sentences."""
    text = (
        "A ferry now took us to the bridge of wood where, as every year in the holidays and on some other days, all of"
        " the village had come together for a small feast. It was said that a turbine is planned."
    )
    others = ("Rain fell.", "The wind rose.", "It was dark.", "Nobody slept.")
    index = PassageIndex(stored([text, *others]))
    assert bool(speaking(query, index)) is said


def test_what_is_everywhere_answers_nothing() -> None:
    """A word of its own that every paragraph has is no question; beside a rarer one it is."""
    texts = [f"The reservoir of valley {name} is full." for name in ("Ad", "Be", "Ce", "De")]
    index = PassageIndex(stored(texts))
    assert speaking("reservoir", index) == []
    assert [hit.source.id for hit in speaking("reservoir Ce", index)] == ["d2"]


def test_acronyms_are_no_pronouns() -> None:
    """“US” in capitals asks for something; “us” does not, nor does it where everything is in capitals."""
    assert [one.words for one in telling("US dam")] == ["US", "dam"]
    assert [one.words for one in telling("tell us of the dam")] == ["dam"]
    assert [one.words for one in telling("TELL US OF THE DAM")] == ["DAM"]


def test_parts_of_names(index: PassageIndex) -> None:
    """Words that a passage writes with capitals are a part of a name there."""
    assert in_names("upper dam", speaking("upper dam", index))
    assert not in_names("floods", speaking("floods", index))


@pytest.mark.parametrize("query", ["1", "7", "-1", "12", "thanks", "hello", "привет", "спасибо"])
def test_small_numbers_and_courtesies_ask_nothing(query: str) -> None:
    """They stand anywhere; a year, or a number with what it counts, does ask something."""
    texts = ["Thanks to 7 boats and 12 ferries the harbour was full.", "Hello is said here.", "It opened in 1987.", "Rain.", "Привет, спасибо.", "So it is."]  # fmt: skip
    index = PassageIndex(stored(texts))
    assert speaking(query, index) == []
    assert speaking("1987", index)
    assert speaking("12 ferries", index)


@pytest.mark.parametrize(
    ("query", "words"),
    [("what do fishermen complain about?", "fishermen complain"), ("dam vs ferry", "dam ferry"), ('tell me of "the upper dam"', '"the upper dam"'), ("the", "")],
)  # fmt: skip
def test_what_a_question_looks_for(query: str, words: str) -> None:
    """Its words without those of every question, what is in quotation marks still so."""
    assert told(query) == words

"""Topics that a passage only refers to: “the projects” after “joint projects”."""

import pytest

from bot.corpus.reader import make_document
from bot.topics.gist import words_of
from bot.topics.places import Spotter


def referred(text: str, *topics: str) -> list[tuple[str, str | None]]:
    """`(words, name put in)` of every reference to one of the topics."""
    document = make_document("d", "d.txt", text)
    spotter = Spotter([(name, number) for number, name in enumerate(topics)], ())
    spots = spotter.spots(document, words_of(document)).spots
    return [
        (document.passages[spot.passage].text[spot.start : spot.end], spot.named)
        for spot in spots
        if not spot.times
    ]


def test_a_description_is_taken_up() -> None:
    """What a topic's name says it is takes it up; a part of it does so without being the same."""
    text = "They began joint projects. These projects are dear. Some fear for the remaining projects."
    assert referred(text, "joint projects") == [
        ("These projects", "joint projects"),
        ("the remaining projects", ""),
    ]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        # “That” is no article here.
        ("They saw gut bacteria. They found that bacteria help.", "gut bacteria"),
        # Another of the kind came between, or is meant.
        ("It leaves the blood vessels. It fills the lymph vessels. The vessels are thin.", "blood vessels"),
        ("They treat genital skin. They treat your skin. The skin is thin.", "genital skin"),
    ],
)
def test_another_of_the_kind_is_not_taken_for_it(text: str, topic: str) -> None:
    """Where another one may be meant the name is not put in."""
    assert referred(text, topic) == []


def test_a_title_parts_no_reference_from_its_topic() -> None:
    """“He” is Lord Roe, and so a reference to the topic Roe."""
    assert referred("Lord Roe of the council spoke. Lord Roe is old. He left.", "Roe") == [("He", "Lord Roe")]


def test_one_of_a_class_is_not_the_class() -> None:
    """“X is a bone disease. The disease …” is X: the name of the class is not put in."""
    text = "Rickets is a bone disease. The disease is old."
    assert referred(text, "bone disease") == [("The disease", "")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chilean officials saw the rain.", [("Chilean", "")]),
        ("Last week Chilean-led teams left.", [("Chilean-led", "")]),
        # Only mentioned, or named all the same, or part of a name of its own.
        ("They left with two cases of Chilean wine.", []),
        ("Chilean teams left Chile.", []),
        ("The Chilean Star sank.", []),
    ],
)
def test_what_begins_with_something_of_a_country_speaks_of_it(
    text: str, found: list[tuple[str, str | None]]
) -> None:
    """A sentence about what is a country's is one on the country, as long as nothing has it for a name."""
    assert referred(text, "Chile", "Chilean Star") == found


def test_a_countrys_money_is_no_mention_of_it() -> None:
    """“Chile dollars” and “Chile$” say how much something is, not that it is about Chile."""
    text = "They paid 3 million Chile dollars for it. It cost Chile$ 5 bn. They like Chile."
    document = make_document("d", "d.txt", text)
    spots = Spotter([("Chile", 0)], ()).spots(document, words_of(document)).spots
    assert [(spot.passage, spot.times) for spot in spots] == [(2, 1)]

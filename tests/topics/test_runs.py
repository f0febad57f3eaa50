"""Where a name begins and ends in running text, headlines and datelines."""

import pytest

from bot.topics.names import kin, with_plurals, without_case
from tests.topics.test_finder import topics


@pytest.mark.parametrize(
    ("text", "there", "not_there"),
    [
        (
            "PORT MARY (Bay News) -- The harbour of Tarnow was shut. FORT ANNE, Md. -- It was shut for long.",
            {"Tarnow"},
            {"PORT MARY", "FORT ANNE", "Bay News"},
        ),
        (
            "They heard Rear Adm. Vera Teasdale, Chief Operating Officer Ada Byron and Secretary of State Leo Byron.",
            {"Vera Teasdale", "Ada Byron", "Leo Byron"},
            {"Rear Adm", "State Leo Byron", "Chief Operating Officer Ada Byron"},
        ),
        (
            "They saw St. Mary, Elijah E. Plumley and J. K. Rawlins near Prince Oskar Sound.",
            {"St. Mary", "Elijah E. Plumley", "J. K. Rawlins", "Prince Oskar Sound"},
            {"Elijah E", "Oskar Sound", "St"},
        ),
        (
            "They left Port Mary Wednesday and came back on Good Friday, said the Bay Herald.",
            {"Port Mary", "Good Friday", "Bay Herald"},
            {"Port Mary Wednesday", "Friday"},
        ),
        (
            "It was told by Vera Teasdale of the Harbour Safety Board and by the Bank of Bays.",
            {"Vera Teasdale", "Harbour Safety Board", "Bank of Bays"},
            {"Vera Teasdale of the Harbour Safety Board"},
        ),
        (
            "It went to New Tarnow. The Second Bay War was fought near there for the House of Representatives.",
            {"New Tarnow", "Second Bay War", "House of Representatives"},
            {"Tarnow", "Bay War"},
        ),
        (
            "It warned the National Littoral and Tropical Administration. Rapper Vera Teasdale sang in St. Anne’s Square.",
            {"National Littoral and Tropical Administration", "Vera Teasdale", "St. Anne’s Square"},
            {"Rapper Vera Teasdale", "Square"},
        ),
        (
            "Residents of Lower Mead came at 6 a.m. GMT by the New Tarnow-based A.B. Line. TV crews saw the U.S. team (D-Ore).",
            {"Lower Mead", "U.S."},
            {"Residents of Lower Mead", "GMT", "TV", "D-Ore", "New Tarnow-based"},
        ),
    ],
)
def test_names_begin_and_end_where_they_do(text: str, there: set[str], not_there: set[str]) -> None:
    """Ranks, days, datelines, employers and trades are no part of a name; cut words and small ones may be."""
    found = set(topics(text))
    assert there <= found
    assert not not_there & found


def test_a_headline_tells_no_names() -> None:
    """Where every word has a capital only what other texts name is a name."""
    found = topics(
        "Harbour Plan Splits Angry Council As Teasdale Resists Call",
        "Vera Teasdale spoke. Teasdale said that a harbour plan splits an angry council.",
    )
    assert set(found) == {"Vera Teasdale"}


def test_a_verb_run_into_a_name_is_cut_off() -> None:
    """What a headline's end leaves at a name's end is no part of it; a name may end like a verb all the same."""
    found = topics(
        "It was seen by Minister Bruce Golding. He met Ada Mary Byron Stopping the flow, and the Latin American press.",
        "He would stop, she had stopped, they stop it, and the gold is gone. Golds and gold stay.",
    )
    assert {"Bruce Golding", "Ada Mary Byron"} <= set(found)
    assert not {"Latin American", "Bruce"} & set(found)


def test_a_word_is_known_by_its_other_forms() -> None:
    """A capital does not make a name of what stands in small letters in another form."""
    found = topics("They spoke of Warriors in Tarnow.", "A warrior met warriors and a warrior.")
    assert set(found) == {"Tarnow"}
    assert "speaks" in set(kin("speaking"))
    assert {"cities", "bay", "bays"} <= with_plurals({"city", "bay"})


def test_russian_names_are_joined_over_their_cases() -> None:
    """“Савельева” is Савельев; an adjective of place is no name, a company in angle quotes is one."""
    found = topics(
        "Пришёл министр Виталий Савельев. По словам Савельева, в Тверской области это знает и завод «Новый путь»."
    )
    assert "Савельева" in found["Виталий Савельев"].names
    assert "Новый путь" in found
    assert "Тверской" not in found
    assert without_case("speech") == "speech"

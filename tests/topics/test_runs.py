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
            "Wed, Dec 15 18:14 PM EST By Leo Plumley and Ada Byron TARNOW (Bay News) - The harbour of Ness was shut.",
            {"Ada Byron", "Ness"},
            {"Ada Byron TARNOW", "TARNOW"},
        ),
        (
            "TARNOW | Wed Dec 15, 2010 6:14 pm EST TARNOW (Bay News) - The harbour of Ness was shut.",
            {"Ness"},
            {"TARNOW"},
        ),
        (
            "They pay for Bread for All in Ness. It is said that Bread for All is dear, and so say all of us.",
            {"Bread for All", "Ness"},
            {"All"},
        ),
        (
            "They all saw the Songs For Tarnow show in Ness on Monday.",
            {"Songs For Tarnow", "Ness"},
            {"Songs"},
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


@pytest.mark.parametrize(
    ("text", "there", "not_there"),
    [
        (
            "They filed it with the Trade and Harbour Commission at once, and trade goes on.",
            {"Trade and Harbour Commission"},
            {"Harbour Commission", "Trade"},
        ),
        ("They flew from Fort Anne, Mass. to Port Mary.", {"Fort Anne", "Port Mary"}, {"Mass"}),
        ("They met the French Health Minister Ada Byron.", {"Ada Byron"}, {"French Health"}),
        ("Plumley's rule is old, they say.", {"Plumley"}, set()),
        (
            "They read “A Road Where Small Boats Still Have Some Luck” in Tarnow.",
            {"Tarnow"},
            {"Road", "Luck"},
        ),
        (
            "It was the Justice Department. Tarnova Governor Leo Rawlins spoke.",
            {"Justice Department", "Tarnova"},
            set(),
        ),
        ("They saw HandsGlimmer there. A glimmer of Glimmer is a glimmer.", set(), {"HandsGlimmer"}),
        (
            "NESS (Bay News) -- Substitute Dario Novak ran. It was Novak again.",
            {"Dario Novak"},
            {"Substitute Dario Novak"},
        ),
        ("They heard Senate Majority Leader Ada Byron.", {"Ada Byron"}, {"Senate Majority"}),
    ],
)
def test_names_in_small_words_titles_and_offices(text: str, there: set[str], not_there: set[str]) -> None:
    """Bodies keep what they are for; states that are cut short, offices and titles of articles are no names."""
    found = set(topics(text))
    assert there <= found
    assert not not_there & found


def test_a_headline_with_a_full_stop_tells_no_names() -> None:
    """Small words with capitals, or no word of content without one, tell a headline."""
    found = topics(
        "What the Tarnow Budget Does With Your Money.",
        "Byron Denies Changing His Position on Ness Wall.",
        "Ada Byron met the mayor of Tarnow.",
    )
    assert set(found) == {"Ada Byron", "Tarnow"}

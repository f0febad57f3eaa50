"""Where a name begins and ends in running text, headlines and datelines."""

import pytest

from bot.topics.names import kin, with_plurals, without_case
from tests.topics.test_finder import topics


@pytest.mark.parametrize(
    ("text", "there", "not_there"),
    [
        # A number that tells one law from another, and the year of an act.
        (
            "They passed Harbour Bill 8 and Resolution 1441. The Sea Fish Act 2016 holds at Bay Hall 12 years later.",
            {"Harbour Bill 8", "Resolution 1441", "Sea Fish Act 2016", "Bay Hall"},
            {"Harbour Bill", "Sea Fish Act", "Resolution", "Bay Hall 12"},
        ),
        # A heading that the text was run into, and a label.
        (
            "THE TARNOW GUARD Vera Teasdale left us. WOEFUL: It was told by Ada Byron of RFS Tarnow, and so on.",
            {"Vera Teasdale", "Ada Byron", "RFS Tarnow"},
            {"TARNOW GUARD Vera Teasdale", "WOEFUL"},
        ),
        # A common word is a name with the article's capital; what is left of a work's title is none.
        (
            "They saw it in The Bell, near the bell. She sang Gloaming Without Glimmers, and he left Ness.",
            {"The Bell", "Ness"},
            {"Bell", "Gloaming", "Glimmers"},
        ),
        # People who have a body, what a survey is of, and a quarter of the compass.
        (
            "The Tarnow Fishermen’s Co-operative pays. The Ness office’s Ferry Hires and Quay Turnover Survey is out,"
            " with ferry hires up. It rains in the South and Plumley West. In the South and Plumley West it is wet.",
            {"Tarnow Fishermen’s Co-operative", "Ferry Hires and Quay Turnover Survey", "Plumley West"},
            {"Co-operative", "Tarnow Fishermen", "Quay Turnover Survey", "South and Plumley West"},
        ),
        (
            "They read the Ferries (Amendment) Bill. It is the Harbour Fee (Tarnow) Act 2016, not Ness (Bay) Port.",
            {"Ferries (Amendment) Bill", "Harbour Fee (Tarnow) Act 2016"},
            {"Ferries", "Bill", "Harbour Fee", "Ness (Bay) Port"},
        ),
        (
            "It was told by the Minister for Fisheries (Mrs. Ada Byron), and the Ness Tourism Minister came.",
            {"Ada Byron", "Ness"},
            {"Fisheries", "Ness Tourism"},
        ),
        # A case in court is one thing, a match two; a headline names nothing for all its figures.
        (
            "It ended with Tarnow v. Plumley in court, and Ness v Gloam on the pitch.",
            {"Tarnow v. Plumley", "Ness", "Gloam"},
            {"Tarnow", "Plumley"},
        ),
        (
            "Harbour Hits Woeful 14.7%, 20.5M Lost Berths in April. They saw Ness and the Undescended in the South.",
            {"Ness"},
            {"Hits Woeful", "Lost Berths", "Undescended", "South"},
        ),
        # A crown that is a family name, a nickname, a body after a person, and a state after its town.
        (
            "They heard Bay Governor Ada King, Mr. Leo “Gull” Plumley and Ida Rawlins BTV News, and saw the Tarnowan King"
            " in Port Mary, N.C., where it rains.",
            {"Ada King", "Leo “Gull” Plumley", "Ida Rawlins", "BTV News", "Port Mary"},
            {"Ada", "Leo", "Gull", "Ida Rawlins BTV News", "Tarnowan King", "N.C."},
        ),
        # A body called by what it wants, a chief of staff, and a heading that its text was glued to.
        (
            "They joined the Stop the Ferry Coalition. It was told by Bay House Chief of Staff Ada Byron, who read of"
            " BarnaclesThe in French.",
            {"Stop the Ferry Coalition", "Ada Byron", "Bay House"},
            {"Ferry Coalition", "BarnaclesThe", "French", "Staff Ada Byron"},
        ),
        # What a person is, in the midst of capitals.
        (
            "It was told by Bay News Editor Vera Teasdale, Deputy Ada Byron, Deputy Mayor Leo Plumley and Ness"
            " District Judge Ida Rawlins.",
            {"Vera Teasdale", "Ada Byron", "Leo Plumley", "Ida Rawlins", "Ness"},
            {"Bay News Editor Vera Teasdale", "Deputy Ada Byron", "Deputy", "Ness District"},
        ),
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

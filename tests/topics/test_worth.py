"""Which names are topics, and which are parts, accidents or furniture."""

import pytest

from tests.topics.test_finder import topics


@pytest.mark.parametrize(
    ("texts", "there", "not_there"),
    [
        # Ranks, parties and letters after a name.
        (
            ("They saw General Vera Teasdale. Teasdale left with the Republican Ada Byron.", "He met Byron."),
            {"Vera Teasdale", "Ada Byron"},
            {"General Vera Teasdale", "Republican Ada Byron"},
        ),
        (
            ("An MP came. It was the Tarnow MP Ada Byron QC, and other MPs came.",),
            {"Ada Byron"},
            {"MP", "MPs"},
        ),
        # A first name of several says nobody.
        (
            (
                "It was Mr. Leo Byron. He saw Ms. Ada Plumley and Mr. Leo Rawlins.",
                "It was told by Leo and so on.",
            ),
            {"Leo Byron", "Leo Rawlins"},
            {"Leo"},
        ),
        # Common words with a capital, and numbers with their units.
        (
            ("They stand in Tarnow. It was Trouble for 1M of us at 27C, and Illegal Ballots were seen.",),
            {"Tarnow"},
            {"Trouble", "1M", "27C", "Illegal Ballots"},
        ),
        # A place before a noun is no adjective; a people is.
        (
            ("They walked the Tarnova track in the Freedonish rain.",),
            {"Tarnova"},
            {"Freedonish"},
        ),
        # A country and what “and” only sets beside it.
        (
            (
                "They flew to ports in Iceland and San Tarno in May. They left Iceland.",
                "It is far to Iceland.",
            ),
            {"Iceland"},
            {"Iceland and San Tarno"},
        ),
        # A person and whose they are.
        (
            (
                "They read the Tarnovan Vera Teasdale in Tarnova.",
                "She met Teasdale and the Haitian Leo Byron.",
                "It is said in all the papers that Byron left.",
            ),
            {"Vera Teasdale", "Leo Byron"},
            {"Tarnovan Vera Teasdale", "Haitian Leo Byron"},
        ),
        # Days cut short, and words that are only said with feeling.
        (
            ("Tarnow | Wed 3 June. They left on Thu 4 June, and God knows why, but Surely not for Ness.",),
            {"Ness"},
            {"Wed", "Thu", "God", "Surely"},
        ),
        # What happened somewhere, if it is spoken of again.
        (
            ("They spoke of the Tarnow war. It was a Byron affair.", "Nobody won the Tarnow war."),
            {"Tarnow war"},
            {"Byron affair"},
        ),
        # Two names side by side, and what “of” joins for the occasion.
        (
            ("It was seen by Ada Byron Bay News. They like Ada Byron. They read Bay News, said the guide.",),
            {"Ada Byron", "Bay News"},
            {"Ada Byron Bay News"},
        ),
    ],
)
def test_what_is_a_topic(texts: tuple[str, ...], there: set[str], not_there: set[str]) -> None:
    """Names that a reader would ask for are topics; what only has capitals is none."""
    found = set(topics(*texts))
    assert there <= found
    assert not not_there & found


def test_furniture_makes_no_topic() -> None:
    """A line that documents share which share little else is the publisher's; a whole article may be there twice."""
    footer = "\n\nWrite to the Plumley Desk at any hour of the day."
    article = "They went to Tarnow and saw the Grey Tower.\n\nIt was cold near Ness, they said."
    found = topics(
        "They live in Lower Mead by the sea.\n\nThey met Ada Byron there." + footer,
        "They work in Harwell by the road.\n\nThey met Vera Teasdale there." + footer,
        article,
        article,
    )
    assert {"Lower Mead", "Harwell", "Tarnow", "Grey Tower", "Ness"} <= set(found)
    assert not any("Plumley" in title for title in found)


def test_a_word_of_the_page_may_be_a_surname() -> None:
    """“Vera Page” is a person in running text."""
    found = topics("It was told by Vera Page in Tarnow. It rained all day.")
    assert "Vera Page" in found


def test_what_is_said_once_before_a_noun_may_be_a_name() -> None:
    """“A Ponderbook account” names Ponderbook; a people, a first name and what only looks like a word are no topics."""
    found = topics(
        "They have a Ponderbook account. It was in a Tarnowan shop, at a Vera concert and on Gleaming roads.",
        "He saw Mr. Vera Teasdale there.",
    )
    assert set(found) == {"Ponderbook", "Vera Teasdale"}


def test_how_people_feel_is_no_part_of_where_they_are() -> None:
    """“Frustrated Tarnow voters” speaks of Tarnow."""
    found = topics("Frustrated Tarnow voters came. They left. They know of Tarnow and its voters.")
    assert set(found) == {"Tarnow"}


def test_the_lines_of_a_table_name_nothing() -> None:
    """A table that was run together has a capital at each line’s beginning; a sentence as long is read as one."""
    table = " ".join(
        f"{word} sore foot 000{n} Weedy"
        for n, word in enumerate("Redden Gleam Stain Twitch Yawn Wince Limp".split())
    )
    assert topics(table + " feet", "It is so. They heard of gleams.") == {}
    sentence = (
        "They said that the boat which left for the shore of Tarnow in the rain of that day with all of the men that had"
        " been at work on it for most of the year was seen by Vera Teasdale on her way to the north of the land"
    )
    assert {"Tarnow", "Vera Teasdale"} <= set(topics(sentence))


def test_two_acts_are_no_third() -> None:
    """“US Sea Fish Act and Bay Oil Act” is two acts; what is left of a company’s name is no topic."""
    found = topics(
        "They broke the US Sea Fish Act and Bay Oil Act. It is the Sea Fish Act. It is the Bay Oil Act. The firm is an"
        " LLC now, and so is its LLC."
    )
    assert set(found) == {"Sea Fish Act", "Bay Oil Act"}

"""What is kept apart though its words agree."""

import pytest

from tests.briefing.figures.test_differences import figures, groups


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("BAY shares rose 6 percent.", "BAY shares fell 0.6 percent on a day of rain."),
        ("The Ness index lost 504 points.", "The Ness index plunged 778 points in a day."),
        ("The fever has spread to 12 towns in Temar.", "The fever killed people in 15 towns of Temar."),
        ("The agency has 26 cases of the fever in Temar.", "The agency has 100 cases of the fever outside Temar."),
        ("It has 32 cases of the fever.", "Temar has 260 cases of the fever."),
        ("Temar has 25 million cases of the fever.", "Temar has 65 cases of the fever."),
        ("Of the victims in Temar 20 of the 149 dead had the fever.", "The fever killed 159 people in Temar."),
        ("Temar has a further 32 cases of the fever.", "Temar has 260 cases of the fever."),
        ("The well of Ness leaked 900,000 gallons of oil.", "From the well of Ness 504,000 gallons of oil were leaking every day."),
        ("They will lower 100-ton domes on the well of Ness.", "The 450-ton valve on the well of Ness failed."),
        ("Oil came 12 miles into the coast of Ness.", "Some 65 miles of the coast of Ness have oil on them."),
        ("The firm pledged $500 million for research on the spill.", "The firm has spent $760 million on the spill."),
        ("The school of Ness has 1,200 pupils.", "The school of Ness has 100 staff."),
        ("The vaccine saved 300 lives in Temar.", "The fever took 260 lives in Temar."),
        ("Temar has 20 dead and 1,004 people reported infected.", "The fever has killed 30 people in Temar."),
        ("In Temar 8 cases were confirmed among pupils of Ness.", "Temar has 20 cases of the fever."),
        ("Dozens of people died of the fever in Temar.", "The fever killed 12 people in Temar."),
    ],
)  # fmt: skip
def test_these_measure_different_things(a: str, b: str) -> None:
    """Changes of other days, parts, places, rates, extents, uses, other magnitudes and vague numbers are set beside nothing."""
    assert groups(figures(a2022=a, b2022=b)) == []


def test_one_change_told_twice_stands_together() -> None:
    """Two documents of one day that give the same fall differently are set side by side; so are the years of a series."""
    assert groups(figures(a2022="BAY shares fell 6 percent.", b2022="BAY shares fell 5 percent.")) != []
    found = figures(
        a2022="The output of Ness grew by 3 percent in 2019. The output of Ness grew by 5 percent in 2020."
    )
    assert groups(found) == [["3 percent", "5 percent"]]


def test_what_one_sentence_tells_apart_is_not_joined() -> None:
    """Two documents that share a sentence of two numbers, and a third that has one: the two are not set against each other."""
    both = "The fever hit 8,000 people in Temar and 774 people died of it there."
    found = figures(a2022=both, b2022=both, c2022="The fever killed 800 people in Temar.")
    assert all(not {"8,000 people", "774 people"} <= set(group) for group in groups(found))


def test_a_date_before_a_colon_opens_another_item() -> None:
    """In a run-on list “… 50 million people 1957: …” the year is not that of the number before it."""
    first, second = figures(
        a2022="The first fever of them killed 50 million people 1957: the second fever killed two million people."
    )
    assert (first.as_of, second.as_of) == ("2022-05-05", "1957")


def test_a_heading_says_more_than_a_name() -> None:
    """Of “Temar: 103 dead” the name alone is no measure to head a group with."""
    from bot.briefing.figures.differences import differences

    found = figures(
        a2022="Temar: 103 dead, all of them of the fever.", b2022="In Temar the fever has killed 176 people."
    )
    assert [difference.measure for difference in differences(found)] != ["Temar"]

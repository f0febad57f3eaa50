"""Which names are one thing, and which only look like it."""

from tests.topics.test_finder import topics


def test_a_place_is_no_surname() -> None:
    """A place that a charity is named after is not its family name, however often both stand in one text."""
    found = topics(
        "They work in Tarnow. In Tarnow it rains. Yele Tarnow said so. The roads in Tarnow are wet."
    )
    assert {"Tarnow", "Yele Tarnow"} <= set(found)


def test_old_and_new_are_apart() -> None:
    """New Tarnow is not Tarnow, and the Tarnows are not the Tarnow of another continent."""
    found = topics(
        "They went from New Tarnow to Tarnow and on to Greenland.", "It is far from Tarnow to New Tarnow."
    )
    assert {"New Tarnow", "Tarnow"} <= set(found)


def test_a_company_is_its_name_without_the_form() -> None:
    """“Teasdale Ltd” and “Teasdale” are one, titled by the plain name."""
    found = topics(
        "They sued Bayfuel PLC over it, and Bayfuel PLC paid.",
        "It is said that they sued Bayfuel again, and that they lost.",
    )
    assert {"Bayfuel", "Bayfuel PLC"} <= set(found["Bayfuel"].names)


def test_spellings_of_two_countries_are_one() -> None:
    """Organisation and organization, centre and center, do not make two topics."""
    found = topics("He left the Bay Labour Organisation.", "She left the Bay Labor Organization.")
    assert len(found) == 1


def test_dotted_acronyms_are_joined_with_what_they_stand_for() -> None:
    """U.B., UB and United Bays are one, titled by the words."""
    found = topics("The U.B. came. All saw the U.B. and the United Bays. The UB left.")
    assert {"U.B.", "UB"} <= set(found["United Bays"].names)


def test_an_explained_name_is_never_lost() -> None:
    """A long form in small letters that an acronym stands for is a topic, also where it looks like an adjective's noun."""
    found = topics(
        "Manual lymph drainage (MLD) helps. MLD is gentle. They speak of Manual therapy and of lymph drainage."
    )
    assert "MLD" in found["Manual lymph drainage"].names


def test_a_phrase_has_no_verb_and_is_whole() -> None:
    """What ends before its noun, holds a verb or only says how big a thing is makes no topic; a whole phrase does."""
    found = topics(
        "Officials acknowledge it. The massive oil spill spread. Eleven men were presumed dead. A rig sank.",
        "Officials acknowledge that. A massive oil spill grew. They were presumed dead when the rig sank.",
    )
    assert set(found) == {"Oil spill"}


def test_only_what_is_called_so_is_a_term() -> None:
    """Words in quotation marks are a term where a text says that something is called so; else somebody's words."""
    found = topics("He called it the “silver bridge”. She felt a “tragic loss” and “heavy pain” at once.")
    assert set(found) == {"Silver bridge"}

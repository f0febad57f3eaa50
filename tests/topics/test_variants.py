"""Which names are one thing, and which only look like it."""

import pytest

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


def test_what_every_reader_knows_is_joined() -> None:
    """US, U.S. and United States are one though no text explains them."""
    found = topics("They left the US for good. A U.S. ship sank.", "She came from the United States in May.")
    assert {"US", "U.S."} <= set(found["United States"].names)


def test_a_slip_of_the_pen_makes_no_topic() -> None:
    """A name that once has a letter too many or out of place is the same; another letter may be another person."""
    found = topics(
        "It was Minister Maria Plumley. They saw Maria Plumley and Mario Plumley.",
        "It was Minister Vera Teasdale. They saw Vera Teasdale, Vera Taesdale and Vera Teassdale.",
    )
    assert {"Vera Taesdale", "Vera Teassdale"} <= set(found["Vera Teasdale"].names)
    assert "Mario Plumley" not in found["Maria Plumley"].names


def test_a_body_is_called_by_less_of_its_name() -> None:
    """The court of one place is the court in the texts that have both; where two places have one it is neither's."""
    found = topics("The Tarnow Superior Court met. All know the Superior Court.")
    assert "Superior Court" in found["Tarnow Superior Court"].names
    found = topics("The Tarnow Superior Court met the Harwell Superior Court. All know the Superior Court.")
    assert {"Tarnow Superior Court", "Harwell Superior Court", "Superior Court"} <= set(found)


def test_a_firm_is_called_by_its_first_word() -> None:
    """“Plumley” is Plumley Brothers where no other name begins so, and most texts that have it have both."""
    found = topics(
        "They sued Plumley Brothers. In the end Plumley Brothers paid, and Plumley lost.",
        "They went to Tarnow for the Tarnow Regatta. It rained in Tarnow.",
    )
    assert "Plumley" in found["Plumley Brothers"].names
    assert "Tarnow" in found


def test_a_middle_initial_and_a_generation_make_no_other_person() -> None:
    """Leo M. Byron Jr. is Leo Byron; his party's or his country's first name for several is not."""
    found = topics("It was told by Leo Byron. They asked Leo M. Byron Jr. about it. He saw Leo Byron.")
    assert list(found) == ["Leo Byron"]


def test_a_first_name_alone_is_the_person_whose_it_is() -> None:
    """Where most texts that have the first name have the full name of one person too."""
    found = topics(
        "They saw Mr. Omar Saled. Omar waved at them, and they like Omar.", "Mr. Omar Saled spoke."
    )
    assert "Omar" in found["Omar Saled"].names


def test_a_river_has_the_article() -> None:
    """“The Orrin” is the Orrin River; Tarnow without the article is not the Tarnow River."""
    found = topics(
        "They swam in the Orrin River. They say the Orrin is cold and that the Orrin is deep.",
        "They swam in the Tarnow River. All of Tarnow came, and they love Tarnow.",
    )
    assert "Orrin" in found["Orrin River"].names or "Orrin River" in found["Orrin"].names
    assert {"Tarnow", "Tarnow River"} <= set(found)


@pytest.mark.parametrize(
    "name",
    [
        # It has an acronym in it, which gives more than one letter.
        "QXB Plumley",
        # Two letters are the initials of many, and one text alone has this one.
        "Quill Plumley",
    ],
)
def test_an_acronym_that_nobody_explains_is_not_for_any_name(name: str) -> None:
    """What is spoken of everywhere as QP is not titled by whatever has the initials by chance."""
    texts = [f"They sued QP in Tarnow on day {day}. It was QP that paid." for day in range(4)]
    found = topics(f"They sued QP, said the people of {name} in Tarnow.", *texts)
    assert name in found
    assert found["QP"].names == ("QP",)


def test_two_letters_are_no_persons_initials() -> None:
    """Who has a QP to ask in the text is not meant by it."""
    found = topics("Quentin Plumley, a clerk, fell ill. All are told to ask their QP.")
    assert "QP" not in found["Quentin Plumley"].names


def test_an_acronym_in_the_plural_is_joined_with_its_long_form() -> None:
    """“BSAs” that a text explains is one with the long form, wherever that stands by itself."""
    found = topics("They signed the Bay Sharing Agreements (BSAs). All the BSAs are long.")
    assert "BSAs" in found["Bay Sharing Agreements"].names
    assert sum("Sharing" in title for title in found) == 1


def test_a_ship_is_one_with_and_without_its_prefix() -> None:
    """“RFS Silver Gull” and “Silver Gull” are one, where the texts that have the one have the other."""
    found = topics("They sent the RFS Silver Gull to Tarnow. It was said of Silver Gull that she leaks.")
    assert "Silver Gull" in found["RFS Silver Gull"].names


def test_a_people_is_no_first_name() -> None:
    """What a Freedonian says is not said by the Freedonian Navy, though both words might be a person's."""
    found = topics("They saw the Freedonian Navy off Tarnow. All went by, said Freedonian.")
    assert "Freedonian" not in found["Freedonian Navy"].names


def test_a_short_surname_is_the_person_in_another_text() -> None:
    """“Mrs. Lund” is the only Greta Lund, though no text has both names."""
    found = topics("The chair was Mrs. Greta Lund.", "They heard Mrs. Lund. It was late, said Lund.")
    assert set(found) == {"Greta Lund"}


def test_a_surname_with_small_words_before_it_is_the_persons() -> None:
    """“Plumley” alone is Pieter van der Plumley."""
    found = topics(
        "They asked Mr. Pieter van der Plumley about it, and Plumley said that the Plumley plan was his."
    )
    assert set(found) == {"Pieter van der Plumley"}


def test_an_act_is_one_with_and_without_its_year() -> None:
    """“Sea Fish Act” is the Sea Fish Act 2016."""
    found = topics("It is in the Sea Fish Act 2016.", "They broke the Sea Fish Act.")
    assert len(found) == 1


def test_a_nickname_may_be_left_out() -> None:
    """Leo “Gull” Plumley is Leo Plumley."""
    found = topics("They met Leo “Gull” Plumley on the quay.", "They know Leo Plumley.")
    assert len(found) == 1

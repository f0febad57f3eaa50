"""Bodies that texts call by a part of their name."""

from tests.topics.test_finder import topics


def test_a_body_is_called_by_what_it_is() -> None:
    """“The House” is the only House of Deputies; where the texts have two, or none, it is no topic."""
    one = "It went to the House of Deputies. The debate in the House was long, and the House rose."
    found = topics(one)
    assert set(found) == {"House of Deputies"}
    assert "House" in found["House of Deputies"].names
    assert set(topics(one, "It is in the House of Bays.")) == {"House of Deputies", "House of Bays"}
    assert topics("The debate in the House was long, and the House rose over the Bill.") == {}


def test_a_body_is_one_with_its_country_and_without_the_end() -> None:
    """“Supreme Court” is the U.S. Supreme Court where no other is spoken of; a centre may be cut where “and” follows."""
    found = topics(
        "It is before the U.S. Supreme Court.", "They know the Supreme Court and the U.S. Supreme Court."
    )
    assert len(found) == 1
    found = topics(
        "They left the Centre for Tide Control. It is the US Centre for Tide Control and Prevention."
    )
    assert len(found) == 1
    found = topics(
        "They broke the U.S. Sea Fish Act.", "They know the Sea Fish Act.", "It is the Sea Fish Act."
    )
    assert len(found) == 1
    apart = topics("It is before the U.S. Supreme Court.", *["They know the Supreme Court."] * 4)
    assert {"U.S. Supreme Court", "Supreme Court"} == set(apart)

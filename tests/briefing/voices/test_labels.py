"""Interviews and transcripts."""

import pytest

from bot.briefing.voices.attribution import said_in, spoken_by_nobody_named
from bot.briefing.voices.labels import full_name, turns
from bot.corpus.reader import make_document

TALK = [
    "The mayor of Ness, Marta Velen, met us at her office by the sea.",
    "Velen: I have been the mayor of this town for nine years.",
    "It has been a good time for the people of the town.",
    "Post: But the school was closed while you were the mayor, and the clinic too.",
    "Velen: I did not close the school, and I never would have.",
    "You know as well as I do who closed it.",
    "Could you tell me who it was that closed the school in the end?",
    "The county closed it, as it closed the clinic in the year before.",
    "Post: We have spoken to the county, and they tell us another story.",
    "Velen: I have nothing to add to what I have said to you.",
]


def test_a_turn_goes_on_while_nobody_else_can_have_spoken() -> None:
    """A question to who answers may be the other's; after it nobody is sure to speak until the next label."""
    document = make_document("d", "d.txt", "\n".join(TALK))
    said = {
        passage.text: [(one.name, one.basis) for one in said_in(document, passage)]
        for passage in document.passages
    }
    velen, post = [("Marta Velen", "resolved")], [("Post", "stated")]
    assert said[TALK[0]] == []
    assert [said[TALK[n]] for n in (1, 2, 3, 4, 5)] == [velen, velen, post, velen, velen]
    assert [said[TALK[n]] for n in (7, 8, 9)] == [[], post, velen]
    nobody = [p.text for p in document.passages if spoken_by_nobody_named(document, p)]
    assert TALK[7] in nobody
    assert TALK[0] not in nobody


def test_a_label_inside_a_sentence_changes_the_speaker() -> None:
    """As where two speak at once."""
    text = "\n".join(
        [*TALK[:4], "Velen: I have told you that I never Post: You never told us so.", *TALK[8:]]
    )
    document = make_document("d", "d.txt", text)
    both = [[turn.name for turn in here] for here in turns(document).by.values() if len(here) > 1]
    assert both == [["Velen", "Post"]]


def test_a_label_has_the_fuller_name_where_there_is_but_one() -> None:
    """Two of one last name are two."""
    document = make_document("d", "d.txt", "\n".join(TALK))
    found = full_name(document, "VELEN")
    assert found is not None
    assert found[1] == "Marta Velen"
    two = make_document("d", "d.txt", "\n".join([*TALK, "Her father was Otto Velen, who built the school."]))
    assert full_name(two, "Velen") is None


@pytest.mark.parametrize("label", ["Note", "Photo", "Background", "Swine flu", "Update"])
def test_what_is_no_speaker_is_no_label(label: str) -> None:
    """However often it opens a paragraph."""
    line = f"{label}: The figures of our town are those of the spring, and you may trust them."
    document = make_document("d", "d.txt", "\n".join([line, TALK[0], line, TALK[2], line]))
    assert not turns(document).by

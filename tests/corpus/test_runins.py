"""Headlines, captions and credits that no full stop parts from the sentence after them."""

import pytest

from bot.corpus.document import Kind
from bot.corpus.reader import make_document
from bot.corpus.runins import parted


def sentences(text: str) -> list[str]:
    """What of a text is left as sentences."""
    return [text[start:end] for start, end in parted(text)]


@pytest.mark.parametrize(
    ("run_in", "sentence"),
    [
        ("Anger grows over old dam", "The people of the valley said on Monday that they would stay."),
        ("Valley families sleep on roofs", "Thousands of people in Tarnow have spent a night on their roofs."),
        ("Tarnow dam: your stories", "It is feared that many have lost their homes."),
        ("Dam in Tarnow breaks Boats lie in the streets", "More than 20 boats are on their way to Tarnow."),
        ("Water stands high in the streets", "As the boats came near, the lights of the town went out."),
        ("Mayor Lee: “We need help from all of you”", "Two deputies have left the town at night."),
        ("PIVOTAL DAYS FOR THE MAYOR", "When the dam broke, the mayor was at sea with his sons."),
        ("Dam five times weaker than thought Thursday 6 May 2010 19.41 BST", "The dam in the valley was built in a year."),
        ("(By Ann Lee -- Bay News)", "Mayor Cy Fox will leave the town on Monday for good."),
        ("(Ann Lee/Bay News)", "In the trade of dams, nobody likes to tell a story."),
        ("(AP Photo)", "The mayor may be gone, but the dam is not."),
        ("Photograph: Ann Lee/AFP/Getty Images", "Cy Fox today called the dam the worst one in the land."),
        ("Photo: AP", "Nine new boats were seen in the bay on Monday."),
        ("Mayor of Tarnow leaves after the flood", "TARNOW, May 4 (Bay News) - The mayor has left the town."),
        ("Mayor leaves town at night TARNOW | Wed May 4, 2011 7:16 am EDT", "PORT MARY (Bay News) - Its mayor has left Tarnow."),
        ("Жители долины боятся за плотину", "Она была построена в прошлом веке, сообщили власти."),
    ],
)  # fmt: skip
def test_what_is_run_into_a_sentence_is_left_out(run_in: str, sentence: str) -> None:
    """The sentence is left, to the letter."""
    assert sentences(f"{run_in} {sentence}") == [sentence]


@pytest.mark.parametrize(
    "text",
    [
        "The residents of the valley told The Bay Herald that The Hague is far from them.",
        "The virus is of type A and spreads, said doctors who fear the influenza A virus most.",
        "They met the Group of Seven ministers in Air Force One on their way to the talks.",
        "While many blame the mayor, Ann Lee, who is head of the board, writes:” The dam is old.",
        "Ann Lee, Bay News, Tarnow The dam that was found to be weak is shut from today.",
        "Each party agrees that the licence You get from us may end at any time.",
        "In his novel The old boat and the sea the writer speaks of an old man.",
        "They saw Gone With the wind and Dancing In the dark at the cinema in Tarnow.",
        "I know that I shall see what He has promised us, and so do all of them.",
        "The queen’s guests told Her majesty’s footmen that she had been late for dinner.",
        "You will need: A pot with a lid The lid of another pot For the soup some salt.",
        "Doctors may ask you to do this: Take the drug by mouth If you have pain, rest for a day.",
        "For children, speech and language therapy For adults, rest and some walks in the town.",
        "“I trust in the captain and in the crew of The boat that we came by,” she said.",
        "“It is over” He said that there was no way back to the old town for them.",
        "Wednesday, May 26, 2010; 4:26 PM As the dam was breaking, nobody was in the valley.",
        "TARNOW | Thu May 27, 2010 7:33 pm EDT TARNOW (Bay News) - The mayor said on Thursday that he would go.",
        "(CNN) The mayor said on Monday that all was well in the valley and in the town.",
        "It was shown on the Bay channel, one of Some Twenty in the land that there are.",
        "Old dam breaks in the valley The end.",
    ],
)
def test_a_true_sentence_is_never_cut(text: str) -> None:
    """Titles, names, lists, speech, stamps and datelines stay where they are, and so does what is not sure."""
    assert sentences(text) == [text]


def test_a_sentence_that_lost_its_full_stop_stays() -> None:
    """What is too long for a headline is a sentence of its own, unless a stamp or a dateline follows it."""
    lost = "The commission that was set up after the flood of last spring has found out that the old dam in the valley had been weak for as long as forty years"
    after = "The mayor has until December to say what he will do."
    assert sentences(f"{lost} {after}") == [lost, after]
    assert sentences(f"{lost} Thursday 6 May 2010 19.41 BST {after}") == [after]


def test_a_caption_that_says_something_is_a_sentence_of_its_own() -> None:
    """A verb that headlines leave out tells it."""
    caption = "Some of the boats have been on the lake for days"
    after = "The mayor has until December to say what he will do."
    assert sentences(f"{caption} {after}") == [caption, after]


def test_a_desk_s_credit_is_no_sentence() -> None:
    """What follows it is left out too where it is none."""
    assert sentences("(Reporting by Ann Lee; Editing by Cy Fox)") == []
    assert sentences("(Reporting by Ann Lee; Editing by Cy Fox) A new way to trade Our best platform") == []
    assert sentences("Photo: Boats lie in the harbour of Tarnow on Monday.") == []


def test_a_document_is_quoted_without_them() -> None:
    """Offsets are those of the file, what has inferred bounds is marked, and a credit makes no caption of a story."""
    text = (
        "Anger grows over old dam The people of the valley said on Monday that they would stay.\n"
        "They have nowhere to go.\n"
        "Photograph: Ann Lee/Bay News Mayor Cy Fox has left the town for good.\n"
        "Photograph: Ann Lee/Bay News\n"
    )
    document = make_document("d", "d.txt", text)
    assert [(passage.text, passage.parted) for passage in document.passages] == [
        ("The people of the valley said on Monday that they would stay.", True),
        ("They have nowhere to go.", False),
        ("Mayor Cy Fox has left the town for good.", True),
    ]
    assert all(text[passage.start : passage.end] == passage.text for passage in document.passages)
    assert [paragraph.kind for paragraph in document.paragraphs][2:] == [Kind.PROSE, Kind.CAPTION]

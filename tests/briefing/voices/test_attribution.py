"""Who says so."""

import pytest

from bot.briefing.statements import Unit, statement
from bot.briefing.voices.attribution import attributed, said_in, spoken_by_nobody_named
from bot.corpus.reader import make_document

LONG = "They are long " + "and wide " * 20 + "and old."
"""A sentence that makes a speech so long that it is cut inside its quotation marks."""

Said = list[list[tuple[str, str]]]


def speakers(text: str) -> Said:
    """Name and basis of whose words each sentence of a text reports; the words are to be in the text."""
    document = make_document("d", "d.txt", text)
    found: Said = []
    for passage in document.passages:
        said = said_in(document, passage)
        for one in said:
            assert one.name in one.place.text
            assert one.words in passage.text or one.words in one.place.text
        found.append([(one.name, one.basis) for one in said])
    return found


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("According to Harbour Invest, the port is small.", "Harbour Invest"),
        ("The share, according to some estimates, is large.", "some estimates"),
        ("Experts believe that the port is small.", "Experts"),
        ("The rally activists claim that the port is small.", "The rally activists"),
        ("In response, the Harbour Board announced that it will close.", "the Harbour Board"),
        ("Although Lee has stated that the port is small, she stays.", "Lee"),
        ("“The port is small and it will close,” said Ann Lee, a spokeswoman for the board.", "Ann Lee"),
        ("“The port is small and it will close,” the director of the Bay Group, Ann Lee, told the Harbour Post.", "Ann Lee"),
        ("Ann Lee, chief executive of the Bay Group, said the port was small.", "Ann Lee"),
        ("According to the director of the Bay Centre at Ness, Ann Lee, the port is small.", "Ann Lee"),
        ("The union, which the government has said is small, met.", "the government"),
        ("Lee called on them to come, noting that the port is small.", "Lee"),
        ("The port is small, the President of Aldoria noted.", "the President of Aldoria"),
        ("The head of Bay Oil was forced to deny it, saying that the port is small.", "The head of Bay Oil"),
    ],
)  # fmt: skip
def test_speakers_are_named(sentence: str, name: str) -> None:
    """By the words of speaking round them, titles and appositions left aside."""
    assert speakers(sentence) == [[(name, "stated")]]


@pytest.mark.parametrize(
    "sentence",
    [
        "The port is small and the ships are large.",
        "It should be noted that the port is small.",
        "The agreements concluded with the port were kept from the public.",
        "She was told that the port is small.",
        "The United States and the member states met in Ness.",
        "The ships reported by the port were two.",
        "He said that the port is small.",
    ],
)
def test_nobody_is_named_where_nobody_speaks(sentence: str) -> None:
    """What only looks like speaking, and a “he” whom nobody named, gives no speaker."""
    assert speakers(sentence) in ([[]], [[("the port", "stated")]])


def test_a_speech_goes_on_over_sentences() -> None:
    """Who speaks stands before or after; it holds for every sentence between the quotation marks."""
    text = f"“Five roads pass here. {LONG} The port is small,” Lee noted."
    assert speakers(text) == [[("Lee", "continued")], [("Lee", "continued")], [("Lee", "stated")]]
    text = f'Lee named three reasons: "The first is the port. {LONG} The second is the sea."'
    assert speakers(text)[:2] == [[("Lee", "stated")], [("Lee", "continued")]]
    text = "“It will not change,” Ann Lee told the Post. “This is a problem for the port.”"
    assert speakers(text) == [[("Ann Lee", "stated")], [("Ann Lee", "continued")]]


def test_the_expert_is_whoever_spoke_last() -> None:
    """“The expert” and “he” are the last speaker named, also from the paragraph before, and marked."""
    text = "Ann Lee said the port is small. It will close, the expert noted.\nThe bay, she said, is deep."
    assert speakers(text) == [[("Ann Lee", "stated")], [("Ann Lee", "resolved")], [("Ann Lee", "resolved")]]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mrs Lee said it rained. She said it was cold.", "Mrs Lee"),
        ("Ann Lee, a spokeswoman for the bay, said it rained. She said it was cold.", "Ann Lee"),
        ("Ann Lee said it rained. The sea was rough. She said it was cold.", "Ann Lee"),
        ("Bo Ray said it rained. Ann Lee erred when she said it was cold.", "Ann Lee"),
        ("Bay Bank said it rained. The bank said it was cold.", "Bay Bank"),
        ("Ann Lee said it rained. She also ran home. She said it was cold.", "Ann Lee"),
        ("Minister Bo Ray said it rained. The minister said it was cold.", "Minister Bo Ray"),
        ("Mr Ray said it rained. She said it was cold.", None),
        ("Ann Lee, a spokeswoman, said it rained. He said it was cold.", None),
        ("Bo Ray said it rained. His wife Eve agreed. She said it was cold.", None),
        ("Bo Ray said it rained. Ann Lee ran home. She said it was cold.", None),
        ("Mr Ray said Ms Lee was in. She said it was cold.", None),
        ("Bo Ray said it rained. They said it was cold.", None),
        ("Ann Lee visited the plant. She said it was cold.", None),
        ("Norway has denied that it rained. He said it was cold.", None),
        ("Farmer Bo Ray said it rained. The minister said it was cold.", "The minister"),
        ("Bo Ray said it rained. The company said it was cold.", "The company"),
    ],
)
def test_whom_he_means(text: str, who: str | None) -> None:
    """The last speaker, where title, trade and who else was named allow it; where two may be meant, nobody.

    “The minister” who is not the last speaker stands for himself.
    """
    *_, last = speakers(text)
    assert [name for name, _ in last] == ([who] if who else [])


@pytest.mark.parametrize(
    "sentence",
    [
        "Growing fears that the port will close were voiced.",
        "This is a self-serving report that hides the cost.",
        "Lee wrote a book about the port of Ness.",
        "Lee never said that the port was small.",
        "I have always believed that the port is small.",
        "Did Lee think that the port was small.",
        "The search for the ship continues, and the port is closed.",
        "It was an excuse to bring up alleged misconduct in the port.",
        "The port added two new berths in the spring.",
        "Anyone who tells you so has never seen the port.",
        "Last Friday, a message came: “Mother, I am in the port.”",
        "The inquiry -- announced in June by the port -- goes on.",
        "They saw a gap explained in part by the storm.",
        "Hear the words of the song: “This is the port of Ness.”",
        "Former mayor Bo Ray, according to whom the port is old, died in 2019.",
        "With Dr Ray nodding, Lee speaks of the “angels” of the port and says: “It is small.”",
        "Ness now joins 10 other states that have a port.",
        "The Senate has confirmed Ann Lee for the seat at Ness.",
        "The spread of the flu in the port sparked fears that it would close.",
        "Having said that if the port can be shut, then it is good.",
        "New Bay is in the lead with 50, while Ness reported 26 and Calder 14.",
        "Sales fell by 12 percent after the port’s reported 8 percent fall.",
        "The old were ill in 1968: a storm shut the port, and stress that it is small was felt.",
    ],
)
def test_what_only_looks_like_saying(sentence: str) -> None:
    """Nouns, adjectives, denials, imperatives and first persons name nobody."""
    assert speakers(sentence) == [[]]


def test_a_sentence_that_is_cited_without_its_mark_keeps_its_speaker() -> None:
    """A citation may leave out the quotation mark at the edge of a passage."""
    document = make_document("d", "d.txt", "“Five roads pass here,” Lee noted. The bay is deep.")
    made = statement(document, Unit(((document.passages[0],),), document.passages[0]))
    inner = made.citations[0].model_copy(update={"start": 1, "quote": made.citations[0].quote[1:]})
    voiced = attributed(made.model_copy(update={"citations": (inner,)}), {"d": document})
    assert voiced.said_by is not None
    assert voiced.said_by[0].name == "Lee"


def test_sources_in_brackets_are_who_reports() -> None:
    """Each source of a reference, without its date."""
    assert speakers("The port is small (Harbour Post, May 3; see Bay News, June 4).") == [
        [("Harbour Post", "reference"), ("Bay News", "reference")]
    ]


def test_a_statement_carries_who_says_it() -> None:
    """With where the name stands, which may be another sentence than the statement's own; null where nobody is named."""
    document = make_document(
        "d", "d.txt", f"“Five roads pass here. {LONG} The port is small,” Lee noted. The bay is deep."
    )
    first, _, second, last = document.passages
    made = attributed(statement(document, Unit(((first,),), first)), {"d": document})
    assert made.said_by is not None
    assert [(voice.name, voice.basis, voice.of) for voice in made.said_by] == [("Lee", "continued", 0)]
    assert made.said_by[0].citation.quote == second.text
    assert attributed(statement(document, Unit(((last,),), last)), {"d": document}).said_by is None


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("“Five roads pass here, and they are long.” The bay is deep.", [True, False]),
        (
            "“Five roads pass here, and they are long,” she told the Harbour Post. The bay is deep.",
            [True, False],
        ),
        ("“Five roads pass here, and they are long,” Ann Lee said. The bay is deep.", [False, False]),
        ("The “Long Road” is old. She read “The Long Way Round the Village” there.", [False, False]),
        ("The port got the prize for “courage and patience in the face of the sea” in May.", [False]),
    ],
)
def test_a_speech_whose_speaker_nobody_names(text: str, nobody: list[bool]) -> None:
    """It is not for the document's own words; terms, titles and a few quoted words in a sentence are."""
    document = make_document("d", "d.txt", text)
    assert [spoken_by_nobody_named(document, passage) for passage in document.passages] == nobody


FEW = "“It is as old as the town itself.”"


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Ann Lee, the mayor, said that the bridge was old.", "Ann Lee"),
        ("“The bridge is old and it shakes in the wind,” Ann Lee said.", "Ann Lee"),
        ("“Is the bridge really so very old?” Ann Lee asked.", None),
        ("According to the Harbour Post, the bridge is old.", None),
        ("Experts say that the bridge is old.", None),
        ("Ann Lee said the bridge was old, and Bo Ray said it was new.", None),
        ("The bridge is old and it shakes in the wind.", None),
    ],
)
def test_a_speech_by_itself_is_whose_words_stand_just_before(before: str, name: str | None) -> None:
    """Where one person speaks there, and it cannot be an answer."""
    *_, last = speakers(f"{before}\n{FEW}")
    assert last == ([(name, "continued")] if name else [])


def test_a_speech_by_itself_is_whose_words_follow_where_nobody_came_before() -> None:
    """The next speech's; but who was told of before may have spoken as well."""
    after = "“The bridge shakes in the wind,” Ann Lee said."
    assert speakers(f"{FEW}\n{after}")[0] == [("Ann Lee", "continued")]
    assert speakers(f"Bo Ray was born by the bridge.\n{FEW}\n{after}")[1] == []


def test_who_is_told_of_is_taken_up() -> None:
    """A person who is known to speak, and of whom the sentence before is."""
    text = "“It is old,” Ann Lee said.\nLee came to the town as a child.\n“I was born by the sea,” she said."
    assert speakers(text)[-1] == [("Ann Lee", "resolved")]
    assert speakers(text.replace("she", "he").replace("Ann Lee", "Mrs Lee"))[-1] == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("In the tape, an apparently tired Lee tells the board about the port.", "an apparently tired Lee"),
        ("After the sermon Sheikh Ray told the Post: “The port is small.”", "Sheikh Ray"),
        ("After the minister Ann Lee said that the port was shut, ships left.", "the minister Ann Lee"),
        (
            "However, Bo Ray, a teacher at Ness, who has lived there, said that, for many, it was small.",
            "Bo Ray",
        ),
        ("According to Bo al-Ray, an old seaman, the port is small.", "Bo al-Ray"),
        ("The WHO said the port was small.", "The WHO"),
        ("It rained in the port, according to the U.S. military.", "the U.S."),
        ("“The port is small,” said Bay Hiring Lab director Bo Ray.", "Bay Hiring Lab director Bo Ray"),
        ("The port is small, according to a Bay analysis of data made by Ness.", "a Bay analysis"),
        ("But WHO experts said the port was small.", "WHO experts"),
        ("The US said the port was small.", "The US"),
        ("“It was ‘a bad storm,”’ Mr Ray recalled.", "Mr Ray"),
    ],
)
def test_a_name_is_no_more_and_no_less(sentence: str, name: str) -> None:
    """No occasion and no quotation mark before it; not an article and an adverb alone."""
    assert [one for one, _ in speakers(sentence)[-1]] == [name]


def test_what_is_denied_is_nobodys_words() -> None:
    """Who is denied to have said something did not say it here; who reports the denial did."""
    assert speakers("The office has denied that the mayor, Bo Ray, said God sent him.") == [
        [("The office", "stated")]
    ]
    told = speakers("Lee denied that the port was shut, the Post said.")
    assert told == [[("Lee", "stated"), ("the Post", "stated")]]


def test_people_who_believe_are_nobody() -> None:
    """Of whom a clause tells what they believe is no speaker of the sentence."""
    assert speakers("Mr Ray said Bay and Ness were “ignorant” people who believed it was right.") == [
        [("Mr Ray", "stated")]
    ]

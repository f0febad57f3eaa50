"""Quotation marks, and speeches that go on."""

import pytest

from bot.corpus.quotations import missing_marks, part, quoted, speeches, speeches_of
from bot.corpus.reader import make_document

NONE = ("", "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“It is wide,” Lee said. “It is long.”", ["“It is wide,”", "“It is long.”"]),
        ("‘The workers’ rights are wide,’ he said.", ["‘The workers’ rights are wide,’"]),
        ("The ‘Long Road’ and the workers’ rights in the ’90s don’t matter.", ["‘Long Road’"]),
        ("The ‘Long Roads’ plan and the workers’ rights.", ["‘Long Roads’"]),
        ("‘They “really” went,’ she said.", ["‘They “really” went,’"]),
        ("“They ‘really’ went,” she said.", ["“They ‘really’ went,”"]),
        ("'It's the dogs' dinner,' she said. 'We won't.'", ["'It's the dogs' dinner,'", "'We won't.'"]),
        ('He said "come to me" and "go".', ['"come to me"', '"go"']),
        ('"He said "come to me" and left," Lee said.', ['"He said "come to me" and left,"']),
        ('He was 6\'2" tall and had a 5" nail.', []),
        ('"He was 6\'2" tall," Lee said. "Yes."', ['"He was 6\'2" tall,"', '"Yes."']),
        ('" It is wide , " he said .', ['" It is wide , "']),
        ("„Es ist weit“, sagte er.", ["„Es ist weit“"]),
        ("«Мы победили», — сказал он.", ["«Мы победили»"]),
        ("他说：「天气『很』好。」她说：“好。”", ["「天气『很』好。」", "“好。”"]),
        ("“It is wide, he said. “It is long.”", ["“It is wide, he said.", "“It is long.”"]),
        ("It costs 5“ more, or the dogs’ dinner.", []),
        ("The bay is deep. It is wide,” Lee said.", ["It is wide,”"]),
        ("**“It is wide,”** he said.", ["“It is wide,”"]),
    ],
)
def test_what_stands_between_quotation_marks(text: str, found: list[str]) -> None:
    """Apostrophes and inches are no marks; a quotation in a quotation is part of it."""
    assert [text[span.start : span.end] for span in quoted(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We tried it all,” Lee said. “Nothing worked.”", ["“We tried it all,”", "“Nothing worked.”"]),
        ("They call it “the dry road” here.", []),
        ("She read “The Long Way Round the Village Street” there.", []),
        ("她说：「天气很好，我们走吧。」", ["「天气很好，我们走吧。」"]),
        ("“Yes,” Lee said.", ["“Yes,”"]),
        ("‘We will not pay for the road,’ Lee said.", ["‘We will not pay for the road,’"]),
    ],
)
def test_terms_and_titles_are_no_speech(text: str, found: list[str]) -> None:
    """A few words that end no sentence, or words all with capitals."""
    assert [text[span.start : span.end] for span in speeches(text)] == found


REST = "said Mrs Lee of the old town of Ness, who had come by boat."


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["“The road was built here. It is wide.", "“The sea is near the road, too,” " + REST],
        ["‘The road was built here. It is wide.", "‘The sea is near the road, too,’ " + REST],
        ['"The road was built here. It is wide.', '"The sea is near the road, too," ' + REST],
        ["“The road was built here. It is wide.", "The sea is near the road, too,” " + REST],
        ["“The road was built here.", "It is as wide as the sea.", "The sea is near the road, too,” " + REST],
    ],
)
def test_a_speech_goes_on_in_the_next_paragraph(paragraphs: list[str]) -> None:
    """Where that opens again, or closes what it has not opened."""
    document = make_document("d", "d.txt", "\n".join(paragraphs))
    speech, *others = speeches_of(document)
    assert not others
    assert len(speech) == len(paragraphs)
    first, *_, last = document.passages
    assert part(document, first) == (False, True)
    assert part(document, last) == (True, False)


def test_a_short_line_of_a_speech_does_not_part_it() -> None:
    """It has a quotation mark, and is no heading."""
    text = "The sea is near the road, as they said.\n“Never again.\nThe road was built here, and it is wide.”"
    document = make_document("d", "d.txt", text)
    assert [part(document, passage).before for passage in document.passages] == [False, True]


def test_a_speech_goes_on_far_where_it_is_closed_at_last() -> None:
    """But not to where it only may be opened again, nor over what tells who said something."""
    years = ("one", "two", "three", "four", "five", "six", "seven", "eight")
    rest = [f"The road was built here in {year} years, and it is wide." for year in years]
    far = make_document(
        "d", "d.txt", "\n".join(["“It was built in the spring.", *rest, "It is long,” " + REST])
    )
    assert all(any(part(far, passage)) for passage in far.passages)
    again = "“The sea is near the road, too,” " + REST
    apart = make_document("d", "d.txt", "\n".join(["“It was built in the spring.", *rest, again]))
    assert not any(any(part(apart, passage)) for passage in apart.passages)
    told = make_document(
        "d", "d.txt", "\n".join(["“It was built in spring.", "Ann Lee said it was old.", again])
    )
    assert not any(any(part(told, passage)) for passage in told.passages)


def test_a_mark_never_closed_ends_with_its_paragraph() -> None:
    """The paragraphs after it are nobody's speech, nor is what stands under the next heading."""
    text = (
        '"The road was built here, and it is wide.\nThe sea is near the road, too.\nThe bay is "deep" here.'
    )
    document = make_document("d", "d.txt", text)
    assert [any(part(document, passage)) for passage in document.passages] == [False, False, False]
    assert len(speeches_of(document)) == 1


def test_the_marks_that_a_piece_of_a_speech_lacks() -> None:
    """Where the speech began before it or goes on after it; brackets and marks of other things play no part."""
    text = (
        "“Five roads pass [in Ness: see “Roads”] here. It is wide,” Lee said. “It is long.\n"
        "“It is old, and its stones are worn.” The bay is “deep” here."
    )
    document = make_document("d", "d.txt", text)
    assert [missing_marks(document, one, one) for one in document.passages] == [
        ("", "”"),
        ("“", ""),
        ("", "”"),
        NONE,
        NONE,
    ]
    assert missing_marks(document, document.passages[0], document.passages[1]) == NONE


def test_what_is_open_stays_with_the_document() -> None:
    """It is read once."""
    document = make_document("d", "d.txt", "“Five roads pass here. They are long and old.” The bay is deep.")
    assert speeches_of(document) is speeches_of(document)

"""What is the document, and what the page round it."""

from bot.corpus.document import Kind
from bot.corpus.layout import blocks, classify
from bot.corpus.reader import make_document

PAGE = """\
Home » World » Asia
Language: English Русский 中文

Opinion

Harbour Town Builds a Second Bridge
Harbour Town Builds a Second Bridge
By Ann Lee
Published: 3 May 2021

Image: The first bridge at dawn. (Source: City archive)

The town council voted on Monday to build a second bridge across the bay.

A long wait

It took twenty years of talks. Nobody believed in it any more.
What will it cost?
The council expects that the price will be two million dollars.

Ann Lee is a reporter at the Harbour Post. She writes about towns.

Number of shows: 1,204
You might also like
Ten bridges you must see
Back to top
"""


def kinds(text: str, *leave_out: str) -> list[tuple[Kind, str]]:
    """Each paragraph's kind with the beginning of its text."""
    return [(b.kind, text[b.start : b.end][:16]) for b in classify(text, blocks(text), leave_out)]


def test_page_furniture_is_told_from_prose() -> None:
    """Menus, language switches, doubled titles, counters and links to other pages are furniture; credits are credits."""
    assert kinds(PAGE) == [
        (Kind.FURNITURE, "Home » World » A"),
        (Kind.FURNITURE, "Language: Englis"),
        (Kind.FURNITURE, "Opinion"),
        (Kind.TITLE, "Harbour Town Bui"),
        (Kind.FURNITURE, "Harbour Town Bui"),
        (Kind.CREDIT, "By Ann Lee"),
        (Kind.CREDIT, "Published: 3 May"),
        (Kind.CAPTION, "Image: The first"),
        (Kind.PROSE, "The town council"),
        (Kind.HEADING, "A long wait"),
        (Kind.PROSE, "It took twenty y"),
        (Kind.HEADING, "What will it cos"),
        (Kind.PROSE, "The council expe"),
        (Kind.CREDIT, "Ann Lee is a rep"),
        (Kind.FURNITURE, "Number of shows:"),
        (Kind.FURNITURE, "You might also l"),
        (Kind.FURNITURE, "Ten bridges you "),
        (Kind.FURNITURE, "Back to top"),
    ]


def test_pull_quote_is_not_said_twice() -> None:
    """A paragraph that stands word for word in another one is page furniture."""
    text = "Nobody believed in it any more.\n\nIt took long. Nobody believed in it any more. Then it came."
    assert [kind for kind, _ in kinds(text)] == [Kind.FURNITURE, Kind.PROSE]


def test_the_curator_leaves_out_a_paragraph() -> None:
    """A paragraph that the curator names is furniture, however it looks and whatever white space it has."""
    text = "This sentence is an advertisement in disguise.\n\nThis sentence is the article."
    assert kinds(text, "This  sentence is an\nadvertisement in disguise.")[0][0] is Kind.FURNITURE


def test_lines_wrapped_by_width_are_one_paragraph() -> None:
    """Where lines end in the middle of sentences, blank lines part the paragraphs; elsewhere each line is one."""
    wrapped = "The town council voted on Monday to build a\nsecond bridge across the bay, which took a\nlong time to agree on with the neighbours\nand with the state.\n\nIt will be built in the coming year by two\ncompanies of the region.\n"
    assert len(blocks(wrapped)) == 2
    assert len(blocks("One sentence is here.\nAnother one is there.\r\n\r\nA third.\n")) == 3


def test_offsets_survive_windows_newlines_and_a_byte_order_mark() -> None:
    """Offsets point into the file as it is."""
    text = "\ufeffThe first sentence is here.\r\n\r\n  The second one is there.  \r\n"
    assert [text[b.start : b.end] for b in blocks(text)] == [
        "The first sentence is here.",
        "The second one is there.",
    ]


def test_messy_pages_are_read() -> None:
    """A saved news page: the title stands over the byline, dated lines and agency pictures are credits and captions."""
    text = (
        "JavaScript is disabled in your browser. Please enable JavaScript to view this site.\n"
        "Exclusive news, data and analytics for the professionals of the market\n\n"
        "Two Towns Agree to Build a Bridge\nA look back at a decade of long and bitter talks between the two of them\n"
        "By Ann Lee and Bo Ray\nSeptember 12, 2022 10:15 AM GMT+6 · Updated 2 years ago\n"
        "[1/3] The mayors of the two towns at a meeting, September 11, 2022. REUTERS/Max Roe/File Photo\n\n"
        "PORT MARY, Sept 12 (Agency) - The two towns agreed on Monday to build a bridge. It will open in 2025. ■\n"
        "Reporting by Ann Lee; Editing by Cy Fox\n\nComments (1)\nCarl, 13 May 2023 at 10:22\n"
        "This is nonsense, the two towns will never agree on it.\n"
    )
    document = make_document("d", "d.txt", text)
    assert document.title == "Two Towns Agree to Build a Bridge"
    assert document.metadata.author == "Ann Lee and Bo Ray"
    assert (document.metadata.published, document.metadata.date_basis) == ("2022-09-12", "stated")
    assert [p.kind for p in document.paragraphs].count(Kind.PROSE) == 1
    assert "nonsense" not in " ".join(passage.text for passage in document.passages)


def test_short_lists_are_one_paragraph_with_their_lead() -> None:
    """Items with marks, or joined by commas, that are no sentences: the list is quoted as a whole."""
    text = "The town voted on Monday for its new plan.\nThe plan has three aims:\n- roads between the towns\n- a port\n- trees\nNobody knows what it will cost in the end.\n"
    assert [kind for kind, _ in kinds(text)] == [Kind.PROSE, Kind.PROSE, Kind.PROSE]
    (passage,) = make_document("d", "d.txt", text).paragraphs[1].passages
    assert passage.text == "The plan has three aims:\n- roads between the towns\n- a port\n- trees"
    commas = text.replace("- roads between the towns", "roads between the towns,").replace(
        "- a port", "a port and"
    )
    assert len(blocks(commas.replace("- trees", "trees."))) == 3


def test_lists_of_sentences_and_of_links_are_left_as_they_are() -> None:
    """Each item that ends as a sentence is a paragraph; what a page's own words lead to is no prose."""
    text = "The plan has three aims:\n- It builds roads in the towns.\n- It builds a port in the bay.\n"
    assert len(blocks(text)) == 3
    links = "The town voted on Monday.\nRead more on this site:\n- Ten bridges\n- Nine ports\n"
    assert kinds(links)[-1][0] is not Kind.PROSE


def test_points_that_are_clauses_are_prose() -> None:
    """“• Exports rose by a tenth in May” says something; “• New roads” is a heading."""
    text = "The town voted on Monday for it.\n\n• Exports rose by a tenth in May\n\n• New roads\n\nIt ends with this sentence.\n"
    assert [kind for kind, _ in kinds(text)] == [Kind.PROSE, Kind.PROSE, Kind.HEADING, Kind.PROSE]

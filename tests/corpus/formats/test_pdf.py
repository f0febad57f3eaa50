"""PDF files: paragraphs whole again, pages' heads and numbers left out, and faults named."""

import io
import random

import pytest
from fpdf import FPDF
from PIL import Image

from bot.corpus.formats import FormatFault, read
from bot.corpus.reader import make_document
from tests.corpus.formats.files import PARAGRAPHS, Paper, pdf, prose

PLAIN = [paragraph.replace("“", '"').replace("”", '"') for paragraph in PARAGRAPHS]


def paragraphs(data: bytes) -> list[str]:
    """The paragraphs read from a PDF."""
    return [line for line in read("a.pdf", data).text.split("\n") if line]


@pytest.mark.parametrize(
    ("gap", "indent"), [(3, ""), (0, "      ")], ids=["space between", "first line set in"]
)
def test_paragraphs_are_whole(gap: float, indent: str) -> None:
    """Lines are joined into the paragraphs that were written, over the ends of pages too."""
    many = [f"Report {number} begins here. {paragraph}" for number in range(9) for paragraph in PLAIN]
    assert paragraphs(pdf(lambda paper: prose(paper, many, gap=gap, indent=indent))) == many


def test_heads_feet_and_page_numbers_are_left_out() -> None:
    """What pages repeat at their edges, and numbers that count them, are no text, be heads alike or by turns."""
    text = read("a.pdf", pdf(lambda paper: prose(paper, PLAIN * 8))).text
    assert not [words for words in ("Harbour Review", "A. Lee", "Volume 3", "17", "18") if words in text]


def test_words_cut_at_line_ends_are_whole() -> None:
    """A hyphen goes where it only cuts a word; it stays in a name and in words that the document writes with it."""

    def write(paper: Paper) -> None:
        for line in (
            "The long-term plan is a term of the cross-",
            "ings, and with them the plan of China-",
            "Kazakhstan trade for the long-",
            "term traffic of the bay is set by all.",
        ):
            paper.cell(0, 5.5, line, new_x="LMARGIN", new_y="NEXT")

    assert paragraphs(pdf(write, heads=False)) == [
        "The long-term plan is a term of the crossings, and with them the plan of China-Kazakhstan trade for the"
        " long-term traffic of the bay is set by all."
    ]


LEFT = (
    "The ferry company will run more",
    "crossings from May, and it hopes",
    "for many guests in the summer.",
    "It has hired a crew.",
)
RIGHT = (
    "Fishermen are less pleased with",
    "the plan, as the larger ships may",
    "damage the nets that they set at",
    "the reef each spring.",
)
COLUMNS = [
    "The ferry company will run more crossings from May, and it hopes for many guests in the summer. It has hired a crew.",
    "Fishermen are less pleased with the plan, as the larger ships may damage the nets that they set at the reef each spring.",
]


@pytest.mark.parametrize("by_rows", [True, False], ids=["drawn row by row", "drawn column by column"])
def test_columns_are_read_one_after_the_other(by_rows: bool) -> None:
    """Two columns are two texts, whichever way the file draws them."""
    places = [(x, row, text) for x, column in ((25, LEFT), (115, RIGHT)) for row, text in enumerate(column)]

    def write(paper: Paper) -> None:
        paper.cell(0, 8, "What the two sides say about the plan for all of the ferries in the bay.")
        for x, row, text in sorted(places, key=lambda place: place[1]) if by_rows else places:
            paper.text(x, 50 + 5.5 * row, text)

    read_back = paragraphs(pdf(write, heads=False))
    assert [line for line in read_back if line in COLUMNS] == COLUMNS


def test_a_note_does_not_cut_the_paragraph_that_it_stands_in() -> None:
    """A paragraph that goes on over a page is whole, though a note in small letters stands at the page's foot."""

    def write(paper: Paper) -> None:
        paper.set_y(240)
        paper.cell(
            0,
            5.5,
            "The ferry company said on Tuesday that it will run as many crossings",
            new_x="LMARGIN",
            new_y="NEXT",
        )
        paper.set_y(255)
        paper.set_font("Times", size=7)
        paper.cell(0, 4, "1 Harbour yearbook of 2022, page 14.", new_x="LMARGIN", new_y="NEXT")
        paper.add_page()
        paper.set_font("Times", size=11)
        paper.cell(
            0, 5.5, "as it can, but no more than two a day in the winter.", new_x="LMARGIN", new_y="NEXT"
        )

    assert (
        "The ferry company said on Tuesday that it will run as many crossings as it can, but no more than two a day in the"
        " winter." in paragraphs(pdf(write))
    )


def titled(paper: Paper) -> None:
    """A title in large letters, a byline, text."""
    paper.set_font("Times", "B", 20)
    paper.multi_cell(
        0, 9, "More Ferries for the Bay and Its Many Small Harbours", new_x="LMARGIN", new_y="NEXT"
    )
    paper.set_font("Times", size=11)
    paper.cell(0, 8, "By Ann Lee", new_x="LMARGIN", new_y="NEXT")
    prose(paper, PLAIN)


TITLE = "More Ferries for the Bay and Its Many Small Harbours"


@pytest.mark.parametrize(
    ("title", "author"),
    [
        ("Microsoft Word - draft3.doc", "user"),
        ("Untitled", "HP"),
        ("Template of the House", "Sekretariat"),
        (TITLE, "Ann Lee"),
    ],
)
def test_properties_count_where_the_text_bears_them_out(title: str, author: str) -> None:
    """The title is what is set largest, the author the byline's, whatever a program wrote into the file; no day is taken from it."""
    document = make_document("d", "d.pdf", read("d.pdf", pdf(titled, title=title, author=author)))
    assert (document.title, document.metadata.author, document.metadata.published) == (TITLE, "Ann Lee", None)


def test_properties_fill_what_the_text_leaves_open() -> None:
    """Where the text names neither, a sound title and author of the file's properties are taken."""
    data = pdf(lambda paper: prose(paper, PLAIN), heads=False, title="Ferries in the Bay", author="Bo Ek")
    metadata = make_document("d", "d.pdf", read("d.pdf", data)).metadata
    assert (metadata.title, metadata.author) == ("Ferries in the Bay", "Bo Ek")


PACKET = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">'
    "<pdf:Producer>x</pdf:Producer><prism:publicationName>Harbour Review</prism:publicationName>"
    "<prism:publicationDate>2023-04-18</prism:publicationDate><prism:url>https://harbour.example/r/3</prism:url>"
    "</rdf:Description></rdf:RDF></x:xmpmeta>"
)


def test_a_publishers_packet_is_read() -> None:
    """Publication, day and address that a publisher put into the file's XMP are stated."""
    paper = Paper(heads=False)
    paper.add_page()
    prose(paper, PLAIN)
    paper.set_xmp_metadata(PACKET)
    metadata = make_document("d", "d.pdf", read("d.pdf", bytes(paper.output()))).metadata
    assert (metadata.publisher, metadata.published, metadata.url) == (
        "Harbour Review",
        "2023-04-18",
        "https://harbour.example/r/3",
    )


def picture(paper: Paper) -> None:
    """A page that is a picture."""
    paper.image(Image.new("RGB", (40, 40)), w=100)


def encrypted() -> bytes:
    """A PDF that opens with a password only."""
    paper = FPDF()
    paper.set_encryption("owner", "user")
    paper.add_page()
    paper.set_font("Times", size=11)
    paper.cell(text="The text is here.")
    return bytes(paper.output())


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (encrypted(), "is encrypted: save it without a password"),
        (pdf(picture, heads=False), "holds no text, only pictures"),
        (pdf(titled)[:-200], "is a damaged PDF"),
        (b"This is no PDF.", "is plain text by its contents"),
        (b"", "is a damaged PDF, or none"),
    ],
)
def test_a_pdf_without_text_to_be_had_is_named(data: bytes, words: str) -> None:
    """A password, pictures only, damage: one sentence that says what to do."""
    with pytest.raises(FormatFault) as caught:
        read("a.pdf", data)
    assert words in str(caught.value)


def test_damage_is_a_fault_or_text_never_a_crash() -> None:
    """Whatever bytes are wrong, reading ends with a text or a fault."""
    whole = pdf(titled)
    chance = random.Random(4)  # noqa: S311  (no secret)
    for _ in range(40):
        data = bytearray(whole)
        for _ in range(30):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            assert isinstance(read("a.pdf", io.BytesIO(data).getvalue()).text, str)
        except FormatFault as fault:
            assert "PDF" in str(fault) or "text" in str(fault) or "encrypted" in str(fault)  # noqa: PT017

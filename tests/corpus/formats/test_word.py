"""Word files: what a reader of the document reads, in order."""

import io
import zipfile

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from bot.corpus.formats import FormatFault, read
from bot.corpus.reader import make_document
from tests.corpus.formats.files import PARAGRAPHS, word


def paragraphs(data: bytes) -> list[str]:
    """The paragraphs read from a Word file."""
    return [line for line in read("a.docx", data).text.split("\n") if line]


def report(document: Document) -> None:
    """A title, a byline, text, a list, a caption, a running head."""
    document.add_paragraph("More Ferries for the Bay", style="Title")
    document.add_paragraph("By Ann Lee")
    document.add_heading("What is planned", 1)
    document.add_paragraph(PARAGRAPHS[0])
    document.add_paragraph(PARAGRAPHS[1], style="List Bullet")
    document.add_paragraph("Figure 1: The new pier in March.", style="Caption")
    document.sections[0].header.paragraphs[0].text = "A running head stands here."


def test_paragraphs_headings_and_lists_are_lines() -> None:
    """The body is read in order; captions and running heads are left out."""
    assert paragraphs(word(report)) == [
        "More Ferries for the Bay",
        "By Ann Lee",
        "What is planned",
        PARAGRAPHS[0],
        PARAGRAPHS[1],
    ]


def test_runs_breaks_and_changes_do_not_cut_a_sentence() -> None:
    """Formatting, line breaks, soft hyphens and tracked changes: the sentence as it reads with the changes taken."""

    def write(document: Document) -> None:
        paragraph = document.add_paragraph("The ferry ")
        paragraph.add_run("com\u00adpany").bold = True
        paragraph.add_run(" said\non Tuesday")
        for mark, text in (("ins", "t"), ("del", "delText")):
            paragraph._p.append(
                parse_xml(
                    f'<w:{mark} {nsdecls("w")} w:id="1" w:author="x"><w:r><w:{text} xml:space="preserve"> was {mark}</w:{text}></w:r></w:{mark}>'
                )
            )
        paragraph.add_run(".")

    assert paragraphs(word(write)) == ["The ferry company said on Tuesday was ins."]


def test_content_controls_are_read() -> None:
    """Forms put paragraphs into content controls; they are text as any other."""

    def write(document: Document) -> None:
        document.add_paragraph(PARAGRAPHS[0])
        document.element.body.insert(
            0,
            parse_xml(
                f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>A sentence of a form.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
            ),
        )

    assert paragraphs(word(write)) == ["A sentence of a form.", PARAGRAPHS[0]]


def test_of_tables_the_sentences_are_read() -> None:
    """Figures in cells say nothing without their heads; a cell that holds sentences is text."""

    def write(document: Document) -> None:
        table = document.add_table(2, 2)
        for number, text in enumerate(("Year", "What happened", "2021", "The old pier was closed.")):
            table.cell(number // 2, number % 2).text = text

    assert paragraphs(word(write)) == ["The old pier was closed."]


@pytest.mark.parametrize(
    ("title", "author"), [("Letter Template", "python-docx"), ("", "Windows User"), ("Doc1", "admin")]
)
def test_the_title_and_byline_of_the_text_count(title: str, author: str) -> None:
    """A title set as one and a byline are believed before what Word writes by itself; no day is taken from it."""
    metadata = make_document("d", "d.docx", read("d.docx", word(report, title=title, author=author))).metadata
    assert (metadata.title, metadata.author, metadata.published) == (
        "More Ferries for the Bay",
        "Ann Lee",
        None,
    )


def test_sound_properties_fill_what_the_text_leaves_open() -> None:
    """Title and author that the text does not name come from the file's properties."""

    def write(document: Document) -> None:
        document.add_paragraph(PARAGRAPHS[0])

    data = word(write, title="Ferries in 2023", author="Bo Ek")
    metadata = make_document("d", "d.docx", read("d.docx", data)).metadata
    assert (metadata.title, metadata.author) == ("Ferries in 2023", "Bo Ek")


def test_hidden_words_are_left_out() -> None:
    """What Word does not show is no part of the text."""

    def write(document: Document) -> None:
        paragraph = document.add_paragraph("The pier is open. ")
        paragraph.add_run("It is not.").font.hidden = True
        paragraph.add_run("So is the port.").font.hidden = False

    assert paragraphs(word(write)) == ["The pier is open. So is the port."]


def packed(**parts: bytes) -> bytes:
    """A zip file with these parts, well packed."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"This is no Word file.", "is plain text by its contents"),
        (b"", "is no Word file that can be opened"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "is encrypted or of an old Word version"),
        (word(report)[:-300], "is no Word file that can be opened"),
        (packed(other=b"x"), "is a zip archive by its contents"),
        (packed(**{"word/document.xml": bytes(60_000_000)}), "unpacks to far more than a document holds"),
    ],
    ids=["text", "empty", "encrypted", "cut off", "another zip", "bomb"],
)
def test_files_that_are_no_word_documents_are_named(data: bytes, words: str) -> None:
    """Each fault is one sentence that says what to do."""
    with pytest.raises(FormatFault) as caught:
        read("a.docx", data)
    assert words in str(caught.value)

"""A file that is of another format than its name says: named, with what to do."""

import gzip

import pytest

from bot.corpus.formats import FormatFault, read
from tests.corpus.formats.files import PARAGRAPHS, article, page, pdf, prose, word
from tests.corpus.formats.test_word import packed

PDF = pdf(lambda paper: prose(paper, PARAGRAPHS))
WORD = word(lambda document: [document.add_paragraph(text) for text in PARAGRAPHS])
TEXT = "\n\n".join(PARAGRAPHS).encode()


@pytest.mark.parametrize(
    ("file", "data", "words"),
    [
        ("a.txt", PDF, "is a PDF by its contents: give it the ending .pdf"),
        ("a.html", PDF, "is a PDF by its contents"),
        ("a.docx", PDF, "is a PDF by its contents"),
        ("a.txt", page(article()), "is a web page by its contents: give it the ending .html"),
        ("a.pdf", page(article()), "is a web page by its contents"),
        ("a.pdf", WORD, "is a Word file by its contents: give it the ending .docx"),
        ("a.pdf", TEXT, "is plain text by its contents: give it the ending .txt"),
        (
            "a.docx",
            packed(**{"xl/workbook.xml": b"<x/>"}),
            "is an Excel workbook by its contents: save its text",
        ),
        ("a.docx", packed(mimetype=b"application/vnd.oasis.opendocument.text"), "is an OpenDocument file"),
        ("a.docx", rb"{\rtf1\ansi The port is shut.}", "is RTF text by its contents: save its text"),
        ("a.txt", gzip.compress(TEXT), "is packed (gzip) by its contents: unpack it"),
        ("a.txt", b"\xd0\xcf\x11\xe0" + bytes(600), "is a file of an old Office version, or encrypted"),
        (
            "a.pdf",
            b"\xff\xd8\xff" + bytes(600),
            "is a picture by its contents: put it through text recognition",
        ),
    ],
)
def test_a_file_of_another_format_is_named(file: str, data: bytes, words: str) -> None:
    """What it is by its bytes, and what to do, in place of a fault of a reader that was never meant for it."""
    with pytest.raises(FormatFault) as caught:
        read(file, data)
    assert words in str(caught.value)


def test_zeros_behind_a_pdf_do_no_harm() -> None:
    """A PDF that was padded when it was sent is whole."""
    assert read("a.pdf", PDF + bytes(6000)).text == read("a.pdf", PDF).text


def test_what_a_page_says_to_browsers_without_scripts_is_no_text() -> None:
    """A page whose text a script fetches holds none; a banner that asks for consent is no part of one that has it."""
    bare = b"<html><title>App</title><body><div id='root'></div><noscript>You need to enable JavaScript to run it.</noscript>"
    assert read("a.html", bare).text == ""
    banner = "<div class='qc-cmp2-container'><p>We and our partners store data of yours on this device, as you agree.</p></div>"
    shown = banner + "<h1>More Ferries</h1>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    assert "partners" not in read("a.html", f"<html><body>{shown}</body></html>".encode()).text

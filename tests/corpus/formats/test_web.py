"""Web pages: the article without the page round it, and what the page states of itself."""

import pytest

from bot.corpus.formats import FormatFault, read
from tests.corpus.formats.files import FIGURE, PARAGRAPHS, TABLE, article, page

JUNK = ("cookies", "Politics", "Storm closes", "best news", "reproduced", "castle hill", "Passengers")


def lines(data: bytes) -> list[str]:
    """The paragraphs read from a page."""
    return [line for line in read("a.html", data).text.split("\n") if line]


@pytest.mark.parametrize(
    "main",
    [
        article(),
        article(tag="div"),
        article((*PARAGRAPHS[:2], FIGURE + TABLE, *PARAGRAPHS[2:])),
        f"<div><h1>More Ferries for the Bay</h1>{'<br><br>'.join(PARAGRAPHS)}</div>",
        f"<table><tr><td><a href='/'>Home</a></td><td>{'<br><br>'.join(PARAGRAPHS)}</td></tr></table>",
    ],
    ids=["paragraphs", "divisions", "picture and table", "line breaks", "layout table"],
)
def test_the_article_is_read_and_the_page_is_not(main: str) -> None:
    """Each paragraph is one line, however the page is made; menus, banners, captions, tables and comments are left out."""
    text = lines(page(main))
    assert [line for line in text if line in PARAGRAPHS] == list(PARAGRAPHS)
    assert not [junk for junk in JUNK if any(junk in line for line in text)]


def test_marks_inside_a_sentence_do_not_cut_it() -> None:
    """Links, emphasis, soft hyphens, line breaks and numbers of notes leave a sentence whole and bare."""
    written = (
        "The <a href='/f'>ferry</a> com&shy;pany said on<br>Tuesday that it <b>will</b> run <i>14</i>&nbsp;crossings a day"
        " from May.<sup><a href='#n1'>[1]</a></sup> Officials\n   expect about 60,000 passengers by the season’s end."
    )
    assert lines(page(article((written, *PARAGRAPHS[1:]))))[1] == (
        "The ferry company said on Tuesday that it will run 14 crossings a day from May. Officials expect about 60,000"
        " passengers by the season’s end."
    )


def test_lists_and_quotations_are_read() -> None:
    """Items and quoted paragraphs are lines of their own, without marks."""
    items = "<ul><li>Crossings rise from 12 to 14 a day between May and September.</li><li>Tickets cost 9 euros.</li></ul>"
    text = lines(page(article((*PARAGRAPHS[:2], items, *PARAGRAPHS[2:]))))
    assert "Crossings rise from 12 to 14 a day between May and September." in text
    assert "Tickets cost 9 euros." in text


def test_a_very_short_page_is_read_too() -> None:
    """What is too short for the extractor is not lost."""
    assert "The ferry was stopped on Monday." in lines(page(article(("The ferry was stopped on Monday.",))))


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "koi8-r", "utf-16"])
def test_a_page_is_read_in_the_encoding_that_it_states(encoding: str) -> None:
    """An encoding stated in the page's head, or UTF-16 by its mark, gives the same letters."""
    sentence = "Паромы ходят по заливу каждый день, сказал мэр города."
    html = f"<html><head><meta http-equiv='Content-Type' content='text/html; charset={encoding}'></head><body><p>{sentence}</p></body></html>"
    assert lines(html.encode(encoding)) == [sentence]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("<p>Größe ist alles.</p>".encode("latin-1"), "is not UTF-8 (byte 5, line 1)"),
        (b"<meta charset='klingon'><p>x</p>", "'klingon', which is unknown"),
        (b"<meta charset='hex'><p>x</p>", "none of text"),
        (b"<meta charset='shift_jis'><p>\x81</p>", "is not shift_jis, as it says"),
        (b"<div>" * 100_000 + b"<p>A sentence is here.</p>", "nested too deeply"),
    ],
)
def test_pages_that_cannot_be_read_are_named(data: bytes, words: str) -> None:
    """Letters in no stated encoding and nesting that no person wrote: said, not guessed."""
    with pytest.raises(FormatFault) as caught:
        read("a.html", data)
    assert words in str(caught.value)


@pytest.mark.parametrize("data", [b"", b"  \n ", b"<html></html>", b"<!-- nothing -->"])
def test_an_empty_page_has_no_text(data: bytes) -> None:
    """Nothing gives nothing."""
    assert read("a.html", data).text == ""

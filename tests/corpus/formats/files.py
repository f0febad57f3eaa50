"""Real files for tests: PDF and Word files written by libraries, pages of a made-up newspaper."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import docx
from docx.document import Document
from fpdf import FPDF

PARAGRAPHS = (
    "The ferry company said on Tuesday that it will run 14 crossings a day from May, two more than last summer."
    " Officials expect about 60,000 passengers by the end of the season.",
    "Mayor Olga Brandt told reporters that the new pier, which cost 3.2 million euros, was finished early."
    " “We owe this to the crews who worked through the winter,” she said.",
    "Fishermen in the bay are less pleased. Their association argues that the wake of the larger ships damages nets,"
    " and it has asked for a lower speed limit near the reef.",
    "A study by the coastal institute found in 2022 that waves at the reef had grown by 12 percent since the larger"
    " ships came. The company disputes the figure.",
)

MENU = (
    "<header><a href='/'>Harbour Times</a><nav><ul><li><a href='/p'>Politics</a></li><li><a href='/s'>Sport</a></li>"
    "</ul></nav></header><div class='cookie-banner'><p>We use cookies to improve your experience on our website. By"
    " continuing to browse you agree to our use of them.</p><button>Accept all</button></div>"
)
AFTER = (
    "<aside class='related'><h3>Related articles</h3><ul><li><a href='/a'>Storm closes the old lighthouse road for the"
    " third time this year</a></li></ul></aside><section id='comments'><h3>2 comments</h3><p>This is the best news I"
    " have read all week, my family has waited for it for years.</p></section><footer><p>© 2024 Harbour Times. No part"
    " of this site may be reproduced without written permission.</p></footer>"
)
FIGURE = "<figure><img src='x.jpg'><figcaption>The new pier seen from the castle hill in March.</figcaption></figure>"
TABLE = "<table><tr><th>Year</th><th>Passengers</th></tr><tr><td>2021</td><td>41,000</td></tr></table>"


def page(main: str, head: str = "<title>More Ferries for the Bay</title>") -> bytes:
    """A newspaper's page round `main`."""
    html = f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{MENU}{main}{AFTER}</body></html>"
    return html.encode()


def article(paragraphs: Sequence[str] = PARAGRAPHS, tag: str = "p") -> str:
    """An article's heading and text, each paragraph in an element of this name."""
    body = "".join(f"<{tag}>{paragraph}</{tag}>" for paragraph in paragraphs)
    return f"<main><article><h1>More Ferries for the Bay</h1>{body}</article></main>"


class Paper(FPDF):
    """A PDF with a running head and foot on every page, odd and even pages with different heads."""

    def __init__(self, *, heads: bool = True) -> None:
        super().__init__(format="A4")
        self.heads = heads
        self.set_margins(25, 30)
        self.set_auto_page_break(True, 30)

    def header(self) -> None:
        """The running head."""
        if self.heads:
            self.set_font("Times", "I", 9)
            self.set_y(12)
            name = "Harbour Review" if self.page_no() % 2 else "A. Lee: More Ferries"
            self.cell(text=f"{name} {self.page_no() + 16}")
            self.set_y(30)

    def footer(self) -> None:
        """The page's number."""
        if self.heads:
            self.set_font("Times", "I", 9)
            self.set_y(-15)
            self.cell(w=0, text=f"Volume 3, Issue 2 - page {self.page_no()}", align="C")


def pdf(write: Callable[[Paper], None], *, heads: bool = True, title: str = "", author: str = "") -> bytes:
    """A PDF of what `write` draws on its first and further pages, with these file properties."""
    paper = Paper(heads=heads)
    paper.set_title(title)
    paper.set_author(author)
    paper.add_page()
    paper.set_font("Times", size=11)
    write(paper)
    return bytes(paper.output())


def prose(paper: Paper, paragraphs: Sequence[str], *, gap: float = 3, indent: str = "") -> None:
    """Paragraphs as running text with space between them, or with their first line set in."""
    for paragraph in paragraphs:
        plain = paragraph.translate({ord("“"): '"', ord("”"): '"'})
        paper.set_font("Times", size=11)
        paper.multi_cell(0, 5.5, indent + plain, new_x="LMARGIN", new_y="NEXT", align="J")
        paper.ln(gap)


def word(write: Callable[[Document], object], **properties: str) -> bytes:
    """A Word file of what `write` puts into it."""
    document = docx.Document()
    document.core_properties.author = properties.get("author", "")
    document.core_properties.title = properties.get("title", "")
    write(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()

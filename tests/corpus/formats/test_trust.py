"""What of a format's metadata is believed."""

import pytest

from bot.corpus.document import Metadata
from bot.corpus.formats.trust import believed


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("More Ferries for the Bay", "More Ferries for the Bay"),
        ("Kazakhstan", "Kazakhstan"),
        ("Microsoft Word - More Ferries", "More Ferries"),
        ("Microsoft Word - draft3.doc", None),
        ("report_final_v2", None),
        ("ferries.indd", None),
        ("Untitled 2", None),
        ("PowerPoint Presentation", None),
        ("Документ1", None),
        ("Home", None),
        ("2023", None),
        ("Harbour Times", None),
        (None, None),
    ],
)
def test_titles(written: str | None, title: str | None) -> None:
    """A file's name, a template's, a program's or the site's is no title."""
    assert believed(Metadata(title=written, publisher="Harbour Times")).title == title


@pytest.mark.parametrize(
    ("written", "author"),
    [
        ("Ann Lee", "Ann Lee"),
        ("By Ann Lee and Bo Ek", "Ann Lee and Bo Ek"),
        ("Ли Анна", "Ли Анна"),
        ("李安", "李安"),
        ("user", None),
        ("Admin", None),
        ("annlee", None),
        ("Ann Lee <ann@harbour.example>", None),
        ("Windows User", None),
        ("Editorial Team", None),
        ("Редакция", None),
        ("PC-0417", None),
        ("Harbour Times", None),
    ],
)
def test_authors(written: str, author: str | None) -> None:
    """A login, a machine, a desk, an address or the site is nobody's name."""
    assert believed(Metadata(author=written, publisher="Harbour Times")).author == author


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("https://harbour.example/f", "https://harbour.example/f"),
        ("http://harbour.example/?p=7", "http://harbour.example/?p=7"),
        ("https://harbour.example/", None),
        ("http://127.0.0.1/f", None),
        ("file:///home/ann/f.html", None),
        ("https://[bad/f", None),
        ("/f", None),
    ],
)
def test_addresses(written: str, url: str | None) -> None:
    """An address is one page's on the web."""
    assert believed(Metadata(url=written)).url == url

"""What web pages state of themselves."""

import json

import pytest

from bot.corpus.document import Metadata
from bot.corpus.formats import read
from bot.corpus.reader import make_document
from tests.corpus.formats.files import article, page

STATED = Metadata(
    title="More Ferries for the Bay",
    publisher="Harbour Times",
    author="Ann Lee",
    published="2023-04-18",
    date_basis="stated",
    url="https://harbour.example/ferries",
)


def found(head: str, main: str = "") -> Metadata:
    """The metadata of the document that a page with this head gives."""
    return make_document("d", "d.html", read("d.html", page(main or article(), head))).metadata


def linked_data(**changes: object) -> str:
    """A script with the article's JSON-LD."""
    item = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "More Ferries for the Bay",
        "datePublished": "2023-04-18T23:30:00+02:00",
        "dateModified": "2024-01-01",
        "author": [{"@type": "Person", "name": "Ann Lee"}],
        "publisher": {"@type": "Organization", "name": "Harbour Times"},
        "mainEntityOfPage": {"@type": "WebPage", "@id": "https://harbour.example/ferries"},
    }
    return f"<script type='application/ld+json'>{json.dumps(item | changes)}</script>"


META = (
    "<title>More Ferries for the Bay | Harbour Times</title><meta property='og:site_name' content='Harbour Times'>"
    "<meta name='author' content='By Ann Lee'><meta property='article:published_time' content='2023-04-18T06:30:00Z'>"
    "<link rel='canonical' href='https://harbour.example/ferries'>"
)
SCHOLARLY = (
    "<meta name='citation_title' content='More Ferries for the Bay'><meta name='citation_author' content='Ann Lee'>"
    "<meta name='citation_journal_title' content='Harbour Times'><meta name='citation_publication_date' content='2023/04/18'>"
    "<meta property='og:url' content='https://harbour.example/ferries'>"
)


@pytest.mark.parametrize(
    "head", [linked_data(), META, SCHOLARLY], ids=["JSON-LD", "meta elements", "citation elements"]
)
def test_what_a_page_states_is_found(head: str) -> None:
    """Title without the site's name, publisher, author, day of publication in its own time zone, and address."""
    assert found(head) == STATED


@pytest.mark.parametrize(
    ("window", "heading"),
    [
        ("Bay Blog: More Ferries for the Bay", "<h1>Bay Blog</h1><h3>More Ferries for the Bay</h3>"),
        ("Press release", "<h2>More Ferries for the Bay</h2>"),
        ("More Ferries for the Bay - Harbour Times", "<h1>More Ferries for the Bay</h1>"),
    ],
)
def test_without_a_headline_the_title_is_the_articles_heading(window: str, heading: str) -> None:
    """A window may be called by its site, or alike on all pages: the heading that it names, or that stands over the text."""
    main = article().replace("<h1>More Ferries for the Bay</h1>", heading)
    assert found(f"<title>{window}</title>", main).title == "More Ferries for the Bay"


def test_marked_up_bylines_and_times_are_read() -> None:
    """Where the head states nothing, a link with rel=author and the page's one time element do."""
    main = article().replace(
        "</h1>",
        "</h1><p>By <a rel='author' href='/l'>Ann Lee</a></p><time datetime='2023-04-18'>Tuesday</time>",
    )
    metadata = found("<title>More Ferries for the Bay</title>", main)
    assert (metadata.author, metadata.published, metadata.date_basis) == ("Ann Lee", "2023-04-18", "stated")


def test_a_byline_and_a_date_that_are_only_printed_are_read() -> None:
    """Where the page marks up nothing, the lines over the text count as in any other format."""
    lines = "</h1><div class='x1'><div>By Ann Lee</div><div>18 April 2023</div></div>"
    metadata = found("<title>More Ferries for the Bay</title>", article().replace("</h1>", lines))
    assert (metadata.author, metadata.published, metadata.date_basis) == ("Ann Lee", "2023-04-18", "stated")


def test_a_page_that_states_nothing_has_nothing() -> None:
    """No publisher, author, day or address is guessed from names, years of copyright or other people's items."""
    assert found("<title>More Ferries for the Bay</title>") == Metadata(title="More Ferries for the Bay")


@pytest.mark.parametrize(
    ("head", "field"),
    [
        (linked_data(author={"@type": "Organization", "name": "Harbour Times"}), "author"),
        (linked_data(author="admin"), "author"),
        (linked_data(author="Harbour Times"), "author"),
        ("<meta name='author' content='https://social.example/ann'>", "author"),
        (linked_data(datePublished="1970-01-01T00:00:00Z"), "published"),
        ("<meta name='date' content='04/05/2023'>", "published"),
        ("<meta property='article:modified_time' content='2023-04-18'>", "published"),
        ("<link rel='canonical' href='https://harbour.example/'>", "url"),
        ("<link rel='canonical' href='http://localhost:8000/x'>", "url"),
    ],
)
def test_what_cannot_be_meant_is_left_out(head: str, field: str) -> None:
    """A site as its own author, a login, a clock's zero, a day that could be two, a change, a front page: null."""
    assert getattr(found(head), field) is None


def test_of_several_articles_the_pages_own_counts() -> None:
    """JSON-LD of articles that the page only links to is not the page's."""
    other = linked_data(headline="Storm Closes a Road", datePublished="2020-01-01", author="Bo Ek")
    assert found(other + linked_data()) == STATED
    assert found(other + linked_data(headline="A Third Thing")).published is None


def test_broken_linked_data_is_passed_over() -> None:
    """A script that is no JSON states nothing, and hinders nothing."""
    assert found("<script type='application/ld+json'>{'a': </script>" + META) == STATED


def test_a_saved_page_says_where_it_was_saved_from() -> None:
    """Browsers write the address into the files that they save."""
    data = b"<!-- saved from url=(0031)https://harbour.example/ferries -->" + page(article())
    assert (
        make_document("d", "d.html", read("d.html", data)).metadata.url == "https://harbour.example/ferries"
    )

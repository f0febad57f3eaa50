"""Markdown: its text without its marks, and what its front matter states."""

import pytest

from bot.corpus.document import Metadata
from bot.corpus.formats import FormatFault, read
from bot.corpus.reader import make_document

TEXT = """# More Ferries for the Bay

The *ferry* company said
on **Tuesday** that [it](https://x.example/a) will run `14` crossings.[^1] Officials
expect more &amp; hope.

- The first item is a sentence.
- Second item
    1. The nested item is one too.

> A quoted line is a sentence.

| Year | Passengers |
|------|-----------|
| 2021 | 41,000 |

```python
code = "This is no sentence."
```

![A picture of a pier](pier.png)

A line that is broken\\
goes on here. <!-- a remark -->

<div>Written as <b>HTML</b>, a sentence too.</div>

[^1]: A note that is left out.
    And its second line.
"""


def test_the_text_is_read_without_its_marks() -> None:
    """Emphasis, links, lists and quotations give their words; code, pictures, tables, notes and remarks are left out."""
    assert read("a.md", TEXT.encode()).text.split("\n\n") == [
        "More Ferries for the Bay",
        "The ferry company said on Tuesday that it will run 14 crossings. Officials expect more & hope.",
        "The first item is a sentence.",
        "Second item",
        "The nested item is one too.",
        "A quoted line is a sentence.",
        "A line that is broken goes on here.",
        "Written as HTML, a sentence too.\n",
    ]


YAML = "---\r\ntitle: More Ferries\r\nauthors:\r\n  - name: Ann Lee\r\n  - Bo Ek\r\ndate: 2023-04-18 23:30:00 +0300\r\npublisher: Harbour Times\r\nurl: https://harbour.example/f\r\n---\r\n"
TOML = '+++\ntitle = "More Ferries"\nauthor = "Ann Lee, Bo Ek"\npublishDate = 2023-04-18\nsource = "Harbour Times"\ncanonical-url = "https://harbour.example/f"\n+++\n'


@pytest.mark.parametrize("front", [YAML, TOML, "\ufeff" + YAML], ids=["YAML", "TOML", "byte order mark"])
def test_front_matter_is_the_metadata(front: str) -> None:
    """Title, authors, day, publisher and address of the front matter are stated, and are no text."""
    document = make_document("d", "d.md", read("d.md", (front + TEXT).encode()))
    assert document.metadata == Metadata(
        "More Ferries", "Harbour Times", "Ann Lee, Bo Ek", "2023-04-18", "stated", "https://harbour.example/f"
    )
    assert document.text.startswith("More Ferries for the Bay\n")


def test_without_front_matter_the_one_first_heading_is_the_title() -> None:
    """The rest is null."""
    document = make_document("d", "d.md", read("d.md", TEXT.encode()))
    assert document.metadata == Metadata(title="More Ferries for the Bay")


@pytest.mark.parametrize("front", ["---\n", "---\n\nA sentence is here.\n\n---\n", "***\n"])
def test_a_rule_is_no_front_matter(front: str) -> None:
    """A document that begins with a rule keeps its text."""
    assert "The ferry company said" in read("a.md", (front + TEXT).encode()).text


@pytest.mark.parametrize(
    ("front", "words"),
    [("---\ntitle: a: b: c\n---\n", "not valid YAML, line 2"), ("+++\ntitle = \n+++\n", "not valid TOML")],
)
def test_broken_front_matter_is_named(front: str, words: str) -> None:
    """A table that cannot be read is a fault, not text."""
    with pytest.raises(FormatFault) as caught:
        read("a.md", (front + TEXT).encode())
    assert words in str(caught.value)


def test_front_matter_states_only_what_can_be_meant() -> None:
    """Lists of lists without end, truths, numbers and logins name nobody."""
    front = "---\ntitle: true\nauthor: &a [*a, 7, admin]\ndate: soon\nurl: /here\n---\n"
    assert (
        make_document("d", "d.md", read("d.md", (front + "A sentence is all here.").encode())).metadata
        == Metadata()
    )


@pytest.mark.parametrize(
    ("front", "words"),
    [
        ("---\ntitle: More\n\n", "front matter that no --- closes"),
        ("---\ndate: 2020-13-45\n---\n", "not valid YAML (month must be in 1..12)"),
    ],
)
def test_broken_front_matter_says_what_is_wrong(front: str, words: str) -> None:
    """A table that is not closed, or holds a day that there is none, is named and not quoted."""
    with pytest.raises(FormatFault) as caught:
        read("a.md", f"{front}The port is shut, they said.\n".encode())
    assert words in str(caught.value)


def test_json_front_matter_is_read() -> None:
    """Title and day as some site generators keep them; a text that only begins with a brace is a text."""
    found = read("a.md", b'{"title": "More Ferries", "date": "2020-01-02"}\n\nThe port is shut, they said.\n')
    assert (found.declared.title, found.declared.published) == ("More Ferries", "2020-01-02")
    assert read("a.md", b"{The port} is shut, they said.\n").text == "{The port} is shut, they said.\n"

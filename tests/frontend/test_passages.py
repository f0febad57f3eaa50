"""Reading a citation in its paragraph, however long that is."""

from __future__ import annotations

from discord import ui

from bot.frontend.passages import hits_layout, passage_layout
from bot.lookup.answers import Hit, Reading
from bot.lookup.library import Library
from tests.discord_server.markdown import Rendered, render
from tests.samples import SOURCES

SOURCE = SOURCES["balkhash-levels"]


def shown(reading: Reading, start: int | None = None) -> tuple[Rendered, list[str]]:
    """The paragraph's text display as it is read, and the custom_ids of the buttons that work."""
    view = passage_layout(reading, "ref", start)
    assert view.content_length() <= 4_000
    texts = [item.content for item in view.walk_children() if isinstance(item, ui.TextDisplay)]
    buttons = [item for item in view.walk_children() if isinstance(item, ui.Button)]
    return render(texts[-1]), [b.custom_id for b in buttons if b.custom_id and not b.disabled]


def test_the_quote_is_bold_within_its_paragraph() -> None:
    """White space at the quote's edges stays outside the bold, where Discord needs it."""
    text, buttons = shown(Reading(SOURCE, 1, "Before.\n", " The  *quote*. ", "After."))
    assert text.text == "Before. The *quote*. After."
    assert text.bold == ["The *quote*."]
    assert buttons == []


def test_a_quote_within_a_word() -> None:
    """No space comes in where the document has none."""
    text, _ = shown(
        Reading(
            SOURCE,
            1,
            "see @every",
            "one",
            "else https",
        )
    )
    assert text.text == "see @everyoneelse https"
    assert (text.bold, text.everyone, text.links) == (["one"], False, [])


def test_a_long_paragraph_opens_at_its_quote() -> None:
    """A paragraph of several messages is leafed through; all of it can be read, and the quote is bold."""
    words = " ".join(f"word{n}*" for n in range(900))
    reading = Reading(SOURCE, 7, words + " ", "The quote.", " " + words)
    opening, buttons = shown(reading)
    assert opening.bold == ["The quote."]
    assert len(buttons) == 2

    pieces = []
    at: int | None = 0
    while at is not None:
        piece, buttons = shown(reading, at)
        pieces.append(piece.text)
        at = next((int(b.split(":")[2]) for b in buttons if int(b.split(":")[2]) > at), None)
    assert " ".join(pieces) == f"{words} The quote. {words}"


def test_a_long_quote_is_read_whole() -> None:
    """A quote longer than a message goes over several, in bold in each."""
    quote = "巴" * 5_000
    parts = [shown(Reading(SOURCE, 1, "", quote, ""), start)[0] for start in (0, 1)]
    assert "".join(part.text for part in parts) == quote
    assert all(part.bold == [part.text] for part in parts)


def test_only_a_web_address_becomes_a_button() -> None:
    """An address that is not one of the web, or is longer than Discord takes, is left out."""
    for url in (
        "javascript:alert(1)",
        "https://",
        "http://[",
        "https://a.example/" + "x" * 500,
        "https://a b.example",
    ):
        view = passage_layout(Reading(SOURCE.model_copy(update={"url": url}), 1, "", "q", ""), "ref")
        assert not [item for item in view.walk_children() if isinstance(item, ui.Button)]


def test_a_search_shows_where_the_words_are(library: Library) -> None:
    """Of a long passage the part round the words is shown; its source and its place come with it."""
    text = " ".join(f"filler{n}" for n in range(100)) + " the needle lies here " + "more " * 100
    hit = Hit(SOURCE, 4, 10, 10 + len(text), text)
    view = hits_layout("Needle", [hit], library)
    shown = render(
        "\n".join(item.content for item in view.walk_children() if isinstance(item, ui.TextDisplay))
    )
    assert "the needle lies here" in shown.text
    assert "1 … filler" in shown.text
    assert "filler1 " not in shown.text
    assert "needle" in shown.bold


def test_a_search_for_no_word_says_so(library: Library) -> None:
    """An emoji is no word: that is said, and not that no passage holds it."""
    view = hits_layout("😀", [], library)
    (text,) = [item.content for item in view.walk_children() if isinstance(item, ui.TextDisplay)]
    assert "no word to look for" in text

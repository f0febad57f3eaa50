"""The terminal: the same answers as in Discord, in pages that a terminal can show and a pipe can carry."""

import io
from pathlib import Path

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from bot.briefing.models import Statement
from bot.digests.compose import compose
from bot.errors import RequestError
from bot.frontend import console, console_pages, console_prompt, console_text
from bot.frontend.console_chat import COMMANDS, Chat
from bot.frontend.console_pages import Page
from bot.lookup.answers import Ambiguous, Hit, NotFound, Reading, Spoken, Suggestion
from bot.lookup.library import Library
from tests.samples import OTHER_SURFACE, PROTOCOL, SOURCES, briefs, cite, write_briefs

BALKHASH, SCO, BELT = briefs()


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(write_briefs(tmp_path / "briefs"))


@pytest.fixture
def chat(library: Library) -> Chat:
    return Chat(library)


def text(page: Page | None, width: int = 80) -> str:
    """A page as plain text."""
    assert page is not None
    screen = Console(file=io.StringIO(), width=width, highlight=False)
    with screen.capture() as captured:
        screen.print(page.body)
    return "\n".join(line.rstrip() for line in captured.get().splitlines())


def test_nothing_a_terminal_obeys_gets_through() -> None:
    """Escapes, controls, marks that turn the text's direction and broken surrogates show, and do nothing."""
    hostile = "\x1b]0;title\x07 \x1b[31mred\x9b2J \u202eright to left\u2066 \x7f \r\n\tend \ud800"
    shown = console_text.one_line(hostile)
    assert shown.isprintable()
    assert "␛[31mred" in shown
    shown.encode()


def test_markup_of_a_source_is_its_text() -> None:
    """What rich would take for markup, a link or an emoji in a source is shown as it stands."""
    quote = "[bold]not bold[/bold] [link=https://evil.example]x[/link] :smile: \x1b[1m"
    page = console_pages.passage(1, Reading(SOURCES["corridors"], 3, "before ", quote, " after"))
    assert "before [bold]not bold[/bold] [link=https://evil.example]x[/link] :smile: ␛[1m after" in text(
        page, 200
    )


def test_brief_page() -> None:
    """A brief shows its title, how much there is, numbered statements, and each source once with its numbers."""
    page = console_pages.brief(BALKHASH)
    shown = text(page)
    assert shown.startswith("Lake Balkhash\n3 documents · 6 passages · 12 Sep 2019 – c. Mar 2020\n")
    assert "• Lake Balkhash lost two metres of depth between 1970 and 1987. [1]" in shown
    assert "on the Ili. [2][3]" in shown
    assert "[1–4] Lake Balkhash in 2019\n" in shown
    assert "Corridors" not in shown  # cited by the evidence only
    assert page.citations[2] == cite(PROTOCOL)


@pytest.mark.parametrize("width", [30, 40, 80, 100])
def test_pages_keep_to_the_width(library: Library, width: int) -> None:
    """No line is wider than the terminal, and no number is lost at any width."""
    for page in (
        console_pages.brief(BALKHASH, related=["Shanghai Cooperation Organization"], hints=True),
        console_pages.evidence(BALKHASH),
        console_pages.figures(BALKHASH),
        console_pages.timeline(BALKHASH),
        console_pages.digest(compose(library.themes()[0], library)),
        console_pages.hits("lake", library.search("lake")),
    ):
        shown = text(page, width)
        assert max(map(len, shown.splitlines())) <= width
        assert all(f"[{number}]" in shown for number in range(1, len(page.citations) + 1))


@pytest.mark.parametrize("width", range(30, 60))
def test_wide_letters_lose_no_text(width: int) -> None:
    """Letters that take two columns are wrapped like others; no word is cut off."""
    said = "Both “security” (安全共同体, anquan gongtongti) and “development” (发展共同体, fazhan) of 铁路 and 水."
    statement = Statement(text=said, citations=(cite(PROTOCOL),))
    shown = text(console_pages.brief(BALKHASH.model_copy(update={"summary": (statement,)})), width)
    assert said.replace(" ", "") in shown.replace("\n", "").replace(" ", "")


def test_figures_show_where_they_differ() -> None:
    """Figures stand with value, unit, measure and date; those that measure the same are set side by side."""
    shown = text(console_pages.figures(BALKHASH), 200)
    assert "16,400 square kilometres  surface of Lake Balkhash (as of 2019) [1] 12 Sep 2019" in shown
    assert (
        "Where figures differ\n"
        "surface of Lake Balkhash\n"
        "  16,400 square kilometres (as of 2019) [1] 12 Sep 2019\n"
        "  17,000 square kilometres [2] c. Mar 2020\n"
    ) in shown


def test_timeline_dates_are_as_precise_as_the_source() -> None:
    """A year stays a year, a day is written out."""
    shown = text(console_pages.timeline(BALKHASH))
    assert "1987  Lake Balkhash lost" in shown
    assert "12 Sep 2019  On 12 September" in shown


def test_pages_without_content_say_so() -> None:
    """A topic without figures, events or further passages gets a sentence, not an empty page."""
    for page in (console_pages.evidence(BELT), console_pages.figures(BELT), console_pages.timeline(BELT)):
        assert "Belt and Road Initiative" in text(page)
        assert text(page).endswith(".")


def test_names_are_listed_in_words() -> None:
    """A list reads as a person would write it."""
    assert [console_text.listed(names) for names in (["A"], ["A", "B"], ["A", "B", "C"])] == [
        "A",
        "A or B",
        "A, B or C",
    ]


@pytest.mark.parametrize("limit", [60, 61, 62, 10_000])
def test_excerpts(limit: int) -> None:
    """A long passage is cut round the words searched for, at spaces, and where they stand is known."""
    passage = "word " * 50 + "the protocols of water " + "word " * 50
    shown, places = console_text.excerpt(passage, "protocol", limit)
    assert len(shown) <= limit + 4
    assert [shown[start:end] for start, end in places] == ["protocols"]
    assert shown.strip("… ") in passage


def test_excerpt_of_a_text_without_spaces() -> None:
    """A text in a script without spaces is cut, too."""
    assert console_text.excerpt("水" * 500, "水", 100)[0].startswith("水")


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("Mobilized, they mobilise again; the mob waits.", "mobilisation", ["Mobilized", "mobilise"]),
        ("На реке и у реки.", "река", ["реке", "реки"]),
        ("湖的水位下降", "水位", ["水位"]),
        ("The railway and the rail.", "the railw", ["railway"]),
        ("Nothing here.", "", []),
    ],
)
def test_excerpt_marks_what_is_found(text: str, words: str, marked: list[str]) -> None:
    """The words are marked as the search finds them: inflected, spelt otherwise, without spaces, half typed."""
    shown, places = console_text.excerpt(text, words)
    assert [shown[start:end] for start, end in places] == marked


def test_choices_are_numbered(library: Library) -> None:
    """Names to choose from are numbered, with the name that matched where it is not the title."""
    near = (Suggestion("lake-balkhash", "Balqash", 80.0), Suggestion("sco", "SCO", 79.0))
    for answer in (Ambiguous("b", near), NotFound("b", near)):
        page = console_pages.choices(answer, ["Lake Balkhash", "SCO"])
        assert "1  Lake Balkhash  Balqash\n  2  SCO" in text(page)
        assert page.choices == ("lake-balkhash", "sco")


def test_chat_reads_on(chat: Chat) -> None:
    """From a brief one gets to its further passages, figures, events, and each citation in its paragraph."""
    assert "[1]" in text(chat.answer("/brief lake balkhash"))
    assert "· read as “Balqash”\n" in text(chat.answer("/brief balqassh"))
    shown = text(chat.answer("/passage 2"), 200)
    assert "The Ili river brings 80 percent of the lake's water." in shown
    assert "paragraph 3 of documents/balkhash-levels.txt" in shown
    assert "16,400" in text(chat.answer("/figures"))
    assert "1987" in text(chat.answer("/timeline"))
    assert OTHER_SURFACE in text(chat.answer("/more"), 200)
    assert "a visitor was told" in text(chat.answer("2"), 200)  # the numbers are those of the last page


def test_chat_takes_text_as_a_topic(chat: Chat) -> None:
    """Text without a slash is asked as /brief; the quote is in bold where it is read."""
    assert text(chat.answer("balqash")).startswith("Lake Balkhash")
    page = chat.answer("/passage 1")
    assert page is not None
    screen = Console(file=io.StringIO(), width=100, force_terminal=True, color_system="standard")
    with screen.capture() as captured:
        screen.print(page.body)
    assert "\x1b[1;33mLake Balkhash lost two metres" in captured.get()


def test_chat_shows_passages(chat: Chat) -> None:
    """What is no topic's name is answered with passages, said to be that; they are read by number, and are no brief."""
    shown = text(chat.answer("signed protocol"))
    assert "There is no brief by this name. These passages" in shown
    assert "[1] 12 Sep 2019" in " ".join(shown.split())
    assert "paragraph 3 of" in text(chat.answer("1"))
    assert "nearest names: Lake Balkhash" in text(chat.answer("/brief visitors of balkhash"))
    with pytest.raises(RequestError, match="Ask for a brief first"):
        chat.answer("/figures")


def test_passages_beyond_the_first_are_counted() -> None:
    """A page of them says how many more there are."""
    made = BALKHASH.model_copy(update={"evidence": BALKHASH.summary})
    assert "… and 3 more passages: search looks for the words." in text(
        console_pages.spoken(Spoken("x", made, ()), [])
    )


def test_chat_chooses_by_number(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """After an unsure query a number chooses, also after a page without numbers of its own."""
    near = tuple(Suggestion(topic.slug, topic.title, 70.0) for topic in library.topics())
    answers = {"some lake": Ambiguous("some lake", near), "sth": NotFound("sth", near)}
    asked = library.ask
    monkeypatch.setattr(library, "ask", lambda query: answers.get(query) or asked(query))
    chat = Chat(library)
    assert "2  Shanghai" in text(chat.answer("some lake"))
    chat.answer("/about")
    assert text(chat.answer("2")).startswith("Shanghai Cooperation Organization")
    assert "nearest" in text(chat.answer("sth"))
    assert text(chat.answer("3")).startswith("Belt and Road Initiative")


def test_chat_lists(chat: Chat) -> None:
    """Topics, topics of a theme, sources, what all is made from, and the commands."""
    assert "Belt and Road Initiative" in text(chat.answer("/topics"))
    assert "Belt and Road Initiative" not in text(chat.answer("/topics water"))
    assert "Meeting Notes, undated" in text(chat.answer("/sources"))
    assert "3 topics from 3 documents" in text(chat.answer("/about"))
    shown = text(chat.answer("/help"))
    assert all(command.usage in shown for command in COMMANDS)
    assert text(chat.answer("/digest preview water")).startswith("Digest: Water")
    assert "signed a protocol" in text(chat.answer("/search signed protocol"), 200)


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("/frob", "/help"),
        ("/brief", "/brief "),
        ("/more", "/brief "),
        ("/figures", "/brief "),
        ("/timeline", "/brief "),
        ("/passage 1", "brief first"),
        ("/search", "/search "),
        ("/search !!!", "no word to look for"),
        ("/search zzyzx", "“zzyzx”"),
        ("/brief !!!", "/topics"),
        ("😀", "names nothing"),
        ("/topics zzyzx", "Water or Diplomacy"),
        ("/digest", "Water or Diplomacy"),
        ("/digest preview", "Water or Diplomacy"),
        ("/digest preview zzyzx", "Water or Diplomacy"),
    ],
)
def test_chat_says_what_to_do(chat: Chat, line: str, hint: str) -> None:
    """A line that cannot work is answered with a sentence on what would."""
    try:
        shown = text(chat.answer(line))
    except RequestError as error:
        shown = str(error)
    assert hint in shown


@pytest.mark.parametrize("number", ["0", "99", "-1", "x", "", "²"])
def test_chat_bounds_citation_numbers(chat: Chat, number: str) -> None:
    """Only a number on the page can be read."""
    chat.answer("/brief lake balkhash")
    with pytest.raises(RequestError, match="1 to 4"):
        chat.answer(f"/passage {number}")


def test_chat_takes_strange_digits_as_text(chat: Chat) -> None:
    """Digits that are no number of the page are a query like any other."""
    chat.answer("/brief lake balkhash")
    for line in ("99", "²", "٣٤٥", "9" * 5000):
        chat.answer(line)


def test_a_passage_that_is_gone(chat: Chat, library: Library) -> None:
    """A citation whose document has changed under the chat is answered with a sentence."""
    chat.answer("/brief lake balkhash")
    path = library.folder / "documents" / "balkhash-levels.json"
    path.write_text(path.read_text().replace("two metres", "six metres"))
    assert "no longer" in text(chat.answer("/passage 1"))


@pytest.mark.parametrize("line", ["/quit", "/exit", " /quit "])
def test_chat_ends(chat: Chat, line: str) -> None:
    """/quit leaves."""
    assert chat.answer(line) is None


def completions(library: Library, line: str) -> list[str]:
    names = console_prompt.Names(library)
    return [found.text for found in names.get_completions(Document(line), CompleteEvent())]


def test_completion(library: Library) -> None:
    """While typing, commands, topics and themes are offered as they would be in Discord."""
    assert completions(library, "/to") == ["/topics "]
    assert completions(library, "/") == [f"/{c.name}" + (" " if c.argument else "") for c in COMMANDS]
    assert completions(library, "/brief bal")[0] == "Lake Balkhash"
    assert completions(library, "Балх")[0] == "Lake Balkhash"
    assert completions(library, "/topics ") == ["Water", "Diplomacy"]
    assert completions(library, "/digest ") == ["preview "]
    assert completions(library, "/digest preview dip") == ["Diplomacy"]
    assert completions(library, "") == []
    assert completions(library, "/search lake") == []


def test_prompt(library: Library, tmp_path: Path) -> None:
    """A typed line is completed with Tab and remembered; a history that cannot be kept stops nothing."""
    history = tmp_path / "data" / "history"
    with create_pipe_input() as keys:
        session = console_prompt.session(library, history)
        session.app.input, session.app.output = keys, DummyOutput()
        keys.send_text("/topics\n")
        assert session.prompt() == "/topics"
    assert "/topics" in history.read_text()
    assert history.stat().st_mode & 0o077 == 0
    console_prompt.session(library, Path("/proc/nowhere/history"))


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    stream = io.StringIO()
    monkeypatch.setattr("sys.stdin", stream)
    monkeypatch.setenv("COLUMNS", "80")
    return stream


def test_piped_chat(library: Library, piped: io.StringIO, capsys: pytest.CaptureFixture[str]) -> None:
    """Lines from a pipe are answered like typed ones, a fault does not end them, and /quit does."""
    piped.write("/brief sco\n\n/frob\n/about\n/quit\n/sources\n")
    piped.seek(0)
    console.chat(library, Path("unused"))
    out = capsys.readouterr().out
    assert [line for line in out.splitlines() if line.startswith("›")] == [
        "› /brief sco",
        "› /frob",
        "› /about",
        "› /quit",
    ]
    assert "There is no /frob: type /help for the commands." in out
    assert "\x1b" not in out
    assert not any(line.endswith(" ") for line in out.splitlines())


def test_progress_is_silent_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    """A build that nobody watches draws no bar."""
    with console.progress() as step:
        step("reading", 1, 2)
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "")


def test_hit_is_a_citation() -> None:
    """A passage that was found can be read in its place like any citation."""
    citation = cite(PROTOCOL)
    hit = Hit(SOURCES[citation.source], citation.paragraph, citation.start, citation.end, citation.quote)
    assert console_pages.hits("protocol", [hit]).citations == (citation,)


def test_a_full_disk_takes_nothing_from_the_conversation(library: Library, tmp_path: Path) -> None:
    """A line that the history has no room for is answered all the same."""
    path = tmp_path / "history"
    prompt = console_prompt.session(library, path)
    path.unlink()
    path.mkdir()
    prompt.history.append_string("/brief balkhash")
    assert prompt.history.get_strings()[-1] == "/brief balkhash"


def test_chat_commands_as_people_type_them(chat: Chat) -> None:
    """In capitals, without the slash where nothing else can be meant, after a file's mark; the example is a topic of the corpus."""
    shown = text(chat.answer("/help"))
    assert chat.library.title("lake-balkhash") in shown
    for line in ("help", "HELP", "/Help", "\ufeff/help"):
        assert text(chat.answer(line)) == shown
    assert text(chat.answer("/BRIEF balkhash")).startswith("Lake Balkhash")
    assert chat.answer("quit") is chat.answer("Exit") is None


def test_a_name_in_another_order_is_not_said_twice() -> None:
    """Beside a title stands the name that matched, unless it is the same words."""
    near = (Suggestion("lake-balkhash", "Balkhash Lake", 90.0), Suggestion("lake-balkhash", "Балхаш", 80.0))
    shown = text(console_pages.choices(NotFound("x", near), ["Lake Balkhash", "Lake Balkhash"]))
    assert "Balkhash Lake" not in shown
    assert "Lake Balkhash  Балхаш" in shown

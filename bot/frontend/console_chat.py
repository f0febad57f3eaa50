"""The chat in a terminal: a typed line in, a page out. It neither reads keys nor prints."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.table import Table
from rich.text import Text

from bot.briefing.models import Brief
from bot.digests.compose import compose
from bot.errors import RequestError, said_back
from bot.frontend import console_pages as pages
from bot.frontend.console_pages import Page
from bot.frontend.console_text import listed
from bot.frontend.wording import count, period, read_as
from bot.lookup.answers import Ambiguous, Answered, NotFound, Spoken, Suggestion
from bot.lookup.library import Library


@dataclass(frozen=True, slots=True)
class Command:
    """What can be typed after a slash; `argument` is empty where there is none."""

    name: str
    argument: str
    help: str

    @property
    def usage(self) -> str:
        """`/topics [THEME]`."""
        return f"/{self.name} {self.argument}".strip()


COMMANDS = (
    Command("brief", "TOPIC", "what the documents say on a topic, every sentence cited"),
    Command("more", "", "further statements on the same topic"),
    Command("figures", "", "the numbers that the sources state on it"),
    Command("timeline", "", "what happened, by date"),
    Command("passage", "N", "read citation [N] of the last answer in its paragraph"),
    Command("search", "WORDS", "passages that hold these words"),
    Command("topics", "[THEME]", "all topics, or those of a theme"),
    Command("sources", "", "every document"),
    Command("digest", "preview THEME", "the digest that would be posted now"),
    Command("about", "", "what this is made from"),
    Command("help", "", "this list"),
    Command("quit", "", "leave (Ctrl-D does, too)"),
)

BARE = ("help", "quit", "exit")
"""What is taken for a command without its slash."""


class Chat:
    """One person's conversation: remembers the last brief and what the numbers on the last page mean."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._page = pages.note("")
        self._brief: Brief | None = None
        self._handlers: dict[str, Callable[[str], Page]] = {
            "brief": self._ask,
            "more": lambda _: pages.evidence(self._last()),
            "figures": lambda _: pages.figures(self._last()),
            "timeline": lambda _: pages.timeline(self._last()),
            "passage": self._passage,
            "search": self._search,
            "topics": self._topics,
            "sources": lambda _: pages.sources(library.sources()),
            "digest": self._digest,
            "about": lambda _: about(library),
            "help": lambda _: self._help(),
        }

    def answer(self, line: str) -> Page | None:
        """The page that answers a typed line; None where the person wants to leave. RequestError says what to mend."""
        line = line.strip().removeprefix("\ufeff")  # a file that is piped in may begin with its mark
        if not line:
            return self._help()
        if line.lower() in BARE:
            line = f"/{line}"
        if not line.startswith("/"):
            number = _number(line, len(self._page.choices or self._page.citations))
            return self._show(self._ask(line) if number is None else self._choose(number))
        name, _, argument = line[1:].partition(" ")
        name = name.lower()
        if name in ("quit", "exit"):
            return None
        if name not in self._handlers:
            raise RequestError(f"There is no /{said_back(name)}: type /help for the commands.")
        return self._show(self._handlers[name](argument.strip()))

    def _show(self, page: Page) -> Page:
        # A page without numbers of its own leaves those of the page before it in force.
        if page.citations or page.choices:
            self._page = page
        return page

    def _choose(self, number: int) -> Page:
        if self._page.choices:
            return self._open(self.library.brief(self._page.choices[number - 1]))
        return self._passage(str(number))

    def _ask(self, query: str) -> Page:
        if not query:
            raise RequestError("Name a topic, as in /brief " + self._example() + ".")
        match self.library.ask(query):
            case Answered(brief=brief) as answer:
                return self._open(brief, read_as(answer))
            case Spoken() as answer:
                return pages.spoken(answer, self._titles(answer.suggestions))
            case (Ambiguous() | NotFound()) as answer:
                return pages.choices(answer, self._titles(answer.suggestions))

    def _titles(self, near: Sequence[Suggestion]) -> list[str]:
        return [self.library.title(one.slug) for one in near]

    def _open(self, brief: Brief, taken_for: str = "") -> Page:
        self._brief = brief
        related = [self.library.title(slug) for slug in brief.related]
        return pages.brief(brief, related=related, hints=True, read_as=taken_for)

    def _last(self) -> Brief:
        if self._brief is None:
            raise RequestError("Ask for a brief first, as in /brief " + self._example() + ".")
        return self._brief

    def _passage(self, argument: str) -> Page:
        cited = self._page.citations
        if not cited:
            raise RequestError("The last answer has no citations to read: ask for a brief first.")
        number = _number(argument, len(cited))
        if number is None:
            span = "1" if len(cited) == 1 else f"1 to {len(cited)}"
            raise RequestError(f"Give the number of a citation, {span}, as in /passage 1.")
        return pages.passage(number, self.library.read(self.library.reference(cited[number - 1])))

    def _search(self, words: str) -> Page:
        if not words:
            raise RequestError("Say which words to look for, as in /search water level.")
        return pages.hits(words, self.library.search(words))

    def _topics(self, theme: str) -> Page:
        chosen = self.library.theme(theme) if theme else None
        if theme and chosen is None:
            raise RequestError(f"There is no theme “{said_back(theme)}”: {themes(self.library)}")
        return pages.topics(self.library.topics(chosen.slug if chosen else None), self.library.themes())

    def _digest(self, argument: str) -> Page:
        action, _, query = argument.partition(" ")
        if action != "preview" or not query.strip():
            raise RequestError(f"Write /digest preview and a theme: {themes(self.library)}")
        theme = self.library.theme(query.strip())
        if theme is None:
            raise RequestError(f"There is no theme “{said_back(query)}”: {themes(self.library)}")
        return pages.digest(compose(theme, self.library))

    def _help(self) -> Page:
        return help_page(self._example())

    def _example(self) -> str:
        first = self.library.suggest("", 1)
        return first[0].name if first else "balkhash"


def _number(text: str, last: int) -> int | None:
    """The number from 1 to `last` that was typed, if it was one."""
    number = int(text) if re.fullmatch("[0-9]{1,6}", text) else 0
    return number if 0 < number <= last else None


def themes(library: Library) -> str:
    """Half a sentence that names the themes."""
    names = [theme.name for theme in library.themes()]
    return f"choose {listed(names)}." if names else "the curator has not named any theme yet."


def help_page(example: str) -> Page:
    """The commands, and a topic that can be asked for."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(overflow="fold", style=pages.COMMAND, no_wrap=True)
    grid.add_column(overflow="fold", ratio=1)
    for command in COMMANDS:
        grid.add_row(command.usage, command.help)
    grid.add_row(
        example,
        Text("text without a slash is taken as /brief; a number chooses, or reads a citation", pages.ASIDE),
    )
    return Page(grid)


def about(library: Library) -> Page:
    """What the answers are made from."""
    return pages.note(
        f"{count(len(library.topics()), 'topic')} from {count(len(library.sources()), 'document')}, {period(library.sources())}. "
        "The briefs were built in advance: every sentence is quoted from a document to the letter, and its number "
        "leads to the paragraph that it stands in; beside it stands of when that document is, with “c.” where the text only suggests it. Where words are left out, that shows as […]; words put in stand in [brackets]. Nothing is generated."
    )

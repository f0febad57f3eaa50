"""The terminal: prints pages, shows the progress of a build, and holds the chat."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.rule import Rule
from rich.text import Text

from bot.errors import RequestError, said_back
from bot.frontend.console_chat import Chat, about
from bot.frontend.console_pages import ASIDE, COMMAND, Page, note
from bot.frontend.console_text import one_line
from bot.lookup.library import Library

WIDEST = 100
"""Columns beyond which lines are hard to read."""


def show(page: Page) -> None:
    """Print a page on standard output: coloured and wrapped in a terminal, plain text elsewhere."""
    console = _console()
    if console.is_terminal:
        console.print(page.body)
        return
    with console.capture() as captured:
        console.print(page.body)
    sys.stdout.write("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()))


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """A function to call with (stage, done, total); it shows a bar on a terminal and stays silent elsewhere."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda stage, done, total: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bars:
        tasks = {}

        def step(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield step


def chat(library: Library, history: Path) -> None:
    """Answer lines until the person leaves: typed at a prompt, or read from a pipe one after the other."""
    session = Chat(library)
    lines = _typed(library, history) if sys.stdin.isatty() and sys.stdout.isatty() else _piped()
    for line in lines:
        try:
            page = session.answer(line)
        except RequestError as error:
            page = note(str(error))
        if page is None:
            return
        show(page)
        sys.stdout.write("\n")
        sys.stdout.flush()


def _typed(library: Library, history: Path) -> Iterator[str]:
    from bot.frontend.console_prompt import session  # a piped chat needs no prompt

    console = _console()
    console.print(
        Rule(
            Text.assemble(("briefbot", "bold"), ("  a stand-in for the Discord channel", ASIDE)),
            align="left",
            style=ASIDE,
        )
    )
    show(about(library))
    console.print(Text.assemble("Type a topic, or ", ("/help", COMMAND), ".\n"))
    prompt = session(library, history)
    while True:
        try:
            line = prompt.prompt()
        except KeyboardInterrupt:  # Ctrl-C clears the line, as in a shell
            continue
        except EOFError:
            return
        if line.strip():
            yield line


def _piped() -> Iterator[str]:
    for line in sys.stdin:
        if line.strip():
            sys.stdout.write(f"› {one_line(said_back(line))}\n")
            yield line


def _console() -> Console:
    console = Console(highlight=False, soft_wrap=False)
    console.width = min(console.width, WIDEST)
    return console

"""The line that a person types into: completion while typing, a history, a bar that says what is possible."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import HTML
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.shortcuts import CompleteStyle
from prompt_toolkit.styles import Style

from bot.frontend.console_chat import COMMANDS
from bot.frontend.console_text import one_line
from bot.frontend.wording import count, is_within
from bot.lookup.library import Library

STYLE = Style.from_dict(
    {
        "prompt": "ansicyan bold",
        "bottom-toolbar": "noreverse ansibrightblack",
        "bottom-toolbar key": "ansigreen",
        "completion-menu": "bg:default",
        "completion-menu.completion": "bg:default default",
        "completion-menu.completion.current": "bg:default ansicyan bold reverse",
        "completion-menu.meta.completion": "bg:default ansibrightblack",
        "completion-menu.meta.completion.current": "bg:default ansibrightblack",
        "scrollbar.background": "bg:default",
        "scrollbar.button": "bg:ansibrightblack",
    }
)
BAR = HTML(
    " <key>/brief</key> topic  <key>/search</key> words  <key>/topics</key>  <key>/help</key>"
    "  ·  <key>Tab</key> completes  <key>Ctrl-D</key> leaves"
)


class Names(Completer):
    """Completes commands, topics and themes by the same rules as Discord's autocomplete."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """What may stand where the cursor is."""
        line = document.text_before_cursor.lstrip()
        name, space, argument = line.partition(" ")
        if line.startswith("/") and not space:
            yield from self._commands(name)
        elif name in ("/topics", "/digest"):
            yield from self._themes(argument, preview=name == "/digest")
        elif name == "/brief" or (line and not line.startswith("/")):
            yield from self._topics(argument if name == "/brief" else line)

    def _commands(self, typed: str) -> Iterator[Completion]:
        for command in COMMANDS:
            if f"/{command.name}".startswith(typed):
                text = f"/{command.name}" + (" " if command.argument else "")
                yield Completion(text, -len(typed), display=command.usage, display_meta=command.help)

    def _topics(self, typed: str) -> Iterator[Completion]:
        sizes = {topic.slug: count(topic.passages, "passage") for topic in self._library.topics()}
        for match in self._library.suggest(typed.strip(), 12):
            title = one_line(self._library.title(match.slug))
            also = "" if is_within(match.name, title) else f"{one_line(match.name)} · "
            yield Completion(title, -len(typed), display_meta=also + sizes[match.slug])

    def _themes(self, typed: str, *, preview: bool) -> Iterator[Completion]:
        word, space, rest = typed.partition(" ")
        if preview and not space:
            if "preview".startswith(word):
                yield Completion("preview ", -len(word), display="preview THEME")
            return
        wanted = rest if preview else typed
        for theme in self._library.suggest_themes(wanted):
            topics = count(len(self._library.topics(theme.slug)), "topic")
            yield Completion(one_line(theme.name), -len(wanted), display_meta=topics)


def session(library: Library, history: Path) -> PromptSession[str]:
    """A prompt that completes from `library` and remembers its lines in the file `history` where it may write."""
    return PromptSession(
        [("class:prompt", "› ")],
        completer=Names(library),
        complete_while_typing=True,
        complete_style=CompleteStyle.COLUMN,
        history=_history(history),
        bottom_toolbar=BAR,
        style=STYLE,
        reserve_space_for_menu=8,
    )


def _history(path: Path) -> History:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(0o600)
    except OSError:  # a read-only place: the chat works without a memory
        return InMemoryHistory()
    return _Memory(path)


class _Memory(FileHistory):
    """A history in a file; a disk that is full takes nothing from the conversation."""

    def store_string(self, string: str) -> None:
        """Keep a line where there is room for it."""
        with contextlib.suppress(OSError):
            super().store_string(string)

"""The command line. Each command imports only what it needs, so that a look-up starts at once."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, assert_never

import click

from bot.errors import BriefbotError, CallError, InputFaults, clip, said_back

if TYPE_CHECKING:
    from bot.briefing.models import ThemeEntry
    from bot.lookup.library import Library
    from bot.settings import Settings

NOTHING_FITS = 3
STALE = 4
INTERRUPTED = 130
MOST_JOBS = 256
LONGEST_MESSAGE = 200
"""Characters kept of what the command-line library says about a wrong call."""


class Folder(click.Path):
    """A folder, or the place for one."""

    name = "folder"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path; CallError where something else stands there."""
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        if path.exists() and not path.is_dir():
            option = f"--{param.name} names {path}, which" if param else str(path)
            raise CallError(f"{option} is not a folder: name a folder.")
        return path


FOLDER = Folder()
reads_briefs = click.option("--briefs", type=FOLDER, help="Where the briefs stand.  [default: briefs]")


@click.group(no_args_is_help=False, context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Briefs from a corpus of documents, every sentence cited, on Discord and in the terminal.

    Without Discord, start with `briefbot chat`.
    """


@cli.command()
@click.option(
    "--seeds", type=FOLDER, help="What people wrote: documents and the curator's files.  [default: seeds]"
)
@click.option("--briefs", type=FOLDER, help="Where the briefs are written.  [default: briefs]")
@click.option(
    "--check", is_flag=True, help="Write nothing; name what is stale, and end with 4 if anything is."
)
@click.option(
    "--jobs", type=click.IntRange(1, MOST_JOBS), help="Processes to work with.  [default: one a processor]"
)
def build(seeds: Path | None, briefs: Path | None, check: bool, jobs: int | None) -> int:
    """Read the seeds and write the briefs."""
    settings = _settings()
    seeds, briefs = seeds or settings.seeds_dir, briefs or settings.briefs_dir
    from bot.briefing.building import build as builder

    if check:
        from bot.briefing.building.checking import input_faults

        if faults := input_faults(seeds, briefs):
            raise InputFaults(faults)
        stale = builder.stale(seeds, briefs)
        for line in stale:
            click.echo(line)
        click.echo(
            "Stale: run `briefbot build`." if stale else f"The briefs in {briefs} are fresh.", err=bool(stale)
        )
        return STALE if stale else 0
    from bot.frontend import console
    from bot.frontend.wording import count

    with console.progress() as step:
        report = builder.build(seeds, briefs, jobs=jobs, progress=step)
    for warning in report.warnings:
        click.echo(f"warning: {warning}", err=True)
    warned = f", with {count(len(report.warnings), 'warning')}" if report.warnings else ""
    click.echo(
        f"{count(report.topics, 'topic')} from {count(report.documents, 'document')} in {briefs}: "
        f"{count(report.written, 'file')} written, {report.removed:,} removed{warned}."
    )
    return 0


@cli.command()
@click.argument("words", metavar="QUERY...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@reads_briefs
def brief(words: Sequence[str], as_json: bool, briefs: Path | None) -> int:
    """Answer as /brief does.

    Says what the documents say on a topic, or where no topic has that name, shows the passages that speak of it. Ends
    with 3 where nothing fits, and names the nearest.
    """
    from bot.frontend import console, console_json, console_pages
    from bot.frontend.wording import asks, read_as
    from bot.lookup.answers import Ambiguous, Answered, NotFound, Spoken

    library = _library(briefs)
    query = " ".join(words)
    answer = library.ask(query)
    if as_json:
        _print_json(console_json.brief(query, answer, library))
        return 0 if isinstance(answer, Answered | Spoken) else NOTHING_FITS
    match answer:
        case Answered(brief=value):
            related = [library.title(slug) for slug in value.related]
            console.show(console_pages.brief(value, related=related, read_as=read_as(answer)))
            return 0
        case Spoken(suggestions=near):
            console.show(console_pages.spoken(answer, [library.title(one.slug) for one in near]))
            return 0
        case Ambiguous(suggestions=near):
            sentence = f"“{said_back(query)}” may mean several topics; ask for one of them:"
        case NotFound() if not asks(query):
            near = ()
            sentence = "The question names nothing: write a topic, or see `briefbot topics` for all of them."
        case NotFound(suggestions=near) if near:
            sentence = f"No topic goes by “{said_back(query)}”; the nearest names are:"
        case NotFound(suggestions=near):
            sentence = (
                f"No topic goes by “{said_back(query)}”, and none is near: `briefbot topics` lists them all,"
                " and `briefbot search` looks for words."
            )
        case _:
            assert_never(answer)
    names = "; ".join(dict.fromkeys(library.title(one.slug) for one in near))
    _complain(f"{sentence} {names}." if names else sentence)
    return NOTHING_FITS


@cli.command()
@click.argument("text", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@reads_briefs
def search(text: Sequence[str], as_json: bool, briefs: Path | None) -> int:
    """Find passages that hold these words.

    Ends with 3 where none does.
    """
    from bot.frontend import console, console_json, console_pages
    from bot.frontend.wording import asks

    words = " ".join(text)
    found = _library(briefs).search(words)
    if as_json:
        _print_json(console_json.hits(words, found))
    elif found:
        console.show(console_pages.hits(words, found))
    elif asks(words):
        _complain(f"No passage holds all the words of “{said_back(words)}”: try fewer of them.")
    else:
        _complain("There is no word to look for: write one or more, as they stand in the documents.")
    return 0 if found else NOTHING_FITS


@cli.command()
@click.option("--theme", metavar="T", help="Only the topics of this theme.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
@reads_briefs
def topics(theme: str | None, as_json: bool, briefs: Path | None) -> int:
    """List the topics, weightiest first."""
    from bot.frontend import console, console_pages

    library = _library(briefs)
    found = library.topics(None if theme is None else _theme(library, theme).slug)
    if as_json:
        _print_json([topic.model_dump(mode="json") for topic in found])
    else:
        console.show(console_pages.topics(found, library.themes()))
    return 0


@cli.command()
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
@reads_briefs
def sources(as_json: bool, briefs: Path | None) -> int:
    """List the documents."""
    from bot.frontend import console, console_pages

    library = _library(briefs)
    if as_json:
        _print_json([source.model_dump(mode="json") for source in library.sources()])
    else:
        console.show(console_pages.sources(library.sources()))
    return 0


@cli.group(no_args_is_help=False)
def digest() -> None:
    """See what is posted into channels on a schedule."""


@digest.command()
@click.argument("theme", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@reads_briefs
def preview(theme: Sequence[str], as_json: bool, briefs: Path | None) -> int:
    """Show the digest on a theme that would be posted now."""
    from bot.digests.compose import compose
    from bot.frontend import console, console_json, console_pages

    library = _library(briefs)
    value = compose(_theme(library, " ".join(theme)), library)
    if as_json:
        _print_json(console_json.digest(value))
    else:
        console.show(console_pages.digest(value))
    return 0


@cli.command()
@reads_briefs
def chat(briefs: Path | None) -> int:
    """Ask in the terminal as on Discord.

    Type `/brief balkhash`, with completion; /help lists what else can be typed. Needs no token. Lines can be piped in.
    """
    from bot.frontend import console

    settings = _settings()
    console.chat(_library(briefs, settings), settings.data_dir / "chat-history")
    return 0


@cli.command()
def run() -> int:
    """Connect to Discord.

    Answers until SIGTERM or SIGINT. Needs DISCORD_TOKEN or DISCORD_TOKEN_FILE.
    """
    settings = _settings()
    if settings.token is None:
        raise CallError(
            "No Discord token is set: set DISCORD_TOKEN or DISCORD_TOKEN_FILE, or try `briefbot chat`, which needs none."
        )
    # From here on, and not only from when the bot stands, being told to end is a success.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: sys.exit(0))
    from bot import bootstrap

    bootstrap.serve(settings, settings.token)
    return 0


@cli.command()
def doctor() -> int:
    """Check that everything is in order.

    Looks at settings, briefs, database and, with a token, at Discord; ends with 1 if anything is wrong.
    """
    from bot import doctor

    sound = True
    for check in doctor.checks():
        click.echo(f"{'✓' if check.passed else '✗'} {check.name}: {check.finding}")
        sound &= check.passed
    return 0 if sound else 1


@cli.command()
def health() -> int:
    """Check on a running bot.

    Ends with 0 while `briefbot run` is connected to Discord, with 1 otherwise: a container's health check.
    """
    import datetime as dt

    from bot.errors import DiscordError
    from bot.frontend.health import is_healthy

    if not is_healthy(_settings().health_file, dt.datetime.now(dt.UTC)):
        raise DiscordError("No bot is connected to Discord from here: see the log of `briefbot run`.")
    click.echo("The bot is connected to Discord.")
    return 0


def _settings() -> Settings:
    from bot import settings

    for sentence in settings.unknown(os.environ):
        click.echo(f"warning: {sentence}", err=True)
    return settings.load()


def _library(briefs: Path | None, settings: Settings | None = None) -> Library:
    from bot.lookup.library import Library

    settings = settings or _settings()
    return Library.open(briefs or settings.briefs_dir, indexes=settings.indexes_dir)


def _theme(library: Library, query: str) -> ThemeEntry:
    theme = library.theme(query)
    if theme is None:
        from bot.frontend.console_chat import themes

        raise CallError(f"There is no theme “{said_back(query)}”: {themes(library)}")
    return theme


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def _complain(text: str) -> None:
    from bot.frontend.console_text import one_line

    click.echo(f"briefbot: {one_line(text)}", err=True)


def _bug(error: Exception) -> None:
    """A neutral sentence; the traceback only for somebody who looks for the bug."""
    _complain(
        f"Something went wrong inside briefbot ({type(error).__name__}): "
        "run it again with BRIEFBOT_LOG_LEVEL=DEBUG to see where."
    )
    if os.environ.get("BRIEFBOT_LOG_LEVEL", "").upper() == "DEBUG":
        from bot import logs, settings

        secrets = []
        with contextlib.suppress(BriefbotError):
            secrets.append(settings.load().token)
        logs.set_up("DEBUG", "console", secrets)
        logging.getLogger("bot").error("The bug:", exc_info=error)


def execute(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit status. Every error is told on standard error, none is raised."""
    try:
        # Not cli.main: it has its own way with broken pipes and interrupts.
        with cli.make_context("briefbot", list(arguments)) as context:
            status: int = cli.invoke(context)
        sys.stdout.flush()
        return status
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "briefbot"
        # It may repeat what was typed, however long that is.
        message = clip(error.format_message().rstrip("."), LONGEST_MESSAGE)
        _complain(f"{message}: `{command} --help` says what can be written.")
        return error.exit_code
    except click.ClickException as error:
        _complain(error.format_message())
        return error.exit_code
    except InputFaults as error:
        for fault in error.faults:
            _complain(fault)
        return error.exit_status
    except BriefbotError as error:
        for line in str(error).splitlines():
            _complain(line)
        return error.exit_status
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has seen enough. Nothing more may be written there, not even when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # the one place where a bug becomes a sentence
        _bug(error)
        return 1


def main() -> None:
    """The entry point of `briefbot` and of `python -m bot`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a letter that the terminal's encoding lacks shows as an escape
            stream.reconfigure(errors="backslashreplace")
    sys.exit(execute(sys.argv[1:]))


if __name__ == "__main__":
    main()

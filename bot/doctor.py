"""A look at everything that a running bot needs, a finding a line, each with what to do about it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot import settings as environment
from bot.briefing.files import read_brief, read_document
from bot.briefing.verify import citations
from bot.errors import BriefbotError, BriefsError, CitationError, InputFaults, SettingsError
from bot.frontend.wording import count
from bot.lookup.library import Library
from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at, whether it is in order, and a sentence on it."""

    name: str
    passed: bool
    finding: str


def checks() -> Iterator[Check]:
    """Look at the settings, the briefs, the database and, where a token is set, at Discord."""
    try:
        settings = environment.load()
    except SettingsError as error:
        for fault in str(error).splitlines():
            yield Check("settings", False, fault)
        return
    strangers = environment.unknown(os.environ)
    yield Check("settings", not strangers, " ".join(strangers) or "every variable is sound.")
    yield _check("briefs", lambda: _briefs(settings))
    if settings.seeds_dir.is_dir():
        yield _check("seeds", lambda: _seeds(settings))
    yield _check("database", lambda: _database(settings))
    token = settings.token
    if token is None:
        yield Check("discord", True, "not looked at, as no token is set: `briefbot chat` needs none.")
    else:
        yield _check("discord", lambda: _discord(settings, token.get_secret_value()))


def _check(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name, True, look())
    except BriefbotError as error:
        return Check(name, False, " ".join(str(error).splitlines()))


def _briefs(settings: Settings) -> str:
    """Open every brief, and find every quote in its stored paragraph."""
    folder = settings.briefs_dir
    library = Library.open(folder)
    documents = {source.id: read_document(folder, source.id) for source in library.sources()}
    quotes = 0
    for topic in library.topics():
        brief = read_brief(folder, topic.slug)
        for where, citation in citations(brief):
            if citation.source not in documents:
                raise BriefsError(
                    f"{topic.slug}.json, {where}, cites {citation.source}, which is no source: run `briefbot build`."
                )
            reading = library.read(library.reference(citation))
            if reading is None or (reading.quote, reading.paragraph) != (citation.quote, citation.paragraph):
                raise CitationError(
                    f"{topic.slug}.json, {where}, quotes paragraph {citation.paragraph} of {citation.source} wrongly: "
                    "run `briefbot build`."
                )
            quotes += 1
    return (
        f"{count(len(library.topics()), 'topic')} from {count(len(documents), 'document')} in {folder}; "
        f"all {count(quotes, 'quote')} stand in their paragraphs."
    )


def _seeds(settings: Settings) -> str:
    from bot.briefing.building.build import stale
    from bot.briefing.building.checking import input_faults

    if faults := input_faults(settings.seeds_dir, settings.briefs_dir):
        raise InputFaults(faults)
    lines = stale(settings.seeds_dir, settings.briefs_dir)
    if lines:
        raise BriefsError(
            f"the briefs are stale ({'; '.join(line.rstrip('.') for line in lines)}): run `briefbot build`."
        )
    return f"the briefs are built from {settings.seeds_dir} as it stands."


def _database(settings: Settings) -> str:
    from bot.bootstrap import make_data_folder
    from bot.storage.database import Database

    make_data_folder(settings)
    database = Database.open(settings.database)
    try:
        return f"open and up to date, with {count(len(database.schedules.schedules()), 'schedule')}."
    finally:
        database.close()


def _discord(settings: Settings, token: str) -> str:
    """Log in, and ask for the gateway's address; nothing is registered or posted."""
    from bot.frontend.client import use_server
    from bot.frontend.probe import probe

    use_server(settings.discord_api, settings.discord_gateway)
    return asyncio.run(probe(token))

"""What goes into a digest: statements of the theme's briefs, each with its citations."""

from __future__ import annotations

from dataclasses import dataclass

from bot.briefing.models import Source, Statement, ThemeEntry


@dataclass(frozen=True, slots=True)
class Item:
    """One topic's part of a digest."""

    slug: str
    title: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """A digest's content, made from the briefs that are in service."""

    theme: ThemeEntry
    items: tuple[Item, ...]
    sources: tuple[Source, ...]
    """The sources that the items cite, in the order of their first citation."""

"""Buttons and menus, and the state that each carries in its custom_id.

A custom_id says all that is needed to answer the press (at most 100 characters), so that a message posted before
a restart, or by another process, still answers:

    read                          menu: the chosen value is a citation's reference
    digest:<schedule>:<due>       the same menu, on a posted digest
    topics                        menu: the chosen value is a topic's key; its brief is posted
    pick:<key>                    button of a private question: the brief is posted, the question closed
    open:<list>:<start>:<argument>  button: a list from its item `start` on, in a new private message
    turn:<list>:<start>:<argument>  button on such a list: shows it from there in place
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

import discord
from discord import ui

from bot.frontend.markup import plain
from bot.frontend.sheets import LABEL, OPTION_TEXT, OPTIONS
from bot.lookup.library import Library

_KEY = 64


class Listing(StrEnum):
    """What can be leafed through; the argument is a topic's key, a theme's key or a citation's reference."""

    EVIDENCE = "evidence"
    FIGURES = "figures"
    TIMELINE = "timeline"
    TOPICS = "topics"
    SOURCES = "sources"
    PASSAGE = "passage"


def key(slug: str) -> str:
    """A slug as a control carries it: itself, or where it is long, its beginning and a check of the whole."""
    if len(slug) <= _KEY:
        return slug
    return f"{slug[: _KEY - 13]}~{hashlib.sha256(slug.encode()).hexdigest()[:12]}"


def slug_of(wanted: str, slugs: Iterable[str]) -> str | None:
    """The slug that `key` made `wanted` from; None where there is no such slug any more."""
    return next((slug for slug in slugs if key(slug) == wanted), None)


def opens(label: str, listing: Listing, start: int, argument: str) -> ui.Button[Any]:
    """A button that shows a list privately from its item `start` (from 0) on."""
    return _button(label, f"open:{listing}:{start}:{argument}")


def turns(
    listing: Listing, argument: str, *, before: int | None, after: int | None
) -> Sequence[Sequence[ui.Item[Any]]]:
    """The row of buttons that leafs through a list: none where all of it is shown."""
    if before is None and after is None:
        return ()
    back = _button("Back", f"turn:{listing}:{before}:{argument}", disabled=before is None)
    on = _button("Next", f"turn:{listing}:{after}:{argument}", disabled=after is None)
    return ((back, on),)


def picks(topics: Sequence[tuple[str, str]]) -> Sequence[Sequence[ui.Item[Any]]]:
    """Rows of buttons, one for each `(slug, label)` up to ten, that answer “which one?”."""
    buttons = [_button(label, f"pick:{key(slug)}") for slug, label in topics[:10]]
    return [buttons[start : start + 5] for start in range(0, len(buttons), 5)]


def topic_menu(placeholder: str, topics: Sequence[tuple[str, str, str | None]]) -> Sequence[ui.Item[Any]]:
    """A menu of `(slug, title, description)` that posts the chosen topic's brief; no row where there are none."""
    options = [
        discord.SelectOption(
            label=plain(title, OPTION_TEXT),
            value=key(slug),
            description=description and plain(description, OPTION_TEXT),
        )
        for slug, title, description in topics[:OPTIONS]
    ]
    return [ui.Select(custom_id="topics", placeholder=placeholder, options=options)] if options else []


def titles(library: Library) -> dict[str, str]:
    """Every topic's title by its slug."""
    return {topic.slug: topic.title for topic in library.topics()}


def _button(label: str, custom_id: str, *, disabled: bool = False) -> ui.Button[Any]:
    return ui.Button(label=plain(label, LABEL), custom_id=custom_id, disabled=disabled)

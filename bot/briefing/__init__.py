"""Briefs. `summarise` is made on first use, so that reading briefs loads nothing of what builds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.briefing.relevance import summarise

__all__ = ["summarise"]


def __getattr__(name: str) -> object:
    if name == "summarise":
        from bot.briefing.relevance import summarise

        return summarise
    raise AttributeError(name)

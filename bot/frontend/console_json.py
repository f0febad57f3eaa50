"""Answers as JSON: what the commands print with `--json`. The shape of `brief` is public (README, data format)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.digests.edition import Digest
from bot.lookup.answers import Ambiguous, Answered, Hit, NotFound, Spoken, Suggestion
from bot.lookup.library import Library


def brief(query: str, answer: Answered | Ambiguous | Spoken | NotFound, library: Library) -> dict[str, Any]:
    """The answer to `briefbot brief QUERY`."""
    value: dict[str, Any] = {
        "query": query,
        "status": "none",
        "matched": None,
        "suggestions": [],
        "brief": None,
    }
    match answer:
        case Answered(match=match, brief=found):
            value["status"] = "found"
            value["matched"] = {"name": match.name, "slug": match.slug, "score": match.score}
            value["brief"] = found.model_dump(mode="json")
        case Ambiguous(suggestions=near) | NotFound(suggestions=near):
            value["status"] = "ambiguous" if isinstance(answer, Ambiguous) else "none"
            value["suggestions"] = _suggested(near, library)
        case Spoken(brief=made, suggestions=near):
            value["status"] = "passages"
            value["suggestions"] = _suggested(near, library)
            value["brief"] = made.model_dump(mode="json")
    return value


def _suggested(near: Sequence[Suggestion], library: Library) -> list[dict[str, Any]]:
    return [{"title": library.title(one.slug), "slug": one.slug, "score": one.score} for one in near]


def hits(text: str, found: Sequence[Hit]) -> dict[str, Any]:
    """Passages that hold words; `start` and `end` as in a citation."""
    passages = [
        {
            "source": hit.source.id,
            "title": hit.source.title,
            "paragraph": hit.paragraph,
            "start": hit.start,
            "end": hit.end,
            "quote": hit.quote,
        }
        for hit in found
    ]
    return {"query": text, "passages": passages}


def digest(value: Digest) -> dict[str, Any]:
    """A digest with the sources that it cites."""
    items = [
        {
            "slug": item.slug,
            "title": item.title,
            "statements": [statement.model_dump(mode="json") for statement in item.statements],
        }
        for item in value.items
    ]
    return {
        "theme": value.theme.model_dump(mode="json"),
        "items": items,
        "sources": [source.model_dump(mode="json") for source in value.sources],
    }

"""Nothing leaves the build that its source does not say to the letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.briefing.models import Brief, Citation
from bot.briefing.statements import says_only_its_quotes
from bot.corpus.document import Document, Kind
from bot.errors import CitationError


def verify(brief: Brief, documents: Mapping[str, Document]) -> None:
    """Check every citation of a brief against its document; CitationError names the first that is off."""
    for where, citation in _citations(brief):
        fault = citation_fault(citation, documents.get(citation.source))
        if fault:
            raise CitationError(f"briefs/{brief.slug}.json, {where}: {fault}; nothing was written.")
    for number, statement in enumerate((*brief.summary, *brief.evidence), start=1):
        if not says_only_its_quotes(statement):
            raise CitationError(
                f"briefs/{brief.slug}.json, statement {number} is not its quotes; nothing was written."
            )
    for number, figure in enumerate(brief.figures, start=1):
        if any(part not in figure.citation.quote for part in (figure.value, figure.unit, figure.measure)):
            raise CitationError(
                f"briefs/{brief.slug}.json, figure {number} is not in its quote; nothing was written."
            )


def citation_fault(citation: Citation, document: Document | None) -> str | None:
    """What is wrong with a citation, or None: it is the document's text at its offsets, inside prose of its paragraph."""
    if document is None:
        return f"it cites {citation.source!r}, which is not in the corpus"
    if document.text[citation.start : citation.end] != citation.quote:
        return f"the quote at {citation.start} to {citation.end} is not what {document.file} says there"
    if not 1 <= citation.paragraph <= len(document.paragraphs):
        return f"{document.file} has no paragraph {citation.paragraph}"
    paragraph = document.paragraphs[citation.paragraph - 1]
    if (
        paragraph.kind is not Kind.PROSE
        or not paragraph.start <= citation.start < citation.end <= paragraph.end
    ):
        return f"paragraph {citation.paragraph} of {document.file} does not hold the quote as prose"
    return None


def _citations(brief: Brief) -> Iterator[tuple[str, Citation]]:
    for part, statements in (("summary", brief.summary), ("evidence", brief.evidence)):
        for number, statement in enumerate(statements, start=1):
            for citation in statement.citations:
                yield f"{part} {number}", citation
    for number, figure in enumerate(brief.figures, start=1):
        yield f"figure {number}", figure.citation
    for number, event in enumerate(brief.timeline, start=1):
        yield f"event {number}", event.citation

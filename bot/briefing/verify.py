"""Nothing leaves the build that its source does not say to the letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.briefing.models import Brief, Citation, Statement
from bot.briefing.statements import names_put_in
from bot.briefing.when import may_be_put_in
from bot.corpus.document import Document, Kind
from bot.errors import CitationError


def verify(brief: Brief, documents: Mapping[str, Document]) -> None:
    """Check every citation of a brief against its document; CitationError names the first that is off."""
    for where, citation in citations(brief):
        fault = citation_fault(citation, documents.get(citation.source))
        if fault:
            raise CitationError(f"briefs/{brief.slug}.json, {where}: {fault}; nothing was written.")
    for where, statement in _statements(brief):
        names = names_put_in(statement)
        if names is None:
            raise _error(brief, f"{where} is not its quotes")
        document = documents[statement.citations[0].source]
        # Most statements have nothing put in: dates are worked out only where one is no name of the text.
        strange = {name for name in names if name not in document.text}
        if strange and strange - {
            text for citation in statement.citations for text in may_be_put_in(document, citation)
        }:
            raise _error(
                brief, f"{where}: what is put in in brackets is neither in its document nor its date"
            )
        for voice in statement.said_by or ():
            of = statement.citations[voice.of].quote if voice.of < len(statement.citations) else ""
            if voice.name not in voice.citation.quote or not (
                voice.words in of or voice.words in voice.citation.quote
            ):
                raise _error(brief, f"{where}: who says it is not in its quote")
    for number, figure in enumerate(brief.figures, start=1):
        if any(part not in figure.citation.quote for part in (figure.value, figure.unit, figure.measure)):
            raise _error(brief, f"figure {number} is not in its quote")
    for number, event in enumerate(brief.timeline, start=1):
        if event.text != event.citation.quote or (event.words or "") not in event.citation.quote:
            raise _error(brief, f"event {number} is not in its quote")
        if event.citations[:1] != (event.citation,):
            raise _error(brief, f"event {number} does not name its first citation first")
    for number, difference in enumerate(brief.differences, start=1):
        if any(not 0 <= index < len(brief.figures) for index in difference.figures):
            raise _error(brief, f"difference {number} names a figure that the brief does not have")


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


def _statements(brief: Brief) -> Iterator[tuple[str, Statement]]:
    for part, statements in (("summary", brief.summary), ("evidence", brief.evidence)):
        for number, statement in enumerate(statements, start=1):
            yield f"{part} {number}", statement
    for number, dispute in enumerate(brief.disputes, start=1):
        for claim in dispute.claims:
            yield f"dispute {number}", claim


def citations(brief: Brief) -> Iterator[tuple[str, Citation]]:
    """Every citation of a brief, with its place there in words."""
    for where, statement in _statements(brief):
        for citation in (*statement.citations, *(voice.citation for voice in statement.said_by or ())):
            yield where, citation
    for number, figure in enumerate(brief.figures, start=1):
        yield f"figure {number}", figure.citation
    for number, event in enumerate(brief.timeline, start=1):
        for citation in (event.citation, *event.citations):
            yield f"event {number}", citation


def _error(brief: Brief, fault: str) -> CitationError:
    return CitationError(f"briefs/{brief.slug}.json, {fault}; nothing was written.")

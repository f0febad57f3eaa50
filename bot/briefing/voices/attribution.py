"""Who says so: whose words a passage reports, by the words that say it.

Found are “according to X”, “X said” and its kin, speeches in quotation marks whose speaker stands in another sentence
of the paragraph, and sources named in brackets. “He” and “the expert” become the last speaker named before them, and
are marked; where nobody is named nobody is given.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

from bot.briefing.models import Citation, Statement, Voice
from bot.briefing.voices.heard import Heard
from bot.briefing.voices.referents import is_the, means, within
from bot.briefing.voices.speakers import heard, is_generic
from bot.briefing.voices.speech import Span, speeches
from bot.corpus.document import Document, Paragraph, Passage


@dataclass(frozen=True, slots=True)
class Said:
    """Whose words a passage reports; the name and the words stand in `place`."""

    name: str
    words: str
    basis: Literal["stated", "continued", "resolved", "reference"]
    place: Passage
    there: str = ""
    """The words in `place` that say so, where `words` stand elsewhere."""


def attributed(statement: Statement, documents: Mapping[str, Document]) -> Statement:
    """The statement with whose words it reports."""
    voices: dict[tuple[int, str], Voice] = {}
    for number, citation in enumerate(statement.citations):
        document = documents[citation.source]
        for passage in document.paragraphs[citation.paragraph - 1].passages:
            if passage.end <= citation.start or passage.start >= citation.end:
                continue
            for said in said_in(document, passage):
                voice = Voice(
                    name=said.name,
                    words=said.words,
                    basis=said.basis,
                    of=number,
                    citation=_cite(said.place),
                )
                voices.setdefault((number, said.name), voice)
    return statement.model_copy(update={"said_by": tuple(voices.values()) or None})


def said_in(document: Document, passage: Passage) -> tuple[Said, ...]:
    """Whose words one passage of the document reports."""
    number = passage.paragraph - 1
    before = document.paragraphs[number - 1] if number and document.paragraphs[number - 1].passages else None
    return _of_paragraph(before, document.paragraphs[number]).get(passage.start, ())


@lru_cache(maxsize=30_000)
def _of_paragraph(before: Paragraph | None, paragraph: Paragraph) -> dict[int, tuple[Said, ...]]:
    """Who speaks in each passage of a paragraph, by where the passage starts."""
    own = {passage.start: heard(passage.text) for passage in paragraph.passages}
    last = _last_named(before) if before else None
    found: dict[int, list[Said]] = {}
    for passage in paragraph.passages:
        made: list[Said] = []
        for voice in own[passage.start]:
            said = _said(voice, passage, last)
            if said is None:
                continue
            made.append(said)
            if said.basis == "stated" and not is_generic(voice.name) and voice.speaks:
                last = _Last(said)
        found[passage.start] = made
        if last and last.said.place is not passage:
            last.since.append(passage.text)
    for spoken in _continued(paragraph, own, found):
        found[spoken[0].start].append(spoken[1])
    return {start: tuple(_distinct(said)) for start, said in found.items() if said}


@dataclass(slots=True)
class _Last:
    """The last speaker named, and the sentences since."""

    said: Said
    since: list[str] = field(default_factory=list)


def _said(voice: Heard, passage: Passage, last: _Last | None) -> Said | None:
    if voice.reference:
        return Said(voice.name, voice.words, "reference", passage)
    stated = Said(voice.name, voice.words, "stated", passage)
    if not voice.refers:
        return stated
    if voice.pronoun and voice.name.lower() != "they" and (who := within(passage.text, voice.start)):
        return Said(passage.text[slice(*who)], voice.words, "resolved", passage)
    if last:
        said = last.said
        between = [*last.since, passage.text[: voice.start]] if said.place is not passage else []
        role = voice.name.lower().split()[-1]
        fits = means if voice.pronoun else is_the
        if fits(role, said.name, said.place.text, between):
            return Said(said.name, voice.words, "resolved", said.place, said.words)
    # “The expert” whom nobody named is still somebody; “he” is not.
    return None if voice.pronoun else stated


def _last_named(paragraph: Paragraph) -> _Last | None:
    """Who spoke last in a paragraph, by name."""
    since: list[str] = []
    for passage in reversed(paragraph.passages):
        for voice in reversed(heard(passage.text)):
            if voice.speaks and not voice.refers and not voice.reference and not is_generic(voice.name):
                return _Last(Said(voice.name, voice.words, "stated", passage), since)
        since.insert(0, passage.text)
    return None


def _continued(
    paragraph: Paragraph, own: Mapping[int, Sequence[Heard]], found: Mapping[int, Sequence[Said]]
) -> Iterator[tuple[Passage, Said]]:
    """Passages that are part of a speech whose speaker stands in another sentence of the paragraph."""
    passages = paragraph.passages
    if len(passages) < 2:
        return
    earlier: Said | None = None
    previous: Span | None = None
    start = passages[0].start
    text = "".join(_filled(passages))
    for span in speeches(text):
        inside = [p for p in passages if p.start - start < span.end and span.start < p.end - start]
        speaker = _speaker(inside, span, start, own, found)
        if speaker is None and previous is not None and not text[previous.end : span.start].strip():
            speaker = earlier
        if speaker is None and previous is not None and earlier is not None and inside[0] is not passages[0]:
            before = passages[passages.index(inside[0]) - 1]
            opens = text[before.start - start : span.start].lstrip()
            # A speech that opens a sentence right after the sentence of another speech goes on with it.
            if previous.end > before.start - start and not opens[len(before.text) :].strip():
                speaker = earlier
        if speaker is not None:
            for passage in inside:
                if not any(said.basis != "reference" for said in found[passage.start]):
                    yield passage, replace(speaker, basis="continued", words=speaker.there or speaker.words)
        earlier, previous = speaker, span


def _filled(passages: Sequence[Passage]) -> Iterator[str]:
    """The passages' text at their own places, white space between."""
    place = passages[0].start
    for passage in passages:
        yield " " * (passage.start - place)
        yield passage.text
        place = passage.end


def _speaker(
    inside: Sequence[Passage],
    span: Span,
    start: int,
    own: Mapping[int, Sequence[Heard]],
    found: Mapping[int, Sequence[Said]],
) -> Said | None:
    """Who speaks in a speech: named outside its marks, in the sentence where it begins or where it ends."""
    for passage in dict.fromkeys((inside[0], inside[-1])):
        said = [s for s in found[passage.start] if s.basis != "reference"]
        voices = [v for v in own[passage.start] if not v.reference]
        for voice in voices:
            place = passage.start - start + voice.start
            if span.start <= place < span.end or not voice.speaks:
                continue
            match = next((s for s in said if s.words == voice.words), None)
            if match:
                return match
    return None


def _distinct(said: Sequence[Said]) -> list[Said]:
    by_name: dict[tuple[str, str], Said] = {}
    for one in said:
        by_name.setdefault((one.name, one.basis), one)
    return list(by_name.values())


def _cite(passage: Passage) -> Citation:
    return Citation(
        source=passage.source,
        paragraph=passage.paragraph,
        start=passage.start,
        end=passage.end,
        quote=passage.text,
    )

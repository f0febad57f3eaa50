"""Who says so: whose words a passage reports, by the words that say it.

Found are “according to X”, “X said” and its kin, speeches in quotation marks whose speaker stands in another sentence
or paragraph, the turns of an interview, and sources named in brackets. “He” and “the expert” become the speaker or the
person named before them, and are marked; where nobody is named nobody is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.briefing.models import Citation, Statement, Voice
from bot.briefing.voices.heard import Heard, Said
from bot.briefing.voices.labels import Turn, Turns, turns
from bot.briefing.voices.patterns import OPENERS, PERSON
from bot.briefing.voices.referents import is_the, means, same_name, within
from bot.briefing.voices.speakers import heard, is_generic
from bot.briefing.voices.spreading import spread
from bot.briefing.voices.vocabulary import BODIES
from bot.corpus.document import Document, Kind, Passage
from bot.corpus.quotations import part, speeches_of
from bot.topics.anaphora import Anaphor, taken_up
from bot.topics.words import FUNCTION

RECENT = 5
"""Sentences after which “he” takes up nobody any more."""
AROUND = 4
"""Words outside the quotation marks, up to which a passage is speech."""
AROUND_TOLD = 8
"""Likewise, where they are “she told the Post”, whoever she is."""
MOSTLY = 2
"""Words between them for one outside, from which a passage is speech that goes on before it or after it."""

_WORD = re.compile(r"\w+")
_LEADING = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'-]*\.?(?:\s[A-ZÀ-ÖØ-Þ][\w’'-]*\.?){0,4}(?=,|\s[a-z])")
"""A name that a sentence begins with."""


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
    return voices_of(document).get(passage.start, ())


def spoken_by_nobody_named(document: Document, passage: Passage) -> bool:
    """Whether a passage is speech, and nobody says whose: to be taken for the document's own words by mistake."""
    return document.once(
        ("said by nobody", passage.start),
        lambda: (
            (passage.start in turns(document).unsure or _is_mostly_speech(document, passage))
            and all(said.basis == "reference" for said in said_in(document, passage))
        ),
    )


def _is_mostly_speech(document: Document, passage: Passage) -> bool:
    """Whether nearly all of a passage, or most of a piece of a longer speech, stands in quotation marks."""
    spans = [
        span
        for speech in speeches_of(document)
        for span in speech
        if span.start < passage.end and span.end > passage.start
    ]
    if not spans:
        return False
    inside = outside = 0
    for word in _WORD.finditer(passage.text):
        place = passage.start + word.start()
        if any(span.start <= place < span.end for span in spans):
            inside += 1
        else:
            outside += 1
    told = any(voice.pronoun for voice in heard(passage.text))
    around = AROUND_TOLD if told else AROUND
    return inside > outside and (
        outside <= around or (any(part(document, passage)) and inside > MOSTLY * outside)
    )


Voices = dict[int, tuple[Said, ...]]
"""Who speaks in the passages of a document, by where they start; passages in which nobody speaks are left out."""
KEY = "voices"
"""What a document remembers them by."""


def voices_of(document: Document) -> Voices:
    """Who speaks in each passage of a document; remembered with it."""
    return document.once(KEY, lambda: _found(document))


def _found(document: Document) -> Voices:
    passages = document.passages
    own = [heard(passage.text) for passage in passages]
    interview = turns(document)
    persons = _persons(document, own)
    found: list[list[Said]] = []
    last: _Last | None = None
    for number, passage in enumerate(passages):
        made: list[Said] = []
        if last and (len(last.since) > RECENT or _parted(document, passages[number - 1], passage)):
            last = None
        if passage.start in interview.by:
            # Who is told of in somebody's turn speaks only through them.
            made += _of_turns(interview, interview.by[passage.start])
            made += [
                said for voice in own[number] if voice.reference and (said := _said(voice, passage, None))
            ]
            own[number] = ()
            found.append(made)
            last = None
            continue
        taken = taken_up(document, passage)
        for voice in own[number]:
            if voice.pronoun and any(is_generic(one.name) for one in made):
                continue  # “residents said they believed”
            said = _said(voice, passage, last, _named(voice, passage, taken, passages))
            if said is None:
                continue
            made.append(said)
            if voice.speaks and said.basis == "stated" and not is_generic(voice.name):
                last = _Last(said)
            elif voice.pronoun and voice.name.lower() in ("he", "she") and said.place is not passage:
                # Whom “he” has taken up the next “he” takes up as well.
                last = _Last(replace(said, words=said.there or said.name, basis="stated"), voice.name.lower())
        if not made and (spoken_of := _spoken_of(passage, taken, passages, persons)):
            # “Lee” after “Ann Lee” is her, and is named in full.
            fuller = last and {*spoken_of.said.name.split()} < {*last.said.name.split()}
            last = _Last(last.said, spoken_of.pronoun) if last and fuller else spoken_of
        elif (
            last and last.said.place is not passage and not any(said.name == last.said.name for said in made)
        ):
            last.since.append(passage.text)
            if persons & {*_WORD.findall(passage.text)} - {*_WORD.findall(last.said.name)}:
                last = None
        found.append(made)
    spread(document, own, found)
    return {
        passage.start: tuple(_distinct(said)) for passage, said in zip(passages, found, strict=True) if said
    }


def _of_turns(interview: Turns, here: Sequence[Turn]) -> Iterator[Said]:
    """Who speaks in a passage of an interview, by the fuller name that the document has for a label."""
    for turn in here:
        if fuller := interview.full.get(turn.name):
            place, name = fuller
            yield Said(name, turn.words if turn.label is turn.passage else name, "resolved", place)
        else:
            yield Said(
                turn.name, turn.words, "stated" if turn.label is turn.passage else "continued", turn.label
            )


def _parted(document: Document, before: Passage, passage: Passage) -> bool:
    """Whether a heading stands between two passages that follow each other."""
    between = document.paragraphs[before.paragraph : passage.paragraph - 1]
    return any(paragraph.kind in (Kind.HEADING, Kind.TITLE) for paragraph in between)


@dataclass(slots=True)
class _Last:
    """The last person named who spoke, or of whom a sentence was, and the sentences since."""

    said: Said
    pronoun: str = ""
    """“he” or “she”, where one has taken the person up."""
    since: list[str] = field(default_factory=list)


def _persons(document: Document, own: Sequence[Sequence[Heard]]) -> frozenset[str]:
    """The last names of those who speak in a document or are taken up by “he” and “she”."""
    speaking = (
        voice.name for voices in own for voice in voices if not voice.refers and PERSON.match(voice.name)
    )
    taken = (
        anaphor.name
        for passage in document.passages
        for anaphor in taken_up(document, passage)
        if _is_he(passage, anaphor)
    )
    lasts = (name.split()[-1] for name in (*speaking, *taken))
    return frozenset(last for last in lasts if last.lower() not in BODIES and not last.isupper())


def _is_he(passage: Passage, anaphor: Anaphor) -> bool:
    return passage.text[anaphor.start : anaphor.end].lower() in ("he", "she")


def _spoken_of(
    passage: Passage, taken: Sequence[Anaphor], passages: Sequence[Passage], persons: frozenset[str]
) -> _Last | None:
    """The one person that a sentence is about in which nobody speaks."""
    for anaphor in taken:
        if anaphor.given >= 0 and _is_he(passage, anaphor):
            said = Said(anaphor.name, anaphor.name, "stated", passages[anaphor.given])
            return _Last(said, passage.text[anaphor.start : anaphor.end].lower())
    leading = _LEADING.match(passage.text)
    if leading is None:
        return None
    name = leading.group()
    if name.partition(" ")[0].lower() in OPENERS | FUNCTION:
        name = name.partition(" ")[2]
    known = PERSON.match(name) and name.split()[-1] in persons
    if not known or persons & {*_WORD.findall(passage.text)} - {*name.split()}:
        return None
    return _Last(Said(name, name, "stated", passage))


def _named(
    voice: Heard, passage: Passage, taken: Sequence[Anaphor], passages: Sequence[Passage]
) -> Said | None:
    """Whom a speaker who is only referred to takes up, as the document names them: “The bank” after “Bay Bank”."""
    for anaphor in taken:
        if anaphor.given < 0 or not voice.start <= anaphor.start <= voice.start + len(voice.words):
            continue
        if passage.text[anaphor.start : anaphor.end] == voice.name:
            place = passages[anaphor.given]
            return Said(anaphor.name, voice.words, "resolved", place, anaphor.name)
    return None


def _said(voice: Heard, passage: Passage, last: _Last | None, named: Said | None = None) -> Said | None:
    if voice.reference:
        return Said(voice.name, voice.words, "reference", passage)
    stated = Said(voice.name, voice.words, "stated", passage)
    if not voice.refers:
        return stated
    if voice.pronoun and voice.name.lower() != "they" and (who := within(passage.text, voice.start)):
        return Said(passage.text[slice(*who)], voice.words, "resolved", passage)
    resolved: Said | None = None
    if last:
        said = last.said
        between = [*last.since, passage.text[: voice.start]] if said.place is not passage else []
        role = voice.name.lower().split()[-1]
        other = voice.pronoun and last.pronoun not in ("", role)
        fits = means if voice.pronoun else is_the
        if not other and fits(role, said.name, said.place.text, between):
            resolved = Said(said.name, voice.words, "resolved", said.place, said.words)
    if resolved and named and not same_name(resolved.name, named.name):
        # Two that may be meant are nobody.
        return None if voice.pronoun else stated
    # “The expert” whom nobody named is still somebody; “he” is not.
    return resolved or named or (None if voice.pronoun else stated)


def _distinct(said: Sequence[Said]) -> list[Said]:
    """Each name once, as stated where it is both stated and taken up."""
    by_name: dict[tuple[str, bool], Said] = {}
    for one in sorted(said, key=lambda one: one.basis != "stated"):
        by_name.setdefault((one.name, one.basis == "reference"), one)
    kept = {id(one) for one in by_name.values()}
    return [one for one in said if id(one) in kept]


def _cite(passage: Passage) -> Citation:
    return Citation(
        source=passage.source,
        paragraph=passage.paragraph,
        start=passage.start,
        end=passage.end,
        quote=passage.text,
    )

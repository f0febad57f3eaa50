"""Speeches whose speaker stands in another sentence or paragraph: who says a part of one says all of it.

A speech that fills its sentences is the last speaker's where it follows them at once, and the next one's where nobody
spoke before it; what may be an answer to them is not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.briefing.voices.heard import Heard, Said
from bot.briefing.voices.referents import gender, names_somebody
from bot.briefing.voices.speakers import is_generic
from bot.briefing.voices.vocabulary import PLURAL
from bot.corpus.document import Document, Kind, Passage
from bot.corpus.quotations import Speech, speeches_of

_LETTER = re.compile(r"\w")
_ASKS = re.compile(r"[?？][\"”’»'」』\s]*$")
# “Yes, sir.” answers somebody.
_ANSWERS = re.compile(r"\W*(?:Yes|No|Yeah|Yep|Nope|Sir|Madam|Ma['’]am|OK|Okay|Sure|Why not)\b")


_ACCORDING = re.compile(r"according to\b", re.IGNORECASE)


def spread(document: Document, own: Sequence[Sequence[Heard]], found: Sequence[list[Said]]) -> None:
    """Add to `found`, who speaks in each passage, who speaks in the speeches of which that is said elsewhere.

    `own` are the speakers that each passage names itself.
    """
    speeches = speeches_of(document)
    if not speeches:
        return
    passages = document.passages
    starts = [passage.start for passage in passages]
    insides: list[range] = []
    speakers: list[Said | None] = []
    for speech in speeches:
        first = max(0, bisect_left(starts, speech[0].start + 1) - 1)
        inside = range(first, max(first + 1, bisect_left(starts, speech[-1].end)))
        insides.append(inside)
        speakers.append(_own(passages, inside, speech, own, found))
    near = _Near(document, own, found, speeches, insides, speakers)
    for number, speaker in enumerate(speakers):
        if speaker is None:
            speakers[number] = near.before(number)
    for number in reversed(range(len(speeches) - 1)):
        if speakers[number] is None:
            speakers[number] = near.after(number)
    for inside, speaker in zip(insides, speakers, strict=True):
        if speaker is None:
            continue
        for place in inside:
            if not any(said.basis != "reference" for said in found[place]):
                found[place].append(replace(speaker, basis="continued", words=speaker.there or speaker.words))


def _own(
    passages: Sequence[Passage],
    inside: range,
    speech: Speech,
    own: Sequence[Sequence[Heard]],
    found: Sequence[Sequence[Said]],
) -> Said | None:
    """Who speaks in a speech: named outside its marks, in a sentence where it begins, ends, or is broken off."""
    edges = {inside[0], inside[-1]}
    if len(speech) > 1:
        edges |= {
            n for n in inside if any(passages[n].start < span.end <= passages[n].end for span in speech)
        }
    nearest: tuple[int, Said] | None = None
    for number in sorted(edges):
        for voice in _outside(passages[number], own[number], speech):
            match = next((one for one in found[number] if one.words == voice.words), None)
            if match is None or match.basis == "reference":
                continue
            place = passages[number].start + voice.start
            far = min(min(abs(place - span.end), abs(span.start - place)) for span in speech)
            if nearest is None or far < nearest[0]:
                nearest = far, match
    return nearest[1] if nearest else None


def _outside(passage: Passage, voices: Sequence[Heard], speech: Speech) -> list[Heard]:
    """The voices that speak in a passage outside a speech, whether or not it is known whose they are."""
    return [
        voice
        for voice in voices
        if voice.speaks and not any(s.start <= passage.start + voice.start < s.end for s in speech)
    ]


@dataclass(frozen=True, slots=True)
class _Near:
    """Who speaks just before and just after a speech."""

    document: Document
    own: Sequence[Sequence[Heard]]
    found: Sequence[Sequence[Said]]
    speeches: Sequence[Speech]
    insides: Sequence[range]
    speakers: Sequence[Said | None]

    def before(self, number: int) -> Said | None:
        """The speaker with whose words a speech goes on."""
        speech, inside = self.speeches[number], self.insides[number]
        passages, text = self.document.passages, self.document.text
        previous = self.speeches[number - 1] if number else None
        if previous and not _LETTER.search(text, previous[-1].end, speech[0].start):
            same = passages[self.insides[number - 1][-1]].paragraph == passages[inside[0]].paragraph
            return self.speakers[number - 1] if same or not self._may_answer(number) else None
        at = inside[0]
        pronoun = self._pronoun(number)
        if not at or not (pronoun or self._fills(number)) or not self._follows(at):
            return None
        speaker = self._speaker_before(number, at)
        if speaker and pronoun and gender(speaker.name, speaker.place.text) not in ("", pronoun):
            return None
        return speaker

    def _speaker_before(self, number: int, at: int) -> Said | None:
        passages, text, speech = self.document.passages, self.document.text, self.speeches[number]
        previous = self.speeches[number - 1] if number else None
        apart = passages[at - 1].paragraph != passages[at].paragraph
        if previous and self.insides[number - 1][-1] == at - 1:
            return None if apart and self._may_answer(number) else _one(self.speakers[number - 1])
        if apart and _ANSWERS.match(text, speech[0].start):
            return None
        voices = {
            voice.words for voice in self.own[at - 1] if voice.speaks and not _ACCORDING.match(voice.words)
        }
        said = [one for one in self.found[at - 1] if one.basis != "reference"]
        alone = len({one.name for one in said}) == 1 and said[0].words in voices
        return _one(said[0]) if alone else None

    def after(self, number: int) -> Said | None:
        """The speaker of the speech that follows at once, where nobody may have spoken before."""
        passages, text = self.document.passages, self.document.text
        inside, following = self.insides[number], self.speeches[number + 1]
        at = self.insides[number + 1][0]
        if at != inside[-1] + 1 or not self._fills(number) or not self._follows(at):
            return None
        if _LETTER.search(text, passages[at].start, following[0].start):
            return None
        if passages[at].paragraph != passages[inside[0]].paragraph:
            first = inside[0]
            if self._may_answer(number + 1) or (
                first and self._follows(first) and self._somebody(number, first - 1)
            ):
                return None
        return _one(self.speakers[number + 1])

    def _pronoun(self, number: int) -> str:
        """The “he” or “she” right after a speech that otherwise fills its sentences, whoever that is."""
        passages, text, speech = self.document.passages, self.document.text, self.speeches[number]
        inside = self.insides[number]
        voices = self.own[inside[-1]]
        if len(voices) != 1 or not voices[0].pronoun or voices[0].name.lower() == "they":
            return ""
        place = passages[inside[-1]].start + voices[0].start
        before = _LETTER.search(text, passages[inside[0]].start, speech[0].start)
        if before or place < speech[-1].end or _LETTER.search(text, speech[-1].end, place):
            return ""
        return voices[0].name.lower()

    def _somebody(self, number: int, before: int) -> bool:
        """Whether the passage before a speech has a speech or somebody in it, who may be its speaker."""
        if number and self.insides[number - 1][-1] == before:
            return self.speakers[number - 1] is not None
        return names_somebody(self.document.passages[before].text)

    def _fills(self, number: int) -> bool:
        """Whether nothing but the speech stands in its sentences."""
        passages, text, speech = self.document.passages, self.document.text, self.speeches[number]
        first, last = passages[self.insides[number][0]], passages[self.insides[number][-1]]
        return not _LETTER.search(text, first.start, speech[0].start) and not _LETTER.search(
            text, speech[-1].end, last.end
        )

    def _follows(self, at: int) -> bool:
        """Whether a passage follows the one before it without a heading between."""
        before, passage = self.document.passages[at - 1], self.document.passages[at]
        between = self.document.paragraphs[before.paragraph : passage.paragraph - 1]
        return not any(paragraph.kind in (Kind.HEADING, Kind.TITLE) for paragraph in between)

    def _may_answer(self, number: int) -> bool:
        """Whether a speech may be another person's than the one before it: an answer, or a question."""
        text, before, speech = self.document.text, self.speeches[number - 1], self.speeches[number]
        return bool(
            _ASKS.search(text[before[0].start : before[-1].end])
            or _ASKS.search(text[speech[0].start : speech[-1].end])
            or _ANSWERS.match(text, speech[0].start)
        )


def _one(said: Said | None) -> Said | None:
    """A speaker who may go on speaking: not “experts”."""
    if said is None or (is_generic(said.name) and _is_many(said.name)):
        return None
    return said


def _is_many(name: str) -> bool:
    last = name.split()[-1].lower()
    return last.endswith("s") or last in PLURAL

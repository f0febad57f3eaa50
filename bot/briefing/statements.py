"""From a passage to a statement that stands by itself.

A sentence that leans on the one before it (“The basin…”, “These…”, “Second, …”) brings that one along; “the lake”
gets its name in [brackets]. What cannot stand alone (a question, a sentence that only leads on) is no statement.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.briefing.leaning import (
    can_stand,
    connects,
    has_markup,
    is_taken_back,
    leans,
    list_head,
    lists,
    marks,
    says_it,
)
from bot.briefing.models import Citation, Statement
from bot.briefing.voices.attribution import spoken_by_nobody_named
from bot.corpus.document import Document, Passage
from bot.corpus.quotations import missing_marks, part
from bot.corpus.sentences import words_in
from bot.topics.anaphora import taken_up

GAP = " […] "
"""What stands between quotes where words are left out."""
MOST_BROUGHT = 2
"""Sentences that a leaning sentence brings along at most."""
EASY_WORDS = 60
"""Words up to which a statement reads easily."""

_INSERTION = re.compile(r" \[(?!…\])[^\[\]]*\]")
# What may open a sentence and take up a name.
_NAMED = re.compile(r"(?:s?he|his|her|him|the|this|that|these|those)\b", re.IGNORECASE)
# “The lake (Balkhash)”: the text says itself which.
_EXPLAINED = re.compile(r"\s?[\[(][A-Z]")
_PUT_MARK = re.compile(r"^\[[\"“”„«»‹›‘’‚'「」『』]\]|\[[\"“”„«»‹›‘’‚'「」『』]\]$")


@dataclass(frozen=True)  # without slots, for the properties that are remembered
class Unit:
    """Passages that make one statement, in text order."""

    runs: tuple[tuple[Passage, ...], ...]
    """Each run is a stretch of neighbouring passages of one paragraph, quoted as one."""
    own: Passage
    """The passage that it is about; the others come along with it, before or after."""
    references: tuple[tuple[int, str], ...] = ()
    """Where it only refers to its topic, as offsets into the document's text, and the name that is put in there."""
    whole: bool = True
    """Whether nothing stands between the runs, so that no words are left out."""

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All its passages."""
        return tuple(passage for run in self.runs for passage in run)

    @cached_property
    def words(self) -> int:
        """Its length in words."""
        return sum(words_in(passage.text) for passage in self.passages)


def unit(
    document: Document,
    passage: Passage,
    reference: tuple[int, str] | None = None,
    after: Passage | None = None,
) -> Unit | None:
    """The statement that a passage makes, with what it leans on; None where it makes none.

    `reference` is where in the passage a topic is only referred to, with its name; `after` is an earlier passage
    without which the statement would not be known to be about its topic, of the paragraph or one shortly before.
    """
    if reference is None and after is None:
        # Topics share passages: most of them ask for the same statement.
        return document.once(("unit", passage.start), lambda: _sound(document, passage, None, None))
    return _sound(document, passage, reference, after)


def _sound(
    document: Document, passage: Passage, reference: tuple[int, str] | None, after: Passage | None
) -> Unit | None:
    """The unit of a passage, where that says something."""
    if not can_stand(passage):
        return None
    made = _made(document, passage, reference, after)
    if any(has_markup(part) for part in made.passages):
        return None
    return made


def nobody_says(document: Document, made: Unit) -> bool:
    """Whether a unit is speech of nobody who is named: it would be taken for the document's own words."""
    return all(spoken_by_nobody_named(document, passage) for passage in made.passages)


def _made(
    document: Document, passage: Passage, reference: tuple[int, str] | None, after: Passage | None
) -> Unit:
    siblings = document.paragraphs[passage.paragraph - 1].passages
    place = siblings.index(passage)
    past = place + 2 if is_taken_back(siblings, place) else place + 1
    if lists(passage):
        head = list_head(siblings, place)
        if head is not None:
            return _joined(document, passage, siblings[head : head + 1], siblings[place:past], reference)
    first = place
    while (
        first > 0
        and place - first < MOST_BROUGHT
        and _leans_here(document, siblings[first], referred=first == place and reference is not None)
    ):
        first -= 1
    run = siblings[first:past]
    brought: Sequence[Passage] = ()
    if after is not None and after not in run:
        brought = (after,) if after.paragraph == passage.paragraph else _from(document, after, run[0])
    elif place == 0 and takes_up(document, passage, reference):
        brought = _last_before(document, passage.paragraph)
    return _joined(document, passage, brought, run, reference)


def neighbours_joined(units: Iterable[Unit], documents: Mapping[str, Document]) -> list[Unit]:
    """The units in their order, of which those that follow each other in a text without a gap become one.

    That is, where they are parts of one speech, or where both together still read easily.
    """
    joined: list[Unit] = []
    for made in units:
        if joined and _reads_on(documents[made.own.source], joined[-1], made):
            before = joined.pop()
            runs = (*before.runs[:-1], before.runs[-1] + made.runs[0])
            made = Unit(runs, before.own, before.references + made.references, before.whole)
        joined.append(made)
    return joined


def dangles(document: Document, made: Unit) -> bool:
    """Whether even the first sentence of a statement leans on one that it does not bring: “For example, …”."""
    first = made.passages[0]
    return _leans_here(document, first, referred=first == made.own and bool(made.references))


def statement(document: Document, made: Unit, dates: Iterable[tuple[int, str]] = ()) -> Statement:
    """The unit as written: quotes to the letter, joined by GAP, with names and `dates` in brackets.

    `dates` are what is filled in, and after which offset of the document's text.
    """
    citations = [cite(document, run) for run in made.runs]
    insertions = sorted([*_insertions(document, made), *dates])
    texts: list[str] = []
    for citation in citations:
        parts: list[str] = []
        done = citation.start
        for offset, name in insertions:
            if citation.start < offset <= citation.end:
                parts.append(f"{document.text[done:offset]} [{name}]")
                done = offset
        texts.append("".join([*parts, document.text[done : citation.end]]))
    text = (" " if made.whole else GAP).join(texts)
    # A part of a speech gets the quotation mark that stands in another part of it.
    before, after = missing_marks(document, made.passages[0], made.passages[-1])
    marked = (f"[{before}]" if before else "") + text + (f"[{after}]" if after else "")
    return Statement(text=marked, citations=tuple(citations))


def cite(document: Document, run: Sequence[Passage]) -> Citation:
    """The citation of a stretch of neighbouring passages, what stands between them included."""
    start, end = run[0].start, run[-1].end
    return Citation(
        source=document.id, paragraph=run[0].paragraph, start=start, end=end, quote=document.text[start:end]
    )


def names_put_in(made: Statement) -> list[str] | None:
    """The names in brackets that a statement has beside its quotes; None where its text differs from them otherwise."""
    quotes = [citation.quote for citation in made.citations]
    for whole in (" ".join(quotes), GAP.join(quotes)):
        if (names := _put_in(_PUT_MARK.sub("", made.text), whole)) is not None:
            return names
    return None


def _put_in(text: str, quoted: str) -> list[str] | None:
    """What is put in brackets into the quoted text to give `text`; None where they differ in anything else."""
    names: list[str] = []
    done = at = 0
    for match in _INSERTION.finditer(text):
        piece = text[done : match.start()]
        if not quoted.startswith(piece, at):
            return None
        done, at = match.start(), at + len(piece)
        # Brackets may be the source's own.
        if not quoted.startswith(match.group(), at):
            names.append(match.group()[2:-1])
            done = match.end()
    return names if quoted[at:] == text[done:] else None


def _reads_on(document: Document, before: Unit, made: Unit) -> bool:
    """Whether a unit goes on right where another ends, in one speech or without getting long."""
    last, first = before.passages[-1], made.passages[0]
    if len(made.runs) > 1 or (last.source, last.paragraph) != (first.source, first.paragraph):
        return False
    siblings = document.paragraphs[first.paragraph - 1].passages
    if siblings.index(first) != siblings.index(last) + 1:
        return False
    return before.words + made.words <= EASY_WORDS or part(document, first).before


def _joined(
    document: Document,
    own: Passage,
    brought: Sequence[Passage],
    run: Sequence[Passage],
    reference: tuple[int, str] | None,
) -> Unit:
    """The unit of a run of neighbours and what was brought along for it, with the names that they take up."""
    paragraphs = itertools.groupby(brought, key=lambda passage: passage.paragraph)
    runs = (*(tuple(part) for _, part in paragraphs), tuple(run))
    apart = False
    if brought and brought[-1].paragraph == run[0].paragraph:
        siblings = document.paragraphs[run[0].paragraph - 1].passages
        apart = siblings.index(run[0]) > siblings.index(brought[-1]) + 1
        runs = runs if apart else ((*brought, *run),)
    references = ((own.start + reference[0], reference[1]),) if reference is not None else ()
    return Unit(runs, own, references, whole=not apart)


def _insertions(document: Document, made: Unit) -> Iterator[tuple[int, str]]:
    """Names for what takes up a name that the unit does not have before, and at which offsets of the document."""
    passages = made.passages
    found = dict(made.references)
    for passage in passages:
        for anaphor in taken_up(document, passage):
            found.setdefault(passage.start + anaphor.end, anaphor.name)
    said: set[str] = set()
    for offset, name in sorted(found.items()):
        before = "\n".join(document.text[p.start : min(p.end, offset)] for p in passages if p.start < offset)
        if name not in said and name not in before and not _EXPLAINED.match(document.text, offset):
            said.add(name)
            yield offset, name


def _leans_here(document: Document, passage: Passage, *, referred: bool) -> bool:
    """A sentence whose “The lake” or “He” gets its name in brackets does not lean for that.

    `referred` is whether it gets that of a topic to which it only refers.
    """
    if not leans(passage):
        return False
    if connects(passage):
        return True
    if says_it(passage):
        return not _named_at_once(document, passage)
    return not referred and not taken_up(document, passage)


def _named_at_once(document: Document, passage: Passage) -> bool:
    """Whether the pronoun that opens a passage gets its name in brackets."""
    opening = marks(passage.text)
    # “It” and “they” never do: there is no need to read the document for them.
    return bool(_NAMED.match(passage.text, opening)) and any(
        anaphor.start == opening for anaphor in taken_up(document, passage)
    )


def takes_up(document: Document, passage: Passage, reference: tuple[int, str] | None = None) -> bool:
    """Whether a paragraph's first sentence cannot be understood without the paragraph before."""
    return says_it(passage) and reference is None and not _named_at_once(document, passage)


def _from(document: Document, first: Passage, end: Passage) -> Sequence[Passage]:
    """The passages from one up to another of a later paragraph, which is left out."""
    between = document.paragraphs[first.paragraph - 1 : end.paragraph]
    return [p for paragraph in between for p in paragraph.passages if first.start <= p.start < end.start]


def _last_before(document: Document, paragraph: int) -> Sequence[Passage]:
    """The last sentence of the prose paragraph that stands just before one; before it what it takes up, being all of its own."""
    before = document.paragraphs[paragraph - 2].passages if paragraph > 1 else ()
    if not before or not can_stand(before[-1]):
        return ()
    further = document.paragraphs[paragraph - 3].passages if paragraph > 2 else ()
    if len(before) == 1 and further and takes_up(document, before[0]) and can_stand(further[-1]):
        return (further[-1], before[0])
    return before[-1:]

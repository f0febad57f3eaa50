"""Quotation marks: what stands between them, which of it is speech, and speeches that go on from paragraph to paragraph.

Marks that texts set the wrong way round are read by the white space beside them; single marks are told from
apostrophes by what closes them, and “6'2"” holds none. What is opened and never closed ends with its paragraph, unless
the next one goes on with it: by opening again, or by closing what it has not opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from bot.corpus.document import Document, Kind, Passage
from bot.corpus.sentences import UNSPACED

WORDS = 5
"""Words from which what stands in quotation marks is a speech and no quoted term."""
FEW = 3
"""Likewise, where it ends as a sentence or clause does."""
UNMARKED = 5
"""Paragraphs without any mark over which a speech may go on to one that opens again."""
FARTHEST = 15
"""Likewise, to one that closes it."""
AHEAD = 20
"""Marks up to which one is looked for that closes what another opens."""

_CLOSER = {"“": "”", "„": "“", "«": "»", "»": "«", "‹": "›", "‘": "’", "‚": "‘", "「": "」", "『": "』"}
"""What closes a mark that opens; others, the straight ones among them, close themselves."""
_OPENER = {"”": "“", "“": "„"}
_AS_OPENED = {"”": "“", "’": "‘"}
"""What opens where a text has set a closing mark."""
_FAMILY = {mark: family[0] for family in ('"“”„', "'‘’‚", "«»", "‹›", "「」", "『』") for mark in family}
"""Marks of one kind by the first of them: inside one kind those of another are left alone."""
_SINGLE = "'"
_OPENING = frozenset("“„«‹「『")
# An apostrophe inside a word is no mark, nor is the one of “’90s”.
_MARK = re.compile(r"[\"“”„«»‹›「」『』]|(?<!\w)[‘'‚](?=[\w“\"„«(\[…])(?!\d0s)|(?<=\S)[’'‘](?!\w)")
_OPENS_SINGLE = re.compile(r"[‘'‚](?=[\w“\"„«(\[…])")
_LEFT = frozenset("([{—–-/*_>“„«‘'\"")
_RIGHT = frozenset(".,;:!?)]}—–*_”’»'\"、。，！？；：")
# “the workers’ rights”, “singin’ in the rain”, “the 5" pipe”: no mark where a later one may close the quotation.
_DOUBTFUL = re.compile(r"(?:(?<=[sz])|(?<=in))[’'](?= \w)|(?<=\d)[’'\"](?= ?[\da-z\"])")
_BEGINS = re.compile(r"(?:^|[.!?…:][\"”’'»]?)[\s>*_]*$")
"""What stands before quotation marks that hold a sentence of their own, however short."""
_DOUBLE = re.compile(r"[\"“”„«»]")
_SAYS = re.compile(r"\bsa(?:id|ys)\b")
_SAID = re.compile(r",\s(?:\w+\s){0,3}(?:said|says|told|added|asked|wrote)\b")
_SENTENCE = re.compile(r"[.!?…]\s+")
_ENDS = frozenset(",.!?…，。！？")
_LONG_WORD = re.compile(r"(?<![\w’'-])[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Span:
    """What stands between quotation marks, the marks included; offsets into the text that was read."""

    start: int
    end: int
    mark: str = "“"
    """The mark that opens it."""
    closed: bool = True


Speech = tuple[Span, ...]
"""A speech of a document: a span for each paragraph over which it goes, offsets into the document's text."""


class Part(NamedTuple):
    """How a passage stands to the speeches of its document."""

    before: bool = False
    """Whether it begins inside a speech, or goes on with one that the paragraph before left open."""
    after: bool = False
    """Whether a speech in which it ends, or that ends with its paragraph, goes on after it."""


NO_PART = Part()


def quoted(text: str) -> list[Span]:
    """All that stands between quotation marks in one paragraph, in order; quotations in a quotation are part of it.

    What is never closed goes on to the end of the text.
    """
    return _read(text)


def speeches(text: str) -> list[Span]:
    """The speeches of one paragraph, in order: what is quoted and is no term and no title."""
    return [span for span in _read(text) if _is_speech(text, span)]


def speeches_of(document: Document) -> tuple[Speech, ...]:
    """The speeches of a document, in order."""
    return view_of(document).speeches


def part(document: Document, passage: Passage) -> Part:
    """Whether a passage is a piece of a speech that began before it or goes on after it."""
    return view_of(document).parts.get(passage.start, NO_PART)


def missing_marks(document: Document, first: Passage, last: Passage) -> tuple[str, str]:
    """The marks that a stretch of the document from `first` to `last` lacks, before it and after it; each may be empty.

    Of `“It is long.`, whose speech goes on, the second is `”`; of `It is wide,” Lee said.` the first is `“`.
    """
    before = after = ""
    for span in (span for speech in speeches_of(document) for span in speech):
        unopened = span.start == first.start and document.text[span.start] not in _FAMILY
        if span.start < first.start < span.end or unopened:
            before = _AS_OPENED.get(span.mark, span.mark)
        if span.start < last.end and (span.end > last.end or (span.end == last.end and not span.closed)):
            after = _CLOSER.get(_AS_OPENED.get(span.mark, span.mark), span.mark)
    return before, after


class View(NamedTuple):
    """All that is known of the speeches of a document."""

    speeches: tuple[Speech, ...]
    parts: dict[int, Part]
    """By where a passage starts; passages that are no piece of a longer speech are left out."""


KEY = "speeches"
"""What a document remembers them by."""


def view_of(document: Document) -> View:
    """The speeches of a document and how its passages stand to them, remembered with it."""
    return document.once(KEY, lambda: _read_whole(document))


def _read_whole(document: Document) -> View:
    found = tuple(
        speech for speech in _found(document) if len(speech) > 1 or _is_speech(document.text, speech[0])
    )
    return View(found, dict(_parts(document, found)))


def _found(document: Document) -> Iterator[Speech]:
    """What is quoted in each paragraph, what goes on in the next joined with it."""
    places = list(_paragraphs(document))
    texts = [document.text[start:end] for start, end, _ in places]
    open_: Speech = ()
    for number, (start, _, headed) in enumerate(places):
        inside = ""
        if open_:
            mark, leading = open_[-1].mark, _leading(texts[number])
            again = leading and not headed and _FAMILY[leading] == _FAMILY[mark]
            begun = document.text[open_[-1].start : open_[-1].end]
            if not again and _goes_on(texts[number : number + FARTHEST + 1], mark, begun):
                inside = mark
            elif not again:
                yield open_
                open_ = ()
        follows = _leading(texts[number + 1]) if number + 1 < len(texts) else ""
        for span in _read(texts[number], inside, follows):
            open_ = (*open_, replace(span, start=start + span.start, end=start + span.end))
            if span.closed:
                yield open_
                open_ = ()
    if open_:
        yield open_


def _paragraphs(document: Document) -> Iterator[tuple[int, int, bool]]:
    """The paragraphs of prose: where they start and end, and whether a heading stands before.

    A short line with quotation marks that was taken for a heading is part of what is said.
    """
    headed = False
    for paragraph in document.paragraphs:
        parts = paragraph.kind in (Kind.HEADING, Kind.TITLE)
        marked = parts and _DOUBLE.search(document.text, paragraph.start, paragraph.end)
        if marked or paragraph.kind is Kind.PROSE:
            yield paragraph.start, paragraph.end, headed
            headed = False
        elif parts:
            headed = True


def _leading(text: str) -> str:
    """The mark with which a paragraph opens, if it opens with one."""
    first = next(_marks(text), None)
    return first.text if first and first.opens is not False and not text[: first.place].strip() else ""


def _goes_on(texts: Sequence[str], mark: str, begun: str) -> bool:
    """Whether a speech that has `begun` goes on in paragraphs that do not open again: one of them closes it.

    After “ a later one may open again as well, where nothing looks as if only the closing mark were forgotten.
    """
    kind = _FAMILY[mark]
    if kind == _SINGLE:
        return False  # an apostrophe might close it
    for number, text in enumerate(texts):
        for found in _marks(text):
            if _FAMILY[found.text] != kind:
                continue
            if found.opens is False:
                # A straight mark after a number may be an inch.
                return found.text != '"' or text[found.place - 1] in _ENDS
            again = found.text == _leading(text) and mark in _OPENING and number <= UNMARKED
            told = _SAID.search(begun) or any(_SAYS.search(other) for other in texts[:number])
            return again and number > 0 and not told
    return False


def _parts(document: Document, found: Sequence[Speech]) -> Iterator[tuple[int, Part]]:
    if not found:
        return
    at = 0
    for passage in document.passages:
        while at < len(found) and found[at][-1].end <= passage.start:
            at += 1
        before = after = False
        for speech in found[at:]:
            if speech[0].start >= passage.end:
                break
            before |= speech[0].start < passage.start
            after |= speech[-1].end > passage.end and any(
                span.start < passage.end and span.end > passage.start for span in speech
            )
        if before or after:
            yield passage.start, Part(before, after)


class _Mark(NamedTuple):
    place: int
    text: str
    opens: bool | None
    """None for a straight mark that may do either."""


def _marks(text: str) -> Iterator[_Mark]:
    """Each mark, and whether it opens: by the white space beside it, then by its shape."""
    for match in _MARK.finditer(text):
        place, mark = match.start(), match.group()
        before = text[place - 1] if place else " "
        after = text[place + 1] if place + 1 < len(text) else " "
        left, right = before.isspace() or before in _LEFT, after.isspace() or after in _RIGHT
        opens: bool | None = left
        if _FAMILY[mark] == _SINGLE:
            opens = left and bool(_OPENS_SINGLE.match(text, place))
        elif left == right:
            opens = None if mark == '"' else mark in _OPENING
        yield _Mark(place, mark, opens)


def _read(text: str, inside: str = "", follows: str = "") -> list[Span]:
    """What is quoted in a paragraph; `inside` is the mark of what is open when it begins, `follows` what opens the next."""
    marks = list(_marks(text))
    found: list[Span] = []
    opened = _Mark(0, inside, opens=True) if inside else None
    depth = 0
    for number, mark in enumerate(marks):
        kind = _FAMILY[mark.text]
        later = [other for other in marks[number + 1 : number + 1 + AHEAD] if _FAMILY[other.text] == kind]
        if opened is None:
            if _may_open(mark, later, goes_on=_FAMILY.get(follows) == kind):
                opened = mark
            elif not number and mark.opens is False and kind == '"' and text[mark.place - 1] in _ENDS:
                # Whatever opened it is lost: the sentence that it ends is speech for sure.
                start = max((m.end() for m in _SENTENCE.finditer(text, 0, mark.place - 1)), default=0)
                found.append(Span(start, mark.place + 1, _OPENER.get(mark.text, mark.text)))
        elif _FAMILY[opened.text] != kind:
            continue
        elif mark.opens:
            if len(later) > 1 and not later[0].opens and not later[1].opens:
                depth += 1
            else:
                # What was open before was not closed.
                found.append(Span(opened.place, len(text[: mark.place].rstrip()), opened.text, closed=False))
                opened, depth = mark, 0
        elif _DOUBTFUL.match(text, mark.place) and _is_closed_by(text, later):
            continue
        elif depth:
            depth -= 1
        else:
            found.append(Span(opened.place, mark.place + 1, opened.text))
            opened = None
    if opened is not None:
        found.append(Span(opened.place, len(text.rstrip()), opened.text, closed=False))
    return found


def _may_open(mark: _Mark, later: Sequence[_Mark], *, goes_on: bool) -> bool:
    """Whether a mark opens a quotation; a single one does where another closes it, or the next paragraph goes on."""
    if mark.opens is False:
        return False
    if mark.opens is None or _FAMILY[mark.text] == _SINGLE:
        return goes_on or (bool(later) and not later[0].opens)
    return True


def _is_closed_by(text: str, later: Sequence[_Mark]) -> bool:
    """Whether one of some marks surely closes what is open, before another opens."""
    for mark in later:
        if mark.opens:
            return False
        if not _DOUBTFUL.match(text, mark.place):
            return True
    return False


def _is_speech(text: str, span: Span) -> bool:
    said = text[span.start : span.end].strip("".join(_FAMILY) + " ")
    ended = said[-1:] in _ENDS or text[span.end - 2 : span.end - 1] in _ENDS
    words = len(said.split()) + len(UNSPACED.findall(said)) // 2
    if not ended or said.endswith(","):
        long = _LONG_WORD.findall(said)
        if len(said.split()) > 1 and long and all(word[0].isupper() and not word.isupper() for word in long):
            return False  # a title
    begins = _BEGINS.search(text[max(0, span.start - 8) : span.start])
    return words >= WORDS or (ended and (words >= FEW or bool(begins)))

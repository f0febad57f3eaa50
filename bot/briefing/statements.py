"""From a passage to a statement that stands by itself.

A sentence that leans on the one before it (“The basin…”, “These…”, “Second, …”) brings that one along; “the lake”
gets its name in [brackets]. What cannot stand alone (a question, a sentence that only leads on) is no statement.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.briefing.models import Citation, Statement
from bot.corpus.document import Document, Paragraph, Passage

GAP = " […] "
"""What stands between quotes where words are left out."""
MOST_BROUGHT = 2
"""Sentences that a leaning sentence brings along at most."""

_INSERTION = re.compile(r" \[(?!…\])[^\[\]]*\]")
_OPENING = r"[\"“”„«'‘’(\s]*"
_PRONOUN = re.compile(
    _OPENING
    + r"(?:(?:Exactly|Precisely|Only|All|Most of|Many of|Some of|None of|Each of|Both of) (?=[Tt]h))?(?i:He|She|It|They|His|Her|Its|Their|This|That|These|Those|Such|Both|Neither|Some|Others?|Another|One|Here|There"
    r"|Him|Them|Each)\b(?! (?:is|are|was|were|has|have|will be|can be) (?:a|an|no|some|many|also)\b.*\bthat\b)"
)
_STANDS = re.compile(
    _OPENING
    + r"(?:It(?:['’]s| is| was| should| must| can| may| has been| will be)\b[^.]{0,40}\b(?:that|to)\b|There (?:is|are|was|were|has|have|will)\b"
    r"|(?:Some|Others?|Another|One|Each) (?:of )?[a-z]|This (?:year|week|month|article|report|visit)\b|One of\b)"
)
_CONNECTIVE = re.compile(
    _OPENING
    + r"(?:However|Therefore|Thus|Hence|Instead|Nevertheless|Nonetheless|Consequently|Accordingly|Otherwise"
    r"|Conversely|Then|Yet|But|And|So|Or|Still|Rather|Even so|That said"
    r"|In (?:contrast|response|turn|particular|fact|this|that|these|such)|As (?:a result|such)"
    r"|For (?:example|instance|this|that)|On the (?:one|other) hand|By contrast|To this end|After (?:that|this)"
    r"|Because of (?:this|that)|Of these)\b",
)
# These only add: what follows is understood without what came before.
_ADDITIVE = re.compile(
    _OPENING
    + r"(?:Additionally|Also|Moreover|Furthermore|Besides|In addition|Similarly|Likewise|Meanwhile|Indeed"
    r"|At the same time|Finally|Lastly),\s+"
)
# “After his visit, …”: whose, if the clause that follows does not begin with a name?
_BORROWS = re.compile(
    _OPENING + r"(?:After|Before|During|Since|Following|Despite|With|Under|Given|In|At|On|For|Like|Unlike) "
    r"(?:his|her|their|its|this|that|these|those)\b[^,]{0,60},\s+(?![A-Z])"
)
_THE_TWO = re.compile(
    r"\b(?:[Tt]he two|[Bb]oth) (?:countries|sides|nations|states|leaders|governments|parties|companies|men|women)\b"
)
_PROPER = re.compile(r"(?<=[a-z,;:”\"] )[A-Z][\w’'-]+")
_ORDINAL = re.compile(
    _OPENING
    + r"(?:First|Firstly|Second|Third|Fourth|Fifth|Secondly|Thirdly|Fourthly)\b,?|"
    + _OPENING
    + r"The (?:second|third|fourth|fifth|last) (?:is|reason|issue|point|factor|one)\b"
)
_FIRST = re.compile(_OPENING + r"(?:First|Firstly|The first)\b")
_DEFINITE = re.compile(_OPENING + r"The ([a-z][\w-]*)((?: [\w’'-]+){0,3})")
_SPECIFIED = re.compile(
    r"\b(?:of|in|on|for|that|which|who|to|between|from|at|with|by|most|first|largest|main|same)\b|[A-Z]"
)
_QUESTION = re.compile(r"\?[\"”’»)\]]*$")
_LEADS_ON = re.compile(r"[:;,–—][\"'”’»)\]]*$")
_MARKUP = re.compile(r"</?[a-zA-Z][\w-]*(?:\s[^<>]*)?/?>")
_OPEN_MARK, _CLOSE_MARK = "“«„", "”»"


@dataclass(frozen=True, slots=True)
class Unit:
    """Passages that make one statement, in text order."""

    runs: tuple[tuple[Passage, ...], ...]
    """Each run is a stretch of neighbouring passages of one paragraph, quoted as one."""
    insertion: tuple[int, str] | None = None
    """A name to put in brackets, and at which offset of the last passage."""
    whole: bool = True
    """Whether nothing stands between the runs, so that no words are left out."""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All its passages."""
        return tuple(passage for run in self.runs for passage in run)

    @property
    def words(self) -> int:
        """Its length in words."""
        return sum(len(passage.text.split()) for passage in self.passages)


def can_stand(passage: Passage) -> bool:
    """Whether a sentence says something: no question, no lead-in to a list, no bare fragment, no markup."""
    text = passage.text
    return (
        not _QUESTION.search(text)
        and not _MARKUP.search(text)
        and not _LEADS_ON.search(text)
        and len(text.split()) >= 4
    )


def leans(passage: Passage) -> bool:
    """Whether a sentence takes up the one before it, so that alone it would not be understood."""
    text = passage.text
    if added := _ADDITIVE.match(text):
        rest = text[added.end() :]
        text = rest[:1].upper() + rest[1:]
    if _STANDS.match(text):
        return False
    if _PRONOUN.match(text) or _CONNECTIVE.match(text) or _BORROWS.match(text):
        return True
    if _THE_TWO.search(text) and len(set(_PROPER.findall(text))) < 2:
        return True
    definite = _DEFINITE.match(text)
    return definite is not None and not _SPECIFIED.search(definite.group(1) + definite.group(2))


def inside_speech(paragraph: Paragraph, passage: Passage) -> bool:
    """Whether the sentence is a part of a speech that goes on before or after it: who speaks is said elsewhere."""
    depth = 0
    straight = 0
    for other in paragraph.passages:
        if other.start >= passage.start:
            break
        depth += sum(other.text.count(mark) for mark in _OPEN_MARK) - sum(
            other.text.count(mark) for mark in _CLOSE_MARK
        )
        straight += other.text.count('"')
    opened = sum(map(passage.text.count, _OPEN_MARK)) - sum(map(passage.text.count, _CLOSE_MARK))
    return depth > 0 or straight % 2 == 1 or opened > 0


def unit(document: Document, passage: Passage, reference: tuple[int, str] | None = None) -> Unit | None:
    """The statement that a passage makes, with what it leans on; None where it makes none.

    `reference` is where in the passage a topic is only referred to, with its name.
    """
    if not can_stand(passage):
        return None
    siblings = document.paragraphs[passage.paragraph - 1].passages
    place = siblings.index(passage)
    if _ORDINAL.match(passage.text):
        head = _list_head(siblings, place)
        if head is not None:
            apart = head < place - 1
            runs = ((siblings[head],), (passage,)) if apart else ((siblings[head], passage),)
            return Unit(runs, reference, whole=not apart)
    first = place
    while (
        first > 0
        and place - first < MOST_BROUGHT
        and _leans_here(siblings[first], reference if first == place else None)
    ):
        first -= 1
    run = tuple(siblings[first : place + 1])
    before = (
        _last_before(document, passage.paragraph) if place == 0 and _takes_up(passage, reference) else None
    )
    return Unit(((before,), run) if before else (run,), reference)


def statement(document: Document, made: Unit) -> Statement:
    """The unit as written: quotes to the letter, joined by GAP, with the name in brackets."""
    citations = [cite(document, run) for run in made.runs]
    texts = [citation.quote for citation in citations]
    if made.insertion:
        offset, name = made.insertion
        place = made.runs[-1][-1].start - made.runs[-1][0].start + offset
        texts[-1] = f"{texts[-1][:place]} [{name}]{texts[-1][place:]}"
    return Statement(text=(" " if made.whole else GAP).join(texts), citations=tuple(citations))


def cite(document: Document, run: Sequence[Passage]) -> Citation:
    """The citation of a stretch of neighbouring passages, what stands between them included."""
    start, end = run[0].start, run[-1].end
    return Citation(
        source=document.id, paragraph=run[0].paragraph, start=start, end=end, quote=document.text[start:end]
    )


def says_only_its_quotes(made: Statement) -> bool:
    """Whether a statement's text is its quotes, but for what joins them and names in brackets."""
    quotes = [citation.quote for citation in made.citations]
    if made.text in (" ".join(quotes), GAP.join(quotes)):
        return True
    plain = "".join(_INSERTION.split(made.text))
    return plain in (" ".join(quotes), GAP.join(quotes))


def _leans_here(passage: Passage, reference: tuple[int, str] | None) -> bool:
    """A sentence whose “The lake” gets its name in brackets does not lean for that."""
    named = reference is not None and not _PRONOUN.match(passage.text) and not _CONNECTIVE.match(passage.text)
    return leans(passage) and not named


def _takes_up(passage: Passage, reference: tuple[int, str] | None) -> bool:
    """Whether a paragraph's first sentence cannot be understood without the paragraph before."""
    pronoun = _PRONOUN.match(passage.text) and not _STANDS.match(passage.text)
    return bool(pronoun) and reference is None


def _last_before(document: Document, paragraph: int) -> Passage | None:
    """The last sentence of the prose paragraph that stands just before one."""
    before = document.paragraphs[paragraph - 2] if paragraph > 1 else None
    return before.passages[-1] if before and before.passages and can_stand(before.passages[-1]) else None


def _list_head(siblings: Sequence[Passage], place: int) -> int | None:
    """The sentence before the list that an ordinal goes on with: the one before “First, …”."""
    for i in range(place, -1, -1):
        if _FIRST.match(siblings[i].text):
            return i - 1 if i > 0 else (i if i < place else None)
    return None

"""From a passage to a statement that stands by itself.

A sentence that leans on the one before it (“The basin…”, “These…”, “Second, …”) brings that one along; “the lake”
gets its name in [brackets]. What cannot stand alone (a question, a sentence that only leads on) is no statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.briefing.models import Citation, Statement
from bot.briefing.voices.attribution import spoken_by_nobody_named
from bot.corpus.document import Document, Passage
from bot.corpus.quotations import missing_marks, part
from bot.corpus.sentences import words_in
from bot.topics.anaphora import taken_up
from bot.topics.words import DATES, FUNCTION, NUMBERS

GAP = " […] "
"""What stands between quotes where words are left out."""
MOST_BROUGHT = 2
"""Sentences that a leaning sentence brings along at most."""
EASY_WORDS = 60
"""Words up to which a statement reads easily."""

_INSERTION = re.compile(r" \[(?!…\])[^\[\]]*\]")
# “The lake (Balkhash)”: the text says itself which.
_EXPLAINED = re.compile(r"\s?[\[(][A-Z]")
_PUT_MARK = re.compile(r"^\[[\"“”„«»‹›‘’‚'「」『』]\]|\[[\"“”„«»‹›‘’‚'「」『』]\]$")
_OPENING = r"[\"“”„«'‘’(\s]*"
_PRONOUN = re.compile(
    _OPENING
    + r"(?:(?:Exactly|Precisely|Only|All|Most of|Many of|Some of|None of|Each of|Both of) (?=[Tt]h))?(?i:He|She|It|They|His|Her|Its|Their|This|That|These|Those|Such|Both|Neither|Some|Others?|Another|One|Here|There"
    r"|Him|Them|Each)\b(?! (?:is|are|was|were|has|have|will be|can be) (?:a|an|no|some|many|also)\b.*\bthat\b)"
)
_STANDS = re.compile(
    _OPENING
    + r"(?:It(?:['’]s| is| was| should| must| can| may| has been| will be)\b[^.]{0,40}\b(?:that|to)\b|It (?:is|was)(?: also| still| perhaps)? (?:worth|noteworthy|notable|important|interesting|telling)\b|There (?:is|are|was|were|has|have|will)\b"
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
# What is said to be taken back in the next sentence, and how that begins: one without the other misleads.
_SETS_UP = re.compile(
    r"\b(?:(?:was|were|is|are|had been|has been|have been) (?:also |originally |initially |once )?"
    r"(?:meant|supposed|intended|expected|designed|planned|promised|hoped|predicted|thought|believed|assumed|due) to"
    r"|[Oo]n the one hand|[Ii]n theory|[Oo]n paper|[Aa]t first(?: glance| sight)?\b|[Ii]nitially|[Oo]riginally"
    r"|[Oo]fficially|may seem|might seem|would seem|seems?|seemed|appears?|appeared)\b"
)
_TURNS = re.compile(
    _OPENING
    + r"(?:Yet|But|However|Instead|Nevertheless|Nonetheless|Still|Rather|Even so|That said|By contrast"
    r"|Conversely|In (?:reality|practice|fact|contrast)|On the other(?: hand)?)\b"
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
    r"\b(?:[Tt]he two|[Bb]oth) (?:countries|sides|nations|states|neighbou?rs|leaders|governments|parties|companies|firms|men|women)\b"
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
# “China has a role in this framework …”: which one, the sentence before says; but “this year” is now, “such areas as”
# says itself which, and further on in a sentence it may be what the sentence began with.
_DEMONSTRATIVE = re.compile(
    r"(?:(?:In|At|On|For|By|From|To|With) [^,;:]{2,40}, )?(?:[^\s,;:]+ ){1,8}?"
    r"(?:this|these|such(?! [^,.]{0,60}\bas\b)) (?P<noun>[a-z]{4,})\b"
)
_HERE_AND_NOW = (
    FUNCTION
    | DATES
    | NUMBERS
    | set("article report paper study book page site website time way kind sort type".split())
)
# “In an interview, he spoke …”
_WHO = re.compile(
    _OPENING + r"(?:In|On|At|During|After|Before|With|Under|Since|Until|By|From|For|As|Despite|Following)\s"
    r"(?:(?!\b(?:[A-Z][a-z]+ [A-Z][a-z]+|he|she|they)\b)[^,;:“”\"]){2,90},\s+(?:he|she)\b"
)
_QUESTION = re.compile(r"\?[\"”’»)\]]*$")
_LEADS_ON = re.compile(r"[:;,–—][\"'”’»)\]]*$")
_MARKUP = re.compile(r"</?[a-zA-Z][\w-]*(?:\s[^<>]*)?/?>")


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


def can_stand(passage: Passage) -> bool:
    """Whether a sentence says something: no question, no lead-in to a list, no bare fragment, no markup."""
    text = passage.text
    return (
        not _QUESTION.search(text)
        and not _MARKUP.search(text)
        and not _LEADS_ON.search(text)
        and words_in(text) >= 4
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
    if of_the_two(passage):
        return True
    if _points_back(text) or _WHO.match(text):
        return True
    definite = _DEFINITE.match(text)
    return definite is not None and not _SPECIFIED.search(definite.group(1) + definite.group(2))


def of_the_two(passage: Passage) -> bool:
    """Whether a sentence speaks of “the two countries” without naming them itself."""
    return bool(_THE_TWO.search(passage.text)) and len(set(_PROPER.findall(passage.text))) < 2


def _points_back(text: str) -> bool:
    """Whether a sentence speaks early of “this framework” that it has not named itself."""
    match = _DEMONSTRATIVE.match(text)
    if match is None or match["noun"] in _HERE_AND_NOW:
        return False
    return match["noun"][:5] not in text[: match.start("noun")].lower()


def adds(passage: Passage) -> bool:
    """Whether a sentence begins something further: “Additionally, …”, “Second, …”."""
    return bool(_ADDITIVE.match(passage.text) or _ORDINAL.match(passage.text))


def unit(
    document: Document,
    passage: Passage,
    reference: tuple[int, str] | None = None,
    after: Passage | None = None,
) -> Unit | None:
    """The statement that a passage makes, with what it leans on; None where it makes none.

    `reference` is where in the passage a topic is only referred to, with its name; `after` is an earlier passage of
    the paragraph without which the statement would not be known to be about its topic.
    """
    if reference is None and after is None:
        # Topics share passages: most of them ask for the same statement.
        return document.once(("unit", passage.start), lambda: _sound(document, passage, None, None))
    return _sound(document, passage, reference, after)


def _sound(
    document: Document, passage: Passage, reference: tuple[int, str] | None, after: Passage | None
) -> Unit | None:
    """The unit of a passage, where that says something and somebody is known to say it."""
    if not can_stand(passage):
        return None
    made = _made(document, passage, reference, after)
    # What nobody is named to have said would be taken for the document's own words.
    return None if all(spoken_by_nobody_named(document, part) for part in made.passages) else made


def _made(
    document: Document, passage: Passage, reference: tuple[int, str] | None, after: Passage | None
) -> Unit:
    siblings = document.paragraphs[passage.paragraph - 1].passages
    place = siblings.index(passage)
    past = place + 2 if _is_taken_back(siblings, place) else place + 1
    if _ORDINAL.match(passage.text):
        head = _list_head(siblings, place)
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
        brought = (after,)
    elif place == 0 and _takes_up(document, passage, reference):
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


def _is_taken_back(siblings: Sequence[Passage], place: int) -> bool:
    """Whether a sentence says what was meant or seems to be, which the next one takes back: “Yet, …”."""
    following = siblings[place + 1 : place + 2]
    return bool(
        following
        and _SETS_UP.search(siblings[place].text)
        and _TURNS.match(following[0].text)
        and can_stand(following[0])
    )


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
    runs = tuple(tuple(part) for part in (brought, run) if part)
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
    if _CONNECTIVE.match(passage.text):
        return True
    if _PRONOUN.match(passage.text):
        return not _named_at_once(document, passage)
    return not referred and not taken_up(document, passage)


def _named_at_once(document: Document, passage: Passage) -> bool:
    """Whether the pronoun that opens a passage gets its name in brackets."""
    opening = re.match(_OPENING, passage.text)
    return opening is not None and any(a.start == opening.end() for a in taken_up(document, passage))


def _takes_up(document: Document, passage: Passage, reference: tuple[int, str] | None) -> bool:
    """Whether a paragraph's first sentence cannot be understood without the paragraph before."""
    pronoun = _PRONOUN.match(passage.text) and not _STANDS.match(passage.text)
    return bool(pronoun) and reference is None and not _named_at_once(document, passage)


def _last_before(document: Document, paragraph: int) -> Sequence[Passage]:
    """The last sentence of the prose paragraph that stands just before one."""
    before = document.paragraphs[paragraph - 2] if paragraph > 1 else None
    return before.passages[-1:] if before and before.passages and can_stand(before.passages[-1]) else ()


def _list_head(siblings: Sequence[Passage], place: int) -> int | None:
    """The sentence before the list that an ordinal goes on with: the one before “First, …”."""
    for i in range(place, -1, -1):
        if _FIRST.match(siblings[i].text):
            return i - 1 if i > 0 else (i if i < place else None)
    return None

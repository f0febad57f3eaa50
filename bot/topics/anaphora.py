"""Words that take up a name given before: “the lake” after “Lake Balkhash”, “he” after “President Tokayev”.

Only what is sure: a kind of thing that one name alone had just before, a person where only one was just spoken of.
Where two may be meant, or another lake came between, nothing is taken up.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.corpus.document import Document, Passage
from bot.corpus.quotations import part
from bot.topics.gist import words_of
from bot.topics.named import Name, names_in, runs_of, title_names
from bot.topics.persons import Persons, bare, find_persons, genders, may_be_person, pronoun_in, somebody_in
from bot.topics.tokens import Token
from bot.topics.words import ROLES, SPEECH

REACH = 3
"""Passages of a paragraph after a name, or after what last took it up, in which “the lake” still takes it up."""
FAR = 12
"""Likewise, from paragraph to paragraph, where the document names one lake alone."""
BEFORE = -1
"""Where a title stands: before the first passage."""
RECENT = 2
"""Passages after a person is named, or taken up, in which “he” and “she” still take them up."""
_DEFINITE = re.compile(r"\b([Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose)\s+(?!the\b)([a-z]+)\b(?:['’]s\b)?")
# “The lake of …”, “the company that …” say themselves which one they mean.
_SAYS_WHICH = re.compile(
    r"\s+(?:of|that|which|who|whose|where|called|named|known|(?:at|by|for|from|in|on|to|under|with) wh(?:ich|om))\b|-"
)
_BY_ANOTHER = re.compile(
    r"\b(?:by|from|with|against|sued|fined|bought|acquired|owns?|owned|joined|beat)\s+(?:the\s)?(?:its rival|[A-Z][\w’&-]+)"
)

_ANY_OF_MANY = frozenset(
    "company corporation firm group bank team club airline airlines network newspaper magazine organisation organization party"
    " union agency broadcaster channel".split()
)
"""What many names are that do not say so: a text that gives another name may mean that one."""
_PEOPLE = re.compile(r"(?:ish|ese|i?an|i)$")


class Anaphor(NamedTuple):
    """Words of a passage that take up a name; offsets count from the passage's own beginning."""

    start: int
    end: int
    """After a possessive: “the lake’s”."""
    name: str
    """As it stands in the passage that gives it."""
    given: int
    """Which of the document's passages gives it, from 0; BEFORE where only its title does."""


class _Given(NamedTuple):
    name: str
    given: int
    seen: int
    """The passage that last named it or took it up."""
    person: str = ""
    describes: bool = False


Anaphors = dict[int, tuple[Anaphor, ...]]
"""What the passages of a document take up, by where they start; passages that take up nothing are left out."""
KEY = "anaphors"
"""What a document remembers them by."""


def taken_up(document: Document, passage: Passage) -> tuple[Anaphor, ...]:
    """What a passage of a document takes up."""
    return anaphors(document).get(passage.start, ())


def anaphors(document: Document, words: Sequence[Sequence[Token]] | None = None) -> Anaphors:
    """What the passages of a document take up, remembered with it; `words` are those of each passage, if at hand."""
    return document.once(KEY, lambda: _found(document, words or words_of(document)))


def _found(document: Document, words: Sequence[Sequence[Token]]) -> Anaphors:
    runs = [runs_of(here) for here in words]
    persons = find_persons(words, runs)
    votes = genders(words, runs)
    pronouns: list[tuple[int, Anaphor, str, bool]] = []
    found: list[list[Anaphor]] = []
    number = 0
    person: _Given | None = None
    texts = [passage.text for passage in document.passages]
    named_in = [
        names_in(text, here, spans, persons) for text, here, spans in zip(texts, words, runs, strict=True)
    ]
    title = title_names(document, persons)
    reaches = _reaches([title, *named_in])
    unsure = _named_late(texts, title, named_in)
    kinds: dict[str, list[_Given]] = {}
    _give(document.title, BEFORE, kinds, title, unsure)
    for paragraph in document.paragraphs:
        kinds = {head: given for head, given in kinds.items() if reaches[head] > REACH}
        for passage in paragraph.passages:
            names = named_in[number]
            here = list(_kinds_taken_up(passage.text, number, kinds, names, reaches))
            named = [name for name in names if name.person]
            # Who “he” is in a speech only its speaker knows.
            quoted = part(document, passage).before
            if person is not None and number - person.seen <= RECENT and not quoted:
                pronoun = _pronoun(passage.text, person.person, named)
                if pronoun is not None:
                    she = passage.text[slice(*pronoun)].lower() == "she"
                    votes[person.person, she] += 1
                    pronouns.append(
                        (number, Anaphor(*pronoun, person.name, person.given), person.person, she)
                    )
                    person = person._replace(seen=number)
            if named:
                longest = max(named, key=lambda name: len(name.text))
                alone = len({name.person for name in named}) == 1 and not somebody_in(passage.text)
                others = _others(words[number], runs[number], persons, longest.person)
                if alone and not others and _leads(words[number], longest):
                    person = _Given(longest.text, number, number, longest.person or "")
                else:
                    person = None
            elif somebody_in(passage.text) or _others(words[number], runs[number], persons, None):
                person = None
            found.append(here)
            _give(passage.text, number, kinds, names, unsure)
            _leave_unsure(kinds, names, words[number], persons)
            number += 1
    for at, anaphor, who, she in pronouns:
        # Who is “he” here and “she” there is two people, one of whom was not seen.
        if votes[who, not she] == 0:
            found[at].append(anaphor)
    return {
        passage.start: tuple(sorted(here))
        for passage, here in zip(document.passages, found, strict=True)
        if here
    }


def _reaches(named_in: Sequence[Sequence[Name]]) -> dict[str, int]:
    """How far a name of each kind reaches: far where the document has one name of the kind, written more or less in full.

    Descriptions count where the document has no proper name of the kind.
    """
    proper: defaultdict[str, set[frozenset[str]]] = defaultdict(set)
    described: defaultdict[str, set[frozenset[str]]] = defaultdict(set)
    for names in named_in:
        for name in names:
            for head in name.heads:
                (described if name.describes else proper)[head].add(_key(name.text))
    return {head: FAR if _one(found) else REACH for head, found in (described | proper).items()}


def _one(keys: set[frozenset[str]]) -> bool:
    longest = max(keys, key=len)
    return all(key <= longest for key in keys)


def _kinds_taken_up(
    text: str,
    number: int,
    kinds: dict[str, list[_Given]],
    names: Sequence[Name],
    reaches: Mapping[str, int],
) -> Iterator[Anaphor]:
    if not kinds:
        return
    for match in _DEFINITE.finditer(text):
        kind = match[2]
        given = [one for one in kinds.get(kind, ()) if number - one.seen <= reaches[kind]]
        if len(given) != 1 or _SAYS_WHICH.match(text, match.end()):
            continue
        if any(kind in name.heads and name.start < match.start() for name in names):
            continue
        kinds[kind] = [given[0]._replace(seen=number)]
        # Said again in the same sentence it needs no name again.
        names = (*names, Name(given[0].name, match.start(), None, (kind,)))
        yield Anaphor(match.start(), match.end(), given[0].name, given[0].given)


def _named_late(texts: Sequence[str], title: Sequence[Name], named_in: Sequence[Sequence[Name]]) -> set[str]:
    """Kinds that a document speaks of before it describes one by a name: “the trial” before “the Lee trial” is another."""
    late: set[str] = set()
    known = {head for name in title for head in name.heads}
    for number, names in enumerate(named_in):
        for name in names:
            if name.describes and not known.issuperset(name.heads):
                plain = re.compile(rf"\b(?:{'|'.join(name.heads)})\b")
                before = (*texts[:number], texts[number][: name.start])
                late.update(name.heads if any(plain.search(text) for text in before) else ())
            known.update(name.heads)
    return late


def _leave_unsure(
    kinds: dict[str, list[_Given]], names: Sequence[Name], words: Sequence[Token], persons: Persons
) -> None:
    """Forget companies, banks and the like where the passage has another name that may be one."""
    heads = _ANY_OF_MANY & kinds.keys()
    opening = {word.start for word in words if word.initial} if heads else ()
    for head in heads:
        mine = {word for one in kinds[head] for word in _key(one.name)}
        for name in names:
            *_, last = name.text.split()
            plain = " " not in name.text and (_PEOPLE.search(last) or name.start in opening)
            if not (
                name.person or name.describes or plain or last in persons.places or _key(name.text) & mine
            ):
                del kinds[head]
                break


def _give(
    text: str, number: int, kinds: dict[str, list[_Given]], names: Sequence[Name], unsure: set[str]
) -> None:
    """Remember what the passage names; forget names of a kind of which it has another one."""
    for head in list(kinds):
        if head in text and _another(head).search(text):
            del kinds[head]
    for name in names:
        # “X Company was bought by Y. The company …”: which of the two, nobody knows.
        if name.heads and not name.describes and _BY_ANOTHER.search(text, text.find(name.text, name.start)):
            for head in name.heads:
                kinds.pop(head, None)
            continue
        if name.describes and not unsure.isdisjoint(name.heads):
            continue
        for head in name.heads:
            before = [one for one in kinds.get(head, []) if number - one.seen <= FAR]
            if name.describes and any(not one.describes for one in before):
                # “The Aswan dam” beside the Renaissance Dam.
                del kinds[head]
                continue
            others = [
                one
                for one in before
                if not _one({_key(one.name), _key(name.text)}) and one.describes == name.describes
            ]
            kinds[head] = [*others, _Given(name.text, number, number, describes=name.describes)]


@lru_cache(maxsize=1_000)
def _another(head: str) -> re.Pattern[str]:
    """A thing of the kind that is not the one just named."""
    return re.compile(
        r"\b(?:[Aa]n?|[Aa]nother|[Oo]ther|[Ss]econd|[Nn]ew|[Ee]ach|[Ee]very|[Oo]ne|[Ss]ome|[Aa]ny|[Nn]o)"
        rf"\s+(?:[\w’'-]+\s+){{0,3}}?{head}\b|\b[Tt]he\s+{head}\s+of\b"
    )


def _key(name: str) -> frozenset[str]:
    return frozenset(name.lower().split())


def _pronoun(text: str, who: str, persons: Sequence[Name]) -> tuple[int, int] | None:
    """Where a passage takes `who` up by “he” or “she”; not after another name, and “He said that Lee …” is not said by Lee."""
    place = pronoun_in(text)
    if place is None or any(name.start < place[0] or name.person == who for name in persons):
        return None
    return place


def _leads(words: Sequence[Token], name: Name) -> bool:
    """Whether a sentence is about the person it names: it opens with the name, or a clause does, or the person speaks.

    Not “with congressmen such as Leahy”, nor a label, “Blair: …”.
    """
    first = next(i for i, token in enumerate(words) if token.start >= name.start)
    last = next((i for i in range(first, len(words)) if words[i].text == name.person), first)
    after = words[last + 1] if last + 1 < len(words) else None
    if after is not None and not after.joined and after.initial:
        return False
    while first > 0 and words[first - 1].lower in ROLES and words[first].joined:
        first -= 1
    return first == 0 or not words[first].joined or words[first - 1].lower in SPEECH


def _others(
    words: Sequence[Token], runs: Sequence[tuple[int, int]], persons: Persons, known: str | None
) -> bool:
    """Whether a sentence names somebody else who may be a person: in full, or at its beginning (“Gardner found …”)."""
    for first, last in runs:
        name = bare(words[first:last])
        if (
            name
            and (len(name) > 1 or first == 0)
            and all(map(may_be_person, name))
            and name[-1].text not in persons.places
            and known not in {token.text for token in name}
        ):
            return True
    return False

"""Words that take up a name given before: “the lake” after “Lake Balkhash”, “he” after “President Tokayev”.

Only what is sure: a kind of thing that one name alone had just before, a person where only one was just spoken of.
Where two may be meant, or another lake came between, nothing is taken up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from bot.corpus.document import Document, Passage
from bot.topics.gist import words_of
from bot.topics.tokens import Token
from bot.topics.words import BODIES, DATES, FUNCTION, NUMBERS, ROLES, SPEECH

REACH = 3
"""Passages after a name, or after what last took it up, in which “the lake” still takes it up."""
RECENT = 2
"""Likewise for “he” and “she”."""

# Kinds of things that names end with, or say before “of”: by them the text takes the names up again.
_KINDS = BODIES | frozenset(
    "lake river sea ocean gulf bay strait channel canal island islands peninsula mountain mountains valley"
    " desert glacier volcano basin delta reservoir dam bridge tunnel port harbour harbor airport airline"
    " railway railroad road highway pipeline corridor plant factory refinery mine field oilfield reactor"
    " stadium park zoo forest reserve square tower palace castle cathedral church mosque temple monastery"
    " library hospital clinic hotel prison camp theatre theater gallery province district region territory"
    " republic kingdom empire city town village county municipality hub zone war crisis exercise exercises"
    " conflict revolution uprising election elections referendum championship championships cup league"
    " games olympics festival exhibition expo trial tribunal study survey poll report index platform"
    " system satellite rocket spacecraft mission telescope ship vessel tanker ferry submarine rig"
    " train flight hurricane typhoon cyclone storm earthquake virus vaccine accord convention charter"
    " constitution bill code doctrine guild orchestra band team club airlines newspaper magazine journal"
    " channel broadcaster regiment brigade battalion division fleet militia".split()
)
# These kinds English puts before the name: “Lake Balkhash”, “Hurricane Ida”.
_KIND_FIRST = frozenset(
    "lake mount river cape gulf port fort camp hurricane typhoon cyclone storm operation project".split()
)
_DEFINITE = re.compile(r"\b([Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose)\s+(?!the\b)([a-z]+)\b(?:['’]s\b)?")
# “The lake of …”, “the company that …” say themselves which one they mean.
_SAYS_WHICH = re.compile(r"\s+(?:of|that|which|who|whose|where|called|named|known)\b|-")
# “He …”, “In an interview, he …”, “Trade, she added, …”.
_PERSON_TAKEN_UP = re.compile(
    r"[\"“«]?(?:(?:And|But|So|Yet|Then|Now|Still|However|Moreover|Furthermore|Instead|Meanwhile|Later|Also),?\s+"
    r"|(?:In|On|At|During|After|Before|With|Under|Since|Until|By|From|For|As|Despite|Following|Earlier|Last|This|Because)\s[^,;:“”\"]{2,90},\s+)?"
    r"(?P<first>[Hh]e|[Ss]he)\b(?!\s*/)"
)
_PERSON_ADDS = re.compile(r"^[^“”\"«»]{3,90},\s(?P<first>he|she)\s(?P<verb>[a-z]+)\b")
# Somebody who is not named but may be “he” or “she”.
_SOMEBODY = re.compile(
    r"\b(?:man|woman|boy|girl|mother|father|son|daughter|wife|husband|brother|sister|baby|child|widow|someone|somebody|everyone"
    r"|person|victim|suspect|resident|official|worker|student|teacher|farmer|driver|soldier|passenger|patient|neighbou?r|friend"
    r"|employee|owner|witness|lawyer|nurse|pilot|fisherman|captain|survivor|[a-z]+(?:man|woman|ist|ian))\b"
)
_WORD = re.compile(r"[A-Z][\w’'-]*[a-z]$")
# “Northern Irish”, “United Haitians”: what begins with these, or ends so, is a people or a place.
_NO_FIRST_NAME = frozenset(
    "north south east west northern southern eastern western central upper lower greater united new old".split()
)
_PEOPLE = re.compile(r"(?:ish|ese|[ai]ans)$")
_HE_TITLES = frozenset("mr sir lord king prince emperor chairman spokesman congressman baron duke".split())
_SHE_TITLES = frozenset(
    "mrs ms miss lady dame queen princess empress chairwoman spokeswoman congresswoman baroness duchess".split()
)


class Anaphor(NamedTuple):
    """Words of a passage that take up a name; offsets count from the passage's own beginning."""

    start: int
    end: int
    """After a possessive: “the lake’s”."""
    name: str
    """As it stands in the passage that gives it."""
    given: int
    """Which of the document's passages gives it, from 0."""


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A document that is only the same as itself: comparing the texts of two would cost more than is saved."""

    document: Document

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.document is self.document

    def __hash__(self) -> int:
        return hash(self.document.id)


def taken_up(document: Document, passage: Passage) -> tuple[Anaphor, ...]:
    """What a passage of a document takes up; remembered for the documents that were asked for last."""
    return _by_start(_Same(document)).get(passage.start, ())


@lru_cache(maxsize=100)
def _by_start(same: _Same) -> dict[int, tuple[Anaphor, ...]]:
    document = same.document
    found = zip(document.passages, anaphors(document, words_of(document)), strict=True)
    return {passage.start: here for passage, here in found if here}


class _Name(NamedTuple):
    text: str
    start: int
    person: str | None
    """A person's last name."""
    heads: tuple[str, ...]


class _Given(NamedTuple):
    name: str
    given: int
    seen: int
    """The passage that last named it or took it up."""
    person: str = ""


def anaphors(document: Document, words: Sequence[Sequence[Token]]) -> list[tuple[Anaphor, ...]]:
    """What each passage of a document takes up; `words` are the words of each."""
    runs = [list(_runs(here)) for here in words]
    persons = _persons(words, runs)
    votes = _titles(words, runs)
    pronouns: list[tuple[int, Anaphor, str, bool]] = []
    found: list[list[Anaphor]] = []
    number = 0
    person: _Given | None = None
    for paragraph in document.paragraphs:
        kinds: dict[str, list[_Given]] = {}
        for passage in paragraph.passages:
            names = [_name(passage.text, words[number], run, persons) for run in runs[number]]
            here = list(_kinds_taken_up(passage.text, number, kinds, names))
            named = [name for name in names if name.person]
            if person is not None and number - person.seen <= RECENT:
                pronoun = _pronoun(passage.text, person.person, named)
                if pronoun is not None:
                    she = passage.text[slice(*pronoun)].lower() == "she"
                    votes[person.person, she] += 1
                    pronouns.append(
                        (number, Anaphor(*pronoun, person.name, person.given), person.person, she)
                    )
                    person = person._replace(seen=number)
            if named:
                apart = {name.person for name in named}
                alone = len(apart) == 1 and not _SOMEBODY.search(passage.text)
                longest = max(named, key=lambda name: len(name.text))
                person = _Given(longest.text, number, number, longest.person or "") if alone else None
            elif person is not None and person.seen != number and _SOMEBODY.search(passage.text):
                person = None
            found.append(here)
            _give(passage.text, number, kinds, names)
            number += 1
    for at, anaphor, who, she in pronouns:
        # Who is “he” here and “she” there is two people, one of whom was not seen.
        if votes[who, not she] == 0:
            found[at].append(anaphor)
    return [tuple(sorted(here)) for here in found]


def _titles(
    words: Sequence[Sequence[Token]], runs: Sequence[Sequence[tuple[int, int]]]
) -> Counter[tuple[str, bool]]:
    """How often a last name stands after a man's title and after a woman's."""
    found: Counter[tuple[str, bool]] = Counter()
    for here, spans in zip(words, runs, strict=True):
        for first, last in spans:
            titles = {token.lower for token in here[max(0, first - 1) : last]}
            found[here[last - 1].text, False] += bool(titles & _HE_TITLES)
            found[here[last - 1].text, True] += bool(titles & _SHE_TITLES)
    return found


def _runs(words: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where names may stand: words with capitals that follow each other, from and to which word."""
    first = 0
    while first < len(words):
        if not words[first].capital or (words[first].initial and words[first].lower in FUNCTION):
            first += 1
            continue
        last = first + 1
        while last < len(words) and not words[last - 1].possessive and words[last].joined:
            if words[last].capital:
                last += 1
            elif (
                words[last].lower in ("of", "for")
                and words[last - 1].lower in _KINDS
                and last + 1 < len(words)
                and words[last + 1].capital
                and words[last + 1].joined
            ):
                last += 2
            else:
                break
        yield first, last
        first = last


class _Persons(NamedTuple):
    last_names: frozenset[str]
    alone: frozenset[str]
    """Words with capitals that stand by themselves, so that they are no first names."""


def _persons(words: Sequence[Sequence[Token]], runs: Sequence[Sequence[tuple[int, int]]]) -> _Persons:
    """The last names of persons, as this document shows them: by their title, by speaking, by a full and a short name."""
    alone: set[str] = set()
    places: set[str] = set()
    full: list[tuple[str, str]] = []
    sure: set[str] = set()
    for here, spans in zip(words, runs, strict=True):
        for first, last in spans:
            name = _bare(here[first:last])
            if not name or not all(_may_be_person(token) for token in name):
                continue
            titled = len(name) < last - first or (first > 0 and _is_title(here[first - 1], here[first]))
            described = last < len(here) and not here[last].joined and here[last].lower in ROLES
            speaks = last < len(here) and here[last].joined and here[last].lower in SPEECH
            if len(name) == 1:
                alone.add(name[0].text)
                if first > 0 and here[first - 1].lower == "in":
                    places.add(name[0].text)
            elif len(name) <= 4 and name[0].lower not in _NO_FIRST_NAME:
                full.append((name[0].text, name[-1].text))
                if described or speaks:
                    sure.add(name[-1].text)
            if titled and len(name) <= 4:
                sure.add(name[-1].text)
    sure.update(last for first, last in full if last in alone and first not in alone)
    return _Persons(frozenset(last for last in sure - places if not _PEOPLE.search(last)), frozenset(alone))


def _bare(words: Sequence[Token]) -> Sequence[Token]:
    """A name without the titles before it."""
    first = 0
    while first < len(words) and words[first].lower in ROLES:
        first += 1
    return words[first:]


def _is_title(before: Token, name: Token) -> bool:
    return name.joined and before.lower in ROLES and not before.possessive


def _may_be_person(token: Token) -> bool:
    word = token.lower
    return bool(_WORD.match(token.text)) and not (
        word in _KINDS or word in FUNCTION or word in DATES or word in NUMBERS or word in ROLES
    )


def _name(text: str, words: Sequence[Token], run: tuple[int, int], persons: _Persons) -> _Name:
    named = words[run[0] : run[1]]
    if len(named) > 1 and named[0].lower in FUNCTION:
        named = named[1:]
    bare = _bare(named) or named
    person = bare[-1].text if bare[-1].text in persons.last_names and all(map(_may_be_person, bare)) else None
    # “The president of Kazakhstan Kassym-Jomart Tokayev”
    while person and len(bare) > 2 and bare[0].text in persons.alone:
        bare = bare[1:]
    written = text[bare[0].start : bare[-1].end]
    return _Name(written, named[0].start, person, () if person else heads(written))


@lru_cache(maxsize=10_000)
def heads(name: str) -> tuple[str, ...]:
    """The words by which a text takes up a name of several words: the kinds of thing that it says it is."""
    words = name.split()
    if len(words) < 2:
        return ()
    link = next((i for i, word in enumerate(words) if i and word in ("of", "for")), len(words))
    found = {words[link - 1].lower()} & _KINDS if words[link - 1].istitle() else set()
    found |= {words[0].lower()} & _KIND_FIRST if words[0].istitle() else set()
    return tuple(sorted(found))


def _kinds_taken_up(
    text: str, number: int, kinds: dict[str, list[_Given]], names: Sequence[_Name]
) -> Iterator[Anaphor]:
    if not kinds:
        return
    for match in _DEFINITE.finditer(text):
        given = [one for one in kinds.get(match[2], ()) if number - one.seen <= REACH]
        if len(given) != 1 or _SAYS_WHICH.match(text, match.end()):
            continue
        if any(match[2] in name.heads and name.start < match.start() for name in names):
            continue
        kinds[match[2]] = [given[0]._replace(seen=number)]
        # Said again in the same sentence it needs no name again.
        names = (*names, _Name(given[0].name, match.start(), None, (match[2],)))
        yield Anaphor(match.start(), match.end(), given[0].name, given[0].given)


def _give(text: str, number: int, kinds: dict[str, list[_Given]], names: Sequence[_Name]) -> None:
    """Remember what the passage names; forget names of a kind of which it has another that is not named."""
    for head in list(kinds):
        if _another(head).search(text):
            del kinds[head]
    for name in names:
        for head in name.heads:
            others = [one for one in kinds.get(head, ()) if _key(one.name) != _key(name.text)]
            kinds[head] = [
                *(one for one in others if number - one.seen <= REACH),
                _Given(name.text, number, number),
            ]


@lru_cache(maxsize=1_000)
def _another(head: str) -> re.Pattern[str]:
    """The kind said without “the” before it."""
    return re.compile(rf"(?<!\b[Tt]he )(?<!\b[Tt]h[ai][ts] )(?<!\b[Tt]h[eo]se )\b{head}\b")


def _key(name: str) -> frozenset[str]:
    return frozenset(name.lower().split())


def _pronoun(text: str, who: str, persons: Sequence[_Name]) -> tuple[int, int] | None:
    """Where a passage takes up a person by “he” or “she” before it names or describes anybody itself."""
    match = _PERSON_TAKEN_UP.match(text)
    if match is None:
        match = _PERSON_ADDS.match(text)
        if match is None or match["verb"] not in SPEECH:
            return None
    before = text[: match.start("first")]
    if any(name.start < match.start("first") for name in persons) or _SOMEBODY.search(before):
        return None
    # “He said that Lee …” is said of somebody else.
    if any(name.person == who for name in persons):
        return None
    if any(word in ROLES for word in re.findall(r"[a-z]+", before.lower())):
        return None
    return match.span("first")

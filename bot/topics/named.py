"""The names that a document gives, whole: what its text takes up by “the lake” and “he”.

A name that may go on beyond what can be told for sure (“Department of Health and …”) gives nothing to be taken up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.corpus.document import Document
from bot.topics.kinds import KINDS, heads
from bot.topics.persons import PARTICLES, STYLED, Persons, bare, may_be_person
from bot.topics.tokens import Token, tokens
from bot.topics.words import CODES, DATES, FUNCTION, NUMBERS, ROLES

PLAIN = 2
"""Words in small letters that say something, from which a title is written as a sentence is."""

_NO_NAMES = FUNCTION | DATES | NUMBERS | CODES
# “Qatar-based”, “Saudi-led”: no name of the thing that follows.
_HYPHENED = re.compile(r"\w[-‐‑](?:[a-z]+ed|led|born|run|made|owned|wide|style)$")
# With a capital in the midst of what looks like a name they open the next sentence, which nothing parts from it.
_OPENS_SENTENCE = frozenset("a an the this these those it he she they we i you there".split())
_PEOPLE = re.compile(r"(?:ish|ese|i?an)$")
_NUMBERED = re.compile(r"\d+(st|nd|rd|th)?$")
_MILITARY = frozenset("brigade battalion regiment division squadron fleet army corps".split())
# “Convention on Human Rights”, but not “Council on Tuesday”.
_ON_A_SUBJECT = frozenset(
    "convention commission committee conference covenant treaty act agreement charter declaration panel centre center institute"
    " summit forum report protocol accord law bill".split()
)


class Name(NamedTuple):
    """A name in a passage, or what is described by one."""

    text: str
    start: int
    person: str | None
    """A person's last name."""
    heads: tuple[str, ...]
    """The kinds of thing that it says it is."""
    describes: bool = False
    """Whether the kind stands in small letters: “Blue Nile dam”."""


def runs_of(words: Sequence[Token]) -> list[tuple[int, int]]:
    """Where names may stand: words with capitals that follow each other, from and to which word."""
    return list(_runs(words))


def names_in(
    text: str, words: Sequence[Token], runs: Iterable[tuple[int, int]], persons: Persons
) -> list[Name]:
    """What a text names, and what it describes by a name: of “Blue Nile dam” also the dam."""
    found: list[Name] = []
    for first, last in runs:
        named = words[first:last]
        while len(named) > 1 and (
            named[0].lower in FUNCTION or named[0].lower in CODES or _HYPHENED.search(named[0].text)
        ):
            named = named[1:]
        name = bare(named) or named
        # “Sir Menzies”, “Lord Roe” are called by their titles.
        if len(name) == 1 and len(named) > 1 and named[-2].lower in STYLED:
            name = named[-2:]
        person = None
        if name[-1].text in persons.last_names and all(map(may_be_person, bare(name))):
            person = name[-1].text
        # “The president of Kazakhstan Kassym-Jomart Tokayev”
        while person and len(name) > 2 and name[0].text in persons.alone:
            name = name[1:]
        written = text[name[0].start : name[-1].end]
        # “What to do in a Financial Crisis”
        one_of_many = first > 0 and words[first].joined and words[first - 1].lower in ("a", "an")
        kinds = (
            ()
            if person or one_of_many or _is_cut(words, first, last)
            else heads(written.partition(" on ")[0])
        )
        found.append(Name(written, named[0].start, person, kinds))
        after = words[last] if last < len(words) else None
        if after and _is_described(named, after) and not _says_its_name(words, last):
            described = text[name[0].start : after.end]
            found.append(Name(described, named[0].start, None, (after.lower,), describes=True))
    return found


def title_names(document: Document, persons: Persons) -> list[Name]:
    """The names in a title that stands in the document's text, where not every word of it has a capital."""
    words = tokens(document.title)
    plain = sum(not word.capital and word.lower not in FUNCTION for word in words)
    if plain < PLAIN or document.title not in document.text:
        return []
    return names_in(document.title, words, _runs(words), persons)


def _is_cut(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether a run of capitals is only a part of its name.

    Of “National Oceanic and Atmospheric Administration” it is the end, of “Department of Health and Human Services” the
    beginning.
    """
    if first > 1 and words[first - 2].capital and not words[first - 2].possessive:
        # “Fountain of Praise Church”, but “President of the Council”
        joins = words[first - 1].lower
        if joins == "and" or (joins == "of" and words[first - 2].lower not in ROLES):
            return True
    links = any(word.lower in ("of", "for", "on") for word in words[first:last])
    after = words[last : last + 2]
    return (
        links
        and len(after) > 1
        and after[0].lower == "and"
        and after[0].joined
        and after[1].capital
        and after[1].joined
    )


def _is_described(named: Sequence[Token], kind: Token) -> bool:
    """Whether a kind of thing follows a name: “Blue Nile dam”, not “Oil company” at the beginning of a sentence."""
    first = named[0]
    return (
        kind.joined
        and kind.lower in KINDS
        and not named[-1].possessive
        and (len(named) > 1 or not first.initial)
        and first.lower not in _NO_NAMES
        and not _HYPHENED.search(named[-1].text)
        and not (len(named) == 1 and _PEOPLE.search(first.text))
    )


def _says_its_name(words: Sequence[Token], kind: int) -> bool:
    """Whether a name follows the kind of thing: “the northern town of Ness”, “the Navy ship Ness Light”."""
    after = words[kind + 1 : kind + 3]
    if after and after[0].capital and after[0].joined:
        return True
    return len(after) > 1 and after[0].lower in ("of", "called", "named") and after[1].capital


def _runs(words: Sequence[Token]) -> Iterator[tuple[int, int]]:
    first = 0
    while first < len(words):
        if not words[first].capital or (words[first].initial and words[first].lower in FUNCTION):
            first += 1
            continue
        last = first + 1
        while last < len(words) and not words[last - 1].possessive and words[last].joined:
            if words[last].capital:
                if words[last].lower in _OPENS_SENTENCE:
                    break
                last += 1
            elif reach := _over_link(words, last):
                last = reach
            else:
                break
        yield _from(words, first, last), last
        first = last


def _over_link(words: Sequence[Token], link: int) -> int:
    """Up to where a name goes on over a small word: “Bank of China”, “Osama bin Laden”; 0 where it ends before it."""
    word, before = words[link].lower, words[link - 1].lower
    reach = link + 1
    on = word == "on" and before in _ON_A_SUBJECT
    if on and reach < len(words) and words[reach].lower == "the" and words[reach].joined:
        reach += 1
    if not (on or word in PARTICLES or (word in ("of", "for") and before in KINDS)):
        return 0
    if reach >= len(words) or not words[reach].capital or not words[reach].joined:
        return 0
    return 0 if words[reach].lower in DATES else reach + 1


def _from(words: Sequence[Token], first: int, last: int) -> int:
    """Where a run of capitals begins with what belongs before it: “800th Military Police Brigade”, “von der Lind”."""
    begin = first
    while begin > 0 and words[begin].joined and words[begin - 1].lower in PARTICLES:
        begin -= 1
    if begin > 0 and words[begin].joined:
        number = _NUMBERED.match(words[begin - 1].text)
        if number and (number[1] or words[last - 1].lower in _MILITARY):
            begin -= 1
    return begin

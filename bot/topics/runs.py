"""Runs of words with capitals, and the names in them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from bot.topics.cuts import (
    HEADS,
    KINDS,
    LINKS,
    NO_NAMES,
    TELLING,
    TIGHT,
    WITH_PORTFOLIO,
    in_dateline,
    is_measure,
    is_mixed,
    is_name,
    is_plain_function,
    runs_into_dateline,
    without_dates,
    without_employer,
    without_roles,
)
from bot.topics.names import singular, with_plurals
from bot.topics.plain import COMMON
from bot.topics.shouted import shouted_names
from bot.topics.tokens import Token, is_shouted
from bot.topics.usage import Usage
from bot.topics.words import (
    BODIES,
    CODES,
    DATES,
    FUNCTION,
    LAWS,
    NUMBERED,
    OPENERS,
    OWNED_SITES,
    PORTFOLIOS,
    SPEECH,
    UNITS,
)

_OWNED = frozenset(["people", "women", "children", "men", "workers", "veterans", "farmers", "teachers"])
_OF_PEOPLE = ("men", "women", "ers", "ors", "ists", "ants", "ents")
"""“Fishermen’s Association”, “Writers’ Union”: how many are called who have one."""
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
_COMPOUND = re.compile(
    r"[-‐‑](?:[a-z]*ed|[a-z]*ing|led|born|driven|style|wide|run|made|owned|like|backed|speaking)$"
)
_BODY_FORMS = with_plurals(BODIES)
_SAYS = SPEECH - {"states", "notes", "reports", "claims"}
_ABSTRACT = ("ies", "tion", "ions", "ment", "ments", "ship", "ture", "ism", "ness", "ity", "oms")
_NO_RUSSIAN_NAMES = ("и", "ы", "ние", "тие", "ость", "ство")
_OF_PLACES = ("ian", "ish", "ese", "can", "ean", "ern", "ic")
# With a capital they open a sentence that nothing parts from the one before, rather than stand in a title.
_OPENS_SENTENCE = OPENERS | frozenset(
    "a an the this that these those i he she it we they you there here who what when where why how and but or if in on"
    " at by for as since while after before so yet then also however although though meanwhile may will us".split()
)
_STUDIES = frozenset("survey study report review index".split())
_COMPASS = frozenset("north south east west".split())
_JOINING = frozenset({"and", "the"})
_LINKING_ADJECTIVE = ("ic", "al", "ary")


def name_runs(text: str, words: Sequence[Token], usage: Usage) -> Iterator[tuple[int, int, bool]]:
    """`(first, end, whether a title of a person goes before)` of each name in a passage, as numbers of its words."""
    if is_shouted(text, words):
        yield from shouted_names(text, words, usage)
        return
    for begin, last in _runs(words, usage):
        first = _after_heading(words, begin, last)
        if last - first == 1:
            if _is_of_title(text, words, first) or _is_office(words, first):
                continue
            if _has_article(words, first, usage):
                yield first - 1, last, False
            elif (
                words[first].lower not in HEADS
                and not in_dateline(text, words, first, last)
                and is_name(text, words, first, last, usage)
            ):
                yield first, last, False
            continue
        if _COMPOUND.search(words[last - 1].text):
            continue  # “New York-based”
        while last - first > 1 and (words[first].lower in CODES or is_measure(words[first])):
            first += 1
        if (
            last - first > 2
            and words[first].initial
            and words[first + 1].lower == "of"
            and _are_people(words[first].lower)
        ):
            first += 2 + (words[first + 2].lower == "the")
        while last - first > 1 and _is_verb_form(words[first:last], usage):
            last -= 1
        if in_dateline(text, words, first, last):
            continue
        last -= runs_into_dateline(text, words, first, last)
        for begin, stop in without_dates(words, first, last):
            for start, end, role in without_roles(words, begin, stop):
                for i, j in without_employer(words, start, end, usage):
                    if j > i and is_name(text, words, i, j, usage):
                        yield i, j, role and i == start


def _after_heading(words: Sequence[Token], first: int, last: int) -> int:
    """Where a run begins after a heading in capitals that the text was run into: “OLD HARBOUR Vera Teasdale”."""
    end = first
    while end < last and words[end].text.isupper():
        end += 1
    shouted = any(len(token.text) > 4 or token.lower in FUNCTION for token in words[first:end])
    return end if first + 1 < end < last and shouted and words[end].text.istitle() else first


def _is_of_title(text: str, words: Sequence[Token], place: int) -> bool:
    """Whether a word alone is a label (“NOTE:”), or beside a small word whose capital tells the title of a work."""
    token = words[place]
    if (
        token.initial
        and token.text.isupper()
        and len(token.text) > 3
        and text[token.end : token.end + 1] == ":"
    ):
        return True
    after = words[place + 1] if place + 1 < len(words) else None
    beside = [words[place - 1]] if place and token.joined else []
    beside += [after] if after and after.joined else []
    return any(
        small.text.istitle()
        and not small.initial
        and small.lower in FUNCTION
        and small.lower not in _OPENS_SENTENCE
        for small in beside
    )


def _is_office(words: Sequence[Token], place: int) -> bool:
    """Whether a word is what a minister is of: “the Minister for Fisheries”."""
    return (
        place > 1
        and words[place].lower in PORTFOLIOS
        and words[place - 1].lower in ("of", "for")
        and words[place - 2].lower in WITH_PORTFOLIO
    )


def _has_article(words: Sequence[Token], place: int, usage: Usage) -> bool:
    """Whether a common word is a name only with the article that has a capital before it: “in The Bell”."""
    return (
        place > 1
        and words[place].joined
        and words[place].text.istitle()
        and words[place - 1].text == "The"
        and not words[place - 1].initial
        and (usage.is_plain(words[place].lower) or words[place].lower in COMMON | KINDS)
    )


def stands_out(run: Sequence[Token], usage: Usage) -> bool:
    """Whether the capitals of a run can only be a name's: not a headline's, nor those of words that are all plain."""
    if run[0].initial and run[0].possessive and usage.only_name(run[0].lower):
        return True  # a common word has an article where something is its own
    if len(run) < 3:
        return not (run[0].initial and run[-1].initial) or all(is_mixed(token.text) for token in run)
    if all(token.initial for token in run):
        return any(a.lower in _BODY_FORMS and b.lower == "of" for a, b in itertools.pairwise(run))
    capitals = [token for token in run if token.capital]
    if len(capitals) < 3 or any(token.text.isupper() or token.lower in TELLING for token in capitals):
        return True
    return not all(usage.is_plain(token.lower) for token in capitals)


def _are_people(word: str) -> bool:
    """“Residents of Lower Mead”: what only opens a sentence, unless it is a kind of body."""
    return word.endswith("s") and word not in KINDS


def _is_verb_form(run: Sequence[Token], usage: Usage) -> bool:
    """“Working” at the end of a name, where a headline or the next sentence was run into it; not Bruce Golding."""
    word = run[-1].lower
    if not word.endswith(("ing", "ed")):
        return False
    return word in usage.common or (
        word in usage.akin
        and sum(token.lower not in HEADS and token.lower not in NO_NAMES for token in run) > 2
    )


def _runs(words: Sequence[Token], usage: Usage) -> Iterator[tuple[int, int]]:
    """Runs of words with capitals, with the small words that join them."""
    end = 0
    for i, token in enumerate(words):
        # A digit sorts before all letters.
        if i < end or not (token.capital or (token.text[0] < "A" and _is_ordinal(words, i))):
            continue
        if token.capital and not _counts_as_capital(words, i, usage):
            continue
        end = i + 1
        body = token.lower in _BODY_FORMS
        while end < len(words) and words[end].joined:
            reach = end
            while (
                reach < len(words) and words[reach].lower in LINKS and words[reach].joined and reach < end + 3
            ):
                reach += 1
            if reach >= len(words) or not _goes_on(words, end, reach, body, usage):
                break
            body = body or words[reach].lower in _BODY_FORMS
            end = reach + 1
        yield i, end + _is_numbered(words, i, end)


def _is_numbered(words: Sequence[Token], first: int, end: int) -> bool:
    """Whether a number belongs to the name before it: “Senate Bill 8”, “Sea Fish Act 2016”, “Resolution 1441”."""
    if (
        end >= len(words)
        or not words[end].joined
        or not words[end].text.isdigit()
        or words[end - 1].possessive
    ):
        return False
    after = words[end + 1] if end + 1 < len(words) else None
    kind = words[end - 1].lower
    if (after and after.joined and singular(after.lower) in UNITS) or len(words[end].text) > 4:
        return False
    return kind in NUMBERED or (kind in LAWS and end - first > 1)


def _goes_on(words: Sequence[Token], end: int, reach: int, body: bool, usage: Usage) -> bool:
    """Whether a run that ends before one place goes on at another, over the small words between."""
    last, token = words[end - 1], words[reach]
    if reach == end + 1 and words[end].text == "for" and _is_for(last, token, usage):
        return True
    if not token.capital or not token.joined or _is_small(words, reach) or token.lower in _SAYS:
        return False
    if token.initial and token.lower in usage.common and not is_mixed(token.text):
        return False
    if last.possessive and last.lower not in _OWNED and token.lower not in OWNED_SITES:
        of_people = last.lower.endswith(_OF_PEOPLE) and token.lower in _BODY_FORMS
        if not of_people:
            return False
    if end == reach:
        return True
    if token.lower in DATES:
        return False
    first = words[end].lower
    if first == "v":  # a case in court, where a full stop follows, and else a match
        return token.start - words[end].end > 1
    if first in TIGHT or (first == "the" and reach == end + 1 and _is_call(words, end, reach)):
        return True
    if first not in _JOINING and all(
        small.text.istitle() and not small.initial for small in words[end:reach]
    ):
        return True  # “Hope For Tarnow”: only a title gives them capitals
    second = words[end + 1].lower if reach > end + 1 else ""
    if body and not (first == "the" and not second) and not (first == "and" and second == "the"):
        return True
    if last.lower in _COMPASS and not (end > 1 and words[end - 2].capital and last.joined):
        return False  # “the South and Mountain West”, not “Asia South and Pacific”
    pair = (last.lower, token.lower)
    return (
        first == "and"
        and not second
        and (pair in usage.pairs or _shares_body(words, end, reach) or _is_about(words, end, reach, usage))
    )


def _is_call(words: Sequence[Token], end: int, reach: int) -> bool:
    """“Stop the Ferry Coalition”: a body called by what it wants, its kind one to three words after “the”."""
    last = words[end - 1]
    alone = end < 2 or not last.joined or not words[end - 2].capital
    if last.initial or last.possessive or last.lower not in COMMON or not alone:
        return False
    run = [*itertools.takewhile(lambda token: token.capital and token.joined, words[reach : reach + 4])]
    return any(token.lower in _BODY_FORMS for token in run[1:])


def _is_for(last: Token, token: Token, usage: Usage) -> bool:
    """“Bread for All”: a common word that has a capital there time and again."""
    return (
        token.capital
        and token.joined
        and not last.possessive
        and usage.is_plain(token.lower)
        and (f"{last.lower} for", token.lower) in usage.pairs
    )


def _is_ordinal(words: Sequence[Token], i: int) -> bool:
    """“19th Party Congress”"""
    after = words[i + 1] if i + 1 < len(words) else None
    return bool(after and after.capital and after.joined and _ORDINAL.match(words[i].text))


def _shares_body(words: Sequence[Token], end: int, reach: int) -> bool:
    """“National Oceanic and Atmospheric Administration”: an adjective before “and”, the body's kind soon after."""
    if not words[end - 1].lower.endswith(_LINKING_ADJECTIVE) or not words[reach].lower.endswith(
        _LINKING_ADJECTIVE
    ):
        return False
    return any(
        token.lower in _BODY_FORMS and token.capital and token.joined
        for token in words[reach + 1 : reach + 3]
    )


def _is_about(words: Sequence[Token], end: int, reach: int, usage: Usage) -> bool:
    """“the Securities and Exchange Commission”: what a body is for before “and”, its kind one or two words after."""
    last = words[end - 1]
    alone = end < 2 or not words[end - 2].capital or not last.joined or words[end - 2].text.isupper()
    if not alone and usage.is_plain(words[end - 2].lower) and not words[end - 2].initial:
        # “Job Openings and Labor Turnover Survey”
        alone = (
            end < 3 or not words[end - 3].capital or not words[end - 2].joined or words[end - 3].possessive
        )
    about = last.lower in PORTFOLIOS or usage.is_plain(last.lower) or last.lower.endswith(_ABSTRACT)
    if not (alone and about) or last.initial or last.text.isupper():
        return False
    after = words[reach : reach + 3]
    run = [*itertools.takewhile(lambda token: token.capital and token.joined, after)]
    return len(run) > 1 and any(token.lower in _BODY_FORMS or token.lower in _STUDIES for token in run[1:])


def _is_small(words: Sequence[Token], i: int) -> bool:
    """A function word that only a headline's style gives a capital."""
    token = words[i]
    if not is_plain_function(token):
        return False
    if token.lower == "may":  # Theresa May
        return not (i > 0 and token.joined and words[i - 1].capital and words[i - 1].lower not in FUNCTION)
    return token.initial or token.lower not in OPENERS


def _counts_as_capital(words: Sequence[Token], i: int, usage: Usage) -> bool:
    token = words[i]
    if not token.text.isalnum() and _COMPOUND.search(token.text):
        return False
    if token.lower in OPENERS:
        return _opens(words, i, usage)
    if _is_small(words, i):
        return False
    if token.initial and not is_mixed(token.text):
        # A Russian sentence begins with a plural (“Власти”) where an English one has an article.
        return not usage.is_plain(token.lower) and not token.lower.endswith(_NO_RUSSIAN_NAMES)
    return True


def _opens(words: Sequence[Token], i: int, usage: Usage) -> bool:
    """Whether a word such as “New” begins a name: with the capital that follows, and not because a sentence begins."""
    after = words[i + 1] if i + 1 < len(words) else None
    if after is None or not after.capital or not after.joined or after.lower in FUNCTION:
        return False
    if not words[i].initial or words[i].text.isupper() or (words[i].lower, after.lower) in usage.pairs:
        return True
    # “New Zealand” even at a sentence's beginning, but not “New Chinese …” or “New President …”.
    return (
        words[i].lower == "new"
        and usage.only_name(after.lower)
        and after.text[1:].islower()
        and after.lower not in NO_NAMES
        and not after.lower.endswith(_OF_PLACES)
    )

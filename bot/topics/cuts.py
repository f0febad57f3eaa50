"""Where a run of capitals is cut into names: at titles of persons, days, datelines and employers; and what is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.topics.names import with_plurals
from bot.topics.plain import COMMON
from bot.topics.territories import country_of, is_land
from bot.topics.tokens import Token
from bot.topics.usage import Usage
from bot.topics.words import (
    BODIES,
    CODES,
    DATES,
    FUNCTION,
    MONTHS,
    NAMED_DAYS,
    NAMESAKES,
    NUMBERS,
    OCCASIONS,
    OF_KINDS,
    PAGE_WORDS,
    PORTFOLIOS,
    POSTNOMINALS,
    RANKS,
    ROLE_HEADS,
    ROLES,
    SITES,
    STATES,
    TRADES,
    WEEKDAYS,
    WITH_RANKS,
)

TIGHT = frozenset(
    "of de la du del des da das di dos della der den al el bin ibn von van zu zur ter &".split()
)
LINKS = TIGHT | {"v", "the", "and", "for", "on", "to", "with"}
_DATELINE = re.compile(r"(?:,[^–—()-]{1,30})?\s*(?:\([^()]{2,30}\)\s*)?(?:--|–|—|-\s|\|\s)")
_WIRE = re.compile(r"(?:,[^–—()-]{1,30})?\s*\([^()]{2,30}\)\s*(?:--|–|—|-\s)")
_AFTER_WIRE = re.compile(r"\)\s*(?:--|–|—|-\s)")
_DATELINE_REACH = 10
"""Words of a passage within which its dateline begins."""
_PARTICIPLE = re.compile(r"[bcdgknpstvz]ed$")
_LIKE_FUNCTION = frozenset({"US", "WHO", "IT"})
_RUNS_ON = re.compile(r"\d+[A-Z][a-z]")
_MEASURE = re.compile(r"\d+[^\W\d_GD](?:-\d+[^\W\d_])*$")
"""“1M”, “27C-32C”; not “5G” and “3D”."""
_SURNAMES = frozenset({"page", "read", "story"})
"""Words of the page that are family names as well."""
_PARTISANS = frozenset({"Democrat", "Republican"})
_OF_PARTIES = frozenset({"liberal", "social", "christian", "free", "national", "new"})
_CUT_OFF = PORTFOLIOS - {"security"}
WITH_PORTFOLIO = with_plurals({"minister", "secretary"})
_GLUED = re.compile(r"[a-z]{3}([A-Z][a-z]{4,})$")
"""“HandsArthritis”: a heading and the text after it without a space."""
_GLUED_ARTICLE = re.compile(r"[a-z]{3}(?:The|This|These|Those|That|There|They|Your)$")
_PARTY = re.compile(r"[DRI]-[A-Z][A-Za-z.]{0,5}$")
HEADS = with_plurals(ROLE_HEADS) | RANKS
_CROWNS = frozenset("king prince pope bishop judge major marshal".split())
_ARTICLES = frozenset("the a an this that his her its their our".split())
_OF_LANDS = ("ian", "ish", "ese", "an", "ean", "ern", "ic", "ch", "i")
_OF_COURTS = frozenset({"judge", "attorney"})
_OFFICE_WORDS = {"chief", "city", "county", "town", "general"}
_HEADS_AFTER = {
    "executive": {"chief"},
    "manager": {"city", "county", "general", "project", "campaign", "town"},
}
_BEFORE_HEADS = ROLES | RANKS | WITH_RANKS | LINKS | {"liberal", "social", "christian"}
NO_NAMES = DATES | NUMBERS | ROLES | RANKS | PAGE_WORDS
_NAMED_AFTER = with_plurals(SITES | BODIES)
TELLING = _NAMED_AFTER | with_plurals(OCCASIONS)
_OFFICE = PORTFOLIOS | LINKS
_NO_DEPUTIES = HEADS | ROLES | PORTFOLIOS | LINKS | TELLING
"""What follows where “deputy” is of an office rather than a member of a parliament."""
KINDS = with_plurals(BODIES | OF_KINDS | SITES)
_ALONE_NOTHING = with_plurals(BODIES - {"congress", "parliament", "alliance", "police"})
"""A kind of body that stands alone is one that the text has named before: “the Board”."""


def is_mixed(text: str) -> bool:
    """Capitals that no sentence's beginning explains: SCO, McDonald, iPhone, Kassym-Jomart."""
    return not text[1:].islower() and text[1:] != text[1:].lower()


def is_plain_function(token: Token) -> bool:
    return token.lower in FUNCTION and not (token.text.isupper() and len(token.text) > 1)


def in_dateline(text: str, words: Sequence[Token], first: int, last: int) -> bool:
    """Whether a run is where a report was filed (“PORT MARY, La. (AP) --”) or the agency that filed it."""
    run = words[first:last]
    after = run[-1].end
    capitals = all(token.text.isupper() for token in run)
    if last - first == 1 and capitals and len(run[0].text) > 4 and _WIRE.match(text, after):
        return True
    if first >= _DATELINE_REACH and last - first == 1:
        return False
    if capitals and len(run) > 1 and any(len(token.text) > 3 for token in run):
        return bool(_DATELINE.match(text, after))
    if first >= _DATELINE_REACH:
        return False
    if capitals and first == 0 and len(run[0].text) > 4:
        return bool(_DATELINE.match(text, after))
    if first == 0:
        return bool(_WIRE.match(text, after))
    return text[run[0].start - 1 : run[0].start] == "(" and bool(_AFTER_WIRE.match(text, after))


def runs_into_dateline(text: str, words: Sequence[Token], first: int, last: int) -> bool:
    """Whether the last word of a run is a report's dateline rather than part of the name before: “Ada Byron TARNOW (AP) -”."""
    token = words[last - 1]
    return (
        last - first > 1
        and len(token.text) > 4
        and token.text.isupper()
        and not words[last - 2].text.isupper()
        and bool(_WIRE.match(text, token.end))
    )


def without_dates(words: Sequence[Token], first: int, last: int) -> Iterator[tuple[int, int]]:
    """The parts of a run between days and months: “Port Mary Wednesday” is two things, “Good Friday” one."""
    start = first
    for i in range(first, last):
        lower = words[i].lower
        if lower in WEEKDAYS:
            cut = i == first or words[i - 1].lower not in NAMED_DAYS
        elif lower in MONTHS and lower != "may":
            # “March of Bays”, “September 11 attacks” go on in small letters or with a number.
            cut = i == last - 1 and i > first
        elif lower == "may":
            cut = i + 1 < len(words) and i == last - 1 and i > first and words[i + 1].text[0] < "A"
        else:
            continue
        if cut:
            if i > start:
                yield _trimmed(words, start, i)
            start = i + 1
    if start < last:
        yield start, last


def _trimmed(words: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    while end > start and words[end - 1].lower in LINKS:
        end -= 1
    return start, end


def without_roles(words: Sequence[Token], first: int, last: int) -> Iterator[tuple[int, int, bool]]:
    """The parts of a run between titles of persons; the flag tells a part that follows one."""
    while last - first > 1 and (
        words[last - 1].text in POSTNOMINALS
        or (words[last - 1].text in _PARTISANS and words[last - 2].lower not in _OF_PARTIES)
    ):
        last = _trimmed(words, first, last - 1)[1]
    start = first
    role = False
    i = first
    while i < last:
        if not _is_head(words, i, last):
            i += 1
            continue
        end = i
        if words[i].lower in WITH_PORTFOLIO:
            end = _before_portfolio(words, start, i)
        while end > start and (
            words[end - 1].lower in _BEFORE_HEADS
            or (words[i].lower in _OF_COURTS and words[end - 1].lower in ("district", "circuit"))
        ):
            end -= 1
        if (
            end > start
            and words[start].lower not in _OFFICE_WORDS
            and not (end - start > 1 and _is_trade(words, i, last))
        ):
            yield start, end, False
        start, role = i + 1, True
        while start < last and words[start].lower in LINKS:
            start, role = start + 1, False
        while start < last - 1 and words[start].lower in _OFFICE:
            start, role = start + 1, True
        i = start
    if start < last:
        yield start, last, role


def _is_family_name(words: Sequence[Token], i: int) -> bool:
    """Whether a crown after other capitals is a family name: “Ada King”, not “the Tarnowan King” nor “Freedonia King”."""
    first = i
    while first and words[first].joined and words[first - 1].capital:
        first -= 1
    before, given = words[first - 1].lower if first and words[first].joined else "", words[i - 1]
    if first == i or before in _ARTICLES or given.lower in ROLES | RANKS | WITH_RANKS | DATES | LINKS:
        return False
    return not (
        given.possessive or is_land(given.text) or country_of(given.text) or given.lower.endswith(_OF_LANDS)
    )


def _is_trade(words: Sequence[Token], i: int, last: int) -> bool:
    """Whether what a person is by trade ends before a name: “Rapper Vera Teasdale”, “Bay News Editor Vera Teasdale”."""
    if words[i].lower not in TRADES or words[i].lower in HEADS:
        return False
    end = next((j for j in range(i, last) if words[j].lower in LINKS), last)
    if words[end - 1].lower in TELLING:
        return False
    if words[i].initial:
        return end - i in (3, 4)
    return end == last == i + 3 and not any(
        t.lower in KINDS | COMMON or not t.text.isalpha() for t in words[i + 1 : end]
    )


def is_measure(token: Token) -> bool:
    """Whether it is a number with the letter of its unit."""
    return bool(_MEASURE.match(token.text))


def _before_portfolio(words: Sequence[Token], start: int, end: int) -> int:
    """Where what a minister is of begins: after “French” in “French Health Minister”."""
    place = end
    while place > start and words[place - 1].lower in _CUT_OFF:
        place -= 1
    return end if place > start and words[place - 1].lower in LINKS else place


def _is_head(words: Sequence[Token], i: int, last: int) -> bool:
    lower = words[i].lower
    if words[i].text in _PARTISANS and 2 <= last - i - 1 <= 3 and words[last - 1].lower not in TELLING:
        return all(token.capital and token.lower not in TELLING for token in words[i + 1 : last])
    if lower in TRADES and lower not in HEADS:
        return _is_trade(words, i, last)
    if lower == "staff":
        return 1 < i < last - 1 and words[i - 1].lower == "of" and words[i - 2].lower == "chief"
    if lower == "deputy":
        return 1 < last - i < 4 and not any(t.lower in _NO_DEPUTIES for t in words[i + 1 : last])
    if lower not in HEADS and (i == 0 or words[i - 1].lower not in _HEADS_AFTER.get(lower, ())):
        return False
    if i == last - 1 and i > 0 and ((lower in RANKS and len(lower) < 5) or words[i - 1].lower == "of"):
        return False  # Amartya Sen is no senator, a House of Representatives none of them
    if i == last - 1 and lower in _CROWNS and _is_family_name(words, i):
        return False  # Troy King
    if i < last - 1 and words[i + 1].lower in BODIES:
        return False  # Justice Department
    return not (lower in NAMESAKES and i < last - 1 and words[last - 1].lower in _NAMED_AFTER)


def without_employer(
    words: Sequence[Token], first: int, last: int, usage: Usage
) -> Iterator[tuple[int, int]]:
    """“Vera Teasdale of the Harbour Board” is a person and a body; “Bank of Bays” is one thing."""
    if last - first > 3 and _is_person_of(words, first, last, usage):
        yield first, first + 2
        first += 2
    for i in range(first + 2, last - 1):
        if words[i].lower != "of":
            continue
        before = words[first:i]
        if len(before) <= 3 and all(
            t.capital
            and t.text.isalpha()
            and not t.text.isupper()
            and t.lower not in KINDS
            and usage.only_name(t.lower)
            for t in before
        ):
            yield first, i
            first = i + 1 + (words[i + 1].lower == "the")
        break
    yield first, last


def _is_person_of(words: Sequence[Token], first: int, last: int, usage: Usage) -> bool:
    """Whether two names of a person run into an acronym that begins a body’s: “Vera Teasdale BTV News”."""
    code, kind = words[first + 2], words[first + 3]
    return (
        code.text.isupper()
        and code.text.isalpha()
        and 1 < len(code.text) < 6
        and kind.lower in TELLING
        and last == first + 4
        and all(
            t.text.istitle() and t.lower not in KINDS and usage.only_name(t.lower)
            for t in words[first : first + 2]
        )
    )


def is_name(text: str, words: Sequence[Token], first: int, last: int, usage: Usage) -> bool:
    run = words[first:last]
    if len(run) == 1 and run[0].lower in NO_NAMES:
        return False
    if any((glued := _GLUED.search(t.text)) and usage.is_plain(glued[1].lower()) for t in run):
        return False
    if any(_GLUED_ARTICLE.search(t.text) for t in run):
        return False
    if len(run) > 12 or all(is_plain_function(t) or t.lower in NO_NAMES for t in run):
        return False
    if len(run) > 1:
        return (run[-1].lower not in PAGE_WORDS or _is_surname(run, usage)) and not _RUNS_ON.match(
            run[0].text
        )
    token = run[0]
    bare = token.text.strip(".")
    if len(token.text) < 2 or bare.lower().rstrip("s") in DATES or bare.lower() in CODES:
        return False
    if _PARTY.match(token.text) or is_measure(token) or token.text in POSTNOMINALS:
        return False
    if token.lower in STATES and _follows_town(text, words, first):
        return False
    if "." in bare:
        if (
            len(bare) == 3
            and first
            and words[first - 1].capital
            and text[words[first - 1].end : token.start] == ", "
        ):
            return False  # “Port Mary, N.C.”
        return token.text.replace(".", "").isupper()
    if token.lower in _ALONE_NOTHING or _RUNS_ON.match(token.text):
        return False
    if token.text.isupper() and token.lower in FUNCTION:
        return token.text in _LIKE_FUNCTION
    if len(token.text) > 5 and _PARTICIPLE.search(token.text):
        return False
    # A short word with a full stop inside a sentence is cut: “La.”, “Ala.”, “Gov.”.
    if len(bare) <= 4 and not bare.isupper() and last < len(words) and text[token.end : token.end + 1] == ".":
        return False
    if token.initial and not is_mixed(token.text):
        return usage.only_name(token.lower)
    if token.text.isupper():
        return len(token.text) < 3 or (
            usage.mostly_name(token.lower) and (len(token.text) < 5 or token.lower not in usage.akin)
        )
    return usage.mostly_name(token.lower) and token.lower not in usage.akin


def _is_surname(run: Sequence[Token], usage: Usage) -> bool:
    """Whether a name of two words may end in a word of the page: “Vera Page”."""
    return (
        len(run) == 2
        and run[1].lower in _SURNAMES
        and not run[1].initial
        and usage.only_name(run[0].lower)
        and run[0].lower not in NO_NAMES
    )


def _follows_town(text: str, words: Sequence[Token], place: int) -> bool:
    """Whether a word cut short by a full stop follows a name and a comma: “Fort Anne, Mass.”"""
    before, token = words[place - 1] if place else None, words[place]
    return bool(
        before
        and before.capital
        and text[before.end : token.start] == ", "
        and text[token.end : token.end + 1] == "."
    )

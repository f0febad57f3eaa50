"""How a sentence hangs on others, told by its words: what it takes up, adds to, takes back or lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.corpus.document import Passage
from bot.corpus.sentences import words_in
from bot.topics.words import DATES, FUNCTION, NUMBERS

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
# “That is false.”, “The motion was lost.”
_DENIES = re.compile(
    _OPENING + r"(?:That|This|It|The [a-z]+) (?:is|was|were|has been|proved|turned out to be) "
    r"(?:not (?:true|so|the case)|simply not|false|untrue|wrong|incorrect|nonsense|an? (?:lie|hoax|mistake)"
    r"|denied|refuted|lost|defeated|rejected|withdrawn|dropped|abandoned)\b"
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


def can_stand(passage: Passage) -> bool:
    """Whether a sentence says something: no question, no lead-in to a list, no bare fragment, no markup."""
    text = passage.text
    return (
        not _QUESTION.search(text)
        and not has_markup(passage)
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
    if "he two " not in passage.text and "oth " not in passage.text:
        return False  # looking for plain text is some times faster
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


def has_markup(passage: Passage) -> bool:
    """Whether a passage has the tags of a page in it."""
    return bool(_MARKUP.search(passage.text))


def marks(text: str) -> int:
    """How many letters of a text come before its first word: quotation marks, brackets."""
    opening = re.match(_OPENING, text)
    return opening.end() if opening else 0


def connects(passage: Passage) -> bool:
    """Whether it begins with what joins it to the sentence before: “However, …”."""
    return bool(_CONNECTIVE.match(passage.text))


def says_it(passage: Passage) -> bool:
    """Whether it begins with a word that stands for what was named before: “It …”, “These …”."""
    return bool(_PRONOUN.match(passage.text)) and not _STANDS.match(passage.text)


def lists(passage: Passage) -> bool:
    """Whether it goes on with a list: “Second, …”."""
    return bool(_ORDINAL.match(passage.text))


def is_taken_back(siblings: Sequence[Passage], place: int) -> bool:
    """Whether the next sentence takes one back: “Yet, …” what was meant or seems to be, “That is false.” anything."""
    if place + 1 == len(siblings):
        return False
    following = siblings[place + 1]
    if _DENIES.match(following.text):
        return True
    turned = _TURNS.match(following.text) and can_stand(following)
    return bool(turned and _SETS_UP.search(siblings[place].text))


def list_head(siblings: Sequence[Passage], place: int) -> int | None:
    """The sentence before the list that an ordinal goes on with: the one before “First, …”."""
    for i in range(place, -1, -1):
        if _FIRST.match(siblings[i].text):
            return i - 1 if i > 0 else (i if i < place else None)
    return None

"""What is run into a sentence: a headline, a caption or a credit that no full stop parts from it.

A word such as “The” has a capital inside a sentence only in a name, and then the words after it have one too. After a
word without a mark and before one in small letters it begins a sentence: what stands before it is another, or none.
Where that may be a list, a title or somebody's speech, and where too little is left, the text stays as it is; and so do
stamps and datelines, which `stamps` reads.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from bot.corpus.dates import MONTHS, mentions

Span = tuple[int, int]

HEAD_WORDS = 3
"""Words that a headline or caption has at least, those of a stamp not counted."""
FARTHEST = 60
"""Words of a passage within which it ends."""
MOST = 2
"""Places up to which they part headline, caption and sentence; more are the points of a list."""
LEFT_WORDS = 5
"""Words that a sentence has at least that begins after one."""
LEADS_ON = 3
"""Words from which what ends in a colon may lead on to a list."""
OWN_WORDS = 18
"""Words from which what only lacks its full stop is a sentence and no headline."""
CLAUSE_WORDS = 8
"""The same where it has a verb that headlines leave out."""

# Words that a name has with a capital only where its next word has one as well; a contract's “You” and “We” are none.
_ANYWHERE = (
    r"The|An|These|Those|This|It|He|She|They|There|(?:His|Her|Their|Its)(?!\s(?:majest|highness|holiness|excellenc|hono|grace|lordship|ladyship|eminence))"
    r"|But|Another|Despite|Although|Because|More\sthan|Less\sthan|At\sleast|Up\sto|(?:Thousands|Hundreds|Dozens|Scores|Tens|Millions|Most)\sof"
    r"|Last\s(?:week|month|year|night)|Nearly|Almost|Several|Many|Some|Both|Each|Every"
)
# Words that a title has so too (“Gone With the Wind”); numbers also count what is before them (“Group of Seven”).
_AFTER_SMALL = (
    r"After|Amid|As|At|Before|By|During|For|From|If|In|On|Over|Since|Under|Until|When|While|With|Without|Here|Now|Once"
    r"|Then|All|Few|Most|Only|And|(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)(?!\sof)|(?<=[a-hj-rtv-z]s\s)A(?!\s(?:to|is|was)\b)"
)
_RUSSIAN = (
    r"На|По|Он|Она|Они|Оно|Это|Эти|Этот|Эта|После|При|Как|Также|Однако|Для|Если|Когда|За|Из|От|До|Об|Во|Со|Но|Все|Его"
    r"|Её|Их|Мы|Там|Так|Такой|Такие"
)
_OPENS = re.compile(
    rf"(?<=[\w’'”\")])\s+(?P<word>{_ANYWHERE}|(?P<small>{_AFTER_SMALL}|{_RUSSIAN}))\s(?=[a-zа-яё\d#$€£])(?!(?:and|or)\b)"
)
_LAST_WORD = re.compile(r"(?P<word>[^\W_][\w’'-]*)(?P<mark>[^\w\s]*)$")
_SHUTS = re.compile(r"[’'”\"»)\]]*")
_NO_END = frozenset(
    "a an the of in on at to for from with without by as than and or but nor that which who whom whose what why how when"
    " where while if because although though since until after before into over under between among about against per"
    " via not no is are was were be been being am has have had do does did will would can could may might must shall"
    " should its his her their our your my this these those called titled named entitled"
    " в во на по с со к ко о об от из у за для до и а но или что как где когда если не при под над между".split()
)
"""Words that no headline ends in: what has a capital after them is a name or a title."""
_WORKS = frozenset(
    "novel book film movie song hymn album single play musical poem essay magazine newspaper paper daily weekly journal"
    " series show programme program episode article column band game opera painting роман книга фильм песня газета журнал".split()
)
"""What has a title: “his novel The old boat”."""
_SAYS = re.compile(
    r"\s+(?:(?:He|She|They|We|It)\s|The\s(?:[a-z]+\s){1,2})(?:sa(?:id|ys)|told|added|asked|wrote|replied)\b"
)
_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*$")
_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did)\b"
)
_LEADS = re.compile(r"[a-zа-яё]:\s")
_OPEN_MARKS = {"“": "”", "«": "»", "(": ")", "[": "]"}
_WORD = re.compile(r"[^\W\d_]{2,}")
_CLOCK = re.compile(r"\b\d\d?[:.]\d\d\s?(?:[ap]\.?m|[A-Z]{2,4})\b", re.IGNORECASE)
_STAMPED = 40
"""Characters before the end of a headline within which its stamp stands."""
_STAMP_WORDS = (
    frozenset(
        "page last updated published posted modified first on at by am pm gmt bst utc est edt cst cdt mst mdt pst pdt cet"
        " mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday".split()
    )
    | MONTHS.keys()
)
_NAME = r"[A-Z][\w.’'-]*(?:\s(?:(?:de|van|von|der|bin|al|el|la|da)\s)?[A-Z][\w.’'-]*){0,4}"
_AGENCY = r"[A-Z][\w.]+(?:\s(?:Images|Press|Photos?|Pictures|Features|News|Agency|Association))*"
_DASH = r"(?:\s?(?:--|[–—/])\s?|\s-\s)"
# Who took a picture, or had to do with a report: “(By Ann Lee -- Bay News)”, “(Ann Lee/Bay News)”, “Photo: Ann Lee/BN”.
_CREDIT = re.compile(
    rf"\((?:By\s{_NAME}(?:(?:{_DASH}|,\s){_NAME})?|{_NAME}{_DASH}(?:for\s)?{_NAME}|[A-Z]{{2,5}}\sPhoto"
    r"|(?i:photo|photograph|picture|image)s?\s(?i:by|courtesy|credit)\b[^()]{2,80}"
    r"|(?i:(?:additional\s)?reporting|writing|editing|compiled|translated)\s(?i:by)\s[^()]{2,300})\)"
    rf"|(?:Photograph|Photo|Picture|Image)s?(?:\s(?:by|credits?))?\s?:\s(?:(?:{_NAME})?(?:/{_AGENCY})+|[A-Z]{{2,5}})(?=\s)"
)  # fmt: skip
_CAPTION = re.compile(
    r"(?:(?:FILE|File)\s)?(?:P(?:hoto|HOTO)|Photograph|Picture|Image|Caption)s?\s?:\s(?=[\"“‘«(]?[A-ZА-ЯЁ])"
)
_PLACE = r"(?=[A-Z /.’'-]{4})[A-Z][A-Z.’'-]+(?:[ /][A-Z][A-Z.’'-]+){0,4}(?:,\s[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+)?)?"
# Where a report was filed, after its headline: “… in the harbour PORT MARY, May 4 (Bay News) - The mayor …”.
_FILED = re.compile(
    rf"(?<=[a-z\d”’\")])(?:(?<=[ap]m)\s[A-Z]{{2,4}})?\s+(?P<word>{_PLACE}(?:,\s[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}}(?:\s\([A-Z][^()]{{1,25}}\))?|\s\([A-Z][^()]{{1,25}}\))\s?(?:--?|[–—])\s?(?=[\"“‘]?[A-Z\d]))"
)  # fmt: skip
_FOLLOWS = re.compile(r"\s+(?=[\"“‘«(]?[A-ZА-ЯЁ\d])")


def parted(sentence: str) -> Iterator[Span]:
    """The sentences in what was cut as one, without what is run into them; mostly the whole of it, and never its middle.

    Nothing where it is all a caption, or a credit.
    """
    start = _after_credit(sentence)
    places = [start + place for place in _places(sentence[start:])]
    if not places and (_CAPTION.match(sentence, start) or (start and not _is_sentence(sentence[start:]))):
        return
    for first, last in itertools.pairwise((start, *places, len(sentence))):
        piece = sentence[first:last].rstrip()
        if last == len(sentence) or (_is_own(piece) and not _FILED.match(sentence, first + len(piece))):
            yield first, first + len(piece)


def _after_credit(text: str) -> int:
    """Where a text goes on after the credit that opens it."""
    credit = _CREDIT.match(text)
    if credit is None:
        return 0
    if not text[credit.end() :].strip(" ."):
        return len(text)
    follows = _FOLLOWS.match(text, credit.end())
    return follows.end() if follows else 0


def _places(text: str) -> Sequence[int]:
    """Where what is run into a text ends: a headline, or a caption after it; nothing where that is not sure."""
    filed = _FILED.search(text)
    found = [filed] if filed else [match for match in _OPENS.finditer(text) if _begins(text, match)]
    if not 0 < len(found) <= MOST:
        return ()
    head = text[: found[-1].start()]
    places = [match.start("word") for match in found]
    sure = _says(head) and len(head.split()) <= FARTHEST and _is_sentence(text[places[-1] :])
    return places if sure and not _is_list(head, [match["word"] for match in found]) else ()


def _says(head: str) -> bool:
    """Whether what stands before a sentence is more than its stamp, its dateline or its author's name."""
    said = [word for word in _WORD.findall(head) if word.casefold() not in _STAMP_WORDS]
    small = sum(word.islower() for word in said)
    return small >= HEAD_WORDS or (
        len(said) >= HEAD_WORDS and not _CLOCK.search(head) and (small > 0 or head.isupper())
    )


def _begins(text: str, match: re.Match[str]) -> bool:
    """Whether a word with a capital begins a sentence where it stands."""
    before = text[: match.start()]
    last = _LAST_WORD.search(before)
    if last is None or last["word"].casefold() in _NO_END or last["word"] in _WORKS:
        return False
    if last["word"].endswith(("'s", "’s")) or not _SHUTS.fullmatch(last["mark"]):
        return False
    if last["mark"] and _SAYS.match(text, match.start()):
        return False
    if match["small"] and not (
        last["mark"] or last["word"][0].islower() or last["word"][0].isdigit() or before.isupper()
    ):
        return False
    shut = all(before.count(mark) <= before.count(close) for mark, close in _OPEN_MARKS.items())
    return shut and before.count('"') % 2 == 0


def _is_list(head: str, words: Sequence[str]) -> bool:
    """Whether what looks like a headline may be points of a list: led to, or made alike."""
    if any(len(head[: lead.start()].split()) >= LEADS_ON for lead in _LEADS.finditer(head)):
        return True
    first = head.split(maxsplit=1)[0]
    return first not in ("The", "An", "A") and first in (word.split()[0] for word in words)


def _is_own(piece: str) -> bool:
    """Whether what stands before a sentence is one itself, and no headline or caption; no stamp ends it."""
    if len(piece.split()) < (CLAUSE_WORDS if _AUXILIARY.search(piece) else OWN_WORDS):
        return False
    if _CAPTION.match(piece) or _CLOCK.search(piece, max(0, len(piece) - _STAMPED)):
        return False
    return not any(day.end > len(piece) - _STAMPED and day.as_date() for day in mentions(piece))


def _is_sentence(text: str) -> bool:
    return bool(_ENDS.search(text)) and len(text.split()) >= LEFT_WORDS

"""Where a sentence ends and where it does not, beyond what the sentence library knows.

Word classes here are closed ones of a language: abbreviations that go before a name or a number, words that only begin
a sentence, time zones. All rules ask for the white space and the capital letter that a new sentence has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

CLOSES = 60
"""Characters after a cut within which a bracket must close for the cut to be inside it."""
UNFINISHED = 4
"""Words of a sentence before “5 p.m.” from which the sentence may end there: “At 5 p.m. Lee came.” does not."""
SPEECH = 3
"""Words from which what stands in quotation marks is said, and no nickname: `Mr. “Big” Lee`."""

_STARTER = re.compile(
    r"(?:A|After|All|Also|An|And|Another|As|At|Because|Before|Both|But|By|During|Each|Even|Every|Few|For|From|Further|He|Her|Here|His|How|However|I|If|In|Instead|It|Its"
    r"|Later|Many|Meanwhile|Most|Much|My|Neither|No|Nobody|None|Nor|Not|Nothing|Now|On|Once|One|Only|Or|Other|Others|Our|Over|Perhaps|Several|She|Since|So|Some|Still|Such|That|The"
    r"|Their|Then|There|These|They|This|Those|Though|Thus|To|Today|Under|Unless|Until|We|What|When|Where|Whether|Which|While|Who|Why|With|Without|Yet|You|Your"
    r"|А|Без|Более|Был[аои]?|В|Во|Все|Вот|Где|Да|Для|До|Его|Её|Ее|Если|Ещё|Еще|За|Затем|Здесь|И|Из|Или|Их|К|Как|Когда|Кроме|Кто|Мы|На|Не|Но|О|Об|Он|Она|Они|Оно|От|По|Поэтому|После|Потом"
    r"|При|С|Сейчас|Со|Так|Также|Там|Тогда|То|Только|У|Уже|Хотя|Что|Эта|Эти|Это|Этот|Я)(?!\w)"
)
_INITIALS = re.compile(r"(?:^|[\s(\"“«-])((?:[^\W\d_]\.)+)$")
_ROMAN = re.compile(r"\b[A-Z][a-z]+ [IVX]\.$")
# What follows one of these is a name, or a number, and never a new sentence.
_BEFORE_NAME = re.compile(
    r"(?:^|[\s(\"“«])(?:Ms|Mses|Mmes|Sens|Reps|Gens|Lts|Cols|Drs|Amb|Ft|e\.g|i\.e|им|пл|доц|инж|англ|рус|напр|ср|т\.\s?е|род|ум)\.$"
)
_BEFORE_NUMBER = re.compile(
    r"\b(?:vols?|ch|eq|eqs|figs?|approx|ca|nos?|рис|табл|гл|ст|ок|п|д)\.$", re.IGNORECASE
)
_LIST_NUMBER = re.compile(r"(?:^|[:;,]\s+|\n\s*)\(?(?:\d{1,2}|[a-zа-я])[.)]$")
_OPENS_SENTENCE = re.compile(r"[\"“”„«»'‘’(\[—–-]*\s*[^\W_]")
_JOINS_ON = re.compile(r"[—–,;:]|-\s|[\"“”„«»'‘’)\]]*\s*[a-zа-яё]")
_PAUSE = re.compile(r"\s(?:\.{3}|…)$")
"""A pause in somebody's speech, and no end: it has white space before it."""
_ASKED = re.compile(r"[?!？！][”\"’»」]$")
_ASKS = re.compile(
    r"(?:[A-Z][\w.’'-]+\s+){1,4}(?:said|says|asked|asks|told|added|adds|wrote|writes|tweeted|cried|shouted|replied|exclaimed|yelled)\b"
    r"|[^。！？]{0,10}[说說问問道喊]"
)

_CUTS = (
    # Five in the afternoon, where what follows is neither a time zone nor a day.
    re.compile(
        r"(?P<time>\d\s?[ap]\.m\.[\"”’»)]?)\s+(?!(?:[A-Z]{2,5}|Eastern|Pacific|Central|Mountain|Greenwich|Moscow|Beijing|Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun|Jan|Feb|Mar|Apr|May|June?"
        r"|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b)(?=[“\"‘«(]?[A-Z])"
    ),
    # Words that are abbreviations only with a capital letter or before a number.
    re.compile(r"(?<![.\w])(?:may|me|no|ill|art|miss|etc|fed|arc|ore|con)\.[\"”’»)]*\s+(?=[“\"‘«(]?[A-Z])"),
    # A unit after a number, a year, “and so on”: then a word that only begins sentences.
    re.compile(
        rf"(?:\d\s?(?:[pmk]|bn|г|гг|в|вв|руб|долл|тыс|млн|млрд)|\bдр)\.\s+(?={_STARTER.pattern})"
    ),
    re.compile(r"\bи т\.\s?[дп]\.\s+(?=[«\"]?[А-ЯЁ])"),
    # Points of a list that are printed in one line.
    re.compile(r"[.!?][\"”’»)]*\s+(?=[•*▪◦‣●]\s+[A-ZА-ЯЁ])"),
    # A Chinese speech that ends with its own full stop, then a year or a number: no “said Lee” begins so.
    re.compile(r"[。！？][”」』](?=\d)"),
    # The whole sentence stood in brackets.
    re.compile(r"^\([^()]*[.!?]\)\s+(?=[“\"‘«(]?[A-ZА-ЯЁ])"),
    # An abbreviation, then a speech: `on the coast of Fla. “I saw it,” she said.`
    re.compile(rf"(?<=[a-z])\.\s+(?=[“\"][A-Z][^”\"\s]*(?:\s[^”\"\s]+){{{SPEECH - 1}}})"),
)  # fmt: skip
_MIGHT_CUT = re.compile(r"[ap]\.m\.|\b(?:may|me|no|ill|art|miss|etc|fed|arc|ore|con)\.|\d\s?\w{1,4}\.\s|\b(?:т\.\s?[дп]|др)\.|^\(|\.\s+[“\"]|[•*▪◦‣●]\s|[。！？][”」』]\d")  # fmt: skip


def joined(before: str, after: str) -> bool:
    """Whether a cut between two pieces of text is none: inside a name, before a small letter, a dash or a list's point."""
    return (
        _ends_in_initials(before, after)
        or bool(_JOINS_ON.match(after))
        or _inside_bracket(before, after)
        or not _OPENS_SENTENCE.search(after)
        or bool(_BEFORE_NAME.search(before[-8:]))
        or bool(after[0].isdigit() and _BEFORE_NUMBER.search(before[-8:]))
        or bool(_LIST_NUMBER.search(before[-8:]))
        or bool(_PAUSE.search(before))
        or bool(_ASKED.search(before) and _ASKS.match(after))
    )


def missed(sentence: str) -> Iterator[int]:
    """The offsets in a sentence at which another one begins that the library does not see."""
    if not _MIGHT_CUT.search(sentence):
        return
    found: set[int] = set()
    for rule in _CUTS:
        for match in rule.finditer(sentence):
            if "time" not in rule.groupindex or len(sentence[: match.start()].split()) >= UNFINISHED:
                found.add(match.end())
    yield from sorted(found)


def _inside_bracket(before: str, after: str) -> bool:
    """Whether a bracket that is opened before the cut is closed soon after it: `London-based BP (BP. | L) said`."""
    opened = before.rfind("(")
    closed = after.find(")")
    return opened > before.rfind(")") and 0 <= closed < CLOSES and "(" not in after[:closed]


def _ends_in_initials(before: str, after: str) -> bool:
    """Whether the full stop belongs to a name: `J. | K. Rowling`, but not `in the U.S. | He works.`"""
    if not _INITIALS.search(before[-8:]) or _STARTER.match(after):
        return False
    return not _ROMAN.search(before[-24:])

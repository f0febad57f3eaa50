"""Words of a passage with where they stand and what joins them: the ground that names and phrases are found on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.topics.han import DOTS, IS_HAN, SCRIPTS
from bot.topics.words import EVENTS, FUNCTION, LAWS, OCCASIONS, OPENERS

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S.
    rf"|(?:post|pre|mid)(?=[-‐‑][A-Z][a-z]+ (?:{'|'.join(sorted(word.title() for word in EVENTS | OCCASIONS))})\b)"  # pre-World War
    r"|[^\W_]+(?:[-‐‑][^\W_]+|[.&/](?=[^\W\d_])[^\W_]+|['’](?!(?:re|ve|ll)\b)(?=[^\W\d_]{2})[^\W_]+)*"  # multi-vector, R&D, Xi’an
)
_POSSESSIVE = re.compile(r"['’](?:s\b)?")
# A source named in brackets with its date is a reference, not something the passage speaks of.
_REFERENCE = re.compile(
    r"\((?:see\s+)?[^()]{0,160}?\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s+\d{1,2}\b[^()]{0,80}\)"
    r"|\((?:source|photo|image|via|compiled)\b[^()]*\)",
    re.IGNORECASE,
)
_OPENS = re.compile(r"[.!?:;\"“”„«»—–(\[]|--")
# The full stop after these ends no sentence and parts no name: “Rear Adm. Mary Landry”, “St. Louis”.
_SHORTENED = frozenset(
    "adm gen lt col sgt maj capt cmdr cpl insp supt gov sen rep hon rev amb pres prof dr mr mrs ms messrs mme st"
    " ste mt ft sec fr br sr jr cllr".split()
)
# In quotation marks right after these stands what something is called: establish a “Harbour Policy Council”.
_BEFORE_CALLED = frozenset("a an the of in its their his her".split())
_QUOTE_OPENS = re.compile(r" [“\"„«‘]$")
_WITHIN = {"” ": " “", '" ': ' "', ") ": " ("}
"""What stands after a part of a name that is set apart within it, and what before it."""
_LAWS = frozenset(word.title() for word in LAWS)
_RUN_ON = 30
"""Words that nothing parts, from which on they may be a table run together rather than a sentence."""
_SMALL = 5
"""One word in so many, and more, is a small one in a sentence, and none in a table."""
_IN_QUOTES = re.compile(r"[“\"][^“”\"]{12,150}[”\"]")
_SENTENCE = 6
"""Words from which what is all in capitals is a sentence or headline, whose capitals tell no names."""
_HEADLINE = 4
"""Words of content from which on their capitals tell a headline."""
_LONG_HEADLINE = 5
"""The same where a full stop ends them."""
_NO_LIST = 7
"""The same where “and” joins them too, as it joins two or three people."""
_STYLED_HEADLINE = 3
"""The same where small words have capitals too."""
_OF_SENTENCES = frozenset("is are was were has have had that which who it this".split())
"""In small letters they stand in sentences rather than in headlines."""


class Token(NamedTuple):
    """A word. Offsets count from the passage's own beginning."""

    text: str
    lower: str
    """The word in lower case."""
    start: int
    end: int
    capital: bool
    """Whether it is written with a capital, or is a short code such as 5G."""
    joined: bool
    """Whether only white space, & or a bare dash stands between it and the word before."""
    initial: bool
    """Whether it opens a sentence, a quotation or a clause after a colon, or is in a headline: any word may have a
    capital there."""
    possessive: bool
    """Whether 's follows it."""


def references(text: str) -> list[tuple[int, int]]:
    """Where source references in brackets stand, such as `(Xinhua, September 12)`."""
    return [match.span() for match in _REFERENCE.finditer(text)] if "(" in text else []


def tokens(text: str) -> list[Token]:
    """The words of a passage, those of source references left out."""
    found: list[Token] = []
    skipped = references(text)
    previous_end = 0
    for start, end in _spans(text):
        if skipped and any(a <= start < b for a, b in skipped):
            continue
        word = text[start:end]
        if word in ("s", "t") and start > 0 and text[start - 1] in "'’":
            continue
        gap = text[previous_end:start]
        possessive = _POSSESSIVE.match(text, end)
        owns = possessive is not None and (possessive.end() - end > 1 or word.endswith("s"))
        joined = bool(found) and (gap == " " or gap.strip() in ("", "&") or gap == "–" or gap in DOTS)
        initial = not found or (gap != " " and bool(_OPENS.search(gap)))
        if initial and found and found[-1].lower in _BEFORE_CALLED and _QUOTE_OPENS.match(gap):
            initial = False
        if gap in _WITHIN and _is_within(text, found, gap, word):
            # “Leo “Gull” Plumley”, “Ferries (Amendment) Bill”
            found[-1] = found[-1]._replace(joined=True, initial=False)
            joined, initial = True, False
        if gap == ". " and found and (_is_shortened(found) or _is_initials(found, word) or _is_case(found)):
            joined, initial = True, False
        found.append(Token(word, word.lower(), start, end, _has_capital(word), joined, initial, owns))
        previous_end = possessive.end() if owns and possessive else end
    if is_shouted(text, found) or _is_headline(found, _least(text, found)):
        return [token._replace(initial=True) for token in found]
    _mark_tables(found)
    for quoted in _IN_QUOTES.finditer(text):
        # The title of a book, an article or a speech.
        inside = [i for i, token in enumerate(found) if quoted.start() < token.start < quoted.end()]
        title = [found[i] for i in inside]
        if _styled(title) and _is_headline(title, _HEADLINE):
            for i in inside:
                found[i] = found[i]._replace(initial=True)
    return found


def is_shouted(text: str, words: Sequence[Token]) -> bool:
    """Whether a passage is a sentence all in capitals."""
    return text.isupper() and len(words) >= _SENTENCE


def _mark_tables(found: list[Token]) -> None:
    """Let capitals tell no name in a long stretch that nothing parts and few small words join: lines of a table."""
    first = 0
    for i in range(1, len(found) + 1):
        if i < len(found) and found[i].joined:
            continue
        small = sum(token.lower in FUNCTION for token in found[first:i]) if i - first >= _RUN_ON else i
        if _SMALL * small < i - first:
            found[first:i] = [token._replace(initial=True) for token in found[first:i]]
        first = i


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the words of a passage stand; where no space parts words each Han character is one."""
    words = _TOKEN.finditer(text)
    if text.isascii() or not IS_HAN.search(text):
        return (word.span() for word in words)
    return (part.span() for word in words for part in SCRIPTS.finditer(text, *word.span()))


def _is_shortened(words: Sequence[Token]) -> bool:
    """Whether the last word is cut short within a name: a title, or an initial among the parts of a name."""
    last = words[-1]
    if len(last.text) > 1 or not last.capital:
        return last.capital and last.lower in _SHORTENED
    return len(words) == 1 or (last.joined and words[-2].capital) or last.initial


def _is_within(text: str, words: Sequence[Token], gap: str, after: str) -> bool:
    """Whether the last word is a nickname in quotation marks, or in brackets which law it is, inside a name."""
    if len(words) < 2 or (gap == ") " and after not in _LAWS):
        return False
    given, last = words[-2:]
    plain = given.text.istitle() and given.lower not in FUNCTION and last.text.istitle()
    return plain and not given.possessive and text[given.end : last.start] == _WITHIN[gap]


def _is_case(words: Sequence[Token]) -> bool:
    """Whether the last word parts the sides of a case in court: “Teasdale v. Plumley”."""
    return len(words) > 1 and words[-1].text == "v" and words[-1].joined and words[-2].capital


def _is_initials(words: Sequence[Token], word: str) -> bool:
    """Whether one initial follows another, as in “J. K. Rawlins”."""
    return len(word) == len(words[-1].text) == 1 and word.isupper() and words[-1].capital


def _least(text: str, words: Sequence[Token]) -> int:
    if not text.endswith("."):
        return _HEADLINE
    return _NO_LIST if any(token.text == "and" for token in words) else _LONG_HEADLINE


def _styled(words: Sequence[Token]) -> int:
    """How many small words have a capital that only the style of a headline gives them: “a Street Where …”."""
    return sum(
        token.capital
        and not token.initial
        and token.lower in FUNCTION
        and token.lower not in OPENERS
        and not token.text.isupper()
        for token in words
    )


def _is_headline(words: Sequence[Token], least: int) -> bool:
    """Whether nearly all words of content have a capital, so that none tells a name; a list of names is none."""
    if _styled(words) > 1:
        least = _STYLED_HEADLINE
    capitals = [token.capital for token in words].count(True)
    if capitals < least or capitals * 2 < len(words):
        return False
    # What stands between the digits of a number parts no words.
    spelt = [token.joined for token in words if not token.text[0].isdigit()]
    if sum(spelt) < 0.7 * len(spelt):
        return False
    content = [token.capital for token in words if token.lower not in FUNCTION and not token.text.isdigit()]
    if len(content) < least or sum(content) < 0.95 * len(content):
        return False
    return not any(token.text in _OF_SENTENCES for token in words)


_MARKS = [tuple(bool(bits >> bit & 1) for bit in range(4)) for bits in range(16)]
"""What is said of a word, by the bits that it is packed as."""


def pack(words: Sequence[Token]) -> list[int]:
    """The words of a passage as three numbers each: where it starts and ends, and what is said of it as bits."""
    return [
        number
        for token in words
        for number in (
            token.start,
            token.end,
            token.capital + 2 * token.joined + 4 * token.initial + 8 * token.possessive,
        )
    ]


def unpack(text: str, packed: Sequence[int]) -> list[Token]:
    """The words of a passage from its text and what `pack` made of them: quicker than finding them anew."""
    numbers = iter(packed)
    return [
        Token(word := text[start:end], word.lower(), start, end, *_MARKS[marks])
        for start, end, marks in zip(numbers, numbers, numbers, strict=True)
    ]


def _has_capital(word: str) -> bool:
    return not word[0].islower() and (word[0].isupper() or any(letter.isupper() for letter in word))

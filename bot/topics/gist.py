"""What finding topics needs to know of a document: all that can be said of it without knowing the others."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.corpus.document import Document
from bot.topics.expansions import expansions_in
from bot.topics.han import terms
from bot.topics.names import form, singular, with_plurals
from bot.topics.plain import COMMON
from bot.topics.territories import territories_in
from bot.topics.tokens import Token, tokens
from bot.topics.words import (
    BODIES,
    DATES,
    DEGREES,
    FUNCTION,
    NOT_TERMS,
    NUMBERS,
    OF_KINDS,
    OPENERS,
    PLURALS_BEFORE,
    RANKS,
    ROLES,
    SITES,
    SPEECH,
    TRADES,
    UNITS,
    VERBS,
)

_QUOTED = re.compile(r"[“\"„«]\s?([^“”\"„«»]{4,48}?)\s?[”\"“»]")
_PLAIN = re.compile(r"[a-z][a-z-]*$")
_CONTENTLESS = FUNCTION | DATES | NUMBERS | SPEECH
_AUXILIARIES = frozenset({"is", "are", "was", "were", "has", "have", "will", "can", "be"})
_BEFORE_VERBS = frozenset(
    "to will would can could may might must shall should cannot he she it they we i you who not is are was were be"
    " been being".split()
)
_MODALS = frozenset(
    "to will would can could may might must shall should cannot he she it they we i you who".split()
)
_BEFORE_NOUNS = frozenset(
    "the a an this that these those its his her their our my your of in on at from with by for between among into"
    " no any some each every all more several many few".split()
)
_CUES = dict.fromkeys(_BEFORE_VERBS, 1) | dict.fromkeys(_BEFORE_NOUNS, -1)
_NO_HEADS = with_plurals(NOT_TERMS | VERBS | ROLES | RANKS | UNITS)
MEASURED = with_plurals("rate growth report problem level plan price".split()) & _NO_HEADS
"""What a phrase may end in where many texts have it, though most that does is no term: “mortality rate”."""
_NO_NOUNS = with_plurals(NOT_TERMS) | VERBS
_NO_OPENINGS = NOT_TERMS | DEGREES | VERBS | UNITS
_DETERMINERS = frozenset(
    "the a an this that these those its his her their our my your no any some each every more all".split()
)
_SHORT = 4
_NO_SUBJECTS = (
    _NO_HEADS | _CONTENTLESS | with_plurals(BODIES | OF_KINDS | SITES | TRADES) | DEGREES | PLURALS_BEFORE
) | {"north", "south", "east", "west"}
# Endings that words of science have from Greek and Latin, and no others.
_LEARNED = re.compile(
    r"\w{2}(?:itis|\woid|osis|a?emia|ectomy|otomy|ostomy|plasty|plasia|pathy|trophy|uria|algia|rrh(?:ea|oea|age)|oma"
    r"|cyte|blast|phage|gen|sterone|mycin|cillin|azole|prazole|statin|olol|limus|therapy|graphy|scopy"
    r"|phyll|saccharide|hydrate|kinase|oxidase|polymer|isotope|plankton|saurus)$"
)
_NO_TERMS = frozenset(
    "biography geography photography bibliography autobiography empathy sympathy apathy diploma coma aroma trophy"
    " diagnosis prognosis hypnosis tabloid paranoid humanoid devoid academia".split()
)
_ENDINGS_OF_NO_NOUN = ("ly", "ed", "ing", "ous", "ive", "al", "ic", "ful")
_ENDINGS_OF_NO_SUBJECT = (
    *_ENDINGS_OF_NO_NOUN, "ant", "ent", "able", "ible", "ary", "er", "or", "ist", "tion", "ment", "ship", "ness",
)  # fmt: skip
# A text that says how a thing is called, just before it calls it so.
_NAMING = re.compile(
    r"(?:\b(?:call|name|dub|term|label|titl|entitl|nicknam|brand|christen|refer)\w*|\bso-called|\bknown|\bconcepts?|\bslogans?"
    r"|\bprinciples?|\bdoctrines?|\bpolic(?:y|ies)|\bstrateg(?:y|ies)|\binitiatives?|\bprogram(?:me)?s?|\bprojects?)\W+(?:(?!(?:for|on|to|upon|out)\b)\w+\W+){0,4}$"
)

# Angle quotes right after a word, as Russian has them round the names of companies: «Северный путь».
_OWN_NAME = re.compile(r"\w «[^«»]+»$")

LINE = 30
"""Words of a passage that may be a page's furniture."""

Words = list[list[Token]]
"""The words of each passage of a document."""


@dataclass(frozen=True, slots=True)
class Gist:
    """Counts of a document's words and of the phrases it may name topics by."""

    source: str
    lower: dict[str, int]
    """How often each word stands in small letters."""
    upper: dict[str, int]
    """How often each stands with a capital where only a name has one."""
    opening: tuple[str, ...]
    """Words that have a capital, but only where any word may have one."""
    pairs: tuple[tuple[str, str, int], ...]
    """Words with capitals that “and” joins, or “for” (as “bread for”, “all”), or of which the first is “New” or its like,
    and how often."""
    verbal: dict[str, int]
    """How much oftener each word stands where verbs do than where nouns do; below 0 for most."""
    expansions: tuple[tuple[str, str], ...]
    """`(long form, acronym)` as the text explains them."""
    phrases: tuple[tuple[tuple[str, ...], str, int, int], ...]
    """Two to four content words that end together: what is the same under other forms, as written, in how many passages,
    and a hash of the passage (see `line_of`) where it is only one."""
    quoted: tuple[tuple[str, int], ...]
    """Terms in quotation marks that the text says a thing is called by, and names without capitals; how often."""


def words_of(document: Document) -> Words:
    """The words of each passage of a document."""
    return [tokens(passage.text) for passage in document.passages]


def gist_of(document: Document, words: Words) -> Gist:
    """The gist of a document whose words these are."""
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    opening: dict[str, None] = {}
    verbal: Counter[str] = Counter()
    for run in words:
        before = ""
        for token in run:
            if not token.capital:
                lower[token.lower] += 1
                if cue := _CUES.get(before):
                    verbal[token.lower] += cue
            elif not token.initial:
                upper[token.lower] += 1
            else:
                opening[token.lower] = None
            before = token.lower
    texts = [passage.text for passage in document.passages]
    return Gist(
        document.id,
        dict(lower),
        dict(upper),
        tuple(word for word in opening if word not in upper),
        _pairs(words),
        dict(verbal),
        tuple(pair for text in texts for pair in expansions_in(text)),
        _phrases(texts, words),
        _called(texts),
    )


def _pairs(words: Words) -> tuple[tuple[str, str, int], ...]:
    counts: Counter[tuple[str, str]] = Counter()
    for run in words:
        for before, token, after in zip(run, run[1:], [*run[2:], None], strict=False):
            if not before.capital or not token.joined:
                continue
            if token.capital:
                if before.lower in OPENERS and not before.initial:
                    counts[before.lower, token.lower] += 1
            elif after and token.lower in ("and", "for") and after.joined and after.capital:
                joining = " for" if token.lower == "for" else ""
                counts[before.lower + joining, after.lower] += 1
    return tuple((a, b, count) for (a, b), count in counts.items())


def line_of(text: str, words: Sequence[Token]) -> int:
    """A hash of a passage by which it is known in another document; 0 for a long one, which is no page's furniture."""
    return zlib.crc32(text.encode()) if len(words) <= LINE else 0


def _phrases(texts: Sequence[str], words: Words) -> tuple[tuple[tuple[str, ...], str, int, int], ...]:
    counts: Counter[tuple[str, ...]] = Counter()
    written: dict[tuple[str, ...], str] = {}
    lines: dict[tuple[str, ...], int] = {}
    for text, tokens_here in zip(texts, words, strict=True):
        seen: set[tuple[str, ...]] = set()
        line = line_of(text, tokens_here)
        for before, run in _content_runs(tokens_here):
            ends = [end for end in range(2, len(run) + 1) if _ends_phrase(run, end)]
            forms = [form(token.text) for token in run] if ends else []
            for end in ends:
                for size in (4, 3, 2):
                    if size > end:
                        continue
                    key = tuple(forms[end - size : end])
                    part = run[end - size : end]
                    if key in seen or not _begins_phrase(
                        part, before if size == end else run[end - size - 1].lower
                    ):
                        continue
                    seen.add(key)
                    counts[key] += 1
                    lines[key] = 0 if key in lines else line
                    written.setdefault(key, text[part[0].start : part[-1].end])
    return tuple((key, written[key], count, lines[key]) for key, count in counts.items())


def _content_runs(words: Sequence[Token]) -> Iterator[tuple[str, list[Token]]]:
    """Words of content that only white space parts, and the word before them."""
    run: list[Token] = []
    before = last = ""
    for token in words:
        content = token.lower not in _CONTENTLESS and token.text[0] > "9"
        if content and token.joined and run and not run[-1].possessive:
            run.append(token)
        else:
            if len(run) > 1:
                yield before, run
            run = [token] if content else []
            before = last if token.joined else ""
        last = token.lower
    if len(run) > 1:
        yield before, run


def _ends_phrase(run: Sequence[Token], end: int) -> bool:
    """Whether a phrase may end before a place in a run: after a noun, where no other noun follows."""
    last = run[end - 1].lower
    if end < len(run):
        after = run[end].lower
        if after not in _NO_NOUNS and not after.endswith(("ed", "ly")):
            return False
    return (
        (last not in _NO_HEADS or last in MEASURED)
        and not last.endswith(_ENDINGS_OF_NO_NOUN)
        and bool(_PLAIN.match(last))
    )


def _begins_phrase(part: Sequence[Token], before: str) -> bool:
    """Whether the words are a phrase's rather than a sentence's: no verb among them, as far as their forms tell."""
    first = part[0]
    if first.text.isupper() and len(first.text) > 1:
        return False  # “U.S. employers”
    if first.lower in _NO_OPENINGS or first.lower.endswith(("ly", "iest")) or before in _MODALS:
        return False
    if first.lower.endswith("ing") and before not in _DETERMINERS:
        return False
    if (first.capital and not first.initial) or (first.lower.endswith("ed") and before not in _BEFORE_NOUNS):
        return False
    if first.lower.endswith("s") and _is_plural(first.lower):
        return False
    return (
        not any(
            t.capital or t.lower in VERBS or t.lower.endswith(("ed", "ly", "ing")) or _is_plural(t.lower)
            for t in part[1:-1]
        )
        and not part[-1].capital
    )


def is_learned(word: str) -> bool:
    """Whether the ending of a word, without its plural, is one that only science makes: “sarcoidosis”, “melanocyte”."""
    return bool(_LEARNED.search(word)) and word not in COMMON and word not in _NO_TERMS


def is_subject(word: str) -> bool:
    """Whether a noun in small letters, without its plural, may be what a text is about: no kind of body, person or doing."""
    return (
        len(word) > _SHORT
        and word.isascii()
        and word.isalpha()
        and word not in COMMON
        and word not in _NO_SUBJECTS
        and not word.endswith(_ENDINGS_OF_NO_SUBJECT)
    )


def _is_plural(word: str) -> bool:
    return singular(word) != word and word not in PLURALS_BEFORE


def _called(texts: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """What is known for a name without its capitals, each once."""
    joined = "\n".join(texts)
    counts = Counter(dict(_quoted(texts)))
    for others in (territories_in(joined), dict(terms(joined))):
        counts.update({name: count for name, count in others.items() if name not in counts})
    return tuple(counts.items())


def _quoted(texts: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """Terms that a text puts in quotation marks: short, of content words, no sentence and no single common word."""
    counts: Counter[str] = Counter()
    for text in texts:
        for match in _QUOTED.finditer(text):
            called = _NAMING.search(text, max(0, match.start() - 60), match.start())
            if not called and not _OWN_NAME.search(text, 0, match.end()):
                continue
            words = tokens(match.group(1))
            name = " ".join(match.group(1).split()).strip(" ,.;:!?")
            if 2 <= len(words) <= 5 and (_is_term(words) if called else words[0].capital):
                counts[name] += 1
    return tuple(counts.items())


def _is_term(words: Sequence[Token]) -> bool:
    if words[0].lower in FUNCTION or words[-1].lower in FUNCTION:
        return False
    # Without knowing a language's verbs a term cannot be told from a saying.
    if not all(token.text.isascii() for token in words):
        return False
    return not any(t.lower in _AUXILIARIES for t in words) and not words[-1].lower.endswith(
        ("ly", "ed", "ive", "ous", "ful", "ible", "able", "ient")
    )

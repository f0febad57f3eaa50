"""What finding topics needs to know of a document: all that can be said of it without knowing the others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.corpus.document import Document
from bot.topics.expansions import expansions_in
from bot.topics.names import form, singular
from bot.topics.tokens import Token, tokens
from bot.topics.words import DATES, FUNCTION, NOT_TERMS, NUMBERS, SPEECH

_QUOTED = re.compile(r"[“\"„«]\s?([^“”\"„«»]{4,48}?)\s?[”\"“»]")
_PLAIN = re.compile(r"[a-z][a-z-]*$")
_CONTENTLESS = FUNCTION | DATES | NUMBERS | SPEECH
_VERBS = frozenset({"is", "are", "was", "were", "has", "have", "will", "can", "be"})

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
    """Words with capitals that “and” joins, and how often."""
    expansions: tuple[tuple[str, str], ...]
    """`(long form, acronym)` as the text explains them."""
    phrases: tuple[tuple[tuple[str, ...], str, int], ...]
    """Two to four content words that stand together: what is the same under other forms, as written, in how many passages."""
    quoted: tuple[tuple[str, int], ...]
    """Terms in quotation marks, and how often."""


def words_of(document: Document) -> Words:
    """The words of each passage of a document."""
    return [tokens(passage.text) for passage in document.passages]


def gist_of(document: Document, words: Words) -> Gist:
    """The gist of a document whose words these are."""
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    opening: dict[str, None] = {}
    for run in words:
        for token in run:
            if not token.capital:
                lower[token.lower] += 1
            elif not token.initial:
                upper[token.lower] += 1
            else:
                opening[token.lower] = None
    texts = [passage.text for passage in document.passages]
    return Gist(
        document.id,
        dict(lower),
        dict(upper),
        tuple(word for word in opening if word not in upper),
        _pairs(words),
        tuple(pair for text in texts for pair in expansions_in(text)),
        _phrases(texts, words),
        _quoted(texts),
    )


def _pairs(words: Words) -> tuple[tuple[str, str, int], ...]:
    counts: Counter[tuple[str, str]] = Counter()
    for run in words:
        for before, link, after in zip(run, run[1:], run[2:], strict=False):
            if link.lower == "and" and link.joined and after.joined and before.capital and after.capital:
                counts[before.lower, after.lower] += 1
    return tuple((a, b, count) for (a, b), count in counts.items())


def _phrases(texts: Sequence[str], words: Words) -> tuple[tuple[tuple[str, ...], str, int], ...]:
    counts: Counter[tuple[str, ...]] = Counter()
    written: dict[tuple[str, ...], str] = {}
    for text, tokens_here in zip(texts, words, strict=True):
        seen: set[tuple[str, ...]] = set()
        for run in _content_runs(tokens_here):
            forms = [form(token.text) for token in run]
            for size in (4, 3, 2):
                for i in range(len(run) - size + 1):
                    key = tuple(forms[i : i + size])
                    part = run[i : i + size]
                    if key in seen or not _is_phrase(part):
                        continue
                    seen.add(key)
                    counts[key] += 1
                    written.setdefault(key, text[part[0].start : part[-1].end])
    return tuple((key, written[key], count) for key, count in counts.items())


def _content_runs(words: Sequence[Token]) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in words:
        content = token.lower not in _CONTENTLESS and not token.text[0].isdigit()
        if content and token.joined and run and not run[-1].possessive:
            run.append(token)
        else:
            if len(run) > 1:
                yield run
            run = [token] if content else []
    if len(run) > 1:
        yield run


def _is_phrase(part: Sequence[Token]) -> bool:
    first, last = part[0], part[-1]
    if any(t.capital and not t.initial for t in part):
        return False
    if not _PLAIN.match(last.lower) or last.lower.endswith(
        ("ly", "ed", "ing", "ous", "ive", "al", "ic", "ful")
    ):
        return False
    if singular(last.lower) in NOT_TERMS or last.lower in NOT_TERMS:
        return False
    return first.lower not in NOT_TERMS and not first.lower.endswith(("ly", "ing"))


def _quoted(texts: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """Terms that a text puts in quotation marks: short, of content words, no sentence and no single common word."""
    counts: Counter[str] = Counter()
    for text in texts:
        for match in _QUOTED.finditer(text):
            words = tokens(match.group(1))
            name = " ".join(match.group(1).split()).strip(" ,.;:!?")
            if 2 <= len(words) <= 5 and _is_term(words):
                counts[name] += 1
    return tuple(counts.items())


def _is_term(words: Sequence[Token]) -> bool:
    if words[0].lower in FUNCTION or words[-1].lower in FUNCTION:
        return False
    # Without knowing a language's verbs a term cannot be told from a saying.
    if not all(token.text.isascii() for token in words):
        return False
    return not any(t.lower in _VERBS for t in words) and not words[-1].lower.endswith(
        ("ly", "ed", "ive", "ous", "ful", "ible", "able", "ient")
    )

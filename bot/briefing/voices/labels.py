"""Who speaks in an interview or a transcript: “Blair: …”, “Q: … A: …”, “**Velen:** …”.

A label is a speaker where it opens several paragraphs, those speak as people do, and it is somebody's name or takes
turns with one. Paragraphs without a label belong to the one before them only while nobody else can have spoken.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.briefing.voices.vocabulary import BODIES, DETERMINERS, DOCUMENTS, NOBODY, PEOPLE, PREPOSITIONS
from bot.corpus.document import Document, Kind, Passage
from bot.topics.words import DATES, FUNCTION, ROLES

LEAST = 2
"""Paragraphs that a speaker's label opens at least."""
TURNS = 2
"""Changes from one label to another, from which two labels take turns."""
DENSE = 4
"""Of so many paragraphs between the first label and the last one has a label, where what has none is speech too."""

_CAPITAL = r"[A-ZÀ-ÖØ-ÞА-ЯЁ][\w.’'-]*"
_LABEL = re.compile(
    rf"(?:[*_]{{1,3}})?(?P<name>{_CAPITAL}(?:\s(?:(?:de|da|van|von|der|al|bin|of|the)\s)?{_CAPITAL}){{0,4}}|[\u3400-\u9fff·]{{1,8}})"
    r"(?:\s\([^()]{1,60}\))?(?:[*_]{1,3})?(?::(?:[*_]{1,3})?\s+|：\s*)(?=\S)"
)
_MIDDLE = re.compile(r"(?<=[\w.?!…”\"’])\s+(?=[A-ZÀ-ÖØ-ÞА-ЯЁ])")
_TALKS = re.compile(
    r"\b(?:I|[Yy]ou|[Ww]e|[Mm]y|[Yy]our|[Oo]ur|me|us|I['’](?:m|ve|d|ll)|[Yy]es|No|Well)\b|[?？][\"”’]?\s*$"
    r"|\b(?:я|мы|вы|нас|вас|мне|нам|вам|Я|Мы|Вы)\b|[我你您]"
)
_I = re.compile(r"\b(?:I|[Mm]y|me)\b|\b[Яя]\b|我")
_ASKS = re.compile(r"[?？][\"”’')\]]*$")
_QUESTION = frozenset("q question interviewer host moderator reporter вопрос корреспондент 问 记者".split())
_ANSWER = frozenset("a answer ответ 答".split())
_PARTING = (Kind.HEADING, Kind.TITLE, Kind.CAPTION)
_CAPITAL_BEFORE = re.compile(r"([A-Z][\w’'-]*)\s$")
_NO_FIRST_NAME = FUNCTION | DETERMINERS | PREPOSITIONS | NOBODY | ROLES | DATES | PEOPLE | BODIES
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|President|Senator|Minister|General|Captain)\.?\s+$")  # fmt: skip


class Turn(NamedTuple):
    """Who speaks in a passage by a label."""

    passage: Passage
    label: Passage
    """Where the label stands: the passage itself, or one before it."""
    name: str
    """As in the label."""
    words: str
    """The label as it stands there, with its colon."""


class Turns(NamedTuple):
    by: dict[int, tuple[Turn, ...]]
    """Whose turn each passage is, by where it starts; two where a label stands inside it."""
    unsure: frozenset[int]
    """Passages that somebody speaks, by where they start, without its being sure who."""
    full: dict[str, tuple[Passage, str]]
    """The fuller names that the document has for names in labels, and where they stand."""


NO_TURNS = Turns({}, frozenset(), {})


def turns(document: Document) -> Turns:
    """Whose turn the passages of an interview are, remembered with it; nothing where the document is none."""
    return document.once("turns", lambda: _found(document))


def _found(document: Document) -> Turns:
    opening: list[tuple[int, str, str]] = []
    for number, paragraph in enumerate(document.paragraphs):
        if match := _LABEL.match(document.text, paragraph.start, paragraph.end):
            opening.append((number, match["name"], document.text[match.end() : paragraph.end]))
    names = _speakers(document, [(name, text) for _, name, text in opening])
    if not names:
        return NO_TURNS
    labelled = {number: name.casefold() for number, name, _ in opening if name.casefold() in names}
    return _turns(document, names, labelled)


def _speakers(document: Document, labels: Sequence[tuple[str, str]]) -> frozenset[str]:
    """Which of the labels, each with what follows it, are speakers; case-folded."""
    count = Counter(name.casefold() for name, _ in labels)
    said: defaultdict[str, list[str]] = defaultdict(list)
    for name, text in labels:
        said[name.casefold()].append(text)
    talking = {
        name
        for name, texts in said.items()
        if 2 * sum(bool(_TALKS.search(text)) for text in texts) >= len(texts)
    }
    often = {name for name in talking if count[name] >= LEAST}
    sure = {name.casefold() for name, _ in labels if name.casefold() in often and _is_person(document, name)}
    order = [name.casefold() for name, _ in labels if name.casefold() in talking]
    changes = sum(a != b for a, b in itertools.pairwise(order))
    first_person = any(
        2 * sum(bool(_I.search(text)) for text in said[name]) >= count[name] for name in often - _QUESTION
    )
    if often and changes >= TURNS and (sure or first_person or (often & PEOPLE)):
        # Who takes turns with a speaker is one, however seldom.
        return frozenset(talking)
    return frozenset(sure)


def _is_person(document: Document, label: str) -> bool:
    """Whether a label is a person's name as the document has it elsewhere, in full or with a title."""
    last = label.split()[-1]
    if label.casefold() in _QUESTION | _ANSWER or last.casefold() in _NO_FIRST_NAME | DOCUMENTS:
        return False
    return any(True for _ in _fuller(document, last)) or any(
        _TITLE.search(document.text, max(0, match.start() - 12), match.start())
        for match in re.finditer(rf"\b{re.escape(last)}\b", document.text, re.IGNORECASE)
    )


def full_name(document: Document, label: str) -> tuple[Passage, str] | None:
    """The one fuller name that the document's prose has for a label's last name, and where it stands first."""
    words = label.split()
    while len(words) > 1 and words[0].casefold() in ROLES:
        del words[0]
    if len(words) > 1 or len(words[0]) < LEAST:
        return None
    found = list(_fuller(document, words[0]))
    return found[0] if len({name.casefold() for _, name in found}) == 1 else None


def _fuller(document: Document, last: str) -> Iterator[tuple[Passage, str]]:
    """Where the document writes a last name after a first one."""
    pattern = re.compile(
        rf"(?<![\w’'-])(?P<first>[A-ZÀ-Þ][\w’-]*[a-zà-ÿ])\s(?:[A-Z]\.\s|(?:de|da|van|von|der|al|bin)\s)*(?i:{re.escape(last)})(?![\w-])(?!:)"
    )
    folded = last.casefold()
    for passage in document.passages:
        if folded not in passage.text.casefold():
            continue
        for match in pattern.finditer(passage.text):
            before = _CAPITAL_BEFORE.search(passage.text, 0, match.start())
            if match["first"].casefold() in _NO_FIRST_NAME or (before and before[1].casefold() not in ROLES):
                continue
            yield passage, match.group()


def _turns(document: Document, names: frozenset[str], labelled: Mapping[int, str]) -> Turns:
    by: dict[int, tuple[Turn, ...]] = {}
    unsure: set[int] = set()
    first, last = min(labelled), max(labelled)
    prose = sum(bool(paragraph.passages) for paragraph in document.paragraphs[first : last + 1])
    dense = len(labelled) * DENSE >= prose
    asking = _asking(document, labelled)
    current: Turn | None = None
    for number, paragraph in enumerate(document.paragraphs):
        if number in labelled or (not paragraph.passages and paragraph.kind in _PARTING):
            current = None
        for passage in paragraph.passages:
            here = list(_labels_in(passage, names))
            between = number in labelled or (
                dense and number < last and (number > first or current is not None)
            )
            if not here and not between:
                continue
            made: list[Turn] = []
            if current is not None and not (here and here[0][0] == 0):
                if number not in labelled and not here and not _may_go_on(current, passage, asking):
                    current = None
                else:
                    made.append(current._replace(passage=passage))
            made += [Turn(passage, passage, name, words) for _, name, words in here]
            if made:
                current = made[-1]
                by[passage.start] = tuple(made)
            else:
                unsure.add(passage.start)
    labels = {turn.name for here in by.values() for turn in here}
    full = {label: fuller for label in labels if (fuller := full_name(document, label))}
    return Turns(by, frozenset(unsure), full)


def _asking(document: Document, labelled: Mapping[int, str]) -> frozenset[str]:
    """The labels of who asks: most of their turns have a question."""
    numbers = sorted(labelled)
    asked: defaultdict[str, list[bool]] = defaultdict(list)
    for number, following in itertools.pairwise([*numbers, numbers[-1] + 1]):
        texts = (document.text[p.start : p.end] for p in document.paragraphs[number:following])
        asked[labelled[number]].append(any(_ASKS.search(text) for text in texts))
    return frozenset(name for name, turns_ in asked.items() if 2 * sum(turns_) > len(turns_)) | _QUESTION


def _may_go_on(current: Turn, passage: Passage, asking: frozenset[str]) -> bool:
    """Whether a paragraph without a label is surely the last speaker's: no question to them, no word about them."""
    if _LABEL.match(passage.text):
        return False
    if _ASKS.search(passage.text) and current.name.casefold() not in asking:
        return False
    return not re.search(rf"\b{re.escape(current.name.split()[-1])}\b", passage.text, re.IGNORECASE)


def _labels_in(passage: Passage, names: frozenset[str]) -> Iterator[tuple[int, str, str]]:
    """The labels in a passage: where, the name, and the words of the label."""
    text = passage.text
    if ":" not in text and "：" not in text:
        return
    for place in (0, *(match.end() for match in _MIDDLE.finditer(text))):
        match = _LABEL.match(text, place)
        if match and match["name"].casefold() in names:
            yield place, match["name"], text[match.start("name") : match.end()].rstrip(" *_")

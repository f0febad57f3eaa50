"""Lines on pages put back into paragraphs: page heads and numbers left out, columns in turn, words at line ends whole."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from statistics import median

from bot.corpus.formats.extract import ends_sentence
from bot.corpus.sentences import UNSPACED


@dataclass(frozen=True, slots=True)
class Word:
    """A word as drawn: its edges, its foot and its size in points, from the page's lower left corner."""

    left: float
    right: float
    bottom: float
    size: float
    font: str
    text: str


@dataclass(frozen=True)
class Line:
    """A line of a page, as the file draws it."""

    page: int
    height: float
    """Of the page, in points."""
    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        """Its words, one space between."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def left(self) -> float:
        """Its left edge."""
        return min(word.left for word in self.words)

    @cached_property
    def right(self) -> float:
        """Its right edge."""
        return max(word.right for word in self.words)

    @cached_property
    def bottom(self) -> float:
        """Its foot: that of most of its words, as raised marks have another."""
        return median(word.bottom for word in self.words)

    @cached_property
    def size(self) -> float:
        """The size of its letters, half points rounded."""
        return round(2 * median(word.size for word in self.words)) / 2

    @cached_property
    def font(self) -> str:
        """The one font of all its words; empty where there are several."""
        fonts = {word.font for word in self.words}
        return fonts.pop() if len(fonts) == 1 else ""


@dataclass(slots=True)
class _Run:
    """Lines that are one paragraph."""

    lines: list[Line]

    @property
    def size(self) -> float:
        return Counter(line.size for line in self.lines).most_common(1)[0][0]


_BULLET = re.compile(r"(?:[•●○▪■◦‣–—*-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s")
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|p\.|pp\.|seite|стр\.?|страница|第)\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/|из|von|页)\s*\d{0,4})?\W*",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:figure|fig\.|table|chart|map|photo|source|рис\.|таблица)\s*\d*\s*[.:]", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_WORD_END = re.compile(r"[\s,.;:!?()\"“”'’]")
_EDGE = 0.12
"""The share of a page's height, above and below, where its head and foot stand."""

_NEAR = 10
"""Lines before and after one that show how wide its column is."""


def paragraphs(lines: Sequence[Line]) -> list[str]:
    """The paragraphs of a document in reading order."""
    kept = _without_furniture(lines)
    flow = [line for _, page in groupby(kept, key=lambda line: line.page) for line in _in_columns(list(page))]
    runs = _mended(_runs(flow))
    words = Counter(word.text.strip(".,;:!?()\"'“”’").casefold() for line in flow for word in line.words)
    return [_joined([line.text for line in run.lines], words) for run in runs]


def largest(lines: Sequence[Line]) -> str | None:
    """What the first page sets in the largest letters, where these are clearly larger than its text: the title."""
    first = [line for line in _without_furniture(lines) if line.page == lines[0].page]
    if not first:
        return None
    sizes = Counter(dict.fromkeys({line.size for line in lines}, 0))
    for line in lines:
        sizes[line.size] += len(line.text)
    body, top = sizes.most_common(1)[0][0], max(line.size for line in first)
    title = [line.text for line in first if line.size == top]
    if top < 1.15 * body or len(title) > 5 or not 2 <= len(" ".join(title).split()) <= 40:
        return None
    return _joined(title, Counter())


def _without_furniture(lines: Sequence[Line]) -> list[Line]:
    """The lines without those at a page's edge that other pages repeat, or that count the pages."""
    pages: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    marks = {id(line): _marks(line) for line in _at_edges(lines)}
    for line in lines:
        for mark in marks.get(id(line), ()):
            pages[mark].add(line.page)
    return [
        line
        for line in lines
        if id(line) not in marks
        or not (_PAGE_NUMBER.fullmatch(line.text) or any(len(pages[mark]) > 1 for mark in marks[id(line)]))
    ]


def _marks(line: Line) -> list[tuple[str, int]]:
    """What a line at the edge may share with other pages: its words at its height, or a number that grows with them."""
    words = line.text.split()
    numbers = [int(word) for word in {words[0], words[-1]} if word.isdecimal() and len(word) <= 4]
    height = round(line.bottom / 4)
    return [
        (_DIGITS.sub("#", line.text).casefold(), height),
        *((f"page at {height}", number - line.page) for number in numbers),
    ]


def _at_edges(lines: Sequence[Line]) -> Iterator[Line]:
    return (line for line in lines if not _EDGE * line.height < line.bottom < (1 - _EDGE) * line.height)


def _in_columns(lines: list[Line]) -> list[Line]:
    """The lines of a page, those drawn across columns cut at the gap between them, left column first."""
    ordered: list[Line] = []
    at = 0
    while at < len(lines):
        end, gutter = _band(lines, at)
        if gutter is None:
            ordered.append(lines[at])
            at += 1
            continue
        middle = sum(gutter) / 2
        ordered += _within(lines[at:end], float("-inf"), middle)
        ordered += _in_columns(_within(lines[at:end], middle, float("inf")))
        at = end
    return ordered


def _band(lines: Sequence[Line], start: int) -> tuple[int, tuple[float, float] | None]:
    """How far from `start` the lines share a gap, and the gap; None where fewer than three of them have it."""
    best: tuple[int, tuple[float, float] | None] = (start, None)
    for low, high in _gaps(lines[start]):
        end, rows = start + 1, 1
        gap = (low, high)
        for line in lines[start + 1 :]:
            inner = [(max(gap[0], a), min(gap[1], b)) for a, b in _gaps(line)]
            inner = [(a, b) for a, b in inner if b - a > line.size * 0.8]
            if inner:
                gap, rows = inner[0], rows + 1
            elif not (line.right <= gap[0] or line.left >= gap[1]):
                break
            end += 1
        if rows >= 3 and end > best[0]:
            best = (end, gap)
    return best


def _gaps(line: Line) -> list[tuple[float, float]]:
    """The wide spaces between its words."""
    words = sorted(line.words, key=lambda word: word.left)
    return [(a.right, b.left) for a, b in pairwise(words) if b.left - a.right > 1.2 * line.size]


def _within(lines: Iterable[Line], low: float, high: float) -> list[Line]:
    """The parts of lines whose words begin between two edges."""
    parts = ((line, tuple(word for word in line.words if low <= word.left < high)) for line in lines)
    return [Line(line.page, line.height, words) for line, words in parts if words]


def _runs(lines: Sequence[Line]) -> list[_Run]:
    """Lines gathered into paragraphs."""
    if not lines:
        return []
    pitches: defaultdict[float, list[float]] = defaultdict(list)
    for a, b in pairwise(lines):
        if a.page == b.page and a.size == b.size and 0 < a.bottom - b.bottom < 4 * a.size:
            pitches[a.size].append(a.bottom - b.bottom)
    # Of the distances between lines the smaller half are those inside paragraphs.
    pitch = {size: median(sorted(found)[: len(found) // 2 + 1]) for size, found in pitches.items()}
    edges = _right_edges(lines)
    runs = [_Run([lines[0]])]
    for (a, b), edge in zip(pairwise(lines), edges, strict=False):
        if _parts(a, b, pitch.get(a.size, 1.3 * a.size), edge):
            runs.append(_Run([b]))
        else:
            runs[-1].lines.append(b)
    return runs


def _right_edges(lines: Sequence[Line]) -> list[float]:
    """How far right the column of each line reaches: as far as two of the lines near it that begin where it does."""
    edges: list[float] = []
    for at, line in enumerate(lines):
        near = sorted(
            (
                other.right
                for other in lines[max(0, at - _NEAR) : at + _NEAR + 1]
                if other.page == line.page and abs(other.left - line.left) < 3 * line.size
            ),
            reverse=True,
        )
        reached = (a for a, b in pairwise(near) if a - b < 4 * line.size)
        edges.append(next(reached, near[0]))
    return edges


def _parts(a: Line, b: Line, pitch: float, edge: float) -> bool:
    """Whether a paragraph ends between two lines."""
    ended = ends_sentence(a.text)
    runs_on = not ended and _starts_small(b.text) and not _BULLET.match(b.text)
    if abs(a.size - b.size) > 0.1 * max(a.size, b.size):
        return True
    room = edge - a.right > _first_width(b) + 0.8 * a.size
    fonts_differ = bool(a.font and b.font and a.font != b.font)
    below = a.page == b.page and a.bottom - b.bottom > 0
    if not below:
        # The next column or page.
        return not (a.text.endswith("-") or runs_on) and (
            ended or room or fonts_differ or bool(_BULLET.match(b.text))
        )
    distance = a.bottom - b.bottom
    if runs_on or a.text.endswith("-"):
        return distance > 2.5 * pitch
    if distance > 1.25 * pitch + 0.5:
        return True
    if _BULLET.match(b.text) and (ended or room or a.text.endswith((":", ";"))):
        return True
    if fonts_differ and (ended or room):
        return True
    if room:
        return True
    indented = 0.7 * a.size < b.left - a.left < 6 * a.size
    return indented and ended


def _starts_small(text: str) -> bool:
    letter = next((character for character in text if character.isalpha()), "")
    return letter.islower() and not text[:1].isdigit()


def _first_width(line: Line) -> float:
    return line.words[0].right - line.words[0].left


def _mended(runs: list[_Run]) -> list[_Run]:
    """Paragraphs that a note, a caption or a picture's text cuts in two made whole, behind what cut them."""
    mended: list[_Run] = []
    at = 0
    while at < len(runs):
        run = runs[at]
        mended.append(run)
        ahead = _rest(runs, at)
        if ahead is None:
            at += 1
            continue
        run.lines += runs[ahead].lines
        # What stood between comes next; the rest may be cut in its turn.
        runs[ahead] = run
        mended[-1:] = runs[at + 1 : ahead]
        at = ahead
    return mended


def _rest(runs: Sequence[_Run], at: int) -> int | None:
    """Where the rest of a paragraph that breaks off stands, at most three others on."""
    run = runs[at]
    text = run.lines[-1].text
    if ends_sentence(text) or len(" ".join(line.text for line in run.lines).split()) < 6:
        return None
    for ahead in range(at + 2, min(at + 5, len(runs))):
        between, other = runs[ahead - 1], runs[ahead]
        if between.size >= 0.95 * run.size and not _CAPTION.match(between.lines[0].text):
            return None
        if other.size == run.size and _starts_small(other.lines[0].text):
            return ahead
    return None


def _joined(lines: Iterable[str], words: Counter[str]) -> str:
    """Lines as one text: a word cut at a line's end whole again, as the document writes it elsewhere."""
    text = ""
    for line in lines:
        if text.endswith("-") and not text.endswith((" -", "--")) and line[:1].isalnum():
            text = (text[:-1] if _is_cut(text, line, words) else text) + line
        elif text.endswith(("—", "–")) and not text.endswith((" —", " –")):
            text += line
        elif text and not (UNSPACED.match(text[-1]) and UNSPACED.match(line[:1])):
            text += " " + line
        else:
            text += line
    return text


def _is_cut(text: str, line: str, words: Counter[str]) -> bool:
    """Whether the hyphen at the end of a text only cuts a word, and is no part of it.

    It is part of a name, of a word with another hyphen, and of one whose halves the document uses as words, unless
    it also writes them as one.
    """
    before, after = _WORD_END.split(text[:-1])[-1].casefold(), _WORD_END.split(line)[0]
    if not after[:1].islower() or not before[-1:].isalpha() or "-" in before:
        return False
    if words[before + after] or words[f"{before}-{after}"]:
        return words[before + after] >= words[f"{before}-{after}"]
    return not (words[before] and words[after])

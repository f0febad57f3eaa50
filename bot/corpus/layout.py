"""What each paragraph of a page is: the document's own prose, its headings and credits, or the page round it.

The rules are about how pages are made, not about any one page: prose ends in a full stop, a menu does not; what
stands before the first and after the last prose is the page; words that sites print round articles are listed.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.corpus.dates import mentions
from bot.corpus.document import Kind
from bot.corpus.runins import parted
from bot.corpus.sentences import UNSPACED


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines that is one paragraph; offsets into the document's text, white space round it left out."""

    start: int
    end: int
    kind: Kind = Kind.PROSE


_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ENDS = re.compile(r"[.!?…。！？۔][\"'”’»)\]]*(?:\s?[■□▪◼◆●∎])?$")
_LEADS_ON = re.compile(r"[:;,–—][\"'”’»)\]]*$")

_CAPTION = re.compile(
    r"(?:image|photo|photograph|picture|figure|fig\.?|table|chart|graph|map|video|caption|illustration|фото|рис\.?|таблица|图)"
    r"\s*(?:\d+\s*)?(?:credit|by|courtesy)?\s*[:.|：]",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:by|author|authors|written by|publication|publisher|published(?: on| by| in)?|source|posted(?: on| by)?|updated|last updated|date"
    r"|автор|источник|дата|опубликовано|作者|来源)\s*[:：]",
    re.IGNORECASE,
)
_DESK = re.compile(
    r"(?:(?:additional )?reporting|writing|edit(?:ed|ing)|translat(?:ed|ion)|compiled|produced) by\b[^.]*\.?",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?i:by|par|von|por)\s+(?:[^\W\d_a-z][\w.'’-]+)(?:\s+(?:and|et|y|und|de|del|der|van|von|[^\W\d_a-z][\w.'’-]*)){0,7},?$"
)
_PUBLISHED_BY = re.compile(
    r"(?:(?:re)?published|reprinted|posted|first appeared|originally published)\b.{0,160}\b(?:by|in|on|with)\b.{0,160}$",
    re.IGNORECASE | re.DOTALL,
)
_DATE_LINE = re.compile(
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
    r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}"
    r"|[^\W\d_]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?\s*,?\s+\d{4}"
    r"|\d{1,2}(?:st|nd|rd|th)?\.?\s+[^\W\d_]{3,9}\.?,?\s+\d{4}(?:\s*г\.?(?:ода)?)?|\d{4}年\d{1,2}月\d{1,2}日)"
    r"(?:[\s,T|·-]+\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*[A-Z]{2,5})?)?$",
    re.IGNORECASE,
)
_BIOGRAPHY = re.compile(
    r"(?:(?:Dr|Prof|Mr|Ms|Mrs)\.?\s+)?[A-Z][\w.'’-]+(?:\s+(?:[A-Z]\.|[A-Z][\w'’-]+|de|van|von|al|bin)){1,4},?\s+(?:is|was|works|serves|teaches|writes|covers)\b"
    r"(?=.{0,200}\b(?i:fellow|professor|student|lecturer|researcher|analyst|journalist|reporter|correspondent|editor|writer|author|columnist"
    r"|director|scholar|expert|economist|candidate|associate|specialist|consultant|contributor|founder|scientist|historian)\b)",
    re.DOTALL,
)
# Lines that sites print round an article, matched whole.
_FURNITURE = re.compile(
    r"(?:you (?:might|may) (?:also|like).*|(?:related|recommended|popular|latest|more|most read|trending|top)\s*(?:articles?|stories|posts?|news|content|topics?|from .*|on .*|in .*)?"
    r"|read (?:more|also|next|on|the full .*)\b.*|see (?:also|more)\b.*|continue reading.*|share(?: this)?.*|tweet|print(?: this)?.*|e-?mail(?: this)?"
    r"|back to (?:the )?top|to the top|top of page|subscribe.*|sign (?:up|in).*|log ?in|register|newsletter.*|follow us.*|join us.*|contact(?: us)?|about(?: us)?"
    r"|(?:number of )?(?:shows|views|reads|visits|hits|comments?|shares|likes|просмотр\w*|комментари\w*)\s*[:(]?\s*\d*[\d,.\s]*\)?|\d[\d,.\s]*\s*(?:views|comments?|shares|likes|reads|min(?:ute)?s? read)"
    r"|leave a (?:comment|reply).*|post a comment|add a comment|home(?:page)?|menu|navigation|search.*|skip to .*|advertisement|sponsored.*|cookies?\b.*|we use cookies.*"
    r"|accept(?: all)?|privacy(?: policy)?|terms.*|all rights reserved.*|©.*|\(c\)\s*\d{4}.*|copyright\b.*|tags?\b.*|categor(?:y|ies)\b.*|filed under.*|topics?:.*|keywords?:.*"
    r"|language\s*[:：].*|english|русский|қазақша|українська|türkçe|中文|简体(?:中文)?|繁體(?:中文)?|español|français|deutsch|العربية"
    r"|next|previous|prev|close|download(?: pdf)?|pdf|rss|articles?|news|latest|opinion|archive|issues?|editor['’]?s? (?:pick|choice)s?"
    r"|читайте также.*|поделиться.*|смотрите также.*|наверх|подпис\w+.*|главная|相关阅读.*|分享.*|返回顶部|首页)",
    re.IGNORECASE,
)
# What begins so and goes on to a full stop may be a sentence: “Terms of the deal were not disclosed.”
_MAY_BE_PROSE = re.compile(
    r"(?:share(?!s?\s(?:this|it|on|your|via|with)\b)|search(?!\s(?:for|this|our|the site)\b)|subscribers|terms\b|copyright\b(?!\s*(?:©|\d))|sponsored\b|newsletters?\b|tags?\s|categor|cookies\s|(?:more|latest|top|related|popular)\s)",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"(?:the )?(?:views?|opinions?|statements?) (?:expressed|of the author|presented|in this)\b.*(?:author|own|reflect|represent|necessarily)"
    r"|(?:this (?:article|post|piece|story|report|text)|the article) (?:was|is|has been|first|originally)\b.*\b(?:published|appeared|republished|reprinted|licen[sc]ed)"
    r"|(?:please )?enable javascript|.{0,40}\bjavascript is (?:disabled|required|not enabled)|.{0,80}\b(?:ad ?blocker|uses? cookies)\b"
    r"|our standards:|.{0,60}\bis not responsible for the content of external|(?:get|receive) .{0,60}\b(?:delivered|sent|in your inbox|newsletter)\b"
    r"|the authors? (?:is|are|would like to thank|thanks?|wish(?:es)? to thank)\b.{0,20}(?:grateful|thank)"
    r"|(?:click|tap) (?:here|on)\b|(?:please )?(?:subscribe|sign up|follow us|support us|donate)\b",
    re.IGNORECASE | re.DOTALL,
)
_ADDRESS = re.compile(r"(?:[\w ]{1,20}:\s*)?https?://\S+", re.IGNORECASE)
_COMMENTS = re.compile(
    r"(?:\d+\s+)?comments?(?:\s*\(?\d*\)?)?:?|leave a (?:comment|reply)|комментарии(?:\s*\(?\d*\)?)?:?",
    re.IGNORECASE,
)
_AGENCY_PICTURE = re.compile(
    r"\[\d+/\d+\]|image source\b|image caption\b|.{0,200}\b(?:REUTERS|AFP|AP Photo|EPA(?:-EFE)?|Getty Images|Shutterstock|Xinhua)/[A-Z]"
    r"|\((?:REUTERS|AFP|AP|EPA|Xinhua|TASS|Getty Images)/[^)]*\)|\[(?:photo|image|picture)\b[^\]]*\]$",
    re.IGNORECASE,
)
_MARKED = re.compile(r"(?:[•*▪◦‣●·■□►–—-]\s*|\(?(?:\d{1,2}|[a-z])[.)]\s+)\S")
_GOES_ON = re.compile(r"(?:[,;；，]|\b(?:and|or|и|или))$")
_LISTED = re.compile(r"[:：]\s*\n")
_CLAUSE = re.compile(
    r"[•*▪◦‣●·■□►–—-]\s+(?:\S+\s+)+?(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did|\w{3,}ed|rose|fell|grew|said|says|became|began|went|made|took|set|put)\s"
)
LIST_WORDS = 90
"""Words up to which a list is quoted in one piece with the sentence that leads to it."""
LEAD_WORDS = 3
"""Words that such a sentence has at least."""
CREDIT_WORDS = 14
"""Words from which a line that begins like a credit and ends like a sentence holds the text’s first sentence too."""
BESIDE_A_DATE = 7
"""Words that a line may have beside a date and still be a credit."""
_SEPARATORS = re.compile(r"\s[|»›·•/>]\s")


def blocks(text: str) -> list[Block]:
    """The paragraphs of a text: its lines, or, where lines are wrapped by width, the runs between blank lines."""
    groups = _groups(text)
    if _is_wrapped(text, groups):
        return [Block(group[0].start, group[-1].end) for group in groups]
    return list(_with_lists(text, [line for group in groups for line in group]))


def _with_lists(text: str, lines: Sequence[Block]) -> Iterator[Block]:
    """The lines, but a short list whose items are no sentences as one paragraph with the words that lead to it."""
    number = 0
    while number < len(lines):
        last = number
        lead = text[lines[number].start : lines[number].end]
        if lead.endswith((":", "：")) and len(lead.split()) >= LEAD_WORDS:
            last = _list_end(text, lines, number)
        yield Block(lines[number].start, lines[last].end)
        number = last + 1


def _list_end(text: str, lines: Sequence[Block], lead: int) -> int:
    """The last line of the list that a line leads to; that line itself where there is no list, or a long one."""
    last = lead
    for number in range(lead + 1, len(lines)):
        line = text[lines[number].start : lines[number].end]
        # An item has a mark before it, or a comma at its end or at the end of the one before.
        before = text[lines[last].start : lines[last].end] if last > lead else ""
        if not (
            _MARKED.match(line) or (line[0].islower() and (_GOES_ON.search(line) or _GOES_ON.search(before)))
        ):
            break
        last = number
        if _ENDS.search(line):
            break
    short = len(text[lines[lead].start : lines[last].end].split()) <= LIST_WORDS
    return last if last >= lead + 2 and short else lead


def classify(text: str, cut: Sequence[Block], leave_out: Sequence[str] = ()) -> list[Block]:
    """The same paragraphs, each with what it is. `leave_out` are paragraphs that the curator calls page furniture."""
    out = {" ".join(line.split()) for line in leave_out}
    lines = [" ".join(text[b.start : b.end].split()) for b in cut]
    kinds = [
        _list_kind(text[b.start : b.end], line in out)
        if _LISTED.search(text, b.start, b.end)
        else _own_kind(line, line in out)
        for b, line in zip(cut, lines, strict=True)
    ]
    _mark_comments(lines, kinds)
    _mark_biographies(lines, kinds)
    _mark_repeats(lines, kinds)
    prose = [i for i, kind in enumerate(kinds) if kind is Kind.PROSE]
    if prose:
        _mark_dated_credits(lines, kinds, prose[0])
        title = _title(lines, kinds, prose[0])
        for i, kind in enumerate(kinds):
            if kind is not Kind.HEADING:
                continue
            if i == title:
                kinds[i] = Kind.TITLE
            elif i > prose[-1] or (
                title is not None and i < prose[0] and (i < title or _doubles(lines[i], lines[title]))
            ):
                # Before the title and after the last sentence stands the page, not the article.
                kinds[i] = Kind.FURNITURE
    return [replace(block, kind=kind) for block, kind in zip(cut, kinds, strict=True)]


def is_date_line(line: str) -> bool:
    """Whether a line is a date and nothing else."""
    return bool(_DATE_LINE.fullmatch(re.sub(r"\s+,", ",", line.strip())))


def is_credit(line: str) -> bool:
    """Whether a line by itself says who wrote or published the document, where or when."""
    return _own_kind(line, False) is Kind.CREDIT


def is_biography(line: str) -> bool:
    """Whether a paragraph tells who its author is."""
    return bool(_BIOGRAPHY.match(line)) and len(line.split()) <= 90


def _own_kind(line: str, left_out: bool) -> Kind:
    """What a paragraph is by its own words alone."""
    size = len(_WORD.findall(line)) + len(UNSPACED.findall(line)) // 2
    sentence = size >= 6 and _ENDS.search(line) and _MAY_BE_PROSE.match(line)
    if left_out or not _WORD.search(line) or (_FURNITURE.fullmatch(line) and not sentence):
        return Kind.FURNITURE
    if size <= 60 and _DISCLAIMER.match(line):
        return Kind.FURNITURE
    if _ADDRESS.fullmatch(line):
        return Kind.CREDIT
    credit = size <= 30 and (_CREDIT.match(line) or _PUBLISHED_BY.match(line))
    if is_date_line(line) or (credit and not (size > CREDIT_WORDS and _ENDS.search(line))):
        return Kind.CREDIT
    if (size <= 10 and _BYLINE.match(line)) or (size <= 40 and _DESK.fullmatch(line)):
        return Kind.CREDIT
    if size <= 60 and (_CAPTION.match(line) or _AGENCY_PICTURE.match(line)):
        # “Photo: Ann Lee/Bay News The town council …” tells who took a picture, and begins the story.
        return Kind.PROSE if any(start for start, _ in parted(line)) else Kind.CAPTION
    if _SEPARATORS.search(line) and not _ENDS.search(line) and size <= 20:
        return Kind.FURNITURE
    if _ENDS.search(line) and size >= 5 and not _is_question_heading(line, size):
        return Kind.PROSE
    if size >= 25 or _CLAUSE.match(line) or (_LEADS_ON.search(line) and size >= 8):
        return Kind.PROSE
    return Kind.HEADING


def _list_kind(lines: str, left_out: bool) -> Kind:
    """What a list with the words that lead to it is: prose, unless those words are the page's."""
    lead = " ".join(lines[: _LISTED.search(lines).end()].split())  # type: ignore[union-attr]  # the caller has seen it
    kind = _own_kind(lead, left_out)
    return Kind.PROSE if kind is Kind.HEADING else kind


def _is_question_heading(line: str, size: int) -> bool:
    """A lone short question is a heading: “Why is China not loved?”"""
    return line.endswith("?") and size <= 12 and len(re.findall(r"[.!?…]", line)) == 1


def _mark_comments(lines: Sequence[str], kinds: list[Kind]) -> None:
    """What readers wrote below the article."""
    for i, line in enumerate(lines):
        if _COMMENTS.fullmatch(line) and Kind.PROSE in kinds[:i]:
            kinds[i:] = [Kind.FURNITURE] * (len(kinds) - i)
            return


def _mark_dated_credits(lines: Sequence[str], kinds: list[Kind], first: int) -> None:
    """Lines before the first prose that are a date with a few words beside it: when it was updated, by whom, where."""
    for i in range(first):
        if kinds[i] in (Kind.HEADING, Kind.FURNITURE) and (
            days := [m for m in mentions(lines[i]) if m.as_date()]
        ):
            beside = lines[i][: days[0].start] + " " + lines[i][days[-1].end :]
            if len(re.findall(r"[^\W\d_]{2,}", beside)) <= BESIDE_A_DATE:
                kinds[i] = Kind.CREDIT


def _mark_biographies(lines: Sequence[str], kinds: list[Kind]) -> None:
    """The last paragraphs, where they tell who the author is."""
    for i in [i for i, kind in enumerate(kinds) if kind is Kind.PROSE][:-4:-1]:
        if not is_biography(lines[i]):
            break
        kinds[i] = Kind.CREDIT


def _mark_repeats(lines: Sequence[str], kinds: list[Kind]) -> None:
    """A paragraph that stands word for word inside another is a pull quote or a teaser of it."""
    for i, line in enumerate(lines):
        if kinds[i] is not Kind.PROSE or len(line) > 600:
            continue
        core = line.rstrip(".…")
        for j, other in enumerate(lines):
            if kinds[j] is Kind.PROSE and i != j and core in other and (len(other) > len(line) or j < i):
                kinds[i] = Kind.FURNITURE
                break


def _title(lines: Sequence[str], kinds: Sequence[Kind], first: int) -> int | None:
    """Which heading before the first prose is the title.

    One that is doubled; else the one that a byline or date stands under, with no more than a deck between; else the
    one of the most words.
    """
    candidates = [i for i in range(first) if kinds[i] is Kind.HEADING and len(_WORD.findall(lines[i])) >= 2]
    candidates += [
        i
        for i in range(first)
        if kinds[i] is Kind.HEADING and UNSPACED.search(lines[i]) and i not in candidates
    ]
    if not candidates:
        return None
    doubled = [i for i in candidates if any(i != j and _doubles(lines[j], lines[i]) for j in candidates)]
    # Of a doubled title the shortest form is the title; the longer one has the section's name before it.
    if doubled:
        return min(doubled, key=lambda i: (len(lines[i]), i))
    if (above := _above_credit(lines, kinds, candidates, first)) is not None:
        return above
    return max(candidates, key=lambda i: (len(_WORD.findall(lines[i])) + len(UNSPACED.findall(lines[i])), -i))


def _above_credit(
    lines: Sequence[str], kinds: Sequence[Kind], candidates: Sequence[int], first: int
) -> int | None:
    credit = next((i for i in range(first) if kinds[i] is Kind.CREDIT), None)
    if credit is None:
        return None
    above = [
        i for i in (credit - 2, credit - 1) if i in candidates and set(range(i, credit)) <= set(candidates)
    ]
    # A section's name may stand over the title too, but it is short.
    return next((i for i in above if len(_WORD.findall(lines[i])) > 2), None)


def _doubles(line: str, title: str) -> bool:
    """Whether a line says the title again, alone or with something before or after it."""
    short, long = sorted((title.casefold(), line.casefold()), key=len)
    return len(short) >= 12 and short in long


def _groups(text: str) -> list[list[Block]]:
    """Lines as blocks, grouped by the blank lines between them."""
    groups: list[list[Block]] = [[]]
    previous = 0
    for line in _line_blocks(text):
        if groups[-1] and _blank_lines(text[previous : line.start]):
            groups.append([])
        groups[-1].append(line)
        previous = line.end
    return [group for group in groups if group]


def _line_blocks(text: str) -> Iterator[Block]:
    for match in _LINE.finditer(text):
        line = match.group().lstrip("\ufeff")
        inner = line.strip()
        if inner:
            start = match.end() - len(line) + len(line) - len(line.lstrip())
            yield Block(start, start + len(inner))


def _blank_lines(gap: str) -> bool:
    return len(re.findall(r"\r\n|[\r\n\v\f\x85\u2028\u2029]", gap)) > 1


def _is_wrapped(text: str, groups: Sequence[Sequence[Block]]) -> bool:
    """Whether the line breaks inside paragraphs come from a fixed line width."""
    breaks = [
        (text[line.start : line.end], text[after.start : after.end])
        for group in groups
        for line, after in itertools.pairwise(group)
    ]
    running = [
        before
        for before, after in breaks
        if 40 <= len(before) <= 120 and not _ENDS.search(before) and after[:1].islower()
    ]
    return len(breaks) >= 4 and len(running) >= 0.35 * len(breaks)

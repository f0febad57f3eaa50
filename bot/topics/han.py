"""Names in text without capitals: Chinese and Japanese have neither capitals nor spaces that would tell one.

What is told there by other means: marks round titles and terms, a string of characters that comes again and again
between different neighbours, and the kind of thing that a name ends with. No dictionary; what is not certain is left.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

HAN = "㐀-䶿一-鿿豈-﫿々〇\U00020000-\U0003fffd"
IS_HAN = re.compile(f"[{HAN}]")
DOTS = "·・‧•"
"""They part the words of a name that was taken from another language: “维拉·蒂斯代尔”."""
SCRIPTS = re.compile(f"[{HAN}]|[ァ-ヺー]+|[ぁ-ゟ]+|[^{HAN}ァ-ヺーぁ-ゟ]+")
"""Words of a run of letters: each Han character, then runs of one script."""

_RUN = re.compile(f"[{HAN}ァ-ヺー{DOTS}]{{2,}}")
_MARKED = re.compile(f"[《『「]([{HAN}ァ-ヺーA-Za-z0-9{DOTS} ]{{2,30}})[》』」]")
_QUOTED = re.compile(f"“([{HAN}A-Za-z0-9{DOTS}]{{3,12}})”")
_SHARE = 0.2
"""How much of a document must be Chinese or Japanese."""
_LONGEST = 12
_SHORTEST = 3
_TIMES = 3
"""How often a document must write what nothing else tells to be a name."""
# Particles, pronouns and verbs of grammar, that begin or end no name.
_OPENS_NONE = frozenset(
    "的了在是和与與及也就都而着把被让讓从從对對这這那此该該些们們等将將已并並但不没沒有可会會能要我你他她它说說其之或则則为為"
)
_ENDS_NONE = _OPENS_NONE - frozenset("会會") | frozenset("向于於以个個上中下内內后後前时時里裡年月日第一")
_NUMERALS = frozenset("一二三四五六七八九十百千万萬亿億两兩〇零第年月日多余")
# What names of places and bodies end with.
_KINDS = (
    "国", "國", "省", "市", "县", "縣", "州", "区", "區", "河", "江", "湖", "海", "洋", "山", "岛", "島", "港", "桥",
    "橋", "公司", "集团", "集團", "银行", "銀行", "大学", "大學", "学院", "組織", "组织", "联盟", "聯盟", "委员会",
    "委員会", "部", "协定", "条约", "计划", "倡议", "峰会", "论坛", "日报", "通讯社", "党", "黨", "铁路", "公路", "机场",
    "水库", "电站", "医院", "法院", "議会", "议会", "斯坦",
)  # fmt: skip


def terms(joined: str) -> Iterator[tuple[str, int]]:
    """What the passages of a document, joined by newlines, name in Chinese or Japanese, each once, and how often."""
    runs = [] if joined.isascii() else [match.group() for match in _RUN.finditer(joined)]
    # What another language quotes of Chinese in brackets are no names of its own.
    if sum(map(len, runs)) < _SHARE * len(joined):
        return
    found = Counter(" ".join(match.group(1).split()) for match in _MARKED.finditer(joined))
    quoted = Counter(match.group(1) for match in _QUOTED.finditer(joined) if IS_HAN.search(match.group(1)))
    found.update({name: count for name, count in quoted.items() if count > 1})
    found.update({name: count for name, count in _recurring(runs) if name not in found})
    yield from found.items()


def _recurring(runs: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Strings that stand between different characters each time: no part of one longer string, nor two side by side."""
    # What comes twice is made of shorter strings that do, so that only where those are longer ones are looked for.
    places = [(number, start) for number, run in enumerate(runs) for start in range(len(run))]
    for size in range(2, _LONGEST + 1):
        places = [(number, start) for number, start in places if start + size <= len(runs[number])]
        counts = Counter(runs[number][start : start + size] for number, start in places)
        places = [
            (number, start) for number, start in places if counts[runs[number][start : start + size]] > 1
        ]
        before: defaultdict[str, set[str]] = defaultdict(set)
        after: defaultdict[str, set[str]] = defaultdict(set)
        for number, start in places:
            run, end = runs[number], start + size
            part = run[start:end]
            # The edge of a run differs from every other.
            before[part].add(run[start - 1] if start else f"<{number}")
            after[part].add(run[end] if end < len(run) else f">{number}")
        for part in before:
            if len(before[part]) > 1 and len(after[part]) > 1 and _is_name(part, counts[part]):
                yield part, counts[part]


def _is_name(part: str, count: int) -> bool:
    if part[0] in _OPENS_NONE or part[-1] in _ENDS_NONE or part[0] in DOTS or part[-1] in DOTS:
        return False
    if part[0] in _NUMERALS and not part.endswith(_KINDS):
        return False
    if any(dot in part for dot in DOTS):
        return True
    if part.endswith(_KINDS) or not IS_HAN.search(part):
        return len(part) >= _SHORTEST or (count >= _TIMES and bool(IS_HAN.search(part)))
    return len(part) >= _SHORTEST and count >= _TIMES

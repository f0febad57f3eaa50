"""What people wrap round a name: a question or a request, the same word twice, a link, a file's ending.

A name is looked up as it was typed first. Only where that names nothing is it looked up again without these.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

from bot.lookup.asking import AT_ENDS
from bot.lookup.keys import HAN_TITLES, INITIAL, is_han

# What asks in Chinese, whose words no space parts.
_HAN_BEFORE = re.compile(
    rf"^(?!谁是.*(?:{HAN_TITLES}))(?:请问|请|麻烦|帮我|给我|能否|能不能|可以|可不可以|你|您|我想|我要|想|知道|了解|查询|查一下|查|告诉我|告诉|我|介绍一下|介绍|说一下|说说|讲讲|讲一下"
    r"|谈谈|解释一下|解释|总结一下|总结|概述|看看|关于|有关|对于|什么是|什么叫|哪里是|为什么|最新|最近|的|[，、：])*(?:谁是)?"
)
_HAN_AFTER = re.compile(
    r"(?:怎么样|怎么了|怎样|如何|是什么样的|是什么|什么|(?<![统統席理相王记記长長使军軍授士生])(?:是谁|谁)|在哪里|在哪儿|在哪|是哪里|有哪些|的|之|最新|最近|有关|相关|基本|具体|情况|消息|新闻|信息|资料|简介|介绍|概况"
    r"|近况|现状|动态|吗|呢|啊|吧|了|[，、。：？！])+$"
)
_TWICE = re.compile(r"^(.{2,}?)(?: \1)+$", re.IGNORECASE)
_HAN_TWICE = re.compile(r"^(.{2,}?)\1+$")
_READ = 1_000
"""Characters looked at, to the end of a word."""
# What a question asks that is put to the documents.
_DOCUMENTS = re.compile(
    r"\b(?:the|these|those|your|our|any)? *(?:documents?|sources?|texts?|articles?|reports?|papers?|corpus) +"
    r"(?=(?:say|says|said|tell|tells|told|mention|mentions|report|reports|state|states|write|writes|have|has|know)\b)",
    re.IGNORECASE,
)
# What programs put round words: links and their text, mentions, emoji by their names, addresses, endings of files.
_MARKUP = (
    (re.compile(r"!?\[([^\[\]]+)\]\([^()]*\)"), r" \1 "),
    (re.compile(r"<a?:(\w+):\d+>"), r" \1 "),
    (re.compile(r"<(?:@[!&]?|#)\d+>|@(?:everyone|here)\b"), " "),
    (re.compile(r"https?://[^\s/]+/(?:\S*/)?([^\s/?#]+)/?(?:[?#]\S*)?"), r" \1 "),
    (re.compile(r"^(?:\S*[/\\])?([^\s/\\]*\w)\.[a-z]{2,4}$", re.IGNORECASE), r"\1"),
    (re.compile(r"\x1b\[[0-9;]*[A-Za-z]"), " "),
)


def unwrapped(query: str, *, unfinished: bool = False) -> str:
    """A query without what is wrapped round a name; empty where that is all. An `unfinished` one keeps its last word."""
    text = query if len(query) <= _READ else query[:_READ].rpartition(" ")[0]
    text = unicodedata.normalize("NFC", text)
    for pattern, kept in _MARKUP:
        text = pattern.sub(kept, text.strip())
    text = _DOCUMENTS.sub("", text)
    if is_han(text):
        text = _HAN_TWICE.sub(r"\1", _HAN_AFTER.sub("", _HAN_BEFORE.sub("", text)))
    every = filter(None, (word if INITIAL.fullmatch(word) else _bare(word) for word in text.split()))
    words = [next(same) for _, same in groupby(every, key=str.lower)]
    shouted = query.isupper()
    while len(words) > unfinished and _asks(words[0], shouted):
        del words[0]
    while words and not unfinished and _asks(words[-1], shouted):
        words.pop()
    return _TWICE.sub(r"\1", " ".join(words))


def _bare(word: str) -> str:
    """A word from its first letter or digit to its last, with the vowel signs of that."""
    places = [place for place, letter in enumerate(word) if letter.isalnum()]
    if not places:
        return ""
    start, end = places[0], places[-1] + 1
    if all(map(_is_mark, word[:start])):
        start = 0
    while end < len(word) and _is_mark(word[end]):
        end += 1
    return word[start:end]


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter).startswith("M")


def _asks(word: str, shouted: bool) -> bool:
    """Whether a word is of a question; where not everything is in capitals, “IT” and “WHO” are names."""
    return word.lower() in AT_ENDS and (shouted or len(word) == 1 or not word.isupper())

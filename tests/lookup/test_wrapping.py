"""What people wrap round a name comes off; names keep all that is theirs."""

import time

import pytest

from bot.lookup import Ambiguous, Found, NameIndex, NotFound
from bot.lookup.wrapping import unwrapped

NAMES = [
    ("Lake Tengiz", "tengiz"), ("Tengiz", "tengiz"), ("Озеро Тенгиз", "tengiz"), ("Теңіз көлі", "tengiz"), ("田吉兹湖", "tengiz"),
    ("Walla Walla", "walla"), ("Walla", "salla"), ("Andara", "andara"), ("安达拉", "andara"), ("News of Andara", "news"), ("The Host", "host"),
    ("WHO", "who"), ("United States", "us"), ("US", "us"), ("US-Andara talks", "talks"), ("Aid to Andara", "aid"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "bare"),
    [
        ("What do the documents say about Lake Tengiz?", "Lake Tengiz"), ("could you please tell me what is known of Tengiz", "Tengiz"),
        ("Что известно об озере Тенгиз?", "озере Тенгиз"), ("расскажи мне про Тенгиз, пожалуйста", "Тенгиз"), ("на Тенгизе", "Тенгизе"),
        ("Теңіз көлі туралы не белгілі?", "Теңіз көлі"), ("请告诉我田吉兹湖的情况", "田吉兹湖"), ("田吉兹湖怎么样？", "田吉兹湖"), ("谁是张三", "张三"),
        ("谁是安达拉总统", "谁是安达拉总统"), ("tengiz tengiz", "tengiz"), ("lake tengiz Lake Tengiz", "lake tengiz"), ("安达拉安达拉", "安达拉"),
        ("<@123456> tengiz", "tengiz"), ("@everyone tengiz", "tengiz"), ("<:tengiz:12345>", "tengiz"), ("[tengiz](http://x.example)", "tengiz"),
        ("https://wiki.example/wiki/Lake_Tengiz?a=b#c", "Lake_Tengiz"), ("briefs/lake-tengiz.json", "lake-tengiz"), ("C:\\tengiz.txt", "tengiz"),
        ("\x1b[31mtengiz", "tengiz"), ("**“tengiz”**", "tengiz"), ("WHO and tengiz", "WHO and tengiz"), ("WHAT ABOUT TENGIZ", "TENGIZ"),
        ("what do your sources say on Tengiz", "Tengiz"), ("dark matter", "dark matter"), ("source of the Tengiz", "source of the Tengiz"),
        ("சாமி?", "சாமி"), ("«सामी»", "सामी"), ("कुआं…", "कुआं"), ("ิกรุงเทพ", "ิกรุงเทพ"), ("tengiz⭐️", "tengiz"), ("⭐️tengiz", "tengiz"),
        ("what is it", ""), ("и", ""), ("🦀 ?!", ""), ("", ""), ("Port of Call", "Port of Call"),
    ],
)  # fmt: skip
def test_what_comes_off(query: str, bare: str) -> None:
    """Questions and requests in four languages, repetitions, and what programs put round words."""
    assert unwrapped(query) == bare


def test_a_last_word_that_is_being_typed_stays() -> None:
    """While typing, the end of a text may be the beginning of a name."""
    assert unwrapped("what about the", unfinished=True) == "the"
    assert unwrapped("расскажи про ба", unfinished=True) == "ба"


@pytest.mark.parametrize("text", ["a " * 50_000, "a" * 100_000, "ab " * 3000 + "c", "/" * 20_000, "http://a/" + "/" * 20_000, "谁是" * 9000, "的" * 20_000])  # fmt: skip
def test_long_texts_take_no_time(text: str) -> None:
    """No text makes the patterns run on."""
    started = time.perf_counter()
    unwrapped(text)
    assert time.perf_counter() - started < 1.0


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("What do the documents say about Tengiz?", "tengiz"), ("Что известно об озере Тенгиз?", "tengiz"), ("Теңіз көлі туралы не белгілі?", "tengiz"),
        ("请告诉我田吉兹湖的情况", "tengiz"), ("https://wiki.example/Lake_Tengiz", "tengiz"), ("tengiz " * 700, "tengiz"), ("andara andara", "andara"),
        ("walla walla", "walla"), ("the host", "host"), ("who", "who"), ("news of andara", "news"),
    ],
)  # fmt: skip
def test_a_name_is_found_in_its_wrapping(index: NameIndex, query: str, slug: str) -> None:
    """The name is found as if it had been typed alone; a name that has such words itself is found first; the query stays."""
    answer = index.resolve(query)
    assert isinstance(answer, Found), answer
    assert answer.match.slug == slug
    assert answer.query == query


def test_what_is_one_of_several_stays_so(index: NameIndex) -> None:
    """Taking words off decides nothing between names that the whole query fits."""
    answer = index.resolve("US Andara")
    assert isinstance(answer, Ambiguous | NotFound)
    assert answer.suggestions[0].slug == "talks"

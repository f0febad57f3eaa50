"""The names and queries that look-ups are measured by."""

import json
from collections import Counter
from pathlib import Path

from bot.lookup.romanise import romanise
from tests.eval.lookup_cases import KINDS, by_turns, invented, made_up, unseen
from tests.eval.lookup_queries import Query


def test_made_up_cases_of_any_size() -> None:
    """So many different names as asked for, public ones first; what is meant is held, what means nothing is not."""
    for size in (300, 12_000):
        cases = made_up(size, most=20)
        names = {name for name, _ in cases.names}
        folded = {romanise(name) for name in names}
        assert len(names) == len(cases.names) == size
        assert all(query.meant <= names for query in cases.queries)
        assert not any(romanise(query.text) in folded for query in cases.queries if not query.meant)
        assert set(Counter(query.kind for query in cases.queries)) == set(KINDS.values())
        assert max(Counter(query.kind for query in cases.queries).values()) == 20
        assert cases.typed
    assert made_up(300, most=20) == made_up(300, most=20)


def test_invented_names_are_all_different_and_the_same_every_time() -> None:
    """A size is a number of different names, and always gives the same."""
    names = invented(2000)
    assert len(set(names)) == 2000
    assert names == invented(2000)


def test_a_development_set_is_read(tmp_path: Path) -> None:
    """Every name leads to its topic, queries take our kinds, and what is still being typed stands apart."""
    folder = tmp_path / "lookup" / "data" / "test"
    folder.mkdir(parents=True)
    topics = [{"id": "a", "names": ["Lake Marandi", "Marandi"], "weight": 9}]
    rows = [
        {"cat": "typo1", "q": "marandy", "gold": ["a"]},
        {"cat": "neg_word", "q": "zzyzx", "gold": []},
        {"cat": "prefix", "q": "mar", "gold": ["a"]},
    ]
    for name, some in (("index_1000.jsonl", topics), ("queries_1000.jsonl", rows)):
        (folder / name).write_text("".join(json.dumps(one) + "\n" for one in some), encoding="utf-8")
    cases = unseen(tmp_path, 1000)
    assert cases
    assert list(cases.names) == [("Lake Marandi", "a"), ("Marandi", "a")]
    assert cases.queries == [
        Query("one slip", "marandy", frozenset("a")),
        Query("no word", "zzyzx", frozenset()),
    ]
    assert cases.typed == ["mar"]
    assert unseen(tmp_path, 10_000) is None


def test_turns_take_one_of_each_kind() -> None:
    """Whoever stops after the first turn has asked one query of every kind."""
    queries = [Query(kind, f"{kind}{i}", frozenset()) for kind, n in (("a", 3), ("b", 1)) for i in range(n)]
    assert [query.text for query in by_turns(queries)] == ["a0", "b0", "a1", "a2"]

"""The table that look-ups are compared by."""

import json
import time
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.bench.lookup import Measured, main, measure, table, threshold, timed
from tests.bench.lookup_systems import SYSTEMS
from tests.eval.lookup_cases import Cases
from tests.eval.lookup_queries import Query

NAMES = [
    (name, name)
    for name in (
        *("Lake Marandi", "Port Veluka", "Orsk Treaty", "Sanduri Pass", "Tolvik Bridge", "Upper Kareth"),
        *("Meligor Island", "Dunvar Accord", "Hestrin Valley", "Pomara Railway"),
    )
]
QUERIES = [Query("exact", name.lower(), frozenset({name})) for name, _ in NAMES]
QUERIES += [Query("no word", text, frozenset()) for text in ("xylophone", "qqqq")]


@pytest.mark.parametrize("system", SYSTEMS)
def test_each_system_is_measured_whole(system: str) -> None:
    """It finds names as they are written, answers every question when there is time, and says what it takes."""
    measured = measure(system, Cases("ten names", NAMES, QUERIES, ["po", "lake m"]), 60.0)
    assert measured.right == {"exact": 100.0}
    assert set(measured.wrong) == {"no word", "another name"}
    assert measured.wrong["another name"] == 0.0
    assert len(measured.times) == len(QUERIES)
    assert len(measured.completions) == 2
    assert measured.ready > 0
    assert (measured.opened is not None) == (system in {"resolve", "search", "FTS5"})


def test_what_is_answered_wrongly_is_counted() -> None:
    """A question for a name that is not held, answered with one that is as if it were meant, is false; so is another name."""
    queries = [
        Query("exact", "lake marandi", frozenset({"Lake Marandi"})),
        Query("exact", "port veluka", frozenset({"Orsk Treaty"})),
        Query("no name", "sanduri pass", frozenset()),
        Query("no word", "xylophone", frozenset()),
    ]
    for system in ("resolve", "search"):
        measured = measure(system, Cases("ten names", NAMES, queries, ["po"]), 60.0)
        assert measured.right == {"exact": 50.0}
        assert measured.wrong == {"another name": 50.0, "no name": 100.0, "no word": 0.0}


def test_a_threshold_keeps_most_of_the_right_answers() -> None:
    """Nine of ten right answers reach it; where none is right, nothing does."""
    assert threshold(range(1, 11)) == 2
    assert threshold([7.0]) == 7.0
    assert threshold([]) == float("inf")


def test_a_slow_one_is_stopped_but_not_before_its_least() -> None:
    """When the time is up no more is asked, yet each kind has had its turns."""

    def slow(text: str) -> list[tuple[str, float]]:
        ends = time.process_time() + 0.001
        while time.process_time() < ends:
            pass
        return [(text, 1.0)]

    found, times = timed(slow, ["a", "b", "c", "d"], seconds=0.0, least=2)
    assert found == [[("a", 1.0)], [("b", 1.0)]]
    assert all(one >= 1.0 for one in times)
    assert len(timed(slow, ["a", "b", "c", "d"], seconds=60.0, least=2)[0]) == 4


def test_the_table_has_a_column_for_each_and_says_what_was_not_asked() -> None:
    """A kind that one was not asked and what it cannot do are dashes; shares of a few questions are marked."""
    asked = [1.0] * 10 + [3.0] * 10
    some = Measured({"exact": 100.0}, {"no word": 0.0, "another name": 0.0}, asked, [2.0], 190.0, 0.5, None)
    few = replace(some, times=asked[:19])
    lines = {line[:30].strip(): line[30:].split() for line in table({"one": some, "other": few})}
    assert lines[""] == ["one", "other"]
    assert lines["exact"] == lines["all kinds"] == ["100.0", "~100.0"]
    assert lines["two slips"] == lines["seconds until ready, opened"] == ["–", "–"]
    assert lines["ms a question, p99"] == ["3.00", "3.00"]
    assert lines["no word"] == ["0.0", "~0.0"]
    assert lines["questions asked"] == ["20", "19"]


def test_the_development_set_is_used_where_it_has_the_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command prints a table for each size asked for, every system in a process of its own."""
    folder = tmp_path / "lookup" / "data" / "test"
    folder.mkdir(parents=True)
    topics = [{"id": name, "names": [name], "weight": 1} for name, _ in NAMES]
    rows = [
        {"cat": "exact" if query.meant else "neg_word", "q": query.text, "gold": list(query.meant)}
        for query in QUERIES
    ]
    rows.append({"cat": "prefix", "q": "lake m", "gold": ["Lake Marandi"]})
    for name, some in (("index_100.jsonl", topics), ("queries_100.jsonl", rows)):
        (folder / name).write_text("".join(json.dumps(one) + "\n" for one in some), encoding="utf-8")
    monkeypatch.setenv("BRIEFBOT_EVAL_DIR", str(tmp_path))
    result = CliRunner().invoke(main, ["100", "--seconds", "1"], catch_exceptions=False)
    assert "10 names of the development set; 12 questions" in result.output
    assert all(system in result.output for system in SYSTEMS)
    assert "seconds until ready, opened" in result.output

"""How look-ups are measured: by names few enough to know the answers."""

from pathlib import Path

import pytest

from tests.eval.lookup_answers import (
    Answer,
    Band,
    answers,
    bands,
    calibration_error,
    figures,
    first_right,
    parts,
    share,
)
from tests.eval.lookup_cases import Cases
from tests.eval.lookup_queries import Query

NAMES = [
    ("Lake Marandi", "marandi"),
    ("Port Veluka", "veluka"),
    ("Orsk", "treaty"),
    ("Orsk", "tariff"),
]


def _asked(kind: str, text: str, *meant: str) -> Answer:
    (answer,) = answers(Cases("four names", NAMES, [Query(kind, text, frozenset(meant))], []))
    return answer


def test_what_a_query_gets_is_told_from_what_it_means() -> None:
    """Found is right or wrong, a list has the right one or has not, and what means nothing is never right."""
    assert _asked("exact", "lake marandi", "marandi") == Answer("exact", 100.0, True, "found")
    assert _asked("exact", "lake marandi", "veluka") == Answer("exact", 100.0, False, "wrong")
    assert _asked("exact", "orsk", "treaty", "tariff").outcome == "offered"
    assert _asked("exact", "orsk", "marandi").outcome == "astray"
    assert _asked("no name", "port veluka").outcome == "wrong"
    assert _asked("no word", "zzyzx") == Answer("no word", None, False, "none")


def test_suggestions_are_counted_by_the_band_of_their_score() -> None:
    """Each band has ten points, the last one 100 as well; what has no suggestion is in none."""
    counted = bands([(100.0, True), (90.0, True), (89.9, False), (0.0, False)])
    assert [band.count for band in counted] == [1, 0, 0, 0, 0, 0, 0, 0, 1, 2]
    assert [band.right for band in counted] == [0, 0, 0, 0, 0, 0, 0, 0, 0, 2]
    assert counted[9] == Band(2, 2, 95.0)


def test_the_calibration_error_is_the_mean_distance_in_points() -> None:
    """A score of 80 that is right three times in four is five points off; bands count as many as they hold."""
    assert calibration_error([Band(4, 3, 80.0)]) == pytest.approx(5.0)
    assert calibration_error([Band(4, 3, 80.0), Band(12, 12, 100.0)]) == pytest.approx(1.25)
    assert calibration_error(bands([])) == 0.0


def test_each_kind_counts_the_same_and_only_what_means_something_counts() -> None:
    """One kind asked often does not outvote another, and a query that means nothing has no right first suggestion."""
    given = [Answer("exact", 100.0, True, "found")] * 9
    given += [Answer("part", 50.0, False, "none"), Answer("no word", 50.0, False, "none")]
    assert first_right(given) == 50.0
    assert share(given, "none") == pytest.approx(200 / 11)


def test_the_tables_are_printed_and_the_figures_follow(capsys: pytest.CaptureFixture[str]) -> None:
    """Ten bands, what `resolve` does, kind by kind where asked for, and a figure for each floor."""
    queries = [
        Query("exact", "port veluka", frozenset({"veluka"})),
        Query("one slip", "lake marandy", frozenset({"marandi"})),
        *(Query(kind, "zzyzx", frozenset()) for kind in ("no word", "no phrase", "no name")),
    ]
    measured = dict(figures(Cases("four names", NAMES, queries, []), by_kind=True))
    assert measured["hit@1"] == 100.0
    assert measured["wrong"] == measured["words"] == measured["phrases"] == measured["names"] == 0.0
    assert list(measured) == ["hit@1", "found", "wrong", "words", "phrases", "names", "error"]
    printed = capsys.readouterr().out
    assert "4 names of four names: 2 queries for them, 3 for none" in printed
    assert printed.count(" to ") == 10
    assert "one slip" in printed
    assert "no name that is held" in printed


def test_made_up_cases_are_measured_without_a_development_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a folder has no development set, the made-up names are measured, and nothing else."""
    monkeypatch.setattr("tests.eval.lookup_answers.figures", lambda *_: iter(()))
    assert [section for section, _ in parts(tmp_path)] == [
        "lookup-made-10k",
        "lookup-made-100k",
        "lookup-aliases",
    ]

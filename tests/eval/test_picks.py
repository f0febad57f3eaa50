"""What a person picked, as cases."""

from pathlib import Path

from tests.eval.picks import PICKS, labels, picks

ROOT = Path(__file__).parents[2]


def test_every_pick_stands_in_the_documents() -> None:
    """A pick with a slip of the pen would never be found, whatever the briefs say."""
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "seeds" / "documents").iterdir()]
    documents = " ".join(" ".join(texts).split())
    wanted = [
        phrase
        for topic in labels(PICKS)
        for phrase in (*topic["fine"], *(words for _, *group in topic["picks"] for words in group))
    ]
    assert [phrase for phrase in wanted if phrase not in documents] == []


def test_both_halves_are_measured() -> None:
    """Each half of the topics says what share of the picks is found, and what share of the statements is right."""
    measured = dict(picks(ROOT / "briefs"))
    assert list(measured) == ["tune_found", "tune_right", "test_found", "test_right"]
    assert all(0 < value <= 1 for value in measured.values())

"""The questions that passages are measured by."""

from pathlib import Path

from bot.briefing.files import DOCUMENTS
from bot.briefing.models import StoredDocument
from tests.eval.passages import PASSAGES, labels, passages

BRIEFS = Path(__file__).parents[2] / "briefs"


def test_what_is_labelled_is_there() -> None:
    """Each answer stands in one paragraph of the documents that we ship, and no question is asked twice."""
    files = sorted((BRIEFS / DOCUMENTS).glob("*.json"))
    documents = [StoredDocument.model_validate_json(file.read_bytes()) for file in files]
    texts = [" ".join(p.text.split()) for document in documents for p in document.paragraphs]
    cases = labels(PASSAGES)
    assert [
        case["holds"] for case in cases["spoken"] if sum(case["holds"] in text for text in texts) != 1
    ] == []
    questions = [case["ask"] for case in cases["spoken"]] + list(cases["silent"])
    assert len(questions) == len(set(questions))


def test_nothing_is_claimed() -> None:
    """What the corpus does not speak of is not answered with passages; most of what it does speak of is, rightly."""
    measured = dict(passages(BRIEFS))
    assert measured["silent"] == 1.0
    assert min(measured["tune_first"], measured["test_first"]) > 0.85

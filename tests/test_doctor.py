"""`briefbot doctor`: everything that a running bot needs, looked at."""

import json
from pathlib import Path

import pytest

from bot.__main__ import execute

pytestmark = pytest.mark.usefixtures("place")


def test_doctor_names_what_is_wrong(capsys: pytest.CaptureFixture[str], place: Path) -> None:
    """The doctor looks at everything and ends with 1 where a quote does not stand in its paragraph."""
    assert execute(["doctor"]) == 0
    out = capsys.readouterr().out
    assert [line.split(":")[0] for line in out.splitlines()] == [
        "✓ settings",
        "✓ briefs",
        "✓ database",
        "✓ discord",
    ]
    brief = place / "briefs" / "lake-balkhash.json"
    brief.write_text(brief.read_text().replace('"start": 23', '"start": 24'))
    assert execute(["doctor"]) == 1
    assert "✗ briefs: lake-balkhash.json, summary 1, quotes paragraph" in capsys.readouterr().out


def test_doctor_reads_every_quote(capsys: pytest.CaptureFixture[str], place: Path) -> None:
    """What sources contradict each other in is checked like the rest."""
    brief = place / "briefs" / "lake-balkhash.json"
    value = json.loads(brief.read_text())
    claim = json.loads(json.dumps(value["summary"][0]))
    claim["citations"][0]["quote"] += "!"
    value["disputes"] = [{"claims": [value["summary"][0], claim]}]
    brief.write_text(json.dumps(value))
    assert execute(["doctor"]) == 1
    assert "✗ briefs: lake-balkhash.json, dispute 1, quotes paragraph" in capsys.readouterr().out


def test_doctor_tells_broken_seeds_from_stale_briefs(capsys: pytest.CaptureFixture[str], place: Path) -> None:
    """Where a build would not go through, its faults are named and not that the briefs are stale."""
    (place / "seeds" / "documents").mkdir(parents=True)
    (place / "seeds" / "documents" / "lake.txt").write_text("Lake Tengiz is drying up.\n")
    assert execute(["doctor"]) == 1
    assert "✗ seeds: the briefs are stale" in capsys.readouterr().out
    (place / "seeds" / "topics.toml").write_text("[[topics]]\n")
    assert execute(["doctor"]) == 1
    assert "✗ seeds: seeds/topics.toml, topic 1, field 'name' is missing: add it." in capsys.readouterr().out

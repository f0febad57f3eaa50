"""What would stop a build, told without building."""

from pathlib import Path

import pytest

from bot.briefing.building.build import build
from bot.briefing.building.checking import input_faults

GOOD = "Lake Tengiz is drying up. The Nura brings 80 percent of the water of Lake Tengiz.\n"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    (tmp_path / "seeds" / "documents").mkdir(parents=True)
    (tmp_path / "seeds" / "documents" / "lake.txt").write_text(GOOD)
    return tmp_path / "seeds"


def test_sound_seeds_have_no_faults(seeds: Path, tmp_path: Path) -> None:
    """Neither before a build nor after it."""
    assert input_faults(seeds, tmp_path / "briefs") == []
    build(seeds, tmp_path / "briefs")
    assert input_faults(seeds, tmp_path / "briefs") == []


def test_every_fault_is_named(seeds: Path, tmp_path: Path) -> None:
    """Those of both curator's files and of each document that is new or has changed."""
    build(seeds, tmp_path / "briefs")
    (seeds / "documents" / "lake.txt").write_bytes(b"\x00")
    (seeds / "documents" / "new.txt").write_bytes(b"\xff")
    (seeds / "topics.toml").write_text("[[topics")
    (seeds / "sources.toml").write_text('["gone.txt"]\n')
    named = ("topics.toml", "gone.txt", "lake.txt", "new.txt")
    faults = input_faults(seeds, tmp_path / "briefs")
    assert [name for fault, name in zip(faults, named, strict=True) if name in fault] == list(named)


def test_what_has_passed_is_not_read_again(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A document that the briefs were built from, as it stands, costs no more than its hash."""
    build(seeds, tmp_path / "briefs")
    monkeypatch.setattr("bot.briefing.building.checking.read_one", None)
    assert input_faults(seeds, tmp_path / "briefs") == []


def test_no_seeds(tmp_path: Path) -> None:
    """A folder that is not there, or that holds no document, is one sentence."""
    (fault,) = input_faults(tmp_path / "nowhere", tmp_path / "briefs")
    assert "nowhere is not a folder" in fault
    (tmp_path / "documents").mkdir()
    (fault,) = input_faults(tmp_path, tmp_path / "briefs")
    assert "holds no document" in fault

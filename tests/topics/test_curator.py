"""Faults in topics.toml are named by topic and field."""

from pathlib import Path

import pytest

from bot.topics.curator import Notes, read_notes


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("[[topics]\n", "not valid TOML"),
        ('[[topics]]\nname = "A"\nalias = ["b"]\n', "topic 'A', field 'alias'"),
        ('[[topics]]\naliases = ["b"]\n', "topic 1, field 'name'"),
        ('[[topics]]\nname = "A"\nthemes = ["wet"]\n', "there is no theme 'wet'"),
        ('[[topics]]\nname = "A"\n[[topics]]\nname = "A"\n', "'A' twice"),
        ("[themes.water]\n", "themes.water.name"),
    ],
)
def test_faults_are_named(tmp_path: Path, toml: str, words: str) -> None:
    """Each fault is one sentence with the file, the place and what is wrong there."""
    path = tmp_path / "topics.toml"
    path.write_text(toml)
    faults: list[str] = []
    read_notes(path, faults)
    assert len(faults) == 1
    assert str(path) in faults[0]
    assert words in faults[0]


def test_no_file_is_no_notes(tmp_path: Path) -> None:
    """The curator may have nothing to say."""
    faults: list[str] = []
    assert read_notes(tmp_path / "topics.toml", faults) == Notes()
    assert faults == []

"""Faults in topics.toml are named by topic and field."""

from pathlib import Path

import pytest

from bot.topics.curator import Notes, read_notes


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("[[topics]]\n", "topic 1, field 'name' is missing: add it."),
        (
            '[[topics]]\nname = "A"\nalias = ["b"]\n',
            "topic 'A', field 'alias' is not known: perhaps 'aliases' is meant.",
        ),
        ('[[topics]]\nname = "A"\nzzz = 1\n', "topic 'A', field 'zzz' is not known: remove it."),
        ('[[topics]]\naliases = ["b"]\n', "topic 1, field 'name' is missing: add it."),
        ("[[topics]]\nname = 5\n", "topic 1, field 'name' is not a text: write it in quotes."),
        ('[[topics]]\nname = "A"\naliases = "b"\n', "topic 'A', field 'aliases' is not a list: "),
        (
            '[[topics]]\nname = "A"\naliases = ["b", 5]\n',
            "topic 'A', field 'aliases', entry 2 is not a text: ",
        ),
        (
            '[[topics]]\nname = "A"\naliases = ["\u200b"]\n',
            "field 'aliases', entry 1 has no letter and no digit",
        ),
        ('[[topics]]\nname = " "\n', "topic 1, field 'name' has no letter and no digit"),
        (
            f'[[topics]]\nname = "{"a" * 500}"\n',
            "aaa…', field 'name' is longer than 100 characters: shorten it.",
        ),
        ('[topics]\nname = "A"\n', "field 'topics' is not a list: "),
        ('[[topics]]\nname = "A"\nthemes = ["wet"]\n', "topic 'A': there is no theme 'wet'; "),
        ('[[topics]]\nname = "A"\n[[topics]]\nname = "a"\n', "names the topic 'A' twice: join the two."),
        (f'[themes.{"a" * 100}]\nname = "A"\n', "aaa…' is longer than 60 characters: shorten it."),
        ("[themes.water]\n", "theme 'water', field 'name' is missing: add it."),
        ('[themes]\nwater = "Water"\n', "theme 'water' is not a table: "),
        (
            '[themes.a]\nname = "Water"\n[themes.b]\nname = "Water"\n',
            "names the theme 'Water' twice: join the two.",
        ),
        ("drop = 1\n", "field 'drop' is not a list: "),
        ("[[topics]\n", "is not valid TOML"),
    ],
)
def test_faults_are_named(tmp_path: Path, toml: str, words: str) -> None:
    """Each fault is one short sentence of ours with the file, the place, what is wrong there and what to do."""
    path = tmp_path / "topics.toml"
    path.write_text(toml)
    faults: list[str] = []
    read_notes(path, faults)
    (fault,) = faults
    assert fault.startswith(str(path))
    assert words in fault
    assert fault.endswith(".")
    assert len(fault) - len(str(path)) < 220


def test_every_fault_is_named(tmp_path: Path) -> None:
    """All faults of a file are named at once."""
    path = tmp_path / "topics.toml"
    path.write_text('drop = [1, 2]\n[[topics]]\nname = "A"\naliases = 5\n')
    faults: list[str] = []
    read_notes(path, faults)
    assert len(faults) == 3


def test_no_file_is_no_notes(tmp_path: Path) -> None:
    """The curator may have nothing to say."""
    faults: list[str] = []
    assert read_notes(tmp_path / "topics.toml", faults) == Notes()
    assert faults == []

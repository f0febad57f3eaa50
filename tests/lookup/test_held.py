"""The files of a briefs folder, held."""

from pathlib import Path

import pytest

from bot.lookup.held import HeldFiles

FILES = {"a.json": b"{}", "documents/b.json": "вода".encode() * 100_000, "empty": b""}


def test_what_is_held_is_read_to_the_byte(tmp_path: Path) -> None:
    """From memory, and from the file that was saved."""
    held = HeldFiles(FILES.items())
    held.save(tmp_path)
    for files in (held, HeldFiles.open(tmp_path)):
        assert {name: files.read(name) for name in FILES} == FILES
        files.close()
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 100_000


def test_a_file_that_is_not_held() -> None:
    """A name that nothing is held under is a KeyError."""
    with pytest.raises(KeyError):
        HeldFiles(FILES.items()).read("b.json")

"""Where a command is run."""

from pathlib import Path

import pytest

from bot import settings
from tests.samples import write_briefs

ROOT = Path(__file__).parents[1]


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A working directory with the sample briefs, and no settings."""
    for name in settings.VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    write_briefs(tmp_path / "briefs")
    monkeypatch.chdir(tmp_path)
    return tmp_path

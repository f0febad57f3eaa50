"""The briefs folder as it is read: what is wrong with it is said in our words."""

from pathlib import Path

import pytest

from bot.briefing.files import read_brief, read_manifest
from bot.errors import BriefsError
from tests.samples import write_briefs


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """A brief given for the folder of briefs is told from a folder without a manifest."""
    folder = write_briefs(tmp_path)
    with pytest.raises(BriefsError, match=r"lake-balkhash\.json is not a folder: name the one"):
        read_manifest(folder / "lake-balkhash.json")
    with pytest.raises(BriefsError, match=r"manifest\.json is missing: run `briefbot build`"):
        read_manifest(folder / "documents")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", ""),
        ("\x00", ""),
        ("[]", ""),
        ('{"slug": "a", "title": 5}', " at title"),
        ('{"slug": "a", "title": "A", "aliases": ["b", 5]}', " at aliases.1"),
    ],
)
def test_damage_is_named_with_its_place(tmp_path: Path, text: str, place: str) -> None:
    """One sentence says which file, where in it, and what to do; the checking library's own words stay out."""
    (tmp_path / "a.json").write_text(text)
    with pytest.raises(BriefsError) as caught:
        read_brief(tmp_path, "a")
    assert (
        str(caught.value) == f"{tmp_path / 'a.json'} is damaged{place}: run `briefbot build` to make it anew."
    )

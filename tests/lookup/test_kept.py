"""Indexes kept in files."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.lookup import kept as keeping
from bot.lookup.answers import Found
from bot.lookup.index import NameIndex
from bot.lookup.kept import ABANDONED, DRAFT, KEPT, SEAL, kept
from bot.lookup.passages import PassageIndex
from tests.lookup.test_passages import TEXTS, stored
from tests.samples import write_briefs

ROOT = Path(__file__).parents[2]
NAMES = [("Lake Balkhash", "balkhash"), ("Балхаш", "balkhash"), ("Silk Road", "silk-road")]
OPENS = """
import sys
from pathlib import Path
from bot.lookup.library import Library
print("ready", flush=True)
sys.stdin.readline()
library = Library.open(Path(sys.argv[1]), hold=True, indexes=Path(sys.argv[2]))
print(library.ask("balqash").brief.slug, [hit.quote for hit in library.search("protocol")])
"""
"""A start of the bot that says when it is ready, waits for a line, and says what it answers then."""


def names(folder: Path | None, *made: str) -> NameIndex:
    """The index of NAMES and the names `made`, kept in a folder."""
    pairs = [*NAMES, *((name, name) for name in made)]
    return kept(folder, "names", NameIndex, pairs, lambda: NameIndex(pairs))


def passages(folder: Path | None) -> PassageIndex:
    """The index of TEXTS, kept in a folder."""
    return kept(folder, "passages", PassageIndex, TEXTS, lambda: PassageIndex(stored(TEXTS)))


def found(index: NameIndex | PassageIndex) -> object:
    """What an index has to say, whichever it is."""
    if isinstance(index, NameIndex):
        return [(index.resolve(query), index.suggest(query)) for query in ("balkash", "road silk", "zzz")]
    return [index.search(query) for query in ("river", "水位", "elephant")], len(index)


def never() -> NameIndex:
    """Makes an index where none must be made."""
    raise AssertionError("the index was made again")


def opened(folder: Path) -> NameIndex:
    """The index of NAMES, which must be there."""
    return kept(folder, "names", NameIndex, NAMES, never)


@pytest.mark.parametrize("index", [names, passages])
def test_what_is_kept_answers_as_what_was_made(
    tmp_path: Path, index: Callable[[Path | None], NameIndex | PassageIndex]
) -> None:
    """Made, put into a file and opened again, an index says the same."""
    alone = found(index(None))
    assert found(index(tmp_path / "indexes")) == alone
    assert found(index(tmp_path / "indexes")) == alone
    assert [path.name for path in (tmp_path / "indexes").iterdir() if path.name.startswith(DRAFT)] == []


def test_an_index_is_made_once(tmp_path: Path) -> None:
    """It is made at the first start only, and again for other names or by other code."""
    names(tmp_path)
    assert isinstance(opened(tmp_path).resolve("balkash"), Found)
    assert isinstance(names(tmp_path, "Tashkent").resolve("tashkent"), Found)
    assert not isinstance(opened(tmp_path).resolve("tashkent"), Found)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keeping, "_version", lambda: "another")
        with pytest.raises(AssertionError, match="made again"):
            opened(tmp_path)


def test_an_empty_index_is_kept_too(tmp_path: Path) -> None:
    """No passages are no reason to make the index at every start."""
    kept(tmp_path, "passages", PassageIndex, [], lambda: PassageIndex([]))
    (place,) = tmp_path.iterdir()
    before = place.stat().st_ino
    assert kept(tmp_path, "passages", PassageIndex, [], lambda: PassageIndex([])).search("x") == []
    assert place.stat().st_ino == before


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _scrawl(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


@pytest.mark.parametrize("damage", [_cut, _empty, _scrawl, Path.unlink])
@pytest.mark.parametrize("index", [names, passages])
def test_damage_is_noticed_and_mended(
    tmp_path: Path, index: Callable[[Path | None], NameIndex | PassageIndex], damage: Callable[[Path], None]
) -> None:
    """Whatever happens to a file, down to one bit: the answers are right, and the file is right again."""
    alone = found(index(tmp_path))
    (place,) = tmp_path.iterdir()
    whole = {path.name: path.read_bytes() for path in place.iterdir()}
    by_size = sorted(whole, key=lambda name: len(whole[name]))
    for name in {SEAL, by_size[0], by_size[-1]}:
        damage(place / name)
        assert found(index(tmp_path)) == alone
        assert {path.name: path.read_bytes() for path in place.iterdir()} == whole
    assert list(tmp_path.iterdir()) == [place]


def test_what_else_stands_in_its_place_is_not_read(tmp_path: Path) -> None:
    """A file, a folder with more in it, another index under its name: it is made anew and put there."""
    names(tmp_path, "Tashkent")
    (other,) = tmp_path.iterdir()
    names(tmp_path)
    (place,) = set(tmp_path.iterdir()) - {other}

    def a_file() -> None:
        shutil.rmtree(place)
        place.write_text("mine")

    def more() -> None:
        (place / "more").mkdir()

    def another() -> None:
        shutil.rmtree(place)
        shutil.copytree(other, place)

    for change in (a_file, more, another):
        change()
        assert not isinstance(names(tmp_path).resolve("tashkent"), Found)
        opened(tmp_path)


def test_where_nothing_can_be_kept(tmp_path: Path) -> None:
    """No folder, none that can be made, or a file in its place: the index is in memory, and nothing is written."""
    (tmp_path / "file").write_text("mine")
    for folder in (None, tmp_path / "no" / "indexes", tmp_path / "file", tmp_path / "file" / "indexes"):
        assert isinstance(names(folder).resolve("balkash"), Found)
        assert passages(folder).search("river")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_disk_without_room(tmp_path: Path) -> None:
    """Where writing fails half-way, the index is in memory, nothing of it stays, and it is kept once there is room."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (3_000, hard))
    try:
        assert isinstance(names(tmp_path).resolve("balkash"), Found)
        assert passages(tmp_path).search("river")
        assert list(tmp_path.iterdir()) == []
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    names(tmp_path)
    opened(tmp_path)


def test_an_index_in_use_outlives_its_files(tmp_path: Path) -> None:
    """Removed, or replaced by another process, the files of an open index go on answering."""
    index, texts = names(tmp_path), passages(tmp_path)
    alone = found(index), found(texts)
    for place in tmp_path.iterdir():
        (place / SEAL).unlink()
    names(tmp_path)
    passages(tmp_path)
    assert (found(index), found(texts)) == alone
    shutil.rmtree(tmp_path)
    assert (found(index), found(texts)) == alone


def test_old_indexes_are_removed(tmp_path: Path) -> None:
    """Those opened last are kept, of each name so many; so is what another process may be making just now."""
    passages(tmp_path)
    for number in range(KEPT):
        names(tmp_path, f"Town {number}")
    for place in tmp_path.iterdir():
        os.utime(place, (0, 0))
    names(tmp_path, "Town 0")
    for name, age in (("new", 0.0), ("old", ABANDONED + 60.0)):
        draft = tmp_path / f"{DRAFT}{name}"
        draft.mkdir()
        moment = draft.stat().st_mtime - age
        os.utime(draft, (moment, moment))
    names(tmp_path)
    assert sorted(path.name.split("-")[0] for path in tmp_path.iterdir()) == [
        ".making", *["names"] * KEPT, "passages",
    ]  # fmt: skip
    assert (tmp_path / f"{DRAFT}new").exists()
    opened(tmp_path)
    pairs = [*NAMES, ("Town 0", "Town 0")]
    kept(tmp_path, "names", NameIndex, pairs, never)


def test_processes_that_start_at_once(tmp_path: Path) -> None:
    """Each makes the index or takes another's, all answer alike, and one index of each name is left, which stands."""
    briefs, indexes = write_briefs(tmp_path / "briefs"), tmp_path / "indexes"

    def start() -> subprocess.Popen[str]:
        command = [sys.executable, "-c", OPENS, str(briefs), str(indexes)]
        return subprocess.Popen(  # noqa: S603  # our own program
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, text=True
        )

    several = [start() for _ in range(4)]
    for process in several:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in several:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    (answer,) = {process.communicate(timeout=60)[0] for process in several}
    assert [process.returncode for process in several] == [0] * len(several)
    assert answer.startswith("lake-balkhash [")
    assert "signed a protocol" in answer
    stamps = {path.name: path.stat().st_ino for path in indexes.iterdir()}
    assert sorted(name.split("-")[0] for name in stamps) == ["files", "names", "passages"]
    assert start().communicate("\n", timeout=60)[0] == f"ready\n{answer}"
    assert {path.name: path.stat().st_ino for path in indexes.iterdir()} == stamps


def test_the_seal_says_what_was_kept(tmp_path: Path) -> None:
    """Every file is in it with its hash, so that anybody can check them."""
    names(tmp_path)
    (place,) = tmp_path.iterdir()
    seal = json.loads((place / SEAL).read_text())
    assert set(seal["files"]) == {path.name for path in place.iterdir()} - {SEAL}

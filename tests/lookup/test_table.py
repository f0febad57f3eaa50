"""An index on disk."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from bot.errors import BriefsError
from bot.lookup import Found, NameIndex

NAMES = [
    ("Lake Balkhash", "balkhash"),
    ("Балхаш", "balkhash"),
    ("Almaty", "almaty"),
    ("Silk Road", "silk-road"),
    ("Switzerland", "switzerland"),
]
QUERIES = ["balkash", "алматы", "road silk", "", "zzz", "瑞士", "Suisse", "Швей"]


def test_what_is_opened_answers_as_what_was_saved(tmp_path: Path) -> None:
    """Written and opened again, by memory map, an index gives the same answers."""
    index = NameIndex(NAMES)
    index.save(tmp_path / "names")
    opened = NameIndex.open(tmp_path / "names")
    for query in QUERIES:
        assert opened.search(query) == index.search(query)
        assert opened.resolve(query) == index.resolve(query)
        assert opened.suggest(query) == index.suggest(query)


def test_a_topic_whose_names_cannot_be_read_is_passed_over() -> None:
    """A topic without letters or digits in any name takes nothing from those after it, places among them."""
    index = NameIndex(
        [("🦀", "crab"), ("Lake Balkhash", "balkhash"), ("→ ★", "star"), ("Switzerland", "switzerland")]
    )
    for query, slug in (("Switzerland", "switzerland"), ("瑞士", "switzerland"), ("Balkhash", "balkhash")):
        assert index.search(query)[0].slug == slug
    assert [one.slug for one in index.suggest("")] == ["balkhash", "switzerland"]


def test_an_empty_index_is_saved_too(tmp_path: Path) -> None:
    """No names are no failure."""
    NameIndex([]).save(tmp_path)
    opened = NameIndex.open(tmp_path)
    assert opened.search("x") == opened.suggest("x") == opened.suggest("") == []


def test_a_folder_is_written_over(tmp_path: Path) -> None:
    """Another index in the same folder takes the place of the first."""
    NameIndex(NAMES).save(tmp_path)
    NameIndex([("Tashkent", "tashkent")]).save(tmp_path)
    assert isinstance(NameIndex.open(tmp_path).resolve("tashkent"), Found)


def test_no_index(tmp_path: Path) -> None:
    """A folder without an index is said to have none."""
    with pytest.raises(BriefsError, match="holds no index that can be read"):
        NameIndex.open(tmp_path / "nowhere")


def test_another_version(tmp_path: Path) -> None:
    """An index of another version is not read."""
    NameIndex(NAMES).save(tmp_path)
    head = json.loads((tmp_path / "index.json").read_text())
    (tmp_path / "index.json").write_text(json.dumps({**head, "version": 0}))
    with pytest.raises(BriefsError, match="version 0"):
        NameIndex.open(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"version": 1}',
        '{"version": 1, "arrays": {"topics": 3}}',
        '{"version": 1, "arrays": {}}',
    ],
)
def test_a_damaged_list(tmp_path: Path, text: str) -> None:
    """A list of arrays that cannot be read, or lacks some, is damage and said so."""
    NameIndex(NAMES).save(tmp_path)
    (tmp_path / "index.json").write_text(text)
    with pytest.raises(BriefsError, match="damaged"):
        NameIndex.open(tmp_path)


def test_damaged_arrays(tmp_path: Path) -> None:
    """An array that is gone, cut off, or of another shape or kind is noticed when the index is opened."""
    NameIndex(NAMES).save(tmp_path)
    file = tmp_path / "letters.entries.npy"
    data = file.read_bytes()
    for content in (b"", data[:60], data[:-4], b"x" * len(data)):
        file.write_bytes(content)
        with pytest.raises(BriefsError, match="build the index anew"):
            NameIndex.open(tmp_path)
    np.save(file, np.zeros(3, np.uint32))
    with pytest.raises(BriefsError, match="not what was written"):
        NameIndex.open(tmp_path)
    file.unlink()
    with pytest.raises(BriefsError, match="build the index anew"):
        NameIndex.open(tmp_path)


def test_many_may_read_at_once() -> None:
    """Queries from several threads get the answers that they get alone."""
    index = NameIndex([*NAMES, *((f"Place number {number}", f"p{number}") for number in range(500))])
    queries = QUERIES * 20 + [f"plcae number {number}" for number in range(100)]
    alone = [index.search(query) for query in queries]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(index.search, queries)) == alone

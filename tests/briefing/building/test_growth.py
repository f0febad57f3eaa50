"""Large corpora: what has not changed is not made again, and neither the cache nor the processes change a byte."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from bot.briefing.building import build as building
from bot.briefing.building import finding, tasks
from bot.briefing.building.build import build, stale
from bot.briefing.files import read_brief, read_manifest
from bot.corpus.document import Document
from bot.topics import finder
from bot.topics.finder import Sighting, Usage
from bot.topics.gist import Words
from bot.topics.places import Spot, Spots, Spotter, Tally
from tests.bench.news import documents, write_documents

NUMBER = 12


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A seeds folder with made-up news."""
    write_documents(tmp_path / "seeds", NUMBER)
    return tmp_path / "seeds"


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def places(folder: Path) -> dict[str, int]:
    """Which file on the disk stands under each name: another one each time it is written."""
    return {path.relative_to(folder).as_posix(): path.stat().st_ino for path in folder.rglob("*.json")}


def cache_of(briefs: Path) -> Path:
    """The cache file of a briefs folder."""
    return briefs.parent / f".{briefs.name}-cache" / "build.sqlite3"


def test_a_changed_document_rebuilds_only_what_it_touches(seeds: Path, tmp_path: Path) -> None:
    """The files that differ are new, all others are not touched, and the whole is what a build from nothing gives."""
    briefs = tmp_path / "briefs"
    build(seeds, briefs)
    before, stood = snapshot(briefs), places(briefs)
    changed = seeds / "documents" / "000007.txt"
    changed.write_text(
        changed.read_text(encoding="utf-8") + "\nNobody in Port Mary was surprised.\n", encoding="utf-8"
    )
    report = build(seeds, briefs)
    after = snapshot(briefs)
    different = {name for name in after if before.get(name) != after[name]}
    assert {"documents/000007.json", "port-mary.json", "manifest.json"} <= different
    assert {name for name, place in places(briefs).items() if stood.get(name) != place} == different
    assert report.written == len(different) < len(after) / 2
    build(seeds, tmp_path / "fresh")
    assert snapshot(tmp_path / "fresh") == after
    assert stale(seeds, briefs) == []


def test_what_a_document_says_is_found_again_only_where_it_may_differ(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names and places are found anew in the changed document, and in others only where they have a word that it gave
    another use."""
    build(seeds, tmp_path / "briefs")
    named: list[str] = []
    placed: list[str] = []

    def names_in(document: Document, words: Words, usage: Usage) -> list[Sighting]:
        named.append(document.id)
        return finder.names_in(document, words, usage)

    def spots(self: Spotter, document: Document, words: Words) -> Spots:
        placed.append(document.id)
        return search(self, document, words)

    search = Spotter.spots
    monkeypatch.setattr(finding, "names_in", names_in)
    monkeypatch.setattr(Spotter, "spots", spots)
    changed = seeds / "documents" / "000007.txt"
    text = changed.read_text(encoding="utf-8")
    changed.write_text(f"{text}\nNobody at the Zqxian Xanadu Office was asked.\n", encoding="utf-8")
    build(seeds, tmp_path / "briefs")
    assert (named, placed) == (["000007"], ["000007"])
    other = seeds / "documents" / "000003.txt"
    other.write_text(other.read_text(encoding="utf-8") + "\nA xanadu is a zqxian.\n", encoding="utf-8")
    build(seeds, tmp_path / "briefs")
    # It does not name the office, but has its words in small letters: whether they are names is asked again.
    assert sorted(named[1:]) == ["000003", "000007"]
    assert snapshot(tmp_path / "briefs") == _from_nothing(seeds, tmp_path)


def test_whatever_changes_the_result_is_that_of_a_build_from_nothing(seeds: Path, tmp_path: Path) -> None:
    """Documents that come, go and change, and a curator who joins and drops topics, leave no trace of what was before."""
    briefs, folder = tmp_path / "briefs", seeds / "documents"
    build(seeds, briefs)
    first, second, *_ = (topic.title for topic in read_manifest(briefs).topics)
    texts = dict(documents(NUMBER + 4, seed=3))
    changes: list[dict[Path, str]] = [
        {folder / f"new-{name}": text for name, text in [*texts.items()][:2]},
        {folder / "000000.txt": f"{first} and {second} met.\n" + texts["000003.txt"].lower()},
        {folder / "000004.txt": texts["000004.txt"].replace("The ", f"{second} "), folder / "000005.txt": ""},
        {
            seeds
            / "topics.toml": f'drop = ["{second}"]\n[[topics]]\nname = "{first}"\naliases = ["The board"]\n'
        },
    ]
    for change in changes:
        for path, text in change.items():
            path.write_text(text, encoding="utf-8") if text else path.unlink()
        build(seeds, briefs)
        assert snapshot(briefs) == _from_nothing(seeds, tmp_path)


def _from_nothing(seeds: Path, folder: Path) -> dict[str, bytes]:
    """Every file that a build without a cache gives."""
    shutil.rmtree(folder / "fresh", ignore_errors=True)
    cache_of(folder / "fresh").unlink(missing_ok=True)
    build(seeds, folder / "fresh")
    return snapshot(folder / "fresh")


def test_a_document_that_is_gone_is_gone_from_the_cache(seeds: Path, tmp_path: Path) -> None:
    """Documents that come, go and come back give what they gave at first; the cache holds none that is not there."""
    briefs = tmp_path / "briefs"
    build(seeds, briefs)
    first = snapshot(briefs)
    away = (seeds / "documents" / "000003.txt").rename(tmp_path / "000003.txt")
    build(seeds, briefs)
    assert not (briefs / "documents" / "000003.json").exists()
    with sqlite3.connect(cache_of(briefs)) as connection:
        assert connection.execute("SELECT count(*) FROM documents").fetchone() == (NUMBER - 1,)
        assert connection.execute("SELECT count(*) FROM found").fetchone() == (2 * (NUMBER - 1),)
    connection.close()
    away.rename(seeds / "documents" / "000003.txt")
    build(seeds, briefs)
    assert snapshot(briefs) == first


def test_what_the_curator_says_reaches_cached_documents(seeds: Path, tmp_path: Path) -> None:
    """A note on a document's publisher, or a dropped topic, takes effect though no document has changed."""
    briefs = tmp_path / "briefs"
    build(seeds, briefs)
    (seeds / "sources.toml").write_text('["000001.txt"]\npublisher = "The Bay Times"\n', encoding="utf-8")
    dropped = read_manifest(briefs).topics[0]
    (seeds / "topics.toml").write_text(f"drop = {list(dropped.names)!r}\n", encoding="utf-8")
    build(seeds, briefs)
    manifest = read_manifest(briefs)
    assert {source.publisher for source in manifest.sources if source.id == "000001"} == {"The Bay Times"}
    assert dropped.slug not in {topic.slug for topic in manifest.topics}
    assert stale(seeds, briefs) == []


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:30_000])


def _scrawled(path: Path) -> None:
    """One byte in a hundred is another one."""
    data = bytearray(path.read_bytes())
    chance = random.Random(3)  # noqa: S311  # no secret
    for _ in range(len(data) // 100):
        data[chance.randrange(200, len(data))] = chance.randrange(256)
    path.write_bytes(bytes(data))


def _misremembered(path: Path) -> None:
    """A letter of one document is another one, and the file itself is whole."""
    with sqlite3.connect(path) as connection:
        connection.execute(
            "UPDATE documents SET document = CAST(replace(document, 'the', 'teh') AS BLOB), head = head WHERE rowid = 2"
        )
    connection.close()


def _mistaken(path: Path) -> None:
    """A name that was found is another one."""
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE found SET rows = CAST(replace(rows, 'a', 'e') AS BLOB) WHERE rowid = 5")
    connection.close()


def _deleted(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("damage", [_emptied, _cut, _scrawled, _misremembered, _mistaken, _deleted])
def test_a_damaged_cache_changes_nothing(seeds: Path, tmp_path: Path, damage: Callable[[Path], None]) -> None:
    """Whatever happens to the cache, the briefs are those of a build without one, and the next build has one again."""
    briefs = tmp_path / "briefs"
    build(seeds, briefs)
    damage(cache_of(briefs))
    changed = seeds / "documents" / "000002.txt"
    changed.write_text(changed.read_text(encoding="utf-8") + "\nThat was all.\n", encoding="utf-8")
    build(seeds, briefs)
    build(seeds, tmp_path / "fresh")
    assert snapshot(briefs) == snapshot(tmp_path / "fresh")
    assert build(seeds, briefs).written == 0


def test_no_room_for_a_cache(seeds: Path, tmp_path: Path) -> None:
    """Where no cache can be kept the briefs are made all the same."""
    briefs = tmp_path / "briefs"
    cache_of(briefs).parent.write_text("in the way")
    build(seeds, briefs)
    build(seeds, tmp_path / "fresh")
    assert snapshot(briefs) == snapshot(tmp_path / "fresh")


def test_processes_change_nothing(seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One process and three give the same bytes, and tell of the same steps, each up to its end."""
    told: dict[int, dict[str, tuple[int, int]]] = {1: {}, 3: {}}

    def watch(jobs: int, step: str, done: int, total: int) -> None:
        told[jobs][step] = done, total

    monkeypatch.setattr(building, "WORTH_PROCESSES", 0)
    for jobs in told:
        build(seeds, tmp_path / str(jobs), jobs=jobs, progress=partial(watch, jobs))
    assert snapshot(tmp_path / "1") == snapshot(tmp_path / "3")
    assert told[1] == told[3]
    assert all(done == total for done, total in told[1].values())
    assert not [path for path in (tmp_path / "3").iterdir() if path.name.startswith(".")]


def test_a_topic_of_everything_stays_readable(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A brief takes a bounded number of passages, from as many documents as there are, and still counts them all."""
    build(seeds, tmp_path / "whole")
    topic = read_manifest(tmp_path / "whole").topics[0]
    assert topic.documents < 13 < topic.passages
    monkeypatch.setattr(tasks, "MOST_PLACES", 13)
    build(seeds, tmp_path / "cut")
    whole, cut = (read_brief(tmp_path / name, topic.slug) for name in ("whole", "cut"))
    assert (cut.coverage.documents, cut.coverage.passages) == (topic.documents, topic.passages)
    assert (cut.coverage.first, cut.coverage.last) == (whole.coverage.first, whole.coverage.last)
    assert len(cut.summary) + len(cut.evidence) < len(whole.summary) + len(whole.evidence)
    assert {source.id for source in cut.sources} == {source.id for source in whole.sources}


def test_the_places_considered_come_from_many_documents() -> None:
    """The best place of each document comes before the second best of any; what is left out is the least."""
    tally = Tally()
    for document in range(3):
        for passage in range(200):
            tally.add(document, Spot(0, passage, 5, 9, 2 if passage == 150 else 1, None), ())
    rows = tasks.considered(tally)
    assert len(rows) == tasks.MOST_PLACES
    assert {
        document: sum(row.document == document for row in rows) for document in range(3)
    } == dict.fromkeys(range(3), 100)
    assert sum(row.passage == 150 for row in rows) == 3
    assert list(rows) == sorted(rows, key=lambda row: (row.document, row.passage))


def test_made_up_news_is_the_same_each_time() -> None:
    """The generator gives the same documents again, other ones for another seed, of about the length of news."""
    first = list(documents(5))
    assert first == list(documents(5))
    assert first != list(documents(5, seed=2))
    assert all(300 <= len(text.split()) <= 600 for _, text in first)


def test_a_country_that_a_document_does_not_name(tmp_path: Path) -> None:
    """A document that begins “Brazilian …” speaks of Brazil where others name it, and with it comes and goes."""
    folder = tmp_path / "seeds" / "documents"
    folder.mkdir(parents=True)
    (folder.parent / "topics.toml").touch()
    (folder / "a.txt").write_text(
        "Port strike\n\nBrazilian officials opened the port of Santos after a long strike.\n"
    )
    briefs = tmp_path / "briefs"
    build(folder.parent, briefs)
    assert not (briefs / "brazil.json").exists()
    for name in "bc":
        (folder / f"{name}.txt").write_text(
            f"Harvest {name}\n\nBrazil sold {len(name) + 6} million tons of coffee. Prices in Brazil rose in May.\n"
        )
    build(folder.parent, briefs)
    assert {source.id for source in read_brief(briefs, "brazil").sources} == {"a", "b", "c"}
    build(folder.parent, tmp_path / "fresh")
    assert snapshot(tmp_path / "fresh") == snapshot(briefs)

"""The build: verified, repeatable, whole or not at all."""

import os
from pathlib import Path

import pytest

from bot.briefing.building import build as building
from bot.briefing.building.build import build, stale
from bot.briefing.files import read_brief, read_document, read_manifest
from bot.briefing.verify import citation_fault, verify
from bot.corpus.reader import make_document
from bot.errors import BriefsError, CitationError, InputFaults

TEXTS = {
    "one.txt": "A Dry Year\n3 May 2021\n\nLake Tengiz fell by 2 metres in 2020. Nobody in Port Mary knows why. The lake is salt.\n",
    "two.txt": "A Wet Year\n4 May 2022\n\nThe Harbour Safety Board (HSB) says that Lake Tengiz rose again. The HSB sits in Port Mary.\n",
}


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A seeds folder with two documents."""
    folder = tmp_path / "seeds"
    (folder / "documents").mkdir(parents=True)
    for name, text in TEXTS.items():
        (folder / "documents" / name).write_text(text)
    return folder


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_brief_holds_what_the_corpus_says(seeds: Path, tmp_path: Path) -> None:
    """Both documents, the reference in brackets, the figure, the event and the neighbours are in the brief."""
    build(seeds, tmp_path / "briefs")
    brief = read_brief(tmp_path / "briefs", "lake-tengiz")
    assert [s.text for s in (*brief.summary, *brief.evidence) if "[" in s.text] == [
        "The lake [Lake Tengiz] is salt."
    ]
    assert {source.id for source in brief.sources} == {"one", "two"}
    assert (brief.coverage.first, brief.coverage.last) == ("2021-05-03", "2022-05-04")
    assert [(f.value, f.as_of) for f in brief.figures] == [("2 metres", "2020")]
    assert [event.date for event in brief.timeline] == ["2020"]
    assert "harbour-safety-board" in brief.related
    assert [p.number for p in read_document(tmp_path / "briefs", "one").paragraphs] == [3]


def test_the_same_input_gives_the_same_bytes(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second build, in another folder and with several processes, writes the same files and changes none."""
    build(seeds, tmp_path / "a", jobs=1)
    assert build(seeds, tmp_path / "a", jobs=1).written == 0
    monkeypatch.setattr(building, "WORTH_PROCESSES", 0)
    build(seeds, tmp_path / "b", jobs=2)
    assert snapshot(tmp_path / "a") == snapshot(tmp_path / "b")


def test_check_names_what_is_stale(seeds: Path, tmp_path: Path) -> None:
    """A changed, a new and a gone seed, an edited and a missing brief are each named; a fresh folder has nothing to say."""
    briefs = tmp_path / "briefs"
    assert "run `briefbot build`" in stale(seeds, briefs)[0]
    build(seeds, briefs)
    assert stale(seeds, briefs) == []
    (seeds / "documents" / "one.txt").write_text(TEXTS["one.txt"] + "\nMore of it is said here.\n")
    (seeds / "documents" / "two.txt").rename(seeds / "documents" / "three.txt")
    (briefs / "lake-tengiz.json").write_text("{}")
    (briefs / "port-mary.json").unlink()
    said = "\n".join(stale(seeds, briefs))
    for words in (
        "one.txt has changed",
        "three.txt is new",
        "two.txt is gone",
        "tengiz.json was changed",
        "mary.json is missing",
    ):
        assert words in said


def test_a_topic_that_is_gone_takes_its_brief_along(seeds: Path, tmp_path: Path) -> None:
    """Briefs of topics and documents that are no more are removed; other people's files stay."""
    briefs = tmp_path / "briefs"
    build(seeds, briefs)
    (briefs / "notes.md").write_text("mine")
    (seeds / "documents" / "two.txt").unlink()
    report = build(seeds, briefs)
    assert report.removed >= 2
    assert not (briefs / "harbour-safety-board.json").exists()
    assert not (briefs / "documents" / "two.json").exists()
    assert (briefs / "notes.md").read_text() == "mine"
    assert stale(seeds, briefs) == []


def test_bad_input_loses_nothing(seeds: Path, tmp_path: Path) -> None:
    """With a binary among the documents and a broken topics.toml the last good briefs stay, byte for byte."""
    briefs = tmp_path / "briefs"
    build(seeds, briefs)
    before = snapshot(briefs)
    (seeds / "documents" / "bad.txt").write_bytes(b"\x00\x01")
    (seeds / "topics.toml").write_text("[[topics")
    with pytest.raises(InputFaults) as caught:
        build(seeds, briefs)
    assert len(caught.value.faults) == 2
    assert snapshot(briefs) == before


def test_an_empty_document_holds_up_no_other(seeds: Path, tmp_path: Path) -> None:
    """The others are built without it, each build warns of it, and the briefs are fresh."""
    briefs = tmp_path / "briefs"
    before = build(seeds, briefs)
    (seeds / "documents" / "zero.txt").touch()
    for _ in range(2):
        report = build(seeds, briefs)
        assert report.documents == before.documents
        assert [line for line in report.warnings if "zero.txt holds no sentence" in line]
        assert stale(seeds, briefs) == []
    for path in (seeds / "documents").iterdir():
        path.write_text("")
    with pytest.raises(InputFaults, match="no document with a sentence"):
        build(seeds, briefs)


def test_what_a_killed_build_left_is_removed(seeds: Path, tmp_path: Path) -> None:
    """Its staging folder goes with the next build, once no build can still be at work in it."""
    briefs = tmp_path / "briefs"
    build(seeds, briefs)
    for name in (".building-old", ".building-new"):
        (briefs / name).mkdir()
        (briefs / name / "a.json").touch()
    os.utime(briefs / ".building-old", (0, 0))
    build(seeds, briefs)
    assert [path.name for path in briefs.glob(".building-*")] == [".building-new"]


@pytest.mark.skipif(
    os.geteuid() == 0 and not Path("/proc/self").exists(), reason="needs a place that nobody can write to"
)
def test_a_folder_that_cannot_be_written_is_named(seeds: Path) -> None:
    """No room, no right: one sentence."""
    with pytest.raises(BriefsError, match="cannot be written"):
        build(seeds, Path("/proc/self/briefs"))


def test_one_letter_off_stops_the_build(seeds: Path, tmp_path: Path) -> None:
    """Every citation is checked against its document; an altered quote, offset, paragraph or source is named."""
    build(seeds, tmp_path / "briefs")
    brief = read_brief(tmp_path / "briefs", "lake-tengiz")
    documents = {
        name.split(".")[0]: make_document(name.split(".")[0], name, text) for name, text in TEXTS.items()
    }
    verify(brief, documents)
    citation = brief.summary[0].citations[0]
    assert citation_fault(citation, documents[citation.source]) is None
    for change in (
        {"quote": citation.quote + "!"},
        {"start": citation.start + 1},
        {"paragraph": 1},
        {"source": "x"},
    ):
        wrong = citation.model_copy(update=change)
        assert citation_fault(wrong, documents.get(wrong.source)), change
        statement = brief.summary[0].model_copy(update={"citations": (wrong,), "text": wrong.quote})
        with pytest.raises(CitationError, match=r"lake-tengiz\.json, summary 1"):
            verify(brief.model_copy(update={"summary": (statement,)}), documents)
    with pytest.raises(CitationError, match="figure 1"):
        verify(
            brief.model_copy(
                update={"figures": (brief.figures[0].model_copy(update={"value": "3 metres"}),)}
            ),
            documents,
        )


def test_files_that_no_build_wrote_stay(seeds: Path, tmp_path: Path) -> None:
    """A foreign file beside the briefs is never removed, and a folder of foreign files is not built into."""
    briefs = tmp_path / "briefs"
    build(seeds, briefs)
    (briefs / "package.json").write_text("{}")
    (briefs / "documents" / "mine.txt").write_text("mine")
    (seeds / "documents" / "two.txt").unlink()
    build(seeds, briefs)
    assert (briefs / "package.json").read_text() == "{}"
    assert (briefs / "documents" / "mine.txt").read_text() == "mine"
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "package.json").write_text("{}")
    with pytest.raises(BriefsError, match="holds files but no briefs"):
        build(seeds, foreign)


@pytest.mark.parametrize("where", [".", "documents", ".."])
def test_seeds_are_not_built_into(seeds: Path, where: str) -> None:
    """The briefs folder may not be the seeds, in them or round them: nothing of theirs is touched."""
    before = snapshot(seeds)
    with pytest.raises(BriefsError, match="stand apart"):
        build(seeds, seeds / where)
    assert snapshot(seeds) == before


def test_another_format_is_refused(seeds: Path, tmp_path: Path) -> None:
    """A folder of another version is not read as if it were ours."""
    briefs = tmp_path / "briefs"
    build(seeds, briefs)
    text = (briefs / "manifest.json").read_text()
    (briefs / "manifest.json").write_text(text.replace('"format": 1', '"format": 2'))
    with pytest.raises(BriefsError, match="format 2"):
        read_manifest(briefs)

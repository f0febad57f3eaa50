"""From files of every format to briefs: offsets, stored texts, and what happens to the last good briefs on a fault."""

import json
import os
from pathlib import Path

import pytest

from bot.briefing.building.build import build, stale
from bot.corpus.formats import MAX_BYTES, SUFFIXES
from bot.corpus.reader import read_corpus
from bot.errors import InputFaults
from tests.corpus.formats.files import PARAGRAPHS, article, page, pdf, prose, word

PROSE = "\n\n".join(PARAGRAPHS)
FILES = {
    "plain.txt": f"\ufeffMore Ferries for the Bay\r\n\r\n{PROSE}\r\n".encode(),
    "marked.md": f"# More *Ferries* for the Bay\n\n{PROSE}\n".encode(),
    "page.html": page(article()),
    "paper.pdf": pdf(lambda paper: prose(paper, PARAGRAPHS)),
    "letter.docx": word(lambda document: [document.add_paragraph(text) for text in PARAGRAPHS]),
}
EXTRACTED = ("letter", "marked", "page", "paper")


def seeds(folder: Path, files: dict[str, bytes]) -> Path:
    """A seeds folder with these documents."""
    (folder / "documents").mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / "documents" / name).write_bytes(data)
    return folder


def test_every_quote_is_in_the_text_that_is_stored(tmp_path: Path) -> None:
    """Offsets go into the file for plain text, else into `briefs/documents/<id>.txt`, letter by letter; sources name the file."""
    folder, briefs = seeds(tmp_path / "seeds", FILES), tmp_path / "briefs"
    build(folder, briefs, jobs=1)
    texts = {name: (briefs / f"documents/{name}.txt").read_bytes().decode() for name in EXTRACTED}
    texts["plain"] = FILES["plain.txt"].decode()
    assert not (briefs / "documents/plain.txt").exists()
    cited = set()
    for path in briefs.glob("*.json"):
        brief = json.loads(path.read_text())
        for statement in (*brief.get("summary", ()), *brief.get("evidence", ()), *brief.get("timeline", ())):
            for citation in statement["citations"]:
                text = texts[citation["source"]]
                assert text[citation["start"] : citation["end"]] == citation["quote"]
                cited.add(citation["source"])
    assert cited == {"plain", *EXTRACTED}
    manifest = json.loads((briefs / "manifest.json").read_text())
    assert {source["file"] for source in manifest["sources"]} == set(FILES)
    assert stale(folder, briefs) == []


def test_all_formats_give_the_same_sentences(tmp_path: Path) -> None:
    """Whatever the format, the same article gives the same passages, none of them half a sentence."""
    documents = read_corpus(seeds(tmp_path, FILES)).documents
    sentences = {
        document.id: [p.text.replace("“", '"').replace("”", '"') for p in document.passages]
        for document in documents
    }
    assert len(sentences["plain"]) == 8
    assert all(passages == sentences["plain"] for passages in sentences.values())


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    """The same bytes give the same documents."""
    folder = seeds(tmp_path, FILES)
    assert read_corpus(folder).documents == read_corpus(folder).documents


def test_a_document_that_is_gone_takes_its_text_along(tmp_path: Path) -> None:
    """A stored text without its document is removed by the next build."""
    folder, briefs = seeds(tmp_path / "seeds", FILES), tmp_path / "briefs"
    build(folder, briefs, jobs=1)
    (folder / "documents/paper.pdf").unlink()
    build(folder, briefs, jobs=1)
    assert not (briefs / "documents/paper.txt").exists()
    assert (briefs / "documents/page.txt").exists()


def test_a_fault_leaves_the_last_good_briefs(tmp_path: Path) -> None:
    """A file that cannot be read stops the build with its name and what to do; nothing that stood is touched."""
    folder, briefs = seeds(tmp_path / "seeds", FILES), tmp_path / "briefs"
    build(folder, briefs, jobs=1)
    before = {path: path.read_bytes() for path in briefs.rglob("*") if path.is_file()}
    seeds(folder, {"bad.pdf": b"%PDF-1.7 and no more", "odd.docx": b"PK", "wrong.html": b"<p>\xff</p>"})
    with pytest.raises(InputFaults) as caught:
        build(folder, briefs, jobs=1)
    named = [Path(fault.split(" ")[0]).name for fault in caught.value.faults]
    assert named == ["bad.pdf", "odd.docx", "wrong.html"]
    assert {path: path.read_bytes() for path in briefs.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_huge_file_is_refused_unread(tmp_path: Path, suffix: str) -> None:
    """What is larger than the limit is named, whatever its format."""
    folder = seeds(tmp_path, {"good.txt": FILES["plain.txt"], f"huge{suffix}": b""})
    os.truncate(folder / f"documents/huge{suffix}", MAX_BYTES + 1)
    with pytest.raises(InputFaults) as caught:
        read_corpus(folder)
    assert len(caught.value.faults) == 1
    assert f"huge{suffix} is larger than 20 MB" in caught.value.faults[0]


@pytest.mark.parametrize("suffix", [suffix for suffix in SUFFIXES if suffix != ".docx"])
def test_an_empty_file_is_named(tmp_path: Path, suffix: str) -> None:
    """A file without a sentence is left out, and a warning names it."""
    corpus = read_corpus(seeds(tmp_path, {"good.txt": FILES["plain.txt"], f"empty{suffix}": b""}))
    assert [document.id for document in corpus.documents] == ["good"]
    assert f"empty{suffix} holds no sentence and is left out" in corpus.warnings[0]


def test_the_curator_has_the_last_word(tmp_path: Path) -> None:
    """What sources.toml says of a page stands in place of what the page states."""
    head = "<title>More Ferries</title><meta name='author' content='Ann Lee'>"
    folder = seeds(tmp_path, {"page.html": page(article(), head)})
    (folder / "sources.toml").write_text('["page.html"]\nauthor = "Bo Ek"\n')
    assert read_corpus(folder).documents[0].metadata.author == "Bo Ek"

"""Reading a seeds folder: every fault named, nothing guessed."""

from pathlib import Path

import pytest

from bot.corpus.reader import read_corpus
from bot.errors import InputFaults

GOOD = "A Title of Words\n\nThe first sentence is here. The second one is there.\n"


def seeds(tmp_path: Path, files: dict[str, bytes]) -> Path:
    """A seeds folder with these files."""
    for name, data in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path


def faults(folder: Path) -> list[str]:
    """The sentences that reading the folder ends with."""
    with pytest.raises(InputFaults) as caught:
        read_corpus(folder)
    return caught.value.faults


def test_offsets_slice_the_file(tmp_path: Path) -> None:
    """Every passage is the file's text between its offsets."""
    text = "\ufeffЗаглавие из слов\r\n\r\nПервое «предложение» здесь стоит. Второе предложение там.\r\n"
    corpus = read_corpus(seeds(tmp_path, {"documents/a.txt": text.encode()}))
    read = (tmp_path / "documents/a.txt").read_bytes().decode()
    passages = corpus.documents[0].passages
    assert [p.text for p in passages] == ["Первое «предложение» здесь стоит.", "Второе предложение там."]
    assert all(read[p.start : p.end] == p.text for p in passages)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is a picture by its contents"),
        (b"One\ntwo \x00", "zero byte, byte 8, line 2"),
        ("Größe of it".encode("utf-16-le"), "UTF-16 text without a mark"),
        ("Größe".encode("latin-1"), "not UTF-8 (byte 2, line 1)"),
        ("Größe".encode("utf-16"), "UTF-16"),
    ],
)
def test_files_that_cannot_be_read_are_named(tmp_path: Path, data: bytes, words: str) -> None:
    """A binary, a wrong encoding: one sentence that names the file and what to do."""
    said = faults(seeds(tmp_path, {"documents/bad.txt": data, "documents/good.txt": GOOD.encode()}))
    assert len(said) == 1
    assert "bad.txt" in said[0]
    assert words in said[0]


@pytest.mark.parametrize("name", ["empty.txt", "empty.pdf", "empty.html"])
@pytest.mark.parametrize("data", [b"", b" \n"])
def test_an_empty_file_is_left_out(tmp_path: Path, name: str, data: bytes) -> None:
    """It says nothing that could be lacking, so it holds up no other document; a warning names it."""
    corpus = read_corpus(seeds(tmp_path, {f"documents/{name}": data, "documents/good.txt": GOOD.encode()}))
    assert [document.file for document in corpus.documents] == ["good.txt"]
    assert [warning.partition(f"{name} ")[2] for warning in corpus.warnings] == [
        "holds no sentence and is left out: mend or remove it."
    ]


def test_a_file_of_page_furniture_is_left_out(tmp_path: Path) -> None:
    """A menu is no document; where there is nothing else, that is a fault."""
    files = {"documents/menu.txt": b"Menu\nHome\n", "documents/good.txt": GOOD.encode()}
    assert "menu.txt holds no sentence" in read_corpus(seeds(tmp_path, files)).warnings[0]
    (tmp_path / "documents/good.txt").unlink()
    assert "put at least one" in faults(tmp_path)[0]


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """Two bad files and a broken curator's file are three sentences."""
    files = {"documents/a.txt": b"\x00", "documents/b.txt": b"\xff", "sources.toml": b"[x"}
    assert len(faults(seeds(tmp_path, files))) == 3


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    """No document at all is a fault that says where to put one."""
    (tmp_path / "documents").mkdir()
    assert "put at least one" in faults(tmp_path)[0]


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    """Documents are cited by their name, so two cannot share it."""
    said = faults(seeds(tmp_path, {"documents/a.txt": GOOD.encode(), "documents/sub/a.txt": GOOD.encode()}))
    assert "same name" in said[0]


def test_sources_toml_adds_and_corrects(tmp_path: Path) -> None:
    """The curator's word stands in place of the text's; a date of the curator's is stated unless marked inferred."""
    toml = '["a.txt"]\ntitle = "Better"\npublished = 2020-01-02\n["b.txt"]\npublished = 2020-01-03\ndate_basis = "inferred"\n'
    files = {
        "documents/a.txt": GOOD.encode(),
        "documents/b.txt": GOOD.encode(),
        "sources.toml": toml.encode(),
    }
    a, b = read_corpus(seeds(tmp_path, files)).documents
    assert (a.title, a.metadata.published, a.metadata.date_basis) == ("Better", "2020-01-02", "stated")
    assert (b.title, b.metadata.date_basis) == ("A Title of Words", "inferred")


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ('["c.txt"]\ntitle = "x"\n', "'c.txt', which is not in the documents folder"),
        (
            '["a.txt"]\nauthro = "x"\n',
            "'a.txt', field 'authro' is not known: perhaps 'author' is meant.",
        ),
        (
            '["a.txt"]\npublished = "soon"\n',
            "'a.txt', field 'published' is not a day: write it like 2019-09-12.",
        ),
        ('["a.txt"]\npublished = 2019-09-12T10:00:00\n', "field 'published' is not a day"),
        ('["a.txt"]\ndate_basis = "maybe"\n', "field 'date_basis' is unknown: write 'stated' or 'inferred'."),
        ('["a.txt"]\ntitle = 5\n', "field 'title' is not a text: write it in quotes."),
        ('["a.txt"]\nleave_out = ["x", 5]\n', "field 'leave_out', entry 2 is not a text: "),
        ('"a.txt" = 5\n', "'a.txt' is not a table: "),
    ],
)
def test_faults_of_sources_toml_are_named(tmp_path: Path, toml: str, words: str) -> None:
    """A file that is not there, a field that is unknown or wrong: named in our words, with what to write."""
    said = faults(seeds(tmp_path, {"documents/a.txt": GOOD.encode(), "sources.toml": toml.encode()}))
    assert words in said[0]


def test_wrongly_decoded_text_is_named_and_kept(tmp_path: Path) -> None:
    """Mojibake that was saved as UTF-8 is quoted as it stands, with a warning that names the line."""
    text = GOOD + "\nThe cafÃ© isnâ€™t open on the third line.\n"
    corpus = read_corpus(seeds(tmp_path, {"documents/a.txt": text.encode()}))
    assert len(corpus.warnings) == 1
    assert "line 5" in corpus.warnings[0]

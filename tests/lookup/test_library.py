"""The briefs as they are served."""

import shutil
from pathlib import Path

import pytest

from bot.briefing.files import MANIFEST, read_manifest, render, write_text
from bot.errors import BriefsError
from bot.lookup.answers import Answered
from bot.lookup.library import Library
from tests.samples import write_briefs


def test_a_citation_leads_to_its_paragraph(tmp_path: Path) -> None:
    """The reference of a citation is short, and reads as the paragraph with the quote in its place."""
    library = Library.open(write_briefs(tmp_path))
    for topic in library.topics():
        for statement in library.brief(topic.slug).summary:
            for citation in statement.citations:
                reference = library.reference(citation)
                reading = library.read(reference)
                assert len(reference) <= 45
                assert reading is not None
                assert (reading.quote, reading.paragraph) == (citation.quote, citation.paragraph)
                assert citation.quote in reading.before + reading.quote + reading.after


@pytest.mark.parametrize("reference", ["", "x", "a.b.c.d", "0.1.2.3", "....", "0000000000.0.99999999.abcdef"])
def test_a_reference_that_leads_nowhere(tmp_path: Path, reference: str) -> None:
    """What is no reference, or of another corpus, leads to nothing."""
    assert Library.open(write_briefs(tmp_path)).read(reference) is None


def test_a_reference_notices_a_changed_document(tmp_path: Path) -> None:
    """Where other words stand now, nothing is shown in their place."""
    library = Library.open(write_briefs(tmp_path))
    citation = library.brief("lake-balkhash").summary[0].citations[0]
    assert (
        library.read(library.reference(citation.model_copy(update={"quote": citation.quote + "!"}))) is None
    )


def test_held_briefs_outlive_their_folder(tmp_path: Path) -> None:
    """What is held answers, searches and reads citations though the folder is gone."""
    folder = write_briefs(tmp_path / "briefs")
    library = Library.open(folder, hold=True)
    shutil.rmtree(folder)
    answer = library.ask("balkhash")
    assert isinstance(answer, Answered)
    assert library.read(library.reference(answer.brief.summary[0].citations[0])) is not None
    assert library.search("protocol")


def test_damaged_briefs_are_not_held(tmp_path: Path) -> None:
    """A missing or altered file is named when the briefs are opened to be held, not when somebody asks."""
    folder = write_briefs(tmp_path / "briefs")
    manifest = read_manifest(folder)
    write_text(
        folder / MANIFEST, render(manifest.model_copy(update={"outputs": {"lake-balkhash.json": "0"}}))
    )
    with pytest.raises(BriefsError, match=r"lake-balkhash\.json is not what was built"):
        Library.open(folder, hold=True)
    (folder / "lake-balkhash.json").unlink()
    with pytest.raises(BriefsError, match="run `briefbot build`"):
        Library.open(folder, hold=True)


def test_a_topic_that_is_gone_is_said_so(tmp_path: Path) -> None:
    """A slug that the manifest does not have is a fault in a sentence, not a bug."""
    with pytest.raises(BriefsError, match="no brief 'gone'"):
        Library.open(write_briefs(tmp_path)).brief("gone")

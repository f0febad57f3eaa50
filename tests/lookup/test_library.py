"""The briefs as they are served."""

import hashlib
import shutil
from pathlib import Path

import pytest

from bot.briefing.files import MANIFEST, read_manifest, render, write_text
from bot.errors import BriefsError
from bot.lookup import places, spelling, titles
from bot.lookup.answers import Ambiguous, Answered, NotFound, Spoken
from bot.lookup.library import Library
from bot.lookup.speaking import telling
from bot.lookup.spoken import Part, of_topic
from tests.samples import ILI, LEVEL, OTHER_SURFACE, PROTOCOL, SOURCES, briefs, said, write_briefs


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


def test_prepared_briefs_search_without_reading(tmp_path: Path) -> None:
    """Once prepared, passages are found though the folder is gone."""
    folder = write_briefs(tmp_path / "briefs")
    library = Library.open(folder)
    library.prepare()
    shutil.rmtree(folder)
    assert library.search("protocol")
    assert isinstance(library.ask("signed protocol"), Spoken)


def test_prepared_briefs_have_all_tables_read(tmp_path: Path) -> None:
    """The first question in another script, or for an office, does not wait for what is known of places and languages."""
    library = Library.open(write_briefs(tmp_path))
    tables = (places._known, spelling._tables, titles._tongues)
    for table in tables:
        table.cache_clear()
    library.prepare()
    assert [table.cache_info().currsize for table in tables] == [1, 1, 1]


def test_what_was_made_once_is_opened(tmp_path: Path) -> None:
    """A second start reads the manifest and nothing else of the briefs folder, and answers the same."""
    folder, indexes = write_briefs(tmp_path / "briefs"), tmp_path / "indexes"
    for _ in range(2):
        library = Library.open(folder, hold=True, indexes=indexes)
        answer = library.ask("balkhash")
        assert isinstance(answer, Answered)
        assert library.read(library.reference(answer.brief.summary[0].citations[0])) is not None
        assert [hit.source for hit in library.search("protocol")] == [SOURCES["balkhash-levels"]]
        assert isinstance(library.ask("signed protocol"), Spoken)
        for path in folder.rglob("*.json"):
            if path.name != MANIFEST:
                path.unlink()


@pytest.mark.parametrize("hold", [True, False])
@pytest.mark.parametrize("hashed", [True, False])
def test_other_briefs_get_other_indexes(tmp_path: Path, hold: bool, hashed: bool) -> None:
    """After a build names, passages and briefs are the new ones, also where the manifest gives no hashes."""
    folder, indexes = write_briefs(tmp_path / "briefs"), tmp_path / "indexes"

    def change(name: str, old: str, new: str) -> None:
        (folder / name).write_text((folder / name).read_text().replace(old, new))
        manifest = read_manifest(folder)
        sha = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        outputs = {**manifest.outputs, name: sha} if hashed else {}
        write_text(folder / MANIFEST, render(manifest.model_copy(update={"outputs": outputs})))

    change(MANIFEST, "Balqash", "Balqash")
    before = Library.open(folder, hold=hold, indexes=indexes)
    assert before.search("protocol")
    assert isinstance(before.ask("tengiz"), NotFound)
    change("documents/balkhash-levels.json", "protocol", "parchment")
    change("lake-balkhash.json", "Lake Balkhash", "Lake Tengiz")
    change(MANIFEST, "Lake Balkhash", "Lake Tengiz")
    after = Library.open(folder, hold=hold, indexes=indexes)
    assert (after.search("protocol"), len(after.search("parchment"))) == ([], 1)
    answer = after.ask("tengiz")
    assert isinstance(answer, Answered)
    assert answer.brief.title == "Lake Tengiz"
    assert before.search("protocol")


def test_no_index_is_made_of_what_was_not_built(tmp_path: Path) -> None:
    """A document that is not what the manifest says is named when passages are looked for; nothing of it is kept."""
    folder, indexes = write_briefs(tmp_path / "briefs"), tmp_path / "indexes"
    path = folder / "documents" / "balkhash-levels.json"
    whole = path.read_text()
    path.write_text(whole.replace("protocol", "parchment"))
    with pytest.raises(BriefsError, match=r"balkhash-levels\.json is not what was built"):
        Library.open(folder, indexes=indexes).search("protocol")
    path.write_text(whole)
    assert Library.open(folder, indexes=indexes).search("protocol")


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


def test_the_documents_speak_where_no_name_fits(tmp_path: Path) -> None:
    """A brief of the passages that hold what was asked, each a quote with its citation, under a slug that no topic has."""
    library = Library.open(write_briefs(tmp_path))
    answer = library.ask("what was signed: a protocol?")
    assert isinstance(answer, Spoken)
    brief = answer.brief
    (statement,) = brief.summary
    (citation,) = statement.citations
    assert statement.text == citation.quote == PROTOCOL
    reading = library.read(library.reference(citation))
    assert reading is not None
    assert (reading.quote, reading.paragraph) == (PROTOCOL, citation.paragraph)
    assert (brief.title, brief.evidence, brief.figures, brief.timeline) == (
        "what was signed: a protocol?",
        (),
        (),
        (),
    )
    assert [source.id for source in brief.sources] == ["balkhash-levels"]
    assert (brief.coverage.documents, brief.coverage.passages, brief.coverage.first) == (1, 1, "2019-09-12")
    assert "~" in brief.slug
    assert not any("~" in topic.slug for topic in library.topics())


def test_a_word_of_the_documents_is_no_slip(tmp_path: Path) -> None:
    """What they write in small letters is that word, though a name is near; a form of the name, or another slip, is the name."""
    folder = write_briefs(tmp_path)
    manifest = read_manifest(folder)
    topics = [
        one.model_copy(update={"names": (*one.names, "Protokol", "Visitorial", "Percent Island")})
        for one in manifest.topics[:1]
    ]
    write_text(
        folder / MANIFEST, render(manifest.model_copy(update={"topics": (*topics, *manifest.topics[1:])}))
    )
    library = Library.open(folder)
    for query in ("protocol", "Protocol", "what is a protocol?"):
        answer = library.ask(query)
        assert isinstance(answer, NotFound), query
        assert [one.name for one in answer.suggestions] == ["Protokol"]
    assert isinstance(library.ask("percent"), NotFound)
    for query in ("protokol", "Protokoll", "visitoria", "percent island"):
        assert isinstance(library.ask(query), Answered), query


def test_a_name_with_something_asked_of_it(tmp_path: Path) -> None:
    """What stands beside a name is looked for in that topic's brief, by whatever name; the name is offered."""
    library = Library.open(write_briefs(tmp_path))
    for query in ("balkhash visitor", "visitor at lake balkhash", "Balqash visitors"):
        answer = library.ask(query)
        assert isinstance(answer, Spoken), query
        assert [one.text for one in answer.brief.summary] == [OTHER_SURFACE]
        assert answer.suggestions[0].slug == "lake-balkhash"


@pytest.mark.parametrize(
    "query", ["balkhash pizza", "pizza", "water", "", "@everyone", "shanghai", "the lake", "road", "?" * 6000]
)
def test_what_the_documents_do_not_speak_of(tmp_path: Path, query: str) -> None:
    """A name with something that its brief does not hold, common words, parts of names: nothing is claimed."""
    assert isinstance(Library.open(write_briefs(tmp_path)).ask(query), NotFound)


def test_what_is_asked_comes_back_harmless(tmp_path: Path) -> None:
    """The title is what was asked, short, on one line and with nothing in it that does not show."""
    library = Library.open(write_briefs(tmp_path))
    answer = library.ask("\u202esigned\x00\n" + " protocol" * 15)
    assert isinstance(answer, Spoken)
    assert answer.brief.title.startswith("signed protocol")
    assert answer.brief.title.isprintable()
    assert len(answer.brief.title) <= 80


def test_a_sentence_is_shown_once() -> None:
    """Not again beside what leans on it, nor where another document repeats it."""
    alone, joined = said(ILI), said(ILI, PROTOCOL)
    repeated = said(LEVEL)
    elsewhere = repeated.model_copy(
        update={"citations": (repeated.citations[0].model_copy(update={"source": "note"}),)}
    )
    brief = briefs()[0].model_copy(update={"summary": (alone, repeated), "evidence": (joined, elsewhere)})
    assert of_topic(brief, Part("balkhash", telling("water countries ili"))) == [joined]
    assert of_topic(brief, Part("balkhash", telling("percent"))) == [alone]
    assert of_topic(brief, Part("ili", telling("depth"))) == [repeated]


def test_what_is_asked_for_most_comes_first(tmp_path: Path) -> None:
    """Of suggestions that fit what is typed as well, those that readers ask for come first; none is lost or doubled."""
    library = Library.open(write_briefs(tmp_path))
    plain = [one.slug for one in library.suggest("")]
    asked = {"belt-and-road-initiative": 2.0, "shanghai-cooperation-organization": 1.0, "gone": 9.0}
    assert [one.slug for one in library.suggest("", asked=asked)] == [
        "belt-and-road-initiative", "shanghai-cooperation-organization", "lake-balkhash",
    ]  # fmt: skip
    assert [one.slug for one in library.suggest("", 1, asked)] == ["belt-and-road-initiative"]
    assert [one.slug for one in library.suggest("", asked={"gone": 1.0})] == plain
    assert [one.slug for one in library.suggest("balkh", asked=asked)] == ["lake-balkhash"]


def test_topics_that_are_named_together(tmp_path: Path) -> None:
    """Passages on both where there are any, else the question which is meant; both are offered, in their order."""
    library = Library.open(write_briefs(tmp_path))
    both = library.ask("SCO and Balkhash")
    assert isinstance(both, Spoken)
    assert [one.slug for one in both.suggestions] == ["shanghai-cooperation-organization", "lake-balkhash"]
    which = library.ask("BRI vs SCO")
    assert isinstance(which, Ambiguous)
    assert [one.slug for one in which.suggestions] == [
        "belt-and-road-initiative",
        "shanghai-cooperation-organization",
    ]


def test_a_question_is_searched_for_by_its_own_words(tmp_path: Path) -> None:
    """A search that finds nothing looks without the words that every question has."""
    library = Library.open(write_briefs(tmp_path))
    assert [hit.quote for hit in library.search("what was signed vs protocol?")] == [
        hit.quote for hit in library.search("signed protocol")
    ]
    assert library.search("pizza vs protocol") == []


@pytest.fixture(scope="module")
def shipped() -> Library:
    """The briefs in the repository: many names, some inside others."""
    return Library.open(Path(__file__).parents[2] / "briefs")


@pytest.mark.parametrize(
    "query", ["5G and Big Data", "Balkhash, Syr Darya, Astana", "Almaty, Astana, Atyrau", "Алматы; Астана; Атырау"]
)  # fmt: skip
def test_one_of_several_is_not_the_answer(shipped: Library, query: str) -> None:
    """Topics in a row are all offered, or passages on all of them shown: no brief is opened for the first of them."""
    answer = shipped.ask(query)
    assert isinstance(answer, Ambiguous | NotFound | Spoken)
    assert len(answer.suggestions) > 1


@pytest.mark.parametrize(
    ("query", "slug"), [("Almaty, Kazakhstan", "almaty"), ("Алматы, Казахстан", "almaty"), ("trade kazakhstan china", "trade-between-kazakhstan-and-china"),
     ("President of Kazakhstan Tokayev", "kassym-jomart-tokayev"), ("президент РК Токаев", "kassym-jomart-tokayev")]
)  # fmt: skip
def test_one_name_of_several_words_is_the_answer(shipped: Library, query: str, slug: str) -> None:
    """The country after a comma or of an office, and names inside the name that is meant, make no second topic."""
    answer = shipped.ask(query)
    assert isinstance(answer, Answered), answer
    assert answer.match.slug == slug


@pytest.mark.parametrize("query", ["渡轮", "请告诉我渡轮的情况", "渡轮怎么样？", "什么是渡轮"])
def test_a_question_in_chinese_is_asked_without_its_question(tmp_path: Path, query: str) -> None:
    """No space parts what asks from what is asked: passages are looked for, and searched, by the latter."""
    folder = write_briefs(tmp_path)
    path = folder / "documents" / "undated-note.json"
    path.write_text(path.read_text(encoding="utf-8").replace("of water", "of 渡轮"), encoding="utf-8")
    write_text(folder / MANIFEST, render(read_manifest(folder).model_copy(update={"outputs": {}})))
    library = Library.open(folder)
    answer = library.ask(query)
    assert isinstance(answer, Spoken)
    assert "渡轮" in answer.brief.summary[0].text
    assert len(library.search(query)) == 1

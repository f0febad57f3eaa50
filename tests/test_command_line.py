"""The command line: what it prints, and how it ends."""

import json
from pathlib import Path

import pytest

from bot import settings
from bot.__main__ import execute
from bot.briefing.models import Brief
from tests.samples import TEXTS, briefs, write_briefs

ROOT = Path(__file__).parents[1]


pytestmark = pytest.mark.usefixtures("place")


def sentence(text: str) -> str:
    """The one line on standard error, which is a sentence."""
    (line,) = text.splitlines()
    assert line.startswith("briefbot: ")
    assert line.endswith(".")
    return line


def test_indexes_are_kept_in_the_data_folder(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where there is a data folder, a command keeps its indexes there for the next; it makes none."""

    def found(*arguments: str) -> str:
        assert execute(["search", *arguments, "protocol"]) == 0
        return capsys.readouterr().out

    first = found()
    assert not (place / "data").exists()
    (place / "data").mkdir()
    assert [found(), found(), found("--briefs", "briefs")] == [first] * 3
    kept = [path.name.split("-")[0] for path in (place / "data" / "indexes").iterdir()]
    assert sorted(kept) == ["names", "passages"]


def test_brief(capsys: pytest.CaptureFixture[str]) -> None:
    """A topic by any of its names is answered with its statements, their numbers and the sources."""
    assert execute(["brief", "Балхаш"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Lake Balkhash\n")
    assert "Lake Balkhash lost two metres of depth between 1970 and 1987. [1]" in out
    assert "A. Example, Water Desk, 12 Sep 2019" in out
    assert "\x1b" not in out


def test_brief_takes_unquoted_words(capsys: pytest.CaptureFixture[str]) -> None:
    """A name of several words need not be quoted."""
    assert execute(["brief", "lake", "balkhash"]) == 0
    assert capsys.readouterr().out.startswith("Lake Balkhash\n")


def test_brief_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    """The object has exactly the keys of the contract, and the brief as its file has it."""
    assert execute(["brief", "SCO", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert list(answer) == ["query", "status", "matched", "suggestions", "brief"]
    assert (answer["query"], answer["status"], answer["suggestions"]) == ("SCO", "found", [])
    assert answer["matched"]["slug"] == "shanghai-cooperation-organization"
    assert set(answer["matched"]) == {"name", "slug", "score"}
    assert 0 <= answer["matched"]["score"] <= 100
    assert answer["brief"] == briefs()[1].model_dump(mode="json")


def test_nothing_fits(capsys: pytest.CaptureFixture[str]) -> None:
    """Where no topic fits, the command ends with 3 and one sentence."""
    assert execute(["brief", "zzyzx qqq"]) == 3
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "zzyzx qqq" in sentence(captured.err)


@pytest.mark.parametrize("asked", ["x" * 6_000, "zzyzx " * 1_000, "👨‍👩‍👧‍👦zzyzx" * 900])
def test_a_question_without_end_is_said_back_in_short(capsys: pytest.CaptureFixture[str], asked: str) -> None:
    """However much was typed, the answer is one short sentence; as JSON the question is whole."""
    for call in (["brief", asked], ["search", asked], ["topics", "--theme", asked], [asked], [f"--{asked}"]):
        assert execute(call) in (2, 3)
        assert len(sentence(capsys.readouterr().err)) < 300
    assert execute(["brief", asked, "--json"]) == 3
    assert json.loads(capsys.readouterr().out)["query"] == asked


@pytest.mark.parametrize("asked", ["", "  ", "😀", "?!", "\u202e"])
def test_a_question_that_names_nothing(capsys: pytest.CaptureFixture[str], asked: str) -> None:
    """Where nothing was asked, the sentence says what to write, and offers no name."""
    assert execute(["brief", asked]) == 3
    assert "`briefbot topics`" in sentence(capsys.readouterr().err)
    assert execute(["search", asked]) == 3
    assert "no word to look for" in sentence(capsys.readouterr().err)


def test_passages_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    """Where no name fits but the documents speak of it, the status is `passages`, and the brief is one like any other."""
    assert execute(["brief", "signed", "protocol", "--json"]) == 0
    captured = capsys.readouterr()
    answer = json.loads(captured.out)
    assert list(answer) == ["query", "status", "matched", "suggestions", "brief"]
    assert (answer["query"], answer["status"], answer["matched"]) == ("signed protocol", "passages", None)
    assert all(set(one) == {"title", "slug", "score"} for one in answer["suggestions"])
    brief = Brief.model_validate(answer["brief"])
    assert set(answer["brief"]) == set(briefs()[0].model_dump())
    assert brief.slug not in {topic.slug for topic in briefs()}
    cited = [citation for one in (*brief.summary, *brief.evidence) for citation in one.citations]
    assert {source.id for source in brief.sources} == {citation.source for citation in cited}
    for citation in cited:
        assert TEXTS[citation.source][citation.start : citation.end] == citation.quote


def test_passages_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    """It is said that this is no brief, and what the nearest names are."""
    assert execute(["brief", "visitors of balkhash"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("visitors of balkhash\n")
    assert "There is no brief by this name. These passages of the documents speak of it:" in out
    assert "a visitor was told. [1]" in " ".join(out.split())
    assert "The nearest names: Lake Balkhash" in out


def test_nothing_fits_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON, nothing is said on standard error, and the status says how it went."""
    assert execute(["brief", "zzyzx qqq", "--json"]) == 3
    captured = capsys.readouterr()
    assert captured.err == ""
    answer = json.loads(captured.out)
    assert (answer["status"], answer["matched"], answer["brief"]) == ("none", None, None)


def test_an_empty_question_claims_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """An empty query is a query: nothing fits it, and no name is offered."""
    assert execute(["brief", "", "--json"]) == 3
    answer = json.loads(capsys.readouterr().out)
    assert (answer["status"], answer["suggestions"], answer["brief"]) == ("none", [], None)
    assert execute(["search", " ", "--json"]) == 3


def test_the_briefs_folder_can_be_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every command that reads briefs takes --briefs, before the variable."""
    folder = write_briefs(tmp_path / "elsewhere")
    monkeypatch.setenv("BRIEFBOT_BRIEFS_DIR", str(tmp_path / "nowhere"))
    for call in (
        ["brief", "balkhash"],
        ["search", "protocol"],
        ["topics"],
        ["sources"],
        ["digest", "preview", "water"],
    ):
        assert execute([*call, "--briefs", str(folder)]) == 0, call
        assert execute(call) == 1, call
    capsys.readouterr()


def test_a_file_is_no_folder(capsys: pytest.CaptureFixture[str], place: Path) -> None:
    """Where a folder is asked for and a file is given, that is what the sentence says."""
    (place / "file").touch()
    for call in (["brief", "x", "--briefs"], ["build", "--briefs"], ["build", "--check", "--seeds"]):
        assert execute([*call, "file"]) == 2
        assert f"{call[-1]} names file, which is not a folder" in sentence(capsys.readouterr().err)


def test_search(capsys: pytest.CaptureFixture[str]) -> None:
    """Passages are found by their words; a word that stands nowhere ends with 3."""
    assert execute(["search", "protocol"]) == 0
    assert "signed a protocol on the Ili" in capsys.readouterr().out
    assert execute(["search", "protocol", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["query"] == "protocol"
    assert found["passages"][0]["source"] == "balkhash-levels"
    assert execute(["search", "zzyzx"]) == 3
    sentence(capsys.readouterr().err)


def test_topics(capsys: pytest.CaptureFixture[str]) -> None:
    """All topics, or those of a theme that need not be spelt to the letter; an unknown theme is a wrong call."""
    assert execute(["topics", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 3
    assert execute(["topics", "--theme", "diplomcy"]) == 0
    out = capsys.readouterr().out
    assert "Belt and Road Initiative" in out
    assert "Lake Balkhash" not in out
    assert execute(["topics", "--theme", "zzyzx"]) == 2
    assert "Water or Diplomacy" in sentence(capsys.readouterr().err)


def test_sources(capsys: pytest.CaptureFixture[str]) -> None:
    """Every document is listed, with what is known of it and no more."""
    assert execute(["sources"]) == 0
    assert "Meeting Notes, undated" in capsys.readouterr().out
    assert execute(["sources", "--json"]) == 0
    assert {source["id"] for source in json.loads(capsys.readouterr().out)} >= {"corridors", "undated-note"}


def test_digest_preview(capsys: pytest.CaptureFixture[str]) -> None:
    """The digest on a theme is shown as it would be posted, as text or as JSON."""
    assert execute(["digest", "preview", "water"]) == 0
    assert capsys.readouterr().out.startswith("Digest: Water\n")
    assert execute(["digest", "preview", "water", "--json"]) == 0
    digest = json.loads(capsys.readouterr().out)
    assert digest["theme"]["slug"] == "water"
    assert digest["items"][0]["statements"][0]["citations"]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["frobnicate"],
        ["--nope"],
        ["brief"],
        ["brief", "x", "--nope"],
        ["topics", "--theme"],
        ["build", "--jobs", "0"],
        ["build", "--jobs", "many"],
        ["digest"],
        ["digest", "preview"],
        ["digest", "preview", "zzyzx"],
        ["run"],
    ],
)
def test_wrong_calls(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    """A call that cannot work ends with 2 and one sentence on standard error."""
    assert execute(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    sentence(captured.err)


@pytest.mark.parametrize(
    "command",
    [
        *([name] for name in ("build", "brief", "search", "topics", "sources", "digest", "chat")),
        *([name] for name in ("run", "doctor", "health")),
        ["digest", "preview"],
        [],
    ],
)
def test_help(capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    """Every command explains itself, whatever the settings are."""
    assert execute([*command, "--help"]) == 0
    assert capsys.readouterr().out.startswith("Usage: briefbot")


def test_build(capsys: pytest.CaptureFixture[str], place: Path) -> None:
    """Seeds become briefs that answer; `--check` writes nothing and names what is stale, with 4, or what is wrong, with 1."""
    words = "Lake Balkhash is drying up. The Ili brings 80 percent of the water of Lake Balkhash."
    (place / "seeds" / "documents").mkdir(parents=True)
    (place / "seeds" / "documents" / "lake.txt").write_text(f"The lake\n\n12.09.2019\n\n{words}\n")
    folders = ["--seeds", "seeds", "--briefs", "made"]
    assert execute(["build", *folders, "--check"]) == 4
    assert not (place / "made").exists()
    assert execute(["build", *folders, "--jobs", "1"]) == 0
    assert " from 1 document in made: " in capsys.readouterr().out
    assert execute(["build", *folders, "--check"]) == 0
    assert "fresh" in capsys.readouterr().out
    (place / "seeds" / "documents" / "lake.txt").write_text("The lake has changed very much since.")
    assert execute(["build", *folders, "--check"]) == 4
    assert "lake.txt" in capsys.readouterr().out
    (place / "seeds" / "documents" / "other.txt").write_bytes(b"zero\x00byte")
    (place / "seeds" / "topics.toml").write_text('[[topics]]\nalias = "x"\n')
    assert execute(["build", *folders, "--check"]) == 1
    assert [line.split()[1].rstrip(",") for line in capsys.readouterr().err.splitlines()] == [
        "seeds/topics.toml",
        "seeds/topics.toml",
        "seeds/documents/other.txt",
    ]


def test_build_names_every_fault(capsys: pytest.CaptureFixture[str], place: Path) -> None:
    """Faults in the seeds are all named, a sentence each, and nothing is written."""
    assert execute(["build", "--briefs", "made"]) == 1
    sentence(capsys.readouterr().err)
    (place / "seeds" / "documents").mkdir(parents=True)
    for name in ("a.txt", "b.txt"):
        (place / "seeds" / "documents" / name).write_bytes(b"zero\x00byte")
    assert execute(["build", "--briefs", "made"]) == 1
    assert [line.split()[1] for line in capsys.readouterr().err.splitlines()] == [
        "seeds/documents/a.txt",
        "seeds/documents/b.txt",
    ]
    assert not (place / "made").exists()


def test_run_without_a_token(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a token `run` says so, and names what works without one."""
    assert execute(["run"]) == 2
    assert "`briefbot chat`" in sentence(capsys.readouterr().err)


def test_missing_briefs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without briefs every command says what to do; none shows a traceback."""
    monkeypatch.setenv("BRIEFBOT_BRIEFS_DIR", "nowhere")
    for arguments in (["brief", "x"], ["search", "x"], ["topics"], ["sources"], ["chat"]):
        assert execute(arguments) == 1
        assert "`briefbot build`" in sentence(capsys.readouterr().err)


def test_settings_faults(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """All faults of the settings are told, a line each."""
    monkeypatch.setenv("BRIEFBOT_LOG_LEVEL", "loud")
    monkeypatch.setenv("BRIEFBOT_LOG_FORMAT", "xml")
    assert execute(["topics"]) == 1
    assert [line.split()[1] for line in capsys.readouterr().err.splitlines()] == [
        "BRIEFBOT_LOG_LEVEL",
        "BRIEFBOT_LOG_FORMAT",
    ]


def test_unknown_settings_are_warned_of(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A misspelt variable stops nothing and is not passed over in silence."""
    monkeypatch.setenv("BRIEFBOT_BRIEF_DIR", "x")
    assert execute(["topics"]) == 0
    assert "did you mean BRIEFBOT_BRIEFS_DIR?" in capsys.readouterr().err


def test_a_bug_is_one_neutral_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What nobody can mend is told in one sentence; the traceback comes with BRIEFBOT_LOG_LEVEL=DEBUG, without the token."""

    def broken() -> None:
        raise ZeroDivisionError("made-up.token")

    monkeypatch.setattr(settings, "load", broken)
    assert execute(["topics"]) == 1
    assert "Traceback" not in sentence(capsys.readouterr().err)


def test_health_without_a_bot(capsys: pytest.CaptureFixture[str]) -> None:
    """Where no bot runs, it is not healthy."""
    assert execute(["health"]) == 1
    sentence(capsys.readouterr().err)

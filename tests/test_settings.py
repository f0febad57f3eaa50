"""The settings: one value from the environment, with every fault named at once."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from bot import settings
from bot.errors import SettingsError

TOKEN = "MTIz.made-up.token_of-a-test"


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in settings.VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def faults() -> list[str]:
    with pytest.raises(SettingsError) as caught:
        settings.load()
    return str(caught.value).splitlines()


def test_defaults() -> None:
    """Nothing need be set: the folders stand under the working directory, the database in the data folder."""
    value = settings.load()
    assert value.token is None
    assert (value.data_dir, value.briefs_dir, value.seeds_dir) == (
        Path("data"),
        Path("briefs"),
        Path("seeds"),
    )
    assert value.database == f"sqlite:///{Path.cwd()}/data/briefbot.sqlite3"
    assert value.indexes_dir == Path("data/indexes")
    assert (value.log_level, value.log_format) == ("INFO", "console")
    assert (value.discord_api, value.discord_gateway) == (None, None)


def test_everything_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each variable reaches the value, in the form in which it is used."""
    for name, text in {
        "DISCORD_TOKEN": f" {TOKEN}\n",
        "BRIEFBOT_DATABASE_URL": "sqlite:////srv/x.sqlite3",
        "BRIEFBOT_DATA_DIR": "/srv/data",
        "BRIEFBOT_BRIEFS_DIR": "/srv/briefs",
        "BRIEFBOT_SEEDS_DIR": "/srv/seeds",
        "BRIEFBOT_DISCORD_API": "http://127.0.0.1:8080/api/v10/",
        "BRIEFBOT_DISCORD_GATEWAY": "ws://127.0.0.1:8080/",
        "BRIEFBOT_LOG_LEVEL": "debug",
        "BRIEFBOT_LOG_FORMAT": "JSON",
    }.items():
        monkeypatch.setenv(name, text)
    value = settings.load()
    assert value.token is not None
    assert value.token.get_secret_value() == TOKEN
    assert value.database == "sqlite:////srv/x.sqlite3"
    assert value.data_dir == Path("/srv/data")
    assert value.discord_api == "http://127.0.0.1:8080/api/v10"
    assert value.discord_gateway == "ws://127.0.0.1:8080/"
    assert (value.log_level, value.log_format) == ("DEBUG", "json")


def test_every_fault_at_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """All faults come together, one sentence each, each naming its variable; no secret is repeated."""
    (tmp_path / "file").touch()
    wrong = {
        "DISCORD_TOKEN": 'sec"ret',
        "BRIEFBOT_DATABASE_URL": "hunter2",
        "BRIEFBOT_DATA_DIR": "file",
        "BRIEFBOT_DISCORD_API": "discord.example",
        "BRIEFBOT_DISCORD_GATEWAY": "https://discord.example",
        "BRIEFBOT_LOG_LEVEL": "loud",
        "BRIEFBOT_LOG_FORMAT": "xml",
    }
    for name, text in wrong.items():
        monkeypatch.setenv(name, text)
    found = faults()
    assert [fault.split()[0] for fault in found] == list(wrong)
    assert all(fault.endswith(".") for fault in found)
    assert "ret" not in found[0].replace("characters", "")
    assert "hunter2" not in found[1]


@pytest.mark.parametrize("address", ["http://", "http://h:99999", "http://[", "ftp://h/api"])
def test_addresses_that_are_none(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    """An address without a host, with an impossible port or of another kind is a fault, not a crash."""
    monkeypatch.setenv("BRIEFBOT_DISCORD_API", address)
    assert "http:// or https://" in faults()[0]


def test_token_from_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """DISCORD_TOKEN_FILE names a file that holds the token, with or without a line's end."""
    (tmp_path / "secret").write_text(TOKEN + "\n")
    monkeypatch.setenv("DISCORD_TOKEN_FILE", str(tmp_path / "secret"))
    token = settings.load().token
    assert token is not None
    assert token.get_secret_value() == TOKEN


@pytest.mark.parametrize(
    ("content", "word"), [(None, "read"), (b"", "empty"), (b"\xff\xfe", "text"), (b"two words", "characters")]
)
def test_token_file_faults(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes | None, word: str
) -> None:
    """A token file that is missing, empty or no token is a fault that names the variable."""
    if content is not None:
        (tmp_path / "secret").write_bytes(content)
    monkeypatch.setenv("DISCORD_TOKEN_FILE", "secret")
    (fault,) = faults()
    assert fault.startswith("DISCORD_TOKEN_FILE")
    assert word in fault


def test_both_token_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which of two tokens is meant cannot be guessed; an empty variable counts as unset."""
    monkeypatch.setenv("DISCORD_TOKEN_FILE", "secret")
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    assert faults() == ["DISCORD_TOKEN and DISCORD_TOKEN_FILE are both set: unset one of them."]
    monkeypatch.setenv("DISCORD_TOKEN_FILE", "")
    assert settings.load().token is not None


def test_secrets_stay_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    """No repr shows the token or the database's address."""
    monkeypatch.setenv("DISCORD_TOKEN", TOKEN)
    monkeypatch.setenv("BRIEFBOT_DATABASE_URL", "postgresql://u:hunter2@h/d")
    shown = repr(settings.load()) + str(settings.load())
    assert TOKEN not in shown
    assert "hunter2" not in shown


def test_frozen() -> None:
    """The value cannot be changed once it is made."""
    value = settings.load()
    with pytest.raises(ValidationError):
        value.log_level = "DEBUG"  # type: ignore[misc]  # what the test is about


def test_dotenv_is_not_read(tmp_path: Path) -> None:
    """A .env file in the working directory is compose's, and changes nothing here."""
    (tmp_path / ".env").write_text("DISCORD_TOKEN=x\nBRIEFBOT_LOG_LEVEL=DEBUG\n")
    value = settings.load()
    assert value.token is None
    assert value.log_level == "INFO"


def test_unknown_variables() -> None:
    """A misspelt variable is named with the nearest real one; other programs' variables are not looked at."""
    found = settings.unknown({"BRIEFBOT_LOGLEVEL": "x", "BRIEFBOT_DATA_DIR": "y", "DISCORD_TOKENS": "z"})
    assert found == ["BRIEFBOT_LOGLEVEL is not a setting and is ignored: did you mean BRIEFBOT_LOG_LEVEL?"]


@pytest.mark.parametrize("name", ["BRIEFBOT_LOG_LEVEL", "BRIEFBOT_LOG_FORMAT", "BRIEFBOT_DISCORD_API"])
def test_a_wrong_value_is_said_back_in_short(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """However long a value is, its fault is one short sentence."""
    monkeypatch.setenv(name, "x" * 6_000)
    (fault,) = faults()
    assert fault.startswith(f"{name} is 'xxx")
    assert len(fault) < 250

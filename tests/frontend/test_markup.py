"""Source text as Discord shows it."""

from __future__ import annotations

import random

import pytest

from bot.briefing.models import Source
from bot.frontend.markup import neutral, plain
from bot.frontend.wording import count, day, period, published
from tests.discord_server.markdown import render
from tests.samples import SOURCES

HOSTILE = [
    "*stars* **bold** ***both*** _under_ __line__ ~~gone~~ ||hidden|| `code` ```block```",
    "# Heading",
    "### Small heading",
    "-# subtext",
    "- item",
    "* item",
    "+ item",
    "1. first",
    "12) twelfth",
    "> quoted",
    ">>> all quoted",
    "@everyone and @here and @Everyone",
    "<@1> <@!2> <@&3> <#4> </brief:5> <t:1700000000:R> <a:wave:6> <:wave:7> <id:guide>",
    "https://evil.example/login?x=1 HTTP://EVIL.example http://a.b",
    "[label](https://evil.example) [label](<https://evil.example>) ![x](https://evil.example/i.png)",
    "<https://evil.example> mailto:someone@evil.example discord://settings",
    "discord.gg/abc https://discord.com/invite/abc discordapp.com/invite/abc",
    ":smile: a:b 10:30 C:\\path\\*",
    "\\*already escaped\\* \\\\ and a last \\",
    "a_b_c 2*3*4 5 < 6 > 4 | x || y",
    "¯\\_(ツ)_/¯",
    "Балхаш 巴尔喀什湖 بلخاش",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("before", ["", "**1** ", "-# ", "> "])
def test_hostile_text_is_shown_as_it_is(text: str, before: str) -> None:
    """Wherever it stands, the reader sees the very characters, and nothing links, mentions or is formatted."""
    shown = render(before + neutral(text))
    assert shown.text.removeprefix("1 ") == text
    assert (shown.links, shown.users, shown.roles, shown.everyone) == ([], [], [], False)
    assert (shown.headings, shown.code) == ([], [])
    assert shown.bold == (["1"] if before.startswith("**") else [])


def test_any_mixture_is_shown_as_it_is() -> None:
    """What holds for each fragment holds for random mixtures of them, in bold too."""
    pieces = [
        *"\\*_~`|[]()<>#-+.:/@!&1a ",
        "https://x.y",
        "@everyone",
        "<@1>",
        "discord.gg/x",
        "**",
        "||",
        "](",
        "1.",
    ]
    chance = random.Random(20260302)  # noqa: S311 - not a secret: the same mixtures in every run
    for _ in range(3_000):
        text = plain("".join(chance.choices(pieces, k=chance.randint(1, 12))))
        shown = render(neutral(text))
        assert shown.text == text
        assert (shown.links, shown.users, shown.everyone, shown.bold) == ([], [], False, [])
        if text:
            assert render(f"**{neutral(text)}**").bold == [text]


def test_white_space_and_invisible_controls() -> None:
    """Lines are joined, and what only reorders or hides text is left out; joiners that scripts need stay."""
    assert plain(" two\n\n lines\u00a0and\ttabs ") == "two lines and tabs"
    assert plain("a\u202egnp.exe\u2066b\u2069\u200f\x00\ufeff") == "agnp.exeb"
    assert plain("می\u200cخواهم") == "می\u200cخواهم"


@pytest.mark.parametrize(
    ("limit", "shown"), [(10, "one two"), (7, "one two"), (6, "one…"), (4, "one…"), (3, "on…")]
)
def test_cuts_at_a_word(limit: int, shown: str) -> None:
    """A text as long as the limit is whole; a longer one ends with “…” within it."""
    assert plain("one two", limit) == shown


def test_cuts_a_text_without_spaces() -> None:
    """Where there is no space to cut at, it is cut where the limit is."""
    assert plain("巴尔喀什湖是一个湖", 5) == "巴尔喀什…"


def test_dates_at_the_precision_known() -> None:
    """A day, a month or a year."""
    assert [day(text) for text in ("2019-09-12", "2019-09", "2019")] == ["12 Sep 2019", "Sep 2019", "2019"]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (SOURCES["balkhash-levels"], "12 Sep 2019"),
        (SOURCES["corridors"], "c. Mar 2020 (inferred from the text)"),
        (SOURCES["undated-note"], "undated"),
    ],
)
def test_says_how_a_date_is_known(source: Source, shown: str) -> None:
    """A stated date stands as it is, an inferred one is marked, a missing one is said to be missing."""
    assert published(source) == shown


def test_a_period_is_as_sure_as_its_dates() -> None:
    """From the first to the last known date, the inferred one marked; one date alone, or none."""
    stated, inferred, undated = SOURCES.values()
    assert period([inferred, undated, stated]) == "12 Sep 2019 – c. Mar 2020"
    assert period([stated, undated, stated]) == "12 Sep 2019"
    assert period([undated]) == "undated"


def test_counts() -> None:
    """One has no plural; thousands are parted."""
    assert (count(1, "entry", "entries"), count(0, "day"), count(1234, "day")) == (
        "1 entry",
        "0 days",
        "1,234 days",
    )

"""`/topics`, `/sources`, `/search` and `/about`."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.briefing import files
from bot.briefing.models import ThemeEntry
from bot.frontend.client import BriefbotClient
from bot.frontend.services import Services
from bot.lookup.library import Library
from tests.discord_server import DiscordServer
from tests.frontend.conftest import running
from tests.samples import HOSTILE, ILI, PROTOCOL

pytestmark = pytest.mark.usefixtures("client")


async def test_topics(discord: DiscordServer) -> None:
    """All topics, for the one who asked; choosing one posts its brief for all."""
    reader = discord.user("reader")
    answer = await reader.sends("topics")
    assert answer.ephemeral
    assert "Lake Balkhash\n6 passages in 3 documents · also Балхаш, Balqash" in answer.text

    posted = await reader.chooses(answer, "Belt and Road Initiative")
    assert not posted.ephemeral
    assert posted.seen.headings == ["Belt and Road Initiative"]


async def test_topics_of_a_theme(discord: DiscordServer) -> None:
    """A theme is suggested while typing, found by an alias, and refused with the themes there are; a blank one is none."""
    reader = discord.user("reader")
    assert [choice.value for choice in await reader.types("topics", theme="dip")] == ["Diplomacy"]

    answer = await reader.sends("topics", theme="вода")
    assert answer.seen.headings == ["Topics · Water"]
    assert "Belt and Road" not in answer.text

    every = await reader.sends("topics", theme="  ")
    assert every.text == (await reader.sends("topics")).text

    refused = await reader.sends("topics", theme="*space*")
    assert refused.ephemeral
    assert "No theme is called “*space*”; the themes are: Water, Diplomacy." in refused.text


async def test_sources(discord: DiscordServer) -> None:
    """Every document with what is known of it, and how its date is known."""
    answer = await discord.user("reader").sends("sources")
    assert answer.ephemeral
    assert "Lake Balkhash in 2019\nWater Desk, A. Example, 12 Sep 2019" in answer.text
    assert "c. Mar 2020 (inferred from the text)" in answer.text
    assert "Note\nMeeting Notes, undated" in answer.text
    assert answer.seen.links == []


async def test_search(discord: DiscordServer) -> None:
    """Passages that hold the words, for the one who asked; choosing one reads it whole."""
    reader = discord.user("reader")
    answer = await reader.sends("search", words="lake percent")
    assert answer.ephemeral
    assert f"1 {ILI} {PROTOCOL} [1]\nWater Desk, 12 Sep 2019" in answer.text
    passage = await reader.chooses(answer, 0, select="read")
    assert f"{ILI} {PROTOCOL}" in passage.text

    hostile = await reader.sends("search", words="wake")
    assert HOSTILE in hostile.text
    assert (hostile.seen.links, hostile.seen.mentions) == ([], [])


async def test_a_search_that_finds_nothing(discord: DiscordServer) -> None:
    """It says so, the words shown as they were typed."""
    answer = await discord.user("reader").sends("search", words="**zyzzyva** ?")
    assert answer.ephemeral
    assert "No passage holds all the words of “**zyzzyva** ?”." in answer.text


async def test_about(discord: DiscordServer) -> None:
    """What the answers rest on."""
    answer = await discord.user("reader").sends("about")
    assert answer.ephemeral
    assert "3 topics in 2 themes, from 3 documents · 12 Sep 2019 – c. Mar 2020" in answer.text


async def test_long_lists_are_leafed_through(
    discord: DiscordServer, client: BriefbotClient, services: Services
) -> None:
    """A list longer than a message has buttons, which change it in place; also after a restart."""
    await client.close()
    small = services.library()
    source, topic = small.manifest.sources[0], small.manifest.topics[0]
    manifest = small.manifest.model_copy(
        update={
            "sources": tuple(
                source.model_copy(update={"id": str(n), "title": f"Document {n}"}) for n in range(50)
            ),
            "topics": tuple(
                topic.model_copy(update={"slug": f"t{n}", "title": f"Topic {n}", "names": (f"Topic {n}",)})
                for n in range(50)
            ),
        }
    )
    files.write_text(small.folder / files.MANIFEST, files.render(manifest))
    library = Library.open(small.folder)
    reader = discord.user("reader")

    async with running(replace(services, library=lambda: library), discord):
        first = await reader.sends("topics", theme="water")
        assert "1–20 of 50 topics" in first.text
        second = await reader.presses(first, "Next")
        assert second.updated
        assert "21–40 of 50 topics" in second.text
        assert second.seen.selects[0].options[0].label == "Topic 20"
        documents = await reader.sends("sources")
    async with running(services, discord):
        assert "of 3 documents" in (await reader.presses(documents, "Next")).text


async def test_many_themes_fit_one_sentence(
    discord: DiscordServer, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a theme is not known, some of the others are named, however many there are."""
    many = tuple(
        ThemeEntry(slug=f"t{n}", name=f"Theme {n} " + "x" * 50, names=(f"Theme {n}",)) for n in range(300)
    )
    monkeypatch.setattr(library, "manifest", library.manifest.model_copy(update={"themes": many}))
    answer = await discord.user("reader").sends("topics", theme="zzyzx")
    assert answer.ephemeral
    assert answer.text.startswith("No theme is called “zzyzx”; the themes are: Theme 0 ")
    assert "…" in answer.text

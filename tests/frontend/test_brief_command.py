"""`/brief`, from typing to reading a citation in its place, over the wire."""

from __future__ import annotations

import pytest

from bot.frontend.client import BriefbotClient
from bot.frontend.commands.brief import label
from bot.frontend.services import Services
from bot.lookup.answers import Suggestion
from tests.discord_server import DiscordServer
from tests.frontend.conftest import running
from tests.samples import HEADED, HOSTILE, ILI, LEVEL, OTHER_SURFACE, PROTOCOL

pytestmark = pytest.mark.usefixtures("client")


async def test_answers_in_the_channel(discord: DiscordServer) -> None:
    """A topic's brief is posted for all: title, period, numbered statements, who says so, and the sources."""
    answer = await discord.user("reader").sends("brief", topic="lake balkhash")

    seen = answer.seen
    assert not answer.ephemeral
    assert seen.headings == ["Lake Balkhash"]
    assert "6 passages in 3 documents · 12 Sep 2019 – c. Mar 2020" in seen.text
    assert f"1 {LEVEL} [1]\nWater Desk, 12 Sep 2019" in seen.text
    assert f"2 {ILI} […] {PROTOCOL} [1]" in seen.text
    assert "[1] Lake Balkhash in 2019 — Water Desk, A. Example, 12 Sep 2019" in seen.text
    assert [button.label for button in seen.buttons] == ["3 more statements", "2 figures", "2 dated events"]


async def test_hostile_words_stay_words(discord: DiscordServer) -> None:
    """What a document says is shown to the letter: it mentions no one, links nowhere and formats nothing."""
    reader = discord.user("reader")
    for topic, words in (("Lake Balkhash", HOSTILE), ("BRI", HEADED)):
        seen = (await reader.sends("brief", topic=topic)).seen
        assert words in seen.text
        assert seen.links == []
        assert seen.mentions == []
        assert len(seen.headings) == 1


@pytest.mark.parametrize("query", ["Балхаш", "lake balkash", "Balqash"])
async def test_finds_other_spellings(discord: DiscordServer, query: str) -> None:
    """An alias, another script and a typing error lead to the same brief."""
    answer = await discord.user("reader").sends("brief", topic=query)
    assert answer.seen.headings == ["Lake Balkhash"]


@pytest.mark.parametrize(
    ("query", "read_as"),
    [
        ("Balqassh", " · read as “Balqash”"),
        ("Balqash", ""),
        ("lake balkash", ""),
        ("what about balqash", ""),
    ],
    ids=["a slip", "written so", "in the title", "in a question"],
)
async def test_says_what_a_query_is_read_as(discord: DiscordServer, query: str, read_as: str) -> None:
    """A name that is only near what was asked is said, where the title does not show it; what was typed is not echoed."""
    seen = (await discord.user("reader").sends("brief", topic=query)).seen
    assert f"12 Sep 2019 – c. Mar 2020{read_as}\n" in seen.text
    assert ("read as" in seen.text) == bool(read_as)


async def test_suggests_while_typing(discord: DiscordServer) -> None:
    """Autocomplete offers the name that matches with the title it belongs to, and sends the title."""
    reader = discord.user("reader")
    assert [choice.value for choice in await reader.types("brief", topic="")] == [
        "Lake Balkhash",
        "Shanghai Cooperation Organization",
        "Belt and Road Initiative",
    ]
    [choice] = await reader.types("brief", topic="балх")
    assert (choice.name, choice.value) == ("Балхаш · Lake Balkhash", "Lake Balkhash")


async def test_a_citation_is_read_in_its_paragraph(discord: DiscordServer) -> None:
    """Anyone may choose a citation; the paragraph, its quote in bold and all that is known of it, is theirs alone."""
    answer = await discord.user("reader").sends("brief", topic="Lake Balkhash")
    other = discord.user("admin")

    chosen = next(
        o for o in answer.seen.selects[0].options if o.description and o.description.startswith("On 12")
    )
    assert chosen.label == "[1] Lake Balkhash in 2019"
    passage = await other.chooses(answer, chosen.value, select="read")

    assert passage.ephemeral
    assert passage.seen.bold == [PROTOCOL]
    assert passage.seen.headings == ["Lake Balkhash in 2019"]
    assert "Water Desk · A. Example · 12 Sep 2019 · paragraph 3" in passage.text
    assert f"{ILI} {PROTOCOL}" in passage.text
    assert [button.url for button in passage.seen.buttons] == ["https://water.example/balkhash"]


async def test_a_hostile_passage_stays_words(discord: DiscordServer) -> None:
    """A paragraph read in its place is as harmless as the brief, and says how its date is known."""
    reader = discord.user("reader")
    answer = await reader.sends("brief", topic="BRI")
    passage = await reader.chooses(answer, 0, select="read")

    assert passage.seen.bold == [HEADED]
    assert "c. Mar 2020 (inferred from the text)" in passage.text
    assert "Corridors *of* @everyone" in passage.text
    assert (passage.seen.links, passage.seen.mentions) == ([], [])


async def test_further_pages_are_private(discord: DiscordServer) -> None:
    """More passages, figures and dated events open for the one who pressed; figures that differ stand together."""
    reader = discord.user("reader")
    answer = await reader.sends("brief", topic="Lake Balkhash")

    more = await reader.presses(answer, "3 more statements")
    assert more.ephemeral
    assert "4–6 of 6 statements" in more.text
    back = await reader.presses(more, "Back")
    assert back.updated
    assert f"1 {LEVEL}" in back.text

    figures = await reader.presses(answer, "2 figures")
    assert "Figures differ: surface of Lake Balkhash" in figures.text
    assert "16,400 square kilometres (as of 2019) Water Desk, 12 Sep 2019 [1]" in figures.text

    events = await reader.presses(answer, "2 dated events")
    assert f"1987 {LEVEL}" in events.text


async def test_a_related_topic_is_posted(discord: DiscordServer) -> None:
    """Choosing a related topic posts its brief for all."""
    reader = discord.user("reader")
    answer = await reader.sends("brief", topic="Lake Balkhash")
    related = await reader.chooses(answer, "Shanghai Cooperation Organization", select="topics")
    assert not related.ephemeral
    assert related.seen.headings == ["Shanghai Cooperation Organization"]


async def test_an_unknown_name_is_asked_back_privately(discord: DiscordServer) -> None:
    """Where no topic is sure, nothing is claimed: the nearest names are buttons, and a press posts that brief."""
    reader = discord.user("reader")
    answer = await reader.sends("brief", topic="shanghai road")
    assert answer.ephemeral
    assert answer.seen.headings == []

    pressed = await reader.presses(answer, "Shanghai Cooperation Organization")
    assert pressed.updated
    assert "Posted the brief on Shanghai Cooperation Organization." in pressed.text
    posted = await pressed.followup()
    assert not posted.ephemeral
    assert posted.headings == ["Shanghai Cooperation Organization"]


async def test_a_name_near_nothing_claims_nothing(discord: DiscordServer) -> None:
    """A query that no name is near is answered privately, shown as it was typed."""
    answer = await discord.user("reader").sends("brief", topic="@everyone **quux** zyzzyva")
    assert answer.ephemeral
    assert "No topic is called “@everyone **quux** zyzzyva”" in answer.text
    assert answer.seen.buttons == []


async def test_works_in_a_direct_conversation(discord: DiscordServer) -> None:
    """Someone who writes to the bot alone gets the same brief."""
    answer = await discord.user("reader", channel="dm").sends("brief", topic="SCO")
    assert answer.seen.headings == ["Shanghai Cooperation Organization"]


async def test_controls_outlive_a_restart(
    discord: DiscordServer, client: BriefbotClient, services: Services
) -> None:
    """A message posted before the bot was stopped still answers presses and choices after it is back."""
    reader = discord.user("reader")
    answer = await reader.sends("brief", topic="Lake Balkhash")
    await client.close()
    await discord.disconnected()

    async with running(services, discord):
        passage = await reader.chooses(answer, 0, select="read")
        assert passage.seen.bold == [LEVEL]
        assert (await reader.presses(answer, "2 figures")).ephemeral


async def test_a_citation_that_is_gone(discord: DiscordServer, services: Services) -> None:
    """Where the documents were changed since, choosing a citation gets one private sentence."""
    reader = discord.user("reader")
    answer = await reader.sends("brief", topic="Lake Balkhash")
    document = services.library().folder / "documents" / "balkhash-levels.json"
    document.write_text(
        document.read_text(encoding="utf-8").replace("two metres", "ten metres"), encoding="utf-8"
    )

    passage = await reader.chooses(answer, 0, select="read")
    assert passage.ephemeral
    assert "no longer in the documents" in passage.text


async def test_a_question_that_names_nothing(discord: DiscordServer) -> None:
    """An emoji is answered with what to write, and with no name."""
    answer = await discord.user("reader").sends("brief", topic="😀")
    assert answer.ephemeral
    assert answer.text.startswith("That names no topic.")
    assert answer.seen.buttons == []


async def test_passages_where_no_name_fits(discord: DiscordServer) -> None:
    """What no topic is called but the documents speak of: privately, said to be no brief, each passage quoted and cited."""
    reader = discord.user("reader")
    answer = await reader.sends("brief", topic="signed protocol")

    assert answer.ephemeral
    assert answer.seen.headings == ["signed protocol"]
    assert "There is no brief by this name. These passages of the documents speak of it." in answer.text
    assert "1 passage in 1 document · 12 Sep 2019" in answer.text
    assert f"1 {PROTOCOL} [1]\nWater Desk, 12 Sep 2019" in answer.text
    assert "[1] Lake Balkhash in 2019 — Water Desk" in answer.text
    assert answer.seen.buttons == []

    passage = await reader.chooses(answer, 0, select="read")
    assert passage.seen.bold == [PROTOCOL]


async def test_passages_of_a_name_with_more_asked_of_it(discord: DiscordServer) -> None:
    """The passages of the topic that speak of the rest; its name is a button, whose brief is posted for all."""
    reader = discord.user("reader")
    answer = await reader.sends("brief", topic="balkhash visitors")
    assert answer.ephemeral
    assert f"1 {OTHER_SURFACE} [1]" in answer.text
    assert "The nearest names that there are briefs on:" in answer.text

    pressed = await reader.presses(answer, "Lake Balkhash")
    assert pressed.updated
    posted = await pressed.followup()
    assert not posted.ephemeral
    assert posted.headings == ["Lake Balkhash"]


async def test_what_was_asked_stays_words(discord: DiscordServer) -> None:
    """However it is written, what was asked comes back as text, and the passages with it."""
    answer = await discord.user("reader").sends(
        "brief", topic='## "click here" https://evil.example @everyone'
    )
    assert answer.ephemeral
    assert answer.seen.headings == ['## "click here" https://evil.example @everyone']
    assert HOSTILE in answer.text
    assert (answer.seen.links, answer.seen.mentions) == ([], [])


@pytest.mark.parametrize(
    "query", ["pizza", "@everyone", "water", "balkhash pizza", "the", "lake AND OR", "'; DROP TABLE passage"]
)
async def test_where_nothing_is_said_nothing_is_claimed(discord: DiscordServer, query: str) -> None:
    """What the documents do not speak of, common words, syntax: a private question at most."""
    answer = await discord.user("reader").sends("brief", topic=query)
    assert answer.ephemeral
    assert answer.seen.headings == []
    assert "[1]" not in answer.text


async def test_choices_fit_discord(discord: DiscordServer) -> None:
    """Whatever is typed, the choices are 25 at most, of 100 characters at most, and each opens its own brief."""
    reader = discord.user("reader")
    for typed in ("", " ", "l", "s", "о", "巴", "lake b", "shangai", "x" * 100, "@everyone", "'; --"):
        choices = await reader.types("brief", topic=typed)
        assert len(choices) <= 25
        assert all(1 <= len(choice.name) <= 100 and 1 <= len(str(choice.value)) <= 100 for choice in choices)
        assert len({choice.value for choice in choices}) == len(choices)
        for choice in choices:
            assert (await reader.sends("brief", topic=choice.value)).seen.headings == [choice.value]


async def test_topics_named_together_are_asked_back(discord: DiscordServer) -> None:
    """Two topics in one question: which one is asked privately, with a button for each."""
    answer = await discord.user("reader").sends("brief", topic="BRI vs SCO")
    assert answer.ephemeral
    assert answer.text.startswith("Which one?")
    assert [button.label for button in answer.seen.buttons] == [
        "Belt and Road Initiative",
        "Shanghai Cooperation Organization",
    ]


@pytest.mark.parametrize(
    "query", ["What do the documents say about Lake Balkhash?", "что известно про Балхаш", "<@123456> balkhash", "https://wiki.example/Lake_Balkhash"]
)  # fmt: skip
async def test_a_name_in_a_question_is_found(discord: DiscordServer, query: str) -> None:
    """Questions, mentions and links round a name do not stand in its way."""
    answer = await discord.user("reader").sends("brief", topic=query)
    assert answer.seen.headings == ["Lake Balkhash"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [("Balkhash Lake", "Lake Balkhash"), ("Balkhash", "Lake Balkhash"), ("lake balkhash", "Lake Balkhash"), ("Балхаш", "Балхаш · Lake Balkhash"), ("x" * 90, "Lake Balkhash")],
)  # fmt: skip
def test_labels_of_choices(name: str, shown: str) -> None:
    """The name that matched stands before the title where it tells something, and never in its place."""
    assert label(Suggestion("lake-balkhash", name, 100.0), "Lake Balkhash") == shown

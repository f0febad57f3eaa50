"""A small bot, made of the unchanged discord.py, that does a bit of everything."""

import discord
from discord import app_commands, ui

LAKES = ["Aral Sea", "Balkhash", "Zaysan"]


class Fields(ui.Modal, title="A note"):
    """One field to fill in."""

    note: ui.Label[ui.Modal] = ui.Label(
        text="Your note", component=ui.TextInput(custom_id="note", max_length=20)
    )

    async def on_submit(self, interaction: discord.Interaction, /) -> None:
        assert isinstance(self.note.component, ui.TextInput)
        await interaction.response.send_message(f"noted: {self.note.component.value}", ephemeral=True)


class Pages(ui.LayoutView):
    """A text with a button in a row, in the newer kind of message."""

    row: ui.ActionRow["Pages"] = ui.ActionRow()

    def __init__(self, page: int = 1) -> None:
        super().__init__(timeout=None)
        self.page = page
        text: ui.TextDisplay[Pages] = ui.TextDisplay(
            f"**Balkhash** page {page} \\*[1](https://example.org/a_b)"
        )
        self.clear_items()
        self.add_item(ui.Container(text))
        self.add_item(self.row)

    @row.button(label="Next", custom_id="next")
    async def forward(self, interaction: discord.Interaction, button: ui.Button["Pages"]) -> None:
        await interaction.response.edit_message(view=Pages(self.page + 1))


class Doings(ui.View):
    """Buttons and a menu, each answered in another way."""

    def __init__(self) -> None:
        super().__init__(timeout=None)

    @ui.button(label="Later", custom_id="later")
    async def later(self, interaction: discord.Interaction, button: ui.Button["Doings"]) -> None:
        await interaction.response.defer()
        await interaction.edit_original_response(content="edited later")

    @ui.button(label="Note", custom_id="ask")
    async def ask(self, interaction: discord.Interaction, button: ui.Button["Doings"]) -> None:
        await interaction.response.send_modal(Fields())

    @ui.select(
        custom_id="lake",
        placeholder="Which lake",
        options=[discord.SelectOption(label=lake) for lake in LAKES],
    )
    async def choose(self, interaction: discord.Interaction, select: ui.Select["Doings"]) -> None:
        await interaction.response.send_message(f"chosen: {select.values[0]}", ephemeral=True)


class Bot(discord.AutoShardedClient):
    """The bot; `refused` keeps the exceptions its commands met."""

    def __init__(self, intents: discord.Intents | None = None) -> None:
        super().__init__(intents=intents or discord.Intents.default(), guild_ready_timeout=0.05)
        self.tree = app_commands.CommandTree(self)
        self.channels_created: list[str] = []
        self.refused: list[Exception] = []
        self.tree.add_command(brief)
        self.tree.add_command(doings)
        self.tree.add_command(slow)
        self.tree.add_command(silent)
        self.tree.add_command(digest)

    async def setup_hook(self) -> None:
        self.add_view(Pages())
        self.add_view(Doings())
        await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Identify at once; discord.py would wait five seconds before a second time."""


@app_commands.command(description="A brief")
@app_commands.describe(topic="What about", quietly="For you alone")
async def brief(interaction: discord.Interaction, topic: str, quietly: bool = False) -> None:
    if topic not in LAKES:
        await interaction.response.send_message("nothing fits", ephemeral=True)
        return
    await interaction.response.send_message(view=Pages(), ephemeral=quietly)


@brief.autocomplete("topic")
async def suggest(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=lake, value=lake) for lake in LAKES if typed.lower() in lake.lower()]


@app_commands.command(description="Things to do")
async def doings(interaction: discord.Interaction) -> None:
    await interaction.response.send_message("do", view=Doings())


@app_commands.command(description="Takes its time")
async def slow(interaction: discord.Interaction) -> None:
    await interaction.response.defer(ephemeral=True, thinking=True)
    await interaction.edit_original_response(view=Pages())
    await interaction.followup.send("and <@1> @everyone")


@app_commands.command(description="Says nothing")
async def silent(interaction: discord.Interaction) -> None:
    """Leave the user waiting."""


digest = app_commands.Group(
    name="digest",
    description="Digests",
    default_permissions=discord.Permissions(manage_guild=True),
    guild_only=True,
)


@digest.command(name="add", description="Add one")
async def add(interaction: discord.Interaction, theme: str, channel: discord.TextChannel) -> None:
    rights = interaction.app_permissions.send_messages
    await interaction.response.send_message(f"{theme} goes to {channel.mention} {rights}")

"""A small briefs folder for tests: three topics, two themes, three documents whose words are as hostile as they come.

The texts are made up. Citations are found in them by their words, so that offsets are right by construction.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from bot.briefing import files
from bot.briefing.models import (
    Brief,
    Citation,
    Coverage,
    Difference,
    Event,
    Figure,
    Manifest,
    Source,
    Statement,
    StoredDocument,
    StoredParagraph,
    ThemeEntry,
    TopicEntry,
)

TEXTS = {
    "balkhash-levels": """Lake Balkhash in 2019

Lake Balkhash lost two metres of depth between 1970 and 1987. Its surface is 16,400 square kilometres.

The Ili river brings 80 percent of the lake's water. On 12 September 2019 both countries signed a protocol on the Ili.

@everyone *wake up*: <@123> and <@&456> say [click here](https://evil.example/x) or https://evil.example/login now.
""",
    "corridors": """Corridors

# The Belt and Road Initiative reached 65 countries, ~~or~~ _so_ ||they|| say; `code` > quotes.

The Shanghai Cooperation Organization was founded in 2001. Join discord.gg/abcdef for 1) news :smile: <:party:99>.

The surface of Lake Balkhash is 17,000 square kilometres, a visitor was told.
""",
    "undated-note": """Note

The Shanghai Cooperation Organization spoke of water for the first time: the Ili and Lake Balkhash were named.
""",
}
SOURCES = {
    "balkhash-levels": Source(
        id="balkhash-levels",
        title="Lake Balkhash in 2019",
        publisher="Water Desk",
        author="A. Example",
        published="2019-09-12",
        date_basis="stated",
        url="https://water.example/balkhash",
        file="documents/balkhash-levels.txt",
    ),
    "corridors": Source(
        id="corridors",
        title="Corridors *of* @everyone",
        publisher=None,
        author="B. [Author](https://evil.example)",
        published="2020-03-01",
        date_basis="inferred",
        url=None,
        file="documents/corridors.txt",
    ),
    "undated-note": Source(
        id="undated-note",
        title="Note",
        publisher="Meeting Notes",
        author=None,
        published=None,
        date_basis=None,
        url=None,
        file="documents/undated-note.txt",
    ),
}
THEMES = (
    ThemeEntry(slug="water", name="Water", names=("Water", "вода")),
    ThemeEntry(slug="diplomacy", name="Diplomacy", names=("Diplomacy",)),
)
LEVEL = "Lake Balkhash lost two metres of depth between 1970 and 1987."
SURFACE = "Its surface is 16,400 square kilometres."
OTHER_SURFACE = "The surface of Lake Balkhash is 17,000 square kilometres, a visitor was told."
ILI = "The Ili river brings 80 percent of the lake's water."
PROTOCOL = "On 12 September 2019 both countries signed a protocol on the Ili."
HOSTILE = (
    "@everyone *wake up*: <@123> and <@&456> say [click here](https://evil.example/x)"
    " or https://evil.example/login now."
)
HEADED = "# The Belt and Road Initiative reached 65 countries, ~~or~~ _so_ ||they|| say; `code` > quotes."
FOUNDED = "The Shanghai Cooperation Organization was founded in 2001."
INVITE = "Join discord.gg/abcdef for 1) news :smile: <:party:99>."
NAMED = "The Shanghai Cooperation Organization spoke of water for the first time: the Ili and Lake Balkhash were named."


def cite(quote: str) -> Citation:
    """The citation of these words, in the first document that holds them."""
    for source, text in TEXTS.items():
        start = text.find(quote)
        if start >= 0:
            paragraph = next(p.number for p in paragraphs(text) if p.start <= start < p.end)
            return Citation(
                source=source, paragraph=paragraph, start=start, end=start + len(quote), quote=quote
            )
    raise ValueError(f"no document says {quote!r}")


def said(*quotes: str) -> Statement:
    """A statement made of these quotes."""
    return Statement(text=" […] ".join(quotes), citations=tuple(cite(quote) for quote in quotes))


def paragraphs(text: str) -> tuple[StoredParagraph, ...]:
    """The paragraphs of a document, parted by empty lines."""
    found = re.finditer(r"[^\n]+", text)
    return tuple(
        StoredParagraph(number=number, start=match.start(), end=match.end(), text=match[0])
        for number, match in enumerate(found, 1)
    )


def briefs() -> tuple[Brief, ...]:
    """The three briefs, weightiest first."""
    surface, other = (
        Figure(
            value=value,
            unit="square kilometres",
            measure="surface of Lake Balkhash",
            as_of=as_of,
            citation=cite(quote),
        )
        for value, as_of, quote in (("16,400", "2019", SURFACE), ("17,000", None, OTHER_SURFACE))
    )
    return (
        Brief(
            slug="lake-balkhash",
            title="Lake Balkhash",
            aliases=("Балхаш", "Balqash"),
            themes=("water",),
            summary=(said(LEVEL), said(ILI, PROTOCOL), said(HOSTILE)),
            evidence=(said(SURFACE), said(OTHER_SURFACE), said(NAMED)),
            figures=(surface, other),
            timeline=(
                Event(date="1987", text=LEVEL, citation=cite(LEVEL)),
                Event(date="2019-09-12", text=PROTOCOL, citation=cite(PROTOCOL)),
            ),
            differences=(Difference(measure="surface of Lake Balkhash", figures=(0, 1)),),
            related=("shanghai-cooperation-organization",),
            sources=tuple(SOURCES.values()),
            coverage=Coverage(documents=3, passages=6, first="2019-09-12", last="2020-03-01"),
        ),
        Brief(
            slug="shanghai-cooperation-organization",
            title="Shanghai Cooperation Organization",
            aliases=("SCO",),
            themes=("water", "diplomacy"),
            summary=(said(FOUNDED), said(NAMED), said(INVITE)),
            evidence=(),
            figures=(),
            timeline=(),
            differences=(),
            related=("lake-balkhash",),
            sources=(SOURCES["corridors"], SOURCES["undated-note"]),
            coverage=Coverage(documents=2, passages=3, first="2020-03-01", last="2020-03-01"),
        ),
        Brief(
            slug="belt-and-road-initiative",
            title="Belt and Road Initiative",
            aliases=("BRI",),
            themes=("diplomacy",),
            summary=(said(HEADED),),
            evidence=(),
            figures=(),
            timeline=(),
            differences=(),
            related=(),
            sources=(SOURCES["corridors"],),
            coverage=Coverage(documents=1, passages=1, first="2020-03-01", last="2020-03-01"),
        ),
    )


def write_briefs(folder: Path) -> Path:
    """Write the briefs folder and return it."""
    made = briefs()
    written = {f"{brief.slug}.json": files.render(brief) for brief in made}
    for source, text in TEXTS.items():
        document = StoredDocument(source=SOURCES[source], paragraphs=paragraphs(text))
        written[f"{files.DOCUMENTS}/{source}.json"] = files.render(document)
    for name, text in written.items():
        files.write_text(folder / name, text)
    topics = tuple(
        TopicEntry(
            slug=brief.slug,
            title=brief.title,
            names=(brief.title, *brief.aliases),
            themes=brief.themes,
            documents=brief.coverage.documents,
            passages=brief.coverage.passages,
        )
        for brief in made
    )
    newest_first = sorted(SOURCES.values(), key=lambda source: source.published or "", reverse=True)
    manifest = Manifest(
        format=files.FORMAT,
        builder="samples",
        inputs={},
        outputs={name: hashlib.sha256(text.encode()).hexdigest() for name, text in written.items()},
        topics=topics,
        themes=THEMES,
        sources=tuple(newest_first),
    )
    files.write_text(folder / files.MANIFEST, files.render(manifest))
    return folder

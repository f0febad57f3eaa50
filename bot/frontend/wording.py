"""Dates, counts and sources in words, the same on Discord and in the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from bot.briefing.models import Coverage, Event, Figure, Source, Statement
from bot.lookup.answers import EXACT, Answered

_MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def asks(text: str) -> bool:
    """Whether there is anything in what a person typed that could be looked for: a letter or a digit."""
    return any(character.isalnum() for character in text)


def is_within(name: str, title: str) -> bool:
    """Whether all the words of a name are in a title, in whatever order and case: to show both would tell nothing."""
    return set(name.casefold().split()) <= set(title.casefold().split())


def read_as(answer: Answered) -> str:
    """The name that a query was taken for, where it is not written so and the brief's title does not show it; else empty."""
    name = answer.match.name
    return "" if answer.match.score == EXACT or is_within(name, answer.brief.title) else name


def day(text: str) -> str:
    """A date at the precision that is known: `2019-09-12` is “12 Sep 2019”, `2019-09` is “Sep 2019”."""
    match [int(part) for part in text.split("-")]:
        case [year, month, number]:
            return f"{number} {_MONTHS[month]} {year}"
        case [year, month]:
            return f"{_MONTHS[month]} {year}"
        case _:
            return text


def published(source: Source, *, explain: bool = True) -> str:
    """When a source was published, as a reader may trust it; `explain` adds where an inferred date comes from."""
    if source.published is None:
        return "undated"
    if source.date_basis == "stated":
        return day(source.published)
    inferred = f"c. {day(source.published[:7])}"
    return f"{inferred} (inferred from the text)" if explain else inferred


def period(sources: Iterable[Source]) -> str:
    """The days between which sources were published, each as far as it may be trusted."""
    dated = sorted(
        (source for source in sources if source.published), key=lambda source: source.published or ""
    )
    if not dated:
        return "undated"
    first, last = (published(source, explain=False) for source in (dated[0], dated[-1]))
    return first if first == last else f"{first} – {last}"


def count(number: int, noun: str, plural: str | None = None) -> str:
    """`1 document`, `1,204 documents`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def standing(figure: Figure, source: Source) -> str:
    """What a figure must not be read without: that it was planned, and the day it is of, where its text says so.

    Where the text says no day, that of its source stands beside it already.
    """
    parts = ["planned"] if figure.planned else []
    if figure.as_of and figure.as_of_basis != "document":
        sure = figure.as_of_basis != "resolved" or source.date_basis == "stated"
        parts.append(f"{'for' if figure.planned else 'as of'} {'' if sure else 'c. '}{day(figure.as_of)}")
    return f" ({' '.join(parts)})" if parts else ""


def when(event: Event) -> str:
    """The date of an event, or its first and last day, “10 Sep 2019 – 12 Sep 2019”; with “c.” where it is inferred."""
    dates = f"{day(event.date)} – {day(event.end)}" if event.end else day(event.date)
    return f"c. {dates}" if event.date_basis == "inferred" else dates


def basis(event: Event) -> str:
    """How an event's date is known, where the text does not give it in full; and that it was still to come."""
    said = {
        "stated": "",
        "resolved": f"“{event.words}”, dated by the document",
        "inferred": f"“{event.words}”, dated by the document’s inferred date",
    }[event.date_basis]
    return ", ".join(part for part in ("planned" if event.planned else "", said) if part)


def origin(said: Statement) -> str:
    """Whose words a statement reports, where it does not name them itself, and how many publishers say it if several do."""
    voices = [voice for voice in said.said_by or () if voice.basis in ("continued", "resolved")]
    spoken = dict.fromkeys(voice.name for voice in voices)
    parts = [f"words of {', '.join(spoken)}"] if spoken else []
    if said.publishers and said.publishers > 1:
        parts.append(count(said.publishers, "publisher"))
    return " · ".join(parts)


def extent(covered: Coverage) -> tuple[str, str]:
    """How many documents, of how many publishers where that is known, and how many passages of theirs."""
    documents = count(covered.documents, "document")
    if covered.publishers is not None and covered.publishers < covered.documents:
        documents += f" of {count(covered.publishers, 'publisher')}"
    return documents, count(covered.passages, "passage")

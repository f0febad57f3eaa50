"""Made-up news to measure with: seeded, of any number of documents, shaped like a press archive.

A world of made-up people, places and bodies is fixed by the seed alone and grows with the square root of the corpus,
as names in real archives do. Stories follow Zipf's law: a few run through thousands of documents, most through one.
"""

from __future__ import annotations

import datetime as dt
import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

WORDS = 400
"""About how many words a document has."""

_ONSETS = "b br d dr f g gr h j k kr l m n p pr r s sh st t tr v w z".split()
_VOWELS = "a e i o u a e i o ai ei ou".split()
_CODAS = ["", "", "", "n", "r", "l", "s", "m", "k", "nd", "rt", "lm"]
_LANDFORMS = "River Lake Bay Valley Island Province Mountains Canal Harbour Plain".split()
_BODIES = "Agency Bank Council Commission Union Authority Institute University Company Federation Forum Fund".split()
_FIELDS = (
    "Water Energy Transport Trade Health Safety Border Development Investment Railway Mining Fisheries"
    " Statistics Climate Education Security Housing Defence Telecom Agriculture"
).split()
_ROLES = (
    "President|Prime Minister|Minister|Governor|Mayor|Ambassador|Director|Professor|Judge|Chairwoman".split(
        "|"
    )
)
_TITLES = "Project Programme Agreement Initiative Summit Treaty Corridor Pipeline Law Strategy".split()
_MONTHS = "January February March April May June July August September October November December".split()
_SAID = "said|told reporters|noted|warned|announced|argued|stressed|added|explained|believes".split("|")
_WHEN = (
    "on Monday|on Thursday|last week|last year|in {month} {year}|on {month} {day}|in {year}|this year|by {later}"
    "|earlier this month|on {month} {day}, {year}"
).split("|")
_NOUNS = (
    "water power plant rail line border crossing trade deal oil gas price export grain harvest budget vote court ruling"
    " school reform fishing quota power grid solar farm road bridge port terminal copper mine land lease tax rate bond"
    " market labour strike health service flood wall rice field air base patrol boat visa rule election law fuel tanker"
    " test site data centre phone network housing scheme ferry route sugar mill cotton crop drought relief aid convoy"
    " peace talk cease fire arms sale tourist season currency swap debt relief food bank waste dump forest fire wind park"
    " coal depot steel works car plant wage rise pension fund river basin dam wall cattle herd news agency prison camp"
).split()
_KINDS = (
    "joint regional bilateral costly disputed temporary secret domestic coastal rural urban foreign cheap modern annual"
    " coal-fired cross-border long-term state-owned low-cost northern eastern armed civil marine digital toxic seasonal"
    " empty frozen broken unpaid shared hidden narrow heavy rapid fragile idle local"
).split()
_DOES = (
    "delayed|approved|rejected|reopened|financed|inspected|criticised|welcomed|suspended|expanded|defended|abandoned"
    "|postponed|reviewed|blocked|completed|ordered|restored|closed|visited"
).split("|")
_UNITS = "percent|million dollars|billion dollars|tons|people|kilometres|megawatts|companies|households|cubic metres".split(
    "|"
)
_ADVERBS = "quietly|again|in public|for the first time|without notice|after long talks|under pressure|in a hurry".split(
    "|"
)
_SENTENCES = (
    "{role} {person} {said} that the {kind} {noun} near {place} would be {does} {when}.",
    "{person} met {other} in {town} {when} to speak about the {kind} {noun} and the {noun2}.",
    "The {body} ({acronym}) {does} the {kind} {noun} {when}, although {person} had {does2} it {adverb}.",
    "{acronym} spends about {amount} on the {noun} of {place}, or {share} of what {country} pays for the {noun2}.",
    "According to {surname}, the {noun} {does2} by {body} brought {amount} to {town} in {year}.",
    "The {title} was signed in {town} {when} and covers {kind} {noun}, {kind2} {noun2} and a {noun3}.",
    "{surname} {said} {when} that “the {kind} {noun} is a matter for {country} alone.”",
    "Residents of {town} fear that the {kind} {noun} will harm {place}, where {amount} depend on the {noun2}.",
    "{country} and {country2} {does} the {title} {adverb}, while the {body} asked for a {kind2} {noun2}.",
    "However, the {kind} {noun} remains {does} because {acronym} has no {noun2} of its own.",
    "In {year}, the {body} counted {amount} in {place}, compared with {amount2} a decade before.",
    "It is not clear who {does} the {kind} {noun} in {town}, {said} {role} {person}.",
    "He {said} that {country} had {does2} the {noun} {adverb} and would not wait for a {kind2} {noun3}.",
    "Experts at the {body2} {said} that {place} lost {share} of its {noun} between {year} and {later}.",
    "Second, the {noun2} of {town} depends on {place}, which {country2} {does} {when} ({agency}, {month} {day}).",
    "Critics call the {title} a “{kind} {noun}” and want the {body} to publish what the {noun3} costs.",
    "What began as a {kind} {noun} in {town} has become a {kind2} {noun2} that {surname} {does} {adverb}.",
    "Nobody had expected that it would take so long, and few believe that it will end soon.",
    "Those who work on the {noun} say that they were told nothing about it until it was too late.",
    "Much of what was promised then has been forgotten since, and the {noun} is no better for it.",
    "It would be the third {noun} in ten years, after two that were {does} when the money ran out.",
    "People who live nearby still remember how the last one was {does}, and they doubt what they hear now.",
    "A decision is expected before the winter, when the roads close and the {noun} comes to a stop.",
    "Some of them have left for the cities, where there is work in a {noun} or in a {noun3} at least.",
    "The {noun} rose by {share} {when}, the {body} {said}, and the {kind} {noun3} followed.",
)


@dataclass(frozen=True, slots=True)
class _Story:
    """What a run of documents is about."""

    people: tuple[str, ...]
    roles: tuple[str, ...]
    towns: tuple[str, ...]
    places: tuple[str, ...]
    bodies: tuple[tuple[str, str], ...]
    countries: tuple[str, str]
    title: str
    nouns: tuple[str, ...]
    kinds: tuple[str, ...]


def documents(number: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """`(file name, text)` of each of `number` documents; the same call gives the same documents."""
    world = random.Random(f"{seed} world")  # noqa: S311  # nothing is secret about it
    stories = list(itertools.islice(_stories(world), max(4, int(6 * number**0.5))))
    weights = list(itertools.accumulate(1 / (rank + 1) for rank in range(len(stories))))
    for i in range(number):
        chance = random.Random(f"{seed} document {i}")  # noqa: S311  # likewise
        story, aside = chance.choices(stories, cum_weights=weights, k=2)
        yield f"{i:06}.txt", _document(chance, story, aside)


def write_documents(folder: Path, number: int, seed: int = 1) -> None:
    """Write the documents into a seeds folder."""
    (folder / "documents").mkdir(parents=True, exist_ok=True)
    for name, text in documents(number, seed):
        (folder / "documents" / name).write_text(text, encoding="utf-8")


def _stories(world: random.Random) -> Iterator[_Story]:
    countries = [_word(world) + world.choice(["ia", "stan", "land", "a"]) for _ in range(60)]
    while True:
        bodies = tuple(_body(world) for _ in range(2))
        yield _Story(
            people=tuple(
                f"{_word(world)} {_word(world)}{world.choice(['', 'ov', 'son', 'ez'])}" for _ in range(3)
            ),
            roles=tuple(world.choices(_ROLES, k=3)),
            towns=tuple(_word(world) for _ in range(2)),
            places=tuple(f"{_word(world)} {world.choice(_LANDFORMS)}" for _ in range(2)),
            bodies=bodies,
            countries=(_zipf(world, countries), _zipf(world, countries)),
            title=f"{_word(world)} {world.choice(_FIELDS)} {world.choice(_TITLES)}",
            nouns=tuple(world.choices(_NOUNS, k=6)),
            kinds=tuple(world.choices(_KINDS, k=3)),
        )


def _document(chance: random.Random, story: _Story, aside: _Story) -> str:
    day = dt.date(2016, 1, 1) + dt.timedelta(days=chance.randrange(3000))
    headline = f"{story.towns[0]} {chance.choice(story.nouns).title()} {chance.choice(_DOES).title()} Again"
    lines = [headline, f"{day.day} {_MONTHS[day.month - 1]} {day.year}"]
    words = 0
    while words < WORDS:
        topic = story if chance.random() < 0.85 else aside
        paragraph = " ".join(_sentence(chance, topic, day) for _ in range(chance.randint(2, 4)))
        words += len(paragraph.split())
        lines.append(paragraph)
    return "\n\n".join(lines) + "\n"


def _sentence(chance: random.Random, story: _Story, day: dt.date) -> str:
    who = chance.randrange(len(story.people))
    body, other = chance.sample(story.bodies, 2)
    month, date = _MONTHS[chance.randrange(12)], str(chance.randint(1, 28))
    years = {"year": str(day.year - chance.randint(0, 6)), "later": str(day.year + chance.randint(1, 9))}
    parts = {
        **years,
        "month": month,
        "day": date,
        "when": chance.choice(_WHEN).format(month=month, day=date, **years),
        "person": story.people[who],
        "role": story.roles[who],
        "other": story.people[who - 1],
        "surname": story.people[who].split()[1],
        "town": chance.choice(story.towns),
        "place": chance.choice(story.places),
        "body": body[0],
        "acronym": body[1],
        "body2": other[0],
        "agency": story.towns[0] + " Daily",
        "country": story.countries[0],
        "country2": story.countries[1],
        "title": story.title,
        "noun": chance.choice(story.nouns if chance.random() < 0.8 else _NOUNS),
        "noun2": _zipf(chance, _NOUNS) + " " + chance.choice(_NOUNS),
        "noun3": chance.choice(_NOUNS),
        "kind": chance.choice(story.kinds if chance.random() < 0.8 else _KINDS),
        "kind2": chance.choice(_KINDS),
        "does": chance.choice(_DOES),
        "does2": chance.choice(_DOES),
        "said": chance.choice(_SAID),
        "adverb": chance.choice(_ADVERBS),
        "amount": f"{chance.randint(2, 990)} {chance.choice(_UNITS[1:])}",
        "amount2": f"{chance.randint(2, 990)},{chance.randint(100, 999)} {chance.choice(_UNITS[3:])}",
        "share": f"{chance.randint(1, 99)} percent",
    }
    return chance.choice(_SENTENCES).format(**parts)


def _word(world: random.Random) -> str:
    syllables = (
        world.choice(_ONSETS) + world.choice(_VOWELS) + world.choice(_CODAS)
        for _ in range(world.randint(2, 3))
    )
    return "".join(syllables).capitalize()


def _body(world: random.Random) -> tuple[str, str]:
    name = f"{_word(world)} {' '.join(world.sample(_FIELDS, world.randint(1, 2)))} {world.choice(_BODIES)}"
    return name, "".join(word[0] for word in name.split())


def _zipf(chance: random.Random, values: Sequence[str]) -> str:
    return values[min(int(len(values) ** chance.random()) - 1, len(values) - 1)]

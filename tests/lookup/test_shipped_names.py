"""Looking up in the briefs that we ship: what must be found, and what must not. A case may be added, none taken away."""

from pathlib import Path

import pytest

from bot.lookup.answers import Answered, NotFound
from bot.lookup.library import Library

FOUND = {
    "lake-balkhash": "balkash|lake balkash|Balkhash Lake|what about lake balkhash|Балхаша|tell me about balkhash",
    "kassym-jomart-tokayev": "tokaev|president tokayev|Tokayeff|токаева|托卡耶夫总统|kassym zhomart tokaev",
    "xi-jinping": "President Xi|Chairman Xi|xi|jinping xi",
    "vladimir-putin": "president putin",
    "uyghurs": "uygur|uighur people|уйгуров|Uighurs",
    "belt-and-road-initiative": "belt & road|BRI|belt and road|Belt and Road Initiatve",
    "kazakhstan": "Kazakstan|kazakhistan|Қазақстан",
    "china": "Китая|prc|Peoples Republic of China",
    "russia": "России",
    "silk-road": "silk road|Silk Roads",
    "central-asia": "central asia",
    "the-west": "the west|west",
    "shanghai-cooperation-organization": "shanghai cooperation|sco|ШОС|the SCO",
    "nuclear-power-plant": "nuclear plant|АЭС",
    "hikvision": "hikvison",
    "almaty-province": "almaty region",
    "nursultan-nazarbayev": "nazarbaev|Назарбаева",
}  # fmt: skip
NOT_FOUND = (
    "Chine|Nile River|Shanghai|上海|Li Qiang|Zhang Wei|milk|Party|Alma|lake|hub|jack|daniel|andrei|luke|Uzbekistan|Mongolia"
    "|Turkey|Iraq|Japan|Austria|Kazan|Taiwanese|Balkan war|Xiaomi|Astra|Olympics|balkans|scooter|tokyo|Balti|Osaka|Indiana"
    "|Iceland|Belarusian|Alibi|Jackson|Hanover|steak|pizza|Europa League|@everyone|president|what is happening"
)


@pytest.fixture(scope="module")
def library() -> Library:
    """The briefs in the repository."""
    return Library.open(Path(__file__).parents[2] / "briefs")


def test_every_name_opens_its_own_topic(library: Library) -> None:
    """Titles and aliases, as they are and in small letters, are found and mean their own topic."""
    wrong = []
    for topic in library.topics():
        for name in topic.names:
            for asked in (name, name.lower()):
                answer = library.ask(asked)
                if not isinstance(answer, Answered) or answer.match.slug != topic.slug:
                    wrong.append((asked, topic.slug, answer))
    assert wrong == []


@pytest.mark.parametrize(
    ("slug", "query"), [(slug, query) for slug, queries in FOUND.items() for query in queries.split("|")]
)
def test_found(library: Library, slug: str, query: str) -> None:
    """Misspelt, in another script or case of grammar, with a title or a question round it: the topic is found."""
    answer = library.ask(query)
    assert isinstance(answer, Answered), answer
    assert answer.match.slug == slug


@pytest.mark.parametrize("query", NOT_FOUND.split("|"))
def test_not_found(library: Library, query: str) -> None:
    """What only looks or sounds like a topic, or is a part of its name, is not answered as if it were one."""
    assert isinstance(library.ask(query), NotFound)

"""Names, acronyms and phrases found in texts about nothing in particular."""

import pytest

from bot.corpus.reader import make_document
from bot.topics.catalogue import Topic, make_catalogue
from bot.topics.curator import Notes
from bot.topics.finder import expansions_in


def topics(*texts: str, notes: Notes | None = None) -> dict[str, Topic]:
    """The topics of some one-paragraph documents, by title."""
    documents = [make_document(f"d{i}", f"d{i}.txt", text) for i, text in enumerate(texts)]
    return {topic.title: topic for topic in make_catalogue(documents, notes or Notes()).topics}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("The Harbour Safety Board (HSB) met.", [("Harbour Safety Board", "HSB")]),
        (
            "He joined the Union of Towns and Ports in Asia (UTPA).",
            [("Union of Towns and Ports in Asia", "UTPA")],
        ),
        ("It was on Bay Central Television (BCTV).", [("Bay Central Television", "BCTV")]),
        (
            "The Talks on Interaction and Trust-Building Steps in Asia (TITA) met.",
            [("Talks on Interaction and Trust-Building Steps in Asia", "TITA")],
        ),
        ("They read the Harbour Safety Board’s (HSB) rules.", [("Harbour Safety Board", "HSB")]),
        ("They met (see NYT, May 3).", []),
        ("It is of no use (ABC).", []),
    ],
)
def test_expansions(text: str, pairs: list[tuple[str, str]]) -> None:
    """An acronym in brackets takes the words before it that spell it; a source reference spells nothing."""
    assert list(expansions_in(text)) == pairs


def test_names_are_found_whole() -> None:
    """Titles of persons, demonyms before them, possessives and commas part names; small words join them."""
    found = topics(
        "Yesterday Freedonian President Rufus Firefly met Ambassador Vera Teasdale in Port Mary.",
        "The Ministry of Ships and Bridges of Freedonia praised Firefly, Port Mary’s mayor and the Bank of Bays.",
    )
    assert {
        "Rufus Firefly",
        "Vera Teasdale",
        "Port Mary",
        "Ministry of Ships and Bridges of Freedonia",
        "Bank of Bays",
    } <= set(found)
    assert "Firefly" in found["Rufus Firefly"].names
    assert not {"Yesterday", "Freedonian", "Freedonian President Rufus Firefly", "President"} & set(found)


def test_spellings_word_order_and_hyphens_are_one_topic() -> None:
    """Romanisations, turned-round names, accents and hyphens do not make two topics."""
    found = topics(
        "They saw Lake Tengiz and met Gulnara Abayeva in Ürzhar near the Trans-Steppe Railway.",
        "They left Tengiz Lake with Gulnara Abaeva for Urzhar on the Transsteppe Railway.",
    )
    assert len([title for title in found if "Tengiz" in title]) == 1
    assert len([title for title in found if "Gulnara" in title]) == 1
    assert len([title for title in found if "rzhar" in title]) == 1
    assert len([title for title in found if "Railway" in title]) == 1


def test_different_things_stay_apart() -> None:
    """Two rivers, two people of one name, two unions are two topics each."""
    found = topics(
        "Minister Ada Byron met her brother, Minister Leo Byron, by the Green River and the Grey River.",
        "Ada Byron said that the Customs Union is not the Northern Union. Byron said no more.",
    )
    assert {"Ada Byron", "Leo Byron", "Green River", "Grey River", "Customs Union", "Northern Union"} <= set(
        found
    )
    assert "Byron" in found["Ada Byron"].names


def test_an_acronym_is_not_a_word() -> None:
    """US is a name, us is not; a name in capitals is found only so."""
    found = topics("The US told us that all US ships came here. He told us so.", "The US left us here alone.")
    assert len(found["US"].places) == 2


def test_a_topic_is_taken_up_by_its_kind() -> None:
    """“The lake” after “Lake Tengiz” speaks of it, within a few sentences and only where one lake can be meant."""
    found = topics(
        "They came to Lake Tengiz. The lake is salt. Nobody lives there.\n\nThe lake of the next paragraph is another.\n\n"
        "Lake Tengiz is east of Lake Sasyk. The lake may be either."
    )
    places = [(place.passage.text, place.named) for place in found["Lake Tengiz"].places]
    assert ("The lake is salt.", "Lake Tengiz") in places
    assert not any(text.startswith(("The lake of", "The lake may")) for text, _ in places)


def test_phrases_need_more_than_one_text() -> None:
    """A common phrase is a topic where several passages use it; a term in quotation marks at once."""
    found = topics(
        "Wind power plants help. They call it a “silver bridge” of trust.",
        "No wind power plant helps here; cold water does.",
        "Cold water is near.",
    )
    assert {"Wind power plants", "Silver bridge"} <= set(found)


def test_the_curator_names_merges_and_drops() -> None:
    """The curator's names join what was found, in every script; what is dropped is gone."""
    notes = Notes.model_validate(
        {
            "themes": {"water": {"name": "Water", "words": ["salt"]}},
            "topics": [
                {"name": "Tengiz", "aliases": ["Lake Tengiz", "Теңіз"], "only_asked": ["the salt sea"]},
                {"name": "Nobody Knows", "themes": ["water"]},
            ],
            "drop": ["Port Mary"],
        }
    )
    documents = [make_document("d", "d.txt", "Lake Tengiz is salt. Tengiz Lake is far from Port Mary.")]
    catalogue = make_catalogue(documents, notes)
    assert [topic.title for topic in catalogue.topics] == ["Tengiz"]
    assert {"Теңіз", "the salt sea", "Tengiz Lake"} <= set(catalogue.topics[0].names)
    assert catalogue.topics[0].themes == ("water",)
    assert "Nobody Knows" in catalogue.warnings[0]


def test_a_small_corpus_is_about_a_single_word() -> None:
    """A noun that several documents insist on is a topic by itself; a doing, a common word or a rare one is not."""
    text = "The glimmerstone is rare. A glimmerstone hurts, and of this glimmerstone the company knows the company."
    found = topics(text, text.replace("rare", "odd"), text.replace("rare", "new"))
    assert set(found) == {"Glimmerstone"}
    assert len(found["Glimmerstone"].places) == 6
    assert topics(text) == {}


def test_a_word_of_science_is_a_topic_where_it_is_said_twice() -> None:
    """An ending that only science makes tells a term in one text; one that is said once is none, nor is a diagnosis."""
    found = topics(
        "They fear glimmerosis, for glimmerosis is rare. A stony gleamitis is rarer. A diagnosis is late, and any"
        " diagnosis is dear."
    )
    assert set(found) == {"Glimmerosis"}


def test_two_documents_insist_sooner_than_many() -> None:
    """Where next to nothing else can repeat it, a phrase that one text says twice is a topic; not among many texts."""
    text = "They raised the ferry tolls. He said the ferry tolls are unfair."
    assert set(topics(text)) == {"Ferry tolls"}
    assert topics(text, "It is so.", "It was so.", "It will be so.") == {}


def test_what_is_measured_needs_more_texts_than_other_phrases() -> None:
    """“Ferry rate” is a topic where three texts have it, and not where two have."""
    texts = ("They say that the ferry rate fell.", "It is the ferry rate.", "They know of a ferry rate.")
    assert set(topics(*texts)) == {"Ferry rate"}
    assert topics(*texts[:2]) == {}


def test_one_noun_more_makes_no_other_topic() -> None:
    """What is mostly there without its last noun is one topic with it; an acronym before a noun is no phrase."""
    whole = "They saw the sea trout. It was a sea trout. He ate the sea trout. She ate the sea trout. "
    found = topics(
        whole + "The sea trout patches are red. U.B. boatmen came.",
        whole + "These are the sea trout patches. U.B. boatmen left.",
    )
    assert set(found) == {"Sea trout", "U.B."}


def test_what_says_of_which_kind_others_are_is_no_subject() -> None:
    """“Turnkey”, which several documents write eight times before other words, is no topic; “limescale” is one."""
    text = "They saw the limescale. The turnkey gloom grew. The turnkey bliss fell. The turnkey gloom and the limescale stayed. "
    found = topics(*[text + f"On day {day} the turnkey bliss and the limescale came." for day in range(4)])
    assert "Limescale" in found
    assert "Turnkey" not in found

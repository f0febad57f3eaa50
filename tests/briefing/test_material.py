"""What is said of a topic without its name."""

from bot.briefing.compile import compile_brief
from bot.briefing.material import gathered
from bot.briefing.models import Brief
from bot.corpus.reader import make_document
from bot.topics.catalogue import make_catalogue
from bot.topics.curator import Notes


def brief(title: str, *texts: str) -> Brief:
    """The brief on a topic of documents with these texts."""
    documents = [make_document(str(i), f"{i}.txt", text) for i, text in enumerate(texts)]
    catalogue = make_catalogue(documents, Notes.model_validate({"topics": [{"name": title}]}))
    topic = next(topic for topic in catalogue.topics if topic.title == title)
    return compile_brief(topic, {document.id: document for document in documents}, ())


def said(made: Brief) -> list[str]:
    """The texts of all its statements."""
    return [statement.text for statement in (*made.summary, *made.evidence)]


def test_what_somebody_says_further_is_in_their_brief() -> None:
    """A speech that goes on belongs to who speaks, named or not."""
    texts = said(
        brief(
            "Dan Roe",
            "“Bears are clever,” said Dan Roe. The cage stood open. “Bears open every door of this house,” the expert noted.",
        )
    )
    assert any("open every door" in text for text in texts)


def test_what_somebody_says_in_the_next_paragraph_is_in_their_brief() -> None:
    """Who spoke in one paragraph and speaks on in the next is heard there too."""
    texts = said(
        brief(
            "Dan Roe",
            "“Bears are clever animals,” said Dan Roe of the zoo.\n\nThe expert named a reason: “They open every door of this house at night.”",
        )
    )
    assert any("open every door" in text for text in texts)


def test_a_topic_of_few_words_is_read_on() -> None:
    """Where the corpus says little of a topic, what follows and hangs together with it is given with it, once."""
    text = (
        "People of the town met. The Silver Bridge was opened in May by the mayor. Its first stone had been laid by a bishop."
        " The bishop had a stone of marble for it. Bread is cheap."
    )
    texts = said(brief("Silver Bridge", text))
    assert any(text.endswith("The bishop had a stone of marble for it.") for text in texts)
    assert not any("Bread" in text for text in texts)
    assert sum("marble" in text for text in texts) == 1


def test_something_further_is_not_read_on() -> None:
    """“Additionally, …” begins something else."""
    texts = said(
        brief(
            "Silver Bridge", "The Silver Bridge was opened in May. Additionally, a bridge of stone was begun."
        )
    )
    assert texts == ["The Silver Bridge was opened in May."]


def test_no_statement_holds_another() -> None:
    """What a longer statement of the evidence quotes is not given by itself as well."""
    made = brief(
        "Silver Bridge",
        "The Silver Bridge was opened in May. It fell in June. However, nobody was hurt by it.",
        "The Silver Bridge has a toll.",
    )
    quotes = [tuple((c.source, c.start, c.end) for c in statement.citations) for statement in made.evidence]
    for quote in quotes:
        for other in quotes:
            assert quote == other or not all(
                any(a[0] == b[0] and b[1] <= a[1] and a[2] <= b[2] for b in other) for a in quote
            )


def test_what_is_said_again_comes_last_or_not_at_all() -> None:
    """The evidence gives no sentence twice, however it is set, and what says little new after all the rest."""
    texts = said(
        brief(
            "Silver Bridge",
            "The Silver Bridge was opened in May.",
            "The Silver Bridge  was opened in May.",
            "In May the Silver Bridge was opened again.",
            "The Silver Bridge has 40 arches of grey stone and a toll of two coins.",
        )
    )
    assert sum(text.startswith("The Silver Bridge") and "May" in text for text in texts) == 1


def test_evidence_puts_news_before_repetition() -> None:
    """A long evidence begins with what has not been said."""
    repeated = [f"The Silver Bridge was opened in May by mayor number {n}." for n in range(12)]
    made = brief(
        "Silver Bridge", *repeated, "Of the Silver Bridge nobody knows why arches crumble under frost."
    )
    texts = [statement.text for statement in made.evidence]
    crumble = next((i for i, text in enumerate(texts) if "crumble" in text), -1)
    assert crumble <= 0


def test_what_tells_how_much_is_said_first() -> None:
    """Of statements that say nearly the same the one with a sum or a share is chosen."""
    text = " ".join(
        f"The Silver Bridge is {word} to people of the old town by the river."
        for word in ("dear", "known", "useful", "familiar")
    )
    told = "The Silver Bridge brings the old town by the river {} of its coins."
    made = [brief("Silver Bridge", f"{text} {told.format(much)}") for much in ("4 percent", "a lot")]
    assert ["coins" in " ".join(one.text for one in each.summary) for each in made] == [True, False]


def fittest(title: str, *texts: str) -> str:
    """The sentence fittest to be quoted in the brief on a topic of documents with these texts."""
    documents = [make_document(str(i), f"{i}.txt", text) for i, text in enumerate(texts)]
    catalogue = make_catalogue(documents, Notes.model_validate({"topics": [{"name": title}]}))
    topic = next(topic for topic in catalogue.topics if topic.title == title)
    choices = gathered(topic, {document.id: document for document in documents})
    return max(choices, key=lambda choice: choice.merit).unit.passages[-1].text


def test_what_the_topic_leads_is_fitter_than_what_mentions_it() -> None:
    """A sentence whose other half names the topic in passing stands behind a later one that is about it."""
    mentions = "The mayor spoke of bread, of the price of corn, of the new school and of the Silver Bridge."
    about = "The Silver Bridge was built of grey stone by people of the town in those years."
    assert fittest("Silver Bridge", f"People met in the town hall. {mentions} {about}") == about


def test_when_something_was_does_not_keep_the_topic_from_leading() -> None:
    """“In the spring of 1980, the Silver Bridge …” is about the bridge as much as one that begins with it."""
    opened = "In the wet and windy spring of 1980, the Silver Bridge was opened to the people of the town."
    mentions = "The mayor opened with many a kind word the Silver Bridge to the people of the town there."
    assert fittest("Silver Bridge", f"People met in the town hall. {mentions} {opened}") == opened


def test_a_first_sentence_is_about_all_that_it_names() -> None:
    """Where a document begins by naming the topic late, that is what the document is about."""
    first = "Thousands of people walked for the first time over the grey stones of the Silver Bridge."
    later = "The Silver Bridge is known to the people of the town by the river as the grey one."
    assert fittest("Silver Bridge", f"{first} It rained. Bread was dear. {later}") == first


def test_a_long_statement_takes_the_place_of_others() -> None:
    """Of two statements the one of seventy words is less fit than a later one of few."""
    listed = ", ".join(
        f"a shop for {word} and tools" for word in "bread corn wool salt wine fish coal".split()
    )
    long = f"The Silver Bridge has on it {listed}, {listed}, as the town wished."
    short = "The Silver Bridge was built of grey stone by people of the town in those years."
    assert fittest("Silver Bridge", f"People met in the town hall. {long} {short}") == short


NEWS = "The Silver Bridge was shut by the mayor on Monday.\n\nIt has cracks as wide as a thumb, he found.\n\nBread is cheap in town this week."


def test_what_the_next_paragraph_says_of_it_is_said_of_the_topic() -> None:
    """In news of a sentence a paragraph, “It …” goes on about what leads the paragraph before, each quoted for itself."""
    made = brief("Silver Bridge", NEWS)
    cracks = next(one for one in (*made.summary, *made.evidence) if "cracks" in one.text)
    assert [citation.paragraph for citation in cracks.citations] == [1, 2]
    assert not any("Bread" in text for text in said(made))


def test_what_only_mentions_the_topic_is_not_gone_on_with() -> None:
    """“It …” in the next paragraph is hardly what the sentence before names at its end."""
    text = "The mayor of the town and two of his guests went by car to the Silver Bridge.\n\nIt was a red car with bad tyres, all found."
    assert not any("tyres" in one for one in said(brief("Silver Bridge", text)))


def test_paragraphs_of_a_sentence_are_read_on_where_they_share_a_rare_word() -> None:
    """Of a topic of few words the next paragraph is read as well, if it takes a word of the sentence up."""
    text = (
        "People of the town met.\n\nThe Silver Bridge has a stone of marble from Ness.\n\n"
        "Some of the marble fell on a cart last week.\n\nBread is cheap."
    )
    texts = said(brief("Silver Bridge", text))
    assert any(one.endswith("Some of the marble fell on a cart last week.") for one in texts)
    assert not any("Bread" in one for one in texts)


def test_what_is_of_a_country_is_evidence() -> None:
    """“Chilean officials …” is evidence on Chile, and sums nothing up."""
    made = brief(
        "Chile", "Chile lies by the sea. Tarnow is dry. Chilean officials saw 300 birds in the rain."
    )
    assert any("birds" in one.text for one in made.evidence)
    assert not any("birds" in one.text for one in made.summary)

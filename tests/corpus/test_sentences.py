"""Where sentences begin and end."""

import pytest

from bot.corpus.sentences import split, words_in


def cut(text: str) -> list[str]:
    """The sentences of a text, sliced by their offsets."""
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The U.S. Navy came at 5 p.m. on Sept. 11, 2019.", "Dr. Smith of Acme Co. Ltd. did not."],
        ["It rose in 2023 (Akorda.kz, September 1).", "Others fell (see EDM, October 2)."],
        ["J. K. Rowling wrote it.", "A. S. Pushkin did not."],
        ["He lives in the U.S.", "He works there."],
        ["Prices rose 3.5 percent.", "No. 5 was first."],
        ["“Is it so?” he asked.", "“It is.”", "Nobody answered."],
        ["He said: “We won. They lost.”", "Then he left."],
        ["It has two names, “Can It Be?” — “Could it be?”, says the paper.", "So it has."],
        ["The port closed at 1 p.m.", "One of the men left.", "It opens at 5 a.m. EDT on Friday."],
        ["At 5 p.m. President Lee arrived.", "He left."],
        ["She called it “badly ill.”", "Critics agreed.", "Kim was ill.", "Nobody knew."],
        ["“Is it so?” Ann Lee asked.", "“No!” Bo Ray cried.", "He left."],
        ["It may go.", "(For example, it may melt.)", "If it stays, wait."],
        ["Its shares fell to 384.7 p.", "The company said so.", "It raised 31.5 m.", "Meanwhile, it sold."],
        ["He stood at Long Beach, Fla.", "“I can't say that,” he said."],
        ["“It has to be,” Ms. Granger said.", "Then Sens. Joe Man and Lisa Murk agreed.", "So did Reps. Don Each and Jen Wex."],
        ["See e.g. Lee (2019), cf. Fig. 3 and No. 5 in vol. 2, pp. 3–5.", "It is old."],
        ["It was an old rope.", "\"The report says that it was old.", "This was known,” they said."],
        ["Then came World War I.", "Then came peace."],
        ["It ended well.", "The next day it rained."],
        ["It has two parts: 1. It builds.", "2. It sells."],
        ["Москва – столица.", "А.С. Пушкин родился там."],
        ["В 2019 г. Казахстан подписал договор.", "Это т. е. союз и т. п.", "Завод им. Ленина стоит на ул. Мира, д. 5.", "См. рис. 3."],
        ["Он родился в 1990 г.", "Потом он уехал.", "«Мы победили!» — сказал А. С. Иванов."],
        ["这是第一句。", "这是第二句！"],
        ["部长说：“我们不能再等。”", "2020年贸易额增长8%。"],
        ["他说：“我们赢了。他们输了。”", "中国（人口多。）很大。", "“是吗？”他问。"],
    ],
)  # fmt: skip
def test_sentences(sentences: list[str]) -> None:
    """Abbreviations, initials, site names and quotations end no sentence."""
    joined = ("" if "。" in "".join(sentences) else " ").join(sentences)
    assert cut(joined) == sentences


def test_long_speech_is_cut_inside_its_marks() -> None:
    """A speech of many sentences does not become one sentence of a hundred words."""
    first = "“" + "We have built the road that our fathers wanted to build for so many years of their lives."
    second = (
        "It took four long years, all the money that we had, and the patience of every village on the way."
    )
    third = "Now the trains run on time and the harvest reaches the market before it spoils,” he noted."
    assert cut(f"{first} {second} {third} He left.") == [first, second, third, "He left."]


def test_a_list_without_full_stops_stays_with_its_lead() -> None:
    """Items that are no sentences by themselves are quoted with the words that lead to them; other items are not."""
    plan = "The plan passed. It has two aims:\n- roads between the towns\n- a new port"
    assert cut(plan) == ["The plan passed.", plan[17:]]
    steps = "It has two aims:\n1. It builds new roads.\n2. It ends."
    assert cut(steps)[-1] == "2. It ends."


def test_a_bullet_is_no_part_of_a_sentence() -> None:
    """The mark before a point of a list is left out, also where points are printed in one line."""
    assert cut("• Prices rose. * Wages fell.") == ["Prices rose.", "Wages fell."]


def test_a_pause_in_a_speech_ends_no_sentence() -> None:
    """Dots with white space before them, in a speech so long that it is cut inside its marks."""
    first = f'He noted: "{"Far and wide, " * 20}Russia, the union ... Aldoria should not push itself.'
    assert cut(f'{first} It can wait for better days than these."')[0] == first


def test_offsets_are_moved_and_count_characters() -> None:
    """Offsets count characters, not bytes, from the beginning of the document."""
    text = "Ёлка «здесь». Қала – «там»."
    assert [(text + text)[a:b] for a, b in split(text, len(text))] == ["Ёлка «здесь».", "Қала – «там»."]


def test_footnote_marks_are_no_part_of_a_sentence() -> None:
    """A text's own `[1][2]` end a sentence and are left out of it: beside our citations they would be taken for ours."""
    text = "Many drugs help.[1][2] Others do not.[3] The rest is unknown .[4] It is [sic] old."
    assert cut(text) == ["Many drugs help.", "Others do not.", "The rest is unknown .", "It is [sic] old."]


@pytest.mark.parametrize("ending", [" ", ", ", "; ", "\n", "，"])
def test_what_never_ends_is_cut_into_pieces_that_can_be_quoted(ending: str) -> None:
    """A transcript without a full stop, or a law's long list of clauses, is cut at the best places, none of it lost."""
    clause = "and then the party shall pay the sum that is due to the other"
    pieces = cut(ending.join([clause] * 40))
    assert len(pieces) > 5
    assert all(len(piece) <= 400 for piece in pieces)
    assert sum(piece.count("party") for piece in pieces) == 40
    assert all(piece.endswith("other") for piece in pieces) or ending == " "


def test_a_long_sentence_stays_whole() -> None:
    """What a person may have written as one sentence is one."""
    sentence = "The party shall pay, " + "and the other shall wait, " * 20 + "and that is all."
    assert cut(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "words"), [("", 0), ("The lake is salt.", 4), ("巴尔喀什湖是咸水湖。", 5), ("2023年 Tokayev", 2)]
)
def test_the_length_of_a_text_is_counted_in_any_script(text: str, words: int) -> None:
    """Chinese has no spaces to count."""
    assert words_in(text) == words

"""Names in text that has neither capitals nor spaces."""

from bot.topics.han import terms
from bot.topics.matcher import keys
from bot.topics.tokens import tokens
from tests.topics.test_finder import topics

NEWS = (
    "白鹿湖的水位下降了。维拉·蒂斯代尔说，白鹿湖很重要。有人提到《北港宣言》。保护白鹿湖的计划失败了。"
    "维拉·蒂斯代尔离开了北港，北港日报报道了此事。读者不信北港日报。"
)


def test_a_chinese_document_has_topics() -> None:
    """What comes again between other characters, ends like a place or a body, or stands in marks, is a name."""
    found = topics(NEWS)
    assert {"白鹿湖", "维拉·蒂斯代尔", "北港宣言", "北港日报"} <= set(found)
    assert len(found["白鹿湖"].places) == 3
    assert not any(title in "维拉·蒂斯代尔" for title in set(found) - {"维拉·蒂斯代尔"})


def test_japanese_names_mix_two_scripts() -> None:
    """A name goes on from Katakana into Han characters; particles end it."""
    found = topics("ノルヴィンド自治区で雨が降った。彼はノルヴィンド自治区へ行く。")
    assert set(found) == {"ノルヴィンド自治区"}


def test_what_another_language_quotes_is_no_name_of_its_own() -> None:
    """Chinese in brackets in an English text gives no topic."""
    assert list(terms("They call it the silver bridge (《银桥》) of all the bays in the north.")) == []


def test_a_character_is_a_word() -> None:
    """Han characters are compared one by one, so that a name is found in a sentence without spaces."""
    assert [token.text for token in tokens("在Tarnow的湖")] == ["在", "Tarnow", "的", "湖"]
    assert keys("白鹿 Lake") == ("白", "鹿", "lake")

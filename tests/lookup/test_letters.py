"""How names are made comparable: romanised, in signs, by their consonants."""

import pytest

from bot.lookup.bones import bones
from bot.lookup.letters import plain, signs
from bot.lookup.readings import without_kind
from bot.lookup.romanise import romanise
from bot.lookup.scripts import script


@pytest.mark.parametrize(
    ("text", "romanised"),
    [
        ("Crailsheim", "crailsheim"), ("Крайльсхайм", "kraylskhaym"), ("Ташкент", "tashkent"), ("シャルル", "sharuru"), ("キャスパー", "kyasupa"),
        ("ファーゴ", "fago"), ("ニッコー", "nikko"), ("سالتا", "salta"),
        ("القلعة", "al qlaa"), ("النّخيل", "al nkhyl"), ("الة", "ala"), ("رىاض", "ryad"), ("موسى", "mwsa"), ("Артём", "artyom"), ("L’Aquila’s", "l aquila"), ("Straße", "strasse"), ("🦀", ""),
    ],
)  # fmt: skip
def test_romanise(text: str, romanised: str) -> None:
    """Soft signs part no words, Japanese small letters are no syllables, Arabic vowels stay and its article stands apart."""
    assert romanise(text) == romanised


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Zürich", "latn"), ("Київ", "cyrl"), ("القاهرة", "arab"), ("ירושלים", "arab"), ("北京", "hani"), ("東京タワー", "kana"), ("서울", "hang"),
        ("दिल्ली", "indc"), ("กรุงเทพ", "thai"), ("Αθήνα", "grek"), ("", "latn"), ("12 — 🦀", "latn"), ("Lake Балхаш", "cyrl"),
    ],
)  # fmt: skip
def test_script(text: str, family: str) -> None:
    """The family of the first letter that is not Latin; Chinese letters among Japanese ones are Japanese."""
    assert script(text) == family


@pytest.mark.parametrize("folded", ["shchuchinsk", "nizhny tagil", "phnom penh", "xi an 2", ""])
def test_signs_and_back(folded: str) -> None:
    """Pairs of letters become one sign each, and the same letters again."""
    assert plain(signs(folded)) == folded
    assert len(signs(folded)) <= len(folded)


def test_bones() -> None:
    """Spellings of one name agree in their consonants; lines are kept apart."""
    assert bones("tbilisi\ntiflis").split("\n") == [bones("tbilisi"), bones("tiflis")]
    assert bones("manchester") == bones("mantschester")
    assert bones("aeiou") == ""


@pytest.mark.parametrize(
    ("name", "bare"), [("广州市", "广州"), ("开曼群岛", "开曼"), ("沙市", "沙市"), ("巴黎", "巴黎")]
)
def test_without_kind(name: str, bare: str) -> None:
    """The word for the kind of place goes where two letters stay."""
    assert without_kind(name) == bare

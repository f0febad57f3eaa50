"""Names by the first letters of their words."""

from bot.lookup.initials import Initials, initials
from bot.lookup.texts import Texts


def _made_of(letters: str) -> str:
    """A name with these initials."""
    return " ".join(f"{letter}oma" for letter in letters)


def test_initials_of_a_name() -> None:
    """Words that join others give none; two letters are too few to tell."""
    assert initials("bank of the north and south") == "bns"
    assert initials("bank of scotia") == ""


def test_another_word_with_the_same_hash_is_none_of_it() -> None:
    """These two words have one hash: the names of each are found by it alone."""
    names = [_made_of("kdbtclr"), _made_of("dvshttk"), "Loma"]
    index = Initials(Initials.build(names), Texts.of(names))
    assert index.rows("kdbtclr") == [0]
    assert index.rows("dvshttk") == [1]
    assert index.rows("l") == index.rows("kdb") == []

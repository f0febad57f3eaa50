"""Keys under which two ways of writing one name agree, and the words that name nothing."""

from __future__ import annotations

import re

from snowballstemmer import stemmer

from bot.lookup.asking import ANYWHERE
from bot.lookup.chinese import pinyin
from bot.lookup.conventions import is_number, same
from bot.lookup.kinds import GOVERNED, PLACES
from bot.topics.names import fold, skeleton
from bot.topics.words import BODIES, FUNCTION, ROLE_HEADS

# Words that ask for a name, by the office of who bears it as well. They decide nothing: what is left must still be a name.
FILLERS = ROLE_HEADS | ANYWHERE
# What kind of thing a name names.
_KINDS = BODIES | PLACES
_SMALL = frozenset("and at by et for from in of on or the to und with".split())
_LEFT_OUT = FILLERS | _SMALL
SOUNDS = 5
"""Letters of a name from which its sound tells."""
STEM = 3
"""Letters of a stem in Russian from which it tells."""
_OFFICE = re.compile(rf"\b({'|'.join(sorted(role for role in ROLE_HEADS if role.isascii()))}) (?:of|for|in) ")
INITIAL = re.compile(r"\b([^\W\d_])\.")
"""A letter with a full stop, that stands for a word of a name."""
_OWNER = re.compile(r"\b([a-z]+)['’]s\b")
HAN_TITLES = "总统|總統|主席|总理|總理|首相|国王|國王|女王|总书记|總書記|书记|書記|部长|部長|省长|省長|市长|市長|州长|州長|大使|将军|將軍|教授|博士|先生|女士"
_HAN_TITLE = re.compile(HAN_TITLES)
_HAN = re.compile(r"[\u3400-\u9fff]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
_RUSSIAN = stemmer("russian")
_VOWELS = frozenset("аеёиоуыэюяәіөүұєїйь")
"""Letters that a noun in Cyrillic loses or changes in its cases, where it ends with one."""


def telling(folded: str) -> list[str]:
    """The words of a folded text that may name something."""
    return [word for word in folded.split() if word not in FILLERS]


def unasked(text: str) -> str:
    """A text, as it is written, without the words that name nothing."""
    return " ".join(word for word in text.split() if fold(word) not in FILLERS)


def office(folded: str) -> str:
    """The office that a folded query asks the bearer of: “who is the mayor of Alm” is not about Alm; empty where none is."""
    found = _OFFICE.search(folded)
    return found[1] if found else ""


def owners(text: str) -> set[str]:
    """Whose a text says that something is, of those that are no names: “the People's Bank” is not any bank."""
    return {word for word in _OWNER.findall(text.lower()) if word in ROLE_HEADS or word == "people"}


def says_nothing(folded: str) -> bool:
    """Whether all that there is are the smallest words: one may be a name, but no name is near them."""
    return all(word in FUNCTION for word in folded.split())


def is_small(word: str) -> bool:
    """Whether a word joins others and tells nothing."""
    return word in _SMALL


def is_kind(word: str) -> bool:
    """Whether a word says what kind of thing a name names."""
    return word in _KINDS


def is_han(text: str) -> bool:
    """Whether a text is written in Chinese letters, at least in part."""
    return bool(_HAN.search(text))


def is_title(text: str) -> bool:
    """Whether a Chinese text is a title that a name may go with, and nothing else."""
    return bool(_HAN_TITLE.fullmatch(text))


def _is_called(text: str) -> bool:
    """Whether a word that is not for a kind of thing is written as a name is: “district heating” is no district Heating."""
    return any(not word.islower() and not is_kind(word.lower()) for word in text.split())


def keys(text: str, folded: str, *, asked: bool = False) -> dict[str, float]:
    """The keys of a name or, where `asked`, a query, each with the score of agreeing under it.

    `=` is the same letters, or the same Chinese syllables by another spelling, `<` the same words in another order or
    without small words, `-` without the words for the kind of land or water it is or what it is governed as, `^` without a
    title or such a word, `~` the same sound, `%` the same stems in Russian.
    """
    found: dict[str, float] = {}
    every = folded.split()
    words = [same(word) for word in every]
    found["=" + "".join(words)] = 98.0
    found.setdefault("=" + pinyin(folded).replace(" ", ""), 95.0)
    # What a question adds is left out of queries; of a name, where “president” may tell, only the smallest words.
    left_out = _LEFT_OUT if asked else _SMALL
    if telling := sorted(word for word, typed in zip(words, every, strict=True) if typed not in left_out):
        if len(telling) > 1:
            found["<" + " ".join(telling)] = 97.0
        own = [word for word in telling if word not in GOVERNED]
        if own and sum(len(word) for word in own) > 3 and (asked or _is_called(text)):
            # “Queen Victoria” may be Victoria, and is no lake.
            if not asked or ROLE_HEADS.isdisjoint(text.lower().split()):
                found["-" + " ".join(own)] = 93.0
            if asked or own == telling:
                found["^" + " ".join(own)] = 93.0
    if len(folded) >= SOUNDS and not is_han(text):
        sounds = _sounds(words)
        # In a short one an s more tells: Лоян is no “loans”.
        found["~" + (sounds if len(sounds) >= SOUNDS else _sounds(every))] = 92.0
    cyrillic = _CYRILLIC.findall(text.lower()) if not text.isascii() else []
    stems = [[_RUSSIAN.stemWord(word) for word in cyrillic]]
    if not asked:
        # The end of a name may be like a case of a shorter one: Токаева is of Токаев, the stem of which is “тока”. That is
        # so of a consonant; “мамае” is not of Мама, which changes its own last letter.
        stems.append(
            [word if word[-1] not in _VOWELS else stem for word, stem in zip(cyrillic, stems[0], strict=True)]
        )
    for some in stems if cyrillic else ():
        if len(stem := " ".join(map(fold, some))) >= STEM:
            found["%" + stem] = 97.0
    return found


def _sounds(words: list[str]) -> str:
    return "".join(sorted(word if is_number(word) else skeleton(word) for word in words))

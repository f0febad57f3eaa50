"""Names in what is written all in capitals, as wire bulletins are, where capitals tell nothing.

What other texts name is found there as anywhere. What stands there alone is a name only where something else tells it:
countries by their own names, persons by what they are called before and by what they do after.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.topics.cuts import HEADS, NO_NAMES, TELLING
from bot.topics.names import singular
from bot.topics.plain import COMMON
from bot.topics.territories import territory
from bot.topics.tokens import Token
from bot.topics.usage import Usage
from bot.topics.words import FUNCTION, PORTFOLIOS, SPEECH, VERBS

_LONGEST = 4
"""Words of a country's name at most."""
_PERSON = 3
"""Words of a person's name at most."""
_WORLD = "001"
_ADDRESSED = frozenset("mr mrs ms miss dr".split())
"""What stands before a surname and before nothing else."""
_GOES_ON = SPEECH | VERBS | frozenset("of is was has had will would who and".split())
"""What follows a person's name in a sentence."""
_NO_PART = FUNCTION | SPEECH | VERBS | NO_NAMES | HEADS | TELLING | PORTFOLIOS
_VERBAL = ("s", "ed", "ing")


def shouted_names(text: str, words: Sequence[Token], usage: Usage) -> Iterator[tuple[int, int, bool]]:
    """The names that a passage in capitals tells by more than these, as `runs.name_runs` gives them."""
    first = 0
    while first < len(words):
        end, role = _country(text, words, first), False
        if end is None and first and words[first].joined:
            end, role = _person(words, first, usage), True
        if end is None:
            first += 1
            continue
        yield first, end, role
        first = end


def _country(text: str, words: Sequence[Token], first: int) -> int | None:
    for end in range(min(len(words), first + _LONGEST), first, -1):
        if all(token.joined for token in words[first + 1 : end]):
            code = territory(text[words[first].start : words[end - 1].end])
            if code and code != _WORLD:
                return end
    return None


def _person(words: Sequence[Token], first: int, usage: Usage) -> int | None:
    """Where the name of a person ends whose title stands before a word; None where it is not sure that there is one."""
    title = words[first - 1].lower
    if title not in HEADS and title not in _ADDRESSED:
        return None
    end = first
    while end < len(words) and (end == first or words[end].joined) and _may_be_part(words[end], usage):
        end += 1
    least = 1 if title in _ADDRESSED else 2
    if not least <= end - first <= _PERSON or words[first].lower.endswith(_VERBAL):
        return None
    after = words[end] if end < len(words) else None
    return end if after is None or not after.joined or after.lower in _GOES_ON else None


def _may_be_part(token: Token, usage: Usage) -> bool:
    return (
        token.text.replace("-", "").replace("’", "").replace("'", "").isalpha()
        and token.lower not in _NO_PART
        and singular(token.lower) not in COMMON
        and not usage.is_plain(token.lower)
    )

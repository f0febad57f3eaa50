"""Acronyms and the long forms that a text gives for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.topics.tokens import references
from bot.topics.words import FUNCTION

_ACRONYM = re.compile(r"\(\s?([^\W\d_][\w&-]{1,9})\s?[);,]")
_EXPLAINED = re.compile(r"\b([A-Z][A-Z&-]{1,9})\s\(\s?(?:the\s)?([A-Z][^()]{5,90}?)\s?[);]")
_OWNED = re.compile(r"['’]s$")
_PARTY = re.compile(r"[A-Z]-[A-Z]")


def expansions_in(text: str) -> Iterator[tuple[str, str]]:
    """`(long form, acronym)` where a text explains one: “Shanghai Cooperation Organization (SCO)”, or the other way round.

    The long form is the shortest run of words whose initials hold the letters in order; where there is none,
    it is found as Schwartz and Hearst do (PSB 2003): from right to left, each letter of the acronym in turn
    anywhere in a word, the first one at the beginning of one.
    """
    if "(" not in text:
        return
    for match in _EXPLAINED.finditer(text):
        acronym, long = match.groups()
        if len(long.split()) > 1 and _by_initials(acronym.lower(), long) == long:
            yield long, acronym
    for match in _ACRONYM.finditer(text):
        acronym = match.group(1)
        if _PARTY.match(acronym):
            continue
        if sum(c.isupper() for c in acronym) < 2 or any(a <= match.start() < b for a, b in references(text)):
            continue
        words = list(re.finditer(r"[^\s()]+", text[: match.start()]))[
            -min(len(acronym) + 5, 2 * len(acronym)) :
        ]
        if words:
            before = text[words[0].start() : words[-1].end()]
            long = _by_initials(acronym.lower(), before)
            if long is None and (far := _long_form(acronym.lower(), before)) and far[0].isupper():
                long = far
            if long is not None and acronym not in long.replace(".", "").split():
                yield long, acronym


def _by_initials(acronym: str, before: str) -> str | None:
    initials = list(re.finditer(r"(?<![^\W_])[^\W_]", before))
    number = len(acronym) - 1
    for place in range(len(initials) - 1, -1, -1):
        if initials[place].group().lower() == acronym[number]:
            number -= 1
        elif place == len(initials) - 1:
            return None
        if number < 0:
            return _as_long_form(before[initials[place].start() :])
    return None


def _long_form(acronym: str, before: str) -> str | None:
    place = len(before)
    for number in range(len(acronym) - 1, -1, -1):
        if not acronym[number].isalnum():
            continue
        place -= 1
        while place >= 0 and not (
            before[place].lower() == acronym[number]
            and (number > 0 or place == 0 or not before[place - 1].isalnum())
        ):
            place -= 1
        if place < 0:
            return None
    return _as_long_form(before[place:])


def _as_long_form(text: str) -> str | None:
    long = _OWNED.sub("", text.strip(" ,;\"“”’'"))
    words = long.lower().split()
    return long if len(words) > 1 and words[0] not in FUNCTION and words[-1] not in FUNCTION else None

"""Noun phrases round a verb: who stands before it as its subject, who is named after “according to”.

No grammar of the whole sentence: a phrase ends at commas, brackets, quotation marks and words that begin a clause, and
what is left has to look like somebody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.briefing.voices.patterns import (
    ACTS,
    AFRESH,
    AHEAD,
    AND_WHO,
    ASIDE,
    AUX,
    BY_THEN,
    CLAUSE,
    CUT,
    DATE,
    FARTHEST,
    FROM,
    GENERIC_AHEAD,
    LEAD,
    LITTER,
    LONGEST,
    MASKED,
    NO_ONE,
    OCCASION,
    OPENERS,
    OPENING,
    PARTICIPLE,
    PERSON,
    PHRASE,
    PLAIN,
    POSSESSIVE,
    PRONOUN,
    SAYS,
    STOP,
    VERBAL,
    WHEN,
    WHO,
)
from bot.briefing.voices.vocabulary import (
    BODIES,
    DETERMINERS,
    DOCUMENTS,
    NOBODY,
    PEOPLE,
    PLURAL,
    PREPOSITIONS,
    SAYING,
)

Span = tuple[int, int]


def subject(text: str, verb: int) -> Span | None:
    """Who speaks: the noun phrase before the verb that begins at `verb`, its apposition left out."""
    before = text[:verb].rstrip()
    while before.endswith((")", MASKED)):
        # “Wang (2019) argues”: the brackets are no part of the clause.
        opened = len(before.rstrip(MASKED)) if before.endswith(MASKED) else before.rfind("(")
        if opened <= 0:
            return None
        before = before[:opened].rstrip()
    first = max(0, len(before) - FARTHEST)
    first = max((m.end() for m in CUT.finditer(before, first)), default=first)
    parts = comma_parts(text, first, len(before.rstrip(",")))
    if not parts:
        return None
    if not before.endswith(","):
        last = text[slice(*parts[-1])].strip()
        if len(parts) > 1 and (last == "who" or last.startswith("of ")):
            return _apposed(text, parts[:-1])
        if len(parts) > 1 and last.startswith(("a ", "an ", "the ")) and _is_full_name(text[slice(*parts[-2])].strip()):  # fmt: skip
            return _checked(text, *parts[-2])
        if len(parts) > 1 and last.endswith(" who") and PERSON.match(text[slice(*parts[-2])].strip()):
            return _checked(text, *parts[-2])
        if len(parts) > 1 and last.startswith("and ") and all(PERSON.match(text[slice(*p)].strip()) for p in parts[:-1]):  # fmt: skip
            return parts[0][0], parts[-1][1] - len(text[slice(*parts[-1])]) + len(
                text[slice(*parts[-1])].rstrip()
            )
        return _checked(text, *parts[-1])
    if len(parts) == 1:
        # “… the port,” Ann Lee of Bay, said
        return _checked(text, *parts[0]) if text[:first].endswith(("”", '"', "» ")) else None
    return _apposed(text, parts)


def _apposed(text: str, parts: list[Span]) -> Span | None:
    """The subject before a comma: “Ann Lee, the head of Bay, said” and “the head of Bay, Ann Lee, said”."""
    while len(parts) > 1 and _is_aside(text[slice(*parts[-1])]):
        parts.pop()
    if (
        len(parts) > 2
        and " " not in text[slice(*parts[-1])].strip()
        and PERSON.match(text[slice(*parts[-3])].strip())
    ):
        # “Ann Lee, a teacher in Ness, Aldoria, said”
        return _checked(text, *parts[-3])
    listed = text[slice(*parts[-1])].startswith("and ")
    if len(parts) > 2 and not listed and text[slice(*parts[-2])].startswith(("a ", "an ", "the ")):
        # “Ann Lee, a teacher and founder of the charity, Voice of Ness, said”
        first = _checked(text, *parts[-3])
        if first and PERSON.match(text[slice(*first)]) and " " in text[slice(*first)]:
            return first
    last = _checked(text, *parts[-1])
    if len(parts) > 1 and last:
        name = text[slice(*last)]
        before = _checked(text, *parts[-2])
        phrase = text[slice(*before)] if before else ""
        if before and PERSON.match(name) and " and " in phrase:
            return before[0], before[0] + phrase.index(" and ")
        if before and (PERSON.match(phrase) or not PERSON.match(name)):
            return before
    return last


def _is_full_name(part: str) -> bool:
    first = part.split()[0].lower()
    return " " in part and bool(PERSON.match(part)) and first not in PREPOSITIONS | NOBODY | DETERMINERS and not DATE.search(part)  # fmt: skip


def _is_aside(part: str) -> bool:
    bare = part.strip()
    return bool(ASIDE.match(part)) or bare in ("in turn", "for example", "for instance") or bare.islower()


def ahead(text: str, start: int) -> Span | None:
    """The speaker that the text names from `start` on; of “the director of the Centre, Ann Lee” the person."""
    end = min(len(text), start + FARTHEST)
    stop = STOP.search(text, start, end)
    parts = comma_parts(text, start, stop.start() if stop else end)
    if not parts:
        return None
    first, last = parts[0]
    origin = FROM.match(text, first, last)
    if origin and text[origin.end() : last].split()[:1] != ["data"]:
        first = origin.end()
    opening = text[first:last].strip()
    for part in parts[1:4]:
        phrase = text[slice(*part)]
        if PERSON.match(phrase) and " " in phrase and not _holds_person(opening):
            return part
        if VERBAL.search(phrase):
            break
    for pattern in (AHEAD, GENERIC_AHEAD):
        match = pattern.match(text, first, last)
        if match is None or (pattern is AHEAD and _is_verbal_lead(match["lead"])):
            continue
        name = re.sub(r"[’']s?$", "", _FULL_STOP.sub("", _before_clause(match.group())[1]))
        if name.split()[0].lower() not in (NOBODY | _NO_PHRASE) - {"one"} and not _A_NAME.match(name):
            return match.start(), match.start() + len(name)
    return None


def _holds_person(phrase: str) -> bool:
    """Whether a phrase ends with a person's name, perhaps with what they are before it: “economist Ann Lee”."""
    words = phrase.split()
    return bool(PERSON.match(phrase)) or (
        len(words) > 2 and words[-3].islower() and all(w[0].isupper() for w in words[-2:]) and "of" not in words and "at" not in words
    )  # fmt: skip


def _is_verbal_lead(lead: str) -> bool:
    return bool(VERBAL.search(lead)) or any(word in ("that", "what", "how", "to") for word in lead.split())


def opening(text: str, before: int) -> Span | None:
    """The noun phrase that opens a sentence: a name, “He”, or “The head of the bank” up to its verb."""
    match = OPENING.match(text, 0, before)
    if match is None:
        return None
    who = match["who"]
    if DATE.search(who) or NO_ONE.search(who):
        return None
    if " " not in who and not refers(who) and not ACTS.match(text, match.end("who")):
        return None
    first = who.split()[0].lower()
    if first in (OPENERS | PREPOSITIONS) - {"a", "an", "the"}:
        return None  # “With Dr Lee nodding, Ray smiles and says”
    if not refers(who) and (" " not in who or not who[0].isupper()) and first in OPENERS | NOBODY | DETERMINERS | PREPOSITIONS:  # fmt: skip
        return None
    return match.start("who"), match.end("who")


def refers(name: str) -> bool:
    """Whether a name only refers to somebody: “he”; “the expert”, but not “the head of Kazakhstan”."""
    if PRONOUN.match(name):
        return True
    words = name.lower().split()
    return len(words) == 2 and words[0] == "the" and words[1] in PEOPLE | BODIES and name[4:].islower()


def may_show(name: str) -> bool:
    """Whether who “shows” or “suggests” something is somebody or something written: not “the facts on the ground”."""
    head = _HEAD_ENDS.split(name, maxsplit=1)[0].split()[-1]
    if not head.islower():
        return True
    bare = head.removesuffix("s")
    known = PEOPLE | BODIES | DOCUMENTS | PLURAL
    return bool({head, bare, head.removesuffix("ies") + "y", head.removesuffix("es")} & known) or bool(
        _AGENT.search(head)
    )


def comma_parts(text: str, first: int, last: int) -> list[Span]:
    """What stands between the commas of a stretch of text."""
    parts: list[Span] = []
    begin = first
    for match in re.compile(r",\s").finditer(text, first, last):
        parts.append((begin, match.start()))
        begin = match.end()
    parts.append((begin, last))
    return [(a, b) for a, b in parts if text[a:b].strip()]


def _checked(text: str, first: int, last: int) -> Span | None:
    """The phrase without what joins it to the sentence and without its own clauses, where it may be somebody."""
    phrase = text[first:last]
    first += len(phrase) - len(phrase.lstrip())
    phrase = phrase.strip(" ,")
    if phrase.rpartition(" ")[2].lower() in PREPOSITIONS:
        return None
    for rule in (_after_lead, _after_clause, _afresh, _before_clause, _whose):
        begin, phrase = rule(phrase)
        first += begin
    if phrase and VERBAL.search(phrase) and (clause := AND_WHO.match(phrase)):
        first, phrase = first + clause.end(), phrase[clause.end() :]
    if not phrase or not _may_speak(phrase):
        return None
    return first, first + len(phrase)


def _after_lead(phrase: str) -> tuple[int, str]:
    if litter := LITTER.match(phrase):
        return litter.end(), phrase[litter.end() :]
    lead = LEAD.match(phrase)
    if lead is None:
        return 0, phrase
    acronym = next((word for word in re.finditer(r"\w+", lead.group()) if _is_acronym(word.group())), None)
    begin = acronym.start() if acronym else lead.end()
    occasion = OCCASION.match(phrase, begin) if BY_THEN.search(lead.group()) else None
    if occasion and occasion["noun"] not in PEOPLE and not _AGENT_OF.search(occasion["noun"]):
        begin = occasion.end()  # “After the sermon Mr Lee said”
    return begin, phrase[begin:]


def _after_clause(phrase: str) -> tuple[int, str]:
    for match in CLAUSE.finditer(phrase):
        if match.end() < len(phrase):
            begin, rest = _after_clause(phrase[match.end() :])
            return match.end() + begin, rest
    if PRONOUN.match(phrase.rpartition(" ")[2]):
        return phrase.rindex(" ") + 1 if " " in phrase else 0, phrase.rpartition(" ")[2]
    said = SAYS.search(phrase)
    return (said.end(), phrase[said.end() :]) if said else (0, phrase)


def _is_headline(words: Sequence[str]) -> bool:
    """Whether a phrase without an article has too many words in small letters to be a name: but “Bay port police chief Ann Lee”."""
    plain = [word for word in words if word.islower() and word not in PREPOSITIONS]
    role = next((word for word in reversed(words) if not word[0].isupper()), "")
    return words[0][0].isupper() and len(plain) > PLAIN and role not in PEOPLE


def _afresh(phrase: str) -> tuple[int, str]:
    last = max((match.end() for match in AFRESH.finditer(phrase)), default=0)
    return last, phrase[last:]


def _before_clause(phrase: str) -> tuple[int, str]:
    """“Two officials who asked not to be named” are two officials; “a report published in May” is a report."""
    return 0, PARTICIPLE.sub("", WHO.sub("", WHEN.sub("", phrase)))


def _whose(phrase: str) -> tuple[int, str]:
    """“The ministry's statement” and “a statement by the ministry” are the ministry's."""
    if made := FROM.match(phrase):
        return made.end(), phrase[made.end() :]
    return 0, POSSESSIVE.sub("", phrase)


def _may_speak(phrase: str) -> bool:
    words = phrase.split()
    first, last = (word if _is_acronym(word) else word.lower() for word in (words[0], words[-1]))
    if PRONOUN.match(phrase):
        return True
    if (
        len(words) > LONGEST
        or (first not in DETERMINERS and _is_headline(words))
        or MASKED in phrase
        or first in _NO_FIRST
        or last in NOBODY | PREPOSITIONS | _SAY
        or (len(words) > 1 and last in DETERMINERS)
        or NO_ONE.search(phrase)
        or VERBAL.search(phrase)
        or DATE.search(phrase)
        or not PHRASE.match(phrase)
    ):
        return False
    if len(words) == 1 and first in OPENERS:
        return False
    if phrase.endswith("%") or (len(words) == 1 and (first[0].isdigit() or first in DETERMINERS - PLURAL)):
        return False
    if phrase.islower() and first not in DETERMINERS:
        # “experts”, “police”, “sources close to the talks”; no adverb and no end of something longer.
        return (first.endswith("s") and first[:-1] in PEOPLE) or (
            len(words) <= 4 and (last.endswith("s") or last in PLURAL)
        )
    return True


def _is_acronym(word: str) -> bool:
    """Whether a word is one by its capitals, “the WHO”, “the US”, and not the pronoun that it would be without them."""
    return len(word) > 1 and word.isupper()


_FULL_STOP = re.compile(r"(?<!\b[A-Z]\.[A-Z])[ .]+$")
_HEAD_ENDS = re.compile(
    r"\s(?:of|in|on|at|for|from|by|to|with|about|into|so far|this|last|published|released)\b"
)
_AGENT = re.compile(r"(?:ists|ers|ors|ians|ents|ants|ics|analyses|studies)$")
_AGENT_OF = re.compile(r"(?:ist|er|or|ian|ent|ant|ess|man|woman)$")
_SAY = SAYING - {"suspect", "suspects"}
_NO_PHRASE = PREPOSITIONS - {"a", "an", "the", "over", "about", "under"}
_NO_FIRST = (
    frozenset(("having", "being", "i", "we", "you", "it", "he", "she", "they", *AUX.split("|"))) | _NO_PHRASE
)
_A_NAME = re.compile(r"an? [A-Z][\w’'-]*$")

"""The words by which a sentence names whose words it reports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from functools import cache, lru_cache

from bot.briefing.voices.heard import Heard
from bot.briefing.voices.other_scripts import CYRILLIC, HAN, chinese, russian
from bot.briefing.voices.patterns import MASKED, PERSON, PRONOUN
from bot.briefing.voices.phrases import Span, ahead, may_show, opening, refers, subject
from bot.briefing.voices.vocabulary import (
    ADJECTIVES,
    ADVERBS,
    DETERMINERS,
    INVERTED,
    NOUNS,
    PEOPLE,
    PLURAL,
    REPORTING,
    SAYING,
    SHOWING,
    WRITING,
)
from bot.corpus.quotations import quoted, speeches
from bot.topics.tokens import references


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_THAT = r"\s+(?:clearly\s+|[a-z]+ly\s+)?that\b"
_CLAUSE = rf"{_THAT}|[,:]\s|\s*[“\"]|\s(?:on (?:[A-Z]|his|her|its|social)|in (?:an?|the|his|her|its)\b|(?:there|he|she|it|they)\s)"
_APPOINTED = r"\s+(?:[A-Z][\w.’'-]*\s){1,4}(?:to|for|as|by)\b"
"""Whom an office is for: “the Senate confirmed Ann Lee for the court”."""
_WORD = re.compile(r"[a-z]+")
_VERBS: dict[str, re.Pattern[str]] = {
    **dict.fromkeys(REPORTING, re.compile(rf"{_THAT}|:\s*[“\"]")),
    "found": re.compile(rf"{_THAT}|\.?$"),
    **dict.fromkeys(WRITING, re.compile(_CLAUSE)),
    **dict.fromkeys(("wrote", "recalled", "observed", "added"), re.compile(rf"{_CLAUSE}|\.?$")),
    **dict.fromkeys(
        SAYING,
        re.compile(r"(?!\s+(?:(?:\w+\s)?by|with|between|among|under|from|during|amid|nothing)\b)(?=\W|$)"),
    ),
    **dict.fromkeys(("think", "thinks"), re.compile(r"(?!\s+tanks?\b)(?=\W|$)")),
    **dict.fromkeys(
        ADJECTIVES,
        re.compile(
            rf"(?!{_APPOINTED})(?:{_THAT}|\s+(?:the|an?|his|her|its|their|he|she|it|they|there|as|in (?:an?|his|her|its|their)|on [A-Z]\w+)\b|\s+[A-Z\d“\"]|[,.:])"
        ),
    ),
    "reported": re.compile(
        rf"{_THAT}|\s+(?:the|an?|his|her|its|their|he|she|it|they|there|as|in (?:an?|his|her|its|their)|on [A-Z]\w+)\b|\s+[A-Z“\"]|[,.:]"
    ),
    **dict.fromkeys(("continued", "continues"), re.compile(r"[,:]?\s*[“\"]")),
    **dict.fromkeys(("point", "points", "pointed"), re.compile(r"\sout\b")),
    "put": (_PUT := re.compile(r"\sit\b")),
    "puts": _PUT,
}
"""What must follow each verb, so that whoever stands before it speaks."""
_AUX = re.compile(rf"(?:\b(?:{ADVERBS})\s+)+$")
_QUOTED_AS = re.compile(
    r"\b(?:was|were|is|are|been)\s+(?:widely\s+)?(?:quoted|cited|reported)\s+(?:by\s[^,.]{2,40}?\s)?as\s+saying\b"
)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|it|should|as|to|not|can|could|must|may|might|cannot|will|would|do|does|did|[Ll]et us|when|or|by|never|having|without|of)\s+(?:[a-z]+ly\s+)?$|n['’]t\s+$"
)
_AND = re.compile(r"\band\s+(?:[a-z]+ly\s+)?$")
_ANOTHER = re.compile(r"[:;]\s")
"""What begins another clause, so that a verb after it may not be of the subject that opens the sentence."""
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|not true)\s(?:(?:reports?|claims?|allegations?|rumou?rs?)\s)?that\b"
)
_CLOSING = re.compile(r"[^\w]*$|\s(?:on|in|late|last|yesterday|today|\w+day)\b[^,]*$")
_RELATIVE = re.compile(r"\s(?:who|that)\s")
_WHOSE = re.compile(r"[’']s?\s$")
_ACCORDING = re.compile(
    r"\b(?P<mark>[Aa]ccording to|[Ii]n the (?:words|view|opinion|eyes) of|[Aa]s (?:reported|announced|stated|noted|quoted|cited|said|confirmed) by|(?:quoted|cited|reported|announced|said) by|[Cc]iting|[Qq]uoting|[Pp]er|[Ff]rom the (?:point of view|viewpoint|perspective) of)\s+"
)
_CLAIMS = re.compile(rf"\b(?P<verb>{_any(NOUNS)})\s+$")
_ADJECTIVE = re.compile(r"(?:ing|ed|ous|ive|al|ful|less|ic)$")
_ENDS = re.compile(r"[,.;)”\"]|\s(?:on|in|as|who|familiar)\b|$")
_POINT_OF_VIEW = re.compile(
    r"\b[Ff]rom (?P<name>(?:the\s)?(?:[A-Z][\w’'-]+\s?)+)(?:point of view|viewpoint|perspective)\b"
)
_INVERTED = re.compile(
    rf"(?:(?:[,?!][”\"’]\s*|[”\"’],\s)(?P<words>(?:{_any(INVERTED)})\s+)|[a-z],\s(?P<bare>sa(?:id|ys)\s+))(?=[A-Za-z])"
)
_SPEECH_ENDS = re.compile(
    r"(?:(?P<comma>,(?=[”\"]\s)|[”\"](?=,))|[?!])[”\",]\s+(?=[A-Z]|the\s|[a-z]+(?:s|ed)\s[A-Z])"
)
_ANY_VERB = re.compile(
    r"(?:,[^,]{3,80},)?\s(?:also\s|then\s|[a-z]+ly\s)?(?!is\b|was\b|has\b|does\b)(?P<verb>[a-z]+(?:s|ed))\b"
    r"(?=[.,:]|\s(?:in|on|at|to|as|when|after|during|from|with|of|about|today|yesterday|[A-Z]\w+)\b|$)"
)
_VERB_BEFORE = re.compile(r"(?!is\b|was\b|has\b|does\b)[a-z]+(?:s|ed)\s(?=[A-Z])")
_PARTICIPLE = re.compile(
    r",\s(?P<words>(?:saying|noting|adding|stressing|arguing|claiming|warning|insisting|explaining|emphasi[sz]ing|stating|pointing out|suggesting|declaring|announcing)\s+(?:that\b|[“\"]|the\b|it\b|he\b|they\b))"
)
_COLON = re.compile(r":\s?[“\"„«]\S")
# “MINISTER: We will not pay.” — the name before what is said, in transcripts.
_TRANSCRIPT = re.compile(
    r"(?P<name>(?:[A-Z][A-Z.’'-]+[A-Z.](?:\s[A-Z][A-Z.’'-]+){0,3}|[A-Z][a-z’'-]+(?:\s(?:[A-Z]\.|[A-Z][\w’'-]+)){1,3}))(?:\s\([^)]*\))?:\s+(?=[“\"]?[A-Z][\w’']*,?\s[a-z])"
)
_REFERENCE = re.compile(
    r"(?:see(?: also)?\s+)?(?P<name>[^,;()][^;()]*?),?\s+(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s+\d{1,2}(?:,\s*\d{4})?(?:[,;]\s*|$)"
)
_SOURCE = re.compile(r"(?:source|via)\s*:?\s+(?P<name>[^,;()]+)", re.IGNORECASE)
_HAS_SPEECH = re.compile(
    r"[Aa]ccording to|\b(?:quoted|cited|released|published)\b|[Cc]iting|[Qq]uoting|\b[Pp]er\b|(?:words|view|opinion|eyes) of|point of view|perspective|viewpoint"
    r"|(?:reported|announced|stated|noted|said|confirmed) by\b|:\s?[“\"„«]|\(|[a-z]ing (?:that|the|it|he|they|out|[“\"])|[A-Z]:\s|[,?!][”\"’'“]\s|[”\"’'“],\s"
)


@lru_cache(maxsize=100_000)
def heard(text: str) -> tuple[Heard, ...]:
    """Every speaker that a sentence names, in order."""
    verbs = _VERBS.keys() & _WORD.findall(text)
    found: list[Heard] = []
    if not text.isascii():
        found += chinese(text) if HAN.search(text) else russian(text) if CYRILLIC.search(text) else ()
    if verbs or _HAS_SPEECH.search(text):
        plain = text
        for a, b in references(text):
            plain = plain[:a] + MASKED * (b - a) + plain[b:]
        plain = _with_double_marks(plain)
        own = [*_spoken(plain, verbs), *_according(plain)]
        spans = speeches(plain) if own else []
        outside = [h for h in own if not any(span.start <= h.start < span.end for span in spans)]
        # Who is quoted in somebody's speech speaks only through them.
        found += [_as_written(h, plain, text) for h in outside or own]
        found += _references(text)
    return tuple(sorted(found, key=lambda h: h.start))


def _with_double_marks(text: str) -> str:
    """The text with “ and ” for quotation marks of other kinds: ‘…’, 「…」."""
    for span in quoted(text):
        if span.mark not in ("“", '"'):
            close = "”" if span.closed else text[span.end - 1 : span.end]
            text = f"{text[: span.start]}“{text[span.start + 1 : span.end - 1]}{close}{text[span.end :]}"
    return text


def _as_written(voice: Heard, plain: str, text: str) -> Heard:
    """A voice heard in a text as it was written before its marks were changed."""
    if plain == text or voice.words in text:
        return voice
    place = plain.index(voice.words)
    return replace(voice, words=text[place : place + len(voice.words)])


def is_generic(name: str) -> bool:
    """Whether a name is none: “experts”, “some estimates”, “the head of Kazakhstan”."""
    if HAN.search(name) or CYRILLIC.search(name):
        return False
    first = name.split()[0].lower()
    if first in ("its", "his", "her", "their") and any(c.isupper() for c in name):
        return False  # “its director Hana Moritz”
    return (
        not name[0].isupper()
        or first in DETERMINERS
        or (not PERSON.match(name) and not any(c.isupper() for c in name[1:]))
        or (first[:-1] in PEOPLE and first.endswith("s"))
        or first in ("people", "many")
    )


def _spoken(text: str, verbs: Set[str]) -> Iterator[Heard]:
    """“X said”, “said X” after a speech, “X … , noting that”, “X named three reasons: “…”"""
    taken: list[Span] = []
    for match in _INVERTED.finditer(text):
        name = ahead(text, match.end())
        if name and _closes(text, name, strictly=match["words"] is None):
            first = match.start("words" if match["words"] else "bare")
            taken.append((first, name[1]))
            yield _heard(text, first, name[1], *name)
    any_verb, denied = False, _DENIED.search(text)
    for start, verb, end in _verbs(text, verbs):
        before = text[max(0, start - 24) : start]
        if any(a <= verb < b for a, b in taken) or _PASSIVE.search(before):
            continue
        who = opening(text, start) if _AND.search(before) else subject(text, start)
        if denied and start > denied.end() and not _CLOSING.match(text, end):
            continue  # “The office denied that Mr Ray said so”
        if who and _RELATIVE.match(text, who[1]) and text[slice(*who)].islower():
            continue  # “they are people who believe that …”
        if who and _AND.search(before) and _ANOTHER.search(text, who[1], start):
            continue
        if text[verb:end] in ADJECTIVES and _WHOSE.search(before):
            continue  # “March's reported fall”
        if who is None or not _agree(text[verb:end], text[slice(*who)]):
            continue
        if (
            PRONOUN.match(text[slice(*who)])
            and not _AND.search(before)
            and text[who[1] : start].strip(" ,)\x00")
        ):
            continue  # “they tried …, Lee says”
        if text[verb:end] in SHOWING and not may_show(text[slice(*who)]):
            continue
        any_verb = True
        claims = _CLAIMS.search(text, 0, who[0])
        outer = subject(text, claims.start()) if claims else None
        if claims and outer and text[outer[1] : claims.start()].strip()[:1] in ("", ","):
            # “Mr Lee claims Mr Ray told him” is what Mr Lee says.
            yield _heard(text, outer[0], claims.end("verb"), *outer)
            continue
        yield _heard(text, who[0], end, *who)
    if any_verb:
        return
    if after := _after_speech(text):
        yield after
        return
    if named := _TRANSCRIPT.match(text):
        yield Heard(0, named["name"], named["name"])
        return
    for pattern in (_PARTICIPLE, _COLON):
        for match in pattern.finditer(text):
            who = opening(text, match.start())
            if who:
                yield _led_to(text, who, match, pattern is _PARTICIPLE)
                return


def _after_speech(text: str) -> Heard | None:
    """Who stands with any verb right after a speech: “…,” Ann Lee laments; “…,” lamented Ann Lee."""
    for match in _SPEECH_ENDS.finditer(text):
        start = match.end()
        rest = text[start:]
        who = opening(rest, len(rest))
        if who and who[0] == 0 and (verb := _ANY_VERB.match(rest, who[1])):
            if match["comma"] or verb["verb"] in SAYING | WRITING | REPORTING:
                return _heard(text, start, start + verb.end(), start, start + who[1])
        elif match["comma"] and (verb := _VERB_BEFORE.match(rest)):
            name = ahead(text, start + verb.end())
            if name and name[0] == start + verb.end() and _closes(text, name, strictly=False):
                return _heard(text, start, name[1], *name)
    return None


def _verbs(text: str, verbs: Set[str]) -> Iterator[tuple[int, int, int]]:
    """The verbs of speaking: where each begins with its adverbs, where itself, and where it ends."""
    found = [match for verb in verbs for match in _by_itself(verb).finditer(text)]
    for match in sorted(found, key=lambda m: m.start()):
        start, end = match.span()
        if follows := _VERBS[match.group()].match(text, end):
            if follows.group() in (" out", " it"):
                end = follows.end()
            aux = _AUX.search(text[max(0, start - 40) : start])
            yield start - (len(aux.group()) if aux else 0), start, end
    if "saying" in text:
        for match in _QUOTED_AS.finditer(text):
            yield match.start(), match.start(), match.end()


@cache
def _by_itself(verb: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-]){verb}\b")


def _agree(verb: str, name: str) -> bool:
    """Whether a verb that may be a noun has the number of its subject: not “a self-serving report that”, “growing fears that”."""
    if verb not in NOUNS:
        return True
    last = name.split()[-1]
    if (name == last and _ADJECTIVE.search(name)) or last.endswith("ed"):
        return False  # “growing fears”, “the spread sparked fears”
    many = last.endswith("s") or last.lower() in PLURAL or " and " in name
    return many or verb.endswith("s") or last.isupper()


def _led_to(text: str, who: Span, match: re.Match[str], participle: bool) -> Heard:
    first, last = match.span("words") if participle else who
    words = re.sub(r"\s(?:the|it|he|they)$", "", text[first:last].rstrip(' “"'))
    name = text[slice(*who)]
    return Heard(who[0], name, words, refers(name), bool(PRONOUN.match(name)))


def _closes(text: str, name: Span, *, strictly: bool) -> bool:
    """Whether nothing but an aside follows who speaks: “, said Lee.” and not “, said Lee was old”."""
    if strictly:
        return not PRONOUN.match(text[slice(*name)]) and bool(
            re.match(r"[.;]|,\s[a-z“\"]|$", text[name[1] :])
        )
    return not re.match(r"\s(?:is|was|are|were|has|had|will|would|could|can)\b", text[name[1] :])


def _heard(text: str, start: int, end: int, first: int, last: int) -> Heard:
    name = text[first:last]
    words = text[min(start, first) : max(end, last)]
    return Heard(start, name, words, refers(name), bool(PRONOUN.match(name)))


def _according(text: str) -> Iterator[Heard]:
    if not _HAS_SPEECH.search(text):
        return
    for match in _ACCORDING.finditer(text):
        name = ahead(text, match.end())
        if name is None or (match["mark"].lower() == "per" and not text[name[0]].isupper()):
            continue
        first, last = name
        bare = text[first:last]
        if bare.isdigit() or (match["mark"].lower() in ("citing", "quoting") and not _ENDS.match(text, last)):
            continue
        yield Heard(
            match.start(),
            bare,
            text[match.start() : last],
            refers(bare),
            bool(PRONOUN.match(bare)),
            speaks=match["mark"].lower() == "according to",
        )
    for match in _POINT_OF_VIEW.finditer(text):
        name_ = match["name"].strip()
        yield Heard(match.start(), name_, match.group(), speaks=False)


def _references(text: str) -> Iterator[Heard]:
    for start, end in references(text):
        inside = text[start + 1 : end - 1]
        for match in [*_REFERENCE.finditer(inside)] or [*_SOURCE.finditer(inside)]:
            name = re.sub(r"^(?:see(?: also)?|source:)\s+", "", match["name"].strip(), flags=re.IGNORECASE)
            if name and name[0].isalnum() and inside.lower().find("compiled") < 0:
                yield Heard(start, name, text[start:end], reference=True, speaks=False)

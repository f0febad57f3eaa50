"""The words by which a sentence names whose words it reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.briefing.voices.speech import speeches
from bot.topics.tokens import references


@dataclass(frozen=True, slots=True)
class Heard:
    """A speaker as one sentence has it; offsets into the sentence."""

    start: int
    name: str
    words: str
    """The words that say so, speaker included."""
    refers: bool = False
    """Whether the name only refers to somebody: “he”, “the expert”."""
    pronoun: bool = False
    reference: bool = False
    """Whether it is a source in brackets."""
    speaks: bool = True
    """Whether it has a verb of speaking (“X said”), so that a speech in the sentence is X's."""


_SURE = (
    "said|says|say|saying|told|tells|added|adds|argued|argues|argue|believed|believes|believe|claimed|claim|declared|declares|declare|emphasi[sz]ed|emphasi[sz]es|emphasi[sz]e|explained|explains"
    "|insisted|insists|insist|stated|stressed|stress|suggested|suggests|suggest|warned|warns|warn|wrote|writes|write|announced|announces|announce|assured|assures|reported|commented|remarked|remarks"
    "|noted|recalled|recalls|replied|replies|concluded|concludes|conclude|predicted|predicts|predict|acknowledged|acknowledges|admitted|admits|admit|confirmed|confirms|confirm|denied|denies|deny|tweeted"
    "|complained|complains|complain|suspected|suspect|think|thinks|thought|feared|fear|hoped|estimated|alleged|alleges|allege|contends|contended|contend|reiterated|reiterate|reiterates|maintained"
    "|maintains|cautioned|cautions|disclosed|revealed|testified|vowed|joked|asserted|asserts|assert|speculated|speculate|observed|pointed out|points out|point out|agreed that|found that|finds that|shows that|showed that"
)
_NOT_HERE = r"(?!\s+(?:by|with|between|among|under|from|during|amid)\b)"
_WITH_THAT = "states|state|reports|report|claims|notes|note|estimates|estimate|fears|hopes|hope|doubts|doubt|suspects|stresses|comments|charges|forecasts|hold|holds|worry|worries|decided|expects?|expected|showed|shows|indicates?|indicated|finds|found|knows?|understands?"
_VERB = re.compile(
    rf"\b(?P<aux>(?:(?:has|have|had|also|later|earlier|then|recently|once|repeatedly|publicly|often|already|further|both|all|himself|herself|still|now|never|clearly|openly|once again|again|reportedly|too|[a-z]+ly)\s+)*)"
    rf"(?P<verb>(?:{_SURE})\b{_NOT_HERE}|(?:{_WITH_THAT})(?=\s+(?:clearly\s+|[a-z]+ly\s+)?that\b))"
)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|it|should|as|to|not|can|could|must|may|might|cannot|will|would|do|does|did|n['’]t|[Ll]et us|when|and|or|by)\s+(?:[a-z]+ly\s+)?$"
)
_ACCORDING = re.compile(
    r"\b(?P<mark>[Aa]ccording to|[Ii]n the (?:words|view|opinion|eyes) of|[Aa]s (?:reported|announced|stated|noted|quoted|cited|said|confirmed) by|(?:quoted|cited|reported|published|announced|released|said) by|[Cc]iting|[Qq]uoting|[Pp]er)\s+"
)
_POINT_OF_VIEW = re.compile(
    r"\b[Ff]rom (?P<name>(?:the\s)?(?:[A-Z][\w’'-]+\s?)+)(?:point of view|viewpoint|perspective)\b"
)
_INVERTED = re.compile(
    r"[,?!][”\"’]\s*(?P<words>(?:said|says|added|adds|told|wrote|writes|explained|noted|warned|argued|insisted|claimed|announced|stressed|recalled|replied|asked|concluded|commented|remarked|declared|admitted|confirmed)\s+(?=[A-Zat]))"
)
_PARTICIPLE = re.compile(
    r",\s(?P<words>(?:saying|noting|adding|stressing|arguing|claiming|warning|insisting|explaining|emphasi[sz]ing|stating|pointing out|suggesting|declaring|announcing)\s+(?:that\b|[“\"]|the\b|it\b|he\b|they\b))"
)
_COLON = re.compile(r":\s?[“\"„«]\S")
_CUT = re.compile(r"[;:]\s|[“”\"«»„]|\s[–—-]\s|\(|\)")
_LEAD = re.compile(
    r"^(?:(?:and|but|or|while|although|though|because|that|when|since|whereas|if|as|where|yet|so|which|who|whom|what|however|meanwhile|moreover|still|then|even|nor|after|before|until|unless|for|than|also|now|is|was|are|were|this|despite)\b,?\s+)+",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"^(?:he|she|they|it)$", re.IGNORECASE)
_PLAIN = frozenset(
    "expert analyst economist official minister president leader head director spokesman spokeswoman spokesperson author researcher scientist professor lawyer politician diplomat activist"
    " ambassador envoy chief chairman chairwoman governor mayor senator judge doctor company firm ministry agency bank report study government organisation organization group office"
    " commission council institute newspaper paper statement source man woman writer journalist executive prosecutor officer general premier premier-minister".split()
)
_NP = re.compile(r"[\w’'&.%/-][\w’'&.%/\s-]*$")
_PERSON = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir|Lord|Gen|Capt|Col|Sen|Rep|Lt)\.?\s+)?[A-Z][\w’'-]+(?:\s+(?:[A-Z]\.|de|van|von|al|bin|del|[A-Z][\w’'-]+)){0,3}$"
)
_NAME_AHEAD = re.compile(
    r"(?:the\s+|an?\s+)?(?:[a-z][\w-]*\s+){0,4}?(?P<core>(?:[A-Z0-9][\w’'&.-]*)(?:\s+(?:(?:of|for|and|in|on|de|van|von|al|bin|at)\s+(?:the\s+)?)?[A-Z][\w’'&.-]*)*"
    r"(?:\s+(?:foreign |prime |interior |finance |defen[cs]e |state )?(?:"
    + "|".join(
        sorted(
            _PLAIN | {word + "s" for word in _PLAIN} | {"media", "authorities", "police"},
            key=len,
            reverse=True,
        )
    )
    + r")\b)?)"
    r"|(?P<generic>(?:some|many|several|most|various|the|local|official|recent|a|an|two|three|other|his|her|their)\s+(?:[a-z][\w-]*\s+){0,3}?(?:[a-z][\w-]*s|data|report|study|poll|survey|media|police|source|official|government|ministry|company))"
)
_REFERENCE = re.compile(
    r"(?:see(?: also)?\s+)?(?P<name>[^,;()][^;()]*?),?\s+(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s+\d{1,2}(?:,\s*\d{4})?(?:[,;]\s*|$)"
)
_SOURCE = re.compile(r"(?:source|via)\s*:?\s+(?P<name>[^,;()]+)", re.IGNORECASE)
_VERBAL = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|must|do|does|did|been|being)\b"
)
_DATE = re.compile(
    r"^(?:(?:on|in|at|by|since|during|after|before|late|early|last|this|next)\b.*|.*\b(?:year|month|week|day|yesterday|today|time|addition|response|fact|result|moment)s?)$",
    re.IGNORECASE,
)
_DETERMINERS = frozenset(
    "the a an some many several most other few both all these those such one two three his her their its our no another".split()
)
_NOBODY = frozenset(
    "it there this that which who what one these those as so not also be to we you i us here such nothing everything something".split()
)
_HAS_SPEECH = re.compile(
    rf"\b(?:{_SURE}|{_WITH_THAT})\b|[Aa]ccording to|(?:quoted|cited|reported|published|announced|released|said) by\b|[Cc]iting|[Qq]uoting|\b[Pp]er\b|words of|view of|opinion of|point of view|perspective|viewpoint|:\s?[“\"„«]|\(|ing\b"
)


@lru_cache(maxsize=20_000)
def heard(text: str) -> tuple[Heard, ...]:
    """Every speaker that a sentence names, in order."""
    if not _HAS_SPEECH.search(text):
        return ()
    skipped = references(text)
    plain = text
    for a, b in skipped:
        plain = plain[:a] + "\x00" * (b - a) + plain[b:]
    own = [*_spoken(plain), *_according(plain)]
    spans = speeches(plain)
    outside = [h for h in own if not any(span.start <= h.start < span.end for span in spans)]
    # Who is quoted in somebody's speech speaks only through them.
    found = [*(outside or own), *_references(text)]
    found.sort(key=lambda h: h.start)
    return tuple(found)


def is_generic(name: str) -> bool:
    """Whether a name is none: “experts”, “some estimates”, “the head of Kazakhstan”."""
    first = name.split()[0].lower()
    return (
        not name[0].isupper()
        or first in _DETERMINERS
        or (not _PERSON.match(name) and not any(c.isupper() for c in name[1:]))
        or first in ("experts", "officials", "analysts", "critics", "scientists", "researchers", "people")
    )


def _spoken(text: str) -> Iterator[Heard]:
    """“X said”, “said X” after a speech, “X … , noting that”, “X named three reasons: “…”"""
    taken: list[tuple[int, int]] = []
    for match in _INVERTED.finditer(text):
        name = _ahead(text, match.end())
        if name:
            taken.append((match.start("words"), name[1]))
            yield _heard(text, match.start("words"), name[1], *name)
    any_verb = False
    for match in _VERB.finditer(text):
        verb = match.start("aux") if match["aux"] else match.start("verb")
        if any(a <= match.start("verb") < b for a, b in taken):
            continue
        subject = _subject(text, verb)
        if subject is None:
            continue
        any_verb = True
        yield _heard(text, subject[0], match.end("verb"), *subject)
    if any_verb:
        return
    for pattern in (_PARTICIPLE, _COLON):
        for match in pattern.finditer(text):
            subject = _opening(text, match.start())
            if subject:
                end = match.end("words") if pattern is _PARTICIPLE else subject[1]
                start = match.start("words") if pattern is _PARTICIPLE else subject[0]
                words = text[start:end].rstrip(' “"')
                words = re.sub(r"\s(?:the|it|he|they)$", "", words)
                bare = text[subject[0] : subject[1]]
                yield Heard(subject[0], bare, words, _refers(bare), bool(_PRONOUN.match(bare)))
                return


def _heard(text: str, start: int, end: int, first: int, last: int) -> Heard:
    name = text[first:last]
    return Heard(
        start, name, text[min(start, first) : max(end, last)], _refers(name), bool(_PRONOUN.match(name))
    )


def _refers(name: str) -> bool:
    """“he”; “the expert”, but not “the head of Kazakhstan” or “the rally activists”."""
    if _PRONOUN.match(name):
        return True
    words = name.lower().split()
    return len(words) == 2 and words[0] == "the" and words[1] in _PLAIN and name[4:].islower()


def _subject(text: str, verb: int) -> tuple[int, int] | None:
    """Who speaks: the noun phrase before the verb, its apposition left out."""
    before = text[:verb].rstrip()
    if _PASSIVE.search(text, max(0, verb - 24), verb):
        return None
    aside = before.endswith(",")
    first = max((m.end() for m in _CUT.finditer(before)), default=0)
    segments = _comma_parts(text, first, len(before.rstrip(",")))
    while aside and len(segments) > 1 and _is_adverb(text[slice(*segments[-1])]):
        segments.pop()
        aside = len(segments) > 1 and not _is_adverb(text[slice(*segments[0])])
    if not segments:
        return None
    if aside and len(segments) > 1:
        name, apposed = _trim(text, *segments[-2]), segments[-1]
        if name is None:
            return None
        if _is_subject(text, *name) and not _PERSON.match(text[slice(*apposed)]):
            return name
        return _checked(text, *apposed) or _checked(text, *name)
    if aside and segments and first == 0:
        return None
    last = _trim(text, *segments[-1])
    return _checked(text, *last) if last else None


def _checked(text: str, first: int, last: int) -> tuple[int, int] | None:
    trimmed = _trim(text, first, last)
    if trimmed is None or not _is_subject(text, *trimmed):
        return None
    return trimmed


def _is_subject(text: str, first: int, last: int) -> bool:
    phrase = text[first:last]
    words = phrase.split()
    if not 1 <= len(words) <= 14 or "\x00" in phrase:
        return False
    if (
        words[-1].lower() in _NOBODY
        or (len(words) == 1 and words[0].lower() in _NOBODY)
        or (words[0][0].isdigit() and len(words) == 1)
    ):
        return bool(_PRONOUN.match(phrase)) and phrase.lower() != "it"
    if (
        phrase.islower()
        and words[0] not in _DETERMINERS
        and not (
            (len(words) <= 4 and words[-1].endswith("s"))
            or words[-1] in ("people", "police", "media", "women", "men")
        )
    ):
        return bool(_PRONOUN.match(phrase)) and phrase != "it"
    return (
        bool(_NP.match(phrase))
        and not _VERBAL.search(phrase)
        and not _DATE.match(phrase)
        and words[-1].lower() not in ("to", "of", "and", "the", "not", "by", "in", "for", "with", "at", "on")
    )


def _trim(text: str, first: int, last: int) -> tuple[int, int] | None:
    """Without joining words in front; only what follows the last verb or “that”."""
    phrase = text[first:last]
    lead = _LEAD.match(phrase.lstrip())
    first += len(phrase) - len(phrase.lstrip())
    if lead:
        first += lead.end()
    phrase = text[first:last]
    for match in re.finditer(
        r"\b(?:that|where|while|but|because|although|which|as|when|if|than|and (?=(?:he|she|they|the|many|some|most|[A-Z][a-z]+ (?:has|have|said)))|(?:on|in|after|for|during) [^,]{3,40},)\s+",
        phrase,
    ):
        if match.end() < len(phrase):
            first, phrase = first + match.end(), phrase[match.end() :]
            break
    last = first + len(phrase.rstrip(" ,"))
    return (first, last) if first < last else None


def _is_adverb(phrase: str) -> bool:
    bare = phrase.strip().lower()
    return bare in (
        "however",
        "though",
        "meanwhile",
        "too",
        "also",
        "then",
        "in turn",
        "for example",
        "for instance",
    ) or bool(
        re.match(
            r"(?:on|in|at|late|early|last|this|speaking|who|which|citing|referring|whose|when|while|after|during)\b",
            bare,
        )
    )


def _comma_parts(text: str, first: int, last: int) -> list[tuple[int, int]]:
    parts: list[tuple[int, int]] = []
    begin = first
    for match in re.finditer(r",\s", text[first:last]):
        parts.append((begin, first + match.start()))
        begin = first + match.end()
    parts.append((begin, last))
    return [(a, b) for a, b in parts if text[a:b].strip()]


def _opening(text: str, before: int) -> tuple[int, int] | None:
    """The noun phrase that opens a sentence, as far as a name or “The expert” goes."""
    match = re.match(
        r"(?:[\"“][^\"”]*[\"”]\s*)?(?:(?:In|On|At|During|After) [^,]{2,60},\s+)?(?P<who>(?:The|the)\s+(?:[a-z-]+)(?=\s[a-z]+(?:ed|s)\b|\snamed|\sgave|\stold)|He|She|(?:[A-Z][\w’'.-]+)(?:\s+(?:of\s+)?[A-Z][\w’'.-]+){0,4})",
        text[:before],
    )
    if match is None:
        return None
    who = match["who"]
    known = _refers(who) or any(c.isupper() for c in who[1:]) or bool(_PERSON.match(who))
    if not known or who in ("It", "This", "In", "There", "However", "But", "And"):
        return None
    return match.start("who"), match.end("who")


def _according(text: str) -> Iterator[Heard]:
    for match in _ACCORDING.finditer(text):
        name = _ahead(text, match.end())
        if name is None or (match["mark"].lower() == "per" and not text[name[0]].isupper()):
            continue
        first, last = name
        bare = text[first:last]
        yield Heard(
            match.start(),
            bare,
            text[match.start() : last],
            _refers(bare),
            bool(_PRONOUN.match(bare)),
            speaks=match["mark"].lower() == "according to",
        )
    for match in _POINT_OF_VIEW.finditer(text):
        name_ = match["name"].strip()
        yield Heard(match.start(), name_, match.group(), speaks=False)


def _ahead(text: str, start: int) -> tuple[int, int] | None:
    """The speaker that the text names from `start` on; of “the director of the Centre, Ann Lee” the person."""
    stop = re.compile(r"[.;:!?](?:\s|$)|[“”\"()\x00]|\s[–—-]\s|,\s(?:[“\"])").search(text, start)
    last = stop.start() if stop else len(text)
    chunk = text[start:last]
    parts = _comma_parts(text, start, last)
    if not parts:
        return None
    for part in parts[1:4]:
        phrase = text[slice(*part)]
        if (
            _PERSON.match(phrase)
            and len(phrase.split()) > 1
            and re.match(r"(?:the|a|an)\s|[A-Z]", chunk)
            and not _PERSON.match(text[slice(*parts[0])])
        ):
            return part
        if _VERBAL.search(phrase):
            break
    first_part = text[slice(*parts[0])]
    match = _NAME_AHEAD.match(first_part)
    if match is None:
        return None
    end = parts[0][0] + match.end()
    name = text[parts[0][0] : end].rstrip(" .")
    return parts[0][0], parts[0][0] + len(name)


def _references(text: str) -> Iterator[Heard]:
    for start, end in references(text):
        inside = text[start + 1 : end - 1]
        for match in [*_REFERENCE.finditer(inside)] or [*_SOURCE.finditer(inside)]:
            name = re.sub(r"^(?:see(?: also)?|source:)\s+", "", match["name"].strip(), flags=re.IGNORECASE)
            if name and name[0].isalnum() and inside.lower().find("compiled") < 0:
                yield Heard(start, name, text[start:end], reference=True, speaks=False)

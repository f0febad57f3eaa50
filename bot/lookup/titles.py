"""Who is named by an office and a name beside it: “former president Nazarbayev”, «президент Казахстана Токаев».

An office alone asks for whoever holds it, and so does one with a place: «президент Китая» is not China. Russian tells by
the case: an office and a name in the first are one person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from babel import Locale
from babel.core import get_global

from bot.lookup.keys import HAN_TITLES
from bot.lookup.places import places_of
from bot.topics.names import fold
from bot.topics.territories import country_of, is_land
from bot.topics.words import ROLE_HEADS

LONGEST = 3
"""Words of the name of what an office is held in, at most."""
ALIKE = 2
"""Letters in which a language and its land begin alike: French, France."""
_WORD = re.compile(r"[^\W_](?:[\w'’.-]*[^\W_])?\.?")
_ABBREVIATED = re.compile(r"[A-ZА-Я]{2,5}")
_OFFICES = frozenset(role for role in ROLE_HEADS if role.isascii()) | frozenset(
    # In the first case; in Kazakh also as somewhere's; in Arabic with the article, without which they are somewhere's.
    "head президент вице-президент экс-президент премьер премьер-министр вице-премьер экс-премьер министр председатель генсек"
    " секретарь директор гендиректор глава лидер губернатор мэр аким посол король королева князь принц император султан эмир"
    " шейх патриарх канцлер спикер сенатор депутат генерал адмирал маршал академик профессор доктор эксперт аналитик"
    " журналист экономист господин госпожа г-н г-жа товарищ"
    " төраға әкім елбасы президенті премьер-министрі министрі төрағасы басшысы көшбасшысы әкімі елшісі королі патшасы"
    " الرئيس الوزير الملك الأمير السلطان السيد الدكتور".split()
)
_AFTER = frozenset("мырза ханым".split())
"""They stand after the name."""
_BESIDE = frozenset(
    "the first second third former ex late current new then acting interim incumbent outgoing deputy vice prime foreign"
    " general chief"
    " первый второй третий бывший нынешний действующий новый тогдашний покойный генеральный"
    " тұңғыш бірінші екінші бұрынғы қазіргі жаңа бас".split()
)
"""They stand before an office, whoever holds it."""
_OF_STATE = re.compile(
    r"(?:of (?:the )?(?:state|government)|государства|правительства|страны)\b ?", re.IGNORECASE
)
_HAN_OFFICE = re.compile(rf"(.*?)(?:前|原|现任|現任|时任|時任|首任|新任|副|国家|國家)*(?:{HAN_TITLES})(.*)")
_OF = re.compile(r"(?:of|to) (?:the )?", re.IGNORECASE)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]$")
_FIRST_CASE = re.compile(r"[бвгджзйклмнпрстфхцчшщьқғңһ]$", re.IGNORECASE)
_OR_ANOTHER = re.compile(r"[ая]$", re.IGNORECASE)


def bearers(query: str) -> Iterator[str]:
    """What somebody may be called whose office a query names; nothing where it names none, or more than that."""
    if han := _HAN_OFFICE.fullmatch(query.strip()):
        before, after = han.groups()
        if after and (not before or places_of(before)):
            yield after
        elif before and not after:
            yield before
        return
    words = _words(query)
    if len(words) > 1 and words[-1].lower() in _AFTER:
        yield " ".join(words[:-1])
        return
    office = next((place for place, word in enumerate(words) if word.lower() in _OFFICES), None)
    if office is None or not _is_beside(words[:office]):
        return
    rest = _OF_STATE.sub("", " ".join(words[office + 1 :]), count=1)
    name, of, body = rest.partition(" of ")
    if of and _is_body(body.split()):
        rest = name
    somewhere = _OF.match(rest)
    words = _OF.sub("", rest, count=1).split()
    if words and not somewhere:
        yield " ".join(words)
    for more in range(1, min(LONGEST, len(words) - 1) + 1):
        if _is_body(words[:more]):
            yield " ".join(words[more:])


def post(query: str) -> str:
    """The office that a query names, if nothing but where it is held stands beside it, as names have it.

    “Chinese president” is the president of China; empty for other queries.
    """
    words = _words(query)
    offices = [word for word in words if word.lower() in _OFFICES]
    where = _left(word for word in words if word not in offices)
    if len(offices) != 1 or not is_somewhere(" ".join(where)) or _is_body(words):
        return ""
    return f"{offices[0]} of {_land(where[0]) if len(where) == 1 else ' '.join(where)}"


def is_somewhere(text: str) -> bool:
    """Whether a text is a place, an abbreviation, or says of which land something is."""
    words = text.split()
    return bool(words) and (_is_body(words) or (len(words) == 1 and _is_of_land(text)))


def is_called(name: str, exact: bool) -> bool:
    """Whether what follows an office may be who holds it, who has this name exactly or in another spelling.

    In Russian what is not in the first case is what the office is of; abbreviations have no case.
    """
    if not _CYRILLIC.search(name):
        return True
    first = _FIRST_CASE.search(name) or (exact and _OR_ANOTHER.search(name))
    return bool(first) and not name.isupper()


def _words(query: str) -> list[str]:
    """The words of a query; where all is in capitals they tell nothing."""
    return _WORD.findall(query.lower() if query.isupper() else query)


def _left(words: Iterable[str]) -> list[str]:
    """What words say besides whose turn an office is."""
    return [word for word in words if word.lower() not in _BESIDE]


def _is_beside(words: Sequence[str]) -> bool:
    """Whether words before an office only say where it is held, or when."""
    left = _left(words)
    return not left or _is_body(left) or all(_is_of_land(word) for word in left)


def _is_body(words: Sequence[str]) -> bool:
    """Whether words are a place or an abbreviation, of which there are offices."""
    text = " ".join(words)
    return bool(_ABBREVIATED.fullmatch(text)) or is_land(text) or bool(places_of(text))


def _is_of_land(word: str) -> bool:
    """Whether an adjective says what land something is of: “Haitian”, “French”, «китайский»."""
    return country_of(word) is not None or word.lower() in _tongues()


def _land(word: str) -> str:
    """The land that an adjective is of, in English; other words as they are."""
    territories = Locale("en").territories
    if code := country_of(word):
        return str(territories[code])
    land = str(territories.get(_spoken_in(_tongues().get(word.lower(), "")), ""))
    # Portuguese is mostly spoken in Brazil, and says nothing of it.
    return land if fold(land).startswith(fold(word)[:ALIKE]) else word


def _spoken_in(language: str) -> str:
    """The code of the land where most of a language's speakers are, as CLDR guesses; empty where it does not."""
    return str(get_global("likely_subtags").get(language, "")).rpartition("_")[2]


@cache
def _tongues() -> Mapping[str, str]:
    """Languages by what they are called in English and Russian, which is mostly what their lands' people and things are."""
    names = (Locale(language).languages for language in ("ru", "en"))
    found = {str(name).lower(): str(code) for some in names for code, name in some.items()}
    return {"american": "", "british": "", **found}

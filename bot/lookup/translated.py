"""Names whose ordinary words are translated and whose rest is written by sound: 東倫敦 and Восточный Лондон are East London.

Read letter by letter such words are noise, or mislead: 新德里 would be “Xindeli”, and is New Delhi. They are a closed
class in every language: age, side, size, saint, and what kind of place it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product
from typing import NamedTuple

from bot.lookup.romanise import romanise

MOST = 3
"""Readings of one text, the likeliest first."""
REST = 2
"""Letters that must be left to be read by their sound."""
_NAME = "*"
_ISLANDS = "* islands"
# In English, with * where the rest of the name stands, by itself where names do without; how other names have it that are
# so translated in Chinese; the letters in Chinese, old and simplified; the words in other tongues, as they are romanised
# (mostly without vowels from Arabic and Persian), and English ones as others write them by ear. Stems of Slavic
# adjectives end in “-”.
_TABLE = """
new * | nova * / neu * | 新* | nov- now- nuevo nueva nouveau nouvelle nieuw neu neue uus nyu nju zhanga yangi tazha jdyd jdyda nyw nw
old * | stara * | 旧* 舊* 老* | star- viejo vieja vieux alt alte eski kone qdym qdyma khnh awld
saint * / st * | san * / santa * | 圣* 聖* | svyat- svet- sankt sint sent sen sejnt seynt sv snt sant sn qdys
north * | | 北* | severn- severo pivnichn- pivnich nord norte nort shimoliy soltustik tunduk shmal shmaly shmalya nwrth
south * | | 南* | yuzhn- yuzhno juzhn- juzn- pivdenn- pivden sud sur sul saut sauth zhanubiy ongtustik tushtuk jnwb jnwby jnwbya sawth
east * | | 东* 東* | vostochn- vostochno skhidn- skhid istochn- vychodn- wschodn- ost est este ist sharqiy shyghys chygysh rytinis shrq shrqy shrqya ayst iyst
west * | | 西* | zapadn- zapadno zakhidn- zakhid zachodn- ouest oeste vest uehst uest gharbiy batys ghrb ghrby ghrbya wst wyst
upper * | ober * / verkhny * | 上* | verkhn- verkhne gorn- gornj- alto alta ober yuqori zhogharghy alya aper
lower * | nieder * / nizhny * | 下* | nizhn- nizhne doln- donj- bajo baja unter nieder quyi tomengi sfla sfly louer lour
great * | grand * / gross * / velika * | 大* | bolsh- velik- golem- golyam- grand gran grande gross ulken katta kbra kbry kbyr bzrg grejt greyt
little * | klein * / mala * | 小* | mal- petit petite klein kleine pequeno kishi kichik sghra sghry sghyr kwchk litl
port * | *haven / * harbor | *港 | porto puerto myna bndr bwrt pwrt
fort * | *burg | *堡 | forte fuerte hsn qlaa fwrt
cape * | * point | *角 | mys mis cabo cap kap muyisi ras dmaghh kejp keyp
mount * | * mountain | *山 | gora hora monte mont maunt uul jbl jbal kwh mawnt
* bay | | *湾 *灣 | bukhta zaliv zatoka shyghanaghy bej bey khlyj bay
* city | | *市 *城 | siti syty
* / * city | | | gorod horod misto mesto grad ciudad cidade ville shahri shaary shahar qalasy khot mdyna shhr
* lake / lake * | | *湖 | lejk leyk lyk
* lake / lake * / * | | | ozero jezero ezero koli lago lac nuur bhyra dryachh
* river | | *河 *江 *川 | riveh ryfr
* river / * | | | reka rika richka rio ozeni daryo nhr rwd rwdkhanh
* island | | *岛 *島 | ajlend
* island / * | | | ostrov ostriv otok isla ilha ile isola insel araly oroli jzyra jzyrh
* / * islands | | *群岛 *群島 *诸岛 *諸島 | ostrova ostrovi ostrovy aralldary araldary orollari islas ilhas iles isole inseln jzr jzayr
* sea | | *海 | more tengizi dengiz bhr drya dryay
* valley | | *谷 | dolina valle vallee angghary wady drh veli vali fali faly
* bridge | | *桥 *橋 | most mist ponte pont puente jsr pl bridzh
* beach | | *滩 *灘 *海滩 *海灘 | plyazh playa plage strand bich shaty bytsh
* springs | | *泉 *温泉 *溫泉 | springs sprints
* park | | *公园 *公園 | bark
* falls | | *瀑 *瀑布 | vodopad fols
* hill | * hills | *丘 | kholm kholmy hil khill khills hils
* / * town | | *镇 *鎮 | posyolok poselok
* / * village | | *村 *庄 *莊 | selo derevnya auyl auyly qrya rwsta rwstay
* town | | | taun
* village | | | vilidzh
* / * county | | *县 *縣 *郡 | uezd okrug okruh grafstvo mqataa shhrstan audany
* / * district | | *区 *區 | rayon raion tumany nahyh mntqa
* / * province | | | oblast oblysy guberniya provintsiya viloyati mhafdha wlaya astan
"""
_Forms = list[str]


class Translated(NamedTuple):
    """A reading of a text."""

    folded: str
    """The folded text with such words in English, or as names have them."""
    heard: str
    """What of it is read by its sound."""
    sure: bool = True
    """Whether it may be all of the name: a district is not the town that it is called by."""


def _parted() -> tuple[dict[str, _Forms], dict[str, _Forms]]:
    """The forms by Chinese letters (with * where the rest stands), and by words and stems."""
    han: dict[str, _Forms] = {}
    words: dict[str, _Forms] = {}
    for line in _TABLE.strip().splitlines():
        english, other, letters, tongues = (field.strip() for field in line.split("|"))
        forms = english.split(" / ")
        words.update(dict.fromkeys(tongues.split(), forms))
        han.update(dict.fromkeys(letters.split(), forms + (other.split(" / ") if other else [])))
    return han, words


_HAN, _WORDS = _parted()
_LAST = re.compile(
    f"(?:{'|'.join(sorted((key[1:] for key in _HAN if key[0] == _NAME), key=len, reverse=True))})$"
)
_AND = re.compile(r"(?<=..)[和与與及](?=..)")
_ENDING = re.compile(r"(?:[yj]?a[yj]a|[aeiouy]?ye|[oe]e|[iyo]y|yj|ij|ii|[aeiouy])$")
# Adjectives of places, beside the word for the kind of place.
_ADJECTIVE = re.compile(r"(?<=...)(?:(?<=ts)|(?<!t)s)k(?:[iy]y|aya|oe|oye|yi|ii|ij|i|y|e|a|o)$")


def needless() -> frozenset[str]:
    """The words of other tongues, as they are romanised, with or without which a name is the same."""
    return frozenset(word for word, forms in _WORDS.items() if _NAME in forms)


def translated(text: str, script: str, *, bare: bool = True) -> Iterator[Translated]:
    """The readings of a text that has such words and others.

    Where `bare`, words without which a name is the same may go.
    """
    return islice(_chinese(text) if script == "hani" else _worded(romanise(text).split(), script, bare), MOST)


def _chinese(text: str) -> Iterator[Translated]:
    last = _LAST.search(text)
    before = _HAN.get(text[:1] + _NAME, [_NAME])
    after = _HAN[_NAME + last[0]] if last else [_NAME]
    rest = text[before != [_NAME] : last.start() if last else len(text)]
    if len(rest) >= REST:
        names = _AND.split(rest)
        # What is left without the kind of place is another reading's.
        yield from _put(" and ".join(map(romanise, names)), before, after, bare=len(names) > 1)


def _worded(words: list[str], script: str, bare: bool) -> Iterator[Translated]:
    parts: list[_Forms] = []
    for place in (-1, 0):
        while words and (forms := _forms(words[place], place == 0 or script == "arab")):
            parts.append(forms)
            words.pop(place)
            if words and script == "arab" and words[place] == "al":
                words.pop(place)
    rest = " ".join(words)
    if parts and len(rest) >= REST:
        town = _ADJECTIVE.sub("", rest) if any(_NAME in forms for forms in parts) else rest
        # Islands are called by their adjective.
        sure = town == rest or any(_ISLANDS in forms for forms in parts)
        yield from (one._replace(sure=sure) for one in _put(town, *parts, bare=bare and sure))


def _forms(word: str, first: bool) -> _Forms | None:
    """The forms of a word that stands first or last; last, only what may stand there in English too."""
    forms = _WORDS.get(word) or _WORDS.get(_ENDING.sub("-", word))
    return forms if forms and (first or not forms[0].endswith(f" {_NAME}")) else None


def _put(rest: str, *parts: _Forms, bare: bool) -> Iterator[Translated]:
    """The rest with a form of each part round it, the first part nearest; by itself only where `bare`."""
    for forms in product(*parts):
        read = _NAME
        for form in forms:
            read = form.replace(_NAME, read)
        if bare or read != _NAME:
            yield Translated(read.replace(_NAME, rest), rest)

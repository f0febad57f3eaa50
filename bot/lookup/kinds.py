"""Words that say what kind of thing a name names, and articles, in many languages: with or without them it is the same name."""

from __future__ import annotations

from bot.lookup.translated import needless

_ARTICLES = (
    "al ar as ash at ath ad adh an az el er es esh et ed en ez the la le les los las il lo os der die das"
)
_PLACES = "city district island lake mount mountain oblast province region republic river town"
LANDS = frozenset(f"{_PLACES} bay desert mountains peninsula sea valley".split())
"""English ones with or without which a name is the same if all else of it is there."""
PLACES = LANDS | frozenset("airport canal dam islands port".split())
"""English ones: those, and some without which it is another name; Mary Airport is not Mary."""
# As they are romanised, in the languages that write them beside the names of places; beside these are those that are
# translated where they stand in a name. First those that are hardly ever a word of a name.
_GOVERNED = """
    county municipality prefecture
    xian zhen xiang hsien machi mura eup myeon
    respublika goroda raionu rajon oblasti obl kray krai obshtina opstina opshtina
    shahary sehri sehir seher aymagy ilcesi rayonu seheri vilayeti tumani oblusu
    madinat madinah medinat muhafazat muhafaza wilayat wilaya nahiyat mintaqat jazirat juzur shahrestan ostan
    bakhsh zilla zila taluk tehsil
    kota kabupaten kecamatan provinsi kepulauan changwat amphoe khwaeng
    provincia departamento municipio municipi distrito estado condado
    departement commune comte kreis landkreis bezirk gemeinde
    powiat gmina wojewodztwo miasto wyspy megye jaras novads pilseta miestas rajonas savivaldybe apskritis salos salas
    kommun kommune fylke maakunta kunta saaret linn maakond saared
    judet judetul comuna orasul insulele comune citta regione dimos nomos nisia nisoi
"""
_OTHERS = """
    village state territory islands isle archipelago
    shi qu sheng cun zhou shih chen chu ken cho gun ku si gu
    pos ozera
    kalasy qala balgasn balhsn balgasun hot il ili
    qada qadha jabal shahr
    jila nagar
    pulau thanh pho tinh huyen quan xa thi tran ban muang
    canton stadt varos lan vald
"""
GOVERNED = LANDS | frozenset(_GOVERNED.split())
"""English ones, and words for what a place is governed as in many languages, with or without which a name is the same;
folded."""
KINDS = frozenset(f"{_ARTICLES} {_PLACES} {_GOVERNED} {_OTHERS}".split()) | needless()
"""Those of all languages without which the likeness of two names is measured too; folded."""


def bare(folded: str) -> str:
    """A folded text without such words; the text as it is where nothing else is in it."""
    if " " not in folded:
        return folded
    words = folded.split(" ")
    if KINDS.isdisjoint(words):
        return folded
    return " ".join(word for word in words if word not in KINDS) or folded

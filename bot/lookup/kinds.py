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
# translated where they stand in a name.
_ROMANISED = """
    village municipality county state prefecture territory islands isle archipelago
    shi xian zhen qu sheng xiang cun zhou shih hsien chen chu ken machi cho mura gun ku si gu eup myeon
    respublika goroda raionu rajon oblasti obl kray krai
    pos ozera obshtina opstina opshtina
    shahary sehri sehir seher kalasy qala aymagy balgasn balhsn balgasun hot il ili ilcesi
    rayonu seheri vilayeti tumani oblusu
    madinat madinah medinat muhafazat muhafaza wilayat wilaya qada qadha nahiyat mintaqat jazirat juzur jabal shahr shahrestan ostan
    bakhsh zilla zila jila taluk tehsil nagar
    kota kabupaten kecamatan provinsi pulau kepulauan thanh pho tinh huyen quan xa thi tran changwat amphoe ban muang khwaeng
    provincia departamento municipio municipi distrito estado condado
    departement commune canton comte stadt kreis landkreis bezirk gemeinde
    powiat gmina wojewodztwo miasto wyspy megye jaras varos novads pilseta miestas rajonas savivaldybe apskritis salos salas
    lan kommun kommune fylke maakunta kunta saaret vald linn maakond saared
    judet judetul comuna orasul insulele comune citta regione dimos nomos nisia nisoi
"""
KINDS = frozenset(f"{_ARTICLES} {_PLACES} {_ROMANISED}".split()) | needless()
"""Those of all languages without which the likeness of two names is measured too; folded."""


def bare(folded: str) -> str:
    """A folded text without such words; the text as it is where nothing else is in it."""
    if " " not in folded:
        return folded
    words = folded.split(" ")
    if KINDS.isdisjoint(words):
        return folded
    return " ".join(word for word in words if word not in KINDS) or folded

"""Words that say what kind of thing a name names, and articles, in many languages: with or without them it is the same name."""

from __future__ import annotations

_ARTICLES = (
    "al ar as ash at ath ad adh an az el er es esh et ed en ez the la le les los las il lo os der die das"
)
# As they are romanised, in the languages that write them beside the names of places.
_PLACES = """
    city town village municipality district county province region state prefecture oblast territory republic island
    islands isle archipelago lake river mount mountain
    shi xian zhen qu sheng xiang cun zhou shih hsien chen chu ken machi cho mura gun ku si gu eup myeon
    gorod goroda misto mesto grad rayon raion raionu rajon oblasti obl okrug okruh kray krai selo posyolok poselok
    pos derevnya respublika ostrov ostrova ostrovi ostrovy ozero ozera reka obshtina opstina opshtina
    shahar shaary shahary shahri sehri sehir seher qalasy kalasy qala audany aymagy balgasn balhsn balgasun khot hot il ili ilcesi
    rayonu seheri vilayeti viloyati tumani oblusu oblysy
    madinat madinah medinat muhafazat muhafaza wilayat wilaya qada qadha nahiyat mintaqat jazirat juzur jabal shahr shahrestan ostan
    bakhsh zilla zila jila taluk tehsil nagar
    kota kabupaten kecamatan provinsi pulau kepulauan thanh pho tinh huyen quan xa thi tran changwat amphoe ban muang khwaeng
    ciudad cidade provincia departamento municipio municipi distrito estado condado isla islas ilha ilhas lago rio
    ville departement commune canton comte ile iles stadt kreis landkreis bezirk gemeinde insel inseln
    powiat gmina wojewodztwo miasto wyspy megye jaras varos novads pilseta miestas rajonas savivaldybe apskritis salos salas
    lan kommun kommune fylke maakunta kunta saaret vald linn maakond saared
    judet judetul comuna orasul insulele comune citta regione isola isole dimos nomos nisia nisoi
""".split()
KINDS = frozenset(_ARTICLES.split()) | frozenset(_PLACES)


def bare(folded: str) -> str:
    """A folded text without such words; the text as it is where nothing else is in it."""
    if " " not in folded:
        return folded
    words = folded.split(" ")
    if KINDS.isdisjoint(words):
        return folded
    return " ".join(word for word in words if word not in KINDS) or folded

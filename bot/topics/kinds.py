"""Kinds of things that names say they are: by them a text takes the names up again (“the lake” after “Lake Balkhash”)."""

from __future__ import annotations

from functools import lru_cache

from bot.topics.words import BODIES

# Kinds of things that names end with, or say before “of”: by them the text takes the names up again. (“The administration”
# is mostly the government's.)
KINDS = (BODIES - {"administration"}) | frozenset(
    "lake river sea ocean gulf bay strait channel canal island islands peninsula mountain mountains valley"
    " desert glacier volcano basin delta reservoir dam bridge tunnel port harbour harbor airport airline"
    " railway railroad road highway pipeline corridor plant factory refinery mine field oilfield reactor"
    " stadium park zoo forest reserve square tower palace castle cathedral church mosque temple monastery"
    " library hospital clinic hotel prison camp theatre theater gallery province district region territory"
    " republic kingdom empire city town village county municipality hub zone war crisis exercise exercises"
    " conflict revolution uprising election elections referendum championship championships cup league"
    " games olympics festival exhibition expo trial tribunal study survey poll report index platform"
    " system satellite rocket spacecraft mission telescope ship vessel tanker ferry submarine rig"
    " train flight hurricane typhoon cyclone storm earthquake virus vaccine accord convention charter"
    " constitution bill code doctrine guild orchestra band team club airlines newspaper magazine journal"
    " channel broadcaster regiment brigade battalion division fleet militia".split()
)
# These kinds English puts before the name: “Lake Balkhash”, “Hurricane Ida”.
KIND_FIRST = frozenset(
    "lake mount river cape gulf port fort camp hurricane typhoon cyclone storm operation project".split()
)


@lru_cache(maxsize=10_000)
def heads(name: str) -> tuple[str, ...]:
    """The words by which a text takes up a name of several words: the kinds of thing that it says it is."""
    words = name.split()
    if len(words) < 2:
        return ()
    link = next((i for i, word in enumerate(words) if i and word in ("of", "for")), len(words))
    found = {words[link - 1].lower()} & KINDS if words[link - 1].istitle() else set()
    found |= {words[0].lower()} & KIND_FIRST if words[0].istitle() else set()
    return tuple(sorted(found))

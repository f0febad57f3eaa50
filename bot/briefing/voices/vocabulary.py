"""The words by which speaking is told: verbs of saying with their forms, people by what they do, words that are no name.

All are classes of the language. A new verb goes into the class whose rule holds for it; its forms are made here.
"""

from __future__ import annotations

_PAST = {
    "say": "said", "tell": "told", "think": "thought", "write": "wrote", "find": "found", "know": "knew", "understand": "understood", "hold": "held",
    "admit": "admitted", "quip": "quipped", "put": "put", "feel": "felt", "infer": "inferred", "show": "showed",
}  # fmt: skip


def forms(verbs: str) -> frozenset[str]:
    """Base, third person and past of the verbs in a space-separated list."""
    made: set[str] = set()
    for verb in verbs.split():
        soft = verb.endswith("y") and verb[-2] not in "aeiou"
        third = verb[:-1] + "ies" if soft else verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
        regular = verb[:-1] + "ied" if soft else verb + ("d" if verb.endswith("e") else "ed")
        made |= {verb, third, _PAST.get(verb, regular)}
    return frozenset(made)


NOUNS = frozenset(
    "claim claims state states report reports note notes fear fears hope hopes estimate estimates stress stresses comment comments remark remarks suspect suspects caution cautions"
    " counter counters reply replies tweet tweets joke jokes hint hints charge charges doubt doubts forecast forecasts promise promises worry worries pledge pledges".split()
)
"""Forms that are nouns as well: verbs only before “that”, and where they agree with who speaks."""

PLURAL = frozenset("many most some others both all few several people police media women men staff".split())
"""Words of many that do not end in s."""

SAYING = (
    forms(
        "say tell argue believe claim declare emphasise emphasize explain insist state stress suggest warn announce assure report comment remark note reply conclude predict"
        " acknowledge admit confirm deny tweet complain suspect think fear hope estimate allege contend reiterate caution disclose testify vow joke assert speculate"
        " concede quip"
    )
    - NOUNS
)
"""Verbs that say whose words a sentence reports wherever they stand."""

REPORTING = (
    forms(
        "show find indicate demonstrate decide expect hold worry know understand rule stipulate agree determine establish reveal doubt charge forecast feel hint promise pledge infer"
    )
    | NOUNS
)
"""Verbs that do so before “that”."""

SHOWING = forms("suggest indicate show reveal demonstrate confirm establish predict find")
"""Verbs that facts have for a subject as well, who are nobody: “The evidence so far suggests that …”."""

ADJECTIVES = frozenset(
    "alleged suspected estimated feared hoped claimed stated noted reported declared assured disclosed confirmed predicted announced explained".split()
)
"""Forms that stand before nouns as well: “alleged misconduct”."""

WRITING = forms("write maintain observe recall recount counter ask add respond") - NOUNS
"""Verbs that do so before “that”, a comma, a colon or a speech: not “wrote a book”."""

INVERTED = (
    (SAYING | forms("write ask recall observe continue cry add") | {"noted", "joked"})
    - NOUNS
    - {"say", "think", "thinks", "believe"}
)
"""Verbs that stand before who speaks, after a speech."""

ADVERBS = (
    "has|have|had|also|later|earlier|then|recently|once|repeatedly|publicly|often|already|further|both|all|himself|herself|themselves|still|now|openly|again|reportedly|too|long|even|first|just"
    "|no longer|in turn|[a-z]+ly"
)

PEOPLE = frozenset(
    "expert analyst economist official minister president leader head director spokesman spokeswoman spokesperson author researcher scientist professor lawyer politician diplomat activist ambassador envoy"
    " chief chairman chairwoman chair governor mayor senator judge doctor source man woman writer journalist executive prosecutor officer general premier observer critic chancellor commissioner secretary"
    " coach farmer teacher historian engineer reporter resident witness founder owner manager lawmaker deputy king queen prince princess bishop pope attorney sheriff commander captain colonel".split()
)
"""What a person is called by what they do."""

BODIES = frozenset(
    "company firm ministry agency bank government organisation organization group office commission council institute newspaper paper department association union party court charity university"
    " committee centre center foundation hospital board authority service embassy police magazine institution bureau fund regulator airline manufacturer club team city state country".split()
)
"""What a body of people is called."""

DOCUMENTS = frozenset(
    "study report survey poll statement analysis review paper letter article post website release audit inquiry investigation document book assessment research interview data figures findings email memo transcript census statistics result estimate test trial speech".split()
)
"""What is written by somebody: “a statement from the fire service” is the fire service's."""

FIRST_SIGHT = frozenset(
    "expert official man woman author analyst source writer speaker scholar researcher scientist".split()
)
"""What anybody may be called who was named before."""

DETERMINERS = frozenset(
    "the a an some many several most other few both all these those such one two three four five his her their its our no another each every".split()
)
NOBODY = frozenset(
    "it there this that which who whom whose what one these those as so not also be to we you i us here such nothing everything something anything how why where when if me them him anyone everyone someone anybody everybody somebody nobody none".split()
)
"""Words that name nobody, whatever verb follows them."""

PREPOSITIONS = frozenset(
    "to of and the not by in for with at on from about into over under between a an or as than but".split()
)

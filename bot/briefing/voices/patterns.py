"""The patterns by which phrases are found round a verb of saying: where they end, what is in them, what they never are."""

from __future__ import annotations

import re

from bot.briefing.voices.vocabulary import BODIES, DOCUMENTS, NOUNS, PEOPLE, SAYING

MASKED = "\x00"
"""What stands for a letter of a reference in brackets, which is no part of any phrase."""
LONGEST = 14
"""Words of a subject at most."""
PLAIN = 3
"""Words in small letters of a subject without an article at most: more are a headline's."""

_NO_VERB = r"(?:united|limited|red|related|based|retired|unnamed|armed|learned)\b"
FARTHEST = 400
"""Characters within which a speaker is looked for."""

_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|Gen|Capt|Col|Sen|Rep|Gov|Lt|Sgt|Rev|St)\.?\s+)"
_NAME = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
PERSON = re.compile(
    rf"^{_TITLE}?{_NAME}(?:\s+(?:[A-Z]\.|de|da|dos|van|von|der|den|al|bin|ibn|del|la|le|{_NAME})){{0,3}}(?:,?\s(?:Jr|Sr)\.?)?$"
)
"""A name as persons have them."""
PRONOUN = re.compile(r"^(?:he|she|they)$", re.IGNORECASE)
"""Who is only referred to."""
_ROLES = "|".join(
    sorted(
        {w + s for w in PEOPLE | BODIES | DOCUMENTS for s in ("", "s")} | {"media", "authorities", "people"},
        key=len,
        reverse=True,
    )
)
AHEAD = re.compile(
    rf"(?P<lead>(?:(?:the|an?|his|her|their|its|some|many|several|most|two|three|four|one)\s+)?(?:[A-Z][\w.’'-]*[’']s?\s(?=[a-z]))?(?:(?:[a-z][\w’'-]*|[A-Z]\w+-(?:based|born|led|run|owned|educated))\s+){{0,4}}?)"
    rf"(?P<core>(?:{_TITLE})?(?![A-Z]\w+-(?:based|born|led|run|owned|educated)\b)(?:[A-Z0-9À-ÖØ-Þ][\w’'&.-]*)(?:\s+(?:(?:of|for|and|in|on|de|da|van|von|der|al|bin|at)\s+(?:the\s+)?)?(?:[ae][a-z]{{1,2}}-)?[A-ZÀ-ÖØ-Þ][\w’'&.-]*)*"
    rf"(?:\s+(?:[a-z]+\s)?(?:{_ROLES})\b(?:\s[A-ZÀ-ÖØ-Þ][\w’'-]+){{0,3}})?)"
)
"""A name after “according to” or “said”, with what the person is before it, and what a body is after it."""
GENERIC_AHEAD = re.compile(
    rf"(?:(?:some|many|several|most|various|the|local|official|recent|an?|two|three|four|five|one|other|his|her|their|its)\s+)?(?:(?!(?:who|that|which|and|or|on|in|of|by|to|with|from|for|at|as)\b)[a-z][\w’'-]*\s+){{0,3}}"
    rf"(?:{_ROLES}|[a-z]+(?:ists|ers|ors|ans|ents|ants|ses|ics|als|men|women|man|woman)|data|media|estimates)\b(?!\s+(?:of|for|from|by)\s)(?:\s+(?:of|in|at|for)\s+(?:the\s+)?[A-Za-z][\w’'-]*)?"
)
"""Likewise somebody who has no name: “many traders”, “a company spokeswoman”."""
FROM = re.compile(rf"(?:[A-Za-z’'-]+\s+){{0,4}}?(?:{'|'.join(sorted(DOCUMENTS))})s?\s+(?:by|from|of|for)\s+")
"""A document and whose it is: “a statement from the”."""
CUT = re.compile(r"[;:]\s|[“”\"«»„]|\s[–—-]{1,2}\s|—|\(|\)")
"""Where a clause ends before a verb."""
LEAD = re.compile(
    r"^(?:(?:and|but|or|while|although|though|because|that|when|since|whereas|if|as|where|yet|so|which|who|whom|what|however|meanwhile|moreover|still|then|even|nor|after|before|until|unless|for|than|also"
    r"|now|is|was|are|were|this|despite|later|earlier|recently|yesterday|today|nevertheless|nonetheless|instead|finally|indeed|perhaps|again|once|it (?:is|was))\b,?\s+)+",
    re.IGNORECASE,
)
"""Words that join a clause to what came before."""
CLAUSE = re.compile(
    r"\b(?:that|where|while|but|because|although|which|as|when|if|than|whether|unless|until|(?:after|before|since)(?=\s(?:the|an?|[A-Z][\w-]*)(?:\s|$))|and(?=\s(?:he|she|they|the|an?|many|some|most|[A-Z][a-z]+ (?:has|have|said))\b)|(?:on|in|after|for|during) [^,]{3,40},)\s+"
)
"""Words after which a clause of its own begins."""
WHO = re.compile(r"\s+(?:who|whose)(?:\s.*)?$")
"""A relative clause about a person."""
PARTICIPLE = re.compile(
    rf"(?<=[\w’'])(?<!ly)\s+(?:(?:recently|just|first)\s)?(?!{_NO_VERB})(?:[a-z]+ed|led|written|seen|made|held|sent|given|writing|speaking)\s+(?:out\s+)?(?:by|in|on|at|for|from|with|to|last|this|earlier|today|yesterday|this|[A-Z]).*$|\s+(?:released|published|issued)$"
)
"""A participle after a noun: “published in May”."""
POSSESSIVE = re.compile(rf"[’']s?\s+(?:[a-z]+\s){{0,2}}(?:{'|'.join(sorted(DOCUMENTS))})s?$")
"""A document after its owner: “’s statement”."""
AUX = "is|are|was|were|has|have|had|will|would|can|could|may|might|should|must|do|does|did|been|being"
SAYS = re.compile(
    rf"\b(?:said|says|told [a-z]+|thinks|thought|believes?)\s(?=\S)|\b(?:{'|'.join(sorted(v for v in SAYING | NOUNS if v.endswith('s')))})\s(?=[A-Z])"
)
"""A verb of saying inside a phrase: what follows it is another clause."""
AFRESH = re.compile(
    r"(?:(?<=\d)|(?<=BST)|(?<=GMT)|(?<=[a-z]{2}(?<!\bof)(?<!\bin)(?<!\bat)(?<!\bto)(?<!and)(?<!for)(?<!from)(?<!with)(?<!by)))\s(?=(?:The|An?|Mr|Mrs|Ms|Miss)\s)"
    r"|(?<=[a-z])\s[A-Z]\w*\s(?=(?:The|An?)\s)|^(?!(?:both|all|half|even|only|just|especially)\b)[a-z]+(?<!ed)(?<!ing)\s(?=the\s)"
)
"""Where a sentence begins after a headline that has no full stop: “Flu reaches Europe The UN has warned”."""
AND_WHO = re.compile(r"^.+\sand\s(?=[A-Z][\w’'-]+\s[A-Z][\w’'-]+$)")
"""What stands before a person after “and”: “The government gave way and Ann Lee said”."""
NO_ONE = re.compile(
    r"\b(?:whom|which|whose)$|^[Tt]he (?:more|less)\b|[’']s?$|[–—-]$|^I[’'](?:m|d|ve|ll)\b|^(?:We|You|They|He|She|It)[’']|\bI\b|^(?!(?:unnamed|retired|armed|wounded|leading)\b)[a-z]+(?:ed|ing)\s"
)
"""A possessive, a contraction, a participle: the rest of something, and nobody."""
VERBAL = re.compile(
    rf"\b(?:{AUX})\b|\b(?:[A-Z]\w+|[a-z]+s|police|people|men|women|staff|team|media)\s(?:on\s[A-Z][a-z]+\s|also\s|then\s|later\s|[a-z]+ly\s)?(?!{_NO_VERB})[a-z]+ed\b|\bto (?!the\b|an?\b|his\b|her\b|its\b|their\b)[a-z]+|n['’]t\b"
    r"|(?<=\w\s)(?:gave|came|went|took|fell|rose|saw|spoke|began|became|knew|grew|drew|flew|threw|chose|broke|drove)\s"
)
"""A verb, or an infinitive: what has one is no noun phrase."""
DATE = re.compile(
    r"^(?i:on|in|at|by|since|during|after|before|late|early|last|this|next)\b|\b(?:year|month|week|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)?day|yesterday|today|time|addition|response|fact|result|moment)s?$"
)
"""A phrase of time, never somebody."""
WHEN = re.compile(
    r"\s+(?:(?:on|late|early|last|this)\s+)+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|week|month|year)(?:\s(?:night|morning|afternoon|evening))?$"
    r"|\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:night|morning|afternoon|evening))?|yesterday|today)$"
)
"""The day at the end of a phrase: “officials on Friday”."""
LITTER = re.compile(r"^(?:[-–•*’']+\s+|\d{4}\s?(?=[A-Z]))")
"""What pages print before a sentence: a dash, the minute of an entry; or the end of a speech within a speech."""
BY_THEN = re.compile(r"\b(?:after|before|since|until|despite|during|following)\s$", re.IGNORECASE)
OCCASION = re.compile(r"(?:the|an?|his|her|its|their)\s(?:[a-z’'-]+\s)*?(?P<noun>[a-z’'-]+)\s(?=[A-Z])")
"""A thing before a name: “the sermon Mr Lee”."""
ASIDE = re.compile(
    r"\s*(?:who|which|whose|where|when|while|after|during|on|in|at|by|of|from|with|for|late|early|last|this|speaking|citing|referring|now|then|also|too|however|though|meanwhile|\d+|[a-z]+(?:ed|ing)|led|written|seen|a|an|the|one|himself|herself)\b"
)
"""How a part between commas begins that is not the subject."""
PHRASE = re.compile(r"[\w’'&.%/-][\w’'&.,%/\s-]*$")
"""Letters of a phrase."""
STOP = re.compile(
    r"(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bSt)(?<!\bSen)(?<!\bGen)(?<!\bRep)(?<!\bProf)(?<!\b[A-Z])[.;:!?](?:\s|$)|[“”\"()\x00]|\s[–—-]{1,2}\s|—|,\s(?:[“\"])"
)
"""Where what follows “according to” ends at the latest."""
ACTS = re.compile(
    rf"[,:]|\s(?:{AUX}|[a-z]+(?:ed|s)|told|said|gave|took|made|went|met|wrote|spoke|put|set|saw)\b|\s*\(|$"
)
"""What follows a one-word name that is the subject of a sentence."""
OPENERS = frozenset("however meanwhile still yet also now then today after before while during since although though because despite under most more both once first second third fourth fifth firstly secondly thirdly finally lastly next".split())  # fmt: skip
"""Words that open a sentence and name nobody."""
OPENING = re.compile(
    rf"(?:[\"“][^\"”]*[\"”]\s*)?(?:(?:In|On|At|During|After|For|By|Speaking|Writing|However|Meanwhile|But)\b[^,]{{0,60}},\s+)?(?:(?:But|And|Yet|So|While|Although|Though|When|As)\s)?"
    rf"(?P<who>(?:[Tt]he|[Aa]n?)(?:\s[A-Za-z][\w’'-]*){{1,8}}?(?=\s(?:{AUX}|[a-z]+ed|told|said|gave|took|made|went|met|wrote)\b)|He\b|She\b|(?:(?:[a-z]+\s){{0,2}}(?:{_ROLES}|[a-z]+(?:er|or|ist|ian|ess))\s)?{_TITLE}?[A-ZÀ-ÖØ-Þ][\w’'.-]+(?:\s(?:(?:of|de|da|van|von|der|al|bin)\s)?(?:the\s)?[A-ZÀ-ÖØ-Þ][\w’'.-]+){{0,4}}(?:\s(?:{_ROLES})\b)?)(?<!\s)(?=,|:|\s[a-z(]|$)"
)
"""The subject that opens a sentence, after an adverbial and a comma."""

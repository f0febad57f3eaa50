"""Words of a passage with where they stand and what joins them: the ground that names and phrases are found on."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S.
    r"|[^\W_]+(?:[-‐‑][^\W_]+|[.&/](?=[^\W\d_])[^\W_]+|['’](?!(?:re|ve|ll)\b)(?=[^\W\d_]{2})[^\W_]+)*"  # multi-vector, R&D, Xi’an
)
_POSSESSIVE = re.compile(r"['’](?:s\b)?")
# A source named in brackets with its date is a reference, not something the passage speaks of.
_REFERENCE = re.compile(
    r"\((?:see\s+)?[^()]{0,160}?\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s+\d{1,2}\b[^()]{0,80}\)"
    r"|\((?:source|photo|image|via|compiled)\b[^()]*\)",
    re.IGNORECASE,
)
_OPENS = re.compile(r"[.!?:;\"“”„«»—–(\[]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word. Offsets count from the passage's own beginning."""

    text: str
    start: int
    end: int
    joined: bool
    """Whether only white space, & or a bare dash stands between it and the word before."""
    initial: bool
    """Whether it opens a sentence, a quotation or a clause after a colon, where any word may have a capital."""
    possessive: bool
    """Whether 's follows it."""

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital, or is a short code such as 5G."""
        return any(c.isupper() for c in self.text) and not self.text[0].islower()

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()


def references(text: str) -> list[tuple[int, int]]:
    """Where source references in brackets stand, such as `(Xinhua, September 12)`."""
    return [match.span() for match in _REFERENCE.finditer(text)]


def tokens(text: str) -> list[Token]:
    """The words of a passage, those of source references left out."""
    found: list[Token] = []
    skipped = references(text)
    previous_end = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if any(a <= start < b for a, b in skipped):
            continue
        if _is_possessive_s(text, match):
            continue
        gap = text[previous_end:start]
        possessive = _POSSESSIVE.match(text, end)
        owns = possessive is not None and (possessive.end() - end > 1 or match.group().endswith("s"))
        found.append(
            Token(
                match.group(),
                start,
                end,
                joined=bool(found) and (gap.strip() in ("", "&") or gap == "–"),
                initial=not found or bool(_OPENS.search(gap)),
                possessive=owns,
            )
        )
        previous_end = possessive.end() if owns and possessive else end
    return found


def _is_possessive_s(text: str, match: re.Match[str]) -> bool:
    return match.group() in ("s", "t") and match.start() > 0 and text[match.start() - 1] in "'’"

"""How Chinese is read: letter by letter, and as older books and maps spell it (Wade–Giles, and the post's without its signs)."""

from __future__ import annotations

import re
from functools import cache

from anyascii import anyascii

from bot.lookup.letters import Signed, signs

# Without the sign of breath and with it; by where a final may stand.
_INITIALS = {
    "ch": ("zh", "ch"), "p": ("b", "p"), "t": ("d", "t"), "k": ("g", "k"), "ts": ("z", "c"), "tz": ("z", "c"),
    "hs": ("x", "x"), "ss": ("s", "s"), "sz": ("s", "s"), "j": ("r", "r"), "sh": ("sh", "sh"),
}  # fmt: skip
_BEFORE_I = {"zh": "j", "ch": "q"}
_FINALS = {
    "ih": "i", "ieh": "ie", "ien": "ian", "iung": "iong", "ueh": "ue", "uei": "ui", "ung": "ong", "erh": "er", "eh": "e",
}  # fmt: skip
_WHOLE = {"yeh": "ye", "yen": "yan", "yung": "yong", "i": "yi", "o": "e"}
_ROUNDED = {"lo", "no", "so", "do", "to", "zo", "co", "zho", "cho", "ro", "sho"}
_SYLLABLE = re.compile(r"(ch|ts|tz|hs|ss|sz|sh|[bcdfghjklmnpqrstwxyz]?)( ?)([aeiou][a-z]*)")
_BREATHED = frozenset({"p", "t", "k", "ch", "ts", "tz"})


def pinyin(folded: str) -> str:
    """The folded text in pinyin where each of its words, two or more, is a syllable of those spellings; else as it is."""
    if " " not in folded:
        return folded
    found: list[str] = []
    breathed = ""
    for word in folded.split():
        if word in _BREATHED and not breathed:
            breathed = word
            continue
        match = _SYLLABLE.fullmatch(breathed + word)
        syllable = _syllable(match[1], match[3], bool(breathed)) if match else ""
        if syllable not in syllables():
            return folded
        breathed = ""
        found.append(syllable)
    return folded if breathed or len(found) < 2 else " ".join(found)


def as_written(text: str, folded: str) -> Signed:
    """A text in Chinese letters, folded, with the letter that each sign belongs to, and which sign of it that is.

    罗 and 洛 are both read “luo”, and of foreign names the one writes an r and the other an l. These are “罗0” and “洛0”.
    """
    spelt = ""
    written: list[str] = []
    place = 0
    for letter in text:
        read = anyascii(letter).lower() if letter.isalnum() else ""
        if not read:
            continue
        while folded[place : place + 1] == " ":
            spelt += " "
            written.append("")
            place += 1
        if not folded.startswith(read, place):
            return Signed.of(folded)
        # No two letters write one sign together: 班格 is “ban” and “ge”.
        own = signs(read)
        spelt += own
        written += [f"{letter}{number}" for number in range(len(own))]
        place += len(read)
    return Signed(folded, spelt, tuple(written)) if place == len(folded) else Signed.of(folded)


def _syllable(initial: str, final: str, breathed: bool) -> str:
    if not initial or initial + final in _WHOLE:
        return _WHOLE.get(initial + final, _FINALS.get(final, final))
    start = _INITIALS.get(initial, (initial, initial))[breathed]
    if start in _BEFORE_I and final[0] == "i" and final != "ih":
        start = _BEFORE_I[start]
    end = _FINALS.get(final, final)
    if initial in ("ss", "sz", "tz") and final == "u":
        return start + "i"
    if end == "o" and start in "gkh":
        return start + "e"
    return start + ("uo" if start + end in _ROUNDED else end)


@cache
def syllables() -> frozenset[str]:
    """All syllables of Chinese, as its letters are read."""
    return frozenset(anyascii(chr(code)).lower() for code in range(0x4E00, 0x9FA6))

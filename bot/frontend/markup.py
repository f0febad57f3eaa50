"""Text as Discord shows it: a source's words stay words, whatever Discord's Markdown would make of them.

What comes from documents or from people passes through `neutral` (where Markdown is read) or `plain` (in labels,
where it is not) before it is sent.
"""

from __future__ import annotations

import re

from bot.errors import clip

# Controls that are not white space, and the marks that reorder text on the screen: nothing a reader could see,
# and enough to make a line read otherwise than it is written.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]"
)
_SPECIAL = re.compile(r"[\\*_~`|\[\]()<>]")
# A colon that something follows may begin a link (https://), an emoji (:smile:) or a scheme (mailto:x).
_COLON = re.compile(r":(?=\S)")
_INVITE = re.compile(r"(?i)\b(discord(?:app)?\.(?:gg|com|me|io|li|new|gift)|dsc\.gg)/")
_BLOCK = re.compile(r"^(?:[#+-]|(?P<number>\d+)[.)])")
# Escaped rather than broken up by an invisible character: a quote that is copied stays the quote to the letter.
# That nobody is notified does not hang on it: every message is sent with allowed_mentions none.
_MASS_MENTION = re.compile(r"(?i)@(?=everyone|here)")


def plain(text: str, limit: int | None = None) -> str:
    """`text` on one line without invisible controls; cut with “…” beyond `limit` characters, inside no letter."""
    line = " ".join(_INVISIBLE.sub("", text).split())
    return line if limit is None else clip(line, limit)


def neutral(text: str, limit: int | None = None) -> str:
    """Markdown that Discord shows as `text` itself: no formatting, link, mention, invite or emoji comes alive.

    White space runs become one space, as in `plain`; `limit` counts the characters shown, before escaping.
    """
    line = _SPECIAL.sub(r"\\\g<0>", plain(text, limit))
    line = _COLON.sub(r"\\:", line)
    line = _INVITE.sub(r"\1\\/", line)
    line = _MASS_MENTION.sub(r"\\@", line)
    if block := _BLOCK.match(line):
        # A digit cannot be escaped, so in "1." it is the point; a bracket already is.
        at = len(block["number"]) if block["number"] else 0
        line = f"{line[:at]}\\{line[at:]}"
    return line

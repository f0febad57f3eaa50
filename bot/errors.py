"""One tree of errors: what a person can mend, said in one sentence; and how such a sentence repeats what was typed.

A fault that is not in this tree is a bug: it is logged with its traceback and answered with a neutral line.
"""

from __future__ import annotations

import unicodedata

SAID_BACK = 80
"""Characters of what a person typed that a sentence repeats."""
_JOINER = "\u200d"


class BriefbotError(Exception):
    """A fault that a person can mend; its text is one sentence that says what to do.

    `exit_status` is what the command line ends with when the error reaches it.
    """

    exit_status = 1


class CallError(BriefbotError):
    """The command was called in a way that cannot work."""

    exit_status = 2


class SettingsError(BriefbotError):
    """An environment variable is missing or wrong."""


class InputFaults(BriefbotError):  # noqa: N818  (it carries all faults of the input at once)
    """Faults in what people wrote in the seeds, all of them at once, one sentence each."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class CitationError(BriefbotError):
    """A citation does not say what its document says; nothing is written."""


class BriefsError(BriefbotError):
    """The briefs cannot be read: missing, damaged, or of another version."""


class StorageError(BriefbotError):
    """The database cannot be opened or written."""


class DiscordError(BriefbotError):
    """Discord cannot be reached, or refuses the bot."""


class RequestError(BriefbotError):
    """A member of the channel asked for something that cannot be done; answered privately."""


def said_back(text: str) -> str:
    """What a person typed, on one line and short enough to stand in a sentence."""
    return clip(" ".join(text[: 10 * SAID_BACK].split()), SAID_BACK)


def clip(text: str, limit: int) -> str:
    """`text`, at most `limit` characters of it, with “…” where it is cut: at a word, or at least not inside a letter."""
    if len(text) <= limit:
        return text
    # A text without spaces (Chinese, an address) is cut where it stands.
    space = text.rfind(" ", limit // 2, limit)
    end = limit - 1 if space < 0 else space
    while end > limit // 2 and _joined(text, end):
        end -= 1
    return text[:end].rstrip() + "…"


def _joined(text: str, at: int) -> bool:
    """Whether the character at `at` (1 or more) is drawn as one with the one before it: an accent, half of a flag."""
    before, here = text[at - 1], text[at]
    if unicodedata.category(here).startswith("M") or here == _JOINER or before == _JOINER:
        return True
    if "\U0001f3fb" <= here <= "\U0001f3ff" or "\U000e0020" <= here <= "\U000e007f":  # skins, tags of flags
        return True
    if (
        unicodedata.combining(before) == 9 or "\u1160" <= here <= "\u11ff"
    ):  # viramas, parts of Korean syllables
        return True
    halves = 0
    while halves < at and "\U0001f1e6" <= text[at - 1 - halves] <= "\U0001f1ff":
        halves += 1
    return halves % 2 == 1 and "\U0001f1e6" <= here <= "\U0001f1ff"

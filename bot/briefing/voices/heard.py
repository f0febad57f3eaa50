"""What is found: a speaker as one sentence has it, and whose words a passage reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.corpus.document import Passage


@dataclass(frozen=True, slots=True)
class Heard:
    """A speaker as one sentence has it; offsets into the sentence."""

    start: int
    name: str
    words: str
    """The words that say so, speaker included."""
    refers: bool = False
    """Whether the name only refers to somebody: “he”, “the expert”."""
    pronoun: bool = False
    reference: bool = False
    """Whether it is a source in brackets."""
    speaks: bool = True
    """Whether it has a verb of speaking (“X said”), so that a speech in the sentence is X's."""


@dataclass(frozen=True, slots=True)
class Said:
    """Whose words a passage reports; the name and the words stand in `place`."""

    name: str
    words: str
    basis: Literal["stated", "continued", "resolved", "reference"]
    place: Passage
    there: str = ""
    """The words in `place` that say so, where `words` stand elsewhere."""

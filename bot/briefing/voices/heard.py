"""What one sentence gives: a speaker, where, and by which words."""

from __future__ import annotations

from dataclasses import dataclass


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

"""How often the right speaker is named, on sentences written for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.briefing.voices.attribution import said_in
from bot.corpus.reader import make_document

HERE = Path(__file__).parent
TITLES = 5
"""Words that may stand before a name: “Prime Minister Hanna Lind” is Hanna Lind."""

Voices = list[tuple[str, str]]


def cases(file: str) -> Iterator[tuple[str, list[Voices]]]:
    """Each text with the name and basis that is to be found in each of its sentences."""
    for line in (HERE / file).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            text, _, wanted = line.rpartition(" => ")
            yield (
                text,
                [[voice(v) for v in one.split(" + ") if v.strip() != "-"] for one in wanted.split(" | ")],
            )


def voice(written: str) -> tuple[str, str]:
    """A name with its basis, which is “stated” where the file names none."""
    name, _, basis = written.strip().partition("/")
    return name, basis or "stated"


def same(found: str, wanted: str) -> bool:
    """Whether two names are one, articles, titles before it and the place after it left aside."""
    a, b = (name.casefold().removeprefix("the ").removeprefix("a ").split() for name in (found, wanted))
    if "of" not in b and "of" in a:
        a = a[: a.index("of")]
    return a == b or (a[-len(b) :] == b and len(a) <= len(b) + TITLES)


@pytest.mark.parametrize(
    ("file", "precision", "recall"),
    [("said_tune.txt", 0.99, 0.97), ("said_test.txt", 0.97, 0.97), ("said_shapes.txt", 0.98, 0.98)],
)
def test_the_right_speakers_are_named(file: str, precision: float, recall: float) -> None:
    """Of the names given nearly all are right, and nearly all that are to be given are given; floors that may only rise."""
    right = given = expected = 0
    wrong: list[str] = []
    for text, wanted in cases(file):
        document = make_document("d", "d.txt", text.replace(" ¶ ", "\n"))
        assert len(document.passages) == len(wanted), text
        for passage, voices in zip(document.passages, wanted, strict=True):
            found = [(said.name, said.basis) for said in said_in(document, passage)]
            hits = sum(any(same(f[0], v[0]) and f[1] == v[1] for f in found) for v in voices)
            right, given, expected = right + hits, given + len(found), expected + len(voices)
            if hits != len(found) or hits != len(voices):
                wrong.append(f"{found} instead of {voices}: {passage.text}")
    assert right >= precision * given and right >= recall * expected, "\n".join(wrong)  # noqa: PT018  # both with the list

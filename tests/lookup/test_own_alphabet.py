"""Names in the alphabet that a query is typed in."""

import numpy as np
import pytest

from bot.lookup import Found, NameIndex
from bot.lookup.scripts import NUMBERS
from bot.lookup.table import build
from tests.eval.lookup_cases import invented

RUSSIAN = [
    ("Республика Перу", "peru"),
    ("Республика Мавлия", "mavlia"),
    ("Республика Филандия", "filandia"),
    ("Остров Сефру", "sefru"),
    ("Новая Вендария", "vendaria"),
    ("Озеро Курманкуль", "kurmankul"),
    ("Институт языка орфи", "orfi"),
]
ENGLISH = [(name, f"other-{number}") for number, name in enumerate(invented(3000))]


@pytest.mark.parametrize("others", [0, 3000])
@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("филандия республика", "filandia"), ("республика сефру", "sefru"), ("мавлия мост", "mavlia"),
        ("озеро курманкль", "kurmankul"), ("вендария новяа", "vendaria"), ("орфи языка", "orfi"),
    ],
)  # fmt: skip
def test_words_and_slips_are_told_as_in_latin_letters(typed: str, slug: str, others: int) -> None:
    """Another order, a word more, a slip: the name is the first, among few names or many in Latin letters."""
    assert NameIndex(RUSSIAN + ENGLISH[:others]).search(typed)[0].slug == slug


def test_what_sounds_so_is_found_where_only_some_names_are_in_the_alphabet() -> None:
    """Names in Latin letters stay within reach of those who write Cyrillic ones."""
    index = NameIndex([*RUSSIAN, ("Marandopol", "marandopol"), ("Shevekino", "shevekino")])
    for typed, slug in (("Марандополь", "marandopol"), ("Шевекино", "shevekino")):
        assert index.search(typed)[0].slug == slug


def test_a_name_in_two_alphabets_with_the_same_letters_is_kept_in_both() -> None:
    """Маранди is Marandi letter by letter; who writes one of them is told that one."""
    names = [
        ("Lake Marandi", "marandi"),
        ("Marandi", "marandi"),
        ("marandi", "marandi"),
        ("Маранди", "marandi"),
    ]
    arrays = build([*names, ("Маранду", "marandu")])
    assert arrays["alphabets"].tolist() == [NUMBERS[of] for of in ("latn", "latn", "cyrl", "cyrl")]
    index = NameIndex([*names, ("Визит Маранди в Орск", "visit")])
    for typed in ("Маранди", "Marandi"):
        answer = index.resolve(typed)
        assert isinstance(answer, Found)
        assert answer.match.name == typed


def test_names_and_topics_are_counted_by_alphabet() -> None:
    """How many names are in each alphabet, how many topics have one, how many there are."""
    arrays = build([("Marandi", "a"), ("Marandy", "a"), ("Озеро", "a"), ("Вендария", "b"), ("מרנדי", "c")])
    counts = dict(zip(NUMBERS, arrays["counts"].reshape(-1, 3).tolist(), strict=True))
    assert (counts["latn"], counts["cyrl"], counts["hebrew"]) == ([2, 1, 3], [2, 2, 3], [1, 1, 3])
    assert np.count_nonzero([names for names, _, _ in counts.values()]) == 3


def test_what_is_written_to_the_letter_is_found_beside_what_sounds_so() -> None:
    """A name in another alphabet that sounds just so is not as good as the very name."""
    index = NameIndex([("Orfia", "latin"), ("Орфия", "own"), *ENGLISH[:300]])
    answer = index.resolve("орфия")
    assert isinstance(answer, Found)
    assert answer.match.slug == "own"

"""What the verb by a date says of it: it was, it will be, or it was to come once."""

import pytest

from bot.corpus.tenses import Tense, tense_of_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Work on the dam, which will hold much water, began on Friday.", Tense.PAST),
        ("It will be the first rain since the storm on Friday.", Tense.PAST),
        ("The mayor said on Friday that it will close.", Tense.PAST),
        ("On Friday the board agreed to close it.", Tense.PAST),
        ("On Friday the mayor, who will retire, opened it.", Tense.PAST),
        ("By Friday it was over.", Tense.PAST),
        ("They had finished it by Friday.", Tense.PAST),
        ("They will have left by Friday.", Tense.FUTURE),
        ("The board plans to test it on Friday.", Tense.FUTURE),
        ("The dam is set to open again on Friday.", Tense.FUTURE),
        ("On Friday, he will visit the dam.", Tense.FUTURE),
        ("The vote will be held on Friday.", Tense.FUTURE),
        ("The vote is expected to be held in Ness on Friday.", Tense.FUTURE),
        ("The board, it had been said, has until Friday to answer.", Tense.FUTURE),
        ("The leak could be closed by Friday.", Tense.MAY),
        ("The dam was due to open on Friday.", Tense.OPEN),
        ("They vowed to test the newly built dam on Friday.", Tense.OPEN),
        ("They usually rest on Friday.", Tense.HABIT),
        # Nothing tells, or not of this date.
        ("Lee, who swims in Ness on Friday, is fit.", None),
        ("With the vote of the senate Friday night, the house is expected to vote.", None),
        ("They finished it by Friday.", None),
        ("The leaked oil, Friday.", None),
        ("Friday, at the Ness-based mill.", None),
    ],
)
def test_the_nearest_verb_tells(text: str, expected: Tense | None) -> None:
    """The verb nearest before a date in its clause tells, else the first after it; one that may mean either tells nothing."""
    start = text.index("Friday")
    assert tense_of_date(text, start, start + len("Friday")) is expected

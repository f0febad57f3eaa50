"""What tests of look-ups share."""

import pytest

from bot.lookup import NameIndex


@pytest.fixture(scope="module")
def index(request: pytest.FixtureRequest) -> NameIndex:
    """An index of the `NAMES` of the test's own file."""
    return NameIndex(request.module.NAMES)

"""Topics with names in several scripts, and what is asked for them."""

from collections import Counter

from bot.lookup.romanise import romanise
from bot.lookup.scripts import LATIN, script
from tests.eval.lookup_aliases import aliased
from tests.eval.lookup_cases import KINDS


def test_topics_have_a_name_in_a_share_of_the_families() -> None:
    """English first; with a share of a third, there are about a third of all names that there are with all of them."""
    some, every = aliased(1 / 3, most=5), aliased(1.0, most=5)
    own, all_own = (sum(script(name) != LATIN for name, _ in cases.names) for cases in (some, every))
    assert 0.3 < own / all_own < 0.37
    assert len({topic for _, topic in some.names}) > 5000
    assert aliased(1 / 3, most=5) == some


def test_what_is_asked_is_in_other_scripts_and_means_what_is_held() -> None:
    """So many of a kind in each family at most; what means nothing is not what anything is called."""
    cases = aliased(1 / 3, most=5)
    topics = {topic for _, topic in cases.names}
    called = {romanise(name) for name, _ in cases.names}
    counts = Counter((query.kind, script(query.text)) for query in cases.queries)
    assert max(counts.values()) == 5
    assert {"exact", "one slip", "two slips", "word order", "part", "word more"} < {
        kind for kind, _ in counts
    }
    assert {kind for kind, _ in counts} < set(KINDS.values())
    assert all(family != LATIN for _, family in counts)
    for query in cases.queries:
        assert query.meant <= topics
        assert bool(query.meant) == (query.kind not in ("no name", "no word"))
        assert query.meant or romanise(query.text) not in called

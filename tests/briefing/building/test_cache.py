"""What a build remembers of a document."""

from pathlib import Path

from bot.briefing.building.build import build
from bot.briefing.building.cache import FILE, Cache
from bot.briefing.figures.ledger import figures_in
from bot.briefing.timeline import moments_of
from bot.briefing.voices.attribution import said_in
from bot.corpus.quotations import view_of
from bot.corpus.reader import make_document
from bot.topics.anaphora import anaphors
from bot.topics.gist import words_of

TEXT = """A port on the Hask

May 3, 2021

The Port of Ness sold 14 ships last year. “It was a loss of $3 million,” Marta Velen said. “We were slow.”

The port opened in March 2003. It has 40 cranes, and two of them were built by Velen.
"""


def test_what_is_worked_out_of_a_document_comes_back_as_it_was(tmp_path: Path) -> None:
    """Its words, dates, figures, voices, speeches and names taken up are those of the text read anew."""
    (tmp_path / "seeds" / "documents").mkdir(parents=True)
    (tmp_path / "seeds" / "documents" / "port.txt").write_text(TEXT, encoding="utf-8")
    build(tmp_path / "seeds", tmp_path / "briefs")
    cache = Cache(tmp_path / ".briefs-cache" / FILE)
    [key] = cache.keys()
    kept, read = cache.document(key), make_document("port", "port.txt", TEXT)
    assert kept.text == read.text
    remembered = dict(kept.remembered)
    assert cache.words(key) == words_of(read)
    assert anaphors(kept) == anaphors(read)
    assert view_of(kept) == view_of(read)
    for passage in read.passages:
        assert moments_of(kept, passage) == moments_of(read, passage)
        assert figures_in(kept, passage) == figures_in(read, passage)
        assert said_in(kept, passage) == said_in(read, passage)
    assert kept.remembered == remembered, "nothing was worked out a second time"
    assert sum(len(figures_in(kept, passage)) for passage in kept.passages) > 2
    assert any(moments_of(kept, passage) for passage in kept.passages)
    cache.close()

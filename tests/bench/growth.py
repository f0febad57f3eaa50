"""How a build grows with its corpus, and how quick it is beside peers: `python -m tests.bench.growth 100 1000`.

Each size is built from nothing and again after one document has changed, in a process of its own whose memory, that
of its helpers included, is watched. The peers get the same text and, for free, the sentences of each topic.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

import click
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence  # type: ignore[import-untyped]
from sumy.summarizers.lex_rank import LexRankSummarizer  # type: ignore[import-untyped]
from sumy.summarizers.text_rank import TextRankSummarizer  # type: ignore[import-untyped]

from bot.briefing import summarise
from bot.briefing.building.build import build
from bot.corpus.document import Document
from bot.corpus.reader import read_corpus
from bot.topics.catalogue import make_catalogue
from bot.topics.curator import Notes
from bot.topics.tokens import tokens
from tests.bench.news import write_documents

SENTENCES = 6
"""Sentences of a peer's summary: as many as a brief's summary has at most."""
PEER_DOCUMENTS = 100
TOGETHER = 40
"""Documents that are summarised as one."""
WORDS = 150
PEERS = {"sumy LexRank": LexRankSummarizer, "sumy TextRank": TextRankSummarizer}


@click.command()
@click.argument("sizes", type=click.IntRange(min=1), nargs=-1)
def main(sizes: Sequence[int]) -> None:
    """Measure builds of so many documents each, then the peers."""
    with tempfile.TemporaryDirectory(prefix="briefbot-bench-") as folder:
        click.echo(f"{'documents':>10} {'':12} {'seconds':>8} {'docs/s':>8} {'peak MB':>8} {'files':>8}")
        for size in sizes:
            _measure_build(Path(folder) / str(size), size)
        click.echo()
        _measure_peers(Path(folder) / "peers")


def _measure_build(folder: Path, size: int) -> None:
    seeds, briefs = folder / "seeds", folder / "briefs"
    write_documents(seeds, size)
    _run_build(seeds, briefs, size, "from nothing")
    changed = seeds / "documents" / f"{size // 2:06}.txt"
    changed.write_text(changed.read_text(encoding="utf-8") + "\nIt was over by noon.\n", encoding="utf-8")
    _run_build(seeds, briefs, size, "one changed")


def _run_build(seeds: Path, briefs: Path, size: int, name: str) -> None:
    before = _stamps(briefs)
    start = time.perf_counter()
    command = [sys.executable, "-m", "bot", "build", "--seeds", str(seeds), "--briefs", str(briefs)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:  # noqa: S603  # our own command
        peak = 0
        while process.poll() is None:
            peak = max(peak, sum(map(_memory, _family(process.pid))))
            time.sleep(0.1)
    took = time.perf_counter() - start
    if process.returncode:
        raise click.ClickException(f"the build ended with {process.returncode}")
    written = sum(before.get(path) != stamp for path, stamp in _stamps(briefs).items())
    memory = str(peak // 1024) if peak else "–"
    click.echo(f"{size:>10,} {name:12} {took:>8.1f} {size / took:>8.0f} {memory:>8} {written:>8,}")


def _stamps(briefs: Path) -> dict[Path, int]:
    """When each file was put in place."""
    return {path: path.stat().st_mtime_ns for path in briefs.rglob("*.json")}


def _family(process: int) -> Iterable[int]:
    """A process and all below it; only itself where the system does not tell."""
    yield process
    try:
        children = [
            int(child)
            for thread in Path(f"/proc/{process}/task").iterdir()
            for child in (thread / "children").read_text().split()
        ]
    except OSError:
        return
    for child in children:
        yield from _family(child)


def _memory(process: int) -> int:
    """Kilobytes of a process, what it shares with others counted in parts; 0 where the system does not tell."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


class _Tokenizer:
    """Words for the peers, which else would want data that has to be downloaded."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        return tuple(token.lower for token in tokens(sentence))


def _measure_peers(folder: Path) -> None:
    write_documents(folder, PEER_DOCUMENTS)
    documents = read_corpus(folder).documents
    topics = make_catalogue(documents, Notes()).topics
    groups = [[place.passage.text for place in topic.places] for topic in topics]
    click.echo(f"A summary of every topic of {PEER_DOCUMENTS} documents ({len(topics)} topics), one process")
    _compare(PEER_DOCUMENTS, partial(build, folder, folder / "briefs", jobs=1), groups)
    some = documents[:TOGETHER]
    texts = [passage.text for document in some for passage in document.passages]
    click.echo(f"\nOne summary of {TOGETHER} documents ({len(texts)} sentences), one process")
    _compare(TOGETHER, partial(summarise, topics[0].title, _pairs(some), max_words=WORDS), [texts])


def _compare(documents: int, ours: Callable[[], object], groups: Sequence[Sequence[str]]) -> None:
    took = _seconds(ours)
    _tell("briefbot", documents, took, 1.0)
    for name, peer in PEERS.items():
        its = _seconds(partial(_summaries, peer, groups))
        _tell(name, documents, its, its / took)


def _summaries(
    peer: Callable[[], Callable[[ObjectDocumentModel, int], object]], groups: Sequence[Sequence[str]]
) -> None:
    tokenizer = _Tokenizer()
    for texts in groups:
        peer()(ObjectDocumentModel([Paragraph([Sentence(text, tokenizer) for text in texts])]), SENTENCES)


def _pairs(documents: Iterable[Document]) -> list[tuple[str, str]]:
    return [(document.id, document.text) for document in documents]


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _tell(name: str, documents: int, took: float, times: float) -> None:
    click.echo(f"  {name:14} {took:>8.2f} s {documents / took:>8.1f} docs/s {times:>8.1f} × briefbot's time")


if __name__ == "__main__":
    main()

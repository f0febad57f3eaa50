"""How a build grows with its corpus, and how quick it is beside peers: `python -m tests.bench.growth 100 1000`.

Each size is built from nothing and again after one document has changed, in a process of its own whose time and
memory, those of its helpers included, are measured. Peers get the same text in the same run and, for free, the
sentences and the topics that briefbot finds by itself; both sides then have one process, and CPU time is compared.
"""

from __future__ import annotations

import multiprocessing
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import click
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence  # type: ignore[import-untyped]
from sumy.summarizers.lex_rank import LexRankSummarizer  # type: ignore[import-untyped]
from sumy.summarizers.text_rank import TextRankSummarizer  # type: ignore[import-untyped]

from bot.briefing import summarise
from bot.briefing.building.build import build
from bot.briefing.choose import choose
from bot.briefing.compile import SPREAD, SUMMARY_STATEMENTS, SUMMARY_WORDS
from bot.briefing.material import gathered
from bot.briefing.terms import terms
from bot.corpus.document import Document
from bot.corpus.reader import read_corpus
from bot.topics.catalogue import Topic, make_catalogue
from bot.topics.curator import Notes
from bot.topics.tokens import tokens
from tests.bench.news import documents, write_documents

SENTENCES = 6
"""Sentences of a peer's summary: as many as a brief's summary has at most."""
PEER_DOCUMENTS = 100
TOGETHER = (10, 100)
"""Documents that are summarised as one."""
PEERS = {"sumy LexRank": LexRankSummarizer, "sumy TextRank": TextRankSummarizer}
WATCH = 0.5
"""Seconds between two looks at the memory: a look costs the processes time."""


@click.command()
@click.argument("sizes", type=click.IntRange(min=1), nargs=-1)
def main(sizes: Sequence[int]) -> None:
    """Measure builds of so many documents each, then the peers."""
    with tempfile.TemporaryDirectory(prefix="briefbot-bench-") as folder:
        if sizes:
            click.echo(
                "Builds of made-up news of 400 words each; CPU and memory are those of all processes together"
            )
            heads = ("seconds", "CPU s", "docs/s", "peak MB", "written")
            click.echo(f"{'documents':>10}  {'':12}" + "".join(f"{head:>10}" for head in heads))
        for size in sizes:
            _measure_build(Path(folder) / str(size), size)
        for together in TOGETHER:
            _measure_one_summary(Path(folder) / f"{together} as one", together)
        _measure_all_topics(Path(folder) / "topics")


def _measure_build(folder: Path, size: int) -> None:
    seeds, briefs = folder / "seeds", folder / "briefs"
    write_documents(seeds, size)
    _run_build(seeds, briefs, size, "from nothing")
    changed = seeds / "documents" / f"{size // 2:06}.txt"
    changed.write_text(changed.read_text(encoding="utf-8") + "\nIt was over by noon.\n", encoding="utf-8")
    _run_build(seeds, briefs, size, "one changed")


def _run_build(seeds: Path, briefs: Path, size: int, name: str) -> None:
    before = _stamps(briefs)
    start, spent = time.perf_counter(), _spent()
    command = [sys.executable, "-m", "bot", "build", "--seeds", str(seeds), "--briefs", str(briefs)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:  # noqa: S603  # our own command
        peak = 0
        while process.poll() is None:
            peak = max(peak, sum(map(_memory, _family(process.pid))))
            time.sleep(WATCH)
    took, spent = time.perf_counter() - start, _spent() - spent
    if process.returncode:
        raise click.ClickException(f"the build ended with {process.returncode}")
    written = sum(before.get(path) != stamp for path, stamp in _stamps(briefs).items())
    memory = str(peak // 1024) if peak else "–"
    click.echo(
        f"{size:>10,}  {name:12}{took:>10.1f}{spent:>10.1f}{size / took:>10.0f}{memory:>10}{written:>10,}"
    )


def _spent() -> float:
    """CPU seconds of all processes that have ended under this one."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


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


def _measure_one_summary(folder: Path, number: int) -> None:
    """One summary of many documents, which all sides get as text."""
    texts = list(documents(number))
    topic = texts[0][1].splitlines()[0]
    write_documents(folder, number)
    ours = {"briefbot": _cpu_seconds(partial(summarise, topic, texts, max_words=SUMMARY_WORDS))}
    sentences = [p.text for document in read_corpus(folder).documents for p in document.passages]
    click.echo(f"\nOne summary of {number} documents together ({len(sentences)} sentences)")
    _compare(number, ours, [sentences])


def _measure_all_topics(folder: Path) -> None:
    """A summary of each topic, where both sides are given the topics with their sentences; then all of a build."""
    write_documents(folder, PEER_DOCUMENTS)
    read = read_corpus(folder).documents
    topics = make_catalogue(read, Notes()).topics
    groups = [[place.passage.text for place in topic.places] for topic in topics]
    ours = {
        "briefbot": _cpu_seconds(
            partial(_our_summaries, topics, {document.id: document for document in read})
        ),
        "briefbot, build": _cpu_seconds(partial(build, folder, folder.parent / "briefs", jobs=1)),
    }
    click.echo(
        f"\nA summary of each of the {len(topics)} topics of {PEER_DOCUMENTS} documents"
        f" ({sum(map(len, groups))} sentences); “build” is all of it: reading, finding the topics,"
        "\nsummaries, evidence, who says so, figures, dates, differences, verifying, writing"
    )
    _compare(PEER_DOCUMENTS, ours, groups)


def _compare(number: int, ours: Mapping[str, float], groups: Sequence[Sequence[str]]) -> None:
    """Tell our CPU time for a number of documents beside that of each peer for the same sentences in these groups."""
    took = {**ours, **{name: _cpu_seconds(partial(_summaries, peer, groups)) for name, peer in PEERS.items()}}
    click.echo(f"  {'':16}{'CPU s':>10}{'docs/CPU s':>12}{'× briefbot':>12}")
    for name, seconds in took.items():
        click.echo(f"  {name:16}{seconds:>10.2f}{number / seconds:>12.1f}{seconds / took['briefbot']:>12.1f}")


def _our_summaries(topics: Sequence[Topic], documents: Mapping[str, Document]) -> None:
    for topic in topics:
        choose(gathered(topic, documents), SUMMARY_WORDS, SUMMARY_STATEMENTS, SPREAD, set(terms(topic.title)))


def _summaries(
    peer: Callable[[], Callable[[ObjectDocumentModel, int], object]], groups: Sequence[Sequence[str]]
) -> None:
    tokenizer = _Tokenizer()
    for texts in groups:
        peer()(ObjectDocumentModel([Paragraph([Sentence(text, tokenizer) for text in texts])]), SENTENCES)


def _cpu_seconds(work: Callable[[], object]) -> float:
    """The CPU time of some work in a new process, where nothing is remembered of work before."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as alone:
        return alone.submit(_timed, work).result()


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()

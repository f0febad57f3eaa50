"""How good the found topics are: precision and recall against names judged by eye, without a curator's help."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bot.corpus.document import Document
from bot.corpus.reader import make_document
from bot.topics.catalogue import Topic, make_catalogue
from bot.topics.curator import Notes

LABELS = Path(__file__).parent / "topics.toml"


def own() -> Iterator[tuple[str, float]]:
    """`(measure, value)` on the project's own texts, whose topics are listed in full.

    A topic is right where its title is among a thing's names and no heavier topic is that thing; a thing is found
    where one topic has all of its names.
    """
    right = found = things = met = 0
    for text in _labels("texts"):
        documents = [make_document(f"d{i}", f"d{i}.txt", t) for i, t in enumerate(text["documents"])]
        topics = make_catalogue(documents, Notes()).topics
        wanted = [{name.casefold() for name in thing} for thing in text["topics"]]
        taken = {_thing(topic, wanted) for topic in topics} - {None}
        right, found = right + len(taken), found + len(topics)
        met += sum(any(thing <= _names(topic) for topic in topics) for thing in wanted)
        things += len(wanted)
        wrong = [topic.title for topic in topics if _thing(topic, wanted) is None]
        missed = [thing for thing in wanted if not any(thing <= _names(topic) for topic in topics)]
        if wrong or missed:
            print(f"  {text['name']}: wrong {wrong}, missed {missed}")
    yield "own_precision", right / found
    yield "own_recall", met / things


def unseen(briefs: Path) -> Iterator[tuple[str, float]]:
    """`(measure, value)` on corpora of the development set in a folder, each corpus counting the same."""
    items = [json.loads(line) for line in (briefs / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
    scores: dict[str, list[tuple[float, float]]] = {}
    for corpus in _labels("corpora"):
        topics = make_catalogue(_corpus(items, corpus["items"], corpus["documents"]), Notes()).topics
        good, junk = (set(corpus[key]) for key in ("topics", "junk"))
        titles = {topic.title for topic in topics}
        names = {name for topic in topics for name in _names(topic)}
        precision = len(titles & good) / max(1, len(titles & (good | junk)))
        recall = sum(name.casefold() in names for name in good) / len(good)
        print(
            f"  {corpus['split']:4} {corpus['name']:24} {len(topics):4} topics {precision:.3f} {recall:.3f}"
        )
        scores.setdefault(corpus["split"], []).append((precision, recall))
    for split, pairs in scores.items():
        for name, values in zip(("precision", "recall"), zip(*pairs, strict=True), strict=True):
            yield f"{split}_{name}", sum(values) / len(values)


def _labels(key: str) -> Sequence[dict[str, Any]]:
    labels: Sequence[dict[str, Any]] = tomllib.loads(LABELS.read_text(encoding="utf-8"))[key]
    return labels


def _thing(topic: Topic, wanted: Iterable[Collection[str]]) -> int | None:
    title = topic.title.casefold()
    return next((number for number, names in enumerate(wanted) if title in names), None)


def _names(topic: Topic) -> set[str]:
    return {name.casefold() for name in topic.names}


def _corpus(items: Iterable[dict[str, Any]], wanted: Sequence[str], number: int) -> list[Document]:
    """The first `number` distinct documents of the items whose ids begin as wanted."""
    texts: dict[str, str] = {}
    for item in items:
        if item["id"].startswith(tuple(wanted)):
            for document in item["documents"]:
                text = document["text"]
                title = document.get("title")
                texts.setdefault(text[:200], f"{title}\n\n{text}" if title else text)
    return [
        make_document(f"{i:04}", f"{i:04}.txt", text) for i, text in enumerate(list(texts.values())[:number])
    ]

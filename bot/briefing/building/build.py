"""The build: seeds in, briefs out. Nothing is put in place before everything is made and verified."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from bot.briefing.building import cache
from bot.briefing.building.crew import Crew
from bot.briefing.building.progress import Progress
from bot.briefing.building.survey import TOPICS, Survey, survey
from bot.briefing.building.writing import make_files, put_in_place, staging, writes
from bot.briefing.files import FORMAT, MANIFEST, read_manifest, render, write_text
from bot.briefing.models import Manifest, ThemeEntry, TopicEntry
from bot.briefing.schema import SCHEMA, brief_schema
from bot.corpus.reader import DOCUMENTS as SEED_DOCUMENTS
from bot.corpus.reader import SOURCES
from bot.errors import BriefsError

WORTH_PROCESSES = 50
"""Documents from which several processes are quicker than one."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    topics: int
    documents: int
    written: int
    removed: int
    warnings: tuple[str, ...]


def build(seeds: Path, briefs: Path, *, jobs: int | None = None, progress: Progress | None = None) -> Report:
    """Build the briefs of all topics of `seeds` into `briefs`.

    Faults in the input are raised together as InputFaults, a citation that is off as CitationError; either leaves
    `briefs` as it was. The same seeds give the same bytes.
    """
    tell = progress or (lambda step, done, total: None)
    _keep_apart(seeds, briefs)
    inputs = _hashes(seeds)
    builder = builder_hash()
    crew_size = (jobs or os.cpu_count() or 1) if len(inputs) >= WORTH_PROCESSES else 1
    with Crew(crew_size) as crew:
        try:
            with cache.opened(briefs, builder, jobs=crew_size) as kept:
                return _build(seeds, briefs, inputs, builder, kept, crew, tell)
        except cache.CacheFault:
            # Nothing is lost with it but time.
            pass
        try:
            with cache.opened(briefs, builder, jobs=crew_size, anew=True) as kept:
                return _build(seeds, briefs, inputs, builder, kept, crew, tell)
        except cache.CacheFault as error:
            raise BriefsError(
                f"The build cannot keep what it has read ({error}): make room on the disk."
            ) from None


def _build(
    seeds: Path,
    briefs: Path,
    inputs: dict[str, str],
    builder: str,
    kept: cache.Cache,
    crew: Crew,
    tell: Progress,
) -> Report:
    surveyed = survey(seeds, inputs, kept, crew, tell)
    before = _outputs(briefs)
    with staging(briefs) as stage:
        results = make_files(surveyed, kept, crew, briefs, stage, tell)
        written = put_in_place(results, stage, briefs, tell)
    schema = brief_schema()
    outputs = {SCHEMA: _sha(schema.encode()), **{result.name: result.made.sha for result in results}}
    manifest = _manifest(surveyed, inputs, builder, outputs)
    with writes(briefs):
        written += write_text(briefs / SCHEMA, schema)
        written += write_text(briefs / MANIFEST, render(manifest))
        removed = _remove(briefs, before - manifest.outputs.keys())
    kept.keep(surveyed.keys, {result.name: result.made for result in results})
    tell("Saving", 1, 1)
    return Report(len(surveyed.topics), len(surveyed.keys), written, removed, surveyed.warnings)


def stale(seeds: Path, briefs: Path) -> list[str]:
    """What `briefs` no longer agrees with, a line each; empty where a build would change nothing."""
    try:
        manifest = read_manifest(briefs)
    except BriefsError as error:
        return [str(error)]
    lines: list[str] = []
    inputs = _hashes(seeds)
    if manifest.builder != builder_hash():
        lines.append("The code that builds the briefs has changed.")
    lines += [f"{seeds / name} is new." for name in inputs if name not in manifest.inputs]
    lines += [f"{seeds / name} is gone." for name in manifest.inputs if name not in inputs]
    lines += [
        f"{seeds / name} has changed."
        for name, value in inputs.items()
        if manifest.inputs.get(name, value) != value
    ]
    for name, value in manifest.outputs.items():
        path = briefs / name
        if not path.is_file():
            lines.append(f"{path} is missing.")
        elif _sha(path.read_bytes()) != value:
            lines.append(f"{path} was changed after the build.")
    return lines


def builder_hash() -> str:
    """Hash of the code that decides what briefs say."""
    root = Path(__file__).parents[2]
    digest = hashlib.sha256()
    for package in ("briefing", "corpus", "topics"):
        for path in sorted((root / package).rglob("*.py")):
            digest.update(path.relative_to(root).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _manifest(surveyed: Survey, inputs: dict[str, str], builder: str, outputs: dict[str, str]) -> Manifest:
    return Manifest(
        format=FORMAT,
        builder=builder,
        inputs=inputs,
        outputs=dict(sorted(outputs.items())),
        topics=tuple(
            TopicEntry(
                slug=listed.slug,
                title=listed.title,
                names=listed.names,
                themes=listed.themes,
                documents=listed.tally.documents,
                passages=len(listed.tally),
            )
            for listed in surveyed.topics
        ),
        themes=tuple(
            ThemeEntry(
                slug=theme.slug, name=theme.name, names=(theme.name, *theme.aliases), words=theme.words
            )
            for theme in surveyed.themes
        ),
        sources=tuple(sorted(surveyed.sources, key=lambda source: source.published or "", reverse=True)),
    )


def _keep_apart(seeds: Path, briefs: Path) -> None:
    """Refuse a briefs folder that is not ours to write in."""
    ours, theirs = briefs.resolve(), seeds.resolve()
    if ours == theirs or ours in theirs.parents or theirs in ours.parents:
        raise BriefsError(f"{briefs} and {seeds} are in one another: name two folders that stand apart.")
    if (
        briefs.is_dir()
        and not (briefs / MANIFEST).is_file()
        and any(not p.name.startswith(".") for p in briefs.iterdir())
    ):
        raise BriefsError(f"{briefs} holds files but no briefs: empty it, or name another folder.")


def _outputs(briefs: Path) -> set[str]:
    """What the last build wrote here."""
    try:
        return set(read_manifest(briefs).outputs)
    except BriefsError:
        return set()


def _remove(briefs: Path, names: set[str]) -> int:
    """Remove briefs of topics and documents that are no more; files that no build wrote stay."""
    there = [briefs / name for name in names if (briefs / name).is_file()]
    for path in there:
        path.unlink()
    return len(there)


def _hashes(seeds: Path) -> dict[str, str]:
    """SHA-256 of every file that a build reads, by its path below the seeds."""
    paths = [path for path in sorted((seeds / SEED_DOCUMENTS).rglob("*")) if path.is_file()]
    paths += [path for name in (SOURCES, TOPICS) if (path := seeds / name).is_file()]
    return {
        path.relative_to(seeds).as_posix(): _sha(path.read_bytes())
        for path in paths
        if not path.name.startswith(".")
    }


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

"""Reading and writing the `briefs/` folder.

A folder of briefs is `manifest.json`, one `<slug>.json` a topic and `documents/<id>.json` for each source.
A file is written beside its place, flushed to disk and moved over; the manifest is written last, so a build
that is stopped half-way leaves the old manifest and with it a folder that `--check` calls stale.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from bot.briefing.models import Brief, Manifest, Model, StoredDocument
from bot.errors import BriefsError

M = TypeVar("M", bound=Model)

FORMAT = 1
"""The version of the folder's layout; a reader refuses another one."""
MANIFEST = "manifest.json"
DOCUMENTS = "documents"


def render(model: Model) -> str:
    """The file text of a model: the same value gives the same bytes."""
    return model.model_dump_json(indent=1) + "\n"


def flush(path: Path) -> None:
    """Have the disk hold what a file or folder holds; an OSError where that is not possible."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_text(path: Path, text: str) -> bool:
    """Put `text` at `path` whole or not at all; False where it already stood there."""
    data = text.encode()
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return True


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a briefs folder; BriefsError says what to do where there is none."""
    if folder.exists() and not folder.is_dir():
        raise BriefsError(f"{folder} is not a folder: name the one that holds the briefs.")
    manifest = _read(folder / MANIFEST, Manifest)
    if manifest.format != FORMAT:
        raise BriefsError(
            f"{folder / MANIFEST} has format {manifest.format} and this version reads {FORMAT}: run `briefbot build`."
        )
    return manifest


def read_brief(folder: Path, slug: str, data: bytes | None = None) -> Brief:
    """The brief of one topic; `data` is the file's, where it is at hand."""
    return _read(folder / f"{slug}.json", Brief, data)


def read_document(folder: Path, document: str, data: bytes | None = None) -> StoredDocument:
    """The stored text of one source, by its id; `data` is the file's, where it is at hand."""
    return _read(folder / DOCUMENTS / f"{document}.json", StoredDocument, data)


def _read(path: Path, model: type[M], data: bytes | None = None) -> M:
    try:
        return model.model_validate_json(path.read_bytes() if data is None else data)
    except FileNotFoundError:
        raise BriefsError(f"{path} is missing: run `briefbot build` to make the briefs.") from None
    except OSError as error:
        raise BriefsError(f"{path} cannot be read ({error.strerror}): mend its permissions.") from None
    except ValidationError as error:
        place = error.errors(include_url=False, include_context=False, include_input=False)[0]["loc"]
        where = f" at {'.'.join(map(str, place))}" if place else ""
        raise BriefsError(f"{path} is damaged{where}: run `briefbot build` to make it anew.") from None

"""Reading and writing the `briefs/` folder.

A folder of briefs is `manifest.json`, one `<slug>.json` a topic and `documents/<id>.json` for each source.
A file is written beside its place, flushed to disk and moved over; the manifest is written last, so a build
that is stopped half-way leaves the old manifest and with it a folder that `--check` calls stale.
"""

from __future__ import annotations

import json
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
    return json.dumps(model.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"


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
    manifest = _read(folder / MANIFEST, Manifest)
    if manifest.format != FORMAT:
        raise BriefsError(
            f"{folder / MANIFEST} has format {manifest.format} and this version reads {FORMAT}: run `briefbot build`."
        )
    return manifest


def read_brief(folder: Path, slug: str) -> Brief:
    """The brief of one topic."""
    return _read(folder / f"{slug}.json", Brief)


def read_document(folder: Path, document: str) -> StoredDocument:
    """The stored text of one source, by its id."""
    return _read(folder / DOCUMENTS / f"{document}.json", StoredDocument)


def _read(path: Path, model: type[M]) -> M:
    try:
        return model.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        raise BriefsError(f"{path} is missing: run `briefbot build` to make the briefs.") from None
    except OSError as error:
        raise BriefsError(f"{path} cannot be read ({error.strerror}): mend its permissions.") from None
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "its top level"
        raise BriefsError(
            f"{path} is damaged at {where} ({first['msg']}): run `briefbot build` to make it anew."
        ) from None

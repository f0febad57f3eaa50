"""The files of a briefs folder as they were built, held so that they stay in service whatever becomes of the folder."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path

from bot.briefing.models import Manifest
from bot.errors import BriefsError
from bot.lookup.kept import Tables


class HeldFiles(Tables):
    """Files by their names, compressed to about a seventh of their size."""

    def __init__(self, files: Iterable[tuple[str, bytes]]) -> None:
        super().__init__()
        with self._connection as into:
            into.execute("CREATE TABLE file (name TEXT PRIMARY KEY, data BLOB)")
            packed = ((name, zlib.compress(data, 1)) for name, data in files)
            into.executemany("INSERT OR REPLACE INTO file VALUES (?, ?)", packed)

    def read(self, name: str) -> bytes:
        """What a file holds; KeyError where there is none of that name."""
        row = self._connection.execute("SELECT data FROM file WHERE name = ?", (name,)).fetchone()
        if row is None:
            raise KeyError(name)
        return zlib.decompress(row[0])


def as_built(folder: Path, manifest: Manifest, name: str) -> bytes:
    """What a file of the folder holds; BriefsError where it cannot be read, or is not what the manifest says."""
    try:
        data = (folder / name).read_bytes()
    except OSError as error:
        raise BriefsError(
            f"{folder / name} cannot be read ({error.strerror}): run `briefbot build`."
        ) from None
    if manifest.outputs.get(name, "") not in ("", hashlib.sha256(data).hexdigest()):
        raise BriefsError(f"{folder / name} is not what was built: run `briefbot build`.")
    return data


def hashes(names: Iterable[str], manifest: Manifest, read: Callable[[str], bytes]) -> list[tuple[str, str]]:
    """Each file with its hash: by the manifest, or where that does not say, of what there is to `read`."""
    return [(name, manifest.outputs.get(name) or hashlib.sha256(read(name)).hexdigest()) for name in names]

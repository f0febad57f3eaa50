"""The names of an index as flat arrays: built once, written to a folder, read again by memory map."""

from __future__ import annotations

import ctypes
import json
import mmap
import os
import re
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.errors import BriefsError
from bot.lookup.bags import Bags
from bot.lookup.bones import bones
from bot.lookup.distinct import distinct
from bot.lookup.exonyms import Exonyms
from bot.lookup.grams import Grams
from bot.lookup.initials import Initials
from bot.lookup.letters import signs
from bot.lookup.likeness import WordWeights, word_hash
from bot.lookup.places import may_be_place
from bot.lookup.prefixes import Prefixes
from bot.lookup.romanise import romanise
from bot.lookup.scripts import NUMBERS, RARE, alphabet
from bot.lookup.texts import Gatherer, Texts

VERSION = 7
"""Rises with what the arrays mean; a folder of another version is not read."""
LONGEST = 200
"""Characters read of a name."""
_HEAD = "index.json"
Arrays = dict[str, npt.NDArray[Any]]


def build(names: Iterable[tuple[str, str]]) -> Arrays:
    """The arrays of an index over `(name or alias, slug)` pairs, the weightiest topic first.

    A name that cannot be read, or that its topic has already in another spelling of the same letters of its alphabet, is left out.
    """
    return _settled(_made(names))


def _made(names: Iterable[tuple[str, str]]) -> Arrays:
    numbers: dict[str, int] = {}
    topics, hashes, alphabets = array("I"), array("I"), array("B")
    # Flat from the start: a million small objects would leave the memory in pieces.
    written, folded = Gatherer(), Gatherer()
    seen: set[tuple[str, int]] = set()
    placelike: list[int] = []
    last = -1
    for name, slug in names:
        topic = numbers.setdefault(slug, len(numbers))
        if topic != last:
            seen.clear()
            last = topic
        key = romanise(name[:LONGEST])[:LONGEST].strip()
        number = NUMBERS.get(alphabet(name), RARE)
        if key and (key, number) not in seen:
            seen.add((key, number))
            alphabets.append(number)
            if may_be_place(name, key):
                placelike.append(len(topics))
            written.add(name)
            folded.add(key)
            topics.append(topic)
            hashes.extend(word_hash(word) for word in key.split())
    del seen
    arrays: Arrays = {
        "topics": np.array(topics, np.uint32),
        "alphabets": np.array(alphabets, np.uint8),
        "words": WordWeights.build(np.frombuffer(hashes, np.uint32)),
    }
    arrays["counts"] = _counts(arrays["alphabets"], arrays["topics"])
    _put_texts(arrays, "slugs", Texts.of(numbers))
    del numbers
    titles = written.texts()
    _put_texts(arrays, "names", titles)
    _put_part(arrays, "exonyms", Exonyms.build(_with_firsts(placelike, titles, arrays["topics"])))
    texts = folded.texts()
    whole = "\n".join(texts[row] for row in range(len(texts)))
    _put_texts(arrays, "signs", Texts.of_lines(signs(whole)))
    skeletons = Texts.of_lines(re.sub(r"^$", "0", bones(whole), flags=re.MULTILINE) if whole else "")
    for kind, held in (("letters", texts), ("bones", skeletons)):
        _put_part(arrays, kind, Grams.build(held))
    _put_part(arrays, "bags", Bags.build(texts))
    _put_part(arrays, "prefixes", Prefixes.build(texts))
    _put_part(arrays, "initials", Initials.build(texts[row] for row in range(len(texts))))
    return arrays


def _counts(alphabets: npt.NDArray[np.uint8], topics: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """Of each alphabet, how many names are in it, how many topics have one, and how many topics there are."""
    every = len(distinct(topics))
    own = (topics[alphabets == number] for number in NUMBERS.values())
    return np.array([(len(some), len(distinct(some)), every) for some in own], np.uint32).ravel()


def _with_firsts(
    rows: list[int], names: Texts, topics: npt.NDArray[np.uint32]
) -> Iterator[tuple[int, str, str]]:
    """These rows with their names and the first names of their topics."""
    # Topics of which no name can be read have no row.
    named, firsts = np.unique(topics, return_index=True)
    first = firsts[np.searchsorted(named, topics[rows])]
    for row, of_topic in zip(rows, first.tolist(), strict=True):
        yield row, names[row], names[of_topic]


def _settled(arrays: Arrays) -> Arrays:
    """The arrays in one piece of memory of their own, and all that building took given back to the system.

    Left where they were made, they lie scattered among what was freed, and hold on to twice their size.
    """
    room = mmap.mmap(-1, 8 + sum(values.nbytes + 8 for values in arrays.values()))
    settled: Arrays = {}
    place = 0
    while arrays:
        name, values = arrays.popitem()
        settled[name] = np.frombuffer(room, values.dtype, len(values), place)
        settled[name][:] = values
        place += -(-values.nbytes // 8) * 8
        del values
    give_back()
    return settled


def give_back() -> None:
    """Let the system have the memory that is free, where it can be told to."""
    if trim := getattr(ctypes.CDLL(None), "malloc_trim", None):  # the C library of most Linux systems
        trim(0)


def _put_part(arrays: Arrays, kind: str, parts: Arrays) -> None:
    arrays.update({f"{kind}.{name}": values for name, values in parts.items()})


def _put_texts(arrays: Arrays, kind: str, texts: Texts) -> None:
    _put_part(arrays, kind, {"data": texts.data, "bounds": texts.bounds})


def part(arrays: Arrays, kind: str) -> Arrays:
    """The arrays of one part, by their names in it."""
    return {name[len(kind) + 1 :]: array for name, array in arrays.items() if name.startswith(f"{kind}.")}


def texts(arrays: Arrays, kind: str) -> Texts:
    """One part of the arrays that holds texts."""
    return Texts(arrays[f"{kind}.data"], arrays[f"{kind}.bounds"])


def save(arrays: Arrays, folder: Path) -> None:
    """Write the arrays to a folder, the list of them last: a folder without it is not read."""
    folder.mkdir(parents=True, exist_ok=True)
    head = folder / _HEAD
    head.unlink(missing_ok=True)
    for name, values in arrays.items():
        np.save(folder / f"{name}.npy", values, allow_pickle=False)
    shapes = {name: [values.dtype.str, len(values)] for name, values in arrays.items()}
    draft = folder / f"{_HEAD}.new"
    draft.write_text(json.dumps({"version": VERSION, "arrays": shapes}, indent=1) + "\n")
    os.replace(draft, head)  # noqa: PTH105


def load(folder: Path) -> Arrays:
    """Read what `save` wrote, by memory map; BriefsError where it is missing, damaged or of another version."""
    again = "build the index anew"
    try:
        head = json.loads((folder / _HEAD).read_text())
        if head["version"] != VERSION:
            raise BriefsError(
                f"{folder} holds an index of version {head['version']}, not {VERSION}: {again}."
            )
        if set(head["arrays"]) != set(build(())):
            raise KeyError("arrays")
        arrays = {
            name: np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False)
            for name in head["arrays"]
        }
        for name, (kind, length) in head["arrays"].items():
            if arrays[name].dtype.str != kind or arrays[name].shape != (length,):
                raise BriefsError(f"{folder / name}.npy is not what was written: {again}.")
    except OSError as error:
        raise BriefsError(f"{folder} holds no index that can be read ({error.strerror}): {again}.") from None
    except (ValueError, TypeError, KeyError, AttributeError, EOFError):
        raise BriefsError(f"{folder} holds a damaged index: {again}.") from None
    return arrays

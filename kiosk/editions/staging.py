"""An exhibit folder becomes an edition on its way: copied piece by piece, free space asked for first.

What the machine has already, byte for byte, is not written again but gets a second name, so that a corrected typo costs
no gigabytes; the source is still read whole, for its hash. Memory is bounded by one piece (disk.CHUNK).
"""

from __future__ import annotations

import hashlib
import itertools
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.editions import disk
from kiosk.editions.parts import Part, parts
from kiosk.editions.store import Manifest, Store
from kiosk.errors import NoRoom, SourceChanged

RESERVE = 200_000_000
"""Bytes that stay free: for pictures at the sizes shown, the log, the system."""

LEFT_OUT = "left out"
"""Under this an edition tells which of its projects errors keep off the screen."""

_NUMBERS = itertools.count()


@dataclass(frozen=True, slots=True)
class Staged:
    """An edition on its way."""

    folder: Path
    manifest: Manifest


def new_folder(store: Store) -> Path:
    """A folder below staging/ for this process alone."""
    return store.staging / f"{os.getpid()}-{next(_NUMBERS)}"


def stage(source: Path, store: Store, told: Mapping[str, str], progress: disk.Progress = lambda done, total: None) -> Staged:
    """Copy the exhibit in `source` into the store's staging folder.

    Raises NoRoom before anything is written, SourceChanged where a file became another while it was read, and OSError.
    Nothing stays behind then."""
    wanted = parts(source)
    known = _known(store)
    need = sum(part.size for part in wanted if (part.path, part.size) not in known)
    room(store.folder, need)
    total, done = sum(part.size for part in wanted), 0
    folder = new_folder(store)
    files: dict[str, tuple[int, str]] = {}
    try:
        for part in wanted:
            files[part.path] = _take(source, part, folder, known.get((part.path, part.size)))
            done += part.size
            progress(done, total)
        if parts(source) != wanted:
            raise SourceChanged(f"{source} changed while it was read.")
    except BaseException:
        disk.remove_tree(folder)
        raise
    return Staged(folder, Manifest(files, dict(told)))


def room(folder: Path, need: int) -> None:
    """Raises NoRoom where fewer than `need` bytes and the reserve are free."""
    free = disk.free_bytes(folder)
    if free < need + RESERVE:
        raise NoRoom(
            f"The disk of this machine has {free / 1e6:.0f} MB left; {(need + RESERVE) / 1e6:.0f} MB are needed. "
            "Make room on it, or use smaller pictures. What is shown stays as it is."
        )


def _known(store: Store) -> dict[tuple[str, int], tuple[Path, str]]:
    """Where the editions of the store have a file of this path and size, and its hash."""
    found: dict[tuple[str, int], tuple[Path, str]] = {}
    for name in store.names():
        manifest = store.manifest(name)
        if manifest is not None:
            found |= {(path, size): (store.path(name) / path, digest) for path, (size, digest) in manifest.files.items()}
    return found


def _take(source: Path, part: Part, folder: Path, known: tuple[Path, str] | None) -> tuple[int, str]:
    """One file into the staging folder; returns its size and SHA-256."""
    origin, target = source / part.path, folder / part.path
    if known is not None and _same_size(known[0], part.size):
        digest = _digest(origin, part)
        if digest == known[1] and disk.share(known[0], target):
            return part.size, digest
    digest_now = hashlib.sha256()
    with open(origin, "rb", buffering=0, opener=_plain) as read, disk.Writer(target) as write:
        size = 0
        while piece := read.read(disk.CHUNK):
            size += len(piece)
            if size > part.size:
                break
            digest_now.update(piece)
            write.write(piece)
    if size != part.size:
        raise SourceChanged(f"{part.path} changed while it was read.")
    return size, digest_now.hexdigest()


def _digest(origin: Path, part: Part) -> str:
    digest, size = hashlib.sha256(), 0
    with open(origin, "rb", buffering=0, opener=_plain) as read:
        while (piece := read.read(disk.CHUNK)) and size <= part.size:
            digest.update(piece)
            size += len(piece)
    if size != part.size:
        raise SourceChanged(f"{part.path} changed while it was read.")
    return digest.hexdigest()


def _same_size(file: Path, size: int) -> bool:
    try:
        return file.stat().st_size == size
    except OSError:
        return False


def _plain(name: str, flags: int) -> int:
    """Open a file that is no link, and never wait for one that is a pipe."""
    return os.open(name, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))

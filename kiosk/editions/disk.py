"""The one door through which editions reach the disk: what is written is complete and synced before it gets its name.

Power is cut at the board every evening; what a rename promises only holds when the bytes behind it are on the disk, and the
folder that holds the name too (rename(2), fsync(2)). Each function is a few system calls, so that a harness can stop
between any two of them.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

Progress = Callable[[int, int], None]
"""Told how many bytes of how many are done."""
CHUNK = 1024 * 1024
"""Bytes read and written at a time."""


class Writer:
    """A new file, written in pieces and synced when it is closed without an error. Raises OSError."""

    def __init__(self, path: Path) -> None:
        make_folder(path.parent)
        self._handle = os.open(
            path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0), 0o644
        )

    def write(self, data: bytes | memoryview) -> None:
        """Append bytes."""
        left = memoryview(data)
        while left:
            left = left[os.write(self._handle, left) :]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            if kind is None:
                os.fsync(self._handle)
        finally:
            os.close(self._handle)


def write_bytes(path: Path, data: bytes) -> None:
    """A new file of `data`, synced; the folders above it are made. Raises OSError."""
    with Writer(path) as file:
        file.write(data)


def write_whole(path: Path, data: bytes) -> None:
    """Exchange a file for one of `data`: whoever looks sees the old or the new one, whole. Raises OSError."""
    part = path.with_name(f"{path.name}.part-{os.getpid()}")
    try:
        write_bytes(part, data)
        replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def make_folder(path: Path) -> None:
    """A folder and those above it, where they are missing. Raises OSError."""
    if not path.is_dir():
        make_folder(path.parent)
        try:
            os.mkdir(path)
        except FileExistsError:
            if not path.is_dir():
                raise


def replace(source: Path, target: Path) -> None:
    """Give what is complete its name, by one rename, and sync the folder that holds the name. Raises OSError."""
    os.replace(source, target)
    sync_folder(target.parent)


def sync_folder(path: Path) -> None:
    """Have the names in a folder on the disk. Where folders cannot be opened (Windows) the file system sees to it."""
    if os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folders(path: Path) -> None:
    """As `sync_folder`, for a folder and all below it, the innermost first."""
    for folder, _, _ in os.walk(path, topdown=False):
        sync_folder(Path(folder))


def share(source: Path, target: Path) -> bool:
    """Give a file that never changes a second name; False where the file system cannot, or it is too often named."""
    make_folder(target.parent)
    try:
        os.link(source, target)
    except OSError:
        return False
    return True


def remove_tree(path: Path) -> None:
    """Take a folder away, whatever of it is there. Its name goes first, so that nobody meets a half of it."""
    if not path.exists():
        return
    going = path.with_name(f".{path.name}.going-{os.getpid()}")
    try:
        os.replace(path, going)
    except OSError:
        going = path
    shutil.rmtree(going, ignore_errors=True)


def sweep(folder: Path) -> None:
    """Take away what processes that are gone left half-written in a folder (see `write_whole`)."""
    for part in folder.glob("*.part-*"):
        if part.is_file() and not runs(part.name.rpartition("-")[2]):
            part.unlink(missing_ok=True)


def runs(process: str) -> bool:
    """Whether a process of this number runs here."""
    if not process.isdecimal():
        return False
    if os.name != "posix":
        return int(process) == os.getpid()  # to ask for another one would end it
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def free_bytes(path: Path) -> int:
    """What the file system of a folder, or of the nearest one above it, has left for this user. Raises OSError."""
    while not path.exists() and path.parent != path:
        path = path.parent
    return shutil.disk_usage(path).free

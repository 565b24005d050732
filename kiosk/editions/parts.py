"""Which files of a folder make an exhibit: its texts and its pictures, and nothing that is only on its way there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MOST_FILES = 200_000
PICTURE_TYPES = (".webp", ".jpg", ".jpeg", ".png")
_TEXT_TYPES = (".yaml", ".md")
_PROGRAM = {"attract", "fonts", "icons"}
"""Folders of assets/ that belong to the program and stay with it."""
_UNFINISHED_ENDS = ("~", ".tmp", ".temp", ".part", ".partial", ".filepart", ".crdownload", ".download", ".swp", ".swx", ".lock", ".!sync")
_UNFINISHED_BEGINS = ("~$", ".~", ".#", "#", ".syncthing.", ".goutputstream", "~wr")


@dataclass(frozen=True, slots=True)
class Part:
    """One file of an exhibit."""

    path: str
    """Below the exhibit folder, with forward slashes."""
    size: int
    """Bytes."""
    changed: int
    """When it was written, in nanoseconds of whatever clock wrote it: says only whether it is the same still."""


def is_unfinished(name: str) -> bool:
    """Whether a file name is one that editors and synchronising tools give to what is not complete yet."""
    low = name.lower()
    return low.endswith(_UNFINISHED_ENDS) or low.startswith(_UNFINISHED_BEGINS)


def parts(root: Path) -> list[Part]:
    """The files of the exhibit in `root`, sorted by path. Links are not followed, and what is no plain file is not a part.
    Raises OSError where content/ cannot be listed, or where there are more files than any exhibit has."""
    found = sorted(
        [
            *_below(root / "content", "content", _TEXT_TYPES, set(), strict=True),
            *_below(root / "assets", "assets", (*PICTURE_TYPES, ".md"), _PROGRAM, strict=False),
        ],
        key=lambda part: part.path,
    )
    if len(found) > MOST_FILES:
        raise OSError(0, "there are more files than any exhibit has", str(root))
    return found


def _below(folder: Path, path: str, types: tuple[str, ...], without: set[str], *, strict: bool) -> Iterator[Part]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        if strict:
            raise
        return
    for entry in entries:
        if entry.name.startswith(".") or is_unfinished(entry.name) or entry.name in without or not _is_text(entry.name):
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _below(Path(entry.path), f"{path}/{entry.name}", types, set(), strict=False)
            elif entry.is_file(follow_symlinks=False) and entry.name.lower().endswith(types):
                found = entry.stat(follow_symlinks=False)
                yield Part(f"{path}/{entry.name}", found.st_size, found.st_mtime_ns)
        except OSError:  # it went as we looked
            continue


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True

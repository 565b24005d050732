"""What lies in a drop folder or on a stick, and when it has come to rest: what is half-written is waited for. Standard
library only; time is an argument.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.editions.pack_format import SUFFIX
from kiosk.editions.parts import is_unfinished, parts

REST = 3.0
"""Seconds in which nothing may change before a folder is taken."""
LONGEST_UNFINISHED = 600.0
"""Seconds after which a file with an unfinished name is no longer waited for: somebody's editor left it there."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What was seen at one look."""

    source: Path | None
    """The exhibit folder or pack, or None where there is nothing of the kind."""
    marks: str = ""
    """Names, sizes and times of what is in it: the same marks, the same content."""
    unfinished: bool = False
    """Whether something is visibly still on its way."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What is known of one place. Times are seconds of a clock that never goes back."""

    marks: str = ""
    since: float = 0.0
    """When it was first seen like this."""
    taken: str = ""
    """The marks of what was taken last."""


def seen(arrival: Arrival, sight: Sight, now: float) -> tuple[Arrival, Path | None]:
    """What is known after another look, and the source that has come to rest and was not taken yet, or None."""
    if sight.source is None:
        return replace(arrival, marks="", since=now), None
    if sight.marks != arrival.marks:
        return replace(arrival, marks=sight.marks, since=now), None
    rested = now - arrival.since
    if sight.marks == arrival.taken or rested < REST or (sight.unfinished and rested < LONGEST_UNFINISHED):
        return arrival, None
    return replace(arrival, taken=sight.marks), sight.source


def look(folder: Path) -> Sight:
    """Look into a folder once: an exhibit in it, a pack (of several the last by name), or an exhibit in a folder of it.
    A folder that cannot be read holds nothing."""
    source = find_source(folder)
    if source is None:
        return Sight(None)
    try:
        if source.is_file():
            found = source.stat()
            waits = any(is_unfinished(entry.name) and SUFFIX in entry.name for entry in os.scandir(folder))
            return Sight(source, f"{source} {found.st_size} {found.st_mtime_ns}", waits)
        marks = "\n".join(f"{part.path} {part.size} {part.changed}" for part in parts(source))
        return Sight(source, f"{source}\n{marks}", _has_unfinished(source))
    except OSError:
        return Sight(None)


def find_source(folder: Path) -> Path | None:
    """The exhibit folder or pack in a folder, or None. Links are not followed."""
    if _is_exhibit(folder):
        return folder
    try:
        entries = sorted((entry for entry in os.scandir(folder) if not entry.name.startswith(".")), key=lambda entry: entry.name)
        packs = [entry for entry in entries if entry.name.lower().endswith(SUFFIX) and entry.is_file(follow_symlinks=False)]
        if packs:
            return Path(packs[-1].path)
        return next((Path(entry.path) for entry in entries if entry.is_dir(follow_symlinks=False) and _is_exhibit(Path(entry.path))), None)
    except OSError:
        return None


def _is_exhibit(folder: Path) -> bool:
    file = folder / "content" / "exhibit.yaml"
    try:
        return file.is_file() and not any(each.is_symlink() for each in (file, file.parent, folder))
    except OSError:
        return False


def _has_unfinished(root: Path) -> bool:
    for name in ("content", "assets"):
        for _, _, files in os.walk(root / name):
            if any(is_unfinished(file) for file in files):
                return True
    return False

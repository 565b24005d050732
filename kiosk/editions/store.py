"""Where compiled editions live, and which one belongs to an exhibit folder as it is now. Standard library only.

<cache>/editions/<fingerprint>/      an edition, named by what it was compiled from
<cache>/renditions/<hash>-<width>.jpg
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import kiosk
from kiosk.editions.edition import FORMAT

KEPT = 3
"""Editions kept for each cache: the one on screen and the good ones before it."""
_SEEN = ("content", "assets")


def editions(cache: Path) -> Path:
    """The folder of all editions."""
    return cache / "editions"


def renditions(cache: Path) -> Path:
    """The folder of all renditions of pictures."""
    return cache / "renditions"


def fingerprint(root: Path) -> str:
    """A name for the exhibit folder as it is now: names, sizes and times of its files, and the program's version."""
    digest = hashlib.blake2b(f"{FORMAT} {kiosk.__version__} {root.resolve()}".encode(), digest_size=12)
    for code in ("editions/compiling.py", "language/formatting.py"):
        found = (Path(kiosk.__file__).parent / code).stat()
        digest.update(f"{found.st_size} {found.st_mtime_ns}".encode())
    for folder in _SEEN:
        for line in sorted(_lines(os.fspath(root / folder))):
            digest.update(line.encode(errors="surrogateescape"))
    return digest.hexdigest()


def _lines(folder: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir():
                    yield from _lines(entry.path)
                    continue
                try:
                    found = entry.stat()
                except OSError:  # a link to nothing, or a file that went as we looked; the others count all the same
                    continue
                yield f"{entry.path} {found.st_size} {found.st_mtime_ns}\n"
    except OSError:
        return


def current(root: Path, cache: Path) -> Path | None:
    """The edition compiled from exactly what is in the folder now, or None."""
    folder = editions(cache) / fingerprint(root)
    return folder if (folder / "index.json").is_file() else None


def last_good(cache: Path) -> Path | None:
    """The edition that was used last, whatever it was compiled from, or None."""
    found = _by_use(cache)
    return found[0] if found else None


def mark_used(edition: Path) -> None:
    """Remember that this edition was shown."""
    try:
        os.utime(edition)
    except OSError:
        return


def tidy(cache: Path) -> None:
    """Let go of all but the editions used last, and of what was left half-written."""
    for old in _by_use(cache)[KEPT:]:
        shutil.rmtree(old, ignore_errors=True)
    for part in editions(cache).glob("*.part-*"):
        shutil.rmtree(part, ignore_errors=True)


def _by_use(cache: Path) -> list[Path]:
    try:
        found = [each for each in editions(cache).iterdir() if (each / "index.json").is_file() and ".part" not in each.name]
    except OSError:
        return []
    return sorted(found, key=lambda each: each.stat().st_mtime_ns, reverse=True)

"""Where compiled editions live, and which one belongs to an exhibit as it is now. Standard library only; all of it can be
made again.

<cache>/editions/<fingerprint>/      compiled, named by what it was compiled from
<cache>/used.json                    their names, the one used last first
<cache>/renditions/<hash>-<width>.jpg
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Collection, Iterator
from pathlib import Path

import kiosk
from kiosk.editions import disk
from kiosk.editions.edition import FORMAT, load_edition
from kiosk.errors import UnusableEdition

KEPT = 3
"""Compiled editions kept beside those that are needed: the one on screen and the ones before it."""
_SEEN = ("content", "assets")
_USED, _REMEMBERED = "used.json", 50


def editions(cache: Path) -> Path:
    """The folder of all editions."""
    return cache / "editions"


def renditions(cache: Path) -> Path:
    """The folder of all renditions of pictures."""
    return cache / "renditions"


def fingerprint(root: Path) -> str:
    """A name for the exhibit folder as it is now: names, sizes and times of its files, and the program's version."""
    digest = _begun(str(root.resolve()))
    for folder in _SEEN:
        for line in sorted(_lines(os.fspath(root / folder))):
            digest.update(line.encode(errors="surrogateescape"))
    return digest.hexdigest()


def _begun(of: str) -> hashlib.blake2b:
    digest = hashlib.blake2b(f"{FORMAT} {kiosk.__version__} {of}".encode(errors="surrogateescape"), digest_size=12)
    for code in ("editions/compiling.py", "language/formatting.py", "language/typesetting.py"):
        found = (Path(kiosk.__file__).parent / code).stat()
        digest.update(f"{found.st_size} {found.st_mtime_ns}".encode())
    return digest


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


def fingerprint_of_edition(name: str) -> str:
    """As `fingerprint`, for an edition of the store: nothing in it changes, so its name says what is in it."""
    return _begun(name).hexdigest()


def current(root: Path, cache: Path) -> Path | None:
    """What was compiled from exactly what is in the folder now, or None."""
    return compiled(fingerprint(root), cache)


def compiled(name: str, cache: Path) -> Path | None:
    """The compiled edition of this fingerprint, or None."""
    folder = editions(cache) / name
    return folder if (folder / "index.json").is_file() else None


def last_good(cache: Path) -> Path | None:
    """The compiled edition that was used last, whatever it was compiled from, or None."""
    found = by_use(cache)
    return found[0] if found else None


def mark_used(folder: Path) -> None:
    """Remember that this one was shown. A cache that cannot be written is no reason to stop."""
    cache = folder.parent.parent
    used = _used(cache)
    if used[:1] == [folder.name]:
        return
    names = [folder.name, *(each for each in used if each != folder.name)][:_REMEMBERED]
    try:
        disk.write_whole(cache / _USED, json.dumps(names).encode())
    except OSError:
        return


def tidy(cache: Path, needed: Collection[str] = ()) -> None:
    """Let go of all but the ones used last and those `needed`, and of what was left half-written."""
    for old in by_use(cache)[KEPT:]:
        if old.name not in needed:
            shutil.rmtree(old, ignore_errors=True)
    for part in editions(cache).glob("*.part-*"):
        if part.is_dir():
            shutil.rmtree(part, ignore_errors=True)


def by_use(cache: Path) -> list[Path]:
    """Compiled editions, the one used last first; what was never shown is the newest of all."""
    try:
        found = {each.name: each for each in editions(cache).iterdir() if ".part" not in each.name and (each / "index.json").is_file()}
    except OSError:
        return []
    used = {name: place for place, name in enumerate(_used(cache))}
    return sorted(found.values(), key=lambda each: (used.get(each.name, -1), each.name))


def pictures_by_use(cache: Path) -> list[Collection[str]]:
    """The hashes of the pictures of each compiled edition, the one used last first."""
    found: list[Collection[str]] = []
    for each in by_use(cache):
        try:
            found.append({digest for digest, _, _ in load_edition(each).pictures.values()})
        except UnusableEdition:
            continue
    return found


def _used(cache: Path) -> list[str]:
    try:
        names = json.loads((cache / _USED).read_bytes())
    except (OSError, ValueError):
        return []
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []

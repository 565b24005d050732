"""Live work: what is saved in an exhibit folder is on the screen half a second later, with what is wrong.

    python -m kiosk.following ROOT CACHE

A process beside the exhibit. It reads again only what changed, and says in one JSON line a save what came of it:
{"edition": "<compiled folder>" | "", "message": "2 errors.", "problems": [...]}.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Collection, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from watchfiles import watch

from kiosk.content.checking import PictureFacts, check_exhibit, usable
from kiosk.content.problems import Problem, Severity, summed_up
from kiosk.content.reading import Reading, read_exhibit
from kiosk.editions import cache as cached
from kiosk.editions.compiling import Told, compile_edition
from kiosk.editions.in_place import builtin_words, known_pictures
from kiosk.editions.parts import is_unfinished
from kiosk.errors import UnusableEdition
from kiosk.media.probing import look
from kiosk.receiving import say

_REST = 40
"""Milliseconds without another change after which a save is taken as ended: editors write in several steps."""
_LOOK = 1000
"""Milliseconds between two looks whether the folders, and the exhibit, are still there."""


class Follower:
    """An exhibit folder that is read again and again."""

    def __init__(self, root: Path, cache: Path) -> None:
        self._root, self._cache = root, cache
        self._reading: Reading | None = None
        self._told: Told = {}
        self._looks: dict[Path, tuple[tuple[int, int], PictureFacts]] = {}
        self._pictures: dict[str, list[Any]] = known_pictures(cache)

    def read(self) -> dict[str, Any]:
        """The exhibit as it is now: the folder of its compiled form, or empty where nothing can be shown, and what is
        wrong."""
        name = cached.fingerprint(self._root)
        self._reading = reading = read_exhibit(self._root, self._reading)
        problems = check_exhibit(reading, self._look, date.today())
        exhibit = usable(reading.exhibit, problems) if reading.exhibit else None
        if exhibit is None or not exhibit.projects:
            return _answer("", problems)
        target = cached.editions(self._cache) / name
        try:
            compile_edition(exhibit, target, self._look, builtin_words(exhibit), self._pictures, told=self._told)
        except UnusableEdition as error:
            return _answer("", (*problems, Problem("", 1, 1, str(error), "Make room on the disk.")))
        cached.mark_used(target)
        cached.tidy(self._cache)
        self._pictures = known_pictures(self._cache)
        return _answer(str(target), problems)

    def _look(self, path: Path) -> PictureFacts:
        """As `look`, once for each state of a file."""
        try:
            found = path.stat()
        except OSError:
            return look(path)
        stamp = (found.st_size, found.st_mtime_ns)
        known = self._looks.get(path)
        if known is None or known[0] != stamp:
            self._looks[path] = known = (stamp, look(path))
        return known[1]


def _answer(edition: str, problems: tuple[Problem, ...]) -> dict[str, Any]:
    errors_first = sorted(problems, key=lambda each: each.severity is not Severity.ERROR)  # the strip shows only a few
    return {"edition": edition, "message": summed_up(problems), "problems": [problem.as_json() for problem in errors_first]}


def saves(root: Path) -> Iterator[None]:
    """Each time something was saved, until the exhibit is gone. A whole folder that is exchanged for another is followed on."""
    parent, again = os.getppid(), False
    while os.getppid() == parent:
        folders = _folders(root)
        for changed in _changes(folders):
            if changed or again:
                yield
            again = _folders(root) != folders
            if again or os.getppid() != parent:
                break


def _changes(folders: Collection[Path]) -> Iterator[bool]:
    """Whether something in these folders changed: at once when it did, else at every look."""
    try:
        if folders:
            for changes in watch(
                *folders,
                debounce=400,
                step=_REST,
                watch_filter=lambda change, path: not is_unfinished(Path(path).name),
                rust_timeout=_LOOK,
                yield_on_timeout=True,
                raise_interrupt=False,
            ):
                yield bool(changes)
            return
    except OSError:
        pass  # a folder went away at this very moment
    time.sleep(_LOOK / 1000)
    yield False


def _folders(root: Path) -> dict[Path, int]:
    """What is watched, with what tells a folder from another one in its place."""
    found = {}
    for folder in (root / "content", root / "assets"):
        with suppress(OSError):
            found[folder] = folder.stat().st_ino
    return found


def main(arguments: list[str]) -> int:
    """Follow a folder until the exhibit is gone."""
    root, cache = Path(arguments[0]), Path(arguments[1])
    follower = Follower(root, cache)
    say(follower.read())
    for _ in saves(root):
        say(follower.read())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

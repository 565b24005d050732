"""Pictures decoded once: what was found out about each is remembered by the hash of its bytes, over checks and exhibits.

The memory is one JSON file: «files» (path: size, time of change, hash) spare the reading of what has not changed, «pictures»
(hash: width, height, trouble) spare the decoding of what was seen before, wherever it lies. A damaged memory is an empty one.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kiosk.content.checking import PictureFacts, PictureProbe
from kiosk.content.yaml_files import read_plain
from kiosk.media.probing import LARGEST_PICTURE

FORMAT = 1
"""To be raised when `decode` judges otherwise than before."""
MOST_REMEMBERED = 50_000
"""Files, and pictures: some 8 MB."""


class RememberingProbe:
    """A probe that decodes each picture once. `save` keeps what it learned; without it, it is forgotten.

    `decode` finds out about a picture that is not known, `memory` is the file in which that is remembered, `progress` is told
    the path of each picture that is looked at for the first time in the life of this probe."""

    def __init__(
        self,
        decode: PictureProbe,
        memory: Path,
        progress: Callable[[Path], None] = lambda path: None,
    ) -> None:
        self._decode, self._memory, self._progress = decode, memory, progress
        self._files, self._pictures = _remembered(memory)
        self._seen: set[str] = set()

    def __call__(self, path: Path) -> PictureFacts:
        """As `decode`."""
        name = os.path.abspath(path)
        if name not in self._seen:
            self._seen.add(name)
            self._progress(path)
        try:
            found = os.stat(path)
            stamp = [found.st_size, found.st_mtime_ns]
            known = self._files.pop(name, None)
            if known is None or known[:2] != stamp:
                data = read_plain(path, LARGEST_PICTURE + 1)
                if data is None or len(data) > LARGEST_PICTURE:
                    return self._decode(path)  # which says why not
                known = [*stamp, hashlib.blake2b(data, digest_size=20).hexdigest()]
                if known[2] not in self._pictures:
                    facts = self._decode(path)
                    if os.stat(path).st_mtime_ns != stamp[1]:  # it changes as we look
                        return facts
                    self._pictures[known[2]] = [facts.width, facts.height, facts.trouble]
            self._files[name] = known  # what was asked for last stands last
            self._pictures[known[2]] = self._pictures.pop(known[2])
            return PictureFacts(*self._pictures[known[2]])
        except (OSError, ValueError):
            return self._decode(path)

    def save(self) -> None:
        """Write the memory, by one rename; where that cannot be, the next check decodes again. What was not asked for longest
        goes first."""
        values = {"format": FORMAT, "files": _last(self._files), "pictures": _last(self._pictures)}
        part = self._memory.with_name(f"{self._memory.name}.part-{os.getpid()}")
        try:
            self._memory.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(values, separators=(",", ":")), encoding="utf-8")
            os.replace(part, self._memory)
        except OSError:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)


def _last(entries: dict[str, list[Any]]) -> dict[str, list[Any]]:
    return dict(list(entries.items())[-MOST_REMEMBERED:])


def _remembered(memory: Path) -> tuple[dict[str, list[Any]], dict[str, list[Any]]]:
    """What stands in the memory, as far as it makes sense."""
    try:
        values = json.loads(memory.read_bytes())
        if values["format"] != FORMAT:
            return {}, {}
        pictures = {name: row for name, row in values["pictures"].items() if _fits(row, int, int, str)}
        files = {name: row for name, row in values["files"].items() if _fits(row, int, int, str) and row[2] in pictures}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}, {}
    return files, pictures


def _fits(row: object, *kinds: type) -> bool:
    return isinstance(row, list) and [type(each) for each in row] == list(kinds)

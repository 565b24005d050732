"""Pictures looked into once: what a probe found out about a picture is remembered by the hash of its bytes."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kiosk.content.checking import PictureFacts, PictureProbe

_MOST = 50_000
"""Pictures remembered; some 5 MB."""
_CHUNK = 1 << 20


class RememberingProbe:
    """A probe that asks another one once for each picture. `memory` is a file that keeps the answers from one run to the next;
    a damaged one is begun anew. `tell` hears of each picture that is really looked into."""

    def __init__(self, probe: PictureProbe, memory: Path, tell: Callable[[Path], None] = lambda path: None) -> None:
        self._probe, self._memory, self._tell = probe, memory, tell
        self._known: dict[str, list[Any]] = _read(memory)
        self._seen: dict[tuple[str, int, int], str] = {}
        self._changed = False

    def __call__(self, path: Path) -> PictureFacts:
        """What is known of the picture, or is found out now. Never raises."""
        try:
            found = path.stat()
            stamp = (os.fspath(path), found.st_size, found.st_mtime_ns)
            digest = self._seen.get(stamp) or _digest(path)
        except (OSError, ValueError):
            return self._probe(path)
        self._seen[stamp] = digest
        known = self._known.get(digest)
        if known is None:
            self._tell(path)
            facts = self._probe(path)
            self._known[digest] = [facts.width, facts.height, facts.trouble]
            self._changed = True
            return facts
        return PictureFacts(*known)

    def save(self) -> None:
        """Keep the answers. A folder that cannot be written costs time at the next run, and nothing else."""
        if not self._changed:
            return
        part = self._memory.with_name(f"{self._memory.name}.part-{os.getpid()}")
        try:
            self._memory.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(dict(list(self._known.items())[-_MOST:])), encoding="utf-8")
            os.replace(part, self._memory)
            self._changed = False
        except OSError:
            part.unlink(missing_ok=True)


def _digest(path: Path) -> str:
    """Of a plain file; anything else raises OSError, for the probe to say so."""
    if not path.is_file():
        raise OSError(f"{path} is no file")
    digest = hashlib.blake2b(digest_size=16)
    with open(path, "rb") as file:
        while piece := file.read(_CHUNK):
            digest.update(piece)
    return digest.hexdigest()


def _read(memory: Path) -> dict[str, list[Any]]:
    try:
        rows = json.loads(memory.read_bytes())
        return {
            str(digest): [int(width), int(height), str(trouble)]
            for digest, (width, height, trouble) in (rows.items() if isinstance(rows, dict) else ())
        }
    except (OSError, ValueError, TypeError):
        return {}

"""The editions of one machine, on its disk. Standard library only.

    <store>/editions/<name>/        content/, assets/ and manifest.json: complete, checked, never changed
    <store>/staging/<process>-<n>/  an edition on its way, nobody's to show
    <store>/state.json              what is shown and what came before (state.py); the rename onto it is the activation
    <store>/state.copy.json         the same, for a disk that loses the first
    <store>/waiting.json            what is to be shown next

The name of an edition is the hash of what is in it, so that the same content has the same name on every machine.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from kiosk.editions import disk
from kiosk.editions.state import BASE, State, Waiting, activated, failed, started

FORMAT = 1
MANIFEST = "manifest.json"
KEPT = 5
"""Good editions that stay on the disk, the current one among them."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is in an edition: size in bytes and SHA-256 of every file, by its path; and what was told of it."""

    files: Mapping[str, tuple[int, str]]
    told: Mapping[str, str] = field(default_factory=dict)
    """«by», «when», «from», «left out»: words for people, not part of the name."""

    @property
    def name(self) -> str:
        """The name of the edition: 16 hexadecimal digits."""
        lines = (f"{path}\0{size}\0{digest}\n" for path, (size, digest) in sorted(self.files.items()))
        return hashlib.sha256("".join(lines).encode(errors="surrogateescape")).hexdigest()[:16]

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(size for size, _ in self.files.values())


class Store:
    """The editions below one folder. Anything but `ask` and `put` is for the exhibit on screen alone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.editions = folder / "editions"
        self.staging = folder / "staging"

    # ------------------------------------------------------------------ what is there

    def path(self, name: str) -> Path:
        """The folder of an edition."""
        return self.editions / name

    def has(self, name: str) -> bool:
        """Whether an edition is there; it got its name only when it was complete."""
        return bool(name) and (self.path(name) / MANIFEST).is_file()

    def names(self) -> list[str]:
        """All editions, sorted."""
        try:
            return sorted(each.name for each in self.editions.iterdir() if not each.name.startswith(".") and self.has(each.name))
        except OSError:
            return []

    def manifest(self, name: str) -> Manifest | None:
        """What is in an edition, or None where it cannot be read."""
        return read_manifest(self.path(name) / MANIFEST)

    def damage(self, name: str) -> str:
        """The first file of an edition that is not as it was, or empty. Reads every byte: for a process of low priority."""
        manifest = self.manifest(name)
        if manifest is None:
            return MANIFEST
        for path, (size, digest) in manifest.files.items():
            try:
                if digest_of(self.path(name) / path) != (size, digest):
                    return path
            except OSError:
                return path
        return ""

    def state(self) -> State:
        """What is shown and what came before; the beginning of all where nothing can be read."""
        for name in ("state.json", "state.copy.json"):
            try:
                return _state(json.loads((self.folder / name).read_bytes()))
            except (OSError, ValueError, KeyError, TypeError, AttributeError):
                continue
        return State()

    def waiting(self) -> Waiting | None:
        """The wish that has not been fulfilled, or None."""
        try:
            values = json.loads((self.folder / "waiting.json").read_bytes())
            wish = Waiting(str(values["edition"]), int(values["number"]), bool(values["back"]))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None
        return wish if wish.number > self.state().taken and (wish.edition == BASE or self.has(wish.edition)) else None

    # ------------------------------------------------------------------ what changes it

    def keep(self, state: State) -> None:
        """Write down what is shown: one rename. Raises OSError; what was written before then still holds."""
        data = json.dumps(asdict(state)).encode()
        disk.write_whole(self.folder / "state.json", data)
        try:
            disk.write_whole(self.folder / "state.copy.json", data)
        except OSError as error:
            log.warning("The second copy of the state cannot be written (%s).", error.strerror)

    def ask(self, edition: str, *, back: bool = False) -> Waiting:
        """Have an edition (or the base) shown next, between visits or at the next start. Raises OSError."""
        earlier = self.waiting()
        wish = Waiting(edition, max(self.state().taken, earlier.number if earlier else 0) + 1, back)
        disk.write_whole(self.folder / "waiting.json", json.dumps(asdict(wish)).encode())
        return wish

    def begin(self) -> State:
        """What a start shows: what waits is activated, what did not prove itself in time or is gone is gone back from.

        Never raises: where nothing can be written, the exhibit shows what is there."""
        was = state = self.state()
        wish = self.waiting()
        state = activated(state, wish) if wish else started(state)
        while state.current and not self.has(state.current):
            log.error("The edition %s is not on the disk; the one before it plays.", state.current)
            state = failed(state)
        if state.current != was.current and not wish:
            log.error("The edition %s did not prove itself; %s plays.", was.current, state.current or "the exhibit that was there first")
        if state != was:
            try:
                self.keep(state)
            except OSError as error:
                log.error("K-41: The state of the editions cannot be written to %s (%s).", self.folder, error.strerror)
        return state

    def put(self, staged: Path, manifest: Manifest) -> str:
        """Take a staged edition in: it is synced, gets its name by one rename, and never changes again. Raises OSError."""
        name = manifest.name
        values = {"format": FORMAT, "files": {path: list(row) for path, row in sorted(manifest.files.items())}, "told": dict(manifest.told)}
        disk.write_bytes(staged / MANIFEST, json.dumps(values, ensure_ascii=False, indent=0).encode(errors="surrogateescape"))
        disk.sync_folders(staged)
        disk.make_folder(self.editions)
        if self.has(name):
            disk.remove_tree(staged)
        else:
            disk.remove_tree(self.path(name))  # a folder without a manifest is nobody's
            disk.replace(staged, self.path(name))
        return name

    def repair(self) -> None:
        """Let go of what processes that are gone left behind."""
        for folder in (self.staging, self.editions):
            for each in _entries(folder):
                left = folder == self.staging and not disk.runs(each.name.partition("-")[0])
                if left or (each.name.startswith(".") and not disk.runs(each.name.rpartition("-")[2])):
                    disk.remove_tree(each)
        disk.sweep(self.folder)

    def tidy(self, kept: int = KEPT, spared: Collection[str] = ()) -> None:
        """Keep the current edition, the one that waits, the good ones used last and the `spared`; the others go."""
        state, wish = self.state(), self.waiting()
        needed = {state.current, *state.good[:kept], *([wish.edition] if wish else []), *spared}
        for name in self.names():
            if name not in needed:
                disk.remove_tree(self.path(name))


def read_manifest(file: Path) -> Manifest | None:
    """A manifest from its file, or None where it is none."""
    try:
        values = json.loads(file.read_bytes())
        if values["format"] != FORMAT:
            return None
        files = {str(path): (int(size), str(digest)) for path, (size, digest) in values["files"].items()}
        return Manifest(files, {str(key): str(word) for key, word in values["told"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def digest_of(file: Path) -> tuple[int, str]:
    """Size in bytes and SHA-256 of a file, read piece by piece. Raises OSError."""
    digest, size = hashlib.sha256(), 0
    with open(file, "rb") as source:
        while piece := source.read(disk.CHUNK):
            digest.update(piece)
            size += len(piece)
    return size, digest.hexdigest()


def _state(values: dict[str, Any]) -> State:
    return State(
        str(values["current"]),
        bool(values["proven"]),
        int(values["starts"]),
        tuple(map(str, values["good"])),
        tuple(map(str, values["declined"])),
        int(values["taken"]),
    )


def _entries(folder: Path) -> Iterable[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []

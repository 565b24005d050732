"""A pack: one exhibit in one `.kiosk` file, for a stick or a letter. A zip with a manifest of sizes and hashes first.

    manifest.json        {"format": 1, "program": ..., "told": {"by": ..., "when": ...}, "files": {path: [size, SHA-256]}}
    signature.json       {"key": ..., "signature": ...} over the bytes of manifest.json, where it is signed
    assets/... content/...

The same content and the same arguments give the same bytes: entries are sorted, stored as they are (what a compressor makes
differs from one to the next) and bear the first day a zip can tell (APPNOTE.TXT 4.4.6). A pack from outside is not believed
in anything: its structure is checked before, its bytes while they are taken out.
"""

from __future__ import annotations

import hashlib
import json
import os
import unicodedata
import zipfile
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.editions import disk
from kiosk.editions.parts import MOST_FILES, Part, parts
from kiosk.errors import BadCall, SourceChanged, UnusablePack

SUFFIX = ".kiosk"
FORMAT = 1
_PROGRAM = "reaching-for-the-stars"
_MANIFEST, _SIGNATURE = "manifest.json", "signature.json"
_LONGEST_NAME = 240
_MOST_BYTES = 20_000_000_000
_LARGEST_MANIFEST = 40_000_000
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_COPY_AGAIN = "Copy it again, and wait until the copy has ended before the stick is taken out."

_NOT_OURS = (ValueError, KeyError, TypeError, AttributeError, IndexError, NotImplementedError, RuntimeError, OverflowError)
"""What reading a zip or a manifest raises that somebody else wrote."""

Progress = Callable[[int, int], None]
"""Told how many bytes of how many are done."""


# ------------------------------------------------------------------ writing


def write_pack(
    root: Path,
    target: Path,
    *,
    told: Mapping[str, str] | None = None,
    key: Path | None = None,
    progress: Progress = lambda done, total: None,
) -> tuple[int, int]:
    """Write the exhibit in `root` as a pack; returns how many files and how many bytes it holds. `told` holds «by» and
    «when», in anybody's words; `key` is the file of a private key. Raises BadCall, SourceChanged and OSError; `target` is
    then as it was."""
    found = parts(root)
    if not found:
        raise BadCall(f"there is no exhibit in {root}. Name the folder that holds content/ and assets/.")
    total, done = sum(part.size for part in found), 0
    files: dict[str, tuple[int, str]] = {}
    for part in found:
        files[part.path] = _digest(root, part)
        done += part.size
        progress(done, 2 * total)
    manifest = _bytes({"format": FORMAT, "program": _PROGRAM, "told": dict(told or {}), "files": files})
    neighbour = target.with_name(f"{target.name}.part-{os.getpid()}")
    try:
        with zipfile.ZipFile(neighbour, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
            archive.writestr(_entry(_MANIFEST), manifest)
            if key is not None:
                from kiosk.editions.signing import private_key, sign

                archive.writestr(_entry(_SIGNATURE), _bytes(sign(manifest, private_key(key))))
            for part in found:
                with open(root / part.path, "rb") as source, archive.open(_entry(part.path, part.size), "w") as entry:
                    digest = hashlib.sha256()
                    while piece := source.read(disk.CHUNK):
                        digest.update(piece)
                        entry.write(piece)
                        done += len(piece)
                        progress(done, 2 * total)
                if digest.hexdigest() != files[part.path][1]:
                    raise SourceChanged(f"{part.path} changed while it was packed. Pack again when nobody is writing there.")
        with open(neighbour, "rb+") as written:
            os.fsync(written.fileno())
        disk.replace(neighbour, target)
    finally:
        neighbour.unlink(missing_ok=True)
    return len(found), total


def _entry(name: str, size: int = 0) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _FIRST_DAY)
    entry.create_system = 3  # the same on every system
    entry.external_attr = 0o100644 << 16
    entry.file_size = size
    return entry


def _bytes(values: object) -> bytes:
    return json.dumps(values, ensure_ascii=False, sort_keys=True, indent=0).encode()


def _digest(root: Path, part: Part) -> tuple[int, str]:
    digest, size = hashlib.sha256(), 0
    with open(root / part.path, "rb") as source:
        while piece := source.read(disk.CHUNK):
            digest.update(piece)
            size += len(piece)
    if size != part.size:
        raise SourceChanged(f"{part.path} changed while it was packed. Pack again when nobody is writing there.")
    return size, digest.hexdigest()


# ------------------------------------------------------------------ reading


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack whose structure and signature hold; its bytes are checked as they are taken out."""

    file: Path
    files: Mapping[str, tuple[int, str]]
    told: Mapping[str, str]
    signed_by: str = ""
    """The fingerprint of the trusted key, or empty."""

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(size for size, _ in self.files.values())

    def extract(self, target: Path, progress: Progress = lambda done, total: None) -> None:
        """Write its files below `target`. Raises UnusablePack at the first byte that is not as the manifest says, and
        OSError. Memory is bounded by one piece."""
        done = 0
        with _opened(self.file) as archive:
            for path, (size, digest) in self.files.items():
                found, written = hashlib.sha256(), 0
                with archive.open(path) as entry, disk.Writer(target / path) as file:
                    while written <= size and (piece := entry.read(min(disk.CHUNK, size - written + 1))):
                        found.update(piece)
                        written += len(piece)
                        if written <= size:
                            file.write(piece)
                if (written, found.hexdigest()) != (size, digest):
                    raise _altered(path)
                done += size
                progress(done, self.size)


def open_pack(file: Path, *, trusted: Collection[Path] = (), required: bool = False) -> Pack:
    """Open a pack and check its structure, and its signature against the files of `trusted` public keys. Raises
    UnusablePack, with words that say why, and OSError."""
    if not file.is_file():
        raise UnusablePack("pack-incomplete", f"There is no pack «{file.name}».")
    with _opened(file) as archive:
        entries = archive.infolist()
        names = _names(entries)
        manifest = _read(archive, entries, _MANIFEST)
        files, told = _manifest(manifest)
        signature = json.loads(_read(archive, entries, _SIGNATURE)) if _SIGNATURE in names else None
        if names - {_MANIFEST, _SIGNATURE} != files.keys():
            odd = sorted((names - {_MANIFEST, _SIGNATURE}) ^ files.keys())[0]
            raise _altered(odd)
        for entry in entries:
            if entry.filename in files and entry.file_size != files[entry.filename][0]:
                raise _altered(entry.filename)
    return Pack(file, files, told, _signed_by(manifest, signature, trusted, required))


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError) as error:
        raise UnusablePack("pack-incomplete", f"The pack «{file.name}» is damaged, or not copied to its end. {_COPY_AGAIN}") from error
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        NotImplementedError,
        RuntimeError,
        OverflowError,
        RecursionError,
    ) as error:
        raise UnusablePack("pack-altered", f"The pack «{file.name}» is not as `kiosk pack` writes it. Pack the exhibit again.") from error


def _names(entries: list[zipfile.ZipInfo]) -> set[str]:
    if len(entries) > MOST_FILES:
        raise UnusablePack("pack-unsafe", f"The pack holds {len(entries)} files, more than any exhibit has.")
    if sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise UnusablePack("pack-unsafe", f"The pack holds more than {_MOST_BYTES // 10**9} GB. Use smaller pictures.")
    seen: set[str] = set()
    for entry in entries:
        name, kind = entry.filename, entry.external_attr >> 28
        if not _is_safe(name) or kind not in (0, 8) or entry.is_dir() or name.casefold() in seen:
            raise UnusablePack(
                "pack-unsafe", f"The pack holds a name that no exhibit has: «{name[:80]}». Nothing of it is used; pack the exhibit again."
            )
        if entry.compress_type != zipfile.ZIP_STORED or entry.file_size != entry.compress_size or entry.flag_bits & 1:
            raise UnusablePack("pack-altered", "The pack was packed by another program. Pack the exhibit with `kiosk pack`.")
        seen.add(name.casefold())
    return {entry.filename for entry in entries}


def _is_safe(name: str) -> bool:
    pieces = name.split("/")
    return (
        0 < len(name) <= _LONGEST_NAME
        and len(name.encode(errors="replace")) <= 2 * _LONGEST_NAME
        and name.isprintable()
        and not any(sign in name for sign in '\\:*?"<>|')
        and all(piece not in ("", ".", "..") and not piece.startswith(".") and piece == piece.strip(" .") for piece in pieces)
        and unicodedata.normalize("NFC", name) == name
        and (name in (_MANIFEST, _SIGNATURE) or pieces[0] in ("content", "assets"))
    )


def _read(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], name: str) -> bytes:
    entry = next((each for each in entries if each.filename == name), None)
    if entry is None or entry.file_size > _LARGEST_MANIFEST:
        raise UnusablePack("pack-altered", f"The pack holds no «{name}» as `kiosk pack` writes it. Pack the exhibit again.")
    return archive.read(entry)


def _manifest(data: bytes) -> tuple[dict[str, tuple[int, str]], dict[str, str]]:
    values: dict[str, Any] = json.loads(data)
    if values["format"] > FORMAT:
        raise UnusablePack("pack-newer", "The pack was written by a newer program than this machine runs. Renew the program here first.")
    files = {str(path): (int(size), str(digest)) for path, (size, digest) in values["files"].items()}
    if any(size < 0 for size, _ in files.values()):
        raise ValueError
    return files, {str(key): str(word)[:200] for key, word in values["told"].items()}


def _signed_by(manifest: bytes, signature: Any, trusted: Collection[Path], required: bool) -> str:
    if signature is None:
        if required:
            raise UnusablePack("pack-unsigned", "The pack is not signed, and this machine takes only signed ones. Pack it with --key.")
        return ""
    from kiosk.editions.signing import fingerprint, is_signed, public_key

    keys = [public_key(file) for file in trusted]
    named = str(signature["key"])
    for key in keys:
        if is_signed(manifest, signature, key):
            return fingerprint(key)
    if any(fingerprint(key) == named for key in keys):
        raise UnusablePack("pack-altered", "The pack was changed after it was signed. Nothing of it is used; ask for a new one.")
    if required:
        raise UnusablePack(
            "pack-unknown-key", f"The pack is signed with the key {named[:40]}, which this machine does not trust. Ask whose it is."
        )
    return ""


def _altered(path: str) -> UnusablePack:
    return UnusablePack("pack-altered", f"«{path[:120]}» in the pack is not as it was when it was packed. {_COPY_AGAIN}")

"""Opening a pack (pack_format.py). One from outside is not believed in anything: it must be built exactly as `write_pack`
builds, which is checked before anything is taken out; its bytes are checked while they are taken out.
"""

from __future__ import annotations

import hashlib
import json
import logging
import re
import struct
import zipfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.editions import disk
from kiosk.editions.pack_format import (
    FORMAT,
    LONGEST_TOLD,
    MANIFEST,
    PROGRAM,
    SIGNATURE,
    altered,
    check_end,
    check_entries,
    check_layout,
    check_listed,
    foreign,
    incomplete,
    shown,
)
from kiosk.errors import BadCall, UnusablePack

_TOLD = ("by", "when")
_HASH = re.compile(r"[0-9a-f]{64}")
_BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError)
_STRANGE = (ValueError, LookupError, TypeError, AttributeError, RuntimeError, ArithmeticError, struct.error)
"""What reading raises where the pack is damaged, and where it is not one that this program wrote."""

log = logging.getLogger(__name__)


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

    def extract(self, target: Path, progress: disk.Progress = lambda done, total: None) -> None:
        """Write its files below `target`. Raises UnusablePack at the first file that is not as the manifest says, and
        OSError; what was written by then is the caller's to remove. Memory is bounded by one piece."""
        done, total = 0, self.size
        with _opened(self.file) as archive:
            for path, (size, digest) in self.files.items():
                found = hashlib.sha256()
                with disk.Writer(target / path) as file:
                    for piece in _pieces(archive, path, size):
                        found.update(piece)
                        file.write(piece)
                        done += len(piece)
                        progress(done, total)
                    if found.hexdigest() != digest:
                        raise altered(path)


def open_pack(file: Path, *, trusted: Collection[Path] = (), required: bool = False) -> Pack:
    """Open a pack and check its structure, and its signature against the files of `trusted` public keys, one of which must
    have signed it where that is `required`. Raises UnusablePack, with words that say why, and OSError."""
    if not file.is_file():
        raise UnusablePack("pack-incomplete", f"There is no pack «{file.name}». Put the stick in again, or name another file.")
    with _opened(file) as archive:
        entries = archive.infolist()
        check_entries(entries)
        check_layout(entries, archive.start_dir)
        try:
            manifest = _read(archive, entries, MANIFEST)
            signature = json.loads(_read(archive, entries, SIGNATURE)) if SIGNATURE in archive.namelist() else None
            files, told = _manifest(manifest)
            check_listed(entries, files, signed=signature is not None)
            return Pack(file, files, told, _signed_by(manifest, signature, trusted, required))
        except _STRANGE as error:
            raise foreign(file.name) from error


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    """A zip, opened; what is wrong with it as a zip becomes words. Its directory is read whole, so that is measured first."""
    check_end(file)
    try:
        archive = zipfile.ZipFile(file)
    except _BROKEN as error:
        raise incomplete(file.name) from error
    except _STRANGE as error:
        raise foreign(file.name) from error
    with archive:
        try:
            yield archive
        except _BROKEN as error:
            raise incomplete(file.name) from error


def _pieces(archive: zipfile.ZipFile, path: str, size: int) -> Iterator[bytes]:
    """The bytes of one file, at most as many as it should have. The stick may be another one by now."""
    try:
        entry = archive.getinfo(path)
        if entry.compress_type != zipfile.ZIP_STORED or entry.file_size != size:
            raise altered(path)
        with archive.open(entry) as source:
            while piece := source.read(disk.CHUNK):
                yield piece
    except (*_BROKEN, *_STRANGE) as error:
        raise altered(path) from error


# ------------------------------------------------------------------ what it says of itself


def _read(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], name: str) -> bytes:
    """The manifest or the signature. They are JSON, of which a few bytes can become much memory: they may be no richer than
    those of so many files are."""
    entry = archive.getinfo(name)
    if entry.file_size > 10_000 + 1_000 * len(entries):
        raise ValueError
    data = archive.read(entry)
    brackets = sum(each.filename.count("[") + each.filename.count("{") for each in entries)
    if sum(map(data.count, (b'"', b"[", b"{"))) > 1_000 + 5 * len(entries) + brackets:
        raise ValueError
    return data


def _manifest(data: bytes) -> tuple[dict[str, tuple[int, str]], dict[str, str]]:
    values: dict[str, Any] = json.loads(data)
    if values["program"] != PROGRAM or values["format"] < FORMAT:
        raise ValueError
    if values["format"] > FORMAT:
        raise UnusablePack("pack-newer", "The pack was written by a newer program than this machine runs. Renew the program here first.")
    files = {str(path): (size, str(digest)) for path, (size, digest) in values["files"].items()}
    if not all(type(size) is int and size >= 0 and _HASH.fullmatch(digest) for size, digest in files.values()):
        raise ValueError
    return files, {name: shown(str(values["told"][name]), LONGEST_TOLD) for name in _TOLD if name in values["told"]}


def _signed_by(manifest: bytes, signature: Any, trusted: Collection[Path], required: bool) -> str:
    """The fingerprint of the trusted key that signed the manifest, or empty where none did and none must."""
    if signature is None:
        if required:
            raise UnusablePack("pack-unsigned", "The pack is not signed, and this machine takes only signed ones. Pack it with --key.")
        return ""
    from kiosk.editions.signing import fingerprint, is_signed, public_key

    keys = []
    for file in trusted:
        try:
            keys.append(public_key(file))
        except BadCall as error:
            log.error("A trusted key cannot be used: %s", error)
    named = str(signature["key"])
    for key in keys:
        if is_signed(manifest, signature, key):
            return fingerprint(key)
    if any(fingerprint(key) == named for key in keys):
        raise UnusablePack("pack-altered", "The pack was changed after it was signed. Nothing of it is used; ask for a new one.")
    if required and not keys:
        raise UnusablePack(
            "pack-unknown-key", "This machine takes only signed packs and has no key that can be read. Mend `trusted_keys` in its settings."
        )
    if required:
        raise UnusablePack(
            "pack-unknown-key", f"The pack is signed with the key {shown(named, 40)}, which this machine does not trust. Ask whose it is."
        )
    return ""

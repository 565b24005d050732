"""A pack: one exhibit in one `.kiosk` file, for a stick or a letter. A zip with a manifest of sizes and hashes first.

    manifest.json        {"format": 1, "program": ..., "told": {"by": ..., "when": ...}, "files": {path: [size, SHA-256]}}
    signature.json       {"key": ..., "signature": ...} over the bytes of manifest.json, where it is signed
    assets/... content/...

The same content and the same arguments give the same bytes: entries are sorted, stored as they are (what a compressor makes
differs from one to the next) and bear the first day a zip can tell (APPNOTE.TXT 4.4.6). A pack from outside is not believed
in anything: it must be built exactly as `write_pack` builds, which leaves no place for a bomb, and that is checked before
anything is taken out; its bytes are checked while they are taken out.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import re
import struct
import unicodedata
import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.editions import disk
from kiosk.editions.parts import MOST_FILES, Part, is_unfinished, parts
from kiosk.errors import BadCall, SourceChanged, UnusablePack

SUFFIX = ".kiosk"
FORMAT = 1
_PROGRAM = "reaching-for-the-stars"
_MANIFEST, _SIGNATURE = "manifest.json", "signature.json"
_TOLD, _LONGEST_TOLD = ("by", "when"), 200
_LONGEST_NAME, _DEEPEST = 240, 12
_MOST_BYTES = 20_000_000_000
_LONGEST_DIRECTORY = 1_000 * MOST_FILES
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_HEADER, _LARGE_EXTRA = 30, 20
"""Bytes of a local header before its name, and of what follows the name where a file is larger than 2 GB."""
_END, _LARGE_END = struct.Struct("<4s4H2LH"), struct.Struct("<4sQ2H2L4Q 4sLQL")
"""The end of a zip, and what stands before it where there are more than 65,535 files (APPNOTE.TXT 4.3.14 to 4.3.16)."""
_JOINERS = "\u200c\u200d"
"""Signs without a width that Persian spelling needs."""
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Names that are devices on Windows."""
_HASH = re.compile(r"[0-9a-f]{64}")
_COPY_AGAIN = "Copy it again, and wait until the copy has ended before the stick is taken out."
_PACK_AGAIN = "Pack the exhibit again with `kiosk pack`."

_BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError)
_STRANGE = (ValueError, LookupError, TypeError, AttributeError, RuntimeError, ArithmeticError, struct.error)
"""What reading raises where the pack is damaged, and where it is not one that this program wrote."""

Progress = Callable[[int, int], None]
"""Told how many bytes of how many are done."""

log = logging.getLogger(__name__)


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
    signer = _signer(key)
    told = dict(told or {})
    if any(len(word) > _LONGEST_TOLD for word in told.values()):
        raise BadCall(f"what is told with the pack has more than {_LONGEST_TOLD} characters. Say it shorter.")
    found = _named(root)
    total, done = sum(part.size for part in found.values()), 0
    if total > _MOST_BYTES:
        raise BadCall(f"the exhibit has {total / 1e9:.1f} GB; a pack holds at most {_MOST_BYTES // 10**9}. Use smaller pictures.")
    files: dict[str, tuple[int, str]] = {}
    for name, part in found.items():
        files[name] = _digest(root, part)
        done += part.size
        progress(done, 2 * total)
    manifest = _bytes({"format": FORMAT, "program": _PROGRAM, "told": told, "files": files})
    neighbour = target.with_name(f"{target.name}.part-{os.getpid()}")
    try:
        with zipfile.ZipFile(neighbour, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
            archive.writestr(_entry(_MANIFEST), manifest)
            if signer is not None:
                archive.writestr(_entry(_SIGNATURE), _bytes(signer(manifest)))
            for name, part in found.items():
                with open(root / part.path, "rb") as source, archive.open(_entry(name, part.size), "w") as entry:
                    digest = hashlib.sha256()
                    while piece := source.read(disk.CHUNK):
                        digest.update(piece)
                        entry.write(piece)
                        done += len(piece)
                        progress(done, 2 * total)
                if digest.hexdigest() != files[name][1]:
                    raise _changed(part)
        with open(neighbour, "rb+") as written:
            os.fsync(written.fileno())
        disk.replace(neighbour, target)
    finally:
        neighbour.unlink(missing_ok=True)
    return len(found), total


def _signer(key: Path | None) -> Callable[[bytes], dict[str, str]] | None:
    if key is None:
        return None
    from kiosk.editions.signing import private_key, sign

    private = private_key(key)
    return lambda data: sign(data, private)


def _named(root: Path) -> dict[str, Part]:
    """The files to pack by their names in the pack, sorted: in one Unicode form, whatever system they come from."""
    for link in _links(root):
        raise BadCall(f"{link} is a link. Put the file or folder itself in its place: a link leads nowhere on another machine.")
    found = parts(root)
    for part in found:
        if not _is_safe(unicodedata.normalize("NFC", part.path)):
            raise BadCall(
                f"the name of {root / part.path} cannot be written on every system: it is too long, begins or ends with a dot or a "
                'blank, is one of Windows itself (such as aux), or has one of these signs: \\ : * ? " < > | Rename it.'
            )
    clash = _clash(unicodedata.normalize("NFC", part.path) for part in found)
    if clash:
        raise BadCall(f"{clash[0]} and {clash[1]} are one name where capitals do not count, as on Windows. Rename one of them.")
    return dict(sorted((unicodedata.normalize("NFC", part.path), part) for part in found))


def _links(root: Path) -> Iterator[Path]:
    for top in (root / "content", root / "assets"):
        if top.is_symlink():
            yield top
        for folder, folders, files in os.walk(top):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for name in sorted((*folders, *files)):
                if not name.startswith(".") and not is_unfinished(name) and Path(folder, name).is_symlink():
                    yield Path(folder, name)


def _entry(name: str, size: int = 0) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _FIRST_DAY)
    entry.create_system = 3  # the same on every system
    entry.external_attr = 0o100644 << 16
    entry.file_size = size
    return entry


def _bytes(values: object) -> bytes:
    return json.dumps(values, ensure_ascii=False, sort_keys=True, indent=0).encode(errors="replace")


def _digest(root: Path, part: Part) -> tuple[int, str]:
    digest, size = hashlib.sha256(), 0
    with open(root / part.path, "rb") as source:
        while piece := source.read(disk.CHUNK):
            digest.update(piece)
            size += len(piece)
    if size != part.size:
        raise _changed(part)
    return size, digest.hexdigest()


def _changed(part: Part) -> SourceChanged:
    return SourceChanged(f"{part.path} changed while it was packed. Pack again when nobody is writing there.")


# ------------------------------------------------------------------ names


def _is_safe(name: str) -> bool:
    """Whether every system can write a file of this name, below the folder it is meant for."""
    pieces = name.split("/")
    return (
        0 < len(name) <= _LONGEST_NAME
        and len(pieces) <= _DEEPEST
        and "".join(sign for sign in name if sign not in _JOINERS).isprintable()
        and not any(sign in name for sign in '\\:*?"<>|')
        and all(piece and piece[0] not in " ." and piece[-1] not in " ." and not _DEVICE.fullmatch(piece) for piece in pieces)
        and unicodedata.normalize("NFC", name) == name
        and (name in (_MANIFEST, _SIGNATURE) or (pieces[0] in ("content", "assets") and len(pieces) > 1))
    )


def _clash(names: Iterable[str]) -> tuple[str, str] | None:
    """Two names that are one where capitals do not count, or of which one would be a folder and a file; or None."""
    seen: dict[str, tuple[str, bool]] = {}
    for name in names:
        pieces = name.split("/")
        for depth in range(1, len(pieces) + 1):
            path, is_folder = "/".join(pieces[:depth]), depth < len(pieces)
            folded = unicodedata.normalize("NFC", path.casefold()).translate(dict.fromkeys(map(ord, _JOINERS)))
            if folded in seen and (not is_folder or seen[folded] != (path, True)):
                return seen[folded][0], path
            seen[folded] = path, is_folder
    return None


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
                        raise _altered(path)


def open_pack(file: Path, *, trusted: Collection[Path] = (), required: bool = False) -> Pack:
    """Open a pack and check its structure, and its signature against the files of `trusted` public keys, one of which must
    have signed it where that is `required`. Raises UnusablePack, with words that say why, and OSError."""
    if not file.is_file():
        raise UnusablePack("pack-incomplete", f"There is no pack «{file.name}». Put the stick in again, or name another file.")
    with _opened(file) as archive:
        entries = archive.infolist()
        _check_entries(entries)
        _check_layout(entries, archive.start_dir)
        try:
            manifest = _read(archive, entries, _MANIFEST)
            signature = json.loads(_read(archive, entries, _SIGNATURE)) if _SIGNATURE in archive.namelist() else None
            files, told = _manifest(manifest)
            _check_listed(entries, files, signed=signature is not None)
            return Pack(file, files, told, _signed_by(manifest, signature, trusted, required))
        except _STRANGE as error:
            raise _foreign(file.name) from error


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    """A zip, opened; what is wrong with it as a zip becomes words. Its directory is read whole, so that is measured first."""
    _check_end(file)
    try:
        archive = zipfile.ZipFile(file)
    except _BROKEN as error:
        raise _incomplete(file.name) from error
    except _STRANGE as error:
        raise _foreign(file.name) from error
    with archive:
        try:
            yield archive
        except _BROKEN as error:
            raise _incomplete(file.name) from error


def _pieces(archive: zipfile.ZipFile, path: str, size: int) -> Iterator[bytes]:
    """The bytes of one file, at most as many as it should have. The stick may be another one by now."""
    try:
        entry = archive.getinfo(path)
        if entry.compress_type != zipfile.ZIP_STORED or entry.file_size != size:
            raise _altered(path)
        with archive.open(entry) as source:
            while piece := source.read(disk.CHUNK):
                yield piece
    except (*_BROKEN, *_STRANGE) as error:
        raise _altered(path) from error


# ------------------------------------------------------------------ what is not believed


def _check_end(file: Path) -> None:
    """The end of the file is where a zip has its directory: right behind it, with nothing after it."""
    length = file.stat().st_size
    with open(file, "rb") as source:
        source.seek(max(0, length - _END.size - _LARGE_END.size))
        tail = source.read(_END.size + _LARGE_END.size)
    if not tail:
        raise UnusablePack("pack-incomplete", f"The pack «{file.name}» is empty: the copy is not complete. {_COPY_AGAIN}")
    if len(tail) < _END.size or tail[-_END.size :][:4] != b"PK\5\6":
        raise _incomplete(file.name)
    *_, count, size, start, comment = _END.unpack(tail[-_END.size :])
    end = length - _END.size
    if tail[-_END.size - 20 :][:4] == b"PK\6\7":
        if len(tail) < _END.size + _LARGE_END.size:
            raise _incomplete(file.name)
        mark, *_, count, size, start, _, _, where, _ = _LARGE_END.unpack(tail[: _LARGE_END.size])
        end -= _LARGE_END.size
        if mark != b"PK\6\6" or where != end:
            raise _incomplete(file.name)
    if comment or start + size != end:
        raise _incomplete(file.name)
    if count > MOST_FILES + 2 or size > _LONGEST_DIRECTORY:
        raise UnusablePack("pack-unsafe", f"The pack says that it holds {count} files, more than any exhibit has. {_PACK_AGAIN}")


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    if sum(entry.file_size for entry in entries) > _MOST_BYTES + 1_000 * len(entries):
        raise UnusablePack("pack-unsafe", f"The pack says that it holds more than {_MOST_BYTES // 10**9} GB. Use smaller pictures.")
    for entry in entries:
        name, kind = entry.orig_filename, entry.external_attr >> 28
        if not _is_safe(name) or (not name.isascii() and not _is_utf8(entry)) or kind not in (0, 8):
            raise UnusablePack(
                "pack-unsafe", f"The pack holds «{_shown(name)}», which no exhibit has. Nothing of the pack is used. {_PACK_AGAIN}"
            )
        if entry.compress_type != zipfile.ZIP_STORED or entry.file_size != entry.compress_size or entry.flag_bits & 1:
            raise UnusablePack("pack-altered", f"«{_shown(name)}» in the pack was packed by another program. {_PACK_AGAIN}")
    clash = _clash(entry.orig_filename for entry in entries)
    if clash:
        raise UnusablePack(
            "pack-unsafe", f"The pack holds «{_shown(clash[0])}» and «{_shown(clash[1])}», one name for two files. {_PACK_AGAIN}"
        )


def _check_layout(entries: list[zipfile.ZipInfo], end: int) -> None:
    """Entries follow one another without a gap, so that none lies in another and nothing is hidden between them."""
    at = 0
    for entry in entries:
        if entry.header_offset != at and (at == 0 or entry.header_offset != at + _LARGE_EXTRA):
            raise UnusablePack("pack-altered", f"«{_shown(entry.filename)}» in the pack is not where it should be. {_PACK_AGAIN}")
        at = entry.header_offset + _HEADER + len(entry.filename.encode()) + entry.file_size
    if end not in (at, at + _LARGE_EXTRA):
        raise UnusablePack("pack-altered", f"The pack holds something beside its files. {_PACK_AGAIN}")


def _check_listed(entries: list[zipfile.ZipInfo], files: Mapping[str, tuple[int, str]], *, signed: bool) -> None:
    begins = [_MANIFEST, _SIGNATURE] if signed else [_MANIFEST]
    listed = [(name, files[name][0]) for name in sorted(files)]
    for entry, (name, size) in zip(entries[len(begins) :], listed, strict=False):
        if (entry.filename, entry.file_size) != (name, size):
            raise _altered(min(entry.filename, name))
    if [entry.filename for entry in entries[: len(begins)]] != begins or len(entries) != len(begins) + len(listed):
        raise UnusablePack("pack-altered", f"The pack does not hold the files that it lists. {_PACK_AGAIN}")


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
    if values["program"] != _PROGRAM or values["format"] < FORMAT:
        raise ValueError
    if values["format"] > FORMAT:
        raise UnusablePack("pack-newer", "The pack was written by a newer program than this machine runs. Renew the program here first.")
    files = {str(path): (size, str(digest)) for path, (size, digest) in values["files"].items()}
    if not all(type(size) is int and size >= 0 and _HASH.fullmatch(digest) for size, digest in files.values()):
        raise ValueError
    return files, {name: _shown(str(values["told"][name]), _LONGEST_TOLD) for name in _TOLD if name in values["told"]}


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
            "pack-unknown-key", f"The pack is signed with the key {_shown(named, 40)}, which this machine does not trust. Ask whose it is."
        )
    return ""


def _is_utf8(entry: zipfile.ZipInfo) -> bool:
    return bool(entry.flag_bits & 0x800)  # APPNOTE.TXT 4.4.4, bit 11


# ------------------------------------------------------------------ in words


def _shown(word: str, most: int = 80) -> str:
    """Something out of a pack, fit for a message: nothing in it moves a cursor or turns a line around."""
    return "".join(sign if sign.isprintable() else "?" for sign in word[:most])


def _incomplete(name: str) -> UnusablePack:
    return UnusablePack("pack-incomplete", f"The pack «{_shown(name)}» is damaged: the copy is not complete. {_COPY_AGAIN}")


def _foreign(name: str) -> UnusablePack:
    return UnusablePack("pack-altered", f"The pack «{_shown(name)}» is not as `kiosk pack` writes it. {_PACK_AGAIN}")


def _altered(path: str) -> UnusablePack:
    return UnusablePack("pack-altered", f"«{_shown(path)}» in the pack is not as it was when it was packed. {_COPY_AGAIN}")

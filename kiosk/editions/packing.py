"""Writing a pack (pack_format.py): the same content and the same arguments give the same bytes."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import unicodedata
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from kiosk.editions import disk
from kiosk.editions.pack_format import FIRST_DAY, FORMAT, LONGEST_TOLD, MANIFEST, MOST_BYTES, PROGRAM, SIGNATURE, clash, is_safe
from kiosk.editions.parts import Part, is_unfinished, parts
from kiosk.errors import BadCall, SourceChanged


def write_pack(
    root: Path,
    target: Path,
    *,
    told: Mapping[str, str] | None = None,
    key: Path | None = None,
    progress: disk.Progress = lambda done, total: None,
) -> tuple[int, int]:
    """Write the exhibit in `root` as a pack; returns how many files and how many bytes it holds. `told` holds «by» and
    «when», in anybody's words; `key` is the file of a private key. Raises BadCall, SourceChanged, and OSError, which names
    `target` where that cannot be written; `target` is then as it was."""
    signer = _signer(key)
    told = dict(told or {})
    if any(len(word) > LONGEST_TOLD for word in told.values()):
        raise BadCall(f"what is told with the pack has more than {LONGEST_TOLD} characters. Say it shorter.")
    found = _named(root)
    total, done = sum(part.size for part in found.values()), 0
    if total > MOST_BYTES:
        raise BadCall(f"the exhibit has {total / 1e9:.1f} GB; a pack holds at most {MOST_BYTES // 10**9}. Use smaller pictures.")
    files: dict[str, tuple[int, str]] = {}
    for name, part in found.items():
        files[name] = _digest(root, part)
        done += part.size
        progress(done, 2 * total)
    manifest = _bytes({"format": FORMAT, "program": PROGRAM, "told": told, "files": files})
    neighbour = target.with_name(f"{target.name}.part-{os.getpid()}")
    try:
        with zipfile.ZipFile(neighbour, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
            archive.writestr(_entry(MANIFEST), manifest)
            if signer is not None:
                archive.writestr(_entry(SIGNATURE), _bytes(signer(manifest)))
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
    except OSError as error:
        full = error.filename is None and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        if full or str(error.filename) in (str(neighbour), str(target.parent)):
            raise OSError(error.errno, error.strerror, str(target)) from error
        raise
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
        if not is_safe(unicodedata.normalize("NFC", part.path)):
            raise BadCall(
                f"the name of {root / part.path} cannot be written on every system: it is too long, begins or ends with a dot or a "
                'blank, is one of Windows itself (such as aux), or has one of these signs: \\ : * ? " < > | Rename it.'
            )
    twice = clash(unicodedata.normalize("NFC", part.path) for part in found)
    if twice:
        raise BadCall(f"{twice[0]} and {twice[1]} are one name where capitals do not count, as on Windows. Rename one of them.")
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
    entry = zipfile.ZipInfo(name, FIRST_DAY)
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

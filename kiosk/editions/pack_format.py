"""The form of a pack: one exhibit in one `.kiosk` file, a zip with a manifest of sizes and hashes first.

    manifest.json        {"format": 1, "program": ..., "told": {"by": ..., "when": ...}, "files": {path: [size, SHA-256]}}
    signature.json       {"key": ..., "signature": ...} over the bytes of manifest.json, where it is signed
    assets/... content/...

Entries are sorted, stored as they are (what a compressor makes differs from one to the next) and bear the first day a zip
can tell (APPNOTE.TXT 4.4.6), so that the same content and the same arguments give the same bytes. A pack that comes from
outside must be built exactly so, which leaves no place for a bomb; each check below raises UnusablePack, with words that
say why.
"""

from __future__ import annotations

import re
import struct
import unicodedata
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from kiosk.editions.parts import MOST_FILES
from kiosk.errors import UnusablePack

SUFFIX = ".kiosk"
BEGINS = b"PK\3\4"
FORMAT = 1
PROGRAM = "reaching-for-the-stars"
MANIFEST, SIGNATURE = "manifest.json", "signature.json"
LONGEST_TOLD = 200
"""Characters of «by» and of «when»."""
MOST_BYTES = 20_000_000_000
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_LONGEST_NAME, _DEEPEST = 240, 12
_LONGEST_DIRECTORY = 1_000 * MOST_FILES
_HEADER, _LARGE_EXTRA = 30, 20
"""Bytes of a local header before its name, and of what follows the name where a file is larger than 2 GB."""
_END, _LARGE_END = struct.Struct("<4s4H2LH"), struct.Struct("<4sQ2H2L4Q 4sLQL")
"""The end of a zip, and what stands before it where there are more than 65,535 files (APPNOTE.TXT 4.3.14 to 4.3.16)."""
_JOINERS = "\u200c\u200d"
"""Signs without a width that Persian spelling needs."""
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Names that are devices on Windows."""
_COPY_AGAIN = "Copy it again, and wait until the copy has ended before the stick is taken out."
_PACK_AGAIN = "Pack the exhibit again with `kiosk pack`."


# ------------------------------------------------------------------ names


def is_safe(name: str) -> bool:
    """Whether every system can write a file of this name, below the folder it is meant for."""
    pieces = name.split("/")
    return (
        0 < len(name) <= _LONGEST_NAME
        and len(pieces) <= _DEEPEST
        and "".join(sign for sign in name if sign not in _JOINERS).isprintable()
        and not any(sign in name for sign in '\\:*?"<>|')
        and all(piece and piece[0] not in " ." and piece[-1] not in " ." and not _DEVICE.fullmatch(piece) for piece in pieces)
        and unicodedata.normalize("NFC", name) == name
        and (name in (MANIFEST, SIGNATURE) or (pieces[0] in ("content", "assets") and len(pieces) > 1))
    )


def clash(names: Iterable[str]) -> tuple[str, str] | None:
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


# ------------------------------------------------------------------ the file as a zip


def check_end(file: Path) -> None:
    """The end of the file is where a zip has its directory: right behind it, with nothing after it."""
    length = file.stat().st_size
    with open(file, "rb") as source:
        source.seek(max(0, length - _END.size - _LARGE_END.size))
        tail = source.read(_END.size + _LARGE_END.size)
    if not tail:
        raise UnusablePack("pack-incomplete", f"The pack «{file.name}» is empty: the copy is not complete. {_COPY_AGAIN}")
    if len(tail) < _END.size or tail[-_END.size :][:4] != b"PK\5\6":
        raise incomplete(file.name)
    *_, count, size, start, comment = _END.unpack(tail[-_END.size :])
    end = length - _END.size
    if tail[-_END.size - 20 :][:4] == b"PK\6\7":
        if len(tail) < _END.size + _LARGE_END.size:
            raise incomplete(file.name)
        mark, *_, count, size, start, _, _, where, _ = _LARGE_END.unpack(tail[: _LARGE_END.size])
        end -= _LARGE_END.size
        if mark != b"PK\6\6" or where != end:
            raise incomplete(file.name)
    if comment or start + size != end:
        raise incomplete(file.name)
    if count > MOST_FILES + 2 or size > _LONGEST_DIRECTORY:
        raise UnusablePack("pack-unsafe", f"The pack says that it holds {count} files, more than any exhibit has. {_PACK_AGAIN}")


def check_entries(entries: list[zipfile.ZipInfo]) -> None:
    if sum(entry.file_size for entry in entries) > MOST_BYTES + 1_000 * len(entries):
        raise UnusablePack("pack-unsafe", f"The pack says that it holds more than {MOST_BYTES // 10**9} GB. Use smaller pictures.")
    for entry in entries:
        name, kind = entry.orig_filename, entry.external_attr >> 28
        if not is_safe(name) or (not name.isascii() and not _is_utf8(entry)) or kind not in (0, 8):
            raise UnusablePack(
                "pack-unsafe", f"The pack holds «{shown(name)}», which no exhibit has. Nothing of the pack is used. {_PACK_AGAIN}"
            )
        if entry.compress_type != zipfile.ZIP_STORED or entry.file_size != entry.compress_size or entry.flag_bits & 1:
            raise UnusablePack("pack-altered", f"«{shown(name)}» in the pack was packed by another program. {_PACK_AGAIN}")
    twice = clash(entry.orig_filename for entry in entries)
    if twice:
        raise UnusablePack(
            "pack-unsafe", f"The pack holds «{shown(twice[0])}» and «{shown(twice[1])}», one name for two files. {_PACK_AGAIN}"
        )


def check_layout(entries: list[zipfile.ZipInfo], end: int) -> None:
    """Entries follow one another without a gap, so that none lies in another and nothing is hidden between them."""
    at = 0
    for entry in entries:
        if entry.header_offset != at and (at == 0 or entry.header_offset != at + _LARGE_EXTRA):
            raise UnusablePack("pack-altered", f"«{shown(entry.filename)}» in the pack is not where it should be. {_PACK_AGAIN}")
        at = entry.header_offset + _HEADER + len(entry.filename.encode()) + entry.file_size
    if end not in (at, at + _LARGE_EXTRA):
        raise UnusablePack("pack-altered", f"The pack holds something beside its files. {_PACK_AGAIN}")


def check_listed(entries: list[zipfile.ZipInfo], files: Mapping[str, tuple[int, str]], *, signed: bool) -> None:
    begins = [MANIFEST, SIGNATURE] if signed else [MANIFEST]
    listed = [(name, files[name][0]) for name in sorted(files)]
    for entry, (name, size) in zip(entries[len(begins) :], listed, strict=False):
        if (entry.filename, entry.file_size) != (name, size):
            raise altered(min(entry.filename, name))
    if [entry.filename for entry in entries[: len(begins)]] != begins or len(entries) != len(begins) + len(listed):
        raise UnusablePack("pack-altered", f"The pack does not hold the files that it lists. {_PACK_AGAIN}")


def _is_utf8(entry: zipfile.ZipInfo) -> bool:
    return bool(entry.flag_bits & 0x800)  # APPNOTE.TXT 4.4.4, bit 11


# ------------------------------------------------------------------ in words


def shown(word: str, most: int = 80) -> str:
    """Something out of a pack, fit for a message: nothing in it moves a cursor or turns a line around."""
    return "".join(sign if sign.isprintable() else "?" for sign in word[:most])


def incomplete(name: str) -> UnusablePack:
    return UnusablePack("pack-incomplete", f"The pack «{shown(name)}» is damaged: the copy is not complete. {_COPY_AGAIN}")


def foreign(name: str) -> UnusablePack:
    return UnusablePack("pack-altered", f"The pack «{shown(name)}» is not as `kiosk pack` writes it. {_PACK_AGAIN}")


def altered(path: str) -> UnusablePack:
    return UnusablePack("pack-altered", f"«{shown(path)}» in the pack is not as it was when it was packed. {_COPY_AGAIN}")

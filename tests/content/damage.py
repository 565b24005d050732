"""Kinds of corruption: what can become of the files of an exhibit, at random."""

from __future__ import annotations

import os
import random
import shutil
import struct
import zlib
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter

_VALUES = [
    "", "null", "~", "true", "no", "0", "-1", "1e999", "012", "12:30", "2019-02-30", "9999-99-99", "[]", "{}", "[[[]]]", "{a: {b: c}}",
    "*x", "&x y", "!!python/object/apply:os.system [ls]", "!x y", "<<: *x", "|", ">-", "'", '"', "“x”", "\u202e\u2066x", "x" * 5000,
    "../../../../etc/passwd", "/etc/passwd", "C:\\x.png", "a/../../b.webp", "\\\\server\\x", "illustrations/" + "x" * 400 + ".webp", "نص",
    "illustrations/\u0000.webp", "illustrations", "illustrations/.", "http://example.org/x.png", "file:///etc/passwd", ".webp",
]  # fmt: skip


_ZEROS = zlib.compress(bytes(60_000_000), 9)


def _png(width: int, height: int, data: bytes = b"", texts: int = 0) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + texts * chunk(b"zTXt", b"a\0\0" + _ZEROS) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    )


def _webp(width: int, height: int) -> bytes:
    body = b"VP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def _jpeg(width: int, height: int) -> bytes:
    return b"\xff\xd8\xff\xc0\x00\x11\x08" + struct.pack(">HH", height, width) + b"\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01\xff\xd9"


def _scanned(scans: int) -> bytes:
    """A progressive JPEG that paints its last scan so many times."""
    picture, data, buffer = QImage(640, 480, QImage.Format.Format_RGB32), QByteArray(), QBuffer()
    picture.fill(QColor("teal"))
    buffer.setBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"jpeg")
    writer.setProgressiveScanWrite(True)
    writer.write(picture)
    whole = bytes(data.data())
    return whole[:-2] + whole[whole.rindex(b"\xff\xda") : -2] * scans + whole[-2:]


_SVG = (
    b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c SYSTEM "file:///etc/passwd">]>'
    b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="3000" height="2000">'
    b'<image xlink:href="file:///etc/passwd" width="10" height="10"/><text>&b;&c;</text></svg>'
)
PICTURES: tuple[bytes, ...] = (
    b"", b"\0", _SVG, _png(100_000, 100_000), _png(65_535, 2), _png(0, 0), _png(7000, 5000, zlib.compress(bytes(10_000_000))),
    _png(1600, 1000, _ZEROS), _png(1600, 1000, _ZEROS, 60), _png(6000, 4000, _ZEROS), _scanned(2), _scanned(5_000),
    _webp(16_384, 16_384), _webp(1, 1), _jpeg(65_500, 65_500), _jpeg(10, 10), b"GIF89a" + bytes(40), b"BM" + bytes(60),
    b"II*\0" + bytes(60),
    b"RIFF\xff\xff\xff\xffWEBPVP8 ", b"\x89PNG\r\n\x1a\n" + bytes(2000), b"\xff\xd8" + bytes(3000),
)  # fmt: skip


# ------------------------------------------------------------------ kinds of corruption


def change_bytes(chance: random.Random, data: bytes) -> bytes:
    """The same bytes no more: cut, inserted, repeated, or in another encoding."""
    kind = chance.randrange(9)
    at = chance.randrange(len(data) + 1)
    if kind == 0:
        return data[:at]
    if kind == 1:
        return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
    if kind == 2:
        return data[:at] + chance.randbytes(chance.choice((1, 4, 50, 3000))) + data[at:]
    if kind == 3:
        return data[:at] + data[at + chance.randrange(1, 200) :]
    if kind == 4:
        return data.decode(errors="replace").encode(chance.choice(("utf-16", "utf-16-be", "utf-32", "latin-1", "cp1256")), errors="replace")
    if kind == 5:
        return b"\xef\xbb\xbf" * chance.choice((1, 2)) + data
    if kind == 6:
        return data.replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\t", b"\0", b"\xc2\x85", b"")))
    if kind == 7:
        return data * chance.choice((2, 400))
    other = bytearray(data)
    for _ in range(chance.choice((1, 5, 40))):
        if other:
            other[chance.randrange(len(other))] = chance.randrange(256)
    return bytes(other)


def _text(chance: random.Random, data: bytes) -> bytes:
    lines = data.decode(errors="replace").split("\n")
    at = chance.randrange(len(lines))
    kind = chance.randrange(12)
    key, colon, rest = lines[at].partition(":")
    if kind == 0:
        del lines[at]
    elif kind == 1:
        lines.insert(at, lines[chance.randrange(len(lines))])
    elif kind == 2:
        lines[at] = key + colon + " " + chance.choice(_VALUES)
    elif kind == 3:
        lines[at] = key + chance.choice(("s", "x", " ", "-", "\u0301")) + colon + rest
    elif kind == 4:
        lines[at] = chance.choice((" ", "  ", "\t", "- ", "? ", "# ")) + lines[at]
    elif kind == 5:
        lines[at] = lines[at].lstrip()
    elif kind == 6:
        other = chance.randrange(len(lines))
        lines[at], lines[other] = lines[other], lines[at]
    elif kind == 7:
        lines[at] = key + colon + " " + "[" * chance.choice((3, 39, 60, 5000))
    elif kind == 8:
        lines[at:at] = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9) if n else 'x'}]" for n in range(chance.choice((3, 9)))]
    elif kind == 9:
        lines[at:at] = [
            chance.choice(("x{n}: {{y: z}}", "- {n}", "  a{n}: b", "x{n}: &x{n} y")).format(n=n) for n in range(chance.choice((20, 3000)))
        ]
    elif kind == 10:
        lines[at] = (
            key + colon + " " + chance.choice(('["]",', '{a: "}", b: ', "? ", "- ", "!!map ", "&a ")) * chance.choice((5, 50, 20_000))
        )
    else:
        lines[at] = chance.choice(
            ("---", "...", "%YAML 9.9", "&a *a", "{{{{", "x: y: z", "- - - - - - - - - -", '"', "'", "|2", "?", "*", "!!binary x")
        )
    return "\n".join(lines).encode(errors="replace")


def _content(file: Path) -> bytes:
    """What stands in a plain file of usual size, or nothing."""
    usual = file.is_file() and not file.is_symlink() and file.stat().st_size < 50_000_000
    return file.read_bytes() if usual else b""


@dataclass
class Damage:
    """What was done to an exhibit of which there is a whole copy."""

    root: Path
    whole: Path
    touched: list[Path] = field(default_factory=list)
    """Files and folders below both, to be put back."""
    what: list[str] = field(default_factory=list)

    def write(self, file: Path, data: bytes) -> None:
        """Another content for a file, unless something else stands there by now."""
        if self._touch(file) and not file.is_symlink() and (file.is_file() or not file.exists()):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)

    def become(self, file: Path, kind: str) -> None:
        """A file or folder no more: a link, a pipe, a folder, or nothing."""
        if not self._touch(file):
            return
        _remove(file)
        match kind:
            case "link":
                file.symlink_to("/etc/passwd")
            case "way out":
                file.symlink_to(self.whole / file.relative_to(self.root))
            case "loop":
                file.symlink_to(file)
            case "device":
                file.symlink_to("/dev/zero")
            case "pipe":
                os.mkfifo(file)
            case "folder":
                file.mkdir()
            case "file":
                file.write_bytes(b"a file\n")
            case "heap":
                with open(file, "wb") as heap:
                    heap.truncate(3_000_000_000)

    def _touch(self, file: Path) -> bool:
        name = file.relative_to(self.root)
        known = [folder for folder in name.parents if (self.whole / folder).is_dir()]
        if any((self.root / folder).is_symlink() or not (self.root / folder).is_dir() for folder in known):
            return False
        if any((self.root / folder).is_file() for folder in name.parents):  # of the damage before this one
            return False
        below = len(known[0].parts)
        self.touched.append(Path(*name.parts[: below + 1]))
        return True

    def undo(self) -> None:
        """Everything as it was."""
        for name in reversed(self.touched):
            _remove(self.root / name)
            if (self.whole / name).is_dir():
                shutil.copytree(self.whole / name, self.root / name)
            elif (self.whole / name).is_file():
                shutil.copy(self.whole / name, self.root / name)


def _remove(file: Path) -> None:
    if file.is_dir() and not file.is_symlink():
        shutil.rmtree(file)
    else:
        file.unlink(missing_ok=True)


def corrupt(chance: random.Random, root: Path, whole: Path, texts: list[Path], pictures: list[Path]) -> Damage:
    """Corrupt one or two files below `root`, of which `whole` is a copy."""
    damage = Damage(root, whole)
    for _ in range(chance.choice((1, 1, 1, 2))):
        kind = chance.randrange(24)
        if kind < 6:
            file = chance.choice(texts)
            damage.write(file, change_bytes(chance, _content(file)))
        elif kind < 14:
            file = chance.choice(texts)
            damage.write(file, _text(chance, _content(file)))
        elif kind < 17:
            file = chance.choice(pictures)
            data, other = _content(file), _content(chance.choice(pictures))
            cut, mangled = data[: chance.randrange(len(data) + 1)], change_bytes(chance, data[:4000]) + data[4000:]
            damage.write(file, chance.choice((chance.choice(PICTURES), chance.choice(PICTURES), cut, mangled, other)))
        elif kind < 19:
            file = chance.choice(texts + pictures)
            damage.become(file, chance.choice(("link", "way out", "loop", "device", "pipe", "folder", "heap", "gone")))
        elif kind < 20:
            file = chance.choice(texts)
            damage.write(file, _content(chance.choice(texts)))
        elif kind < 21:
            file = chance.choice(texts + pictures).parent
            damage.become(file, chance.choice(("link", "way out", "loop", "pipe", "file", "folder", "gone")))
        else:
            odd = chance.choice(
                (b"\xff\xfe.yaml", b"..yaml", b"-.yaml", b"a\nb.yaml", b"x" * 240 + b".yaml", "\u202ex.yaml".encode(), b" .yaml")
            )
            folder = chance.choice(("content/projects", "content/words", "content/interface", "content", "assets/illustrations"))
            place = os.fsencode(root / folder) + b"/" + odd
            file = Path(os.fsdecode(place + b"/project.yaml" if chance.random() < 0.3 else place))
            damage.write(file, b"title: x\n")
        damage.what.append(f"{kind} {file.relative_to(root)}")
    return damage

"""Random corruptions of the shipped content, and a judge of what the program makes of each.

    python tests/content/corruption.py --count 100000 [--seed N] [--processes 2]

A few projects of the shipped exhibit are copied (which, the seed decides), one or two of their files are corrupted, the exhibit
is read, checked and now and then compiled, and everything is put back. Nothing may raise, take longer than two seconds,
open a file outside the exhibit, or leave neither a project to show nor a word why.
"""

from __future__ import annotations

import argparse
import contextlib
import faulthandler
import os
import random
import re
import shutil
import struct
import sys
import tempfile
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter

from kiosk.content.checking import check_exhibit, usable
from kiosk.content.reading import read_exhibit
from kiosk.editions.compiling import Told, compile_edition
from kiosk.editions.edition import load_edition
from kiosk.editions.parts import parts
from kiosk.media.probing import decode
from kiosk.media.remembering import RememberingProbe

SHIPPED = Path(__file__).resolve().parents[2]
LONGEST = 2.0
"""Seconds that one exhibit with a corrupted file may take."""
PROJECTS = 3
_COMPILE_EVERY = 10
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


def _bytes(chance: random.Random, data: bytes) -> bytes:
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
            damage.write(file, _bytes(chance, _content(file)))
        elif kind < 14:
            file = chance.choice(texts)
            damage.write(file, _text(chance, _content(file)))
        elif kind < 17:
            file = chance.choice(pictures)
            data, other = _content(file), _content(chance.choice(pictures))
            cut, mangled = data[: chance.randrange(len(data) + 1)], _bytes(chance, data[:4000]) + data[4000:]
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


# ------------------------------------------------------------------ the judge


def _of(chosen: list[str], projects: list[str], text: str) -> str:
    """A file that projects share, as if there were only these: no word of what is not there."""
    for name in set(projects) - set(chosen):
        text = re.sub(
            rf"^ *- {name}\n|,? project: {name}(?=}})|{{project: {name}(?=}})|(?<=[\[ ]){name}(, |(?=\]))", "", text, flags=re.MULTILINE
        )
    return text


_HEARD: list[Callable[[str, tuple[object, ...]], None]] = []
"""Who hears what is opened: a hook stays as long as the process, so there is one for all judges."""
sys.addaudithook(lambda event, arguments: [hear(event, arguments) for hear in _HEARD] and None)


class Judge:
    """A few shipped projects in a folder of their own, corrupted again and again."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.chance = random.Random(seed)
        self.root, self._out = folder / "exhibit", folder / "out" / "edition"
        projects = sorted(each.name for each in (SHIPPED / "content/projects").iterdir() if each.is_dir())
        chosen = self.chance.sample(projects, PROJECTS)
        shutil.copytree(SHIPPED / "content", self.root / "content", ignore=shutil.ignore_patterns("projects", "README.md"))
        for name in chosen:
            shutil.copytree(SHIPPED / "content/projects" / name, self.root / "content/projects" / name)
        for name in ("exhibit", "timeline", "glossary"):
            file = self.root / "content" / f"{name}.yaml"
            file.write_text(_of(chosen, projects, file.read_text(encoding="utf-8")), encoding="utf-8")
        exhibit = read_exhibit(self.root).exhibit
        assert exhibit is not None
        for project in exhibit.projects.values():
            for path in (each for picture in project.file.pictures.values() for each in (picture.file, picture.tall) if each):
                (self.root / "assets" / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(SHIPPED / "assets" / path, self.root / "assets" / path)
        self.texts = sorted(file for file in (self.root / "content").rglob("*.yaml"))
        self.pictures = sorted(file for file in (self.root / "assets").rglob("*.webp"))
        self._probe = RememberingProbe(decode, folder / "pictures.json")
        self._told: Told = {}
        self._builtin = exhibit.interface
        self._whole = read_exhibit(self.root)
        check_exhibit(self._whole, self._probe, date(2026, 11, 23))
        self._out.parent.mkdir()
        self._copy = Path(shutil.copytree(self.root, folder / "whole"))
        self.opened: list[str] = []
        self._listens = False
        _HEARD[:] = [self._hear]

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if self._listens and event == "open" and isinstance(arguments[0], str | bytes | os.PathLike):
            name = os.fsdecode(arguments[0])
            if os.path.isabs(name):  # a name beside an open folder, as `shutil` uses it when it takes one away, leads nowhere else
                self.opened.append(os.path.realpath(name))  # where it lies, behind any link

    def once(self, number: int) -> str:
        """One corruption and what is wrong with how it was taken, or nothing."""
        damage = corrupt(self.chance, self.root, self._copy, self.texts, self.pictures)
        self.opened.clear()
        self._listens = True
        began = time.perf_counter()
        try:
            trouble = self._judge(number)
        except Exception as error:
            trouble = f"{type(error).__name__}: {error}"
        finally:
            took = time.perf_counter() - began
            self._listens = False
            damage.undo()
            self._whole = read_exhibit(self.root, self._whole)
        own = [os.path.realpath(each) for each in (self.root, self._out.parent, sys.prefix, sys.base_prefix, SHIPPED / "kiosk")]
        outside = [name for name in self.opened if not any(name == each or name.startswith(each + os.sep) for each in own)]
        if not trouble and outside:
            trouble = f"a file outside was opened: {outside[0]}"
        if not trouble and took > LONGEST:
            trouble = f"it took {took:.1f} seconds"
        return f"{trouble} <- {'; '.join(damage.what)}" if trouble else ""

    def _judge(self, number: int) -> str:
        reading = read_exhibit(self.root, self._whole)
        problems = check_exhibit(reading, self._probe, date(2026, 11, 23))
        exhibit = usable(reading.exhibit, problems) if reading.exhibit else None
        for problem in problems:
            if ".." in Path(problem.file).parts or problem.file.startswith("/") or problem.line < 1:
                return f"a problem points outside: {problem}"
        with contextlib.suppress(OSError):  # as it says, where content/ cannot be listed
            parts(self.root)
        if exhibit is None or not exhibit.projects:
            return "" if problems else "nothing can be shown, and nothing says why"
        if number % _COMPILE_EVERY == 0:
            compile_edition(exhibit, self._out, self._probe, self._builtin, told=self._told)
            edition = load_edition(self._out)
            for language in edition.languages:
                plates = edition.plates(language.code)
                if {plate.project for plate in plates} != set(exhibit.projects) or not all(plate.title for plate in plates):
                    return f"the screen in {language.code} is blank"
                if not all(edition.panel(name, language.code).blocks for name in exhibit.projects):
                    return f"a panel in {language.code} is blank"
        return ""


def run(seed: int, count: int) -> Iterator[str]:
    """So many corruptions; yields what is wrong with each, or nothing."""
    with tempfile.TemporaryDirectory() as folder:
        judge: Judge | None = None
        for number in range(count):
            if number % 2500 == 0:
                place = Path(folder) / str(number)
                place.mkdir()
                judge = Judge(seed + number, place)
            assert judge is not None
            yield judge.once(number)


_STUCK = 120
"""Seconds without an answer after which a process tells where it stands, and ends."""


def _share(seed: int, count: int) -> list[str]:
    found = []
    faulthandler.dump_traceback_later(_STUCK, exit=True)
    for trouble in run(seed, count):
        faulthandler.dump_traceback_later(_STUCK, exit=True)
        found += [f"{trouble} (seed {seed})"] if trouble else []
    faulthandler.cancel_dump_traceback_later()
    return found


def _answer(share: Future[list[str]], seed: int) -> list[str]:
    try:
        return share.result()
    except BrokenProcessPool:
        return [f"a process crashed or stood still (seed {seed}, or one beside it)"]


def main() -> int:
    """All of them, on so many processes."""
    parser = argparse.ArgumentParser(description="Corrupt the shipped content at random, and judge what becomes of it.")
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    wanted = parser.parse_args()
    from rich.progress import track

    print(f"seed {wanted.seed}")
    pieces = [(wanted.seed + at, min(1000, wanted.count - at)) for at in range(0, wanted.count, 1000)]
    found: list[str] = []
    began = time.perf_counter()
    with ProcessPoolExecutor(wanted.processes) as pool:
        shares = [(pool.submit(_share, *piece), piece[0]) for piece in pieces]
        for share, seed in track(shares, description="corrupting"):
            found += _answer(share, seed)
    for trouble, times in Counter(each.partition(" <- ")[0] for each in found).most_common(20):
        print(f"{times} x {trouble}")
    for each in found[:20]:
        print(each)
    print(f"{wanted.count} corruptions, {len(found)} taken badly, {time.perf_counter() - began:.0f} s")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())

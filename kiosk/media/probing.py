"""What a picture file holds, looked at without trusting it."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from PySide6.QtGui import QImageReader

from kiosk.content.checking import MOST_PIXELS, PictureFacts

_FORMATS = {b"jpeg", b"png", b"webp"}
_UNKNOWN = "it is not a picture, or of an unknown kind"
_TROUBLES = {
    QImageReader.ImageReaderError.FileNotFoundError: "it cannot be opened",
    QImageReader.ImageReaderError.DeviceError: "it cannot be opened",
    QImageReader.ImageReaderError.UnsupportedFormatError: _UNKNOWN,
    QImageReader.ImageReaderError.InvalidDataError: "it is damaged",
}


def _is_plain(path: Path) -> bool:
    """Whether this is a file of its own: to open a pipe would wait for ever."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def look(path: Path) -> PictureFacts:
    """Size in pixels from the head of the file; nothing is decoded. What a file is, its first bytes say, whatever its name:
    a drawing (SVG) under the name of a picture is not read, for it may name other files."""
    if not _is_plain(path):
        return PictureFacts(0, 0, "it cannot be opened")
    if bytes(QImageReader.imageFormat(str(path)).data()) not in _FORMATS:
        return PictureFacts(0, 0, _UNKNOWN)
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if not size.isValid():
        return PictureFacts(0, 0, _TROUBLES.get(reader.error(), "it is damaged"))
    return PictureFacts(size.width(), size.height())


_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
"""A JPEG marker; in compressed data only 00 and restart markers follow FF (ITU-T T.81, B.1.1)."""


def _breaks_off(path: Path) -> bool:
    """Whether a JPEG lacks its end: Qt paints the missing part grey and says that all is well."""
    data = path.read_bytes()
    place = 2
    while found := _MARKER.search(data, place):
        if found.group() == b"\xff\xd9":
            return False
        place = found.end() + int.from_bytes(data[found.end() : found.end() + 2], "big")
    return True


def decode(path: Path) -> PictureFacts:
    """As `look`, but the whole picture is decoded, within limits; finds files that break off half-way."""
    facts = look(path)
    if facts.trouble or facts.width * facts.height > MOST_PIXELS:
        return facts
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    if bytes(reader.format().data()) == b"jpeg" and _breaks_off(path):
        return PictureFacts(facts.width, facts.height, "it is damaged")
    reader.setAllocationLimit(MOST_PIXELS * 4 // 1_000_000 + 1)
    image = reader.read()
    return facts if not image.isNull() else PictureFacts(facts.width, facts.height, _TROUBLES.get(reader.error(), "it is damaged"))

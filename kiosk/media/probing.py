"""What a picture file holds, looked at without trusting it."""

from __future__ import annotations

import io
import stat
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QFile, QIODevice
from PySide6.QtGui import QImageReader

from kiosk.content.checking import MOST_PIXELS, PictureFacts
from kiosk.content.yaml_files import read_plain
from kiosk.media.bombs import jpeg_is_whole, png_is_sound

_FORMATS = {b"jpeg", b"png", b"webp"}
LARGEST_PICTURE = 30_000_000
"""Bytes; a photograph of 8K in good quality has 20 million. What is larger takes more than two seconds to decode."""
_DAMAGED = "it is damaged"
_CLOSED = "it cannot be opened"
_TOO_LARGE = f"the file is larger than {LARGEST_PICTURE // 1_000_000} MB"
_UNKNOWN = "it is not a picture, or of an unknown kind"
_TROUBLES = {
    QImageReader.ImageReaderError.FileNotFoundError: _CLOSED,
    QImageReader.ImageReaderError.DeviceError: _CLOSED,
    QImageReader.ImageReaderError.UnsupportedFormatError: _UNKNOWN,
    QImageReader.ImageReaderError.InvalidDataError: _DAMAGED,
}


def look(path: Path) -> PictureFacts:
    """Size in pixels from the head of the file; nothing is decoded. What a file is, its first bytes say, whatever its name:
    a drawing (SVG) under the name of a picture is not read, for it may name other files."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return PictureFacts(0, 0, _CLOSED)
    if not stat.S_ISREG(found.st_mode):  # to open a pipe would wait for ever
        return PictureFacts(0, 0, _CLOSED)
    if found.st_size > LARGEST_PICTURE:
        return PictureFacts(0, 0, _TOO_LARGE)
    try:
        with open(path, "rb") as opened:
            sound = not opened.peek(8).startswith(b"\x89PNG") or png_is_sound(opened, whole=False)
    except OSError:
        return PictureFacts(0, 0, _CLOSED)
    if not sound:
        return PictureFacts(0, 0, _DAMAGED)
    file = QFile(str(path))
    return _reader(file)[1] if file.open(QIODevice.OpenModeFlag.ReadOnly) else PictureFacts(0, 0, _CLOSED)


def _reader(device: QIODevice) -> tuple[QImageReader, PictureFacts]:
    """A reader of what can only be a picture, and the facts of its head."""
    if bytes(QImageReader.imageFormat(device).data()) not in _FORMATS:
        return QImageReader(), PictureFacts(0, 0, _UNKNOWN)
    reader = QImageReader(device)
    size = reader.size()
    if not size.isValid():
        return reader, PictureFacts(0, 0, _TROUBLES.get(reader.error(), _DAMAGED))
    return reader, PictureFacts(size.width(), size.height())


def decode(path: Path) -> PictureFacts:
    """As `look`, but the whole picture is decoded, within limits; finds files that break off half-way."""
    facts = look(path)
    if facts.trouble or facts.width * facts.height > MOST_PIXELS:
        return facts
    try:
        data = read_plain(path, LARGEST_PICTURE + 1)
    except (OSError, ValueError):
        data = None
    return decode_bytes(data) if data is not None else PictureFacts(0, 0, _CLOSED)


def decode_bytes(data: bytes) -> PictureFacts:
    """As `decode`, for the whole content of a file."""
    if len(data) > LARGEST_PICTURE:
        return PictureFacts(0, 0, _TOO_LARGE)
    if data.startswith(b"\x89PNG") and not png_is_sound(io.BytesIO(data), whole=True):
        return PictureFacts(0, 0, _DAMAGED)
    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader, facts = _reader(buffer)
    if facts.trouble or facts.width * facts.height > MOST_PIXELS:
        return facts
    damaged = PictureFacts(facts.width, facts.height, _DAMAGED)
    if bytes(reader.format().data()) == b"jpeg" and not jpeg_is_whole(data):
        return damaged
    reader.setAllocationLimit(MOST_PIXELS * 4 // 1_000_000 + 1)
    image = reader.read()
    return facts if not image.isNull() else replace(damaged, trouble=_TROUBLES.get(reader.error(), damaged.trouble))

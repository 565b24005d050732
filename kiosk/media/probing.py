"""What a picture file holds, looked at without trusting it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImageReader

from kiosk.content.checking import MOST_PIXELS, PictureFacts

_TROUBLES = {
    QImageReader.ImageReaderError.FileNotFoundError: "it cannot be opened",
    QImageReader.ImageReaderError.DeviceError: "it cannot be opened",
    QImageReader.ImageReaderError.UnsupportedFormatError: "it is not a picture, or of an unknown kind",
    QImageReader.ImageReaderError.InvalidDataError: "it is damaged",
}


def look(path: Path) -> PictureFacts:
    """Size in pixels from the head of the file; nothing is decoded."""
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if not size.isValid():
        return PictureFacts(0, 0, _TROUBLES.get(reader.error(), "it is damaged"))
    return PictureFacts(size.width(), size.height())


def decode(path: Path) -> PictureFacts:
    """As `look`, but the whole picture is decoded, within limits; finds files that break off half-way."""
    facts = look(path)
    if facts.trouble or facts.width * facts.height > MOST_PIXELS:
        return facts
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAllocationLimit(MOST_PIXELS * 4 // 1_000_000 + 1)
    image = reader.read()
    return facts if not image.isNull() else PictureFacts(facts.width, facts.height, _TROUBLES.get(reader.error(), "it is damaged"))

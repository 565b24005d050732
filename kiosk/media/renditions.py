"""Pictures at the sizes a panel shows: `python -m kiosk.media.renditions EDITION FOLDER WIDTH HEIGHT`.

Each is an opaque JPEG over lapis, named by the hash of its picture and its width, so that editions share them. Made one
at a time, in a process of low priority, each complete or not there; what was not used for longest goes first.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from kiosk.content.checking import MOST_PIXELS
from kiosk.editions.edition import load_edition

LADDER = (320, 640, 960, 1280, 1920, 2560, 3840)
"""Widths in pixels; a picture is shown from the next one that is wide enough."""
MOST_BYTES = 600_000_000
_QUALITY = 90
_GROUND = "#0B1230"


def widths_for(width: int, height: int) -> tuple[int, ...]:
    """The widths that a panel of this size asks for: thumbnails, plates, half and whole screens, and one to zoom into."""
    shorter = min(width, height)
    shown = (shorter * 0.2, shorter * 0.66, shorter * 1.35, max(width, height), max(width, height) * 1.5)
    return tuple(sorted({next((each for each in LADDER if each >= wanted), LADDER[-1]) for wanted in shown}))


def make(picture: Path, digest: str, folder: Path, widths: tuple[int, ...]) -> int:
    """Make the renditions of one picture that are missing; returns how many were made. None is wider than the picture: in
    place of wider ones there is one of its own width. A picture that cannot be decoded makes none."""
    reader = QImageReader(str(picture))
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return 0
    wanted = sorted({min(width, size.width()) for width in widths})
    missing = [width for width in wanted if not (folder / f"{digest}-{width}.jpg").exists()]
    image = reader.read() if missing else QImage()
    if image.isNull():
        return 0
    made = 0
    for width in missing:
        height = max(1, round(image.height() * width / image.width()))
        scaled = image.scaled(QSize(width, height), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
        opaque = QImage(scaled.size(), QImage.Format.Format_RGB32)
        opaque.fill(QColor(_GROUND))
        painter = QPainter(opaque)
        painter.drawImage(0, 0, scaled)
        painter.end()
        part = folder / f"{digest}-{width}.part.jpg"
        try:
            if opaque.save(str(part), quality=_QUALITY):
                os.replace(part, folder / f"{digest}-{width}.jpg")
                made += 1
        finally:
            part.unlink(missing_ok=True)
    return made


def tidy(folder: Path, most: int = MOST_BYTES) -> None:
    """Let go of what was not used for longest, until the folder holds at most so many bytes."""
    for part in folder.glob("*.part.jpg"):  # of a process that was ended half-way
        part.unlink(missing_ok=True)
    files = sorted(((file.stat().st_atime_ns, file.stat().st_size, file) for file in folder.glob("*.jpg")), reverse=True)
    total = 0
    for _, size, file in files:
        total += size
        if total > most:
            file.unlink(missing_ok=True)


def main(arguments: list[str]) -> int:
    """Make what is missing for an edition on a panel of this size."""
    edition_folder, folder = Path(arguments[0]), Path(arguments[1])
    widths = widths_for(int(arguments[2]), int(arguments[3]))
    if hasattr(os, "nice"):
        os.nice(10)
    edition = load_edition(edition_folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, (digest, _, _) in edition.pictures.items():
            make(edition.root / "assets" / path, digest, folder, widths)
        tidy(folder)
    except OSError as error:
        print(f"Pictures at the size shown cannot be kept in {folder} ({error.strerror}).", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Pictures at the sizes a panel shows: `python -m kiosk.media.renditions EDITION FOLDER WIDTH HEIGHT`.

Each is an opaque JPEG over lapis, named by the hash of its picture and its width, so that editions share them. Made one
at a time, in a process of low priority, each complete or not there. Where they grow too many, those go first that belong
to no edition, then those of the edition that was shown longest ago. Where one edition alone would fill their share, or the
disk, the rest of its pictures are shown from their own files.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QImageWriter, QPainter

from kiosk.content.checking import MOST_PIXELS
from kiosk.editions import cache as cached
from kiosk.editions import disk
from kiosk.editions.edition import load_edition
from kiosk.editions.staging import RESERVE
from kiosk.operations.priority import step_back

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
    """Make the renditions of one picture that are missing; returns how many bytes were written. None is wider than the
    picture: in place of wider ones there is one of its own width. A picture that cannot be decoded makes none. Raises OSError
    where they cannot be written."""
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
    written = 0
    for width in missing:
        height = max(1, round(image.height() * width / image.width()))
        scaled = image.scaled(QSize(width, height), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
        opaque = QImage(scaled.size(), QImage.Format.Format_RGB32)
        opaque.fill(QColor(_GROUND))
        painter = QPainter(opaque)
        painter.drawImage(0, 0, scaled)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QImageWriter(buffer, QByteArray(b"jpg"))
        writer.setQuality(_QUALITY)
        if writer.write(opaque):
            data = bytes(buffer.data().data())
            disk.write_whole(folder / f"{digest}-{width}.jpg", data)
            written += len(data)
    return written


def tidy(folder: Path, needed: Sequence[Collection[str]], most: int = MOST_BYTES) -> None:
    """Keep at most so many bytes of renditions, and nothing half-written. `needed` are the hashes of the pictures of each
    edition, the one shown last first; no clock is asked, for a machine's may be wrong."""
    disk.sweep(folder)
    ranks = {digest: rank for rank, digests in reversed(list(enumerate(needed))) for digest in digests}
    files = sorted((ranks.get(file.name.partition("-")[0], len(needed)), file.name, file.stat().st_size) for file in folder.glob("*.jpg"))
    total = 0
    for _, name, size in files:
        total += size
        if total > most:
            (folder / name).unlink(missing_ok=True)


def _bytes_of(digests: Collection[str], folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.glob("*.jpg") if file.name.partition("-")[0] in digests)


def main(arguments: list[str]) -> int:
    """Make what is missing for an edition on a panel of this size."""
    edition_folder, folder = Path(arguments[0]), Path(arguments[1])
    widths = widths_for(int(arguments[2]), int(arguments[3]))
    edition = load_edition(edition_folder)
    needed = [{digest for digest, _, _ in edition.pictures.values()}, *cached.pictures_by_use(folder.parent)]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tidy(folder, needed)
        room = MOST_BYTES - _bytes_of(needed[0], folder)
        for path, (digest, _, _) in edition.pictures.items():
            if room <= 0 or disk.free_bytes(folder) < RESERVE:
                break
            room -= make(edition.root / "assets" / path, digest, folder, widths)
        tidy(folder, needed)
    except OSError as error:
        print(f"Pictures at the size shown cannot be kept in {folder} ({error.strerror}).", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    step_back()
    sys.exit(main(sys.argv[1:]))

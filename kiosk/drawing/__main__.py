"""Draw the illustrations: `python -m kiosk.drawing [NAME ...]` writes WebP files to assets/illustrations/.

Each hero is composed twice, wide (3:2) and tall (3:4); other pictures are wide.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk.drawing import (
    crew_scenes,
    earth_scenes,
    frame_scenes,
    ground_scenes,
    path_scenes,
    people_scenes,
    site_scenes,
    student_scenes,
    telescope_scenes,
    voices_scenes,
    watching_scenes,
)
from kiosk.drawing.kit import Svg

Scene = Callable[[float, float], Svg]
ILLUSTRATIONS = Path(__file__).resolve().parents[2] / "assets" / "illustrations"
WIDE, TALL = (1440, 960, 2), (900, 1200, 1.6667)
"""Drawing units across and down, and pixels a unit."""

HEROES: dict[str, Scene] = {
    "syria-faris-soyuz-tm3": people_scenes.faris,
    "kazakhstan-aubakirov-soyuz-tm13": people_scenes.aubakirov,
    "malaysia-angkasawan-soyuz-tma11": people_scenes.muszaphar,
    "uae-almansoori-soyuz-ms15": people_scenes.almansoori,
    "introduction": people_scenes.introduction,
    "what-we-share": people_scenes.what_we_share,
    "looking-forward": people_scenes.looking_forward,
    "kazakhstan-baikonur": site_scenes.baikonur,
    "iran-khayyam": earth_scenes.khayyam,
    "egypt-egyptsat-a": earth_scenes.egyptsat,
    "algeria-alsat-1": earth_scenes.alsat,
    "uae-meznsat": earth_scenes.meznsat,
    "kazakhstan-kazsat-1": earth_scenes.kazsat,
    "indonesia-telkom-3": earth_scenes.telkom,
    "turkey-rtt150-spektr-rg": telescope_scenes.rtt150,
    "ultraviolet-sky-survey": telescope_scenes.imagined_telescope,
    **frame_scenes.SCENES,
    **crew_scenes.SCENES,
    **ground_scenes.SCENES,
    **watching_scenes.SCENES,
    **voices_scenes.SCENES,
    **student_scenes.SCENES,
}
OTHERS: dict[str, Scene] = {
    "placeholder": people_scenes.placeholder,
    "soyuz-launch-family": site_scenes.launch_family,
    "soyuz-landing": people_scenes.landing,
    "proton-at-night": site_scenes.proton_night,
    "spektr-rg-l2": telescope_scenes.l2,
    "uv-sky-eye": telescope_scenes.sky_by_eye,
    "uv-sky-ultraviolet": telescope_scenes.sky_in_ultraviolet,
    "uv-air": telescope_scenes.air,
    **path_scenes.scenes(),
}


def rendered(svg: Svg, pixels_per_unit: float) -> QImage:
    """The drawing as an opaque picture."""
    image = QImage(round(svg.w * pixels_per_unit), round(svg.h * pixels_per_unit), QImage.Format.Format_RGB32)
    image.fill(QColor("#060A1C"))
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    QSvgRenderer(QByteArray(svg.text().encode())).render(painter, QRectF(image.rect()))
    painter.end()
    return image


def draw(name: str) -> list[Path]:
    """Draw one picture in its compositions; returns the files."""
    written = []
    for suffix, (w, h, scale) in (("", WIDE), ("-tall", TALL)) if name in HEROES else (("", WIDE),):
        image = rendered((HEROES | OTHERS)[name](w, h), scale)
        file = ILLUSTRATIONS / f"{name}{suffix}.webp"
        image.save(str(file), "WEBP", 88)
        written.append(file)
    return written


if __name__ == "__main__":
    application = QGuiApplication([])
    ILLUSTRATIONS.mkdir(parents=True, exist_ok=True)
    for each in sys.argv[1:] or HEROES | OTHERS:
        print(*(f"{file.name} {file.stat().st_size // 1000} kB" for file in draw(each)), flush=True)

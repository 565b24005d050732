"""The art of the overture: `python -m kiosk.drawing.attract_art` writes the layers to assets/attract/.

small/ large/     for full HD and for 4K
  landscape.jpg portrait.jpg      sky, orbits, Earth with its lights: opaque, so that the first frame is quick
  ring-*.webp strap-*.webp        the girih ring and the straps that bend into orbits, in sectors to reveal in turn
  soyuz.webp satellite.webp       what moves along the orbits
geometry.json     where the sectors and the stars of projects lie, in shares of the frame
"""

from __future__ import annotations

import json
import math
import os
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk.drawing import vehicles
from kiosk.drawing.kit import C, Svg
from kiosk.drawing.scene import glow, ticks
from kiosk.drawing.sky import Globe, earth, ngon, pic, release, star_poly, stars

ART = Path(__file__).resolve().parents[2] / "assets" / "attract"
FRAMES = {
    "landscape": {"size": (1920, 1080), "centre": (1290, 1480), "radius": 860, "rings": (1090, 1165, 1255, 1365), "sky": 95},
    "portrait": {"size": (1080, 1920), "centre": (540, 2030), "radius": 800, "rings": (1010, 1080, 1160, 1260), "sky": 60},
}
"""The frame, the middle and radius of the Earth and the radii of the orbits in drawing units, the width of the sky in degrees."""
CELLS, ROWS, SECTORS = 72, 2, 9
BAIKONUR = (63.305, 45.965)


def base(frame: dict[str, Any]) -> Svg:
    """All that stands still: sky, orbits, Earth; darker where words will stand."""
    (w, h), (cx, cy), radius = frame["size"], frame["centre"], frame["radius"]
    g = Svg(w, h)
    g.raw(f'<rect width="{w}" height="{h}" fill="{g.grad("sky", [(0, "#050918", 1), (0.5, "#0B1230", 1), (1, "#12205A", 1)])}"/>')
    stars(g, 0, 0, w, h, 300, 35, frame["sky"], 6.5, 1.0, lines=0.13)
    glow(g, cx, cy - radius, radius * 0.9, C["t500"], 0.2, "ag")
    for r in frame["rings"]:
        g.circle(cx, cy, r, stroke=C["g300"], sw=1.4, op=0.5)
        ticks(g, cx, cy, r, 180, 360, 0.5, 4, op=0.28, major=10)
    x, y, reach = (330, 230, 860) if w > h else (540, 260, 700)
    shade = g.grad("tf", [(0, "#060A1C", 0.94), (0.55, "#070C22", 0.8), (1, "#0B1230", 0)], (x, y, reach))
    g.raw(f'<rect width="{w}" height="{h}" fill="{shade}"/>')
    earth(g, cx, cy, radius, -34, 54, 0, "e", style="night")
    bx, by = Globe(g, cx, cy, radius, -34, 54, 0).pt(*BAIKONUR)
    glow(g, bx, by, 44, C["p300"], 0.9, "bk")
    g.poly(star_poly(8, 3, 12, bx, by, 22.5), fill=C["g300"])
    top = h * (0.74 if w > h else 0.68)
    foot = g.grad("ft", [(0, "#060A1C", 0), (0.5, "#060A1C", 0.72), (1, "#060A1C", 0.9)])
    g.raw(f'<rect y="{top}" width="{w}" height="{h - top}" fill="{foot}"/>')
    return g


def ring_sector(frame: dict[str, Any], first: int, last: int) -> Svg:
    """Cells `first` to `last` of the girih round the Earth: 4.8.8 by polygons in contact, wrapped by r = r1 exp(y)."""
    (w, h), (cx, cy) = frame["size"], frame["centre"]
    g = Svg(w, h)
    inner, per = frame["radius"] * 1.018, math.radians(360 / CELLS)
    side = per / (1 + math.sqrt(2))
    octagon = side / (2 * math.sin(math.pi / 8))

    def wrapped(x: float, y: float) -> tuple[float, float]:
        r = inner * math.exp(y)
        return cx + r * math.cos(x), cy + r * math.sin(x)

    for i in range(first, last + 1):
        cells = []
        for j in range(ROWS):
            cells.append(ngon(8, octagon, i * per, (j + 0.5) * per, 22.5))
            if j < ROWS - 1:
                cells.append(ngon(4, side / math.sqrt(2), (i + 0.5) * per, (j + 1) * per, 0))
        for cell in cells:
            strokes = pic(cell, 67.5)
            if len(cell) == 8:
                g.poly([wrapped(*q) for p, z, _ in strokes for q in (p, z)], fill="#16255F", op=0.55)
            for p, z, q in strokes:
                points = [
                    wrapped(a[0] + (b[0] - a[0]) * t / 4, a[1] + (b[1] - a[1]) * t / 4) for a, b in ((p, z), (z, q)) for t in range(5)
                ]
                g.poly(points, stroke=C["g500"], sw=1.5, op=0.95, close=False)
    outer = inner * math.exp(ROWS * per)
    start, end = (first - 0.5) * 360 / CELLS, (last + 0.5) * 360 / CELLS
    for r in (inner, outer):
        g.arc(cx, cy, r, start, end, stroke=C["g500"], sw=1.6, op=0.9)
    return g


def strap_sector(frame: dict[str, Any], first: int, last: int) -> Svg:
    """The straps that leave cells `first` to `last` and bend until they are orbits."""
    (w, h), (cx, cy), rings = frame["size"], frame["centre"], frame["rings"]
    g = Svg(w, h)
    outer = frame["radius"] * 1.018 * math.exp(ROWS * math.radians(360 / CELLS))
    for i in range(first, last + 1):
        for turn in (-1, 1):
            release(g, cx, cy, outer, rings[(i + (turn > 0)) % len(rings)], i * 360 / CELLS, turn, 67.5, C["g500"], 1.2, 0.46, 40)
    return g


def places(frame: dict[str, Any]) -> list[tuple[float, float]]:
    """Free places on the orbits, in shares of the frame, from the middle outwards; away from words and invitations."""
    (w, h), (cx, cy) = frame["size"], frame["centre"]
    found = []
    for k in range(220):
        r = frame["rings"][(k * 3) % len(frame["rings"])]
        angle = math.radians(-90 + (-1) ** k * (3 + k * 0.55))
        x, y = cx + r * math.cos(angle), cy + r * math.sin(angle)
        quiet = x > (820 if w > h else 40) and x < w - 60 and y < h * (0.62 if w > h else 0.58) and y > (190 if w > h else 790)
        if quiet and all(math.hypot(x - p, y - q) > 46 for p, q in found):
            found.append((x, y))
    return [(round(x / w, 4), round(y / h, 4)) for x, y in found[:70]]


def _image(svg: Svg, scale: float, opaque: bool) -> QImage:
    image = QImage(
        round(svg.w * scale), round(svg.h * scale), QImage.Format.Format_RGB32 if opaque else QImage.Format.Format_ARGB32_Premultiplied
    )
    image.fill(QColor("#060A1C") if opaque else QColor(0, 0, 0, 0))
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    QSvgRenderer(QByteArray(svg.text().encode())).render(painter, QRectF(image.rect()))
    painter.end()
    return image


Box = tuple[int, int, int, int]


def _pieces(image: QImage, smallest: int) -> list[Box]:
    """Rectangles that hold all that is not transparent and little else: a thin arc fills little of the one rectangle round
    it, and every transparent pixel costs memory and time on the wall."""
    from PIL import Image

    data = image.convertToFormat(QImage.Format.Format_RGBA8888)
    alpha = Image.frombytes("RGBA", (data.width(), data.height()), bytes(data.constBits()), "raw", "RGBA", data.bytesPerLine()).getchannel(
        "A"
    )

    def tight(box: Box) -> Box | None:
        inner = alpha.crop(box).getbbox()
        return (box[0] + inner[0], box[1] + inner[1], box[0] + inner[2], box[1] + inner[3]) if inner else None

    def area(boxes: list[Box]) -> int:
        return sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in boxes)

    def split(box: Box) -> list[Box]:
        x0, y0, x1, y1 = box
        best = [box]
        for eighth in range(1, 8):
            x, y = x0 + (x1 - x0) * eighth // 8, y0 + (y1 - y0) * eighth // 8
            for halves in (((x0, y0, x, y1), (x, y0, x1, y1)), ((x0, y0, x1, y), (x0, y, x1, y1))):
                found = [inner for half in halves if (inner := tight(half))]
                if area(found) < area(best):
                    best = found
        if max(x1 - x0, y1 - y0) < smallest or area(best) > 0.9 * area([box]):
            return [box]
        return [piece for half in best for piece in split(half)]

    whole = tight((0, 0, data.width(), data.height()))
    return split(whole) if whole else []


def vehicle(draw: Any, width: float, height: float, scale: float, x: float, y: float) -> Svg:
    """A craft alone on a transparent ground."""
    g = Svg(width, height)
    with g.push(x, y, 0, scale):
        draw(g)
    return g


def main() -> None:
    """Draw everything, in both sizes."""
    geometry: dict[str, Any] = {}
    boxes: dict[tuple[str, str, int], list[Box]] = {}
    for folder, scale in (("small", 1.0), ("large", 2.0)):
        (ART / folder).mkdir(parents=True, exist_ok=True)
        for name, frame in FRAMES.items():
            w, h = frame["size"]
            _image(base(frame), scale, True).save(str(ART / folder / f"{name}.jpg"), "JPEG", 90)
            sectors = []
            first, last = CELLS // 2, CELLS
            for kind, draw in (("ring", ring_sector), ("strap", strap_sector)):
                step = (last - first) / SECTORS
                for i in range(SECTORS):
                    image = _image(draw(frame, round(first + i * step), round(first + (i + 1) * step) - 1), scale, False)
                    turn = abs(i - SECTORS // 2) + (0 if kind == "ring" else SECTORS // 2)
                    if folder == "small":
                        boxes[kind, name, i] = _pieces(image, 240)
                    for number, box in enumerate(boxes[kind, name, i]):
                        x0, y0, x1, y1 = (round(edge * scale) for edge in box)
                        file = f"{kind}-{name}-{i}-{number}.webp"
                        image.copy(x0, y0, x1 - x0, y1 - y0).save(str(ART / folder / file), "WEBP", 84)
                        sectors.append([file, box[0] / w, box[1] / h, turn])
            cx, cy = frame["centre"]
            geometry[name] = {
                "sectors": sectors,
                "places": places(frame),
                "centre": [cx / w, cy / h],
                "rings": [r / h for r in frame["rings"]],
            }
        for file, svg in (
            ("soyuz", vehicle(vehicles.soyuz_ship, 320, 400, 33, 40, 200)),
            ("satellite", vehicle(vehicles.eo_satellite, 200, 100, 24, 100, 45)),
        ):
            _image(svg, scale, False).save(str(ART / folder / f"{file}.webp"), "WEBP", 90)
    (ART / "geometry.json").write_text(json.dumps(geometry))


if __name__ == "__main__":
    application = QGuiApplication([])
    main()

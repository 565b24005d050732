"""Parts of small satellites that several scenes share, in metres. Shapes are general knowledge of the types."""

from __future__ import annotations

import math

from kiosk.drawing.kit import HAIR, INNER, MLI, OUT, C, Svg
from kiosk.drawing.scene import around, dashed


def cells(g: Svg, x0: float, y0: float, x1: float, y1: float, across: int = 4, down: int = 5) -> None:
    """A face covered with solar cells."""
    g.rect(x0, y0, x1 - x0, y1 - y0, fill=C["t700"])
    g.poly([(x0, y0), (x1, y0), (x0, y1)], fill=C["t600"], op=0.55)
    for i in range(1, across):
        x = x0 + (x1 - x0) * i / across
        g.line(x, y0, x, y1, C["t500"], HAIR, 0.7)
    for i in range(1, down):
        y = y0 + (y1 - y0) * i / down
        g.line(x0, y, x1, y, C["t500"], HAIR, 0.7)
    g.rect(x0, y0, x1 - x0, y1 - y0, stroke=C["g500"], sw=INNER)


def whip(g: Svg, x: float, y: float, angle: float, length: float) -> None:
    """A thin antenna with a bright tip."""
    tip = (x + length * math.cos(math.radians(angle)), y + length * math.sin(math.radians(angle)))
    g.line(x, y, *tip, C["g500"], INNER)
    g.circle(*tip, length * 0.03 + 0.008, fill=C["p500"])


def boom(g: Svg, x: float, y: float, length: float) -> None:
    """A mast with a weight at its end: gravity keeps the satellite upright."""
    g.line(x, y, x, y - length, C["g500"], OUT)
    for i in range(1, 9):
        g.line(x - 0.02, y - length * i / 9, x + 0.02, y - length * i / 9, C["g300"], HAIR)
    g.rect(x - 0.07, y - length - 0.16, 0.14, 0.16, fill=MLI[2], stroke=C["g500"], sw=INNER)


def schematic(g: Svg, radius: float, aspect: float = 1.0) -> None:
    """The broken ring that says: the shape is not documented."""
    dashed(g, around(0, 0, radius, radius * aspect, 0, 360, 90), C["g300"], 1.8, 0.85)

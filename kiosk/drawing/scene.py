"""What every scene is made of: skies, a glow, ticks on an orbit, a steppe."""

from __future__ import annotations

import math
import random

from kiosk.drawing.kit import C, Svg

SKIES = {
    "night": [(0, "#070C22"), (0.55, "#0E1740"), (1, "#1E3A78")],
    "dawn": [(0, "#080E29"), (0.42, "#101D50"), (0.68, "#1C4A78"), (0.83, "#2E8C96"), (0.93, "#E2B873"), (1, "#D9714F")],
    "dusk": [(0, "#080E29"), (0.45, "#161C52"), (0.72, "#4A2F62"), (0.88, "#B5523F"), (1, "#EDB45A")],
    "deep": [(0, "#060A1C"), (0.6, "#0B1230"), (1, "#101B46")],
    "noon": [(0, "#0A1B4A"), (0.5, "#123A6E"), (0.8, "#2A7C95"), (1, "#86DDD6")],
}
"""Four skies and a pale one, as shares of the height of the sky and colours."""


def ground(w: float, h: float, sky: str = "night", horizon: float | None = None) -> Svg:
    """A picture of `w` by `h` filled with a sky; its light lies on `horizon` (from the top) where one is given."""
    picture = Svg(w, h)
    share = (horizon or h) / h if sky != "deep" else 1
    stops = [(at * share, colour, 1) for at, colour in SKIES[sky]]
    picture.raw(f'<rect width="{w}" height="{h}" fill="{picture.grad("sky", stops)}"/>')
    return picture


def ticks(
    g: Svg, cx: float, cy: float, r: float, start: float, end: float, step: float, length: float, op: float = 0.5, major: int = 5
) -> None:
    """Degree marks outside a circle, every `major`th twice as long; angles in degrees."""
    for i in range(int((end - start) / step) + 1):
        angle, outer = math.radians(start + i * step), r + length * (2 if i % major == 0 else 1)
        cos, sin = math.cos(angle), math.sin(angle)
        g.line(cx + r * cos, cy + r * sin, cx + outer * cos, cy + outer * sin, C["g500"], 0.9, op)


def glow(g: Svg, x: float, y: float, r: float, colour: str, strength: float, name: str) -> None:
    """A soft light; `name` must be its own in the picture."""
    g.circle(x, y, r, fill=g.grad(name, [(0, colour, strength), (0.4, colour, strength * 0.35), (1, colour, 0)], (x, y, r)))


def hills(g: Svg, w: float, h: float, horizon: float, colours: list[str], seed: int, rise: float = 0.02) -> None:
    """Ridges in front of each other, the nearest darkest; `rise` is the height of the farthest as a share of `h`."""
    chance = random.Random(seed)
    for i, colour in enumerate(colours):
        base = horizon + (-8 + i * i * 12) * h / 1000
        swing = rise * h * (1 - i / len(colours))
        line = [(w * j / 60, base - swing * (0.5 + 0.5 * math.sin(j * 0.23 + i * 2)) + chance.uniform(-1, 1)) for j in range(61)]
        g.poly([(0, h), *line, (w, h)], fill=colour)
        if i < len(colours) - 1:
            g.poly(line, stroke=C["g500"], sw=0.8, op=0.35, close=False)


def dashed(g: Svg, points: list[tuple[float, float]], stroke: str, sw: float, op: float = 1) -> None:
    """A broken line: what was planned, or is imagined."""
    for first in range(0, len(points) - 1, 2):
        g.poly(points[first : first + 2], stroke=stroke, sw=sw, op=op, close=False)


def around(
    cx: float, cy: float, rx: float, ry: float, start: float, end: float, count: int = 120, tilt: float = 0
) -> list[tuple[float, float]]:
    """Points of an arc of an ellipse; angles in degrees, `tilt` turns it."""
    c, s = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
    found = []
    for i in range(count + 1):
        angle = math.radians(start + (end - start) * i / count)
        x, y = rx * math.cos(angle), ry * math.sin(angle)
        found.append((cx + x * c - y * s, cy + x * s + y * c))
    return found

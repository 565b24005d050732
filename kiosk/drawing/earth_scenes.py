"""Scenes of satellites that watch the Earth, of student satellites and of voices in the sky."""

from __future__ import annotations

import math

from kiosk.drawing import vehicles, watchers
from kiosk.drawing.kit import C, Svg
from kiosk.drawing.scene import around, dashed, glow, ground, ticks
from kiosk.drawing.sky import Globe, earth, stars
from kiosk.drawing.watchers import Sight
from kiosk.drawing.watching_scenes import beam, rim

ALSAT = Sight(-52, 17)
"""How Alsat-1 is seen."""


def _swath(g: Svg, globe: Globe, sx: float, sy: float, s: float, lon: float, lat: float, tiles: int) -> None:
    """What the camera sees: a cone from the baffle to the ground and the strip of pictures it has taken."""
    ax, ay = sx, sy + 1.6 * s
    left, right = globe.pt(lon - 2.6, lat), globe.pt(lon + 2.6, lat)
    g.poly([(ax - 0.4 * s, ay), (ax + 0.4 * s, ay), right, left], fill=g.grad("sw", [(0, C["t300"], 0.55), (1, C["t300"], 0.10)]))
    for i in range(7):
        f = i / 6
        x, y = left[0] + (right[0] - left[0]) * f, left[1] + (right[1] - left[1]) * f
        g.line(ax + (-0.4 + 0.8 * f) * s, ay, x, y, C["t300"], 0.8, 0.55)
    for i in range(-tiles, 1):
        la = lat + i * 2.3
        drift = i * 0.42
        corners = [
            globe.pt(lon + dx + drift + dd, la + dy) for dx, dd, dy in ((-2.8, 0, 0), (2.8, 0, 0), (2.8, 0.3, 1.9), (-2.8, 0.3, 1.9))
        ]
        g.poly(corners, fill=C["g500"] if i % 3 else C["t500"], op=0.34 if i else 0.7)
        g.poly(corners, stroke=C["g300"], sw=0.9, op=0.8)


def khayyam(w: float, h: float) -> Svg:
    """Khayyam looks down on the land between the Caspian Sea and the Gulf. The satellite is schematic."""
    tall = h > w
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h, 200, 40, 46, 6.2, 1.1)
    radius = max(w, h) * 0.95
    cx, cy = w * 0.5, h * 0.58 + radius
    sx, sy, s = w * 0.5, h * 0.25, w / (8.8 if tall else 13.5)
    globe = earth(g, cx, cy, radius, -24, 53, 0, "e", style="day")
    _swath(g, globe, sx, sy, s, 53, 33, 6)
    g.arc(cx, cy, math.hypot(sx - cx, sy - cy), 180, 360, stroke=C["g500"], sw=1.2, op=0.55)
    with g.push(sx, sy, 0, s):
        vehicles.eo_satellite(g)
    return g


def egyptsat(w: float, h: float) -> Svg:
    """EgyptSat-A over the Nile and its delta, late in the day. The satellite is schematic."""
    tall = h > w
    g = ground(w, h, "night")
    stars(g, 0, 0, w, h, 330, 10, 50, 6.2, 1.1)
    radius = max(w, h) * 0.8
    cx, cy = w * 0.56, h * 0.6 + radius
    sx, sy, s = w * (0.42 if not tall else 0.5), h * 0.27, w / (14.5 if not tall else 10.6)
    globe = earth(g, cx, cy, radius, -20, 31, -10, "e", style="day")
    _swath(g, globe, sx, sy, s, 30.6, 29, 5)
    nile = [(31.2, 30.1), (31.1, 29.1), (30.8, 28.1), (31.2, 27.2), (32.1, 26.2), (32.7, 25.4), (32.9, 24.1)]
    globe.track([(*p, 0) for p in nile], stroke=C["t300"], sw=2.4)
    globe.track([(30.4, 31.4, 0), (31.2, 30.1, 0), (31.9, 31.5, 0)], stroke=C["t300"], sw=2)
    g.arc(cx, cy, math.hypot(sx - cx, sy - cy), 180, 360, stroke=C["g500"], sw=1.2, op=0.55)
    with g.push(sx, sy, 14, s):
        vehicles.radar_box(g)
    return g


def alsat(w: float, h: float) -> Svg:
    """Alsat-1, a box of sixty centimetres under its mast, over Algeria and the Sahara; its wide view of the land below."""
    tall = h > w
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h, 20, 60, 50, 6.2, 1.1)
    radius = max(w, h) * 1.1
    cx, cy = w * 0.4, h * 0.62 + radius
    globe = earth(g, cx, cy, radius, -30, 3, 8, "e", style="day")
    sx, sy, s, lean = w * (0.55 if not tall else 0.52), h * (0.34 if not tall else 0.36), h / (4.7 if not tall else 5.6), 12
    g.arc(cx, cy, math.hypot(sx - cx, sy - cy), 200, 340, stroke=C["g500"], sw=1.2, op=0.5)
    ticks(g, cx, cy, math.hypot(sx - cx, sy - cy), 230, 310, 0.6, 7, op=0.4)
    corners = (globe.pt(-3.5, 31.5), globe.pt(2.6, 30.5), globe.pt(8.8, 29.6))
    for side, name in ((-1, "west"), (1, "east")):
        x, y = watchers.bank_mouth(side, ALSAT)
        c, n = math.cos(math.radians(lean)), math.sin(math.radians(lean))
        eye = (sx + (x * c - y * n) * s, sy + (x * n + y * c) * s)
        beam(g, eye, *(corners[:2] if side < 0 else corners[1:]), "t300", name, 0.6, 4)
    for i in range(5):
        row = [globe.pt(lon + 0.15 * i, lat - i * 0.95) for lon, lat in ((-3.5, 31.5), (2.6, 30.5), (8.8, 29.6))]
        foot = [globe.pt(lon + 0.13 + 0.15 * i, lat - i * 0.95 - 0.8) for lon, lat in ((-3.5, 31.5), (2.6, 30.5), (8.8, 29.6))]
        g.poly([*row, *foot[::-1]], fill=C["t300"], stroke=C["iv"], sw=1, op=0.6 - i * 0.11)
    with g.push(sx, sy, lean, s):
        watchers.disaster_monitor(g, 0.85, ALSAT)
    return g


def meznsat(w: float, h: float) -> Svg:
    """MeznSat, three units of ten centimetres, over the Gulf by day, drawn ten times larger than other craft."""
    tall = h > w
    g = ground(w, h, "noon")
    stars(g, 0, 0, w, h * 0.6, 30, 40, 46, 5.6, 1.0)
    edge = (w * 0.3, h * (0.6 if not tall else 0.58))
    spot = (w * (0.5 if not tall else 0.54), h * (0.85 if not tall else 0.78))
    globe = rim(g, edge, max(w, h) * 1.15, (54.0, 25.4), spot, "day", 90, -10)
    g.arc(globe.cx, globe.cy, globe.R + h * 0.26, 200, 340, stroke=C["g500"], sw=1.2, op=0.5)
    with g.push(w * 0.5, h * (0.39 if not tall else 0.35), 16, w / (9 if tall else 15.5)):
        vehicles.cubesat(g)
    return g


def kazsat(w: float, h: float) -> Svg:
    """KazSat over the equator at 103 degrees east: the ring on which a satellite stands still, to scale, and its beam."""
    tall = h > w
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h, 100, -5, 60, 6.3, 1.05)
    cx, cy, radius = w * 0.5, h * (0.76 if tall else 0.72), w * (0.16 if tall else 0.1)
    orbit = w * 0.46
    flat = 0.3
    g.arc(cx, cy, orbit, 180, 360, ry=orbit * flat, stroke=C["g500"], sw=1.2, op=0.35)
    earth(g, cx, cy, radius, 22, 80, 0, "e", grat=30)
    g.arc(cx, cy, orbit, 0, 180, ry=orbit * flat, stroke=C["g500"], sw=1.5, op=0.8)
    for i in range(72):
        t = math.radians(i * 5)
        b = 1.03 if i % 6 else 1.055
        g.line(
            cx + orbit * math.cos(t),
            cy + orbit * flat * math.sin(t),
            cx + orbit * b * math.cos(t),
            cy + orbit * flat * b * math.sin(t),
            C["g500"],
            0.9,
            0.5,
        )
    sx, sy, s = w * 0.5, h * (0.34 if tall else 0.29), w / (34 if tall else 42)
    top = cy - radius * 0.5
    g.poly(
        [(sx - 0.8 * s, sy + 2 * s), (sx + 0.8 * s, sy + 2 * s), (cx + radius * 0.7, top), (cx - radius * 0.7, top)],
        fill=g.grad("bm", [(0, C["g300"], 0.34), (1, C["g300"], 0.03)]),
    )
    for i in range(1, 7):
        f = i / 7
        a = 0.8 * s + (radius * 0.7 - 0.8 * s) * f
        y = sy + 2 * s + (top - sy - 2 * s) * f
        g.arc(sx + (cx - sx) * f, y - a * 0.18, a, 25, 155, ry=a * 0.36, stroke=C["g300"], sw=1, op=0.5)
    with g.push(sx, sy, 0, s):
        vehicles.geo_satellite(g)
    return g


def telkom(w: float, h: float) -> Svg:
    """Telkom-3: the path that was planned, broken, and the low orbit in which the upper stage left it."""
    tall = h > w
    g = ground(w, h, "dusk")
    stars(g, 0, 0, w, h * 0.8, 250, -20, 60, 6.2, 1.05)
    cx, cy, radius = w * (0.34 if not tall else 0.35), h * (0.62 if not tall else 0.6), min(w, h) * (0.24 if not tall else 0.22)
    far = w * 0.62 if not tall else w * 0.6
    dashed(g, around(cx, cy, far, far * 0.86, 200, 372, 130), C["ivd"], 1.8, 0.85)
    earth(g, cx, cy, radius, 0, 112, 0, "e", grat=30)
    # Real: about 267 by 5,015 km; the Earth's radius is 6,371 km.
    k = radius / 6371
    a, c = (6371 + 267 + 6371 + 5015) / 2 * k, (5015 - 267) / 2 * k
    real = around(
        cx + c * math.cos(math.radians(-32)), cy + c * math.sin(math.radians(-32)), a, math.sqrt(a * a - c * c) * 0.62, 0, 360, 160, -32
    )
    g.poly(real, stroke=C["p500"], sw=6, op=0.25)
    g.poly(real, stroke=C["p300"], sw=2.2)
    x, y = real[2]
    glow(g, x, y, h * 0.12, C["p300"], 0.5, "gl")
    with g.push(x, y - h * 0.02, -28, w / (52 if not tall else 46)):
        vehicles.geo_satellite(g)
    gx, gy = cx + far * math.cos(math.radians(-64)), cy + far * 0.86 * math.sin(math.radians(-64))
    g.circle(gx, gy, h * 0.02, stroke=C["ivd"], sw=2)
    return g

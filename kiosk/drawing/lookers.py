"""Scenes of satellites that watch the Earth. Coasts are true; craft are drawn far larger than the land below them."""

from __future__ import annotations

import math
import random
from collections.abc import Callable

from kiosk.drawing import craft, vehicles
from kiosk.drawing.kit import C, Svg
from kiosk.drawing.scene import around, dashed, glow, ground, hills, ticks
from kiosk.drawing.sky import LAND, Globe, earth, stars

Place = tuple[float, float]
"""Longitude and latitude, in degrees."""


def limb(
    g: Svg, w: float, h: float, at: Place, style: str, top: float = 0.62, size: float = 0.95, roll: float = 0, across: float = 0.5
) -> Globe:
    """The edge of the Earth along the foot of the picture, with a place halfway down it; `top` is where the edge stands."""
    radius = max(w, h) * size
    below = math.degrees(math.asin(1 - 0.5 * h * (1 - top) / radius))
    return earth(g, w * across, h * top + radius, radius, at[1] - below, at[0], roll, "e", style=style)


_DOWN = {
    "day": ("#0F4A63", "#2B8F98", "#A98749", "#6E5527", C["iv"]),
    "night": ("#0A1438", "#1E4F86", "#1B4668", "#0B2A4A", C["t500"]),
}
"""Sea, shallows, land, lines and coast of a map from straight above."""


def straight_down(g: Svg, w: float, h: float, at: Place, style: str, zoom: float = 2.2, roll: float = 0) -> Globe:
    """The land from straight above, filling the picture; the sea grows lighter towards the coast as on a chart."""
    sea, shallow, land, lines, coast = _DOWN[style]
    globe = Globe(g, w * 0.5, h * 0.46, max(w, h) * zoom, at[1], at[0], roll)
    g.rect(0, 0, w, h, fill=sea)
    rings = [ring for _, polygons, _ in LAND for polygon in polygons for ring in polygon]
    for weight, op in ((54, 0.1), (34, 0.14), (18, 0.2), (8, 0.3)):
        for ring in rings:
            globe.track(ring, closed=True, stroke=shallow, sw=weight, op=op)
    globe.land(land, coast, 1.6)
    globe.graticule(2, stroke=lines, sw=0.9, op=0.45)
    globe.graticule(10, stroke=C["g500"], sw=1.2, op=0.4)
    g.rect(
        0,
        0,
        w,
        h,
        fill=g.grad("lit", [(0, "#FFFFFF", 0.16), (0.45, "#FFFFFF", 0), (1, C["l950"], 0.62)], (w * 0.34, h * 0.2, max(w, h) * 0.95)),
    )
    return globe


def shade(g: Svg, x: float, y: float, r: float, strength: float = 0.42) -> None:
    """A soft dark ground that lifts a craft off the map."""
    g.circle(x, y, r, fill=g.grad("soft", [(0, C["l900"], strength), (1, C["l900"], 0)], (x, y, r)))


def track(g: Svg, globe: Globe, height: float, start: float = 200, end: float = 340) -> None:
    """The orbit above the edge of the Earth as a fine gold line with degree marks."""
    radius = globe.R + height
    g.arc(globe.cx, globe.cy, radius, start, end, stroke=C["g500"], sw=1.2, op=0.55)
    ticks(g, globe.cx, globe.cy, radius, max(start, 222), min(end, 318), 0.6, 7, op=0.4)


def view(g: Svg, globe: Globe, eye: Place, at: Place, half: float, tone: str = "t300", name: str = "view") -> None:
    """What a camera sees: a cone from the eye (in the picture) to the ground, `half` degrees to both sides."""
    left, right = globe.pt(at[0] - half, at[1]), globe.pt(at[0] + half, at[1])
    g.poly([(eye[0] - 4, eye[1]), (eye[0] + 4, eye[1]), right, left], fill=g.grad(name, [(0, C[tone], 0.55), (1, C[tone], 0.1)]))
    for foot in (left, right):
        g.line(*eye, *foot, C[tone], 1, 0.7)


def strip(g: Svg, globe: Globe, at: Place, half: float, tiles: int, step: float, tones: tuple[str, ...] = ("g500", "t500")) -> None:
    """The pictures taken so far, one tile behind the other along the path over the ground; the newest at the front."""
    for i in range(tiles):
        lat, drift = at[1] - i * step, -i * step * 0.22
        corners = [globe.pt(at[0] + drift + dx, lat + dy) for dx, dy in ((-half, 0), (half, 0), (half, step * 0.86), (-half, step * 0.86))]
        g.poly(corners, fill=C[tones[i % len(tones)]], op=0.62 if i == 0 else 0.3)
        g.poly(corners, stroke=C["g300"], sw=1, op=0.8)


def eye_below(x: float, y: float, s: float, metres: float) -> Place:
    """Where the camera of a craft drawn at (x, y) with scale `s` has its eye."""
    return x, y + metres * s


def egyptsat_1(w: float, h: float) -> Svg:
    """EgyptSat-1 from above, four panels like petals, over the delta of the Nile and Sinai."""
    tall = h > w
    g = ground(w, h, "noon")
    globe = straight_down(g, w, h, (32.2, 29.2), "day", 3.4)
    nile = [(31.2, 30.1), (31.1, 29.1), (30.8, 28.1), (31.2, 27.2), (32.1, 26.2), (32.7, 25.4), (32.9, 24.1), (32.9, 22)]
    for branch in ([(30.4, 31.45), (31.2, 30.1), (31.85, 31.5)], nile):
        globe.track([(*p, 0.0) for p in branch], stroke=C["t500"], sw=4)
    strip(g, globe, (31.4, 29.9), 0.9, 7, 0.95)
    x, y, s = w * 0.56, h * 0.36, (w / 5.4 if tall else h / 4.9)
    shade(g, x, y, s * 1.7)
    with g.push(x, y, 24, s):
        craft.petals(g)
    return g


def egyptsat_2(w: float, h: float) -> Svg:
    """EgyptSat-2 at dusk over the Red Sea. Eleven years were planned, one came: the orbit line breaks off behind it."""
    tall = h > w
    g = ground(w, h, "dusk")
    stars(g, 0, 0, w, h * 0.7, 330, 10, 50, 5.8, 1.0)
    globe = limb(g, w, h, (36, 24), "dawn", 0.66, 1.1, -8, 0.62)
    radius = globe.R + h * 0.3
    g.arc(globe.cx, globe.cy, radius, 190, 272, stroke=C["g500"], sw=2)
    dashed(g, around(globe.cx, globe.cy, radius, radius, 274, 345, 110), C["ivd"], 1.8, 0.7)
    x, y = globe.cx + radius * math.cos(math.radians(264)), globe.cy + radius * math.sin(math.radians(264))
    with g.push(x, y, 6, (w / 9 if tall else w / 12.5)):
        craft.long_watcher(g)
    return g


def nigeriasat_1(w: float, h: float) -> Svg:
    """NigeriaSat-1, a cube with its mast up, and the wide strip it sees over the Niger delta and the Gulf of Guinea."""
    tall = h > w
    g = ground(w, h, "noon")
    globe = straight_down(g, w, h, (6.5, 6.5), "day", 2.1)
    strip(g, globe, (7.2, 4.6), 4.4, 5, 3.0, ("t300", "g500"))
    x, y, s = w * 0.5, h * 0.4, (h / 7.5 if tall else h / 5.2)
    shade(g, x, y, s * 1.1)
    view(g, globe, eye_below(x, y, s, 0.5), (7.2, 4.6), 4.4)
    with g.push(x, y, 7, s):
        craft.micro(g)
    return g


def bilsat(w: float, h: float) -> Svg:
    """BILSAT-1 at dawn over Anatolia with four small cameras; those who shared its rocket far ahead on the orbit."""
    tall = h > w
    g = ground(w, h, "dawn")
    stars(g, 0, 0, w, h * 0.5, 20, 50, 60, 5.4, 1.0)
    globe = limb(g, w, h, (33, 39), "dawn", 0.68, 1.0, 6, 0.4)
    track(g, globe, h * 0.3)
    for i, angle in enumerate((288, 294.5, 300, 305)):
        r = globe.R + h * 0.3
        with g.push(
            globe.cx + r * math.cos(math.radians(angle)), globe.cy + r * math.sin(math.radians(angle)), 14 + i * 4, h / (34 + i * 9)
        ):
            craft.micro(g, mast=0)
    x, y, s = w * (0.42 if not tall else 0.46), h * 0.4, (h / 4.3 if not tall else h / 5.6)
    view(g, globe, eye_below(x, y, s, 0.5), (33, 38), 2.6, "g300")
    with g.push(x, y, -6, s):
        craft.micro(g, 0.62, 0.62, 4, 1.5)
    return g


def nigeriasat_2(w: float, h: float) -> Svg:
    """NigeriaSat-2, a tall box with one large telescope, and the small NigeriaSat-X behind it, over Lake Chad."""
    tall = h > w
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h, 150, 20, 60, 6.2, 1.0)
    globe = limb(g, w, h, (9, 12), "day", 0.6, 0.9, -10, 0.45)
    track(g, globe, h * 0.26)
    lake = globe.pt(14, 13)
    g.circle(*lake, h * 0.012, fill=C["t500"], stroke=C["iv"], sw=1)
    x, y, s = w * (0.38 if not tall else 0.34), h * 0.33, (h / 5.6 if not tall else h / 7)
    view(g, globe, eye_below(x, y, s, 1.1), (5, 10), 1.6)
    with g.push(x, y, -8, s):
        craft.box(g, -0.45, -0.75, 0.45, 0.45, 0.42)
        craft.cells(g, -0.4, -0.7, -0.1, 0.4, 4, 9)
        for row in (-0.6, -0.25, 0.1):
            g.rect(0.05, row, 0.32, 0.24, fill=C["l400"], stroke=C["l500"], sw=0.7)
        craft.barrel(g, 0, 0.45, 90, 0.3, 0.85)
        for side in (-1, 1):
            craft.barrel(g, side * 0.24, -0.75, -90 + side * 30, 0.08, 0.26)
        g.circle(0.34, 0.32, 0.05, fill=C["p500"])
    with g.push(w * (0.7 if not tall else 0.76), h * (0.29 if not tall else 0.34), 12, s * 0.62):
        craft.micro(g, mast=1.2)
    return g


def rasat(w: float, h: float) -> Svg:
    """RASAT over the Bosporus: a line of light sweeps the strip below, one row of the picture after the other."""
    tall = h > w
    g = ground(w, h, "noon")
    globe = straight_down(g, w, h, (28.9, 40.4), "day", 5.2, -12)
    eye = (w * 0.5, h * 0.4)
    for i in range(28):
        lat = 40.3 - i * 0.2
        left, right = globe.pt(28.1 - i * 0.03, lat), globe.pt(29.6 - i * 0.03, lat)
        g.line(*left, *right, C["iv"] if i % 2 == 0 else C["t300"], 7 if i == 0 else 5, 1 if i == 0 else 0.75 - i * 0.024)
    for foot in (globe.pt(28.1, 40.3), globe.pt(29.6, 40.3)):
        g.line(*eye, *foot, C["iv"], 1.4, 0.9)
    g.poly([eye, globe.pt(28.1, 40.3), globe.pt(29.6, 40.3)], fill=C["iv"], op=0.16)
    shade(g, *eye, h * 0.3)
    with g.push(w * 0.5, h * 0.3, 5, (h / 3.4 if not tall else w / 2.6)):
        craft.slab(g)
    return g


def sina(w: float, h: float) -> Svg:
    """A Kosmos-3M climbs over the forest and snow of Plesetsk; above it Sina-1, upright and schematic."""
    tall = h > w
    horizon = h * 0.84
    g = ground(w, h, "night", horizon)
    stars(g, 0, 0, w, horizon, 180, 62, 66, 6.0, 1.05, ymax=horizon)
    hills(g, w, h, horizon, ["#2A4480", "#1A2E66", "#13224F"], 8, 0.02)
    chance = random.Random(3)
    for i in range(120):  # spruces
        x, size = w * i / 119, h * chance.uniform(0.03, 0.075)
        y = horizon + h * chance.uniform(0.02, 0.075)
        for k in range(3):
            half = size * (0.13 + 0.08 * k)
            g.poly(
                [(x - half, y - size * (0.56 - 0.28 * k)), (x + half, y - size * (0.56 - 0.28 * k)), (x, y - size * (1 - 0.28 * k))],
                fill="#0B1B3A",
                stroke=C["ivd"],
                sw=0.5,
                op=1,
            )
    g.rect(0, horizon + h * 0.07, w, h, fill=C["ivd"], op=0.9)
    s = h * 0.26 / 32.4
    x, y = w * (0.34 if not tall else 0.3), h * 0.64
    for r, tone, strength, name in ((0.3, "p500", 0.5, "f0"), (0.14, "g500", 0.85, "f1"), (0.06, "iv", 0.95, "f2")):
        glow(g, x, y + 3 * s, h * r, C[tone], strength, name)
    g.poly([(x - 1.1 * s, y), (x + 1.1 * s, y), (x + 0.3 * s, y + 14 * s), (x - 0.3 * s, y + 14 * s)], fill=C["g300"])
    with g.push(x, y, -90, s):
        vehicles.kosmos3m(g)
    cx, cy, size = w * (0.62 if not tall else 0.64), h * 0.33, (h / 5.2 if not tall else w / 4.2)
    dashed(g, [(x + (cx - x) * t / 30, y - 33 * s + (cy - y + 33 * s) * (t / 30) ** 0.6) for t in range(31)], C["g500"], 1.4, 0.8)
    with g.push(cx, cy, 10, size):
        craft.upright(g)
    return g


def pars(w: float, h: float) -> Svg:
    """Pars-1, schematic, over the Alborz and the Caspian coast; three cameras, three strips of different colours."""
    tall = h > w
    g = ground(w, h, "noon")
    stars(g, 0, 0, w, h * 0.4, 60, 40, 50, 5.2, 0.9)
    globe = limb(g, w, h, (52, 36), "day", 0.58, 1.3, 4)
    x, y, s = w * 0.5, h * 0.31, (h / 3.1 if not tall else w / 2.5)
    for i, (tone, shift) in enumerate((("p300", -3.2), ("g300", 0.0), ("t300", 3.2))):
        at = (52 + shift, 33.5)
        view(g, globe, eye_below(x + (i - 1) * s * 0.13, y, s, 0.32), at, 1.2, tone, f"v{i}")
        strip(g, globe, at, 1.2, 4, 2.4, (tone,))
    with g.push(x, y, 0, s):
        craft.plain_box(g, 0.3, 0.52, 3)
        craft.schematic(g, 0.62, 0.86)
    return g


def kowsar(w: float, h: float) -> Svg:
    """Kowsar and the tiny Hodhod leave a Fregat stage among dozens of small satellites at dawn; schematic."""
    tall = h > w
    g = ground(w, h, "dawn")
    stars(g, 0, 0, w, h * 0.5, 200, 50, 60, 5.4, 1.0)
    globe = limb(g, w, h, (110, 50), "dawn", 0.74, 1.2, 0, 0.5)
    track(g, globe, h * 0.18)
    x, y, s = w * (0.24 if not tall else 0.28), h * (0.3 if not tall else 0.22), (h / 9 if not tall else w / 6.5)
    with g.push(x, y, -20, s):
        craft.fregat(g)
    chance = random.Random(11)
    for _ in range(34):
        far = chance.uniform(0.16, 1.0)
        angle = math.radians(8 + chance.uniform(-24, 24))
        at = (x + far * w * 0.62 * math.cos(angle), y + far * w * 0.5 * math.sin(angle) + h * 0.05)
        with g.push(*at, chance.uniform(-30, 30), h / chance.uniform(58, 90)):
            craft.cube_stack(g, chance.choice((1, 2, 3)))
    with g.push(w * (0.6 if not tall else 0.62), h * (0.36 if not tall else 0.42), 9, (h / 1.9 if not tall else w / 2.6)):
        craft.plain_box(g, 0.24, 0.42, 1)
        craft.schematic(g, 0.44, 0.9)
    with g.push(w * (0.76 if not tall else 0.84), h * (0.56 if not tall else 0.58), -10, h / 26):
        craft.cube_stack(g, 2)
        craft.schematic(g, 2.0)
    return g


def paya(w: float, h: float) -> Svg:
    """Paya, Zafar-2 and Kowsar 1.5 in a row on one orbit, each with a strip of its own width below; schematic."""
    tall = h > w
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h, 250, 60, 66, 6.3, 1.1)
    globe = limb(g, w, h, (54, 33), "night", 0.6, 0.82, 12, 0.5)
    track(g, globe, h * 0.24, 190, 350)
    radius = globe.R + h * 0.24
    for angle, half, tall_, eyes, wide, tone in (
        (251, 0.34, 0.5, 2, 1.2, "g300"),
        (270, 0.28, 0.52, 1, 3.0, "t300"),
        (288, 0.2, 0.36, 1, 1.9, "p300"),
    ):
        spread = 1.0 if not tall else 0.72
        angle = 270 + (angle - 270) * spread
        a = math.radians(angle)
        x, y = globe.cx + radius * math.cos(a), globe.cy + radius * math.sin(a)
        s = h / 3.4 if not tall else w / 3.0
        foot = (54 + (angle - 270) * 0.95, 31)
        view(g, globe, (x, y + tall_ * s * 0.6), foot, wide, tone, f"v{round(angle * 10)}")
        with g.push(x, y, angle - 270, s):
            craft.plain_box(g, half * 0.8, tall_ * 0.8, eyes)
            craft.schematic(g, half * 1.75, 1.0)
    return g


def kazeosat_2(w: float, h: float) -> Svg:
    """KazEOSat-2 over Lake Balkhash and the steppe; fields appear tile by tile."""
    tall = h > w
    g = ground(w, h, "noon")
    globe = straight_down(g, w, h, (75.2, 45.0), "day", 3.4, 4)
    balkhash = [
        (73.4, 45.4),
        (74.0, 46.1),
        (75.1, 46.6),
        (76.4, 46.7),
        (78.2, 46.5),
        (79.2, 46.8),
        (78.8, 46.3),
        (77, 46.3),
        (75.2, 46.2),
        (74.2, 45.5),
        (73.7, 45.1),
    ]
    g.poly([globe.pt(*p) for p in balkhash], fill=C["t500"], stroke=C["iv"], sw=1.4)
    chance = random.Random(5)
    for i in range(8):
        for j in range(7):
            lon, lat = 75.6 + i * 0.66, 41.6 + j * 0.46
            corners = [globe.pt(lon + dx, lat + dy) for dx, dy in ((0, 0), (0.6, 0), (0.6, 0.46), (0, 0.46))]
            g.poly(corners, fill=C[chance.choice(("t500", "g300", "g600", "t700", "g500"))], stroke=C["iv"], sw=0.7, op=0.72)
    x, y, s = w * 0.38, h * 0.36, (h / 3.5 if not tall else w / 3.2)
    shade(g, x, y, s * 1.0)
    view(g, globe, eye_below(x, y, s, 0.8), (78, 43.2), 1.8, "iv")
    with g.push(x, y, 0, s):
        craft.three_barrels(g)
    return g


def dubaisat_1(w: float, h: float) -> Svg:
    """DubaiSat-1, an upright prism, over the coast of the Gulf by day; a Dnepr climbs small at the edge."""
    tall = h > w
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h, 290, 30, 60, 6.2, 1.0)
    globe = limb(g, w, h, (55, 25), "day", 0.63, 1.05, 10, 0.56)
    track(g, globe, h * 0.3)
    x, y, s = w * (0.46 if not tall else 0.44), h * 0.35, (h / 5.0 if not tall else w / 3.7)
    view(g, globe, eye_below(x, y, s, 1.1), (54, 22.5), 1.7)
    strip(g, globe, (54, 22.5), 1.7, 5, 2.2)
    with g.push(x, y, -5, s):
        craft.hexagon(g)
    rx, ry, rs = w * 0.83, h * 0.42, h / 330
    glow(g, rx, ry + 4 * rs, h * 0.06, C["g500"], 0.9, "fire")
    with g.push(rx, ry, -72, rs):
        vehicles.dnepr(g)
    return g


def dubaisat_2(w: float, h: float) -> Svg:
    """DubaiSat-2 from above, four panels open like a flower, over the lights of the Gulf at night."""
    tall = h > w
    g = ground(w, h, "night")
    globe = straight_down(g, w, h, (53.5, 25.6), "night", 3.3, -6)
    chance = random.Random(21)
    for lon, lat, size in (
        (55.3, 25.25, 60),
        (54.4, 24.45, 44),
        (51.5, 25.3, 34),
        (50.6, 26.2, 26),
        (56.3, 25.1, 14),
        (52.6, 29.6, 20),
        (56.3, 27.2, 18),
        (50.1, 26.4, 22),
        (58.4, 23.6, 20),
    ):
        for _ in range(size):
            x, y = globe.pt(lon + chance.gauss(0, 0.22), lat + chance.gauss(0, 0.16))
            g.circle(x, y, chance.uniform(1.2, 3.0), fill=C["g300"], op=chance.uniform(0.5, 1))
        glow(g, *globe.pt(lon, lat), h * 0.0011 * size, C["g300"], 0.6, f"c{round(lon * 10)}-{round(lat * 10)}")
    x, y, s = w * 0.44, h * 0.34, (h / 5.6 if not tall else w / 4.9)
    shade(g, x, y, s * 2.2)
    with g.push(x, y, 14, s):
        craft.flower(g)
    return g


def tiungsat(w: float, h: float) -> Svg:
    """TiungSAT-1, a slim box with its mast, at dusk between the Malay Peninsula and Borneo."""
    tall = h > w
    g = ground(w, h, "dusk")
    stars(g, 0, 0, w, h * 0.6, 100, -30, 60, 5.8, 1.0)
    globe = limb(g, w, h, (108, 4), "night", 0.6, 1.0, -22, 0.66)
    track(g, globe, h * 0.34)
    x, y, s = w * (0.4 if not tall else 0.42), h * 0.43, (h / 3.9 if not tall else h / 5.2)
    view(g, globe, eye_below(x, y, s, 0.62), (104, 1), 2.0)
    with g.push(x, y, -12, s):
        craft.micro(g, 0.36, 0.7, 2, 1.15)
    return g


def badr_b(w: float, h: float) -> Svg:
    """Badr-B over the valley of the Indus, drawn as a line from the mountains to the sea."""
    tall = h > w
    g = ground(w, h, "noon")
    globe = straight_down(g, w, h, (69.5, 29.5), "day", 2.35, 0)
    indus = [
        (76.5, 34.8),
        (74.6, 35.6),
        (72.9, 34.9),
        (72.2, 33.8),
        (71.3, 32.2),
        (70.9, 30.8),
        (70.4, 29.2),
        (69.0, 28.0),
        (68.3, 26.4),
        (68.2, 25.2),
        (67.7, 24.0),
    ]
    globe.track([(*p, 0.0) for p in indus], stroke=C["t500"], sw=5)
    for branch in ([(74.4, 32.4), (72.1, 31.2), (71.0, 29.3)], [(75.4, 31.6), (73.3, 30.2), (71.0, 29.3), (70.4, 29.0)]):
        globe.track([(*p, 0.0) for p in branch], stroke=C["t500"], sw=3)
    strip(g, globe, (69.6, 30.6), 1.5, 5, 1.7)
    x, y, s = w * 0.47, h * 0.37, (h / 3.7 if not tall else h / 5.0)
    shade(g, x, y, s * 1.1)
    with g.push(x, y, 15, s):
        craft.micro(g, 0.5, 0.46, 2, 0.9)
    return g


def maroc_tubsat(w: float, h: float) -> Svg:
    """Maroc-TUBSAT close by: a plain box of about 35 cm with a single eye, at dawn over the Strait of Gibraltar."""
    tall = h > w
    g = ground(w, h, "dawn")
    stars(g, 0, 0, w, h * 0.5, 130, 30, 60, 5.6, 1.0)
    globe = limb(g, w, h, (-5.5, 36), "dawn", 0.7, 1.5, 0, 0.6)
    x, y, s = w * 0.44, h * 0.36, (h / 0.98 if not tall else w / 0.92)
    view(g, globe, eye_below(x, y, s, 0.3), (-5.6, 34.5), 0.9, "g300")
    with g.push(x, y, -9, s):
        craft.box(g, -0.17, -0.17, 0.17, 0.17, 0.58)
        craft.cells(g, -0.155, -0.155, 0.015, 0.155, 4, 6)
        for row in (-0.13, 0.0):
            g.rect(0.05, row, 0.1, 0.1, fill=C["l500"], stroke=C["l400"], sw=0.7)
        craft.barrel(g, -0.02, 0.17, 90, 0.065, 0.12)
        craft.whip(g, 0.12, -0.17, -60, 0.2)
        craft.whip(g, -0.12, -0.17, -120, 0.2)
        g.circle(0.1, 0.135, 0.014, fill=C["p500"])
    return g


def saudisat_3(w: float, h: float) -> Svg:
    """SaudiSat-3 over the sands of the Empty Quarter; five small SaudiComsats follow like beads on the orbit."""
    tall = h > w
    g = ground(w, h, "noon")
    stars(g, 0, 0, w, h * 0.4, 0, 20, 60, 5.0, 0.9)
    globe = limb(g, w, h, (50, 21), "day", 0.6, 1.15, -6, 0.42)
    for i in range(9):  # dunes
        globe.track(
            [(44 + j * 0.9, 17.0 + i * 0.62 + 0.3 * math.sin(j * 0.8 + i), 0.0) for j in range(13)], stroke=C["g300"], sw=1.2, op=0.6
        )
    track(g, globe, h * 0.27, 190, 350)
    radius = globe.R + h * 0.27
    for i in range(5):
        a = math.radians(281 + i * (5.4 if not tall else 4.2))
        with g.push(globe.cx + radius * math.cos(a), globe.cy + radius * math.sin(a), 10 + i * 6, h / (19 + i * 2.2)):
            craft.micro(g, 0.7, 0.7, 0, 0)
    x, y, s = w * (0.4 if not tall else 0.36), h * 0.34, (h / 4.0 if not tall else w / 2.9)
    view(g, globe, eye_below(x, y, s, 0.7), (47, 18.5), 1.9)
    with g.push(x, y, -4, s):
        craft.plain_box(g, 0.34, 0.8, 1, panels=True)
    return g


def shaheensat(w: float, h: float) -> Svg:
    """Shaheen Sat at night over the Red Sea: one eye for the land, one ear for the ships, points of light; schematic."""
    tall = h > w
    g = ground(w, h, "night")
    stars(g, 0, 0, w, h, 50, -10, 60, 6.0, 1.0)
    globe = limb(g, w, h, (39, 21), "night", 0.56, 1.35, 14, 0.5)
    x, y, s = w * 0.48, h * 0.3, (h / 2.5 if not tall else w / 2.3)
    chance = random.Random(8)
    for i in range(26):
        t = i / 25
        at = globe.pt(35.0 + 7.6 * t + chance.uniform(-0.35, 0.35), 26.2 - 11.4 * t + chance.uniform(-0.3, 0.3))
        if at[1] < h:
            g.circle(*at, 3.2, fill=C["iv"])
            if i % 4 == 0:
                dashed(g, [(at[0] + (x - at[0]) * k / 26, at[1] + (y + 0.3 * s - at[1]) * k / 26) for k in range(27)], C["t300"], 1.2, 0.75)
    with g.push(x, y, -7, s):
        craft.plain_box(g, 0.24, 0.36, 1)
        craft.whip(g, -0.2, -0.18, -130, 0.3)
        craft.schematic(g, 0.5, 0.85)
    return g


def dmsat(w: float, h: float) -> Svg:
    """DMSat-1 looks through the air over the coast of Dubai in three directions; dust and gases as layers."""
    tall = h > w
    g = ground(w, h, "noon")
    stars(g, 0, 0, w, h * 0.35, 300, 10, 60, 5.0, 0.9)
    globe = limb(g, w, h, (55.3, 25.2), "day", 0.7, 1.9, 0, 0.5)
    for i, (tone, op) in enumerate((("g500", 0.34), ("g300", 0.24), ("t300", 0.2), ("t500", 0.16))):
        low, high = globe.R + h * 0.035 * i, globe.R + h * 0.035 * (i + 1)
        outer = around(globe.cx, globe.cy, high, high, 240, 300, 60)
        g.poly(outer + around(globe.cx, globe.cy, low, low, 300, 240, 60), fill=C[tone], op=op)
    chance = random.Random(4)
    for _ in range(150):
        a, r = math.radians(chance.uniform(246, 294)), globe.R + h * chance.uniform(0.0, 0.085)
        g.circle(globe.cx + r * math.cos(a), globe.cy + r * math.sin(a), chance.uniform(1, 2.6), fill=C["g300"], op=0.7)
    x, y, s = w * 0.5, h * 0.28, (h / 1.9 if not tall else w / 1.8)
    for i, shift in enumerate((-3.4, 0.0, 3.4)):
        view(g, globe, eye_below(x + (i - 1) * s * 0.06, y, s, 0.16), (55.3 + shift, 25.2), 0.5, ("g300", "iv", "t300")[i], f"v{i}")
    with g.push(x, y, 0, s):
        craft.plain_box(g, 0.15, 0.22, 3)
    return g


SCENES: dict[str, Callable[[float, float], Svg]] = {
    "egypt-egyptsat-1": egyptsat_1,
    "egypt-egyptsat-2": egyptsat_2,
    "nigeria-nigeriasat-1": nigeriasat_1,
    "turkey-bilsat-1": bilsat,
    "nigeria-nigeriasat-2-and-x": nigeriasat_2,
    "turkey-rasat": rasat,
    "iran-sina-1": sina,
    "iran-pars-1": pars,
    "iran-kowsar-hodhod": kowsar,
    "iran-paya-zafar2-kowsar15": paya,
    "kazakhstan-kazeosat-2": kazeosat_2,
    "uae-dubaisat-1": dubaisat_1,
    "uae-dubaisat-2": dubaisat_2,
    "malaysia-tiungsat-1": tiungsat,
    "pakistan-badr-b": badr_b,
    "morocco-maroc-tubsat": maroc_tubsat,
    "saudi-saudisat-3-2007": saudisat_3,
    "saudi-shaheensat": shaheensat,
    "uae-dmsat-1": dmsat,
}

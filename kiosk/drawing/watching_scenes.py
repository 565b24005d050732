"""Scenes of satellites that watch the Earth. Coasts are true; rivers, fields and mountains are placed by hand along the
true ones (general knowledge); craft are drawn far larger than the land below them."""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Callable, Sequence

from kiosk.drawing import vehicles, watchers
from kiosk.drawing.craft import schematic
from kiosk.drawing.crew_scenes import mountains
from kiosk.drawing.kit import C, Svg
from kiosk.drawing.scene import around, dashed, glow, ground, hills, ticks
from kiosk.drawing.sky import LAND, Globe, earth, stars
from kiosk.drawing.watchers import Point, Sight

Place = tuple[float, float]
"""Longitude and latitude, in degrees."""
Craft = Callable[[Svg], None]

GREEN = "#1F6B5E"
"""Watered land by day."""


def rim(g: Svg, edge: Point, radius: float, at: Place, spot: Point, style: str, down: float = 90, roll: float = 0) -> Globe:
    """The Earth with its edge through a point of the picture and its centre from there in the direction `down` (90 is
    below); the place `at` lies on the point `spot`; `roll` turns north clockwise."""
    a, r = math.radians(down), math.radians(roll)
    cx, cy = edge[0] + radius * math.cos(a), edge[1] + radius * math.sin(a)
    px, py = (spot[0] - cx) / radius, (cy - spot[1]) / radius
    x, y = px * math.cos(r) - py * math.sin(r), px * math.sin(r) + py * math.cos(r)
    near = math.sqrt(max(0.0, 1 - x * x - y * y))
    lat = math.radians(at[1])
    aside = math.asin(max(-1.0, min(1.0, x / math.cos(lat))))
    under = math.atan2(math.sin(lat), math.cos(lat) * math.cos(aside)) - math.atan2(y, near)
    return earth(g, cx, cy, radius, math.degrees(under), at[0] - math.degrees(aside), roll, "e", style=style)


def orbit(g: Svg, globe: Globe, height: float, start: float = 180, end: float = 360, op: float = 0.55) -> None:
    """The path of a satellite round the Earth as a fine gold line with marks; angles in degrees."""
    radius = globe.R + height
    g.arc(globe.cx, globe.cy, radius, start, end, stroke=C["g500"], sw=1.2, op=op)
    step = math.degrees(12 / radius)
    ticks(g, globe.cx, globe.cy, radius, start, end, step, 6, op=op * 0.8)


def on_orbit(globe: Globe, height: float, angle: float) -> Point:
    """A point on that path."""
    a = math.radians(angle)
    return globe.cx + (globe.R + height) * math.cos(a), globe.cy + (globe.R + height) * math.sin(a)


def put(g: Svg, craft: Craft, at: Point, turn: float, s: float) -> None:
    """A craft at a point, `s` units a metre."""
    with g.push(*at, turn, s):
        craft(g)


def beam(g: Svg, eye: Point, left: Point, right: Point, tone: str, name: str, strength: float = 0.55, rays: int = 0) -> None:
    """What a camera sees: light between its eye and two points of the ground, strongest at the eye."""
    g.poly([(eye[0] - 5, eye[1]), (eye[0] + 5, eye[1]), right, left], fill=g.grad(name, [(0, C[tone], strength), (1, C[tone], 0.12)]))
    for i in range(rays + 2):
        f = i / (rays + 1)
        foot = (left[0] + (right[0] - left[0]) * f, left[1] + (right[1] - left[1]) * f)
        g.line(eye[0] - 5 + 10 * f, eye[1], *foot, C[tone], 1 if i in (0, rays + 1) else 0.7, 0.75 if i in (0, rays + 1) else 0.35)


def land_poly(g: Svg, globe: Globe, places: Sequence[Place], **style: object) -> None:
    """A shape on the ground."""
    g.poly([globe.pt(*p) for p in places], **style)


def river(globe: Globe, places: Sequence[Place], sw: float, stroke: str = C["t300"]) -> None:
    """A river, its corners rounded."""
    for _ in range(2):
        cut = [places[0]]
        for (ax, ay), (bx, by) in itertools.pairwise(places):
            cut += [(ax * 0.75 + bx * 0.25, ay * 0.75 + by * 0.25), (ax * 0.25 + bx * 0.75, ay * 0.25 + by * 0.75)]
        places = [*cut, places[-1]]
    globe.track([(*p, 0.0) for p in places], stroke=stroke, sw=sw)


def swelling_river(g: Svg, globe: Globe, places: Sequence[Place], spring: float, mouth: float, stroke: str = C["t300"]) -> None:
    """A river from its spring to its mouth, wider as it goes."""
    for _ in range(2):
        cut = [places[0]]
        for (ax, ay), (bx, by) in itertools.pairwise(places):
            cut += [(ax * 0.75 + bx * 0.25, ay * 0.75 + by * 0.25), (ax * 0.25 + bx * 0.75, ay * 0.25 + by * 0.75)]
        places = [*cut, places[-1]]
    line = [globe.pt(*p) for p in places if globe.vis(*p)]
    left, right = [], []
    for i, (x, y) in enumerate(line):
        (ax, ay), (bx, by) = line[max(0, i - 1)], line[min(len(line) - 1, i + 1)]
        long = math.hypot(bx - ax, by - ay) or 1
        half = (spring + (mouth - spring) * i / (len(line) - 1)) / 2
        left.append((x - (by - ay) / long * half, y + (bx - ax) / long * half))
        right.append((x + (by - ay) / long * half, y - (bx - ax) / long * half))
    g.poly(left + right[::-1], fill=stroke)


def tile(globe: Globe, lon: float, lat: float, wide: float, high: float, lean: float = 0) -> list[Point]:
    """A four-sided piece of ground with its south-west corner at a place."""
    return [globe.pt(lon + x + lean * y, lat + y) for x, y in ((0, 0), (wide, 0), (wide, high), (0, high))]


def strip(g: Svg, globe: Globe, start: Place, wide: float, step: float, count: int, tones: tuple[str, ...], lean: float = 0.2) -> None:
    """The pictures taken so far, one tile behind the other; the newest, at `start`, is the brightest."""
    for i in range(count):
        corners = tile(globe, start[0] - wide / 2 + lean * i * step, start[1] + i * step, wide, step * 0.88, lean)
        g.poly(corners, fill=C[tones[i % len(tones)]], stroke=C["g300"], sw=1, op=0.8 if i == 0 else 0.45)


def inside(shape: Sequence[Point], ring: Sequence[Point]) -> list[Point]:
    """The part of a shape inside a convex ring whose corners follow each other clockwise on the screen (Sutherland and
    Hodgman)."""
    found = list(shape)
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        rest, found = found, []
        for (px, py), (qx, qy) in zip(rest, [*rest[1:], *rest[:1]], strict=True):
            p = (bx - ax) * (py - ay) - (by - ay) * (px - ax)
            q = (bx - ax) * (qy - ay) - (by - ay) * (qx - ax)
            if p >= 0:
                found.append((px, py))
            if p * q < 0:
                t = p / (p - q)
                found.append((px + (qx - px) * t, py + (qy - py) * t))
    return found


def near_land(at: Place, reach: float) -> list[list[Place]]:
    """The outlines of land with a corner within so many degrees of a place."""
    found = []
    for _, polygons, _ in LAND:
        for polygon in polygons:
            if any(abs(lon - at[0]) < reach and abs(lat - at[1]) < reach for lon, lat in polygon[0]):
                found.append(polygon[0])
    return found


def seen(globe: Globe, place: Place) -> Point:
    """Where a place appears; one on the far side is moved out to the edge of the disc."""
    x, y, z = globe.xyz(*place)
    k = 1 if z > 0 else globe.R / max(1e-6, math.hypot(x, y))
    return globe.cx + x * k, globe.cy + y * k


def cover(g: Svg, globe: Globe, ring: Sequence[Place], fill: str, op: float) -> None:
    """Paint the land within a convex ring of places, given anticlockwise on the map, and leave the sea."""
    screen = [globe.pt(*p) for p in ring][::-1]
    for outline in near_land(ring[0], 40):
        shape = inside([seen(globe, p) for p in outline], screen)
        if len(shape) > 2:
            g.poly(shape, fill=fill, op=op)


def city(g: Svg, globe: Globe, at: Place, size: float, chance: random.Random) -> None:
    """A town by night: a cluster of lights, `size` units across."""
    x, y = globe.pt(*at)
    glow(g, x, y, size * 1.7, C["g500"], 0.55, f"city{at[0]}-{at[1]}")
    for _ in range(int(size * 1.1)):
        r, a = abs(chance.gauss(0, size * 0.32)), chance.uniform(0, math.tau)
        g.circle(x + r * math.cos(a), y + r * math.sin(a) * 0.7, chance.uniform(0.9, 2.2), fill=C["g300"], op=chance.uniform(0.5, 1))


def sun(g: Svg, at: Point, r: float, tone: str = "g300") -> None:
    """The Sun at the edge of the Earth."""
    glow(g, *at, r * 7, C["g500"], 0.6, "sun-far")
    glow(g, *at, r * 2.6, C[tone], 0.9, "sun-near")
    g.circle(*at, r, fill=C["iv"])


# ------------------------------------------------------------------ the pictures


def egyptsat_1(w: float, h: float) -> Svg:
    """EgyptSat-1 with its four panels spread like petals over the delta of the Nile and Sinai by day."""
    tall = h > w
    g = ground(w, h, "night")
    stars(g, 0, 0, w, h * 0.6, 330, 10, 50, 6.0, 1.1)
    globe = rim(g, (w * 0.45, h * 0.5), max(w, h) * 2.6, (31.6, 30.2), (w * (0.37 if not tall else 0.4), h * 0.645), "day", 86)
    delta = [(31.2, 30.0), (30.4, 30.6), (29.95, 31.1), (30.4, 31.45), (31.1, 31.55), (31.9, 31.5), (32.2, 31.2), (31.7, 30.6)]
    nubia = [
        (31.6, 4.8),
        (31.3, 7.0),
        (31.7, 9.5),
        (32.4, 11.5),
        (32.7, 13.5),
        (32.5, 15.6),
        (33.4, 16.7),
        (34.0, 17.8),
        (33.3, 19.5),
        (31.9, 18.3),
        (30.9, 18.1),
        (30.4, 19.6),
        (30.6, 20.8),
        (31.4, 21.9),
    ]
    valley = [(32.9, 24.1), (32.7, 25.4), (32.1, 26.2), (31.2, 27.2), (30.8, 28.1), (31.1, 29.1), (31.2, 30.0)]
    land_poly(g, globe, delta, fill=GREEN)
    swelling_river(g, globe, [*nubia, (32.4, 22.9), *valley], 5, 10, GREEN)
    swelling_river(g, globe, [*nubia, (32.4, 22.9), *valley], 2, 3)
    for branch in ([(31.2, 30.0), (30.9, 30.8), (30.4, 31.45)], [(31.2, 30.0), (31.4, 30.8), (31.85, 31.5)]):
        river(globe, branch, 3)
    orbit(g, globe, h * 0.22)
    x, y, s = w * (0.56 if not tall else 0.54), h * (0.3 if not tall else 0.31), (h / 4.1 if not tall else w / 3.0)
    beam(g, (x - 0.07 * s, y + 0.9 * s), globe.pt(30.0, 30.7), globe.pt(32.2, 30.7), "t300", "view", 0.6, 4)
    put(g, watchers.egyptsat_1, (x, y), 5, s)
    return g


def egyptsat_2(w: float, h: float) -> Svg:
    """EgyptSat-2, long and wide-winged, over the Red Sea at evening; ahead of it the line of its orbit breaks off."""
    tall = h > w
    g = ground(w, h, "dusk", h * 0.86)
    stars(g, 0, 0, w, h * 0.5, 290, 20, 60, 5.6, 1.0)
    globe = rim(g, (w * 0.5, h * 0.62), max(w, h) * 1.0, (37.8, 22.0), (w * 0.5, h * 0.755), "dawn", 94, -16)
    sun(g, on_orbit(globe, h * 0.018, 259 if not tall else 262), h * 0.02)
    height = h * 0.255
    here = 273
    radius = globe.R + height
    g.arc(globe.cx, globe.cy, radius, 180, here + 3, stroke=C["g500"], sw=2.4)
    dashed(g, around(globe.cx, globe.cy, radius, radius, here + 6, 345, 110), C["ivd"], 2, 0.8)
    put(g, watchers.egyptsat_2, on_orbit(globe, height, here), -13, w / 13.2 if not tall else w / 10.8)
    return g


def nigeriasat_1(w: float, h: float) -> Svg:
    """NigeriaSat-1, a cube under its tall mast, and the very wide view of its two banks of cameras over the Niger delta;
    forest along the Gulf of Guinea, dry land behind it."""
    tall = h > w
    g = ground(w, h, "noon", h * 0.56)
    stars(g, 0, 0, w, h * 0.3, 20, 20, 50, 4.6, 0.9)
    globe = rim(g, (w * 0.5, h * 0.42), max(w, h) * 1.9, (6.6, 5.4), (w * 0.5, h * 0.66), "day", 90)
    for i in range(36):
        top = 11.0 - i * 0.2
        cover(g, globe, [(-14, -8), (27, -8), *((27 - k, top) for k in range(0, 42, 2))], GREEN, 0.055)
    for outline in near_land((6.6, 5.4), 40):
        globe.track([(*p, 0.0) for p in outline if abs(p[0] - 6) < 34 and abs(p[1]) < 26], stroke=C["iv"], sw=1.2)
    mouths = [(4.9, 5.7), (5.2, 5.2), (5.5, 4.8), (6.1, 4.35), (6.8, 4.4), (7.4, 4.5)]
    land_poly(g, globe, [(6.6, 6.3), *mouths], fill="#2E8C79")
    for mouth in mouths:
        river(globe, [(6.6, 6.3), (6.4, 5.6), mouth], 2)
    bend = [(-10.6, 9.2), (-9.2, 11.4), (-8.0, 12.6), (-6.2, 13.5), (-4.3, 14.6), (-3.6, 16.1), (-1.6, 16.9), (0, 16.4), (0.6, 15.2)]
    niger = [*bend, (2.2, 13.2), (3.6, 11.9), (4.5, 10.9), (4.8, 9.8), (6.0, 8.8), (6.7, 7.8), (6.6, 6.2)]
    swelling_river(g, globe, niger, 1.6, 5.4)
    swelling_river(g, globe, [(13.9, 7.6), (13.5, 8.6), (13.4, 9.4), (12.4, 9.3), (10, 8.3), (8.5, 7.9), (6.7, 7.8)], 1.4, 4.2)
    x, y, s = w * 0.5, h * (0.31 if not tall else 0.3), (h / 4.1 if not tall else h / 5)
    spread = 6.0 if not tall else 4.6
    for side in (-1, 1):
        foot, middle = globe.pt(6.6 + side * spread, 5.3), globe.pt(6.6 + side * 0.1, 5.3)
        mouth = watchers.bank_mouth(side)
        beam(g, (x + mouth[0] * s, y + mouth[1] * s), middle, foot, "t300", f"bank{side}", 0.6, 5)
    for i in range(4):
        g.poly(tile(globe, 6.6 - spread, 4.9 - i * 1.0, spread * 2, 0.85), fill=C["t300"], stroke=C["iv"], sw=1.2, op=0.55 - i * 0.12)
    put(g, lambda each: watchers.disaster_monitor(each, 0.7), (x, y), 0, s)
    return g


def bilsat_1(w: float, h: float) -> Svg:
    """BILSAT-1 from beneath at dawn, four equal cameras in its floor, each with its own colour over Anatolia; its
    ship-mates of the launch as beads along the orbit."""
    tall = h > w
    g = ground(w, h, "dawn", h * 0.9)
    stars(g, 0, 0, w, h * 0.5, 20, 50, 60, 5.4, 1.0)
    globe = rim(g, (w * 0.5, h * 0.64), max(w, h) * 1.0, (33.5, 39), (w * 0.5, h * 0.765), "dawn", 96)
    height = h * 0.2
    orbit(g, globe, height)
    sun(g, on_orbit(globe, h * 0.014, 294 if not tall else 288), h * 0.016)
    for i in range(5):
        angle = 291 + i * 3.7 if not tall else 283.5 + i * 2.6
        put(g, watchers.bead, on_orbit(globe, height, angle), 18 + i * 5, h / (13 + i * 4.5))
    x, y, s = w * (0.44 if not tall else 0.42), h * (0.31 if not tall else 0.33), (h / 2.45 if not tall else w / 2.2)
    for i, (tone, dx, dy) in enumerate((("p300", -0.1, 0.44), ("g300", -0.03, 0.5), ("t300", 0.04, 0.5), ("iv", 0.11, 0.44))):
        centre = 30.0 + i * 2.3
        beam(g, (x + dx * s, y + dy * s), globe.pt(centre - 1, 38.6), globe.pt(centre + 1, 38.6), tone, f"band{i}", 0.55)
        g.poly(tile(globe, centre - 1, 37.6, 2.0, 1.8), fill=C[tone], op=0.85)
    put(g, watchers.bilsat_1, (x, y), -4, s)
    return g


def nigeriasat_2_and_x(w: float, h: float) -> Svg:
    """NigeriaSat-2, large, with its telescope, and the small NigeriaSat-X behind it on the same path over West Africa;
    the Earth stands at the lower right, Lake Chad on it."""
    tall = h > w
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h, 150, 20, 60, 6.3, 1.1)
    edge = (w * 0.56, h * 0.58) if not tall else (w * 0.6, h * 0.54)
    globe = rim(g, edge, max(w, h) * 0.86, (11, 11), (w * 0.72, h * 0.72), "day", 56, -20)
    river(globe, [(6.2, 4.6), (6.7, 7.8), (4.5, 10.9), (2.2, 13.2), (0, 16.3), (-3, 16.7), (-5, 14), (-9, 11)], 2.6)
    land_poly(g, globe, [(13.2, 13.8), (14.3, 14.4), (15.3, 13.6), (14.8, 12.5), (13.6, 12.4)], fill=C["t500"], stroke=C["iv"], sw=1.6)
    height = h * 0.2
    orbit(g, globe, height, 150, 330)
    big, small = (238, 255) if not tall else (231, 252)
    for angle, at, half, tone, reach in ((big, (6.5, 12.0), 1.4, "t300", 0.17), (small, (17.5, 17.0), 2.8, "g300", 0.07)):
        eye = on_orbit(globe, height - h * reach, angle)
        beam(g, eye, globe.pt(at[0] - half, at[1] - half * 0.5), globe.pt(at[0] + half, at[1] + half * 0.5), tone, f"view{angle}")
        g.poly(tile(globe, at[0] - half, at[1] - half * 0.5, half * 2, 1.4, 0.1), fill=C[tone], stroke=C["iv"], sw=0.9, op=0.75)
    put(g, watchers.nigeriasat_2, on_orbit(globe, height, big), big - 270, h / 6 if not tall else w / 4.8)
    put(g, lambda each: watchers.disaster_monitor(each, 0.7), on_orbit(globe, height, small), small - 270, h / 8 if not tall else w / 7)
    return g


def rasat(w: float, h: float) -> Svg:
    """RASAT, a flat box; its curtain of light sweeps a strip over the Bosporus and the Sea of Marmara line by line."""
    tall = h > w
    g = ground(w, h, "night", h * 0.4)
    stars(g, 0, 0, w, h * 0.3, 60, 42, 50, 5.4, 1.0)
    globe = rim(g, (w * 0.5, h * 0.16), max(w, h) * 7.5, (28.9, 40.75), (w * (0.6 if not tall else 0.58), h * 0.58), "day")
    for strait, sw in (
        ([(29.15, 41.3), (29.05, 41.15), (29.07, 41.08), (28.98, 40.95)], 6),
        ([(26.15, 40.0), (26.4, 40.2), (26.7, 40.45), (27.3, 40.6)], 6),
    ):
        river(globe, strait, sw, "#1B7E8C")
    low, half = 40.35, 0.5
    chance = random.Random(6)
    for i in range(56):
        lat = low + i * 0.085
        corners = tile(globe, 28.95 - half + i * 0.01, lat, half * 2, 0.062)
        g.poly(corners, fill=C[("iv", "t300", "g300", "t300")[chance.randrange(4)]], op=max(0.2, 0.72 - i * 0.009))
    left, right = globe.pt(28.95 - half, low), globe.pt(28.95 + half, low)
    x, y, s = w * (0.36 if not tall else 0.33), h * (0.31 if not tall else 0.28), (h / 3.3 if not tall else w / 2.5)
    beam(g, (x + 0.06 * s, y + 0.48 * s), left, right, "iv", "curtain", 0.75, 9)
    g.line(*left, *right, C["iv"], 10, 0.4)
    g.line(*left, *right, C["iv"], 4)
    put(g, watchers.rasat, (x, y), -5, s)
    return g


def sina_1(w: float, h: float) -> Svg:
    """A Kosmos-3M climbs out of the snowy forest of Plesetsk under a polar light; Sina-1, upright and schematic, waits in
    a broken outline at the end of its path."""
    tall = h > w
    horizon = h * 0.8
    g = ground(w, h, "night", horizon)
    stars(g, 0, 0, w, horizon, 200, 62, 66, 6.0, 1.05, ymax=horizon)
    chance = random.Random(3)
    for i in range(90):  # the curtain of the polar light
        t = i / 89
        x, foot, high = w * (-0.05 + 1.1 * t), _aurora(t) * h, h * (0.2 + 0.12 * math.sin(t * 23) ** 2)
        name = f"ray{i % 3}"
        if i < 3:
            g.grad(name, [(0, C["t500"], 0), (0.7, C["t500"], 0.16 + 0.07 * i), (0.94, C["t300"], 0.42), (1, C["t300"], 0)])
        end, wide = _aurora((i + 1) / 89) * h, w * 1.1 / 89
        g.poly([(x, foot - high), (x + wide, end - high), (x + wide, end), (x, foot)], fill=f"url(#{name})")
    hills(g, w, h, horizon, ["#274182", "#1B3070", "#13224F"], 8, 0.03)
    s = h * 0.46 / 32.4
    x, y = w * (0.36 if not tall else 0.3), h * 0.67
    for r, tone, strength, name in ((0.36, "p500", 0.5, "f0"), (0.2, "g500", 0.8, "f1"), (0.09, "iv", 0.95, "f2")):
        glow(g, x, y + 4 * s, h * r, C[tone], strength, name)
    _forest(g, w, h, horizon, x, chance)
    for half, long, tone, op in ((1.5, 15, "p500", 0.5), (1.1, 11, "g300", 0.9), (0.6, 6, "iv", 1.0)):
        g.poly(
            [(x - half * s, y), (x + half * s, y), (x + half * 0.3 * s, y + long * s), (x - half * 0.3 * s, y + long * s)],
            fill=C[tone],
            op=op,
        )
    put(g, vehicles.kosmos3m, (x, y), -90, s)
    cx, cy, size = w * (0.64 if not tall else 0.68), h * (0.34 if not tall else 0.3), (h / 6.4 if not tall else w / 5.2)
    nose = (x, y - 33.5 * s)
    path = [(nose[0] + (cx - 1.5 * size - nose[0]) * t / 30, nose[1] + (cy - nose[1]) * (1 - (1 - t / 30) ** 2)) for t in range(31)]
    dashed(g, path, C["g300"], 1.8, 0.9)
    glow(g, cx, cy, size * 1.6, C["l400"], 0.5, "halo")
    with g.push(cx, cy, 8, size):
        watchers.sina_1(g)
        schematic(g, 1.36)
    return g


def _aurora(t: float) -> float:
    """The lower edge of the polar light as a share of the height."""
    return 0.52 + 0.06 * math.sin(t * 7) + 0.025 * math.sin(t * 17)


def _forest(g: Svg, w: float, h: float, horizon: float, fire: float, chance: random.Random) -> None:
    """Three rows of spruces on snow; those near the fire are lit by it."""
    for row, (base, size, tone) in enumerate(((0.03, 0.05, "#16295C"), (0.075, 0.075, "#0F1E48"), (0.14, 0.11, "#0A1434"))):
        snow = ("#5F72B3", "#8E9CCB", "#C8CBE0")[row]
        line = [(w * i / 40, horizon + h * (base - 0.004) + h * 0.006 * math.sin(i * 0.9 + row)) for i in range(41)]
        g.poly([(0, h), *line, (w, h)], fill=snow)
        count = int((86 - row * 22) * (w / h) / 1.5)
        for i in range(count):
            x = w * (i + chance.uniform(0.1, 0.9)) / count
            tall, y = h * size * chance.uniform(0.65, 1.1), horizon + h * base + h * 0.008
            lit = abs(x - fire) < w * 0.16
            for k in range(4):
                half, foot = tall * (0.1 + 0.055 * k), y - tall * (0.72 - 0.22 * k)
                g.poly([(x - half, foot), (x, foot - tall * 0.32), (x + half, foot)], fill=tone)
                g.line(x, foot - tall * 0.32, x - half, foot, C["g300"] if lit else C["ivd"], 1, 0.8 if lit else 0.45)


_HIGH = Sight(-24, 34)
"""The angle from which the block of Iran is seen."""


def _relief(lon: float, lat: float) -> float:
    """A height in kilometres between the Caspian Sea and the desert: the folds of the Alborz with Damavand (5.6 km), the
    plateau, a lower chain in the south."""
    coast = 36.75 + 0.9 * ((lon - 52.2) / 3.4) ** 2 * (1 if lon < 52 else 0.35)
    if lat > coast:
        return 0.0
    inland = coast - lat
    folds = math.cos((inland - 0.72) * 15 + 0.9 * math.sin(lon * 3.1)) * (0.7 + 0.3 * math.sin(lon * 5.3 + lat * 2))
    alborz = (2.7 + 0.9 * folds + 0.4 * math.sin(lon * 7.7)) * math.exp(-(((inland - 0.78) / 0.42) ** 2))
    damavand = max(0.0, 6.2 - 17 * math.hypot((lon - 52.1) * 0.8, lat - 35.95))
    plateau = 1.0 * min(1.0, max(0.0, inland - 0.9) / 0.4)
    chain = math.exp(-(((lat - 34.1 - 0.28 * (52 - lon)) / 0.26) ** 2)) * (0.9 + 0.35 * math.sin(lon * 6 + lat * 3))
    return max(0.05, max(alborz, damavand) + plateau + chain)


def pars_1(w: float, h: float) -> Svg:
    """A block of land cut from the coast of the Caspian Sea across the Alborz to the desert; Pars-1, schematic, scans it
    in three strips of three colours, one for each kind of camera. Heights are raised twenty times."""
    tall = h > w
    g = ground(w, h, "noon")
    stars(g, 0, 0, w, h * 0.3, 60, 40, 50, 4.8, 0.9)
    west, east, south, north = 48.6, 55.4, 33.2, 38.4
    s = w / 10.6 if not tall else w / 7.4
    ox, oy = w * 0.5, h * 0.64
    bands = {"p300": (49.7, 50.5), "g300": (51.2, 52.6), "t300": (53.3, 53.9)}

    def spot(lon: float, lat: float, up: float) -> Point:
        x, y = _HIGH((lon - 52) * 0.82, 35.8 - lat, up * 0.15)
        return ox + x * s, oy + y * s

    g.poly(
        [(x, y + h * 0.05) for x, y in (spot(west, south, -5), spot(east, south, -5), spot(east, north, -5), spot(west, north, -5))],
        fill=C["l900"],
        op=0.3,
    )
    lons, lats = 110, 72
    for j in range(lats):
        top = north - (north - south) * j / lats
        low = north - (north - south) * (j + 1) / lats
        for i in range(lons):
            a, b = west + (east - west) * i / lons, west + (east - west) * (i + 1) / lons
            highs = [_relief(*p) for p in ((a, top), (b, top), (b, low), (a, low))]
            mean = sum(highs) / 4
            light = (highs[1] + highs[2] - highs[0] - highs[3]) * 1.3 + (highs[2] + highs[3] - highs[0] - highs[1]) * 0.9
            tone = _ground_tone(mean, light)
            middle = (a + b) / 2
            for band, (first, last) in bands.items():
                if first < middle < last and low > 34.35:
                    tone = C[band] if light > -0.25 else {"p300": "#C8705A", "g300": "#D9A94E", "t300": "#4FB9B2"}[band]
            corners = [spot(*p, e) for p, e in zip(((a, top), (b, top), (b, low), (a, low)), highs, strict=True)]
            g.poly(corners, fill=tone, stroke=tone, sw=0.6)
    for ends, lit in ((((west, south), (east, south)), False), (((west, north), (west, south)), True)):
        (ax, ay), (bx, by) = ends
        crest = [(ax + (bx - ax) * i / 60, ay + (by - ay) * i / 60) for i in range(61)]
        for deep, tone in (
            (0, "#8A6A36" if lit else "#6E5527"),
            (-1.6, "#5A4526" if lit else "#463520"),
            (-3.2, C["l600"] if lit else C["l700"]),
        ):
            upper = [spot(*p, _relief(*p) if deep == 0 else deep) for p in crest]
            g.poly(upper + [spot(*p, -5) for p in crest[::-1]], fill=tone)
        g.poly([spot(*p, _relief(*p)) for p in crest], stroke=C["g500"], sw=2.2, close=False)
        g.poly([spot(*p, -5) for p in crest], stroke=C["g500"], sw=2.2, close=False)
    for corner in ((west, north), (west, south), (east, south)):
        g.line(*spot(*corner, _relief(*corner)), *spot(*corner, -5), C["g500"], 2.2)
    x, y, size = w * 0.5, h * 0.19, (h / 4.3 if not tall else w / 2.9)
    for i, (tone, (first, last)) in enumerate(bands.items()):
        eye = (x + (i - 1) * 0.17 * size, y + 0.52 * size)
        lat = 34.4
        beam(g, eye, spot(first, lat, _relief(first, lat)), spot(last, lat, _relief(last, lat)), tone, f"eye{i}", 0.7, 2)
    with g.push(x, y, 0, size):
        watchers.scanner(g)
        schematic(g, 0.66, 0.84)
    return g


def _ground_tone(high: float, light: float) -> str:
    """The colour of a piece of land by its height in kilometres and its slope to the light."""
    if high <= 0.02:
        return "#1B7E8C"
    lit = 0 if light > 0.22 else 1 if light > -0.22 else 2
    if high > 3.7:
        return (C["iv"], "#D5D6E4", "#9AA6D2")[lit]
    if high > 2.4:
        return ("#D9BF8C", "#A98749", "#6E5527")[lit]
    if high < 0.7:
        return ("#3B8F78", "#2B7A68", "#1F6B5E")[lit]
    return ("#D6B777", "#C09A58", "#8A6A36")[lit]


def kowsar_and_hodhod(w: float, h: float) -> Svg:
    """A Fregat stage has set fifty-five satellites free; like a string of pearls they drift towards the rising Sun, Kowsar
    and the tiny Hodhod in broken outlines among them. Schematic."""
    tall = h > w
    g = ground(w, h, "dawn", h * 0.92)
    stars(g, 0, 0, w, h * 0.5, 200, 50, 60, 5.4, 1.0)
    globe = rim(g, (w * 0.4, h * 0.66), max(w, h) * 1.1, (60, 45), (w * 0.4, h * 0.8), "dawn", 98)
    dawn = on_orbit(globe, h * 0.02, 295 if not tall else 290)
    sun(g, dawn, h * 0.024)
    x, y, s = w * (0.24 if not tall else 0.27), h * (0.36 if not tall else 0.34), (h / 7.4 if not tall else w / 6)
    chance = random.Random(11)
    bend = (w * 0.62, h * 0.0) if not tall else (w * 0.8, h * 0.06)

    def along(t: float) -> Point:
        u = 1 - t
        return (
            u * u * x + 2 * u * t * bend[0] + t * t * dawn[0],
            u * u * (y - s) + 2 * u * t * bend[1] + t * t * (dawn[1] - h * 0.02),
        )

    g.poly([along(0.06 + 0.9 * i / 60) for i in range(61)], stroke=C["g500"], sw=1.2, op=0.6, close=False)
    for i in range(52, 0, -1):
        t = 0.1 + 0.86 * (i / 52) ** 0.8
        px, py = along(t)
        near = (1 - t) ** 1.25
        scatter = h * (0.012 + 0.085 * near)
        at = (px + chance.gauss(0, scatter), py + chance.gauss(0, scatter))
        size = h * (0.006 + 0.042 * near)
        if i % 3:
            put(g, watchers.bead, at, chance.uniform(-40, 40), size)
        else:
            put(g, lambda each: watchers.small_box(each, 0.22, 0.6, Sight(-28, 18), 0.08), at, chance.uniform(-40, 40), size)
    put(g, watchers.fregat, (x, y), -28, s)
    kx, ky, ks = w * (0.53 if not tall else 0.62), h * (0.43 if not tall else 0.45), (h / 3.1 if not tall else w / 2.7)
    glow(g, kx, ky, ks * 0.8, C["l800"], 0.95, "ground")
    with g.push(kx, ky, 10, ks):
        watchers.small_box(g, 0.17, 0.42, Sight(-30, 16), 0.09, 1, accent=True)
        schematic(g, 0.56, 0.72)
    hx, hy = w * (0.7 if not tall else 0.84), h * (0.55 if not tall else 0.58)
    with g.push(hx, hy, -12, ks):
        watchers.small_box(g, 0.065, 0.14, Sight(34, 18), 0.03)
        schematic(g, 0.16)
    return g


def paya_zafar_kowsar(w: float, h: float) -> Svg:
    """Three different boxes, schematic, on one orbit round the whole Earth: Paya, Zafar-2, Kowsar 1.5; each leaves a strip
    of its own width on the ground."""
    tall = h > w
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h, 250, 60, 70, 6.4, 1.15)
    cx, cy, radius = w * 0.5, h * (0.64 if not tall else 0.56), (h * 0.28 if not tall else w * 0.31)
    globe = earth(g, cx, cy, radius, 26, 54, 0, "e", grat=30, nations=("IR",))
    height = h * 0.19 if not tall else w * 0.25
    g.circle(cx, cy, radius + height, stroke=C["g500"], sw=1.4, op=0.6)
    ticks(g, cx, cy, radius + height, 0, 357, 3, 7, op=0.45)
    angles = (216, 270, 324) if not tall else (230, 270, 310)
    for angle, lon, half, tone in zip(angles, (40, 54, 66), (1.2, 5.0, 2.8), ("g300", "t300", "p300"), strict=True):
        for i in range(24):
            lat = -14 + i * 3.0
            corners = tile(globe, lon - half + (lat - 32) * 0.2, lat, half * 2, 2.5, 0.2)
            if globe.vis(lon, lat):
                g.poly(corners, fill=C[tone], op=1 if i == 15 else 0.55)
        head = 32.5
        eye = on_orbit(globe, height * 0.62, angle)
        beam(g, eye, globe.pt(lon - half, head), globe.pt(lon + half, head), tone, f"view{angle}", 0.75)
    s = h / 4.8 if not tall else w / 4.3
    crafts: tuple[tuple[Craft, float], ...] = (
        (lambda each: watchers.small_box(each, 0.24, 0.62, Sight(30, 16), 0.15, accent=True), 0.56),
        (lambda each: watchers.small_box(each, 0.21, 0.42, Sight(-32, 16), 0.12, 1, accent=True), 0.66),
        (lambda each: watchers.small_box(each, 0.13, 0.36, Sight(36, 16), 0.07, accent=True), 0.38),
    )
    for angle, (craft, ring) in zip(angles, crafts, strict=True):
        with g.push(*on_orbit(globe, height, angle), angle - 270, s):
            craft(g)
            schematic(g, ring, 0.92 if ring > 0.6 else 1.05)
    return g


def kazeosat_2(w: float, h: float) -> Svg:
    """KazEOSat-2 with its three barrels over the steppe by day: Lake Balkhash, and the fields of the steppe as tiles."""
    tall = h > w
    g = ground(w, h, "noon", h * 0.44)
    globe = rim(g, (w * 0.5, h * 0.34), max(w, h) * 4.6, (76.4, 46.0), (w * 0.56, h * (0.66 if not tall else 0.64)), "day", 90)
    chance = random.Random(5)
    _fields(g, globe, chance, (47.9, 56.0), 66.0, 88.0, 1.0)
    _sand_ridges(g, globe, chance, (36.0, 46.2), 66.0, 87.0)
    north = [(73.45, 45.3), (73.5, 46.0), (73.9, 46.3), (74.3, 46.6), (74.8, 46.85), (75.2, 46.62), (75.7, 46.78), (76.3, 46.66)]
    north += [(77.0, 46.76), (77.8, 46.6), (78.4, 46.75), (79.0, 46.95), (79.3, 46.8)]
    south = [(79.1, 46.5), (78.5, 46.36), (77.8, 46.4), (77.2, 46.3), (76.5, 46.34), (75.9, 46.42), (75.4, 46.36), (75.0, 46.42)]
    south += [(74.75, 46.1), (74.6, 45.75), (74.3, 45.45), (74.15, 45.05), (73.85, 44.9), (73.55, 45.1), (73.45, 45.3)]
    shore = smoothed([*north, *south])
    land_poly(g, globe, shore, fill=C["t500"], stroke=C["iv"], sw=2)
    land_poly(g, globe, [(lon, lat) for lon, lat in shore if lon < 75.1], fill="#86DDD6", op=0.4)
    ili = [(81.5, 43.7), (80.2, 43.9), (79.0, 43.75), (77.9, 43.7), (77.1, 43.9), (76.3, 44.3), (75.4, 44.9), (74.6, 45.2), (74.2, 45.2)]
    swelling_river(g, globe, ili, 2.2, 5, C["t500"])
    for other in ([(78.2, 44.9), (78.0, 45.6), (77.3, 46.3)], [(80.2, 45.4), (79.5, 46.1), (79.15, 46.6)]):
        swelling_river(g, globe, other, 1.4, 3, C["t500"])
    x, y, s = w * (0.4 if not tall else 0.44), h * 0.25, (h / 3.6 if not tall else w / 2.6)
    for i, (tone, lon) in enumerate((("p300", 73.4), ("g300", 75.3), ("t300", 77.2))):
        corners = tile(globe, lon, 43.9, 1.75, 0.95)
        dx, dy = watchers.barrel_mouth(i)
        beam(g, (x + dx * s, y + dy * s), corners[3], corners[2], tone, f"eye{i}", 0.65, 2)
        g.poly(corners, fill=C[tone], stroke=C["iv"], sw=1.6, op=0.9)
    put(g, watchers.kazeosat_2, (x, y), 0, s)
    return g


def _fields(g: Svg, globe: Globe, chance: random.Random, belt: tuple[float, float], west: float, east: float, op: float) -> None:
    """Fields like tiles between two latitudes: long strips laid side by side in blocks, with steppe left between the blocks."""
    tones = ("#C9A660", "#B8924F", "#9A7A42", "#7F8A55", "#5E8566", "#D6BC84")
    lat = belt[0]
    while lat < belt[1]:
        high = chance.uniform(0.5, 0.8)
        lon = west + chance.uniform(0, 1.5)
        while lon < east:
            wide = chance.uniform(1.2, 2.4)
            if chance.random() < 0.72:
                count = chance.randint(3, 6)
                for k in range(count):
                    strip_of = tile(globe, lon + k * wide / count, lat, wide / count * 0.9, high * 0.9, 0.12)
                    g.poly(strip_of, fill=chance.choice(tones), op=op * chance.uniform(0.7, 1))
            lon += wide + 0.18
        lat += high + 0.12


def _sand_ridges(g: Svg, globe: Globe, chance: random.Random, belt: tuple[float, float], west: float, east: float) -> None:
    """Long low ridges of sand between two latitudes, each a short line with its shade; the far ones first."""
    for _ in range(520):
        lat, lon, long = chance.uniform(*belt), chance.uniform(west, east), chance.uniform(0.4, 1.3)
        swing, phase = chance.uniform(0.03, 0.09), chance.uniform(0, 6)
        crest = [(lon + long * k / 12, lat + swing * math.sin(k * 0.5 + phase)) for k in range(13)]
        foot = [(x, y - 0.09 * math.sin(math.pi * k / 12)) for k, (x, y) in enumerate(crest)]
        land_poly(g, globe, [*crest, *foot[::-1]], fill="#86662F" if chance.random() < 0.7 else "#C4A05C", op=0.55)


def smoothed(shape: Sequence[Place]) -> list[Place]:
    """A closed shape with its corners cut twice."""
    found = list(shape)
    for _ in range(2):
        found = [
            (a[0] * k + b[0] * (1 - k), a[1] * k + b[1] * (1 - k))
            for a, b in zip(found, [*found[1:], found[0]], strict=True)
            for k in (0.75, 0.25)
        ]
    return found


def dubaisat_1(w: float, h: float) -> Svg:
    """DubaiSat-1, a six-sided body, over the coast of the Gulf; the edge of the Earth climbs to the right, and at the left
    a Dnepr rises small on its plume."""
    tall = h > w
    g = ground(w, h, "dusk" if tall else "deep")
    stars(g, 0, 0, w, h, 290, 30, 60, 6.2, 1.1)
    globe = rim(g, (w * 0.46, h * 0.57), max(w, h) * 1.05, (54.2, 25.0), (w * 0.47, h * 0.685), "day", 108, -6)
    x, y, s = w * 0.48, h * (0.3 if not tall else 0.31), (h / 4.3 if not tall else w / 3.5)
    land_poly(g, globe, [(51.5, 24.2), (54.2, 24.0), (55.6, 25.2), (56.2, 24.2), (55.2, 22.8), (52.6, 22.8)], fill="#D9BF8C", op=0.35)
    tip = (x - 0.18 * s, y + 1.08 * s)
    beam(g, tip, globe.pt(53.4, 24.6), globe.pt(56.0, 24.6), "t300", "view", 0.65, 4)
    strip(g, globe, (54.7, 22.6), 2.6, 1.5, 3, ("t300", "g300"), 0.1)
    height = h * 0.31 if not tall else h * 0.28
    orbit(g, globe, height, 190, 330)
    rocket, rs = (w * (0.79 if not tall else 0.9), h * (0.44 if not tall else 0.52)), h / 190
    foot = on_orbit(globe, 0, 311 if not tall else 305)
    plume = [(rocket[0] + (foot[0] - rocket[0]) * t, rocket[1] + (foot[1] - rocket[1]) * t * t) for t in (i / 20 for i in range(21))]
    for wide, op in ((11, 0.12), (6, 0.25), (2.4, 0.8)):
        g.poly(plume, stroke=C["g300"], sw=wide, op=op, close=False)
    glow(g, *rocket, h * 0.07, C["g500"], 0.9, "fire")
    put(g, vehicles.dnepr, rocket, -102, rs)
    put(g, watchers.dubaisat_1, (x, y), 9, s)
    return g


def chart(g: Svg, w: float, h: float, at: Place, zoom: float, roll: float = 0) -> Globe:
    """The land by night from straight above, filling the picture; the sea grows lighter towards the coast as on a chart."""
    globe = Globe(g, w * 0.5, h * 0.42, max(w, h) * zoom, at[1], at[0], roll)
    g.rect(0, 0, w, h, fill="#09133A")
    rings = [[p for p in ring if abs(p[0] - at[0]) < 24 and abs(p[1] - at[1]) < 20] for ring in near_land(at, 16)]
    for weight, op in ((64, 0.1), (40, 0.14), (22, 0.2), (9, 0.3)):
        for ring in rings:
            globe.track(ring, stroke="#2468A8", sw=weight, op=op)
    globe.land("#1D4A6B", C["t500"], 1.6)
    globe.graticule(2, stroke=C["g500"], sw=0.8, op=0.16)
    lit = [(0, C["t300"], 0.12), (0.5, C["t300"], 0), (1, C["l950"], 0.55)]
    g.rect(0, 0, w, h, fill=g.grad("lit", lit, (w * 0.36, h * 0.2, max(w, h) * 0.85)))
    return globe


def dubaisat_2(w: float, h: float) -> Svg:
    """DubaiSat-2 from above, its four panels open like a flower, over the lights of towns and roads round the Gulf."""
    tall = h > w
    g = ground(w, h, "night")
    globe = chart(g, w, h, (52.6, 26.6) if not tall else (53.2, 26.4), 2.9 if not tall else 2.6, -14)
    chance = random.Random(21)
    roads = (
        [(50.1, 26.4), (50.2, 25.6), (51.5, 25.3), (51.3, 24.6), (52.6, 24.2), (54.4, 24.4), (55.3, 25.25), (56.0, 25.8)],
        [(55.3, 25.25), (55.8, 24.2), (56.7, 24.3), (58.4, 23.6), (59.5, 22.5)],
        [(50.1, 26.4), (49.0, 27.4), (48.0, 29.3), (47.8, 30.5), (46.5, 32)],
        [(50.1, 26.4), (48.5, 25.3), (46.7, 24.7)],
        [(50.8, 28.9), (52.5, 29.6), (54.3, 29.0), (56.3, 27.2), (57.1, 30.3)],
    )
    for road in roads:
        for (ax, ay), (bx, by) in itertools.pairwise(road):
            for i in range(16):
                x, y = globe.pt(ax + (bx - ax) * i / 16 + chance.gauss(0, 0.03), ay + (by - ay) * i / 16 + chance.gauss(0, 0.03))
                g.circle(x, y, chance.uniform(1.1, 2.2), fill=C["g300"], op=chance.uniform(0.35, 0.85))
    for lon, lat, size in (
        (55.3, 25.25, 46),
        (54.4, 24.45, 40),
        (51.5, 25.3, 32),
        (50.5, 26.2, 34),
        (48.0, 29.3, 38),
        (46.7, 24.7, 46),
        (52.5, 29.6, 26),
        (56.3, 27.2, 18),
        (58.4, 23.6, 26),
        (50.8, 28.9, 16),
        (57.1, 30.3, 20),
        (47.8, 30.5, 26),
    ):
        city(g, globe, (lon, lat), size * (1.6 if not tall else 1.3), chance)
    x, y, s = w * (0.47 if not tall else 0.5), h * (0.3 if not tall else 0.29), (h / 7.4 if not tall else w / 5)
    g.circle(
        x + s * 0.2,
        y + s * 0.3,
        s * 2.3,
        fill=g.grad("soft", [(0, C["l950"], 0.7), (0.55, C["l950"], 0.3), (1, C["l950"], 0)], (x, y, s * 2.3)),
    )
    put(g, watchers.dubaisat_2, (x, y), 18, s)
    return g


def tiungsat_1(w: float, h: float) -> Svg:
    """TiungSAT-1, slim and upright under its mast, at dusk between the Malay Peninsula and Borneo."""
    tall = h > w
    g = ground(w, h, "dusk", h * 0.78)
    stars(g, 0, 0, w, h * 0.55, 190, -50, 60, 5.4, 1.0)
    globe = rim(g, (w * 0.5, h * 0.57), max(w, h) * 0.47, (109, 2.5), (w * 0.52, h * 0.8), "night", 94, 8)
    sun(g, on_orbit(globe, h * 0.022, 243 if not tall else 247), h * 0.022)
    height = h * 0.19
    orbit(g, globe, height)
    x, y = on_orbit(globe, height, 272)
    s = h / 3.1 if not tall else h / 3.8
    beam(g, (x + 0.02 * s, y + 0.5 * s), globe.pt(101.0, 3.6), globe.pt(105.0, 2.6), "g300", "view", 0.6, 3)
    put(g, watchers.tiungsat_1, (x, y), 4, s)
    return g


def badr_b(w: float, h: float) -> Svg:
    """Badr-B under its mast over the valley of the Indus: from the snow of the Karakoram at the edge of the Earth the river
    winds through watered fields to the sea."""
    tall = h > w
    g = ground(w, h, "noon", h * 0.56)
    globe = rim(g, (w * 0.5, h * 0.44), max(w, h) * 2.4, (70.4, 29.2), (w * 0.53, h * 0.61), "day", 90, -34)
    plain = [
        (67.4, 24.2),
        (68.0, 26.8),
        (69.8, 29.4),
        (70.6, 31.4),
        (71.4, 33.0),
        (73.6, 33.0),
        (75.6, 31.6),
        (74.0, 30.0),
        (71.6, 28.6),
        (69.6, 26.6),
        (68.6, 24.4),
    ]
    land_poly(g, globe, plain, fill=GREEN, op=0.85)
    indus = [
        (78.5, 33.6),
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
    ]
    river(globe, [*indus, (67.6, 23.9)], 4.4)
    for mouth in ((67.2, 24.4), (68.3, 23.8)):
        river(globe, [(68.2, 25.2), mouth], 2.4)
    for branch in (
        [(75.0, 34.0), (73.6, 33.4), (72.1, 31.2), (71.0, 29.3), (70.4, 29.0)],
        [(76.0, 32.8), (74.0, 32.2), (72.1, 31.2)],
        [(76.4, 32.2), (74.2, 31.4), (72.3, 30.4), (71.3, 29.7)],
        [(77.0, 31.4), (75.0, 31.0), (73.0, 29.8), (71.0, 29.2)],
    ):
        river(globe, branch, 2.4)
    _karakoram(g, globe, w, h)
    x, y, s = w * (0.36 if not tall else 0.4), h * (0.285 if not tall else 0.27), (h / 4.1 if not tall else h / 5)
    beam(g, (x + 0.1 * s, y + 0.44 * s), globe.pt(68.6, 28.4), globe.pt(71.4, 28.4), "iv", "view", 0.7, 3)
    put(g, lambda each: watchers.badr_b(each, 0.6), (x, y), -9, s)
    return g


def _karakoram(g: Svg, globe: Globe, w: float, h: float) -> None:
    """Snowy ranges by day along the edge of the Earth, the nearer ones lower and browner."""
    chance = random.Random(11)

    def edge(down: float) -> Callable[[float], float]:
        return lambda x: globe.cy - math.sqrt(globe.R**2 - (x - globe.cx) ** 2) + down * h

    for down, rise, count, tones in (
        (0.012, (0.03, 0.085), 17, ("#B9C2E2", "#6F7FB4", "#FFFFFF")),
        (0.032, (0.02, 0.06), 15, ("#D8CFC4", "#7C7FA6", C["iv"])),
        (0.05, (0.01, 0.032), 14, ("#CFA75A", "#8F6F39", None)),
    ):
        mountains(g, chance, edge(down), (-w * 0.06, w * 1.06), (rise[0] * h, rise[1] * h), count, tones, h * 0.02, skirt=False)


def maroc_tubsat(w: float, h: float) -> Svg:
    """Maroc-TUBSAT from straight beneath, a plain small cube; in its one large eye the Strait of Gibraltar is mirrored. At
    the foot the Atlas at dawn."""
    tall = h > w
    horizon = h * 0.8
    g = ground(w, h, "dawn", horizon)
    stars(g, 0, 0, w, h * 0.6, 130, 30, 60, 5.6, 1.0)
    x, y, s = w * 0.5, h * (0.385 if not tall else 0.37), (h / 0.74 if not tall else w / 0.58)
    glow(g, x, y, s * 0.36, C["t500"], 0.3, "halo")
    with g.push(x, y, 8, s):
        watchers.tubsat_floor(g)
    r = 0.105 * s
    ring = around(x, y, r, r, 0, 360, 72)[:-1]
    g.circle(
        x, y, r, fill=g.grad("glass", [(0, "#2B8F98", 1), (0.75, "#14607A", 1), (1, "#0A3048", 1)], (x - r * 0.3, y - r * 0.3, r * 1.5))
    )
    globe = Globe(g, x, y, r * 10.5, 35.9, -5.2)
    for outline in near_land((-5, 36), 9):
        shape = inside([seen(globe, p) for p in outline], ring)
        if len(shape) > 2:
            g.poly(shape, fill="#C9A35A", stroke=C["iv"], sw=1.4)
    for k in (1, 0.72, 0.44):
        g.circle(x, y, r * k, stroke=C["t300"], sw=0.8, op=0.3)
    g.poly(
        around(x, y, r * 0.9, r * 0.9, 196, 262, 30) + around(x + r * 0.06, y + r * 0.08, r * 0.78, r * 0.78, 258, 200, 30),
        fill="#FFFFFF",
        op=0.28,
    )
    g.circle(x, y, r, stroke=C["g500"], sw=2.2)
    _atlas(g, w, h, horizon)
    return g


def _atlas(g: Svg, w: float, h: float, horizon: float) -> None:
    """Three ranges at dawn, the far one with snow."""
    chance = random.Random(14)
    for down, rise, count, tones in (
        (0.035, (0.035, 0.105), 11, ("#77689A", "#4B4A78", "#F5D592")),
        (0.072, (0.03, 0.072), 10, ("#4C4F86", "#2C3568", "#E98F78")),
        (0.118, (0.025, 0.06), 9, ("#1E2A5E", "#121C48", None)),
    ):
        mountains(g, chance, lambda _, d=down: horizon + d * h, (-w * 0.06, w * 1.06), (rise[0] * h, rise[1] * h), count, tones, h * 0.05)


def saudisat_3(w: float, h: float) -> Svg:
    """SaudiSat-3 ahead, five SaudiComsats behind it like beads on a line, at the end the opened container of the Dnepr;
    below the dunes of the Empty Quarter at noon."""
    tall = h > w
    horizon = h * 0.66
    g = ground(w, h, "noon", horizon * 1.15)
    stars(g, 0, 0, w, h * 0.25, 0, 20, 60, 4.6, 0.9)
    _dunes(g, w, h, horizon)
    start, end = ((w * 0.17, h * 0.46), (w * 0.7, h * 0.29)) if not tall else ((w * 0.17, h * 0.54), (w * 0.64, h * 0.23))

    def along(t: float) -> Point:
        return start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t - math.sin(t * math.pi) * h * 0.05

    path = [along(-0.4 + 2.0 * i / 60) for i in range(61)]
    g.poly(path, stroke=C["g300"], sw=1.3, op=0.7, close=False)
    heading = math.degrees(math.atan2(end[1] - start[1], end[0] - start[0]))
    put(g, watchers.dnepr_container, along(-0.02), heading - 8, h / 19 if not tall else w / 12.5)
    for i in range(5):
        t = 0.19 + i * 0.086 if not tall else 0.25 + i * 0.088
        put(g, watchers.bead, along(t), -10 + i * 14, h / (16 - i * 0.4) if not tall else w / (14.5 - i * 0.3))
    s = h / 5.4 if not tall else w / 5.2
    put(g, watchers.saudisat_3, along(1.0), -4, s)
    x, y = along(1.0)
    beam(g, (x + 0.06 * s, y + 0.92 * s), (x - w * 0.06, horizon + h * 0.12), (x + w * 0.1, horizon + h * 0.12), "t300", "view", 0.7, 4)
    return g


def _dunes(g: Svg, w: float, h: float, horizon: float) -> None:
    """Long dunes to the curved edge of the Earth, the near ones larger; each with a lit and a shaded side."""

    def fall(x: float) -> float:
        return ((x - w / 2) / w) ** 2 * h * 0.2

    line = [(w * i / 40, horizon + fall(w * i / 40)) for i in range(-2, 43)]
    for i in range(14):
        g.poly(line, stroke=C["t300"], sw=4 + i * 9, op=0.045, close=False)
    g.poly([*line, (w, h), (0, h)], fill=g.grad("sand", [(0, "#E8D3A2", 1), (0.35, "#CFA75A", 1), (1, "#6E5527", 1)]))
    chance = random.Random(17)
    for row in range(9):
        f = (row + 1) / 9
        y, high = horizon + (h - horizon) * f**1.7, h * (0.006 + 0.05 * f**1.4)
        phase, long = chance.uniform(0, 6), 0.05 + 0.13 * f
        crest = []
        for i in range(-1, 72):
            wave = 0.55 + 0.45 * math.sin(i / 70 / long * 2.4 + phase) * math.cos(i * 0.09 + phase)
            crest.append((w * i / 70, y + fall(w * i / 70) - high * wave))
        shade = [(x + high * 0.9, cy + high * (0.5 + 0.4 * math.sin(i * 0.5 + phase))) for i, (x, cy) in enumerate(crest)]
        g.poly([*crest, (w * 1.1, y + high + fall(w)), (-w * 0.1, y + high + fall(w))], fill="#DDBB78" if row % 2 else "#D2AC64", op=0.85)
        g.poly(crest + shade[::-1], fill="#8A6A36", op=0.55)
        g.poly(crest, stroke=C["iv"], sw=1.1, op=0.75, close=False)
    g.poly(line, stroke=C["iv"], sw=2, close=False)


def shaheensat(w: float, h: float) -> Svg:
    """Shaheen Sat, schematic, above the Red Sea at night; the sea runs to the edge of the Earth, ships on it as two rows of
    lights, some of them heard."""
    tall = h > w
    g = ground(w, h, "night")
    stars(g, 0, 0, w, h * 0.5, 50, 30, 60, 6.0, 1.1)
    globe = rim(g, (w * 0.42, h * 0.45), max(w, h) * 1.5, (38.6, 20.6), (w * 0.53, h * 0.68), "night", 109, 20)
    chance = random.Random(8)
    for lon, lat, size in (
        (39.2, 21.5, 30),
        (38.06, 24.1, 14),
        (37.2, 19.6, 16),
        (39.6, 24.5, 22),
        (42.5, 16.9, 14),
        (35.0, 29.5, 10),
        (39.8, 21.4, 24),
        (41.5, 19.1, 10),
        (38.9, 15.3, 16),
        (33.8, 27.2, 10),
        (31.4, 30.0, 26),
    ):
        city(g, globe, (lon, lat), size, chance)
    x, y, s = w * 0.5, h * 0.26, (h / 3 if not tall else w / 2.6)
    eye = (x + 0.07 * s, y + 0.5 * s)
    lane = [(42.9, 13.6), (41.6, 15.6), (40.2, 17.8), (38.6, 20.4), (37.2, 22.8), (35.8, 25.2), (34.4, 27.2), (33.3, 28.6)]
    ships = []
    for i in range(34):
        f = (i + chance.uniform(0, 0.7)) / 34 * (len(lane) - 1.02)
        (ax, ay), (bx, by) = lane[int(f)], lane[int(f) + 1]
        t, side = f % 1, 0.24 if i % 2 else -0.24
        ships.append(globe.pt(ax + (bx - ax) * t + side, ay + (by - ay) * t + side * 0.5))
    for i, at in enumerate(ships):
        if i % 5 == 1 and at[1] < h * 0.95:
            dashed(g, [(at[0] + (eye[0] - at[0]) * k / 40, at[1] + (eye[1] - at[1]) * k / 40) for k in range(41)], C["t300"], 1.3, 0.8)
            for ring in (9, 16, 24):
                g.poly(around(*at, ring, ring * 0.4, 0, 360, 36), stroke=C["t300"], sw=1.2, op=0.9 - ring * 0.025)
    for at in ships:
        g.circle(*at, 8, fill=C["iv"], op=0.2)
        g.circle(*at, 3.0, fill=C["iv"])
    with g.push(x, y, -8, s):
        watchers.ship_listener(g)
        schematic(g, 0.6, 0.84)
    return g


def dmsat_1(w: float, h: float) -> Svg:
    """DMSat-1 measures a column of air over the coast of Dubai: dust below, gases above it, thin air at the top, three
    looks through the same layers. The layers are raised far above their true height."""
    tall = h > w
    g = ground(w, h, "noon", h * 1.1)
    globe = rim(g, (w * 0.5, h * 0.74), max(w, h) * 1.55, (55.3, 25.0), (w * 0.5, h * 0.86), "day")
    layers = ((0.0, 0.11, "g500", 0.36), (0.11, 0.2, "p300", 0.26), (0.2, 0.28, "t300", 0.26), (0.28, 0.335, "t500", 0.22))
    first, last = (250, 290) if not tall else (262, 278)
    for low, high, tone, op in layers:
        inner, outer = globe.R + h * low, globe.R + h * high
        g.poly(
            around(globe.cx, globe.cy, outer, outer, 235, 305, 90) + around(globe.cx, globe.cy, inner, inner, 305, 235, 90),
            fill=C[tone],
            op=op * 0.42,
        )
        column = around(globe.cx, globe.cy, outer, outer, 264.5 if not tall else 265, 275.5 if not tall else 275, 40)
        column += around(globe.cx, globe.cy, inner, inner, 275.5 if not tall else 275, 264.5 if not tall else 265, 40)
        g.poly(column, fill=C[tone], stroke=C["iv"], sw=1.6, op=min(1, op + 0.3))
    chance = random.Random(4)
    for low, high, count, size, tone in (
        (0.004, 0.1, 340, 4.2, "g300"),
        (0.115, 0.195, 110, 3.2, "p300"),
        (0.205, 0.275, 70, 2.8, "iv"),
        (0.285, 0.33, 26, 2.4, "t300"),
    ):
        for i in range(count):
            share = chance.random() ** 1.4 if low < 0.05 else chance.random()
            a, r = math.radians(chance.uniform(first, last)), globe.R + h * (low + (high - low) * share)
            x, y = globe.cx + r * math.cos(a), globe.cy + r * math.sin(a)
            if low > 0.11 and low < 0.25:  # gases as pairs and threes of atoms
                turn = chance.uniform(0, math.tau)
                for k in range(2 + (i % 2)):
                    g.circle(
                        x + k * size * 1.5 * math.cos(turn),
                        y + k * size * 1.5 * math.sin(turn),
                        size,
                        fill=C[tone],
                        stroke=C["l600"],
                        sw=0.7,
                    )
            else:
                g.circle(x, y, chance.uniform(size * 0.4, size), fill=C[tone], op=0.9)
    x, y, s = w * 0.5, h * 0.21, (h / 1.5 if not tall else w / 1.1)
    foot = (globe.cx, globe.cy - globe.R)
    for i, (dx, tone) in enumerate(((-0.155, "p300"), (-0.01, "iv"), (0.135, "t300"))):
        eye = (x + dx * s, y + (0.17 if i != 1 else 0.15) * s)
        shift = (-0.16, 0, 0.16)[i] * w
        beam(g, eye, (foot[0] + shift * 0.3 - 26, foot[1]), (foot[0] + shift * 0.3 + 26, foot[1]), tone, f"look{i}", 0.75, 1)
    put(g, watchers.air_meter, (x, y), 0, s)
    return g


SCENES: dict[str, Callable[[float, float], Svg]] = {
    "egypt-egyptsat-1": egyptsat_1,
    "egypt-egyptsat-2": egyptsat_2,
    "nigeria-nigeriasat-1": nigeriasat_1,
    "turkey-bilsat-1": bilsat_1,
    "nigeria-nigeriasat-2-and-x": nigeriasat_2_and_x,
    "turkey-rasat": rasat,
    "iran-sina-1": sina_1,
    "iran-pars-1": pars_1,
    "iran-kowsar-hodhod": kowsar_and_hodhod,
    "iran-paya-zafar2-kowsar15": paya_zafar_kowsar,
    "kazakhstan-kazeosat-2": kazeosat_2,
    "uae-dubaisat-1": dubaisat_1,
    "uae-dubaisat-2": dubaisat_2,
    "malaysia-tiungsat-1": tiungsat_1,
    "pakistan-badr-b": badr_b,
    "morocco-maroc-tubsat": maroc_tubsat,
    "saudi-saudisat-3-2007": saudisat_3,
    "saudi-shaheensat": shaheensat,
    "uae-dmsat-1": dmsat_1,
}

"""Scenes of satellites that connect: the ring on which they stand, their beams, and those that never reached it."""

from __future__ import annotations

import math
from collections.abc import Callable

from kiosk.drawing import craft, vehicles
from kiosk.drawing.kit import DARK, HULL, INNER, MLI, OUT, C, Svg
from kiosk.drawing.lookers import limb, shade, straight_down, track
from kiosk.drawing.scene import around, dashed, glow, ground, hills, ticks
from kiosk.drawing.sky import CAPITALS, Globe, earth, star_poly, stars

Place = tuple[float, float]


def waves(g: Svg, x: float, y: float, first: float, step: float, count: int, start: float, end: float, tone: str = "t300") -> None:
    """Radio as rings that fade with distance."""
    for i in range(count):
        g.arc(x, y, first + i * step, start, end, stroke=C[tone], sw=2.2, op=0.8 - 0.7 * i / count)


def footprint(g: Svg, globe: Globe, at: Place, degrees: float, tone: str, rings: int = 3) -> None:
    """Where a beam falls: circles on the ground round a place, `degrees` wide."""
    for k in range(rings, 0, -1):
        r = degrees * k / rings
        circle = [
            (at[0] + r * math.cos(math.radians(a)) / math.cos(math.radians(at[1])), at[1] + r * math.sin(math.radians(a)))
            for a in range(0, 361, 6)
        ]
        points = [globe.pt(*p) for p in circle if globe.xyz(*p)[2] > 0]
        if len(points) > 3:
            g.poly(points, fill=C[tone], op=0.1)
            g.poly(points, stroke=C[tone], sw=1.6, op=0.8)


def beam(g: Svg, start: Place, globe: Globe, at: Place, degrees: float, tone: str, name: str) -> None:
    """A cone of radio from a craft (in the picture) to a footprint."""
    left, right = globe.pt(at[0] - degrees, at[1]), globe.pt(at[0] + degrees, at[1])
    g.poly([start, right, left], fill=g.grad(name, [(0, C[tone], 0.05), (1, C[tone], 0.3)]))
    for foot in (left, right):
        g.line(*start, *foot, C[tone], 1, 0.5)
    footprint(g, globe, at, degrees, tone)


def measat_body(g: Svg, panels: int = 3, dishes: float = 1.45) -> None:
    """A cube with two long wings and two dishes (Boeing 601 class, 26 m across)."""
    craft.big_wings(g, 10.2, 2.5, panels)
    craft.bus(g, 1.15, -1.4, 1.2, MLI, 4)
    for side in (-1, 1):
        craft.side_dish(g, side, 2.15, 1.0, dishes, 16)
        g.line(side * 1.15, 0.9, side * 2.15, 1.0, C["g500"], OUT)
    craft.feeds(g, 1.1, 1.2, 3)
    g.circle(0.7, 0.85, 0.16, fill=C["p500"])


def saudisat_1(w: float, h: float) -> Svg:
    """SaudiSat-1A, 1B and 1C, cubes of about 23 cm with whip antennas, over Arabia at night; rings of radio from Riyadh."""
    tall = h > w
    g = ground(w, h, "night")
    stars(g, 0, 0, w, h, 310, 20, 60, 6.0, 1.0)
    globe = limb(g, w, h, (46, 25), "night", 0.62, 1.0, 0, 0.5)
    x0, y0 = globe.pt(*CAPITALS["SA"])
    waves(g, x0, y0, h * 0.05, h * 0.045, 9, 200, 340, "g300")
    glow(g, x0, y0, h * 0.07, C["g300"], 0.9, "riyadh")
    for x, y, turn, size in ((0.26, 0.34, -14, 1.0), (0.5, 0.23, 8, 1.25), (0.75, 0.36, 20, 0.9)):
        with g.push(w * x, h * y, turn, (h / 8.4 if not tall else w / 6.4) * size):
            for angle in (-128, -52, 128, 52):
                craft.whip(g, 0, 0, angle, 1.15)
            craft.box(g, -0.5, -0.5, 0.5, 0.5, 0.56)
            craft.cells(g, -0.45, -0.45, 0.02, 0.45, 4, 6)
            craft.cells(g, 0.11, -0.45, 0.45, 0.45, 3, 6)
            g.circle(0.28, 0.36, 0.06, fill=C["p500"])
    return g


def saudisat_2(w: float, h: float) -> Svg:
    """A Dnepr thrown from its silo by a charge of gas, a moment before its engine lights; above it the three cubes it
    carried in 2004."""
    tall = h > w
    horizon = h * 0.82
    g = ground(w, h, "dusk", horizon)
    stars(g, 0, 0, w, horizon, 240, 50, 66, 5.8, 1.0, ymax=horizon * 0.7)
    hills(g, w, h, horizon, ["#3A2C58", "#1E2452", "#0B1330"], 6, 0.012)
    s = h * 0.42 / 34.3
    x, y = w * (0.36 if not tall else 0.34), h * 0.7
    g.arc(x, horizon + h * 0.05, 6 * s, 0, 360, ry=1.6 * s, fill=C["l950"], stroke=C["g500"], sw=2)
    g.poly(
        [
            (x + 6.6 * s, horizon + h * 0.05),
            (x + 9 * s, horizon + h * 0.04),
            (x + 13 * s, horizon - 6 * s),
            (x + 10.6 * s, horizon - 6 * s),
        ],
        fill=DARK[2],
        stroke=C["g500"],
        sw=1.6,
    )
    for i in range(26):
        a = math.radians(i * 137.5)
        r = h * (0.02 + 0.0035 * i)
        glow(
            g,
            x + r * math.cos(a),
            horizon + h * 0.03 - abs(r * math.sin(a)) * 0.55,
            h * (0.035 + 0.0012 * i),
            C["iv"] if i % 3 else C["g300"],
            0.4,
            f"puff{i}",
        )
    with g.push(x, y, -90, s):
        vehicles.dnepr(g)
    g.rect(x - 1.9 * s, y, 3.8 * s, 0.9 * s, fill=DARK[1], stroke=C["g500"], sw=1.4)
    for cx, cy, size, turn in ((0.62, 0.26, 1.25, 8), (0.78, 0.4, 0.85, -12), (0.57, 0.5, 0.85, 16)):
        with g.push(w * cx, h * cy, turn, (h / 6.6 if not tall else w / 5.6) * size):
            craft.micro(g, 0.62, 0.62, 1 if size > 1 else 0, 0)
    dashed(g, around(w * 0.4, h * 1.0, w * 0.5, h * 0.78, 250, 325, 60), C["g500"], 1.3, 0.6)
    return g


def kazsat_2(w: float, h: float) -> Svg:
    """KazSat-2 close by, a box with two long wings and folded-out dishes (Khrunichev); the Earth small and round, the
    beam on Kazakhstan."""
    tall = h > w
    g = ground(w, h, "dawn")
    stars(g, 0, 0, w, h * 0.7, 180, 10, 60, 5.8, 1.0)
    cx, cy, r = (w * 0.76, h * 0.7, h * 0.15) if not tall else (w * 0.66, h * 0.66, h * 0.13)
    globe = earth(g, cx, cy, r, 12, 74, 0, "e", grat=30)
    x, y = w * (0.4 if not tall else 0.46), h * 0.33
    at = globe.pt(68, 48)
    g.poly(
        [(x - 6, y), (x + 6, y), (at[0] + r * 0.34, at[1]), (at[0] - r * 0.34, at[1])],
        fill=g.grad("beam", [(0, C["g300"], 0.6), (1, C["g300"], 0.14)]),
    )
    footprint(g, globe, (68, 48), 14, "g300", 2)
    with g.push(x, y, 22, (w / 30 if not tall else w / 25)):
        craft.big_wings(g, 8.4, 2.1, 4)
        craft.bus(g, 1.0, -1.7, 1.5, HULL, 6)
        for side in (-1, 1):
            craft.side_dish(g, side, 1.75, 0.75, 1.15, 24)
            g.line(side, 1.0, side * 1.75, 0.75, C["g500"], OUT)
        craft.feeds(g, 0.9, 1.5, 2, MLI)
        g.rect(-0.2, -1.4, 0.4, 0.3, fill=C["p500"])
    return g


def kazsat_3(w: float, h: float) -> Svg:
    """KazSat-3, larger, with wings of many panels and two round antennas (Reshetnev); behind it on the ring its elder
    sisters, the first one dim."""
    tall = h > w
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h, 60, -20, 60, 6.3, 1.1)
    cx, cy, r = w * 0.5, h * 1.02, h * 0.24
    earth(g, cx, cy, r, 20, 60, 0, "e", grat=30)
    for k, op in ((1.0, 0.8), (1.015, 0.3)):
        g.arc(cx, cy, w * (0.62 if not tall else 0.78) * k, 190, 350, ry=h * 0.64 * k, stroke=C["g500"], sw=1.8, op=op)
    with g.push(w * 0.5, h * 0.37, -5, (w / 33 if not tall else w / 27)):
        craft.big_wings(g, 9.6, 2.6, 7)
        craft.bus(g, 1.25, -2.1, 1.6, HULL, 7)
        for side in (-1, 1):
            g.line(side * 1.25, 0.4, side * 2.5, 1.5, C["g500"], OUT)
            g.circle(side * 2.75, 1.9, 1.2, fill=HULL[2] if side < 0 else HULL[3], stroke=C["g500"], sw=OUT)
            for k in (0.35, 0.7):
                g.circle(side * 2.75, 1.9, 1.2 * k, stroke=C["l400"], sw=INNER)
            g.circle(side * 2.75, 1.9, 0.12, fill=C["g500"])
        craft.feeds(g, 1.2, 1.6, 4, MLI)
        g.circle(0.8, 1.2, 0.18, fill=C["p500"])
    for share, op in ((0.9, 0.9), (0.99, 0.35)):
        a = math.radians(270 + 62 * share)
        x, y = cx + w * (0.62 if not tall else 0.78) * math.cos(a), cy + h * 0.64 * math.sin(a)
        first = len(g.el)
        with g.push(x, y, 30, w / 190):
            vehicles.geo_satellite(g)
        g.el[first:] = [f'<g opacity="{op}">{"".join(g.el[first:])}</g>']
    return g


def measat_3(w: float, h: float) -> Svg:
    """MEASAT-3 at 91.5 degrees East and what its beams reach: circles over Southeast Asia, South Asia and Africa."""
    tall = h > w
    g = ground(w, h, "night")
    stars(g, 0, 0, w, h, 220, 0, 70, 6.0, 1.0)
    cx, cy, r = w * 0.5, h * (0.78 if not tall else 0.72), (h * 0.36 if not tall else w * 0.44)
    globe = earth(g, cx, cy, r, 0, 84, 0, "e", grat=30, nations=())
    craft_at = (w * 0.5, h * 0.22)
    for at, degrees, tone, name in (((104, 3), 15, "g300", "b0"), ((78, 18), 13, "t300", "b1"), ((42, 2), 17, "p300", "b2")):
        beam(g, (craft_at[0], craft_at[1] + h * 0.04), globe, at, degrees, tone, name)
    with g.push(*craft_at, 0, (w / 36 if not tall else w / 29)):
        measat_body(g)
    return g


def measat_3a(w: float, h: float) -> Svg:
    """MEASAT-3a in a hall, on its cradle under the crane that had struck it, with a lamp; the Zenit waits outside the
    gate at dawn. The hall is schematic."""
    tall = h > w
    g = ground(w, h, "dawn", h * 0.8)
    floor = h * 0.74
    gate = (w * (0.66 if not tall else 0.62), w * (0.94 if not tall else 0.96))
    s = h * 0.46 / 57
    with g.push((gate[0] + gate[1]) / 2, floor, -90, s):
        vehicles.zenit(g)
    g.poly(
        [(0, 0), (w, 0), (w, floor), (gate[1], floor), (gate[1], h * 0.2), (gate[0], h * 0.2), (gate[0], floor), (0, floor)], fill=C["l800"]
    )
    g.rect(0, floor, w, h - floor, fill=C["l900"])
    for i in range(12):
        x = w * i / 11
        if not gate[0] - 10 < x < gate[1] + 10:
            g.line(x, 0, x, floor, C["l500"], 1.6, 0.8)
    for y in (0.2, 0.36, 0.52, 0.66):
        g.line(0, h * y, gate[0], h * y, C["l600"], 1.2, 0.9)
    g.rect(gate[0], h * 0.2, gate[1] - gate[0], floor - h * 0.2, stroke=C["g500"], sw=2.4)
    g.truss(0, h * 0.09, w, h * 0.09, h * 0.045, h * 0.045, 26, C["g600"], 1.4, fill=C["l700"])
    x, y = w * (0.34 if not tall else 0.32), h * 0.46
    g.rect(x - h * 0.05, h * 0.06, h * 0.1, h * 0.07, fill=C["p500"], stroke=C["g500"], sw=2)
    for dx in (-0.02, 0.02):
        g.line(x + dx * h, h * 0.13, x + dx * h, h * 0.24, C["g300"], 1.8)
    g.poly([(x - h * 0.035, h * 0.24), (x + h * 0.035, h * 0.24), (x + h * 0.012, h * 0.275), (x - h * 0.012, h * 0.275)], fill=C["g500"])
    glow(g, x - h * 0.26, h * 0.3, h * 0.42, C["g300"], 0.5, "lamp")
    g.line(x - h * 0.3, floor, x - h * 0.3, h * 0.31, C["g500"], 2.2)
    g.poly([(x - h * 0.33, h * 0.3), (x - h * 0.27, h * 0.27), (x - h * 0.24, h * 0.32)], fill=C["iv"], stroke=C["g500"], sw=2)
    with g.push(x, y, 0, h / 9.2):
        craft.bus(g, 1.0, -1.35, 1.25, MLI, 5)
        for side in (-1, 1):
            craft.cells(g, side * 1.06 - (0.3 if side < 0 else 0), -1.2, side * 1.06 + (0.3 if side > 0 else 0), 1.1, 2, 9)
            craft.side_dish(g, side, 1.62, 0.1, 0.95, -74)
        g.poly([(-1.3, 1.35), (1.3, 1.35), (1.7, 2.35), (-1.7, 2.35)], fill=C["l600"], stroke=C["g500"], sw=OUT)
        g.line(-1.5, 1.85, 1.5, 1.85, C["g500"], INNER)
    for px in (x - h * 0.2, x + h * 0.24):
        g.circle(px, floor - h * 0.082, h * 0.012, fill=C["iv"])
        g.rect(px - h * 0.014, floor - h * 0.068, h * 0.028, h * 0.07, fill=C["iv"])
    return g


def indostar(w: float, h: float) -> Svg:
    """Indostar II, one satellite shared by two: a beam in one colour on Indonesia, one in another on India."""
    tall = h > w
    g = ground(w, h, "dusk")
    stars(g, 0, 0, w, h * 0.7, 130, -30, 60, 5.8, 1.0)
    globe = limb(g, w, h, (100, 6), "dawn", 0.6, 0.8 if not tall else 0.7, 0, 0.5)
    at = (w * 0.5, h * 0.28)
    beam(g, (at[0] + 10, at[1] + h * 0.06), globe, (114, -2), 9, "g300", "one")
    beam(g, (at[0] - 10, at[1] + h * 0.06), globe, (80, 20), 7, "t300", "two")
    with g.push(*at, -8, (w / 32 if not tall else w / 27)):
        measat_body(g, 4, 1.25)
        for side, tone in ((-1, "t500"), (1, "g500")):
            g.circle(side * 2.6, 1.1, 0.2, fill=C[tone])
    return g


def garuda(w: float, h: float) -> Svg:
    """Garuda-1 with two mesh antennas of 12 m like umbrellas; a quilt of small beams over the islands of Indonesia."""
    tall = h > w
    g = ground(w, h, "night")
    stars(g, 0, 0, w, h, 280, -30, 66, 6.1, 1.0)
    globe = limb(g, w, h, (117, -1), "night", 0.64, 1.1, 0, 0.5)
    for i in range(-5, 6):
        for j in range(-2, 3):
            footprint(g, globe, (117 + i * 4.2 + (j % 2) * 2.1, -1 + j * 3.6), 2.1, "g300" if (i + j) % 3 else "t300", 1)
    with g.push(w * 0.5, h * 0.34, 0, (w / 40 if not tall else w / 33)):
        craft.big_wings(g, 9.0, 2.2, 4)
        for side in (-1, 1):
            g.truss(side * 1.0, 0.6, side * 4.6, -3.4, 0.5, 0.3, 8, C["g500"], INNER)
            craft.mesh_dish(g, side * 6.6, -5.0, 5.2, side * 16)
        craft.bus(g, 1.15, -1.7, 1.5, MLI, 5)
        craft.feeds(g, 1.1, 1.5, 3)
        g.circle(0.75, 1.1, 0.18, fill=C["p500"])
    return g


def arabsat(w: float, h: float) -> Svg:
    """Three Protons, three paths: two reach the ring at 26 degrees East, one breaks off low and falls (Arabsat-4A)."""
    tall = h > w
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h, 20, 40, 70, 6.2, 1.0)
    horizon = h * 0.9
    hills(g, w, h, horizon, ["#172A5C", "#101D46", "#0A1130"], 2, 0.012)
    s = h * 0.3 / 58.2
    x, y = w * (0.24 if not tall else 0.22), h * 0.74
    for r, tone, strength, name in ((0.34, "p500", 0.5, "f0"), (0.17, "g500", 0.8, "f1"), (0.07, "iv", 0.95, "f2")):
        glow(g, x, y + 3 * s, h * r, C[tone], strength, name)
    g.poly([(x - 1.6 * s, y), (x + 1.6 * s, y), (x + 0.5 * s, y + 14 * s), (x - 0.5 * s, y + 14 * s)], fill=C["g300"])
    with g.push(x, y, -90, s):
        vehicles.proton(g)
    top = (x, y - 60 * s)
    ring = [(w * (0.3 + 0.62 * i / 60), h * (0.13 + 0.12 * ((i / 60 - 0.5) * 2) ** 2)) for i in range(61)]
    g.poly(ring, stroke=C["g500"], sw=2.2, close=False)
    for i in range(0, 61, 2):
        g.line(*ring[i], ring[i][0], ring[i][1] - (12 if i % 10 == 0 else 6), C["g500"], 1.1, 0.7)

    def path(end: Place, lift: float) -> list[Place]:
        bend = ((top[0] + end[0]) / 2, min(top[1], end[1]) - lift)
        return [
            (
                (1 - t) ** 2 * top[0] + 2 * t * (1 - t) * bend[0] + t * t * end[0],
                (1 - t) ** 2 * top[1] + 2 * t * (1 - t) * bend[1] + t * t * end[1],
            )
            for t in (i / 60 for i in range(61))
        ]

    for at, name in ((ring[27], "one"), (ring[50], "two")):
        g.poly(path(at, -h * 0.02), stroke=C["g300"], sw=2.2, close=False)
        glow(g, *at, h * 0.09, C["g300"], 0.7, name)
        with g.push(at[0], at[1], 6, w / (135 if not tall else 110)):
            vehicles.geo_satellite(g)
    fall = path((w * 0.86, h * 0.86), h * 0.02)
    g.poly(fall[:24], stroke=C["p300"], sw=2.4, close=False)
    dashed(g, fall[24:], C["p300"], 2.0, 0.9)
    glow(g, *fall[24], h * 0.05, C["p300"], 0.8, "break")
    return g


def yahsat(w: float, h: float) -> Svg:
    """Yahsat 1B, a tall body with wings of four panels (Eurostar E3000), and many small beams like a honeycomb."""
    tall = h > w
    g = ground(w, h, "night")
    globe = straight_down(g, w, h, (47, 27), "night", 1.0 if not tall else 1.15)
    for i in range(-5, 6):
        for j in range(-3, 4):
            lon, lat = 46 + i * 5.2 + (j % 2) * 2.6, 27 + j * 4.5
            cell = [globe.pt(lon + 2.9 * math.cos(math.radians(a)), lat + 2.9 * math.sin(math.radians(a))) for a in range(30, 390, 60)]
            near = math.hypot(i / 5.5, j / 3.5) < 1
            if near:
                g.poly(cell, fill=C["g500" if (i * 3 + j) % 4 == 0 else "t500"], op=0.2)
                g.poly(cell, stroke=C["g300"], sw=1.4, op=0.75)
    globe.lights(CAPITALS, 3.6)
    x, y = w * 0.5, h * 0.35
    shade(g, x, y, h * 0.42, 0.75)
    with g.push(x, y, -24, (w / 33 if not tall else w / 28)):
        craft.big_wings(g, 10.0, 2.2, 4)
        craft.bus(g, 1.1, -2.9, 1.7, MLI, 8)
        for side in (-1, 1):
            craft.side_dish(g, side, 1.95, 1.1, 1.25, 12)
            craft.side_dish(g, side, 1.95, -0.9, 1.0, 12)
            g.line(side * 1.1, 0.9, side * 1.95, 1.1, C["g500"], OUT)
        craft.feeds(g, 1.0, 1.7, 4)
        g.circle(0.7, 1.3, 0.18, fill=C["p500"])
    return g


def thuraya(w: float, h: float) -> Svg:
    """The platform Odyssey on the equator with a Zenit-3SL upright on its deck, the command ship beside it; above, the
    satellite with one mesh antenna of 12 m."""
    tall = h > w
    sea = h * 0.74
    g = ground(w, h, "dusk", sea)
    stars(g, 0, 0, w, sea, 200, -10, 66, 5.8, 1.0, ymax=sea * 0.75)
    g.rect(0, sea, w, h - sea, fill=g.grad("sea", [(0, "#3B2E63", 1), (0.3, "#17265C", 1), (1, C["l900"], 1)]))
    for i in range(40):
        y = sea + (h - sea) * (i / 40) ** 1.4
        g.line(w * ((i * 0.37) % 1) - 60, y, w * ((i * 0.37) % 1) + 40 + i * 3, y, C["g500"], 1, 0.35)
    s = h * 0.4 / 78
    x = w * 0.36
    with g.push(x, sea, 0, s):
        for dx in (-24, -8, 8, 24):
            g.rect(dx - 2.6, -12, 5.2, 15, fill=DARK[2], stroke=C["g500"], sw=OUT)
        g.poly([(-33, -12), (33, -12), (33, -20), (-33, -20)], fill=HULL[2], stroke=C["g500"], sw=OUT)
        g.poly([(-33, -12), (-10, -12), (-10, -20), (-33, -20)], fill=HULL[1])
        g.rect(-33, -12, 66, 1.6, fill=C["p500"])
        g.rect(-31, -33, 18, 13, fill=HULL[3], stroke=C["g500"], sw=OUT)
        for i in range(5):
            g.rect(-29.5 + i * 3.4, -30, 1.6, 1.8, fill=C["l800"])
        g.truss(20, -20, 20, -52, 4, 2, 9, C["g500"], INNER)
        g.line(20, -50, 10, -50, C["g500"], OUT)
    with g.push(x + 9 * s, sea - 21 * s, -90, s):
        vehicles.zenit(g)
    ship = w * (0.72 if not tall else 0.76)
    with g.push(ship, sea, 0, s * 0.62):
        g.poly([(-46, -10), (44, -10), (54, -15), (47, 3), (-42, 3)], fill=HULL[2], stroke=C["g500"], sw=OUT)
        g.rect(-46, -2, 92, 2, fill=C["p500"], op=0.9)
        g.rect(-34, -24, 40, 14, fill=HULL[1], stroke=C["g500"], sw=INNER)
        g.rect(-24, -32, 18, 8, fill=HULL[2], stroke=C["g500"], sw=INNER)
        for i in range(9):
            g.rect(-32 + i * 4.2, -20, 2, 2, fill=C["l700"])
        g.circle(22, -19, 7, fill=HULL[1], stroke=C["g500"], sw=INNER)
    cx, cy = w * (0.68 if not tall else 0.62), h * (0.24 if not tall else 0.2)
    dashed(
        g, [(x + 9 * s + (cx - x) * (t / 34) ** 1.7, sea - 82 * s - (sea - 82 * s - cy) * t / 34) for t in range(33)], C["g500"], 1.6, 0.75
    )
    with g.push(cx, cy, 8, (w / 62 if not tall else w / 44)):
        craft.big_wings(g, 9.2, 2.2, 5)
        g.truss(0.6, 0.8, 3.4, 4.4, 0.5, 0.3, 7, C["g500"], INNER)
        craft.mesh_dish(g, 1.2, 6.2, 5.4, 10)
        craft.bus(g, 1.15, -1.8, 1.4, MLI, 5)
    return g


def turksat(w: float, h: float) -> Svg:
    """Türksat 4A and 4B side by side on the ring at 42 and 50 degrees East, their beams on Anatolia and Europe."""
    tall = h > w
    g = ground(w, h, "dawn")
    stars(g, 0, 0, w, h * 0.6, 0, 45, 60, 5.6, 1.0)
    globe = limb(g, w, h, (30, 42), "dawn", 0.66, 0.8, 0, 0.5)
    g.arc(w * 0.5, h * 1.7, w * (0.95 if not tall else 1.3), 200, 340, ry=h * 1.42, stroke=C["g500"], sw=1.8, op=0.85)
    for across, at, degrees, tone, name in ((0.3, (34, 39), 6, "g300", "one"), (0.7, (14, 48), 9, "t300", "two")):
        place = (w * across, h * 0.32)
        beam(g, (place[0], place[1] + h * 0.05), globe, at, degrees, tone, name)
        with g.push(*place, -6 if across < 0.5 else 6, w / 72):
            craft.big_wings(g, 9.4, 2.6, 5)
            craft.bus(g, 1.3, -2.2, 1.6, HULL, 5)
            for side in (-1, 1):
                craft.side_dish(g, side, 2.3, 1.0, 1.5, 18)
            craft.feeds(g, 1.2, 1.6, 3, MLI)
            g.rect(-0.3, 0.9, 0.6, 0.4, fill=C["p500"])
    return g


def nahid_2(w: float, h: float) -> Svg:
    """Nahid-2 unfolds two wings: the steps before stand behind it as ghosts. Schematic."""
    tall = h > w
    g = ground(w, h, "noon")
    stars(g, 0, 0, w, h * 0.4, 90, 10, 60, 5.2, 0.9)
    globe = limb(g, w, h, (53, 32), "day", 0.68, 1.2, 0, 0.5)
    track(g, globe, h * 0.24)
    x, y, s = w * 0.5, h * 0.36, (h / 3.0 if not tall else w / 2.7)
    with g.push(x, y, -4, s):
        for step, op in ((78, 0.22), (52, 0.35), (26, 0.5)):
            first = len(g.el)
            for side in (-1, 1):
                with g.push(side * 0.26, -0.12, side * step * -1 if side > 0 else step):
                    g.array(0 if side > 0 else -0.86, -0.17, 0.86, 0.34, 3, 3, 0.02, "x")
            g.el[first:] = [f'<g opacity="{op}">{"".join(g.el[first:])}</g>']
        for side in (-1, 1):
            g.array(0.3 if side > 0 else -1.16, -0.29, 0.86, 0.34, 3, 3, 0.02, "x")
            g.line(side * 0.24, -0.12, side * 0.3, -0.12, C["g500"], OUT)
        craft.box(g, -0.24, -0.28, 0.24, 0.26, 0.5)
        craft.cells(g, -0.2, -0.24, -0.03, 0.22, 3, 7)
        g.rect(0.05, -0.2, 0.14, 0.14, fill=MLI[2], stroke=C["l500"], sw=0.7)
        with g.push(0, 0.26, 90):
            g.rev([(0, 0.05), (0.06, 0.06), (0.16, 0.14)], HULL, flip=True)
        craft.whip(g, 0.16, -0.28, -60, 0.26)
        g.circle(0.16, 0.18, 0.03, fill=C["p500"])
        craft.schematic(g, 1.32, 0.5)
    return g


def bangladesh(w: float, h: float) -> Svg:
    """The geostationary ring from above the pole, to scale, a mark every five degrees; one leased place glows at 119.1
    degrees East, and a thread runs from it to the Bay of Bengal."""
    tall = h > w
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h, 10, 85, 80, 6.0, 0.9)
    cx, cy, ring = w * 0.5, h * (0.42 if not tall else 0.4), min(w, h) * (0.37 if not tall else 0.45)
    radius = ring * 6371 / 42164
    globe = earth(g, cx, cy, radius, 90, 0, 0, "e", grat=30, nations=())

    def at(longitude: float, share: float = 1.0) -> Place:
        x, y = globe.pt(longitude, 0)
        a = math.atan2(y - cy, x - cx)
        return cx + ring * share * math.cos(a), cy + ring * share * math.sin(a)

    g.circle(cx, cy, ring, stroke=C["g500"], sw=2.2)
    for degree in range(0, 360, 5):
        long = 1.06 if degree % 30 == 0 else 1.03
        g.line(*at(degree), *at(degree, long), C["g500"], 1.3, 0.7)
    for place in (26, 42, 44, 47.6, 50, 58.5, 86.5, 91.5, 98.6, 103, 108.2, 123):
        g.circle(*at(place), 5, fill=C["ivd"], op=0.75)
    spot, land = at(119.1), globe.pt(90.4, 23.7)
    glow(g, *spot, h * 0.11, C["g300"], 0.95, "spot")
    g.poly(star_poly(8, 3, h * 0.026, *spot, 22.5), stroke=C["g300"], sw=2.4)
    g.line(*spot, *land, C["g300"], 1.8, 0.9)
    g.circle(*land, 5, fill=C["g300"])
    ticks(g, cx, cy, ring * 1.16, 0, 360, 1, 4, op=0.25, major=10)
    return g


SCENES: dict[str, Callable[[float, float], Svg]] = {
    "saudi-saudisat-1-series": saudisat_1,
    "saudi-saudisat-2-saudicomsat-2004": saudisat_2,
    "kazakhstan-kazsat-2": kazsat_2,
    "kazakhstan-kazsat-3": kazsat_3,
    "malaysia-measat-3": measat_3,
    "malaysia-measat-3a": measat_3a,
    "indonesia-indostar-2": indostar,
    "indonesia-garuda-1": garuda,
    "arabsat-proton-flights": arabsat,
    "uae-yahsat-1b": yahsat,
    "uae-thuraya-sea-launch": thuraya,
    "turkey-turksat-4a-4b": turksat,
    "iran-nahid-2": nahid_2,
    "bangladesh-intersputnik-slot": bangladesh,
}

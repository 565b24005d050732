"""Scenes of student satellites and other small cubes; a cube of ten centimetres is drawn far larger than the land below it."""

from __future__ import annotations

import math
import random

from kiosk.drawing import talkers
from kiosk.drawing.kit import C, Svg
from kiosk.drawing.scene import around, dashed, glow, ground
from kiosk.drawing.sky import CAPITALS, Globe, stars
from kiosk.drawing.voices_scenes import Point, Scene, bend, edge_of_earth


def dots(g: Svg, start: Point, end: Point, apart: float, tone: str, op: float = 0.9) -> None:
    """A dotted line: short messages."""
    count = max(2, int(math.dist(start, end) / apart))
    for i in range(1, count):
        t = i / count
        g.circle(start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t, 2.3, fill=C[tone], op=op)


def rest(g: Svg, x: float, y: float, r: float, strength: float, name: str) -> None:
    """A soft dark ground that lifts a craft off what lies behind it."""
    g.circle(x, y, r, fill=g.grad(name, [(0, C["l900"], strength), (0.6, C["l900"], strength * 0.6), (1, C["l900"], 0)], (x, y, r)))


def challenge_one(w: float, h: float) -> Svg:
    """Challenge ONE, three units, flies lengthwise over Tunisia and the Mediterranean at noon; dotted lines join it with small
    things on the ground and at sea that report to it."""
    tall = h > w
    g = ground(w, h, "noon", h * 0.6)
    stars(g, 0, 0, w, h * 0.35, 40, 20, 60, 5.0, 0.9)
    globe = edge_of_earth(g, w, h * (0.5 if not tall else 0.49), max(w, h) * 2.6, (10, 35.4), h * 0.16, "day")
    here, decimetre, turn = (w * 0.5, h * (0.245 if not tall else 0.25)), (146 if not tall else 116), 74
    things = (
        (10.2, 36.8), (8.9, 35.2), (10.76, 34.74), (9.3, 33.4), (8.2, 34.3), (11.0, 32.9), (12.6, 35.5), (13.2, 33.9),
        (8.6, 36.6), (9.0, 37.9), (14.6, 36.6), (9.6, 31.9),
    )  # fmt: skip
    way = math.radians(turn + 90)
    for i, place in enumerate(things):
        at = globe.pt(*place)
        along = (i % 5 - 2) * 0.5 * decimetre
        start = (here[0] + along * math.cos(way), here[1] + along * math.sin(way))
        dots(g, start, at, 13, "iv")
        glow(g, *at, h * 0.024, C["iv"], 0.7, f"thing{i}")
        g.rect(at[0] - 7, at[1] - 7, 14, 14, fill=C["l700"], stroke=C["g300"], sw=1.6)
        g.line(at[0], at[1] - 7, at[0], at[1] - 20, C["g300"], 1.8)
        g.circle(at[0], at[1] - 21, 3, fill=C["p500"])
    rest(g, *here, decimetre * 2.2, 0.35, "rest")
    with g.push(*here, turn, decimetre):
        for x, angle in ((-0.4, -142), (0.4, -38)):
            talkers.whip(g, x, -1.7, angle, 1.25)
        for x, angle in ((-0.4, 142), (0.4, 38)):
            talkers.whip(g, x, 1.7, angle, 1.25)
        talkers.cubesat(g, 3)
    return g


def phi_demo(w: float, h: float) -> Svg:
    """PHI-Demo with a drawer pulled out, for it carries what others send, and the smaller A-SEANSAT-PG1, at dusk over the Indian
    Ocean; a light in the Gulf and one in Malaysia. Both are schematic."""
    tall = h > w
    g = ground(w, h, "dusk", h * 0.85)
    stars(g, 0, 0, w, h * 0.6, 160, -20, 60, 5.8, 1.0)
    globe = edge_of_earth(g, w, h * 0.66, max(w, h) * 0.72, (78, 15), h * 0.15, "dawn")
    host, guest = ((w * 0.4, h * 0.32), (w * 0.79, h * 0.36)) if not tall else ((w * 0.47, h * 0.26), (w * 0.76, h * 0.52))
    for code, start, lift in (("AE", host, 0.12), ("MY", guest, 0.1)):
        at = globe.pt(*CAPITALS[code])
        middle = ((start[0] + at[0]) / 2 + (-1 if code == "AE" else 1) * w * 0.06, at[1] - h * lift)
        dashed(g, bend(start, middle, at, 50), C["g300"], 1.6, 0.75)
        glow(g, *at, h * 0.055, C["g300"], 0.95, code)
    rest(g, *host, h * 0.3, 0.4, "rest")
    with g.push(*host, -7, 96 if not tall else 86):
        talkers.hosting_cube(g)
        talkers.unknown(g, 4.2, 2.75)
    with g.push(*guest, 16, 70 if not tall else 62):
        for angle in (-128, -52):
            talkers.whip(g, 0, -1.7, angle, 1.1)
        talkers.cubesat(g, 3)
        talkers.unknown(g, 1.7, 3.0)
    return g


def icube(w: float, h: float) -> Svg:
    """ICUBE-1, one cube of ten centimetres with two whip antennas, at the size of a face; beside it a rule of ten centimetres,
    a gold mark each millimetre; below, the lights of Pakistan and its neighbours."""
    tall = h > w
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h, 340, 40, 70, 6.5, 1.3)
    globe = edge_of_earth(g, w, h * (0.74 if not tall else 0.7), max(w, h) * 0.9, (71, 31), h * 0.12, "night")
    glow(g, *globe.pt(*CAPITALS["PK"]), h * 0.06, C["g300"], 0.95, "home")
    decimetre = h * 0.36 if not tall else w * 0.46
    x, y = w * (0.46 if not tall else 0.43), h * (0.415 if not tall else 0.4)
    glow(g, x, y, decimetre * 1.25, C["l400"], 0.5, "air")
    with g.push(x, y, 0, decimetre):
        for at, angle in ((-0.3, -124), (0.24, -56)):
            talkers.whip(g, at, -0.567, angle, 0.62)
        talkers.cubesat(g, 1, 1.0, 0.62)
        for end in (-0.5, 0.5):
            dashed(g, [(0.53 + 0.02 * i, end) for i in range(10)], C["g500"], 1.3, 0.8)
        g.rect(0.7, -0.5, 0.2, 1.0, fill=C["l700"], op=0.85)
        for i in range(101):
            long = 0.17 if i % 10 == 0 else 0.12 if i % 5 == 0 else 0.07
            g.line(0.7, -0.5 + i * 0.01, 0.7 + long, -0.5 + i * 0.01, C["g300"], 2.2 if i % 10 == 0 else 1.1)
        g.rect(0.7, -0.5, 0.2, 1.0, stroke=C["g500"], sw=2.2)
    return g


def gulf(w: float, h: float) -> Svg:
    """Three small cubes of students stand in the daylight over the Gulf, each held by a thread to its light: Riyadh, Kuwait and
    Doha; one unit, two units, one unit."""
    tall = h > w
    g = ground(w, h, "noon", h * 0.5)
    stars(g, 0, 0, w, h * 0.3, 80, 25, 60, 4.8, 0.9)
    globe = edge_of_earth(g, w, h * (0.46 if not tall else 0.5), max(w, h) * 2.3, (49.3, 26.6), h * (0.24 if not tall else 0.18), "day")
    cubes = (("SA", 0.29, 0.31, -9, 1, 128), ("KW", 0.5, 0.23, 5, 2, 116), ("QA", 0.71, 0.34, 11, 1, 128))
    if tall:
        cubes = (("SA", 0.22, 0.36, -9, 1, 104), ("KW", 0.5, 0.2, 5, 2, 104), ("QA", 0.78, 0.38, 11, 1, 104))
    for code, x, y, turn, units, decimetre in cubes:
        at, here = globe.pt(*CAPITALS[code]), (w * x, h * y)
        g.line(*here, *at, C["iv"], 2.2)
        glow(g, *at, h * 0.06, C["iv"], 1.0, code)
        for r, op in ((26, 0.5), (15, 0.9)):
            g.poly(around(*at, r, r * 0.62, 0, 360, 40), stroke=C["iv"], sw=1.6, op=op)
        g.circle(*at, 6, fill=C["p500"], stroke=C["iv"], sw=1.6)
        rest(g, *here, decimetre * (0.9 + 0.35 * units), 0.28, f"rest{code}")
        with g.push(*here, turn, decimetre):
            for side, angle in ((-0.38, -122), (0.38, -58)):
                talkers.whip(g, side, -0.567 * units, angle, 0.6)
            talkers.cubesat(g, units, accent=False)
    return g


TIGRIS = [
    (39.9, 38.4), (40.3, 37.9), (41.1, 37.7), (41.9, 37.5), (42.4, 37.1), (42.9, 36.7), (43.15, 36.35), (43.4, 35.9), (43.3, 35.4),
    (43.6, 34.9), (43.75, 34.5), (43.9, 34.15), (44.25, 33.9), (44.4, 33.35), (44.6, 33.0), (45.2, 32.7), (45.8, 32.5), (46.4, 32.2),
    (46.9, 31.8), (47.2, 31.4), (47.43, 31.0), (47.8, 30.5), (48.4, 30.2), (48.55, 29.95),
]  # fmt: skip
EUPHRATES = [
    (38.4, 38.6), (38.8, 38.2), (38.3, 37.5), (37.9, 37.1), (38.0, 36.6), (38.5, 35.9), (39.0, 35.95), (39.7, 35.6), (40.15, 35.35),
    (40.6, 34.9), (40.95, 34.45), (41.6, 34.35), (42.0, 34.2), (42.4, 34.0), (42.8, 33.65), (43.3, 33.4), (43.8, 33.3), (44.2, 32.8),
    (44.35, 32.4), (44.5, 32.0), (45.0, 31.6), (45.5, 31.3), (46.1, 31.05), (46.7, 30.95), (47.43, 31.0),
]  # fmt: skip
"""The courses of the two rivers in degrees of longitude and latitude, smoothed (general knowledge of the map)."""


def smooth(points: list[Point], parts: int = 6) -> list[Point]:
    """A curve through points (Catmull and Rom)."""
    found = []
    for i in range(len(points) - 1):
        a, b, c, d = (points[min(max(i + k, 0), len(points) - 1)] for k in (-1, 0, 1, 2))
        for t in (k / parts for k in range(parts)):
            found.append(
                (
                    b[0] + 0.5 * t * (c[0] - a[0] + t * (2 * a[0] - 5 * b[0] + 4 * c[0] - d[0] + t * (3 * (b[0] - c[0]) + d[0] - a[0]))),
                    b[1] + 0.5 * t * (c[1] - a[1] + t * (2 * a[1] - 5 * b[1] + 4 * c[1] - d[1] + t * (3 * (b[1] - c[1]) + d[1] - a[1]))),
                )
            )
    return [*found, points[-1]]


def tigrisat(w: float, h: float) -> Svg:
    """TigriSat, three units, straight over the land of the two rivers, which run as turquoise lines to the Gulf; under its camera
    a plume of dust blows with the wind from the north-west across the plain."""
    tall = h > w
    g = ground(w, h, "noon")
    globe = Globe(
        g, w * (0.4 if not tall else 0.42), h * (0.45 if not tall else 0.5), max(w, h) * (3.5 if not tall else 3.4), 33.0, 43.6, 0
    )
    g.rect(0, 0, w, h, fill="#14607A")
    globe.land("#A98749", C["iv"], 2.2, sea="#14607A")
    globe.graticule(5, stroke=C["g800"], sw=1, op=0.4)
    light = (w * 0.25, h * 0.05, max(w, h) * 1.05)
    g.rect(0, 0, w, h, fill=g.grad("lit", [(0, "#FFF6DC", 0.34), (0.5, "#FFF6DC", 0), (1, C["l950"], 0.55)], light))
    for river in (EUPHRATES, TIGRIS):
        course = [(*p, 0.0) for p in smooth(river)]
        for tone, sw in (("t800", 13), ("t500", 9), ("t300", 3.5)):
            globe.track(course, stroke=C[tone], sw=sw)
    _dust(g, globe)
    glow(g, *globe.pt(*CAPITALS["IQ"]), h * 0.045, C["iv"], 1.0, "baghdad")
    g.circle(*globe.pt(*CAPITALS["IQ"]), 6, fill=C["p500"], stroke=C["iv"], sw=1.6)
    here, decimetre, turn = (w * 0.68, h * (0.29 if not tall else 0.25)), (122 if not tall else 106), 38
    rest(g, *here, decimetre * 2.5, 0.3, "rest")
    way = math.radians(turn + 90)
    eye = (here[0] + 1.95 * decimetre * math.cos(way), here[1] + 1.95 * decimetre * math.sin(way))
    frame = [globe.pt(*p) for p in ((44.6, 33.0), (46.6, 32.4), (45.9, 31.0), (43.9, 31.6))]
    g.poly([eye, frame[0], frame[3], frame[2]], fill=C["iv"], op=0.2)
    for corner in frame:
        g.line(*eye, *corner, C["iv"], 1.3, 0.9)
    g.poly(frame, fill=C["iv"], op=0.14)
    g.poly(frame, stroke=C["iv"], sw=2.8)
    with g.push(*here, turn, decimetre):
        for x, angle in ((-0.4, -128), (0.4, -52)):
            talkers.whip(g, x, -1.7, angle, 1.2)
        talkers.horn(g, 0.1, 1.7, 90, 0.3)
        talkers.cubesat(g, 3)
    return g


def _dust(g: Svg, globe: Globe) -> None:
    """A plume in streaks and soft puffs, narrow where the wind lifts it, wide where it settles."""
    chance = random.Random(9)
    start, end = globe.pt(40.2, 35.0), globe.pt(46.8, 30.2)
    long = math.dist(start, end)
    with g.push(*start, math.degrees(math.atan2(end[1] - start[1], end[0] - start[0]))):
        for i in range(170):
            t = chance.random() ** 0.7
            x, y = long * t, chance.gauss(0, 0.02 + 0.09 * t) * long
            r = long * chance.uniform(0.045, 0.1) * (0.4 + 1.1 * t)
            stops = [(0, "#FFF3D6", 0.24), (0.5, "#FBE6BB", 0.14), (1, "#FBE6BB", 0)]
            g.circle(x, y, r, fill=g.grad(f"dust{i}", stops, (*g.pt(x, y), r)))
        for i in range(34):
            t, swing = chance.random() * 0.72, chance.uniform(-1, 1)
            line = []
            for k in range(25):
                x = t + 0.26 * k / 24
                line.append((x * long, long * (swing * (0.03 + 0.17 * x) + 0.012 * math.sin(9 * x + i))))
            g.poly(line, stroke="#FFF8E6", sw=1.6 if i % 3 else 2.8, op=0.6, close=False)


SCENES: dict[str, Scene] = {
    "tunisia-challenge-one": challenge_one,
    "phi-demo-and-a-seansat-pg1": phi_demo,
    "pakistan-icube-1": icube,
    "gulf-student-cubesats": gulf,
    "iraq-tigrisat": tigrisat,
}

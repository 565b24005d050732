"""Scenes of voices in the sky: the ring on which relays stand, their beams, and how they came there.

Distances between craft and Earth are not to scale unless a scene says so; places under a beam are true.
"""

from __future__ import annotations

import contextlib
import math
import random
from collections.abc import Callable, Iterator

from kiosk.drawing import talkers, vehicles
from kiosk.drawing.kit import DARK, HULL, INNER, MLI, OUT, C, Svg
from kiosk.drawing.scene import around, dashed, glow, ground, hills, ticks
from kiosk.drawing.sky import CAPITALS, Globe, earth, star_poly, stars

Point = tuple[float, float]
Scene = Callable[[float, float], Svg]


# ------------------------------------------------------------------ what these scenes share


@contextlib.contextmanager
def faint(g: Svg, op: float) -> Iterator[None]:
    """Whatever is drawn inside is pale."""
    first = len(g.el)
    yield
    g.el[first:] = [f'<g opacity="{op}">', *g.el[first:], "</g>"]


def edge_of_earth(g: Svg, w: float, edge: float, radius: float, place: Point, below: float, style: str, roll: float = 0) -> Globe:
    """The Earth's edge across the picture at the height `edge`, a place of longitude and latitude `below` the edge."""
    towards_eye = math.degrees(math.asin(1 - below / radius))
    return earth(g, w / 2, edge + radius, radius, place[1] - towards_eye, place[0], roll, "e", style=style)


def ring_round(place: Point, degrees: float, count: int = 72) -> list[Point]:
    """Longitudes and latitudes of a true circle on the Earth."""
    lat, far = math.radians(place[1]), math.radians(degrees)
    found = []
    for i in range(count + 1):
        way = 2 * math.pi * i / count
        up = math.asin(math.sin(lat) * math.cos(far) + math.cos(lat) * math.sin(far) * math.cos(way))
        across = math.atan2(math.sin(way) * math.sin(far) * math.cos(lat), math.cos(far) - math.sin(lat) * math.sin(up))
        found.append((place[0] + math.degrees(across), math.degrees(up)))
    return found


def footprint(g: Svg, globe: Globe, place: Point, degrees: float, tone: str, rings: int = 3) -> None:
    """Where a beam falls: circles on the ground, brighter inwards."""
    for i in range(rings):
        circle = ring_round(place, degrees * (1 - i / rings))
        seen = [globe.pt(*p) for p in circle if globe.xyz(*p)[2] > 0]
        if len(seen) > 8:
            g.poly(seen, fill=C[tone], op=0.16)
            g.poly(seen, stroke=C[tone], sw=2 if i == 0 else 1.3, op=0.9, close=len(seen) == len(circle))


def beam(g: Svg, start: Point, globe: Globe, place: Point, degrees: float, tone: str, name: str) -> None:
    """A cone of radio from a point of the picture to a circle on the ground."""
    foot = [globe.pt(*p) for p in ring_round(place, degrees) if globe.xyz(*p)[2] > 0]
    ways = [math.atan2(y - start[1], x - start[0]) for x, y in foot]
    left, right = foot[ways.index(max(ways))], foot[ways.index(min(ways))]
    g.poly([start, left, right], fill=g.grad(name, [(0, C[tone], 0.5), (1, C[tone], 0.12)]))
    for end in (left, right):
        g.line(*start, *end, C[tone], 1.2, 0.75)
    footprint(g, globe, place, degrees, tone)


def towards(start: Point, end: Point) -> float:
    """How far a craft is turned whose Earth side (+y) looks from one point to another."""
    return math.degrees(math.atan2(end[1] - start[1], end[0] - start[0])) - 90


def bend(start: Point, middle: Point, end: Point, count: int = 60) -> list[Point]:
    """A curve from one point to another, drawn towards a third."""
    steps = [i / count for i in range(count + 1)]
    return [
        (
            (1 - t) ** 2 * start[0] + 2 * t * (1 - t) * middle[0] + t * t * end[0],
            (1 - t) ** 2 * start[1] + 2 * t * (1 - t) * middle[1] + t * t * end[1],
        )
        for t in steps
    ]


def figure(g: Svg, x: float, feet: float, metre: float, way: int = 1) -> None:
    """A person of 1.75 m, in ivory, who raises one hand to the right (`way` 1) or to the left (-1)."""
    with g.push(x, feet, 0, metre * way, metre):
        g.poly([(-0.19, -1.4), (-0.28, -1.32), (-0.27, -0.82), (-0.19, -0.82), (-0.17, -1.2)], fill=HULL[2])
        g.poly([(0.12, -1.42), (0.24, -1.38), (0.5, -1.22), (0.78, -1.36), (0.81, -1.28), (0.5, -1.1), (0.14, -1.22)], fill=C["iv"])
        g.poly([(-0.21, -1.4), (-0.1, -1.46), (0.1, -1.46), (0.22, -1.4), (0.19, -0.78), (-0.19, -0.78)], fill=C["iv"])
        g.poly([(0.06, -1.46), (0.1, -1.46), (0.22, -1.4), (0.19, -0.78), (0.06, -0.78)], fill=HULL[2])
        g.poly([(-0.19, -0.8), (0.0, -0.8), (-0.02, 0), (-0.17, 0)], fill=HULL[1])
        g.poly([(0.0, -0.8), (0.19, -0.8), (0.2, 0), (0.05, 0)], fill=HULL[2])
        g.poly(around(0, -1.62, 0.11, 0.13, 0, 360, 24), fill=C["iv"])
        g.poly(around(0, -1.66, 0.12, 0.09, 180, 360, 16), fill=C["g500"])


# ------------------------------------------------------------------ first voices


def saudisat_1(w: float, h: float) -> Svg:
    """SaudiSat-1A, 1B and 1C, cubes of 23 cm, come over Arabia at night one behind the other; from Riyadh the waves of radio
    amateurs run out as rings, over the ground and up to them."""
    tall = h > w
    g = ground(w, h, "night")
    stars(g, 0, 0, w, h * 0.8, 300, 25, 60, 6.0, 1.0)
    edge = h * (0.66 if not tall else 0.64)
    globe = edge_of_earth(g, w, edge, max(w, h) * 0.95, CAPITALS["SA"], h * 0.14, "night")
    riyadh = globe.pt(*CAPITALS["SA"])
    for i in range(7):
        globe.track([(*p, 0.0) for p in ring_round(CAPITALS["SA"], 1.6 + i * 1.9)], stroke=C["g300"], sw=2.2, op=0.85 - i * 0.1)
    reach = riyadh[1] - h * 0.3
    for i in range(9):
        r = reach * (0.42 + i * 0.1)
        g.arc(*riyadh, r, 236, 304, stroke=C["g300"], sw=2.4, op=0.5 - i * 0.035)
    glow(g, *riyadh, h * 0.09, C["g300"], 0.95, "riyadh")
    g.circle(*riyadh, 6, fill=C["iv"])
    path = around(w * 0.5, h * 1.28, w * 0.72 if not tall else w * 0.95, h * (0.98 if not tall else 1.03), 215, 325)
    g.poly(path, stroke=C["g500"], sw=1.3, op=0.55, close=False)
    cubes = ((0.2, 0.42, -22, 34), (0.5, 0.32, 8, 62), (0.8, 0.43, 26, 34))
    if tall:
        cubes = ((0.2, 0.46, -22, 28), (0.52, 0.27, 8, 52), (0.8, 0.47, 26, 28))
    for x, y, turn, decimetre in cubes:
        with g.push(w * x, h * y, turn, decimetre):
            talkers.amateur_cube(g)
    return g


def saudisat_2(w: float, h: float) -> Svg:
    """A Dnepr (34.3 m) hangs over its silo mouth, thrown out by a charge of gas, its engine not yet lit; the silo in section
    below, the plate that pushed it flung aside. Above it on an arc the three of 2004: SaudiSat-2 and two SaudiComsats."""
    tall = h > w
    horizon = h * 0.74
    g = ground(w, h, "dusk", horizon)
    stars(g, 0, 0, w, horizon, 240, 50, 66, 5.8, 1.0, ymax=horizon * 0.7)
    hills(g, w, h, horizon, ["#3A2C58", "#1E2452", "#0B1330"], 6, 0.012)
    s = h * (0.5 if not tall else 0.46) / 34.3
    x, tail = w * (0.36 if not tall else 0.31), h * 0.63
    mouth = horizon + h * 0.03
    g.rect(x - 4.6 * s, mouth, 9.2 * s, h - mouth, fill=DARK[4], stroke=C["g500"], sw=INNER)
    shaft = g.grad("shaft", [(0, C["g300"], 1), (0.25, C["p500"], 0.9), (0.8, C["l900"], 1)])
    g.rect(x - 3.0 * s, mouth, 6.0 * s, h - mouth, fill=shaft, stroke=C["g500"], sw=OUT)
    for i in range(1, 8):
        y = mouth + i * (h - mouth) / 8
        for side in (-1, 1):
            g.line(x + side * 3.0 * s, y, x + side * 4.6 * s, y, C["g500"], 0.9, 0.6)
    with g.push(x - 4.8 * s, mouth, -118):
        g.rect(0, -0.9 * s, 8.4 * s, 1.8 * s, fill=DARK[2], stroke=C["g500"], sw=OUT)
        g.rect(0, -0.9 * s, 8.4 * s, 0.7 * s, fill=DARK[1])
    _gas(g, x, tail, mouth, s)
    with g.push(x, tail, -90, s):
        vehicles.dnepr(g)
    g.rect(x - 1.55 * s, tail - 0.2 * s, 3.1 * s, 1.0 * s, fill=HULL[2], stroke=C["g500"], sw=INNER)
    plate = (x + 9.5 * s, tail + 1.0 * s)
    dashed(g, bend((x + 1.6 * s, tail + 1.2 * s), (x + 7 * s, tail - 4 * s), plate, 24), C["g300"], 1.5, 0.8)
    with g.push(*plate, 38):
        g.rect(-1.5 * s, -0.5 * s, 3.0 * s, 1.0 * s, fill=DARK[1], stroke=C["g500"], sw=INNER)
    centre, reach = (x, h * 0.98), (w * 0.52, h * 0.72) if not tall else (w * 0.56, h * 0.74)
    g.poly(around(*centre, *reach, -88, -18), stroke=C["g500"], sw=1.4, op=0.7, close=False)
    for angle, decimetre, turn in ((-68, 23, -10), (-48, 42, 8), (-30, 23, 22)):
        at = math.radians(angle)
        with g.push(centre[0] + reach[0] * math.cos(at), centre[1] + reach[1] * math.sin(at), turn, decimetre * (1 if not tall else 0.85)):
            talkers.amateur_cube(g)
    return g


def _gas(g: Svg, x: float, tail: float, mouth: float, s: float) -> None:
    """The pale burst of gas under a rocket thrown from its silo, widest at the mouth."""
    chance = random.Random(4)
    glow(g, x, mouth - 2 * s, 16 * s, C["g300"], 0.55, "burst")
    for i in range(34):
        share = chance.random()
        y = mouth + 0.6 * s - share * (mouth - tail) * 1.02
        spread = 1.3 * s + 8.5 * s * (1 - share) ** 2.2
        r = (1.5 + 2.6 * (1 - share)) * s * chance.uniform(0.75, 1.2)
        glow(g, x + chance.uniform(-1, 1) * spread, y, r, C["iv"] if i % 4 else C["g300"], 0.75, f"gas{i}")


# ------------------------------------------------------------------ Kazakhstan


def kazsat_2(w: float, h: float) -> Svg:
    """KazSat-2 close by, turned so that its horns look at the Earth, small and round below; one gold beam on Kazakhstan, as
    seen from over 86.5 degrees East."""
    tall = h > w
    g = ground(w, h, "dawn")
    stars(g, 0, 0, w, h * 0.7, 180, 10, 60, 5.8, 1.0)
    r = h * (0.15 if not tall else 0.125)
    centre = (w * (0.74 if not tall else 0.7), h * (0.6 if not tall else 0.62))
    here = (w * (0.41 if not tall else 0.42), h * (0.375 if not tall else 0.32))
    turn = towards(here, centre)
    reach = math.dist(here, centre)
    g.arc(*centre, reach, 90, 300, stroke=C["g500"], sw=1.6, op=0.7)
    ticks(g, *centre, reach, 90, 300, 1, 8, op=0.5, major=10)
    globe = earth(g, *centre, r, 18, 86.5, 0, "e", grat=30)
    away = math.radians(turn + 90)
    beam(g, (here[0] + 88 * math.cos(away), here[1] + 88 * math.sin(away)), globe, (67, 48), 11, "g300", "beam")
    with g.push(*here, turn, 36 if not tall else 42):
        talkers.kazsat_2(g)
    return g


def kazsat_3(w: float, h: float) -> Svg:
    """KazSat-3 as one would see it from the Earth: two round antennas and two wings of many panels; on the ring to the left its
    elder sisters at 86.5 and 103 degrees East, the first of them, lost in 2008, dim."""
    tall = h > w
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h, 60, -5, 60, 6.4, 1.1, lines=0.12)
    cx, cy, r = w * 0.6, h * 2.3, h * 1.92
    g.arc(cx, cy, r, 225, 315, stroke=C["g500"], sw=1.8, op=0.85)
    ticks(g, cx, cy, r, 225, 315, 0.5, 9, op=0.5, major=10)
    here = (w * (0.56 if not tall else 0.55), h * (0.385 if not tall else 0.38))
    for x, metre, op in ((0.2, 6.4, 1.0), (0.065, 4.8, 0.34)) if not tall else ((0.2, 5.2, 1.0), (0.06, 4.0, 0.4)):
        at = (w * x, cy - math.sqrt(r * r - (w * x - cx) ** 2))
        if op == 1:
            glow(g, *at, h * 0.06, C["g300"], 0.5, "elder")
        with faint(g, op), g.push(*at, 90, metre):
            talkers.kazsat_3_from_earth(g)
    glow(g, *here, h * 0.3, C["l400"], 0.55, "here")
    with g.push(*here, 56 if not tall else 40, 47 if not tall else 44):
        talkers.kazsat_3_from_earth(g)
    edge_of_earth(g, w, h * 0.84, max(w, h) * 0.9, (68, 48), h * 0.09, "night")
    return g


# ------------------------------------------------------------------ Malaysia, Indonesia


def measat_3(w: float, h: float) -> Svg:
    """MEASAT-3 from behind, before the whole disc of the Earth under 91.5 degrees East; left and right of it its footprints, in
    Africa, South Asia and Southeast Asia."""
    tall = h > w
    g = ground(w, h, "night")
    stars(g, 0, 0, w, h, 95, -5, 70, 6.2, 1.1)
    centre, r = (w * 0.5, h * 0.42), (h * 0.36 if not tall else w * 0.42)
    roll = 26
    globe = earth(g, *centre, r, 0, 91.5, roll, "e", grat=15)
    west = math.radians(180 + roll)
    here = (centre[0] + 0.46 * r * math.cos(west), centre[1] + 0.46 * r * math.sin(west))
    for place, degrees, tone in (((106, 4), 17, "g300"), ((78, 22), 10, "t300"), ((33, 2), 21, "p300")):
        footprint(g, globe, place, degrees, tone)
        for p in ring_round(place, degrees, 6):
            if globe.xyz(*p)[2] > 0:
                g.line(*here, *globe.pt(*p), C[tone], 1, 0.4)
    with g.push(*here, 90 + roll, r / 13.4):
        talkers.boeing_601(g)
    return g


def measat_3a(w: float, h: float) -> Svg:
    """MEASAT-3a upright on its cradle, wings folded, under a lamp: a crane struck it, and it is being mended. The hook hangs
    aside; through the gate the Zenit waits in the dawn. The hall is schematic; satellite and people are to one scale."""
    tall = h > w
    floor = h * 0.69
    g = ground(w, h, "dawn", floor)
    gate = (w * 0.7, w * 0.9) if not tall else (w * 0.72, w * 0.95)
    lintel = h * 0.2
    hills(g, w, h, floor, ["#2A5F7A", "#173A62"], 5, 0.01)
    s = (floor - lintel) * 0.8 / 57
    middle = (gate[0] + gate[1]) / 2
    g.truss(middle + 5 * s, floor, middle + 3.4 * s, floor - 52 * s, 4 * s, 2 * s, 14, C["g600"], 1.1)
    with g.push(middle, floor - 2 * s, -90, s):
        vehicles.zenit(g)
    for left, top, right, foot in ((0, 0, w, lintel), (0, lintel, gate[0], floor), (gate[1], lintel, w, floor)):
        g.rect(left, top, right - left, foot - top, fill=C["l800"])
    g.rect(0, floor, w, h - floor, fill=g.grad("floor", [(0, C["l700"], 1), (1, C["l950"], 1)]))
    g.poly([(gate[0], floor), (gate[1], floor), (gate[1] - w * 0.1, h), (gate[0] - w * 0.24, h)], fill=C["g500"], op=0.1)
    _hall(g, w, h, floor, gate, lintel)
    x, metre = w * (0.4 if not tall else 0.38), h * (0.1 if not tall else 0.082)
    base = floor - 0.95 * metre
    lamp = (x - 2.75 * metre, base - 2.9 * metre)
    glow(g, x, base - 1.5 * metre, 4.4 * metre, C["g500"], 0.5, "warm")
    for first, last in ((6, 62), (14, 50)):
        ways = [math.radians(first + (last - first) * i / 8) for i in range(9)]
        g.poly([lamp, *((lamp[0] + 3.9 * metre * math.cos(a), lamp[1] + 3.9 * metre * math.sin(a)) for a in ways)], fill=C["g300"], op=0.1)
    g.poly(
        [
            (x - 1.5 * metre, floor),
            (x - 0.7 * metre, base + 0.22 * metre),
            (x + 0.7 * metre, base + 0.22 * metre),
            (x + 1.5 * metre, floor),
        ],
        fill=DARK[3],
        stroke=C["g500"],
        sw=OUT,
    )
    g.truss(x - 1.5 * metre, floor - 3, x + 1.5 * metre, floor - 3, 8, 8, 10, C["g500"], INNER)
    for side in (-1, 1):
        g.line(x + side * 0.7 * metre, base + 0.22 * metre, x - side * 1.3 * metre, floor, C["g500"], INNER)
    with g.push(x, base, 0, metre):
        talkers.star_2(g)
    g.line(lamp[0], floor, *lamp, C["g500"], OUT)
    g.line(lamp[0] - 0.4 * metre, floor, lamp[0] + 0.4 * metre, floor, C["g500"], OUT)
    glow(g, lamp[0] + 0.3 * metre, lamp[1], 0.9 * metre, C["iv"], 0.9, "lamp")
    with g.push(*lamp, 12, metre):
        g.poly([(-0.3, -0.2), (0.24, -0.34), (0.24, 0.34), (-0.3, 0.2)], fill=HULL[3], stroke=C["g500"], sw=OUT)
        g.poly([(0.24, -0.34), (0.24, 0.34), (0.32, 0)], fill=C["iv"])
    for at, way in ((-2.05, 1), (1.95, -1), (2.75, -1)):
        figure(g, x + at * metre, floor + 3, metre, way)
    return g


def _hall(g: Svg, w: float, h: float, floor: float, gate: Point, lintel: float) -> None:
    """The hall in broken lines: roof, columns, the gate; the travelling crane with its hook hanging free."""
    for i in range(11):
        x = w * i / 10
        if not gate[0] - 20 < x < gate[1] + 20:
            dashed(g, [(x, floor * t / 50) for t in range(51)], C["l300"], 1.6, 0.75)
    for y in (0.3, 0.45, 0.58):
        dashed(g, [(gate[0] * t / 60, h * y) for t in range(61)], C["l400"], 1.3, 0.6)
    g.truss(0, h * 0.065, w, h * 0.065, h * 0.05, h * 0.05, 30, C["g600"], 1.4, fill=C["l700"])
    block = w * (0.575 if h < w else 0.6)
    g.rect(block - h * 0.05, h * 0.04, h * 0.1, h * 0.06, fill=C["p500"], stroke=C["g500"], sw=OUT)
    for dx in (-0.014, 0.014):
        g.line(block + dx * h, h * 0.1, block + dx * h * 0.6, h * 0.2, C["g300"], 1.6)
    g.rect(block - h * 0.014, h * 0.2, h * 0.028, h * 0.026, fill=MLI[2], stroke=C["g500"], sw=INNER)
    g.arc(block, h * 0.245, h * 0.018, -80, 190, stroke=C["g300"], sw=4)
    g.poly([(gate[0], floor), (gate[0], lintel), (gate[1], lintel), (gate[1], floor)], stroke=C["g500"], sw=3, close=False)
    g.rect(gate[0] - w * 0.035, lintel, w * 0.035, floor - lintel, fill=C["l600"], stroke=C["g500"], sw=INNER)
    for i in range(1, 7):
        y = lintel + (floor - lintel) * i / 7
        g.line(gate[0] - w * 0.035, y, gate[0], y, C["l300"], 1)


def indostar(w: float, h: float) -> Svg:
    """Indostar II, one satellite that two countries share: two round antennas, two beams, turquoise on India and gold on the
    islands of Indonesia, at dusk."""
    tall = h > w
    g = ground(w, h, "dusk", h * 0.8)
    stars(g, 0, 0, w, h * 0.6, 130, -30, 60, 5.8, 1.0)
    globe = edge_of_earth(g, w, h * (0.56 if not tall else 0.55), max(w, h) * (0.62 if not tall else 0.56), (98, 8), h * 0.25, "dawn")
    here, metre, turn = (w * 0.5, h * (0.27 if not tall else 0.28)), w * (0.86 if not tall else 0.94) / 26.7, -7 if not tall else -24
    for side, place, degrees, tone, name in ((-1, (79, 21), 9.5, "t300", "india"), (1, (115, -2), 11.5, "g300", "islands")):
        way = math.radians(turn)
        start = (here[0] + side * 2.9 * metre * math.cos(way), here[1] + side * 2.9 * metre * math.sin(way))
        beam(g, start, globe, place, degrees, tone, name)
    with g.push(*here, turn, metre):
        talkers.indostar_from_earth(g)
    return g


def garuda(w: float, h: float) -> Svg:
    """Garuda-1 from the Earth, its two mesh antennas of 12 m opened like umbrellas, wings to north and south; below on the
    islands of Indonesia many small spots, a thread from each for the telephones in people's hands."""
    tall = h > w
    g = ground(w, h, "night")
    stars(g, 0, 0, w, h, 280, -30, 66, 6.3, 1.1)
    globe = edge_of_earth(g, w, h * 0.7, max(w, h) * 0.86, (117, -2), h * 0.16, "night")
    here, metre = (w * 0.5, h * 0.36), h * 0.68 / 27 if not tall else w * 0.92 / 28.6
    for i in range(-6, 7):
        for j in range(-3, 3):
            place = (117 + i * 3.7 + (j % 2) * 1.85, -1 + j * 3.2)
            if globe.xyz(*place)[2] < 0:
                continue
            tone = ("g300", "t300", "p300")[(i + j + (j % 2)) % 3]
            footprint(g, globe, place, 1.75, tone, 1)
            at = globe.pt(*place)
            if (i + j) % 2 == 0:
                g.line(*at, here[0] + (8.4 if i >= 0 else -8.4) * metre, here[1], C["g300"], 0.8, 0.28)
    with g.push(*here, 0, metre):
        talkers.garuda_from_earth(g)
    return g


# ------------------------------------------------------------------ Arab states


def arabsat(w: float, h: float) -> Svg:
    """A Proton (58.2 m) climbs; three paths go on from its nose. Two bend into the ring, where their satellites stand; the third,
    that of Arabsat-4A, breaks off low and falls in a broken line."""
    tall = h > w
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h, 20, 40, 70, 6.3, 1.05)
    horizon = h * 0.87
    hills(g, w, h, horizon, ["#172A5C", "#101D46", "#0A1130"], 2, 0.012)
    s, lean = h * (0.42 if not tall else 0.34) / 58.2, 16
    tail = (w * (0.19 if not tall else 0.16), h * 0.69)
    up = math.radians(lean - 90)
    nose = (tail[0] + 59 * s * math.cos(up), tail[1] + 59 * s * math.sin(up))
    centre, reach = (w * (0.58 if not tall else 0.52), h * 1.02), (w * (0.5 if not tall else 0.66), h * (0.87 if not tall else 0.9))
    ring = around(*centre, *reach, -112, -22, 90)
    g.poly(ring, stroke=C["g500"], sw=2.4, close=False)
    for i, (x, y) in enumerate(ring):
        long = 1.035 if i % 10 == 0 else 1.018
        g.line(x, y, centre[0] + (x - centre[0]) * long, centre[1] + (y - centre[1]) * long, C["g500"], 1.1, 0.75)
    bends = ((ring[28], (w * 0.37, h * 0.1), "first"), (ring[59], (w * 0.58, h * 0.24), "second"))
    if tall:
        bends = ((ring[30], (w * 0.36, h * 0.16), "first"), (ring[53], (w * 0.56, h * 0.26), "second"))
    for end, middle, name in bends:
        g.poly(bend(nose, middle, end), stroke=C["g300"], sw=2.4, close=False)
        glow(g, *end, h * 0.1, C["g300"], 0.6, name)
        with g.push(*end, towards(end, centre), (13 if not tall else 9.5)):
            talkers.relay(g)
    fall = bend(nose, (w * 0.46, h * (0.32 if not tall else 0.38)), (w * 0.7, horizon + h * 0.02))
    g.poly(fall[:28], stroke=C["p300"], sw=2.6, close=False)
    dashed(g, fall[28:], C["p300"], 2.2, 0.95)
    glow(g, *fall[28], h * 0.07, C["p300"], 0.85, "break")
    with g.push(*fall[28], 70, (9 if not tall else 8)):
        talkers.relay(g)
    away = (tail[0] - 8 * s * math.cos(up), tail[1] - 8 * s * math.sin(up))
    for r, tone, strength, name in ((0.3, "p500", 0.5, "f0"), (0.16, "g500", 0.8, "f1"), (0.06, "iv", 0.95, "f2")):
        glow(g, *away, h * r, C[tone], strength, name)
    with g.push(*tail, lean - 90, s):
        for r, length, tone in ((2.1, 30, "p500"), (1.7, 22, "g500"), (1.0, 13, "iv")):
            g.poly([(-1, -r), (-1, r), (-length * 0.5, r * 0.7), (-length, 0), (-length * 0.5, -r * 0.7)], fill=C[tone], op=0.9)
        vehicles.proton(g)
    return g


def yahsat(w: float, h: float) -> Svg:
    """Yahsat 1B, a tall body with wings of four panels; from its horns fans out a comb of small beams, each with its own cell on
    the ground, from the Nile to Pakistan at night."""
    tall = h > w
    g = ground(w, h, "night")
    stars(g, 0, 0, w, h * 0.6, 200, 10, 66, 6.0, 1.0)
    globe = edge_of_earth(g, w, h * (0.36 if not tall else 0.4), max(w, h) * (0.86 if not tall else 0.72), (50, 28), h * 0.37, "night")
    here, metre = (w * 0.5, h * (0.2 if not tall else 0.21)), w * (0.78 if not tall else 0.92) / 38
    eye = (here[0], here[1] + 3.4 * metre)
    for i in range(-5, 6):
        for j in range(-2, 4):
            place = (50 + (i + (j % 2) / 2) * 5.0, 27 + j * 3.9)
            if (i + (j % 2) / 2) ** 2 / 27 + (j - 0.5) ** 2 / 6.5 > 1:
                continue
            cell = [globe.pt(*p) for p in ring_round(place, 2.55, 6)[:6]]
            tone = ("t300", "g300", "t500", "g500")[(2 * i + j) % 4]
            g.poly([eye, *sorted(cell)[::5]], fill=C[tone], op=0.05)
            g.poly(cell, fill=C[tone], op=0.34)
            g.poly(cell, stroke=C["g300"], sw=1.6, op=0.9)
            g.line(*eye, *globe.pt(*place), C[tone], 0.9, 0.5)
    globe.lights(CAPITALS, 3.4)
    glow(g, *eye, h * 0.07, C["g300"], 0.8, "eye")
    with g.push(*here, 0, metre):
        talkers.eurostar(g)
    return g


def thuraya(w: float, h: float) -> Svg:
    """The floating platform Odyssey (133 m long, general knowledge) on the equator with a Zenit-3SL (59.6 m) upright on its deck,
    the command ship farther off; above, the satellite that flew from there, with one mesh antenna of 12 m. Sea and sky at dusk."""
    tall = h > w
    sea = h * 0.69
    g = ground(w, h, "dusk", sea)
    stars(g, 0, 0, w, sea, 200, -10, 66, 5.8, 1.0, ymax=sea * 0.75)
    sun = (w * (0.66 if not tall else 0.7), sea)
    glow(g, *sun, h * 0.3, C["g300"], 0.8, "sun")
    g.circle(sun[0], sea - h * 0.012, h * 0.045, fill=C["g300"])
    g.rect(0, sea, w, h - sea, fill=g.grad("sea", [(0, "#6B3A58", 1), (0.16, "#2F2A62", 1), (0.5, "#121D50", 1), (1, C["l900"], 1)]))
    _swell(g, w, h, sea, sun[0])
    s = h * 0.4 / 92 if not tall else h * 0.33 / 92
    with g.push(w * (0.78 if not tall else 0.83), sea + h * 0.012, 0, s * (0.52 if not tall else 0.33)):
        _command_ship(g)
    with g.push(w * (0.33 if not tall else 0.42), sea + h * 0.045, 0, s):
        _odyssey(g)
    here = (w * (0.66 if not tall else 0.58), h * (0.17 if not tall else 0.13))
    nose = (w * (0.33 if not tall else 0.42) + 14 * s, sea + h * 0.045 - 94 * s)
    dashed(g, bend(nose, (nose[0], here[1]), (here[0] - 4 * s, here[1]), 40), C["g300"], 1.6, 0.8)
    with g.push(*here, 6, w * (0.5 if not tall else 0.72) / 31):
        talkers.thuraya_side(g)
    return g


def _swell(g: Svg, w: float, h: float, sea: float, sun: float) -> None:
    """Lines of swell, closer towards the horizon, and the sun's road on the water."""
    chance = random.Random(8)
    for i in range(90):
        y = sea + 3 + (h - sea) * (i / 90) ** 1.7
        x, long = chance.uniform(-0.05, 1.0) * w, w * chance.uniform(0.02, 0.05 + 0.0012 * i)
        g.line(x, y, x + long, y, C["g500"] if i % 3 else C["l300"], 1.1, 0.3)
        reach = h * 0.03 + h * 0.0016 * i
        for _ in range(2):
            at = sun + chance.gauss(0, reach * 0.5)
            g.line(at - reach * 0.4, y, at + reach * 0.4, y, C["g300"], 1.8, 0.5)


def _odyssey(g: Svg) -> None:
    """The platform from the side, in metres, water line at 0: pontoon, five columns, deck, hangar at the bow end, the rocket over
    the stern."""
    g.poly([(-62, 5), (60, 5), (64, 2), (60, -1), (-62, -1), (-66, 2)], fill=DARK[4], op=0.8)
    for x in (-50, -25, 0, 25, 48):
        for i, (a, b) in enumerate(((-5, -2.5), (-2.5, 0.8), (0.8, 5))):
            g.rect(x + a, -20, b - a, 22, fill=(DARK[1], DARK[2], DARK[4])[i])
        g.rect(x - 5, -20, 10, 22, stroke=C["g500"], sw=INNER)
    for x in (-50, -25, 0, 25):
        g.line(x + 5, -4, x + 20, -19, C["g500"], INNER)
    g.poly([(-64, -20), (60, -20), (66, -27), (66, -30), (-64, -30)], fill=HULL[2])
    g.poly([(-64, -25.5), (63, -25.5), (66, -30), (-64, -30)], fill=HULL[1])
    g.rect(-64, -22, 125, 2, fill=C["p500"])
    g.poly([(-64, -20), (60, -20), (66, -27), (66, -30), (-64, -30)], stroke=C["g500"], sw=OUT)
    for i in range(13):
        g.rect(-58 + i * 9, -24.6, 3, 1.6, fill=C["l700"])
    g.rect(-58, -45, 56, 15, fill=HULL[3], stroke=C["g500"], sw=OUT)
    g.rect(-58, -45, 56, 4, fill=HULL[1])
    for i in range(1, 9):
        g.line(-58 + i * 6.2, -41, -58 + i * 6.2, -30, C["l500"], 0.9)
    g.rect(-62, -54, 18, 24, fill=HULL[2], stroke=C["g500"], sw=OUT)
    for j in range(3):
        for i in range(4):
            g.rect(-59.5 + i * 3.8, -51 + j * 5, 2, 2.2, fill=C["g300"] if (i + j) % 3 else C["l700"])
    g.poly([(-82, -56), (-60, -54), (-60, -56), (-82, -58)], fill=DARK[2], stroke=C["g500"], sw=INNER)
    g.truss(-22, -45, -22, -66, 3, 1.5, 6)
    g.line(-22, -64, -2, -70, C["g500"], INNER)
    g.truss(26, -30, 24, -84, 4.5, 2.5, 14, C["g500"], INNER)
    for y in (-50, -66, -80):
        g.line(24, y, 16, y, C["g500"], OUT)
    for x in (4, 22):
        g.rect(x, -33, 4, 3, fill=DARK[2], stroke=C["g500"], sw=INNER)
    with g.push(14, -32.6, -90):
        vehicles.zenit(g)


def _command_ship(g: Svg) -> None:
    """Sea Launch Commander (203 m, general knowledge) from the side, in metres, water line at 0."""
    g.poly([(-98, -14), (84, -14), (104, -19), (92, 3), (-92, 3)], fill=HULL[3], stroke=C["g500"], sw=OUT)
    g.poly([(-98, -14), (84, -14), (104, -19), (101, -11), (-97, -10)], fill=HULL[1])
    g.poly([(-94, 0), (94, 0), (92, 3), (-92, 3)], fill=C["p500"])
    g.poly([(20, -14), (72, -14), (66, -34), (20, -34)], fill=HULL[2], stroke=C["g500"], sw=INNER)
    g.rect(28, -43, 28, 9, fill=HULL[1], stroke=C["g500"], sw=INNER)
    for j in range(3):
        for i in range(9):
            g.rect(24 + i * 4.6, -31 + j * 5.6, 2.4, 2, fill=C["g300"] if (i + j) % 2 else C["l700"])
    for x, r in ((-6, 9), (60, 6)):
        g.circle(x, -14 - r if x < 0 else -40, r, fill=HULL[1], stroke=C["g500"], sw=INNER)
    g.rect(-84, -28, 60, 14, fill=HULL[2], stroke=C["g500"], sw=INNER)
    g.truss(42, -43, 42, -66, 4, 1.5, 6)


# ------------------------------------------------------------------ Türkiye, Iran, Bangladesh


def turksat(w: float, h: float) -> Svg:
    """Türksat 4A and 4B from the Earth, side by side on the ring at 42 and 50 degrees East, wings to north and south; beams on
    Anatolia and on Europe at dawn."""
    tall = h > w
    g = ground(w, h, "dawn", h * 0.78)
    stars(g, 0, 0, w, h * 0.6, 0, 45, 60, 5.8, 1.0)
    globe = edge_of_earth(g, w, h * (0.64 if not tall else 0.6), max(w, h) * 0.6, (30, 40), h * 0.17, "dawn")
    cx, cy, r = w * 0.5, h * 2.1, h * 1.8
    g.arc(cx, cy, r, 230, 310, stroke=C["g500"], sw=2, op=0.9)
    ticks(g, cx, cy, r, 230, 310, 0.5, 9, op=0.6, major=10)
    for x, place, degrees, tone, name in ((0.32, (12, 48), 9, "t300", "europe"), (0.68, (34, 39), 6, "g300", "anatolia")):
        here = (w * x, cy - math.sqrt(r * r - (w * x - cx) ** 2))
        beam(g, here, globe, place, degrees, tone, name)
        with g.push(*here, 0, h * (0.54 if not tall else 0.44) / 27.4):
            talkers.ds2000(g, wide_dish=x < 0.5)
    return g


def nahid_2(w: float, h: float) -> Svg:
    """Nahid-2 spreads its two wings while it flies: three pale stages, shut, ajar and half open, then the satellite as it works.
    Schematic."""
    tall = h > w
    g = ground(w, h, "noon")
    stars(g, 0, 0, w, h * 0.4, 90, 10, 60, 5.2, 0.9)
    edge_of_earth(g, w, h * 0.72, max(w, h) * 1.2, (53, 33), h * 0.14, "day")
    stages = ((0.07, 0.65, 0.0, 104), (0.15, 0.54, 0.22, 122), (0.29, 0.42, 0.5, 142), (0.7, 0.3, 1.0, 204))
    if tall:
        stages = ((0.11, 0.63, 0.0, 92), (0.23, 0.54, 0.22, 116), (0.44, 0.44, 0.5, 142), (0.54, 0.23, 1.0, 216))
    points = [(w * x, h * y) for x, y, _, _ in stages]
    path = bend(points[0], (w * 0.26, h * (0.3 if not tall else 0.44)), (w * 1.02, h * (0.27 if not tall else 0.06)))
    g.poly(path, stroke=C["g300"], sw=1.5, op=0.7, close=False)
    for i, ((x, y), (_, _, share, metre)) in enumerate(zip(points, stages, strict=True)):
        turn = (-20, -16, -12, -6)[i]
        if i == 3:
            glow(g, x, y, metre * 1.7, C["l900"], 0.5, "rest")
        with faint(g, (0.3, 0.42, 0.56, 1.0)[i]), g.push(x, y, turn, metre):
            talkers.nahid(g, share)
    with g.push(*points[-1], -6, stages[-1][3]):
        talkers.unknown(g, 1.86, 0.82)
    return g


def bangladesh(w: float, h: float) -> Svg:
    """The geostationary ring from above the north pole, Earth and ring to scale, a mark each degree; relays stand on it, and at
    119.1 degrees East a leased place glows, still empty, with lines to the shores of the Bay of Bengal."""
    tall = h > w
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h, 10, 85, 80, 6.2, 0.9)
    ring = h * 0.62 if not tall else h * 0.54
    cx, cy = w * 0.5, h * (0.76 if not tall else 0.7)
    radius = ring * 6371 / 42164
    east = 104.0  # the longitude that points straight up
    globe = earth(g, cx, cy, radius, 90, east + 180, 0, "e", grat=15)

    def at(longitude: float, share: float = 1.0) -> Point:
        way = math.radians(-90 - (longitude - east))
        return cx + ring * share * math.cos(way), cy + ring * share * math.sin(way)

    for share, op in ((1.0, 0.95), (1.012, 0.35)):
        g.circle(cx, cy, ring * share, stroke=C["g500"], sw=2.2 if share == 1 else 1, op=op)
    for degree in range(360):
        long = 1.055 if degree % 10 == 0 else 1.036 if degree % 5 == 0 else 1.024
        g.line(*at(degree, 1.012), *at(degree, long), C["g500"], 1.1, 0.75)
    for degree in (26, 42, 50, 58.5, 66, 74, 80, 86.5, 91.5, 98.5, 103, 108.2, 128, 134, 140):
        x, y = at(degree)
        with g.push(x, y, towards((x, y), (cx, cy)), 2.3):
            talkers.relay(g)
    spot = at(119.1)
    off, way = math.acos(radius / ring), math.atan2(spot[1] - cy, spot[0] - cx)
    edges = [(cx + radius * math.cos(way + side * off), cy + radius * math.sin(way + side * off)) for side in (-1, 1)]
    g.poly([spot, *edges], fill=g.grad("sight", [(0, C["t300"], 0.35), (1, C["t300"], 0.08)]))
    shores = [globe.pt(*p) for p in ((85.0, 19.5), (90.4, 22.5), (94.5, 16.0))]
    g.poly([spot, shores[0], shores[2]], fill=g.grad("beam", [(0, C["g300"], 0.5), (1, C["g300"], 0.16)]))
    for shore in shores:
        g.line(*spot, *shore, C["g300"], 1.8, 0.95)
        g.circle(*shore, 4, fill=C["iv"])
    glow(g, *spot, h * 0.14, C["g300"], 0.95, "spot")
    for r, op in ((0.05, 0.95), (0.068, 0.5)):
        g.poly(star_poly(8, 2, h * r, *spot, 22.5), stroke=C["g300"], sw=2.4, op=op)
    g.circle(*spot, h * 0.012, fill=C["p500"], stroke=C["iv"], sw=1.6)
    return g


SCENES: dict[str, Scene] = {
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

"""Scenes of people on board: ships, stations, a window, a sealed house, and an experiment that floats in its box.

Also home to what the scenes on the ground share with these: a figure of 1.75 m and mountain ridges.
"""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Callable

from kiosk.drawing import vehicles
from kiosk.drawing.kit import DARK, HAIR, HULL, INNER, MLI, OUT, POM, C, Svg, ball
from kiosk.drawing.scene import around, dashed, glow, ground, ticks
from kiosk.drawing.sky import STYLE, earth, stars

Point = tuple[float, float]
Scene = Callable[[float, float], Svg]

VIOLET = "#B9A8FF"
"""The exhibit's colour for ultraviolet light."""

# ------------------------------------------------------------------ shared with the scenes on the ground


def figure(g: Svg, x: float, feet: float) -> None:
    """A person of 1.75 m, in metres, y down."""
    g.circle(x, feet - 1.6, 0.15, fill=C["iv"])
    g.poly(
        [
            (x - 0.24, feet - 1.38),
            (x + 0.24, feet - 1.38),
            (x + 0.17, feet - 0.8),
            (x + 0.2, feet),
            (x - 0.2, feet),
            (x - 0.17, feet - 0.8),
        ],
        fill=C["iv"],
    )
    g.line(x, feet - 0.75, x, feet, C["l700"], HAIR)


def mountains(
    g: Svg,
    chance: random.Random,
    foot: Callable[[float], float],
    spread: tuple[float, float],
    rise: tuple[float, float],
    count: int,
    tones: tuple[str, str, str | None],
    deep: float,
    skirt: bool = True,
) -> None:
    """A range of peaks, the higher ones behind: lit left flanks, shaded right flanks, snow on the higher half.

    `foot` gives the height of the ground at x, `spread` is where the range begins and ends, `rise` the lowest and the highest
    peak, `tones` the lit flank, the shaded flank and the snow, `deep` how far the range reaches below the ground line; `skirt`
    fills what lies below that line.
    """
    lit, shaded, snow = tones
    step = (spread[1] - spread[0]) / count
    peaks = []
    for i in range(-1, count + 1):
        peaks.append((chance.uniform(*rise), spread[0] + (i + 0.5 + chance.uniform(-0.3, 0.3)) * step))
    floor = [(spread[0] + (spread[1] - spread[0]) * i / 40, foot(spread[0] + (spread[1] - spread[0]) * i / 40)) for i in range(41)]
    for height, x in sorted(peaks, reverse=True):
        y = foot(x) - height
        wide = step * chance.uniform(0.95, 1.25) + height * 0.35
        left, right = (
            _flank(chance, (x, y), (x - wide, foot(x - wide) + deep * 0.2)),
            _flank(chance, (x, y), (x + wide, foot(x + wide) + deep * 0.2)),
        )
        spine = _flank(chance, (x, y), (x + wide * 0.16, foot(x) + deep * 0.2), 0.5)
        g.poly([*reversed(left), *right[1:]], fill=lit)
        g.poly([*reversed(spine), *right[1:]], fill=shaded)
        if snow and height > rise[0] + (rise[1] - rise[0]) * 0.45:
            g.poly([*reversed(left[:3]), spine[1], (x - wide * 0.08, y + height * 0.2)], fill=snow)
            g.poly([spine[0], right[1], spine[1]], fill=snow, op=0.45)
        g.poly([*reversed(left), *right[1:]], stroke=C["g500"], sw=0.9, op=0.4, close=False)
    if skirt:
        g.poly([*floor, (spread[1], foot(spread[1]) + deep * 9), (spread[0], foot(spread[0]) + deep * 9)], fill=shaded)


def _flank(chance: random.Random, top: Point, foot: Point, rough: float = 1.0) -> list[Point]:
    """A broken line from a peak down to its foot."""
    found = [top]
    for i in range(1, 6):
        share = i / 6 + chance.uniform(-0.05, 0.05)
        jag = rough * chance.uniform(-0.05, 0.05) * (foot[1] - top[1])
        found.append((top[0] + (foot[0] - top[0]) * share**0.92 + jag, top[1] + (foot[1] - top[1]) * share + jag * 0.5))
    return [*found, foot]


def facing(cx: float, cy: float, radius: float, x: float, y: float, place: Point) -> tuple[float, float, float]:
    """Latitude, longitude and roll of a globe on which a place (longitude, latitude) stands at x, y, its north outward."""
    away = math.degrees(math.asin(math.hypot(x - cx, y - cy) / radius))
    return place[1] - away, place[0], math.degrees(math.atan2(x - cx, cy - y))


def dashed_box(g: Svg, x0: float, y0: float, x1: float, y1: float, dash: float) -> None:
    """The broken outline that says: schematic. It begins and ends each side with a dash."""
    for (ax, ay), (bx, by) in (((x0, y0), (x1, y0)), ((x1, y0), (x1, y1)), ((x1, y1), (x0, y1)), ((x0, y1), (x0, y0))):
        n = 2 * round(math.hypot(bx - ax, by - ay) / dash / 2) + 1
        dashed(g, [(ax + (bx - ax) * i / n, ay + (by - ay) * i / n) for i in range(n + 1)], C["g300"], 2, 0.9)


def lamp(g: Svg, x: float, y: float, r: float, colour: str = C["g300"]) -> None:
    """A point of light with a halo of two flat rings."""
    g.circle(x, y, r * 3.4, fill=colour, op=0.14)
    g.circle(x, y, r * 1.9, fill=colour, op=0.3)
    g.circle(x, y, r, fill=colour)


# ------------------------------------------------------------------ ships and stations, in metres


def cabin_and_engine(g: Svg) -> None:
    """Soyuz TM without its living compartment: engine block 2.3 m with wings of 10.7 m, descent cabin 2.2 m across and
    2.1 m long, hatch in front (general knowledge). One window is lit."""
    for s in (-1, 1):
        for i in range(4):
            a = 1.62 + i * 0.945
            g.array(0.64, a if s > 0 else -a - 0.87, 1.42, 0.87, 6, 1)
        g.line(1.35, s * 1.1, 1.35, s * 1.62, C["g500"], OUT)
        g.line(1.0, s * 1.1, 0.7, s * 1.62, C["g500"], INNER)
        g.line(1.7, s * 1.1, 2.0, s * 1.62, C["g500"], INNER)
        g.line(2.05, s * 5.36, 2.4, s * 5.66, C["g500"], INNER)
        g.circle(2.44, s * 5.69, 0.08, fill=C["p500"] if s < 0 else C["t500"])
    g.rev([(-0.5, 0.52), (-0.2, 0.36), (0, 0.3)], DARK, sw=INNER)
    for y in (-0.72, 0.72):
        with g.push(0, y):
            g.rev([(-0.26, 0.17), (0, 0.1)], DARK, sw=INNER)
    g.rev([(0, 1.33), (0.22, 1.36), (0.85, 1.12), (1.0, 1.075)], DARK, rings=(0.22, 0.85))
    g.rev([(1.0, 1.075), (2.25, 1.075)], HULL, rings=(1.18, 1.42, 1.62, 1.82, 2.05))
    for y in (-0.52, -0.1, 0.34):
        g.rect(1.45, y, 0.34, 0.26, stroke=C["l500"], sw=HAIR)
    g.rev([(2.25, 1.075), (2.62, 1.0)], MLI)
    for i in range(9):
        y = -0.95 + i * 0.2375
        g.line(2.27, y, 2.6, y * 0.94 + 0.06, C["g800"], HAIR)
    bell = [(2.62, 1.03), (2.74, 1.09), (3.3, 1.05), (3.8, 0.94), (4.15, 0.8), (4.42, 0.62), (4.56, 0.48)]
    g.rev(bell, DARK, rings=(2.9, 3.6, 4.15))
    for x, y in ((2.98, -0.62), (2.98, 0.62), (4.0, 0.4)):
        g.rect(x, y - 0.09, 0.24, 0.18, stroke=C["l800"], sw=HAIR)
    g.circle(3.42, -0.12, 0.3, fill=MLI[2], op=0.28)
    g.circle(3.42, -0.12, 0.21, fill=C["g300"], stroke=C["g500"], sw=OUT)
    g.circle(3.42, -0.12, 0.12, fill=C["iv"])
    g.rev([(4.56, 0.5), (4.66, 0.5)], POM, sw=INNER)
    g.rev([(4.66, 0.4), (4.72, 0.36)], HULL, sw=INNER)
    g.line(3.1, 1.05, 3.3, 1.42, C["g500"], INNER)
    g.circle(3.32, 1.46, 0.07, fill=C["g500"])


def living_room(g: Svg) -> None:
    """The round living compartment of a Soyuz, 2.2 m across, with its docking cone (general knowledge)."""
    g.rev(
        [(-1.35, 0.55), (-1.22, 0.62), *((p[0] * 0.8 - 0.25, p[1]) for p in ball(0, 1.13, -58, 0, 8)), (0.25, 1.13)]
        + [(p[0] * 0.8 + 0.25, p[1]) for p in ball(0, 1.13, 6, 62, 8)],
        HULL,
        rings=(-0.7, -0.25, 0.25, 0.7),
    )
    g.circle(0, 0.02, 0.2, fill=C["l900"], stroke=C["g500"], sw=INNER)
    g.rev([(1.02, 0.66), (1.2, 0.66)], MLI, sw=INNER)
    g.rev([(1.2, 0.38), (1.42, 0.12), (1.72, 0.06)], DARK, sw=INNER)


def salyut(g: Svg) -> None:
    """A Salyut station of the second kind from above: 15.8 m long in steps of 2.0, 2.9 and 4.15 m, wings of 17 m across
    (general knowledge)."""
    for s in (-1, 1):
        g.array(7.2, 1.9 if s > 0 else -8.6, 2.9, 6.7, 5, 3, 0.14)
        g.line(8.6, s * 1.4, 8.6, s * 1.9, C["g500"], OUT)
    g.rev(
        [(0, 0.7), (0.3, 1.0), (0.5, 2.0), (1.0, 2.07), (5.0, 2.07), (6.3, 1.45), (9.9, 1.45), (10.5, 1.0)], HULL, rings=(1.0, 3, 5, 6.4, 8)
    )
    g.rev([(10.5, 1.0), (12.6, 1.0), (13.2, 0.7)], DARK, rings=(11.6,))
    g.rect(2.0, -0.5, 1.8, 1.0, stroke=C["l600"], sw=HAIR)
    g.rect(1.4, 0.9, 1.6, 0.24, fill=C["p500"])
    for x in (5.6, 7.6, 11.3):
        g.circle(x, 0.1, 0.22, fill=C["l900"], stroke=C["g500"], sw=INNER)


def iss_2001(g: Svg) -> None:
    """The International Space Station in the spring of 2001 from above: Zvezda (13.1 m, wings 29.7 m), Zarya (12.6 m, wings
    24.4 m), Unity (5.5 m), Destiny (8.5 m) in a row, and over Unity the P6 truss with its two wings, 73 m across (NASA, ISS
    reference guide). x along the row, forward is +x, middle of the row at 0."""
    with g.push(-21.5):
        for x, reach, length in ((5.6, 2.6, 12.2), (18.6, 2.6, 9.6)):
            for s in (-1, 1):
                g.array(x - 1.6, reach if s > 0 else -reach - length, 3.2, length, 4, 4, 0.3)
                g.line(x, s * 1.8, x, s * reach, C["g500"], OUT)
        g.rev([(0, 0.9), (0.6, 2.0), (6.4, 2.07), (7.6, 1.45), (10.6, 1.45), (11.2, 1.1), (13.1, 1.0)], HULL, rings=(2, 4.4, 6.4, 9))
        g.rev([(13.1, 1.0), (14.4, 1.9), (15.2, 2.05), (23.0, 2.05), (24.6, 1.4), (25.7, 0.9)], DARK, rings=(15.2, 18, 20.6, 23))
        g.rev([(25.7, 0.85), (27.6, 1.2), (28.2, 2.1), (33.2, 2.1), (33.8, 1.3)], HULL, rings=(28.2, 30.7, 33.2))
        g.rev([(33.8, 1.4), (34.5, 2.15), (41.6, 2.15), (42.4, 1.3), (44.0, 0.85)], HULL, rings=(34.5, 36.8, 39.2, 41.6))
        g.rect(36.2, -0.9, 1.9, 1.8, stroke=C["l500"], sw=HAIR)
        with g.push(30.7):
            for s in (-1, 1):
                g.truss(0, s * 2, 0, s * 36.4, 0.9, 0.9, 26)
                for side in (-1, 1):
                    x = 0.7 if side > 0 else -5.3
                    g.array(x, 4 if s > 0 else -36.4, 4.6, 32.4, 3, 8, 0.25)
            g.rect(-2.5, -3.4, 5.0, 6.8, fill=MLI[2], stroke=C["g500"], sw=OUT)
            g.rect(-2.5, -3.4, 2.2, 6.8, fill=MLI[1])
            g.rect(-2.5, -3.4, 5.0, 6.8, stroke=C["g500"], sw=OUT)
            g.rect(-12.6, -1.7, 9.4, 3.4, fill=HULL[1], stroke=C["g500"], sw=INNER)
            for i in range(1, 6):
                g.line(-12.6 + i * 1.57, -1.7, -12.6 + i * 1.57, 1.7, C["l400"], HAIR)
        g.circle(5.0, 0, 0.5, fill=C["p500"])


# ------------------------------------------------------------------ scenes


def afghanistan(w: float, h: float) -> Svg:
    """Soyuz TM-5 in September 1988 waits a day: engine block and descent cabin alone above dark ranges at first light, the
    living compartment already let go and far behind. Distances are not to scale."""
    tall = h > w
    horizon = h * (0.74 if tall else 0.72)
    g = ground(w, h, "dawn", horizon)
    stars(g, 0, 0, w, horizon, 95, 20, 62 if not tall else 44, 6.0, 1.05, ymax=horizon * 0.66)
    glow(g, w * 0.84, horizon, h * 0.42, C["g300"], 0.55, "sun")
    radius = max(w, h) * 2.1
    cx, cy = w * 0.5, horizon + radius
    chance = random.Random(88)
    layers = (
        (-0.012, (0.03, 0.09), 13, ("#4A5288", "#333C72", "#F0C9A6")),
        (0.05, (0.04, 0.12), 10, ("#2B3874", "#1C2758", "#9AA6D2")),
        (0.13, (0.05, 0.12), 8, ("#17225A", "#0E1640", None)),
        (0.21, (0.03, 0.09), 6, ("#0E1640", "#080C24", None)),
    )
    for drop, rise, count, tones in layers:
        mountains(
            g,
            chance,
            lambda x, low=drop: cy - math.sqrt(radius**2 - (x - cx) ** 2) + low * h,
            (-w * 0.05, w * 1.05),
            (rise[0] * h, rise[1] * h),
            count if not tall else round(count * 0.7),
            tones,
            h * 0.1,
        )
    orbit = radius + h * 0.42
    g.arc(cx, cy, orbit, 250, 290, stroke=C["g500"], sw=1.2, op=0.45)
    ticks(g, cx, cy, orbit, 252, 288, 0.4, 6, op=0.3)
    x, y, s = (w * 0.52, h * 0.335, h / 17.4) if not tall else (w * 0.52, h * 0.345, w / 12.6)
    far = (w * 0.17, h * 0.16) if not tall else (w * 0.15, h * 0.13)
    path = [(far[0] + (x - far[0]) * i / 44, far[1] + (y - far[1]) * i / 44 - h * 0.05 * math.sin(math.pi * i / 44)) for i in range(4, 33)]
    dashed(g, path, C["ivd"], 1.5, 0.75)
    with g.push(*far, 24, s * 0.36):
        living_room(g)
    with g.push(x, y, 26, s), g.push(-2.0, 0):
        cabin_and_engine(g)
    return g


def musabayev(w: float, h: float) -> Svg:
    """Mir in 1994, with Kvant-2 and Kristall, and the young station of 2001 above it, each on its orbit; three Soyuz ships
    between them. Each station has its own scale; the two never flew so near."""
    tall = h > w
    g = ground(w, h, "night")
    stars(g, 0, 0, w, h, 40, 30, 58 if not tall else 42, 6.2, 1.05)
    radius = max(w, h) * 1.05
    cx, cy = w * 0.5, h * (0.8 if tall else 0.82) + radius
    earth(g, cx, cy, radius, -26, 68, 0, "e")
    x1, y1, s1 = (w * 0.66, h * 0.25, h / 148) if not tall else (w * 0.6, h * 0.215, h / 186)
    x2, y2, s2 = (w * 0.33, h * 0.49, h / 80) if not tall else (w * 0.38, h * 0.545, h / 98)
    for x, y in ((x1, y1), (x2, y2)):
        r = math.hypot(x - cx, y - cy)
        g.arc(cx, cy, r, 225, 315, stroke=C["g500"], sw=5, op=0.12)
        g.arc(cx, cy, r, 225, 315, stroke=C["g500"], sw=1.6, op=0.8)
        ticks(g, cx, cy, r, 230, 310, 0.6, 6, op=0.35)
    with g.push(x1, y1, 62 if not tall else 56, s1):
        iss_2001(g)
    with g.push(x2, y2, -12, s2), g.push(-7):
        vehicles.mir_1996(g)
    ships = (
        ((0.19, 0.29, -42), (0.585, 0.53, -30), (0.8, 0.44, -20)) if not tall else ((0.2, 0.32, -50), (0.69, 0.405, -34), (0.84, 0.53, -22))
    )
    for fx, fy, turn in ships:
        with g.push(w * fx, h * fy, turn, h / 122):
            for k in (0.8, 1.8, 2.8):
                g.line(-k - 0.3, 0, -k - 0.7, 0, C["t300"], 1.4, 0.9 - k * 0.2)
            vehicles.soyuz_ship(g)
    return g


def ansari(w: float, h: float) -> Svg:
    """A round window from inside: the Caspian Sea and the Iranian plateau by night, a pen that floats, a notebook with keys.
    The window and its wall are a type, not a portrait of one compartment."""
    tall = h > w
    g = ground(w, h, "deep")
    cx, cy, r = (w * 0.5, h * 0.41, h * 0.325) if not tall else (w * 0.5, h * 0.37, w * 0.4)
    stars(g, cx - r, cy - r, 2 * r, 2 * r, 290, 30, 40, 6.3, 1.1)
    size = r * 3.5
    ex, ey = cx + r * 0.6, cy - r * 0.72 + size
    globe = earth(g, ex, ey, size, *facing(ex, ey, size, cx - r * 0.1, cy + r * 0.1, (54, 34.5)), "e", nations=())
    chance = random.Random(2006)
    cities = (51.4, 35.7, 9), (51.7, 32.7, 6), (46.3, 38.1, 5), (59.6, 36.3, 6), (52.5, 29.6, 5), (48.7, 31.3, 5), (49.9, 40.4, 6)
    for lon, lat, count in (
        *cities,
        (58.4, 37.9, 4),
        (57.1, 30.3, 4),
        (44.8, 41.7, 4),
        (60.9, 29.5, 3),
        (47.1, 34.3, 4),
        (44.4, 33.3, 7),
        (51.5, 25.3, 5),
        (48, 29.3, 5),
    ):
        for i in range(count * 4):
            spread = 0.08 + 0.035 * count if i else 0
            px, py = globe.pt(lon + chance.gauss(0, spread), lat + chance.gauss(0, spread * 0.8))
            g.circle(px, py, chance.uniform(0.7, 1.4) if i else 2.2 + count * 0.2, fill=C["g300"], op=chance.uniform(0.6, 1))
        glow(g, *globe.pt(lon, lat), count * r * 0.016, C["g500"], 0.55, f"c{lon}")
    _wall(g, w, h, cx, cy, r)
    s = h / 960 if not tall else w / 800
    x, y = (w * 0.73, h * 0.63) if not tall else (w * 0.69, h * 0.635)
    with g.push(x, y, -11, s * 0.92):
        _notebook(g)
    x, y = (w * 0.325, h * 0.6) if not tall else (w * 0.2, h * 0.6)
    with g.push(x, y, -38, s * 1.15):
        _pen(g)
    return g


def _wall(g: Svg, w: float, h: float, cx: float, cy: float, r: float) -> None:
    """A padded wall with a hole for the window of radius `r`, the window's frame, a hand rail."""
    hole = f"M{cx - r:.1f} {cy:.1f}A{r:.1f} {r:.1f} 0 1 0 {cx + r:.1f} {cy:.1f}A{r:.1f} {r:.1f} 0 1 0 {cx - r:.1f} {cy:.1f}Z"
    tone = g.grad("wall", [(0, "#33437F", 1), (0.45, "#1D2A60", 1), (1, "#0C1333", 1)], (w * 0.12, -h * 0.08, max(w, h) * 1.05))
    g.raw(f'<path d="M0 0H{w}V{h}H0Z{hole}" fill-rule="evenodd" fill="{tone}"/>')
    step = r * 0.46
    for i in range(-6, 7):
        for side in (-1, 1):
            x = cx + i * step
            gap = math.sqrt(max(0, (r * 1.24) ** 2 - (x - cx) ** 2))
            end = 0 if side < 0 else h
            g.line(x, cy + side * gap, x, end, C["l900"], 2.4, 0.5)
            g.line(x + 2.5, cy + side * gap, x + 2.5, end, C["l300"], 0.9, 0.4)
    for k in (-2.3, 2.15):
        y = cy + k * step * 1.15
        g.line(0, y, w, y, C["l900"], 2.4, 0.45)
        g.line(0, y + 2.5, w, y + 2.5, C["l300"], 0.9, 0.4)
    for k, tones in ((1.22, DARK[3]), (1.17, HULL[3]), (1.09, DARK[2])):
        rim = [*around(cx, cy, r * k, r * k, 0, 360, 140), *around(cx, cy, r, r, 360, 0, 140)]
        g.poly(rim, fill=tones)
    for k, start, end, tone, op in ((1.195, 170, 290, C["iv"], 0.9), (1.13, 175, 285, C["iv"], 0.7), (1.04, 0, 100, C["l200"], 0.6)):
        g.arc(cx, cy, r * k, start, end, stroke=tone, sw=4, op=op)
    for i in range(24):
        angle = math.radians(7.5 + i * 15)
        px, py = cx + r * 1.13 * math.cos(angle), cy + r * 1.13 * math.sin(angle)
        g.circle(px, py, r * 0.022, fill=MLI[1], stroke=C["g600"], sw=1.2)
    for k, sw in ((1.22, 2.2), (1.17, 1.3), (1.09, 1.3), (1.0, 2.6)):
        g.circle(cx, cy, r * k, stroke=C["g500"], sw=sw)
    g.arc(cx, cy, r * 0.93, 196, 238, stroke=C["iv"], sw=3, op=0.35)
    g.arc(cx, cy, r * 0.86, 203, 224, stroke=C["iv"], sw=2, op=0.28)
    rail = cx - r * 1.62
    with g.push(rail, cy - r * 0.72):
        for y in (0, r * 1.2):
            g.rect(-r * 0.06, y, r * 0.12, r * 0.09, fill=DARK[1], stroke=C["g500"], sw=INNER)
        g.rect(-r * 0.032, r * 0.03, r * 0.064, r * 1.22, fill=HULL[1], stroke=C["g500"], sw=OUT)
        g.rect(r * 0.008, r * 0.03, r * 0.024, r * 1.22, fill=HULL[3])
        g.rect(-r * 0.05, r * 0.55, r * 0.1, r * 0.16, fill=C["t500"], stroke=C["g500"], sw=INNER)


def _notebook(g: Svg) -> None:
    """A notebook computer laid open flat, 340 by 430 units: lines of writing as bars above, keys below."""
    g.rect(-176, -222, 352, 222, fill=HULL[3], stroke=C["g500"], sw=OUT)
    g.rect(-160, -206, 320, 190, fill=C["l800"], stroke=C["g500"], sw=INNER)
    g.poly([(-160, -206), (40, -206), (-90, -16), (-160, -16)], fill=C["t700"], op=0.5)
    for i, (length, tone) in enumerate(((150, "g300"), (246, "t300"), (232, "t300"), (252, "t300"), (190, "t300"), (96, "t300"))):
        g.line(-134, -180 + i * 27, -134 + length, -180 + i * 27, C[tone], 4.2, 0.95)
    g.line(-26, -45, -26, -62, C["p300"], 4)
    g.poly([(-176, 8), (176, 8), (176, 208), (-176, 208)], fill=HULL[2], stroke=C["g500"], sw=OUT)
    g.rect(-120, 0, 240, 9, fill=DARK[2], stroke=C["g500"], sw=INNER)
    for row in range(5):
        keys = 12 if row < 4 else 5
        for i in range(keys):
            width = 320 / 12
            x = -160 + i * width if row < 4 else (-160, -133, -106, 80, 133)[i]
            wide = width if row < 4 else (27, 27, 186, 53, 27)[i]
            g.rect(x + 2, 22 + row * 23, wide - 4, 19, fill=HULL[1] if row < 4 else HULL[2], stroke=C["l500"], sw=0.9)
    g.rect(-52, 146, 104, 48, fill=HULL[3], stroke=C["l500"], sw=1.1)


def _pen(g: Svg) -> None:
    """A pen, 190 units long."""
    g.rev([(-96, 6), (-92, 9), (20, 9.5), (24, 9.5)], HULL, rings=(-84,))
    g.rev([(24, 10.5), (34, 10.5), (66, 9)], POM, rings=(34,))
    g.rev([(66, 7), (88, 2.4), (94, 1)], MLI, sw=INNER)
    g.poly([(-92, -13), (-38, -13), (-34, -9.5), (-92, -9.5)], fill=MLI[1], stroke=C["g500"], sw=INNER)


def aimbetov(w: float, h: float) -> Svg:
    """Soyuz TMA-18M, wings spread, rides down the long sunlit curve of the Earth over the Aral Sea and the steppe; the
    station small above. The Aral is drawn as it was in 2015, its old shore as a broken line (general knowledge)."""
    tall = h > w
    g = ground(w, h, "noon")
    stars(g, 0, 0, w, h * 0.42, 170, 20, 60, 5.0, 0.9)
    radius = max(w, h) * 1.25
    cx, cy = (-w * 0.06, h * 2.16) if not tall else (-w * 0.36, h * 1.6)
    aral = (w * 0.33, h * 0.6) if not tall else (w * 0.36, h * 0.57)
    globe = earth(g, cx, cy, radius, *facing(cx, cy, radius, *aral, (60, 45)), "e", style="day")
    water, shore = STYLE["day"]["sea"][2], C["iv"]
    north = [(60.1, 46.7), (60.9, 46.9), (61.7, 46.75), (61.6, 46.35), (60.9, 46.2), (60.3, 46.35)]
    south = [(58.3, 45.7), (58.7, 45.75), (58.75, 44.9), (58.55, 44.1), (58.2, 43.8), (58.15, 44.6)]
    old = [(58.2, 43.7), (58.1, 45.0), (58.6, 46.2), (59.6, 46.4), (59.9, 46.9), (61.2, 47.0), (61.9, 46.5), (61.2, 45.4), (61.0, 44.4)]
    for basin in (north, south):
        globe.fill([[basin]], fill=water)
        globe.track(basin, closed=True, stroke=shore, sw=1.5)
    sea = [globe.pt(*p) for p in [*old, (60.2, 43.6), (59.2, 43.4), old[0]]]
    fine = [(a[0] + (b[0] - a[0]) * i / 6, a[1] + (b[1] - a[1]) * i / 6) for a, b in itertools.pairwise(sea) for i in range(6)]
    dashed(g, fine, C["iv"], 1.3, 0.85)
    for river in (
        [(61.0, 46.0), (63.3, 45.6), (65.5, 44.8), (67.2, 43.4), (68.3, 41.6)],
        [(59.0, 43.6), (60.2, 42.2), (62.0, 40.9), (64.0, 38.8), (66.5, 37.4)],
    ):
        globe.track(river, stroke=C["t300"], sw=2)
    globe.track([(74, 46), (75.5, 46.6), (77, 46.5), (79, 46.5)], stroke=C["t300"], sw=4)
    x, y, s = (w * 0.53, h * 0.325, h / 20.5) if not tall else (w * 0.5, h * 0.3, w / 16.4)
    orbit = math.hypot(x - cx, y - cy)
    g.arc(cx, cy, orbit, 270, 358, stroke=C["g300"], sw=1.4, op=0.7)
    ticks(g, cx, cy, orbit, 272, 350, 0.5, 7, op=0.5)
    slope = math.degrees(math.atan2(y - cy, x - cx)) + 90
    with g.push(x, y, slope, s), g.push(-3.4):
        vehicles.soyuz_ship(g)
    sx, sy = (w * 0.82, h * 0.17) if not tall else (w * 0.8, h * 0.13)
    with g.push(sx, sy, slope + 8, w / (880 if not tall else 560)):
        vehicles.iss_2019(g)
    return g


def central_asia(w: float, h: float) -> Svg:
    """Lights at four birthplaces, near Tashkent, in Baku, Uzgen and Turkmenabat, and from each a gold arc up to the station
    of its cosmonaut: Salyut at the right, Mir at the left, the International Space Station in the middle."""
    tall = h > w
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h, 330, 40, 70 if not tall else 50, 6.3, 1.05, lines=0.1)
    radius = w * (0.66 if not tall else 0.98)
    cx, cy = w * 0.5, h * (0.4 if not tall else 0.46) + radius
    globe = earth(g, cx, cy, radius, -4, 62, 0, "e", nations=())
    stations = (
        ("mir", (w * (0.23 if not tall else 0.2), h * (0.22 if not tall else 0.25)), -14),
        ("iss", (w * 0.5, h * (0.145 if not tall else 0.13)), -4),
        ("salyut", (w * (0.77 if not tall else 0.8), h * (0.22 if not tall else 0.25)), 12),
    )
    places = {"mir": ((49.88, 40.38),), "iss": ((63.57, 39.1), (73.3, 40.77)), "salyut": ((69.7, 41.55),)}
    orbit = math.hypot(stations[1][1][0] - cx, stations[1][1][1] - cy)
    g.arc(cx, cy, orbit, 225, 315, stroke=C["g500"], sw=1.0, op=0.35)
    ticks(g, cx, cy, orbit, 230, 310, 0.5, 6, op=0.25)
    for name, (sx, sy), _ in stations:
        for i, place in enumerate(places[name]):
            px, py = globe.pt(*place)
            mx, my = px + (px - sx) * (0.25 if name != "iss" else 0.55) - (w * 0.05 if px < w * 0.54 else 0), sy + (py - sy) * 0.22
            arc = []
            for j in range(49):
                t = j / 48
                arc.append(((1 - t) ** 2 * px + 2 * t * (1 - t) * mx + t * t * sx, (1 - t) ** 2 * py + 2 * t * (1 - t) * my + t * t * sy))
            g.poly(arc, stroke=C["g500"], sw=6, op=0.16, close=False)
            g.poly(arc, stroke=C["g300"], sw=2.2, close=False)
            glow(g, px, py, w * 0.022, C["g300"], 0.7, f"{name}{i}")
            lamp(g, px, py, 4.6, C["iv"])
    unit = w / (1440 if not tall else 1060)
    for name, (sx, sy), turn in stations:
        glow(g, sx, sy, w * 0.1, C["t500"], 0.2, f"s{name}")
        if name == "iss":
            with g.push(sx, sy, turn, unit * 2.5):
                vehicles.iss_2019(g)
        elif name == "mir":
            with g.push(sx, sy, turn, unit * 5.4), g.push(-7):
                vehicles.mir_1996(g)
        else:
            with g.push(sx, sy, turn, unit * 8.6), g.push(-6.5):
                salyut(g)
    return g


# ------------------------------------------------------------------ a sealed house


def _shell(g: Svg, length: float, r: float) -> None:
    """A cylinder of a given length and radius cut open along its axis: wall, warm room, floor, cradles."""

    def outline(inset: float) -> list[Point]:
        right = [(length - 0.75 + (0.75 - inset) * math.sin(t), -(r - inset) * math.cos(t)) for t in (math.pi * i / 12 for i in range(13))]
        left = [(0.75 - (0.75 - inset) * math.sin(t), (r - inset) * math.cos(t)) for t in (math.pi * i / 12 for i in range(13))]
        return right + left

    for x in (length * 0.18, length * 0.82):
        g.poly([(x - 0.7, r * 0.8), (x + 0.7, r * 0.8), (x + 0.9, r + 0.42), (x - 0.9, r + 0.42)], fill=DARK[3], stroke=C["g500"], sw=INNER)
    g.poly(outline(0), fill=DARK[2], stroke=C["g500"], sw=OUT)
    g.poly(outline(0.2), fill="#4A3346", stroke=C["g500"], sw=INNER)
    g.poly([(0.5, r * 0.6), (length - 0.5, r * 0.6), (length - 0.72, r - 0.22), (0.72, r - 0.22)], fill="#1A1A3C")
    g.rect(0.3, r * 0.56, length - 0.6, 0.09, fill=MLI[3])
    for i in range(int(length / 1.9)):
        g.line(1.4 + i * 1.9, -r, 1.4 + i * 1.9, -r + 0.2, C["l900"], HAIR)


def _ceiling_lamp(g: Svg, x: float, r: float, name: str) -> None:
    """A warm lamp under the ceiling of a module."""
    px, py = g.pt(x, -r + 0.5)
    g.raw(
        f'<circle cx="{px:.1f}" cy="{py:.1f}" r="{2.5 * g.scale():.1f}" fill="'
        + g.grad(name, [(0, C["g300"], 0.8), (0.4, C["g500"], 0.32), (1, C["g500"], 0)], (px, py, 2.5 * g.scale()))
        + '"/>'
    )
    g.rect(x - 0.4, -r + 0.24, 0.8, 0.16, fill=C["iv"], stroke=C["g500"], sw=INNER)


def _seated(g: Svg, x: float, floor: float, way: int) -> None:
    """A person on a stool, turned to one side."""
    g.rect(x - 0.24, floor - 0.45, 0.48, 0.45, fill=DARK[1], stroke=C["g500"], sw=HAIR)
    g.circle(x, floor - 1.22, 0.15, fill=C["iv"])
    g.poly(
        [(x - 0.2, floor - 1.03), (x + 0.2, floor - 1.03), (x + 0.18, floor - 0.42), (x - 0.18, floor - 0.42)],
        fill=C["iv"],
    )
    g.poly([(x, floor - 0.62), (x + way * 0.55, floor - 0.62), (x + way * 0.55, floor - 0.44), (x, floor - 0.42)], fill=C["iv"])
    g.poly([(x + way * 0.4, floor - 0.5), (x + way * 0.55, floor - 0.5), (x + way * 0.55, floor), (x + way * 0.4, floor)], fill=C["iv"])


def _bunks(g: Svg, x: float, floor: float, sleeper: bool) -> None:
    """Two bunks, one above the other; a person may sleep in the lower."""
    for i, y in enumerate((floor - 0.5, floor - 1.5)):
        g.rect(x, y, 2.05, 0.16, fill=MLI[2], stroke=C["g500"], sw=HAIR)
        g.rect(x + 0.05, y - 0.2, 1.95, 0.2, fill=C["t600"] if i else POM[2])
        g.rect(x + 0.05, y - 0.26, 0.4, 0.12, fill=C["iv"])
    g.line(x, floor - 2.1, x, floor, C["g500"], INNER)
    g.line(x + 2.05, floor - 2.1, x + 2.05, floor, C["g500"], INNER)
    if sleeper:
        with g.push(x + 0.1, floor - 0.78, -90):
            figure(g, 0, 1.75)


def _plants(g: Svg, x: float, floor: float, width: float, seed: int) -> None:
    """A rack of three shelves of green plants under lamps."""
    chance = random.Random(seed)
    for i in range(3):
        y = floor - 0.15 - i * 0.75
        g.rect(x, y - 0.02, width, 0.14, fill=HULL[2], stroke=C["g500"], sw=HAIR)
        g.rect(x + 0.1, y - 0.7, width - 0.2, 0.05, fill=VIOLET, op=0.9)
        for j in range(int(width / 0.24)):
            px, top = x + 0.15 + j * 0.24, chance.uniform(0.25, 0.46)
            tone = C["t500"] if (i + j) % 3 else C["t300"]
            g.poly([(px, y), (px - 0.13, y - top * 0.8), (px, y - top * 0.55), (px + 0.02, y - top), (px + 0.13, y - top * 0.6)], fill=tone)
    for px in (x, x + width):
        g.line(px, floor - 2.35, px, floor, C["g500"], INNER)


def _lockers(g: Svg, x: float, floor: float, count: int) -> None:
    """A row of lockers."""
    for i in range(count):
        g.rect(x + i * 0.62, floor - 2.0, 0.58, 2.0, fill=DARK[1] if i % 2 else HULL[3], stroke=C["g500"], sw=HAIR)
        g.line(x + i * 0.62 + 0.1, floor - 1.1, x + i * 0.62 + 0.1, floor - 0.85, C["g300"], INNER)


def sirius(w: float, h: float) -> Svg:
    """The sealed modules of the Institute of Biomedical Problems cut open, 24, 20 and 12 m long, with six people (sizes:
    general knowledge; rooms and furniture are schematic). Above the roof stands the Moon to which nobody flew."""
    tall = h > w
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h * 0.3, 130, 10, 60, 5.8, 1.0)
    s = w / (37 if not tall else 28)
    x0, row = w * 0.5, 4.85
    top = h * (0.335 if not tall else 0.37)
    _moon(g, w * (0.745 if not tall else 0.72), h * (0.105 if not tall else 0.115), h * (0.05 if not tall else 0.045))
    foot, wide = 2 * row + 2.7, 15.2 if not tall else 13.4
    with g.push(x0, top, 0, s):
        g.poly([(-wide, foot), (-wide, -2.6), (0, -4.3), (wide, -2.6), (wide, foot)], fill="#0E1740", stroke=C["g500"], sw=OUT)
        for i in range(-12, 12):
            x, deep = i * wide / 12.5, 1.6 * (1 - abs(i + 0.5) / 12.5)
            g.line(x, -2.55, x + wide / 25, -2.65 - deep * 0.9, C["g600"], HAIR, 0.8)
            g.line(x + wide / 25, -2.65 - deep * 0.9, x + wide / 12.5, -2.55, C["g600"], HAIR, 0.8)
        g.line(-wide, -2.6, wide, -2.6, C["g600"], INNER)
        _modules(g, row)
        dashed_box(g, -wide + 0.7, -2.1, wide - 0.7, 2 * row + 2.3, 0.3)
    earth_line = top + foot * s
    for k, fill in enumerate(("#141A44", "#0E1434", "#0A0F28", "#070B20")):
        g.rect(0, earth_line + k * k * h * 0.022, w, h, fill=fill, stroke=C["g500"] if k == 0 else C["g600"], sw=1.6 if k == 0 else 0.7)
    for side in (-1, 1):
        for share in (0.3, 0.62, 0.97):
            g.rect(x0 + side * share * wide * s - 0.35 * s, earth_line, 0.7 * s, h * 0.075, fill=DARK[3], stroke=C["g500"], sw=INNER)
    return g


def _moon(g: Svg, x: float, y: float, r: float) -> None:
    """The Moon, nearly full, lit from the upper left, with its larger plains (general knowledge)."""
    glow(g, x, y, r * 2.6, C["iv"], 0.4, "moon")
    g.circle(x, y, r, fill=HULL[1])
    for px, py, size in (
        (-0.35, -0.35, 0.3),
        (0.12, -0.42, 0.19),
        (0.38, -0.18, 0.2),
        (-0.58, 0.08, 0.27),
        (-0.2, 0.28, 0.19),
        (0.55, 0.1, 0.14),
    ):
        g.circle(x + px * r, y + py * r, size * r, fill=HULL[2])
    shade = [*around(x, y, r, r, -45, 135, 40), *around(x, y, r * 0.8, r, 90, -90, 40, 45)]
    g.poly(shade, fill=HULL[3])
    g.circle(x, y, r, stroke=C["g500"], sw=1.6)


def _modules(g: Svg, row: float) -> None:
    """Three cylinders, joined by two passages: life, work and plants, medicine."""
    for x, y in ((-6.6, row / 2), (5.4, row * 1.5)):
        g.rect(x - 0.75, y - 1.2, 1.5, 2.4, fill="#4A3346", stroke=C["g500"], sw=OUT)
        for i in range(5):
            g.line(x - 0.3, y - 1.0 + i * 0.5, x + 0.3, y - 1.0 + i * 0.5, C["g300"], INNER)
    with g.push(-10.0, 0):
        _shell(g, 20, 1.8)
        for i in range(5):
            _ceiling_lamp(g, 2.4 + i * 3.8, 1.8, f"l{i}")
        floor = 1.0
        _bunks(g, 0.9, floor, True)
        _bunks(g, 5.0, floor, False)
        g.rect(10.2, floor - 0.78, 2.2, 0.12, fill=MLI[1], stroke=C["g500"], sw=INNER)
        g.line(11.3, floor - 0.7, 11.3, floor, C["g500"], OUT)
        for x in (10.6, 11.8):
            g.rect(x, floor - 0.95, 0.2, 0.17, fill=C["p500"])
        _seated(g, 9.7, floor, 1)
        _seated(g, 12.9, floor, -1)
        _lockers(g, 14.6, floor, 4)
    with g.push(-12, row):
        _shell(g, 24, 1.95)
        for i in range(6):
            _ceiling_lamp(g, 2.2 + i * 3.9, 1.95, f"m{i}")
        floor = 1.08
        _plants(g, 1.1, floor, 5.4, 21)
        figure(g, 7.3, floor)
        _lockers(g, 9.2, floor, 5)
        g.line(13.4, floor, 14.3, floor - 0.9, C["g500"], OUT)
        g.line(14.3, floor - 0.9, 15.0, floor, C["g500"], OUT)
        g.circle(14.2, floor - 0.42, 0.42, stroke=C["g300"], sw=OUT)
        g.line(13.7, floor - 1.4, 13.4, floor, C["g500"], OUT)
        g.rect(18.2, floor - 1.5, 1.6, 0.9, fill=C["t700"], stroke=C["t300"], sw=INNER)
        g.rect(18.0, floor - 0.5, 2.4, 0.5, fill=DARK[1], stroke=C["g500"], sw=HAIR)
        _seated(g, 16.9, floor, 1)
    with g.push(-3.2, row * 2):
        _shell(g, 12, 1.6)
        for i in range(3):
            _ceiling_lamp(g, 2.2 + i * 3.8, 1.6, f"n{i}")
        floor = 0.9
        g.rect(1.4, floor - 0.62, 2.3, 0.2, fill=HULL[1], stroke=C["g500"], sw=HAIR)
        g.line(1.7, floor - 0.42, 1.7, floor, C["g500"], OUT)
        g.line(3.4, floor - 0.42, 3.4, floor, C["g500"], OUT)
        g.rect(7.2, floor - 1.3, 1.2, 0.8, fill=C["t700"], stroke=C["t300"], sw=INNER)
        _lockers(g, 9.2, floor, 3)
        figure(g, 4.6, floor)


# ------------------------------------------------------------------ an experiment


def saudisat(w: float, h: float) -> Svg:
    """SaudiSat-4 cut open: a sphere coated with gold in its housing, kept without charge by sixteen ultraviolet lamps. The
    satellite and the size of its parts are schematic (box of about 0.7 m: a type)."""
    tall = h > w
    g = ground(w, h, "night")
    stars(g, 0, 0, w, h, 250, 10, 60 if not tall else 44, 6.2, 1.05)
    radius = max(w, h) * 0.9
    cx, cy = w * 0.24, h * (0.74 if not tall else 0.72) + radius
    earth(g, cx, cy, radius, -30, 40, -12, "e", nations=("SA", "AE", "QA", "KW", "EG", "IQ"))
    x, y = w * 0.5, h * (0.375 if not tall else 0.37)
    s = (h if not tall else w * 1.06) / 1.48
    orbit = math.hypot(x - cx, y - cy)
    g.arc(cx, cy, orbit, 225, 330, stroke=C["g500"], sw=1.2, op=0.5)
    with g.push(x, y, 0, s):
        _section(g)
        dashed_box(g, -0.43, -0.46, 0.43, 0.43, 0.015)
    return g


def _section(g: Svg) -> None:
    """A box of 0.7 m cut open; in its middle the housing, and in that the sphere."""
    for s in (-1, 1):
        g.line(s * 0.2, -0.36, s * 0.33, -0.42, C["g500"], OUT)
        g.circle(s * 0.335, -0.422, 0.009, fill=C["p500"] if s < 0 else C["t500"])
    g.rect(-0.36, -0.36, 0.72, 0.72, fill=C["t700"], stroke=C["g500"], sw=OUT)
    for i in range(1, 16):
        f = -0.36 + 0.72 * i / 16
        for a, b in (((f, -0.36), (f, -0.32)), ((f, 0.32), (f, 0.36)), ((-0.36, f), (-0.32, f)), ((0.32, f), (0.36, f))):
            g.line(*a, *b, C["t500"], INNER, 0.9)
    g.rect(-0.32, -0.32, 0.64, 0.64, fill=HULL[2], stroke=C["g500"], sw=INNER)
    g.rect(-0.295, -0.295, 0.59, 0.59, fill="#101A44", stroke=C["g500"], sw=INNER)
    boxes = (
        (-0.275, -0.275, 0.16, 0.06, DARK[1]),
        (-0.275, -0.19, 0.05, 0.17, MLI[2]),
        (-0.275, 0.02, 0.05, 0.11, DARK[1]),
        (-0.275, 0.2, 0.2, 0.07, HULL[3]),
        (0.225, -0.2, 0.05, 0.12, HULL[3]),
        (0.225, -0.04, 0.05, 0.17, MLI[3]),
        (0.06, 0.2, 0.215, 0.07, DARK[2]),
        (0.1, -0.275, 0.175, 0.06, MLI[3]),
        (-0.07, -0.275, 0.12, 0.04, DARK[3]),
    )
    for x, y, wide, deep, tone in boxes:
        g.rect(x, y, wide, deep, fill=tone, stroke=C["g500"], sw=HAIR)
        g.line(x + wide * 0.1, y + deep * 0.2, x + wide * 0.9, y + deep * 0.2, C["iv"], HAIR, 0.5)
    g.rect(-0.19, -0.19, 0.38, 0.38, fill=MLI[2], stroke=C["g500"], sw=OUT)
    g.poly([(-0.19, -0.19), (0.19, -0.19), (0.15, -0.15), (-0.15, 0.15), (-0.19, 0.19)], fill=MLI[1])
    g.poly([(0.19, 0.19), (0.19, -0.19), (0.15, -0.15), (0.15, 0.15), (-0.15, 0.15), (-0.19, 0.19)], fill=MLI[3])
    g.rect(-0.19, -0.19, 0.38, 0.38, stroke=C["g500"], sw=OUT)
    g.rect(-0.145, -0.145, 0.29, 0.29, fill="#0B0A26", stroke=C["g500"], sw=INNER)
    px, py = g.pt(0, 0)
    for turn in (0, 90, 180, 270):
        with g.push(0, 0, turn):
            for k, y in enumerate((-0.105, -0.035, 0.035, 0.105)):
                x0, y0 = g.pt(-0.145, y)
                reach = 0.15 * g.scale()
                name = f"uv{turn}-{k}"
                light = g.grad(
                    name, [(0, VIOLET, 0.85), (0.5, VIOLET, 0.32), (1, VIOLET, 0)], (round(x0, 1), round(y0, 1), round(reach, 1))
                )
                g.poly([(-0.145, y - 0.01), (-0.145, y + 0.01), (-0.03, y * 0.6 + 0.03), (-0.03, y * 0.6 - 0.03)], fill=light)
                g.poly(
                    [(-0.165, y - 0.02), (-0.145, y - 0.014), (-0.145, y + 0.014), (-0.165, y + 0.02)], fill=VIOLET, stroke=C["iv"], sw=1
                )
                g.line(-0.165, y, -0.2, y, VIOLET, INNER)
    g.circle(0, 0, 0.13, fill=g.grad("aura", [(0, VIOLET, 0.5), (1, VIOLET, 0)], (px, py, 0.13 * g.scale())))
    with g.push(0, 0):
        g.rev(
            [(-r, math.sqrt(max(0.0, 0.085**2 - r * r))) for r in (0.085 * (1 - i / 12) for i in range(25))], MLI, out=C["iv"], flip=False
        )
    g.circle(-0.028, -0.03, 0.016, fill=C["iv"], op=0.8)


SCENES: dict[str, Scene] = {
    "afghanistan-mohmand-soyuz-tm6": afghanistan,
    "kazakhstan-musabayev-flights": musabayev,
    "iran-born-ansari-soyuz-tma9": ansari,
    "kazakhstan-aimbetov-soyuz-tma18m": aimbetov,
    "central-asia-and-caucasus-cosmonauts": central_asia,
    "uae-sirius-21-isolation": sirius,
    "saudi-saudisat-4-uv-led": saudisat,
}

"""Scenes of pads, domes, dishes and plans on the ground, and of a telescope in preparation."""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Callable

from kiosk.drawing.crew_scenes import VIOLET, Point, Scene, dashed_box, facing, figure, lamp, mountains
from kiosk.drawing.kit import CUTS, DARK, HAIR, HULL, INNER, MLI, OUT, POM, C, Svg
from kiosk.drawing.scene import around, dashed, glow, ground, hills
from kiosk.drawing.sky import LINES, STARS, earth, stars, stereo
from kiosk.drawing.watchers import Sight

# ------------------------------------------------------------------ shared pieces


def broken(g: Svg, points: list[Point], dash: float, sw: float = 2.2, colour: str = C["g300"], op: float = 1) -> None:
    """A broken line along corners; `dash` is the length of a dash in drawing units of the place."""
    for (ax, ay), (bx, by) in itertools.pairwise(points):
        n = 2 * max(0, round(math.hypot(bx - ax, by - ay) / dash / 2)) + 1
        dashed(g, [(ax + (bx - ax) * i / n, ay + (by - ay) * i / n) for i in range(n + 1)], colour, sw, op)


def tower(g: Svg, x: float, height: float, width: float) -> None:
    """A lattice mast for lightning, in metres, with a red lamp."""
    g.truss(x, 0, x, -height * 0.9, width, width * 0.3, 14, C["g600"], 1.1)
    g.line(x, -height * 0.9, x, -height, C["g500"], INNER)
    g.circle(x, -height, 0.5, fill=C["p500"])


def cap(g: Svg, radius: float, wall: float, slit: tuple[float, float] = (0.0, 0.3)) -> None:
    """An observatory dome on a round wall, in metres, ground at 0; `slit` is its place across, as shares of the radius."""
    for i, (a, b) in enumerate(itertools.pairwise(CUTS)):
        g.rect(a * radius * 0.96, -wall, (b - a) * radius * 0.96, wall, fill=HULL[i])
        left = [(radius * a * math.cos(math.radians(t)), -wall - radius * math.sin(math.radians(t))) for t in range(0, 91, 6)]
        right = [(radius * b * math.cos(math.radians(t)), -wall - radius * math.sin(math.radians(t))) for t in range(90, -1, -6)]
        g.poly(left + right, fill=HULL[i], stroke=HULL[i], sw=0.5)
    for share in (-0.7, -0.36, 0.62, 0.86):
        rib = [(radius * share * math.cos(math.radians(t)), -wall - radius * math.sin(math.radians(t))) for t in range(0, 91, 6)]
        g.poly(rib, stroke=C["l400"], sw=HAIR, op=0.7, close=False)
    opening = [(radius * slit[0] * math.cos(math.radians(t)), -wall - radius * math.sin(math.radians(t))) for t in range(14, 100, 4)]
    opening += [(radius * slit[1] * math.cos(math.radians(t)), -wall - radius * math.sin(math.radians(t))) for t in range(98, 12, -4)]
    g.poly(opening, fill=C["l900"], stroke=C["g500"], sw=INNER)
    g.rect(-radius * 1.03, -wall - radius * 0.04, radius * 2.06, radius * 0.09, fill=HULL[2], stroke=C["g500"], sw=INNER)
    g.arc(0, -wall, radius, 180, 360, stroke=C["g500"], sw=OUT)
    g.rect(-radius * 0.96, -wall, radius * 1.92, wall, stroke=C["g500"], sw=OUT)


# ------------------------------------------------------------------ machines, in metres


def soyuz5(g: Svg) -> None:
    """Soyuz-5: 61.9 m long, 4.1 m across, two stages and a fairing of 5.2 m (figures as published for the design). x along
    the axis, nose at +x. Schematic."""
    for y in (-1.15, 1.15):
        with g.push(0, y):
            g.rev([(-1.6, 0.95), (-0.6, 0.66), (0, 0.42)], DARK, sw=INNER)
    g.rev([(0, 2.05), (2.6, 2.05)], POM, rings=(1.3,))
    g.rev([(2.6, 2.05), (36, 2.05)], HULL, rings=(8, 15, 17.4, 29, 34))
    g.rev([(36, 2.05), (38.6, 2.05)], DARK, rings=(37.3,))
    g.rev([(38.6, 2.05), (47.6, 2.05)], HULL, rings=(41, 45.6))
    g.rev([(47.6, 2.05), (49.0, 2.6)], DARK)
    g.rev([(49.0, 2.6), (57.0, 2.6), (59.4, 1.95), (61.0, 1.1), (61.7, 0.45), (61.9, 0.1)], HULL, rings=(51, 54, 57))


def railway_erector(g: Svg, lean: float) -> None:
    """The railway erector of the Zenit pad: a carriage on bogies and a boom of 45 m with clamps, `lean` degrees above the rail.
    y up-negative, rail at 0, the hinge at x = 0, carriage to the left. Schematic."""
    with g.push(0, -4.2, 180 + lean):
        g.truss(0, 0, 45, 0, 4.2, 2.6, 16, C["g500"], INNER, fill=C["l600"])
        for x in (7, 19, 31, 43):
            g.poly(
                [(x - 0.7, 1.2), (x + 0.7, 1.2), (x + 0.9, 3.4), (x + 0.2, 3.0), (x - 0.2, 3.0), (x - 0.9, 3.4)],
                fill=MLI[2],
                stroke=C["g500"],
                sw=INNER,
            )
        g.rect(-1.4, -2.4, 2.8, 4.8, fill=DARK[2], stroke=C["g500"], sw=INNER)
    reach = 17
    end = (-reach * math.cos(math.radians(lean)), -4.2 - reach * math.sin(math.radians(lean)))
    g.line(-15, -3, *end, HULL[2], 7)
    g.line(-15, -3, *end, C["l600"], 3)
    g.rect(-36, -3.2, 39, 1.7, fill=DARK[2], stroke=C["g500"], sw=OUT)
    g.rect(-35, -5.6, 7, 2.4, fill=HULL[3], stroke=C["g500"], sw=INNER)
    g.rect(-34, -5.1, 2, 1, fill=C["t700"], stroke=C["g500"], sw=HAIR)
    for x in (-33.4, -31.4, -26, -24, -11, -9, -3.6, -1.6):
        g.circle(x, -0.75, 0.75, fill=C["l800"], stroke=C["g500"], sw=INNER)
        g.circle(x, -0.75, 0.22, fill=C["g500"])


def even(g: Svg, corners: list[Point], dash: float, sw: float, colour: str = C["g500"], op: float = 1) -> None:
    """A broken line whose dashes run on evenly round the corners."""
    lengths = [math.dist(a, b) for a, b in itertools.pairwise(corners)]
    count = 2 * max(1, round(sum(lengths) / dash / 2))
    step, found, passed, part = sum(lengths) / count, [], 0.0, 0
    for i in range(count + 1):
        while part < len(lengths) - 1 and passed + lengths[part] < i * step:
            passed, part = passed + lengths[part], part + 1
        (ax, ay), (bx, by) = corners[part], corners[part + 1]
        share = min(1.0, (i * step - passed) / max(1e-9, lengths[part]))
        found.append((ax + (bx - ax) * share, ay + (by - ay) * share))
    dashed(g, found, colour, sw, op)


def rounded(corners: list[Point], times: int = 2) -> list[Point]:
    """A line with its corners cut; its ends stay."""
    for _ in range(times):
        cut = [corners[0]]
        for (ax, ay), (bx, by) in itertools.pairwise(corners):
            cut += [(ax * 0.75 + bx * 0.25, ay * 0.75 + by * 0.25), (ax * 0.25 + bx * 0.75, ay * 0.25 + by * 0.75)]
        corners = [*cut, corners[-1]]
    return corners


def antonov124(g: Svg, dash: float) -> None:
    """Antonov An-124 from its left and a little from above, nose at -x, in metres: 69.1 m long, wings of 73.3 m swept back and
    drooping, four engines under them, wheels up, the rear ramp open (general knowledge). Its outline is broken, since it is a
    plan. The axis of the body lies at y = 0."""
    see = Sight(0, 12)

    def at(x: float, side: float, high: float) -> Point:
        return see(x, side, high)

    def part(corners: list[Point], tone: str, sw: float = 2.2) -> None:
        g.poly(corners, fill=tone)
        even(g, [*corners, corners[0]], dash, sw)

    # The far wing and its engines, behind the body.
    far = [at(-7.5, -3.4, 4.3), at(15.2, -36.6, 1.6), at(18.8, -36.6, 1.6), at(13.2, -14, 3.4), at(8.6, -3.4, 4.3)]
    for x, side, high in ((3.6, -21.5, -0.6), (-4.0, -12.0, 0.4)):
        _turbofan(g, at(x, side, high), DARK, dash)
    part(far, HULL[3])
    # The body: bulbous nose, the two decks, the belly that climbs behind the wing.
    back = rounded([(-34.6, 1.2), (-34.6, -1.2), (-33.0, -2.9), (-30.4, -4.3), (-26.5, -4.7), (-18, -4.7)])
    back += [(14, -4.7), (25, -4.3), (34.2, -2.9)]
    belly = rounded([(34.2, -2.9), (35.0, -2.0), (33.0, -1.2), (27, 0.4), (21, 2.0), (14.5, 4.0), (10, 4.6), (2, 4.6)])
    belly += rounded([(-20, 4.6), (-28, 4.6), (-32.4, 3.8), (-34.4, 2.4), (-34.6, 1.2)])
    for tone, top, foot in ((HULL[1], -1.0, -0.34), (HULL[2], -0.34, 0.3), (HULL[3], 0.3, 0.72), (HULL[4], 0.72, 1.0)):
        g.poly(_band(back, belly, top, foot), fill=tone, stroke=tone, sw=0.6)
    g.poly(_band(back, belly, 0.42, 0.52, -31.5, 9), fill=C["p500"])
    bay = [(11.5, 4.2), (14.5, 3.95), (21, 2.0), (27, 0.4), (25.4, -0.9), (13.0, 1.2)]
    g.poly(bay, fill=C["l900"])
    even(g, [*back, *belly[1:]], dash, 2.6)
    ramp = [(12.0, 4.5), (21.0, 7.2), (21.6, 6.6), (14.0, 4.1)]
    part(ramp, HULL[3], 1.8)
    g.poly([(-31.9, -2.7), (-30.1, -3.75), (-28.2, -4.1), (-28.4, -3.1), (-30.4, -2.5)], fill=C["l800"], stroke=C["g500"], sw=INNER)
    for x in range(-26, -12, 3):
        g.circle(x, -3.0, 0.3, fill=C["l700"])
    # Tailplanes and fin.
    part([at(27.5, -2.2, 3.4), at(35.4, -12.6, 3.0), at(38.0, -12.6, 3.0), at(34.2, -2.2, 3.0)], HULL[3], 1.8)
    part([(19.5, -4.6), (24.4, -6.2), (30.4, -14.6), (36.2, -14.9), (34.0, -3.0)], HULL[2], 2.4)
    g.line(32.0, -14.4, 30.6, -3.8, C["l500"], HAIR)
    part([at(27.0, 1.6, 2.6), at(34.8, 12.6, 2.4), at(37.6, 12.6, 2.4), at(34.2, 1.6, 2.6)], HULL[1], 1.8)
    # The near wing over its engines.
    for x, side, high in ((-5.4, 12.0, 0.9), (2.2, 21.5, 0.2)):
        _turbofan(g, at(x, side, high), HULL, dash)
    near = [at(-8.5, 2.2, 4.6), at(15.2, 36.6, 1.6), at(18.8, 36.6, 1.6), at(13.2, 14, 3.6), at(9.4, 2.2, 4.6)]
    part(near, HULL[2], 2.4)
    g.poly([near[0], near[1], at(16.0, 36.6, 1.6), at(-3.0, 2.2, 4.6)], fill=HULL[1])
    g.poly([near[4], near[3], near[2], at(17.9, 36.6, 1.6), at(6.0, 2.2, 4.6)], fill=HULL[3])
    for share in (0.28, 0.5, 0.74):
        x, side = -8.5 + 23.7 * share, 2.2 + 34.4 * share
        g.line(*at(x + 1.2, side, 4.6 - 3 * share), *at(x + 15.2 - 11 * share, side, 4.6 - 3 * share), C["l400"], HAIR, 0.7)
    even(g, [*near, near[0]], dash, 2.4)


def _band(back: list[Point], belly: list[Point], top: float, foot: float, first: float = -34.6, last: float = 35.0) -> list[Point]:
    """The part of a body between two shares of its height, -1 at its back and 1 at its belly, from one end to another."""

    def height(line: list[Point], x: float) -> float:
        for (ax, ay), (bx, by) in itertools.pairwise(line):
            if min(ax, bx) <= x <= max(ax, bx) and ax != bx:
                return ay + (by - ay) * (x - ax) / (bx - ax)
        return line[-1][1]

    def level(x: float, share: float) -> Point:
        high, low = height(back, x), height(belly[::-1], x)
        return x, (high + low) / 2 + share * (low - high) / 2

    places = [first + (last - first) * i / 90 for i in range(91)]
    return [level(x, top) for x in places] + [level(x, foot) for x in places[::-1]]


def _turbofan(g: Svg, centre: Point, tones: list[str], dash: float) -> None:
    """An engine pod, 7 m long: the inlet to the left, the fan cowl, the narrower nozzle."""
    with g.push(*centre):
        g.rev([(-3.4, 1.35), (-2.8, 1.62), (0.4, 1.55), (1.6, 1.2), (3.2, 0.75), (4.0, 0.4)], tones, sw=HAIR, rings=(0.4,))
        g.poly(around(-3.35, 0, 0.42, 1.32, 0, 360, 24), fill=C["l900"], stroke=C["g500"], sw=INNER)
        even(g, [(-3.4, -1.35), (-2.8, -1.62), (0.4, -1.55), (4.0, -0.4), (4.0, 0.4), (0.4, 1.55), (-2.8, 1.62), (-3.4, 1.35)], dash, 1.6)


def dropped_rocket(g: Svg, dash: float) -> None:
    """The rocket of the plan, two stages and a fairing, about 30 m long and 2.7 m across (general knowledge), x along the axis,
    nose at +x. Broken: never built."""
    g.rev([(-16.6, 1.1), (-15.6, 0.7), (-15, 0.5)], DARK, sw=INNER)
    half = [(-15, 1.35), (8, 1.35), (8.8, 1.6), (12.2, 1.55), (14.0, 1.05), (15.2, 0.1)]
    g.rev(half, HULL, C["l400"], HAIR, rings=(-12, -5, 1.2, 8.8))
    g.rev([(2.0, 1.36), (4.2, 1.36)], POM, C["p500"], HAIR)
    even(g, [*half, *((x, -y) for x, y in reversed(half)), half[0]], dash, 2.4, C["g300"])


def telescope_150(g: Svg) -> None:
    """The 1.5 m telescope of RTT-150 in its fork: a Ritchey-Chretien tube of about 5 m, open in its middle, looking along +x;
    the mirrors are shown as if the tube were cut (general knowledge; the mount is simplified). Declination axis at 0, 0."""
    g.rev([(-2.1, 0.72), (-1.9, 0.98), (-0.7, 0.98)], HULL, rings=(-1.7,))
    g.rect(-1.82, -0.75, 0.2, 1.5, fill=C["t300"], stroke=C["iv"], sw=INNER)
    g.rev([(-0.7, 1.06), (0.75, 1.06)], DARK, rings=(0,))
    g.truss(0.75, -0.86, 2.95, -0.8, 0.14, 0.14, 4, C["g300"], INNER)
    g.truss(0.75, 0.86, 2.95, 0.8, 0.14, 0.14, 4, C["g300"], INNER)
    for a, b in ((-0.9, -0.1), (-0.1, 0.85), (0.9, 0.1), (0.1, -0.85)):
        g.line(0.75, a, 2.95, b, C["g500"], HAIR * 1.4)
    g.rev([(2.95, 0.95), (3.4, 0.95)], HULL)
    g.line(3.1, -0.9, 3.1, 0.9, C["g500"], INNER)
    g.rev([(2.9, 0.26), (3.3, 0.26)], MLI, sw=INNER)
    g.rev([(-2.75, 0.3), (-2.1, 0.42)], MLI, sw=INNER)
    g.rect(-3.05, -0.22, 0.3, 0.44, fill=C["p500"], stroke=C["g500"], sw=INNER)


def little_telescope(g: Svg, angle: float) -> None:
    """A survey telescope of about 0.4 m on a German mount and a pier, in metres, ground at 0 (general knowledge of the type)."""
    g.poly([(-0.5, 0), (0.5, 0), (0.26, -1.25), (-0.26, -1.25)], fill=DARK[2], stroke=C["g500"], sw=OUT)
    g.poly([(-0.5, 0), (-0.15, 0), (-0.08, -1.25), (-0.26, -1.25)], fill=DARK[1])
    g.rect(-0.34, -1.5, 0.68, 0.26, fill=MLI[2], stroke=C["g500"], sw=INNER)
    with g.push(0, -1.72, angle):
        g.line(-0.1, 0, -0.1, 0.95, C["g500"], 4)
        g.rect(-0.32, 0.72, 0.44, 0.26, fill=DARK[1], stroke=C["g500"], sw=INNER)
        g.rev([(-0.85, 0.3), (0.35, 0.3)], HULL, rings=(-0.6, 0))
        g.rev([(0.35, 0.36), (0.95, 0.36)], DARK, rings=(0.55,))
        g.rev([(-1.15, 0.13), (-0.85, 0.16)], POM, sw=INNER)
        g.rect(-0.45, -0.44, 0.7, 0.13, fill=HULL[2], stroke=C["g500"], sw=INNER)


def spektr_uf(g: Svg) -> None:
    """Spektr-UF: a tube with a 1.7 m mirror, about 2.3 m across with its blankets, 8.4 m long with the instrument bay, an open
    door, on a Navigator service module with two long wings (general knowledge of the T-170M project). Looks along +x."""
    for s in (-1, 1):
        g.line(0.75, s * 1.1, 0.75, s * 2.1, C["g500"], OUT)
        g.poly([(0.75, s * 1.3), (0.2, s * 2.1), (1.3, s * 2.1)], stroke=C["g500"], sw=INNER)
        g.array(-0.15, 2.1 if s > 0 else -2.1 - 5.6, 1.8, 5.6, 4, 4, 0.1)
    g.rev([(-0.9, 0.5), (-0.5, 0.34), (-0.3, 0.26)], DARK, sw=INNER)
    for i, (y0, y1) in enumerate(((-1.15, -0.62), (-0.62, 0.1), (0.1, 0.72), (0.72, 1.15))):
        g.rect(-0.3, y0, 2.0, y1 - y0, fill=HULL[i + 1])
    for x, y, tone in ((0.1, -0.48, MLI[1]), (0.95, -0.42, C["l400"]), (0.3, 0.26, MLI[2])):
        g.rect(x, y, 0.5, 0.36, fill=tone, stroke=C["l500"], sw=HAIR)
    g.rect(-0.3, -1.15, 2.0, 2.3, stroke=C["g500"], sw=OUT)
    for y in (-0.62, 0.1, 0.72):
        g.line(-0.3, y, 1.7, y, C["g500"], HAIR)
    for y in (-0.8, 0, 0.8):
        g.line(1.7, y, 2.2, y * 0.8, C["g500"], OUT)
    g.line(1.7, -0.8, 2.2, 0, C["g500"], INNER)
    g.line(1.7, 0.8, 2.2, 0, C["g500"], INNER)
    g.rev([(2.2, 0.9), (2.5, 1.05), (4.0, 1.05)], DARK, rings=(2.8, 3.4))
    g.rect(3.1, 0.2, 0.55, 0.42, fill=C["p500"], stroke=C["l800"], sw=HAIR)
    g.rev([(4.0, 1.15), (8.2, 1.15)], MLI, rings=(4.6, 5.2, 5.8, 6.4, 7.0, 7.6))
    g.rev([(8.2, 1.2), (9.7, 1.2)], HULL, rings=(8.6, 9.2))
    g.poly([(9.7, -1.2), (9.7, 1.2), (9.44, 0.7), (9.44, -0.7)], fill=C["l900"], stroke=C["g500"], sw=INNER)
    with g.push(9.7, -1.22, -52):
        g.rect(0, -0.09, 2.45, 0.18, fill=HULL[2], stroke=C["g500"], sw=OUT)
        g.rect(0.1, 0.03, 2.25, 0.06, fill=MLI[2])
    g.line(9.1, -1.22, 10.5, -2.15, C["g500"], INNER)
    for y in (-1, 1):
        with g.push(5.0, y * 1.15, y * 90):
            g.rev([(0, 0.12), (0.3, 0.12), (0.46, 0.2)], DARK, sw=INNER)
    g.line(1.4, 1.15, 2.2, 2.4, C["g500"], INNER)
    g.dish(2.2, 2.4, 0.6, 0.24, 50)


# ------------------------------------------------------------------ pads


def baiterek(w: float, h: float) -> Svg:
    """The broad pad built for Zenit at Baikonur with its railway erector, and on it Soyuz-5. Rocket, erector and pad are
    schematic; sizes of the rocket as published for the design."""
    tall = h > w
    horizon = h * (0.74 if tall else 0.73)
    g = ground(w, h, "dusk", horizon)
    stars(g, 0, 0, w, horizon, 190, 45, 70 if not tall else 50, 5.4, 0.95, ymax=horizon * 0.6)
    s = h * (0.62 if tall else 0.66) / 66
    x = w * (0.6 if not tall else 0.62)
    glow(g, w * 0.2, horizon, h * 0.5, C["g300"], 0.6, "sun")
    g.circle(w * 0.2, horizon + h * 0.012, h * 0.07, fill=C["g300"])
    hills(g, w, h, horizon, ["#4A2F52", "#2A2350", "#141A44", "#0B1330"], 11, 0.006)
    with g.push(x, horizon + h * 0.012, 0, s):
        for at, height in ((-36, 62), (29, 62)):
            tower(g, at, height, 3.4)
        for at in (-52, -46.5, 38, 43.5):
            g.circle(at, -4.6, 2.5, fill=HULL[2], stroke=C["g500"], sw=INNER)
            g.arc(at, -4.6, 2.5, 150, 290, fill=HULL[1])
            g.line(at - 1.6, -2.6, at - 2, 0, C["g500"], INNER)
            g.line(at + 1.6, -2.6, at + 2, 0, C["g500"], INNER)
        g.truss(10.5, 0, 10.5, -46, 5, 3.6, 13, C["g500"], INNER, fill=C["l700"])
        for y in (-14, -27, -40):
            g.rect(2.3, y - 0.5, 6.4, 1.0, fill=DARK[1], stroke=C["g500"], sw=INNER)
        g.rect(7.2, -4, 6.6, 4, fill=DARK[2], stroke=C["g500"], sw=INNER)
        with g.push(-6.5, 0):
            railway_erector(g, 27)
        g.poly([(-9, 0), (9, 0), (6.4, 9), (-6.4, 9)], fill="#05070F", stroke=C["g500"], sw=INNER)
        for i in range(1, 5):
            g.line(-9 + i * 0.55, i * 1.9, 9 - i * 0.55, i * 1.9, C["g600"], HAIR, 0.8)
        g.poly([(-110, 0), (-7.4, 0), (-6.6, 2.2), (-110, 2.2)], fill=DARK[3], stroke=C["g500"], sw=OUT)
        g.poly([(60, 0), (7.4, 0), (6.6, 2.2), (60, 2.2)], fill=DARK[4], stroke=C["g500"], sw=OUT)
        for at in range(-108, -8, 2):
            g.line(at, 0.2, at, 0.9, C["g600"], HAIR, 0.8)
        for side in (-1, 1):
            g.poly([(side * 2.0, -2.2), (side * 4.6, -1.4), (side * 8.2, 0), (side * 3.2, 0)], fill=MLI[3], stroke=C["g500"], sw=INNER)
        with g.push(0, -2.2, -90):
            soyuz5(g)
        dashed_box(g, -5.2, -66.6, 5.2, -1.0, 1.1)
        for at in (-45, 18.2, 19.6):
            figure(g, at, 0)
    return g


def gagarins_start(w: float, h: float) -> Svg:
    """Gagarin's Start without a rocket: the arms lie open over the flame pit; a broken outline of Soyuz where one would stand
    (49.5 m). Arms about 20 m long (general knowledge)."""
    tall = h > w
    horizon = h * (0.7 if tall else 0.69)
    g = ground(w, h, "dawn", horizon)
    stars(g, 0, 0, w, horizon, 300, 50, 70 if not tall else 50, 5.4, 1.0, ymax=horizon * 0.6)
    s = h * 0.6 / 51
    x = w * 0.5
    for r, strength, name in ((0.62, 0.5, "sunA"), (0.3, 0.7, "sunB")):
        glow(g, x, horizon, h * r, C["g300"], strength, name)
    g.circle(x, horizon, h * 0.15, fill="#F9DFA4")
    for k in (0.2, 0.26, 0.34):
        g.arc(x, horizon, h * k, 180, 360, stroke=C["g300"], sw=1.2, op=0.55 - k)
    hills(g, w, h, horizon, ["#3A3560", "#222A5A", "#111A44"], 17, 0.006)
    with g.push(x, horizon + h * 0.02, 0, s):
        for at, height in ((-42, 52), (42, 52)):
            tower(g, at, height, 2.6)
        _flame_pit(g)
        for side in (-1, 1):
            _open_arms(g, side)
        outline = [
            (2.5, 0),
            (4.0, 0),
            (3.75, 3.0),
            (1.5, 19.6),
            (1.33, 33.4),
            (1.62, 34.4),
            (1.62, 41.2),
            (0.62, 43.3),
            (0.36, 46.4),
            (0.3, 48.6),
            (0, 49.5),
        ]
        half = [(px, 1.5 - py) for px, py in outline[1:]]
        for side in (-1, 1):
            broken(g, [(side * px, py) for px, py in half], 0.8, 2.6)
            broken(g, [(side * 1.0, 1.5), (side * 1.0, -13), (side * 0.4, -17.2)], 0.8, 1.5, op=0.85)
        for y, half_width in ((-18.1, 1.5), (-23.6, 1.42), (-25, 1.4), (-32.4, 1.5), (-39.7, 1.6)):
            broken(g, [(-half_width, y), (half_width, y)], 0.5, 1.5, op=0.9)
        for at in (-13.4, -12.3, 13.2):
            figure(g, at, 1.4)
    return g


def _flame_pit(g: Svg) -> None:
    """The deck and the deep trench below it, 45 m wide at its lip, in metres; deck level at 1.4."""
    for i in range(8):
        f = i / 7
        wide, top = 23 - 13 * f, 2.6 + 2.2 * f
        pit = [
            (-wide, top),
            (wide, top),
            (wide * 0.84, top + 9 - 3 * f),
            (wide * 0.45, top + 15 - 6 * f),
            (-wide * 0.45, top + 15 - 6 * f),
            (-wide * 0.84, top + 9 - 3 * f),
        ]
        g.poly(
            pit, fill=("#1A2658", "#15204E", "#121A44", "#0F163A", "#0C1230", "#090E26", "#060A1C", "#04060F")[i], stroke=C["g500"], sw=0.8
        )
    for at in range(-20, 21, 4):
        g.line(at, 3.0, at * 0.52, 12, C["g500"], HAIR, 0.35)
    for side in (-1, 1):
        g.poly(
            [(side * 60, 1.4), (side * 5.6, 1.4), (side * 5.0, 3.4), (side * 60, 3.4)],
            fill=DARK[3 if side < 0 else 4],
            stroke=C["g500"],
            sw=OUT,
        )
        for at in (10, 16, 22):
            g.poly(
                [(side * at, 3.4), (side * (at + 1.1), 3.4), (side * (at + 0.7), 7.2), (side * at, 7.0)],
                fill=DARK[2],
                stroke=C["g500"],
                sw=HAIR,
            )
        for at in range(8, 58, 2):
            g.line(side * at, 1.4, side * at, 0.5, C["g500"], HAIR)
        g.line(side * 7, 0.5, side * 58, 0.5, C["g500"], HAIR)
    g.arc(0, 1.4, 5.4, 0, 180, ry=1.4, fill="#04060F", stroke=C["g500"], sw=OUT)


def _open_arms(g: Svg, side: int) -> None:
    """On one side: a support arm laid open, one further back less so, the half of the service gantry, a cable mast."""
    g.truss(side * 20, 1.2, side * 34, -9, 4.0, 2.8, 8, C["g600"], INNER, fill=C["l700"])
    for f in (0.3, 0.55, 0.8):
        px, py = 20 + 14 * f, 1.2 - 10.2 * f
        g.line(side * (px - 1.6), py - 2.2, side * (px + 1.2), py + 1.8, C["g500"], OUT)
    for angle, length, wide, fill, line in ((24, 15.5, 2.0, C["l600"], C["g600"]), (47, 19.5, 3.1, C["l500"], C["g500"])):
        foot = (side * (5.4 + angle * 0.05), 0.6)
        tip = (foot[0] + side * length * math.sin(math.radians(angle)), foot[1] - length * math.cos(math.radians(angle)))
        g.truss(*foot, *tip, wide, wide * 0.42, 8, line, INNER, fill=fill)
        ux, uy = (tip[0] - foot[0]) / length, (tip[1] - foot[1]) / length
        claw = [(-0.7, -1.0), (0.9, -1.0), (1.6, -0.2), (1.0, 1.5), (0.3, 0.9), (-0.7, 0.8)]
        g.poly(
            [(tip[0] + a * ux + b * uy * side, tip[1] + a * uy - b * ux * side) for a, b in claw],
            fill=C["p500"],
            stroke=C["g500"],
            sw=INNER,
        )
    g.poly(
        [(side * 5.2, 1.6), (side * 11.4, 1.6), (side * 11.8, -1.4), (side * 9.0, -3.4), (side * 5.6, -1.6)],
        fill=POM[3],
        stroke=C["g500"],
        sw=OUT,
    )
    g.circle(side * 8.2, -0.4, 0.9, fill=DARK[2], stroke=C["g500"], sw=INNER)
    g.truss(side * 15.5, 1.2, side * 19.5, -17, 0.9, 0.4, 10, C["g500"], HAIR * 1.4)


# ------------------------------------------------------------------ plans and stations


def helwan(w: float, h: float) -> Svg:
    """A desert ridge above the Nile at dusk: a small white dome, a laser station with its roof rolled back, and a thin ray to a
    satellite with corner reflectors. Buildings and satellite are of the type; the satellite is not to scale."""
    tall = h > w
    horizon = h * (0.72 if tall else 0.7)
    g = ground(w, h, "dusk", horizon)
    stars(g, 0, 0, w, horizon, 260, 30, 66 if not tall else 48, 5.6, 1.0, ymax=horizon * 0.7)
    hills(g, w, h, horizon, ["#5E3A58", "#4A2F52"], 23, 0.016)
    g.rect(0, horizon + h * 0.01, w, h * 0.4, fill="#3A2548")
    far = horizon + h * 0.012
    _river(g, w, h, far)
    foot = h * (0.66 if tall else 0.645)
    edge = [
        (0, foot - h * 0.012),
        (w * 0.16, foot),
        (w * 0.46, foot + h * 0.004),
        (w * 0.53, foot + h * 0.03),
        (w * 0.6, foot + h * 0.1),
        (w * 0.72, foot + h * 0.16),
        (w, foot + h * 0.24),
    ]
    g.poly([*edge, (w, h), (0, h)], fill="#2A2048")
    g.poly(
        [(0, foot + h * 0.06), (w * 0.3, foot + h * 0.08), (w * 0.5, foot + h * 0.16), (w * 0.74, h * 1.02), (0, h)],
        fill="#151538",
    )
    for k in range(5):
        line = [(w * (0.02 + 0.1 * k) + w * 0.02 * j, foot + h * (0.03 + 0.022 * k) + j * j * h * 0.0011) for j in range(9)]
        g.poly(line, stroke=C["g600"], sw=0.9, op=0.4, close=False)
    g.poly(edge, stroke=C["g500"], sw=1.3, op=0.8, close=False)
    s = h / (46 if not tall else 52)
    laser = (w * (0.4 if not tall else 0.44), foot - 3.4 * s)
    sat = (w * (0.735 if not tall else 0.74), h * (0.2 if not tall else 0.17))
    for sw, op in ((9, 0.12), (4.5, 0.3), (1.8, 1)):
        g.line(*laser, *sat, C["t500"] if sw > 2 else "#9FF5DD", sw, op)
    glow(g, *laser, h * 0.07, C["t300"], 0.9, "fire")
    orbit = [(sat[0] + (i - 20) * w * 0.03, sat[1] + ((i - 20) / 20) ** 2 * h * 0.11 + (i - 20) * h * 0.005) for i in range(41)]
    dashed(g, orbit, C["g500"], 1.3, 0.7)
    with g.push(*laser, 0, s):
        g.rect(-3.4, 0.5, 6.8, 2.95, fill=HULL[2], stroke=C["g500"], sw=OUT)
        g.rect(-3.4, 0.5, 2.6, 2.95, fill=HULL[1])
        g.rect(-3.4, 0.5, 6.8, 2.95, stroke=C["g500"], sw=OUT)
        g.rect(-7.0, 0.1, 3.6, 0.5, fill=DARK[1], stroke=C["g500"], sw=INNER)
        g.line(-6.8, 0.6, -6.8, 3.4, C["g500"], INNER)
        g.rect(0.4, 1.5, 1.0, 1.95, fill=C["l700"], stroke=C["g500"], sw=INNER)
        g.poly([(-0.7, 0.5), (0.7, 0.5), (0.35, -0.4), (-0.35, -0.4)], fill=DARK[2], stroke=C["g500"], sw=INNER)
        with g.push(0, -0.5, math.degrees(math.atan2(sat[1] - laser[1], sat[0] - laser[0]))):
            g.rev([(-0.9, 0.42), (0.9, 0.42), (1.0, 0.5)], HULL, rings=(-0.4,))
            g.rev([(1.0, 0.5), (1.3, 0.5)], POM, sw=INNER)
    with g.push(w * 0.2, foot + h * 0.001, 0, s):
        cap(g, 4.4, 3.6, (0.06, 0.42))
        g.rect(-0.7, -2.1, 1.2, 2.1, fill=C["l700"], stroke=C["g500"], sw=INNER)
    with g.push((laser[0] + w * 0.2) / 2 - s, foot + h * 0.002, 0, s):
        figure(g, 0, 0)
        figure(g, 1.3, 0)
    glow(g, *sat, h * 0.15, C["t300"], 0.5, "echo")
    with g.push(*sat, 14, h / (7.6 if not tall else 9)):
        _reflector_satellite(g)
    return g


def _river(g: Svg, w: float, h: float, far: float) -> None:
    """The Nile winding from the horizon at `far` toward the viewer, bright with the evening sky."""
    bends = [(1.04, 0.0, 0.003), (0.84, 0.011, 0.006), (0.8, 0.026, 0.009), (0.9, 0.046, 0.014), (0.93, 0.072, 0.02), (0.82, 0.12, 0.032)]
    bends += [(0.78, 0.18, 0.045), (0.86, 0.3, 0.06)]
    middle = []
    for i in range(len(bends) - 1):
        before, a, b, after = bends[max(0, i - 1)], bends[i], bends[i + 1], bends[min(len(bends) - 1, i + 2)]
        for j in range(12):
            t = j / 12
            middle.append(
                tuple(
                    0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - u) * t * t + (3 * q - p - 3 * r + u) * t**3)
                    for p, q, r, u in zip(before, a, b, after, strict=True)
                )
            )
    banks = [[(w * (x + side * wide), far + y * h) for x, y, wide in middle] for side in (-1, 1)]
    g.poly([*banks[0], *reversed(banks[1])], fill="#E9A45A")
    for bank in banks:
        g.poly(bank, stroke=C["g300"], sw=1.1, op=0.7, close=False)


def _reflector_satellite(g: Svg) -> None:
    """A small satellite with a skirt of corner reflectors looking down, about 1 m across; a type."""
    for s in (-1, 1):
        for turn in (24, 66):
            with g.push(s * 0.3, -0.02, turn if s > 0 else 180 - turn):
                g.rect(0.14, -0.13, 0.62, 0.26, fill=C["t700"], stroke=C["g500"], sw=INNER)
                for i in range(1, 4):
                    g.line(0.14 + i * 0.155, -0.13, 0.14 + i * 0.155, 0.13, C["t500"], HAIR)
    for i, (a, b) in enumerate(itertools.pairwise(CUTS)):
        g.poly([(a * 0.36, -0.42), (b * 0.36, -0.42), (b * 0.36, 0.12), (a * 0.36, 0.12)], fill=HULL[i])
        g.poly([(a * 0.36, 0.12), (b * 0.36, 0.12), (b * 0.56, 0.36), (a * 0.56, 0.36)], fill=MLI[i])
    g.rect(-0.36, -0.42, 0.72, 0.54, stroke=C["g500"], sw=OUT)
    g.poly([(-0.36, 0.12), (0.36, 0.12), (0.56, 0.36), (-0.56, 0.36)], stroke=C["g500"], sw=OUT)
    for row in range(2):
        for i in range(8):
            x, y = (i - 3.5) * (0.105 + row * 0.022), 0.19 + row * 0.1
            g.poly([(x - 0.04, y - 0.035), (x + 0.04, y - 0.035), (x, y + 0.045)], fill="#9FF5DD", stroke=C["l800"], sw=HAIR)
    g.line(0, -0.42, 0, -0.78, C["g500"], INNER)
    g.circle(0, -0.8, 0.04, fill=C["p500"])


def biak(w: float, h: float) -> Svg:
    """The Air Launch plan: an An-124 high over the sea north of New Guinea lets a rocket slide from its open tail, a small
    parachute turns it upright. All broken lines: it was never flown. Coasts below are the real ones round Biak."""
    tall = h > w
    g = ground(w, h, "noon")
    stars(g, 0, 0, w, h * 0.3, 200, -10, 60, 4.6, 0.8)
    radius = max(w, h) * 1.5
    cx, cy = w * 0.5, h * (0.66 if not tall else 0.64) + radius
    globe = earth(g, cx, cy, radius, *facing(cx, cy, radius, w * 0.4, h * 0.79, (136.2, -1.2)), "e", grat=10, style="day")
    bx, by = globe.pt(136.05, -1.02)
    for k, op in ((0.05, 0.35), (0.032, 0.6)):
        g.circle(bx, by, h * k, stroke=C["p300"], sw=1.8, op=op)
    lamp(g, bx, by, h * 0.007, C["p300"])
    s = w / (108 if not tall else 88)
    x, y = (w * 0.46, h * 0.285) if not tall else (w * 0.475, h * 0.25)
    rx, ry = (w * 0.665, h * 0.505) if not tall else (w * 0.66, h * 0.46)
    path = [(x + 21 * s + (rx - x - 21 * s) * t, y + 6 * s + (ry - y - 8 * s) * t * t) for t in (i / 24 for i in range(25))]
    dashed(g, path, C["g300"], 1.6, 0.9)
    with g.push(x, y, -4, s):
        for k in range(3):
            g.line(37 + k * 2.5, -8 + k * 5, 56 + k * 2.5, -8 + k * 5, C["iv"], 1.2, 0.4)
        antonov124(g, 1.5)
    with g.push(rx, ry, 200, s):
        dropped_rocket(g, 1.3)
    tail = (rx + 15.8 * s * math.cos(math.radians(20)), ry + 15.8 * s * math.sin(math.radians(20)))
    top = (tail[0] + 9.5 * s, tail[1] - 6 * s)
    g.arc(*top, 3.6 * s, 205, 385, ry=3.2 * s, fill=C["iv"], stroke=C["g500"], sw=1.6, op=0.85)
    for a in (205, 265, 325, 385):
        g.line(top[0] + 3.6 * s * math.cos(math.radians(a)), top[1] + 3.2 * s * math.sin(math.radians(a)), *tail, C["iv"], 1.1, 0.8)
    return g


# ------------------------------------------------------------------ telescopes and dishes


def _orion(g: Svg, x: float, y: float, across: float, fov: float, turn: float) -> None:
    """Lines of Orion, centred at x, y as `stars` centres its field (right ascension 84, declination 1)."""
    k = across / (4 * math.tan(math.radians(fov / 4)))
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def place(star: list[float]) -> Point:
        px, py = stereo(star[0], star[1], 84, 1) or (0.0, 0.0)
        return x + (px * c - py * s) * k, y + (px * s + py * c) * k

    for lines in LINES:
        if all(72 < star[0] < 95 and -12 < star[1] < 21 for line in lines for star in line):
            for line in lines:
                g.poly([place(star) for star in line], stroke=C["g500"], sw=1.4, op=0.7, close=False)


def rtt150_dome(w: float, h: float) -> Svg:
    """Inside the dome of RTT-150, cut in half: the 1.5 m telescope on its mount looks through the open slit at Orion. Dome of
    about 13 m (a guess), telescope of about 5 m, one person of 1.75 m; the mount is simplified."""
    tall = h > w
    g = ground(w, h, "night", h * 0.8)
    s = h / (20.5 if not tall else 25.5)
    x, floor = (w * 0.44, h * 0.765) if not tall else (w * 0.43, h * 0.735)
    wall, radius = 1.7, 6.5
    aim = -52
    ax, ay = x, floor - (wall + 1.0) * s
    away = 10.4 * s if not tall else 10.6 * s
    ox, oy = ax + away * math.cos(math.radians(aim)), ay + away * math.sin(math.radians(aim))
    across, fov, turn = 0.98 * w if not tall else 1.45 * w, 96, 20
    box = 2.2 * max(w, h)
    wider = 4 * math.degrees(math.atan(box / across * math.tan(math.radians(fov / 4))))
    stars(g, ox - box / 2, oy - box / 2, box, box, 84, 1, wider, 6.2, 1.35, rot=turn, ymax=floor, avoid=lambda px, py: not 0 < px < w)
    _orion(g, ox, oy, across, fov, turn)
    hills(g, w, h, floor, ["#16265C", "#101C48", "#0A1130"], 31, 0.05)
    with g.push(x, floor, 0, s):
        inner = [(radius * math.cos(math.radians(t)), -wall - radius * math.sin(math.radians(t))) for t in range(0, 181, 3)]
        g.poly([*inner, (-radius, 0), (radius, 0)], fill="#141E4E")
        centre, cone = (0, -wall - 1.0), []
        for side in (-13, 13):
            cone.append(
                (centre[0] + 14 * math.cos(math.radians(aim + side * 0.72)), centre[1] + 14 * math.sin(math.radians(aim + side * 0.72)))
            )
        px, py = g.pt(*centre)
        light = g.grad("sight", [(0, C["t300"], 0.5), (1, C["t300"], 0)], (round(px, 1), round(py, 1), round(14 * s, 1)))
        g.poly([(-0.7, -wall - 1.5), (0.7, -wall - 0.5), cone[1], cone[0]], fill=light)
        for start, end in ((0, 33), (76, 180)):
            outer = [
                ((radius + 0.42) * math.cos(math.radians(t)), -wall - (radius + 0.42) * math.sin(math.radians(t)))
                for t in range(start, end + 1, 2)
            ]
            back = [(radius * math.cos(math.radians(t)), -wall - radius * math.sin(math.radians(t))) for t in range(end, start - 1, -2)]
            g.poly(outer + back, fill=HULL[2] if start else HULL[3], stroke=C["g500"], sw=OUT)
            for t in range(start + 6, end - 3, 9):
                c, n = math.cos(math.radians(t)), math.sin(math.radians(t))
                g.line(radius * c, -wall - radius * n, (radius + 0.42) * c, -wall - (radius + 0.42) * n, C["l500"], HAIR)
                g.line(radius * c, -wall - radius * n, (radius - 0.3) * c, -wall - (radius - 0.3) * n, C["g500"], INNER)
        rolled = [
            ((radius + 0.8) * math.cos(math.radians(t)), -wall - (radius + 0.8) * math.sin(math.radians(t))) for t in range(78, 122, 3)
        ]
        g.poly(rolled, stroke=HULL[1], sw=6, close=False)
        g.poly(rolled, stroke=C["g500"], sw=1.3, close=False)
        for side in (-1, 1):
            g.rect(
                side * radius if side > 0 else -radius - 0.6,
                -wall,
                0.6,
                wall + 0.2,
                fill=HULL[3 if side > 0 else 1],
                stroke=C["g500"],
                sw=OUT,
            )
            g.rect(side * (radius + 0.3) - 0.5, -wall - 0.26, 1.0, 0.3, fill=MLI[2], stroke=C["g500"], sw=INNER)
        _fork(g, centre)
        with g.push(*centre, aim):
            telescope_150(g)
        g.rect(-7.6, 0, 15.2, 0.35, fill=HULL[2], stroke=C["g500"], sw=OUT)
        g.poly([(-6.9, 0.35), (6.9, 0.35), (6.9, 9), (-6.9, 9)], fill="#0C1434", stroke=C["g500"], sw=OUT)
        g.poly([(-1.6, 0.35), (1.6, 0.35), (2.1, 9), (-2.1, 9)], fill=DARK[3], stroke=C["g500"], sw=INNER)
        for y in (2.4, 4.6, 6.8):
            g.line(-6.9, y, -2.1, y, C["g600"], HAIR)
            g.line(2.1, y, 6.9, y, C["g600"], HAIR)
        g.rect(-5.6, -0.85, 1.1, 0.85, fill=DARK[1], stroke=C["g500"], sw=INNER)
        g.rect(-5.4, -1.35, 0.8, 0.5, fill=C["t700"], stroke=C["t300"], sw=INNER)
        figure(g, -3.7, 0)
    return g


def _fork(g: Svg, centre: Point) -> None:
    """Pier, polar axis and fork of an equatorial mount, simplified; `centre` is where the tube turns."""
    x, y = centre
    g.poly([(-1.5, 0), (1.5, 0), (0.9, -0.7), (-0.9, -0.7)], fill=DARK[2], stroke=C["g500"], sw=OUT)
    g.poly([(-1.5, 0), (-0.6, 0), (-0.4, -0.7), (-0.9, -0.7)], fill=DARK[1])
    g.poly(
        [(-0.8, -0.7), (0.8, -0.7), (1.15, y + 0.3), (0.5, y + 0.9), (-0.5, y + 0.9), (-1.15, y + 0.3)],
        fill=HULL[3],
        stroke=C["g500"],
        sw=OUT,
    )
    for side in (-1, 1):
        g.poly(
            [(x + side * 0.55, y + 1.0), (x + side * 1.4, y + 0.5), (x + side * 1.5, y - 0.35), (x + side * 1.1, y - 0.35)],
            fill=HULL[1 if side < 0 else 4],
            stroke=C["g500"],
            sw=INNER,
        )


def suffa(w: float, h: float) -> Svg:
    """The radio telescope on the Suffa plateau, half built: foundation ring, rail and mount in solid line, the dish of 70 m in
    broken line. The mount is of the type of the 70 m dishes (general knowledge) and schematic."""
    tall = h > w
    horizon = h * (0.74 if tall else 0.73)
    g = ground(w, h, "dawn", horizon)
    stars(g, 0, 0, w, horizon, 20, 40, 66 if not tall else 48, 5.6, 1.0, ymax=horizon * 0.62)
    glow(g, w * 0.5, horizon, h * 0.5, C["g300"], 0.75, "sun")
    chance = random.Random(70)

    def valley(depth: float, pull: float) -> Callable[[float], float]:
        return lambda x: horizon + depth * h - pull * h * abs((x - w * 0.5) / (w * 0.5)) ** 1.6

    for depth, pull, rise, count, tones in (
        (0.0, 0.16, (0.02, 0.07), 13, ("#5A5C92", "#3E4278", "#F0C9A6")),
        (0.03, 0.1, (0.02, 0.06), 10, ("#313C78", "#20295C", "#9AA6D2")),
    ):
        mountains(g, chance, valley(depth, pull), (-w * 0.05, w * 1.05), (rise[0] * h, rise[1] * h), count, tones, h * 0.06)
    g.rect(0, horizon + h * 0.025, w, h, fill="#0F1742")
    g.line(0, horizon + h * 0.025, w, horizon + h * 0.025, C["g500"], 1.2, 0.6)
    s = (h * 0.64 if not tall else w * 0.8) / 82
    with g.push(w * 0.5, horizon + h * 0.04, 0, s):
        _foundation(g)
        _alidade(g)
        with g.push(0, -34, -68):
            _unfinished_dish(g)
        for at in (-30, -28.6, 27):
            figure(g, at, 0.6)
    return g


def _foundation(g: Svg) -> None:
    """The ring of foundations seen a little from above, 45 m across, with its piles."""
    for r, fill in ((31, "#18225A"), (26, "#0C1438")):
        g.arc(0, 1.6, r, 0, 360, ry=r * 0.17, fill=fill, stroke=C["g500"], sw=INNER)
    g.arc(0, 0.8, 24, 0, 360, ry=4.0, fill=HULL[3], stroke=C["g500"], sw=OUT)
    g.arc(0, 0.0, 24, 0, 360, ry=4.0, fill=HULL[2], stroke=C["g500"], sw=OUT)
    g.arc(0, 0.0, 19.5, 0, 360, ry=3.1, fill="#0C1438", stroke=C["g500"], sw=INNER)
    g.arc(0, 0.0, 21.8, 0, 360, ry=3.55, stroke=C["g600"], sw=INNER)
    for i in range(24):
        a = math.radians(i * 15)
        g.line(19.5 * math.cos(a), 3.1 * math.sin(a), 24 * math.cos(a), 4.0 * math.sin(a), C["l500"], HAIR)


def _alidade(g: Svg) -> None:
    """The turning mount: two lattice frames, a floor, the bearings of the elevation axis at 34 m."""
    for side in (-1, 1):
        g.truss(side * 20.5, -0.6, side * 6.0, -33, 2.6, 1.8, 11, C["g500"], INNER, fill=C["l600"])
        g.truss(side * 5.5, 0.6, side * 5.5, -33, 2.2, 1.8, 11, C["g500"], INNER, fill=C["l500"])
        g.truss(side * 20.5, -1, side * 5.5, -1, 1.6, 1.6, 6, C["g500"], INNER, fill=C["l600"])
        g.truss(side * 13, -17, side * 5.5, -17, 1.0, 1.0, 4, C["g600"], INNER, fill=C["l600"])
        g.rect(side * 20.5 - 2.4, -1.4, 4.8, 1.6, fill=POM[2], stroke=C["g500"], sw=INNER)
        for x in (-1.4, 0, 1.4):
            g.circle(side * 20.5 + x, 0.4, 0.6, fill=C["l800"], stroke=C["g500"], sw=HAIR)
    g.rect(-5.5, -17.6, 11, 1.4, fill=DARK[1], stroke=C["g500"], sw=INNER)
    g.rect(-3.6, -16.2, 7.2, 15.4, fill=DARK[2], stroke=C["g500"], sw=INNER)
    for y in (-13, -9.4, -5.8):
        g.rect(-2.6, y, 5.2, 1.0, fill=MLI[1], op=0.9)
    g.rect(-8.2, -35.2, 16.4, 2.8, fill=HULL[2], stroke=C["g500"], sw=OUT)
    g.rect(-8.2, -35.2, 6, 2.8, fill=HULL[1])
    g.rect(-8.2, -35.2, 16.4, 2.8, stroke=C["g500"], sw=OUT)
    g.circle(0, -34, 2.3, fill=MLI[2], stroke=C["g500"], sw=OUT)
    g.circle(0, -34, 0.9, fill=C["l800"], stroke=C["g500"], sw=INNER)


def _unfinished_dish(g: Svg) -> None:
    """The dish of 70 m, its ribs, the legs and the small mirror, all broken; it opens toward +x from the axis at 0, 0."""
    depth, radius, back = 13.5, 35.0, 5.0
    bowl = [(back + depth * (t / 20) ** 2, radius * t / 20) for t in range(-20, 21)]
    g.poly([*bowl, (back + depth, radius)], fill=C["iv"], op=0.17)
    rim = around(back + depth, 0, radius * 0.14, radius, 0, 360, 120)
    g.poly(rim, fill=C["iv"], op=0.2)
    broken(g, bowl, 1.7, 3.4, C["iv"])
    dashed(g, rim, C["iv"], 2.8)
    for k in (0.35, 0.7):
        dashed(g, around(back + depth * k * k + 0.02, 0, radius * 0.14 * k, radius * k, 0, 360, 70), C["g300"], 1.2, 0.8)
    for t in (-16, -11, -6, 6, 11, 16):
        broken(g, [(1.0, t * 0.32), (back + depth * (t / 20) ** 2, radius * t / 20)], 1.7, 1.4, C["g300"], 0.8)
    broken(g, [(0.5, -5), (back + 5.4, -22)], 1.7, 1.4, C["g300"], 0.8)
    for side in (-1, 1):
        broken(g, [(back + depth * 0.55, side * radius * 0.72), (back + 32, side * 2.4)], 1.7, 2.0, C["g300"])
    broken(g, [(back + 31, -3.2), (back + 33, -2.4), (back + 33, 2.4), (back + 31, 3.2), (back + 31, -3.2)], 1.2, 2.0, C["g300"])
    broken(g, [(back, -2.2), (back + 9, -1.2), (back + 9, 1.2), (back, 2.2)], 1.4, 1.8, C["g300"])


def maidanak(w: float, h: float) -> Svg:
    """The domes of Maidanak along a mountain crest under the summer Milky Way; the dome of the 1.5 m telescope is the largest.
    Stars are from the catalogue, the band follows the galactic equator; the domes are of the type."""
    tall = h > w
    g = ground(w, h, "deep")
    glow(g, w * 0.2, h * 0.78, w * 0.5, C["t600"], 0.5, "west")
    _milky_way(g, w, h, 66 if not tall else 56, 1.0 if not tall else 1.35)
    crest_at = lambda x: h * (0.63 + 0.13 * abs(x / w - 0.55) ** 1.3 - 0.008 * math.sin(x / w * 17) - 0.004 * math.sin(x / w * 41 + 1))
    chance = random.Random(15)
    far = ("#1A2A62", "#121E4C", None)
    mountains(g, chance, lambda x: h * 0.7, (-w * 0.05, w * 1.05), (h * 0.01, h * 0.06), 9, far, h * 0.05)
    line = [(w * i / 80, crest_at(w * i / 80) + chance.uniform(-1, 1) * h * 0.002) for i in range(81)]
    s = h / (52 if not tall else 60)
    domes = (
        ((0.09, 2.6, 1.8), (0.225, 3.4, 3.4), (0.37, 3.4, 3.2), (0.575, 7.4, 6.6), (0.76, 3.0, 2.4), (0.845, 2.8, 2.0), (0.935, 3.6, 3.0))
        if not tall
        else ((0.08, 3.0, 2.2), (0.235, 3.4, 3.2), (0.55, 7.6, 6.8), (0.83, 3.2, 2.4), (0.945, 2.8, 2.0))
    )
    for share, radius, wall in domes:
        x = w * share
        with g.push(x, crest_at(x) + 0.4 * s, 0, s):
            cap(g, radius, wall, (-0.34, 0.02) if share < 0.5 else (0.0, 0.34))
            g.rect(
                -0.55, -0.7 * min(3, wall), 1.1, 0.7 * min(3, wall), fill=C["p500"] if radius > 6 else C["l700"], stroke=C["g500"], sw=INNER
            )
            if radius > 6:
                g.rect(-radius * 0.86, -wall + 0.9, 1.0, 0.8, fill=C["g300"], stroke=C["g500"], sw=INNER)
                g.rect(radius * 0.5, -wall + 0.9, 1.0, 0.8, fill=C["g300"], stroke=C["g500"], sw=INNER)
    g.poly([*line, (w, h), (0, h)], fill="#0D1538")
    g.poly(line, stroke=C["g500"], sw=1.4, op=0.75, close=False)
    for k, rise, count, tones in (
        (0.1, (0.0, 0.045), 11, ("#121C4C", "#0B1234", None)),
        (0.2, (0.0, 0.06), 7, ("#0C1338", "#070B22", None)),
    ):
        slope = lambda x, low=k: crest_at(x) + low * h
        mountains(g, chance, slope, (-w * 0.05, w * 1.05), (rise[0] * h, rise[1] * h), count, tones, h * 0.08)
    x = w * (0.46 if not tall else 0.38)
    with g.push(x, crest_at(x) + 0.2 * s, 0, s):
        figure(g, 0, 0)
        figure(g, 1.5, 0)
    return g


def _galactic(longitude: float, latitude: float) -> Point:
    """Right ascension and declination (J2000) of galactic coordinates, in degrees."""
    pole_ra, pole_dec, node = math.radians(192.85948), math.radians(27.12825), math.radians(122.93192)
    b, turn = math.radians(latitude), node - math.radians(longitude)
    dec = math.asin(math.sin(b) * math.sin(pole_dec) + math.cos(b) * math.cos(pole_dec) * math.cos(turn))
    y, x = math.cos(b) * math.sin(turn), math.sin(b) * math.cos(pole_dec) - math.cos(b) * math.sin(pole_dec) * math.cos(turn)
    return (math.degrees(pole_ra + math.atan2(y, x))) % 360, math.degrees(dec)


def _milky_way(g: Svg, w: float, h: float, fov: float, zoom: float) -> None:
    """The Milky Way from Cygnus down to Sagittarius: a soft band along the galactic equator, dust, faint points, true stars."""
    ra0, dec0, turn = 287, 8, -14
    k = w * zoom / (4 * math.tan(math.radians(fov / 4)))
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def place(ra: float, dec: float) -> Point | None:
        found = stereo(ra, dec, ra0, dec0)
        if found is None:
            return None
        return w * 0.5 + (found[0] * c - found[1] * s) * k, h * 0.36 + (found[0] * s + found[1] * c) * k

    def strip(low: float, high: float, start: int = -30, end: int = 112, rough: float = 0) -> list[Point]:
        wave = lambda l: 1 + rough * math.sin(l * 0.42) * math.sin(l * 0.17 + 2) + 0.16 * math.sin(l * 0.13) + 0.1 * math.sin(l * 0.31 + 1)
        edge = [place(*_galactic(l, high * wave(l))) for l in range(start, end, 3)] + [
            place(*_galactic(l, low * wave(l + 25))) for l in range(end, start, -3)
        ]
        return [p for p in edge if p]

    for i in range(18):
        reach = 11.5 * (1 - i / 18) ** 1.1 + 0.6
        g.poly(strip(-reach, reach), fill=("#2E489A", "#4A60B4", "#8790D2")[i // 6], op=0.066)
    for i in range(6):
        reach = 7.5 - 1.1 * i
        g.poly(strip(-reach, reach, -30, 34 - 5 * i), fill=C["g300"], op=0.035)
    chance = random.Random(1500)
    for _ in range(3600):
        longitude, latitude = chance.uniform(-28, 110), chance.gauss(0, 5.2)
        at = place(*_galactic(longitude, latitude))
        if at and 0 < at[0] < w and 0 < at[1] < h * 0.72:
            g.circle(*at, chance.uniform(0.5, 1.1), fill=C["iv"], op=chance.uniform(0.18, 0.5))
    for i in range(3):
        g.poly(strip(-1.1 + 0.3 * i, 2.6 - 0.8 * i, -25, 74 + 4 * i, 0.9 + 0.2 * i), fill="#0A1130", op=0.24)
    for ra, dec, magnitude, colour, _ in STARS:
        at = place(ra, dec)
        if magnitude > 6.4 or at is None or not (0 < at[0] < w and 0 < at[1] < h * 0.72):
            continue
        tone = "#C9D6FF" if colour < 0.1 else C["iv"] if colour < 0.8 else C["g300"]
        r = max(0.75, 4.1 - 0.55 * magnitude)
        if magnitude < 1.6:
            g.circle(*at, r * 3.2, fill=tone, op=0.14)
        g.circle(*at, r, fill=tone, op=min(1.0, 0.4 + 0.16 * (5.6 - magnitude)) if magnitude > 1.8 else 1)


def ison(w: float, h: float) -> Svg:
    """Two small telescopes on two hills look at the ring of geostationary satellites: hundreds of points, and two lines of
    sight that cross at one. The ring is drawn as a low arc of the southern sky; heights are not to scale."""
    tall = h > w
    horizon = h * (0.74 if tall else 0.72)
    g = ground(w, h, "dusk", horizon)
    stars(g, 0, 0, w, horizon, 150, 0, 80 if not tall else 56, 5.6, 0.9, ymax=horizon * 0.75)
    cx, cy, rx, ry = w * 0.5, h * (0.62 if not tall else 0.6), w * (0.62 if not tall else 0.8), h * (0.5 if not tall else 0.46)
    chance = random.Random(36)
    for sw, op in ((h * 0.06, 0.05), (h * 0.034, 0.07), (h * 0.014, 0.1)):
        g.arc(cx, cy, rx, 180, 360, ry=ry, stroke=C["t300"], sw=sw, op=op)
    g.arc(cx, cy, rx, 180, 360, ry=ry, stroke=C["g500"], sw=1.3, op=0.8)
    for i in range(0, 181, 2):
        a, k = math.radians(180 + i), 1.016 if i % 10 else 1.03
        g.line(cx + rx * math.cos(a), cy + ry * math.sin(a), cx + rx * k * math.cos(a), cy + ry * k * math.sin(a), C["g500"], 0.9, 0.4)
    for _ in range(620):
        a, off = math.radians(chance.uniform(184, 356)), chance.gauss(0, 0.016) if chance.random() < 0.75 else chance.gauss(0, 0.05)
        px, py = cx + rx * (1 + off) * math.cos(a), cy + ry * (1 + off * 1.5) * math.sin(a)
        bright = chance.random()
        g.circle(px, py, 1.1 + bright * 1.7, fill=C["iv"] if bright < 0.7 else C["g300"], op=0.55 + 0.45 * bright)
    target = (cx + rx * math.cos(math.radians(277)), cy + ry * math.sin(math.radians(277)))
    s = h / (19 if not tall else 22)
    posts = [(w * 0.2, h * 0.655), (w * (0.82 if not tall else 0.8), h * 0.63)]
    if tall:
        posts = [(px, py + h * 0.03) for px, py in posts]
    for i, (px, py) in enumerate(posts):
        eye = (px, py - 1.72 * s)
        length = math.hypot(target[0] - eye[0], target[1] - eye[1])
        past = (eye[0] + (target[0] - eye[0]) * 1.28, eye[1] + (target[1] - eye[1]) * 1.28)
        nx, ny = (target[1] - eye[1]) / length * h * 0.02, -(target[0] - eye[0]) / length * h * 0.02
        beam = g.grad(f"beam{i}", [(0, C["t300"], 0.5), (1, C["t300"], 0.06)], (round(eye[0], 1), round(eye[1], 1), round(length * 1.2, 1)))
        g.poly([eye, (target[0] + nx, target[1] + ny), (target[0] - nx, target[1] - ny)], fill=beam)
        g.line(*eye, *target, C["t300"], 2, 0.95)
        dashed(
            g,
            [(target[0] + (past[0] - target[0]) * j / 20, target[1] + (past[1] - target[1]) * j / 20) for j in range(21)],
            C["t300"],
            1.2,
            0.7,
        )
    glow(g, *target, h * 0.09, C["p300"], 0.85, "hit")
    g.circle(*target, h * 0.028, stroke=C["g300"], sw=1.6)
    for turn in range(0, 360, 90):
        a = math.radians(turn + 45)
        g.line(
            target[0] + h * 0.028 * math.cos(a),
            target[1] + h * 0.028 * math.sin(a),
            target[0] + h * 0.042 * math.cos(a),
            target[1] + h * 0.042 * math.sin(a),
            C["g300"],
            2,
        )
    g.circle(*target, h * 0.011, fill=C["p300"], stroke=C["iv"], sw=1.4)
    hills(g, w, h, horizon, ["#4A2F58", "#33265A"], 41, 0.02)
    _two_hills(g, w, h, posts)
    for i, (px, py) in enumerate(posts):
        with g.push(px, py, 0, s):
            little_telescope(g, math.degrees(math.atan2(target[1] - py + 1.72 * s, target[0] - px)))
            if i == 0:
                figure(g, -1.9, 0.1)
    return g


def _two_hills(g: Svg, w: float, h: float, posts: list[Point]) -> None:
    """A hill below each telescope, flat on top, the left one lit."""
    for i, (px, py) in enumerate(posts):
        wide = w * 0.34
        top = w * 0.075
        line = [
            (px - wide, py + h * 0.16),
            (px - wide * 0.6, py + h * 0.1),
            (px - top * 1.6, py + h * 0.02),
            (px - top, py),
            (px + top, py),
            (px + top * 1.7, py + h * 0.025),
            (px + wide * 0.65, py + h * 0.11),
            (px + wide, py + h * 0.17),
            (px + wide * 1.6, h),
        ]
        line.insert(0, (px - wide * 1.6, h * 0.93))
        g.poly([*line, (px - wide * 1.6, h)], fill="#1B1E4E")
        g.poly([(px + top * 0.5, py), *line[5:], (px + wide * 0.3, h), (px + top, py + h * 0.1)], fill="#11153C")
        g.poly(line, stroke=C["g500"], sw=1.4, op=0.8, close=False)
        glow(g, px, py - h * 0.02, h * 0.08, C["g300"], 0.25, f"hill{i}")
    g.poly([(0, h * 0.86), (w * 0.3, h * 0.84), (w * 0.6, h * 0.86), (w, h * 0.84), (w, h), (0, h)], fill="#0B1030")


def wso_uv(w: float, h: float) -> Svg:
    """Spektr-UF, in preparation: tube for a 1.7 m mirror with its door open, service module, wings. The broken ring round the
    small Earth is the orbit it would have (about 36,000 km high; the satellite is not to that scale)."""
    tall = h > w
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h, 312, 42, 60 if not tall else 44, 6.4, 1.1, lines=0.1)
    ex, ey, radius = (w * 0.72, h * 0.56, h * 0.062) if not tall else (w * 0.7, h * 0.63, w * 0.05)
    x, y, s = (w * 0.46, h * 0.37, h / 17.4) if not tall else (w * 0.47, h * 0.36, w / 16.8)
    ring = radius * 6.61
    dashed(g, around(ex, ey, ring, ring * 0.42, 180, 360, 75, -22), C["g300"], 1.8, 0.85)
    earth(g, ex, ey, radius, 35, 60, 0, "e", grat=30, nations=("KZ", "RU"))
    dashed(g, around(ex, ey, ring, ring * 0.42, 0, 180, 75, -22), C["g300"], 1.8, 0.85)
    glow(g, x, y, h * 0.42, "#8E86E8", 0.2, "halo")
    with g.push(x, y, -118, s), g.push(-4.6):
        px, py = g.pt(9.7, 0)
        light = g.grad("light", [(0, VIOLET, 0.4), (1, VIOLET, 0)], (round(px, 1), round(py, 1), round(9 * s, 1)))
        g.poly([(9.7, -1.0), (9.7, 1.0), (19, 1.4), (19, -1.4)], fill=light)
        spektr_uf(g)
    return g


SCENES: dict[str, Scene] = {
    "kazakhstan-baiterek": baiterek,
    "gagarins-start-three-nation-plan": gagarins_start,
    "egypt-helwan-satellite-tracking": helwan,
    "indonesia-biak-air-launch": biak,
    "turkey-rtt150-telescope": rtt150_dome,
    "uzbekistan-suffa-rt70": suffa,
    "uzbekistan-maidanak-observatory": maidanak,
    "tajikistan-uzbekistan-ison": ison,
    "kazakhstan-wso-uv-participation": wso_uv,
}

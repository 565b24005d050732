"""Satellites that watch the Earth, in metres, and the parallel projection in which the solid ones are drawn.

Shapes and sizes are general knowledge of the types (makers' data sheets) unless a docstring says more. The Earth is
below (+y). A craft whose shape is not documented is plainer, and its scene draws the broken outline.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

from kiosk.drawing.craft import boom, cells, whip
from kiosk.drawing.kit import CUTS, DARK, HAIR, HULL, INNER, MLI, OUT, TURQ, C, Svg, ball
from kiosk.drawing.scene import around

Point = tuple[float, float]
Space = tuple[float, float, float]
Tones = list[str]


@dataclass(frozen=True, slots=True)
class Sight:
    """A parallel projection: how far a craft is turned, and from how high it is seen (from beneath below zero), in degrees."""

    turn: float
    height: float

    def __call__(self, x: float, y: float, z: float) -> Point:
        """A point in metres (x to the right, y to the viewer, z up) as a point of the drawing."""
        across, near = self._turned(x, y)
        up = math.radians(self.height)
        return across, near * math.sin(up) - z * math.cos(up)

    def _turned(self, x: float, y: float) -> Point:
        a = math.radians(self.turn)
        return x * math.cos(a) - y * math.sin(a), x * math.sin(a) + y * math.cos(a)

    def faces(self, normal: Space) -> float:
        """How much a face looks at the viewer; not at all below zero."""
        up = math.radians(self.height)
        return self._turned(normal[0], normal[1])[1] * math.cos(up) + normal[2] * math.sin(up)

    def tone(self, normal: Space) -> int:
        """Which of the four flat tones a face has in the light from the upper left."""
        across = self._turned(normal[0], normal[1])[0]
        light = -0.6 * across + 0.75 * normal[2] + 0.35 * self.faces(normal)
        return 1 if light > 0.62 else 2 if light > 0.3 else 3 if light > -0.15 else 4


def plus(a: Space, b: Space, times: float = 1) -> Space:
    """`a` and `times` times `b`."""
    return a[0] + b[0] * times, a[1] + b[1] * times, a[2] + b[2] * times


def face(g: Svg, see: Sight, at: Space, a: Space, b: Space, fill: str, sw: float = INNER) -> None:
    """A flat part: the corner `at` and its two edges."""
    g.poly([see(*p) for p in (at, plus(at, a), plus(plus(at, a), b), plus(at, b))], fill=fill, stroke=C["g500"], sw=sw)


def solar(g: Svg, see: Sight, at: Space, a: Space, b: Space, across: int, along: int, tone: str = C["t700"]) -> None:
    """A flat part covered with solar cells."""
    face(g, see, at, a, b, tone)
    g.poly([see(*at), see(*plus(at, a)), see(*plus(at, b))], fill=C["t600"], op=0.55)
    for i in range(1, across):
        start = plus(at, a, i / across)
        g.line(*see(*start), *see(*plus(start, b)), C["t500"], HAIR, 0.75)
    for i in range(1, along):
        start = plus(at, b, i / along)
        g.line(*see(*start), *see(*plus(start, a)), C["t500"], HAIR, 0.75)
    face(g, see, at, a, b, "none")


def block(
    g: Svg, see: Sight, low: Space, high: Space, tones: Tones = HULL, celled: tuple[int, int] | None = None, margin: float = 0.05
) -> None:
    """A box between two corners; `celled` covers its sides with so many solar cells across and down."""
    (x0, y0, z0), (x1, y1, z1) = low, high
    dx, dy, dz = (x1 - x0, 0, 0), (0, y1 - y0, 0), (0, 0, z1 - z0)
    for normal, at, a, b in (
        ((1, 0, 0), (x1, y0, z0), dy, dz),
        ((-1, 0, 0), (x0, y0, z0), dy, dz),
        ((0, 1, 0), (x0, y1, z0), dx, dz),
        ((0, -1, 0), (x0, y0, z0), dx, dz),
        ((0, 0, 1), (x0, y0, z1), dx, dy),
        ((0, 0, -1), (x0, y0, z0), dx, dy),
    ):
        if see.faces(normal) <= 0.01:
            continue
        face(g, see, at, a, b, tones[see.tone(normal)], OUT)
        if celled and not normal[2]:
            inner = plus(plus(at, a, margin), b, margin)
            k = 1 - 2 * margin
            tone = C["t700"] if see.tone(normal) > 2 else C["t600"]
            solar(g, see, inner, plus((0, 0, 0), a, k), plus((0, 0, 0), b, k), *celled, tone)


def prism(g: Svg, see: Sight, sides: int, r: float, z0: float, z1: float, celled: tuple[int, ...] = ()) -> None:
    """An upright body with `sides` faces; the faces in `celled` carry solar cells."""
    ring = [(r * math.cos(math.tau * i / sides), r * math.sin(math.tau * i / sides)) for i in range(sides)]
    for i in range(sides):
        (ax, ay), (bx, by) = ring[i], ring[(i + 1) % sides]
        normal = ((ax + bx) / 2 / r, (ay + by) / 2 / r, 0.0)
        if see.faces(normal) <= 0.01:
            continue
        face(g, see, (ax, ay, z0), (bx - ax, by - ay, 0), (0, 0, z1 - z0), HULL[see.tone(normal)], OUT)
        if i in celled:
            edge = (bx - ax, by - ay, 0.0)
            at = plus(plus((ax, ay, z0), edge, 0.08), (0, 0, z1 - z0), 0.06)
            solar(g, see, at, plus((0, 0, 0), edge, 0.84), (0, 0, (z1 - z0) * 0.88), 4, 8)
    end = z1 if see.height > 0 else z0
    g.poly([see(x, y, end) for x, y in ring], fill=HULL[1 if see.height > 0 else 4], stroke=C["g500"], sw=OUT)


def drum(g: Svg, at: Point, r: float, length: float, k: float, tones: Tones = MLI, lip: float = 1.12) -> None:
    """A barrel that hangs down from a point; `k` is how far its end opens to the viewer (below zero: its eye is seen)."""
    x, y = at
    end = y + length
    for i, (a, b) in enumerate(itertools.pairwise(CUTS)):
        steps = [a + (b - a) * j / 5 for j in range(6)]
        top = [(x + r * t, y + k * r * math.sqrt(max(0, 1 - t * t))) for t in steps]
        foot = [(x + r * t, end + k * r * math.sqrt(max(0, 1 - t * t))) for t in steps[::-1]]
        g.poly(top + foot, fill=tones[i], stroke=tones[i], sw=0.5)
    for share in (0.28, 0.62):
        g.poly(around(x, y + length * share, r, abs(k) * r, 0, 180 if k >= 0 else -180, 24), stroke=C["l700"], sw=HAIR, op=0.8, close=False)
    for side in (-1, 1):
        g.line(x + side * r, y, x + side * r, end, C["g500"], INNER)
    if k >= 0:
        rim = around(x, end, r * lip, k * r * lip, 0, 180, 24)
        g.poly(rim, stroke=C["g500"], sw=OUT * 1.6, close=False)
        return
    for share, tone in ((lip, tones[2]), (0.86, C["l800"]), (0.66, C["l950"])):
        g.poly(around(x, end, r * share, -k * r * share, 0, 360, 48), fill=tone, stroke=C["g500"], sw=INNER)
    g.poly(around(x, end, r * 0.5, -k * r * 0.5, 0, 360, 36), fill=C["t600"])
    g.poly(around(x - r * 0.16, end + k * r * 0.18, r * 0.2, -k * r * 0.14, 0, 360, 24), fill=C["t300"], op=0.85)


def mast(g: Svg, foot: Point, length: float) -> None:
    """A gravity mast with the weight at its end."""
    boom(g, *foot, length)


def horns(g: Svg, places: tuple[tuple[float, float, float], ...], r: float = 0.07) -> None:
    """Star sensors: small dark funnels that look up; each is x, y and the angle of its axis."""
    for x, y, angle in places:
        with g.push(x, y, angle):
            g.rev([(0, r * 0.8), (r * 2, r * 0.7), (r * 3.6, r * 1.2)], DARK, sw=INNER)


# ------------------------------------------------------------------ craft of known type


def egyptsat_1(g: Svg) -> None:
    """EgyptSat-1: a box of 0.66 m by 0.9 m, four panels of about a metre spread from its top, the telescope below
    (Yuzhnoye MS-1-TK class; proportions general knowledge)."""
    see = Sight(38, 21)
    half, top, foot = 0.33, 0.42, -0.5
    petals = (((-1, 0), (0, 1)), ((0, -1), (1, 0)), ((1, 0), (0, 1)), ((0, 1), (1, 0)))
    drum(g, see(0, 0, foot), 0.24, 0.42, 0.36)
    drum(g, see(0.2, 0.2, foot), 0.07, 0.14, 0.36, DARK)

    def petal(out: Point, along: Point) -> None:
        at = (out[0] * (half + 0.07) - along[0] * 0.31, out[1] * (half + 0.07) - along[1] * 0.31, top)
        for side in (0.16, 0.46):
            hinge = (at[0] + along[0] * side, at[1] + along[1] * side, top)
            g.line(*see(*hinge), *see(*plus(hinge, (-out[0], -out[1], 0), 0.08)), C["g500"], OUT)
        for part in range(2):
            start = plus(at, (out[0], out[1], 0), part * 0.5)
            solar(g, see, start, (along[0] * 0.62, along[1] * 0.62, 0), (out[0] * 0.47, out[1] * 0.47, 0), 5, 4)

    far = [each for each in petals if see.faces((*each[0], 0)) < 0]
    for each in far:
        petal(*each)
    block(g, see, (-half, -half, foot), (half, half, top))
    face(g, see, (half, -0.24, -0.36), (0, 0.3, 0), (0, 0, 0.34), MLI[2], HAIR)
    face(g, see, (half, 0.1, -0.36), (0, 0.16, 0), (0, 0, 0.34), C["l400"], HAIR)
    face(g, see, (-0.24, half, -0.38), (0.48, 0, 0), (0, 0, 0.16), MLI[1], HAIR)
    face(g, see, (-0.24, half, -0.14), (0.2, 0, 0), (0, 0, 0.2), C["l300"], HAIR)
    face(g, see, (0.06, half, -0.14), (0.18, 0, 0), (0, 0, 0.2), C["p500"], HAIR)
    for each in petals:
        if each not in far:
            petal(*each)
    horns(g, ((*see(-0.12, -0.05, top), -104), (*see(0.14, -0.05, top), -70)))


def egyptsat_2(g: Svg) -> None:
    """EgyptSat-2: a long framed bus, a telescope of more than a metre across below, two wings of three panels, about
    one tonne (RSC Energia 559GK; proportions general knowledge)."""
    for side in (-1, 1):
        g.poly([(side * 0.6, -0.9), (side * 1.25, -1.55), (side * 1.25, -0.25)], stroke=C["g500"], sw=INNER)
        g.line(side * 0.6, -0.9, side * 1.25, -0.9, C["g500"], OUT)
        for part in range(3):
            x = side * (1.25 + part * 1.2)
            cells(g, min(x, x + side * 1.13), -1.75, max(x, x + side * 1.13), -0.05, 5, 7)
    for side in (-1, 1):
        g.line(side * 0.5, 0.1, side * 0.42, 0.5, C["g500"], OUT)
    drum(g, (0, 0.35), 0.56, 1.55, 0, MLI, 1.1)
    with g.push(0, 1.9, 90):
        g.rev([(0, 0.64), (0.16, 0.66), (0.42, 0.7)], DARK, rings=(0.16,), flip=True)
    for tones, x0, x1 in ((HULL[1], -0.6, -0.2), (HULL[2], -0.2, 0.28), (HULL[4], 0.28, 0.6)):
        g.rect(x0, -1.75, x1 - x0, 2.1, fill=tones)
    for y in (-1.4, -1.05, -0.7, -0.35, 0):
        g.line(-0.6, y, 0.6, y, C["l500"], HAIR)
    for y in (-1.66, -1.0, -0.62):
        g.rect(-0.54, y, 0.28, 0.28, fill=MLI[1], stroke=C["l500"], sw=HAIR)
    g.rect(-0.12, -1.62, 0.32, 0.8, fill=C["l500"], stroke=C["g500"], sw=HAIR)
    for i in range(1, 6):
        g.line(-0.12, -1.62 + i * 0.133, 0.2, -1.62 + i * 0.133, C["l300"], HAIR)
    g.rect(-0.12, -0.62, 0.32, 0.4, fill=C["p500"], stroke=C["l500"], sw=HAIR)
    for x in (-0.2, 0.28):
        g.line(x, -1.75, x, 0.35, C["g500"], INNER)
    g.rect(-0.6, -1.75, 1.2, 2.1, stroke=C["g500"], sw=OUT)
    g.rect(-0.7, 0.28, 1.4, 0.16, fill=DARK[2], stroke=C["g500"], sw=INNER)
    horns(g, ((-0.32, -1.75, -112), (0.32, -1.75, -68)), 0.11)
    g.line(0.6, 0.15, 1.05, 0.72, C["g500"], INNER)
    g.dish(1.05, 0.72, 0.34, 0.14, 66)


MONITOR = Sight(32, 15)
"""How the cube of the disaster monitors is mostly seen."""


def disaster_monitor(g: Svg, up: float = 0.95, see: Sight = MONITOR) -> None:
    """NigeriaSat-1 and its sisters: a cube of 0.6 m, cells on its sides, two banks of cameras that look out to both sides,
    a mast above, here shortened (SSTL Microsat-100)."""
    if up:
        mast(g, see(0, 0, 0.3), up)
    for side in (-1, 1):
        x, y = see(side * 0.15, 0.1, -0.3)
        with g.push(x, y, -side * 24):
            drum(g, (0, -0.05), 0.085, 0.22, 0.2, MLI if side < 0 else DARK)
    for x, y, angle in ((-0.28, 0.28, 128), (0.28, 0.28, 52)):
        whip(g, *see(x, y, -0.3), angle, 0.32)
    block(g, see, (-0.3, -0.3, -0.3), (0.3, 0.3, 0.3), HULL, (6, 7))
    face(g, see, (-0.2, -0.2, 0.3), (0.14, 0, 0), (0, 0.14, 0), MLI[2], HAIR)
    face(g, see, (0.06, -0.02, 0.3), (0.14, 0, 0), (0, 0.18, 0), C["p500"], HAIR)


def bank_mouth(side: int, see: Sight = MONITOR) -> Point:
    """Where a bank of cameras of that cube looks out; `side` is -1 or 1."""
    x, y = see(side * 0.15, 0.1, -0.3)
    a = math.radians(24)
    return x + side * 0.17 * math.sin(a), y + 0.17 * math.cos(a)


def bilsat_1(g: Svg) -> None:
    """BILSAT-1 from beneath: the same cube of 0.6 m, its floor with four equal small cameras and a fifth, larger one
    (SSTL Microsat-100, about 130 kg)."""
    see = Sight(36, -34)
    k = math.sin(math.radians(see.height))
    for x, y, angle in ((-0.3, 0.3, 152), (0.3, -0.3, 28), (-0.3, -0.3, 200), (0.3, 0.3, -20)):
        whip(g, *see(x, y, -0.3 if angle in (152, 28) else 0.3), angle, 0.34)
    block(g, see, (-0.3, -0.3, -0.3), (0.3, 0.3, 0.3), HULL, (6, 7))
    face(g, see, (-0.26, -0.26, -0.3), (0.52, 0, 0), (0, 0.52, 0), HULL[3], HAIR)
    places = [(x, y) for x in (-0.15, 0.09) for y in (-0.15, 0.09)]
    for x, y in sorted(places, key=lambda p: -see(*p, -0.3)[1]):
        drum(g, see(x, y, -0.3), 0.068, 0.17, k, DARK)
    face(g, see, (0.17, 0.17, -0.3), (0.08, 0, 0), (0, 0.08, 0), C["p500"], HAIR)
    face(g, see, (0.17, -0.24, -0.3), (0.08, 0, 0), (0, 0.2, 0), MLI[2], HAIR)
    face(g, see, (-0.24, 0.17, -0.3), (0.2, 0, 0), (0, 0.08, 0), MLI[1], HAIR)


def bead(g: Svg) -> None:
    """A cube satellite far away: cells, a bright lid."""
    see = Sight(34, 18)
    block(g, see, (-0.3, -0.3, -0.3), (0.3, 0.3, 0.3), HULL, (3, 3), 0.1)


def nigeriasat_2(g: Svg) -> None:
    """NigeriaSat-2: a body of about 1.2 m, solar panels leaning against its sides like a collar, the large telescope with
    its sun shade below, 300 kg (SSTL-300)."""
    drum(g, (0, 0.5), 0.36, 0.5, 0, MLI)
    with g.push(0, 1.0, 90):
        g.rev([(0, 0.4), (0.1, 0.42), (0.34, 0.5)], DARK, rings=(0.1,), flip=True)
    for tone, x0, x1 in ((HULL[1], -0.5, -0.1), (HULL[2], -0.1, 0.24), (HULL[4], 0.24, 0.5)):
        g.rect(x0, -0.5, x1 - x0, 1.0, fill=tone)
    for x0, y0, wide, high, tone in (
        (-0.42, -0.4, 0.24, 0.3, MLI[1]),
        (-0.42, 0.02, 0.24, 0.36, MLI[2]),
        (-0.04, -0.36, 0.22, 0.22, C["l400"]),
        (-0.04, -0.06, 0.22, 0.18, C["p500"]),
        (-0.04, 0.2, 0.22, 0.2, C["l400"]),
    ):
        g.rect(x0, y0, wide, high, fill=tone, stroke=C["l500"], sw=HAIR)
    g.rect(-0.5, -0.5, 1.0, 1.0, stroke=C["g500"], sw=OUT)
    for x in (-0.1, 0.24):
        g.line(x, -0.5, x, 0.5, C["g500"], INNER)
    for side in (-1, 1):
        see = Sight(0, 0)
        foot, lean = (side * 0.56, 0, -0.5), (side * 0.42, 0, 1.3)
        solar(g, see, foot, (side * 0.34, 0, -0.1), lean, 3, 8)
        g.line(side * 0.5, 0.4, side * 0.58, 0.44, C["g500"], OUT)
        g.line(side * 0.5, -0.3, side * 0.86, -0.4, C["g500"], INNER)
    g.poly([(-0.5, -0.5), (-0.36, -0.62), (0.36, -0.62), (0.5, -0.5)], fill=HULL[1], stroke=C["g500"], sw=INNER)
    horns(g, ((-0.2, -0.62, -122), (0.2, -0.62, -58)), 0.09)
    with g.push(0, -0.62, -90):
        g.rev([(0, 0.08), (0.12, 0.06), (0.24, 0.13)], TURQ, sw=INNER)


def rasat(g: Svg) -> None:
    """RASAT: a flat box of 0.7 by 0.7 by 0.55 m, cells on its sides, the camera in its floor (TÜBİTAK UZAY)."""
    see = Sight(-34, 20)
    drum(g, see(0.02, 0, -0.27), 0.15, 0.2, 0.34)
    drum(g, see(0.24, 0.16, -0.27), 0.06, 0.12, 0.34, DARK)
    block(g, see, (-0.36, -0.36, -0.27), (0.36, 0.36, 0.27), HULL, (6, 5), 0.07)
    face(g, see, (-0.26, -0.26, 0.27), (0.3, 0, 0), (0, 0.3, 0), MLI[1], HAIR)
    face(g, see, (0.12, -0.26, 0.27), (0.16, 0, 0), (0, 0.2, 0), C["l400"], HAIR)
    face(g, see, (-0.1, 0.1, 0.27), (0.3, 0, 0), (0, 0.16, 0), C["p500"], HAIR)
    for x, y, angle in ((-0.3, 0.3, -118), (0.3, -0.3, -62), (0.32, 0.32, -70), (-0.32, -0.32, -110)):
        whip(g, *see(x, y, 0.27), angle, 0.36)


STEPPE = Sight(-33, -20)
"""How KazEOSat-2 is seen."""


def barrel_mouth(i: int) -> Point:
    """Where one of its three barrels looks out."""
    x, y = STEPPE((-0.23, 0.0, 0.23)[i], 0.16, -0.45)
    return x, y + 0.34


def kazeosat_2(g: Svg) -> None:
    """KazEOSat-2 from a little beneath: a box of about 0.7 by 0.9 m with cells, three camera barrels in its floor
    (SSTL-150, 185 kg; the cluster shown as three)."""
    see = STEPPE
    k = math.sin(math.radians(see.height))
    for x, angle in ((-0.2, -112), (0.2, -68)):
        horns(g, ((*see(x, 0, 0.46), angle),), 0.07)
    block(g, see, (-0.36, -0.36, -0.45), (0.36, 0.36, 0.48), HULL)
    solar(g, see, (-0.31, 0.36, -0.38), (0.62, 0, 0), (0, 0, 0.8), 6, 9)
    for z, tone in ((-0.36, MLI[2]), (-0.06, C["l400"]), (0.2, MLI[1])):
        face(g, see, (-0.36, -0.26, z), (0, 0.24, 0), (0, 0, 0.2), tone, HAIR)
    face(g, see, (-0.36, 0.06, -0.36), (0, 0.24, 0), (0, 0, 0.74), C["l500"], HAIR)
    face(g, see, (-0.36, 0.1, 0.16), (0, 0.14, 0), (0, 0, 0.14), C["p500"], HAIR)
    for x, y, r, length in ((-0.23, 0.16, 0.1, 0.34), (0.0, 0.16, 0.1, 0.34), (0.23, 0.16, 0.1, 0.34)):
        drum(g, see(x, y, -0.45), r, length, k)


def dubaisat_1(g: Svg) -> None:
    """DubaiSat-1: a six-sided body 1.2 m across and 1.35 m tall, panels before its sides, two of them hinged out, the
    telescope below (Satrec SI-200, about 200 kg)."""
    see = Sight(30, 13)
    drum(g, see(0, 0, -0.62), 0.3, 0.46, 0.22)
    for side in (-1, 1):
        solar(g, Sight(0, 0), (side * 0.62, 0, 0.58), (side * 0.5, 0, 0.14), (0, 0, -1.12), 3, 9, C["t700"])
        for z in (0.34, -0.24):
            g.line(side * 0.52, -z, side * 0.64, -z, C["g500"], OUT)
    prism(g, see, 6, 0.6, -0.62, 0.62, (0, 1, 2))
    g.poly(around(*see(0, 0, 0.62), 0.3, 0.3 * math.sin(math.radians(13)), 0, 360, 40), fill=MLI[2], stroke=C["g500"], sw=INNER)
    horns(g, ((*see(-0.26, 0, 0.62), -116), (*see(0.26, 0, 0.62), -64)), 0.085)
    whip(g, *see(0.1, 0, 0.62), -86, 0.42)
    face(g, see, (0.1, 0.53, -0.56), (0.1, -0.06, 0), (0, 0, 0.12), C["p500"], HAIR)


def dubaisat_2(g: Svg) -> None:
    """DubaiSat-2 from above: a six-sided body 1.5 m across, four opened panels, the ring of its telescope in the middle
    (Satrec SI-300, about 300 kg; 1.95 m tall)."""
    for angle in (30, 150, 210, 330):
        with g.push(0, 0, angle):
            for y in (-0.26, 0.26):
                g.line(0.6, y, 0.92, y, C["g500"], OUT)
            for x in (0.9, 1.54):
                cells(g, x, -0.4, x + 0.6, 0.4, 5, 6)
    ring = [(0.78 * math.cos(math.radians(i * 60)), 0.78 * math.sin(math.radians(i * 60))) for i in range(6)]
    for i, tone in enumerate((HULL[4], HULL[3], HULL[2], HULL[1], HULL[1], HULL[2])):
        g.poly([(0, 0), ring[i], ring[(i + 1) % 6]], fill=tone)
        g.line(0, 0, *ring[i], C["l400"], HAIR)
    for i in range(6):
        with g.push(0, 0, 30 + i * 60):
            tone = (MLI[3], C["l500"], MLI[1], C["p500"], MLI[2], C["l400"])[i]
            g.rect(0.48, -0.14, 0.13, 0.28, fill=tone, stroke=C["l500"], sw=HAIR)
    g.poly(ring, stroke=C["g500"], sw=OUT)
    g.circle(0, 0, 0.42, fill=MLI[1], stroke=C["g500"], sw=OUT)
    g.poly(around(0, 0, 0.42, 0.42, -40, 130, 60), fill=MLI[3])
    for r, tone in ((0.34, HULL[2]), (0.28, C["l800"]), (0.19, C["l950"])):
        g.circle(0, 0, r, fill=tone, stroke=C["g500"], sw=INNER)
    g.circle(0, 0, 0.09, fill=MLI[2], stroke=C["g500"], sw=INNER)
    for i in range(4):
        a = math.radians(45 + 90 * i)
        g.line(0.09 * math.cos(a), 0.09 * math.sin(a), 0.28 * math.cos(a), 0.28 * math.sin(a), C["g500"], INNER)


def tiungsat_1(g: Svg) -> None:
    """TiungSAT-1: a slim body of 0.36 by 0.36 by 0.69 m, cells on its sides, a mast of several metres (shortened), two
    cameras and four antennas below (SSTL Microsat-50, 50 kg)."""
    see = Sight(37, 13)
    mast(g, see(0, 0, 0.345), 0.62)
    for x, y in ((-0.08, 0.06), (0.09, 0.04)):
        drum(g, see(x, y, -0.345), 0.055, 0.12, 0.3, MLI if x < 0 else DARK)
    for x, y, angle in ((-0.17, 0.17, 140), (0.17, 0.17, 80), (0.17, -0.17, 40), (-0.17, 0.0, 112)):
        whip(g, *see(x, y, -0.345), angle, 0.42)
    block(g, see, (-0.18, -0.18, -0.345), (0.18, 0.18, 0.345), HULL, (4, 9), 0.07)
    for z in (-0.115, 0.115):
        for a, b in (((-0.18, 0.18), (0.18, 0.18)), ((0.18, 0.18), (0.18, -0.18))):
            g.line(*see(*a, z), *see(*b, z), C["g500"], OUT)
    face(g, see, (0.02, 0.02, 0.345), (0.12, 0, 0), (0, 0.12, 0), C["p500"], HAIR)


def badr_b(g: Svg, up: float = 1.0) -> None:
    """Badr-B: a box of about 0.51 by 0.51 by 0.46 m with cells, a camera below and a mast, here shortened, some 70 kg
    (SUPARCO)."""
    see = Sight(-38, 18)
    mast(g, see(0, 0, 0.23), up)
    drum(g, see(0.04, 0.04, -0.23), 0.08, 0.16, 0.3)
    for x, y, angle in ((-0.25, 0.25, 100), (0.25, 0.25, 66), (-0.25, -0.25, 128), (0.25, -0.25, 40)):
        whip(g, *see(x, y, -0.23), angle, 0.3)
    block(g, see, (-0.255, -0.255, -0.23), (0.255, 0.255, 0.23), MLI, (5, 5), 0.08)
    face(g, see, (-0.2, 0.02, 0.23), (0.12, 0, 0), (0, 0.16, 0), C["p500"], HAIR)


def tubsat_floor(g: Svg) -> None:
    """Maroc-TUBSAT from straight beneath: a plain cube of about 0.34 m with one telescope, two sensors, four antennas
    (TU Berlin, 47 kg). The scene fills the eye, a circle of 0.105 m at the middle."""
    for angle in (45, 135, 225, 315):
        a = math.radians(angle)
        foot, tip = [(r * math.cos(a), r * math.sin(a)) for r in (0.226, 0.3)]
        g.line(*foot, *tip, C["g500"], INNER)
        g.circle(*tip, 0.006, fill=C["p500"])
    g.poly([(-0.17, -0.17), (0.17, -0.17), (0.17, 0.17), (-0.17, 0.17)], fill=HULL[2])
    g.poly([(-0.17, -0.17), (0.17, -0.17), (-0.17, 0.17)], fill=HULL[1])
    g.rect(-0.17, -0.17, 0.34, 0.34, stroke=C["g500"], sw=OUT * 1.3)
    g.rect(-0.158, -0.158, 0.316, 0.316, stroke=C["l400"], sw=HAIR)
    for x in (-0.146, 0.146):
        for y in (-0.146, -0.05, 0.05, 0.146):
            g.circle(x, y, 0.0042, fill=C["l500"])
    for x in (-0.05, 0.05):
        for y in (-0.146, 0.146):
            g.circle(x, y, 0.0042, fill=C["l500"])
    g.rect(0.09, -0.134, 0.042, 0.042, fill=C["p500"], stroke=C["l500"], sw=HAIR)
    g.rect(-0.132, 0.094, 0.042, 0.036, fill=MLI[2], stroke=C["l500"], sw=HAIR)
    g.circle(0.112, 0.112, 0.019, fill=C["l800"], stroke=C["g500"], sw=INNER)
    g.circle(-0.112, -0.112, 0.015, fill=C["l800"], stroke=C["g500"], sw=INNER)
    for r, tone in ((0.128, MLI[1]), (0.12, MLI[3]), (0.112, C["l950"])):
        g.circle(0, 0, r, fill=tone, stroke=C["g500"], sw=INNER)


def saudisat_3(g: Svg) -> None:
    """SaudiSat-3 as a type: a tall box of about a metre, panels hinged out to both sides, a camera below (about 200 kg)."""
    see = Sight(-30, 12)
    drum(g, see(0, 0, -0.5), 0.2, 0.36, 0.2)
    for side in (-1, 1):
        g.line(side * 0.38, -0.1, side * 0.6, -0.1, C["g500"], OUT)
        for part in range(2):
            x = side * (0.58 + part * 0.6)
            cells(g, min(x, x + side * 0.56), -0.5, max(x, x + side * 0.56), 0.34, 4, 6)
    block(g, see, (-0.3, -0.3, -0.5), (0.3, 0.3, 0.5))
    for z, tone in ((-0.4, MLI[2]), (-0.08, C["l400"]), (0.2, MLI[1])):
        face(g, see, (-0.22, 0.3, z), (0.44, 0, 0), (0, 0, 0.22), tone, HAIR)
    face(g, see, (-0.3, -0.2, -0.36), (0, 0.36, 0), (0, 0, 0.72), C["l300"], HAIR)
    face(g, see, (-0.3, -0.06, -0.3), (0, 0.16, 0), (0, 0, 0.16), C["p500"], HAIR)
    horns(g, ((*see(-0.12, 0, 0.5), -112), (*see(0.16, 0, 0.5), -66)), 0.07)


# ------------------------------------------------------------------ craft known only as a type


def sina_1(g: Svg) -> None:
    """Sina-1 as a type: an upright eight-sided body of about 0.8 by 1.3 m covered with cells, whip antennas. Schematic."""
    see = Sight(20, 15)
    drum(g, see(0, 0, -0.6), 0.17, 0.24, 0.26)
    prism(g, see, 8, 0.42, -0.6, 0.6, (0, 1, 2, 3, 7))
    g.poly(around(*see(0, 0, 0.6), 0.22, 0.06, 0, 360, 40), fill=MLI[2], stroke=C["g500"], sw=INNER)
    g.poly(around(*see(0, 0, 0.6), 0.09, 0.026, 0, 360, 30), fill=C["p500"], stroke=C["g500"], sw=HAIR)
    for x, z, angle in ((-0.36, 0.6, -122), (0.36, 0.6, -58), (-0.36, -0.6, 122), (0.36, -0.6, 58)):
        whip(g, *see(x, 0, z), angle, 0.6)


def scanner(g: Svg) -> None:
    """Pars-1 as a type: a box of about 0.6 m with three unequal cameras in a row. Schematic."""
    see = Sight(28, 12)
    for x, r, tones in ((-0.19, 0.07, MLI), (0.0, 0.1, HULL), (0.19, 0.06, DARK)):
        drum(g, see(x, 0.16, -0.26), r, 0.2, 0.2, tones)
    block(g, see, (-0.3, -0.26, -0.26), (0.3, 0.26, 0.3))
    solar(g, see, (-0.25, 0.26, -0.2), (0.5, 0, 0), (0, 0, 0.44), 5, 5)
    face(g, see, (-0.1, -0.1, 0.3), (0.2, 0, 0), (0, 0.2, 0), C["p500"], HAIR)


def small_box(g: Svg, half: float, high: float, see: Sight, eye: float, panels: int = 0, tones: Tones = HULL, accent: bool = False) -> None:
    """A small satellite as a type: a box, one camera below, `panels` hinged out to each side. Schematic."""
    drum(g, see(0, 0, -high / 2), eye, high * 0.32, math.sin(math.radians(see.height)))
    for side in (-1, 1):
        for part in range(panels):
            x = side * half * (1.55 + part * 1.5)
            cells(g, min(x, x + side * half * 1.4), -high * 0.42, max(x, x + side * half * 1.4), high * 0.3, 3, 5)
        if panels:
            g.line(side * half, 0, side * half * 1.6, 0, C["g500"], OUT)
    block(g, see, (-half, -half, -high / 2), (half, half, high / 2), tones)
    if panels:
        face(g, see, (-half * 0.7, half, -high * 0.32), (half * 1.4, 0, 0), (0, 0, high * 0.26), MLI[2], HAIR)
        face(g, see, (-half * 0.7, half, high * 0.04), (half * 1.4, 0, 0), (0, 0, high * 0.3), C["l400"], HAIR)
    else:
        solar(g, see, (-half * 0.84, half, -high * 0.4), (half * 1.68, 0, 0), (0, 0, high * 0.8), 3, 5)
    if accent:
        face(g, see, (-half * 0.4, -half * 0.4, high / 2), (half * 0.8, 0, 0), (0, half * 0.8, 0), C["p500"], HAIR)


def ship_listener(g: Svg) -> None:
    """Shaheen Sat as a type: a camera tube across most of its length, a slim body, whip antennas for the ships' calls.
    Schematic."""
    see = Sight(34, -15)
    for x, y, z, angle in ((-0.24, 0.24, 0, 158), (0.24, -0.24, 0, 22), (-0.24, -0.24, 0.4, 204), (0.24, 0.24, 0.4, -24)):
        whip(g, *see(x, y, z), angle, 0.34)
    block(g, see, (-0.24, -0.24, -0.02), (0.24, 0.24, 0.42), HULL)
    solar(g, see, (-0.2, 0.24, 0.03), (0.4, 0, 0), (0, 0, 0.34), 5, 4)
    solar(g, see, (0.24, -0.2, 0.03), (0, 0.4, 0), (0, 0, 0.34), 5, 4)
    drum(g, (0, 0.08), 0.17, 0.44, -0.3, MLI)


def air_meter(g: Svg) -> None:
    """DMSat-1: a small box of about 0.2 by 0.2 by 0.4 m lying along its path, four sensor eyes of different size in its
    floor, antennas above (UTIAS NEMO class, about 15 kg)."""
    see = Sight(26, -26)
    k = math.sin(math.radians(see.height))
    for x, angle in ((-0.2, -122), (0.2, -58), (-0.08, -100), (0.1, -80)):
        whip(g, *see(x, -0.1, 0.1), angle, 0.18)
    block(g, see, (-0.22, -0.11, -0.1), (0.22, 0.11, 0.1), HULL, (5, 3), 0.08)
    for x, y, r in ((-0.15, -0.02, 0.055), (-0.02, 0.03, 0.035), (-0.0, -0.06, 0.022), (0.13, -0.0, 0.06)):
        drum(g, see(x, y, -0.1), r, 0.07, k, MLI if r > 0.04 else DARK)
    face(g, see, (0.05, 0.05, -0.1), (0.035, 0, 0), (0, 0.04, 0), C["p500"], HAIR)


# ------------------------------------------------------------------ what brought them


def sphere(g: Svg, x: float, y: float, r: float, tones: Tones) -> None:
    """A ball in the flat tones of the house."""
    with g.push(x, y):
        g.rev(ball(0, r, -90, 90, 20), tones)


def fregat(g: Svg) -> None:
    """The Fregat stage from the side: six spherical tanks in a ring 3.35 m across, the engine below, above it the adapter
    with the empty holders of small satellites (NPO Lavochkin; the holders schematic)."""
    with g.push(0, 0.5, 90):
        g.rev([(0, 0.2), (0.3, 0.2), (0.45, 0.16), (1.0, 0.52)], DARK, rings=(0.3, 0.7), flip=True)
    for x in (-0.62, 0.62):
        sphere(g, x, -0.02, 0.6, DARK)
    for x in (-1.08, 1.08):
        sphere(g, x, 0.04, 0.6, HULL)
    sphere(g, 0, 0.1, 0.64, HULL)
    for x in (-0.55, 0.55):
        g.rect(x - 0.17, -0.28, 0.34, 0.62, fill=MLI[2], stroke=C["g500"], sw=INNER)
    g.rect(-0.16, -0.02, 0.32, 0.24, fill=C["p500"], stroke=C["g500"], sw=HAIR)
    g.poly([(-1.2, -0.52), (1.2, -0.52), (0.72, -1.0), (-0.72, -1.0)], fill=DARK[2], stroke=C["g500"], sw=OUT)
    g.truss(-1.1, -0.58, 1.1, -0.58, 0.16, 0.16, 10, sw=INNER, fill=C["l700"])
    for i, x in enumerate((-0.66, -0.33, 0, 0.33, 0.66)):
        g.rect(x - 0.12, -1.5 + abs(x) * 0.2, 0.24, 0.52, fill=HULL[1 + i % 3], stroke=C["g500"], sw=INNER)
        g.rect(x - 0.08, -1.46 + abs(x) * 0.2, 0.16, 0.2, fill=C["l800"], stroke=C["l400"], sw=HAIR)


def dnepr_container(g: Svg) -> None:
    """The head of a Dnepr as it sets its passengers free: the upper stage of 3 m across with the opened container and its
    lid drifting off. Nose at +x. The inner frame is schematic."""
    g.rev([(-1.9, 1.5), (0, 1.5)], DARK, rings=(-1.4, -0.5))
    g.rect(-1.0, -1.5, 0.3, 3, fill=C["p500"], op=0.95)
    g.truss(0, 0, 1.5, 0, 2.2, 1.6, 3, sw=INNER, fill=C["l700"])
    for y in (-0.62, 0.0, 0.62):
        g.rect(0.2, y - 0.2, 0.9, 0.4, fill=MLI[2], stroke=C["g500"], sw=INNER)
    for side in (-1, 1):
        with g.push(0, side * 1.5, side * 38):
            line = [(2.0 * t / 12, -side * 0.5 * (t / 12) ** 2) for t in range(13)]
            g.poly([*line, *[(x, y - side * 0.16) for x, y in line[::-1]]], fill=HULL[1 if side < 0 else 3], stroke=C["g500"], sw=OUT)

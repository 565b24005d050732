"""Small and large satellites as they are built up: boxes, cells, barrels, booms and wings, in metres.

Shapes and sizes are general knowledge of the types (makers' data sheets), portraits only as far as that goes; where a
shape is not documented the scene draws a broken outline round it and the caption says «schematic».
"""

from __future__ import annotations

import itertools
import math

from kiosk.drawing.kit import CUTS, DARK, HAIR, HULL, INNER, MLI, OUT, POM, C, Svg
from kiosk.drawing.scene import around, dashed

Tones = list[str]


def box(g: Svg, x0: float, y0: float, x1: float, y1: float, split: float = 0.45, tones: Tones = HULL) -> None:
    """A box seen over one edge: a lit face, a shaded face, the key line; `split` is where the edge stands."""
    edge = x0 + (x1 - x0) * split
    g.poly([(x0, y0), (edge, y0), (edge, y1), (x0, y1)], fill=tones[1])
    g.poly([(edge, y0), (x1, y0), (x1, y1), (edge, y1)], fill=tones[3])
    g.rect(x0, y0, x1 - x0, y1 - y0, stroke=C["g500"], sw=OUT)
    g.line(edge, y0, edge, y1, C["g500"], INNER)


def cells(g: Svg, x0: float, y0: float, x1: float, y1: float, across: int = 4, down: int = 5) -> None:
    """A face covered with solar cells."""
    g.rect(x0, y0, x1 - x0, y1 - y0, fill=C["t700"])
    g.poly([(x0, y0), (x1, y0), (x0, y1)], fill=C["t600"], op=0.55)
    for i in range(1, across):
        x = x0 + (x1 - x0) * i / across
        g.line(x, y0, x, y1, C["t500"], HAIR, 0.7)
    for i in range(1, down):
        y = y0 + (y1 - y0) * i / down
        g.line(x0, y, x1, y, C["t500"], HAIR, 0.7)
    g.rect(x0, y0, x1 - x0, y1 - y0, stroke=C["g500"], sw=INNER)


def barrel(g: Svg, x: float, y: float, angle: float, radius: float, length: float, tones: Tones = MLI) -> None:
    """A telescope tube or camera that begins at a point and looks along `angle` (90 is down)."""
    with g.push(x, y, angle):
        g.rev(
            [(0, radius), (length * 0.86, radius), (length, radius * 1.15)],
            tones,
            rings=(length * 0.3, length * 0.6),
            flip=angle % 360 == 90,
        )
        g.rev([(length, radius * 1.15), (length + radius * 0.2, radius * 1.15)], DARK, sw=INNER)


def whip(g: Svg, x: float, y: float, angle: float, length: float) -> None:
    """A thin antenna with a bright tip."""
    tip = (x + length * math.cos(math.radians(angle)), y + length * math.sin(math.radians(angle)))
    g.line(x, y, *tip, C["g500"], INNER)
    g.circle(*tip, length * 0.03 + 0.008, fill=C["p500"])


def boom(g: Svg, x: float, y: float, length: float) -> None:
    """A mast with a weight at its end: gravity keeps the satellite upright."""
    g.line(x, y, x, y - length, C["g500"], OUT)
    for i in range(1, 9):
        g.line(x - 0.02, y - length * i / 9, x + 0.02, y - length * i / 9, C["g300"], HAIR)
    g.rect(x - 0.07, y - length - 0.16, 0.14, 0.16, fill=MLI[2], stroke=C["g500"], sw=INNER)


def wings(g: Svg, half: float, y: float, span: float, tall: float, panels: int, tilt: float = 0) -> None:
    """A pair of solar wings on yokes; `half` is where the body ends, `span` the length of one wing."""
    for side in (-1, 1):
        g.line(side * half, y, side * (half + span * 0.12), y, C["g500"], OUT)
        with g.push(side * (half + span * 0.12), y, tilt * side):
            g.array(0 if side > 0 else -span, -tall / 2, span, tall, 4, panels, span * 0.012, "x")


def schematic(g: Svg, radius: float, aspect: float = 1.0) -> None:
    """The broken ring that says: the shape is not documented."""
    dashed(g, around(0, 0, radius, radius * aspect, 0, 360, 90), C["g300"], 1.8, 0.85)


# ------------------------------------------------------------------ satellites that watch the Earth


def petals(g: Svg) -> None:
    """EgyptSat-1 from above: a square bus of 0.6 m with four panels spread like petals (Yuzhnoye MS-1-TK, about 160 kg)."""
    for angle in (0, 90, 180, 270):
        with g.push(0, 0, angle):
            g.line(0.34, 0, 0.5, 0, C["g500"], OUT)
            cells(g, 0.48, -0.3, 1.3, 0.3, 6, 4)
    g.poly(around(0, 0, 0.46, 0.46, 45, 360, 7), fill=HULL[2], stroke=C["g500"], sw=OUT)
    g.rect(-0.3, -0.3, 0.6, 0.6, fill=MLI[1], stroke=C["g500"], sw=INNER)
    g.poly([(-0.3, 0.3), (0.3, -0.3), (0.3, 0.3)], fill=MLI[3], op=0.55)
    g.circle(0, 0, 0.2, fill=C["l700"], stroke=C["g300"], sw=OUT)
    g.circle(0, 0, 0.12, fill=C["t500"], op=0.5)
    g.circle(0.22, -0.22, 0.05, fill=C["p500"])


def long_watcher(g: Svg) -> None:
    """EgyptSat-2: a long bus with a large telescope below and two wide wings (RSC Energia 559GK, about one tonne)."""
    wings(g, 0.62, -0.55, 2.9, 1.5, 3, 4)
    box(g, -0.62, -1.5, 0.62, 0.5, 0.4)
    for y in (-1.1, -0.7, -0.3, 0.1):
        g.line(-0.62, y, 0.62, y, C["l500"], HAIR)
    g.rect(-0.52, -1.35, 0.3, 0.9, fill=MLI[1], stroke=C["l500"], sw=HAIR)
    g.rect(0.05, -0.15, 0.45, 0.4, fill=C["p500"], stroke=C["l500"], sw=HAIR)
    barrel(g, 0, 0.5, 90, 0.5, 1.5, MLI)
    for side in (-1, 1):
        barrel(g, side * 0.34, -1.5, -90 + side * 24, 0.1, 0.35, DARK)
    g.line(0.62, 0.3, 1.0, 0.8, C["g500"], INNER)
    g.dish(1.0, 0.8, 0.3, 0.12, 60)


def micro(g: Svg, side: float = 0.6, tall: float = 0.6, barrels: int = 2, mast: float = 2.2) -> None:
    """A microsatellite: a box with cells on its faces, cameras below, a mast above (SSTL Microsat class, 0.6 m)."""
    half = side / 2
    if mast:
        boom(g, 0, -tall / 2, mast)
    cells(g, -half, -tall / 2, half * 0.25, tall / 2, 5, max(4, round(tall * 9)))
    g.rect(half * 0.25, -tall / 2, half * 0.75, tall, fill=C["l500"], stroke=C["g500"], sw=OUT)
    cells(g, half * 0.33, -tall / 2 + 0.04, half * 0.94, tall / 2 - 0.04, 3, max(4, round(tall * 9)))
    g.rect(-half, -tall / 2, side, tall, stroke=C["g500"], sw=OUT)
    g.poly(
        [(-half, -tall / 2), (-half * 0.7, -tall / 2 - 0.07), (half * 0.8, -tall / 2 - 0.07), (half, -tall / 2)],
        fill=HULL[1],
        stroke=C["g500"],
        sw=INNER,
    )
    for i in range(barrels):
        barrel(
            g,
            half * (-0.7 + 1.4 * (i + 0.5) / barrels),
            tall / 2,
            90,
            side * 0.09 if barrels > 2 else side * 0.12,
            side * 0.3,
            DARK if i % 2 else MLI,
        )
    for s in (-1, 1):
        whip(g, s * half * 0.9, tall / 2, 90 - s * 38, side * 0.7)


def slab(g: Svg) -> None:
    """RASAT: a flat box of 0.7 by 0.7 by 0.55 m with the camera in its floor (TÜBİTAK UZAY, about 93 to 113 kg)."""
    cells(g, -0.36, -0.28, 0.1, 0.28, 5, 6)
    g.rect(0.1, -0.28, 0.26, 0.56, fill=HULL[3])
    g.rect(0.15, -0.2, 0.16, 0.2, fill=MLI[2], stroke=C["l500"], sw=HAIR)
    g.rect(-0.36, -0.28, 0.72, 0.56, stroke=C["g500"], sw=OUT)
    g.poly([(-0.36, -0.28), (-0.26, -0.36), (0.28, -0.36), (0.36, -0.28)], fill=HULL[1], stroke=C["g500"], sw=INNER)
    barrel(g, -0.1, 0.28, 90, 0.13, 0.2)
    barrel(g, 0.2, 0.28, 90, 0.06, 0.12, DARK)
    for x, angle in ((-0.3, -120), (0.3, -60)):
        whip(g, x, -0.36, angle, 0.5)
    g.circle(0.24, 0.14, 0.035, fill=C["p500"])


def upright(g: Svg) -> None:
    """Sina-1 as a type: an upright body of about 0.8 by 1.3 m with cells all round and whip antennas. Schematic."""
    for i, (a, b) in enumerate(itertools.pairwise(CUTS)):
        g.rect(a * 0.42, -0.62, (b - a) * 0.42, 1.24, fill=(C["t600"], C["t500"], C["t600"], C["t700"], C["l600"])[i])
    for y in (-0.4, -0.18, 0.04, 0.26, 0.46):
        g.line(-0.42, y, 0.42, y, C["g500"], HAIR)
    for x in (-0.28, -0.1, 0.1, 0.28):
        g.line(x, -0.62, x, 0.62, C["t300"], HAIR, 0.5)
    g.rect(-0.42, -0.62, 0.84, 1.24, stroke=C["g500"], sw=OUT)
    g.rect(-0.34, -0.72, 0.68, 0.1, fill=HULL[1], stroke=C["g500"], sw=INNER)
    barrel(g, 0, 0.62, 90, 0.16, 0.24)
    for x, angle in ((-0.3, -125), (0.3, -55), (-0.34, 125), (0.34, 55)):
        whip(g, x, math.copysign(0.62, angle), angle, 0.62)
    schematic(g, 1.35)


def plain_box(g: Svg, half: float, tall: float, eyes: int, panels: bool = False) -> None:
    """A small satellite as a type: a box, eyes below, with or without two small wings."""
    if panels:
        wings(g, half, -tall * 0.1, half * 2.6, tall * 0.62, 2)
    box(g, -half, -tall / 2, half, tall / 2, 0.55)
    cells(g, -half * 0.85, -tall * 0.4, half * 0.02, tall * 0.38, 3, 4)
    g.rect(half * 0.25, -tall * 0.3, half * 0.55, tall * 0.24, fill=MLI[2], stroke=C["l500"], sw=HAIR)
    for i in range(eyes):
        barrel(
            g, half * (-0.62 + 1.24 * (i + 0.5) / eyes), tall / 2, 90, half * (0.36 if eyes == 1 else 0.9 / (eyes + 1) * 0.55), tall * 0.3
        )
    whip(g, half * 0.7, -tall / 2, -62, half * 1.5)
    g.circle(half * 0.5, tall * 0.2, half * 0.09, fill=C["p500"])


def three_barrels(g: Svg) -> None:
    """KazEOSat-2: a box of about 0.7 by 0.9 m, cells on its faces, with a cluster of cameras below (SSTL-150, 185 kg)."""
    box(g, -0.38, -0.5, 0.38, 0.42, 0.6)
    cells(g, -0.34, -0.46, 0.04, 0.38, 5, 9)
    for y in (-0.36, -0.1, 0.16):
        g.rect(0.13, y, 0.2, 0.2, fill=MLI[1 if y < 0 else 2], stroke=C["l500"], sw=HAIR)
    g.poly([(-0.38, -0.5), (-0.28, -0.6), (0.3, -0.6), (0.38, -0.5)], fill=HULL[1], stroke=C["g500"], sw=INNER)
    for x, r, length in ((-0.22, 0.1, 0.32), (0.02, 0.13, 0.42), (0.26, 0.09, 0.28)):
        barrel(g, x, 0.42, 90, r, length)
    for side in (-1, 1):
        barrel(g, side * 0.18, -0.6, -90 + side * 30, 0.06, 0.2, DARK)
    g.circle(0.3, 0.32, 0.035, fill=C["p500"])


def hexagon(g: Svg) -> None:
    """DubaiSat-1: an upright six-sided prism of 1.2 by 1.35 m with hinged panels and the telescope below (SI-200)."""
    for x0, x1, tone in ((-0.6, -0.3, HULL[1]), (-0.3, 0.3, HULL[2]), (0.3, 0.6, HULL[4])):
        g.rect(x0, -0.7, x1 - x0, 1.3, fill=tone)
        g.line(x1, -0.7, x1, 0.6, C["g500"], INNER)
    cells(g, -0.26, -0.62, 0.26, 0.5, 5, 8)
    g.rect(-0.6, -0.7, 1.2, 1.3, stroke=C["g500"], sw=OUT)
    for side in (-1, 1):
        g.poly(
            [(side * 0.6, -0.66), (side * 1.16, -0.86), (side * 1.16, 0.38), (side * 0.6, 0.56)], fill=C["t700"], stroke=C["g500"], sw=OUT
        )
        for i in range(1, 6):
            g.line(side * 0.6, -0.66 + i * 0.2, side * 1.16, -0.86 + i * 0.206, C["t500"], HAIR, 0.8)
        g.line(side * 0.88, -0.76, side * 0.88, 0.47, C["t500"], HAIR, 0.8)
    g.poly([(-0.6, -0.7), (-0.4, -0.82), (0.4, -0.82), (0.6, -0.7)], fill=HULL[1], stroke=C["g500"], sw=INNER)
    barrel(g, 0, 0.6, 90, 0.27, 0.5)
    for side in (-1, 1):
        barrel(g, side * 0.2, -0.82, -90 + side * 26, 0.07, 0.24, DARK)
    g.circle(0.44, 0.36, 0.05, fill=C["p500"])


def flower(g: Svg) -> None:
    """DubaiSat-2 from above: a hexagon of 1.5 m with four opened panels (SI-300, about 300 kg)."""
    for angle in (38, 142, 218, 322):
        with g.push(0, 0, angle):
            g.line(0.66, 0, 0.86, 0, C["g500"], OUT)
            g.poly([(0.84, -0.36), (2.1, -0.36), (2.1, 0.36), (0.84, 0.36)], fill=C["t700"])
            cells(g, 0.84, -0.36, 1.45, 0.36, 5, 4)
            cells(g, 1.49, -0.36, 2.1, 0.36, 5, 4)
    ring = [(0.78 * math.cos(math.radians(i * 60)), 0.78 * math.sin(math.radians(i * 60))) for i in range(6)]
    for i, tone in enumerate((HULL[4], HULL[3], HULL[2], HULL[1], HULL[1], HULL[2])):
        g.poly([(0, 0), ring[i], ring[(i + 1) % 6]], fill=tone)
        g.line(0, 0, *ring[i], C["l400"], HAIR)
    g.poly(ring, stroke=C["g500"], sw=OUT)
    g.circle(0, 0, 0.42, fill=MLI[2], stroke=C["g500"], sw=OUT)
    for r, tone in ((0.34, MLI[3]), (0.26, C["l800"]), (0.1, MLI[1])):
        g.circle(0, 0, r, fill=tone, stroke=C["g500"], sw=INNER)
    g.circle(-0.52, -0.2, 0.07, fill=C["p500"])


def fregat(g: Svg) -> None:
    """The Fregat upper stage from the side: six tanks in a ring, 3.35 m across (NPO Lavochkin)."""
    for x, r in ((-1.15, 0.5), (1.15, 0.5), (0, 0.66)):
        with g.push(x, 0):
            g.rev([(-r + r * 2 * i / 16, r * math.sin(math.pi * i / 16)) for i in range(17)], HULL if x else MLI)
    g.rect(-1.2, -0.62, 2.4, 0.2, fill=DARK[2], stroke=C["g500"], sw=INNER)
    with g.push(0, 0.6, 90):
        g.rev([(0, 0.18), (0.3, 0.24), (0.7, 0.5)], DARK, flip=True)
    g.rect(-0.14, -0.2, 0.28, 0.4, fill=C["p500"], stroke=C["g500"], sw=HAIR)


# ------------------------------------------------------------------ satellites that speak


def big_wings(g: Svg, span: float, tall: float, panels: int) -> None:
    """The wings of a large communications satellite, on V-shaped yokes; `span` is the length of one."""
    for s in (-1, 1):
        g.poly([(s * 1.15, 0), (s * 2.7, -tall * 0.4), (s * 2.7, tall * 0.4)], stroke=C["g500"], sw=INNER)
        g.array(2.7 if s > 0 else -2.7 - span, -tall / 2, span, tall, 4, panels, 0.14, "x")


def bus(g: Svg, half: float, top: float, foot: float, tones: Tones = MLI, louvres: int = 5) -> None:
    """The body, with radiators; the Earth is below (+y)."""
    box(g, -half, top, half, foot, 0.45, tones)
    for i in range(1, louvres):
        y = top + (foot - top) * i / louvres
        g.line(-half, y, half, y, C["g800"] if tones is MLI else C["l500"], HAIR, 0.9)
    g.rect(-half * 0.8, top + (foot - top) * 0.22, half * 0.6, (foot - top) * 0.5, fill=C["l300"], stroke=C["g800"], sw=HAIR)
    g.rect(half * 0.12, top + (foot - top) * 0.22, half * 0.7, (foot - top) * 0.5, fill=C["l500"], stroke=C["g800"], sw=HAIR)
    with g.push(0, top, -90):
        g.rev([(0, 0.28), (0.28, 0.2), (0.6, 0.44)], DARK, sw=INNER)


def side_dish(g: Svg, side: int, x: float, y: float, r: float, lean: float = 22) -> None:
    """A reflector folded out to one side, seen from its edge."""
    with g.push(side * x, y, 90 - side * lean):
        line = [(0.24 * r * (t / 12) ** 2, r * t / 12) for t in range(-12, 13)]
        g.poly([*line, (0.24 * r, -r)], fill=HULL[1] if side < 0 else HULL[2], stroke=C["g500"], sw=OUT)
        g.line(0.24 * r, -r, 0.24 * r, r, C["g500"], HAIR)


def feeds(g: Svg, half: float, foot: float, count: int, tones: Tones = HULL) -> None:
    """Horns on the deck that faces the Earth."""
    for i in range(count):
        with g.push(half * (-0.7 + 1.4 * (i + 0.5) / count), foot, 90):
            g.rev([(0, 0.16), (0.34, 0.16), (0.56, 0.28)], tones, sw=INNER, flip=True)


def mesh_dish(g: Svg, x: float, y: float, r: float, turn: float) -> None:
    """An unfolded mesh antenna like an umbrella, seen over its edge; ribs and rings."""
    with g.push(x, y, turn):
        g.poly(around(0, 0, r, r * 0.5, 0, 360, 72), fill=C["l600"], op=0.75)
        for k in (0.34, 0.67, 1.0):
            g.poly(
                around(0, r * 0.16 * (1 - k), r * k, r * 0.5 * k, 0, 360, 72),
                stroke=C["g300"] if k == 1 else C["g500"],
                sw=OUT if k == 1 else HAIR,
            )
        for i in range(24):
            a = math.radians(i * 15)
            g.line(0, r * 0.16, r * math.cos(a), r * 0.5 * math.sin(a), C["g500"], HAIR, 0.75)


# ------------------------------------------------------------------ cubes of ten centimetres


def cube_stack(g: Svg, units: int = 1, wide: float = 1.0) -> None:
    """A CubeSat in decimetres: `units` cubes one above the other, cells on its faces, rails in gold."""
    tall = 1.13 * units
    g.rect(-wide / 2, -tall / 2, wide * 0.6, tall, fill=HULL[1])
    g.rect(wide * 0.1, -tall / 2, wide * 0.4, tall, fill=HULL[3])
    for i in range(units):
        y = -tall / 2 + 1.13 * i
        cells(g, -wide * 0.44, y + 0.08, wide * 0.04, y + 1.02, 2, 3)
        cells(g, wide * 0.15, y + 0.08, wide * 0.45, y + 1.02, 2, 3)
        g.line(-wide / 2, y + 1.13, wide / 2, y + 1.13, C["g500"], INNER)
    g.rect(-wide / 2, -tall / 2, wide, tall, stroke=C["g500"], sw=OUT)
    g.line(wide * 0.1, -tall / 2, wide * 0.1, tall / 2, C["g500"], INNER)
    g.circle(wide * 0.3, tall / 2 - 0.14, 0.06, fill=POM[2])

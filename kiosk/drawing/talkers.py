"""Satellites that relay, large and small: the ring's tall crosses of wings and dishes, and cubes of a few decimetres.

Large craft are in metres with the Earth below (+y), or seen from the Earth with north up where the name says `from_earth`;
cubes are in decimetres. Types and sizes are general knowledge (makers' brochures); they are portraits of the type.
"""

from __future__ import annotations

import math

from kiosk.drawing.kit import DARK, HAIR, HULL, INNER, MLI, OUT, C, Svg
from kiosk.drawing.scene import around, dashed

Tones = list[str]
Point = tuple[float, float]


# ------------------------------------------------------------------ parts


def box(g: Svg, x0: float, y0: float, x1: float, y1: float, edge: float = 0.5, tones: Tones = HULL) -> None:
    """A box turned about its height: a lit face and a shaded one that meet at `edge`, with a rim of light at the left."""
    split = x0 + (x1 - x0) * edge
    g.rect(x0, y0, split - x0, y1 - y0, fill=tones[1])
    g.rect(split, y0, x1 - split, y1 - y0, fill=tones[3])
    g.rect(x0 + (split - x0) * 0.78, y0, (split - x0) * 0.22, y1 - y0, fill=tones[2])
    g.rect(x1 - (x1 - split) * 0.2, y0, (x1 - split) * 0.2, y1 - y0, fill=tones[4])
    g.line(split, y0, split, y1, C["g500"], INNER)
    g.rect(x0, y0, x1 - x0, y1 - y0, stroke=C["g500"], sw=OUT)


def quilt(g: Svg, x0: float, y0: float, x1: float, y1: float, across: int, down: int, lit: bool = True) -> None:
    """A face wrapped in gold foil, quilted: each patch folds along its diagonal."""
    tones = (MLI[2], MLI[1], MLI[3]) if lit else (MLI[3], MLI[2], MLI[4])
    g.rect(x0, y0, x1 - x0, y1 - y0, fill=tones[0])
    dx, dy = (x1 - x0) / across, (y1 - y0) / down
    for i in range(across):
        for j in range(down):
            x, y = x0 + i * dx, y0 + j * dy
            g.poly([(x, y), (x + dx * 0.9, y), (x, y + dy * 0.9)], fill=tones[1], op=0.75)
            g.poly([(x + dx, y + dy), (x + dx * 0.35, y + dy), (x + dx, y + dy * 0.35)], fill=tones[2], op=0.6)
    for i in range(1, across):
        g.line(x0 + i * dx, y0, x0 + i * dx, y1, C["g800"], HAIR, 0.8)
    for j in range(1, down):
        g.line(x0, y0 + j * dy, x1, y0 + j * dy, C["g800"], HAIR, 0.8)
    g.rect(x0, y0, x1 - x0, y1 - y0, stroke=C["g500"], sw=INNER)


def radiator(g: Svg, x0: float, y0: float, x1: float, y1: float, across: int, down: int, tones: Tones = HULL) -> None:
    """A face of small mirrors that gives warmth away."""
    g.rect(x0, y0, x1 - x0, y1 - y0, fill=tones[2])
    g.poly([(x0, y0), (x1, y0), (x0, y1)], fill=tones[1])
    for i in range(1, across):
        x = x0 + (x1 - x0) * i / across
        g.line(x, y0, x, y1, C["l400"], HAIR, 0.6)
    for j in range(1, down):
        y = y0 + (y1 - y0) * j / down
        g.line(x0, y, x1, y, C["l400"], HAIR, 0.6)
    g.rect(x0, y0, x1 - x0, y1 - y0, stroke=C["l500"], sw=INNER)


def wing(g: Svg, root: float, panels: int, long: float, tall: float, arm: float = 1.6) -> None:
    """A solar wing that grows along +x from `root`: a yoke of length `arm`, then panels `long` by `tall`, hinged."""
    start, gap = root + arm, long * 0.06
    g.poly([(root, 0), (start, -tall * 0.36), (start, tall * 0.36)], stroke=C["g500"], sw=INNER)
    g.line(root, 0, start, 0, C["g500"], OUT)
    for i in range(panels):
        x = start + i * (long + gap)
        g.array(x, -tall / 2, long, tall, 4, 1)
        g.line(x, 0, x + long, 0, C["t300"], HAIR, 0.7)
        if i:
            for y in (-0.3, 0.3):
                g.line(x - gap, tall * y, x, tall * y, C["g300"], OUT)


def wings(g: Svg, root: float, panels: int, long: float, tall: float, arm: float = 1.6) -> None:
    """A pair of wings, left and right."""
    for turn in (0, 180):
        with g.push(0, 0, turn):
            wing(g, root, panels, long, tall, arm)


def dish_face(g: Svg, x: float, y: float, r: float, wide: float = 1.0, tones: Tones = HULL, feed: Point | None = None) -> None:
    """A reflector seen into its bowl: the side away from the light shines; `wide` narrows it when it is turned aside."""
    with g.push(x, y, 0, wide, 1):
        for inset, size, tone in ((0, 1, tones[3]), (0.1, 0.84, tones[2]), (0.2, 0.64, tones[1])):
            g.poly(around(inset * r, inset * r, size * r, size * r, 0, 360, 64), fill=tone)
        for k in (0.34, 0.67):
            g.poly(around(0, 0, r * k, r * k, 0, 360, 64), stroke=C["l400"], sw=HAIR, op=0.8)
        for angle in range(0, 180, 30):
            c, s = r * math.cos(math.radians(angle)), r * math.sin(math.radians(angle))
            g.line(-c, -s, c, s, C["l400"], HAIR, 0.45)
        g.poly(around(0, 0, r, r, 0, 360, 64), stroke=C["g500"], sw=OUT)
    if feed:
        for angle in (-100, 20, 140):
            g.line(x + r * wide * math.cos(math.radians(angle)), y + r * math.sin(math.radians(angle)), *feed, C["g500"], HAIR * 1.4)
        g.circle(*feed, r * 0.1, fill=C["iv"], stroke=C["g500"], sw=INNER)


def dish_edge(g: Svg, x: float, y: float, r: float, turn: float, depth: float = 0.28) -> None:
    """A reflector seen over its edge, its bowl towards +x before it is turned."""
    with g.push(x, y, turn):
        bowl = [(depth * r * (t / 12) ** 2, r * t / 12) for t in range(-12, 13)]
        g.poly(bowl, fill=HULL[2])
        g.poly([(depth * r * (t / 12) ** 2, r * t / 12) for t in range(-12, 3)] + [(depth * r, -r)], fill=HULL[1])
        for k in (-0.6, 0, 0.6):
            g.line(depth * r * k * k, r * k, depth * r * k * k - 0.16 * r, r * k * 0.5, C["g500"], HAIR)
        g.poly(bowl, stroke=C["g500"], sw=OUT)


def mesh(g: Svg, x: float, y: float, r: float, wide: float = 1.0, turn: float = 0, ribs: int = 24) -> None:
    """An unfolded mesh reflector like an umbrella: ribs, webs drawn in between them, cords across, a hub."""
    with g.push(x, y, turn, wide, 1):
        rim = []
        for i in range(ribs):
            for part, reach in ((0, 1.0), (0.25, 0.965), (0.5, 0.955), (0.75, 0.965)):
                a = math.radians((i + part) * 360 / ribs)
                rim.append((r * reach * math.cos(a), r * reach * math.sin(a)))
        g.poly(rim, fill=C["l600"])
        for i in range(ribs):
            a, b = (math.radians((i + k) * 360 / ribs) for k in (0, 1))
            away = math.cos((a + b) / 2 - math.radians(45))
            if away > -0.35:
                web = [(0.0, 0.0), *((r * 0.965 * math.cos(t), r * 0.965 * math.sin(t)) for t in (a, b))]
                g.poly(web, fill=C["l300" if away > 0.75 else "l400" if away > 0.3 else "l500"])
        for k in (0.2, 0.4, 0.6, 0.8):
            cords = [(r * k * math.cos(math.radians(i * 360 / ribs)), r * k * math.sin(math.radians(i * 360 / ribs))) for i in range(ribs)]
            g.poly(cords, stroke=C["g500"], sw=HAIR, op=0.75)
        for i in range(ribs):
            a = math.radians(i * 360 / ribs)
            g.line(0, 0, r * math.cos(a), r * math.sin(a), C["g500"], HAIR * 1.5, 0.9)
        g.poly(rim, stroke=C["g300"], sw=OUT)
        g.circle(0, 0, r * 0.075, fill=HULL[2], stroke=C["g500"], sw=INNER)


def horn(g: Svg, x: float, y: float, angle: float, size: float, tones: Tones = HULL) -> None:
    """A feed horn or a nozzle that begins at a point and opens along `angle`."""
    with g.push(x, y, angle):
        g.rev([(0, size * 0.3), (size * 0.45, size * 0.3), (size, size * 0.58)], tones, sw=INNER)


def whip(g: Svg, x: float, y: float, angle: float, long: float) -> None:
    """A thin antenna of spring steel with a bright tip."""
    tip = (x + long * math.cos(math.radians(angle)), y + long * math.sin(math.radians(angle)))
    g.line(x, y, *tip, C["g300"], 1.8)
    g.circle(*tip, long * 0.022 + 0.012, fill=C["g300"])


def cells(g: Svg, x0: float, y0: float, x1: float, y1: float, across: int, down: int, lit: bool = True) -> None:
    """Solar cells with two cut corners each, on a dark board."""
    g.rect(x0, y0, x1 - x0, y1 - y0, fill=C["t800"])
    dx, dy = (x1 - x0) / across, (y1 - y0) / down
    cut = min(dx, dy) * 0.2
    for i in range(across):
        for j in range(down):
            a, b = x0 + i * dx + dx * 0.06, y0 + j * dy + dy * 0.05
            c, d = a + dx * 0.88, b + dy * 0.9
            g.poly([(a, b), (c - cut, b), (c, b + cut), (c, d), (a + cut, d), (a, d - cut)], fill=C["t600" if lit else "t700"])
            g.poly([(a, b), (c - cut, b), (a, d - cut)], fill=C["t500" if lit else "t600"], op=0.5)
            g.poly([(a, b), (c - cut, b), (c, b + cut), (c, d), (a + cut, d), (a, d - cut)], stroke=C["t300" if lit else "t500"], sw=HAIR)
    g.rect(x0, y0, x1 - x0, y1 - y0, stroke=C["g500"], sw=INNER)


def unknown(g: Svg, rx: float, ry: float) -> None:
    """The broken outline round a shape that is not documented."""
    dashed(g, around(0, 0, rx, ry, 0, 360, 110), C["g300"], 1.8, 0.9)


# ------------------------------------------------------------------ large satellites of the ring


def kazsat_2(g: Svg) -> None:
    """KazSat-2 (Khrunichev, 1.3 t): a narrow box 1.6 by 2.8 m, two long wings, a dish folded out to either side on a strut.
    General knowledge of the type; details are indicative."""
    wings(g, 0.8, 4, 1.75, 1.7, 1.9)
    for side in (-1, 1):
        g.line(side * 0.8, 0.9, side * 1.75, 1.42, C["g500"], OUT)
        g.line(side * 0.8, 1.3, side * 1.75, 1.42, C["g500"], INNER)
        dish_edge(g, side * 2.0, 1.5, 1.05, 90 - side * 28)
    box(g, -0.8, -1.4, 0.8, 1.4, 0.5)
    quilt(g, -0.8, -1.4, 0, -0.62, 3, 3)
    quilt(g, 0, -1.4, 0.8, -0.62, 3, 3, lit=False)
    radiator(g, -0.7, -0.5, -0.1, 0.9, 4, 9)
    radiator(g, 0.1, -0.5, 0.7, 0.9, 4, 9, DARK)
    g.rect(-0.8, 1.05, 1.6, 0.14, fill=C["p500"])
    g.rect(-0.8, -1.4, 1.6, 2.8, stroke=C["g500"], sw=OUT)
    for x in (-0.5, 0, 0.5):
        horn(g, x, 1.4, 90, 0.55 if x else 0.8, MLI if x else HULL)
    horn(g, 0, -1.4, -90, 0.62, DARK)
    for x in (-0.6, 0.6):
        horn(g, x, -1.4, -90, 0.22, DARK)


def kazsat_3_from_earth(g: Svg) -> None:
    """KazSat-3 (Reshetnev Express-1000, 1.8 t) from the Earth: a deck of 2 by 1.8 m with its horns, a round antenna of 2.2 m
    to either side, wings of six panels to north and south. General knowledge of the type."""
    for turn in (-90, 90):
        with g.push(0, 0, turn):
            wing(g, 0.95, 6, 1.3, 2.15, 1.3)
    for side in (-1, 1):
        g.truss(side * 1.0, 0, side * 1.75, 0, 0.7, 0.4, 3)
        dish_face(g, side * 2.75, 0, 1.45, 0.94, feed=(side * 2.2, 0))
    g.rect(-1.05, -0.95, 2.1, 1.9, fill=HULL[2])
    g.rect(-1.05, -0.95, 0.28, 1.9, fill=HULL[1])
    quilt(g, -0.78, -0.8, 0.78, 0.8, 5, 5)
    for x, y, r in ((-0.42, -0.4, 0.24), (0.42, 0.36, 0.24), (0.4, -0.42, 0.17), (-0.42, 0.42, 0.17)):
        g.circle(x, y, r, fill=HULL[1], stroke=C["g500"], sw=INNER)
        g.circle(x, y, r * 0.55, fill=C["l700"], stroke=C["g500"], sw=HAIR)
    g.circle(0, 0, 0.12, fill=C["p500"])
    g.rect(-1.05, -0.95, 2.1, 1.9, stroke=C["g500"], sw=OUT)


def boeing_601(g: Svg) -> None:
    """A Boeing 601HP seen from behind, from beyond the ring: the cube of 2.5 m, wings of three panels (26 m from tip to tip),
    the backs of two reflectors folded out. General knowledge of the type."""
    wings(g, 1.25, 3, 3.0, 2.5, 2.1)
    for side in (-1, 1):
        g.line(0, side * 1.2, 0, side * 2.4, C["g500"], OUT)
        with g.push(0, side * 2.5):
            g.poly(around(0, 0, 1.5, 1.3, 0, 360, 48), fill=HULL[3])
            g.poly(around(-0.14, -0.16, 1.25, 1.04, 0, 360, 48), fill=HULL[2])
            g.poly(around(-0.32, -0.32, 0.86, 0.7, 0, 360, 48), fill=HULL[1])
            for angle in (0, 60, 120):
                c, s = 1.5 * math.cos(math.radians(angle)), 1.3 * math.sin(math.radians(angle))
                g.line(-c, -s, c, s, C["l400"], INNER)
            g.poly(around(0, 0, 0.8, 0.7, 0, 360, 40), stroke=C["l400"], sw=INNER)
            g.poly(around(0, 0, 1.5, 1.3, 0, 360, 48), stroke=C["g500"], sw=OUT)
    g.rect(-1.25, -1.25, 2.5, 2.5, fill=MLI[2])
    quilt(g, -1.25, -1.25, 1.25, 1.25, 6, 6)
    g.circle(0, 0, 0.62, fill=HULL[2], stroke=C["g500"], sw=OUT)
    g.circle(0, 0, 0.44, fill=DARK[3], stroke=C["g500"], sw=INNER)
    g.circle(0, 0, 0.2, fill=C["l900"], stroke=C["g500"], sw=HAIR)
    for x, y in ((-0.95, -0.95), (0.95, -0.95), (-0.95, 0.95), (0.95, 0.95)):
        g.circle(x, y, 0.13, fill=DARK[1], stroke=C["g500"], sw=HAIR)
    g.rect(0.6, -0.2, 0.42, 0.4, fill=C["p500"], stroke=C["g500"], sw=HAIR)
    g.rect(-1.25, -1.25, 2.5, 2.5, stroke=C["g500"], sw=OUT)


def indostar_from_earth(g: Svg) -> None:
    """Indostar II, a Boeing 601HP, from the Earth: the deck of 2.5 m with two clusters of horns, an antenna of 2.7 m folded out
    to either side for each of the two who share it, wings of four panels (26 m). General knowledge of the type."""
    wings(g, 4.3, 4, 2.0, 2.5, 0.7)
    g.line(-4.3, 0, 4.3, 0, C["g500"], OUT)
    for side, tones, tone in ((-1, HULL, "t500"), (1, MLI, "g500")):
        g.truss(side * 1.2, 0, side * 2.0, 0, 0.9, 0.5, 3)
        dish_face(g, side * 2.9, 0, 1.42, 0.96, tones, (side * 2.1, 0))
        g.circle(side * 2.1, 0, 0.22, fill=C[tone], stroke=C["g500"], sw=INNER)
    g.rect(-1.25, -1.25, 2.5, 2.5, fill=HULL[2])
    radiator(g, -1.25, -1.25, 1.25, -0.95, 12, 1)
    radiator(g, -1.25, 0.95, 1.25, 1.25, 12, 1, DARK)
    quilt(g, -1.25, -0.95, 1.25, 0.95, 6, 4)
    for side in (-1, 1):
        for x, y in ((0.75, -0.4), (0.75, 0.4), (0.38, 0)):
            g.circle(side * x, y, 0.21, fill=HULL[1], stroke=C["g500"], sw=INNER)
            g.circle(side * x, y, 0.11, fill=C["l800"])
    g.circle(0, -0.5, 0.13, fill=C["p500"])
    g.rect(-1.25, -1.25, 2.5, 2.5, stroke=C["g500"], sw=OUT)


def star_2(g: Svg) -> None:
    """MEASAT-3a (Orbital Star-2, 2.4 t) in a hall, from the side, upright: a compact body of 2 by 2.9 m on its adapter, the
    wings folded flat against it, the dishes stowed. General knowledge of the type."""
    for side in (-1, 1):
        for i in range(3):
            x = side * (1.04 + i * 0.11)
            g.rect(min(x, x + side * 0.09), -2.75, 0.09, 2.5, fill=C["t600" if side < 0 else "t700"], stroke=C["g500"], sw=HAIR)
        dish_edge(g, side * 1.6, -1.6, 1.0, 0 if side > 0 else 180, 0.34)
        g.line(side * 1.34, -2.3, side * 1.02, -2.6, C["g500"], INNER)
    box(g, -1.0, -2.9, 1.0, 0, 0.56)
    quilt(g, -1.0, -2.9, 0.12, 0, 5, 12)
    quilt(g, 0.12, -2.9, 1.0, 0, 4, 12, lit=False)
    radiator(g, -0.84, -2.45, -0.06, -0.7, 5, 10)
    radiator(g, 0.24, -2.45, 0.88, -0.7, 4, 10, DARK)
    for x, size in ((-0.7, 0.5), (-0.3, 0.72), (0.1, 0.72), (0.5, 0.5), (0.84, 0.34)):
        horn(g, x, -2.9, -90, size, MLI if size > 0.6 else HULL)
    g.rect(-1.0, -2.9, 2.0, 2.9, stroke=C["g500"], sw=OUT)
    g.rect(-0.62, 0, 1.24, 0.22, fill=DARK[2], stroke=C["g500"], sw=INNER)


def garuda_from_earth(g: Svg) -> None:
    """Garuda-1 (Lockheed Martin A2100AXX, 4.5 t) from the Earth: two mesh reflectors of 12 m on long arms to east and west, a
    deck with two arrays of feeds, wings to north and south. General knowledge of the type."""
    for turn in (-90, 90):
        with g.push(0, 0, turn):
            wing(g, 1.2, 4, 2.3, 2.4, 2.6)
    for side in (-1, 1):
        g.truss(side * 1.1, 0, side * 3.4, 0, 0.8, 0.4, 6)
        mesh(g, side * 8.4, 0, 6.0, 0.9)
    g.rect(-1.3, -1.2, 2.6, 2.4, fill=HULL[2])
    quilt(g, -1.3, -1.2, 1.3, 1.2, 6, 6)
    for side in (-1, 1):
        g.circle(side * 0.66, 0, 0.52, fill=HULL[1], stroke=C["g500"], sw=INNER)
        for i in range(7):
            a = math.radians(i * 60)
            r = 0 if i == 6 else 0.3
            g.circle(side * 0.66 + r * math.cos(a), r * math.sin(a), 0.12, fill=C["l600"], stroke=C["l400"], sw=HAIR)
    g.circle(0, -0.85, 0.17, fill=C["p500"])
    g.rect(-1.3, -1.2, 2.6, 2.4, stroke=C["g500"], sw=OUT)


def eurostar(g: Svg) -> None:
    """Yahsat 1B (Eurostar E3000, 6 t) from the side: a tall body of 2.4 by 5.2 m, two reflectors above each other to either
    side, wings of four panels (39 m). General knowledge of the type."""
    wings(g, 1.2, 4, 3.3, 2.6, 2.4)
    for side in (-1, 1):
        for y, r in ((-0.7, 1.25), (2.2, 1.5)):
            g.line(side * 1.2, y + 0.5, side * 2.3, y + 0.5, C["g500"], OUT)
            dish_edge(g, side * 2.5, y + 0.55, r, 90 - side * 36)
    box(g, -1.2, -2.6, 1.2, 2.6, 0.5)
    quilt(g, -1.2, -2.6, 0, 2.6, 4, 17)
    quilt(g, 0, -2.6, 1.2, 2.6, 4, 17, lit=False)
    radiator(g, -1.02, -1.9, -0.16, 1.3, 5, 14)
    radiator(g, 0.16, -1.9, 1.02, 1.3, 5, 14, DARK)
    g.rect(-1.2, 1.7, 2.4, 0.24, fill=C["p500"])
    for i in range(6):
        horn(g, -1.0 + i * 0.4, 2.6, 90, 0.5 if i in (0, 5) else 0.75, MLI if i % 2 else HULL)
    horn(g, 0, -2.6, -90, 0.9, DARK)
    g.rect(-1.2, -2.6, 2.4, 5.2, stroke=C["g500"], sw=OUT)


def thuraya_side(g: Svg) -> None:
    """A Thuraya satellite (Boeing GEO-Mobile, 5.2 t at launch): the body of about 2.5 by 4 m, wings of five panels (34 m), one
    mesh reflector of 12 m on a long arm over the array of feeds. General knowledge of the type."""
    wings(g, 1.25, 5, 2.35, 2.5, 2.0)
    g.truss(0.9, 1.4, 5.2, 4.4, 0.6, 0.35, 8)
    mesh(g, 1.2, 8.6, 6.1, 1.0, 0)
    box(g, -1.25, -2.2, 1.25, 1.8, 0.52)
    quilt(g, -1.25, -2.2, 0.05, 1.8, 4, 9)
    quilt(g, 0.05, -2.2, 1.25, 1.8, 4, 9, lit=False)
    radiator(g, -1.05, -1.7, -0.15, 0.7, 4, 7)
    g.rect(0.25, -1.4, 0.7, 0.7, fill=C["p500"], stroke=C["g800"], sw=HAIR)
    g.rect(-0.8, 1.8, 1.6, 0.4, fill=HULL[2], stroke=C["g500"], sw=INNER)
    g.rect(-1.25, -2.2, 2.5, 4, stroke=C["g500"], sw=OUT)


def ds2000(g: Svg, wide_dish: bool = True) -> None:
    """Türksat 4A or 4B (Mitsubishi Electric DS2000, 4.9 t) from the Earth: the deck of 2.4 by 2.2 m, wings of four panels to
    north and south, two large shaped reflectors; 4B has a third small one. General knowledge of the type."""
    for turn in (-90, 90):
        with g.push(0, 0, turn):
            wing(g, 1.1, 4, 2.5, 2.7, 2.0)
    for side in (-1, 1):
        g.line(side * 1.2, 0, side * 2.2, 0, C["g500"], OUT)
        dish_face(g, side * 3.05, 0, 1.8 if wide_dish else 1.6, 0.78, HULL if side < 0 else MLI, (side * 2.0, 0))
    if not wide_dish:
        dish_face(g, 0, 1.75, 0.72, 1.0)
    g.rect(-1.25, -1.15, 2.5, 2.3, fill=HULL[2])
    g.rect(-1.25, -1.15, 0.4, 2.3, fill=HULL[1])
    quilt(g, -0.85, -0.95, 0.95, 0.95, 5, 5)
    for x, y in ((-0.45, -0.45), (0.45, -0.45), (-0.45, 0.45), (0.45, 0.45)):
        g.circle(x, y, 0.26, fill=HULL[1], stroke=C["g500"], sw=INNER)
        g.circle(x, y, 0.14, fill=C["l800"])
    g.circle(0, 0, 0.16, fill=C["p500"])
    g.rect(-1.25, -1.15, 2.5, 2.3, stroke=C["g500"], sw=OUT)


def relay(g: Svg) -> None:
    """Any relay of the ring, plain enough to be read when small; 26 m across."""
    wings(g, 1.2, 3, 3.2, 2.8, 1.4)
    for side in (-1, 1):
        dish_edge(g, side * 2.1, 1.3, 1.6, 90 - side * 24, 0.4)
    box(g, -1.3, -1.9, 1.3, 1.8, 0.5, MLI)


# ------------------------------------------------------------------ small satellites


def amateur_cube(g: Svg) -> None:
    """SaudiSat-1A, 1B, 1C (about 10 kg): a cube of 23 cm, five trays stacked, cells on every face, four bent whips below and
    one above, as AMSAT's Microsats had them; in decimetres. General knowledge of the type."""
    for x, angle in ((-0.9, 152), (-0.45, 118), (0.45, 62), (0.9, 28)):
        whip(g, x, 1.15, angle, 2.3)
    whip(g, 0.35, -1.15, -90, 3.2)
    box(g, -1.15, -1.15, 1.15, 1.15, 0.62)
    for x0, x1, across, lit in ((-1.02, 0.16, 3, True), (0.36, 1.05, 2, False)):
        for i in range(4):
            y = -1.04 + i * 0.53
            cells(g, x0, y, x1, y + 0.45, across, 1, lit)
    for i in range(1, 5):
        g.line(-1.15, -1.15 + i * 0.53, 1.15, -1.15 + i * 0.53, C["l500"], HAIR)
    g.circle(0.7, 1.0, 0.1, fill=C["p500"])
    g.rect(-1.15, -1.15, 2.3, 2.3, stroke=C["g500"], sw=OUT)


def cubesat(g: Svg, high: int, wide: float = 1.0, edge: float = 0.6, accent: bool = True) -> None:
    """A CubeSat turned about its height, in decimetres: `high` units of 11.35 cm up, `wide` decimetres across, rails in white,
    two tall cells a unit on each face. CubeSat design specification; the faces are general knowledge."""
    tall = 1.135 * high
    top, half = -tall / 2, wide / 2
    box(g, -half, top, half, -top, edge)
    split = -half + wide * edge
    for i in range(high):
        y = top + 1.135 * i
        cells(g, -half + 0.07, y + 0.1, split - 0.05, y + 1.03, max(2, round(wide * edge * 3)), 2)
        cells(g, split + 0.05, y + 0.1, half - 0.06, y + 1.03, max(1, round(wide * (1 - edge) * 3)), 2, lit=False)
        if i:
            g.line(-half, y, half, y, C["g500"], HAIR)
    for x in (-half + 0.035, split - 0.02, half - 0.03):
        for y in (top - 0.05, -top):
            g.rect(x - 0.035, y, 0.07, 0.05, fill=HULL[1], stroke=C["g500"], sw=HAIR)
    if accent:
        g.circle((split + half) / 2, -top - 0.055, 0.032, fill=C["p500"])


def hosting_cube(g: Svg) -> None:
    """PHI-Demo as a type, in decimetres: twelve units, 23 by 34 cm, two wings, a drawer pulled out that holds what others send.
    Schematic."""
    for side in (-1, 1):
        with g.push(side * 1.15, -0.2, 0 if side > 0 else 180):
            g.line(0, 0, 0.3, 0, C["g500"], OUT)
            for i in range(2):
                cells(g, 0.3 + i * 1.22, -1.1, 1.46 + i * 1.22, 1.1, 3, 4, lit=side < 0)
    box(g, -1.15, -1.7, 1.15, 1.7, 0.56)
    cells(g, -1.05, -1.6, 0.03, -0.1, 3, 4)
    quilt(g, 0.22, -1.56, 1.06, -0.3, 3, 4, lit=False)
    g.rect(-1.02, 0.1, 1.0, 0.44, fill=C["l600"], stroke=C["g500"], sw=INNER)
    for i in range(4):
        g.rect(-0.95 + i * 0.24, 0.18, 0.17, 0.28, fill=HULL[3], stroke=C["l500"], sw=HAIR)
    g.circle(-0.52, 1.12, 0.34, fill=C["l800"], stroke=C["g500"], sw=INNER)
    g.circle(-0.52, 1.12, 0.2, fill=C["t600"], stroke=C["g500"], sw=HAIR)
    g.rect(0.14, 0.5, 1.0, 0.92, fill=C["l900"], stroke=C["g500"], sw=INNER)
    g.rect(0.3, 0.66, 2.1, 0.62, fill=HULL[2], stroke=C["g500"], sw=OUT)
    g.rect(0.3, 0.66, 2.1, 0.16, fill=HULL[1])
    for i, tone in enumerate((MLI[1], C["p500"], C["t500"])):
        g.rect(1.24 + i * 0.36, 0.44, 0.27, 0.44, fill=tone, stroke=C["g500"], sw=INNER)
    g.rect(2.4, 0.58, 0.1, 0.78, fill=HULL[1], stroke=C["g500"], sw=INNER)
    whip(g, -0.9, -1.7, -112, 1.2)
    whip(g, 0.9, -1.7, -68, 1.2)


def nahid(g: Svg, open_share: float) -> None:
    """Nahid-2 as a type (about 110 kg), in metres: a box of 0.6 by 0.7 m and two wings of two panels that swing out of the
    sides; `open_share` from 0, shut, to 1, spread. Schematic."""
    for side in (-1, 1):
        reach = 0.62 * math.sin(math.radians(90 * open_share))
        with g.push(side * 0.3, -0.02, 0 if side > 0 else 180):
            if open_share > 0.15:
                g.line(0, 0, 0.1, 0, C["g500"], OUT)
                for i in range(2):
                    cells(g, 0.1 + i * (reach + 0.03), -0.27, 0.1 + i * (reach + 0.03) + reach, 0.27, 3, 4, lit=side < 0)
            else:
                g.rect(0, -0.27, 0.09, 0.54, fill=C["t700"], stroke=C["g500"], sw=INNER)
    box(g, -0.3, -0.36, 0.3, 0.34, 0.55)
    cells(g, -0.27, -0.32, 0.0, 0.1, 2, 4)
    quilt(g, 0.06, -0.32, 0.27, 0.0, 2, 3, lit=False)
    g.rect(-0.24, 0.15, 0.22, 0.12, fill=MLI[2], stroke=C["l500"], sw=HAIR)
    g.circle(0.17, 0.16, 0.035, fill=C["p500"])
    dish_edge(g, 0, 0.52, 0.2, -90, 0.5)
    g.line(0, 0.34, 0, 0.5, C["g500"], OUT)
    for x, angle in ((-0.22, -112), (0.22, -68)):
        whip(g, x, -0.36, angle, 0.26)

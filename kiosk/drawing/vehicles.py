"""Vehicles in metres. Drawn from general knowledge of the real dimensions; see direction.md for the figures."""

import itertools

from kiosk.drawing.kit import *

# ---------------------------------------------------------------- rockets (x along the axis, nose at +x)


def nozzles(g, x, r, n, size=0.42, tone=POM):
    for i in range(n):
        t = (i - (n - 1) / 2) * r * 2 / max(1, n)
        with g.push(x, t):
            g.rev([(-0.95, size * 0.95), (-0.4, size * 0.72), (0, size * 0.45)], DARK, sw=INNER)


def soyuz_rocket(g, frost=True):
    """Soyuz-FG / U2 class, 49.5 m. Local frame: x up the rocket, y to the left when rotated -90."""
    up = HULL if frost else DARK
    nozzles(g, 0.9, 1.0, 2, 0.4)
    # core stage, widening above the strap-on noses
    g.rev([(0.9, 1.03), (15, 1.03), (18.6, 1.32), (19.6, 1.42), (21, 1.45), (25.1, 1.33)], up, rings=(20.6, 23))

    def booster(y0, y1):
        ang = math.degrees(math.atan2(y1 - y0, 18.6))
        with g.push(0.9, y0, ang):
            nozzles(g, 0, 1.15, 4 if y0 == 0 else 3, 0.38)
            g.rev([(0, 1.34), (2.0, 1.31)], POM, rings=(0.5, 1.5))
            g.rev([(2.0, 1.31), (6.1, 1.14)], DARK, rings=(3.2, 5.2))
            g.rev([(6.1, 1.14), (15.8, 0.5), (17.9, 0.33), (18.6, 0.22), (18.95, 0.05)], up, rings=(7.6, 11.4, 15.8))

    for s in (-1, 1):
        # stabiliser fins reach 5.15 m from the axis
        g.poly([(0.9, s * 3.75), (1.0, s * 5.15), (1.9, s * 5.0), (4.1, s * 3.55)], fill=DARK[3], stroke=C["g500"], sw=INNER)
        booster(s * 2.48, s * 1.16)
    booster(0, 0)
    # lattice, third stage
    g.truss(25.1, 0, 26.5, 0, 2.66, 2.66, 1, sw=OUT, fill=C["l700"])
    for k in (-0.8, 0.0, 0.8):
        g.line(25.1, k - 0.4, 26.5, k + 0.4, C["g500"], HAIR * 1.3)
        g.line(25.1, k + 0.4, 26.5, k - 0.4, C["g500"], HAIR * 1.3)
    g.rev([(26.5, 1.33), (28.6, 1.33)], POM, rings=(27.0,))
    g.rev([(28.6, 1.33), (30.3, 1.33)], HULL)
    g.rev([(30.3, 1.33), (34.2, 1.33)], DARK, rings=(31.2, 33.2))
    # fairing, grid fins, escape tower
    g.rev([(34.2, 1.34), (34.5, 1.5), (41.2, 1.5), (42.0, 1.3), (43.3, 0.62)], HULL, rings=(35.2, 37.6, 39.9, 41.2))
    for s in (-1, 1):
        g.rect(36.9, s * 1.5, 2.3, s * 0.34, fill=HULL[2], stroke=C["g500"], sw=INNER)
        for i in range(1, 5):
            g.line(36.9 + 0.46 * i, s * 1.5, 36.9 + 0.46 * i, s * 1.84, C["l600"], HAIR)
    g.rect(39.0, -0.55, 0.34, 0.9, fill=HULL[1])
    g.rect(38.66, -0.55, 0.34, 0.9, fill=C["l400"])
    g.rect(38.32, -0.55, 0.34, 0.9, fill=C["p500"])
    g.rev([(43.3, 0.6), (43.9, 0.42), (46.6, 0.36)], HULL, rings=(44.8,))
    g.rev([(46.6, 0.36), (46.9, 0.62), (47.35, 0.5), (47.4, 0.3)], MLI, sw=INNER)
    g.rev([(47.4, 0.3), (49.0, 0.24), (49.5, 0.03)], HULL)


def proton(g):
    """Proton-M, 58.2 m, 7.4 m across the first stage tanks."""
    for s in (-1, 0, 1):
        with g.push(0, s * 2.55):
            g.rev([(-1.6, 0.8), (-0.5, 0.55), (0, 0.4)], DARK, sw=INNER)
    g.rev([(1, 2.07), (21.2, 2.07)], HULL, rings=(4, 18.5))
    for s in (-1, 1):
        with g.push(0, s * 2.72):
            g.rev([(0, 0.8), (18.4, 0.8), (19.8, 0.55), (20.4, 0.2)], DARK, rings=(2.4, 9, 16))
    with g.push(0, 0):
        g.rev([(0, 0.8), (18.4, 0.8), (19.8, 0.55), (20.4, 0.2)], DARK, rings=(2.4, 9, 16))
    g.truss(21.2, 0, 23, 0, 4.14, 4.14, 2, sw=OUT, fill=C["l700"])
    g.rev([(23, 2.07), (37.4, 2.07)], HULL, rings=(24.6, 27, 33.6, 36))
    g.rev([(37.4, 2.07), (41.5, 2.07)], DARK, rings=(39,))
    g.rev([(41.5, 2.07), (43.0, 2.18), (53.6, 2.18), (55.6, 1.75), (57.2, 1.0), (58.0, 0.45), (58.2, 0.1)], HULL, rings=(43, 48, 53.6))
    g.rect(45, -0.75, 0.5, 1.3, fill=HULL[1])
    g.rect(44.5, -0.75, 0.5, 1.3, fill=C["l400"])
    g.rect(44, -0.75, 0.5, 1.3, fill=C["p500"])


def dnepr(g):
    """Dnepr, 34.3 m, 3.0 m."""
    for s in (-0.8, 0.8):
        with g.push(0, s):
            g.rev([(-1.0, 0.6), (-0.3, 0.42), (0, 0.3)], DARK, sw=INNER)
    g.rev([(0, 1.5), (22.3, 1.5)], DARK, rings=(2, 8, 14, 20, 21.4))
    g.rev([(22.3, 1.5), (28.0, 1.5)], DARK, rings=(23.4, 26.4))
    g.rev([(28.0, 1.5), (29.0, 1.5), (31.4, 1.5), (33.4, 0.82), (34.3, 0.16)], HULL, rings=(28.9, 31.4))
    g.rect(4.4, -1.5, 0.8, 3, fill=C["p500"], op=0.9)


def kosmos3m(g):
    """Kosmos-3M, 32.4 m, 2.4 m."""
    for s in (-0.6, 0.6):
        with g.push(0, s):
            g.rev([(-0.8, 0.45), (-0.3, 0.32), (0, 0.2)], DARK, sw=INNER)
    g.rev([(0, 1.35), (1.4, 1.2)], POM)
    g.rev([(1.4, 1.2), (20.8, 1.2)], DARK, rings=(3, 9, 17, 19.4))
    g.truss(20.8, 0, 22.2, 0, 2.4, 2.4, 2, sw=OUT, fill=C["l700"])
    g.rev([(22.2, 1.2), (26.6, 1.2)], HULL, rings=(23.4, 25.6))
    g.rev([(26.6, 1.2), (30.0, 1.2), (31.4, 0.85), (32.2, 0.35), (32.4, 0.05)], HULL, rings=(27.6, 30))


def zenit(g):
    """Zenit-2, 57 m, 3.9 m."""
    for s in (-1.1, 1.1):
        with g.push(0, s):
            g.rev([(-1.4, 0.9), (-0.5, 0.62), (0, 0.4)], DARK, sw=INNER)
    g.rev([(0, 1.95), (32.9, 1.95)], HULL, rings=(2, 12, 22, 30))
    g.truss(32.9, 0, 34.3, 0, 3.9, 3.9, 3, sw=OUT, fill=C["l700"])
    g.rev([(34.3, 1.95), (43.4, 1.95)], DARK, rings=(36, 41.8))
    g.rev([(43.4, 1.95), (53.6, 1.95), (55.6, 1.3), (56.7, 0.6), (57, 0.1)], HULL, rings=(45, 50, 53.6))


# ---------------------------------------------------------------- Soyuz spacecraft (plan, nose at +x)


def wing(g, x, y0, s, seg, segl, w, gap, nx=5):
    """One solar wing growing along +-y."""
    for i in range(seg):
        a = y0 + i * (segl + gap)
        y = a if s > 0 else -a - segl
        g.array(x - w / 2, y, w, segl, nx, 1, 0)
    g.line(x, s * (y0 - 0.5), x, s * y0, C["g500"], OUT)


def soyuz_ship(g, wings=True):
    """Soyuz TM / MS: 7.5 m with probe, 2.72 m at the skirt, 10.7 m across the wings."""
    if wings:
        for s in (-1, 1):
            wing(g, 1.35, 1.62, s, 4, 0.87, 1.42, 0.075, 6)
            g.line(0.65, s * 5.36, 2.05, s * 5.36, C["g500"], INNER)
            g.line(0.65, s * 5.36, 0.4, s * 5.6, C["g500"], HAIR * 1.4)
            g.line(2.05, s * 5.36, 2.3, s * 5.6, C["g500"], HAIR * 1.4)
            g.circle(2.34, s * 5.64, 0.09, fill=C["p500"] if s < 0 else C["t500"])
    g.rev([(-0.34, 0.5), (-0.1, 0.34), (0, 0.3)], DARK, sw=INNER)
    g.rev([(0, 1.33), (0.22, 1.36), (0.85, 1.12), (1.0, 1.075)], DARK, rings=(0.22, 0.85))
    g.rev([(1.0, 1.075), (2.25, 1.075)], HULL, rings=(1.18, 1.42, 1.62, 1.82, 2.05))
    g.rev([(2.25, 1.075), (2.62, 1.0)], MLI)
    g.rev([(2.62, 1.03), (2.74, 1.085), (3.3, 1.02), (3.75, 0.93), (4.1, 0.8), (4.35, 0.64), (4.5, 0.55)], DARK, rings=(2.9, 3.55, 4.1))
    g.circle(3.35, -0.1, 0.19, fill=C["l900"], stroke=C["g500"], sw=INNER)
    g.rev(
        [(4.5, 0.55), (4.62, 0.62)]
        + [(5.45 + (p[0] - 5.45) * 0.78 - 0.02, p[1]) for p in ball(5.45, 1.13, -58, 0, 8)]
        + [(5.95, 1.13)]
        + [(5.95 + (p[0] - 5.95) * 0.8, p[1]) for p in ball(5.95, 1.13, 6, 62, 8)]
        + [(6.78, 0.5)],
        HULL,
        rings=(5.0, 5.45, 5.95, 6.4),
    )
    for a, y in ((5.2, 0.55), (5.7, -0.62), (5.7, 0.62), (6.15, 0.5)):
        g.line(a - 0.16, y, a + 0.16, y, C["l500"], HAIR)
    g.circle(5.7, 0.02, 0.2, fill=C["l900"], stroke=C["g500"], sw=INNER)
    g.circle(5.7, 0.02, 0.1, fill=C["t500"], op=0.7)
    g.rev([(6.78, 0.66), (6.98, 0.66)], MLI, sw=INNER)
    g.rev([(6.98, 0.38), (7.2, 0.12), (7.5, 0.08), (7.56, 0.02)], POM, sw=INNER)
    for s in (-1, 1):  # rendezvous antennas
        g.line(6.2, s * 1.0, 6.75, s * 1.55, C["g500"], INNER)
        g.dish(6.75, s * 1.55, 0.2, 0.09, 0, strut=False)
        g.line(2.4, s * 1.05, 2.75, s * 1.5, C["g500"], HAIR * 1.4)
        g.circle(2.78, s * 1.54, 0.07, fill=C["g500"])


# ---------------------------------------------------------------- Mir


def mir_core(g, arrays=True):
    """Base block: 13.13 m long, 4.15 m wide, wings 29.7 m tip to tip. Forward is +x."""
    if arrays:
        for s in (-1, 1):
            for i in range(4):
                a = 2.2 + i * 3.2
                g.array(7.55, s * a if s > 0 else -a - 3.05, 3.1, 3.05, 6, 1)
            g.line(9.1, s * 1.4, 9.1, s * 14.9, C["g500"], INNER)
    g.rev(
        [(0, 0.9), (0.5, 1.0), (0.6, 1.9), (0.8, 2.075), (6.0, 2.075), (6.3, 2.0), (7.3, 1.45), (10.9, 1.45), (11.1, 1.05)],
        HULL,
        rings=(0.8, 1.6, 3.3, 5.0, 6.0, 7.3, 8.4, 9.8),
    )
    for i in range(5):
        g.rect(1.9 + i * 0.62, -0.62, 0.5, 1.24, stroke=C["l600"], sw=HAIR, op=0.8)
    for x in (5.45, 7.7, 10.3):
        g.circle(x, 0.1, 0.24, fill=C["l900"], stroke=C["g500"], sw=INNER)
    g.rev(ball(11.95, 1.12, -60, 60), HULL, rings=(11.95,))
    g.circle(11.95, 0, 0.56, fill=C["l500"], stroke=C["g500"], sw=INNER)
    g.circle(11.95, 0, 0.36, stroke=C["g500"], sw=HAIR)
    g.rev([(12.92, 0.62), (13.13, 0.62)], MLI, sw=INNER)
    g.rect(2.4, 0.95, 2.3, 0.22, fill=C["p500"])
    for s in (-1, 1):
        g.line(6.4, s * 1.9, 5.7, s * 3.2, C["g500"], INNER)
        g.dish(5.7, s * 3.2, 0.42, 0.16, 180, strut=False)


def kvant1(g):
    """Kvant-1: 5.8 m, joined to the aft port (x runs from 0 to -5.8)."""
    g.rev(
        [
            (-5.8, 0.62),
            (-5.6, 0.62),
            (-5.55, 1.3),
            (-4.9, 1.62),
            (-4.5, 1.62),
            (-4.4, 2.07),
            (-1.5, 2.07),
            (-0.9, 1.4),
            (-0.15, 0.8),
            (0, 0.8),
        ],
        HULL,
        rings=(-5.55, -4.4, -3.4, -2.4, -1.5),
    )
    g.rect(-3.3, -0.95, 0.8, 1.9, stroke=C["l600"], sw=HAIR)
    g.circle(-3.9, -0.4, 0.26, fill=C["l900"], stroke=C["g500"], sw=INNER)
    g.circle(-3.9, 0.5, 0.26, fill=C["l900"], stroke=C["g500"], sw=INNER)
    g.rect(-2.2, -1.2, 0.25, 2.4, fill=C["t500"], op=0.7)


def mir_module(g, L=12.0, arrays=True, kind=0):
    """Kvant-2 / Kristall class, growing along +x from the node."""
    if arrays:
        for s in (-1, 1):
            g.array(6.6, 2.35 if s > 0 else -2.35 - 7.2, 3.0, 7.2, 6, 3, 0.1)
            g.line(8.1, s * 1.9, 8.1, s * 9.6, C["g500"], INNER)
    g.rev(
        [(0, 0.8), (0.3, 0.8), (1.2, 1.5), (2.0, 2.05), (6.2, 2.17), (8.6, 2.17), (9.3, 1.5), (L - 0.6, 1.5), (L - 0.3, 0.9), (L, 0.9)],
        DARK if kind else HULL,
        rings=(2.0, 3.6, 5.2, 7, 8.6, 10.3),
    )
    for x in (3, 4.4, 10):
        g.circle(x, -0.3, 0.24, fill=C["l900"], stroke=C["g500"], sw=INNER)
    g.rect(5.6, 0.4, 1.8, 0.7, stroke=C["l600"], sw=HAIR)


def mir_1987(g):
    with g.push(13.13 + 6.98, 0, 180):
        soyuz_ship(g)
    kvant1(g)
    mir_core(g)


def mir_1996(g):
    with g.push(11.95, -1.0, -90):
        mir_module(g, 12.2)
    with g.push(11.95, 1.0, 90):
        mir_module(g, 11.9, kind=1)
    mir_1987(g)


# ---------------------------------------------------------------- satellites


def eo_satellite(g):
    """Khayyam / EgyptSat class, about 600 kg; the telescope looks down (+y). A schematic, about 2.9 m tall."""
    for s in (-1, 1):
        g.line(s * 0.62, -0.2, s * 1.05, -0.2, C["g500"], OUT)
        g.array(1.05 if s > 0 else -1.05 - 2.7, -0.85, 2.7, 1.3, 3, 4, 0.07, "x")
    # bus: faceted box with a tone per face
    g.poly([(-0.62, -1.0), (-0.1, -1.0), (-0.1, 0.75), (-0.62, 0.75)], fill=HULL[1])
    g.poly([(-0.1, -1.0), (0.62, -1.0), (0.62, 0.75), (-0.1, 0.75)], fill=HULL[3])
    for y in (-0.55, -0.1, 0.35):
        g.line(-0.62, y, 0.62, y, C["l500"], HAIR, 0.8)
    g.rect(-0.52, -0.46, 0.32, 0.28, fill=MLI[1], stroke=C["l500"], sw=HAIR)
    g.rect(0.08, -0.0, 0.42, 0.26, fill=MLI[2], stroke=C["l500"], sw=HAIR)
    g.rect(0.08, -0.46, 0.42, 0.28, fill=C["l400"], stroke=C["l500"], sw=HAIR)
    g.poly([(-0.62, -1.0), (0.62, -1.0), (0.62, 0.75), (-0.62, 0.75)], stroke=C["g500"], sw=OUT)
    g.line(-0.1, -1.0, -0.1, 0.75, C["g500"], INNER)
    # telescope baffle
    with g.push(0, 0.75, 90):
        g.rev([(0, 0.5), (0.12, 0.46), (0.75, 0.46), (0.82, 0.5)], MLI, rings=(0.2, 0.48), flip=True)
        g.rev([(0.82, 0.5), (0.86, 0.5)], DARK, sw=INNER)
    # star trackers, thruster deck, antennas
    for s in (-1, 1):
        with g.push(s * 0.36, -1.0, -90 + s * 28):
            g.rev([(0, 0.12), (0.24, 0.1), (0.42, 0.17)], DARK, sw=INNER)
    g.poly([(-0.2, -1.0), (0.2, -1.0), (0.12, -1.14), (-0.12, -1.14)], fill=HULL[2], stroke=C["g500"], sw=INNER)
    g.line(0.5, 0.75, 0.74, 1.16, C["g500"], INNER)
    g.dish(0.74, 1.16, 0.22, 0.1, 62)
    g.line(-0.5, 0.75, -0.62, 1.2, C["g500"], INNER)
    g.circle(-0.62, 1.23, 0.05, fill=C["p500"])
    g.line(-0.62, -0.8, -0.95, -1.3, C["g500"], HAIR * 1.4)
    g.line(0.62, -0.8, 0.95, -1.3, C["g500"], HAIR * 1.4)


def geo_satellite(g):
    """Geostationary communications satellite, KazSat / Badr class; 30 m across. Earth is below (+y)."""
    for s in (-1, 1):
        g.line(s * 1.2, 0, s * 3.0, 0, C["g500"], OUT)
        g.poly([(s * 1.2, 0), (s * 2.9, -1.05), (s * 2.9, 1.05)], stroke=C["g500"], sw=HAIR * 1.4)
        g.array(2.95 if s > 0 else -2.95 - 12, -1.15, 12.0, 2.3, 5, 6, 0.16, "x")
    g.poly([(-1.15, -1.9), (-0.1, -1.9), (-0.1, 1.5), (-1.15, 1.5)], fill=MLI[1])
    g.poly([(-0.1, -1.9), (1.15, -1.9), (1.15, 1.5), (-0.1, 1.5)], fill=MLI[3])
    for y in (-1.2, -0.5, 0.2, 0.9):
        g.line(-1.15, y, 1.15, y, C["g800"], HAIR, 0.9)
    for x in (-0.7, 0.4, 0.8):
        g.line(x, -1.9, x, 1.5, C["g800"], HAIR, 0.6)
    g.rect(-0.92, -0.95, 0.62, 1.7, fill=C["l300"], stroke=C["g800"], sw=HAIR)
    g.rect(0.12, -0.95, 0.8, 1.7, fill=C["l500"], stroke=C["g800"], sw=HAIR)
    g.rect(-1.15, -1.9, 2.3, 3.4, stroke=C["g500"], sw=OUT)
    g.line(-0.1, -1.9, -0.1, 1.5, C["g500"], INNER)
    with g.push(0, -1.9, -90):
        g.rev([(0, 0.3), (0.3, 0.22), (0.62, 0.46)], DARK, sw=INNER)
    # deployed reflectors east and west, feeds on the Earth deck
    for s in (-1, 1):
        with g.push(s * 1.95, 0.55, 90 - s * 22):
            P = [(0.34 * (t / 12) ** 2, 1.5 * t / 12) for t in range(-12, 13)]
            g.poly([*P, (0.34, -1.5)], fill=HULL[1] if s < 0 else HULL[2], stroke=C["g500"], sw=OUT)
            g.line(0.34, -1.5, 0.34, 1.5, C["g500"], HAIR)
        g.line(s * 1.15, 1.0, s * 1.95, 0.62, C["g500"], INNER)
        with g.push(s * 0.55, 1.5, 90):
            g.rev([(0, 0.2), (0.4, 0.2), (0.62, 0.32)], HULL, sw=INNER, flip=True)
    with g.push(0, 1.5, 90):
        g.rev([(0, 0.12), (0.5, 0.1), (0.9, 0.16)], DARK, sw=INNER)


def uv_telescope(g):
    """An imagined ultraviolet survey telescope: 1.2 m aperture tube, folded sunshade door, hexagonal bus. Nose at +x."""
    for s in (-1, 1):
        g.line(0.9, s * 0.9, 0.9, s * 1.5, C["g500"], OUT)
        g.array(0.3, 1.5 if s > 0 else -1.5 - 3.6, 1.3, 3.6, 4, 3, 0.08)
    g.rev([(-0.5, 0.34), (-0.2, 0.24), (0, 0.2)], DARK, sw=INNER)
    g.poly([(0, -0.95), (1.7, -0.95), (1.7, -0.33), (0, -0.33)], fill=HULL[1])
    g.poly([(0, -0.33), (1.7, -0.33), (1.7, 0.4), (0, 0.4)], fill=HULL[3])
    g.poly([(0, 0.4), (1.7, 0.4), (1.7, 0.95), (0, 0.95)], fill=HULL[4])
    for y in (-0.33, 0.4):
        g.line(0, y, 1.7, y, C["g500"], INNER)
    for x in (0.45, 1.2):
        g.line(x, -0.95, x, 0.95, C["l500"], HAIR)
    g.rect(0.55, -0.75, 0.5, 0.3, fill=MLI[1])
    g.rect(0.55, -0.15, 0.5, 0.36, fill=MLI[2])
    g.rect(0, -0.95, 1.7, 1.9, stroke=C["g500"], sw=OUT)
    g.rev([(1.7, 0.8), (2.0, 0.72), (2.1, 0.72)], DARK)
    g.rev([(2.1, 0.76), (4.9, 0.76)], MLI, rings=(2.5, 2.9, 3.3, 3.7, 4.1, 4.5))
    g.rev([(4.9, 0.76), (5.05, 0.84), (6.3, 0.84)], HULL, rings=(5.05, 5.4, 5.9))
    g.poly([(6.3, -0.84), (6.3, 0.84), (6.12, 0.5), (6.12, -0.5)], fill=C["l900"], stroke=C["g500"], sw=HAIR)
    # open door, hinged on the upper lip
    with g.push(6.3, -0.86, -58):
        g.poly([(0, -0.06), (1.75, -0.06), (1.75, 0.06), (0, 0.06)], fill=HULL[2], stroke=C["g500"], sw=INNER)
    g.line(5.9, -0.86, 6.72, -1.55, C["g500"], HAIR * 1.4)
    g.line(1.5, 0.95, 1.9, 1.7, C["g500"], INNER)
    g.dish(1.9, 1.7, 0.42, 0.18, 60)
    with g.push(3.0, -0.76, -90):
        g.rev([(0, 0.1), (0.28, 0.1), (0.44, 0.16)], DARK, sw=INNER)


def cubesat(g, units=3):
    """A 3U CubeSat, 10 x 34 cm, shown at ten times the scale of the other plates (units: decimetres)."""
    h = 3.4
    for s in (-1, 1):
        g.poly(
            [(s * 0.5, -h / 2), (s * 0.5 + s * 1.6, -h / 2 - 0.35), (s * 0.5 + s * 1.6, h / 2 - 0.35), (s * 0.5, h / 2)],
            fill=C["t700"],
            stroke=C["g500"],
            sw=INNER,
        )
        for i in range(7):
            for j in range(2):
                x0, x1 = 0.5 + 0.8 * j + 0.06, 0.5 + 0.8 * (j + 1) - 0.06
                y0, y1 = -h / 2 + h * i / 7 + 0.05, -h / 2 + h * (i + 1) / 7 - 0.05
                q = lambda x, y: (s * x, y - 0.35 * (x - 0.5) / 1.6)
                g.poly([q(x0, y0), q(x1, y0), q(x1, y1), q(x0, y1)], fill=C["t600"], stroke=C["t500"], sw=HAIR)
                g.poly([q(x0, y0), q(x0 + 0.4, y0), q(x0, y1)], fill=C["t500"], op=0.45)
    g.rect(-0.5, -h / 2, 0.42, h, fill=HULL[1])
    g.rect(-0.08, -h / 2, 0.58, h, fill=HULL[3])
    for i in range(3):
        y = -h / 2 + 0.14 + i * 1.13
        g.rect(-0.38, y + 0.08, 0.24, 0.78, fill=C["t600"], stroke=C["l500"], sw=HAIR)
        g.rect(0.02, y + 0.08, 0.36, 0.78, fill=C["t700"], stroke=C["l500"], sw=HAIR)
        g.line(-0.5, y + 1.0, 0.5, y + 1.0, C["g500"], INNER)
    g.rect(-0.5, -h / 2, 1, h, stroke=C["g500"], sw=OUT)
    g.line(-0.08, -h / 2, -0.08, h / 2, C["g500"], INNER)
    for a in (-62, -118):
        with g.push(0, -h / 2, a):
            g.line(0, 0, 2.2, 0, C["g500"], INNER)
            g.circle(2.2, 0, 0.05, fill=C["p500"])
    g.circle(0.2, h / 2 - 0.2, 0.1, fill=C["l900"], stroke=C["g500"], sw=HAIR)


# ---------------------------------------------------------------- ground


def dome(g):
    """RTT-150 on Bakirlitepe: dome about 13 m across over a round tower. y is up-negative, ground at 0."""
    # tower
    for i, (a, b) in enumerate(itertools.pairwise(CUTS)):
        g.rect(a * 6.2, -7.6, (b - a) * 6.2, 7.6, fill=HULL[i])
    for y in (-1.9, -3.8, -5.7):
        g.line(-6.2, y, 6.2, y, C["l400"], HAIR)
    g.rect(-6.2, -7.6, 12.4, 7.6, stroke=C["g500"], sw=OUT)
    for x in (-4.2, -1.4, 1.4, 4.2):
        g.rect(x - 0.42, -6.9, 0.84, 1.1, fill=C["l800"], stroke=C["g500"], sw=INNER)
    g.rect(-0.85, -2.5, 1.7, 2.5, fill=C["l700"], stroke=C["g500"], sw=INNER)
    g.line(0, -2.5, 0, 0, C["g500"], HAIR)
    g.rect(-6.9, -8.2, 13.8, 0.7, fill=HULL[2], stroke=C["g500"], sw=INNER)
    for i in range(22):
        g.line(-6.7 + i * 0.64, -8.2, -6.7 + i * 0.64, -9.0, C["g500"], HAIR)
    g.line(-6.9, -9.0, 6.9, -9.0, C["g500"], HAIR * 1.4)
    # hemisphere by tone bands
    R, cy = 6.35, -8.4
    for i, (a, b) in enumerate(itertools.pairwise(CUTS)):
        L = [(R * a * math.cos(math.radians(t)), cy - R * math.sin(math.radians(t))) for t in range(0, 91, 5)]
        M = [(R * b * math.cos(math.radians(t)), cy - R * math.sin(math.radians(t))) for t in range(90, -1, -5)]
        g.poly(L + M, fill=HULL[i], stroke=HULL[i], sw=0.6)
    for f in (-0.9, -0.66, -0.36, 0.62, 0.86):
        g.curve(lambda t: (R * f * math.cos(math.radians(t)), cy - R * math.sin(math.radians(t))), 0, 90, stroke=C["l400"], sw=HAIR, op=0.8)
    for t in (22, 45):
        r = R * math.cos(math.radians(t))
        y = cy - R * math.sin(math.radians(t))
        g.curve(lambda u: (r * math.cos(math.radians(u)), y + 0.5 * math.sin(math.radians(u))), 0, 180, stroke=C["l400"], sw=HAIR, op=0.6)
    # slit, and the open truss of the telescope looking out
    sl = [(R * -0.05 * math.cos(math.radians(t)), cy - R * math.sin(math.radians(t))) for t in range(8, 100, 4)]
    sr = [(R * 0.42 * math.cos(math.radians(t)), cy - R * math.sin(math.radians(t))) for t in range(96, 4, -4)]
    g.poly(sl + sr, fill=C["l900"])
    with g.push(1.0, cy - 0.6, -72):
        g.truss(0.2, 0, 3.4, 0, 1.55, 1.5, 3, C["g300"], INNER)
        g.rev([(-0.4, 0.95), (0.4, 0.95)], DARK, sw=INNER)
        g.rev([(3.3, 0.86), (3.75, 0.86)], HULL, sw=INNER, rings=())
        g.rev([(4.2, 0.22), (4.5, 0.22)], MLI, sw=HAIR)
        g.line(3.7, -0.8, 4.3, 0, C["g500"], HAIR)
        g.line(3.7, 0.8, 4.3, 0, C["g500"], HAIR)
    g.poly(sl + sr, stroke=C["g500"], sw=OUT)
    g.curve(lambda t: (R * math.cos(math.radians(t)), cy - R * math.sin(math.radians(t))), 0, 180, stroke=C["g500"], sw=OUT)
    # shutter half rolled back
    g.curve(
        lambda t: ((R + 0.35) * math.cos(math.radians(t)), cy - (R + 0.35) * math.sin(math.radians(t))), 20, 62, stroke=C["g500"], sw=OUT
    )


def big_dish(g, r=11):
    """A ground antenna on a wheel-and-track mount; y up-negative, ground at 0."""
    g.poly([(-5, 0), (-1.6, -9), (1.6, -9), (5, 0)], stroke=C["g500"], sw=OUT, fill=C["l600"])
    g.truss(-5, 0, -1, -10, 1.2, 0.8, 6)
    g.truss(5, 0, 1, -10, 1.2, 0.8, 6)
    g.rect(-6.4, -0.8, 12.8, 0.9, fill=DARK[2], stroke=C["g500"], sw=OUT)
    with g.push(0, -10.6, -52):
        for i in range(-4, 5):
            g.line(-2.6, i * 0.55, 0.9 + 3.2 * (i / 5) ** 2, i * 2.4, C["g500"], HAIR)
        g.poly([(-2.6, -2.2), (-2.6, 2.2), (0.4, 5), (0.4, -5)], fill=C["l500"], stroke=C["g500"], sw=INNER)
    g.dish(0, -10.6, r, 4.2, -52, 0.62)
    with g.push(0, -10.6, -52):
        for k in (0.25, 0.5, 0.75):
            g.line(4.2 * k * k, -r * k, 4.2, -r * k, C["l500"], HAIR)
            g.line(4.2 * k * k, r * k, 4.2, r * k, C["l500"], HAIR)


def tulip_pad(g):
    """Launch table with four support arms, at Site 1/31 scale. y up-negative, rail level at 0, rocket tail below the deck."""
    for s in (-1, 1):
        # half-gantry lowered outward
        g.truss(s * 9.5, 0.5, s * 25.5, -13.5, 4.6, 3.2, 9, C["g600"], INNER, fill=C["l700"])
        for i in range(4):
            f = 0.2 + i * 0.22
            x, y = s * (9.5 + 16 * f), 0.5 - 14 * f
            g.line(x - s * 2.2, y - 2.4, x + s * 1.4, y + 1.6, C["g500"], OUT)
        # support arm ('tulip petal')
        g.truss(s * 7.6, 0.8, s * 2.05, -17.6, 3.0, 1.0, 8, C["g500"], INNER, fill=C["l600"])
        g.poly(
            [(s * 6.3, 1.6), (s * 10.6, 1.6), (s * 11.4, -1.8), (s * 8.6, -3.1), (s * 6.2, -1.2)], fill=POM[3], stroke=C["g500"], sw=INNER
        )
        g.poly([(s * 1.5, -17.3), (s * 2.9, -17.9), (s * 2.6, -18.8), (s * 1.3, -18.2)], fill=C["p500"], stroke=C["g500"], sw=INNER)
        g.truss(s * 4.6, 1, s * 3.9, -9.5, 1.2, 0.7, 6, C["g600"], HAIR * 1.3, fill=C["l700"])
    # cable mast
    g.truss(5.6, 1, 2.3, -29, 1.3, 0.5, 12, C["g500"], INNER)
    g.line(2.3, -29, 1.5, -29.4, C["g500"], OUT)


# ---------------------------------------------------------------- later craft


def iss_2019(g):
    """The International Space Station in 2019, in plan, in metres: truss of 109 m, eight array wings of 35 x 12 m, the
    modules along the line of flight 74 m (NASA, ISS reference guide). Modules are shown as bodies, not portraits."""
    g.truss(-54, 0, 54, 0, 4.4, 4.4, 34, C["g500"], INNER, fill=DARK[3])
    for x in (-49, -38, 38, 49):
        for s in (-1, 1):
            g.array(x - 5.6, s * 4 if s > 0 else -38, 11.2, 34, 4, 8, 0.5)
            g.line(x, s * 2, x, s * 38, C["g500"], INNER)
    for x in (-18, 18):
        for k in (-1, 0, 1):
            g.rect(x - 1.6 + k * 3.6, 3, 3.2, 14, fill=HULL[1] if k else HULL[2], stroke=C["g500"], sw=INNER)
    bodies = [(-30, 2.05, 12.6, HULL), (-17, 2.05, 13, HULL), (-4.4, 2.2, 5.4, HULL), (1.4, 2.2, 8.6, HULL), (10.4, 2.2, 6.6, HULL)]
    with g.push(0, 0, 90):
        for x, r, length, tones in bodies:
            g.rev(
                [(x, r * 0.6), (x + 0.7, r), (x + length - 0.7, r), (x + length, r * 0.6)],
                tones,
                rings=(x + 2.5, x + length / 2, x + length - 2.5),
            )
    for s in (-1, 1):
        with g.push(0, 13.6, 0 if s > 0 else 180):
            g.rev([(2.2, 1.4), (3, 2.2), (10.4 if s > 0 else 8.4, 2.2), (11.2 if s > 0 else 9.2, 1.2)], HULL, rings=(5, 7.5))
    with g.push(0, -30, -90, 0.9):
        soyuz_ship(g)
    with g.push(0, -14, 0, 0.8), g.push(3, 0):
        soyuz_ship(g)


def radar_box(g):
    """EgyptSat-A class, about 1,050 kg: a six-sided bus with two wings and the camera below (+y), in metres. Schematic."""
    for s in (-1, 1):
        g.line(s * 0.7, 0.1, s * 1.1, 0.1, C["g500"], OUT)
        with g.push(s * 1.1, 0.1, -8 * s):
            g.array(0 if s > 0 else -3.3, -0.55, 3.3, 1.15, 4, 3, 0.06, "x")
    body = [(-0.7, -0.9), (-0.32, -1.15), (0.32, -1.15), (0.7, -0.9), (0.7, 0.7), (0.32, 0.95), (-0.32, 0.95), (-0.7, 0.7)]
    g.poly(body, fill=HULL[2])
    g.poly([(-0.7, -0.9), (-0.32, -1.15), (-0.32, 0.95), (-0.7, 0.7)], fill=HULL[1])
    g.poly([(0.32, -1.15), (0.7, -0.9), (0.7, 0.7), (0.32, 0.95)], fill=HULL[4])
    for y in (-0.6, -0.15, 0.3):
        g.rect(-0.24, y, 0.48, 0.3, fill=MLI[1] if y < 0 else MLI[2], stroke=C["l500"], sw=HAIR)
    g.poly(body, stroke=C["g500"], sw=OUT)
    for x in (-0.32, 0.32):
        g.line(x, -1.15, x, 0.95, C["g500"], INNER)
    with g.push(0, 0.95, 90):
        g.rev([(0, 0.34), (0.16, 0.3), (0.9, 0.3), (0.98, 0.36)], MLI, rings=(0.3, 0.6))
    g.line(0.6, 0.7, 0.95, 1.1, C["g500"], INNER)
    g.dish(0.95, 1.1, 0.3, 0.12, 58)
    g.line(-0.5, -1.0, -0.8, -1.5, C["g500"], HAIR * 1.4)
    g.circle(-0.8, -1.52, 0.05, fill=C["p500"])


def spektr_rg(g):
    """Spektr-RG: two X-ray telescopes side by side on a Navigator bus, with wings; in metres. Schematic."""
    for s in (-1, 1):
        g.array(1.3 if s > 0 else -1.3 - 5, -0.9, 5, 1.8, 5, 2, 0.1, "x")
        g.line(s * 0.9, 0, s * 1.3, 0, C["g500"], OUT)
    with g.push(0, 0.9, -90):
        g.rev([(-0.2, 0.9), (1.6, 0.9), (1.8, 0.7)], HULL, rings=(0.5, 1.1))
    for x, r, length, tones in ((-0.5, 0.52, 3.4, MLI), (0.55, 0.42, 3.0, HULL)):
        with g.push(x, -0.8, -90):
            g.rev([(0, r), (length, r), (length + 0.1, r * 1.12)], tones, rings=(0.8, 1.7, 2.5))
    g.dish(0, 2.2, 0.7, 0.22, 90)

"""Scenes of student satellites and other small cubes: craft of ten centimetres a unit, drawn far larger than the Earth."""

from __future__ import annotations

import math
import random
from collections.abc import Callable

from kiosk.drawing import craft
from kiosk.drawing.kit import HULL, INNER, MLI, C, Svg
from kiosk.drawing.lookers import limb, straight_down, strip, track, view
from kiosk.drawing.scene import dashed, glow, ground
from kiosk.drawing.sky import CAPITALS, star_poly, stars


def challenge_one(w: float, h: float) -> Svg:
    """Challenge ONE, three cubes with antennas, over Tunisia; dotted links to small things on the ground that report."""
    tall = h > w
    g = ground(w, h, "noon")
    stars(g, 0, 0, w, h * 0.4, 40, 20, 60, 5.0, 0.9)
    globe = limb(g, w, h, (9.8, 35), "day", 0.62, 1.5, 0, 0.5)
    x, y, s = w * 0.5, h * 0.29, (h / 9.5 if not tall else w / 6.8)
    chance = random.Random(2)
    for _ in range(16):
        at = globe.pt(9.6 + chance.uniform(-4.5, 4.5), 34.2 + chance.uniform(-2.4, 2.6))
        dashed(g, [(x + (at[0] - x) * t / 40, y + 1.6 * s + (at[1] - y - 1.6 * s) * t / 40) for t in range(41)], C["iv"], 1.5, 0.7)
        g.circle(*at, 5, fill=C["p500"], stroke=C["iv"], sw=1.6)
    with g.push(x, y, 12, s):
        for angle in (-140, -40, 140, 40):
            craft.whip(g, 0, -1.5 if angle < 0 else 1.5, angle, 1.5)
        craft.cube_stack(g, 3)
    return g


def phi_demo(w: float, h: float) -> Svg:
    """PHI-Demo with a drawer pulled out, for it carries the trials of others, and the smaller A-SEANSAT-PG1; between the
    Gulf and Malaysia. Schematic."""
    tall = h > w
    g = ground(w, h, "dusk")
    stars(g, 0, 0, w, h * 0.6, 160, -20, 60, 5.8, 1.0)
    globe = limb(g, w, h, (78, 14), "dawn", 0.66, 0.9, 0, 0.5)
    track(g, globe, h * 0.26)
    for code in ("AE", "MY"):
        at = globe.pt(*CAPITALS[code])
        glow(g, *at, h * 0.05, C["g300"], 0.9, code)
    with g.push(w * (0.42 if not tall else 0.4), h * 0.35, -7, (h / 8.6 if not tall else w / 6.6)):
        craft.wings(g, 1.0, -0.5, 1.9, 1.6, 2)
        craft.box(g, -1.0, -1.35, 1.0, 1.35, 0.52)
        craft.cells(g, -0.9, -1.25, -0.05, 0.1, 4, 6)
        g.rect(0.16, -1.2, 0.7, 0.9, fill=C["l500"], stroke=C["l400"], sw=INNER)
        g.poly([(0.1, 0.15), (1.0, 0.15), (1.75, 0.4), (1.75, 1.0), (1.0, 0.85), (0.1, 0.85)], fill=HULL[2], stroke=C["g500"], sw=2.2)
        g.rect(1.1, 0.42, 0.5, 0.36, fill=MLI[1], stroke=C["g800"], sw=INNER)
        g.rect(-0.85, 0.35, 0.7, 0.7, fill=MLI[2], stroke=C["l500"], sw=INNER)
        g.circle(0.5, 1.1, 0.09, fill=C["p500"])
        craft.schematic(g, 3.3, 0.62)
    with g.push(w * (0.76 if not tall else 0.8), h * (0.28 if not tall else 0.54), 14, (h / 12 if not tall else w / 8)):
        craft.cube_stack(g, 3)
        for angle in (-120, -60):
            craft.whip(g, 0, -1.7, angle, 1.2)
        craft.schematic(g, 2.4, 0.9)
    return g


def icube(w: float, h: float) -> Svg:
    """ICUBE-1, one cube of ten centimetres with two antennas, beside a rule of ten gold marks; Pakistan below."""
    tall = h > w
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h, 340, 40, 70, 6.4, 1.2)
    limb(g, w, h, (70, 30), "night", 0.72, 0.9, 0, 0.5)
    s = h / 3.3 if not tall else w / 2.3
    x, y = w * 0.48, h * 0.38
    with g.push(x, y, 0, s):
        for angle in (-118, -62):
            craft.whip(g, 0, -0.56, angle, 0.72)
        craft.cube_stack(g, 1)
        g.line(0.72, -0.565, 0.72, 0.565, C["g500"], 2.2)
        for i in range(11):
            g.line(0.72, -0.565 + i * 0.113, 0.8 if i % 5 else 0.86, -0.565 + i * 0.113, C["g300"], 1.8)
    return g


def gulf(w: float, h: float) -> Svg:
    """Three cubes from Riyadh, Kuwait and Doha by day over the Gulf, each tied by a thread to its light."""
    tall = h > w
    g = ground(w, h, "noon")
    globe = straight_down(g, w, h, (49.4, 25.9), "day", 3.0)
    for code, x, y, turn, units, size in (("SA", 0.26, 0.36, -14, 1, 1.0), ("KW", 0.52, 0.2, 6, 2, 0.85), ("QA", 0.76, 0.42, 16, 1, 1.0)):
        at = globe.pt(*CAPITALS[code])
        craft_at = (w * x, h * y)
        g.line(*craft_at, *at, C["iv"], 1.8, 0.9)
        glow(g, *at, h * 0.05, C["g300"], 0.95, code)
        g.poly(star_poly(8, 3, h * 0.016, *at, 22.5), fill=C["iv"], stroke=C["p500"], sw=1.6)
        g.circle(*craft_at, h * 0.17, fill=g.grad(f"soft{code}", [(0, C["l900"], 0.5), (1, C["l900"], 0)], (*craft_at, h * 0.17)))
        with g.push(*craft_at, turn, (h / 7.0 if not tall else w / 5.0) * size):
            for angle in (-125, -55):
                craft.whip(g, 0, -0.56 * units, angle, 0.8)
            craft.cube_stack(g, units)
    return g


def tigrisat(w: float, h: float) -> Svg:
    """TigriSat, three cubes, over the Euphrates and the Tigris; a plume of dust blows across the plain."""
    tall = h > w
    g = ground(w, h, "noon")
    globe = straight_down(g, w, h, (44.6, 32.8), "day", 3.0)
    tigris = [
        (41.0, 37.6),
        (42.4, 36.9),
        (43.1, 36.3),
        (43.3, 35.2),
        (43.9, 34.2),
        (44.4, 33.3),
        (45.8, 32.5),
        (46.6, 31.9),
        (47.4, 31.0),
        (48.2, 30.4),
        (48.5, 29.95),
    ]
    euphrates = [
        (38.2, 36.9),
        (39.0, 35.9),
        (40.4, 35.2),
        (41.2, 34.4),
        (42.6, 33.8),
        (43.6, 33.3),
        (44.3, 32.4),
        (45.3, 31.3),
        (46.5, 30.9),
        (47.4, 31.0),
    ]
    for river in (tigris, euphrates):
        globe.track([(*p, 0.0) for p in river], stroke=C["t700"], sw=9)
        globe.track([(*p, 0.0) for p in river], stroke=C["t300"], sw=5)
    chance = random.Random(9)
    for i in range(300):
        t = chance.random() ** 0.7
        x, y = globe.pt(40.6 + 8.0 * t, 33.8 - 3.4 * t + chance.gauss(0, 0.2 + 0.9 * t))
        g.circle(x, y, chance.uniform(3, 11), fill=C["iv"] if i % 3 else C["g300"], op=0.13)
    strip(g, globe, (44.6, 32.6), 1.0, 4, 1.2)
    x, y, s = w * 0.56, h * 0.31, (h / 8.4 if not tall else w / 6.2)
    g.circle(x, y, s * 2.4, fill=g.grad("soft", [(0, C["l900"], 0.5), (1, C["l900"], 0)], (x, y, s * 2.4)))
    view(g, globe, (x, y + s * 1.7), (44.6, 32.6), 1.0, "iv")
    with g.push(x, y, 10, s):
        for side in (-1, 1):
            craft.cells(g, side * 0.55 - (1.15 if side < 0 else 0), -1.6, side * 0.55 + (1.15 if side > 0 else 0), 1.2, 3, 8)
        craft.cube_stack(g, 3)
        craft.barrel(g, 0, 1.7, 90, 0.24, 0.4)
        for angle in (-115, -65):
            craft.whip(g, 0, -1.7, angle, 1.1)
    glow(g, *globe.pt(44.4, 33.34), math.hypot(w, h) * 0.02, C["g300"], 0.9, "baghdad")
    return g


SCENES: dict[str, Callable[[float, float], Svg]] = {
    "tunisia-challenge-one": challenge_one,
    "phi-demo-and-a-seansat-pg1": phi_demo,
    "pakistan-icube-1": icube,
    "gulf-student-cubesats": gulf,
    "iraq-tigrisat": tigrisat,
}

"""Scenes of launch sites: pads and rockets, to scale."""

from __future__ import annotations

import math

from kiosk.drawing import vehicles
from kiosk.drawing.kit import DARK, C, Svg
from kiosk.drawing.scene import glow, ground, hills, ticks
from kiosk.drawing.sky import star_poly, stars

_PIT = ("#0E1A48", "#0C163F", "#0A1236", "#09102E", "#080D26", "#070B20", "#060919", "#05070F", "#04050B")


def baikonur(w: float, h: float) -> Svg:
    """A Soyuz in the open arms of its pad at first light; the sky behind its nose as a dial."""
    tall = h > w
    horizon = h * (0.84 if tall else 0.80)
    g = ground(w, h, "dawn", horizon)
    stars(g, 0, 0, w, horizon, 310, 52, 70 if not tall else 48, 5.6, 1.0, ymax=horizon * 0.72)
    s = h * 0.70 / 54
    bx, by = w * 0.5, horizon + s * 0.4
    r = h * 0.34
    cx, cy = bx, by - 38 * s
    for k, op in ((1, 0.5), (0.965, 0.25), (0.70, 0.3)):
        g.circle(cx, cy, r * k, stroke=C["g500"], sw=1.1, op=op)
    ticks(g, cx, cy, r * 0.965, 0, 360, 2.5, r * 0.014, op=0.4, major=6)
    for k in (5, 4):
        g.poly(star_poly(12, k, r * 0.70, cx, cy, 15), stroke=C["g500"], sw=1.1, op=0.32)
    hills(g, w, h, horizon, ["#3A3560", "#242C5C", "#141F4A", "#0B1330"], 3, 0.008)
    for dx, k in ((-44, 0.9), (-33, 0.72), (36, 0.76), (47, 0.95)):
        x = bx + dx * s
        if 0 < x < w:
            g.truss(x, horizon + 4, x, horizon - 52 * s * k, 2.2 * s * k, 0.7 * s * k, 16, C["g600"], 1.1)
            g.line(x, horizon - 52 * s * k, x, horizon - 57 * s * k, C["g500"], 1.2)
            g.circle(x, horizon - 57 * s * k, 2.4, fill=C["p500"])
    glow(g, bx, by - 6 * s, 26 * s, C["g300"], 0.5, "gl")
    _pad(g, bx, by, s)
    for i in range(7):
        glow(g, bx + (2.2 + i * 0.9) * s, by - (13 + (i % 3) * 1.2) * s, (1.6 + i * 0.35) * s, C["iv"], 0.16, f"v{i}")
    return g


def _pad(g: Svg, bx: float, by: float, s: float) -> None:
    """Flame pit, rocket, arms, deck, and two people of 1.75 m for scale; `s` pixels a metre."""
    with g.push(bx, by, 0, s):
        for i, colour in enumerate(_PIT):
            f = i / 8
            g.arc(0, 1.4, 17 - f * 9, 0, 180, ry=15 - f * 8.6, fill=colour, stroke=C["g500"], sw=0.8, op=1)
        for i in range(1, 12):
            t = math.radians(15 * i)
            g.line(17 * math.cos(t), 1.4 + 15 * math.sin(t), 8 * math.cos(t), 1.4 + 6.4 * math.sin(t), C["g500"], 0.6, 0.35)
        with g.push(0, 2.4, -90):
            vehicles.soyuz_rocket(g)
        vehicles.tulip_pad(g)
        g.poly([(-30, 1.4), (-7.2, 1.4), (-6.6, 3.1), (-30, 3.1)], fill=DARK[3], stroke=C["g500"], sw=1.4)
        g.poly([(30, 1.4), (7.2, 1.4), (6.6, 3.1), (30, 3.1)], fill=DARK[4], stroke=C["g500"], sw=1.4)
        for x in (*range(-29, -8, 3), *range(9, 30, 3)):
            g.line(x, 1.4, x, 0.3, C["g500"], 0.9)
        for x in (-14, -12.9, 15.5):
            g.circle(x, -0.28, 0.2, fill=C["iv"])
            g.poly([(x - 0.26, -0.02), (x + 0.26, -0.02), (x + 0.18, 1.35), (x - 0.18, 1.35)], fill=C["iv"])


def launch_family(w: float, h: float) -> Svg:
    """The rockets of these stories to one scale, lines every ten metres: Kosmos-3M, Dnepr, Soyuz, Zenit, Proton."""
    horizon = h * 0.86
    g = ground(w, h, "dusk", horizon)
    stars(g, 0, 0, w, horizon, 0, 50, 70, 5.8, 1.0, ymax=horizon * 0.7)
    s = h * 0.66 / 58.2
    for metres in range(0, 61, 10):
        g.line(w * 0.05, horizon - metres * s, w * 0.95, horizon - metres * s, C["g500"], 0.8, 0.32)
    g.rect(0, horizon, w, h - horizon, fill="#0B1330")
    g.line(0, horizon, w, horizon, C["g500"], 1.6)
    family = (vehicles.kosmos3m, vehicles.dnepr, vehicles.soyuz_rocket, vehicles.zenit, vehicles.proton)
    for i, draw in enumerate(family):
        with g.push(w * (0.16 + 0.17 * i), horizon - 1.6 * s, -90, s):
            draw(g)
    for x in (w * 0.06, w * 0.075):
        g.circle(x, horizon - 1.6 * s, 0.3 * s, fill=C["iv"])
        g.rect(x - 0.3 * s, horizon - 1.3 * s, 0.6 * s, 1.3 * s, fill=C["iv"])
    return g


def proton_night(w: float, h: float) -> Svg:
    """A Proton-M with its Briz-M stage climbs at night."""
    horizon = h * 0.88
    g = ground(w, h, "night", horizon)
    stars(g, 0, 0, w, horizon, 280, 30, 60, 6.0, 1.0, ymax=horizon)
    hills(g, w, h, horizon, ["#172A5C", "#101D46", "#0A1130"], 4, 0.012)
    s = h * 0.6 / 58.2
    x, y = w * 0.5, h * 0.74
    for r, colour, strength, name in ((0.5, "p500", 0.55, "f0"), (0.26, "g500", 0.8, "f1"), (0.1, "iv", 0.9, "f2")):
        glow(g, x, y + 3 * s, h * r, C[colour], strength, name)
    g.poly([(x - 2 * s, y), (x + 2 * s, y), (x + 0.7 * s, y + 16 * s), (x - 0.7 * s, y + 16 * s)], fill=C["g300"], op=0.9)
    with g.push(x, y, -90, s):
        vehicles.proton(g)
    return g

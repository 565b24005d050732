"""Scenes of telescopes: domes, the imagined survey telescope, and skies computed from the star catalogue.

The ultraviolet sky. Each star of the Yale Bright Star Catalogue (5th edition) gets a temperature from its colour B-V
(Ballesteros 2012, EPL 97, 34008), and from its magnitude V and the ratio of Planck's law at 200 nm and 550 nm the
magnitude that an ultraviolet telescope would see. Interstellar dust and the lines of real spectra are left out: the
picture shows which stars blaze and which vanish, not exact brightness.
"""

from __future__ import annotations

import itertools
import math
import random

from kiosk.drawing import vehicles
from kiosk.drawing.kit import C, Svg
from kiosk.drawing.scene import around, dashed, glow, ground
from kiosk.drawing.sky import LINES, STARS, earth, stars, stereo

_ULTRAVIOLET, _VISIBLE = 200e-9, 550e-9
"""Metres."""


def rtt150(w: float, h: float) -> Svg:
    """RTT-150 on its mountain under one hour and a half of star trails; Spektr-RG far away at the upper edge."""
    tall = h > w
    horizon = h * 0.80
    g = ground(w, h, "night", horizon)
    px, py = w * 0.32, h * 0.26
    for ra, dec, magnitude, colour, _ in STARS:
        if magnitude > 5.7:
            break
        if dec < -12:
            continue
        r = (90 - dec) / 90 * max(w, h) * 1.05
        tone = "#C9D6FF" if colour < 0.1 else C["iv"] if colour < 0.8 else C["g500"]
        trail = [(px + r * math.cos(math.radians(i - ra)), py + r * math.sin(math.radians(i - ra))) for i in range(24)]
        trail = [p for p in trail if -20 < p[0] < w + 20 and -20 < p[1] < horizon]
        if len(trail) > 2:
            g.poly(trail, stroke=tone, sw=max(0.8, 2.9 - 0.38 * magnitude), op=max(0.3, 1 - magnitude * 0.12), close=False)
    chance = random.Random(7)
    for i, (tone, height) in enumerate((("#1C3A70", 0.10), ("#172A5C", 0.075), ("#101D46", 0.06), ("#0A1130", 0.03))):
        base = horizon + (i - 1.4) * h * 0.045
        ridge = [
            (w * j / 80, base - h * height * (0.5 + 0.5 * math.sin(j * 0.11 * (1 + i * 0.3) + i * 1.7)) - chance.uniform(0, 1) * h * 0.008)
            for j in range(81)
        ]
        if i == 2:
            mx, wide = w * 0.54, w * (0.15 if not tall else 0.24)
            ridge = [
                (x, horizon + abs(x - mx) * 0.03) if abs(x - mx) <= wide else (x, min(y, horizon + abs(x - mx) * 0.2)) for x, y in ridge
            ]
            s = h / (36 if not tall else 42)
            glow(g, mx, horizon - 8 * s, 22 * s, C["t500"], 0.25, "dg")
            with g.push(mx, horizon + 2, 0, s):
                vehicles.dome(g)
        g.poly([(0, h), *ridge, (w, h)], fill=tone)
        g.poly(ridge, stroke=C["g500"], sw=0.9, op=0.4, close=False)
    with g.push(w * 0.8, h * 0.16, -20, h / 130):
        vehicles.spektr_rg(g)
    return g


def l2(w: float, h: float) -> Svg:
    """Where Spektr-RG works: beyond the Earth as seen from the Sun, at the point L2. Distances are not to scale."""
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h, 180, 0, 90, 6.2, 1.0)
    y = h * 0.46
    glow(g, 0, y, h * 0.7, C["g500"], 0.9, "sun")
    g.circle(-h * 0.1, y, h * 0.26, fill=C["g300"])
    g.line(h * 0.16, y, w, y, C["g500"], 1.2, 0.6)
    ex = w * 0.4
    g.circle(-h * 0.1, y, ex + h * 0.1, stroke=C["g500"], sw=1.2, op=0.4)
    earth(g, ex, y, h * 0.085, 10, 50, 0, "e", grat=30)
    g.poly(around(ex, y, h * 0.19, h * 0.19, 0, 360, 90), stroke=C["ivd"], sw=1, op=0.5)
    g.circle(ex + h * 0.19, y, h * 0.017, fill=C["ivd"])
    lx = w * 0.7
    for k in (1, 0.72):
        g.poly(around(lx, y, h * 0.07 * k, h * 0.2 * k, 0, 360, 90), stroke=C["t300"], sw=1.6, op=0.8)
    g.circle(lx, y, 4, fill=C["t300"])
    with g.push(lx + h * 0.02, y - h * 0.19, -70, h / 62):
        vehicles.spektr_rg(g)
    return g


def imagined_telescope(w: float, h: float) -> Svg:
    """The telescope of the founding story as we imagine it: a broken outline, a stripe of sky it would sweep."""
    tall = h > w
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h, 95, 5, 66, 6.4, 1.15, lines=0.28)
    cx, cy = w * 0.5, h * 0.42

    def stripe(offset: float) -> list[tuple[float, float]]:
        return [(x, cy + offset + (x - cx) * -0.32 + ((x - cx) / w) ** 2 * h * 0.22) for x in (-20 + (w + 40) * j / 40 for j in range(41))]

    for i in range(-9, 10):
        if i:
            g.poly(stripe(i * h * 0.075), stroke=C["t500"], sw=1.0, op=0.2, close=False)
    g.poly(stripe(-h * 0.225) + stripe(-h * 0.15)[::-1], fill=C["t500"], op=0.16)
    sx, sy, s = (w * 0.22, h * 0.54, w / 11.2) if tall else (w * 0.36, h * 0.46, w / 19)
    with g.push(sx, sy, -34, s):
        g.poly([(6.3, -0.8), (6.3, 0.8), (30, 2.6), (30, -2.6)], fill=C["t300"], op=0.13)
        for k in (-1, 1):
            g.line(6.3, k * 0.8, 30, k * 2.6, C["t300"], 1, 0.6)
        first = len(g.el)
        vehicles.uv_telescope(g)
        g.el[first:] = [f'<g opacity=".5">{"".join(g.el[first:])}</g>']
        for r in (1.5, 2.0):
            dashed(g, around(3.4, 0, 4.6 * r / 1.5, r * 1.35, 0, 360, 90), C["g300"], 1.8, 0.9)
    return g


def temperature(colour: float) -> float:
    """Kelvin from B-V (Ballesteros 2012)."""
    return 4600 * (1 / (0.92 * colour + 1.7) + 1 / (0.92 * colour + 0.62))


def ultraviolet_magnitude(magnitude: float, colour: float) -> float:
    """The magnitude at 200 nm of a star of visual magnitude V and colour B-V, as a black body; Vega stays as it is."""

    def ratio(kelvin: float) -> float:
        def planck(metres: float) -> float:
            return metres**-5 / math.expm1(1.4388e-2 / (metres * kelvin))

        return planck(_ULTRAVIOLET) / planck(_VISIBLE)

    return magnitude - 2.5 * math.log10(ratio(temperature(max(-0.33, colour))) / ratio(temperature(0.0)))


def _sky(w: float, h: float, ultraviolet: bool) -> Svg:
    """Orion and its neighbours, 62 degrees across, north up."""
    g = ground(w, h, "deep")
    k = w / (4 * math.tan(math.radians(62 / 4)))

    def place(ra: float, dec: float) -> tuple[float, float] | None:
        found = stereo(ra, dec, 86, 2)
        return (w / 2 + found[0] * k, h * 0.48 + found[1] * k) if found else None

    for lines in LINES:
        for line in lines:
            ends = [place(*p) for p in line]
            for a, b in itertools.pairwise(ends):
                if a and b and all(-40 < each[0] < w + 40 and -40 < each[1] < h + 40 for each in (a, b)):
                    g.line(*a, *b, C["g500"], 1.1, 0.3)
    for ra, dec, magnitude, colour, _ in STARS:
        at = place(ra, dec)
        if at is None or not (0 < at[0] < w and 0 < at[1] < h):
            continue
        seen = ultraviolet_magnitude(magnitude, colour) if ultraviolet else magnitude
        if seen > 6.4:
            continue
        tone = (
            ("#B9A8FF" if colour < -0.1 else "#86DDD6")
            if ultraviolet
            else ("#C9D6FF" if colour < 0.1 else C["iv"] if colour < 0.8 else C["g500"])
        )
        r = 2.1 * max(0.55, 4.2 - 0.62 * seen)
        if seen < 2.4:
            g.circle(*at, r * 4.2, fill=tone, op=0.09)
            g.circle(*at, r * 1.9, fill=tone, op=0.16)
        g.circle(*at, r, fill=tone, op=min(1.0, 0.5 + 0.16 * (5.6 - seen)) if seen > 1.8 else 1)
    return g


def sky_by_eye(w: float, h: float) -> Svg:
    """Orion as the eye sees it, from the catalogue."""
    return _sky(w, h, False)


def sky_in_ultraviolet(w: float, h: float) -> Svg:
    """The same stars as an ultraviolet telescope would see them: hot ones blaze, Betelgeuse is gone."""
    return _sky(w, h, True)


def air(w: float, h: float) -> Svg:
    """Why it must fly: ozone between some 15 and 35 km stops ultraviolet light; visible light reaches the ground.
    Heights are to scale up to 100 km (ozone layer: WMO)."""
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h * 0.5, 130, 20, 60, 6.2, 1.0)
    floor, km = h * 0.9, h * 0.62 / 100
    for low, high, tone, op in ((0, 12, C["t600"], 0.5), (12, 50, C["t700"], 0.45), (50, 100, C["l600"], 0.5)):
        g.rect(0, floor - high * km, w, (high - low) * km, fill=tone, op=op)
    g.rect(0, floor - 35 * km, w, 20 * km, fill=C["t500"], op=0.42)
    for i in range(11):
        g.line(0, floor - i * 10 * km, w * (0.03 if i % 5 else 0.06), floor - i * 10 * km, C["g500"], 1.2, 0.8)
    g.rect(0, floor, w, h - floor, fill="#0B1330")
    g.line(0, floor, w, floor, C["g500"], 1.8)
    for i in range(7):
        x = w * (0.2 + i * 0.045)
        end = floor - (24 + (i % 3) * 3) * km
        wave = [(x + math.sin(j * 0.18) * 5, h * 0.04 + (end - h * 0.04) * j / 300) for j in range(301)]
        g.poly(wave, stroke="#B9A8FF", sw=2, close=False)
        glow(g, x, end, h * 0.03, "#B9A8FF", 0.7, f"u{i}")
    for i in range(5):
        x = w * (0.62 + i * 0.045)
        wave = [(x + math.sin(j * 0.125) * 6, h * 0.04 + (floor - h * 0.04) * j / 360) for j in range(361)]
        g.poly(wave, stroke=C["g300"], sw=2, close=False)
    with g.push(w * 0.185, h * 0.175, -60, h / 48):
        vehicles.uv_telescope(g)
    with g.push(w * 0.72, floor, 0, h / 120):
        vehicles.dome(g)
    return g

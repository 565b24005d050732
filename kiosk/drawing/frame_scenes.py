"""Scenes of the pages about the exhibit: how it knows, whom it thanks, its words, its years, its places."""

from __future__ import annotations

import math

from kiosk.drawing.kit import C, Svg
from kiosk.drawing.path_scenes import EARTH_RADIUS_KM, shipped
from kiosk.drawing.scene import around, dashed, glow, ground, ticks
from kiosk.drawing.sky import STARS, earth, girih_band, star_poly, stars, stereo


def how_we_know(w: float, h: float) -> Svg:
    """Two observers far apart sight one star, and their lines meet in it; a third looks alone and has only a direction."""
    tall = h > w
    g = ground(w, h, "night")
    stars(g, 0, 0, w, h, 280, 25, 70, 5.6, 0.9)
    radius = max(w, h) * 0.95
    cx, cy = w * 0.5, h * (0.68 if not tall else 0.72) + radius
    globe = earth(g, cx, cy, radius, -30, 60, 0, "e", grat=10, nations=())
    target = (w * 0.5, h * 0.2)
    feet = [
        (cx + radius * math.sin(math.radians(a)), cy - radius * math.cos(math.radians(a))) for a in ((-14, 12) if not tall else (-11, 10))
    ]
    for foot in feet:
        g.line(*foot, *target, C["g300"], 2.4, 0.95)
        _quadrant(g, *foot, target, h * 0.07)
    angle = math.radians(1.5 if not tall else 1)
    alone = (cx + radius * math.sin(angle), cy - radius * math.cos(angle))
    away = (w * 0.78, -20.0)
    n = 44
    dashed(
        g, [(alone[0] + (away[0] - alone[0]) * i / n, alone[1] + (away[1] - alone[1]) * i / n) for i in range(n + 1)], C["ivd"], 1.6, 0.5
    )
    _quadrant(g, *alone, away, h * 0.05)
    glow(g, *target, h * 0.16, C["g300"], 0.8, "star")
    g.poly(star_poly(8, 3, h * 0.045, *target, 22.5), fill=C["g500"], stroke=C["g300"], sw=2)
    for k, op in ((0.09, 0.8), (0.12, 0.4)):
        g.circle(*target, h * k, stroke=C["g500"], sw=1.2, op=op)
    globe.graticule(10, stroke=C["g500"], sw=0.5, op=0.1)
    return g


def _quadrant(g: Svg, x: float, y: float, at: tuple[float, float], size: float) -> None:
    """A sighting tube on a graded quarter circle, and the observer beside it (1.75 m)."""
    turn = math.degrees(math.atan2(at[1] - y, at[0] - x))
    with g.push(x, y, 0, size):
        g.poly([(0, 0), *around(0, 0, 0.62, 0.62, 180, 360, 40), (0, 0)], fill=C["l700"], stroke=C["g500"], sw=1.8)
        for i in range(19):
            a = math.radians(180 + i * 10)
            g.line(0.5 * math.cos(a), 0.5 * math.sin(a), 0.6 * math.cos(a), 0.6 * math.sin(a), C["g300"], 1, 0.8)
        with g.push(0, 0, turn, 1):
            g.poly([(-0.3, -0.07), (0.95, -0.05), (0.95, 0.05), (-0.3, 0.07)], fill=C["p500"], stroke=C["g300"], sw=1.6)
        side = -1 if at[0] > x else 1
        g.circle(side * 0.95, -0.62, 0.11, fill=C["iv"])
        g.poly(
            [(side * 0.95 - 0.13, -0.48), (side * 0.95 + 0.13, -0.48), (side * 0.95 + 0.1, 0.06), (side * 0.95 - 0.1, 0.06)], fill=C["iv"]
        )


def acknowledgements(w: float, h: float) -> Svg:
    """Many lights, one pattern: each of the brightest stars of a true sky sends a thread to a rosette of sixteen."""
    tall = h > w
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h, 85, 20, 100, 6.3, 1.05)
    cx, cy, r = w * 0.5, h * (0.42 if not tall else 0.4), min(w, h) * 0.25
    k = w / (4 * math.tan(math.radians(100 / 4)))
    for i, (ra, dec, magnitude, _, _) in enumerate(STARS):
        if magnitude > 3.0:
            break
        found = stereo(ra, dec, 85, 20)
        if found is None:
            continue
        x, y = w / 2 + found[0] * k, h / 2 + found[1] * k
        far = math.hypot(x - cx, y - cy)
        if not (0 < x < w and 0 < y < h) or far < r * 1.12:
            continue
        angle = round(math.atan2(y - cy, x - cx) / (math.pi / 16)) * math.pi / 16
        foot = (cx + r * 1.02 * math.cos(angle), cy + r * 1.02 * math.sin(angle))
        g.line(x, y, *foot, C["g500"], 1.3, 0.55)
        glow(g, x, y, h * 0.02, C["g300"], 0.6, f"s{i}")
        g.circle(x, y, 3.4, fill=C["g300"])
    glow(g, cx, cy, r * 1.7, C["g500"], 0.16, "middle")
    g.circle(cx, cy, r * 1.02, fill=C["l800"], stroke=C["g300"], sw=2.2)
    girih_band(g, cx, cy, r * 0.44, r * 0.7, 16, C["g500"], 1.8, theta=62)
    girih_band(g, cx, cy, r * 0.7, r * 1.0, 16, C["g500"], 1.8, theta=62)
    for step in (7, 6, 5):
        g.poly(star_poly(16, step, r * 0.44, cx, cy, -90), stroke=C["g300"] if step == 7 else C["t500"], sw=1.5, op=0.85)
    g.poly(star_poly(8, 3, r * 0.1, cx, cy, 22.5), fill=C["p500"], stroke=C["g300"], sw=1.6)
    return g


def words_we_use(w: float, h: float) -> Svg:
    """From above the pole and to one scale: a low orbit of 500 km, a transfer path from 200 km to the ring, and the ring
    at 35,786 km. The Moon would stand nine times farther out."""
    tall = h > w
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h, 200, 80, 80, 5.8, 0.9)
    cx, cy = w * 0.5, h * (0.42 if not tall else 0.4)
    ring = min(w, h) * (0.4 if not tall else 0.46)
    km = ring / (EARTH_RADIUS_KM + 35786)
    radius = EARTH_RADIUS_KM * km
    g.circle(cx, cy, ring, fill=C["t700"], op=0.1)
    earth(g, cx, cy, radius, 89, 60, 0, "e", grat=30)
    g.circle(cx, cy, radius + 500 * km, stroke=C["t300"], sw=2.6)
    near, far = EARTH_RADIUS_KM + 200, EARTH_RADIUS_KM + 35786
    axis, shift = (near + far) / 2 * km, (far - near) / 2 * km
    path = around(cx - shift, cy, axis, math.sqrt(axis * axis - shift * shift), 0, 360, 180)
    dashed(g, path, C["p300"], 2.2)
    g.circle(cx, cy, ring, stroke=C["g500"], sw=2.6)
    ticks(g, cx, cy, ring, 0, 360, 5, 8, op=0.6, major=6)
    far_right = min(w - 10, cx + ring * 1.4)
    g.line(cx, cy, far_right, cy - ring * 0.02, C["g500"], 0.8, 0.25)
    for angle in (200, 248, 296, 336, 20):
        x, y = cx + ring * math.cos(math.radians(angle)), cy + ring * math.sin(math.radians(angle))
        glow(g, x, y, h * 0.03, C["g300"], 0.6, f"r{angle}")
        g.poly(star_poly(8, 3, h * 0.012, x, y, 22.5), fill=C["g300"])
    x, y = cx - ring, cy
    g.circle(x, y, 7, fill=C["p500"], stroke=C["g300"], sw=1.6)
    return g


def timeline(w: float, h: float) -> Svg:
    """The limb of an astrolabe, one degree mark a year from 1955 to 2035; a star for each event of content/timeline.yaml,
    stacked where a year has several."""
    tall = h > w
    g = ground(w, h, "night")
    stars(g, 0, 0, w, h, 40, 35, 70, 5.8, 0.9)
    first, last = 1955, 2035
    cx, cy, r = w * 0.5, h * (1.02 if not tall else 0.92), h * (0.8 if not tall else 0.6)
    half = 52 if not tall else 34

    def angle(year: float) -> float:
        return math.radians(-90 - half + 2 * half * (year - first) / (last - first))

    for k, op in ((1.0, 0.95), (0.945, 0.6), (0.8, 0.35), (0.62, 0.25)):
        g.poly(
            around(cx, cy, r * k, r * k, -90 - half - 4, -90 + half + 4, 160), stroke=C["g500"], sw=2 if k == 1 else 1.3, op=op, close=False
        )
    for year in range(first, last + 1):
        a, long = angle(year), 0.055 if year % 10 == 0 else 0.035 if year % 5 == 0 else 0.02
        g.line(
            cx + r * math.cos(a), cy + r * math.sin(a), cx + r * (1 - long) * math.cos(a), cy + r * (1 - long) * math.sin(a), C["g300"], 1.4
        )
    stacked: dict[int, int] = {}
    for event in shipped().timeline.values():
        year = event.when.year
        stacked[year] = stacked.get(year, 0) + 1
        a, out = angle(year), r * (1.035 + 0.045 * (stacked[year] - 1))
        x, y = cx + out * math.cos(a), cy + out * math.sin(a)
        glow(g, x, y, h * (0.028 if not tall else 0.018), C["g300"], 0.55, f"e{year}-{stacked[year]}")
        g.poly(star_poly(8, 3, h * (0.0125 if not tall else 0.0085), x, y, 22.5), fill=C["g300"])
    a = angle(1987)
    with g.push(cx, cy, math.degrees(a), 1):  # the rule
        g.poly(
            [(0, -r * 0.018), (r * 1.0, -r * 0.01), (r * 1.02, 0), (r * 1.0, r * 0.01), (0, r * 0.018)],
            fill=C["p500"],
            stroke=C["g300"],
            sw=1.8,
        )
    g.circle(cx, cy, r * 0.05, fill=C["l700"], stroke=C["g300"], sw=2)
    g.poly(star_poly(8, 3, r * 0.034, cx, cy, 22.5), fill=C["g500"])
    return g


def places(w: float, h: float) -> Svg:
    """From Africa to the Pacific at night, each place of content/places.yaml where it lies: capitals as lights, launch
    sites as stars, stations and observatories as arcs. The Odyssey platform lies behind the horizon."""
    tall = h > w
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h, 310, -10, 80, 6.0, 1.0)
    cx, cy, radius = w * 0.5, h * (0.5 if not tall else 0.44), (w * 0.46 if not tall else h * 0.4)
    globe = earth(g, cx, cy, radius, 28, 68, 0, "e", grat=15, nations=())
    for name, place in shipped().places.items():
        at = (place.longitude_deg, place.latitude_deg)
        if globe.xyz(*at)[2] <= 0:
            continue
        x, y = globe.pt(*at)
        if place.kind == "capital":
            for r, op in ((13, 0.16), (7, 0.32), (3.6, 1.0)):
                g.circle(x, y, r, fill=C["g300"], op=op)
        elif place.kind == "launch-site":
            glow(g, x, y, radius * 0.09, C["p300"], 0.8, f"l{name}")
            g.poly(star_poly(8, 3, radius * 0.032, x, y, 22.5), fill=None if place.about else C["p500"], stroke=C["iv"], sw=1.6)
        else:
            g.circle(x, y, 2.6, fill=C["t300"])
            for r in (9, 15, 21):
                g.arc(x, y, r, 215, 325, stroke=C["t300"], sw=1.8, op=0.9)
    g.circle(cx, cy, radius * 1.06, stroke=C["g500"], sw=1.4, op=0.6)
    ticks(g, cx, cy, radius * 1.06, 0, 360, 1, 5, op=0.35, major=10)
    return g


SCENES = {
    "how-we-know": how_we_know,
    "acknowledgements": acknowledgements,
    "words-we-use": words_we_use,
    "timeline": timeline,
    "places": places,
}

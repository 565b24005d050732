"""Scenes of people in space, and of the exhibit itself. Light comes from the upper left; nothing carries text."""

from __future__ import annotations

import math

from kiosk.drawing import vehicles
from kiosk.drawing.ground_scenes import even
from kiosk.drawing.kit import DARK, HULL, POM, C, Svg
from kiosk.drawing.scene import around, dashed, glow, ground, hills, ticks
from kiosk.drawing.sky import CAPITALS, Globe, earth, girih_band, star_poly, stars


def faris(w: float, h: float) -> Svg:
    """Mir in July 1987 with Kvant-1 at its rear port and Soyuz TM-2 in front; Soyuz TM-3 nears. One scale."""
    tall = h > w
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h, 285, 25, 60 if not tall else 40, 6.2, 1.05)
    radius = 1500 * max(min(w, h * 1.5) / 1600, h / 1700)
    cx, cy = w * 0.6, h * (0.66 if not tall else 0.70) + radius
    earth(g, cx, cy, radius, -34, 46, -6, "e")
    for k, op in ((1.0, 0.55), (1.05, 0.22)):
        g.arc(cx, cy, radius + h * 0.26 * k, 180, 360, stroke=C["g500"], sw=1.2, op=op)
    ticks(g, cx, cy, radius + h * 0.26, 230, 310, 0.6, 7, op=0.4)
    s = w / 74 if not tall else w / 50
    with g.push(*((w * 0.46, h * 0.38) if not tall else (w * 0.47, h * 0.35)), -9, s):
        vehicles.mir_1987(g)
        g.line(-6.4, 0, -9.2, 0, C["t300"], 1.2, 0.9)
        for i in range(4):
            g.line(-6.5 - i * 0.9, -0.35, -6.5 - i * 0.9, 0.35, C["t300"], 1, 0.7)
    with g.push(*((w * 0.2, h * 0.5) if not tall else (w * 0.1, h * 0.47)), -9, s):
        vehicles.soyuz_ship(g)
    return g


def aubakirov(w: float, h: float) -> Svg:
    """Mir in October 1991: Kvant-1 behind, Kvant-2 and Kristall to the sides, over the steppe at first light."""
    tall = h > w
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h, 80, 10, 50, 6.2, 1.1)
    radius = max(w, h) * 1.05
    cx, cy = w * 0.42, h * 0.66 + radius
    for r, colour, strength, name in ((0.5, "p500", 0.5, "s0"), (0.22, "g500", 0.9, "s1")):
        glow(g, w * 0.86, h * 0.72, w * r, C[colour], strength, name)
    earth(g, cx, cy, radius, -40, 64, 6, "e", style="dawn")
    g.arc(cx, cy, radius + h * 0.3, 200, 340, stroke=C["g500"], sw=1.2, op=0.5)
    ticks(g, cx, cy, radius + h * 0.3, 240, 300, 0.6, 7, op=0.4)
    with g.push(w * (0.38 if not tall else 0.33), h * (0.39 if not tall else 0.38), -14, w / (76 if not tall else 50)):
        vehicles.mir_1996(g)
    return g


def muszaphar(w: float, h: float) -> Svg:
    """A Soyuz TMA on its way to the station, by day over the seas of Southeast Asia."""
    tall = h > w
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h, 65, 20, 46, 6.2, 1.1)
    radius = max(w, h) * 0.92
    cx, cy = w * 0.55, h * 0.62 + radius
    earth(g, cx, cy, radius, -38, 106, -8, "e", style="day")
    orbit = radius + h * 0.28
    g.arc(cx, cy, orbit, 180, 360, stroke=C["g500"], sw=1.2, op=0.55)
    ticks(g, cx, cy, orbit, 220, 320, 0.6, 7, op=0.4)
    with g.push(w * (0.31 if not tall else 0.24), h * (0.47 if not tall else 0.42), -18, w / (20.5 if not tall else 11.5)):
        vehicles.soyuz_ship(g)
    with g.push(w * (0.83 if not tall else 0.84), h * (0.15 if not tall else 0.11), -18, w / 1000):
        vehicles.iss_2019(g)
    return g


def almansoori(w: float, h: float) -> Svg:
    """The International Space Station of 2019 in plan over the lights of the Gulf; a Soyuz at its end."""
    tall = h > w
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h, 200, -20, 50, 6.2, 1.1)
    radius = max(w, h) * 1.0
    cx, cy = w * 0.48, h * 0.66 + radius
    earth(g, cx, cy, radius, -26, 54, 4, "e")
    g.arc(cx, cy, radius + h * 0.33, 180, 360, stroke=C["g500"], sw=1.2, op=0.5)
    ticks(g, cx, cy, radius + h * 0.33, 230, 310, 0.6, 7, op=0.4)
    with g.push(w * 0.5, h * 0.36, -12 if not tall else -38, w / (222 if not tall else 142)):
        vehicles.iss_2019(g)
    return g


def landing(w: float, h: float) -> Svg:
    """The descent module comes down on the steppe under one parachute."""
    g = ground(w, h, "dawn", h * 0.84)
    stars(g, 0, 0, w, h * 0.5, 20, 50, 60, 5.0, 0.9)
    hills(g, w, h, h * 0.84, ["#3A3560", "#242C5C", "#141F4A", "#0B1330"], 5)
    x, y, r = w * 0.5, h * 0.33, h * 0.22
    top, sag = r * 0.74, r * 0.085
    count = 14

    def seam(i: float, depth: float) -> tuple[float, float]:
        """A point of the canopy: the seam `i` of `count` from left to right, `depth` 0 at the crown and 1 at the hem."""
        across = math.cos(math.pi * (1 - i / count))
        down = math.sin(math.pi / 2 * depth)
        return x + r * across * down, y - top * math.cos(math.pi / 2 * depth)

    feet = [seam(i, 1) for i in range(count + 1)]
    for i in range(count):
        left, right = [seam(i, k / 16) for k in range(17)], [seam(i + 1, k / 16) for k in range(17)]
        (ax, ay), (bx, by) = left[-1], right[-1]
        hem = [(ax + (bx - ax) * k / 8, ay + (by - ay) * k / 8 - sag * 0.6 * math.sin(math.pi * k / 8)) for k in range(9)]
        tones = HULL if i % 4 < 2 else POM
        tone = tones[1] if i < 5 else tones[2] if i < 9 else tones[3] if i < 12 else tones[4]
        g.poly([*left, *hem[1:], *right[-2::-1]], fill=tone, stroke=tone, sw=0.6)
        g.poly(hem, stroke=C["g500"], sw=1.6, close=False)
        g.poly(right, stroke=C["l400"], sw=0.7, op=0.6, close=False)
    g.arc(x, y, r, 180, 360, ry=top, stroke=C["g500"], sw=2.2)
    ring = (x, h * 0.655)
    for foot in feet:
        g.line(*foot, *ring, C["g500"], 0.9, 0.75)
    with g.push(x, h * 0.72, 0, h / 31):
        for side in (-0.42, 0.42):
            g.line(side, -1.1, 0, -2.0, C["g500"], 1.4)
        profile = [(-1.14, 0.62), (-0.95, 0.82), (-0.4, 0.98), (0.35, 1.08), (0.82, 1.1), (0.98, 0.94), (1.06, 0.5), (1.08, 0.0)]
        with g.push(0, 0, 90):
            g.rev(profile, HULL, rings=(-0.9, 0.5))
        for cx, cy, hole in ((-0.46, 0.04, 0.17), (0.56, 0.1, 0.13)):
            g.circle(cx, cy, hole, fill=C["l800"], stroke=C["g500"], sw=1.4)
        g.poly([(-0.94, 0.94), (0.94, 0.94), (0.5, 1.08), (-0.5, 1.08)], fill=C["p700"])
    return g


def introduction(w: float, h: float) -> Svg:
    """Partner nations as lights at their capitals, each tied by a gold arc to Baikonur. Heights are not to scale."""
    tall = h > w
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h, 60, 15, 90, 6.3, 1.0, lines=0.12)
    cx, cy, radius = w * 0.5, h * (0.56 if not tall else 0.52), min(w, h) * (0.42 if not tall else 0.44)
    globe = earth(g, cx, cy, radius, 33, 58, 0, "e")
    start = (63.305, 45.965)
    for code, (lon, lat) in CAPITALS.items():
        _arc(globe, start, (lon, lat), 0.16 if code != "RU" else 0.24)
    globe.lights(CAPITALS, 4.2)
    x, y = globe.pt(*start)
    glow(g, x, y, radius * 0.1, C["p300"], 0.9, "bk")
    g.poly(star_poly(8, 3, radius * 0.026, x, y, 22.5), fill=C["g300"])
    for k, op in ((1.13, 0.7), (1.2, 0.45), (1.3, 0.3)):
        g.circle(cx, cy, radius * k, stroke=C["g300"], sw=1.3, op=op)
    ticks(g, cx, cy, radius * 1.13, 0, 360, 1, 5, op=0.35, major=10)
    return g


def _arc(globe: Globe, start: tuple[float, float], end: tuple[float, float], height: float) -> None:
    """A raised great circle between two places (longitude, latitude)."""

    def vector(place: tuple[float, float]) -> tuple[float, float, float]:
        lon, lat = map(math.radians, place)
        return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)

    a, b = vector(start), vector(end)
    angle = math.acos(max(-1.0, min(1.0, sum(x * y for x, y in zip(a, b, strict=True)))))
    if angle < 0.02:
        return
    points = []
    for i in range(41):
        share = i / 40
        p, q = math.sin((1 - share) * angle) / math.sin(angle), math.sin(share * angle) / math.sin(angle)
        x, y, z = (p * m + q * n for m, n in zip(a, b, strict=True))
        points.append((math.degrees(math.atan2(y, x)), math.degrees(math.asin(z)), height * angle * math.sin(math.pi * share)))
    globe.track(points, stroke=C["g500"], sw=1.4, op=0.8)


def what_we_share(w: float, h: float) -> Svg:
    """One tool, two uses: a ring of star pattern is drawn with the compass that draws an orbit."""
    tall = h > w
    g = ground(w, h, "night")
    stars(g, 0, 0, w, h, 150, 40, 70, 6.0, 1.0)
    cx, cy, r = w * 0.5, h * (0.46 if not tall else 0.44), min(w, h) * 0.36
    glow(g, cx, cy, r * 1.5, C["t500"], 0.2, "gl")
    girih_band(g, cx, cy, r * 0.42, r * 0.66, 20, C["g500"], 1.6, theta=62)
    girih_band(g, cx, cy, r * 0.66, r * 1.04, 20, C["g500"], 1.6, theta=62)
    for k, op in ((0.42, 0.9), (0.66, 0.5), (1.04, 0.9), (1.3, 0.7), (1.5, 0.4)):
        g.circle(cx, cy, r * k, stroke=C["g500"], sw=1.5, op=op)
    ticks(g, cx, cy, r * 1.3, 0, 360, 2, 6, op=0.45, major=5)
    for k in (9, 8):
        g.poly(star_poly(20, k, r * 0.42, cx, cy, -90), stroke=C["g500"], sw=1.2, op=0.6)
    # The compass: one leg in the middle of the pattern, the pen on the orbit.
    top, pen = (cx + r * 0.62, cy - r * 1.12), (cx + r * 1.3 * math.cos(math.radians(20)), cy + r * 1.3 * math.sin(math.radians(20)))
    for foot, tone in (((cx, cy), C["iv"]), (pen, C["ivd"])):
        g.poly([(top[0] - 9, top[1]), (top[0] + 9, top[1]), foot], fill=tone, stroke=C["g500"], sw=1.8)
    g.circle(*top, r * 0.055, fill=C["g500"], stroke=C["g300"], sw=1.6)
    g.poly(star_poly(8, 3, r * 0.06, *pen, 22.5), fill=C["p500"], stroke=C["g300"], sw=1.4)
    return g


def looking_forward(w: float, h: float) -> Svg:
    """Plans are dashed: a rocket and a ring of stations that do not exist yet stand beside a Soyuz that does."""
    tall = h > w
    horizon = h * 0.82
    g = ground(w, h, "dusk", horizon)
    stars(g, 0, 0, w, horizon, 0, 50, 70, 5.8, 1.0, ymax=horizon * 0.7)
    hills(g, w, h, horizon, ["#3A2C58", "#1E2452", "#0B1330"], 9, 0.03)
    s = h * 0.7 / 66
    x, deck = w * (0.36 if not tall else 0.28), horizon + h * 0.008
    g.rect(x - 8 * s, deck, 16 * s, 1.3 * s, fill=DARK[3], stroke=C["g500"], sw=1.6)
    with g.push(x, deck - 1.3 * s, -90, s):
        vehicles.soyuz_rocket(g)
    # Soyuz-5 as planned: 61.9 m long, 4.1 m across, fairing of 5.2 m (figures as published for the design), outline only.
    x = w * (0.52 if not tall else 0.56)
    half = [(2.05, 0), (2.05, 47), (2.6, 48.4), (2.6, 56), (2.3, 58.4), (1.6, 60.4), (0.8, 61.6), (0, 61.9)]
    for side in (-1, 1):
        even(g, [(x + side * across * s, deck - up * s) for across, up in half], 11, 2.6, C["g300"])
    for up, across in ((0, 2.05), (14, 2.05), (34, 2.05), (48.4, 2.6)):
        even(g, [(x - across * s, deck - up * s), (x + across * s, deck - up * s)], 9, 1.6, C["g300"], 0.85)
    even(
        g,
        [(x - 8 * s, deck), (x + 8 * s, deck), (x + 8 * s, deck + 1.3 * s), (x - 8 * s, deck + 1.3 * s), (x - 8 * s, deck)],
        9,
        1.6,
        C["g300"],
    )
    cx, cy, r = w * 0.62, horizon + h * 0.5, h * 1.0
    for k, op in ((1.0, 0.8), (1.12, 0.5)):
        dashed(g, around(cx, cy, r * k, r * k, 200, 340, 180), C["g500"], 1.5, op)
    for angle in (222, 252, 281, 309):
        px, py = cx + r * math.cos(math.radians(angle)), cy + r * math.sin(math.radians(angle))
        if py < horizon * 0.7:
            g.poly(star_poly(8, 3, h * 0.012, px, py, 22.5), stroke=C["g300"], sw=1.5)
    return g


def placeholder(w: float, h: float) -> Svg:
    """A calm place for a picture that is still to come: one star in an empty orbit."""
    g = ground(w, h, "deep")
    stars(g, 0, 0, w, h, 20, 20, 70, 5.5, 0.9)
    r = h * 0.24
    g.circle(w / 2, h / 2, r, stroke=C["g500"], sw=1.4, op=0.6)
    ticks(g, w / 2, h / 2, r, 0, 360, 3, 6, op=0.4, major=6)
    g.poly(star_poly(8, 3, h * 0.05, w / 2, h / 2, 22.5), fill=C["g500"], op=0.8)
    return g

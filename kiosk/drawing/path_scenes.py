"""The path of a spacecraft over the Earth, computed from the numbers of its orbit in content/projects/<id>/project.yaml.

A low orbit is drawn round a globe to one scale with it: the first revolution in space, and below it the path over the
ground in one day. A geostationary satellite stands on the ring over the equator, also to scale, at its own longitude.
Where on its round the spacecraft began is not recorded in these numbers: the plane is laid through the launch site.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kiosk.content.model import Exhibit
from kiosk.content.reading import read_exhibit
from kiosk.drawing.kit import C, Svg
from kiosk.drawing.scene import dashed, glow, ground, ticks
from kiosk.drawing.sky import CAPITALS, Globe, earth, star_poly, stars

EARTH_RADIUS_KM = 6371.0
"""Mean radius (IUGG)."""
_MU = 398600.4418
"""km3/s2: the Earth's gravity (WGS 84)."""
_J2, _EQUATOR_KM = 1.08263e-3, 6378.137
"""The flattening of the Earth, which turns the plane of an orbit (WGS 84)."""
_TURN_DEG_S = 360.98564736629 / 86400
"""How fast the Earth turns under an orbit (sidereal)."""
_RING = 42164.0 / EARTH_RADIUS_KM
"""Radius of the geostationary ring in radii of the Earth."""
_LOOKS = (("deep", "night"), ("night", "day"), ("deep", "dawn"))


@dataclass(frozen=True, slots=True)
class Flight:
    """What a path is computed from."""

    perigee_km: float
    apogee_km: float
    inclination_deg: float
    site: tuple[float, float]
    """Longitude and latitude of the launch site, in degrees."""
    home: tuple[float, float]
    """Longitude and latitude of the capital of the first country."""


def track(flight: Flight, seconds: float, step: float) -> Iterator[tuple[float, float, float]]:
    """Longitude, latitude and height (in radii of the Earth) every `step` seconds, from the launch site northwards.

    Two bodies, with the plane turning as the Earth's flattening makes it (Vallado, Fundamentals of Astrodynamics, 9.4);
    perigee at the start.
    """
    axis = EARTH_RADIUS_KM + (flight.perigee_km + flight.apogee_km) / 2
    eccentricity = (flight.apogee_km - flight.perigee_km) / 2 / axis
    motion = math.sqrt(_MU / axis**3)
    tilt = math.radians(flight.inclination_deg)
    drift = -1.5 * _J2 * (_EQUATOR_KM / (axis * (1 - eccentricity**2))) ** 2 * motion * math.cos(tilt)
    start = math.asin(max(-1.0, min(1.0, math.sin(math.radians(flight.site[1])) / max(1e-6, math.sin(tilt)))))
    node = math.radians(flight.site[0]) - math.atan2(math.cos(tilt) * math.sin(start), math.cos(start))
    for i in range(int(seconds / step) + 1):
        t = i * step
        anomaly = mean = motion * t
        for _ in range(6):
            anomaly = mean + eccentricity * math.sin(anomaly)
        true = 2 * math.atan2(math.sqrt(1 + eccentricity) * math.sin(anomaly / 2), math.sqrt(1 - eccentricity) * math.cos(anomaly / 2))
        along = start + true
        latitude = math.asin(math.sin(tilt) * math.sin(along))
        longitude = math.degrees(node + drift * t + math.atan2(math.cos(tilt) * math.sin(along), math.cos(along))) - _TURN_DEG_S * t
        height = axis * (1 - eccentricity * math.cos(anomaly)) / EARTH_RADIUS_KM - 1
        yield (longitude + 180) % 360 - 180, math.degrees(latitude), height


def period(flight: Flight) -> float:
    """Seconds of one revolution."""
    return 2 * math.pi * math.sqrt((EARTH_RADIUS_KM + (flight.perigee_km + flight.apogee_km) / 2) ** 3 / _MU)


def round_the_earth(flight: Flight, look: int) -> Callable[[float, float], Svg]:
    """A low orbit and one day of its path over the ground."""

    def scene(w: float, h: float) -> Svg:
        sky, style = _LOOKS[look % len(_LOOKS)]
        g = ground(w, h, sky)
        stars(g, 0, 0, w, h, look * 37 % 360, 20 - look * 11 % 50, 66, 6.1, 1.0)
        cx, cy, radius = w / 2, h * 0.46, h * 0.36
        middle = (flight.site[0] + flight.home[0]) / 2
        globe = earth(g, cx, cy, radius, 26, middle, 0, "e", grat=30, style=style, nations=())
        once = list(track(flight, period(flight), 20))
        day = [(lon, lat, 0.0) for lon, lat, _ in track(flight, 86400, 30)]
        for piece in _pieces(day):
            globe.track(piece, stroke=C["t300"] if style != "day" else C["l700"], sw=1.4, op=0.55)
        for piece in _pieces([(lon, lat, 0.0) for lon, lat, _ in once]):
            globe.track(piece, stroke=C["g300"] if style != "day" else C["p500"], sw=3.2)
        _round(g, globe, once, flight)
        x, y = globe.pt(*flight.site)
        glow(g, x, y, radius * 0.12, C["p300"], 0.9, "site")
        g.poly(star_poly(8, 3, radius * 0.035, x, y, 22.5), fill=C["p500"], stroke=C["iv"], sw=1.4)
        _light(g, globe, flight.home)
        ticks(g, cx, cy, radius * 1.32, 0, 360, 2, 5, op=0.32, major=15)
        g.circle(cx, cy, radius * 1.32, stroke=C["g500"], sw=1, op=0.35)
        return g

    return scene


def _round(g: Svg, globe: Globe, once: list[tuple[float, float, float]], flight: Flight) -> None:
    """The orbit as it stands in space: the Earth does not turn under it here. Solid in front, broken behind."""
    seconds = period(flight) / (len(once) - 1)
    still = [(lon + _TURN_DEG_S * i * seconds, lat, height) for i, (lon, lat, height) in enumerate(once)]
    line: list[tuple[float, float]] = []
    for lon, lat, height in still:
        x, y, z = globe.xyz(lon, lat, height)
        at = (globe.cx + x, globe.cy + y)
        if z > 0:
            line.append(at)
            continue
        if len(line) > 1:
            g.poly(line, stroke=C["g500"], sw=2.6, close=False)
        line = []
        if math.hypot(x, y) > globe.R:
            g.circle(*at, 1.1, fill=C["g500"], op=0.6)
    if len(line) > 1:
        g.poly(line, stroke=C["g500"], sw=2.6, close=False)
    lon, lat, height = still[len(still) // 12]
    x, y = globe.pt(lon, lat, height)
    glow(g, x, y, globe.R * 0.1, C["g300"], 0.8, "craft")
    g.poly(star_poly(8, 3, globe.R * 0.028, x, y, 22.5), fill=C["g300"])


def _pieces(points: list[tuple[float, float, float]]) -> Iterator[list[tuple[float, float, float]]]:
    """A track in pieces of a few degrees, so that what lies behind the globe is left out cleanly."""
    for first in range(0, len(points) - 1, 12):
        yield points[first : first + 13]


def _light(g: Svg, globe: Globe, place: tuple[float, float]) -> None:
    if globe.xyz(*place)[2] > 0:
        x, y = globe.pt(*place)
        for r, op in ((13, 0.18), (7, 0.35), (4, 1.0)):
            g.circle(x, y, r, fill=C["g300"], op=op)


def on_the_ring(place: float, others: list[float], home: tuple[float, float], look: int) -> Callable[[float, float], Svg]:
    """The ring over the equator, to scale with the Earth: where a satellite keeps pace with the turning ground. All are seen from
    over 75 degrees East, so that each stands at its own place; a line on the ground bounds what it can see, a thread leads to
    the capital `home`."""

    def scene(w: float, h: float) -> Svg:
        g = ground(w, h, _LOOKS[look % len(_LOOKS)][0])
        stars(g, 0, 0, w, h, look * 53 % 360, 10, 80, 6.1, 1.0)
        cx, cy, tilt, middle = w / 2, h * 0.43, 28.0, 75.0
        radius = h * 0.098
        flat = math.sin(math.radians(tilt))

        def at(longitude: float, share: float = 1.0) -> tuple[float, float]:
            a = math.radians(longitude - middle)
            return cx + radius * _RING * share * math.sin(a), cy + radius * _RING * share * flat * math.cos(a)

        def arc(first: int, last: int) -> list[tuple[float, float]]:
            return [at(middle + degree) for degree in range(first, last + 1)]

        dashed(g, arc(90, 270), C["g500"], 1.4, 0.5)
        globe = earth(g, cx, cy, radius, tilt, middle, 0, "e", grat=30, nations=())
        globe.track([(degree, 0, 0) for degree in range(-180, 181, 3)], stroke=C["g500"], sw=1.4, op=0.7)
        x, y = at(place)
        far = math.hypot(x - cx, y - cy)
        across, down = (y - cy) / far * radius * 0.98, -(x - cx) / far * radius * 0.98
        cone = g.grad("cone", [(0, C["g300"], 0.34), (0.8, C["g300"], 0.1), (1, C["g300"], 0.02)], (x, y, far))
        g.poly([(x, y), (cx + across, cy + down), (cx - across, cy - down)], fill=cone)
        globe.track(_horizon(place), stroke=C["g300"], sw=2, op=0.85)
        g.poly(arc(-90, 90), stroke=C["g500"], sw=2.4, close=False)
        for degree in range(0, 360, 5):
            front = math.cos(math.radians(degree - middle)) > 0
            g.line(*at(degree), *at(degree, 1.04 if degree % 30 == 0 else 1.018), C["g500"], 1, 0.7 if front else 0.35)
        for other in others:
            g.circle(*at(other), 4.5, fill=C["ivd"], op=0.75)
        if globe.xyz(*home)[2] > 0:
            g.line(x, y, *globe.pt(*home), C["g300"], 1.6, 0.9)
        _light(g, globe, home)
        glow(g, x, y, h * 0.075, C["g300"], 0.85, "craft")
        g.poly(star_poly(8, 3, h * 0.022, x, y, 22.5), fill=C["g300"], stroke=C["g500"], sw=1.2)
        return g

    return scene


def _horizon(longitude: float) -> list[tuple[float, float, float]]:
    """The edge of what a geostationary satellite can see: a circle on the ground round the point below it."""
    reach = math.acos(1 / _RING)
    found = []
    for i in range(181):
        way = math.radians(i * 2)
        latitude = math.asin(math.sin(reach) * math.cos(way))
        aside = math.atan2(math.sin(way) * math.sin(reach), math.cos(reach))
        found.append((longitude + math.degrees(aside), math.degrees(latitude), 0.0))
    return found


@cache
def shipped() -> Exhibit:
    """The exhibit that these drawings belong to."""
    exhibit = read_exhibit(Path(__file__).resolve().parents[2]).exhibit
    assert exhibit is not None, "content/ cannot be read; `kiosk check` tells why"
    return exhibit


def scenes() -> dict[str, Callable[[float, float], Svg]]:
    """A scene for every project whose pictures name illustrations/<id>-path.webp."""
    exhibit = shipped()
    orbits = {name: project.file.orbit for name, project in exhibit.projects.items() if project.file.orbit}
    ring = {name: orbit.longitude_deg_east for name, orbit in orbits.items() if orbit.longitude_deg_east is not None}
    found: dict[str, Callable[[float, float], Svg]] = {}
    for name, orbit in sorted(orbits.items()):
        look = zlib.crc32(name.encode())
        project = exhibit.projects[name].file
        if not any(picture.file == f"illustrations/{name}-path.webp" for picture in project.pictures.values()):
            continue
        home = next((CAPITALS[code] for code in project.countries if code in CAPITALS), CAPITALS["RU"])
        if name in ring:
            found[f"{name}-path"] = on_the_ring(ring[name], [each for other, each in ring.items() if other != name], home, look)
        elif orbit.perigee_km and orbit.apogee_km and orbit.inclination_deg and project.site:
            place = exhibit.places[project.site]
            site = (place.longitude_deg, place.latitude_deg)
            found[f"{name}-path"] = round_the_earth(Flight(orbit.perigee_km, orbit.apogee_km, orbit.inclination_deg, site, home), look)
    return found

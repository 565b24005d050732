"""Real stars (Yale Bright Star Catalogue), real coastlines (Natural Earth), girih by polygons in contact."""

import contextlib
import csv
import itertools
import json
import math
from pathlib import Path

from kiosk.drawing.kit import *

DATA = Path(__file__).parent / "data"
STARS = []
for r in csv.DictReader((DATA / "bsc5_compact.csv").read_text(encoding="utf-8").splitlines()):
    with contextlib.suppress(ValueError):
        STARS.append((float(r["ra_deg_j2000"]), float(r["dec_deg_j2000"]), float(r["vmag"]), float(r["b_v"] or 0.4), r["sptype"]))
STARS.sort(key=lambda s: s[2])
LINES = [f["geometry"]["coordinates"] for f in json.loads((DATA / "constellations.lines.json").read_text(encoding="utf-8"))["features"]]


def stereo(ra, dec, ra0, dec0):
    a, d, d0 = math.radians(ra - ra0), math.radians(dec), math.radians(dec0)
    c = math.sin(d0) * math.sin(d) + math.cos(d0) * math.cos(d) * math.cos(a)
    if c < -0.2:
        return None
    k = 2 / (1 + c)
    return -k * math.cos(d) * math.sin(a), -k * (math.cos(d0) * math.sin(d) - math.sin(d0) * math.cos(d) * math.cos(a))


def stars(g, x, y, w, h, ra0, dec0, fov=70, lim=6.3, size=1.0, lines=0, ymax=None, rot=0, avoid=None):
    """Star field filling a box. fov is the angle across the width."""
    k = w / (4 * math.tan(math.radians(fov / 4)))
    cr, sr = math.cos(math.radians(rot)), math.sin(math.radians(rot))

    def P(ra, dec):
        p = stereo(ra, dec, ra0, dec0)
        if not p:
            return None
        X, Y = p[0] * cr - p[1] * sr, p[0] * sr + p[1] * cr
        return x + w / 2 + X * k, y + h / 2 + Y * k

    ok = lambda q: q and x <= q[0] <= x + w and y <= q[1] <= (ymax or y + h)
    if lines:
        for ls in LINES:
            for l in ls:
                q = [P(*p) for p in l]
                for a, b in itertools.pairwise(q):
                    if ok(a) and ok(b):
                        g.line(*a, *b, C["g500"], 0.9, lines)
    for ra, dec, m, bv, _ in STARS:
        if m > lim:
            break
        q = P(ra, dec)
        if not ok(q) or (avoid and avoid(*q)):
            continue
        col = "#C9D6FF" if bv < 0.1 else C["iv"] if bv < 0.8 else C["g300"]
        r = size * max(0.55, 3.1 - 0.42 * m)
        if m < 1.6:
            g.circle(*q, r * 3.0, fill=col, op=0.07)
            g.circle(*q, r * 1.8, fill=col, op=0.12)
        g.circle(*q, r, fill=col, op=min(1, 0.38 + 0.16 * (5.6 - m)) if m > 1.8 else 1)


def topo(name):
    t = json.loads((DATA / name).read_text(encoding="utf-8"))
    sx, sy = t["transform"]["scale"]
    tx, ty = t["transform"]["translate"]
    arcs = []
    for a in t["arcs"]:
        X = Y = 0
        o = []
        for dx, dy in a:
            X += dx
            Y += dy
            o.append((X * sx + tx, Y * sy + ty))
        arcs.append(o)

    def ring(ids):
        o = []
        for i in ids:
            s = arcs[i] if i >= 0 else arcs[~i][::-1]
            o += s[1:] if o else s
        return o

    out = []
    for k, ob in t["objects"].items():
        for gm in ob["geometries"]:
            polys = gm["arcs"] if gm["type"] == "MultiPolygon" else [gm["arcs"]] if gm["type"] == "Polygon" else []
            out.append((gm.get("properties", {}).get("name", k), [[ring(r) for r in p] for p in polys], k))
    return out


LAND = topo("land-50m.json")
CAPITALS = {
    "SY": (36.29, 33.51),
    "AF": (69.17, 34.53),
    "KZ": (71.43, 51.13),
    "MY": (101.69, 3.14),
    "AE": (54.37, 24.47),
    "IR": (51.42, 35.69),
    "EG": (31.24, 30.04),
    "DZ": (3.04, 36.73),
    "NG": (7.49, 9.06),
    "TR": (32.86, 39.93),
    "SA": (46.72, 24.69),
    "PK": (73.06, 33.72),
    "ID": (106.85, -6.21),
    "MA": (-6.85, 34.02),
    "TN": (10.17, 36.82),
    "UZ": (69.28, 41.31),
    "KG": (74.59, 42.87),
    "AZ": (49.88, 40.38),
    "BD": (90.41, 23.71),
    "IQ": (44.4, 33.34),
    "KW": (47.98, 29.37),
    "QA": (51.53, 25.29),
    "RU": (37.62, 55.75),
    "TJ": (68.78, 38.56),
}
"""Longitude and latitude of the capitals of the partner nations, in degrees (GeoNames): nations are lights, not outlines."""


class Globe:
    """Orthographic globe. lat0/lon0 is the point under the viewer; roll turns it clockwise."""

    def __init__(self, g, cx, cy, R, lat0, lon0, roll=0):
        self.g, self.cx, self.cy, self.R, self.lat0, self.lon0, self.roll = g, cx, cy, R, math.radians(lat0), lon0, math.radians(roll)

    def xyz(self, lon, lat, h=0):
        l, p = math.radians(lon - self.lon0), math.radians(lat)
        x, y, z = math.cos(p) * math.sin(l), math.sin(p), math.cos(p) * math.cos(l)
        y, z = y * math.cos(self.lat0) - z * math.sin(self.lat0), y * math.sin(self.lat0) + z * math.cos(self.lat0)
        x, y = x * math.cos(self.roll) + y * math.sin(self.roll), -x * math.sin(self.roll) + y * math.cos(self.roll)
        k = self.R * (1 + h)
        return x * k, -y * k, z * k

    def pt(self, lon, lat, h=0):
        x, y, _z = self.xyz(lon, lat, h)
        return self.cx + x, self.cy + y

    def vis(self, lon, lat, h=0):
        x, y, z = self.xyz(lon, lat, h)
        return z > 0 or x * x + y * y > self.R**2

    def fill(self, polys, **k):
        for p in polys:
            for ring in p[:1]:
                o, any_ = [], False
                dense = []
                for (a, b), (c, d) in zip(ring, ring[1:] + ring[:1], strict=False):
                    n = max(1, int(max(abs(a - c), abs(b - d)) / 3))
                    if abs(a - c) > 180:
                        n = 1
                    dense += [(a + (c - a) * i / n, b + (d - b) * i / n) for i in range(n)]
                for lon, lat in dense:
                    x, y, z = self.xyz(lon, lat)
                    if z < 0:
                        m = math.hypot(x, y) or 1
                        x, y = x / m * self.R, y / m * self.R
                    else:
                        any_ = True
                    o.append((self.cx + x, self.cy + y))
                if any_ and len(o) > 2:
                    self.g.poly(o, **k)

    def track(self, pts, closed=False, **k):
        seg = []
        for q in pts + (pts[:1] if closed else []):
            if self.vis(*q):
                seg.append(self.pt(*q))
            else:
                if len(seg) > 1:
                    self.g.poly(seg, close=False, **k)
                seg = []
        if len(seg) > 1:
            self.g.poly(seg, close=False, **k)

    def graticule(self, step=15, **k):
        for lo in range(-180, 180, step):
            self.track([(lo, la) for la in range(-75, 76, 3)], **k)
        for la in range(-75, 76, step):
            self.track([(lo, la) for lo in range(-180, 181, 3)], **k)

    def land(self, fill, coast, sw=1.2, op=1, sea=None):
        """Land as land: filled, with its coast, without any border; `sea` fills the Caspian."""
        for _, polys, _ in LAND:
            self.fill(polys, fill=fill, op=op)
        if sea:
            self.waters(sea)
        for _, polys, _ in LAND:
            for p in polys:
                for r in p:
                    self.track(r, closed=True, stroke=coast, sw=sw)

    def waters(self, fill, op=1):
        """The Caspian Sea, which the coasts leave as a hole in the land."""
        for _, polys, _ in LAND:
            self.fill([[hole] for p in polys for hole in p[1:]], fill=fill, op=op)

    def lights(self, nations, r=3.2):
        """The partner nations as lights at their capitals."""
        for code in nations:
            lon, lat = CAPITALS[code]
            if self.xyz(lon, lat)[2] > 0:
                x, y = self.pt(lon, lat)
                self.g.circle(x, y, r * 3.4, fill=C["g300"], op=0.16)
                self.g.circle(x, y, r * 1.8, fill=C["g300"], op=0.3)
                self.g.circle(x, y, r, fill=C["g300"])


STYLE = {
    "night": {
        "sea": ["#0D1A4A", "#142661", "#1B3B7C", "#2A6E9A"],
        "land": "#1D4A6B",
        "nat": "#23707F",
        "coast": C["t500"],
        "rim": C["t500"],
        "edge": C["t300"],
        "bord": "#2BB7B3",
        "shade": 0.62,
    },
    "day": {
        "sea": ["#0F4A63", "#14607A", "#1B7E8C", "#55B9B4"],
        "land": "#A98749",
        "nat": "#C9A35A",
        "coast": C["iv"],
        "rim": C["t300"],
        "edge": C["iv"],
        "bord": "#6E5527",
        "shade": 0.55,
    },
    "dawn": {
        "sea": ["#0A1238", "#101D4E", "#2A2C62", "#B4553F"],
        "land": "#152A5C",
        "nat": "#1D3B70",
        "coast": C["g500"],
        "rim": C["p500"],
        "edge": C["g300"],
        "bord": "#B07A28",
        "shade": 0.5,
    },
}


def earth(g, cx, cy, R, lat0, lon0, roll=0, uid="e", grat=15, style="night", nations=tuple(CAPITALS)):
    """The house Earth: sea with a lit edge, land one tone up, gold graticule, capitals as lights, a breath of air."""
    t = STYLE[style]
    g.circle(
        cx,
        cy,
        R * 1.22,
        fill=g.grad(
            uid + "a",
            [(0, t["rim"], 0), (0.81, t["rim"], 0), (0.82, t["rim"], 0.5), (0.86, t["rim"], 0.16), (1, t["rim"], 0)],
            (cx, cy, R * 1.22),
        ),
    )
    sea = g.grad(uid + "b", [(0, t["sea"][0], 1), (0.7, t["sea"][1], 1), (0.94, t["sea"][2], 1), (1, t["sea"][3], 1)], (cx, cy, R))
    g.circle(cx, cy, R, fill=sea)
    gl = Globe(g, cx, cy, R, lat0, lon0, roll)
    gl.land(t["land"], t["coast"], 1.1, sea=sea)
    if grat:
        gl.graticule(grat, stroke=C["g500"], sw=0.7, op=0.22)
    g.circle(
        cx,
        cy,
        R,
        fill=g.grad(
            uid + "c", [(0, C["l900"], 0.0), (0.55, C["l900"], 0.0), (1, C["l900"], t["shade"])], (cx - R * 0.42, cy - R * 0.5, R * 1.75)
        ),
    )
    g.circle(cx, cy, R, stroke=t["edge"], sw=1.6, op=0.9)
    if nations and style != "day":
        gl.lights(nations)
    return gl


# ---------------------------------------------------------------- girih


def pic(poly, theta):
    """Polygons in contact: two rays from each edge midpoint at angle theta, each stopped at its neighbour's mirror ray."""
    n = len(poly)
    cx, cy = sum(p[0] for p in poly) / n, sum(p[1] for p in poly) / n
    E = []
    for (x1, y1), (x2, y2) in zip(poly, poly[1:] + poly[:1], strict=False):
        mx, my = (x1 + x2) / 2, (y1 + y2) / 2
        L = math.hypot(x2 - x1, y2 - y1)
        ux, uy = (x2 - x1) / L, (y2 - y1) / L
        nx, ny = -uy, ux
        if (cx - mx) * nx + (cy - my) * ny < 0:
            nx, ny = -nx, -ny
        c, s = math.cos(math.radians(theta)), math.sin(math.radians(theta))
        E.append(((mx, my), (ux * c + nx * s, uy * c + ny * s), (-ux * c + nx * s, -uy * c + ny * s)))
    out = []
    for i in range(n):
        (p, r, _), (q, _, t) = E[i], E[(i + 1) % n]
        D = r[0] * t[1] - r[1] * t[0]
        if abs(D) < 1e-9:
            continue
        a = ((q[0] - p[0]) * t[1] - (q[1] - p[1]) * t[0]) / D
        b = ((q[0] - p[0]) * r[1] - (q[1] - p[1]) * r[0]) / D
        if a < 0 or b < 0:
            continue
        z = (p[0] + r[0] * a, p[1] + r[1] * a)
        out.append((p, z, q))
    return out


def ngon(n, r, cx=0, cy=0, rot=0):
    return [(cx + r * math.cos(math.radians(rot + 360 * i / n)), cy + r * math.sin(math.radians(rot + 360 * i / n))) for i in range(n)]


def star_poly(n, k, R, cx=0, cy=0, rot=0):
    """Outline of {n/k} as a 2n-gon."""
    r = R * math.cos(math.pi * k / n) / math.cos(math.pi * (k - 1) / n)
    return [
        p
        for i in range(n)
        for p in (
            (cx + R * math.cos(math.radians(rot + 360 * i / n)), cy + R * math.sin(math.radians(rot + 360 * i / n))),
            (cx + r * math.cos(math.radians(rot + 360 * (i + 0.5) / n)), cy + r * math.sin(math.radians(rot + 360 * (i + 0.5) / n))),
        )
    ]


def tiling_488(w, h, a):
    s = a * (1 + math.sqrt(2))
    R = a / (2 * math.sin(math.pi / 8))
    P = []
    for i in range(-1, int(w / s) + 2):
        for j in range(-1, int(h / s) + 2):
            P.append(ngon(8, R, i * s, j * s, 22.5))
            P.append(ngon(4, a / math.sqrt(2), (i + 0.5) * s, (j + 0.5) * s, 0))
    return P


def girih_band(g, cx, cy, r1, r2, n, stroke, sw, a0=0, a1=360, op=1, theta=62, fill=None):
    """A ring of n-fold star cells between two circles, each cell a polygon in contact with the next."""
    d = 360 / n
    out = []
    (r1 + r2) / 2
    for i in range(n):
        c = a0 + d * i if False else d * i
        if not (a0 <= c <= a1):
            continue
        cell = []
        for t in (-0.5, 0, 0.5):
            cell.append((r2, c + d * t))
        for t in (0.5, 0, -0.5):
            cell.append((r1, c + d * t))
        cell = [(cx + r * math.cos(math.radians(t)), cy + r * math.sin(math.radians(t))) for r, t in cell]
        out += pic(cell, theta)
    for p, z, q in out:
        g.poly([p, z, q], stroke=stroke, sw=sw, op=op, close=False)


def release(g, cx, cy, r0, r1, phi, sgn, psi0, stroke, sw, op, sweep=70, p=0.55, a_ok=None):
    """A strap that leaves the girih at angle psi0 and bends until it is an orbit."""
    pts, r, f = [], r0, math.radians(phi)
    dphi = math.radians(0.4)
    done = 0
    while done < math.radians(sweep):
        pts.append((cx + r * math.cos(f), cy + r * math.sin(f)))
        u = max(0, min(1, (r - r0) / (r1 - r0)))
        psi = math.radians(psi0) * (1 - u) ** p
        r = min(r1, r + r * math.tan(psi) * dphi)
        f += sgn * dphi
        done += dphi
    g.poly(pts, stroke=stroke, sw=sw, op=op, close=False)

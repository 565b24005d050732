"""Drawing kit: a tiny SVG writer whose strokes never scale, and the tones of the exhibit."""

import itertools
import math
from pathlib import Path

C = {
    "l950": "#060A1C",
    "l900": "#080D26",
    "l800": "#0B1230",
    "l700": "#111A42",
    "l600": "#182455",
    "l500": "#22316B",
    "l400": "#34458A",
    "l300": "#5F72B3",
    "l200": "#A3B0DA",
    "t800": "#0A3644",
    "t700": "#0E4C5A",
    "t600": "#15727A",
    "t500": "#2BB7B3",
    "t300": "#86DDD6",
    "g800": "#4F3717",
    "g600": "#B07A28",
    "g500": "#E9B44C",
    "g300": "#F5D592",
    "iv": "#F4EBDD",
    "ivd": "#C8C6CF",
    "p700": "#7A2C1D",
    "p500": "#C8553D",
    "p300": "#E98F78",
}

# Four flat tones and a rim, lit from the upper left.
HULL = ["#9AA6D2", "#F4EBDD", "#CDCEDD", "#8492C4", "#46579A"]
DARK = ["#3B4C8C", "#6E80BF", "#4C5EA2", "#2E3D7C", "#182456"]
MLI = ["#B07A28", "#F5D592", "#E9B44C", "#B07A28", "#6B481C"]
TURQ = ["#15727A", "#86DDD6", "#2BB7B3", "#15727A", "#0B4450"]
POM = ["#9B3B28", "#EB9A84", "#C8553D", "#983A27", "#5A2018"]
CUTS = [-1, -0.82, -0.34, 0.16, 0.62, 1]

OUT, INNER, HAIR = 2.2, 1.3, 0.7


class Svg:
    def __init__(self, w, h):
        self.w, self.h, self.el, self.defs = w, h, [], []
        self.m = [(1, 0, 0, 1, 0, 0)]
        self.k = 1.0  # stroke multiplier

    # -- transforms (baked into coordinates so that strokes keep their weight)
    def push(self, tx=0, ty=0, rot=0, s=1, sy=None):
        sy = s if sy is None else sy
        c, n = math.cos(math.radians(rot)), math.sin(math.radians(rot))
        a, b, cc, d, e, f = self.m[-1]
        A, B, D, E_ = c * s, n * s, -n * sy, c * sy
        self.m.append((a * A + cc * B, b * A + d * B, a * D + cc * E_, b * D + d * E_, a * tx + cc * ty + e, b * tx + d * ty + f))
        return self

    def pop(self):
        self.m.pop()

    def __enter__(self):
        return self

    def __exit__(self, *a):
        self.pop()

    def pt(self, x, y):
        a, b, c, d, e, f = self.m[-1]
        return a * x + c * y + e, b * x + d * y + f

    def scale(self):
        a, b, c, d, _e, _f = self.m[-1]
        return math.sqrt(abs(a * d - b * c))

    def _st(self, fill, stroke, sw, op, extra=""):
        s = f' fill="{fill or "none"}"'
        if stroke:
            s += f' stroke="{stroke}" stroke-width="{sw * self.k:.2f}" stroke-linejoin="round" stroke-linecap="round"'
        if op < 1:
            s += f' opacity="{op:.3f}"'
        return s + extra

    def poly(self, pts, fill=None, stroke=None, sw=INNER, op=1, close=True):
        q = [self.pt(*p) for p in pts]
        if len(q) > 24:  # coastlines: drop points nearer than half a pixel
            k = [q[0]]
            for p in q[1:-1]:
                if abs(p[0] - k[-1][0]) + abs(p[1] - k[-1][1]) > 0.5:
                    k.append(p)
            q = [*k, q[-1]]
        d = "M" + "L".join("{:.2f} {:.2f}".format(*p) for p in q) + ("Z" if close else "")
        self.el.append(f'<path d="{d}"{self._st(fill, stroke, sw, op)}/>')

    def line(self, x1, y1, x2, y2, stroke=C["g500"], sw=INNER, op=1):
        self.poly([(x1, y1), (x2, y2)], None, stroke, sw, op, False)

    def circle(self, x, y, r, fill=None, stroke=None, sw=INNER, op=1):
        X, Y = self.pt(x, y)
        self.el.append(f'<circle cx="{X:.2f}" cy="{Y:.2f}" r="{r * self.scale():.2f}"{self._st(fill, stroke, sw, op)}/>')

    def curve(self, f, a, b, n=60, **k):
        self.poly([f(a + (b - a) * i / n) for i in range(n + 1)], close=k.pop("close", False), **k)

    def arc(self, x, y, r, a0, a1, ry=None, **k):
        ry = ry or r
        self.curve(
            lambda t: (x + r * math.cos(math.radians(t)), y + ry * math.sin(math.radians(t))),
            a0,
            a1,
            n=max(8, int(abs(a1 - a0) / 3), int(abs(a1 - a0) * r * self.scale() / 700)),
            **k,
        )

    def rect(self, x, y, w, h, **k):
        self.poly([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], **k)

    def raw(self, s):
        self.el.append(s)

    # -- objects
    def rev(self, prof, tones=HULL, out=C["g500"], sw=OUT, rings=(), cuts=CUTS, flip=None):
        """A body of revolution about +x; prof is [(s, r)...]. Flat tone bands, then the key line."""
        a, b, c, d, _e, _f = self.m[-1]
        flip = (c * 1.0 + d * 1.02) < 0  # keep the light at the upper left whatever the rotation
        tn = tones[::-1] if flip else tones
        ct = [-c for c in cuts[::-1]] if flip else cuts
        for i in range(5):
            a, b = ct[i], ct[i + 1]
            self.poly([(s, a * r) for s, r in prof] + [(s, b * r) for s, r in prof[::-1]], fill=tn[i], stroke=tn[i], sw=0.5)
        for s in rings:
            r = interp(prof, s)
            self.line(s, -r, s, r, C["l700"], HAIR * 1.4, 0.75)
        self.poly([(s, -r) for s, r in prof] + [(s, r) for s, r in prof[::-1]], stroke=out, sw=sw)

    def array(self, x, y, w, h, nx, ny, gap=0, axis="y", tone=C["t700"]):
        """Solar array of panels with a cell grid."""
        n = ny if axis == "y" else nx
        for i in range(n):
            if axis == "y":
                hh = (h - gap * (n - 1)) / n
                px, py, pw, ph = x, y + i * (hh + gap), w, hh
                cx, cy = nx, max(2, round(nx * abs(ph / pw)))
            else:
                ww = (w - gap * (n - 1)) / n
                px, py, pw, ph = x + i * (ww + gap), y, ww, h
                cy, cx = ny, max(2, round(ny * abs(pw / ph)))
            self.rect(px, py, pw, ph, fill=tone)
            self.poly([(px, py), (px + pw, py), (px, py + ph)], fill=C["t600"], op=0.55)
            for j in range(1, cx):
                self.line(px + pw * j / cx, py, px + pw * j / cx, py + ph, C["t500"], HAIR, 0.6)
            for j in range(1, cy):
                self.line(px, py + ph * j / cy, px + pw, py + ph * j / cy, C["t500"], HAIR, 0.6)
            self.rect(px, py, pw, ph, stroke=C["g500"], sw=INNER)

    def truss(self, x1, y1, x2, y2, w1, w2, n, stroke=C["g500"], sw=INNER, fill=None):
        L = math.hypot(x2 - x1, y2 - y1)
        ux, uy = (x2 - x1) / L, (y2 - y1) / L
        px, py = -uy, ux
        A, B = [], []
        for i in range(n + 1):
            f = i / n
            w = (w1 + (w2 - w1) * f) / 2
            bx, by = x1 + ux * L * f, y1 + uy * L * f
            A.append((bx + px * w, by + py * w))
            B.append((bx - px * w, by - py * w))
        if fill:
            self.poly(A + B[::-1], fill=fill)
        for i in range(n):
            self.line(*A[i], *B[i + 1], stroke, sw * 0.6, 0.8)
            self.line(*B[i], *A[i + 1], stroke, sw * 0.6, 0.8)
            self.line(*A[i + 1], *B[i + 1], stroke, sw * 0.6, 0.8)
        self.poly(A, stroke=stroke, sw=sw, close=False)
        self.poly(B, stroke=stroke, sw=sw, close=False)

    def dish(self, x, y, r, depth, rot, feed=1.0, tones=HULL, strut=True):
        """Parabolic reflector seen from the side; opens toward +x before rotation."""
        with self.push(x, y, rot):
            P = [(depth * ((t / 16) ** 2), r * t / 16) for t in range(-16, 17)]
            self.poly([*P, (depth + 0.0, r), (depth, -r)], fill=tones[3])
            self.poly([*P[:20], (depth, P[19][1])], fill=tones[1])
            self.poly([*P, (depth, r)], stroke=C["g500"], sw=OUT)
            self.line(depth, -r, depth, r, C["g500"], INNER)
            if strut:
                f = depth + r * feed
                self.line(depth, -r * 0.8, f, 0, C["g500"], HAIR * 1.3)
                self.line(depth, r * 0.8, f, 0, C["g500"], HAIR * 1.3)
                self.line(depth * 0.3, 0, f, 0, C["g500"], HAIR)
                self.circle(f, 0, r * 0.09, fill=C["iv"], stroke=C["g500"], sw=HAIR * 1.4)

    def grad(self, id_, stops, radial=None, vert=True):
        s = "".join(f'<stop offset="{o}" stop-color="{c}" stop-opacity="{a}"/>' for o, c, a in stops)
        if radial:
            cx, cy, r = radial
            self.defs.append(f'<radialGradient id="{id_}" gradientUnits="userSpaceOnUse" cx="{cx}" cy="{cy}" r="{r}">{s}</radialGradient>')
        else:
            x2, y2 = (0, 1) if vert else (1, 0)
            self.defs.append(f'<linearGradient id="{id_}" x1="0" y1="0" x2="{x2}" y2="{y2}">{s}</linearGradient>')
        return f"url(#{id_})"

    def text(self):
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.w} {self.h}" width="{self.w}" height="{self.h}">'
            f"<defs>{''.join(self.defs)}</defs>" + "\n".join(self.el) + "</svg>"
        )

    def save(self, path):
        Path(path).write_text(self.text(), encoding="utf-8")


def interp(prof, s):
    for (a, ra), (b, rb) in itertools.pairwise(prof):
        if min(a, b) <= s <= max(a, b):
            return ra if a == b else ra + (rb - ra) * (s - a) / (b - a)
    return prof[-1][1]


def ball(c, r, a0=-90, a1=90, n=14):
    """Profile points of a sphere piece along the axis."""
    return [
        (c + r * math.sin(math.radians(a0 + (a1 - a0) * i / n)), r * math.cos(math.radians(a0 + (a1 - a0) * i / n))) for i in range(n + 1)
    ]

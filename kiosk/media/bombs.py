"""Picture files of a few bytes that would keep a decoder busy for minutes: found by their structure, without decoding them.

Decoders bound the pixels, not the time: a PNG may unfold to gigabytes behind its last row, or hold text without end before
the first (ISO/IEC 15948, 5.3 and 11.3), a JPEG may be painted over thousands of times (ITU-T T.81, B.2.3).
"""

from __future__ import annotations

import re
import zlib
from typing import BinaryIO

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_ASIDE = {b"zTXt", b"iTXt", b"iCCP"}
_MOST_ASIDE = 2_000_000
"""Bytes of compressed text and colour profiles; the largest profile has half a million."""
_MOST_CHUNKS = 100_000
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_PIECE = 1 << 20

_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
"""A JPEG marker; in compressed data only 00 and restart markers follow FF (ITU-T T.81, B.1.1)."""
_MOST_MARKERS = 10_000
_MOST_SCANS = 40
"""A progressive JPEG has about ten; each takes the time of a picture, and a few bytes can ask for thousands."""


def png_is_sound(file: BinaryIO, *, whole: bool) -> bool:
    """Whether the parts of a PNG are of a size that a picture has: those before the first row, or all of them."""
    if file.read(8) != _SIGNATURE:
        return False
    aside = left = 0
    inflate = zlib.decompressobj()
    for _ in range(_MOST_CHUNKS):
        head = file.read(8)
        size, kind = int.from_bytes(head[:4], "big"), head[4:8]
        if len(head) < 8 or kind == b"IEND" or (kind == b"IDAT" and not whole):
            return True  # where it breaks off, the decoder tells
        aside += size if kind in _ASIDE else 0
        if aside > _MOST_ASIDE:
            return False
        if kind not in (b"IHDR", b"IDAT"):
            file.seek(size + 4, 1)
            continue
        data = file.read(size)
        file.seek(4, 1)
        if kind == b"IHDR":
            left = _unfolded(data)
        elif (left := left - _inflated(inflate, data, left)) < 0:
            return False
    return False


def _unfolded(head: bytes) -> int:
    """At most how many bytes the rows of a PNG unfold to."""
    width, height = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")
    bits = (head[8] if len(head) > 8 else 8) * _CHANNELS.get(head[9] if len(head) > 9 else 6, 4)
    return (width * bits // 8 + 2) * height * 2 + _PIECE  # twice for the passes of an interlaced one


def _inflated(inflate: zlib._Decompress, data: bytes, most: int) -> int:
    """How many bytes these unfold to, counted until there are too many."""
    count = 0
    try:
        while data and not inflate.eof and count <= most:
            count += len(inflate.decompress(data, _PIECE))
            data = inflate.unconsumed_tail
    except zlib.error:
        return 0  # the decoder tells
    return count


def jpeg_is_whole(data: bytes) -> bool:
    """Whether a JPEG has its end, and no more scans than pictures have: Qt paints a missing part grey and says that all is
    well."""
    place, scans = 2, 0
    for _ in range(_MOST_MARKERS):
        found = _MARKER.search(data, place)
        if found is None:
            return False
        scans += found.group() == b"\xff\xda"
        if found.group() == b"\xff\xd9" or scans > _MOST_SCANS:
            return scans <= _MOST_SCANS
        place = found.end() + int.from_bytes(data[found.end() : found.end() + 2], "big")
    return False

"""What can become of a pack at random: bytes of it, and zips that were made to do harm."""

from __future__ import annotations

import hashlib
import io
import json
import random
import zipfile

from tests.content.damage import change_bytes

_NAMES = (
    "../../../x", "content/../../x", "/etc/cron.d/x", "C:/x.yaml", "content\\..\\x", "content/./x", "content//x", "content/x\n.yaml",
    "content/.x", "content/con.yaml", "content/x:y", "content/" + "x" * 5000, "content" + "/x" * 300, "content/\u202ex", "x.yaml", "",
    "content/\ud800.yaml", "content/x.yaml/",
)  # fmt: skip
_MODES = (0o100644, 0o120777, 0o010666, 0o040755)
_MANY_ZEROS = bytes(8_000_000)


def _forged(chance: random.Random) -> bytes:
    """A zip with the manifest of a pack, some of whose entries mean harm: by their name, their kind, or what they unfold to."""
    entries = {"content/exhibit.yaml": b"languages: [en]\n"}
    for _ in range(chance.choice((1, 1, 3))):
        entries[chance.choice(_NAMES)] = chance.choice((b"", b"x", _MANY_ZEROS))
    digests = {name: [len(data), hashlib.sha256(data).hexdigest()] for name, data in entries.items()}
    listed = chance.choice((digests, {}, {name: [10**15, "x"] for name in digests}))
    manifest = {"format": chance.choice((1, 1, 1, 99, "1")), "program": "reaching-for-the-stars", "told": {}, "files": listed}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as archive:
        archive.writestr("manifest.json", chance.choice((json.dumps(manifest), "[" * 100_000, "{}", "")))
        for name, data in entries.items():
            info = zipfile.ZipInfo(name.encode(errors="replace").decode(), (1980, 1, 1, 0, 0, 0))
            info.create_system, info.external_attr, info.compress_type = 3, chance.choice(_MODES) << 16, archive.compression
            archive.writestr(info, data)
    return file.getvalue()


def corrupt_pack(chance: random.Random, data: bytes) -> tuple[str, bytes]:
    """What was done to the pack, and what has become of it."""
    if chance.random() < 0.4:
        return "a forged pack", _forged(chance)
    # Most bytes are pictures: the manifest at the beginning and the directory at the end get their share.
    begins, ends = data[:40_000], data[-20_000:]
    match chance.randrange(4):
        case 0:
            return "the beginning of a pack", change_bytes(chance, begins) + data[len(begins) :]
        case 1:
            return "the end of a pack", data[: -len(ends)] + change_bytes(chance, ends)
        case 2:
            return "a pack cut short", data[: chance.randrange(len(data))]
        case _:
            at = chance.randrange(len(data))
            return "a byte of a pack", data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]

"""What the commands share: the kinds of their arguments, and the exhibit folder they mean."""

from __future__ import annotations

import argparse
from pathlib import Path

from kiosk.errors import BadCall
from kiosk.operations.shipped import shipped_exhibit


def size(text: str) -> tuple[int, int]:
    """1920x1080 as pixels across and down. Raises ArgumentTypeError."""
    width, _, height = text.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal() and 320 <= int(width) <= 16000 and 320 <= int(height) <= 16000):
        raise argparse.ArgumentTypeError(f"«{text}» is not a size: write 1920x1080")
    return int(width), int(height)


def inches(text: str) -> float:
    """A diagonal of the glass. Raises ArgumentTypeError."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 5 <= value <= 200:
        raise argparse.ArgumentTypeError(f"«{text}» is not a diagonal: write inches, like 32")
    return value


def display(text: str) -> int:
    """The number of a display, from 0. Raises ArgumentTypeError."""
    if not (text.isdecimal() and int(text) <= 16):
        raise argparse.ArgumentTypeError(f"«{text}» is not a display: write 0 for the first, 1 for the second")
    return int(text)


def exhibit_root(given: Path | None) -> Path:
    """The exhibit folder that a command means; the shipped one where none was named."""
    return given.resolve() if given else shipped_exhibit()


def pack_file(given: Path) -> Path:
    """A file that is meant to be a pack: by its ending, or by its first bytes where it has another name. Raises BadCall and
    OSError."""
    from kiosk.editions.pack_format import BEGINS, SUFFIX

    if given.is_file():
        if given.name.lower().endswith(SUFFIX):
            return given
        with open(given, "rb") as file:
            if file.read(len(BEGINS)) == BEGINS:
                return given
    raise BadCall(f"{given} is no pack. Name an exhibit folder or a {SUFFIX} file.")
